//! What was learnt from the person, to look at and to correct.

use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::app::Msg;
use super::dialog::Modal;
use super::icon::Icon;
use super::messages::{Messages, label_name, messages};
use super::platform::files;
use crate::detect::Language;
use crate::document::{LabelSet, PersonalEntry, PersonalList, Verdict};
use crate::session::{self, Notice, PersonalMsg};
use crate::text::bare;

/// What the dialog shows.
#[derive(Clone, Properties, PartialEq)]
pub struct PersonalProps {
    /// Of the interface.
    pub language: Language,
    /// The labels that an entry can have.
    pub labels: LabelSet,
    /// What was learnt.
    pub list: PersonalList,
    /// Whether corrections are learnt from.
    pub learning: bool,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// Rows that are drawn at most; a search finds the others.
const ROWS: usize = 200;

/// A searchable list, the newest first, and what is done with all of it.
#[component]
pub fn Personal(props: &PersonalProps) -> Html {
    let t = messages(props.language);
    let query = use_state(String::new);
    let oninput = {
        let query = query.clone();
        move |event: InputEvent| {
            query.set(event.target_unchecked_into::<HtmlInputElement>().value())
        }
    };
    let wanted = bare(&query);
    let mut entries: Vec<_> =
        props.list.iter().filter(|it| bare(&it.surface).contains(&wanted)).collect();
    entries.reverse();
    html! {
        <Modal language={props.language} class="personal" title={t.personal} send={props.send.clone()}>
            <p>{ t.personal_hint }</p>
            { learning(props, t) }
            if props.list.is_empty() {
                <p class="nothing">{ t.personal_empty }</p>
            } else {
                <input type="search" placeholder={t.personal_search} aria-label={t.personal_search} {oninput} />
                <ul class="personal-rows" data-testid="personal-list">
                    { for entries.iter().take(ROWS).map(|it| row(it, props, t)) }
                </ul>
            }
            { all(props, t) }
        </Modal>
    }
}

fn tell(send: &Callback<Msg>, msg: PersonalMsg) {
    send.emit(Msg::Personal(msg));
}

fn learning(props: &PersonalProps, t: &'static Messages) -> Html {
    let send = props.send.clone();
    let onchange = move |event: Event| {
        let learn = event.target_unchecked_into::<HtmlInputElement>().checked();
        tell(&send, PersonalMsg::Learn(learn));
    };
    html! {
        <label class="check">
            <input type="checkbox" data-testid="learning" checked={props.learning} {onchange} />
            { t.learn }
        </label>
    }
}

fn row(it: &PersonalEntry, props: &PersonalProps, t: &'static Messages) -> Html {
    let surface = it.surface.clone();
    let own = if let Verdict::Is(label) = &it.verdict { Some(label) } else { None };
    let onchange = {
        let (send, surface) = (props.send.clone(), surface.clone());
        move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            let label = (!value.is_empty()).then(|| value.as_str().into());
            tell(&send, PersonalMsg::Set { surface: surface.clone(), label });
        }
    };
    let forget = {
        let (send, surface) = (props.send.clone(), surface.clone());
        move |_: MouseEvent| tell(&send, PersonalMsg::Forget(surface.clone()))
    };
    let option = |it: &crate::document::Label| {
        let name = label_name(props.language, &props.labels, &it.id);
        html! { <option value={it.id.to_string()} selected={own == Some(&it.id)}>{ name }</option> }
    };
    html! {
        <li key={format!("{surface} {own:?}")}>
            <span class="what">{ surface.clone() }</span>
            <span class="count" title={it.last_seen.map(|it| it.to_string())}>{ format!("×{}", it.count) }</span>
            <select aria-label={(t.what_it_is)(&surface)} {onchange}>
                <option value="" selected={own.is_none()}>{ t.no_name }</option>
                { for props.labels.iter().map(option) }
            </select>
            <button type="button" class="icon-button" aria-label={t.forget} title={t.forget} onclick={forget}>
                { Icon::Remove.view() }
            </button>
        </li>
    }
}

/// Files, and forgetting everything.
fn all(props: &PersonalProps, t: &'static Messages) -> Html {
    let send = props.send.clone();
    let export = move |_: MouseEvent| tell(&send, PersonalMsg::Export);
    let send = props.send.clone();
    let clear = move |_: MouseEvent| {
        if gloo::dialogs::confirm(t.forget_all_sure) {
            tell(&send, PersonalMsg::Clear);
        }
    };
    let send = props.send.clone();
    let import = move |event: Event| {
        let field = event.target_unchecked_into::<HtmlInputElement>();
        let Some(file) = field.files().and_then(|it| it.item(0)) else { return };
        let send = send.clone();
        spawn_local(async move {
            match files::read(file).await {
                Ok(text) => tell(&send, PersonalMsg::Import(text)),
                Err(why) => send.emit(Msg::Session(session::Msg::Tell(Notice::FileFailed(why)))),
            }
        });
        // So that the same file can be chosen again.
        field.set_value("");
    };
    html! {
        <div class="actions">
            <label class="button">
                { t.import }
                <input type="file" class="unseen" data-testid="import-personal" accept=".json,application/json" onchange={import} />
            </label>
            <button type="button" data-testid="export-personal" disabled={props.list.is_empty()} onclick={export}>{ t.download }</button>
            <button type="button" data-testid="clear-personal" disabled={props.list.is_empty()} onclick={clear}>{ t.forget_all }</button>
        </div>
    }
}
