//! User Timing, so that speed can be read with any browser's tools.

use gloo::timers::callback::Timeout;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// From navigation until the page can be used.
pub const START: &str = "dau:start";
/// From a paste to the first highlighted screen.
pub const OPEN: &str = "dau:open";
/// Detection of the whole article.
pub const DETECT: &str = "dau:detect";
/// From a key or click that changes an annotation to its paint.
pub const APPLY: &str = "dau:apply";

/// Something begins now.
pub fn mark_start(name: &'static str) {
    if let Some(it) = window().performance() {
        let _ = it.mark(name);
    }
}

/// It ends now, if it has begun; [`START`] began with the navigation.
pub fn measure(name: &'static str) {
    let Some(performance) = window().performance() else { return };
    let began = performance.get_entries_by_name_with_entry_type(name, "mark").length() > 0;
    let _ = match (began, name) {
        (true, _) => performance.measure_with_start_mark(name, name),
        (false, START) => performance.measure(name),
        (false, _) => return,
    };
    performance.clear_marks_with_mark_name(name);
}

/// It ends when what was drawn just now is on the screen: a task of its own after the
/// next frame.
pub fn measure_at_paint(name: &'static str) {
    let drawn = Closure::once_into_js(move || Timeout::new(0, move || measure(name)).forget());
    // Fails only for what is no function.
    let _ = window().request_animation_frame(drawn.unchecked_ref());
}
