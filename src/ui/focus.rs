//! Where the keyboard's focus goes.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};
use yew::NodeRef;

use super::app::Msg;

/// Moves the focus as `msg` says.
pub fn move_to(msg: &Msg, article: &NodeRef) {
    let article = article.cast::<HtmlElement>();
    // What cannot have the focus leaves it where it is.
    let _ = match (msg, article) {
        // `Tab` goes on from where the focus was.
        (Msg::LeaveArticle, Some(it)) => it.blur(),
        (Msg::Edit, _) => edited().map_or(Ok(()), |it| it.focus()),
        (_, Some(it)) => without_scrolling(&it),
        (_, None) => Ok(()),
    };
}

fn without_scrolling(it: &HtmlElement) -> Result<(), wasm_bindgen::JsValue> {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    it.focus_with_options(&options)
}

/// The first field of the inspector: the value of a date, else the note.
fn edited() -> Option<HtmlElement> {
    document().query_selector("[data-edit]").ok()??.dyn_into().ok()
}
