//! A strip beside the scroll bar: where in the article annotations and hits are.

use std::fmt::Write as _;

use web_sys::Element;
use yew::prelude::*;

use super::app::Msg;
use super::messages::messages;
use crate::detect::Language;
use crate::session::minimap::{ROWS, Rows};

/// What is drawn, a path for each kind.
#[derive(Clone, Debug, Default)]
pub struct Drawn {
    /// Suggestions.
    pub suggested: AttrValue,
    /// Accepted annotations.
    pub accepted: AttrValue,
    /// Hits.
    pub found: AttrValue,
    /// The current annotation or hit.
    pub current: AttrValue,
}

/// A path over the rows that have something, from `x` for `width` of the strip's twelve columns.
#[must_use]
pub fn path(rows: &Rows, x: u32, width: u32) -> AttrValue {
    let mut res = String::new();
    for (row, rows) in rows.runs() {
        // Writing to a string does not fail.
        let _ = write!(res, "M{x} {row}h{width}v{rows}h-{width}z");
    }
    res.into()
}

/// The strip. For the mouse alone: keys and screen readers have the list and the commands.
pub fn minimap(language: Language, drawn: &Drawn, send: &Callback<Msg>) -> Html {
    let send = send.clone();
    let onclick = move |event: MouseEvent| {
        // Not the event's current target, which is the page's root.
        let target = event.target_dyn_into::<Element>();
        let Some(strip) = target.and_then(|it| it.closest(".minimap").ok().flatten()) else {
            return;
        };
        let rect = strip.get_bounding_client_rect();
        send.emit(Msg::ShowAt((f64::from(event.client_y()) - rect.top()) / rect.height()));
    };
    html! {
        <div class="minimap" aria-hidden="true" title={messages(language).minimap} data-testid="minimap" {onclick}>
            <svg viewBox={format!("0 0 12 {ROWS}")} preserveAspectRatio="none" focusable="false">
                <path class="suggested" d={drawn.suggested.clone()} />
                <path class="accepted" d={drawn.accepted.clone()} />
                <path class="found" d={drawn.found.clone()} />
                <path class="current" d={drawn.current.clone()} />
            </svg>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn a_path_has_a_box_for_each_run_of_rows() {
        let rows = Rows::of([Span::new(0, 10), Span::new(100, 130)], 4000);
        assert_eq!(path(&rows, 1, 5).as_str(), "M1 0h5v1h-5zM1 10h5v3h-5z");
    }
}
