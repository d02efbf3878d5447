//! Text in, mentions out; cannot fail.

mod act;
mod article;
mod body;
mod casing;
mod date;
mod english;
mod event;
mod found;
mod gazetteer;
mod language;
mod law;
mod memory;
mod mention;
mod misc;
pub mod name;
mod names;
mod number;
mod organisation;
mod overlap;
mod person;
mod personal;
mod place;
mod reading;
mod role;
mod run;
mod syllable;
#[cfg(test)]
mod testing;
mod words;

use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::document::Known;
use crate::text::{Span, trim};
use found::Found;
use reading::Reading;

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

impl Language {
    /// The language that a text is written in.
    #[must_use]
    pub fn of(text: &str) -> Self {
        language::find(&Article::new(text))
    }
}

/// Finds the mentions of an article.
///
/// A stage sees what the stages before it took and takes nothing of it, so their
/// order is part of the rules:
///
/// 1. Laws and streets named after days, since their numbers look like dates.
/// 2. Dates, since their numbers look like quantities.
/// 3. Quantities, since what counts something is no name.
/// 4. Names by rules, from left to right.
/// 5. The same names and their short forms elsewhere, once all full names are known.
/// 6. Roles, which need to know the names beside them.
/// 7. The model, which weighs 3 to 6 with all else that it knows and decides about them.
/// 8. Which names are of the same thing.
/// 9. What a person has taught this device, which has the last word: [`detect_knowing`].
#[must_use]
pub fn detect(text: &str, options: &Options) -> Detection {
    detect_knowing(text, options, &[])
}

/// The same, knowing what a person has said of some words before.
#[must_use]
pub fn detect_knowing(text: &str, options: &Options, known: &[Known]) -> Detection {
    let article = Article::new(text);
    let language = options.language.unwrap_or_else(|| language::find(&article));
    detect_by(name::Model::get(), &article, language, options.reference_date, known)
}

/// [`detect_knowing`] with another model of names than the built-in one.
#[must_use]
pub fn detect_by(
    model: &name::Model,
    article: &Article<'_>,
    language: Language,
    reference: Option<NaiveDate>,
    known: &[Known],
) -> Detection {
    let mut reading = Reading::new(article, language);
    let draft = draft(&mut reading, reference);
    let mut found = name::find(&name::Scene::new(&reading, &draft), model);
    found.extend(draft.laws);
    memory::number(&reading, &mut found);
    let mut mentions = draft.dates;
    mentions.extend(found.iter().map(|it| it.mention(&reading)));
    let mentions = mentions.into_iter().filter_map(|it| checked(article.text, it)).collect();
    let mentions = personal::apply(&reading, overlap::resolve(mentions), known);
    Detection { language, mentions }
}

/// What the rules find.
struct Draft {
    dates: Vec<Mention>,
    laws: Vec<Found>,
    /// Names, roles and quantities, by start, then the longest first.
    names: Vec<Found>,
}

/// The stages before the model.
fn draft(reading: &mut Reading, reference: Option<NaiveDate>) -> Draft {
    let laws = each(reading, law::read);
    let mut names = each(reading, place::dated);
    let dates = take_dates(reading, reference);
    names.extend(each(reading, number::read));
    names.extend(match reading.language {
        Language::Vi => names::find(reading),
        Language::En => english::find(reading),
    });
    names.sort_by_key(|it| (it.start(), Reverse(it.end())));
    memory::remember(reading, &mut names);
    names.extend(match reading.language {
        Language::Vi => role::find(reading, &names),
        Language::En => english::roles(reading, &names),
    });
    names.sort_by_key(|it| (it.start(), Reverse(it.end())));
    Draft { dates, laws, names }
}

/// The dates that no earlier stage holds a part of.
fn take_dates(reading: &mut Reading, reference: Option<NaiveDate>) -> Vec<Mention> {
    let mut res = date::find(reading.article, reading.language, reference);
    res.retain(|it| {
        let tokens = reading.tokens_of(it.span);
        let free = !tokens.clone().any(|at| reading.is_taken(at));
        if free {
            reading.take(tokens);
        }
        free
    });
    res
}

/// What a rule finds at each token in turn, and takes.
fn each(reading: &mut Reading, rule: impl Fn(&Reading, usize) -> Option<Found>) -> Vec<Found> {
    let mut res = Vec::new();
    let mut at = 0;
    while at < reading.len() {
        match rule(reading, at) {
            Some(it) => {
                at = it.end();
                reading.take(it.tokens.clone());
                res.push(it);
            }
            None => at += 1,
        }
    }
    res
}

/// Tokens are not made of grapheme clusters in every script; what would cut one is no mention.
fn checked(text: &str, mut it: Mention) -> Option<Mention> {
    let span = trim(text, it.span);
    it.span = Span::checked(text, span.start(), span.end()).ok()?;
    Some(it)
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
