//! The annotations beside the article, by what they point to.

mod controls;
mod drag;
mod line;
mod row;
mod rows;
mod walk;

use std::rc::Rc;

use yew::prelude::*;

use self::line::Folds;
use self::rows::Rows;
use super::app::Msg;
use super::filter::Shown;
use super::messages::{Messages, messages};
use super::same::Same;
use crate::detect::Language;
use crate::document::{AnnotationId, Document};
use crate::session::{self, Command, GroupFilter, GroupSort};

/// The open article. It equals itself for as long as nothing has changed that the list shows.
#[derive(Clone, Debug)]
pub struct Listed(pub Document);

impl PartialEq for Listed {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.0, &other.0);
        Rc::ptr_eq(&a.text, &b.text)
            && Rc::ptr_eq(&a.labels, &b.labels)
            && Rc::ptr_eq(&a.annotations, &b.annotations)
            && Rc::ptr_eq(&a.entities, &b.entities)
    }
}

/// What the list is of.
#[derive(Clone, Properties, PartialEq)]
pub struct ListProps {
    /// Of the interface.
    pub language: Language,
    /// The article.
    pub of: Listed,
    /// The current annotation.
    pub current: Option<AnnotationId>,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// What a person has asked of the list.
#[derive(Clone, Debug, Default, PartialEq)]
struct Asked {
    filter: GroupFilter,
    sort: GroupSort,
    folds: Folds,
}

impl Asked {
    fn filtered(&self, filter: GroupFilter) -> Self {
        Self { filter, ..self.clone() }
    }
}

/// The list, what it is filtered and sorted by, and what can be done with all that it shows.
#[component]
pub fn List(props: &ListProps) -> Html {
    let t = messages(props.language);
    let asked = use_state(Asked::default);
    let given = (props.of.clone(), asked.filter.clone(), asked.sort);
    let shown = use_memo(given, |(of, filter, sort)| Shown::new(&of.0, filter, *sort));
    let asks = asked.clone();
    let (dragged, dropped, send) = (Rc::clone(&shown), Rc::clone(&shown), props.send.clone());
    let ondrop = move |event: DragEvent| {
        if let Some(command) = drag::dropped(&event, &dropped.groups) {
            send.emit(Msg::Session(session::Msg::Do(command)));
        }
    };
    let on_folds = Callback::from(move |folds| asks.set(Asked { folds, ..(*asks).clone() }));
    html! {
        <section
            class="list"
            aria-label={t.annotations}
            ondragstart={move |event: DragEvent| { let _ = drag::start(&event, &dragged.groups); }}
            ondragover={|event: DragEvent| { let _ = drag::over(&event); }}
            ondragleave={|event: DragEvent| { let _ = drag::leave(&event); }}
            {ondrop}
        >
            { controls::statuses(&shown, &asked, t) }
            { controls::words_and_order(&shown, &asked, t) }
            { controls::labels(&shown, &asked, props, t) }
            if shown.groups.is_empty() {
                <p class="nothing">
                    { if props.of.0.annotations.is_empty() { t.nothing_yet } else { t.nothing_shown } }
                </p>
            }
            <Rows
                language={props.language}
                of={props.of.clone()}
                shown={Same(Rc::clone(&shown))}
                folds={asked.folds.clone()}
                {on_folds}
                current={props.current.clone()}
                send={props.send.clone()}
            />
            <p class="apart">{ t.drop_apart }</p>
            if shown.suggested > 0 {
                { decide_all(&shown, props, t) }
            }
        </section>
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
