//! The labels in use, edited all together: nothing changes before it is applied, and one undo takes
//! it back.

mod draft;
mod sets;

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use self::draft::{Draft, Fault};
use super::app::Msg;
use super::dialog::{self, Modal};
use super::icon::Icon;
use super::keys::Keymap;
use super::messages::{Messages, label_name, messages};
use crate::detect::Language;
use crate::document::{Label, LabelId, LabelSet};
use crate::session::Command;

/// What is edited.
#[derive(Clone, Properties, PartialEq)]
pub struct LabelsProps {
    /// Of the interface.
    pub language: Language,
    /// The labels in use.
    pub labels: Rc<LabelSet>,
    /// The keys, which no label can have.
    pub keymap: Rc<Keymap>,
    /// How many annotations each of them has.
    pub counts: Vec<(LabelId, usize)>,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// A row for each label, what becomes of the annotations of those that go, and whole sets.
#[component]
pub fn Labels(props: &LabelsProps) -> Html {
    let t = messages(props.language);
    let draft = use_state(|| Draft::new(&props.labels));
    let fault = draft.fault(&props.keymap);
    let apply = {
        let (draft, send) = (draft.clone(), props.send.clone());
        move |_: MouseEvent| {
            let (labels, heirs) = draft.finish();
            dialog::close();
            send.emit(Msg::Labels(Command::SetLabels { labels, heirs }));
        }
    };
    let keymap = Rc::clone(&props.keymap);
    let add = edit(&draft, move |it| it.add(t.new_label, &keymap));
    html! {
        <Modal language={props.language} class="labels" title={t.labels} send={props.send.clone()}>
            <p>{ t.labels_hint }</p>
            { sets::view(&draft, props.language) }
            <ul class="label-rows">
                { for draft.labels().enumerate().map(|(at, it)| row(at, it, &draft, props, t)) }
            </ul>
            <button type="button" data-testid="add-label" onclick={add}>{ t.add_label }</button>
            { for gone(&draft, props).map(|(it, count)| heir(it, count, &draft, props, t)) }
            if let Some(refused) = draft.refused() {
                <p class="wrong" role="alert">{ refused.to_owned() }</p>
            }
            if let Some(fault) = &fault {
                <p class="wrong" role="alert">{ say(fault, t) }</p>
            }
            <div class="actions">
                <button type="button" class="primary" data-testid="apply-labels" disabled={fault.is_some()} onclick={apply}>{ t.apply }</button>
                <button type="button" onclick={|_: MouseEvent| dialog::close()}>{ t.cancel }</button>
            </div>
        </Modal>
    }
}

/// What an event does to the draft.
fn edit<E: 'static>(
    draft: &UseStateHandle<Draft>,
    change: impl Fn(&mut Draft) + 'static,
) -> Callback<E> {
    let draft = draft.clone();
    Callback::from(move |_: E| {
        let mut new = Draft::clone(&draft);
        change(&mut new);
        draft.set(new);
    })
}

/// What is typed into a field of a row does to its label.
fn typed(
    at: usize,
    draft: &UseStateHandle<Draft>,
    change: impl Fn(&mut Label, String) + 'static,
) -> Callback<InputEvent> {
    let draft = draft.clone();
    Callback::from(move |event: InputEvent| {
        let value = event.target_unchecked_into::<HtmlInputElement>().value();
        let mut new = Draft::clone(&draft);
        new.change(at, |it| change(it, value));
        draft.set(new);
    })
}

fn row(
    at: usize,
    it: &Label,
    draft: &UseStateHandle<Draft>,
    props: &LabelsProps,
    t: &'static Messages,
) -> Html {
    let name = label_name(props.language, draft.all(), &it.id);
    let last = draft.labels().count().saturating_sub(1);
    let shown = if it.is_hidden() { t.show_label } else { t.hide_label };
    html! {
        <li key={it.id.to_string()} class={classes!(it.is_hidden().then_some("hidden"))} data-row={it.id.to_string()}>
            <input type="color" value={it.color.clone()} aria-label={(t.color_of)(&name)} oninput={typed(at, draft, |it, value| it.color = value)} />
            <input class="label-name" value={name.clone()} aria-label={t.label_name} oninput={typed(at, draft, |it, value| it.name = value)} />
            <input class="label-key" value={it.key.clone()} maxlength="1" aria-label={(t.key_of)(&name)} oninput={typed(at, draft, |it, value| it.key = value)} />
            { button(Icon::Up, t.move_up, at == 0, edit(draft, move |it| it.swap(at - 1, at))) }
            { button(Icon::More, t.move_down, at == last, edit(draft, move |it| it.swap(at, at + 1))) }
            { button(if it.is_hidden() { Icon::Hidden } else { Icon::Shown }, shown, false, edit(draft, move |it| it.change(at, |it| it.hide(!it.is_hidden())))) }
            { button(Icon::Remove, t.remove_label, last == 0, edit(draft, move |it| it.remove(at))) }
        </li>
    }
}

fn button(icon: Icon, name: &'static str, disabled: bool, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="icon-button" aria-label={name} title={name} {disabled} {onclick}>
            { icon.view() }
        </button>
    }
}

/// Labels in use that are not in the draft and have annotations, with how many.
fn gone<'p>(draft: &Draft, props: &'p LabelsProps) -> impl Iterator<Item = (&'p LabelId, usize)> {
    let there = draft.all().clone();
    let counted = props.counts.iter().map(|it| (&it.0, it.1));
    counted.filter(move |(id, count)| *count > 0 && there.get(id).is_none())
}

/// Asks what becomes of the annotations of a label that goes.
fn heir(
    id: &LabelId,
    count: usize,
    draft: &UseStateHandle<Draft>,
    props: &LabelsProps,
    t: &'static Messages,
) -> Html {
    let chosen = draft.heir(id);
    let onchange = {
        let (draft, id) = (draft.clone(), id.clone());
        move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            let mut new = Draft::clone(&draft);
            new.set_heir(&id, (!value.is_empty()).then(|| value.as_str().into()));
            draft.set(new);
        }
    };
    let option = |it: &Label| {
        let value = it.id.to_string();
        html! { <option {value} selected={chosen == Some(&it.id)}>{ (t.becomes)(&label_name(props.language, draft.all(), &it.id)) }</option> }
    };
    html! {
        <label class="heir" key={format!("heir {id}")}>
            { (t.gone_label)(&label_name(props.language, &props.labels, id), count) }
            <select data-heir={id.to_string()} {onchange}>
                <option value="" selected={chosen.is_none()}>{ t.remove_all }</option>
                { for draft.labels().map(option) }
            </select>
        </label>
    }
}

fn say(fault: &Fault, t: &'static Messages) -> String {
    match fault {
        Fault::NoName => t.label_without_name.to_owned(),
        Fault::KeyTwice(key) => (t.key_twice)(key),
        Fault::KeyTaken(key, act) => format!("{key}: {}", (t.key_taken)((t.act)(*act))),
        Fault::NameTwice(name) => (t.name_twice)(name),
    }
}
