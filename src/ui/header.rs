//! The line above the article.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::app::{Msg, Saving};
use super::export::Export;
use super::file_button::FileButton;
use super::icon::Icon;
use super::keys::{Act, Action};
use super::messages::{Messages, messages, other};
use super::shortcut::in_words;
use crate::detect::Language;
use crate::document::{Meta, parse_date};
use crate::session::{self, Command};

/// What the header shows.
#[derive(Clone, Properties, PartialEq)]
pub struct HeaderProps {
    /// Of the interface.
    pub language: Language,
    /// Of the article; none while nothing is open.
    pub meta: Option<Rc<Meta>>,
    /// Whether the work is safe.
    pub saving: Saving,
    /// Whether suggestions are still to come.
    pub detecting: bool,
    /// Whether there is something to undo.
    pub can_undo: bool,
    /// Whether there is something to redo.
    pub can_redo: bool,
    /// Whether what is drawn over with the mouse is labelled at once.
    pub pen: bool,
    /// Whether the text can be edited.
    pub editing: bool,
    /// What opens the palette, as [`super::keys::Key::chord`] writes it.
    pub commands: AttrValue,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// Name, title, date, and what is done with the article as a whole.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let t = messages(props.language);
    let is_open = props.meta.is_some();
    html! {
        <header class="top">
            if is_open { { skip(props, t) } }
            <h1 class="name" lang="vi">{ "Dấu" }</h1>
            { for props.meta.as_ref().map(|it| article(it, props, t)) }
            <div class="tools">
                if is_open || props.can_undo || props.can_redo {
                    { tool(Icon::Undo, t.undo, !props.can_undo, props, || Msg::Session(session::Msg::Undo)) }
                    { tool(Icon::Redo, t.redo, !props.can_redo, props, || Msg::Session(session::Msg::Redo)) }
                }
                if is_open {
                    { pen(props, t) }
                    if props.editing {
                        { tool(Icon::Text, (t.act)(Act::EditText), false, props, || Msg::Do(Action::Do(Act::EditText))) }
                    }
                    { tool(Icon::New, t.new_article, false, props, || Msg::Session(session::Msg::Close)) }
                }
                { import(props, t) }
                if is_open {
                    <Export language={props.language} send={props.send.clone()} />
                }
                { speak(props, t) }
                { commands(props, t) }
                { tool(Icon::Help, t.help, false, props, || Msg::Do(Action::Do(Act::Help))) }
            </div>
        </header>
    }
}

/// Seen only by those who come to it with the Tab key.
fn skip(props: &HeaderProps, t: &'static Messages) -> Html {
    let onclick = props.send.reform(|_: MouseEvent| Msg::Do(Action::Do(Act::ToArticle)));
    html! {
        <button type="button" class="skip" data-testid="skip" {onclick}>{ t.skip_to_article }</button>
    }
}

/// Title, date and state of the open article.
fn article(meta: &Meta, props: &HeaderProps, t: &'static Messages) -> Html {
    let title = AttrValue::from(meta.title.clone());
    html! {
        <div class="about">
            <Title language={props.language} {title} send={props.send.clone()} />
            { date(meta, props, t) }
            { state(props, t) }
        </div>
    }
}

#[derive(Clone, Properties, PartialEq)]
struct TitleProps {
    language: Language,
    title: AttrValue,
    send: Callback<Msg>,
}

/// A component of its own: drawn with the header, whenever something is saved, it would lose what is being
/// typed.
#[component]
fn Title(props: &TitleProps) -> Html {
    let t = messages(props.language);
    let onchange = props.send.reform(|event: Event| {
        let title = event.target_unchecked_into::<HtmlInputElement>().value();
        Msg::Session(session::Msg::Do(Command::SetTitle(title)))
    });
    html! {
        <input
            class="title"
            data-testid="title"
            value={props.title.clone()}
            placeholder={t.untitled}
            aria-label={t.title}
            autocomplete="off"
            {onchange}
        />
    }
}

fn date(meta: &Meta, props: &HeaderProps, t: &'static Messages) -> Html {
    let set =
        |text: &str| Msg::Session(session::Msg::Do(Command::SetReferenceDate(parse_date(text))));
    let onchange = props.send.reform(move |event: Event| {
        set(&event.target_unchecked_into::<HtmlInputElement>().value())
    });
    let value = meta.reference_date.map(|it| it.to_string()).unwrap_or_default();
    let clear = props.send.reform(move |_: MouseEvent| set(""));
    html! {
        <span class="reference" title={t.reference_date_hint}>
            <label>
                <span>{ t.reference_date }</span>
                <input type="date" data-testid="reference-date" aria-label={t.reference_date} max="9999-12-31" value={value.clone()} {onchange} />
            </label>
            if !value.is_empty() {
                <button type="button" class="icon-button" aria-label={t.clear_date} title={t.clear_date} onclick={clear}>
                    { Icon::Close.view() }
                </button>
            }
        </span>
    }
}

fn state(props: &HeaderProps, t: &'static Messages) -> Html {
    let (class, words) = match props.saving {
        Saving::Failed => ("failed", t.not_saved),
        _ if props.detecting => ("busy", t.detecting),
        Saving::Pending => ("busy", t.saving),
        Saving::Done => ("saved", t.saved),
    };
    html! {
        <span class={classes!("state", class)} data-testid="state" title={words}>
            if props.saving == Saving::Done && !props.detecting { { Icon::Saved.view() } }
            <span>{ words }</span>
        </span>
    }
}

fn tool(
    icon: Icon,
    name: &'static str,
    disabled: bool,
    props: &HeaderProps,
    msg: fn() -> Msg,
) -> Html {
    let onclick = props.send.reform(move |_: MouseEvent| msg());
    html! {
        <button type="button" class="icon-button" aria-label={name} title={name} {disabled} {onclick}>
            { icon.view() }
        </button>
    }
}

/// A switch: on, the mouse labels what it is drawn over.
fn pen(props: &HeaderProps, t: &'static Messages) -> Html {
    let onclick = props.send.reform(|_: MouseEvent| Msg::Do(Action::Do(Act::Pen)));
    let name = (t.act)(Act::Pen);
    html! {
        <button type="button" class="icon-button" data-testid="pen" aria-pressed={props.pen.to_string()} aria-label={name} title={name} {onclick}>
            { Icon::Pen.view() }
        </button>
    }
}

/// All that has a key or a name can be done without the one and without knowing the other.
fn commands(props: &HeaderProps, t: &'static Messages) -> Html {
    let onclick = props.send.reform(|_: MouseEvent| Msg::Do(Action::Do(Act::Commands)));
    let title = format!("{} ({})", t.commands, in_words(&props.commands, props.language));
    html! {
        <button type="button" class="icon-button" data-testid="commands" aria-haspopup="dialog" aria-label={t.commands} {title} {onclick}>
            { Icon::Commands.view() }
        </button>
    }
}

fn import(props: &HeaderProps, t: &'static Messages) -> Html {
    let button = FileButton {
        class: "icon-button",
        testid: "import",
        name: t.import,
        inside: Icon::Import.view(),
        send: &props.send,
    };
    button.view()
}

/// The other language by its own name, so that whoever needs it can read it.
fn speak(props: &HeaderProps, t: &'static Messages) -> Html {
    let other = other(props.language);
    let onclick = props.send.reform(|_: MouseEvent| Msg::Do(Action::Do(Act::OtherLanguage)));
    html! {
        <button type="button" class="speak" data-testid="language" lang={other.as_str()} aria-label={t.other_language} {onclick}>
            <span class="long">{ t.other_language }</span>
            <span class="short" aria-hidden="true">{ other.as_str().to_ascii_uppercase() }</span>
        </button>
    }
}
