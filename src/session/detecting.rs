//! Asking the worker, and what to do with its answers.

use std::rc::Rc;

use super::history::Entry;
use super::reconcile::{Baseline, reconcile, relearn};
use super::{Effect, Notice, Session, Timestamp};
use crate::document::{Annotation, Document, LabelId, NaiveDate, Status, Step, Transaction};
use crate::worker::{FoundTimex, Part, Request, Response};

/// A request whose answer has not come yet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pending {
    revision: u64,
    reference_date: Option<NaiveDate>,
    pub(super) purpose: Purpose,
    /// Dates that a person has marked and whose values are asked for.
    pub(super) pieces: Vec<Rc<Annotation>>,
}

/// What to do with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Make suggestions of it.
    Suggest,
    /// The same, as a part of what was done last.
    Follow,
    /// Change the suggestions by what was learnt since the last answer, and nothing else.
    Learn {
        /// None that begin before this byte, which a reader has passed.
        from: u32,
        /// Whether it is a part of what was done last, and not of the list of what is known.
        follows: bool,
    },
    /// Only know what the detector says of a document that came with annotations.
    Know,
}

impl Purpose {
    /// Only to know better what the detector says.
    pub(super) const KNOW_AGAIN: Self = Self::Learn { from: u32::MAX, follows: true };

    /// Whether all that is found becomes suggestions.
    fn suggests(self) -> bool {
        matches!(self, Self::Suggest | Self::Follow)
    }

    /// Whether what is changed is taken back together with what was done last.
    fn follows(self) -> bool {
        matches!(self, Self::Follow | Self::Learn { follows: true, .. })
    }

    /// What to do if this is asked before what was asked for before has been answered: less than
    /// that would lose it.
    fn after(self, pending: Self) -> Self {
        match (pending, self) {
            (Self::Know, Self::Learn { .. }) => Self::Know,
            (Self::Suggest, Self::Follow) | (Self::Suggest | Self::Follow, Self::Learn { .. }) => {
                pending
            }
            (Self::Learn { from, follows }, Self::Learn { from: other, follows: too }) => {
                Self::Learn { from: from.min(other), follows: follows && too }
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

    fn ask(&mut self, purpose: Purpose, pieces: Vec<Rc<Annotation>>) -> Vec<Effect> {
        let purpose = match &self.pending {
            Some(pending) => purpose.after(pending.purpose),
            // There is nothing to compare with: the detector has never answered.
            None if matches!(purpose, Purpose::Learn { .. }) && !self.answered => Purpose::Know,
            None => purpose,
        };
        let known = self.relevant();
        let Some(document) = &self.document else { return Vec::new() };
        self.unfinished |= purpose.suggests();
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
                pieces: pieces.iter().map(|it| (it.span.start(), it.span.end())).collect(),
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
        let pending = self.pending.as_mut().map(|it| std::mem::take(&mut it.pieces));
        let mut pieces = pending.unwrap_or_default();
        pieces.extend(dates);
        self.ask(Purpose::KNOW_AGAIN, pieces)
    }

    /// Whether what is known was asked with another reference date.
    pub(super) fn is_of_another_day(&self) -> bool {
        let wanted = self.document.as_ref().and_then(|it| it.meta.reference_date);
        wanted != self.pending.as_ref().map_or(self.known_for, |it| it.reference_date)
    }

    /// Asks once more what had not been answered at the moment that an undo or redo has brought
    /// back, or else has been asked for since beside what is undone; or what is known of this moment
    /// if it `differs` from what was known of the other.
    pub(super) fn ask_again(&mut self, waiting: Option<Pending>, differs: bool) -> Vec<Effect> {
        let beside = self.pending.take().map(|it| it.purpose).filter(|it| !it.follows());
        let (purpose, pieces) = waiting.map(|it| (it.purpose, it.pieces)).unzip();
        let wanted = match (purpose, beside) {
            (Some(waiting), Some(beside)) => Some(beside.after(waiting)),
            (one, other) => one.or(other),
        };
        let wanted = wanted.or_else(|| {
            let differs = differs || self.is_of_another_day() || self.relevant() != self.asked_with;
            differs.then_some(Purpose::KNOW_AGAIN)
        });
        wanted.map_or_else(Vec::new, |it| self.ask(it, pieces.unwrap_or_default()))
    }

    pub(super) fn detected(&mut self, response: &Response, now: Timestamp) -> Vec<Effect> {
        let Some(pending) = self.pending.clone().filter(|it| it.revision == response.revision)
        else {
            return Vec::new();
        };
        if response.part == Part::Whole {
            self.pending = None;
            self.unfinished &= !pending.purpose.suggests();
        }
        let before = std::mem::replace(&mut self.baseline, Baseline::new(&response.mentions));
        self.known_for = pending.reference_date;
        self.answered = true;
        let mut res = self.suggested(response, pending.purpose, &before, now);
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
            Purpose::Learn { from, .. } => {
                relearn(document, &response.mentions, from, [before, &self.baseline])
            }
            Purpose::Suggest | Purpose::Follow => reconcile(document, &response.mentions, before),
        };
        let Some(document) = self.applied(&changes) else { return Vec::new() };
        self.document = Some(document);
        if purpose.follows() {
            self.history.amend(changes);
        }
        self.changed(now)
    }

    /// Gives dates that a person has marked the values that were read. They are taken back together
    /// with the mark; one that was changed since is left alone.
    fn read(
        &mut self,
        pieces: &[Rc<Annotation>],
        values: &[Option<FoundTimex>],
        now: Timestamp,
    ) -> Vec<Effect> {
        let mut read = false;
        for (piece, value) in pieces.iter().zip(values) {
            let timex = value.as_ref().and_then(FoundTimex::timex);
            if timex.is_none() || timex == piece.timex {
                continue;
            }
            let new = Annotation { timex, ..(**piece).clone() };
            let step = Step::Replace { old: Rc::clone(piece), new: Rc::new(new) };
            let change = Transaction::from(step);
            if let Some(after) = self.applied(&change) {
                self.document = Some(after);
                self.history.amend(change);
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

    /// Something was done while the detector had still to answer `waiting`: it can be undone, and is
    /// to be kept.
    pub(super) fn done(
        &mut self,
        entry: Entry,
        waiting: Option<Pending>,
        now: Timestamp,
    ) -> Vec<Effect> {
        let relabels = matches!(&entry, Entry::Change(it) if it.steps().any(is_of_labels));
        self.history.push(entry, waiting);
        let mut res = self.changed(now);
        if relabels || self.is_of_another_day() {
            res.extend(self.detect(Purpose::Follow));
        }
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
