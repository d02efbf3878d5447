//! Sets of labels that come with the page.

use super::{LabelId, LabelSet};

/// A set that people know by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// All of the built-in labels.
    News,
    /// People, organisations, places and other names, in the order of the VLSP campaigns.
    Vlsp,
    /// The same in the order of CoNLL-2003.
    Conll,
    /// Dates alone.
    Dates,
}

impl Preset {
    /// In the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::News, Self::Vlsp, Self::Conll, Self::Dates];

    /// A name that stays the same in every language.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Vlsp => "vlsp",
            Self::Conll => "conll",
            Self::Dates => "dates",
        }
    }

    /// Its labels.
    #[must_use]
    pub fn labels(self) -> LabelSet {
        match self {
            Self::News => LabelSet::builtin(),
            Self::Vlsp => {
                LabelSet::builtin_only(&[LabelId::PER, LabelId::ORG, LabelId::LOC, LabelId::MISC])
            }
            Self::Conll => {
                LabelSet::builtin_only(&[LabelId::LOC, LabelId::PER, LabelId::ORG, LabelId::MISC])
            }
            Self::Dates => LabelSet::builtin_only(&[LabelId::DATE]),
        }
    }
}
