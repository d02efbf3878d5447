//! What is not yet as it should be.

use std::rc::Rc;

use dau::document::{Annotation, Document, Status, Timex};
use dau::formats::notation::{Marked, Value};
use dau::text::Span;

/// One thing that is wrong.
#[derive(Clone, Debug)]
pub(crate) enum Difference {
    /// Nothing says this yet.
    Missing(Marked),
    /// This says what is not so.
    Wrong(Rc<Annotation>),
    /// It is right but for its value.
    Value(Rc<Annotation>, Option<Timex>),
}

impl Difference {
    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Missing(it) => it.span,
            Self::Wrong(it) | Self::Value(it, _) => it.span,
        }
    }

    /// Whether both are about the same thing.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Missing(one), Self::Missing(other)) => {
                one.span == other.span && one.label == other.label
            }
            (Self::Wrong(one), Self::Wrong(other))
            | (Self::Value(one, _), Self::Value(other, _)) => {
                one.span == other.span && one.label == other.label
            }
            _ => false,
        }
    }

    /// What it costs at least if nothing helps.
    pub(crate) fn cost(&self) -> u32 {
        match self {
            Self::Missing(_) | Self::Wrong(_) => 2,
            Self::Value(..) => 6,
        }
    }
}

/// The value that is wanted of a date; `None` where any will do.
pub(crate) fn value(it: &Marked) -> Option<&Timex> {
    if let Value::Timex(it) = &it.value { Some(it) } else { None }
}

/// All differences in reading order.
pub(crate) fn differences(document: &Document, gold: &[Marked]) -> Vec<Difference> {
    let shown: Vec<&Rc<Annotation>> =
        document.annotations.iter().filter(|it| it.status != Status::Rejected).collect();
    let mut met = vec![false; gold.len()];
    let mut res = Vec::new();
    for it in shown {
        let want = gold.iter().position(|want| is_same(want, it));
        match want.filter(|at| !std::mem::replace(&mut met[*at], true)) {
            Some(at) => res.extend(wrong_value(it, &gold[at])),
            None if is_free(it, gold) => {}
            None => res.push(Difference::Wrong(Rc::clone(it))),
        }
    }
    let missing = gold.iter().zip(met).filter(|(it, met)| !met && !it.optional);
    res.extend(missing.map(|(it, _)| Difference::Missing(it.clone())));
    res.sort_by_key(|it| (it.span().start(), std::cmp::Reverse(it.span().end())));
    res
}

fn is_same(want: &Marked, it: &Annotation) -> bool {
    want.span == it.span && want.label == it.label
}

/// Neither for nor against.
fn is_free(it: &Annotation, gold: &[Marked]) -> bool {
    gold.iter().any(|want| want.optional && want.span.intersects(it.span))
}

fn wrong_value(it: &Rc<Annotation>, want: &Marked) -> Option<Difference> {
    let want = value(want).filter(|_| !want.optional)?;
    let key = |it: &Timex| (it.kind(), it.value().to_owned());
    let right = it.timex.as_ref().map(key) == Some(key(want));
    (!right).then(|| Difference::Value(Rc::clone(it), Some(want.clone())))
}
