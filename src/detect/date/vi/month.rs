//! Weeks, months, quarters and halves of a year.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::point::{Meaning, Num, Point};
use crate::detect::date::slot::{Found, Slot, fields, not, point};
use crate::detect::date::unit::{Unit, lasting};

/// From the week to the half-year.
pub(super) const RULES: &[Rule] = &[
    rule("month/year", "[<early>] tháng <m>(/|-|.)<y>", point),
    rule("month/year", "[<early>] tháng <m> (/|-) <y>", point),
    rule("month year", "[<early>] tháng (<mn>|<mname>) [,] năm <y>", point),
    rule("month", "[<early>] tháng (<m>|<mname>|<mn>)", month),
    rule("month/year alone", "<m>/<y>", bare).sure(0.8),
    rule("month from now", "[<early>] tháng <month-now>", point),
    rule("quarter", "[<early>] quý <q>(/|-)<y>", point),
    rule("quarter", "[<early>] quý <q> [năm] <y>", point),
    rule("quarter", "[<early>] quý <q>", point).sure(0.9),
    rule("quarter from now", "[<early>] quý <quarter-now>", point),
    rule("first or last months", "<n> tháng (đầu|cuối) năm [<y>|<year-now>]", months),
    rule("half of a year", "nửa (đầu|cuối|sau) năm [<y>|<year-now>]", half),
    rule("week from now", "[<early>] tuần <week-now>", point),
    rule("week of the month", "tuần thứ <nth> (của|trong|) tháng (<m>|<mn>)", point).sure(0.8),
    rule("week's end", "[(dịp|những ngày|ngày|hai ngày)] cuối tuần [<week-now>|qua|này]", weekend),
    rule("the ends of now", "(đầu|cuối|giữa) (năm|tháng|tuần)", ends).sure(0.7),
    rule("age in months", "<n> tháng tuổi", not),
];

fn month(found: &Found<'_>) -> Option<Meaning> {
    // `tháng một lần`: once a month.
    let stops = ["lần", "tuổi", "lương", "triệu"];
    (!stops.contains(&found.after())).then(|| point(found))?
}

/// `12/2003`, unless it is part of a number or a ratio.
fn bare(found: &Found<'_>) -> Option<Meaning> {
    let year = found.get(Slot::Year)?;
    let number = ["số", "nghị định", "luật", "thông tư"];
    let fits = (1900..2100).contains(&year) && !number.contains(&found.before(1));
    fits.then(|| point(found))?
}

/// `6 tháng đầu năm` is a half-year, `9 tháng đầu năm` only nine months.
fn months(found: &Found<'_>) -> Option<Meaning> {
    let amount = found.amount(Slot::Amount)?;
    let first = (found.tokens.clone()).any(|it| found.stream.word(it) == "đầu");
    let mut res = fields(found)?;
    match amount {
        6000 => res.half = Num::Is(if first { 1 } else { 2 }),
        3000 => res.quarter = Num::Is(if first { 1 } else { 4 }),
        _ => return lasting(&[(amount, Unit::Month)]),
    }
    Some(Meaning::Point(res))
}

fn half(found: &Found<'_>) -> Option<Meaning> {
    let first = found.stream.word(found.tokens.start + 1) == "đầu";
    let half = Num::Is(if first { 1 } else { 2 });
    Some(Meaning::Point(Point { half, ..fields(found)? }))
}

fn weekend(found: &Found<'_>) -> Option<Meaning> {
    let direction = match found.stream.word(found.tokens.end - 1) {
        "qua" => -1,
        _ => 0,
    };
    Some(Meaning::Point(Point { weekend: true, direction, ..fields(found)? }))
}

/// `cuối năm`: of the year in which the article was written.
fn ends(found: &Found<'_>) -> Option<Meaning> {
    let mut res = Point::default();
    match found.stream.word(found.tokens.start + 1) {
        "năm" => res.year = Num::Now(0),
        "tháng" => res.month = Num::Now(0),
        _ => res.week = Num::Now(0),
    }
    Some(Meaning::Point(res))
}
