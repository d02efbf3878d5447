//! How long something takes.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::numeral::UNKNOWN;
use crate::detect::date::point::Meaning;
use crate::detect::date::slot::{Found, Slot};
use crate::detect::date::unit::{Unit, lasting};

/// Durations.
pub(super) const RULES: &[Rule] = &[
    rule("duration", "<n> <unit>", plain),
    rule("duration", "<n>-<one-unit>", plain),
    rule("duration", "<n> <unit> [and] <n2> <unit2>", plain),
    rule("duration of one", "(a|an) <one-unit>", one).sure(0.8),
    rule("half a unit", "half (a|an) <one-unit>", half),
    rule("half a unit", "(a half|half)[-]<one-unit>", half),
    rule("duration and a half", "<n> and a half <unit>", and_a_half),
    rule("duration and a half", "(a|an|one) <one-unit> and a half", one_and_a_half),
    rule("duration", "(years|decades|months|weeks|days|hours|minutes|centuries)", some).sure(0.6),
];

fn unit(found: &Found<'_>, slot: Slot) -> Option<Unit> {
    found.value(slot).and_then(Unit::of)
}

fn plain(found: &Found<'_>) -> Option<Meaning> {
    let first = (found.amount(Slot::Amount)?, unit(found, Slot::Unit)?);
    match (found.amount(Slot::Amount2), unit(found, Slot::Unit2)) {
        (Some(amount), Some(second)) if first.1 < second => lasting(&[first, (amount, second)]),
        (Some(_), Some(_)) => None,
        _ => lasting(&[first]),
    }
}

fn one(found: &Found<'_>) -> Option<Meaning> {
    lasting(&[(1000, unit(found, Slot::Unit)?)])
}

fn half(found: &Found<'_>) -> Option<Meaning> {
    lasting(&[unit(found, Slot::Unit)?.half()])
}

fn and_a_half(found: &Found<'_>) -> Option<Meaning> {
    lasting(&[(found.amount(Slot::Amount)?.checked_add(500)?, unit(found, Slot::Unit)?)])
}

fn one_and_a_half(found: &Found<'_>) -> Option<Meaning> {
    lasting(&[(1500, unit(found, Slot::Unit)?)])
}

/// `for years`.
fn some(found: &Found<'_>) -> Option<Meaning> {
    let unit = match found.stream.word(found.tokens.start) {
        "years" => Unit::Year,
        "decades" => Unit::Decade,
        "months" => Unit::Month,
        "weeks" => Unit::Week,
        "days" => Unit::Day,
        "hours" => Unit::Hour,
        "minutes" => Unit::Minute,
        _ => Unit::Century,
    };
    let leads = ["for", "in", "within", "of", "over", "after", "takes", "took"];
    leads.contains(&found.before(1)).then(|| lasting(&[(UNKNOWN, unit)]))?
}
