//! The map of keys, which the person can change.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::app::Msg;
use super::dialog::Modal;
use super::icon::Icon;
use super::keys::{Act, Action, Keymap, Taken};
use super::messages::{Messages, messages};
use super::shortcut::shortcut;
use super::watch::key_of;
use crate::detect::Language;
use crate::document::LabelSet;

/// What the map shows.
#[derive(Clone, Properties, PartialEq)]
pub struct HelpProps {
    /// Of the interface.
    pub language: Language,
    /// The labels in use, whose keys no act can have.
    pub labels: Rc<LabelSet>,
    /// What the person has changed.
    pub keymap: Rc<Keymap>,
    /// Whether the text can be edited.
    pub editing: bool,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// The act that waits for its new key, and why it did not get the last one.
#[derive(Clone, Copy, Default, PartialEq)]
struct Asking {
    act: Option<Act>,
    refused: Option<Taken>,
}

/// Each act with its keys. A click on the keys and then another key changes them.
#[component]
pub fn Help(props: &HelpProps) -> Html {
    let t = messages(props.language);
    let asking = use_state(Asking::default);
    html! {
        <Modal language={props.language} class="help" title={t.keyboard} send={props.send.clone()}>
            <p>{ t.keyboard_hint }</p>
            <dl>
                <dt>{ shortcut("1", props.language) }{ "…" }{ shortcut("9", props.language) }</dt>
                <dd>{ t.key_label }</dd>
                { for Act::ALL.iter().map(|it| line(*it, &asking, props, t)) }
            </dl>
            { characters(props, t) }
            { editing(props, t) }
            <h3>{ t.mouse }</h3>
            <ul>
                <li>{ t.mouse_select }</li>
                <li>{ t.mouse_exact }</li>
                <li>{ t.mouse_click }</li>
                <li>{ t.mouse_list }</li>
            </ul>
        </Modal>
    }
}

fn line(
    act: Act,
    asking: &UseStateHandle<Asking>,
    props: &HelpProps,
    t: &'static Messages,
) -> Html {
    let is_asked = asking.act == Some(act);
    let onclick = {
        let asking = asking.clone();
        move |_: MouseEvent| asking.set(Asking { act: Some(act), refused: None })
    };
    let onkeydown = is_asked.then(|| listen(act, asking.clone(), props));
    let onblur = is_asked.then(|| {
        let asking = asking.clone();
        Callback::from(move |_: FocusEvent| asking.set(Asking::default()))
    });
    let keys = props.keymap.keys(act);
    let refused = asking.refused.filter(|_| is_asked);
    html! {
        <>
            <dt>
                <button type="button" class="keys" data-act={id(act)} title={t.change_key} {onclick} {onkeydown} {onblur}>
                    if is_asked {
                        { t.press_key }
                    } else if keys.is_empty() {
                        { t.no_key }
                    } else {
                        { for keys.iter().map(|it| shortcut(it, props.language)) }
                    }
                </button>
                if props.keymap.is_own(act) { { reset(act, props, t) } }
            </dt>
            <dd>
                { (t.act)(act) }
                if let Some(taken) = refused {
                    <p class="wrong" role="alert">{ why(taken, t) }</p>
                }
            </dd>
        </>
    }
}

/// The next key becomes the act's. Esc leaves it as it was; what only holds others is waited over.
fn listen(act: Act, asking: UseStateHandle<Asking>, props: &HelpProps) -> Callback<KeyboardEvent> {
    let (keymap, labels, send) =
        (Rc::clone(&props.keymap), Rc::clone(&props.labels), props.send.clone());
    Callback::from(move |event: KeyboardEvent| {
        let name = event.key();
        if matches!(name.as_str(), "Control" | "Shift" | "Alt" | "Meta" | "AltGraph") {
            return;
        }
        event.prevent_default();
        event.stop_propagation();
        if name == "Escape" {
            asking.set(Asking::default());
            return;
        }
        let mut changed = Keymap::clone(&keymap);
        match changed.set(act, &key_of(&event, &name).chord(), &labels) {
            Ok(()) => {
                asking.set(Asking::default());
                send.emit(Msg::Keys(changed));
            }
            Err(taken) => asking.set(Asking { act: Some(act), refused: Some(taken) }),
        }
    })
}

fn why(taken: Taken, t: &'static Messages) -> String {
    match taken {
        Taken::By(other) => (t.key_taken)((t.act)(other)),
        Taken::ByLabel => (t.key_taken)(t.key_label),
        Taken::Reserved => t.key_reserved.to_owned(),
    }
}

fn reset(act: Act, props: &HelpProps, t: &'static Messages) -> Html {
    let keymap = Rc::clone(&props.keymap);
    let onclick = props.send.reform(move |_: MouseEvent| {
        let mut keymap = Keymap::clone(&keymap);
        keymap.reset(act);
        Msg::Keys(keymap)
    });
    html! {
        <button type="button" class="icon-button" aria-label={t.reset_key} title={t.reset_key} {onclick}>
            { Icon::Undo.view() }
        </button>
    }
}

fn characters(props: &HelpProps, t: &'static Messages) -> Html {
    let keymap = Rc::clone(&props.keymap);
    let onchange = props.send.reform(move |event: Event| {
        let mut keymap = Keymap::clone(&keymap);
        keymap.characters_need_alt = event.target_unchecked_into::<HtmlInputElement>().checked();
        Msg::Keys(keymap)
    });
    html! {
        <label class="check">
            <input type="checkbox" data-testid="characters-need-alt" checked={props.keymap.characters_need_alt} {onchange} />
            { t.characters_need_alt }
        </label>
    }
}

fn editing(props: &HelpProps, t: &'static Messages) -> Html {
    let onchange = props.send.reform(|_: Event| Msg::Do(Action::Do(Act::AllowEditing)));
    html! {
        <label class="check">
            <input type="checkbox" data-testid="editing" checked={props.editing} {onchange} />
            { t.allow_editing }
        </label>
    }
}

/// As the act is stored.
fn id(act: Act) -> Option<String> {
    serde_json::to_value(act).ok()?.as_str().map(str::to_owned)
}
