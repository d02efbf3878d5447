//! One piece of text and what is drawn below and behind it.

use std::rc::Rc;

use yew::prelude::*;

use super::messages::{label_name, messages};
use super::palette;
use crate::detect::Language;
use crate::document::{LabelId, LabelSet, Status};
use crate::session::{Mark, Piece};

/// A piece of a paragraph: bare text, or a run with its annotations.
pub(super) fn run(piece: &Piece, labels: &LabelSet, language: Language) -> Html {
    let text = AttrValue::from(Rc::clone(&piece.text));
    let Some(innermost) = piece.marks.last() else { return html! { {text} } };
    html! {
        <mark
            class={classes(&piece.marks, labels)}
            data-ids={ids(&piece.marks)}
            data-label={innermost.label.to_string()}
            data-status={innermost.status.as_str()}
            data-start={piece.span.start().to_string()}
            title={title(&piece.marks, labels, language)}
        >
            { text }
        </mark>
    }
}

fn ids(marks: &[Mark]) -> String {
    marks.iter().map(|it| it.id.as_str()).collect::<Vec<_>>().join(" ")
}

fn classes(marks: &[Mark], labels: &LabelSet) -> String {
    let mut res = String::from("mark");
    let mut add = |it: &str| {
        res.push(' ');
        res.push_str(it);
    };
    for it in marks {
        let idx = index(labels, &it.label);
        add(&palette::class(idx, it.status == Status::Accepted, it.lane));
    }
    if marks.iter().any(|it| it.status == Status::Accepted) {
        add("filled");
    }
    if let Some(it) = marks.iter().find(|it| it.current) {
        add("current");
        if it.begins {
            add("begins");
        }
        if it.ends {
            add("ends");
        }
    }
    res
}

/// Where a label stands in its set: what its colour and line go by.
pub(super) fn index(labels: &LabelSet, id: &LabelId) -> usize {
    labels.iter().position(|it| it.id == *id).unwrap_or_default()
}

/// What a screen reader says of the run: `Tổ chức › Địa điểm (Gợi ý)`.
fn title(marks: &[Mark], labels: &LabelSet, language: Language) -> String {
    let names: Vec<_> = marks.iter().map(|it| label_name(language, labels, &it.label)).collect();
    let status = marks.last().map_or(Status::Accepted, |it| it.status);
    format!("{} ({})", names.join(" › "), (messages(language).status)(status))
}

/// A label's colour and line by themselves, beside its name.
pub(super) fn swatch(labels: &LabelSet, id: &LabelId, accepted: bool) -> Html {
    let filled = accepted.then_some("filled");
    let class = classes!("swatch", palette::class(index(labels, id), accepted, 0), filled);
    html! { <span {class} aria-hidden="true"></span> }
}
