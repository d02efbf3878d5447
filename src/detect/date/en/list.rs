//! Lists and ranges whose members share what one of them says.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::numeral::written;
use crate::detect::date::numeric::{date_range, double_year, month_range};
use crate::detect::date::point::{Clock, Meaning, Num, Part, Point};
use crate::detect::date::slot::{Found, Slot, several};
use crate::detect::date::unit::{Unit, lasting};

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
    rule("days of a month", of_year!("<d> (to|until|till) <month> <d>"), led_days),
    rule("days of a month", of_year!("<dth> (to|until|till|and) [the] <dth> of <month>"), led_days),
    rule("days of a month from now", "<d> (to|and|until|till) <d> [of] <month-now> month", days),
    rule("months", "<month2>-<month>[ <y>]", month_range),
    rule("days of two months", "<m2>/<d2>-<m>/<d>[/<y>]", month_first_range).sure(0.8),
    rule("centuries", "[the] <cent> (and|to|or) [the] <cent> centuries", centuries),
    rule(
        "quarters",
        "[the] <quarter> (and|to|or) [the] <quarter> quarters [of <y>| of <year-now> year| <y>]",
        quarters,
    ),
    rule("durations", "<n> (to|or|and) <n2> <unit>", durations),
    rule("from so long to so long", "<n>-<n2> <unit>", from_to),
    rule("from so long to so long", "<n>-to-<n2>-<one-unit>", from_to),
    rule(
        "clock times",
        "<hr>[(:|.)<mi>][ <meridiem>] <to> <hr2>[(:|.)<mi2>][ <meridiem2>][ in the <part>]",
        hours,
    )
    .sure(0.8),
    rule("weekdays", "<wd>-<wd2>", weekdays),
    rule("school year", "[the] <y>(-|/)(<y2>|<yy2>) (school|academic|fiscal) year", double_year),
    rule("season of games", "<y>/<yy2>", double_year).sure(0.8),
];

fn days(found: &Found<'_>) -> Option<Meaning> {
    several(found, Slot::Day, &[])
}

/// `from 2 to April 7`: the month belongs to the second one.
fn led_days(found: &Found<'_>) -> Option<Meaning> {
    let mut res = ["from", "between"].contains(&found.before(1)).then(|| days(found))??;
    let month = found.tokens_of(Slot::Month)?;
    if let Meaning::Several(items) = &mut res
        && let Some((tokens, _)) = items.last_mut()
    {
        tokens.start = tokens.start.min(month.start);
    }
    Some(res)
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

/// `3-5 days`.
fn from_to(found: &Found<'_>) -> Option<Meaning> {
    let unit = found.value(Slot::Unit).and_then(Unit::of)?;
    let (from, to) = (found.amount(Slot::Amount)?, found.amount(Slot::Amount2)?);
    // TIMEX3 has one amount: the lower one.
    (from < to).then(|| lasting(&[(from, unit)]))?
}

/// `10/1-11/7`, led by a preposition: elsewhere two fractions or scores.
fn month_first_range(found: &Found<'_>) -> Option<Meaning> {
    let leads = ["from", "between", "on", "is", "dates", "period", "for", "("];
    leads.contains(&found.before(1)).then(|| date_range(found))?
}

/// `9 and 11 a.m.`, `from 10:30 to 3`, `9-11 a.m.`: times of one day.
fn hours(found: &Found<'_>) -> Option<Meaning> {
    let hour2 = found.tokens_of(Slot::Hour2)?;
    let to = hour2.start - 1;
    let hyphen = found.stream.touches(to) && found.stream.touches(hour2.start);
    if !are_hours(found, hyphen) {
        return None;
    }
    let (first, last) = both_hours(found)?;
    let exact = found.get(Slot::Meridiem).or(found.get(Slot::Meridiem2)).is_some()
        || found.get(Slot::Part).is_some();
    let clock = |(hour, minute)| Clock {
        hour,
        minute,
        second: None,
        zone: None,
        exact: exact || hour > 12,
    };
    let at = |clock| Point { clock: Some(clock), ..Point::default() };
    let (one, other) = (at(clock(first)), at(clock(last)));
    if hyphen {
        return Some(Meaning::Range(one, other));
    }
    Some(Meaning::Several(vec![
        (found.tokens.start..to, Meaning::Point(one)),
        (hour2.start..found.tokens.end, Meaning::Point(other)),
    ]))
}

/// Words after two plain hours that name their day.
const DAYS: &[&str] = &[
    "on",
    "today",
    "tomorrow",
    "yesterday",
    "tonight",
    "last",
    "this",
    "next",
    "each",
    "every",
    "daily",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Whether two numbers are times: by what stands with them, before them and after them.
fn are_hours(found: &Found<'_>, hyphen: bool) -> bool {
    let stream = found.stream;
    let has = |slot| found.get(slot).is_some();
    let dotted =
        (found.tokens.clone()).any(|it| stream.word(it) == "." && stream.is_digits(it + 1));
    let half = has(Slot::Meridiem) || has(Slot::Meridiem2);
    let minutes = !dotted && (has(Slot::Minute) || has(Slot::Minute2));
    let both = has(Slot::Minute) && has(Slot::Minute2) && !dotted;
    let led = matches!(found.before(1), "from" | "between");
    let dated = (DAYS.contains(&found.before(1)) && found.before(1) != "on")
        || (DAYS.contains(&found.before(2)) && led && !minutes);
    let named = DAYS.contains(&found.after()) || has(Slot::Part);
    let day = found.after() != "on"
        || stream.lex(found.tokens.end + 1).capital
        || stream.is_digits(found.tokens.end + 1);
    let joined = matches!(
        stream.word(found.tokens_of(Slot::Hour2).map_or(0, |it| it.start - 1)),
        "and" | "or"
    );
    // `9 a.m. and 12 people`.
    let whole = has(Slot::Meridiem2)
        || has(Slot::Minute2)
        || has(Slot::Part)
        || (led && (ends(found) || named));
    match (half, minutes) {
        (true, _) => whole && (has(Slot::Meridiem2) || led || dated || hyphen && !joined),
        (_, true) => whole && (led || dated || (both && hyphen)),
        _ => has(Slot::Part) && (led || !joined) || (led || dated) && named && day,
    }
}

/// Whether no noun follows that the last number would count.
fn ends(found: &Found<'_>) -> bool {
    let end = found.tokens.end;
    let joined = found.stream.touches(end)
        && (matches!(found.after(), "%" | "-" | "$") || found.stream.is_digits(end + 1));
    let link = ["and", "or", "at", "in", "for", "with", "but", "when", "because", "as", "to"];
    !joined
        && (!found.stream.is_letters(end)
            || !found.stream.follows(end)
            || link.contains(&found.after()))
}

/// Hours and minutes of both ends: what only one says of the half of the day counts for
/// the other one too, unless the first would not be before the last.
fn both_hours(found: &Found<'_>) -> Option<((i32, i32), (i32, i32))> {
    let (first, last) = (found.get(Slot::Hour)?, found.get(Slot::Hour2)?);
    let minute = |slot| found.get(slot).unwrap_or(0);
    let (early, late) = (minute(Slot::Minute), minute(Slot::Minute2));
    let at = |hour: i32, half: i32| if hour > 12 { hour } else { hour % 12 + 12 * half };
    // `tonight from 7 to 9`.
    let before = match found.before(2) {
        "tonight" | "night" | "evening" => Some(Part::Evening),
        "afternoon" => Some(Part::Afternoon),
        _ => None,
    };
    let part = found.value(Slot::Part).and_then(Part::of).or(before);
    let (from, to) = match (found.get(Slot::Meridiem), found.get(Slot::Meridiem2)) {
        (Some(one), Some(other)) => (at(first, one), at(last, other)),
        (Some(half), None) => {
            let from = at(first, half);
            let later =
                [at(last, 0), at(last, 1)].into_iter().find(|it| (*it, late) > (from, early));
            (from, later.unwrap_or(at(last, 0)))
        }
        (None, Some(half)) => {
            let to = at(last, half);
            let same = at(first, half);
            (if (same, early) < (to, late) { same } else { at(first, 1 - half) }, to)
        }
        (None, None) => {
            let said = |hour: i32| part.map_or(hour, |it| it.hour(hour));
            let (from, to) = (said(first), said(last));
            (from, if (to, late) < (from, early) && to <= 12 { to + 12 } else { to })
        }
    };
    Some(((from, early), (to, late)))
}

/// `Monday-Friday`, of no week in particular.
fn weekdays(found: &Found<'_>) -> Option<Meaning> {
    let at = |slot| {
        let weekday = Some(found.get(slot)?);
        Some(Point { weekday, week: Num::Any, ..Point::default() })
    };
    Some(Meaning::Range(at(Slot::Weekday)?, at(Slot::Weekday2)?))
}
