//! What can be done with what is chosen, beside it.

use yew::prelude::*;

use super::app::Msg;
use super::chips::Chips;
use super::icon::Icon;
use super::keys::{Act, Action};
use super::messages::{Messages, messages};
use crate::detect::Language;
use crate::document::{Annotation, LabelId, LabelSet, Status};

/// What the bar is for and in which language it says so.
#[derive(Debug)]
pub struct Bar<'a> {
    /// Of the interface.
    pub language: Language,
    /// The labels in use.
    pub labels: &'a LabelSet,
    /// The annotation that it is for, unless it is for a selection.
    pub current: Option<&'a Annotation>,
    /// How many mentions say the same, if that is known.
    pub elsewhere: Option<usize>,
    /// How many pieces of the text a label is for.
    pub pieces: usize,
    /// Where messages go.
    pub send: &'a Callback<Msg>,
}

impl Bar<'_> {
    /// The bar, unseen until [`super::over::place`] has put it below or above what it is for.
    pub fn view(&self) -> Html {
        let t = messages(self.language);
        let of = if self.current.is_some() { "of-current" } else { "of-selection" };
        let chips = Chips {
            language: self.language,
            labels: self.labels,
            pressed: self.current.map(|it| &it.label),
            send: self.send,
        };
        html! {
            <div
                class={classes!("bar", of)}
                data-testid="bar"
                onmousedown={|event: MouseEvent| event.prevent_default()}
            >
                if self.pieces > 1 { <p class="pieces">{ (t.pieces)(self.pieces) }</p> }
                { chips.view() }
                { for self.current.map(|it| self.doings(it, t)) }
            </div>
        }
    }

    fn doings(&self, it: &Annotation, t: &'static Messages) -> Html {
        let open = it.status == Status::Suggested;
        let edit = if it.label == LabelId::DATE { t.value } else { t.note };
        let elsewhere = self.elsewhere.filter(|it| *it > 0).map(t.elsewhere);
        html! {
            <div class="doings">
                if open { { self.button(Act::Accept, &Icon::Check, t.accept, "↵") } }
                { for elsewhere.map(|it| self.button(Act::Propagate, &Icon::Same, &it, "A")) }
                { self.button(Act::Edit, &Icon::Note, edit, "F2") }
                { self.button(Act::Remove, &Icon::Remove, if open { t.reject } else { t.remove }, "Del") }
            </div>
        }
    }

    fn button(&self, act: Act, icon: &Icon, words: &str, key: &'static str) -> Html {
        let onclick = self.send.reform(move |_: MouseEvent| Msg::Do(Action::Do(act)));
        html! {
            <button type="button" {onclick}>
                { icon.view() }{ words.to_owned() }<kbd aria-hidden="true">{ key }</kbd>
            </button>
        }
    }
}
