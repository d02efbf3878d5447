//! What a person's corrections teach this device.

use std::rc::Rc;

use chrono::NaiveDate;

use super::detecting::Purpose;
use super::history::{Change, Lesson};
use super::{Effect, File, Notice, Session, Timestamp};
use crate::document::{
    Annotation, Document, LabelId, Origin, PersonalEntry, PersonalList, Status, Step, Verdict, Vote,
};
use crate::formats::personal;
use crate::text::Span;
use crate::worker::KnownWords;

/// What the person does with the list itself.
#[derive(Clone, Debug, PartialEq)]
pub enum PersonalMsg {
    /// The page started and found this on the device.
    Restore(String),
    /// Another page on the device has changed it to this.
    Follow(String),
    /// A file was chosen to import.
    Import(String),
    /// Download it.
    Export,
    /// Write an entry down: what was said of its words before is forgotten.
    Set {
        /// The words.
        surface: String,
        /// What they are; `None` if no mention.
        label: Option<LabelId>,
    },
    /// Forget these words.
    Forget(String),
    /// Forget everything.
    Clear,
    /// Whether corrections are to be learnt from.
    Learn(bool),
}

/// What a change of a document teaches. `after` is the document with it.
fn lessons(steps: &[Step], after: &Document) -> Vec<Lesson> {
    let mut res: Vec<Lesson> = Vec::new();
    let made: Vec<Span> = steps.iter().filter_map(made).collect();
    for (span, verdict, vote) in steps.iter().flat_map(|it| verdicts(it, &made, after)) {
        let lesson = Lesson { surface: span.slice(&after.text).into(), verdict, vote };
        // The same words in one go are one decision.
        if !res.contains(&lesson) {
            res.push(lesson);
        }
    }
    res
}

/// Where a step makes a mention, or moves or renames one.
fn made(step: &Step) -> Option<Span> {
    match step {
        Step::Insert(new) => Some(new.span),
        Step::Replace { old, new } => {
            let same = old.span == new.span && old.label == new.label;
            (new.status == Status::Accepted && !same).then_some(new.span)
        }
        _ => None,
    }
}

fn verdicts(step: &Step, made: &[Span], after: &Document) -> Vec<(Span, Verdict, Vote)> {
    let is = |it: &Annotation, vote| (it.span, Verdict::Is(it.label.clone()), vote);
    match step {
        Step::Insert(new) if new.status == Status::Accepted && new.origin != Origin::Imported => {
            vec![is(new, Vote::For)]
        }
        Step::Delete(old) if old.status == Status::Accepted => vec![is(old, Vote::TakenBack)],
        Step::Replace { old, new } if new.status == Status::Rejected => {
            let gave_way = made.iter().any(|it| it.intersects(old.span));
            let part = old.status != Status::Suggested || gave_way || is_nested(old, after);
            if part { Vec::new() } else { vec![(old.span, Verdict::NoName, Vote::For)] }
        }
        Step::Replace { old, new } if new.status == Status::Accepted => corrected(old, new),
        _ => Vec::new(),
    }
}

/// A second thought takes the first one back. Of a suggestion that was too long, its words are no
/// name; one that was too short may be one elsewhere.
fn corrected(old: &Annotation, new: &Annotation) -> Vec<(Span, Verdict, Vote)> {
    let is = |it: &Annotation, vote| (it.span, Verdict::Is(it.label.clone()), vote);
    if old.span == new.span && old.label == new.label {
        return Vec::new();
    }
    let cut = old.span != new.span && old.span.contains(new.span);
    let before = match old.status {
        Status::Accepted => Some(is(old, Vote::TakenBack)),
        Status::Suggested if cut => Some((old.span, Verdict::NoName, Vote::For)),
        _ => None,
    };
    before.into_iter().chain([is(new, Vote::For)]).collect()
}

/// What is wrong inside of a longer name may be right by itself.
fn is_nested(it: &Annotation, document: &Document) -> bool {
    let mut there = document.annotations.intersecting(it.span);
    there.any(|other| {
        other.id != it.id && other.status != Status::Rejected && other.span.contains(it.span)
    })
}

/// Where the last mention begins that steps are about.
fn last<'s>(steps: impl Iterator<Item = &'s Step>) -> u32 {
    steps.filter_map(Step::span).map(Span::start).max().unwrap_or(0)
}

/// The day of a timestamp.
fn day(now: Timestamp) -> Option<NaiveDate> {
    chrono::DateTime::from_timestamp_millis(now).map(|it| it.date_naive())
}

impl Session {
    /// What a person has taught this device.
    #[must_use]
    pub fn personal(&self) -> &PersonalList {
        &self.personal
    }

    /// Whether corrections are learnt from.
    #[must_use]
    pub fn is_learning(&self) -> bool {
        !self.forgetful
    }

    /// The list as a file, to keep on the device.
    #[must_use]
    pub fn personal_file(&self) -> String {
        personal::write(&self.personal)
    }

    /// Learns from a change that was just made: those of its lessons that had something to say, and
    /// what is to be done.
    pub(super) fn learn_from(
        &mut self,
        steps: &[Step],
        now: Timestamp,
    ) -> (Rc<[Lesson]>, Vec<Effect>) {
        let document = self.document.as_ref().filter(|_| !self.forgetful);
        let mut lessons = document.map_or_else(Vec::new, |it| lessons(steps, it));
        lessons.retain(|it| self.personal.vote(&it.surface, &it.verdict, it.vote, day(now)));
        if lessons.is_empty() {
            return (lessons.into(), Vec::new());
        }
        // What stands in the text once only is decided already.
        let words = self.words();
        let again = lessons.iter().any(|it| words.count(&it.surface) > 1);
        // What stands before was read and found right; to change that is offered, not done.
        let from = last(steps.iter());
        let effects =
            if again { self.personal_changed(from, true) } else { vec![Effect::SavePersonal] };
        (lessons.into(), effects)
    }

    /// Learns again what was undone, or takes back what is undone.
    pub(super) fn learn_again(
        &mut self,
        change: &Change,
        undone: bool,
        now: Timestamp,
    ) -> Option<Effect> {
        for it in &*change.lessons {
            let vote = if undone { it.vote.invert() } else { it.vote };
            self.personal.vote(&it.surface, &it.verdict, vote, day(now));
        }
        (!change.lessons.is_empty()).then_some(Effect::SavePersonal)
    }

    fn personal_changed(&mut self, from: u32, follows: bool) -> Vec<Effect> {
        let mut res = vec![Effect::SavePersonal];
        if self.relevant() != self.asked_with {
            res.extend(self.detect(Purpose::Learn { from, follows }));
        }
        res
    }

    /// What is known of words that stand in the open text: the worker needs no more.
    pub(super) fn relevant(&mut self) -> Vec<KnownWords> {
        if self.personal.is_empty() {
            return Vec::new();
        }
        let words = self.words();
        let mut known = self.personal.known();
        known.retain(|it| {
            let folded = crate::text::fold(&it.surface);
            let mut parts =
                folded.split(|it: char| !it.is_alphabetic()).filter(|it| !it.is_empty());
            parts.all(|it| words.has(it))
        });
        known.iter().map(KnownWords::from).collect()
    }

    pub(super) fn personal_msg(&mut self, msg: PersonalMsg, now: Timestamp) -> Vec<Effect> {
        match msg {
            PersonalMsg::Restore(file) => return self.restore_personal(file),
            PersonalMsg::Follow(file) => {
                // A page of another version may write what this one cannot read.
                let Ok(list) = personal::read(&file) else { return Vec::new() };
                self.personal = list;
                return self.detect_with_personal();
            }
            PersonalMsg::Import(file) => match personal::read(&file) {
                Ok(list) => {
                    self.notice = Some(Notice::PersonalImported(list.len()));
                    self.personal.merge(list);
                }
                Err(why) => return self.tell(Notice::ImportFailed(why)),
            },
            PersonalMsg::Export => {
                let name = "dau-personal.json".to_owned();
                return vec![Effect::Download(File { name, text: self.personal_file() })];
            }
            PersonalMsg::Set { surface, label } => {
                let verdict = label.map_or(Verdict::NoName, Verdict::Is);
                // What a person writes down needs no second time.
                let (count, last_seen) = (2, day(now));
                self.personal.set(PersonalEntry { surface, verdict, count, last_seen });
            }
            PersonalMsg::Forget(surface) => drop(self.personal.forget(&surface)),
            PersonalMsg::Clear => self.personal = PersonalList::default(),
            PersonalMsg::Learn(learn) => {
                self.forgetful = !learn;
                return Vec::new();
            }
        }
        self.personal_changed(0, false)
    }

    /// Once more, if the list says other things of the words in the article than before.
    fn detect_with_personal(&mut self) -> Vec<Effect> {
        if self.document.is_none() || self.relevant() == self.asked_with {
            return Vec::new();
        }
        self.detect(Purpose::Learn { from: 0, follows: false })
    }

    /// What cannot be read is set aside, as a document is.
    fn restore_personal(&mut self, file: String) -> Vec<Effect> {
        match personal::read(&file) {
            Ok(mut list) => {
                list.merge(std::mem::take(&mut self.personal));
                self.personal = list;
                self.detect_with_personal()
            }
            Err(why) => {
                let name = "dau-personal-unread.json".to_owned();
                self.notice =
                    Some(Notice::PersonalFailed(why, File { name, text: file.clone() }.into()));
                vec![Effect::SetAside(file)]
            }
        }
    }
}
