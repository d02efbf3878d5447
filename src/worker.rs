//! Detection as a request and an answer: the worker without the web.
//!
//! The types here are what is sent between the page and its worker; they are plain,
//! so that any codec can carry them.

use serde::{Deserialize, Serialize};

use crate::detect::{Article, Detection, Language, Mention, Options, dates, detect_knowing};
use crate::document::{Known, NaiveDate, Timex, TimexKind, parse_date};
use crate::text::Span;

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
    /// What a person has said of words that stand in the text.
    pub known: Vec<KnownWords>,
    /// Pieces of the text that a person has marked as dates: start and end of each in bytes.
    pub pieces: Vec<(u32, u32)>,
}

impl Request {
    /// All of a text of which only the language is known.
    #[must_use]
    pub fn of(text: &str, language: Language) -> Self {
        Self {
            revision: 0,
            part: Part::Whole,
            text: text.to_owned(),
            language: language.as_str().to_owned(),
            reference_date: String::new(),
            known: Vec::new(),
            pieces: Vec::new(),
        }
    }
}

/// Words with what a person has said of them, on their way to the worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownWords {
    /// The words.
    pub surface: String,
    /// What they are; empty if no mention.
    pub label: String,
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
    /// What each of the request's pieces means, if that could be read.
    pub pieces: Vec<Option<FoundTimex>>,
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

/// Makes the lists and the Vietnamese rules ready, which the first article would otherwise wait for.
pub fn prepare() {
    let options = Options { language: Some(Language::Vi), reference_date: None };
    drop(detect_knowing("1.", &options, &[]));
}

/// Carries out a request.
#[must_use]
pub fn answer(request: &Request) -> Response {
    let options = Options {
        language: Language::parse(&request.language),
        reference_date: parse_date(&request.reference_date),
    };
    let known: Vec<Known> = request.known.iter().map(Known::from).collect();
    let detection = detect_knowing(&request.text, &options, &known);
    let value = |it: &(u32, u32)| {
        let span = Span::checked(&request.text, it.0, it.1).ok()?;
        value(&request.text, span, &detection, options.reference_date)
    };
    Response {
        revision: request.revision,
        part: request.part,
        language: detection.language.as_str().to_owned(),
        pieces: request.pieces.iter().map(value).collect(),
        mentions: detection.mentions.iter().map(Found::from).collect(),
    }
}

/// What a piece of text means that a person says is a date: what it says by itself, else what the
/// date says that was found in it or around it.
fn value(
    text: &str,
    piece: Span,
    detection: &Detection,
    reference: Option<NaiveDate>,
) -> Option<FoundTimex> {
    let there = |it: &&Mention| it.timex.is_some() && it.span.intersects(piece);
    let mut found = detection.mentions.iter().filter(there);
    if let Some(exact) = found.clone().find(|it| it.span == piece) {
        return exact.timex.as_ref().map(FoundTimex::from);
    }
    let words = piece.slice(text);
    let alone = dates(&Article::new(words), detection.language, reference);
    let whole = alone.iter().find(|it| it.span.len() == piece.len());
    if whole.is_none() && is_year(words) {
        return Timex::from_value(words).ok().as_ref().map(FoundTimex::from);
    }
    if let Some(it) = whole.or_else(|| found.next()).or(alone.first()) {
        return it.timex.as_ref().map(FoundTimex::from);
    }
    // `28.10`, `Mai`: what is no date by itself, but one if somebody says so.
    let said = format!("ngày {words}");
    let said = dates(&Article::new(&said), detection.language, reference);
    let res = said.into_iter().find(|it| it.span.start() == 0)?;
    res.timex.as_ref().map(FoundTimex::from)
}

/// Four digits that a person has called a date.
fn is_year(words: &str) -> bool {
    words.len() == 4 && words.bytes().all(|it| it.is_ascii_digit())
}

impl From<&KnownWords> for Known {
    fn from(it: &KnownWords) -> Self {
        let label = (!it.label.is_empty()).then(|| it.label.as_str().into());
        Self { surface: it.surface.clone(), label }
    }
}

impl From<&Known> for KnownWords {
    fn from(it: &Known) -> Self {
        let label = it.label.as_ref().map_or_else(String::new, ToString::to_string);
        Self { surface: it.surface.clone(), label }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_read_by_themselves_or_by_what_is_in_them() {
        let text = "Chiều 12/3/2024, nhóm họp. Suốt mùa lúa, từ đầu tháng tư năm 2019 trở đi, 1987 lần, số 28.10.";
        // A piece, with what it means.
        let cases = [
            ("12/3/2024", Some("2024-03-12")),
            ("Chiều 12/3/2024", Some("2024-03-12TAF")),
            ("từ đầu tháng tư năm 2019 trở đi", Some("2019-04")),
            ("mùa lúa", None),
            ("1987", Some("1987")),
            ("28.10", Some("XXXX-10-28")),
            ("nhóm", None),
        ];
        let piece = |it: &str| {
            let at = text.find(it).unwrap();
            (u32::try_from(at).unwrap(), u32::try_from(at + it.len()).unwrap())
        };
        let request = Request {
            pieces: cases.iter().map(|it| piece(it.0)).chain([(3, 4), (0, 9_999)]).collect(),
            ..Request::of(text, Language::Vi)
        };
        let got: Vec<_> =
            answer(&request).pieces.into_iter().map(|it| it.map(|it| it.value)).collect();
        let want: Vec<_> =
            cases.iter().map(|it| it.1.map(str::to_owned)).chain([None, None]).collect();
        assert_eq!(got, want);
    }
}
