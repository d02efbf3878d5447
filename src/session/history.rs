//! What can be taken back, without limit.

use std::rc::Rc;

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
                for step in &part.steps.steps {
                    res = Transaction::from(step.clone()).apply(&res).unwrap_or(res);
                }
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

    /// Whether nothing followed from it.
    pub(super) fn is_alone(&self) -> bool {
        self.parts.iter().all(|it| !it.follows)
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

/// Entries that were done, and those that were undone.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct History {
    // Both hold what takes the entry back: inverses to undo, originals to redo.
    undo: Vec<Entry>,
    redo: Vec<Entry>,
}

impl History {
    /// Something new was done: what had been undone can no longer be redone.
    pub(super) fn push(&mut self, done: Entry) {
        self.undo.push(done.invert());
        self.redo.clear();
    }

    /// Adds to the last entry what happened because of it, so that both are undone as one.
    pub(super) fn amend(&mut self, more: Transaction) {
        self.amend_at(self.depth(), more);
    }

    /// The same for the entry that was the last one when the history was so deep. Nothing that was
    /// done since may be about the same annotations.
    pub(super) fn amend_at(&mut self, depth: usize, more: Transaction) {
        let entry = depth.checked_sub(1).and_then(|at| self.undo.get_mut(at));
        if let Some(Entry::Change(last)) = entry {
            last.parts.insert(0, Part { steps: more.invert(), follows: true });
        }
    }

    /// How many entries can be undone.
    pub(super) fn depth(&self) -> usize {
        self.undo.len()
    }

    /// Whether there is something to redo.
    pub(super) fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// What takes the last entry back. It is then the first that can be redone.
    ///
    /// `open` is what is open now: a document that is left by an undo is had back as it
    /// was left, with the suggestions that no entry holds.
    pub(super) fn undo(&mut self, open: Option<&Document>) -> Option<Entry> {
        let entry = self.undo.pop()?;
        self.redo.push(back_to(open, entry.clone()));
        Some(entry)
    }

    /// What does the last undone entry again; `open` as for [`Self::undo`].
    pub(super) fn redo(&mut self, open: Option<&Document>) -> Option<Entry> {
        let entry = self.redo.pop()?;
        self.undo.push(back_to(open, entry.clone()));
        Some(entry)
    }
}

fn back_to(open: Option<&Document>, entry: Entry) -> Entry {
    match entry.invert() {
        Entry::Swap { old, .. } => Entry::Swap { old, new: open.cloned() },
        change @ Entry::Change(_) => change,
    }
}
