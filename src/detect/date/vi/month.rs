//! Weeks, months, quarters and halves of a year.

use crate::detect::date::context::tells_hours;
use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::numeric::{first_or_last, month_range};
use crate::detect::date::point::{Meaning, Num, Point};
use crate::detect::date::slot::{Found, Slot, fields, not, point, several};
use crate::detect::date::vi::day::directed;
use crate::detect::date::vi::relative::is_before_a_thing;
use crate::detect::date::vi::year::is_year;

/// From the week to the half-year.
pub(super) const RULES: &[Rule] = &[
    rule("month/year", "[<early>] tháng <m>(/|-|.)<y>", point),
    rule("month/year", "[<early>] tháng <m> (/|-) <y>", point),
    rule("month year", "[<early>] tháng (<mn>|<mname>) [,] năm <y>", point),
    rule("month", "[<early>] tháng (<m>|<mname>|<mn>)", month),
    rule("month/year alone", "<m>/<y>", bare).sure(0.8),
    rule("month alone", "t<m>/<y>", point),
    rule("month year", "[<early>] tháng <m>, <y>", point),
    rule("this month", "[<early>] tháng (<m>|<mname>) này", this_year),
    rule(
        "week of the month",
        "tuần (cuối|cuối cùng) [(của|trong)] tháng (<m>|<mn>)[ năm <y>|/<y>]",
        last_week,
    ),
    rule("month with direction", "[<early>] tháng (<m>|<mname>|<mn>) <direction>", point),
    rule("month of a year from now", "[<early>] tháng (<m>|<mname>|<mn>) năm <year-now>", point),
    rule("month from now", "[<early>] tháng <month-now>", month_now),
    rule("months", "tháng <m2>-<m>[(/|-)<y>]", month_range),
    rule("months", "tháng <m2>-<m> năm <y>", month_range),
    rule("several months", "[(từ|các)] tháng <m>, <m> (và|,) [tháng] <m>[(/|-)<y>]", months_of),
    rule(
        "several months",
        "[(từ|các)] tháng <m> (và|đến|tới|,|hoặc) [tháng] <m>[(/|-)<y>]",
        months_of,
    ),
    rule(
        "several months",
        "[(từ|các)] tháng <m> (và|đến|tới|,|hoặc) [tháng] <m> năm <y>",
        months_of,
    ),
    rule("quarter", "[<early>] quý <q>(/|-)<y>", point),
    rule("quarter", "[<early>] quý <q> [năm] <y>", point),
    rule("quarter", "[<early>] quý <q>", quarter).sure(0.9),
    rule("quarter", "[<early>] quý <q> năm <year-now>", point),
    rule("quarter", "quý (đầu|cuối) [của] năm [<y>|<year-now>]", quarter_end),
    rule("quarter", "q<qd>[(/|-)<y>]", point),
    rule("several quarters", "[(từ|các)] quý <q> (và|đến|,) [quý] <q>[(/|-)<y>]", quarters),
    rule("several quarters", "[(từ|các)] quý <q> (và|đến|,) [quý] <q> năm <y>", quarters),
    rule("several quarters", "[(từ|các)] quý <q>, <q> (và|,) <q>[/<y>]", quarters),
    rule("quarter from now", "[<early>] quý <quarter-now>", point),
    rule("quarter with direction", "[<early>] quý <q> <direction>", directed),
    rule("first or last months", "<n> (tháng|quý) (đầu|cuối) năm [<y>|<year-now>]", months),
    rule("first or last months", "<n> (tháng|quý) (đầu|cuối) <y>", months),
    rule("months of a year", "<n> tháng [năm] <y>", months_of_year),
    rule("months of a year", "<n> tháng/<y>", months_of_year),
    rule("half of a year", "nửa (đầu|cuối|sau) năm [<y>|<year-now>]", half),
    rule("half of a year", "nửa (đầu|cuối|sau) <y>", half),
    rule("week's end", "[(dịp|những ngày|ngày|hai ngày)] cuối tuần [<week-now>|qua]", weekend),
    rule("week from now", "[<early>] tuần [lễ] <week-now>", week_now),
    rule("week of the month", "tuần thứ <nth> [(của|trong)] tháng (<m>|<mn>)", point).sure(0.8),
    rule("week of the month", "tuần thứ <nth> [(của|trong)] tháng <m>/<y>", point).sure(0.8),
    rule("week of the month", "tuần thứ <nth> [(của|trong)] tháng (<m>|<mn>) năm <y>", point)
        .sure(0.8),
    rule(
        "first week of the month",
        "tuần đầu [tiên] [(của|trong)] tháng (<m>|<mn>)[ năm <y>|/<y>]",
        first_week,
    )
    .sure(0.8),
    rule("week of the year", "tuần [thứ] <week> [của] năm (<y>|<year-now>)", point),
    rule("week of the year", "tuần <week>/<y>", point),
    rule("the ends of now", "(đầu|cuối|giữa) (năm|tháng|tuần|quý)", ends).sure(0.7),
    rule("age in months", "<n> tháng tuổi", not),
];

fn months_of(found: &Found<'_>) -> Option<Meaning> {
    several(found, Slot::Month, &["từ", "các"])
}

fn quarters(found: &Found<'_>) -> Option<Meaning> {
    several(found, Slot::Quarter, &["từ", "các"])
}

fn this_year(found: &Found<'_>) -> Option<Meaning> {
    let day = Num::Open;
    Some(Meaning::Point(Point { year: Num::Now(0), day, ..fields(found)? }))
}

fn last_week(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { nth: -1, ..fields(found)? }))
}

fn quarter_end(found: &Found<'_>) -> Option<Meaning> {
    let first = found.stream.word(found.tokens.start + 1) == "đầu";
    let quarter = Num::Is(if first { 1 } else { 4 });
    Some(Meaning::Point(Point { quarter, ..fields(found)? }))
}

fn first_week(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { nth: 1, ..fields(found)? }))
}

/// `tháng này`, but not the end of `10 tháng nay`.
fn month_now(found: &Found<'_>) -> Option<Meaning> {
    (!found.is_counted()).then(|| point(found))?
}

/// `mỗi quý một lần`, `ba tháng một`: not the first one.
fn is_each(found: &Found<'_>) -> bool {
    let one = found.stream.word(found.tokens.end - 1) == "một";
    one && (found.is_counted()
        || matches!(found.before(1), "mỗi" | "từng" | "hằng" | "hàng" | "cứ"))
}

fn quarter(found: &Found<'_>) -> Option<Meaning> {
    (!is_each(found)).then(|| point(found))?
}

fn month(found: &Found<'_>) -> Option<Meaning> {
    if is_each(found) {
        return None;
    }
    // `tháng một lần`: once a month.
    let stops = ["lần", "tuổi", "lương", "triệu"];
    let names = |it: usize| matches!(found.stream.word(it), "giêng" | "chạp");
    let lunar = names(found.tokens.end - 1) && found.after() != "dương";
    (!stops.contains(&found.after()))
        .then(|| Some(Meaning::Point(Point { lunar, ..fields(found)? })))?
}

/// `12/2003`, unless it is part of a number or a ratio.
fn bare(found: &Found<'_>) -> Option<Meaning> {
    let year = found.get(Slot::Year)?;
    let number = ["số", "nghị định", "luật", "thông tư", "đợt", "lần"];
    let ratio = (1..=3).any(|by| found.before(by) == "lệ");
    let fits = (1900..2100).contains(&year) && !ratio && !number.contains(&found.before(1));
    fits.then(|| point(found))?
}

/// `6 tháng đầu năm` is a half-year, `9 tháng đầu năm` from month to month.
fn months(found: &Found<'_>) -> Option<Meaning> {
    let says = |word: &str| found.tokens.clone().any(|it| found.stream.word(it) == word);
    let amount = found.amount(Slot::Amount)?.checked_mul(if says("quý") { 3 } else { 1 })?;
    let first = !says("cuối");
    let mut res = fields(found)?;
    if !(says("năm") || is_year(found)) {
        return None;
    }
    match amount {
        6000 => res.half = Num::Is(if first { 1 } else { 2 }),
        3000 => res.quarter = Num::Is(if first { 1 } else { 4 }),
        _ => return first_or_last(&res, amount, first),
    }
    Some(Meaning::Point(res))
}

/// `11 tháng năm 2018`, `9 tháng 2024`: its first ones.
fn months_of_year(found: &Found<'_>) -> Option<Meaning> {
    let named = matches!(found.before(1), "ngày" | "hôm" | "mùng" | "mồng");
    (!named).then(|| months(found))?
}

/// `tuần trước`, but not the end of `hai tuần trước Tết`; the number of `thứ Hai` counts none.
fn week_now(found: &Found<'_>) -> Option<Meaning> {
    let counted = found.is_counted() && found.before(2) != "thứ" && is_before_a_thing(found);
    (!counted).then(|| point(found))?
}

fn half(found: &Found<'_>) -> Option<Meaning> {
    let year = found.stream.word(found.tokens.start + 2) == "năm" || is_year(found);
    year.then_some(())?;
    let first = found.stream.word(found.tokens.start + 1) == "đầu";
    let half = Num::Is(if first { 1 } else { 2 });
    Some(Meaning::Point(Point { half, ..fields(found)? }))
}

fn weekend(found: &Found<'_>) -> Option<Meaning> {
    let direction = match found.stream.word(found.tokens.end - 1) {
        "qua" => -1,
        _ => 0,
    };
    // `mở từ 6h đến 22h, cuối tuần đến 23h`.
    let set = matches!(found.after(), "từ" | "đến" | "tới")
        && found.stream.is_digits(found.tokens.end + 1)
        && tells_hours(found.stream, found.tokens.start);
    Some(Meaning::Point(Point { weekend: true, direction, set, ..fields(found)? }))
}

/// `cuối năm`: of the year in which the article was written.
fn ends(found: &Found<'_>) -> Option<Meaning> {
    // `đầu năm học` is in autumn.
    if found.after() == "học" {
        return None;
    }
    let mut res = Point::default();
    match found.stream.word(found.tokens.start + 1) {
        "năm" => res.year = Num::Now(0),
        "tháng" => res.month = Num::Now(0),
        "quý" => res.quarter = Num::Now(0),
        _ => res.week = Num::Now(0),
    }
    Some(Meaning::Point(res))
}
