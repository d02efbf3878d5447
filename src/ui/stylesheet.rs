//! What is said to style sheets: the labels' own one, and the state of the page.

use std::cell::RefCell;

use gloo::utils::{document, document_element};
use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::CssStyleSheet;

thread_local! {
    static LABELS: RefCell<Option<CssStyleSheet>> = const { RefCell::new(None) };
}

/// Puts `css` in the place of what was adopted before. Made by script, since the page's
/// policy allows no inline styles.
pub fn adopt(css: &str) {
    LABELS.with_borrow_mut(|it| {
        if it.is_none() {
            *it = new_sheet();
        }
        if let Some(sheet) = it {
            // A rule that a browser does not know is left out.
            let _ = sheet.replace_sync(css);
        }
    });
}

fn new_sheet() -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    let adopted = Array::of1(&sheet);
    let name = JsValue::from_str("adoptedStyleSheets");
    Reflect::set(&document(), &name, &adopted).ok()?;
    Some(sheet)
}

/// Sets attributes of `<html>` that differ.
pub fn say(attributes: &[(&str, &str)]) {
    let root = document_element();
    for (name, value) in attributes {
        if root.get_attribute(name).as_deref() != Some(value) {
            // Names of attributes in this crate are valid.
            let _ = root.set_attribute(name, value);
        }
    }
}
