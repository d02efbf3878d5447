//! What happens anywhere on the page: keys, pastes, dropped files.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, Element, Event, HtmlTextAreaElement, KeyboardEvent};
use yew::Callback;

use super::app::Msg;
use super::keys::{Focus, Key, Keymap, Place, action};
use super::platform::preferences;
use super::selecting::Selecting;
use super::typing::Typing;
use crate::document::LabelSet;
use crate::session::{PersonalMsg, Session};

/// What the meaning of a key depends on.
#[derive(Debug, Default)]
pub struct Known {
    labels: Option<Rc<LabelSet>>,
    selection: bool,
    current: bool,
    offer: bool,
    editing: bool,
    keymap: Rc<Keymap>,
}

impl Known {
    /// As the session has it.
    #[must_use]
    pub fn of(session: &Session, keymap: &Rc<Keymap>) -> Self {
        Self {
            keymap: Rc::clone(keymap),
            labels: session.document().map(|it| Rc::clone(&it.labels)),
            selection: session.selection().is_some(),
            current: session.current().is_some(),
            offer: session.offer().is_some(),
            editing: session.is_editing(),
        }
    }
}

/// Listens for as long as it lives.
#[expect(missing_debug_implementations, reason = "a listener has none")]
pub struct Watch {
    _listeners: Vec<EventListener>,
}

type Shared = Rc<RefCell<Known>>;

impl Watch {
    /// Sends what happens to `send`, but calls `leave` at once when the page may be gone in the next moment.
    #[must_use]
    pub fn new(
        known: &Shared,
        selecting: &Rc<Selecting>,
        send: &Callback<Msg>,
        leave: Callback<()>,
    ) -> Self {
        let listen = |name: &'static str, act: fn(&Known, &Callback<Msg>, &Event)| {
            let (known, send) = (Rc::clone(known), send.clone());
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document(), name, options, move |event| {
                act(&known.borrow(), &send, event);
            })
        };
        let typing = Typing::watch();
        let leave_hidden = leave.clone();
        let hidden =
            EventListener::new(&document(), "visibilitychange", move |_| leave_hidden.emit(()));
        let gone = EventListener::new(&window(), "pagehide", move |_| leave.emit(()));
        let settling = Rc::clone(selecting);
        let (known_to_keys, send_keys) = (Rc::clone(known), send.clone());
        let options = EventListenerOptions::enable_prevent_default();
        let keys = EventListener::new_with_options(&document(), "keydown", options, move |event| {
            let selection = settling.settle();
            key_down(&known_to_keys.borrow(), selection, &typing, &send_keys, event);
        });
        let _listeners = vec![
            keys,
            listen("paste", paste),
            listen("dragover", drag_over),
            listen("dragleave", |_, send, event| {
                let outside =
                    event.dyn_ref::<DragEvent>().is_some_and(|it| it.related_target().is_none());
                if outside {
                    send.emit(Msg::Hover(false));
                }
            }),
            listen("drop", dropped),
            hidden,
            gone,
            preferences::follow_personal(send.reform(|it| Msg::Personal(PersonalMsg::Follow(it)))),
        ];
        Self { _listeners }
    }
}

/// The key code of a key that an input method has taken.
const TAKEN: u32 = 229;

/// `selection`: something was selected so lately that the session does not know it yet. What is done by key is done with
/// what was typed: a file that is downloaded from within a field has what stands in it.
fn key_down(known: &Known, selection: bool, typing: &Typing, send: &Callback<Msg>, event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    let name = event.key();
    let key = key_of(event, &name);
    let (selection, current) = (known.selection || selection, known.current);
    let (labels, offer, editing) = (known.labels.as_deref(), known.offer, known.editing);
    // On an empty sheet there is nothing of its own to undo: what was closed is meant.
    let focus = if key.command && is_empty_sheet() { Focus::Page } else { focus() };
    let place = Place { focus, labels, selection, current, offer, editing };
    let Some(action) = action(key, place, &known.keymap) else { return };
    event.prevent_default();
    typing.take();
    send.emit(Msg::Do(action));
}

/// The key of an event, whose `KeyboardEvent.key` is `name`.
#[must_use]
pub fn key_of<'a>(event: &KeyboardEvent, name: &'a str) -> Key<'a> {
    Key {
        name,
        command: event.ctrl_key() || event.meta_key(),
        shift: event.shift_key(),
        alt: event.alt_key(),
        composing: event.is_composing() || event.key_code() == TAKEN,
    }
}

/// Whether a key leaves the field that it was pressed in. Then it is nobody else's: the article gets
/// the focus meanwhile, where the same key means something.
#[must_use]
pub fn leaves_field(event: &KeyboardEvent, keys: &[&str]) -> bool {
    let name = event.key();
    let res = !key_of(event, &name).composing && keys.contains(&&*name);
    if res {
        event.stop_propagation();
    }
    res
}

fn is_empty_sheet() -> bool {
    let sheet =
        document().active_element().and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok());
    let sheet = sheet.filter(|it| it.closest("main.empty").is_ok_and(|it| it.is_some()));
    sheet.is_some_and(|it| it.value().is_empty())
}

fn focus() -> Focus {
    let Some(element) = document().active_element() else { return Focus::Page };
    let is = |selector: &str| element.closest(selector).is_ok_and(|it| it.is_some());
    if is("textarea,input,select,dialog,[contenteditable]") {
        Focus::Field
    } else if is("[data-testid=article]") {
        Focus::Article
    } else if is("button,a,summary,[tabindex]") {
        Focus::Control
    } else {
        Focus::Page
    }
}

/// A paste opens an article while none is open, unless it goes into a field that has
/// something in it already.
fn paste(known: &Known, send: &Callback<Msg>, event: &Event) {
    let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let field = target.and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok());
    let (Some(data), None) = (data, &known.labels) else { return };
    if field.is_some_and(|it| !it.value().is_empty()) {
        return;
    }
    let file = data.files().and_then(|it| it.item(0));
    let text = data.get_data("text/plain").unwrap_or_default();
    let msg = match file {
        Some(file) if text.is_empty() => Msg::File(file),
        _ if text.trim().is_empty() => return,
        _ => Msg::Open { text, source: String::new() },
    };
    event.prevent_default();
    send.emit(msg);
}

fn drag_over(_: &Known, send: &Callback<Msg>, event: &Event) {
    let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    if data.is_some_and(|it| it.types().includes(&"Files".into(), 0)) {
        event.prevent_default();
        send.emit(Msg::Hover(true));
    }
}

fn dropped(known: &Known, send: &Callback<Msg>, event: &Event) {
    send.emit(Msg::Hover(false));
    let Some(data) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) else {
        return;
    };
    let file = data.files().and_then(|it| it.item(0));
    let text = data.get_data("text/plain").unwrap_or_default();
    let msg = match file {
        Some(file) => Msg::File(file),
        None if known.labels.is_none() && !text.trim().is_empty() => {
            Msg::Open { text, source: String::new() }
        }
        None => return,
    };
    event.prevent_default();
    send.emit(msg);
}
