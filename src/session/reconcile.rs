//! What a new detection changes in a document that a person has worked on.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::linking::Linker;
use crate::document::{
    Annotation, AnnotationId, Document, LabelId, Origin, Status, Step, Timex, Transaction,
    put_in_order,
};
use crate::text::Span;
use crate::worker::Found;

/// What the detector said last, by what it said it of.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Baseline(FxHashMap<(Span, LabelId), Found>);

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
    let mut next = document.next_number();
    let mut suggested: FxHashMap<(Span, LabelId), &Rc<Annotation>> = FxHashMap::default();
    let mut gone = Vec::new();
    for it in document.annotations.iter().filter(|it| is_suggestion(it)) {
        gone.extend(suggested.insert((it.span, it.label.clone()), it).map(Rc::clone));
    }
    let mut added = Vec::new();
    let mut steps = Vec::new();
    for found in mentions {
        let Some(new) = annotation(document, found) else { continue };
        let new = Annotation { entity: found.entity.and_then(|it| linker.entity(it)), ..new };
        if let Some(old) = suggested.remove(&(new.span, new.label.clone())) {
            let new = Annotation { id: old.id.clone(), ..new };
            steps.extend(replaced(old, Annotation { note: old.note.clone(), ..new }));
        } else if let Some(old) = decided(document, &new) {
            steps.extend(revalued(old, &new, before));
        } else {
            added.push(inserted(new, &mut next));
        }
    }
    gone.extend(suggested.into_values().cloned());
    put_in_order(&mut gone);
    let gone = gone.into_iter().rev().map(Step::Delete);
    let entities = linker.finish(document);
    entities.into_iter().chain(gone).chain(steps).chain(added).collect()
}

/// The steps from `document` to what was learnt between two answers of the detector: suggestions
/// that only `after` has come, those that only `before` had go. What both or none of them say is
/// not touched, so that a document that came with suggestions of its own keeps them; nor is what
/// begins before the byte `from`.
pub(super) fn relearn(
    document: &Document,
    mentions: &[Found],
    from: u32,
    [before, after]: [&Baseline; 2],
) -> Transaction {
    let linker = Linker::new(document, mentions);
    let mut next = document.next_number();
    let mut steps = Vec::new();
    for it in document.annotations.iter().rev().filter(|it| is_suggestion(it)) {
        let said = |by: &Baseline| by.get(it.span, &it.label).is_some();
        if it.span.start() >= from && said(before) && !said(after) {
            steps.push(Step::Delete(Rc::clone(it)));
        }
    }
    for found in mentions {
        let Some(new) = annotation(document, found) else { continue };
        let known = before.get(new.span, &new.label).is_some();
        let mut there = document.annotations.intersecting(new.span);
        let stands = there.any(|it| it.span == new.span && it.label == new.label);
        if new.span.start() < from || known || stands || decided(document, &new).is_some() {
            continue;
        }
        let entity = found.entity.and_then(|it| linker.entity(it));
        let entity = entity.filter(|id| document.entities.iter().any(|it| it.id == *id));
        steps.push(inserted(Annotation { entity, ..new }, &mut next));
    }
    steps.into_iter().collect()
}

/// Whether only the detector has said so.
pub(super) fn is_suggestion(it: &Annotation) -> bool {
    it.status == Status::Suggested && it.origin == Origin::Detected
}

fn annotation(document: &Document, found: &Found) -> Option<Annotation> {
    let label = LabelId::from(found.label.as_str());
    let span = Span::checked(&document.text, found.start, found.end).ok()?;
    document.labels.get(&label)?;
    let id = AnnotationId::numbered(0);
    let timex = found.timex.as_ref().and_then(|it| it.timex());
    Some(Annotation { timex, ..Annotation::suggested(id, label, span, found.confidence) })
}

fn inserted(new: Annotation, next: &mut u64) -> Step {
    let id = AnnotationId::numbered(*next);
    *next += 1;
    Step::Insert(Rc::new(Annotation { id, ..new }))
}

/// What a person decided about this piece of text: something of the same span, or of the same
/// label that overlaps it, or that cannot be true together with it.
fn decided<'d>(document: &'d Document, new: &Annotation) -> Option<&'d Rc<Annotation>> {
    let there = || document.annotations.intersecting(new.span).filter(|it| !is_suggestion(it));
    let same_span = there().find(|it| it.span == new.span);
    let against = || {
        there().find(|it| {
            let shown = it.status != Status::Rejected;
            shown && (it.label == new.label || !it.goes_with(new))
        })
    };
    same_span.filter(|it| it.status != Status::Rejected || it.label == new.label).or_else(against)
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
