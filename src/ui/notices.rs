//! What the person is told.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::app::Msg;
use super::icon::Icon;
use super::messages::{messages, notice};
use crate::detect::Language;
use crate::session::{self, Notice};

/// What is to be told.
#[derive(Clone, Properties, PartialEq)]
pub struct NoticesProps {
    /// Of the interface.
    pub language: Language,
    /// The notice.
    pub notice: Option<Notice>,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// Milliseconds after which a notice goes away that asks for nothing.
const SEEN_AFTER: u32 = 7000;

/// Two regions that screen readers listen to: one waits for its turn, the other does not.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let told = props.notice.as_ref().map(|it| notice(props.language, it));
    let passing = told.as_ref().is_some_and(|it| !it.1);
    let send = props.send.clone();
    use_effect_with(props.notice.clone(), move |_| {
        let gone = move || send.emit(Msg::Session(session::Msg::DismissNotice));
        let timeout = passing.then(|| Timeout::new(SEEN_AFTER, gone));
        move || drop(timeout)
    });
    let (status, alert) = match told {
        Some((text, true)) => (None, Some(text)),
        Some((text, false)) => (Some(text), None),
        None => (None, None),
    };
    html! {
        <div class="notices">
            <div role="status">{ for status.map(|it| view(it, "notice", props)) }</div>
            <div role="alert">{ for alert.map(|it| view(it, "notice alert", props)) }</div>
        </div>
    }
}

fn view(text: String, class: &'static str, props: &NoticesProps) -> Html {
    let t = messages(props.language);
    let close = t.close;
    let take = props.send.reform(|_: MouseEvent| Msg::Session(session::Msg::TakeAside));
    let onclick = props.send.reform(|_: MouseEvent| Msg::Session(session::Msg::DismissNotice));
    html! {
        <div {class} data-testid="notice">
            <p>{ text }</p>
            if matches!(props.notice, Some(Notice::RestoreFailed(..) | Notice::PersonalFailed(..))) {
                <button type="button" data-testid="take-aside" onclick={take}>{ t.download }</button>
            }
            <button type="button" class="icon-button" aria-label={close} title={close} {onclick}>
                { Icon::Close.view() }
            </button>
        </div>
    }
}
