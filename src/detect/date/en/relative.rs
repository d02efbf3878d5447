//! Times counted from now or from what was named last.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::numeral::UNKNOWN;
use crate::detect::date::point::{Meaning, Num, Point};
use crate::detect::date::slot::{Found, Slot, future, past, point, present, whole};
use crate::detect::date::unit::{From, Unit, lasting, shifted};

/// The name of the rules for a year or quarter that is compared with another one: counted
/// from the one that the text named, else from now.
pub(in crate::detect::date) const YEAR_AGO: &str = "a year before";

/// Relative expressions.
pub(super) const RULES: &[Rule] = &[
    rule("day from now", "[(early|late|later|earlier)] <day-now>", point),
    rule("part of a day from now", "<day-now> <part>", point),
    rule("so long ago", "<n> <unit> ago", ago),
    rule("so long ago", "(a|an|one) <one-unit> ago", ago),
    rule("in so long", "<n> <unit> from (today|now|tomorrow|yesterday|tmrw)", from_day),
    rule("so long before", "<n> <unit> (before|after) (today|tomorrow|yesterday)", from_day),
    rule("in so long", "(a|an|one) <one-unit> from (today|tomorrow)", from_day),
    rule("next day", "next day", next_now).sure(0.7),
    rule("so long ago", "<n> <unit>[,] [and] <n2> <unit2> (ago|from now)", ago_all),
    rule("so long ago", "<n> <unit>[,] <n> <unit>[,] [and] <n> <unit> (ago|from now)", ago_all),
    rule("long ago", "(years|months|weeks|days|decades|centuries|generations) ago", past),
    rule("in so long", "<n> <unit> from now", ahead),
    rule("in so long", "(a|an|one) <one-unit> from now", ahead),
    rule("half so long ago", "[a] half (a|an) <one-unit> (ago|from now|later|earlier)", half_away),
    rule("so long later", "<n> <unit> (later|after)", later),
    rule("so long later", "(a|an|one) <one-unit> later", later),
    rule("so long earlier", "<n> <unit> (earlier|before)", earlier),
    rule("so long earlier", "(a|an|one) <one-unit> (earlier|before)", earlier),
    rule("the next day", "the (next|following) day", next_day),
    rule("the day before", "the (previous day|day before)", day_before),
    rule("the next unit", "the (next|following|previous) (year|month|week)", next_unit),
    rule(YEAR_AGO, "[the] prior [fiscal] (year|month|week|quarter)", year_ago),
    rule("the next unit", "the (next|following) (fiscal|school) year", next_unit),
    rule("the unit before", "the (year|month|week) before", unit_before),
    rule(
        YEAR_AGO,
        "[(the|a)] (year|month|week)-(ago|earlier)[ (period|quarter|month|week)]",
        year_ago,
    ),
    rule("the latest unit", "the latest (quarter|month|week|fiscal year)", latest),
    rule("that weekend", "(that|the following) weekend", that_weekend),
    rule(
        "the last or next so long",
        "[the] (last|past|next|coming|upcoming|previous|following|first|final|latest|preceding) <n> <unit>",
        span,
    ),
    rule(
        "the last or next so long",
        "[the] <n> (last|past|next|coming|upcoming|previous) <unit>",
        span,
    ),
    rule("the last or next unit", "the (past|last|next|coming) <one-unit>", one),
    rule("two weeks from now", "the week (before last|after next)", two_weeks_away),
    rule("that unit", "(that|the same) [same] (year|month|week|day|night)", that_unit),
    rule(
        "now",
        "(now|currently|nowadays|these days|at present|at the moment|right now|presently|at the present time)",
        present,
    ),
    rule(
        "past",
        "(recently|lately|the past|the recent past|[the] recent (weeks|months|years|days|decades|times|quarters|sessions))",
        past,
    ),
    rule(
        "future",
        "(the future|the near future|the foreseeable future|the distant future|the not too distant future|[the] coming (weeks|months|years|days|decades)|(weeks|months|years|days|decades) to come|the (weeks|months|years|days) ahead)",
        future,
    ),
];

fn shift(found: &Found<'_>, sign: i32, from: From) -> Option<Meaning> {
    let unit = found.value(Slot::Unit).and_then(Unit::of)?;
    let amount = found.amount(Slot::Amount).unwrap_or(1000);
    if amount == UNKNOWN && from == From::Now {
        return if sign < 0 { past(found) } else { future(found) };
    }
    Some(Meaning::Point(shifted(amount, unit, sign, from)))
}

fn ago(found: &Found<'_>) -> Option<Meaning> {
    shift(found, -1, From::Now)
}

/// Days counted from tomorrow or yesterday; longer units do not notice.
fn from_day(found: &Found<'_>) -> Option<Meaning> {
    let unit = found.value(Slot::Unit).and_then(Unit::of)?;
    let last = found.stream.word(found.tokens.end - 1);
    let sign = if found.stream.word(found.tokens.end - 2) == "before" { -1 } else { 1 };
    let mut res = shifted(found.amount(Slot::Amount).unwrap_or(1000), unit, sign, From::Now);
    let beside = match last {
        "tomorrow" | "tmrw" => 1,
        "yesterday" => -1,
        _ => 0,
    };
    if let Num::Now(days) = res.day {
        res.day = Num::Now(days + beside);
    }
    Some(Meaning::Point(res))
}

/// `next day` without an article, from now.
fn next_now(found: &Found<'_>) -> Option<Meaning> {
    let counted = found.stream.word(found.tokens.start.saturating_sub(1)) == "the";
    (!counted).then_some(Meaning::Point(Point { day: Num::Told(1), ..Point::default() }))
}

/// `2 years, 1 month and 21 days ago`: as exact as its smallest unit.
fn ago_all(found: &Found<'_>) -> Option<Meaning> {
    let sign = if found.stream.word(found.tokens.end - 1) == "ago" { -1 } else { 1 };
    let amounts = found.slots.iter().filter(|it| matches!(it.slot, Slot::Amount | Slot::Amount2));
    let units = found.slots.iter().filter(|it| matches!(it.slot, Slot::Unit | Slot::Unit2));
    let (mut months, mut days, mut exact) = (0, 0, false);
    for (amount, unit) in amounts.zip(units) {
        let count = whole(amount.value)? * sign;
        match Unit::of(unit.value)? {
            Unit::Year => months += count * 12,
            Unit::Month => months += count,
            Unit::Week => (days, exact) = (days + count * 7, true),
            Unit::Day => (days, exact) = (days + count, true),
            _ => return None,
        }
    }
    let day = if exact { Num::Now(days) } else { Num::Open };
    let month = if months == 0 { Num::Open } else { Num::Now(months) };
    Some(Meaning::Point(Point { month, day, ..Point::default() }))
}

fn ahead(found: &Found<'_>) -> Option<Meaning> {
    shift(found, 1, From::Now)
}

/// Whether a clause ends after it: in `a week after the vote` it is only how long.
fn ends(found: &Found<'_>) -> bool {
    let end = found.tokens.end;
    let more =
        found.stream.follows(end) && (found.stream.is_letters(end) || found.stream.is_digits(end));
    !matches!(found.stream.word(end - 1), "after" | "before") || !more
}

fn later(found: &Found<'_>) -> Option<Meaning> {
    if !ends(found) {
        return None;
    }
    shift(found, 1, From::Told)
}

fn earlier(found: &Found<'_>) -> Option<Meaning> {
    if !ends(found) {
        return None;
    }
    shift(found, -1, From::Told)
}

fn span(found: &Found<'_>) -> Option<Meaning> {
    let unit = found.value(Slot::Unit).and_then(Unit::of)?;
    lasting(&[(found.amount(Slot::Amount)?, unit)])
}

fn one(found: &Found<'_>) -> Option<Meaning> {
    lasting(&[(1000, found.value(Slot::Unit).and_then(Unit::of)?)])
}

fn told(by: i32) -> Option<Meaning> {
    Some(Meaning::Point(Point { day: Num::Told(by), ..Point::default() }))
}

fn next_day(_: &Found<'_>) -> Option<Meaning> {
    told(1)
}

/// `the day before Christmas` is counted from the name.
fn day_before(found: &Found<'_>) -> Option<Meaning> {
    let end = found.tokens.end;
    let name = found.stream.lex(end).capital && found.stream.follows(end);
    (!name || found.stream.word(end - 1) == "day").then(|| told(-1))?
}

/// One unit from what was named last, of the length of the unit.
fn beside(by: i32, unit: &str) -> Option<Meaning> {
    let mut res = Point::default();
    match unit {
        "year" => res.year = Num::Told(by),
        "quarter" => res.quarter = Num::Told(by),
        "month" => res.month = Num::Told(by),
        _ => res.week = Num::Told(by),
    }
    Some(Meaning::Point(res))
}

fn next_unit(found: &Found<'_>) -> Option<Meaning> {
    let past = found.stream.word(found.tokens.start + 1) == "previous";
    let by = if past { -1 } else { 1 };
    beside(by, found.stream.word(found.tokens.end - 1))
}

fn unit_before(found: &Found<'_>) -> Option<Meaning> {
    beside(-1, found.stream.word(found.tokens.start + 1))
}

/// `half an hour ago`.
fn half_away(found: &Found<'_>) -> Option<Meaning> {
    let unit = found.value(Slot::Unit).and_then(Unit::of)?;
    let last = found.stream.word(found.tokens.end - 1);
    let sign = if matches!(last, "ago" | "earlier") { -1 } else { 1 };
    let from = if matches!(last, "ago" | "now") { From::Now } else { From::Told };
    let (amount, unit) = unit.half();
    Some(Meaning::Point(shifted(amount, unit, sign, from)))
}

/// `the year-ago quarter`: of the year before the one that is told.
fn year_ago(found: &Found<'_>) -> Option<Meaning> {
    let unit = found
        .tokens
        .clone()
        .map(|it| found.stream.word(it))
        .find(|it| matches!(*it, "year" | "month" | "week" | "quarter"))?;
    if unit == "quarter" {
        return Some(Meaning::Point(Point { quarter: Num::Now(-1), ..Point::default() }));
    }
    beside(-1, unit)
}

/// `the latest quarter`: the last one that is over.
fn latest(found: &Found<'_>) -> Option<Meaning> {
    let mut res = Point::default();
    match found.stream.word(found.tokens.end - 1) {
        "quarter" => res.quarter = Num::Now(-1),
        "month" => res.month = Num::Now(-1),
        "week" => res.week = Num::Now(-1),
        _ => res.year = Num::Now(-1),
    }
    Some(Meaning::Point(res))
}

fn that_weekend(found: &Found<'_>) -> Option<Meaning> {
    let week = Num::Told(i32::from(found.stream.word(found.tokens.start) == "the"));
    Some(Meaning::Point(Point { week, weekend: true, ..Point::default() }))
}

fn two_weeks_away(found: &Found<'_>) -> Option<Meaning> {
    let by = if found.stream.word(found.tokens.end - 1) == "last" { -2 } else { 2 };
    Some(Meaning::Point(Point { week: Num::Now(by), ..Point::default() }))
}

fn that_unit(found: &Found<'_>) -> Option<Meaning> {
    let mut res = Point::default();
    match found.stream.word(found.tokens.end - 1) {
        "year" => res.year = Num::Told(0),
        "month" => res.month = Num::Told(0),
        "week" => res.week = Num::Told(0),
        "night" => {
            (res.day, res.part) = (Num::Told(0), Some(crate::detect::date::point::Part::Night));
        }
        _ => res.day = Num::Told(0),
    }
    Some(Meaning::Point(res))
}
