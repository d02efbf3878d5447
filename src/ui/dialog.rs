//! A dialog of the browser's own: it keeps the focus inside, and Esc closes it.

use std::rc::Rc;

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::app::Msg;
use super::icon::Icon;
use super::messages::messages;
use super::typing;
use crate::detect::Language;

/// Closes what is open; the browser puts the focus back to where it was.
pub fn close() {
    if let Some(it) = opened() {
        it.close();
    }
}

/// Scrolls a list in the dialog until an item of it can be seen.
pub fn show_item(list: &str, at: usize) {
    let items = document().get_element_by_id(list).map(|it| it.children());
    if let Some(it) = items.and_then(|it| it.item(u32::try_from(at).ok()?)) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        it.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn opened() -> Option<HtmlDialogElement> {
    document().query_selector("dialog[open]").ok()??.dyn_into().ok()
}

/// What is in the dialog.
#[derive(Clone, Properties, PartialEq)]
pub struct ModalProps {
    /// Of the interface.
    pub language: Language,
    /// For the style sheet.
    pub class: &'static str,
    /// What it is called.
    pub title: AttrValue,
    /// Where messages go: [`Msg::CloseDialog`] when it was closed.
    pub send: Callback<Msg>,
    /// What is in it.
    pub children: Children,
}

/// Shown for as long as it is drawn. A click beside it closes it, if it began there too and nothing was typed that has
/// yet to be applied: a selection may be drawn beyond its edge.
#[component]
pub fn Modal(props: &ModalProps) -> Html {
    let node = use_node_ref();
    let dialog = node.clone();
    use_effect_with((), move |()| {
        if let Some(it) = dialog.cast::<HtmlDialogElement>() {
            // Fails only for one that is shown already.
            let _ = it.show_modal();
        }
    });
    let close = messages(props.language).close;
    let onclose = props.send.reform(|_: Event| Msg::CloseDialog);
    let pressed_beside = use_mut_ref(|| false);
    let is_beside = {
        let node = node.clone();
        move |event: &MouseEvent| event.target() == node.get().map(Into::into)
    };
    let onmousedown = {
        let (pressed_beside, is_beside) = (Rc::clone(&pressed_beside), is_beside.clone());
        move |event: MouseEvent| *pressed_beside.borrow_mut() = is_beside(&event)
    };
    let onclick = move |event: MouseEvent| {
        if is_beside(&event) && *pressed_beside.borrow() && !typing::is_unapplied() {
            self::close();
        }
    };
    html! {
        <dialog ref={node} class={classes!("modal", props.class)} aria-label={props.title.clone()} {onclose} {onmousedown} {onclick}>
            <div class="inside">
                <header>
                    <h2>{ props.title.clone() }</h2>
                    <button type="button" class="icon-button" aria-label={close} title={close} onclick={|_: MouseEvent| self::close()}>
                        { Icon::Close.view() }
                    </button>
                </header>
                { props.children.clone() }
            </div>
        </dialog>
    }
}
