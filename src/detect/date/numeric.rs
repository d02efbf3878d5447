//! What both languages write in the same digits: ISO 8601 and ranges of years.

use super::grammar::{Rule, rule};
use super::numeral::Milli;
use super::point::{Meaning, Num, Point};
use super::slot::{Found, Slot, fields, is_possible, point, whole};

/// ISO 8601 and what is written like it.
pub(super) const RULES: &[Rule] = &[
    rule("ISO day", "<y>-<m>-<d>", iso),
    rule("ISO day and time", "<y>-<m>-<d>[t]<h>:<mi>[:<s>]", iso),
    rule("ISO day and time, zone", "<y>-<m>-<d>[t]<h>:<mi>[:<s>]z", iso_zone),
    rule("ISO day and time, zone", "<y>-<m>-<d>[t]<h>:<mi>[:<s>](+|-)<zh>:<zm>", iso_zone),
    rule("ISO month", "<y>-<mm>", iso_month).sure(0.8),
    rule("ISO week", "<y>-w<ww>", point),
    rule("year/month/day", "<y>/<m>/<d>", iso),
];

/// Two digits each, or one each: `2022-05-20`, `2022/5/9`.
fn iso(found: &Found<'_>) -> Option<Meaning> {
    // What has other years is a serial number or a password.
    let plausible = found.get(Slot::Year).is_some_and(|it| (1800..2200).contains(&it));
    plausible.then(|| point(found))?
}

/// `Z`, or hours and minutes east or west of Greenwich.
fn iso_zone(found: &Found<'_>) -> Option<Meaning> {
    let mut res = fields(found)?;
    let zone = found.tokens_of(Slot::Zone);
    let west = zone.as_ref().is_some_and(|it| found.stream.word(it.start - 1) == "-");
    let minutes =
        found.get(Slot::Zone).unwrap_or(0) * 60 + found.get(Slot::ZoneMinute).unwrap_or(0);
    res.clock.as_mut()?.zone = Some(if west { -minutes } else { minutes });
    Some(Meaning::Point(res))
}

/// `2014-05`; `2008-09` and `2010-12` are two years rather.
fn iso_month(found: &Found<'_>) -> Option<Meaning> {
    let (year, month) = (found.get(Slot::Year)?, found.get(Slot::Month)?);
    ((1900..2100).contains(&year) && year % 100 > month).then(|| point(found))?
}

/// Two years, the second maybe with two digits: both ends, complete.
pub(super) fn two_years(found: &Found<'_>) -> Option<(i32, i32)> {
    let from = found.get(Slot::Year)?;
    let to = found.get(Slot::Year2)?;
    let to = if to < 100 { from - from % 100 + to } else { to };
    (from < to && to - from <= 150).then_some((from, to))
}

/// From year to year in one piece.
pub(super) fn year_range(found: &Found<'_>) -> Option<Meaning> {
    let (from, to) = two_years(found)?;
    let at = |year| Point { year: Num::Is(year), ..Point::default() };
    Some(Meaning::Range(at(from), at(to)))
}

/// A school or fiscal year, a season of games: one thing that spans two years.
pub(super) fn double_year(found: &Found<'_>) -> Option<Meaning> {
    let (from, to) = two_years(found)?;
    let point = Point { year: Num::Is(from), until: Some(to), ..Point::default() };
    Some(Meaning::Point(point))
}

/// From day to day of one month: the ends share month and year.
pub(super) fn day_range(found: &Found<'_>) -> Option<Meaning> {
    let to = fields(found)?;
    let from = Point { day: Num::Is(found.get(Slot::Day2)?), ..to };
    let ordered = from.day.known() < to.day.known();
    (ordered && is_possible(&from)).then_some(Meaning::Range(from, to))
}

/// From day and month to day and month; the second one may say the year of both.
pub(super) fn date_range(found: &Found<'_>) -> Option<Meaning> {
    let to = fields(found)?;
    let day = Num::Is(found.get(Slot::Day2)?);
    let month = Num::Is(found.get(Slot::Month2)?);
    let year = match (found.get(Slot::Year2), to.year) {
        (Some(year), _) => Num::Is(year),
        // `28/12-3/1/2022` begins in the year before.
        (None, Num::Is(year)) if month.known() > to.month.known() => Num::Is(year - 1),
        (None, year) => year,
    };
    let from = Point { day, month, year, weekday: None, ..to };
    is_possible(&from).then_some(Meaning::Range(from, to))
}

/// So many months from the beginning of a year, or up to its end.
pub(super) fn first_or_last(year: &Point, amount: Milli, first: bool) -> Option<Meaning> {
    let count = whole(amount).filter(|it| (2..12).contains(it))?;
    let (from, to) = if first { (1, count) } else { (13 - count, 12) };
    let at = |month| Point { month: Num::Is(month), ..*year };
    Some(Meaning::Range(at(from), at(to)))
}

/// From month to month; the second one may say the year of both.
pub(super) fn month_range(found: &Found<'_>) -> Option<Meaning> {
    let to = fields(found)?;
    let month = Num::Is(found.get(Slot::Month2)?);
    let turns = month.known() > to.month.known();
    let year = match (found.get(Slot::Year2), to.year) {
        (Some(year), _) => Num::Is(year),
        // `Nov-Feb 2017` begins in the year before.
        (None, Num::Is(year)) if turns => Num::Is(year - 1),
        (None, year) => year,
    };
    let from = Point { month, year, ..to };
    let differ = from.year != to.year || month != to.month;
    differ.then_some(Meaning::Range(from, to))
}
