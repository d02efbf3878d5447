//! A mention in the document: what, where, and how it came there.

use std::cmp::Reverse;
use std::fmt;
use std::rc::Rc;

use super::{EntityId, Extra, LabelId, Timex};
use crate::text::Span;

/// Names an annotation within its document, for as long as the document lives.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AnnotationId(Rc<str>);

impl AnnotationId {
    /// The id as it is written in files and in the page.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number that [`Self::numbered`] would give this id for.
    ///
    /// A file may hold any id: numbers so great that counting could not go on from them are
    /// passed over.
    #[must_use]
    pub fn number(&self) -> Option<u64> {
        const LIMIT: u64 = u64::MAX / 2;
        let number = self.0.strip_prefix('a')?.parse::<u64>().ok();
        number.filter(|it| *it < LIMIT)
    }

    /// The id with a number of the document's own counter.
    #[must_use]
    pub fn numbered(number: u64) -> Self {
        Self(format!("a{number}").into())
    }
}

impl From<&str> for AnnotationId {
    fn from(id: &str) -> Self {
        Self(id.into())
    }
}

impl fmt::Display for AnnotationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for AnnotationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One labelled piece of the article.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// Its name; unique in the document.
    pub id: AnnotationId,
    /// What it is; declared in the document's label set.
    pub label: LabelId,
    /// Where it is, in bytes. Never empty, never splits a grapheme cluster.
    pub span: Span,
    /// What a person has said of it.
    pub status: Status,
    /// Where it first came from; never changes.
    pub origin: Origin,
    /// How sure its finder was, `0.0..=1.0`; `None` when a person made it.
    pub confidence: Option<f64>,
    /// The thing in the world that it points to.
    pub entity: Option<EntityId>,
    /// Type and value of a date or time.
    pub timex: Option<Timex>,
    /// What a person wrote beside it; empty when nothing.
    pub note: String,
    /// Members of the file that this version does not know.
    pub extra: Extra,
}

impl Annotation {
    /// An annotation with nothing but what every one must have.
    #[must_use]
    pub fn new(
        id: AnnotationId,
        label: LabelId,
        span: Span,
        status: Status,
        origin: Origin,
    ) -> Self {
        Self {
            id,
            label,
            span,
            status,
            origin,
            confidence: None,
            entity: None,
            timex: None,
            note: String::new(),
            extra: Extra::new(),
        }
    }

    /// What a detector found, which is sure of it to `confidence`, `0.0..=1.0`: kept in hundredths, as
    /// more digits would mean nothing.
    #[must_use]
    pub fn suggested(id: AnnotationId, label: LabelId, span: Span, confidence: f64) -> Self {
        let confidence = Some((confidence * 100.0).round() / 100.0);
        Self { confidence, ..Self::new(id, label, span, Status::Suggested, Origin::Detected) }
    }

    /// Whether both can be true: they are apart, or one stands inside a name that may hold it.
    #[must_use]
    pub fn goes_with(&self, other: &Self) -> bool {
        let inside = |outer: &Self, inner: &Self| {
            outer.span.contains(inner.span)
                && outer.span != inner.span
                && outer.label.may_hold(&inner.label)
        };
        !self.span.intersects(other.span) || inside(self, other) || inside(other, self)
    }

    /// Reading order: by start, then the longest first, then by id.
    #[must_use]
    pub fn key(&self) -> (u32, Reverse<u32>, &AnnotationId) {
        (self.span.start(), Reverse(self.span.end()), &self.id)
    }
}

/// What a person has said of an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Nothing yet.
    Suggested,
    /// It is right.
    Accepted,
    /// It is wrong; kept so that it is not suggested again.
    Rejected,
}

impl Status {
    /// All, in the order of a suggestion's life.
    pub const ALL: [Self; 3] = [Self::Suggested, Self::Accepted, Self::Rejected];

    /// How it is written in files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Suggested => "suggested",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
        }
    }
}

/// Where an annotation first came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The detector.
    Detected,
    /// A person.
    Manual,
    /// A person's decision on another mention of the same.
    Propagated,
    /// A file.
    Imported,
}

impl Origin {
    /// All.
    pub const ALL: [Self; 4] = [Self::Detected, Self::Manual, Self::Propagated, Self::Imported];

    /// How it is written in files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Detected => "detected",
            Self::Manual => "manual",
            Self::Propagated => "propagated",
            Self::Imported => "imported",
        }
    }
}
