//! How long something takes.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::numeral::UNKNOWN;
use crate::detect::date::numeric::first_or_last;
use crate::detect::date::point::{Meaning, Num, Point};
use crate::detect::date::slot::{Found, Slot, fields};
use crate::detect::date::unit::{Unit, lasting};

/// Durations.
pub(super) const RULES: &[Rule] = &[
    rule(
        "first half of a year",
        "[the] (first|last|final) <n> months of (<y>|<year-now> year|the year)",
        months,
    ),
    rule("duration", "<n> <unit>", plain),
    rule("duration", "<n>-<one-unit>", plain),
    rule("duration", "<n><unit>", plain),
    rule("duration", "<n> <unit>[,] [and] <n2> <unit2>", plain),
    rule("duration of one", "(a|an) [full|whole] <one-unit>", one).sure(0.8),
    rule("duration", "<n>-<unit>", plain),
    rule("duration of three units", "<n> <unit>[,] <n> <unit>[,] [and] <n> <unit>", three),
    rule("duration of one", "(all|full|whole)[-]<one-unit>", one),
    rule("duration of one", "[the] (all|full|whole|entire) <one-unit>", one),
    rule("duration of one", "another <one-unit>", one).sure(0.7),
    rule("as long as a unit", "<one-unit>-long", one_long),
    rule(
        "as long as a unit",
        "(yearlong|monthlong|weeklong|daylong|hourlong|nightlong|decadelong)",
        long,
    ),
    rule("short hours", "<n>h", hours).sure(0.7),
    rule("half a unit", "half (a|an) <one-unit>", half),
    rule("duration and a half", "(a|an|one) <one-unit> and half", and_a_half),
    rule("half a unit", "[a] half[-]<one-unit>", half),
    rule("half a unit", "[a] half <one-unit>", half),
    rule("duration and a half", "<n> and a half <unit>", and_a_half),
    rule("duration and a half", "(a|an|one) <one-unit> and a half", and_a_half),
    rule("duration", "(years|decades|months|weeks|days|hours|minutes|centuries)", some).sure(0.6),
];

fn unit(found: &Found<'_>, slot: Slot) -> Option<Unit> {
    found.value(slot).and_then(Unit::of)
}

fn plain(found: &Found<'_>) -> Option<Meaning> {
    let first = (found.amount(Slot::Amount)?, unit(found, Slot::Unit)?);
    let arc = found.after() == "of" && found.stream.word(found.tokens.end + 1) == "arc";
    let angle = found.before(1) == "degrees" || arc;
    // `Three-quarters of the herd`, `twenty second`.
    let fraction = first.1 == Unit::Quarter && found.stream.word(found.tokens.start + 1) == "-";
    let ordinal = first.1 == Unit::Second && found.stream.word(found.tokens.end - 1) == "second";
    // `the 1988 quarter`.
    let year = found.get(Slot::Amount).is_some_and(|it| it >= 1_000_000)
        && found.stream.word(found.tokens.end - 1) == "quarter";
    if angle || fraction || year || (ordinal && !found.stream.is_digits(found.tokens.start)) {
        return None;
    }
    match (found.amount(Slot::Amount2), unit(found, Slot::Unit2)) {
        (Some(amount), Some(second)) if first.1 < second => lasting(&[first, (amount, second)]),
        (Some(_), Some(_)) => None,
        _ => lasting(&[first]),
    }
}

/// `a second suspect` and `a quarter of the crop` are no times; `a minute crack` is small.
fn one(found: &Found<'_>) -> Option<Meaning> {
    let unit = unit(found, Slot::Unit)?;
    let hyphen = found.stream.touches(found.tokens.end) && found.after() == "-";
    let ends = !found.stream.is_letters(found.tokens.end)
        || [
            "before", "after", "later", "to", "for", "and", "or", "from", "at", "with", "until",
            "away", "longer", "in", "on",
        ]
        .contains(&found.after());
    let fits = match unit {
        Unit::Second => ["for", "in", "within"].contains(&found.before(1)) && ends,
        Unit::Minute => ends,
        Unit::Quarter => false,
        _ => true,
    };
    (fits && !hyphen).then(|| lasting(&[(1000, unit)]))?
}

fn one_long(found: &Found<'_>) -> Option<Meaning> {
    lasting(&[(1000, unit(found, Slot::Unit)?)])
}

/// `yearlong`.
fn long(found: &Found<'_>) -> Option<Meaning> {
    let unit = match found.stream.word(found.tokens.start) {
        "yearlong" => Unit::Year,
        "monthlong" => Unit::Month,
        "weeklong" => Unit::Week,
        "hourlong" => Unit::Hour,
        "decadelong" => Unit::Decade,
        _ => Unit::Day,
    };
    lasting(&[(1000, unit)])
}

fn half(found: &Found<'_>) -> Option<Meaning> {
    let unit = unit(found, Slot::Unit)?;
    (unit != Unit::Quarter).then(|| lasting(&[unit.half()]))?
}

fn and_a_half(found: &Found<'_>) -> Option<Meaning> {
    let unit = unit(found, Slot::Unit)?;
    lasting(&[(found.amount(Slot::Amount).unwrap_or(1000), unit), unit.half()])
}

/// `1 year 1 month 21 days`.
fn three(found: &Found<'_>) -> Option<Meaning> {
    let of = |slot: Slot| found.slots.iter().filter(move |it| it.slot == slot).map(|it| it.value);
    let parts: Option<Vec<(i64, Unit)>> =
        of(Slot::Amount).zip(of(Slot::Unit)).map(|it| Some((it.0, Unit::of(it.1)?))).collect();
    let parts = parts?;
    parts.is_sorted_by(|a, b| a.1 < b.1).then(|| lasting(&parts))?
}

/// `3h`, how long something takes.
fn hours(found: &Found<'_>) -> Option<Meaning> {
    let leads = ["for", "in", "within", "of", "lasts", "takes", "took"];
    leads
        .contains(&found.before(1))
        .then(|| lasting(&[(found.amount(Slot::Amount)?, Unit::Hour)]))?
}

/// Six months are a half-year, three a quarter, nine from month to month.
fn months(found: &Found<'_>) -> Option<Meaning> {
    let amount = found.amount(Slot::Amount)?;
    let first = found.tokens.clone().take(2).any(|it| found.stream.word(it) == "first");
    let mut res = fields(found)?;
    if res.year.is_open() {
        res.year = Num::Now(0);
    }
    match amount {
        6000 => res.half = Num::Is(if first { 1 } else { 2 }),
        3000 => res.quarter = Num::Is(if first { 1 } else { 4 }),
        _ => return first_or_last(&res, amount, first),
    }
    Some(Meaning::Point(Point { day: Num::Open, ..res }))
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
    let leads = [
        "for", "in", "within", "of", "over", "after", "takes", "took", "take", "last", "lasted",
        "spent", "is", "are", "be",
    ];
    let tails = ["away", "later", "of"];
    let link = ["is", "are", "be"].contains(&found.before(1)) && !tails.contains(&found.after());
    (leads.contains(&found.before(1)) && !link).then(|| lasting(&[(UNKNOWN, unit)]))?
}
