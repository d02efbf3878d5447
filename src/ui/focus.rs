//! Where the keyboard's focus goes.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};
use yew::NodeRef;

/// To the article. What cannot have the focus leaves it where it is.
pub fn to_article(article: &NodeRef) {
    if let Some(it) = article.cast::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = it.focus_with_options(&options);
    }
}

/// Away from the article: `Tab` goes on through the page from there.
pub fn leave(article: &NodeRef) {
    if let Some(it) = article.cast::<HtmlElement>() {
        let _ = it.blur();
    }
}

/// To the first field of the inspector: the value of a date, else the note.
pub fn to_fields() {
    if let Some(it) = find("[data-edit]") {
        let _ = it.focus();
        // A note that is not there yet is a button, which makes the field.
        if it.tag_name() == "BUTTON" {
            it.click();
        }
    }
}

/// Whether what is typed goes into a field.
#[must_use]
pub fn is_field() -> bool {
    let active = document().active_element();
    active.is_some_and(|it| ["INPUT", "TEXTAREA", "SELECT"].contains(&it.tag_name().as_str()))
}

/// Asks for a file as the button does.
pub fn choose_file() {
    if let Some(it) = find("[data-testid=import]") {
        it.click();
    }
}

/// Gives the focus to the article, unless something else has it.
pub fn arrive(article: &NodeRef) {
    let free = document().active_element().is_none_or(|it| it.tag_name() == "BODY");
    if free {
        to_article(article);
    }
}

fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}
