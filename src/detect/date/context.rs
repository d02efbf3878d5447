//! What the text around an expression says about it.

use chrono::{Datelike, NaiveDate};

use super::point::{Draft, Grain, Num, Point};
use super::stream::Stream;
use crate::text::{Gap, Span};

/// What a word says about the expressions around it.
pub(super) mod mark {
    /// What is told has yet to happen: `sẽ`, `will`.
    pub(in crate::detect::date) const FUTURE: u8 = 1;
    /// What is told has happened: `đã`, `was`.
    pub(in crate::detect::date) const PAST: u8 = 2;
    /// Leads up to a goal, not to an event: `đến`, `tầm nhìn`, `by`.
    pub(in crate::detect::date) const GOAL: u8 = 4;
    /// Dates a person or a document: `sinh`, `luật`, `born`.
    pub(in crate::detect::date) const BIRTH: u8 = 8;
}

/// The name of the rule for `năm ngoái`, `năm nay`.
pub(super) const YEAR_FROM_NOW: &str = "year from now";

/// Tokens that are looked at on either side for the sentence of an expression.
const REACH: usize = 60;

/// The tokens of the sentence around those of an expression, at most [`REACH`] away.
pub(super) fn sentence(stream: &Stream<'_>, at: usize, end: usize) -> std::ops::Range<usize> {
    let mut start = at;
    while start > 0 && at - start < REACH && !ends_sentence(stream, start - 1) {
        start -= 1;
    }
    let mut stop = end;
    while stop < stream.len() && stop - end < REACH && !ends_sentence(stream, stop - 1) {
        stop += 1;
    }
    start..stop
}

/// Whether a sentence ends with this token: a line end, or a stop before a capital.
fn ends_sentence(stream: &Stream<'_>, at: usize) -> bool {
    let next = at + 1;
    if stream.gap(next) == Gap::Line {
        return true;
    }
    let quoted = matches!(stream.word(next), "\"" | "”" | "»");
    match stream.word(at) {
        "!" | "?" | "…" => !stream.touches(next) || quoted,
        ";" => true,
        "." => {
            let abbreviation = at > 0 && stream.touches(at) && stream.word(at - 1).len() <= 4;
            let capital = stream.lex(next).capital || stream.is_digits(next) || quoted;
            (!stream.touches(next) || quoted)
                && capital
                && !(abbreviation && stream.lex(at - 1).capital)
        }
        _ => false,
    }
}

/// Whether the sentence has told before when something is open: `mở cửa`, `Giờ làm việc:`.
pub(super) fn tells_hours(stream: &Stream<'_>, at: usize) -> bool {
    sentence(stream, at, at + 1).take_while(|it| *it < at).any(|it| match stream.word(it) {
        "mở" => matches!(stream.next(it + 1), "cửa" | "từ" | "đến" | "tới"),
        "cửa" => stream.back(it, 1) == "đóng",
        "việc" => stream.back(it, 1) == "làm" && stream.back(it, 2) == "giờ",
        _ => false,
    })
}

/// Of what a sentence tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    /// A whole English sentence without a word of another time: what stands on a calendar.
    Present,
    /// No word says it.
    Open,
}

/// Whether the sentence of an expression tells of the future.
pub(super) fn is_future(stream: &Stream<'_>, at: usize, end: usize) -> bool {
    tense(stream, at, end) == Tense::Future
}

/// Of what the sentence of an expression tells: the marked word nearest to it decides.
pub(super) fn tense(stream: &Stream<'_>, at: usize, end: usize) -> Tense {
    let around = sentence(stream, at, end);
    let near = |idx: usize| if idx < at { at - idx } else { (idx - end) * 2 + 2 };
    let outside = around.clone().filter(|it| !(at..end).contains(it));
    let marked = outside.filter(|it| told_by(stream, *it).is_some());
    let nearest = marked.min_by_key(|it| near(*it));
    if is_set_for(stream, at) {
        return Tense::Future;
    }
    let whole = around.end.checked_sub(1).is_some_and(|it| stream.word(it) == ".");
    let present = nearest.is_none() && whole && stream.spec_is_english();
    let silent = if present { Tense::Present } else { Tense::Open };
    nearest.and_then(|it| told_by(stream, it)).unwrap_or(silent)
}

/// `set sentencing for Jan. 12`, `is listed for Friday`: whatever the tense of the verb.
fn is_set_for(stream: &Stream<'_>, at: usize) -> bool {
    let set = ["set", "scheduled", "listed", "slated", "planned", "due"];
    stream.back(at, 1) == "for" && (2..8).any(|by| set.contains(&stream.back(at, by)))
}

/// Words beside the dates of a text that is nothing but dates.
const NOTE: usize = 2;

/// Whether a text has one line, which is no sentence, and next to no words but its dates.
pub(super) fn is_note(stream: &Stream<'_>, drafts: &[Draft]) -> bool {
    let inside = |at: &usize| {
        let next = drafts.partition_point(|it| it.tokens.end <= *at);
        drafts.get(next).is_some_and(|it| it.tokens.contains(at))
    };
    let others = (0..stream.len()).filter(|it| stream.is_letters(*it) && !inside(it));
    let sentence = matches!(stream.word(stream.len().wrapping_sub(1)), "." | "!" | "?");
    !sentence
        && (1..stream.len()).all(|it| stream.follows(it))
        && others.take(NOTE + 1).count() <= NOTE
}

/// What one word says about the tense: by its mark, or by the words before it.
fn told_by(stream: &Stream<'_>, at: usize) -> Option<Tense> {
    let marks = stream.lex(at).marks;
    let before = stream.back(at, 1);
    let is = matches!(before, "is" | "are");
    match stream.word(at) {
        // `is to open`, `were to meet`, `is set for`, `are buying for`.
        "to" if matches!(before, "is" | "are" | "was" | "were") => Some(Tense::Future),
        "set" | "forecast" | "due" if is => Some(Tense::Future),
        word if word.ends_with("ing") && (is || matches!(stream.back(at, 2), "is" | "are")) => {
            stream.spec_is_english().then_some(Tense::Future)
        }
        // `will be held`, `is to be replayed`.
        _ if before == "be" => None,
        _ if marks & mark::FUTURE != 0 => Some(Tense::Future),
        _ if marks & mark::PAST != 0 => Some(Tense::Past),
        _ => None,
    }
}

/// A year that the text speaks of.
#[derive(Clone, Copy, Debug)]
pub(super) struct YearSaid {
    pub(super) token: usize,
    pub(super) year: i32,
    pub(super) span: Span,
    /// Whether it was written with its day.
    pub(super) full: bool,
    /// Whether it sets the scene for the sentences after it: with its month, or at the
    /// beginning of a sentence.
    pub(super) frames: bool,
    /// Whether it was counted from now: `năm ngoái` speaks for its own sentence only.
    pub(super) counted: bool,
}

/// The years that place what the text tells: not goals, births or the names of laws.
pub(super) fn years(
    stream: &Stream<'_>,
    drafts: &[Draft],
    now: Option<NaiveDate>,
) -> Vec<YearSaid> {
    let said = |it: &Draft| {
        let point = it.point().filter(|it| !it.bc)?;
        let from_now = year_from_now(it, point, now);
        let year = point.year.known().or(from_now)?;
        let grain = point.grain()?;
        let token = it.tokens.start;
        let placing = !leads(stream, token, mark::GOAL, if grain == Grain::Year { 3 } else { 0 })
            && !dates_a_thing(stream, token)
            && point.until.is_none();
        let full = grain >= Grain::Day;
        let opens = token <= 1
            || !stream.follows(token)
            || ends_sentence(stream, token - 1)
            || !stream.follows(token - 1)
            || ends_sentence(stream, token - 2);
        let frames = full || grain == Grain::Month || opens;
        let span = stream.article.span(it.tokens.clone());
        let counted = from_now.is_some();
        // `Last year's winner` is one of now.
        let possessive = matches!(stream.word(it.tokens.end), "'" | "’");
        let placing = placing && (!counted || (opens && !possessive));
        placing.then_some(YearSaid { token, year, span, full, frames, counted })
    };
    drafts.iter().filter_map(said).collect()
}

/// The year of `năm ngoái`; `năm sau` may be counted from another one, and `cùng kỳ năm ngoái`
/// only compares.
fn year_from_now(draft: &Draft, point: &Point, now: Option<NaiveDate>) -> Option<i32> {
    let Num::Now(by) = point.year else { return None };
    let whole = point.grain() == Some(Grain::Year) && !point.same_months;
    let now = now.filter(|_| whole && draft.rule == YEAR_FROM_NOW)?;
    Some(now.year().saturating_add(by))
}

/// Whether one of the `reach` words before a token has the mark.
pub(super) fn leads(stream: &Stream<'_>, at: usize, mark: u8, reach: usize) -> bool {
    let mut idx = at;
    for _ in 0..reach {
        if idx == 0 || !stream.follows(idx) {
            return false;
        }
        idx -= 1;
        if stream.lex(idx).marks & mark != 0 {
            return true;
        }
        if !stream.is_letters(idx) {
            return false;
        }
    }
    false
}

/// Whether a year dates a person's birth or a document and not what is told:
/// `Nghị quyết số 03 ngày 26/10/2021`.
fn dates_a_thing(stream: &Stream<'_>, at: usize) -> bool {
    for by in 1..=8 {
        match stream.back(at, by) {
            "" | "," | "." | ";" | "(" => return false,
            "quyết" if stream.back(at, by + 1) != "nghị" && stream.word(at + 1 - by) != "định" =>
                {}
            "định" if !matches!(stream.back(at, by + 1), "nghị" | "quyết") => {}
            _ if stream.lex(at - by).marks & mark::BIRTH != 0 => return true,
            _ => {}
        }
    }
    false
}
