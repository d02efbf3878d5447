//! What a new detection changes in a document that a person has worked on.

use std::collections::HashMap;
use std::rc::Rc;

use super::linking::Linker;
use crate::document::{
    Annotation, AnnotationId, Document, LabelId, Origin, Status, Step, Timex, Transaction,
};
use crate::text::Span;
use crate::worker::Found;

/// What the detector said last, by what it said it of.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Baseline(HashMap<(Span, LabelId), Found>);

impl Baseline {
    pub(super) fn new(mentions: &[Found]) -> Self {
        let key = |it: &Found| (Span::new(it.start, it.end), LabelId::from(it.label.as_str()));
        Self(mentions.iter().map(|it| (key(it), it.clone())).collect())
    }

    /// What the detector said of just this span and label.
    pub(super) fn get(&self, span: Span, label: &LabelId) -> Option<&Found> {
        self.0.get(&(span, label.clone()))
    }
}

/// The steps from `document` to what `mentions` ask for.
///
/// Suggestions become the mentions; one that stays keeps its id. What a person has
/// accepted, rejected, made or imported is not touched, except for the value of a
/// date that is still what the detector had said of it (`before`): then nobody fixed
/// it by hand, and it follows the detector.
pub(super) fn reconcile(document: &Document, mentions: &[Found], before: &Baseline) -> Transaction {
    let linker = Linker::new(document, mentions);
    let mut number = document.next_number();
    let mut suggested: HashMap<(Span, LabelId), &Rc<Annotation>> = HashMap::new();
    for it in document.annotations.iter().filter(|it| is_suggestion(it)) {
        suggested.insert((it.span, it.label.clone()), it);
    }
    let mut added = Vec::new();
    let mut steps = Vec::new();
    for found in mentions {
        let Some(new) = annotation(document, found, &linker) else { continue };
        if let Some(old) = suggested.remove(&(new.span, new.label.clone())) {
            let new = Annotation { id: old.id.clone(), ..new };
            steps.extend(replaced(old, Annotation { note: old.note.clone(), ..new }));
        } else if let Some(old) = decided(document, &new) {
            steps.extend(revalued(old, &new, before));
        } else {
            added.push(Step::Insert(Rc::new(Annotation {
                id: AnnotationId::numbered(number),
                ..new
            })));
            number += 1;
        }
    }
    let mut gone: Vec<_> = suggested.into_values().collect();
    gone.sort_by(|a, b| b.key().cmp(&a.key()));
    let gone = gone.into_iter().map(|it| Step::Delete(Rc::clone(it)));
    let entities = linker.finish(document);
    entities.into_iter().chain(gone).chain(steps).chain(added).collect()
}

fn is_suggestion(it: &Annotation) -> bool {
    it.status == Status::Suggested && it.origin == Origin::Detected
}

fn annotation(document: &Document, found: &Found, linker: &Linker) -> Option<Annotation> {
    let label = LabelId::from(found.label.as_str());
    let span = Span::checked(&document.text, found.start, found.end).ok()?;
    document.labels.get(&label)?;
    let id = AnnotationId::numbered(0);
    let new = Annotation::new(id, label, span, Status::Suggested, Origin::Detected);
    Some(Annotation {
        confidence: Some((found.confidence * 100.0).round() / 100.0),
        timex: found.timex.as_ref().and_then(|it| it.timex()),
        entity: found.entity.and_then(|it| linker.entity(it)),
        ..new
    })
}

/// What a person decided about this piece of text: something of the same span, or
/// of the same label that overlaps it.
fn decided<'d>(document: &'d Document, new: &Annotation) -> Option<&'d Rc<Annotation>> {
    let there = || document.annotations.intersecting(new.span).filter(|it| !is_suggestion(it));
    let same_span = there().find(|it| it.span == new.span);
    let same_label = || there().find(|it| it.label == new.label && it.status != Status::Rejected);
    same_span
        .filter(|it| it.status != Status::Rejected || it.label == new.label)
        .or_else(same_label)
}

fn revalued(old: &Rc<Annotation>, new: &Annotation, before: &Baseline) -> Option<Step> {
    let said = before.get(old.span, &old.label)?;
    let said: Option<Timex> = said.timex.as_ref().and_then(|it| it.timex());
    let follows = old.span == new.span && old.label == new.label && old.timex == said;
    follows.then(|| replaced(old, Annotation { timex: new.timex.clone(), ..(**old).clone() }))?
}

fn replaced(old: &Rc<Annotation>, new: Annotation) -> Option<Step> {
    (new != **old).then(|| Step::Replace { old: Rc::clone(old), new: Rc::new(new) })
}
