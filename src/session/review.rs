//! Going through the suggestions, the least sure first.

use std::rc::Rc;

use super::{Direction, Effect, Session};
use crate::document::{Annotation, AnnotationId, Status};

/// How far the review is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// The suggestions that are left and whose label is shown, the least sure first; of equally sure ones the first in the
    /// text.
    pub left: Vec<AnnotationId>,
    /// How many mentions of the detector's have been decided.
    pub done: usize,
    /// Which of `left` is current.
    pub at: Option<usize>,
}

impl Review {
    /// How many there were.
    #[must_use]
    pub fn total(&self) -> usize {
        self.done + self.left.len()
    }
}

impl Session {
    /// How far the review is, for its bar.
    #[must_use]
    pub fn review(&self) -> Review {
        let Some(document) = &self.document else { return Review::default() };
        let all = document.annotations.iter().filter(|it| !document.labels.hides(&it.label));
        let decided =
            all.clone().filter(|it| it.status != Status::Suggested && it.confidence.is_some());
        let open: Vec<&Rc<Annotation>> = all.filter(|it| it.status == Status::Suggested).collect();
        let left: Vec<AnnotationId> =
            least_sure_first(&open).map(|at| open[at].id.clone()).collect();
        let at = self.current.as_ref().and_then(|id| left.iter().position(|it| it == id));
        Review { left, done: decided.count(), at }
    }

    /// Whether accepting and rejecting go on to the next least sure one.
    #[must_use]
    pub fn is_reviewing(&self) -> bool {
        self.reviewing
    }

    /// Begins or ends the review.
    pub(super) fn set_reviewing(&mut self, reviewing: bool) -> Vec<Effect> {
        self.reviewing = reviewing;
        if reviewing { self.pick_least_sure() } else { Vec::new() }
    }

    /// The next or the former one in the review's order, without deciding this one.
    pub(super) fn step_review(&mut self, direction: Direction) -> Vec<Effect> {
        let Review { left, at, .. } = self.review();
        let to = match (at, direction) {
            (None, Direction::Forward) => 0,
            (None, Direction::Back) => left.len().saturating_sub(1),
            (Some(at), Direction::Forward) => (at + 1) % left.len(),
            (Some(at), Direction::Back) => (at + left.len() - 1) % left.len(),
        };
        match left.into_iter().nth(to) {
            Some(id) => self.pick(Some(id)),
            None => Vec::new(),
        }
    }

    /// The place of the current annotation in the review, if that is going on.
    pub(super) fn place_in_review(&self) -> Option<usize> {
        if self.reviewing { Some(self.review().at.unwrap_or(0)) } else { None }
    }

    /// To what comes at a place of the review's order, once what stood there is decided. The review
    /// stays when nothing is left, and says so.
    pub(super) fn go_on_reviewing(&mut self, at: usize) -> Vec<Effect> {
        let left = self.review().left;
        let next = left.get(at).or(left.first()).cloned();
        if next.is_some() { self.pick(next) } else { Vec::new() }
    }
}

/// Where the least sure one stands, then the next one; of equally sure ones the first. One number each is sorted,
/// as the time line does: every kind of thing that is sorted costs the page another sort.
#[expect(clippy::cast_possible_truncation, reason = "a confidence is 0.0..=1.0")]
fn least_sure_first(open: &[&Rc<Annotation>]) -> impl Iterator<Item = usize> + use<> {
    let sure = |it: &Annotation| (it.confidence.unwrap_or(0.0) * 1e9) as i64;
    let mut keys: Vec<i64> = (0..).zip(open).map(|(at, it)| (sure(it) << 32) | at).collect();
    keys.sort_unstable();
    keys.into_iter().filter_map(|it| usize::try_from(it & 0xffff_ffff).ok())
}
