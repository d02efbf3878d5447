//! Asking the worker, and what to do with its answers.

use super::history::Entry;
use super::reconcile::{Baseline, reconcile};
use super::{Effect, Notice, Session, Timestamp};
use crate::document::{Document, NaiveDate, Transaction};
use crate::worker::{Part, Request, Response};

/// A request whose answer has not come yet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pending {
    revision: u64,
    reference_date: Option<NaiveDate>,
    pub(super) purpose: Purpose,
}

/// What to do with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Make suggestions of it.
    Suggest,
    /// The same, as a part of what was done last: the history was so deep then.
    Follow { depth: usize },
    /// Only know what the detector says of a document that came with annotations.
    Know,
}

/// Bytes at the beginning of a long article that are detected first, so that the
/// first screen does not wait for the rest.
const HEAD_BYTES: usize = 16 * 1024;

/// Bytes above which that pays.
const LONG_BYTES: usize = 4 * HEAD_BYTES;

impl Session {
    /// Asks about the open document; answers to earlier questions are no longer wanted.
    pub(super) fn detect(&mut self, purpose: Purpose) -> Vec<Effect> {
        let Some(document) = &self.document else { return Vec::new() };
        self.revision += 1;
        let reference_date = document.meta.reference_date;
        let request = |part, text: &str| {
            Effect::Detect(Request {
                revision: self.revision,
                part,
                text: text.to_owned(),
                language: document.meta.language.clone(),
                reference_date: reference_date.map_or_else(String::new, |it| it.to_string()),
            })
        };
        let head = (purpose == Purpose::Suggest).then(|| head(&document.text)).flatten();
        let head = head.map(|it| request(Part::Head, it));
        let res = head.into_iter().chain([request(Part::Whole, &document.text)]).collect();
        self.pending = Some(Pending { revision: self.revision, reference_date, purpose });
        res
    }

    /// Asks again if what is known was asked with another reference date.
    pub(super) fn follow_reference_date(&mut self, purpose: Purpose) -> Vec<Effect> {
        let wanted = self.document.as_ref().and_then(|it| it.meta.reference_date);
        let known = self.pending.as_ref().map_or(self.known_for, |it| it.reference_date);
        if wanted == known { Vec::new() } else { self.detect(purpose) }
    }

    /// What follows from the last thing done.
    pub(super) fn follow(&self) -> Purpose {
        Purpose::Follow { depth: self.history.depth() }
    }

    pub(super) fn detected(&mut self, response: &Response, now: Timestamp) -> Vec<Effect> {
        let Some(pending) = self.pending.clone().filter(|it| it.revision == response.revision)
        else {
            return Vec::new();
        };
        if response.part == Part::Whole {
            self.pending = None;
        }
        let before = std::mem::replace(&mut self.baseline, Baseline::new(&response.mentions));
        self.known_for = pending.reference_date;
        match (&self.document, pending.purpose) {
            (Some(_), Purpose::Know) | (None, _) => Vec::new(),
            (Some(document), purpose) => {
                let changes = reconcile(document, &response.mentions, &before);
                self.take_over(&changes, purpose, now)
            }
        }
    }

    /// Suggestions are not on the undo stack, or one key would take hundreds away;
    /// but what follows from a person's own change goes with it.
    fn take_over(
        &mut self,
        changes: &Transaction,
        purpose: Purpose,
        now: Timestamp,
    ) -> Vec<Effect> {
        let Some(document) = self.applied(changes) else { return Vec::new() };
        self.document = Some(document);
        if matches!(purpose, Purpose::Follow { depth } if depth == self.history.depth()) {
            self.history.amend(changes.clone());
        }
        self.changed(now)
    }

    fn applied(&mut self, changes: &Transaction) -> Option<Document> {
        if changes.is_empty() {
            return None;
        }
        changes.apply(self.document.as_ref()?).ok()
    }

    /// Detection is over without an answer; the text can be annotated by hand.
    pub(super) fn detector_failed(&mut self) -> Vec<Effect> {
        self.pending = None;
        self.tell(Notice::DetectorFailed)
    }

    /// Something was done: it can be undone, and is to be kept.
    pub(super) fn done(&mut self, entry: Entry, now: Timestamp) -> Vec<Effect> {
        self.history.push(entry);
        let mut res = self.changed(now);
        res.extend(self.follow_reference_date(self.follow()));
        res
    }

    pub(super) fn changed(&mut self, now: Timestamp) -> Vec<Effect> {
        self.modified = Some(now);
        if self.current().is_none() {
            self.current = None;
        }
        vec![if self.document.is_some() { Effect::Save } else { Effect::Forget }]
    }
}

/// The paragraphs at the beginning of a long text.
fn head(text: &str) -> Option<&str> {
    if text.len() < LONG_BYTES {
        return None;
    }
    let at = text.as_bytes()[HEAD_BYTES..LONG_BYTES].iter().position(|it| *it == b'\n')?;
    text.get(..HEAD_BYTES + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_long_text_has_a_head() {
        assert_eq!(head("ngắn\n"), None);
        assert_eq!(head(&"x".repeat(LONG_BYTES + 1)), None);
        let text = "Một dòng vừa phải.\n".repeat(10_000);
        let head = head(&text).unwrap();
        assert!(head.len() >= HEAD_BYTES && head.ends_with("phải."), "{}", head.len());
    }
}
