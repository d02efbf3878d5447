//! Times that recur.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::point::{Meaning, Num, Point};
use crate::detect::date::slot::{Found, Slot, fields};
use crate::detect::date::unit::{Unit, recurring};

/// Sets.
pub(super) const RULES: &[Rule] = &[
    rule("each part of the day", "(every|each) <part>", each_point),
    // Before the units, of which a weekend is one.
    rule("each weekend", "(every|each) weekend", each_weekend),
    rule("each weekend", "weekends", each_weekend),
    rule("parts of days", "the <parts>", parts).sure(0.7),
    rule("each day of the month", "[the] <dth> [day] of (every|each) month", each_point),
    rule("each unit", "(every|each) [single] <one-unit>", each),
    rule("every other unit", "every (other|second) <one-unit>", other),
    rule("every other weekday", "every (other|second) <wd>", each_point),
    rule("every so many units", "(every|each) <n> <unit>", each),
    rule("every half hour", "every half [an] hour", half_hour),
    rule("each weekday", "(every|each) <wd> [<part>]", each_point),
    rule("each season", "(every|each) <season>", each_point),
    rule("each month of the year", "(every|each) <month>", each_point),
    rule("each day of the year", "(every|each) <month> (<d>|<dth>)", each_point),
    rule("weekdays", "<wds>", each_point),
    rule("parts of weekdays", "<wd> <parts>", each_point),
    rule(
        "so often in so long",
        "(once|twice|thrice|<n> times) (a|an|each|every|per) <one-unit>",
        often,
    ),
    rule("so often in so long", "once (every) <n> <unit>", each),
    rule("rate", "(a|an) <one-unit>", rate),
    rule("rate", "per (year|month|week|day)", per),
    rule(
        "daily and so on",
        "(daily|weekly|monthly|yearly|annually|annual|hourly|quarterly|nightly|biweekly|fortnightly|bimonthly|semiannual|semiannually|biennial|biennially|twice-yearly|semi-annual|semi-annually|bi-monthly|bi-weekly|biannual|biannually)",
        adverb,
    ),
];

fn unit(found: &Found<'_>) -> Option<Unit> {
    found.value(Slot::Unit).and_then(Unit::of)
}

/// `every second house` has no time in it, and `each second` hardly ever.
fn each(found: &Found<'_>) -> Option<Meaning> {
    let unit = unit(found)?;
    let amount = found.amount(Slot::Amount).unwrap_or(1000);
    let ordinal =
        unit == Unit::Second && amount == 1000 && found.stream.is_letters(found.tokens.end);
    (!ordinal).then(|| recurring(amount, unit))?
}

fn other(found: &Found<'_>) -> Option<Meaning> {
    recurring(2000, unit(found)?)
}

fn half_hour(_: &Found<'_>) -> Option<Meaning> {
    recurring(30_000, Unit::Minute)
}

/// Everything that the words name, each time.
fn each_point(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { set: true, ..fields(found)? }))
}

fn each_weekend(_: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { set: true, weekend: true, day: Num::Open, ..Point::default() }))
}

/// `in the evenings`.
fn parts(found: &Found<'_>) -> Option<Meaning> {
    let led = ["in", "during"].contains(&found.before(1));
    (led && !found.stream.is_letters(found.tokens.end)).then(|| each_point(found))?
}

/// `twice a day`: within each day.
fn often(found: &Found<'_>) -> Option<Meaning> {
    recurring(1000, unit(found)?)
}

/// `$700 a month`, `60 people a day`: after a number and what it counts.
fn rate(found: &Found<'_>) -> Option<Meaning> {
    let links = [
        "for", "in", "of", "after", "within", "than", "about", "nearly", "almost", "over", "to",
        "is", "was", "be", "by", "and", "or", "with", "just", "under", "takes", "took", "lasts",
        "spent", ",", "least", "least", "every", "at", "as",
    ];
    if links.contains(&found.before(1)) {
        return None;
    }
    let number = |by: usize| {
        let at = found.tokens.start.checked_sub(by);
        at.is_some_and(|at| {
            !found.before(by).is_empty() && {
                let lex = found.stream.lex(at);
                lex.digits > 0
                    || matches!(found.before(by), "million" | "billion" | "trillion" | "dozen")
                    || (lex.word.is_some() && !matches!(found.stream.word(at), "a" | "an" | "and"))
            }
        })
    };
    (1..=3).any(number).then(|| recurring(1000, unit(found)?))?
}

/// `68 million per year`.
fn per(found: &Found<'_>) -> Option<Meaning> {
    let unit = match found.stream.word(found.tokens.end - 1) {
        "year" => Unit::Year,
        "month" => Unit::Month,
        "week" => Unit::Week,
        _ => Unit::Day,
    };
    recurring(1000, unit)
}

fn adverb(found: &Found<'_>) -> Option<Meaning> {
    // `the Saigon Business Daily`.
    let title = |at: usize| found.stream.lex(at).capital && found.stream.is_letters(at);
    let start = found.tokens.start;
    if title(start) && start > 0 && title(start - 1) && found.stream.follows(start) {
        return None;
    }
    let (amount, unit) = match found.stream.word(found.tokens.start) {
        "hourly" => (1000, Unit::Hour),
        "daily" | "nightly" => (1000, Unit::Day),
        "weekly" => (1000, Unit::Week),
        "biweekly" | "fortnightly" => (2000, Unit::Week),
        "bimonthly" => (2000, Unit::Month),
        "semiannual" | "semiannually" | "biannual" | "biannually" | "twice" | "semi" => {
            (6000, Unit::Month)
        }
        "biennial" | "biennially" => (2000, Unit::Year),
        "bi" if found.stream.word(found.tokens.end - 1) == "weekly" => (2000, Unit::Week),
        "bi" => (2000, Unit::Month),
        "monthly" => (1000, Unit::Month),
        "quarterly" => (1000, Unit::Quarter),
        _ => (1000, Unit::Year),
    };
    recurring(amount, unit)
}
