//! The labels beside what they are for.

use std::rc::Rc;

use web_sys::{DomRect, Element, HtmlElement};
use yew::prelude::*;

use super::app::Msg;
use super::chips::Chips;
use super::messages::messages;
use super::selection;
use crate::detect::Language;
use crate::document::LabelSet;
use crate::text::Span;

/// What the bar is for.
#[derive(Clone, Properties, PartialEq)]
pub struct BarProps {
    /// Of the interface.
    pub language: Language,
    /// The labels in use.
    pub labels: Rc<LabelSet>,
    /// What is to be labelled.
    pub span: Span,
    /// The article's element.
    pub article: NodeRef,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// A bar below the selection; above it where there is no room, at the bottom of a small screen. Covers nothing of what it is for.
#[component]
pub fn Bar(props: &BarProps) -> Html {
    let t = messages(props.language);
    let node = use_node_ref();
    let (bar, article) = (node.clone(), props.article.clone());
    use_effect_with(props.span, move |span| {
        // Without a place it is not shown.
        let _ = put_beside(&bar, &article, *span);
    });
    html! {
        <div
            ref={node}
            class="bar"
            role="toolbar"
            aria-label={t.label_selection}
            onmousedown={|event: MouseEvent| event.prevent_default()}
        >
            <Chips
                language={props.language}
                labels={Rc::clone(&props.labels)}
                send={props.send.clone()}
            />
        </div>
    }
}

/// Space between the bar and what it is for, in pixels.
const GAP: f64 = 10.0;

fn put_beside(bar: &NodeRef, article: &NodeRef, span: Span) -> Option<()> {
    let bar = bar.cast::<HtmlElement>()?;
    let range = selection::range(&article.cast::<Element>()?, span)?;
    let around = bar.offset_parent()?.get_bounding_client_rect();
    let (x, y) =
        beside(&range.get_bounding_client_rect(), &bar.get_bounding_client_rect(), &around);
    let style = bar.style();
    style.set_property("--x", &format!("{x}px")).ok()?;
    style.set_property("--y", &format!("{y}px")).ok()?;
    style.set_property("visibility", "visible").ok()
}

/// Left and top of the bar in the column around it.
fn beside(of: &DomRect, bar: &DomRect, around: &DomRect) -> (f64, f64) {
    let window = gloo::utils::window().inner_height().ok().and_then(|it| it.as_f64());
    let fits_below = of.bottom() + GAP + bar.height() < window.unwrap_or(f64::MAX) - GAP;
    let top = if fits_below { of.bottom() + GAP } else { of.top() - GAP - bar.height() };
    let most = (around.width() - bar.width()).max(0.0);
    ((of.left() - around.left()).clamp(0.0, most), top - around.top())
}
