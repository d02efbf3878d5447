//! The same change elsewhere, offered right after a change.

use std::rc::Rc;

use super::placing::{Placing, Way, rejected};
use super::values::follow;
use super::words::Words;
use super::{Effect, Notice, Session, Timestamp};
use crate::document::{Annotation, Document, LabelId, Status, Step, Timex, Transaction};
use crate::text::Span;

/// What could be done elsewhere too.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// What was done to the one mention, and would be to the others.
    pub kind: OfferKind,
    /// What the mention says.
    pub surface: Rc<str>,
    /// Where it would be done, in bytes and in reading order; never empty.
    pub spans: Vec<Span>,
}

/// What was done to a mention.
#[derive(Clone, Debug, PartialEq)]
pub enum OfferKind {
    /// It got this label.
    Label(LabelId),
    /// Its ends were moved; it has this label.
    Resize(LabelId),
    /// It was rejected as a mention with this label.
    Reject(LabelId),
    /// It got this value.
    Value(Timex),
}

/// A change of one annotation that could be one of many.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Model {
    old: Option<Rc<Annotation>>,
    new: Rc<Annotation>,
}

impl Model {
    /// The change in `steps` if it is of one annotation. What gave way to it does not count.
    pub(super) fn of(steps: &[Step]) -> Option<Self> {
        let mut models = steps.iter().filter_map(|it| match it {
            Step::Insert(new) => Some(Self { old: None, new: Rc::clone(new) }),
            Step::Replace { old, new } => {
                Some(Self { old: Some(Rc::clone(old)), new: Rc::clone(new) })
            }
            _ => None,
        });
        match steps {
            [_] => models.next(),
            _ => {
                let mut made = models.filter(|it| it.new.status != Status::Rejected);
                made.next().filter(|_| made.next().is_none())
            }
        }
    }

    fn kind(&self) -> Option<OfferKind> {
        let new = &self.new;
        let label = || new.label.clone();
        let Some(old) = &self.old else { return Some(OfferKind::Label(label())) };
        if new.status == Status::Rejected {
            return (old.status != Status::Rejected).then(|| OfferKind::Reject(label()));
        }
        if new.label != old.label {
            return Some(OfferKind::Label(label()));
        }
        if new.span != old.span {
            return Some(OfferKind::Resize(label()));
        }
        let value = new.timex.clone().filter(|it| Some(it) != old.timex.as_ref());
        value.map(OfferKind::Value)
    }

    /// Each place with what would be done there.
    fn places(&self, document: &Document, words: &Words) -> Vec<(Span, Vec<Step>)> {
        let mut res = match self.kind() {
            None => Vec::new(),
            Some(OfferKind::Reject(_)) => self.rejected(document, words),
            Some(OfferKind::Value(to)) => self.revalued(document, words, &to),
            Some(OfferKind::Label(_)) => {
                let mut res = self.placed(document, words, false);
                res.extend(self.short_forms(document, &res));
                res
            }
            Some(OfferKind::Resize(_)) => self.placed(document, words, true),
        };
        res.sort_by_key(|it| it.0);
        res
    }

    fn placed(&self, document: &Document, words: &Words, resized: bool) -> Vec<(Span, Vec<Step>)> {
        let span = self.new.span;
        let mut around = document.annotations.intersecting(span);
        let nested = around
            .any(|it| it.status != Status::Rejected && it.span.contains(span) && it.span != span);
        let way = Way::Elsewhere { resized, nested };
        let placing = Placing::new(document, self.new.label.clone(), way);
        let mut places = placing.of(self.new.entity.clone()).each(words.same(span));
        places.retain(|it| !only_accepts(&it.1));
        places
    }

    /// Other suggestions of the same entity that had the label which was wrong: the short form of
    /// a full name, and the other way round.
    fn short_forms(
        &self,
        document: &Document,
        before: &[(Span, Vec<Step>)],
    ) -> Vec<(Span, Vec<Step>)> {
        let Some((old, entity)) = self.old.as_ref().and_then(|it| Some((it, it.entity.as_ref()?)))
        else {
            return Vec::new();
        };
        let way = Way::Elsewhere { resized: false, nested: false };
        let mut placing = Placing::new(document, self.new.label.clone(), way);
        let kin = document.annotations.iter().filter(|it| {
            it.status == Status::Suggested
                && it.label == old.label
                && it.entity.as_ref() == Some(entity)
                && before.iter().all(|(span, _)| *span != it.span)
        });
        kin.map(|it| (it.span, placing.steps(it.span))).filter(|it| !it.1.is_empty()).collect()
    }

    /// Suggestions with the same words and label, and short forms of what was rejected.
    fn rejected(&self, document: &Document, words: &Words) -> Vec<(Span, Vec<Step>)> {
        let Some(old) = &self.old else { return Vec::new() };
        let same = words.same(old.span);
        let own: Vec<u32> = words.classes(old.span).collect();
        let is_short = |it: &Annotation| {
            let kin = old.entity.is_some() && it.entity == old.entity;
            kin && it.span != old.span && ends_with(&own, words.classes(it.span))
        };
        let wrong = document.annotations.iter().filter(|it| {
            it.status == Status::Suggested
                && it.label == old.label
                && (same.binary_search(&it.span).is_ok() || is_short(it))
        });
        wrong.map(|it| (it.span, vec![rejected(it)])).collect()
    }

    /// Dates with the same words and value, and those that took their day from this one.
    fn revalued(&self, document: &Document, words: &Words, to: &Timex) -> Vec<(Span, Vec<Step>)> {
        let from = self.old.as_ref().and_then(|it| it.timex.as_ref());
        let same = words.same(self.new.span);
        let value = |it: &Annotation| {
            let own = it.timex.as_ref();
            if own == from && same.binary_search(&it.span).is_ok() {
                return Some(to.clone());
            }
            let later = it.span.start() > self.new.span.start();
            follow(own?, from?, to).filter(|_| later)
        };
        let dates = document.annotations.iter().filter(|it| {
            it.status == Status::Suggested && it.label == self.new.label && it.id != self.new.id
        });
        let step = |it: &Rc<Annotation>| {
            let timex = Some(value(it)?);
            let new = Annotation { timex, status: Status::Accepted, ..(**it).clone() };
            Some((it.span, vec![Step::Replace { old: Rc::clone(it), new: Rc::new(new) }]))
        };
        dates.filter_map(step).collect()
    }
}

/// A suggestion that says so already needs no help.
fn only_accepts(steps: &[Step]) -> bool {
    steps.iter().all(|it| {
        matches!(it, Step::Replace { old, new } if old.span == new.span && old.label == new.label
            && new.status == Status::Accepted)
    })
}

fn ends_with(words: &[u32], tail: impl DoubleEndedIterator<Item = u32>) -> bool {
    let mut rest = words.iter().rev();
    tail.rev().all(|it| rest.next() == Some(&it))
}

impl Session {
    /// What was done last to one mention and could be done to others that say the same, by
    /// [`Msg::TakeOffer`](super::Msg::TakeOffer).
    #[must_use]
    pub fn offer(&self) -> Option<&Offer> {
        self.offer.as_ref().map(|it| &it.1)
    }

    /// Offers what `steps`, which were just carried out, have done.
    pub(super) fn make_offer(&mut self, steps: &[Step]) {
        self.offer = None;
        if let Some(model) = Model::of(steps) {
            self.renew_offer(model);
        }
    }

    /// Looks again where it could be done: suggestions have come or gone.
    pub(super) fn look_again(&mut self) {
        if let Some((model, _)) = self.offer.take() {
            self.renew_offer(model);
        }
    }

    fn renew_offer(&mut self, model: Model) {
        let words = self.words();
        let Some(document) = &self.document else { return };
        let spans: Vec<Span> = model.places(document, &words).into_iter().map(|it| it.0).collect();
        if let Some(kind) = model.kind().filter(|_| !spans.is_empty()) {
            let surface = model.new.span.slice(&document.text).into();
            self.offer = Some((model, Offer { kind, surface, spans }));
        }
    }

    /// Does it, as one step.
    pub(super) fn take_offer(&mut self, now: Timestamp) -> Vec<Effect> {
        let Some((model, _)) = self.offer.take() else { return Vec::new() };
        let words = self.words();
        let Some(document) = &self.document else { return Vec::new() };
        let places = model.places(document, &words);
        let count = places.len();
        let changes: Transaction = places.into_iter().flat_map(|it| it.1).collect();
        let res = self.change(changes, now);
        self.offer = None;
        if !res.is_empty() {
            self.notice = Some(Notice::Elsewhere(count));
        }
        res
    }

    /// The words of the open text, cut once.
    pub(super) fn words(&mut self) -> Rc<Words> {
        let Some(document) = &self.document else { return Rc::default() };
        match &self.words {
            Some((text, words)) if Rc::ptr_eq(text, &document.text) => Rc::clone(words),
            _ => {
                let words = Rc::new(Words::new(&document.text));
                self.words = Some((Rc::clone(&document.text), Rc::clone(&words)));
                words
            }
        }
    }
}
