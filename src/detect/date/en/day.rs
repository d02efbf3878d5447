//! Days by their numbers, and weekdays.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::numeric::{date_range, day_range};
use crate::detect::date::point::{Meaning, Num, Point};
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
    rule("the week of a day", "the week of <month> (<d>|<dth>)[, <y>| <y>]", week_of),
    rule("this weekday", "this <wd>", this_weekday),
    rule("weekday of no week", "a <wd>", some_weekday),
    rule("weekday of a week", "<wd> (of|in) <week-now> week", point),
    rule("weekday of a week", "<wd> <week-now> week", point),
    rule("nth weekday of a month", "[the] <nth> <wd> (of|in) <month-now> month", point),
    rule("year/month/day", "<y>/<month>/<d>", point),
    rule("nth weekday of a month", "[the] <nth> <wd> (of|in) <month>[, <y>| <y>]", point),
    rule("last weekday of a month", "the last <wd> (of|in) <month>[, <y>| <y>]", last_of_month),
    rule("day in words", "<month> <dword>[, <y>| <y>]", point),
    rule("day of the month", "the <dth>", day_alone).sure(0.6),
    rule("day of the month", "the <dth> of <month-now> month", point),
    rule("day at an hour", "(<wd>|<day-now>) at (<hn>|<h>)", day_at).sure(0.8),
    rule("weekday and day", "<wd>[,] [the] <dth>", point),
    rule("month-day", "<month>-<d>", point).sure(0.8),
    rule("year-month-day", "<y>-<month>-<d>", point),
    rule("month/day alone", "<m>/<d>", month_day_alone).sure(0.7),
    rule("day/month alone", "<d>/<m>", day_month_alone).sure(0.7),
    rule("day of the month from now", "[the] <dth> [day] of <month-now> month", point),
    rule("day of a month", "the <dth> day of <month>[, <y>| <y>]", point),
    rule("day in words", "[the] <dword> [of] <month>[, <y>| <y>]", in_words),
    rule("weekday from now", "<now> <wd>", point),
];

/// `4/22`, where nothing makes it a fraction, a score or a part of an address.
fn month_day_alone(found: &Found<'_>) -> Option<Meaning> {
    alone(found, true)
}

/// `22/04`: the part above twelve is the day.
fn day_month_alone(found: &Found<'_>) -> Option<Meaning> {
    (found.get(Slot::Day)? > 12).then(|| alone(found, false))?
}

fn alone(found: &Found<'_>, swappable: bool) -> Option<Meaning> {
    let leads = ["on", "by", "until", "from", "since", "before", "after", "dated", "due", "till"];
    let fits = leads.contains(&found.before(1)) && !found.stream.is_letters(found.tokens.end);
    // `9/11` is a name.
    let name = found.get(Slot::Month) == Some(9) && found.get(Slot::Day) == Some(11);
    let swappable = swappable && found.get(Slot::Day)? <= 12;
    (fits && !name).then(|| Some(Meaning::Point(Point { swappable, ..fields(found)? })))?
}

/// `twenty five January`, but not the two of `two May Day parades`.
fn in_words(found: &Found<'_>) -> Option<Meaning> {
    let day = found.tokens_of(Slot::Day)?;
    (day.len() > 1 && found.stream.is_letters(day.start)).then(|| point(found))?
}

fn week_of(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { week_of: true, ..fields(found)? }))
}

/// `Friday at 9`; the hour of `9 a.m.` and `9:30` has a rule of its own.
fn day_at(found: &Found<'_>) -> Option<Meaning> {
    let more = matches!(
        found.after(),
        "am" | "pm" | "a" | "p" | ":" | "." | "o" | "-" | "in" | "percent" | "%"
    );
    let noun = found.stream.is_letters(found.tokens.end) && found.stream.follows(found.tokens.end);
    (!more && !noun).then(|| point(found))?
}

fn this_weekday(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { week: Num::Now(0), ..fields(found)? }))
}

fn some_weekday(found: &Found<'_>) -> Option<Meaning> {
    let kind = found.stream.is_letters(found.tokens.end)
        && !matches!(found.after(), "and" | "in" | "when");
    (!kind).then(|| {
        Meaning::Point(Point {
            week: Num::Any,
            weekday: found.get(Slot::Weekday),
            ..Point::default()
        })
    })
}

fn last_of_month(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { nth: -1, ..fields(found)? }))
}

/// `the 24th`: an ordinal unless a preposition before and nothing to count after it.
fn day_alone(found: &Found<'_>) -> Option<Meaning> {
    let leads = ["on", "by", "until", "till", "from", "since", "received", "to", "before", "after"];
    let digits = found.stream.is_digits(found.tokens.start + 1);
    let fits =
        digits && leads.contains(&found.before(1)) && !found.stream.is_letters(found.tokens.end);
    fits.then(|| point(found))?
}

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

#[cfg(test)]
mod tests {
    use crate::detect::article::Language::En;
    use crate::detect::date::check::values;

    #[test]
    fn days_and_what_looks_like_them() {
        let cases = [
            ("on 20 May 2022", "2022-05-20"),
            ("May 20th, 2022", "2022-05-20"),
            ("the 20th of May", "2022-05-20"),
            ("signed 1998-04-10.", "1998-04-10"),
            ("from May 3 to 5", "2022-05-03 2022-05-05"),
            ("on 3/4/2022", "2022-03-04"),
            ("A1998-04-10", ""),
            ("1998-04-100", ""),
            ("12345-67-890", ""),
            ("12 May Street", ""),
            ("April Jones", ""),
            ("9/11", ""),
            ("he may go", ""),
        ];
        values(En, &cases);
    }
}
