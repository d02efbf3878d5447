//! The labels as buttons, each with its key.

use yew::prelude::*;

use super::app::Msg;
use super::messages::{label_name, messages};
use super::run::swatch;
use crate::detect::Language;
use crate::document::{Label, LabelId, LabelSet};
use crate::session;

/// Which labels, and which of them is the one.
#[derive(Clone, Copy, Debug)]
pub struct Chips<'a> {
    /// Of the interface.
    pub language: Language,
    /// The labels in use.
    pub labels: &'a LabelSet,
    /// The label of what is current.
    pub pressed: Option<&'a LabelId>,
    /// Where messages go.
    pub send: &'a Callback<Msg>,
}

impl Chips<'_> {
    /// The labels in their order. A click does what the key does, and takes no focus.
    pub fn view(&self) -> Html {
        html! {
            <div class="chips" role="group" aria-label={messages(self.language).label_selection}>
                { for self.labels.iter().map(|it| chip(it, self)) }
            </div>
        }
    }
}

fn chip(it: &Label, props: &Chips<'_>) -> Html {
    let id = it.id.clone();
    let onclick =
        props.send.reform(move |_: MouseEvent| Msg::Session(session::Msg::Label(id.clone())));
    let pressed = props.pressed.map(|label| *label == it.id);
    html! {
        <button
            key={it.id.to_string()}
            type="button"
            class="chip"
            data-chip={it.id.to_string()}
            aria-pressed={pressed.map(|it| it.to_string())}
            aria-keyshortcuts={it.key.clone()}
            onmousedown={|event: MouseEvent| event.prevent_default()}
            {onclick}
        >
            { swatch(props.labels, &it.id, true) }
            <span>{ label_name(props.language, props.labels, &it.id) }</span>
            if !it.key.is_empty() {
                <kbd aria-hidden="true">{ it.key.clone() }</kbd>
            }
        </button>
    }
}
