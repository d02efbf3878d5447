//! The rows of the list, as many of them as can be seen.

use std::ops::Range;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::Listed;
use super::line::{Folds, Line, lines};
use super::{row, walk};
use crate::detect::Language;
use crate::document::AnnotationId;
use crate::ui::app::Msg;
use crate::ui::filter::Shown;
use crate::ui::same::Same;

/// Height of a row in pixels: style.css has the same as `--row`, where a finger is used too.
const ROW: f64 = 36.0;
const ROW_OF_FINGERS: f64 = 44.0;

/// Rows up to which all are drawn.
const ALL: usize = 300;

/// Rows that a high screen shows.
const SEEN: usize = 40;

/// Rows that are drawn above and below those that can be seen.
const MORE: usize = 30;

/// What is shown.
#[derive(Clone, Properties, PartialEq)]
pub(super) struct RowsProps {
    /// Of the interface.
    pub(super) language: Language,
    /// The article.
    pub(super) of: Listed,
    /// What the filter leaves.
    pub(super) shown: Same<Shown>,
    /// Which groups are folded.
    pub(super) folds: Folds,
    /// Takes others.
    pub(super) on_folds: Callback<Folds>,
    /// The current annotation.
    pub(super) current: Option<AnnotationId>,
    /// Where messages go.
    pub(super) send: Callback<Msg>,
}

/// The rows. Thousands of them scroll as a few hundred do.
#[component]
pub(super) fn Rows(props: &RowsProps) -> Html {
    let node = use_node_ref();
    let above = use_state(|| 0_usize);
    let lines = lines(&props.shown.groups, &props.folds);
    let drawn = window(lines.len(), *above);
    use_spacers(&node, drawn.clone(), lines.len());
    let current = props.current.as_ref();
    let at =
        current.and_then(|id| lines.iter().position(|it| it.is_current(&props.shown.groups, id)));
    use_current_in_view(&node, current, at);
    let scrolled = node.clone();
    let onscroll = move |_: Event| {
        let row = scrolled.cast::<HtmlElement>().map_or(0, |it| first_row(&it));
        // Drawn again only when the margin is half used up.
        if row.abs_diff(*above) > MORE / 2 {
            above.set(row);
        }
    };
    let stop = at.filter(|it| drawn.contains(it)).unwrap_or(drawn.start);
    let first = drawn.start;
    let row = |(idx, it): (usize, &Line)| row::row(*it, props, first + idx == stop);
    html! {
        <ol
            ref={node}
            class="rows"
            data-testid="annotation-list"
            {onscroll}
            onkeydown={walk::walk}
        >
            // With keys, since otherwise none of the rows would go by theirs, and the focus would be
            // lost with a row above it.
            <li key="above" class="space" aria-hidden="true"></li>
            { for lines[drawn].iter().enumerate().map(row) }
            <li key="below" class="space" aria-hidden="true"></li>
        </ol>
    }
}

/// As high as style.css makes it.
fn row_height() -> f64 {
    let query = gloo::utils::window().match_media("(pointer: coarse)");
    let is_coarse = query.ok().flatten().is_some_and(|it| it.matches());
    if is_coarse { ROW_OF_FINGERS } else { ROW }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "never negative")]
fn first_row(list: &HtmlElement) -> usize {
    (f64::from(list.scroll_top()) / row_height()) as usize
}

/// Which of `len` rows are drawn when `above` are scrolled away. How many can be seen is not
/// asked of the browser, which would have to lay out the page for an answer.
fn window(len: usize, above: usize) -> Range<usize> {
    if len <= ALL {
        return 0..len;
    }
    let start = above.saturating_sub(MORE).min(len);
    start..(above + SEEN + MORE).min(len).max(start)
}

/// Keeps the place of the rows that are not drawn.
#[hook]
fn use_spacers(node: &NodeRef, drawn: Range<usize>, len: usize) {
    let node = node.clone();
    use_effect_with((drawn, len), move |(drawn, len)| {
        let list = node.cast::<HtmlElement>();
        let children = list.as_ref().map(|it| it.children());
        let space = |at: Option<u32>, rows: usize| {
            let it = children.as_ref().zip(at).and_then(|(it, at)| it.item(at));
            if let Some(it) =
                it.and_then(|it| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(it).ok())
            {
                // A height in pixels is always valid.
                #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
                let height = if rows == 0 { 0.0 } else { rows as f64 * row_height() };
                let _ = it.style().set_property("height", &format!("{height}px"));
            }
        };
        space(Some(0), drawn.start);
        space(
            children.as_ref().and_then(|it| it.length().checked_sub(1)),
            len - drawn.end.min(*len),
        );
    });
}

/// Scrolls the list, and the list alone, to the current annotation's row.
#[hook]
fn use_current_in_view(node: &NodeRef, current: Option<&AnnotationId>, at: Option<usize>) {
    let node = node.clone();
    use_effect_with(current.cloned(), move |_| {
        if let Some((list, at)) = node.cast::<HtmlElement>().zip(at) {
            scroll_to(&list, at);
        }
    });
}

#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "far below 2^31")]
fn scroll_to(list: &HtmlElement, row: usize) {
    let each = row_height();
    let (top, height) = (row as f64 * each, f64::from(list.client_height()));
    let scrolled = f64::from(list.scroll_top());
    if top < scrolled || top + each > scrolled + height {
        list.set_scroll_top((top - height / 2.0).max(0.0) as i32);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_follows_the_scrolling() {
        assert_eq!(window(300, 0), 0..300);
        assert_eq!(window(20_000, 0), 0..70);
        assert_eq!(window(20_000, 1000), 970..1070);
        assert_eq!(window(20_000, 19_990), 19_960..20_000);
        assert_eq!(window(400, 5000), 400..400);
    }

    #[test]
    fn rows_are_as_high_as_the_style_sheet_says() {
        let css = include_str!("../../../style.css");
        for height in [ROW, ROW_OF_FINGERS] {
            assert!(css.contains(&format!("--row: {height}px;")), "{height}");
        }
    }
}
