//! The things in the world that mentions point to.

use std::fmt;
use std::rc::Rc;

use super::{Extra, LabelId};

/// Names an entity within its document.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityId(Rc<str>);

impl EntityId {
    /// The id as it is written in files.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for EntityId {
    fn from(id: &str) -> Self {
        Self(id.into())
    }
}

impl fmt::Debug for EntityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One person, body, place or other thing that the article mentions.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Its name within the document.
    pub id: EntityId,
    /// What it is; declared in the document's label set.
    pub label: LabelId,
    /// Its fullest name.
    pub name: String,
    /// An address that says who or what it is; empty when unknown.
    pub link: String,
    /// Members of the file that this version does not know.
    pub extra: Extra,
}
