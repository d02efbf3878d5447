//! How long something takes.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::point::Meaning;
use crate::detect::date::slot::{Found, Slot, not};
use crate::detect::date::unit::{Unit, lasting};

/// Durations.
pub(super) const RULES: &[Rule] = &[
    rule("an age", "<n> (tuổi|tháng tuổi)", not),
    rule("duration", "<n> <unit>", plain),
    rule("duration", "<n> <unit> <n2> <unit2>", plain),
    rule("duration and a half", "<n> <unit> rưỡi", and_a_half),
    rule("half a unit", "nửa <unit>", half),
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

fn and_a_half(found: &Found<'_>) -> Option<Meaning> {
    let unit = unit(found, Slot::Unit)?;
    lasting(&[(found.amount(Slot::Amount)?, unit), unit.half()])
}

fn half(found: &Found<'_>) -> Option<Meaning> {
    lasting(&[unit(found, Slot::Unit)?.half()])
}
