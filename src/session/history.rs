//! What can be taken back, without limit.
//!
//! Each entry holds all that was changed from one moment to the next: what a person did and, behind
//! it, what the detector changed because of that. Taken back in the same order, that is the moment
//! before to the letter. What the detector says by itself belongs to no entry, or one key would take
//! hundreds of suggestions away. So an answer that was still to come at a moment is asked for again
//! when that moment is back.

use std::rc::Rc;

use super::detecting::Pending;
use super::lenient;
use super::reconcile::is_suggestion;
use crate::document::{
    Document, Entity, Step, Transaction, TransactionError, Verdict, Vote, entity_steps,
};

/// One thing that a person did.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Entry {
    /// A change of the document.
    Change(Change),
    /// Another document was opened, imported, or the old one closed.
    Swap {
        /// What was open before.
        old: Option<Document>,
        /// What is open after.
        new: Option<Document>,
    },
}

/// A change of the document, and what it taught.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Change {
    /// What was done, and what followed from it, in order.
    parts: Vec<Part>,
    /// What is learnt from it, and taken back with it.
    pub(super) lessons: Rc<[Lesson]>,
}

#[derive(Clone, Debug, PartialEq)]
struct Part {
    steps: Transaction,
    /// The machine did it because of the rest: suggestions may have changed since by themselves, so
    /// a step that no longer fits is passed over.
    follows: bool,
}

impl Change {
    /// Something that a person did.
    pub(super) fn new(steps: Transaction, lessons: Rc<[Lesson]>) -> Self {
        Self { parts: vec![Part { steps, follows: false }], lessons }
    }

    /// The document after it.
    pub(super) fn apply(&self, before: &Document) -> Result<Document, TransactionError> {
        let mut res = before.clone();
        for part in &self.parts {
            if part.follows {
                res = lenient::apply_fitting(&part.steps, res);
            } else {
                res = match lenient::apply(&part.steps, &res) {
                    Err(TransactionError::Undeclared(_)) => {
                        lenient::apply(&part.steps, &decided(&res))?
                    }
                    other => other?,
                };
            }
        }
        Ok(res)
    }

    /// The steps of the person's own.
    pub(super) fn steps(&self) -> impl DoubleEndedIterator<Item = &Step> {
        self.parts.iter().filter(|it| !it.follows).flat_map(|it| &it.steps.steps)
    }

    fn invert(self) -> Self {
        let inverse = |it: Part| Part { steps: it.steps.invert(), ..it };
        Self { parts: self.parts.into_iter().rev().map(inverse).collect(), ..self }
    }
}

/// The document without suggestions and what they alone point to: some may have come with a label
/// that is to go.
fn decided(document: &Document) -> Document {
    let (gone, kept): (Vec<_>, Vec<_>) =
        document.annotations.iter().rev().partition(|it| is_suggestion(it));
    let mut steps: Vec<Step> = gone.into_iter().map(|it| Step::Delete(Rc::clone(it))).collect();
    let used = |it: &Entity| kept.iter().any(|other| other.entity.as_ref() == Some(&it.id));
    let new: Vec<Entity> =
        document.entities.iter().filter(|it| used(it) || it.is_told()).cloned().collect();
    steps.extend(entity_steps(&document.entities, &new));
    Transaction { steps }.apply(document).unwrap_or_else(|_| document.clone())
}

/// Something that a person has said of some words.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lesson {
    /// The words.
    pub(super) surface: Box<str>,
    /// What was said.
    pub(super) verdict: Verdict,
    /// Whether it was said or taken back.
    pub(super) vote: Vote,
}

impl Entry {
    fn invert(self) -> Self {
        match self {
            Self::Change(it) => Self::Change(it.invert()),
            Self::Swap { old, new } => Self::Swap { old: new, new: old },
        }
    }
}

/// The way to another moment.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Way {
    /// What changes.
    pub(super) entry: Entry,
    /// What the detector had been asked by then and had not answered.
    pub(super) waiting: Option<Pending>,
}

impl Way {
    /// From where it leads to, back to here.
    fn back_to(&self, open: Option<&Document>, waiting: Option<Pending>) -> Self {
        let entry = match self.entry.clone().invert() {
            Entry::Swap { old, .. } => Entry::Swap { old, new: open.cloned() },
            change @ Entry::Change(_) => change,
        };
        Self { entry, waiting }
    }
}

/// Entries that were done, and those that were undone.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct History {
    // Both hold what takes the entry back: inverses to undo, originals to redo.
    undo: Vec<Way>,
    redo: Vec<Way>,
}

impl History {
    /// Something new was done while the detector had still to answer `waiting`: what had been undone
    /// can no longer be redone.
    pub(super) fn push(&mut self, done: Entry, waiting: Option<Pending>) {
        self.undo.push(Way { entry: done.invert(), waiting });
        self.redo.clear();
    }

    /// Adds to the last entry what happened because of it or of one before, so that both are undone
    /// as one. A document that was opened is had back as it was left anyway.
    pub(super) fn amend(&mut self, more: Transaction) {
        if let Some(Way { entry: Entry::Change(last), .. }) = self.undo.last_mut() {
            last.parts.insert(0, Part { steps: more.invert(), follows: true });
        }
    }

    /// Whether there is something to undo.
    pub(super) fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is something to redo.
    pub(super) fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// What takes the last entry back. It is then the first that can be redone.
    ///
    /// `open` is what is open now, and `waiting` what the detector has still to answer: a document
    /// that is left by an undo is had back as it was left, with the suggestions that no entry holds.
    pub(super) fn undo(
        &mut self,
        open: Option<&Document>,
        waiting: Option<Pending>,
    ) -> Option<Way> {
        let way = self.undo.pop()?;
        self.redo.push(way.back_to(open, waiting));
        Some(way)
    }

    /// What does the last undone entry again; the rest as for [`Self::undo`].
    pub(super) fn redo(
        &mut self,
        open: Option<&Document>,
        waiting: Option<Pending>,
    ) -> Option<Way> {
        let way = self.redo.pop()?;
        self.undo.push(way.back_to(open, waiting));
        Some(way)
    }
}
