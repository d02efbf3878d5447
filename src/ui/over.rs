//! What lies over the article and has its place from the text: the caret, the grips at the ends of the
//! current annotation, the bar, and the colour behind what else is chosen.

use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, HtmlElement};
use yew::prelude::*;

use super::app::{Grip, Msg};
use super::lines::{Lines, Spot};
use super::{highlights, selection};
use crate::session::Edge;
use crate::text::Span;

/// What is to be placed, in bytes of the text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Over {
    /// The caret, unless the keys are for an annotation.
    pub caret: Option<u32>,
    /// The current annotation.
    pub current: Option<Span>,
    /// What the bar is for.
    pub bar: Option<Span>,
}

/// The caret's element and the grips', as they are while they have no place.
pub fn elements(over: &Over, send: &Callback<Msg>) -> Html {
    let grip = |edge: Edge, class: &'static str| {
        let onpointerdown =
            send.reform(move |event: PointerEvent| Msg::Grip(Grip::Taken(edge, event)));
        html! {
            <div
                class={classes!("grip", class)}
                aria-hidden="true"
                onmousedown={|event: MouseEvent| event.prevent_default()}
                {onpointerdown}
            ></div>
        }
    };
    html! {
        <>
            if over.caret.is_some() {
                // Another key each time, so that it is seen at once wherever it comes to.
                <div key={over.caret.unwrap_or_default()} class="caret" aria-hidden="true"></div>
            }
            if over.current.is_some() {
                { grip(Edge::Start, "start") }
                { grip(Edge::End, "end") }
            }
        </>
    }
}

/// Puts everything where it belongs now.
pub fn place(lines: &Lines<'_>, over: &Over) {
    let Some(column) = lines.article.parent_element() else { return };
    let around = column.get_bounding_client_rect();
    // What has no place stays unseen.
    let put_at = |class: &str, spot: Option<Spot>| {
        put(&column, class, spot?.x - around.left(), spot?.top - around.top())?
            .set_property("--h", &format!("{}px", spot?.bottom - spot?.top))
            .ok()
    };
    let _ = put_at(".caret", over.caret.and_then(|it| lines.before(it)));
    let _ = put_at(".grip.start", over.current.and_then(|it| lines.before(it.start())));
    let _ = put_at(".grip.end", over.current.and_then(|it| lines.after(it.end())));
    let _ = over.bar.and_then(|it| place_bar(lines.article, &column, &around, it));
}

fn put(column: &Element, class: &str, x: f64, y: f64) -> Option<web_sys::CssStyleDeclaration> {
    let style = column.query_selector(class).ok()??.dyn_into::<HtmlElement>().ok()?.style();
    style.set_property("--x", &format!("{x}px")).ok()?;
    style.set_property("--y", &format!("{y}px")).ok()?;
    style.set_property("visibility", "visible").ok()?;
    Some(style)
}

/// Space between the bar and what it is for, in pixels.
const GAP: f64 = 10.0;

/// Below what it is for; above where there is no room, at the window's end where there is none either.
fn place_bar(article: &Element, column: &Element, around: &DomRect, span: Span) -> Option<()> {
    let of = selection::range(article, span)?.get_bounding_client_rect();
    let bar = column.query_selector(".bar").ok()??.get_bounding_client_rect();
    let window = window().inner_height().ok()?.as_f64()?;
    let docked = bar.bottom() >= window && bar.left() <= 0.0;
    if docked {
        return uncover(&of, &bar);
    }
    let y = bar_top(&of, bar.height(), window);
    let most = (around.width() - bar.width()).max(0.0);
    let x = (of.left() - around.left()).clamp(0.0, most);
    put(column, ".bar", x, y - around.top()).map(drop)
}

fn bar_top(of: &DomRect, height: f64, window: f64) -> f64 {
    let (below, above) = (of.bottom() + GAP, of.top() - GAP - height);
    // Above, there is the page's header.
    match (below + height + GAP < window, above > HEADER) {
        (true, _) => below,
        (false, true) => above,
        (false, false) => window - height - GAP,
    }
}

/// The height of what stays at the top of the window, in pixels.
const HEADER: f64 = 56.0;

/// Scrolls by as much as a bar at the window's end covers.
fn uncover(of: &DomRect, bar: &DomRect) -> Option<()> {
    let covered = of.bottom() + GAP - bar.top();
    let room = of.top() - HEADER - GAP;
    if covered > 0.0 && room > 0.0 {
        super::reveal::scroll_by(covered.min(room));
    }
    Some(())
}

/// Colours what is behind these pieces, and no others. A browser that cannot do that colours none.
pub fn paint(article: &Element, spans: &[Span]) {
    highlights::paint("chosen", spans.iter().filter_map(|it| selection::range(article, *it)));
}
