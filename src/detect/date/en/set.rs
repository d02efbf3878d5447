//! Times that recur.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::point::{Meaning, Part};
use crate::detect::date::slot::{Found, Slot};
use crate::detect::date::unit::{Unit, recurring, set};

/// Sets.
pub(super) const RULES: &[Rule] = &[
    rule("each unit", "(every|each) <one-unit>", each),
    rule("every other unit", "every other <one-unit>", other),
    rule("every so many units", "(every|each) <n> <unit>", each),
    rule("each part of the day", "(every|each) <part>", each_part),
    rule("each weekday", "(every|each) <wd>", each_weekday),
    rule("weekdays", "<wds>", each_weekday),
    rule(
        "daily and so on",
        "(daily|weekly|monthly|yearly|annually|annual|hourly|quarterly|nightly)",
        adverb,
    ),
];

fn each(found: &Found<'_>) -> Option<Meaning> {
    let unit = found.value(Slot::Unit).and_then(Unit::of)?;
    recurring(found.amount(Slot::Amount).unwrap_or(1000), unit)
}

fn other(found: &Found<'_>) -> Option<Meaning> {
    recurring(2000, found.value(Slot::Unit).and_then(Unit::of)?)
}

fn each_part(found: &Found<'_>) -> Option<Meaning> {
    let part = found.value(Slot::Part).and_then(Part::of)?;
    set(format!("XXXX-XX-XXT{}", part.code()))
}

fn each_weekday(found: &Found<'_>) -> Option<Meaning> {
    set(format!("XXXX-WXX-{}", found.get(Slot::Weekday)?))
}

fn adverb(found: &Found<'_>) -> Option<Meaning> {
    let unit = match found.stream.word(found.tokens.start) {
        "hourly" => Unit::Hour,
        "daily" | "nightly" => Unit::Day,
        "weekly" => Unit::Week,
        "monthly" => Unit::Month,
        "quarterly" => Unit::Quarter,
        _ => Unit::Year,
    };
    recurring(1000, unit)
}
