//! The keys of the list: one stop for the Tab key, arrows from row to row.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Up and down go from row to row, left and right fold and unfold a group.
pub(super) fn walk(event: KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
        return;
    }
    let Some(item) = document().active_element().and_then(|it| it.closest("li").ok().flatten())
    else {
        return;
    };
    let done = match event.key().as_str() {
        "ArrowDown" => focus(item.next_element_sibling()),
        "ArrowUp" => focus(item.previous_element_sibling()),
        "Home" => focus(edge(&item, ".rows .row")),
        "End" => focus(last(&item)),
        "ArrowRight" => fold(&item, "false"),
        "ArrowLeft" => fold(&item, "true") || focus(head(item)),
        _ => return,
    };
    if done {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// The row of a list item; the spaces above and below those that are drawn have none.
fn focus(item: Option<Element>) -> bool {
    let row = item.and_then(|it| {
        if it.matches(".row").unwrap_or(false) {
            Some(it)
        } else {
            it.query_selector(".row").ok()?
        }
    });
    let row = row.and_then(|it| it.dyn_into::<HtmlElement>().ok());
    row.is_some_and(|it| it.focus().is_ok())
}

fn edge(item: &Element, selector: &str) -> Option<Element> {
    item.closest(".list").ok()??.query_selector(selector).ok()?
}

fn last(item: &Element) -> Option<Element> {
    let all = item.parent_element()?.children();
    // The very last is the space below.
    all.item(all.length().checked_sub(2)?)
}

/// Clicks the button that folds, if it is now as `expanded` says.
fn fold(item: &Element, expanded: &str) -> bool {
    let button = item.query_selector(&format!("[aria-expanded={expanded}]")).ok().flatten();
    let button = button.and_then(|it| it.dyn_into::<HtmlElement>().ok());
    button.map(|it| it.click()).is_some()
}

/// The group's own row, from one of its mentions.
fn head(item: Element) -> Option<Element> {
    let mut it = item.class_list().contains("mention").then_some(item);
    while let Some(item) = it {
        if item.class_list().contains("group") {
            return Some(item);
        }
        it = item.previous_element_sibling();
    }
    None
}
