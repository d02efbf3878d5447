//! The only way in which a document changes.

use std::rc::Rc;

use rustc_hash::FxHashSet;

use super::{Annotation, AnnotationId, Document, Entity, LabelId, LabelSet, Meta};
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

    /// Where the annotation is that it leaves, or takes away.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Insert(it) | Self::Delete(it) | Self::Replace { new: it, .. } => Some(it.span),
            Self::Meta { .. } | Self::Labels { .. } | Self::Entities { .. } => None,
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
    if document.labels.get(&new.label).is_none() {
        return Err(TransactionError::Undeclared(new.label.clone()));
    }
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
    /// if a step adds an annotation that does not fit the text;
    /// [`TransactionError::Undeclared`] if something would have a label that the label set
    /// has not; [`TransactionError::Duplicate`] if an id would stand twice.
    pub fn apply(&self, before: &Document) -> Result<Document, TransactionError> {
        let mut res = before.clone();
        for step in &self.steps {
            step.apply(&mut res)?;
        }
        self.check_ids(&res)?;
        self.check_labels(&res)?;
        Ok(res)
    }

    /// No id that was added stands twice. Looked at once for all steps: a detection adds thousands.
    fn check_ids(&self, after: &Document) -> Result<(), TransactionError> {
        let mut added: FxHashSet<&AnnotationId> = FxHashSet::default();
        for step in &self.steps {
            match step {
                Step::Insert(new) => _ = added.insert(&new.id),
                Step::Replace { old, new } if old.id != new.id => _ = added.insert(&new.id),
                _ => {}
            }
        }
        if added.is_empty() {
            return Ok(());
        }
        let mut seen: FxHashSet<&AnnotationId> = FxHashSet::default();
        let mut again =
            after.annotations.iter().filter(|it| added.contains(&it.id) && !seen.insert(&it.id));
        again.next().map_or(Ok(()), |it| Err(TransactionError::Duplicate(it.id.clone())))
    }

    /// What has a label that was taken away must be gone with it.
    fn check_labels(&self, after: &Document) -> Result<(), TransactionError> {
        let touches = |it: &Step| matches!(it, Step::Labels { .. } | Step::Entities { .. });
        if !self.steps.iter().any(touches) {
            return Ok(());
        }
        let declared: FxHashSet<&LabelId> = after.labels.iter().map(|it| &it.id).collect();
        let used = after.annotations.iter().map(|it| &it.label);
        let mut used = used.chain(after.entities.iter().map(|it| &it.label));
        let lost = used.find(|it| !declared.contains(it));
        lost.map_or(Ok(()), |it| Err(TransactionError::Undeclared(it.clone())))
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
    /// A step adds an annotation under an id that another one has.
    #[error("there are two annotations {0}")]
    Duplicate(AnnotationId),
    /// Something would have a label that the label set has not.
    #[error("the label {0} is not declared")]
    Undeclared(LabelId),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{AnnotationSet, EntityId, Extra, Label, Origin, Status};

    fn item(id: &str, label: &str, start: u32, end: u32) -> Rc<Annotation> {
        let (span, label) = (Span::new(start, end), LabelId::from(label));
        Rc::new(Annotation::new(id.into(), label, span, Status::Accepted, Origin::Manual))
    }

    fn document() -> Document {
        let annotations = [(*item("a1", "PER", 0, 2)).clone(), (*item("a2", "LOC", 3, 5)).clone()];
        let annotations = Rc::new(AnnotationSet::from_unsorted(annotations));
        Document { annotations, ..Document::new("ab cd ef", Meta::default()) }
    }

    fn without(document: &Document, label: &str) -> Step {
        let labels: Vec<Label> =
            document.labels.iter().filter(|it| it.id.as_str() != label).cloned().collect();
        let new = Rc::new(LabelSet::from_labels(labels).unwrap_or_default());
        Step::Labels { old: Rc::clone(&document.labels), new }
    }

    #[test]
    fn what_a_document_cannot_hold_is_refused() {
        use TransactionError::{Duplicate, Undeclared};
        let before = document();
        let insert = |id, label| Step::Insert(item(id, label, 6, 8));
        let delete = |id, label, start, end| Step::Delete(item(id, label, start, end));
        let replace =
            |id| Step::Replace { old: item("a1", "PER", 0, 2), new: item(id, "PER", 6, 8) };
        let cases: [(&str, Vec<Step>, Result<(), TransactionError>); 9] = [
            ("a new id", vec![insert("a3", "PER")], Ok(())),
            ("an id that is there", vec![insert("a1", "PER")], Err(Duplicate("a1".into()))),
            (
                "twice in one",
                vec![insert("a3", "PER"), insert("a3", "LOC")],
                Err(Duplicate("a3".into())),
            ),
            (
                "after the old one went",
                vec![delete("a1", "PER", 0, 2), insert("a1", "PER")],
                Ok(()),
            ),
            ("another id in its place", vec![replace("a9")], Ok(())),
            ("the id of another", vec![replace("a2")], Err(Duplicate("a2".into()))),
            ("no such label", vec![insert("a3", "XYZ")], Err(Undeclared("XYZ".into()))),
            ("a label in use goes", vec![without(&before, "LOC")], Err(Undeclared("LOC".into()))),
            (
                "with all that has it",
                vec![delete("a2", "LOC", 3, 5), without(&before, "LOC")],
                Ok(()),
            ),
        ];
        for (what, steps, want) in cases {
            let done = Transaction { steps };
            let got = done.apply(&before);
            assert_eq!(got.as_ref().map(|_| ()).map_err(Clone::clone), want, "{what}");
            if let Ok(after) = got {
                assert_eq!(done.invert().apply(&after), Ok(before.clone()), "{what}");
            }
        }
    }

    #[test]
    fn an_entity_needs_its_label_too() {
        let before = document();
        let name = || "x".to_owned();
        let new = Entity {
            id: EntityId::from("e1"),
            label: "XYZ".into(),
            name: name(),
            link: String::new(),
            extra: Extra::new(),
        };
        let step = Step::Entities { old: Rc::clone(&before.entities), new: Rc::new(vec![new]) };
        let got = Transaction::from(step).apply(&before);
        assert_eq!(got, Err(TransactionError::Undeclared("XYZ".into())));
    }
}
