//! Times that recur.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::point::{Meaning, Part};
use crate::detect::date::slot::{Found, Slot};
use crate::detect::date::unit::{Unit, recurring, set};

/// Sets.
pub(super) const RULES: &[Rule] = &[
    rule("each unit", "(mỗi|từng|hằng|hàng) <unit>", each),
    rule("each so many units", "mỗi <n> <unit>", each),
    rule("each part of the day", "(mỗi|hằng|hàng) (sáng|buổi sáng|trưa|chiều|tối|đêm)", each_part),
    rule("each weekday", "(mỗi|các|những) [ngày] <wd>", each_weekday),
    rule("each weekday", "[ngày] <wd> (hằng|hàng|mỗi) tuần", each_weekday),
    rule("once in so long", "<n> <unit> (một|1) lần", each),
    rule("each month's day", "[ngày] <d> (hằng|hàng|mỗi) tháng", each_day),
    rule("each year's month", "tháng <mn> (hằng|hàng|mỗi) năm", each_month),
];

fn each(found: &Found<'_>) -> Option<Meaning> {
    let unit = found.value(Slot::Unit).and_then(Unit::of)?;
    recurring(found.amount(Slot::Amount).unwrap_or(1000), unit)
}

fn each_part(found: &Found<'_>) -> Option<Meaning> {
    let part = match found.stream.word(found.tokens.end - 1) {
        "sáng" => Part::Morning,
        "trưa" => Part::Noon,
        "chiều" => Part::Afternoon,
        "tối" => Part::Evening,
        _ => Part::Night,
    };
    set(format!("XXXX-XX-XXT{}", part.code()))
}

fn each_weekday(found: &Found<'_>) -> Option<Meaning> {
    set(format!("XXXX-WXX-{}", found.get(Slot::Weekday)?))
}

fn each_day(found: &Found<'_>) -> Option<Meaning> {
    set(format!("XXXX-XX-{:02}", found.get(Slot::Day)?))
}

fn each_month(found: &Found<'_>) -> Option<Meaning> {
    set(format!("XXXX-{:02}", found.get(Slot::Month)?))
}
