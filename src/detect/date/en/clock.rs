//! Parts of the day and clock times.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::point::{Clock, Meaning, Num, Part, Point};
use crate::detect::date::slot::{Found, Slot, fields, point};

/// Times of day.
pub(super) const RULES: &[Rule] = &[
    rule("clock", "<h>[:<mi>] <meridiem> [<zone>]", point),
    rule("clock", "<h>.<mi> <meridiem> [<zone>]", point),
    rule("clock", "<h>:<mi> [<zone>]", point).sure(0.9),
    rule("clock", "<h>:<mi>:<s>", point),
    rule("o'clock", "<hn> o'clock", point),
    rule("half past", "half past <hn>", half_past),
    rule("past the hour", "<min> [minutes] past <hn>", past_hour),
    rule("to the hour", "<min> [minutes] to <hn>", to_hour).sure(0.7),
    rule("noon", "(noon|midday)", noon),
    rule("midnight", "midnight", midnight),
    rule("part of the day", "<part>", point).sure(0.5),
    rule("part of today", "this <part>", today),
    rule("tonight", "tonight", tonight),
    rule("last night", "last night", last_night),
    rule("part of the day", "(the|a) <part>", the_part).sure(0.5),
];

fn at(hour: i32, minute: i32) -> Option<Meaning> {
    let clock = Clock { hour, minute, second: None, zone: None, exact: true };
    Some(Meaning::Point(Point { clock: Some(clock), ..Point::default() }))
}

fn half_past(found: &Found<'_>) -> Option<Meaning> {
    let mut res = fields(found)?;
    res.clock.as_mut()?.minute = 30;
    Some(Meaning::Point(res))
}

fn past_hour(found: &Found<'_>) -> Option<Meaning> {
    point(found)
}

fn to_hour(found: &Found<'_>) -> Option<Meaning> {
    let mut res = fields(found)?;
    let clock = res.clock.as_mut()?;
    clock.hour = (clock.hour + 23) % 24;
    clock.minute = (60 - found.get(Slot::Minute)?) % 60;
    Some(Meaning::Point(res))
}

fn noon(_: &Found<'_>) -> Option<Meaning> {
    at(12, 0)
}

fn midnight(_: &Found<'_>) -> Option<Meaning> {
    at(0, 0)
}

fn on(day: i32, part: Option<Part>) -> Option<Meaning> {
    Some(Meaning::Point(Point { day: Num::Now(day), part, ..Point::default() }))
}

fn today(found: &Found<'_>) -> Option<Meaning> {
    on(0, found.value(Slot::Part).and_then(Part::of))
}

fn tonight(_: &Found<'_>) -> Option<Meaning> {
    on(0, Some(Part::Night))
}

fn last_night(_: &Found<'_>) -> Option<Meaning> {
    on(-1, Some(Part::Night))
}

fn the_part(found: &Found<'_>) -> Option<Meaning> {
    point(found)
}
