//! A button by which a file is chosen.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::app::Msg;

/// How the button looks and what it is called.
#[derive(Clone, Properties, PartialEq)]
pub struct FileButtonProps {
    /// Its class.
    pub class: AttrValue,
    /// Its hook for tests.
    pub testid: AttrValue,
    /// Its name.
    pub name: AttrValue,
    /// Where messages go.
    pub send: Callback<Msg>,
    /// What it shows.
    pub children: Children,
}

/// A button of our own look; the browser's own field does the work.
#[component]
pub fn FileButton(props: &FileButtonProps) -> Html {
    let field = use_node_ref();
    let clicked = field.clone();
    let onclick = move |_: MouseEvent| {
        if let Some(it) = clicked.cast::<HtmlInputElement>() {
            it.click();
        }
    };
    let send = props.send.clone();
    let onchange = move |event: Event| {
        let field = event.target_unchecked_into::<HtmlInputElement>();
        if let Some(file) = field.files().and_then(|it| it.item(0)) {
            send.emit(Msg::File(file));
        }
        // So that the same file can be chosen again.
        field.set_value("");
    };
    html! {
        <>
            <button
                type="button"
                class={props.class.clone()}
                data-testid={props.testid.clone()}
                aria-label={props.name.clone()}
                title={props.name.clone()}
                {onclick}
            >
                { props.children.clone() }
            </button>
            <input
                ref={field}
                type="file"
                hidden=true
                accept=".json,.txt,.md,text/plain,application/json"
                aria-label={props.name.clone()}
                {onchange}
            />
        </>
    }
}
