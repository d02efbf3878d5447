//! Every command by its name, one key away; and in the same way what an annotation is the same as.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::app::Msg;
use super::dialog::{self, Modal};
use super::keys::{Act, Action, Keymap, Place};
use super::messages::{label_name, messages};
use super::palette;
use super::run::index;
use super::shortcut::shortcut;
use super::watch::key_of;
use crate::detect::Language;
use crate::document::{Annotation, Document};
use crate::session::{Group, GroupFilter, GroupSort, groups};
use crate::text::bare;

/// What is chosen from.
#[derive(Clone, Properties, PartialEq)]
pub struct CommandsProps {
    /// Of the interface.
    pub language: Language,
    /// What the dialog is called.
    pub title: &'static str,
    /// What the field asks for.
    pub hint: &'static str,
    /// What is said where nothing has the words.
    pub nothing: &'static str,
    /// What can be chosen now.
    pub entries: Rc<Vec<Entry>>,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it is called.
    pub name: String,
    /// Its key, as [`super::keys::Key::chord`] writes it; empty if it has none.
    pub keys: String,
    /// The class of the swatch that stands before its name, if one does.
    pub swatch: Option<String>,
    /// What it does.
    pub action: Action,
}

/// Entries that are shown at a time: more words find the others.
const MOST: usize = 200;

/// A field and below it the entries that have all of its words in their names, with or without
/// marks.
#[component]
pub fn Commands(props: &CommandsProps) -> Html {
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
    let shown = Rc::new(matching(&props.entries, &query));
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
            name if key_of(&event, name).composing => {}
            "ArrowDown" => move_to(&event, &chosen, if at == last { 0 } else { at + 1 }),
            "ArrowUp" => move_to(&event, &chosen, if at == 0 { last } else { at - 1 }),
            "Enter" => {
                event.prevent_default();
                // The article has the focus when the dialog is gone, and is not meant.
                event.stop_propagation();
                if let Some(it) = shown.get(at) {
                    run(&send, it.action.clone());
                }
            }
            _ => {}
        }
    };
    html! {
        <Modal language={props.language} class="commands" title={props.title} send={props.send.clone()}>
            <input
                ref={field}
                type="text"
                role="combobox"
                aria-expanded="true"
                aria-controls="command-list"
                aria-activedescendant={format!("command-{at}")}
                aria-label={props.hint}
                placeholder={props.hint}
                autocomplete="off"
                spellcheck="false"
                data-testid="command"
                {oninput}
                {onkeydown}
            />
            <ul id="command-list" role="listbox" aria-label={props.title}>
                { for shown.iter().enumerate().map(|(idx, it)| option(idx, it, idx == at, props)) }
            </ul>
            if shown.is_empty() {
                <p class="nothing">{ props.nothing }</p>
            }
        </Modal>
    }
}

/// All that can be done at `place`, by name.
#[must_use]
pub fn commands(place: &Place<'_>, keymap: &Keymap, language: Language) -> Vec<Entry> {
    let t = messages(language);
    let labelling = place.labels.filter(|_| place.has_something()).into_iter().flat_map(|labels| {
        labels.iter().map(|it| Entry {
            name: (t.label_as)(&label_name(language, labels, &it.id)),
            keys: it.key.clone(),
            swatch: None,
            action: Action::Label(it.id.clone()),
        })
    });
    let ready = |it: &&Act| **it != Act::Commands && it.is_ready(place);
    let acts = Act::ALL.iter().filter(ready).map(|it| Entry {
        name: (t.act)(*it).to_owned(),
        keys: keymap.keys(*it).first().copied().unwrap_or_default().to_owned(),
        swatch: None,
        action: Action::Do(*it),
    });
    labelling.chain(acts).collect()
}

/// What the current annotation may be the same as: all other groups, first those of its label.
#[must_use]
pub fn others(document: &Document, current: &Annotation) -> Vec<Entry> {
    let mut groups = groups(document, &GroupFilter::default(), GroupSort::Position);
    groups.retain(|it| !it.has(&current.id));
    let (same, rest): (Vec<Group>, Vec<Group>) =
        groups.into_iter().partition(|it| it.label == current.label);
    let entry = |it: &Group| {
        let first = it.items.first()?;
        let count =
            if it.items.len() > 1 { format!(" ({})", it.items.len()) } else { String::new() };
        let swatch = Some(palette::class(index(&document.labels, &it.label), true, 0));
        let action = Action::SameAs(first.id.clone());
        Some(Entry { name: format!("{}{count}", it.name), keys: String::new(), swatch, action })
    };
    same.iter().chain(&rest).filter_map(entry).collect()
}

fn matching(entries: &[Entry], query: &str) -> Vec<Entry> {
    let query = bare(query);
    let has_all = |it: &&Entry| {
        let name = bare(&it.name);
        query.split_whitespace().all(|word| name.contains(word))
    };
    entries.iter().filter(has_all).take(MOST).cloned().collect()
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
            { for it.swatch.as_ref().map(|it| html! { <span class={classes!("swatch", "filled", it.clone())}></span> }) }
            <span class="what">{ it.name.clone() }</span>
            if !it.keys.is_empty() { { shortcut(&it.keys, props.language) } }
        </li>
    }
}
