//! Overlapping spans as a flat row of runs.

use std::rc::Rc;

use super::{Annotation, Status};
use crate::text::Span;

/// A piece of the text under which nothing changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Where it is, in bytes; never empty.
    pub span: Span,
    /// What covers it, innermost last; may be empty.
    pub active: Vec<Rc<Annotation>>,
}

/// Cuts `window` wherever an annotation begins or ends. The runs in order are the
/// whole window; rejected annotations are not drawn and do not count.
///
/// `annotations` are those that intersect the window, in reading order, as
/// [`AnnotationSet::intersecting`](super::AnnotationSet::intersecting) gives them:
/// so the innermost of nested ones stands last.
#[must_use]
pub fn runs<'a>(annotations: impl Iterator<Item = &'a Rc<Annotation>>, window: Span) -> Vec<Run> {
    let drawn: Vec<_> = annotations.filter(|it| it.status != Status::Rejected).collect();
    let mut cuts: Vec<u32> = drawn
        .iter()
        .flat_map(|it| [it.span.start(), it.span.end()])
        .filter(|at| window.start() < *at && *at < window.end())
        .chain([window.start(), window.end()])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();

    let mut coming = drawn.into_iter().peekable();
    let mut active: Vec<Rc<Annotation>> = Vec::new();
    let mut res = Vec::with_capacity(cuts.len());
    for pair in cuts.windows(2) {
        let span = Span::new(pair[0], pair[1]);
        active.retain(|it| it.span.end() > span.start());
        while let Some(it) = coming.next_if(|it| it.span.start() <= span.start()) {
            active.push(Rc::clone(it));
        }
        res.push(Run { span, active: active.clone() });
    }
    res
}
