//! The labels beside what they are for.

use std::rc::Rc;

use web_sys::{DomRect, Element, HtmlElement};
use yew::prelude::*;

use super::app::Msg;
use super::chips::Chips;
use super::icon::Icon;
use super::messages::{Messages, messages};
use super::selection;
use crate::detect::Language;
use crate::document::{LabelId, LabelSet, Status};
use crate::session;
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
    /// Label and status of the annotation that is there; none for a selection.
    pub current: Option<(LabelId, Status)>,
    /// The article's element.
    pub article: NodeRef,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// A bar below the selection or the annotation that was clicked; above it where there
/// is no room, at the bottom of a small screen. Covers nothing of what it is for.
#[component]
pub fn Bar(props: &BarProps) -> Html {
    let t = messages(props.language);
    let node = use_node_ref();
    let (bar, article) = (node.clone(), props.article.clone());
    use_effect_with((props.span, props.current.is_some()), move |(span, _)| {
        put_beside(&bar, &article, *span);
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
                pressed={props.current.as_ref().map(|it| it.0.clone())}
                send={props.send.clone()}
            />
            { for props.current.as_ref().map(|it| decide(it.1, t, &props.send)) }
        </div>
    }
}

/// Accept and reject, or delete.
fn decide(status: Status, t: &'static Messages, send: &Callback<Msg>) -> Html {
    let on = |msg: fn() -> session::Msg| send.reform(move |_: MouseEvent| Msg::Session(msg()));
    let suggested = status == Status::Suggested;
    let remove = if suggested { t.reject } else { t.remove };
    html! {
        <div class="decide">
            if suggested {
                <button type="button" class="quiet" title={t.accept} onclick={on(|| session::Msg::Accept)}>
                    { Icon::Check.view() }<span>{ t.accept }</span>
                </button>
            }
            <button type="button" class="quiet" title={remove} onclick={on(|| session::Msg::Remove)}>
                { Icon::Remove.view() }<span>{ remove }</span>
            </button>
        </div>
    }
}

/// Space between the bar and what it is for, in pixels.
const GAP: f64 = 10.0;

fn put_beside(bar: &NodeRef, article: &NodeRef, span: Span) -> Option<()> {
    let bar = bar.cast::<HtmlElement>()?;
    let range = selection::range(&article.cast::<Element>()?, span)?;
    let around = bar.offset_parent()?.get_bounding_client_rect();
    let (x, y) = beside(&range.get_bounding_client_rect(), &bar.get_bounding_client_rect(), &around);
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
