//! Annotated articles.

use std::rc::Rc;

use dau::document::{
    Annotation, AnnotationSet, Document, Entity, LabelSet, Origin, Status, Timex, TimexKind,
};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::{boundaries, entities, extra, labels, meta, phrase, short_span, span, text};

/// Values of each form that the grammar of TIMEX3 has.
#[rustfmt::skip]
const TIMEX_VALUES: &[&str] = &[
    "2021-07-13", "2021-07", "2021", "202", "20", "2021-Q3", "XXXX-QX", "2021-H1", "2021-W28",
    "XXXX-WXX-7", "2021-W28-WE", "2021-SU", "XXXX-02-29", "FY2021", "BC0043", "2021/2025",
    "PAST_REF", "2021-07-13TMO", "XXXX-XX-XXT08:20", "2021-07-13T09:30:05+07:00", "2021-07-13T09Z",
    "P10Y", "PXM", "P1Y6M", "P1DT2H30M", "PT0.5H", "P2DE", "P1CE2DE", "2021-07-13TXX/2021-07-14",
];

fn timex() -> impl Strategy<Value = Timex> {
    let parts = (select(TimexKind::ALL.to_vec()), select(TIMEX_VALUES), extra());
    parts.prop_map(|(kind, value, extra)| Timex::new(kind, value).unwrap().with_extra(extra))
}

/// An annotation of a text that is not empty: where it is, what it says, what it points to.
/// Without its id, which the document gives it.
pub(crate) fn annotation(
    text: &str,
    labels: &LabelSet,
    entities: &[Entity],
) -> impl Strategy<Value = Annotation> + use<> {
    let places = boundaries(text);
    let long = places.clone();
    let span = prop_oneof![
        4 => (any::<Index>(), 0..6_usize).prop_map(move |(a, len)| short_span(&places, a, len)),
        1 => any::<(Index, Index)>().prop_map(move |(a, b)| span(&long, a, b)),
    ];
    let label = select(labels.iter().map(|it| it.id.clone()).collect::<Vec<_>>());
    let entity =
        select(entities.iter().map(|it| Some(it.id.clone())).chain([None]).collect::<Vec<_>>());
    let state = (select(Status::ALL.to_vec()), select(Origin::ALL.to_vec()));
    let rest = (prop::option::of(0.0..=1.0_f64), prop::option::of(timex()), phrase(), extra());
    (span, label, entity, state, rest).prop_map(
        |(span, label, entity, (status, origin), (confidence, timex, note, extra))| Annotation {
            confidence,
            entity,
            timex,
            note,
            extra,
            ..Annotation::new("".into(), label, span, status, origin)
        },
    )
}

/// A document with everything that one can hold. Ids do not stand in order.
pub(crate) fn document() -> impl Strategy<Value = Document> {
    let parts = (text(), meta(), labels());
    let parts = parts.prop_flat_map(|(text, meta, labels)| {
        let entities = entities(&labels);
        (Just(text), Just(meta), Just(labels), entities)
    });
    parts.prop_flat_map(|(text, meta, labels, entities)| {
        let most = if text.is_empty() { 0 } else { 40 };
        // There is no span in an empty text, but there must be a strategy for it.
        let shown = if text.is_empty() { "x" } else { &text };
        let annotations = prop::collection::vec(annotation(shown, &labels, &entities), 0..=most);
        let rest = Document {
            labels: Rc::new(labels),
            entities: Rc::new(entities),
            ..Document::new(text, meta)
        };
        annotations.prop_map(move |it| {
            let numbered = it.into_iter().enumerate().map(|(idx, it)| Annotation {
                id: format!("{}-ừ", (idx * 7) % 41).as_str().into(),
                ..it
            });
            Document {
                annotations: Rc::new(AnnotationSet::from_unsorted(numbered)),
                ..rest.clone()
            }
        })
    })
}
