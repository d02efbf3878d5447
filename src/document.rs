//! The annotated article as an immutable value.
//!
//! A [`Document`] is cheap to clone. It changes only by a [`Transaction`], which
//! knows its own inverse.

mod annotation;
mod date;
mod edit;
mod entity;
mod label;
mod personal;
mod preset;
mod set;
mod sweep;
mod timex;
mod transaction;

use std::rc::Rc;

pub use annotation::{Annotation, AnnotationId, Origin, Status};
pub use chrono::NaiveDate;
pub use date::parse_date;
pub use edit::TextEdit;
pub use entity::{Entity, EntityId, EntityMark, is_web_link};
pub use label::{Label, LabelId, LabelSet};
pub use personal::{
    Known, MOST_ENTRIES, Needed, PersonalEntry, PersonalList, Verdict, Vote, needed, same_words,
    words_key,
};
pub use preset::Preset;
pub use set::AnnotationSet;
pub(crate) use set::put_in_order;
pub use sweep::{Run, runs};
pub use timex::{Calendar, DatePart, DurationUnit, Timex, TimexError, TimexKind, TimexValue};
pub(crate) use transaction::There;
pub use transaction::{Part, Step, Transaction, TransactionError, entity_steps};

/// Members of a file that this version does not know. They are kept and written back.
pub type Extra = serde_json::Map<String, serde_json::Value>;

/// An article with its annotations.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Exactly what was pasted, unless a person has edited it: nothing trimmed, normalised or lost.
    pub text: Rc<str>,
    /// What is known about the article.
    pub meta: Rc<Meta>,
    /// The labels in use.
    pub labels: Rc<LabelSet>,
    /// The annotations, in reading order.
    pub annotations: Rc<AnnotationSet>,
    /// What mentions point to, in the order of their making.
    pub entities: Rc<Vec<Entity>>,
    /// Which numbers entities have had.
    pub entity_mark: EntityMark,
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
            entity_mark: EntityMark::default(),
        }
    }

    /// What an annotation's span says in the text.
    #[must_use]
    pub fn surface(&self, it: &Annotation) -> &str {
        it.span.slice(&self.text)
    }

    /// A number for the id of a new annotation, as [`AnnotationSet::next_number`] has it.
    #[must_use]
    pub fn next_number(&self) -> u64 {
        self.annotations.next_number()
    }

    /// A number for the id of a new entity: what is taken away can come back under its own id.
    #[must_use]
    pub fn next_entity_number(&self) -> u64 {
        self.entity_mark.next(&self.entities)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn the_next_number_is_new_and_has_one_after_it() {
        let cases = [("x9", 1), ("a7", 8), ("a", 1), ("a-7", 1), ("a18446744073709551615", 1)];
        for (id, want) in cases {
            let span = Span::new(0, 1);
            let (status, origin) = (Status::Accepted, Origin::Imported);
            let it = Annotation::new(id.into(), LabelId::PER, span, status, origin);
            let annotations = Rc::new(AnnotationSet::from_unsorted([it]));
            let document = Document { annotations, ..Document::new("x", Meta::default()) };
            assert_eq!(document.next_number(), want, "{id}");
        }
    }
}
