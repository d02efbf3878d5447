//! Lists and ranges whose members share what one of them says.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::numeral::written;
use crate::detect::date::numeric::{double_year, month_range};
use crate::detect::date::point::{Meaning, Num, Point};
use crate::detect::date::slot::{Found, Slot, Value, clock, fields, several};
use crate::detect::date::unit::{Unit, duration, lasting};
use crate::document::TimexKind;

/// Ends a pattern with an optional year.
macro_rules! of_year {
    ($pattern:literal) => {
        concat!($pattern, "[, <y>| <y>]")
    };
}

/// Lists and ranges.
pub(super) const RULES: &[Rule] = &[
    rule("days of a month", of_year!("<month> <d> (to|and|or|through|until) <d>"), days),
    rule("days of a month", of_year!("<month> <dth> (to|and|or|through|until) [the] <dth>"), days),
    rule("days of a month", of_year!("<month> <d>, <d>[,] (and|or) <d>"), days),
    rule("days of a month", of_year!("<month> <d>, <d>, <d>[,] (and|or) <d>"), days),
    rule("days of a month", of_year!("<d> (to|and|or|until|till) <d> <month>"), days),
    rule("days of a month", of_year!("<d>, <d>[,] (and|or) <d> <month>"), days),
    rule(
        "days of a month",
        of_year!("the <dth> (to|and|or|until|through) [the] <dth> of <month>"),
        days,
    ),
    rule("days of a month", of_year!("<d> (to|and|or|until|till) <d> of <month>"), days),
    rule("days of a month from now", "<d> (to|and|until|till) <d> [of] <month-now> month", days),
    rule("months", "<month2>-<month> <y>", month_range),
    rule("clock times", "<h> (and|to|until) <h>:<mi>", plain_hours).sure(0.7),
    rule("centuries", "[the] <cent> (and|to|or) [the] <cent> centuries", centuries),
    rule(
        "quarters",
        "[the] <quarter> (and|to|or) [the] <quarter> quarters [of <y>| of <year-now> year| <y>]",
        quarters,
    ),
    rule("durations", "<n> (to|or|and) <n2> <unit>", durations),
    rule("from so long to so long", "<n>-<n2> <unit>", from_to),
    rule("from so long to so long", "<n>-to-<n2>-<one-unit>", from_to),
    rule("clock times", "<h> (and|to|or|until) <h>[:<mi>] <meridiem>", hours),
    rule("clock range", "<h>-<h2> <meridiem>", clock_range),
    rule("clock range", "<h>:<mi>-<h2>:<mi2> [<meridiem>]", clock_range),
    rule("weekdays", "<wd>-<wd2>", weekdays),
    rule("school year", "[the] <y>(-|/)(<y2>|<yy2>) (school|academic|fiscal) year", double_year),
    rule("season of games", "<y>/<yy2>", double_year).sure(0.8),
];

fn days(found: &Found<'_>) -> Option<Meaning> {
    several(found, Slot::Day, &[])
}

fn centuries(found: &Found<'_>) -> Option<Meaning> {
    several(found, Slot::Century, &[])
}

fn quarters(found: &Found<'_>) -> Option<Meaning> {
    several(found, Slot::Quarter, &[])
}

/// `two to three weeks`: each a duration of its own.
fn durations(found: &Found<'_>) -> Option<Meaning> {
    let unit = found.value(Slot::Unit).and_then(Unit::of)?;
    let (from, to) = (found.amount(Slot::Amount)?, found.amount(Slot::Amount2)?);
    let (first, last) = (found.tokens_of(Slot::Amount)?, found.tokens_of(Slot::Amount2)?);
    let items = vec![
        (found.tokens.start..first.end, lasting(&[(from, unit)])?),
        (last.start..found.tokens.end, lasting(&[(to, unit)])?),
    ];
    (written(from) != written(to)).then_some(Meaning::Several(items))
}

/// `3-5 days`: both ends, complete.
fn from_to(found: &Found<'_>) -> Option<Meaning> {
    let unit = found.value(Slot::Unit).and_then(Unit::of)?;
    let (from, to) = (found.amount(Slot::Amount)?, found.amount(Slot::Amount2)?);
    let value = format!("{}/{}", duration(&[(from, unit)])?, duration(&[(to, unit)])?);
    (from < to).then_some(Meaning::Fixed(TimexKind::Duration, value))
}

/// `9 and 11 a.m.`
fn hours(found: &Found<'_>) -> Option<Meaning> {
    let hours: Vec<&Value> = found.slots.iter().filter(|it| it.slot == Slot::Hour).collect();
    let [first, last] = hours[..] else { return None };
    let mut one = fields(found)?;
    one.clock.as_mut()?.minute = 0;
    let mut other = fields(found)?;
    let half = found.get(Slot::Meridiem)?;
    let last_hour = i32::try_from(last.value).ok()?;
    other.clock.as_mut()?.hour = last_hour % 12 + 12 * half;
    // `11 to 2 p.m.` begins before noon.
    if first.value > last.value && half == 1 {
        one.clock.as_mut()?.hour -= 12;
    }
    Some(Meaning::Several(vec![
        (first.tokens.clone(), Meaning::Point(one)),
        (last.tokens.start..found.tokens.end, Meaning::Point(other)),
    ]))
}

/// `between 9 and 10:30`.
fn plain_hours(found: &Found<'_>) -> Option<Meaning> {
    let hours: Vec<&Value> = found.slots.iter().filter(|it| it.slot == Slot::Hour).collect();
    let [first, last] = hours[..] else { return None };
    let mut one = fields(found)?;
    one.clock.as_mut()?.minute = 0;
    let mut other = fields(found)?;
    other.clock.as_mut()?.hour = i32::try_from(last.value).ok()?;
    let led = ["between", "from"].contains(&found.before(1)) && first.value < last.value;
    led.then(|| {
        Meaning::Several(vec![
            (first.tokens.clone(), Meaning::Point(one)),
            (last.tokens.start..found.tokens.end, Meaning::Point(other)),
        ])
    })
}

fn clock_range(found: &Found<'_>) -> Option<Meaning> {
    let from = fields(found)?;
    let mut end = clock(found)?;
    let said = found.get(Slot::Hour2)?;
    end.hour = match found.get(Slot::Meridiem) {
        Some(half) => said % 12 + 12 * half,
        None => said,
    };
    end.minute = found.get(Slot::Minute2).unwrap_or(0);
    let to = Point { clock: Some(end), ..from };
    Some(Meaning::Range(from, to))
}

/// `Monday-Friday`, of no week in particular.
fn weekdays(found: &Found<'_>) -> Option<Meaning> {
    let at = |slot| {
        let weekday = Some(found.get(slot)?);
        Some(Point { weekday, week: Num::Any, ..Point::default() })
    };
    Some(Meaning::Range(at(Slot::Weekday)?, at(Slot::Weekday2)?))
}
