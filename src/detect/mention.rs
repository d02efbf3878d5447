//! What a detector found.

use crate::document::{LabelId, Timex};
use crate::text::Span;

/// A piece of text that names something.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Where it is, in bytes.
    pub span: Span,
    /// What it is.
    pub label: LabelId,
    /// How sure its rule is, `0.0..=1.0`.
    pub confidence: f64,
    /// The name of the rule that found it, for people who want to know why.
    pub rule: &'static str,
    /// Type and value, on dates and times only.
    pub timex: Option<Timex>,
    /// The piece of text that decided a value which its own words leave open
    /// («năm 2021», a date line).
    pub evidence: Option<Span>,
    /// What else the words could mean, if that is nearly as likely.
    pub runner_up: Option<Timex>,
    /// Mentions with the same number point to the same entity.
    pub entity: Option<u32>,
}

impl Mention {
    /// A mention with nothing but what every one has.
    #[must_use]
    pub const fn new(span: Span, label: LabelId, confidence: f64, rule: &'static str) -> Self {
        Self {
            span,
            label,
            confidence,
            rule,
            timex: None,
            evidence: None,
            runner_up: None,
            entity: None,
        }
    }
}
