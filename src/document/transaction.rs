//! The only way in which a document changes.

use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Annotation, AnnotationId, Document, Entity, EntityId, LabelId, LabelSet, Meta, TextEdit,
};
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
    /// Changes the text.
    Text(TextEdit),
    /// Changes the labels.
    Labels {
        /// What stands there.
        old: Rc<LabelSet>,
        /// What shall.
        new: Rc<LabelSet>,
    },
    /// Adds, changes or takes away an entity.
    Entity {
        /// Its place among the others, as near to that as there is one.
        at: usize,
        /// What stands there; `None` if it is new.
        old: Option<Rc<Entity>>,
        /// What shall; `None` if it goes.
        new: Option<Rc<Entity>>,
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
            Self::Text(it) => Self::Text(it.invert()),
            Self::Meta { old, new } => Self::Meta { old: new, new: old },
            Self::Labels { old, new } => Self::Labels { old: new, new: old },
            Self::Entity { at, old, new } => Self::Entity { at, old: new, new: old },
        }
    }

    /// Whether it adds, takes away or changes this annotation.
    #[must_use]
    pub fn is_about(&self, id: &AnnotationId) -> bool {
        match self {
            Self::Insert(it) | Self::Delete(it) | Self::Replace { old: it, .. } => it.id == *id,
            Self::Text(_) | Self::Meta { .. } | Self::Labels { .. } | Self::Entity { .. } => false,
        }
    }

    /// Where the annotation is that it leaves, or takes away.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Insert(it) | Self::Delete(it) | Self::Replace { new: it, .. } => Some(it.span),
            Self::Text(it) => Some(it.span()),
            Self::Meta { .. } | Self::Labels { .. } | Self::Entity { .. } => None,
        }
    }

    /// Carries it out on a document that is in the making, which is as it was on error. Whoever does so asks
    /// [`Transaction::check`] in the end.
    pub(crate) fn apply(
        &self,
        document: &mut Document,
        there: &mut There,
    ) -> Result<(), TransactionError> {
        match self {
            Self::Insert(new) => {
                check(document, new)?;
                insert(document, new);
                Ok(())
            }
            Self::Delete(old) => delete(document, old),
            Self::Replace { old, new } => {
                check(document, new)?;
                delete(document, old)?;
                insert(document, new);
                Ok(())
            }
            Self::Text(it) => it.apply(document),
            Self::Meta { old, new } => swap(&mut document.meta, old, new, Part::Meta),
            Self::Labels { old, new } => swap(&mut document.labels, old, new, Part::Labels),
            Self::Entity { at, old, new } => {
                put_entity(document, there, *at, old.as_deref(), new.as_deref())
            }
        }
    }
}

fn check(document: &Document, new: &Annotation) -> Result<(), TransactionError> {
    let fits = Span::checked(&document.text, new.span.start(), new.span.end());
    fits.map_err(|why| TransactionError::Span { id: new.id.clone(), why })?;
    if document.labels.get(&new.label).is_none() {
        return Err(TransactionError::Undeclared(new.label.clone()));
    }
    Ok(())
}

fn insert(document: &mut Document, new: &Rc<Annotation>) {
    Rc::make_mut(&mut document.annotations).insert(Rc::clone(new));
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

/// The steps from some entities to others.
#[must_use]
pub fn entity_steps<'e>(old: &'e [Entity], new: &'e [Entity]) -> Vec<Step> {
    let by_id = |all: &'e [Entity]| -> FxHashMap<&'e EntityId, &'e Entity> {
        all.iter().map(|it| (&it.id, it)).collect()
    };
    let (before, after) = (by_id(old), by_id(new));
    let step = |at, old: Option<&Entity>, new: Option<&Entity>| Step::Entity {
        at,
        old: old.cloned().map(Rc::new),
        new: new.cloned().map(Rc::new),
    };
    let gone = old.iter().enumerate().rev().filter(|it| !after.contains_key(&it.1.id));
    let gone = gone.map(|(at, it)| step(at, Some(it), None));
    let come = new.iter().enumerate().filter_map(|(at, it)| {
        let before = before.get(&it.id).copied();
        (before != Some(it)).then(|| step(at, before, Some(it)))
    });
    gone.chain(come).collect()
}

/// Which entities there are in a document that is in the making, once a step has asked: a detection brings thousands.
#[derive(Default)]
pub(crate) struct There(Option<FxHashSet<EntityId>>);

impl There {
    /// Where an entity stands; most often it is `at`.
    fn place(&mut self, entities: &[Entity], id: &EntityId, at: usize) -> Option<usize> {
        if entities.get(at).is_some_and(|it| it.id == *id) {
            return Some(at);
        }
        let all = self.0.get_or_insert_with(|| entities.iter().map(|it| it.id.clone()).collect());
        if all.contains(id) { entities.iter().position(|it| it.id == *id) } else { None }
    }

    fn set(&mut self, id: &EntityId, is_there: bool) {
        match (&mut self.0, is_there) {
            (None, _) => {}
            (Some(all), true) => _ = all.insert(id.clone()),
            (Some(all), false) => _ = all.remove(id),
        }
    }
}

/// An entity that has gone by itself since is no reason to refuse a step; another one under its id
/// is.
fn put_entity(
    document: &mut Document,
    known: &mut There,
    at: usize,
    old: Option<&Entity>,
    new: Option<&Entity>,
) -> Result<(), TransactionError> {
    let Some(id) = new.or(old).map(|it| &it.id) else { return Ok(()) };
    let there = known.place(&document.entities, id, at);
    let is = there.map(|at| &document.entities[at]);
    if is.is_some() && is != old {
        return Err(TransactionError::StalePart(Part::Entities));
    }
    let entities = Rc::make_mut(&mut document.entities);
    match (there, new) {
        (Some(at), Some(new)) => new.clone_into(&mut entities[at]),
        (Some(at), None) => drop(entities.remove(at)),
        (None, Some(new)) => entities.insert(at.min(entities.len()), new.clone()),
        (None, None) => {}
    }
    known.set(id, new.is_some());
    document.entity_mark.see(new);
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
        let (mut res, mut there) = (before.clone(), There::default());
        for step in &self.steps {
            step.apply(&mut res, &mut there)?;
        }
        self.check(&res)?;
        Ok(res)
    }

    /// That what all steps together have made is a document.
    pub(crate) fn check(&self, after: &Document) -> Result<(), TransactionError> {
        self.check_ids(after)?;
        self.check_labels(after)
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
        let touches = |it: &Step| matches!(it, Step::Labels { .. } | Step::Entity { .. });
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
    /// [`Document::text`].
    Text,
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
    fn entities_come_change_and_go_in_their_places() {
        let entity = |id: &str, name: &str| Entity {
            id: id.into(),
            label: LabelId::PER,
            name: name.to_owned(),
            link: String::new(),
            extra: Extra::new(),
        };
        let list = |names: &str| -> Vec<Entity> {
            names.split_whitespace().map(|it| entity(&it[..2], it)).collect()
        };
        let cases = [
            ("e1 e2 e3", "e1 e3"),
            ("e1 e2 e3", "e2"),
            ("e1 e3", "e1 e2 e3"),
            ("e1 e2", "e1x e2 e9"),
            ("", "e1 e2"),
            ("e1 e2", ""),
        ];
        for (old, new) in cases {
            let before = Document { entities: Rc::new(list(old)), ..document() };
            let steps: Transaction = entity_steps(&list(old), &list(new)).into_iter().collect();
            let after = steps.apply(&before).unwrap();
            assert_eq!(*after.entities, list(new), "{old} to {new}");
            assert_eq!(steps.invert().apply(&after), Ok(before), "{new} to {old}");
        }
        // What has gone by itself may go; what is another may not.
        let gone: Transaction = entity_steps(&list("e1"), &[]).into_iter().collect();
        assert_eq!(gone.apply(&document()), Ok(document()));
        let other = Document { entities: Rc::new(list("e1x")), ..document() };
        assert_eq!(gone.apply(&other), Err(TransactionError::StalePart(Part::Entities)));
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
        let got: Transaction = entity_steps(&before.entities, &[new]).into_iter().collect();
        let got = got.apply(&before);
        assert_eq!(got, Err(TransactionError::Undeclared("XYZ".into())));
    }
}
