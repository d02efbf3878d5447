//! The annotations beside the article.

pub mod rows;

use std::rc::Rc;

use yew::prelude::*;

use self::rows::Rows;
use super::app::Msg;
use super::filter::{Filter, Shown};
use super::messages::{Messages, label_name, messages};
use super::run::swatch;
use super::same::Same;
use crate::detect::Language;
use crate::document::{AnnotationId, AnnotationSet, Label, LabelSet, Status};
use crate::session::{self, Command};

/// What the list is of.
#[derive(Clone, Properties, PartialEq)]
pub struct ListProps {
    /// Of the interface.
    pub language: Language,
    /// The article's text.
    pub text: Same<str>,
    /// The labels in use.
    pub labels: Rc<LabelSet>,
    /// All annotations.
    pub annotations: Same<AnnotationSet>,
    /// The current one.
    pub current: Option<AnnotationId>,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// The list, what it is filtered by, and what can be done with all that it shows.
#[component]
pub fn List(props: &ListProps) -> Html {
    let t = messages(props.language);
    let filter = use_state(Filter::default);
    let given = (props.annotations.clone(), Rc::clone(&props.labels), (*filter).clone());
    let shown = use_memo(given, |(all, labels, filter)| Shown::new(all, labels, filter));
    html! {
        <section class="list" aria-label={t.annotations}>
            { statuses(&shown, &filter, t) }
            { labels(&shown, &filter, props, t) }
            if shown.items.is_empty() {
                <p class="nothing">
                    { if props.annotations.is_empty() { t.nothing_yet } else { t.nothing_shown } }
                </p>
            }
            <Rows
                language={props.language}
                text={props.text.clone()}
                labels={Rc::clone(&props.labels)}
                shown={Same(Rc::clone(&shown))}
                current={props.current.clone()}
                send={props.send.clone()}
            />
            if shown.suggested > 0 {
                { decide_all(&shown, props, t) }
            }
        </section>
    }
}

fn statuses(shown: &Shown, filter: &UseStateHandle<Filter>, t: &'static Messages) -> Html {
    let [suggested, accepted, rejected] = shown.by_status;
    let tabs = [
        (None, t.all, suggested + accepted),
        (Some(Status::Suggested), (t.status)(Status::Suggested), suggested),
        (Some(Status::Accepted), (t.status)(Status::Accepted), accepted),
        (Some(Status::Rejected), (t.status)(Status::Rejected), rejected),
    ];
    let tab = |(status, name, count): (Option<Status>, &'static str, usize)| {
        let pressed = filter.status == status;
        let filter = filter.clone();
        let onclick = move |_: MouseEvent| filter.set(Filter { status, ..(*filter).clone() });
        html! {
            <button type="button" class="tab" aria-pressed={pressed.to_string()} {onclick}>
                { name }<span class="count">{ count }</span>
            </button>
        }
    };
    html! {
        <div class="tabs" role="group" aria-label={t.filter_by_status}>
            { for tabs.into_iter().filter(|it| it.2 > 0 || it.0.is_none() || it.0 == filter.status).map(tab) }
        </div>
    }
}

fn labels(
    shown: &Shown,
    filter: &UseStateHandle<Filter>,
    props: &ListProps,
    t: &'static Messages,
) -> Html {
    let chip = |it: &Label| {
        let pressed = filter.labels.contains(&it.id);
        let (filter, id) = (filter.clone(), it.id.clone());
        let onclick = move |_: MouseEvent| filter.set(filter.toggled(&id));
        let name = label_name(props.language, &props.labels, &it.id);
        html! {
            <button type="button" class="chip" aria-pressed={pressed.to_string()} {onclick}>
                { swatch(&props.labels, &it.id, true) }
                <span>{ name }</span><span class="count">{ shown.of_label(&it.id) }</span>
            </button>
        }
    };
    let there = |it: &&Label| shown.of_label(&it.id) > 0 || filter.labels.contains(&it.id);
    html! {
        <div class="chips filter" role="group" aria-label={t.filter_by_label}>
            { for props.labels.iter().filter(there).map(chip) }
        </div>
    }
}

/// For what the filter shows and nothing else, in one step.
fn decide_all(shown: &Rc<Shown>, props: &ListProps, t: &'static Messages) -> Html {
    let on = |command: fn(Vec<AnnotationId>) -> Command| {
        let shown = Rc::clone(shown);
        props.send.reform(move |_: MouseEvent| {
            Msg::Session(session::Msg::Do(command(shown.suggestions())))
        })
    };
    html! {
        <div class="actions all">
            <button type="button" data-testid="accept-shown" onclick={on(Command::Accept)}>
                { (t.accept_shown)(shown.suggested) }
            </button>
            <button type="button" data-testid="reject-shown" onclick={on(Command::Remove)}>
                { (t.reject_shown)(shown.suggested) }
            </button>
        </div>
    }
}
