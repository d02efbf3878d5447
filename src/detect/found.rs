//! What a rule found, in tokens, before conflicts are resolved.

use std::ops::Range;

use super::Mention;
use super::reading::Reading;
use crate::document::LabelId;

/// What a name is. In the order in which one wins over another of the same span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    Law,
    Qty,
    Per,
    Org,
    Loc,
    Event,
    Misc,
    Role,
}

impl Kind {
    /// The label of the contract.
    pub(super) const fn label(self) -> LabelId {
        match self {
            Self::Per => LabelId::PER,
            Self::Org => LabelId::ORG,
            Self::Loc => LabelId::LOC,
            Self::Role => LabelId::ROLE,
            Self::Law => LabelId::LAW,
            Self::Event => LabelId::EVENT,
            Self::Qty => LabelId::QTY,
            Self::Misc => LabelId::MISC,
        }
    }
}

/// A candidate.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// From its first token to the one after its last.
    pub(super) tokens: Range<usize>,
    /// What it is.
    pub(super) kind: Kind,
    /// How often a rule like this is right, `0.0..=1.0`.
    pub(super) confidence: f64,
    /// The rule's name.
    pub(super) rule: &'static str,
    /// The number of the thing it points to.
    pub(super) entity: Option<u32>,
}

impl Found {
    pub(super) const fn new(
        tokens: Range<usize>,
        kind: Kind,
        confidence: f64,
        rule: &'static str,
    ) -> Self {
        Self { tokens, kind, confidence, rule, entity: None }
    }

    /// The same in bytes.
    pub(super) fn mention(&self, reading: &Reading) -> Mention {
        let span = reading.article.span(self.tokens.clone());
        let mut res = Mention::new(span, self.kind.label(), self.confidence, self.rule);
        res.entity = self.entity;
        res
    }

    pub(super) fn start(&self) -> usize {
        self.tokens.start
    }

    pub(super) fn end(&self) -> usize {
        self.tokens.end
    }
}
