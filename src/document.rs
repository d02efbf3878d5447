//! The annotated article as an immutable value.
//!
//! A [`Document`] is cheap to clone. It changes only by a [`Transaction`], which
//! knows its own inverse.

mod annotation;
mod date;
mod entity;
mod label;
mod set;
mod sweep;
mod timex;
mod transaction;

use std::rc::Rc;

pub use annotation::{Annotation, AnnotationId, Origin, Status};
pub use chrono::NaiveDate;
pub use date::parse_date;
pub use entity::{Entity, EntityId};
pub use label::{Label, LabelId, LabelSet};
pub use set::AnnotationSet;
pub use sweep::{Run, runs};
pub use timex::{DatePart, Timex, TimexError, TimexKind, TimexValue};
pub use transaction::{Part, Step, Transaction, TransactionError};

/// Members of a file that this version does not know. They are kept and written back.
pub type Extra = serde_json::Map<String, serde_json::Value>;

/// An article with its annotations.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Exactly what was pasted: nothing trimmed, normalised or lost.
    pub text: Rc<str>,
    /// What is known about the article.
    pub meta: Rc<Meta>,
    /// The labels in use.
    pub labels: Rc<LabelSet>,
    /// The annotations, in reading order.
    pub annotations: Rc<AnnotationSet>,
    /// What mentions point to, in the order of their making.
    pub entities: Rc<Vec<Entity>>,
}

/// What is known about an article beside its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meta {
    /// A UUID, made by the page.
    pub id: String,
    /// Title; empty when unknown.
    pub title: String,
    /// Address or file name; empty when unknown.
    pub source: String,
    /// `vi` or `en`; empty until it is known.
    pub language: String,
    /// What relative dates are resolved against; `None` when unknown.
    pub reference_date: Option<NaiveDate>,
    /// When the document was made, RFC 3339; empty when unknown.
    pub created: String,
    /// When it was last changed, RFC 3339; empty when unknown.
    pub modified: String,
    /// Unknown members of the file's `document`.
    pub extra: Extra,
    /// Unknown members of the file itself.
    pub file_extra: Extra,
}

impl Document {
    /// An article without annotations, with the built-in labels.
    #[must_use]
    pub fn new(text: impl Into<Rc<str>>, meta: Meta) -> Self {
        Self {
            text: text.into(),
            meta: Rc::new(meta),
            labels: Rc::new(LabelSet::builtin()),
            annotations: Rc::default(),
            entities: Rc::default(),
        }
    }

    /// What an annotation's span says in the text.
    #[must_use]
    pub fn surface(&self, it: &Annotation) -> &str {
        it.span.slice(&self.text)
    }

    /// An id that no annotation of the document has had: `a` and a number greater than any.
    #[must_use]
    pub fn next_number(&self) -> u64 {
        let number = |it: &Rc<Annotation>| it.id.as_str().strip_prefix('a')?.parse::<u64>().ok();
        self.annotations.iter().filter_map(number).max().map_or(1, |it| it + 1)
    }
}
