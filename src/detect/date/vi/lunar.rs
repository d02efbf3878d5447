//! The lunar calendar and holidays.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::holiday::Holiday;
use crate::detect::date::lunar::cycle_year;
use crate::detect::date::point::{Meaning, Num, Point};
use crate::detect::date::slot::{Found, Slot, fields};

/// Lunar days and years, holidays.
pub(super) const RULES: &[Rule] = &[
    rule("full moon", "[ngày] rằm [tháng (<mn>|<mname>)]", full_moon),
    rule("lunar day", "[ngày] <d>/<m> (âm lịch|al|âl)", lunar),
    rule("lunar day", "[ngày] [(mùng|mồng)] <dn> tháng (<mn>|<mname>) [năm <y>] âm lịch", lunar),
    rule("holiday", "[ngày] <holiday> [năm] [<y>|<year-now>]", holiday),
    rule("year of the cycle", "năm <stem> <branch> [<y>]", cycle),
];

fn lunar(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { lunar: true, ..fields(found)? }))
}

fn full_moon(found: &Found<'_>) -> Option<Meaning> {
    let fields = fields(found)?;
    Some(Meaning::Point(Point { lunar: true, day: Num::Is(15), ..fields }))
}

fn holiday(found: &Found<'_>) -> Option<Meaning> {
    let holiday = found.value(Slot::Holiday).and_then(Holiday::of)?;
    Some(Meaning::Point(Point { holiday: Some(holiday), ..fields(found)? }))
}

fn cycle(found: &Found<'_>) -> Option<Meaning> {
    let (stem, branch) = (found.get(Slot::Cycle)?, found.get(Slot::Nth)?);
    // Stems and branches turn together, so only every second pair exists.
    let place = (0..60).find(|it| it % 10 == stem && it % 12 == branch)?;
    let year = found.get(Slot::Year).unwrap_or_else(|| cycle_year(place, 2020));
    Some(Meaning::Point(Point { year: Num::Is(year), ..Point::default() }))
}
