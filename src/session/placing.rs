//! What it takes to put a label on a piece of text, seeing what stands there already.

use std::cell::OnceCell;
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::command::changed;
use crate::document::{
    Annotation, AnnotationId, Document, EntityId, LabelId, Origin, Status, Step, words_key,
};
use crate::text::Span;

/// How a person came to say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Of this very piece of text: what was only suggested gives way to it.
    Here,
    /// Of another mention that says the same. What stands there for a reason is left alone.
    Elsewhere {
        /// The other one's ends were moved, so a suggestion with the old ends has them moved too.
        resized: bool,
        /// The other one stands inside of a longer name.
        nested: bool,
    },
}

/// A label for pieces of a document.
pub(super) struct Placing<'d> {
    document: &'d Document,
    label: LabelId,
    way: Way,
    /// What the mention points to, if its words do not say so.
    entity: Option<EntityId>,
    number: u64,
    /// The entities with the label, by what their names say.
    named: OnceCell<FxHashMap<String, &'d EntityId>>,
}

impl<'d> Placing<'d> {
    pub(super) fn new(document: &'d Document, label: LabelId, way: Way) -> Self {
        let number = document.next_number();
        Self { document, label, way, entity: None, number, named: OnceCell::new() }
    }

    /// The same for mentions of `entity`.
    pub(super) fn of(self, entity: Option<EntityId>) -> Self {
        Self { entity, ..self }
    }

    /// The steps after which the label stands on `span`; none if it does, or should not.
    pub(super) fn steps(&mut self, span: Span) -> Vec<Step> {
        let there: Vec<&Rc<Annotation>> = self.document.annotations.intersecting(span).collect();
        let exact = |wanted: fn(Status) -> bool| {
            there.iter().copied().find(|it| it.span == span && wanted(it.status))
        };
        let shown = exact(|it| it != Status::Rejected);
        if let Some(old) = shown.or_else(|| exact(|_| true)) {
            return self.exact(old).into_iter().collect();
        }
        let there: Vec<_> = there.into_iter().filter(|it| it.status != Status::Rejected).collect();
        if self.way != Way::Here && there.iter().any(|it| self.forbids(it, span)) {
            return Vec::new();
        }
        let moved = there.iter().find(|it| self.moves(it, span));
        let mut steps: Vec<Step> = there
            .iter()
            .filter(|it| moved.is_none_or(|moved| moved.id != it.id) && self.supersedes(it, span))
            .map(|it| rejected(it))
            .collect();
        steps.push(match moved {
            Some(old) => Step::Replace {
                old: Rc::clone(old),
                new: Rc::new(Annotation { span, status: Status::Accepted, ..(***old).clone() }),
            },
            None => Step::Insert(Rc::new(self.made(span))),
        });
        steps
    }

    /// The steps for each of several spans, in order, where there are any and they can go together:
    /// a suggestion gives way once only.
    pub(super) fn each(&mut self, spans: Vec<Span>) -> Vec<(Span, Vec<Step>)> {
        let mut taken = FxHashSet::default();
        let mut res = Vec::new();
        for span in spans {
            let steps = self.steps(span);
            let old: Vec<&AnnotationId> = steps.iter().filter_map(old).collect();
            if !steps.is_empty() && old.iter().all(|it| !taken.contains(*it)) {
                taken.extend(old.into_iter().cloned());
                res.push((span, steps));
            }
        }
        res
    }

    /// Another label on just the span of a mention is a second thought about that one.
    fn exact(&self, old: &Rc<Annotation>) -> Option<Step> {
        if self.way != Way::Here && old.status != Status::Suggested {
            return None;
        }
        changed(old, |it| self.relabel(it))
    }

    /// What only a date can have goes with the label, and so does what it points to: that is of the other label.
    pub(super) fn relabel(&self, it: &mut Annotation) {
        if it.label == self.label {
            return;
        }
        it.label = self.label.clone();
        it.entity = self.entity(it.span);
        if it.label != LabelId::DATE {
            it.timex = None;
        }
    }

    /// Whether a suggestion is meant to have its ends here: it has the label already.
    fn moves(&self, it: &Annotation, span: Span) -> bool {
        let same = it.status == Status::Suggested && it.label == self.label;
        same && match self.way {
            Way::Here | Way::Elsewhere { resized: true, .. } => true,
            Way::Elsewhere { resized: false, .. } => span.contains(it.span),
        }
    }

    /// Whether a suggestion cannot be true together with the new mention.
    fn supersedes(&self, it: &Annotation, span: Span) -> bool {
        let nested = if span.contains(it.span) {
            self.label.may_hold(&it.label)
        } else {
            it.span.contains(span) && it.label.may_hold(&self.label)
        };
        it.status == Status::Suggested && !nested
    }

    /// Whether something there speaks against a mention that nobody has looked at here.
    fn forbids(&self, it: &Annotation, span: Span) -> bool {
        let Way::Elsewhere { nested, .. } = self.way else { return false };
        if self.moves(it, span) {
            return false;
        }
        let around = it.span.contains(span);
        let inside = span.contains(it.span);
        let (holds, held) = (it.label.may_hold(&self.label), self.label.may_hold(&it.label));
        match (around, inside) {
            (true, _) => !(nested && holds),
            (_, true) => it.status != Status::Suggested && !held,
            _ => true,
        }
    }

    fn made(&mut self, span: Span) -> Annotation {
        let id = AnnotationId::numbered(self.number);
        self.number += 1;
        let origin = if self.way == Way::Here { Origin::Manual } else { Origin::Propagated };
        let new = Annotation::new(id, self.label.clone(), span, Status::Accepted, origin);
        Annotation { entity: self.entity(span), ..new }
    }

    /// The entity that has these words for a name.
    fn entity(&self, span: Span) -> Option<EntityId> {
        let named = self.named.get_or_init(|| {
            let mut res = FxHashMap::default();
            for it in self.document.entities.iter().filter(|it| it.label == self.label) {
                res.entry(words_key(&it.name)).or_insert(&it.id);
            }
            res
        });
        let found = named.get(&words_key(span.slice(&self.document.text)));
        found.map(|it| EntityId::clone(it)).or_else(|| self.entity.clone())
    }
}

/// What a step takes away.
fn old(step: &Step) -> Option<&AnnotationId> {
    match step {
        Step::Delete(old) | Step::Replace { old, .. } => Some(&old.id),
        _ => None,
    }
}

/// The step that says of `old` that it is wrong.
pub(super) fn rejected(old: &Rc<Annotation>) -> Step {
    let new = Annotation { status: Status::Rejected, ..(**old).clone() };
    Step::Replace { old: Rc::clone(old), new: Rc::new(new) }
}
