//! Carrying out again what a person has decided, over suggestions that may be others by now.
//!
//! Suggestions are the machine's: a new detection gives them other ids, values and entities. That
//! is no reason to refuse an undo; a decision that has changed since is one.

use std::rc::Rc;

use super::reconcile::is_suggestion;
use crate::document::{Annotation, Document, Step, There, Transaction, TransactionError};

/// The document after `steps`, as [`Transaction::apply`] has it, but for suggestions that are not
/// as they were.
///
/// # Errors
///
/// As there, for what a person has decided.
pub(super) fn apply(steps: &Transaction, before: &Document) -> Result<Document, TransactionError> {
    use TransactionError::{Duplicate, Stale};
    match steps.apply(before) {
        Err(Stale(_) | Duplicate(_)) => {}
        other => return other,
    }
    at_once(steps, before)
}

/// All of them on one copy of the document: a detection has thousands.
fn at_once(steps: &Transaction, before: &Document) -> Result<Document, TransactionError> {
    let (mut res, mut there) = (before.clone(), There::default());
    let mut done = Transaction::default();
    for step in &steps.steps {
        if let Some(step) = fitting(step, &res) {
            step.apply(&mut res, &mut there)?;
            done.steps.push(step);
        }
    }
    done.check(&res)?;
    Ok(res)
}

/// The document after those of `steps` that fit: what the machine did may have changed since by
/// itself.
pub(super) fn apply_fitting(steps: &Transaction, before: Document) -> Document {
    if let Ok(res) = at_once(steps, &before) {
        return res;
    }
    steps.steps.iter().fold(before, |res, step| {
        let after = fitting(step, &res).map(|it| Transaction::from(it).apply(&res));
        after.and_then(Result::ok).unwrap_or(res)
    })
}

/// The step as the document needs it; `None` if there is nothing left to do.
fn fitting(step: &Step, document: &Document) -> Option<Step> {
    match step {
        Step::Delete(old) if is_suggestion(old) => there(document, old).map(Step::Delete),
        Step::Insert(new) if is_suggestion(new) => {
            there(document, new).is_none().then(|| step.clone())
        }
        Step::Replace { old, new } if is_suggestion(old) => {
            let new = Rc::clone(new);
            Some(match there(document, old) {
                Some(old) => Step::Replace { old, new },
                None => Step::Insert(new),
            })
        }
        Step::Replace { old, new } if is_suggestion(new) => {
            let other = there(document, new).filter(|it| it.id != old.id);
            Some(match other {
                Some(_) => Step::Delete(Rc::clone(old)),
                None => step.clone(),
            })
        }
        _ => Some(step.clone()),
    }
}

/// The suggestion that says what `it` said.
fn there(document: &Document, it: &Annotation) -> Option<Rc<Annotation>> {
    let same = document
        .annotations
        .intersecting(it.span)
        .find(|other| is_suggestion(other) && other.span == it.span && other.label == it.label);
    same.or_else(|| document.annotations.get(&it.id).filter(|it| is_suggestion(it))).cloned()
}
