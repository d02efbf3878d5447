//! Days by their numbers, and weekdays.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::numeric::{date_range, day_range};
use crate::detect::date::point::{Meaning, Num};
use crate::detect::date::slot::{Found, Slot, fields, is_possible, point};

/// Calendar days and weekdays.
pub(super) const RULES: &[Rule] = &[
    rule("month day, year", "<month> (<d>|<dth>)[,] <y>", point),
    rule("month day", "<month> [the] (<d>|<dth>)", point),
    rule("day month year", "[the] (<d>|<dth>) [of] <month>[,] <y>", point),
    rule("day month", "[the] (<d>|<dth>) [of] <month>", point),
    rule("day-month-year", "<d>-<month>-(<y>|<yy>)", point),
    rule("month/day/year", "<m>(/|-|.)<d>(/|-|.)(<y>|<yy>)", numbers),
    rule("day/month/year", "<d>(/|-|.)<m>(/|-|.)(<y>|<yy>)", numbers),
    rule("days of a month", "<month> <d2>-<d>[, <y>| <y>]", day_range),
    rule("days of a month", "<d2>-<d> <month>[, <y>| <y>]", day_range),
    rule("days of two months", "<month2> <d2>-<month> <d>[, <y>| <y>]", date_range),
    rule("weekday", "[<early>] <wd>", point),
    rule("weekday from now", "<now> <wd>", point),
];

/// Slashes and dashes have the month first unless that is impossible, dots the day.
fn numbers(found: &Found<'_>) -> Option<Meaning> {
    let (first, second) = (found.tokens_of(Slot::Month)?, found.tokens_of(Slot::Day)?);
    let separator = found.stream.word(found.tokens.start + 1);
    let again = found.stream.word(found.tokens.start + 3);
    let mut res = fields(found)?;
    let month_first = first.start < second.start;
    if separator != again || (separator == "." && month_first) {
        return None;
    }
    if separator != "." {
        // Of the two readings the first rule that fits is taken.
        res.swappable = month_first && found.get(Slot::Day)? <= 12;
    }
    if !month_first && separator != "." && found.get(Slot::Day)? <= 12 {
        return None;
    }
    if let Num::Short(_) = res.year
        && separator == "."
        && found.stream.word(found.tokens.end) == "."
    {
        return None;
    }
    is_possible(&res).then_some(Meaning::Point(res))
}
