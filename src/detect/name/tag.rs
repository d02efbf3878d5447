//! What a token can be: outside of all names, or at the beginning of or further inside one of a kind.

use super::super::found::Kind;
use crate::document::LabelId;

/// The kinds of names that the model tells apart.
pub(super) const KINDS: [Kind; 7] =
    [Kind::Per, Kind::Org, Kind::Loc, Kind::Role, Kind::Event, Kind::Misc, Kind::Qty];

/// What a tag of a further token has over that of the first one.
pub(super) const FURTHER: usize = 8;

/// Length of a table with one entry a tag: first those that may stand after any tag, outside and the
/// first tokens, then the further ones, each [`FURTHER`] after its first; there is no tag [`FURTHER`].
pub const TAGS: usize = 2 * FURTHER;

/// One of the tags, as an index below [`TAGS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag(u8);

impl Tag {
    /// Outside of all names.
    pub const OUTSIDE: Self = Self(0);

    /// All of them, in the order of their indices.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..TAGS as u8).filter(|it| usize::from(*it) != FURTHER).map(Self)
    }

    /// The tag of the first token of a name with this label, and that of the others; `None` if the
    /// model does not know the label.
    #[must_use]
    pub fn pair(label: &LabelId) -> Option<(Self, Self)> {
        let at = KINDS.iter().position(|it| it.label() == *label)?;
        Some((Self(1 + at as u8), Self((1 + at + FURTHER) as u8)))
    }

    /// The tag of the first token of a name, or of a further one.
    pub(super) fn of(kind: Kind, first: bool) -> Option<Self> {
        let at = KINDS.iter().position(|it| *it == kind)?;
        Some(Self((1 + at + if first { 0 } else { FURTHER }) as u8))
    }

    /// For tables with one entry a tag.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    pub(super) const fn from_index(at: usize) -> Self {
        Self(at as u8)
    }

    /// What it is called in features: the tags of a kind one after the other.
    pub(super) const fn number(self) -> u32 {
        match self.index() {
            0 => 0,
            at if at < FURTHER => 2 * at as u32 - 1,
            at => 2 * (at - FURTHER) as u32,
        }
    }

    /// What the name is that the token belongs to.
    pub(super) fn kind(self) -> Option<Kind> {
        (self.0 > 0).then(|| KINDS[self.index() % FURTHER - 1])
    }

    /// Whether a name begins at the token.
    #[must_use]
    pub const fn begins(self) -> bool {
        self.0 > 0 && self.index() < FURTHER
    }

    /// Whether the token goes on with the name of the token before.
    #[must_use]
    pub const fn goes_on(self) -> bool {
        self.index() > FURTHER
    }

    /// Whether `next` may stand right after it; `glued` tokens are in the same name or in none.
    #[must_use]
    pub const fn allows(self, next: Self, glued: bool) -> bool {
        let same_name = next.goes_on() && next.index() % FURTHER == self.index() % FURTHER;
        if glued { same_name || self.0 == 0 && next.0 == 0 } else { same_name || !next.goes_on() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn which_tags_follow_each_other() {
        let tag = |kind, first| Tag::of(kind, first).unwrap();
        let (org, more) = (tag(Kind::Org, true), tag(Kind::Org, false));
        let (per, none) = (tag(Kind::Per, true), Tag::OUTSIDE);
        for (before, next, free, glued) in [
            (none, none, true, true),
            (none, org, true, false),
            (none, more, false, false),
            (org, more, true, true),
            (more, more, true, true),
            (more, org, true, false),
            (more, none, true, false),
            (org, tag(Kind::Loc, false), false, false),
            (per, more, false, false),
        ] {
            assert_eq!(before.allows(next, false), free, "{before:?} {next:?}");
            assert_eq!(before.allows(next, true), glued, "{before:?} {next:?} glued");
        }
        assert_eq!(Tag::all().count(), 1 + 2 * KINDS.len());
        let numbers: Vec<u32> = Tag::all().map(Tag::number).collect();
        assert_eq!(numbers, [0, 1, 3, 5, 7, 9, 11, 13, 2, 4, 6, 8, 10, 12, 14]);
    }
}
