//! What stands beside the article: on a small screen, what can be pulled up over it.

use yew::prelude::*;

use super::icon::Icon;
use super::messages::messages;
use crate::detect::Language;

/// What is beside the article.
#[derive(Clone, Properties, PartialEq)]
pub struct SideProps {
    /// Of the interface.
    pub language: Language,
    /// Whether an annotation is current.
    pub has_current: bool,
    /// The inspector and the list.
    pub children: Children,
}

/// A column beside the article. On a small screen it is a sheet at the bottom that
/// shows the current annotation, and by its handle the list.
#[component]
pub fn Side(props: &SideProps) -> Html {
    let t = messages(props.language);
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        move |_: MouseEvent| open.set(!*open)
    };
    let class =
        classes!("side", open.then_some("open"), props.has_current.then_some("has-current"));
    html! {
        <aside {class}>
            <button type="button" class="handle" aria-expanded={open.to_string()} onclick={toggle}>
                { t.annotations }{ if *open { Icon::More } else { Icon::Up }.view() }
            </button>
            { props.children.clone() }
        </aside>
    }
}
