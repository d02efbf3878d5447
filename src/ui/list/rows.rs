//! The rows of the list, as many of them as can be seen.

use std::ops::Range;
use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::detect::Language;
use crate::document::{Annotation, AnnotationId, LabelSet, Status};
use crate::session;
use crate::ui::app::Msg;
use crate::ui::filter::Shown;
use crate::ui::icon::Icon;
use crate::ui::messages::{label_name, messages};
use crate::ui::run::swatch;
use crate::ui::same::Same;

/// Height of a row in pixels: style.css has the same as `--row`.
const ROW: f64 = 36.0;

/// Rows up to which all are drawn.
const ALL: usize = 200;

/// Rows that a high screen shows.
const SEEN: usize = 40;

/// Rows that are drawn above and below those that can be seen.
const MORE: usize = 30;

/// What is shown.
#[derive(Clone, Properties, PartialEq)]
pub struct RowsProps {
    /// Of the interface.
    pub language: Language,
    /// The article's text.
    pub text: Same<str>,
    /// The labels in use.
    pub labels: Rc<LabelSet>,
    /// What the filter leaves.
    pub shown: Same<Shown>,
    /// The current one.
    pub current: Option<AnnotationId>,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// The rows. Thousands of them scroll as a few hundred do.
#[component]
pub fn Rows(props: &RowsProps) -> Html {
    let node = use_node_ref();
    let above = use_state(|| 0_usize);
    let items = &props.shown.items;
    let drawn = window(items.len(), *above);
    use_spacers(&node, drawn.clone(), items.len());
    use_current_in_view(&node, props);
    let scrolled = node.clone();
    let onscroll = move |_: Event| {
        let row = scrolled.cast::<HtmlElement>().map_or(0, |it| first_row(&it));
        // Drawn again only when the margin is half used up.
        if row.abs_diff(*above) > MORE / 2 {
            above.set(row);
        }
    };
    html! {
        <ol ref={node} class="rows" data-testid="annotation-list" {onscroll}>
            <li class="space" aria-hidden="true"></li>
            { for items[drawn].iter().map(|it| row(it, props)) }
            <li class="space" aria-hidden="true"></li>
        </ol>
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "never negative")]
fn first_row(list: &HtmlElement) -> usize {
    (f64::from(list.scroll_top()) / ROW) as usize
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
                let _ = it.style().set_property("height", &format!("{}px", rows as f64 * ROW));
            }
        };
        space(Some(0), drawn.start);
        space(
            children.as_ref().and_then(|it| it.length().checked_sub(1)),
            len - drawn.end.min(*len),
        );
    });
}

/// Scrolls the list, and the list alone, to the current annotation.
#[hook]
fn use_current_in_view(node: &NodeRef, props: &RowsProps) {
    let node = node.clone();
    let shown = props.shown.clone();
    use_effect_with(props.current.clone(), move |current| {
        let at = current.as_ref().and_then(|id| shown.items.iter().position(|it| it.id == *id));
        if let Some((list, at)) = node.cast::<HtmlElement>().zip(at) {
            scroll_to(&list, at);
        }
    });
}

#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "far below 2^31")]
fn scroll_to(list: &HtmlElement, row: usize) {
    let (top, height) = (row as f64 * ROW, f64::from(list.client_height()));
    let scrolled = f64::from(list.scroll_top());
    if top < scrolled || top + ROW > scrolled + height {
        list.set_scroll_top((top - height / 2.0).max(0.0) as i32);
    }
}

fn row(it: &Rc<Annotation>, props: &RowsProps) -> Html {
    let id = it.id.clone();
    let onclick =
        props.send.reform(move |_: MouseEvent| Msg::Session(session::Msg::Pick(id.clone())));
    let current = props.current.as_ref() == Some(&it.id);
    let label = label_name(props.language, &props.labels, &it.label);
    let status = (messages(props.language).status)(it.status);
    let value = it.timex.as_ref().map(|it| it.value().to_owned());
    html! {
        <li key={it.id.to_string()} data-annotation={it.id.to_string()} data-label={it.label.to_string()} data-status={it.status.as_str()}>
            <button
                type="button"
                class={classes!("row", it.status.as_str())}
                aria-current={current.then_some("true")}
                title={format!("{label} · {status}")}
                {onclick}
            >
                { swatch(&props.labels, &it.label, it.status == Status::Accepted) }
                <span class="what">{ it.span.slice(&props.text).to_owned() }</span>
                { for value.map(|it| html! { <span class="value">{ it }</span> }) }
                <span class="unseen">{ format!(", {label}, {status}") }</span>
                if it.status == Status::Accepted { { Icon::Check.view() } }
                if it.status == Status::Rejected { { Icon::Close.view() } }
            </button>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_follows_the_scrolling() {
        assert_eq!(window(200, 0), 0..200);
        assert_eq!(window(20_000, 0), 0..70);
        assert_eq!(window(20_000, 1000), 970..1070);
        assert_eq!(window(20_000, 19_990), 19_960..20_000);
        assert_eq!(window(400, 5000), 400..400);
    }

    #[test]
    fn rows_are_as_high_as_the_style_sheet_says() {
        assert!(include_str!("../../../style.css").contains(&format!("--row: {ROW}px;")));
    }
}
