//! Which year, when the words do not say it.

use chrono::{Datelike, NaiveDate};

use super::context::{self, YearSaid};
use super::en::relative::YEAR_AGO;
use super::holiday::Holiday;
use super::nearest::Starts;
use super::place::on_day;
use super::point::{Draft, Num, Point};
use super::resolve::{Placed, Reader, year_month};
use super::stream::Stream;
use super::{calendar, lunar, nearest};
use crate::text::Span;

/// The year of a point: said, counted, or the one the text speaks of, else the one
/// next to the reference date in the direction that the sentence tells of.
///
/// `start` is the day on which what is named begins in a year.
pub(super) fn of(reader: &Reader<'_>, it: &Point, draft: &Draft, start: Starts<'_>) -> Placed {
    let (found, evidence, filled) = match it.year {
        Num::Is(year) => (Some(year), None, false),
        Num::Short(short) => {
            // English writes them of the future too: from 1950 to 2049.
            let now = reader.now.filter(|_| !reader.stream.spec_is_english());
            (Some(full_year(short, now)), None, false)
        }
        Num::Now(by) if draft.rule == "the year after" && told_here(reader, draft) => {
            let told = reader.year;
            (told.map(|it| it.0.saturating_add(by)), told.map(|it| it.1), true)
        }
        Num::Now(by) => (reader.now.map(|it| it.year().saturating_add(by)), reader.now_said, true),
        Num::Told(by) => {
            let compared = draft.rule == YEAR_AGO || reader.note;
            let now = reader.now.filter(|_| compared).map(|it| (it.year(), reader.now_said));
            let told = reader.year.map(|it| (it.0, Some(it.1))).or(now);
            (told.map(|it| it.0.saturating_add(by)), told.and_then(|it| it.1), true)
        }
        Num::Any => (None, None, false),
        Num::Cycle(place) => {
            let told = reader.year.map(|it| it.0);
            let near = reader.now.map(|it| it.year()).or(told).unwrap_or(2000);
            (Some(lunar::cycle_year(place, near)), None, true)
        }
        Num::Open => {
            let (found, evidence) = open(reader, it, draft, start);
            (found, evidence, true)
        }
    };
    let found = found.filter(|it| (0..=9999).contains(it));
    let text = found.map_or_else(|| "XXXX".to_owned(), |it| format!("{it:04}"));
    Placed { text, year: found, evidence, filled, ..Placed::default() }
}

/// Whether the same sentence named a year before: `năm sau` is the one after that.
fn told_here(reader: &Reader<'_>, draft: &Draft) -> bool {
    let sentence = context::sentence(reader.stream, draft.tokens.start, draft.tokens.end);
    let said = said_between(reader, sentence.start, draft.tokens.start);
    said.iter().any(|it| !it.counted)
}

/// The years that are named from one token to before another.
fn said_between<'r>(reader: &'r Reader<'_>, from: usize, to: usize) -> &'r [YearSaid] {
    let place = |token| reader.years.partition_point(|it| it.token < token);
    reader.years.get(place(from)..place(to)).unwrap_or_default()
}

/// Two digits of a year: this century up to the year after the reference's.
pub(super) fn full_year(short: i32, now: Option<NaiveDate>) -> i32 {
    // Without a reference, as POSIX reads them, with a little more future.
    let last = now.map_or(2049, |it| it.year() + 1);
    if now.is_some() && 2000 + short > last || short > 49 && now.is_none() {
        1900 + short
    } else {
        2000 + short
    }
}

/// The year the text speaks of, else the nearest one.
fn open(
    reader: &Reader<'_>,
    it: &Point,
    draft: &Draft,
    start: Starts<'_>,
) -> (Option<i32>, Option<Span>) {
    if it.direction == 0
        && let Some(said) = spoken_of(reader, draft)
        && !nearest::is_news(reader, it, draft, said, start)
    {
        if let Some((year, span)) = reader.counted.filter(|it| it.1.start() > said.span.start()) {
            return (Some(year), Some(span));
        }
        return (Some(said.year + turn_of_year(reader, it, said)), Some(said.span));
    }
    let Some(now) = reader.now else { return (None, None) };
    (Some(nearest::year(reader, it, draft, now, start)), reader.now_said)
}

/// A story that began in December goes on in January of the next year.
fn turn_of_year(reader: &Reader<'_>, it: &Point, said: &YearSaid) -> i32 {
    let last = reader.month.map(|it| it.0);
    let turned = last
        .zip(it.month.known())
        .is_some_and(|((year, last), month)| year == said.year && last - month >= 9);
    i32::from(turned)
}

/// Tokens before an expression in which a year still speaks for it.
const YEAR_REACH: usize = 150;

/// The year that the text speaks of where the draft stands: one in the same sentence,
/// else the last one before it in its paragraph.
fn spoken_of<'r>(reader: &'r Reader<'_>, draft: &Draft) -> Option<&'r YearSaid> {
    let at = draft.tokens.start;
    let sentence = context::sentence(reader.stream, at, draft.tokens.end);
    let ahead = context::is_future(reader.stream, at, draft.tokens.end);
    // `hồi tháng 4`: of late.
    let lately = reader.stream.back(at, 1) == "hồi" && reader.now.is_some();
    let near = |it: &&YearSaid| {
        let dateline = Some(it.span) == reader.dateline || lately;
        sentence.contains(&it.token)
            || (at - it.token < YEAR_REACH
                && !(dateline || it.counted)
                && speaks_on(reader, it, at, ahead))
    };
    let earliest = sentence.start.min(at.saturating_sub(YEAR_REACH));
    let before = said_between(reader, earliest, at).iter().rev().find(near);
    before.or_else(|| {
        let after = said_between(reader, draft.tokens.end, sentence.end).first()?;
        let close = reader.now.is_none_or(|now| (now.year() - after.year).abs() <= 1);
        (close && !(after.full || after.counted)).then_some(after)
    })
}

/// Whether a year goes on speaking for what stands in later sentences. A whole date does; a
/// year that sets the scene does in its paragraph; one of another time that is only mentioned
/// does for a sentence or two.
fn speaks_on(reader: &Reader<'_>, said: &YearSaid, at: usize, ahead: bool) -> bool {
    let Some(now) = reader.now else { return true };
    // What has yet to happen does not happen in a year that is over.
    if ahead && said.year < now.year() {
        return false;
    }
    // A year to come is a plan's: it says nothing of what is told beside it.
    if said.year > now.year() && !(ahead && said.full) {
        return false;
    }
    let recent = (now.year() - said.year).abs() <= 1;
    let here = (said.token + 1..=at).all(|it| reader.stream.follows(it));
    said.full || (said.frames && here) || recent || at - said.token < 40
}

/// A day with its month, maybe without its year.
pub(super) fn day(reader: &Reader<'_>, it: &Point, day: i32, draft: &Draft) -> Placed {
    let month = it.month.known().unwrap_or(1);
    let (day, month, evidence) = ordered(reader, it, day, month);
    let found = of(reader, it, draft, &|year| calendar::day(year, month, day));
    // 29 February of a year that is not said is in the leap year next to it.
    let near = |year: i32| {
        let by = if it.year.is_open() { 5 } else { 1 };
        (0..by).find_map(|by| calendar::day(year - by, month, day))
    };
    let date = found.year.and_then(near);
    let Some(date) = date else {
        let text = format!("{}-{month:02}-{day:02}", found.text);
        return Placed { text, ..Placed::default() };
    };
    let date = by_weekday(it, date, month, day).unwrap_or(date);
    let mut res = Placed { filled: found.filled, evidence: found.evidence, ..on_day(Some(date)) };
    if it.swappable && day <= 12 {
        res.evidence = res.evidence.or(evidence);
        res.filled = true;
        let other = calendar::day(date.year(), day, month);
        let sure = evidence.is_some();
        res.other = other.filter(|_| !sure && day != month).map(|it| it.to_string());
    }
    res
}

/// Day and month in the order that the article writes them in.
fn ordered(reader: &Reader<'_>, it: &Point, day: i32, month: i32) -> (i32, i32, Option<Span>) {
    match reader.day_first {
        Some(span) if it.swappable && day <= 12 => (month, day, Some(span)),
        _ => (day, month, None),
    }
}

/// A weekday beside a day without a year says which year it is.
fn by_weekday(it: &Point, date: NaiveDate, month: i32, day: i32) -> Option<NaiveDate> {
    let weekday = it.weekday.filter(|_| it.year.is_open())?;
    let near = [0, -1, 1].into_iter().filter_map(|by| calendar::day(date.year() + by, month, day));
    near.into_iter().find(|it| calendar::weekday(*it) == weekday)
}

/// A holiday, with or without its year.
pub(super) fn holiday(reader: &Reader<'_>, it: &Point, holiday: Holiday, draft: &Draft) -> Placed {
    let found = of(reader, it, draft, &|year| holiday.day(year));
    if let Some(date) = found.year.and_then(|year| holiday.day(year)) {
        return Placed { evidence: found.evidence, filled: found.filled, ..on_day(Some(date)) };
    }
    let text = holiday.month_and_day().map_or_else(
        || format!("{}-XX-XX", found.text),
        |(month, day)| format!("{}-{month:02}-{day:02}", found.text),
    );
    Placed { text, ..Placed::default() }
}

/// A day of the lunar calendar: the solar day it falls on.
pub(super) fn lunar(
    reader: &Reader<'_>,
    it: &Point,
    month: i32,
    day: i32,
    draft: &Draft,
) -> Placed {
    let start = |year: i32| lunar::solar(year, month, day, it.leap);
    // `23 tháng Chạp` of a year that is not said may end the lunar year before.
    let near = |year: i32| match start(year) {
        Some(found) if found.year() > year && it.year.is_open() => start(year - 1),
        found => found,
    };
    let found = of(reader, it, draft, &near);
    let date = found.year.and_then(near);
    Placed {
        evidence: found.evidence.filter(|_| date.is_some()),
        filled: found.filled,
        ..on_day(date)
    }
}

/// A month of the lunar calendar: where it begins.
pub(super) fn lunar_month(reader: &Reader<'_>, it: &Point, month: i32, draft: &Draft) -> Placed {
    let start = |year: i32| lunar::solar(year, month, 1, it.leap);
    let found = of(reader, it, draft, &start);
    let date = found.year.and_then(start);
    let text = date
        .map_or_else(|| "XXXX-XX".to_owned(), |it| format!("{:04}-{:02}", it.year(), it.month()));
    Placed { text, month: date.map(year_month), year: date.map(|it| it.year()), ..found }
}

/// The first date of the article that can only be read day first, if one can.
pub(super) fn day_first(stream: &Stream<'_>, drafts: &[Draft]) -> Option<Span> {
    let first = |it: &&Draft| it.rule.starts_with("day month") || it.rule.starts_with("day/month");
    drafts.iter().find(first).map(|it| stream.article.span(it.tokens.clone()))
}
