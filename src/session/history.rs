//! What can be taken back, without limit.

use crate::document::{Document, Transaction};

/// One thing that a person did.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Entry {
    /// A change of the document.
    Change(Transaction),
    /// Another document was opened, imported, or the old one closed.
    Swap {
        /// What was open before.
        old: Option<Document>,
        /// What is open after.
        new: Option<Document>,
    },
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
        if let Some(Entry::Change(last)) = self.undo.last_mut() {
            let mut inverse = more.invert();
            inverse.steps.append(&mut last.steps);
            *last = inverse;
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
