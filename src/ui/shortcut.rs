//! How keys are shown.

use gloo::utils::window;
use yew::prelude::*;

use super::messages::messages;
use crate::detect::Language;

/// Keys that are held together, from how [`super::keys::Key::chord`] writes them.
pub fn shortcut(chord: &str, language: Language) -> Html {
    html! {
        <span class="together">
            { for names(chord).map(|it| html! { <kbd>{ on_this_machine(it, language) }</kbd> }) }
        </span>
    }
}

/// The same in one line, for what a button says of itself.
pub fn in_words(chord: &str, language: Language) -> String {
    names(chord).map(|it| on_this_machine(it, language)).collect::<Vec<_>>().join("+")
}

/// `+` itself has no name of its own.
fn names(chord: &str) -> impl Iterator<Item = &str> {
    chord.split_inclusive('+').map(|it| if it == "+" { it } else { it.trim_end_matches('+') })
}

/// A Mac has ⌘ where others have Ctrl.
fn on_this_machine(key: &str, language: Language) -> String {
    let platform = window().navigator().user_agent().unwrap_or_default();
    match key {
        "Ctrl" if platform.contains("Mac OS") => "⌘",
        "ArrowLeft" => "←",
        "ArrowRight" => "→",
        "ArrowUp" => "↑",
        "ArrowDown" => "↓",
        "Escape" => "Esc",
        " " => messages(language).space,
        it => it,
    }
    .to_owned()
}
