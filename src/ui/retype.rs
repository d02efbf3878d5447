//! A piece of the text, to be typed over.
//!
//! A field of the browser's own, because that is where every input method of Vietnamese works; what
//! was typed is taken over as a whole, once the person says so.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::app::Msg;
use super::dialog::{self, Modal};
use super::keys::Act;
use super::messages::messages;
use crate::detect::Language;
use crate::session::{self, Command};
use crate::text::Span;

/// The lines at `span`, which is in bytes of `text`, and the text as it was pasted if it has been
/// edited before. `Ctrl/⌘+Enter` takes over what was typed, as the button does.
pub fn retype(
    text: &str,
    span: Span,
    original: Option<&str>,
    language: Language,
    send: &Callback<Msg>,
) -> Html {
    let t = messages(language);
    let lines = text.get(span.range()).unwrap_or_default().to_owned();
    let apply = send.clone();
    let onclick = move |_: MouseEvent| take_over(span, &apply);
    let apply = send.clone();
    let onkeydown = move |event: KeyboardEvent| {
        let asked = event.key() == "Enter" && (event.ctrl_key() || event.meta_key());
        if asked && !event.is_composing() {
            event.prevent_default();
            take_over(span, &apply);
        }
    };
    // Not `value`: what is typed would be lost whenever the page is drawn.
    html! {
        <Modal {language} class="retype" title={(t.act)(Act::EditText)} send={send.clone()}>
            <p>{ t.retype_hint }</p>
            <textarea autofocus=true rows="8" spellcheck="false" data-testid="retype" aria-label={t.article_lines} defaultvalue={lines} {onkeydown} />
            <div class="actions">
                <button type="button" class="primary" data-testid="apply-text" {onclick}>{ t.apply }</button>
                <button type="button" onclick={|_: MouseEvent| dialog::close()}>{ t.cancel }</button>
            </div>
            if let Some(original) = original {
                <details>
                    <summary>{ t.original }</summary>
                    <pre data-testid="original">{ original.to_owned() }</pre>
                </details>
            }
        </Modal>
    }
}

/// The dialog goes first, so that the focus is back in the article.
fn take_over(span: Span, send: &Callback<Msg>) {
    let Some(text) = typed() else { return };
    dialog::close();
    send.emit(Msg::Session(session::Msg::Do(Command::EditText { span, text })));
}

fn typed() -> Option<String> {
    let field = document().query_selector("dialog.retype textarea").ok()??;
    field.dyn_into::<HtmlTextAreaElement>().ok().map(|it| it.value())
}
