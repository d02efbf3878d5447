//! Detection as a request and an answer: the worker without the web.
//!
//! The types here are what is sent between the page and its worker; they are plain,
//! so that any codec can carry them.

use serde::{Deserialize, Serialize};

use crate::detect::{Language, Mention, Options, detect};
use crate::document::{Timex, TimexKind, parse_date};

/// What the page asks of the worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Returned with the answer, so that a late one can be told.
    pub revision: u64,
    /// Whether `text` is all of the article or only its beginning, asked for first
    /// so that what is on the screen is not kept waiting.
    pub part: Part,
    /// The text.
    pub text: String,
    /// `vi` or `en`; anything else is found out.
    pub language: String,
    /// `YYYY-MM-DD`, or empty when unknown.
    pub reference_date: String,
}

/// How much of an article a request is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// Its beginning.
    Head,
    /// All of it.
    Whole,
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Response {
    /// Of the request.
    pub revision: u64,
    /// Of the request.
    pub part: Part,
    /// The language it was read in.
    pub language: String,
    /// What was found, in reading order.
    pub mentions: Vec<Found>,
}

/// A mention on its way to the page. Offsets are UTF-8 bytes of the request's text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of `detect::Mention`")]
pub struct Found {
    pub start: u32,
    pub end: u32,
    pub label: String,
    pub confidence: f64,
    pub rule: String,
    pub timex: Option<FoundTimex>,
    pub evidence: Option<(u32, u32)>,
    pub runner_up: Option<FoundTimex>,
    pub entity: Option<u32>,
}

/// Type and value of a date on its way to the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of `document::Timex`")]
pub struct FoundTimex {
    pub kind: String,
    pub value: String,
}

/// Carries out a request.
#[must_use]
pub fn answer(request: &Request) -> Response {
    let options = Options {
        language: Language::parse(&request.language),
        reference_date: parse_date(&request.reference_date),
    };
    let detection = detect(&request.text, &options);
    Response {
        revision: request.revision,
        part: request.part,
        language: detection.language.as_str().to_owned(),
        mentions: detection.mentions.iter().map(Found::from).collect(),
    }
}

impl From<&Mention> for Found {
    fn from(it: &Mention) -> Self {
        Self {
            start: it.span.start(),
            end: it.span.end(),
            label: it.label.as_str().to_owned(),
            confidence: it.confidence,
            rule: it.rule.to_owned(),
            timex: it.timex.as_ref().map(FoundTimex::from),
            evidence: it.evidence.map(|it| (it.start(), it.end())),
            runner_up: it.runner_up.as_ref().map(FoundTimex::from),
            entity: it.entity,
        }
    }
}

impl From<&Timex> for FoundTimex {
    fn from(it: &Timex) -> Self {
        Self { kind: it.kind().as_str().to_owned(), value: it.value().to_owned() }
    }
}

impl FoundTimex {
    /// The value for the document; `None` if it is not one.
    #[must_use]
    pub fn timex(&self) -> Option<Timex> {
        let kind = TimexKind::parse(&self.kind)?;
        Timex::new(kind, &self.value).ok()
    }
}
