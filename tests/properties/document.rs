//! Annotations, runs and transactions.

use std::rc::Rc;

use dau::document::{
    Annotation, Document, Entity, LabelId, LabelSet, Meta, Status, Step, Transaction,
    TransactionError, entity_steps, runs,
};
use dau::text::Span;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::support::{annotation, boundaries, document, entities, labels, meta};

/// Any span of the text, also an empty one.
fn window(text: &str, a: Index, b: Index) -> Span {
    let places = boundaries(text);
    Span::new(*a.get(&places), *b.get(&places))
}

/// What may be done to a document; made a step when it is known what stands there.
#[derive(Clone, Debug)]
enum Deed {
    Insert(Annotation),
    Delete(Index),
    Replace(Index, Annotation),
    Meta(Meta),
    Labels(LabelSet),
    Entities(Vec<Entity>),
}

impl Deed {
    fn step(self, document: &Document, number: usize) -> Option<Step> {
        let pick = |it: Index| {
            let all = document.annotations.as_slice();
            (!all.is_empty()).then(|| Rc::clone(it.get(all)))
        };
        Some(match self {
            Self::Insert(it) => {
                Step::Insert(Rc::new(Annotation { id: format!("n{number}").as_str().into(), ..it }))
            }
            Self::Delete(it) => Step::Delete(pick(it)?),
            Self::Replace(old, new) => {
                let old = pick(old)?;
                let new = Rc::new(Annotation { id: old.id.clone(), ..new });
                Step::Replace { old, new }
            }
            Self::Meta(new) => Step::Meta { old: Rc::clone(&document.meta), new: Rc::new(new) },
            Self::Labels(new) => {
                let new = Rc::new(with_those_in_use(new, document));
                Step::Labels { old: Rc::clone(&document.labels), new }
            }
            Self::Entities(new) => {
                let mut steps = entity_steps(&document.entities, &new);
                steps.truncate(1);
                steps.pop()?
            }
        })
    }
}

/// `labels`, and what the document's annotations and entities cannot do without.
fn with_those_in_use(labels: LabelSet, document: &Document) -> LabelSet {
    let used = |id: &LabelId| {
        document.annotations.iter().any(|it| it.label == *id)
            || document.entities.iter().any(|it| it.label == *id)
    };
    let kept = document.labels.iter().filter(|it| used(&it.id) && labels.get(&it.id).is_none());
    LabelSet::from_labels(labels.iter().chain(kept).cloned().collect()).unwrap()
}

fn deed(document: &Document) -> impl Strategy<Value = Deed> + use<> {
    // In an empty text there is nothing to annotate.
    let text = if document.text.is_empty() { "x" } else { &document.text };
    let new = annotation(text, &document.labels, &document.entities).boxed();
    let weight = u32::from(!document.text.is_empty()) * 4;
    prop_oneof![
        weight => new.clone().prop_map(Deed::Insert),
        4 => any::<Index>().prop_map(Deed::Delete),
        4 => (any::<Index>(), new).prop_map(|(old, new)| Deed::Replace(old, new)),
        1 => meta().prop_map(Deed::Meta),
        1 => labels().prop_map(Deed::Labels),
        1 => entities(&document.labels).prop_map(Deed::Entities),
    ]
}

fn document_and_deeds() -> impl Strategy<Value = (Document, Vec<Deed>)> {
    document().prop_flat_map(|it| {
        let deeds = prop::collection::vec(deed(&it), 0..12);
        (Just(it), deeds)
    })
}

/// The deeds as one transaction, and the document after each of them was done by itself.
fn transaction(before: &Document, deeds: Vec<Deed>) -> (Transaction, Document) {
    let mut after = before.clone();
    let mut all = Transaction::default();
    for (number, deed) in deeds.into_iter().enumerate() {
        let Some(step) = deed.step(&after, number) else { continue };
        after = match Transaction::from(step.clone()).apply(&after) {
            // Its label went before.
            Err(TransactionError::Undeclared(_)) => continue,
            res => res.unwrap(),
        };
        all.steps.push(step);
    }
    (all, after)
}

proptest! {
    /// The view draws each run as one element: together they must be the text.
    #[test]
    fn runs_cover_the_window_exactly(doc in document(), a: Index, b: Index) {
        let window = window(&doc.text, a, b);
        let res = runs(doc.annotations.intersecting(window), window);
        let joined: String = res.iter().map(|it| it.span.slice(&doc.text)).collect();
        prop_assert_eq!(joined, window.slice(&doc.text));
        for run in &res {
            prop_assert!(!run.span.is_empty());
            let drawn = doc.annotations.iter().filter(|it| it.status != Status::Rejected);
            let over: Vec<_> = drawn.filter(|it| it.span.contains(run.span)).cloned().collect();
            prop_assert_eq!(&run.active, &over);
        }
    }

    /// No run could be drawn together with the next.
    #[test]
    fn runs_change_from_each_to_the_next(doc in document(), a: Index, b: Index) {
        let window = window(&doc.text, a, b);
        let res = runs(doc.annotations.intersecting(window), window);
        for pair in res.windows(2) {
            let ends = |it: &Span| it.start() == pair[1].span.start() || it.end() == pair[1].span.start();
            prop_assert!(doc.annotations.iter().any(|it| ends(&it.span)));
        }
    }

    /// A query for a window finds what a look at each annotation finds, in reading order.
    #[test]
    fn overlap_queries_equal_a_full_scan(
        (doc, deeds) in document_and_deeds(),
        a: Index,
        b: Index,
    ) {
        let window = window(&doc.text, a, b);
        // Also after insertions and removals, by which the set is no longer as it was made.
        for doc in [&doc, &transaction(&doc, deeds).1] {
            let found: Vec<_> = doc.annotations.intersecting(window).collect();
            let scanned: Vec<_> =
                doc.annotations.iter().filter(|it| it.span.intersects(window)).collect();
            prop_assert_eq!(found, scanned);
            prop_assert!(doc.annotations.as_slice().is_sorted_by_key(|it| it.key()));
        }
    }

    /// A transaction is its steps one after the other, and its inverse takes all of them back.
    #[test]
    fn apply_then_invert_restores((before, deeds) in document_and_deeds()) {
        let (all, after) = transaction(&before, deeds);
        prop_assert_eq!(all.apply(&before), Ok(after.clone()));
        let back = all.clone().invert();
        prop_assert_eq!(back.apply(&after), Ok(before));
        prop_assert_eq!(back.invert(), all);
    }

    /// What a transaction removes must stand there exactly so.
    #[test]
    fn a_transaction_does_not_fit_a_document_without_what_it_removes(
        (before, deeds) in document_and_deeds(),
    ) {
        let (all, _) = transaction(&before, deeds);
        let removed = all.steps.first().and_then(|it| match it {
            Step::Delete(old) | Step::Replace { old, .. } => Some(Rc::clone(old)),
            _ => None,
        });
        if let Some(old) = removed {
            let without = Transaction::from(Step::Delete(old)).apply(&before).unwrap();
            prop_assert!(all.apply(&without).is_err());
        }
    }
}
