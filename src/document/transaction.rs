//! The only way in which a document changes.

use std::rc::Rc;

use super::{Annotation, AnnotationId, Document, Entity, LabelSet, Meta};
use crate::text::{Span, SpanError};

/// The smallest change that can be taken back by itself.
///
/// Every variant holds what it removes as well as what it adds, so its inverse
/// needs no look at the document.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Adds an annotation.
    Insert(Rc<Annotation>),
    /// Takes an annotation away.
    Delete(Rc<Annotation>),
    /// Puts one annotation in the place of another, most often with the same id.
    Replace {
        /// What stands there.
        old: Rc<Annotation>,
        /// What shall.
        new: Rc<Annotation>,
    },
    /// Changes what is known about the article.
    Meta {
        /// What stands there.
        old: Rc<Meta>,
        /// What shall.
        new: Rc<Meta>,
    },
    /// Changes the labels.
    Labels {
        /// What stands there.
        old: Rc<LabelSet>,
        /// What shall.
        new: Rc<LabelSet>,
    },
    /// Changes the entities.
    Entities {
        /// What stands there.
        old: Rc<Vec<Entity>>,
        /// What shall.
        new: Rc<Vec<Entity>>,
    },
}

impl Step {
    /// The step that takes this one back.
    #[must_use]
    pub fn invert(self) -> Self {
        match self {
            Self::Insert(it) => Self::Delete(it),
            Self::Delete(it) => Self::Insert(it),
            Self::Replace { old, new } => Self::Replace { old: new, new: old },
            Self::Meta { old, new } => Self::Meta { old: new, new: old },
            Self::Labels { old, new } => Self::Labels { old: new, new: old },
            Self::Entities { old, new } => Self::Entities { old: new, new: old },
        }
    }

    /// Whether it adds, takes away or changes this annotation.
    #[must_use]
    pub fn is_about(&self, id: &AnnotationId) -> bool {
        match self {
            Self::Insert(it) | Self::Delete(it) | Self::Replace { old: it, .. } => it.id == *id,
            Self::Meta { .. } | Self::Labels { .. } | Self::Entities { .. } => false,
        }
    }

    fn apply(&self, document: &mut Document) -> Result<(), TransactionError> {
        match self {
            Self::Insert(new) => insert(document, new),
            Self::Delete(old) => delete(document, old),
            Self::Replace { old, new } => {
                delete(document, old)?;
                insert(document, new)
            }
            Self::Meta { old, new } => swap(&mut document.meta, old, new, Part::Meta),
            Self::Labels { old, new } => swap(&mut document.labels, old, new, Part::Labels),
            Self::Entities { old, new } => swap(&mut document.entities, old, new, Part::Entities),
        }
    }
}

fn insert(document: &mut Document, new: &Rc<Annotation>) -> Result<(), TransactionError> {
    let fits = Span::checked(&document.text, new.span.start(), new.span.end());
    fits.map_err(|why| TransactionError::Span { id: new.id.clone(), why })?;
    Rc::make_mut(&mut document.annotations).insert(Rc::clone(new));
    Ok(())
}

fn delete(document: &mut Document, old: &Annotation) -> Result<(), TransactionError> {
    let removed = Rc::make_mut(&mut document.annotations).remove(old);
    removed.then_some(()).ok_or_else(|| TransactionError::Stale(old.id.clone()))
}

fn swap<T: PartialEq>(
    place: &mut Rc<T>,
    old: &Rc<T>,
    new: &Rc<T>,
    part: Part,
) -> Result<(), TransactionError> {
    if *place != *old {
        return Err(TransactionError::StalePart(part));
    }
    *place = Rc::clone(new);
    Ok(())
}

/// Steps that happen together or not at all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Transaction {
    /// In the order in which they are carried out.
    pub steps: Vec<Step>,
}

impl Transaction {
    /// The document after the transaction. `before` is left as it was, also on error.
    ///
    /// # Errors
    ///
    /// [`TransactionError::Stale`] or [`TransactionError::StalePart`] if a step
    /// removes what is not there or has changed since; [`TransactionError::Span`]
    /// if a step adds an annotation that does not fit the text.
    pub fn apply(&self, before: &Document) -> Result<Document, TransactionError> {
        let mut res = before.clone();
        for step in &self.steps {
            step.apply(&mut res)?;
        }
        Ok(res)
    }

    /// The transaction that takes this one back: inverse steps, last first.
    #[must_use]
    pub fn invert(self) -> Self {
        Self { steps: self.steps.into_iter().rev().map(Step::invert).collect() }
    }

    /// Whether nothing would change.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }
}

impl From<Step> for Transaction {
    fn from(step: Step) -> Self {
        Self { steps: vec![step] }
    }
}

impl FromIterator<Step> for Transaction {
    fn from_iter<I: IntoIterator<Item = Step>>(steps: I) -> Self {
        Self { steps: steps.into_iter().collect() }
    }
}

/// Why a transaction does not fit a document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TransactionError {
    /// A step removes an annotation that is gone or has changed since.
    #[error("the annotation {0} has changed since")]
    Stale(AnnotationId),
    /// A step replaces a part of the document that has changed since.
    #[error("the {0:?} have changed since")]
    StalePart(Part),
    /// A step adds an annotation where none can be.
    #[error("the annotation {id} does not fit the text: {why}")]
    Span {
        /// The annotation.
        id: AnnotationId,
        /// Why not.
        why: SpanError,
    },
}

/// A part of a document that is replaced as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// [`Document::meta`].
    Meta,
    /// [`Document::labels`].
    Labels,
    /// [`Document::entities`].
    Entities,
}
