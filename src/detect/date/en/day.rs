//! Days by their numbers, and weekdays.

use super::lexicon::MONTHS;
use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::numeric::{date_range, day_range};
use crate::detect::date::point::{Meaning, Num, Point};
use crate::detect::date::slot::{Found, Slot, fields, is_possible, point};

/// Calendar days and weekdays.
pub(super) const RULES: &[Rule] = &[
    rule("month day, year", "<month> (<d>|<dth>)[,] <y>", point),
    rule("month day", "<month> [the] (<d>|<dth>)", point),
    rule("month day of a year from now", "<month> (<d>|<dth>)[,] [of] <year-now> year", point),
    rule("day month year", "[the] (<d>|<dth>) [of] <month>[,] <y>", point),
    rule("day month", "[the] (<d>|<dth>) [of] <month>", point),
    rule("day-month-year", "<d>-<month>-(<y>|<yy>)", point),
    rule("month/day/year", "<m>(/|-|.)<d>(/|-|.)(<y>|<yy>)", numbers),
    rule("day/month/year", "<d>(/|-|.)<m>(/|-|.)(<y>|<yy>)", numbers),
    rule("days of a month", "<month> <d2>-<d>[, <y>| <y>]", day_range),
    rule("days of a month", "<d2>-<d> <month>[, <y>| <y>]", day_range),
    rule("days of two months", "<month2> <d2>-<month> <d>[, <y>| <y>]", date_range),
    rule("weekday", "[<early>] <wd>", weekday),
    rule("weekday and month/day", "[this|next] <wd>[,] <m>/<d>", swappable).sure(0.85),
    rule("weekday and day/month", "[this|next] <wd>[,] <d>/<m>", swappable).sure(0.85),
    rule("month/day", "<month>/<d>", point),
    rule("month-day-year", "<month>-<d>-<y>", point),
    rule("day without separators", "<ymd>", packed).sure(0.7),
    rule("short day without separators", "<yymmdd>", packed_short).sure(0.6),
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
    rule("month/day alone", "(<m>/<d>|<m>-<d>)", month_day_alone).sure(0.7),
    rule("day/month alone", "<d>/<m>", day_month_alone).sure(0.7),
    rule("day of the month from now", "[the] <dth> [day] of <month-now> month", point),
    rule("day of a month", "the <dth> day of <month>[, <y>| <y>]", point),
    rule("day in words", "[the] <dword> [of] <month>[, <y>| <y>]", in_words),
    rule("coming weekday", "[this] (past|coming|upcoming) <wd>", coming),
    rule("weekday from now", "<now> <wd>", point),
    rule("day of this month", "the <dth> day of the month", of_this_month),
    rule("day at an hour", "(<wd>|<wds>|<day-now>) at <h>.<mi>", point).sure(0.7),
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
    let stream = found.stream;
    let range = matches!(found.before(1), "to" | "and" | "through" | "or" | ",")
        && stream.is_digits(found.tokens.start - 2);
    let links =
        ["to", "and", "or", "until", "through", "at", "with", "for", "before", "after", "between"];
    let ends = !stream.is_letters(found.tokens.end) || links.contains(&found.after());
    // No fraction has such a part below the stroke.
    let day = found.get(Slot::Day)?;
    let number = stream.is_digits(found.tokens.start.wrapping_sub(1)) || found.before(1) == "/";
    let plain = day > 12 && ![16, 20, 24, 25, 30].contains(&day) && !number;
    let fits = (leads.contains(&found.before(1)) || range || plain) && ends;
    // `passed by 11-10`.
    let vote = found.before(1) == "by" && stream.word(found.tokens.start + 1) == "-";
    // `9/11` is a name.
    let name = found.get(Slot::Month) == Some(9) && found.get(Slot::Day) == Some(11);
    let swappable = swappable && found.get(Slot::Day)? <= 12;
    (fits && !name && !vote).then(|| Some(Meaning::Point(Point { swappable, ..fields(found)? })))?
}

/// `twenty five January`, but not the two of `two May Day parades`.
fn in_words(found: &Found<'_>) -> Option<Meaning> {
    let day = found.tokens_of(Slot::Day)?;
    (day.len() > 1 && found.stream.is_letters(day.start)).then(|| point(found))?
}

/// `Sat` and `Sun` are words of their own without a stop: only beside a number or a month.
fn weekday(found: &Found<'_>) -> Option<Meaning> {
    let (stream, end) = (found.stream, found.tokens.end);
    let short = matches!(stream.word(end - 1), "sat" | "sun");
    let month = MONTHS.iter().any(|it| it.0 == stream.next(end));
    let dated = (stream.is_digits(end) && stream.follows(end)) || month;
    // `Thu Hằng`, `Thu Dau Mot`.
    let name = stream.lex(end).capital && stream.is_letters(end) && stream.follows(end);
    if stream.word(end - 1) == "thu" && name && !month {
        return None;
    }
    (!short || dated || (found.after() == "," && stream.is_digits(end + 1)))
        .then(|| point(found))?
}

/// `Friday 5/12`.
fn swappable(found: &Found<'_>) -> Option<Meaning> {
    let first = found.tokens_of(Slot::Month)?.start < found.tokens_of(Slot::Day)?.start;
    let short = found.get(Slot::Day)? <= 12;
    (first || !short)
        .then(|| Some(Meaning::Point(Point { swappable: first && short, ..fields(found)? })))?
}

/// `this past Wednesday`: the nearest one.
fn coming(found: &Found<'_>) -> Option<Meaning> {
    let past = found.tokens.clone().any(|it| found.stream.word(it) == "past");
    let direction = if past { -1 } else { 1 };
    Some(Meaning::Point(Point { direction, ..fields(found)? }))
}

fn of_this_month(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { month: Num::Now(0), ..fields(found)? }))
}

/// `20161016`.
fn packed(found: &Found<'_>) -> Option<Meaning> {
    let leads = ["", "on", "since", "until", "by", "of", "dated", "from", "to", "-", ":", "(", "/"];
    leads.contains(&found.before(1)).then(|| written_together(found.get(Slot::Year)?))?
}

/// `891102` in a line of its own or after `=`, as agencies number what they send.
fn packed_short(found: &Found<'_>) -> Option<Meaning> {
    let alone = found.before(1).is_empty() || found.before(1) == "=";
    let ends = found.after().is_empty() || found.after() == "<";
    (alone && ends).then(|| written_together(19_000_000 + found.get(Slot::Year)?))?
}

/// Year, month and day in eight digits.
fn written_together(digits: i32) -> Option<Meaning> {
    let (year, month, day) = (digits / 10_000, digits / 100 % 100, digits % 100);
    let point =
        Point { year: Num::Is(year), month: Num::Is(month), day: Num::Is(day), ..Point::default() };
    ((1..=12).contains(&month) && day > 0 && is_possible(&point)).then_some(Meaning::Point(point))
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
    let leads =
        ["on", "by", "until", "till", "from", "since", "received", "to", "before", "after", "for"];
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
