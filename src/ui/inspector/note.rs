//! What a person writes beside an annotation.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::detect::Language;
use crate::document::Annotation;
use crate::session::{self, Command};
use crate::ui::app::Msg;
use crate::ui::icon::Icon;
use crate::ui::messages::messages;
use crate::ui::watch::leaves_field;

/// Whose note it is.
#[derive(Clone, Properties, PartialEq)]
pub struct NoteProps {
    /// Of the interface.
    pub language: Language,
    /// The annotation.
    pub annotation: Rc<Annotation>,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// The note, or a button that makes room for one. Taken when the field is left.
#[component]
pub fn Note(props: &NoteProps) -> Html {
    let t = messages(props.language);
    let wanted = use_state(|| false);
    let field = use_node_ref();
    let focused = field.clone();
    use_effect_with(*wanted, move |wanted| {
        if let (true, Some(it)) = (*wanted, focused.cast::<HtmlTextAreaElement>()) {
            // It has just been made; a browser that does not focus it does no harm.
            let _ = it.focus();
        }
    });
    if props.annotation.note.is_empty() && !*wanted {
        let onclick = move |_: MouseEvent| wanted.set(true);
        return html! {
            <button type="button" class="link note-button" data-edit="note" {onclick}>
                { Icon::Note.view() }{ t.note }
            </button>
        };
    }
    let id = props.annotation.id.clone();
    let onchange = props.send.reform(move |event: Event| {
        let note = event.target_unchecked_into::<HtmlTextAreaElement>().value();
        Msg::Session(session::Msg::Do(Command::SetNote { id: id.clone(), note }))
    });
    let send = props.send.clone();
    let onkeydown = move |event: KeyboardEvent| {
        if leaves_field(&event, &["Escape"]) {
            send.emit(Msg::ToArticle);
        }
    };
    html! {
        <label class="note">
            <span>{ t.note }</span>
            <textarea
                ref={field}
                rows="2"
                data-edit="note"
                placeholder={t.note_hint}
                value={props.annotation.note.clone()}
                {onchange}
                {onkeydown}
            />
        </label>
    }
}
