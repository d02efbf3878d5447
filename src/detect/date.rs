//! Finds dates, times, durations and sets and says what they mean, as TIMEX3 values.
//!
//! 1. [`stream`]: every different word of the article is looked up once.
//! 2. [`grammar`]: the rules of the language, one file per kind under `vi` and `en`, are
//!    one tree; at each token the longest reading becomes a draft.
//! 3. [`refine`]: an ordered list of changes to the list of drafts.
//! 4. [`resolve`]: what the words leave open is filled from the text around them.

mod calendar;
mod context;
mod dateline;
mod en;
mod grammar;
mod holiday;
mod lunar;
mod merge;
mod moment;
mod nearest;
mod numeral;
mod numeric;
mod pattern;
mod place;
mod point;
mod refine;
mod resolve;
mod share;
mod slot;
mod stream;
mod unit;
mod vi;
mod year;

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::article::{Article, Language};
use super::mention::Mention;
use grammar::Grammar;
use stream::Stream;

#[cfg(test)]
mod check;

static VIETNAMESE: LazyLock<Grammar> = LazyLock::new(|| Grammar::new(&vi::SPEC));
static ENGLISH: LazyLock<Grammar> = LazyLock::new(|| Grammar::new(&en::SPEC));

/// The dates of an article, in reading order; they do not overlap.
///
/// Relative and partial ones are resolved against `reference` unless the article says
/// itself when it was written.
pub(crate) fn find(
    article: &Article<'_>,
    language: Language,
    reference: Option<NaiveDate>,
) -> Vec<Mention> {
    let grammar: &Grammar = match language {
        Language::Vi => &VIETNAMESE,
        Language::En => &ENGLISH,
    };
    let stream = Stream::new(article, grammar);
    let mut drafts = Grammar::scan(&stream);
    refine::refine(&stream, &mut drafts);
    resolve::resolve(&stream, &drafts, reference)
}
