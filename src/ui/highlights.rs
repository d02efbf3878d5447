//! Colours on pieces of text that leave the page's elements as they are: the CSS Custom Highlight API.
//!
//! A browser without it (Firefox before 140) shows the hits one after the other and no colours.

use gloo::utils::window;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Range;

/// Puts the style of `::highlight(name)` on `ranges`, and on nothing else.
pub fn paint(name: &str, ranges: impl Iterator<Item = Range>) {
    // Without the API there is nothing to paint with.
    let _ = try_to(name, &ranges.collect());
}

fn try_to(name: &str, ranges: &Array) -> Option<JsValue> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &JsValue::from_str(name)).ok();
    let page = window();
    let registry = get(&get(&page, "CSS")?, "highlights")?;
    let class: Function = get(&page, "Highlight")?.dyn_into().ok()?;
    let set: Function = get(&registry, "set")?.dyn_into().ok()?;
    let highlight = Reflect::construct(&class, ranges).ok()?;
    set.call2(&registry, &JsValue::from_str(name), &highlight).ok()
}
