//! The things in the world that mentions point to: putting them together, taking them apart, saying
//! more about them.

use std::rc::Rc;

use super::command::{CommandError, changed, find};
use crate::document::{
    Annotation, AnnotationId, Document, Entity, EntityId, Extra, Step, Transaction, is_web_link,
};

/// A change of the entities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntityCommand {
    /// Two are one: what pointed to `other` points to `into`, which keeps its label and has the
    /// other's name as one more.
    Merge {
        /// The one that stays.
        into: EntityId,
        /// The one that goes.
        other: EntityId,
    },
    /// Two groups of mentions are one. Of two entities the first stays, as in [`Self::Merge`]; mentions
    /// that point to nothing go to the entity of the others, or all of them to a new one.
    Join {
        /// The mentions of the group that stays.
        into: Vec<AnnotationId>,
        /// Those of the other.
        other: Vec<AnnotationId>,
    },
    /// These mentions point to something of their own.
    Split(Vec<AnnotationId>),
    /// These mentions point to this, or to nothing.
    Link {
        /// Which.
        ids: Vec<AnnotationId>,
        /// To what.
        entity: Option<EntityId>,
    },
    /// Gives one another name.
    Rename {
        /// Which.
        id: EntityId,
        /// Its name.
        name: String,
    },
    /// Says where it is described.
    SetLink {
        /// Which.
        id: EntityId,
        /// An address with `http` or `https`, or the number of an item of Wikidata (`Q1858`); empty for
        /// none.
        link: String,
    },
    /// Writes something beside it.
    SetNote {
        /// Which.
        id: EntityId,
        /// The note; empty for none.
        note: String,
    },
}

/// Why the entities cannot be so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntityError {
    /// No entity has this id.
    #[error("there is no entity {}", .0.as_str())]
    NoEntity(EntityId),
    /// One cannot be merged with itself.
    #[error("{} cannot be merged with itself", .0.as_str())]
    Same(EntityId),
    /// It would have no name.
    #[error("an entity needs a name")]
    NoName,
    /// Nothing that a browser can go to.
    #[error("expected an address that begins with http:// or https://, found `{0}`")]
    Link(String),
}

impl EntityCommand {
    /// The steps that do it; none if it is done already.
    ///
    /// # Errors
    ///
    /// [`CommandError::Entities`] or [`CommandError::NoAnnotation`] if it names what is not there,
    /// or says what cannot be.
    pub(super) fn plan(self, document: &Document) -> Result<Transaction, CommandError> {
        match self {
            Self::Merge { into, other } => merge(document, &into, &other),
            Self::Join { into, other } => join(document, &into, &other),
            Self::Split(ids) => split(document, &ids),
            Self::Link { ids, entity } => {
                if let Some(id) = &entity {
                    known(document, id)?;
                }
                link(document, &ids, entity.as_ref(), None)
            }
            Self::Rename { id, name } => one(document, &id, |it| rename(it, name.trim())),
            Self::SetLink { id, link } => one(document, &id, |it| set_link(it, link.trim())),
            Self::SetNote { id, note } => one(document, &id, |it| {
                it.set_note(&note);
                Ok(())
            }),
        }
    }
}

fn known<'d>(document: &'d Document, id: &EntityId) -> Result<&'d Entity, EntityError> {
    let found = document.entities.iter().find(|it| it.id == *id);
    found.ok_or_else(|| EntityError::NoEntity(id.clone()))
}

fn one(
    document: &Document,
    id: &EntityId,
    change: impl FnOnce(&mut Entity) -> Result<(), EntityError>,
) -> Result<Transaction, CommandError> {
    let old = known(document, id)?;
    let mut new = old.clone();
    change(&mut new)?;
    let steps = if new == *old { Vec::new() } else { vec![replace(document, old, Some(new))] };
    Ok(steps.into_iter().collect())
}

/// What stands in the place of an entity.
fn replace(document: &Document, old: &Entity, new: Option<Entity>) -> Step {
    let at = document.entities.iter().position(|it| it.id == old.id).unwrap_or_default();
    Step::Entity { at, old: Some(Rc::new(old.clone())), new: new.map(Rc::new) }
}

/// The detector knows it by the old name, and is to find it by that again.
fn rename(it: &mut Entity, name: &str) -> Result<(), EntityError> {
    if name.is_empty() {
        return Err(EntityError::NoName);
    }
    if name != it.name {
        let old = std::mem::replace(&mut it.name, name.to_owned());
        it.add_alias(&old);
    }
    Ok(())
}

fn set_link(it: &mut Entity, link: &str) -> Result<(), EntityError> {
    if !link.is_empty() && !is_web_link(link) {
        return match is_item(link) {
            true => set_link(it, &format!("https://www.wikidata.org/wiki/{link}")),
            false => Err(EntityError::Link(link.to_owned())),
        };
    }
    link.clone_into(&mut it.link);
    Ok(())
}

/// Whether it is the number of an item of Wikidata.
fn is_item(link: &str) -> bool {
    let digits = link.strip_prefix('Q').unwrap_or_default();
    !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit())
}

fn merge(
    document: &Document,
    into: &EntityId,
    other: &EntityId,
) -> Result<Transaction, CommandError> {
    if into == other {
        return Err(EntityError::Same(into.clone()).into());
    }
    let (gone, stays) = (known(document, other)?, known(document, into)?);
    let mut fuller = stays.clone();
    fuller.take_in(gone);
    let point = |it: &Rc<Annotation>| {
        let new = Annotation { entity: Some(into.clone()), ..(**it).clone() };
        Step::Replace { old: Rc::clone(it), new: Rc::new(new) }
    };
    let mentions = document.annotations.iter().filter(|it| it.entity.as_ref() == Some(other));
    let entities = [replace(document, stays, Some(fuller)), replace(document, gone, None)];
    Ok(mentions.map(point).chain(entities).collect())
}

fn join(
    document: &Document,
    into: &[AnnotationId],
    other: &[AnnotationId],
) -> Result<Transaction, CommandError> {
    match (entity_of(document, into)?, entity_of(document, other)?) {
        (Some(into), Some(other)) => merge(document, into, other),
        (Some(into), None) => link(document, other, Some(into), None),
        (None, Some(other)) => link(document, into, Some(other), None),
        (None, None) => split(document, &[into, other].concat()),
    }
}

/// What the mentions of a group point to.
fn entity_of<'d>(
    document: &'d Document,
    ids: &[AnnotationId],
) -> Result<Option<&'d EntityId>, CommandError> {
    let first = ids.first().map(|it| find(document, it)).transpose()?;
    Ok(first.and_then(|it| it.entity.as_ref()).filter(|it| known(document, it).is_ok()))
}

/// The mentions have been looked at: they are accepted from then on.
fn link(
    document: &Document,
    ids: &[AnnotationId],
    entity: Option<&EntityId>,
    new: Option<Entity>,
) -> Result<Transaction, CommandError> {
    let mut steps = Vec::new();
    for id in ids {
        let it = find(document, id)?;
        steps.extend(changed(it, |it| it.entity = entity.cloned()));
    }
    steps.extend(new.map(|it| {
        let at = document.entities.len();
        Step::Entity { at, old: None, new: Some(Rc::new(it)) }
    }));
    Ok(steps.into_iter().collect())
}

fn split(document: &Document, ids: &[AnnotationId]) -> Result<Transaction, CommandError> {
    let mentions = ids.iter().map(|id| find(document, id)).collect::<Result<Vec<_>, _>>()?;
    // The first of those that are equally long.
    let longest = mentions.iter().rev().max_by_key(|it| document.surface(it).chars().count());
    let Some(longest) = longest else { return Ok(Transaction::default()) };
    let id = EntityId::numbered(document.next_entity_number());
    let new = Entity {
        id: id.clone(),
        label: longest.label.clone(),
        name: document.surface(longest).to_owned(),
        link: String::new(),
        extra: Extra::new(),
    };
    link(document, ids, Some(&id), Some(new))
}

impl From<EntityError> for CommandError {
    fn from(why: EntityError) -> Self {
        Self::Entities(why)
    }
}
