//! Two mentions made one, and one made two.

use std::rc::Rc;

use super::Direction;
use super::command::{CommandError, changed, find};
use super::placing::rejected;
use super::reconcile::is_suggestion;
use crate::document::{Annotation, AnnotationId, Document, Origin, Status, Step, Transaction};
use crate::text::{Span, trim};

/// The steps that make a mention and the next one on its line, towards `direction`, one: from the
/// beginning of the first to the end of the second, with the label of `id`.
///
/// # Errors
///
/// [`CommandError::NoNeighbour`] if there is none on the line.
pub(super) fn merge(
    document: &Document,
    id: &AnnotationId,
    direction: Direction,
) -> Result<Transaction, CommandError> {
    let it = find(document, id)?;
    let other = neighbour(document, it, direction);
    let other = other.ok_or_else(|| CommandError::NoNeighbour(id.clone()))?;
    let span = it.span.cover(other.span);
    // What stands between the two is in the one now, and so is what was inside of the other. A suggestion that
    // cannot be true together with it would go anyhow when the text is read again.
    let inside = document.annotations.intersecting(span).filter(|inner| {
        inner.id != it.id && inner.status != Status::Rejected && span.contains(inner.span)
    });
    let whole = Annotation { span, ..(**it).clone() };
    let wrong = inside.filter(|inner| {
        let against = is_suggestion(inner) && !whole.goes_with(inner);
        inner.id == other.id || inner.label == it.label || against
    });
    let mut steps: Vec<Step> = wrong.map(taken_in).collect();
    steps.extend(changed(it, |it| it.span = span));
    Ok(steps.into_iter().collect())
}

fn neighbour<'d>(
    document: &'d Document,
    it: &Annotation,
    direction: Direction,
) -> Option<&'d Rc<Annotation>> {
    let shown = |other: &&Rc<Annotation>| {
        other.status != Status::Rejected && !document.labels.hides(&other.label)
    };
    let all = document.annotations.as_slice();
    let found = match direction {
        Direction::Forward => {
            let from = all.partition_point(|other| other.span.start() < it.span.end());
            all[from..].iter().find(shown)
        }
        Direction::Back => {
            let before = all.iter().filter(|other| other.span.end() <= it.span.start());
            before.filter(shown).max_by_key(|other| (other.span.end(), other.span.len()))
        }
    }?;
    let between = if found.span.start() < it.span.start() {
        Span::new(found.span.end(), it.span.start())
    } else {
        Span::new(it.span.end(), found.span.start())
    };
    let same_line = !between.slice(&document.text).contains(['\n', '\r']);
    same_line.then_some(found)
}

fn taken_in(it: &Rc<Annotation>) -> Step {
    if it.origin == Origin::Detected { rejected(it) } else { Step::Delete(Rc::clone(it)) }
}

/// The steps that make two mentions of one, before and after the byte `at`; white space at the cut
/// is in neither.
///
/// # Errors
///
/// [`CommandError::Span`] if one of them would be empty or cut a character.
pub(super) fn split(
    document: &Document,
    id: &AnnotationId,
    at: u32,
) -> Result<Transaction, CommandError> {
    let it = find(document, id)?;
    let half = |start: u32, end: u32| {
        let checked = Span::checked(&document.text, start, end)?;
        let span = trim(&document.text, checked);
        Span::checked(&document.text, span.start(), span.end())
    };
    // Outside of the mention, one half is empty.
    let at = at.clamp(it.span.start(), it.span.end());
    let (left, right) = (half(it.span.start(), at)?, half(at, it.span.end())?);
    let new = AnnotationId::numbered(document.next_number());
    let new = Annotation::new(new, it.label.clone(), right, Status::Accepted, Origin::Manual);
    let first = changed(it, |it| it.span = left);
    Ok(first.into_iter().chain([Step::Insert(Rc::new(new))]).collect())
}
