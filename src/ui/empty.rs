//! The empty sheet.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::app::Msg;
use super::file_button::FileButton;
use super::icon::Icon;
use super::messages::{Messages, label_name, messages};
use super::platform::preferences;
use super::run::index;
use super::watch::key_of;
use super::{palette, samples};
use crate::detect::Language;
use crate::document::{Label, LabelSet};

/// What the empty sheet needs.
#[derive(Clone, Properties, PartialEq)]
pub struct EmptyProps {
    /// Of the interface.
    pub language: Language,
    /// Whether a file hovers over the page.
    pub hover: bool,
    /// Whether it is known that nothing is open.
    pub usable: bool,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// A sheet to write on, and other ways to an article.
#[component]
pub fn Empty(props: &EmptyProps) -> Html {
    let t = messages(props.language);
    let field = use_node_ref();
    let draft = use_memo((), |()| AttrValue::from(preferences::draft()));
    let has_text = use_state(|| !draft.trim().is_empty());
    let open = {
        let (field, send) = (field.clone(), props.send.clone());
        Callback::from(move |()| {
            if let Some(it) = field.cast::<HtmlTextAreaElement>() {
                preferences::keep_draft("");
                send.emit(Msg::Open { text: it.value(), source: String::new() });
            }
        })
    };
    use_effect_with((props.usable, field.clone()), |(_, field)| {
        if let Some(it) = field.cast::<HtmlTextAreaElement>() {
            // Not where a browser keeps the focus for itself.
            let _ = it.focus();
        }
    });
    let class =
        classes!("empty", props.hover.then_some("hover"), (!props.usable).then_some("waits"));
    html! {
        <main {class}>
            <div class="sheet">
                { textarea(t, &field, &draft, &has_text, &open) }
                if props.hover {
                    <p class="drop">{ t.drop_here }</p>
                }
                { ways(props, t, *has_text, &open) }
            </div>
            { promise(props.language, t) }
        </main>
    }
}

fn textarea(
    t: &'static Messages,
    field: &NodeRef,
    draft: &AttrValue,
    has_text: &UseStateHandle<bool>,
    open: &Callback<()>,
) -> Html {
    let has_text = has_text.clone();
    let oninput = move |event: InputEvent| {
        let value = event.target_unchecked_into::<HtmlTextAreaElement>().value();
        has_text.set(!value.trim().is_empty());
    };
    let onchange = |event: Event| {
        preferences::keep_draft(&event.target_unchecked_into::<HtmlTextAreaElement>().value());
    };
    let open = open.clone();
    let onkeydown = move |event: KeyboardEvent| {
        let name = event.key();
        let key = key_of(&event, &name);
        if name == "Enter" && key.command && !key.composing {
            event.prevent_default();
            open.emit(());
        }
    };
    html! {
        <textarea
            ref={field}
            data-testid="article-input"
            aria-label={t.article_text}
            placeholder={t.paste_here}
            spellcheck="false"
            autocomplete="off"
            defaultvalue={draft}
            {oninput}
            {onchange}
            {onkeydown}
        />
    }
}

fn ways(props: &EmptyProps, t: &'static Messages, has_text: bool, open: &Callback<()>) -> Html {
    let sample = |language: Language| {
        props.send.reform(move |_: MouseEvent| Msg::Open {
            text: samples::article(language).to_owned(),
            source: samples::source(language).to_owned(),
        })
    };
    let file = FileButton {
        class: "",
        testid: "choose-file",
        name: t.choose_file,
        inside: html! { <>{ Icon::File.view() }{ t.choose_file }</> },
        send: &props.send,
    };
    html! {
        <div class="ways">
            <button type="button" class="primary" data-testid="open" disabled={!has_text} onclick={open.reform(|_: MouseEvent| ())}>
                { t.open }<kbd aria-hidden="true">{ "Ctrl ↵" }</kbd>
            </button>
            { file.view() }
            <span class="samples">
                { t.or_look_at }{ " " }
                <button type="button" class="link" lang="vi" data-testid="sample-vi" onclick={sample(Language::Vi)}>
                    { t.sample_vi }
                </button>
                { " · " }
                <button type="button" class="link" lang="en" data-testid="sample-en" onclick={sample(Language::En)}>
                    { t.sample_en }
                </button>
            </span>
        </div>
    }
}

/// What the page is for, each label shown as it is drawn, and that all of it stays here.
fn promise(language: Language, t: &'static Messages) -> Html {
    let labels = LabelSet::builtin();
    let last = labels.iter().len() - 1;
    let word = |(at, it): (usize, &Label)| {
        let name = label_name(language, &labels, &it.id).to_lowercase();
        let class = format!("mark {}", palette::class(index(&labels, &it.id), false, 0));
        html! { <><span {class}>{ name }</span>{ if at == last { "; " } else { ", " } }</> }
    };
    html! {
        <div class="promise">
            <p>
                { t.finds }{ " " }
                { for labels.iter().enumerate().map(word) }
                { t.and_then }
            </p>
            <p>{ t.stays_here }</p>
        </div>
    }
}
