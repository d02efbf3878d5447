//! The lunar calendar and holidays.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::holiday::Holiday;
use crate::detect::date::point::{Meaning, Num, Point};
use crate::detect::date::slot::{Found, Slot, fields, point};

/// Ends a pattern with a year in all its spellings, or none.
macro_rules! of_year {
    ($pattern:literal) => {
        concat!($pattern, "[ năm <y>| <y>| năm <year-now>| [năm] <stem> <branch>[ <y>]]")
    };
}

/// Lunar days and years, holidays.
pub(super) const RULES: &[Rule] = &[
    rule("full moon", of_year!("[ngày] rằm tháng (<mn>|<mname>) [(âm lịch|al|âl)]"), full_moon),
    rule("lunar month", of_year!("[<early>] tháng (<mn>|<mname>) (âm lịch|al|âl)"), lunar),
    rule("full moon", "[ngày] rằm [tháng <month-now>]", full_moon),
    rule("lunar day", of_year!("[ngày] <d>(/|-)<m> [nhuận] (âm lịch|al|âl)"), lunar),
    rule("lunar day", "[ngày] <d>(/|-)<m> âm", by_moon),
    rule("lunar day", "[ngày] [(mùng|mồng)] <dn> tháng <mn> âm", by_moon),
    rule("lunar day of some month", "(ngày|mùng|mồng|ngày mùng) <dn> (âm lịch|al|âl)", lunar),
    rule("lunar days", of_year!("[ngày] [(mùng|mồng)] <d2>-<d> tháng (giêng|chạp)"), lunar_days),
    rule(
        "lunar days",
        of_year!("[ngày] [(mùng|mồng)] <d2>-<d> tháng <mn> (âm lịch|al|âl)"),
        lunar_days,
    ),
    rule("lunar day", of_year!("[ngày] <d>/<m> nhuận"), lunar),
    rule(
        "lunar day",
        of_year!("[ngày] [(mùng|mồng)] <dn> tháng (<mn>|<mname>) [nhuận] (âm lịch|al|âl)"),
        lunar,
    ),
    rule("lunar day", of_year!("[ngày] [(mùng|mồng)] <dn> tháng <mn> nhuận"), lunar),
    rule("lunar day", of_year!("[ngày] [(mùng|mồng)] <dn> tháng (giêng|chạp)"), first_or_last),
    rule("day of Tết", of_year!("[ngày] (mùng|mồng) <d10> tết"), day_of_tet),
    rule("day of Tết", of_year!("[ngày] (mùng|mồng) <d10> tết nguyên đán"), day_of_tet),
    rule("day before Tết", of_year!("[ngày] <d-tet> tết"), holiday),
    rule("holiday", of_year!("[ngày] <holiday>"), holiday),
    rule("holiday", of_year!("giao thừa tết"), holiday_eve),
    rule("year of the cycle", "năm <stem> <branch> [<y>]", point),
];

/// Whether the words say that the month is the leap one.
fn is_leap(found: &Found<'_>) -> bool {
    found.tokens.clone().any(|it| found.stream.word(it) == "nhuận")
}

fn lunar(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { lunar: true, leap: is_leap(found), ..fields(found)? }))
}

/// `23 tháng 12 âm`, unless the word goes on: `âm thầm`, `âm 5 độ`.
fn by_moon(found: &Found<'_>) -> Option<Meaning> {
    let end = found.tokens.end;
    let goes_on = found.stream.is_letters(end) || found.stream.is_digits(end);
    (!(goes_on && found.stream.follows(end))).then(|| lunar(found))?
}

/// `12-13 tháng Giêng`: from day to day of a lunar month.
fn lunar_days(found: &Found<'_>) -> Option<Meaning> {
    let Some(Meaning::Point(end)) =
        (if found.get(Slot::Month).is_some() { lunar(found) } else { first_or_last(found) })
    else {
        return None;
    };
    let day = Num::Is(found.get(Slot::Day2)?);
    let ordered = day.known() < end.day.known() && found.after() != "dương";
    ordered.then_some(Meaning::Range(Point { day, ..end }, end))
}

/// The first and the last month have names of their own in the lunar calendar.
fn first_or_last(found: &Found<'_>) -> Option<Meaning> {
    let first = found.tokens.clone().any(|it| found.stream.word(it) == "giêng");
    let month = Num::Is(if first { 1 } else { 12 });
    Some(Meaning::Point(Point { lunar: true, month, ..fields(found)? }))
}

fn full_moon(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { lunar: true, day: Num::Is(15), ..fields(found)? }))
}

fn day_of_tet(found: &Found<'_>) -> Option<Meaning> {
    let holiday = Some(Holiday::Tet(found.get(Slot::Day)? - 1));
    Some(Meaning::Point(Point { holiday, day: Num::Open, ..fields(found)? }))
}

fn holiday(found: &Found<'_>) -> Option<Meaning> {
    let holiday = found.value(Slot::Holiday).and_then(Holiday::of)?;
    Some(Meaning::Point(Point { holiday: Some(holiday), ..fields(found)? }))
}

fn holiday_eve(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { holiday: Some(Holiday::Tet(-1)), ..fields(found)? }))
}

#[cfg(test)]
mod tests {
    use crate::detect::article::Language::Vi;
    use crate::detect::date::check::values;

    #[test]
    fn lunar_days_fall_on_solar_ones() {
        let cases = [
            ("mùng 1 Tết", "2022-02-01"),
            ("rằm tháng Giêng năm 2020", "2020-02-08"),
            ("ngày 10/3 âm lịch", "2022-04-10"),
            ("mùng 5 tháng 4 nhuận năm 2020", "2020-05-27"),
            ("năm Giáp Thìn", "2024"),
            ("Giỗ Tổ Hùng Vương 2007", "2007-04-26"),
            ("mùng 8/3", "2022-03-08"),
            ("Quốc khánh 2-9", "2022-09-02"),
        ];
        values(Vi, &cases);
    }
}
