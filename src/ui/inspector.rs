//! All there is to know of the current annotation, and to correct in it.

pub mod date;
pub mod entity;
pub mod note;

use std::rc::Rc;

use yew::prelude::*;

use self::date::DateFields;
use self::entity::{Told, entity};
use self::note::Note;
use super::app::Msg;
use super::chips::Chips;
use super::icon::Icon;
use super::messages::{Messages, label_name, messages};
use super::run::swatch;
use crate::detect::Language;
use crate::document::{Annotation, LabelId, LabelSet, Status, Timex};
use crate::session::{self, Command};
use crate::worker::Found;

/// The current annotation and what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// The annotation.
    pub annotation: Rc<Annotation>,
    /// What it says in the text.
    pub surface: AttrValue,
    /// What the detector said of it.
    pub found: Option<Found>,
    /// The words that decided its value.
    pub evidence: Option<AttrValue>,
    /// Other values that a date may have, the likeliest first.
    pub alternatives: Vec<Timex>,
    /// How many mentions that say the same would be labelled like it, if that is known.
    pub elsewhere: Option<usize>,
    /// What it points to, if that is said.
    pub told: Option<Told>,
}

/// What the inspector shows.
#[derive(Clone, Properties, PartialEq)]
pub struct InspectorProps {
    /// Of the interface.
    pub language: Language,
    /// The current annotation.
    pub about: About,
    /// The labels in use.
    pub labels: Rc<LabelSet>,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// The panel beside the article while an annotation is current. A component, since its fields would lose what
/// is being typed if they were drawn whenever the page is.
#[component]
pub fn Inspector(props: &InspectorProps) -> Html {
    let t = messages(props.language);
    let it = &props.about.annotation;
    let is_date = it.label == LabelId::DATE || it.timex.is_some();
    let key = it.id.to_string();
    let chips = Chips {
        language: props.language,
        labels: &props.labels,
        pressed: Some(&it.label),
        send: &props.send,
    };
    html! {
        <section class="inspector" aria-label={t.annotation}>
            { head(props, t) }
            { chips.view() }
            if is_date {
                <DateFields
                    key={format!("{key} {:?}", it.timex)}
                    language={props.language}
                    about={props.about.clone()}
                    send={props.send.clone()}
                />
            }
            { actions(props, t) }
            { entity(props, t) }
            <Note
                {key}
                language={props.language}
                annotation={Rc::clone(it)}
                send={props.send.clone()}
            />
            { small_print(props, t) }
        </section>
    }
}

fn head(props: &InspectorProps, t: &'static Messages) -> Html {
    let it = &props.about.annotation;
    let accepted = it.status == Status::Accepted;
    let close = props.send.reform(|_: MouseEvent| Msg::Session(session::Msg::Escape));
    html! {
        <header class="inspector-head">
            <p class="kind">
                { swatch(&props.labels, &it.label, accepted) }
                <strong>{ label_name(props.language, &props.labels, &it.label) }</strong>
                <span class={classes!("status", it.status.as_str())}>{ (t.status)(it.status) }</span>
                <button type="button" class="icon-button" aria-label={t.close} title={t.close} onclick={close}>
                    { Icon::Close.view() }
                </button>
            </p>
            <p class="surface">{ props.about.surface.clone() }</p>
        </header>
    }
}

fn actions(props: &InspectorProps, t: &'static Messages) -> Html {
    let it = &props.about.annotation;
    let (id, label) = (it.id.clone(), it.label.clone());
    let restore =
        move || session::Msg::Do(Command::Relabel { id: id.clone(), label: label.clone() });
    let on =
        |msg: fn() -> session::Msg| props.send.reform(move |_: MouseEvent| Msg::Session(msg()));
    html! {
        <div class="actions">
            if it.status == Status::Suggested {
                <button type="button" class="primary" aria-keyshortcuts="Enter" onclick={on(|| session::Msg::Accept)}>
                    { Icon::Check.view() }{ t.accept }<kbd aria-hidden="true">{ "↵" }</kbd>
                </button>
            }
            if it.status == Status::Rejected {
                <button type="button" onclick={props.send.reform(move |_: MouseEvent| Msg::Session(restore()))}>
                    { Icon::Undo.view() }{ t.restore }
                </button>
            } else {
                <button type="button" aria-keyshortcuts="Delete" onclick={on(|| session::Msg::Remove)}>
                    { Icon::Remove.view() }
                    { if it.status == Status::Suggested { t.reject } else { t.remove } }
                    <kbd aria-hidden="true">{ "Del" }</kbd>
                </button>
            }
            { elsewhere(props, t) }
        </div>
    }
}

fn elsewhere(props: &InspectorProps, t: &'static Messages) -> Html {
    let words = match props.about.elsewhere {
        Some(0) => return Html::default(),
        Some(count) => (t.elsewhere)(count),
        None => t.elsewhere_uncounted.to_owned(),
    };
    let onclick = props.send.reform(|_: MouseEvent| Msg::Session(session::Msg::Propagate));
    html! {
        <button type="button" class="wide" aria-keyshortcuts="A" {onclick}>
            { Icon::Same.view() }{ words }<kbd aria-hidden="true">{ "A" }</kbd>
        </button>
    }
}

/// Where it came from and how sure that was, for those who want to know.
fn small_print(props: &InspectorProps, t: &'static Messages) -> Html {
    let it = &props.about.annotation;
    let confidence = it.confidence.map(|it| format!("{}: {:.0} %", t.confidence, it * 100.0));
    let rule = props.about.found.as_ref().map(|it| format!("{}: {}", t.rule, it.rule));
    let origin = (t.origin)(it.origin).to_owned();
    let parts: Vec<_> = [Some(origin), confidence, rule].into_iter().flatten().collect();
    html! { <p class="small-print">{ parts.join(" · ") }</p> }
}
