//! Weeks, months, quarters and halves of a year.

use super::lexicon::MONTHS;
use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::numeric::month_range;
use crate::detect::date::point::{Meaning, Num, Point};
use crate::detect::date::slot::{Found, Slot, fields, point};

/// From the week to the half-year.
pub(super) const RULES: &[Rule] = &[
    rule("month year", "[<early>] <month>[,] [of] <y>", point),
    rule("month year", "[mid-] <month> <y>", point),
    rule("year month", "<y>[,] <month>", point).sure(0.8),
    rule("month/year", "<m>(/|-)<y>", month_year).sure(0.8),
    rule("week of the year", "week <ww1> [of <y>]", point).sure(0.8),
    rule(
        "nth week of a month",
        "[the] <nth> week (of|in) (<month>[, <y>| <y>]|<month-now> month)",
        nth_week,
    ),
    rule(
        "last week of a month",
        "the (last|final) week (of|in) (<month>[, <y>| <y>]|<month-now> month)",
        last_week,
    ),
    rule(
        "last week of a year",
        "[the] (last|final) week (of|in) (<y>|<year-now> year|the year)",
        last_week_of_year,
    ),
    rule("nth week of a year", "[the] <nth> week (of|in) (<y>|<year-now> year)", week_of_year),
    rule("year/month", "<y>/<mm>", year_month),
    rule("month name/year", "<month>/<y>", point),
    rule("quarter", "<y>[-]q<qn>", point),
    rule("quarter", "<y> q<qn>", point),
    rule("half of a year", "<y> h<hf>", point),
    rule("half of a year", "<y>-h<hf>", point),
    rule("month short year", "<month> <yy>", short_year).sure(0.7),
    rule("month short year", "<month> [of] '<yy>", point),
    rule("the end of now", "(year|month|week|quarter)-end", ends).sure(0.8),
    rule("later in this", "(later|earlier) in the (week|month|year|decade|century)", ends),
    rule("month", "[<early>] <month>", month).sure(0.9),
    rule("month", "mid-<month>[ <y>]", point),
    rule("months", "<month2>-<month> <y>", month_range),
    rule("month from now", "[<early>] <month-now> month", point),
    rule("week from now", "[<early>] <week-now> week", point),
    rule("week's end", "[<early>] (the|<week-now>) weekend", weekend),
    rule("this month by name", "[<early>] this <month>", this_month),
    rule("last or next month", "[<early>] <now> <month>", point),
    rule(
        "quarter",
        "[(the|its)] [fiscal] (<quarter>-quarter|<quarter> [fiscal] quarter)[ of <y>| <y>| of <year-now> year| of the year| of [fiscal] <y>]",
        quarter,
    ),
    rule(
        "last quarter",
        "the (last|final|closing) quarter of (<y>|<year-now> year|the year)",
        last_quarter,
    ),
    rule("the end of now", "[the] end of (month|year|quarter)", ends).sure(0.7),
    rule("the end of now", "year end", ends).sure(0.7),
    rule("that month by name", "that <month>", that_month),
    rule("quarter", "q<qn>/<yy>", point),
    rule("half of a year", "<hf>h <y>", point),
    rule("year/month", "(<y> / <mm>|<m> / <y>)", year_month),
    rule("first quarter", "the opening quarter of (<y>|<year-now> year|the year)", first_quarter),
    rule("quarter", "the <y> (<quarter>-quarter|<quarter> quarter)", point),
    rule("quarter", "q<qn>[ <y>| of <y>|-<y>|/<y>]", point),
    rule("quarter", "<qn>q[ <y>| of <y>]", point),
    rule("quarter from now", "[the] <quarter-now> quarter", point),
    rule("half of a year", "[the] <half> half of (<y>|<year-now> year|the year)", point),
    rule("half of a year", "[the] <half>-half [<y>]", half),
    rule("half of a year", "the <half> half", half),
    rule("half of a year", "h<hf> <y>", point),
    rule(
        "the end of now",
        "the (end|beginning|start|middle|close|rest|remainder) of the (week|month|quarter|year|decade|century)",
        ends,
    ),
];

/// `May` is a month and a verb, `March` a walk.
fn month(found: &Found<'_>) -> Option<Meaning> {
    let tokens = found.tokens_of(Slot::Month)?;
    let stream = found.stream;
    let ambiguous = matches!(stream.word(tokens.start), "may" | "march" | "mar" | "august");
    let leads = [
        "in", "by", "since", "until", "till", "last", "next", "this", "of", "and", "from", "to",
        "through", "late", "early", "before", "after", "during", "mid", "between", "on", "for",
        "every", "or", "a", "its", "his", "her", "their", "our",
    ];
    let fits = !ambiguous
        || leads.contains(&found.before(1))
        || found.tokens.len() > 1
        || matches!(found.after(), "," | ")" | "and" | "was" | "'")
        || (matches!(found.after(), "to" | "through" | "until")
            && MONTHS
                .iter()
                .any(|it| it.0.trim_start_matches('^') == stream.next(found.tokens.end + 1)));
    fits.then(|| point(found))?
}

/// A quarter of the year and not of a match.
fn quarter(found: &Found<'_>) -> Option<Meaning> {
    let hyphen = found.stream.touches(found.tokens.end) && found.after() == "-";
    (found.after() != "of" && !hyphen).then(|| point(found))?
}

fn this_month(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { year: Num::Now(0), ..fields(found)? }))
}

/// `2016/11`, unless it is the number of a document.
fn year_month(found: &Found<'_>) -> Option<Meaning> {
    let year = (1900..2100).contains(&found.get(Slot::Year)?);
    let codes = [
        "no",
        "number",
        "case",
        "order",
        "resolution",
        "bill",
        "decree",
        "act",
        "season",
        "the",
        "file",
    ];
    let code = found.before(1) == "." || (1..=2).any(|by| codes.contains(&found.before(by)));
    (year && !code).then(|| point(found))?
}

fn month_year(found: &Found<'_>) -> Option<Meaning> {
    let year = (1900..2100).contains(&found.get(Slot::Year)?);
    let code = ["no", "number", "case", "order", "resolution", "bill"]
        .iter()
        .any(|it| (1..=2).any(|by| found.before(by) == *it));
    (year && !code).then(|| point(found))?
}

fn nth_week(found: &Found<'_>) -> Option<Meaning> {
    (found.get(Slot::Nth)? <= 5).then(|| point(found))?
}

fn that_month(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { year: Num::Told(0), ..fields(found)? }))
}

fn last_week(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { nth: -1, ..fields(found)? }))
}

fn week_of_year(found: &Found<'_>) -> Option<Meaning> {
    let week = Num::Is(found.get(Slot::Nth)?);
    (week.known()? <= 53).then(|| Some(Meaning::Point(Point { week, nth: 0, ..fields(found)? })))?
}

/// The week with 28 December in it, which no other year can have.
fn last_week_of_year(found: &Found<'_>) -> Option<Meaning> {
    let res = fields(found)?;
    let year = if res.year.is_open() { Num::Now(0) } else { res.year };
    let (month, day) = (Num::Is(12), Num::Is(28));
    Some(Meaning::Point(Point { year, month, day, week_of: true, ..res }))
}

/// `August 99`: two digits that are no day.
fn short_year(found: &Found<'_>) -> Option<Meaning> {
    (found.get(Slot::ShortYear)? > 31).then(|| point(found))?
}

fn of_year(found: &Found<'_>, quarter: i32) -> Option<Meaning> {
    let res = Point { quarter: Num::Is(quarter), ..fields(found)? };
    let year = if res.year.is_open() { Num::Now(0) } else { res.year };
    Some(Meaning::Point(Point { year, ..res }))
}

fn last_quarter(found: &Found<'_>) -> Option<Meaning> {
    of_year(found, 4)
}

fn first_quarter(found: &Found<'_>) -> Option<Meaning> {
    of_year(found, 1)
}

/// `first-half profit`; the half of a match has no money in it.
fn half(found: &Found<'_>) -> Option<Meaning> {
    let money = [
        "profit", "profits", "earnings", "sales", "revenue", "results", "loss", "net", "growth",
        "income",
    ];
    let in_half = found.before(1) == "in"
        && found.stream.word(found.tokens.start) == "the"
        && !found.stream.is_letters(found.tokens.end);
    let fits = in_half || money.contains(&found.after()) || found.get(Slot::Year).is_some();
    fits.then(|| point(found))?
}

/// Of the week, month or year in which the article was written.
fn ends(found: &Found<'_>) -> Option<Meaning> {
    let mut res = Point::default();
    let last = found.tokens.end - 1;
    let word = if found.stream.word(last) == "end" { last - 2 } else { last };
    match found.stream.word(word) {
        "week" => res.week = Num::Now(0),
        "month" => res.month = Num::Now(0),
        "quarter" => res.quarter = Num::Now(0),
        "year" => res.year = Num::Now(0),
        "decade" => res.decade = Num::Now(0),
        _ => res.century = Num::Now(0),
    }
    Some(Meaning::Point(res))
}

fn weekend(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { weekend: true, ..fields(found)? }))
}
