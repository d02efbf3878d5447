//! The things in the world that mentions point to.

use std::fmt;
use std::rc::Rc;

use serde_json::Value;

use super::{Extra, LabelId};

/// Members of an entity in a file that this program writes beside those of the format.
const NOTE: &str = "note";
const ALIASES: &str = "aliases";

/// Whether a link can be followed from the page: an address with `http` or `https` and a host. A file
/// may have any other, `javascript:` too.
#[must_use]
pub fn is_web_link(link: &str) -> bool {
    let rest = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"));
    let host = rest.and_then(|it| it.split(['/', '?', '#']).next()).unwrap_or_default();
    let spaced = link.contains(|it: char| it.is_whitespace() || it.is_control());
    host.contains(|it: char| it.is_alphanumeric()) && !spaced
}

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

impl EntityId {
    /// The id with a number of the document's own counter.
    #[must_use]
    pub fn numbered(number: u64) -> Self {
        Self(format!("e{number}").into())
    }

    /// The number that [`Self::numbered`] would give this id for, unless counting could not go on
    /// from it.
    #[must_use]
    pub fn number(&self) -> Option<u64> {
        let number = self.0.strip_prefix('e')?.parse::<u64>().ok();
        number.filter(|it| *it < u64::MAX / 2)
    }
}

/// The greatest number that an entity of a document has had. Documents are the same whatever it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct EntityMark(u64);

impl PartialEq for EntityMark {
    fn eq(&self, _other: &Self) -> bool {
        true
    }
}

impl EntityMark {
    /// Remembers the number of an entity.
    pub(super) fn see(&mut self, it: Option<&Entity>) {
        let number = it.and_then(|it| it.id.number()).unwrap_or(0);
        self.0 = self.0.max(number);
    }

    /// A number that no entity has had, `there` or before.
    pub(super) fn next(self, there: &[Entity]) -> u64 {
        let highest = there.iter().filter_map(|it| it.id.number()).max().unwrap_or(0);
        highest.max(self.0) + 1
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

impl Entity {
    /// Whether it says more than a detector knows.
    #[must_use]
    pub fn is_told(&self) -> bool {
        !self.link.is_empty() || !self.extra.is_empty()
    }

    /// What a person wrote beside it; empty when nothing. In a file it is a member of its own.
    #[must_use]
    pub fn note(&self) -> &str {
        self.extra.get(NOTE).and_then(Value::as_str).unwrap_or_default()
    }

    /// Writes something beside it; nothing if `note` is empty.
    pub fn set_note(&mut self, note: &str) {
        if note.is_empty() {
            self.extra.shift_remove(NOTE);
        } else {
            self.extra.insert(NOTE.to_owned(), note.into());
        }
    }

    /// Other names by which it is known, such as that which a person has replaced.
    pub fn aliases(&self) -> impl Iterator<Item = &str> {
        let aliases = self.extra.get(ALIASES).and_then(Value::as_array);
        aliases.into_iter().flatten().filter_map(Value::as_str)
    }

    /// One more name, unless it is known already.
    pub fn add_alias(&mut self, name: &str) {
        if name != self.name && self.aliases().all(|it| it != name) {
            let all = self.aliases().chain([name]).map(Value::from).collect();
            self.extra.insert(ALIASES.to_owned(), Value::Array(all));
        }
    }

    /// Takes over what is known of another that turned out to be the same: its names, and its link
    /// and note where this one has none.
    pub fn take_in(&mut self, other: &Self) {
        for name in other.aliases().chain([other.name.as_str()]) {
            self.add_alias(name);
        }
        if self.link.is_empty() {
            other.link.clone_into(&mut self.link);
        }
        if self.note().is_empty() {
            self.set_note(other.note());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entity(name: &str, link: &str) -> Entity {
        let (name, link) = (name.to_owned(), link.to_owned());
        Entity { id: "e1".into(), label: LabelId::PER, name, link, extra: Extra::new() }
    }

    #[test]
    fn what_is_known_of_two_is_known_of_one() {
        let mut one = entity("Mai", "");
        let mut other = entity("Lò Thị Mai", "https://example.org");
        other.set_note("ca sĩ");
        other.add_alias("Mai");
        other.add_alias("chị Mai");
        one.take_in(&other);
        assert_eq!(one.aliases().collect::<Vec<_>>(), ["chị Mai", "Lò Thị Mai"]);
        assert_eq!((one.link.as_str(), one.note()), ("https://example.org", "ca sĩ"));
        one.take_in(&entity("Mai", "https://example.com"));
        assert_eq!(one.link, "https://example.org");
        one.set_note("");
        assert_eq!(one.note(), "");
    }
}
