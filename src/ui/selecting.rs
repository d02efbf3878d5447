//! When a person has selected something.
//!
//! With a mouse that is when the button goes up; by touch, by key or by a script it is
//! when the selection has not changed for a moment.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};
use yew::{Callback, NodeRef};

use super::{focus, selection};
use crate::text::Span;

/// Milliseconds after which a selection that no button made is taken as meant.
const SETTLED: u32 = 180;

/// What the browser shows as selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Where, in bytes of the article.
    pub span: Option<Span>,
    /// Whether it is meant to the character.
    pub exact: bool,
    /// Whether it is chosen beside what was.
    pub also: bool,
    /// Whether the page may show what it was snapped to: not while a finger holds an end.
    pub snap: bool,
}

/// Watches the browser's selection.
#[expect(missing_debug_implementations, reason = "a listener has none")]
pub struct Selecting {
    state: Rc<State>,
    _listeners: [EventListener; 3],
}

struct State {
    article: NodeRef,
    on_select: Callback<Shown>,
    last: Cell<Option<Span>>,
    pressed: Cell<bool>,
    touch: Cell<bool>,
    exact: Cell<bool>,
    also: Cell<bool>,
    soon: RefCell<Option<Timeout>>,
}

impl Selecting {
    /// Tells `on_select` what is selected in `article` whenever it has changed.
    #[must_use]
    pub fn new(article: NodeRef, on_select: Callback<Shown>) -> Self {
        let state = Rc::new(State {
            article,
            on_select,
            last: Cell::default(),
            pressed: Cell::default(),
            touch: Cell::default(),
            exact: Cell::default(),
            also: Cell::default(),
            soon: RefCell::default(),
        });
        let listen = |name: &'static str, act: fn(&Rc<State>, &web_sys::Event)| {
            let state = Rc::clone(&state);
            EventListener::new(&document(), name, move |event| act(&state, event))
        };
        let _listeners = [
            listen("pointerdown", pointer_down),
            listen("pointerup", pointer_up),
            listen("selectionchange", |state, _| {
                if !state.pressed.get() {
                    read_after(state, SETTLED);
                }
            }),
        ];
        Self { state, _listeners }
    }

    /// The page itself has shown this as selected, which is no news.
    pub fn is_shown(&self, span: Option<Span>) {
        self.state.last.set(span);
    }

    /// Tells at once of a selection that was still to settle, since a key is about to be for
    /// it. Whether there is one.
    #[must_use]
    pub fn settle(&self) -> bool {
        let waited = self.state.soon.take().is_some();
        if waited && !self.state.pressed.get() {
            read(&self.state);
        }
        waited && self.state.last.get().is_some()
    }

    /// Whether something is selected right now, told or not.
    #[must_use]
    pub fn is_some(&self) -> bool {
        let article = self.state.article.cast::<Element>();
        article.is_some_and(|it| selection::selected(&it).is_some())
    }
}

fn pointer_down(state: &Rc<State>, event: &web_sys::Event) {
    let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
    state.touch.set(event.pointer_type() == "touch");
    state.pressed.set(!state.touch.get() && event.button() == 0);
    state.exact.set(false);
    state.also.set(false);
    if state.pressed.get() {
        // What was to settle gives way to what is drawn now.
        state.soon.take();
    }
}

/// The browser has its last word on the selection just after this event.
fn pointer_up(state: &Rc<State>, event: &web_sys::Event) {
    state.pressed.set(false);
    let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
    state.exact.set(event.alt_key());
    state.also.set(event.ctrl_key() || event.meta_key());
    if !state.touch.get() {
        read_after(state, 0);
    }
}

fn read_after(state: &Rc<State>, milliseconds: u32) {
    let later = Rc::clone(state);
    let timeout = Timeout::new(milliseconds, move || {
        later.soon.take();
        read(&later);
    });
    state.soon.replace(Some(timeout));
}

fn read(state: &State) {
    let Some(article) = state.article.cast::<Element>() else { return };
    let span = selection::selected(&article);
    // A field takes the browser's selection away; what was selected is still what is meant.
    if span.is_none() && focus::is_field() {
        return;
    }
    if state.last.replace(span) != span {
        let (exact, also, snap) = (state.exact.get(), state.also.get(), !state.touch.get());
        state.on_select.emit(Shown { span, exact, also, snap });
    }
}
