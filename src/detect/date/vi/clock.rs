//! Parts of the day and clock times.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::point::{Meaning, Num, Part, Point};
use crate::detect::date::slot::{Found, Slot, fields, point};
use crate::detect::date::unit::{Unit, lasting};

/// Times of day.
pub(super) const RULES: &[Rule] = &[
    rule("part of the day", "<part>", bare_part).sure(0.6),
    rule("part of some day", "[một] (buổi|ban) (<part>|ngày)", some_part),
    rule("clock", "[(lúc|vào lúc)] <h>(h|g|:)<mi>[('|p)]", point),
    rule("clock", "[(lúc|vào lúc)] <h> (h|g|giờ) <mi> [(phút|')]", point),
    rule("clock", "[lúc] <hn> giờ <min> phút", point),
    rule("clock", "[lúc] <h>:<mi>:<s>", point),
    rule("full hour", "[lúc] (<hn> giờ|<h>h|<h> g|<h>g) <part>", point),
    rule("full hour", "lúc (<hn> giờ|<h>h|<h> g|<h>g) [đúng]", point),
    rule("half past", "[lúc] <hn> giờ rưỡi", half_past),
    rule("to the hour", "[lúc] <hn> giờ kém <min> [phút]", to_the_hour),
    rule("full hour", "(<h>h|<h> g|<h>g)", hour).sure(0.85),
    rule("full hour", "<hn> giờ", hour).sure(0.7),
];

fn bare_part(found: &Found<'_>) -> Option<Meaning> {
    point(found)
}

fn some_part(found: &Found<'_>) -> Option<Meaning> {
    let part = found.value(Slot::Part).and_then(Part::of).or(Some(Part::Daytime));
    Some(Meaning::Point(Point { day: Num::Any, part, ..fields(found)? }))
}

fn half_past(found: &Found<'_>) -> Option<Meaning> {
    let mut res = fields(found)?;
    res.clock.as_mut()?.minute = 30;
    Some(Meaning::Point(res))
}

fn to_the_hour(found: &Found<'_>) -> Option<Meaning> {
    let mut res = fields(found)?;
    let clock = res.clock.as_mut()?;
    clock.hour = (clock.hour + 23) % 24;
    clock.minute = (60 - found.get(Slot::Minute)?) % 60;
    Some(Meaning::Point(res))
}

/// Words before or after a full hour that make it a time and not a duration.
const LEADS: &[&str] = &[
    "từ", "đến", "tới", "hồi", "vào", "khoảng", "trước", "sau", "(", "-", ",", "đúng", "hơn", "gần",
];
const TAILS: &[&str] = &["ngày", "hôm", "cùng", "thứ", "ngày", "chủ", "mỗi", "hằng", "hàng"];

/// `9h`, `8 giờ`: a time where something says so, else how long something takes.
fn hour(found: &Found<'_>) -> Option<Meaning> {
    let time = LEADS.contains(&found.before(1))
        || TAILS.contains(&found.after())
        || found.stream.is_digits(found.tokens.end) && found.stream.follows(found.tokens.end)
        || found.stream.word(found.tokens.end - 1) != "giờ";
    if time {
        return point(found);
    }
    lasting(&[(i64::from(found.get(Slot::Hour)?) * 1000, Unit::Hour)])
}
