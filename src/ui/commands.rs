//! Every command by its name, one key away.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::app::Msg;
use super::dialog::{self, Modal};
use super::keys::{Act, Action, Focus, Keymap, Place};
use super::messages::{Messages, label_name, messages};
use super::shortcut::shortcut;
use crate::detect::Language;
use crate::document::LabelSet;
use crate::text::bare;

/// What can be commanded depends on these.
#[derive(Clone, Properties, PartialEq)]
pub struct CommandsProps {
    /// Of the interface.
    pub language: Language,
    /// The labels in use; none while nothing is open.
    pub labels: Option<Rc<LabelSet>>,
    /// Whether a piece of text is selected.
    pub selection: bool,
    /// Whether an annotation is current.
    pub current: bool,
    /// Whether the last change can be done elsewhere too.
    pub offer: bool,
    /// What the person has changed about the keys.
    pub keymap: Rc<Keymap>,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// A field and below it the commands that have all of its words in their names, with or without
/// marks.
#[component]
pub fn Commands(props: &CommandsProps) -> Html {
    let t = messages(props.language);
    let query = use_state(String::new);
    let chosen = use_state(|| 0_usize);
    let field = use_node_ref();
    let focused = field.clone();
    use_effect_with((), move |()| {
        if let Some(it) = focused.cast::<HtmlInputElement>() {
            // A field that cannot have the focus is still there for the mouse.
            let _ = it.focus();
        }
    });
    let shown = Rc::new(matching(all(props, t), &query));
    let last = shown.len().saturating_sub(1);
    let at = (*chosen).min(last);
    let oninput = {
        let (query, chosen) = (query.clone(), chosen.clone());
        move |event: InputEvent| {
            query.set(event.target_unchecked_into::<HtmlInputElement>().value());
            chosen.set(0);
        }
    };
    let onkeydown = {
        let (shown, chosen, send) = (Rc::clone(&shown), chosen.clone(), props.send.clone());
        move |event: KeyboardEvent| match event.key().as_str() {
            _ if event.is_composing() => {}
            "ArrowDown" => move_to(&event, &chosen, if at == last { 0 } else { at + 1 }),
            "ArrowUp" => move_to(&event, &chosen, if at == 0 { last } else { at - 1 }),
            "Enter" => {
                event.prevent_default();
                if let Some(it) = shown.get(at) {
                    run(&send, it.action.clone());
                }
            }
            _ => {}
        }
    };
    html! {
        <Modal language={props.language} class="commands" title={t.commands} send={props.send.clone()}>
            <input
                ref={field}
                type="text"
                role="combobox"
                aria-expanded="true"
                aria-controls="command-list"
                aria-activedescendant={format!("command-{at}")}
                aria-label={t.commands_hint}
                placeholder={t.commands_hint}
                autocomplete="off"
                spellcheck="false"
                data-testid="command"
                {oninput}
                {onkeydown}
            />
            <ul id="command-list" role="listbox" aria-label={t.commands}>
                { for shown.iter().enumerate().map(|(idx, it)| option(idx, it, idx == at, props)) }
            </ul>
            if shown.is_empty() {
                <p class="nothing">{ t.no_command }</p>
            }
        </Modal>
    }
}

/// A command that can be chosen now.
struct Entry {
    name: String,
    keys: String,
    action: Action,
}

fn all(props: &CommandsProps, t: &'static Messages) -> Vec<Entry> {
    let labels = props.labels.as_deref();
    let (selection, current) = (props.selection, props.current);
    // As if the keys were for the article, where most of them mean something.
    let focus = if labels.is_some() { Focus::Article } else { Focus::Page };
    let place = Place { focus, labels, selection, current, offer: props.offer };
    let labelling = labels.filter(|_| place.has_something()).into_iter().flat_map(|labels| {
        labels.iter().map(|it| Entry {
            name: (t.label_as)(&label_name(props.language, labels, &it.id)),
            keys: it.key.clone(),
            action: Action::Label(it.id.clone()),
        })
    });
    let ready = |it: &&Act| **it != Act::Commands && it.is_ready(&place);
    let acts = Act::ALL.iter().filter(ready).map(|it| Entry {
        name: (t.act)(*it).to_owned(),
        keys: props.keymap.keys(*it).first().copied().unwrap_or_default().to_owned(),
        action: Action::Do(*it),
    });
    labelling.chain(acts).collect()
}

fn matching(mut entries: Vec<Entry>, query: &str) -> Vec<Entry> {
    let query = bare(query);
    entries.retain(|it| {
        let name = bare(&it.name);
        query.split_whitespace().all(|word| name.contains(word))
    });
    entries
}

fn move_to(event: &KeyboardEvent, chosen: &UseStateHandle<usize>, at: usize) {
    event.prevent_default();
    chosen.set(at);
    dialog::show_item("command-list", at);
}

/// The dialog goes first, so that the focus is back where the command is for.
fn run(send: &Callback<Msg>, action: Action) {
    dialog::close();
    send.emit(Msg::Do(action));
}

fn option(idx: usize, it: &Entry, selected: bool, props: &CommandsProps) -> Html {
    let action = it.action.clone();
    let send = props.send.clone();
    html! {
        <li
            id={format!("command-{idx}")}
            role="option"
            aria-selected={selected.to_string()}
            onclick={move |_: MouseEvent| run(&send, action.clone())}
        >
            <span class="what">{ it.name.clone() }</span>
            if !it.keys.is_empty() { { shortcut(&it.keys, props.language) } }
        </li>
    }
}
