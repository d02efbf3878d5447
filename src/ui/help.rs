//! The map of keys.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::app::Msg;
use super::icon::Icon;
use super::keys::{Line, MAP};
use super::messages::{Messages, messages};
use crate::detect::Language;

/// Whether the help is shown.
#[derive(Clone, Properties, PartialEq)]
pub struct HelpProps {
    /// Of the interface.
    pub language: Language,
    /// Whether it is shown.
    pub shown: bool,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// A dialog of the browser's own: it keeps the focus, and Esc closes it.
#[component]
pub fn Help(props: &HelpProps) -> Html {
    let t = messages(props.language);
    let node = use_node_ref();
    let dialog = node.clone();
    use_effect_with(props.shown, move |shown| {
        if let Some(it) = dialog.cast::<HtmlDialogElement>() {
            match *shown {
                // Fails only for one that is shown already.
                true if !it.open() => drop(it.show_modal()),
                false => it.close(),
                true => {}
            }
        }
    });
    let close = props.send.reform(|_: MouseEvent| Msg::Help(false));
    html! {
        <dialog ref={node} class="help" aria-labelledby="help-title" onclose={props.send.reform(|_: Event| Msg::Help(false))}>
            <header>
                <h2 id="help-title">{ t.keyboard }</h2>
                <button type="button" class="icon-button" aria-label={t.close} title={t.close} onclick={close}>
                    { Icon::Close.view() }
                </button>
            </header>
            <p>{ t.keyboard_hint }</p>
            <dl>{ for MAP.iter().map(|it| line(it, t)) }</dl>
            <h2>{ t.mouse }</h2>
            <ul>
                <li>{ t.mouse_select }</li>
                <li>{ t.mouse_exact }</li>
                <li>{ t.mouse_click }</li>
            </ul>
        </dialog>
    }
}

fn line((keys, what): &Line, t: &'static Messages) -> Html {
    let together = |it: &&[&'static str]| {
        html! {
            <span class="together">
                { for it.iter().map(|it| html! { <kbd>{ on_this_machine(it) }</kbd> }) }
            </span>
        }
    };
    html! {
        <>
            <dt>{ for keys.iter().map(together) }</dt>
            <dd>{ what(t) }</dd>
        </>
    }
}

/// A Mac has ⌘ where others have Ctrl.
fn on_this_machine(key: &'static str) -> &'static str {
    let platform = gloo::utils::window().navigator().user_agent().unwrap_or_default();
    if key == "Ctrl" && platform.contains("Mac OS") { "⌘" } else { key }
}
