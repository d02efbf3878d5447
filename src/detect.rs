//! Text in, mentions out; cannot fail.

mod article;
mod date;
mod language;
mod mention;

use chrono::NaiveDate;

pub use article::{Article, Language, Word, WordId};
pub use mention::Mention;

/// What is known about an article before it is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The language it is written in; found out when not given.
    pub language: Option<Language>,
    /// What relative dates are resolved against, if the text itself gives no date.
    pub reference_date: Option<NaiveDate>,
}

/// What was found in an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Detection {
    /// The language it was read in.
    pub language: Language,
    /// In reading order: by start, then the longest first. Spans nest but do not cross.
    pub mentions: Vec<Mention>,
}

/// The dates of an article alone, in reading order; they do not overlap.
///
/// What is relative or partial is resolved against `reference`, unless the article
/// itself says when it was written.
#[must_use]
pub fn dates(
    article: &Article<'_>,
    language: Language,
    reference: Option<NaiveDate>,
) -> Vec<Mention> {
    date::find(article, language, reference)
}

/// Finds what an article names.
#[must_use]
pub fn detect(text: &str, options: &Options) -> Detection {
    let language = options.language.unwrap_or_else(|| Language::of(text));
    Detection { language, mentions: Vec::new() }
}

impl Language {
    /// The language that a text is written in.
    #[must_use]
    pub fn of(text: &str) -> Self {
        language::find(&Article::new(text))
    }
}
