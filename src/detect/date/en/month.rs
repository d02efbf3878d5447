//! Weeks, months, quarters and halves of a year.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::numeric::month_range;
use crate::detect::date::point::{Meaning, Point};
use crate::detect::date::slot::{Found, Slot, fields, point};

/// From the week to the half-year.
pub(super) const RULES: &[Rule] = &[
    rule("month year", "[<early>] <month>[,] [of] <y>", point),
    rule("month year", "[mid-] <month> <y>", point),
    rule("month", "[<early>] <month>", month).sure(0.9),
    rule("month", "mid-<month>[ <y>]", point),
    rule("months", "<month2>-<month> <y>", month_range),
    rule("month from now", "[<early>] <month-now> month", point),
    rule("week from now", "[<early>] <week-now> week", point),
    rule("week's end", "[<early>] (the|<week-now>) weekend", weekend),
    rule("quarter", "[the] (<quarter>-quarter|<quarter> quarter) [of] [<y>]", point),
    rule("quarter", "q<qn> [<y>]", point),
    rule("quarter from now", "<quarter-now> quarter", point),
    rule("half of a year", "[the] <half> half [of] (<y>|<year-now> year|the year)", point),
];

/// `May` is a month and a verb, `March` a walk.
fn month(found: &Found<'_>) -> Option<Meaning> {
    let tokens = found.tokens_of(Slot::Month)?;
    let stream = found.stream;
    let ambiguous = matches!(stream.word(tokens.start), "may" | "march" | "mar" | "august");
    let leads = [
        "in", "by", "since", "until", "till", "last", "next", "this", "of", "and", "from", "to",
        "through", "late", "early", "before", "after", "during", "mid", "between", "on", "for",
        "every", "or",
    ];
    let fits = !ambiguous
        || leads.contains(&found.before(1))
        || found.tokens.len() > 1
        || matches!(found.after(), "," | ")" | "and" | "was" | "'");
    fits.then(|| point(found))?
}

fn weekend(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { weekend: true, ..fields(found)? }))
}
