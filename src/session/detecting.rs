//! Asking the worker, and what to do with its answers.

use std::rc::Rc;

use super::history::Entry;
use super::reconcile::{Baseline, reconcile, relearn, restore, tidy};
use super::{Effect, Notice, Session, Timestamp};
use crate::document::{Annotation, Document, LabelId, NaiveDate, Status, Step, Transaction};
use crate::text::Span;
use crate::worker::{FoundTimex, Part, Request, Response};

/// A request whose answer has not come yet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pending {
    revision: u64,
    reference_date: Option<NaiveDate>,
    pub(super) purpose: Purpose,
    pieces: Vec<Unread>,
}

/// A date that a person has marked and whose value is asked for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Unread {
    it: Rc<Annotation>,
    /// How deep the history was when it was marked.
    depth: usize,
}

/// What to do with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Make suggestions of it.
    Suggest,
    /// The same, as a part of what was done last: the history was so deep then.
    Follow { depth: usize },
    /// Change the suggestions by what was learnt since the last answer, and nothing else; none
    /// that begin before this byte, which a reader has passed.
    Learn { from: u32 },
    /// Only know what the detector says of a document that came with annotations.
    Know,
}

impl Purpose {
    /// What to do if this is asked before what was asked for before has been answered: less than
    /// that would lose it.
    fn after(self, pending: Self) -> Self {
        match (pending, self) {
            (Self::Know, Self::Learn { .. }) => Self::Know,
            (Self::Suggest | Self::Follow { .. }, Self::Learn { .. }) => Self::Suggest,
            (Self::Learn { from: one }, Self::Learn { from: other }) => {
                Self::Learn { from: one.min(other) }
            }
            _ => self,
        }
    }
}

/// Bytes at the beginning of a long article that are detected first, so that the
/// first screen does not wait for the rest.
const HEAD_BYTES: usize = 16 * 1024;

/// Bytes above which that pays.
const LONG_BYTES: usize = 4 * HEAD_BYTES;

impl Session {
    /// Asks about the open document; answers to earlier questions are no longer wanted.
    pub(super) fn detect(&mut self, purpose: Purpose) -> Vec<Effect> {
        let pieces = self.pending.as_mut().map(|it| std::mem::take(&mut it.pieces));
        self.ask(purpose, pieces.unwrap_or_default())
    }

    fn ask(&mut self, purpose: Purpose, pieces: Vec<Unread>) -> Vec<Effect> {
        let purpose = match &self.pending {
            Some(pending) => purpose.after(pending.purpose),
            // There is nothing to compare with: the detector has never answered.
            None if matches!(purpose, Purpose::Learn { .. }) && !self.answered => Purpose::Know,
            None => purpose,
        };
        let known = self.relevant();
        let Some(document) = &self.document else { return Vec::new() };
        self.revision += 1;
        self.asked_with.clone_from(&known);
        let reference_date = document.meta.reference_date;
        let request = |part, text: &str| {
            Effect::Detect(Request {
                revision: self.revision,
                part,
                text: text.to_owned(),
                language: document.meta.language.clone(),
                reference_date: reference_date.map_or_else(String::new, |it| it.to_string()),
                known: known.clone(),
                pieces: pieces.iter().map(|it| (it.it.span.start(), it.it.span.end())).collect(),
            })
        };
        let head = (purpose == Purpose::Suggest).then(|| head(&document.text)).flatten();
        let head = head.map(|it| request(Part::Head, it));
        let res = head.into_iter().chain([request(Part::Whole, &document.text)]).collect();
        self.pending = Some(Pending { revision: self.revision, reference_date, purpose, pieces });
        res
    }

    /// Dates in `steps` of which a person has said where they are but not what they mean: new ones,
    /// and those whose value was the detector's for other words.
    pub(super) fn unread(&self, steps: &[Step]) -> Vec<Rc<Annotation>> {
        let unread = |it: &Step| match it {
            Step::Insert(new) => new.timex.is_none().then(|| Rc::clone(new)),
            Step::Replace { old, new } if new.status == Status::Accepted => {
                let renamed = old.label != new.label && new.timex.is_none();
                let moved = old.span != new.span && self.is_detected(old);
                (renamed || moved).then(|| Rc::clone(new))
            }
            _ => None,
        };
        steps.iter().filter_map(unread).filter(|it| it.label == LabelId::DATE).collect()
    }

    /// Whether the value of a date is what the detector has said.
    fn is_detected(&self, it: &Annotation) -> bool {
        let said = self.baseline.get(it.span, &it.label).and_then(|it| it.timex.as_ref()?.timex());
        it.timex.is_none() || it.timex == said
    }

    /// Asks what dates mean that a person has marked, if there are any.
    pub(super) fn read_pieces(&mut self, dates: Vec<Rc<Annotation>>) -> Vec<Effect> {
        if dates.is_empty() {
            return Vec::new();
        }
        let depth = self.history.depth();
        let pending = self.pending.as_mut().map(|it| std::mem::take(&mut it.pieces));
        let mut pieces = pending.unwrap_or_default();
        pieces.extend(dates.into_iter().map(|it| Unread { it, depth }));
        self.ask(Purpose::Learn { from: u32::MAX }, pieces)
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
        self.answered = true;
        let mut res = self.suggested(response, pending.purpose, &before, now);
        res.extend(self.restore_suggestions(now));
        if response.part == Part::Whole {
            res.extend(self.read(&pending.pieces, &response.pieces, now));
        }
        self.look_again();
        res
    }

    /// Takes over what was found, as far as it was asked for.
    fn suggested(
        &mut self,
        response: &Response,
        purpose: Purpose,
        before: &Baseline,
        now: Timestamp,
    ) -> Vec<Effect> {
        let Some(document) = &self.document else { return Vec::new() };
        let changes = match purpose {
            Purpose::Know => return Vec::new(),
            Purpose::Learn { from } => {
                let answers = [before, &self.baseline];
                relearn(document, &response.mentions, from, answers, &mut self.former)
            }
            Purpose::Suggest | Purpose::Follow { .. } => {
                reconcile(document, &response.mentions, before, &mut self.former)
            }
        };
        self.take_over(&changes, purpose, now)
    }

    /// Has suggestions back that only what was undone since stood in the way of.
    pub(super) fn restore_suggestions(&mut self, now: Timestamp) -> Vec<Effect> {
        let Some(document) = &self.document else { return Vec::new() };
        let changes = restore(document, &self.baseline, &mut self.former);
        self.take_over(&changes, Purpose::Suggest, now)
    }

    /// Makes suggestions fit what an undo has brought back at `places`.
    pub(super) fn tidy_suggestions(&mut self, places: &[Span], now: Timestamp) -> Vec<Effect> {
        let Some(document) = &self.document else { return Vec::new() };
        let changes = tidy(document, places, &mut self.former);
        let mut res = self.take_over(&changes, Purpose::Suggest, now);
        res.extend(self.restore_suggestions(now));
        res
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

    /// Gives dates that a person has marked the values that were read. They are taken back together
    /// with the mark; one that was changed since is left alone.
    fn read(
        &mut self,
        pieces: &[Unread],
        values: &[Option<FoundTimex>],
        now: Timestamp,
    ) -> Vec<Effect> {
        let mut read = false;
        for (piece, value) in pieces.iter().zip(values) {
            let timex = value.as_ref().and_then(FoundTimex::timex);
            if timex.is_none() || timex == piece.it.timex {
                continue;
            }
            let new = Annotation { timex, ..(*piece.it).clone() };
            let step = Step::Replace { old: Rc::clone(&piece.it), new: Rc::new(new) };
            let change = Transaction::from(step);
            if let Some(after) = self.applied(&change) {
                self.document = Some(after);
                self.history.amend_at(piece.depth, change);
                read = true;
            }
        }
        if read { self.changed(now) } else { Vec::new() }
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
        let relabels = matches!(&entry, Entry::Change(it) if it.steps().any(is_of_labels));
        self.history.push(entry);
        let mut res = self.changed(now);
        res.extend(if relabels {
            self.detect(self.follow())
        } else {
            self.follow_reference_date(self.follow())
        });
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

/// What the detector found may have a label now, or no longer.
fn is_of_labels(step: &Step) -> bool {
    matches!(step, Step::Labels { .. })
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
