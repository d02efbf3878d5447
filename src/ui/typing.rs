//! What is being typed into a field that is taken only when it is left.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit};

/// Knows which field a person has typed in and not left since, and sees to it that the page does not go without it.
#[expect(missing_debug_implementations, reason = "a listener has none")]
pub struct Typing {
    field: Field,
    _listeners: [EventListener; 5],
}

type Field = Rc<RefCell<Option<Element>>>;

impl Typing {
    /// From now on. To be called before anyone else asks to be told that the page goes: what was typed is
    /// the session's by then.
    #[must_use]
    pub fn watch() -> Self {
        let field = Field::default();
        let own = || Rc::clone(&field);
        let (typed, taken, left, going) = (own(), own(), own(), own());
        let ask = EventListenerOptions::enable_prevent_default();
        let _listeners = [
            EventListener::new(&document(), "input", move |event| {
                typed.replace(event.target().and_then(|it| it.dyn_into().ok()));
                mark_dialog(&typed);
            }),
            EventListener::new(&document(), "change", move |_| drop(taken.take())),
            // What is not taken by then is not wanted: Esc has put back what was there.
            EventListener::new(&document(), "focusout", move |_| drop(left.take())),
            EventListener::new(&window(), "pagehide", move |_| take(&going)),
            EventListener::new_with_options(&window(), "beforeunload", ask, |event| {
                if is_unapplied() {
                    event.prevent_default();
                }
            }),
        ];
        Self { field, _listeners }
    }

    /// Has the field taken as if it had been left.
    pub fn take(&self) {
        take(&self.field);
    }
}

/// In a dialog nothing is taken before the person says so.
fn take(field: &Field) {
    let field = field.take().filter(|it| dialog_of(it).is_none());
    let bubbles = EventInit::new();
    bubbles.set_bubbles(true);
    if let (Some(it), Ok(change)) = (field, Event::new_with_event_init_dict("change", &bubbles)) {
        // Fails only for an event that is on its way already.
        let _ = it.dispatch_event(&change);
    }
}

const TYPED: &str = "data-typed";

fn dialog_of(field: &Element) -> Option<Element> {
    field.closest("dialog").ok()?
}

fn mark_dialog(field: &Field) {
    if let Some(it) = field.borrow().as_ref().and_then(dialog_of) {
        // The name is one that an attribute may have.
        let _ = it.set_attribute(TYPED, "");
    }
}

/// Whether something was typed in a dialog that has yet to be applied: the browser asks before the page goes.
#[must_use]
pub fn is_unapplied() -> bool {
    let selector = format!("dialog[open][{TYPED}] .actions .primary");
    document().query_selector(&selector).is_ok_and(|it| it.is_some())
}
