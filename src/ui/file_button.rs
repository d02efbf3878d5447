//! A button by which a file is chosen.

use wasm_bindgen::JsCast;
use web_sys::{Element, File, HtmlInputElement};
use yew::prelude::*;

use super::app::Msg;

/// How the button looks and what it is called.
#[derive(Debug)]
pub struct FileButton<'a> {
    /// Its class.
    pub class: &'static str,
    /// Its hook for tests.
    pub testid: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it shows.
    pub inside: Html,
    /// Where messages go.
    pub send: &'a Callback<Msg>,
}

impl FileButton<'_> {
    /// A button of our own look; the browser's own field, beside it, does the work.
    pub fn view(self) -> Html {
        let send = self.send.clone();
        let onchange = move |event: Event| {
            if let Some(file) = chosen(&event) {
                send.emit(Msg::File(file));
            }
        };
        html! {
            <>
                <button
                    type="button"
                    class={self.class}
                    data-testid={self.testid}
                    aria-label={self.name}
                    title={self.name}
                    onclick={|event: MouseEvent| { let _ = choose(&event); }}
                >
                    { self.inside }
                </button>
                <input
                    type="file"
                    hidden=true
                    accept=".json,.txt,.md,text/plain,application/json"
                    aria-label={self.name}
                    {onchange}
                />
            </>
        }
    }
}

fn choose(event: &MouseEvent) -> Option<()> {
    let button = event.target_dyn_into::<Element>()?.closest("button").ok()??;
    button.next_element_sibling()?.dyn_into::<HtmlInputElement>().ok()?.click();
    Some(())
}

fn chosen(event: &Event) -> Option<File> {
    let field = event.target_unchecked_into::<HtmlInputElement>();
    let file = field.files()?.item(0);
    // So that the same file can be chosen again.
    field.set_value("");
    file
}
