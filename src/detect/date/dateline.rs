//! The day on which the article says that it was written.

use chrono::{Datelike, NaiveDate};

use super::calendar;
use super::point::{Draft, Grain, Num, Point};
use super::resolve::Reader;
use super::stream::Stream;

/// Lines from the top in which a date by itself is the article's own.
const HEAD: usize = 6;

/// Tokens of a place name, a label or a clock time that may stand beside it.
const BESIDE: usize = 12;

/// Takes the article's date from a line of its own at the top (`Thứ sáu, 20/05/2022`) or
/// from the beginning of a paragraph (`Hà Nội, 22/12 —`).
pub(super) fn find(reader: &mut Reader<'_>, drafts: &[Draft]) {
    let mut lines = 0;
    let mut seen = 0;
    for draft in drafts {
        let start = draft.tokens.start;
        lines += (seen + 1..=start).filter(|it| !reader.stream.follows(*it)).count();
        seen = start;
        if lines > HEAD {
            return;
        }
        let Some(point) = draft.point().filter(|it| it.names_day() && !it.lunar) else { continue };
        if !(stands_alone(reader.stream, draft, point) || opens_a_report(reader.stream, draft)) {
            continue;
        }
        if let Some(day) = reader.place(point, draft).day {
            reader.now = Some(day);
            reader.now_said = Some(reader.stream.article.span(draft.tokens.clone()));
            reader.dateline = reader.now_said;
            return;
        }
    }
}

/// The first token of the line, at most [`BESIDE`] away.
fn line_start(stream: &Stream<'_>, at: usize) -> usize {
    let mut first = at;
    while first > 0 && stream.follows(first) && at - first < BESIDE {
        first -= 1;
    }
    first
}

/// Whether the line has a whole date and next to nothing else, above a text.
fn stands_alone(stream: &Stream<'_>, draft: &Draft, point: &Point) -> bool {
    let (start, end) = (draft.tokens.start, draft.tokens.end);
    let first = line_start(stream, start);
    let mut last = end;
    while last < stream.len() && stream.follows(last) && last - end < BESIDE {
        last += 1;
    }
    let whole = !stream.follows(last) && (first == 0 || !stream.follows(first));
    let letters = (first..start).chain(end..last).filter(|it| stream.is_letters(*it)).count();
    let stop = last > end && matches!(stream.word(last.saturating_sub(1)), "." | "!" | "?");
    point.year.known().is_some() && whole && letters <= 4 && !stop && last < stream.len()
}

/// Whether a place name with capitals and a dash or brackets stand around it:
/// `Hà Nội, 22/12 —`, `(Lạng Giang, 15/3/2020)`.
fn opens_a_report(stream: &Stream<'_>, draft: &Draft) -> bool {
    let (start, end) = (draft.tokens.start, draft.tokens.end);
    let first = line_start(stream, start);
    if first == start || (first > 0 && stream.follows(first)) || !stream.follows(end) {
        return false;
    }
    let named = (first..start).all(|it| stream.lex(it).capital || !stream.is_letters(it));
    let name = (first..start).any(|it| stream.is_letters(it));
    let bracket = stream.word(first) == "(";
    let after = stream.word(end);
    let closed = if bracket { after == ")" } else { matches!(after, "-" | "–" | "—" | ":") };
    let digits = (first..start).any(|it| stream.is_digits(it));
    named && name && closed && !digits && !stream.touches(end + 1)
}

/// `Sáng nay (13/7)`: what stands in brackets says which day the words before it mean,
/// and with that on which day the article was written. `năm Ất Dậu (1945)` likewise.
pub(super) fn said_again(
    reader: &mut Reader<'_>,
    draft: &Draft,
    point: &Point,
    next: Option<&Draft>,
) -> Point {
    let stream = reader.stream;
    let bracketed = |it: &&Draft| {
        it.tokens.start == draft.tokens.end + 1 && stream.word(draft.tokens.end) == "("
    };
    let again = next.filter(bracketed).and_then(|next| Some((next, next.point()?)));
    let Some((next, other)) = again else {
        if point.day.known().is_some() && point.said_today {
            anchor(reader, draft, point);
        }
        return *point;
    };
    if let (Num::Cycle(_), Num::Is(_)) = (point.year, other.year) {
        return Point { year: other.year, ..*point };
    }
    let day = point.grain() >= Some(Grain::Day) && point.widest() >= Some(Grain::Week);
    if !(day && other.names_day()) {
        return *point;
    }
    let other = agreeing(reader.now, point, other);
    let placed = reader.place(&other, next);
    if let (Some(day), Num::Now(by)) = (placed.day, point.day) {
        reader.now = calendar::add_days(day, by.saturating_neg()).or(reader.now);
        reader.now_said = Some(stream.article.span(next.tokens.clone()));
    }
    Point { part: point.part, clock: point.clock, weekday: None, ..other }
}

/// A day without a year takes the year in which both expressions mean the same day.
fn agreeing(now: Option<NaiveDate>, point: &Point, other: &Point) -> Point {
    let Num::Now(by) = point.day else { return *other };
    let day = now.and_then(|it| calendar::add_days(it, by));
    let agrees = day.filter(|it| {
        i32::try_from(it.month()).ok() == other.month.known()
            && i32::try_from(it.day()).ok() == other.day.known()
    });
    match agrees {
        Some(day) if other.year.is_open() => Point { year: Num::Is(day.year()), ..*other },
        _ => *other,
    }
}

/// `Hôm nay 24-3`: the article was written on that day.
fn anchor(reader: &mut Reader<'_>, draft: &Draft, point: &Point) {
    if let Some(day) = reader.place(point, draft).day {
        reader.now = Some(day);
        reader.now_said = Some(reader.stream.article.span(draft.tokens.clone()));
    }
}
