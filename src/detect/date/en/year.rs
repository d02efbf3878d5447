//! Years, decades, centuries and seasons.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::numeric::year_range;
use crate::detect::date::point::{Meaning, Num, Point};
use crate::detect::date::slot::{Found, Slot, fields, point};

/// From the season to the century.
pub(super) const RULES: &[Rule] = &[
    rule("year", "[<early>] <y>", bare).sure(0.85),
    rule("years", "<y>-(<y2>|<yy2>)", year_range),
    rule("fiscal year", "(fiscal|fiscal year) (<y>|<yy>)", point),
    rule("fiscal year", "fy(<y>|<yy>)", point),
    rule("year from now", "[<early>] <year-now> year", point),
    rule("season", "[<early>] [the] <season> [of] <y>", point),
    rule("season from now", "<year-now> <season>", season),
    rule("season", "[<early>] the <season> [of <year-now> year]", point).sure(0.8),
    rule("decade", "[<early>] [the] [(early|late|mid|mid-)] <y>[']s", decade_of_year),
    rule("decade", "[<early>] [the] [(early|late|mid|mid-)] '<tens>s", decade),
    rule("decade", "[<early>] the [(early|late|mid|mid-)] <tens>[']s", decade),
    rule("decade", "[<early>] the [(early|late|mid|mid-)] <decade>", point),
    rule("century", "[<early>] [(the|early|late|mid)] <cent>[-]century", century),
    rule("century", "[<early>] [the] [(early|late|mid|mid-)] <cent> century", century),
    rule("short year", "'<yy>", short_year).sure(0.6),
    rule("year before Christ", "<y3> (bc|b.c.|bce)", before_christ),
];

/// Words before a bare number that make it a year.
const LEADS: &[&str] = &[
    "in", "since", "by", "until", "till", "from", "to", "between", "and", "of", "early", "late",
    "mid", "during", "before", "after", "through", "the", "(", "for", "as", "than", "with",
    "around", "about", "circa", "a", "its", "his", "her", "their", "or", "-", ",",
];

/// Words after a number that count it.
const COUNTED: &[&str] = &[
    "people",
    "men",
    "women",
    "miles",
    "meters",
    "dollars",
    "pounds",
    "feet",
    "km",
    "votes",
    "jobs",
    "points",
    "workers",
    "employees",
    "years",
    "%",
    "homes",
    "tons",
    "troops",
    "students",
    "calories",
    "words",
    "pages",
    "soldiers",
    "deaths",
    "times",
    "square",
    "yards",
    "acres",
    "copies",
    "seats",
    "units",
    "shares",
    "cars",
    "euros",
    "metres",
    "kilometers",
    "kilometres",
    "members",
];

fn bare(found: &Found<'_>) -> Option<Meaning> {
    let year = found.get(Slot::Year)?;
    let before = found.before(1);
    let lead = LEADS.contains(&before) || before.is_empty() || found.tokens.len() > 1;
    let fits = (1500..2100).contains(&year) && lead && !COUNTED.contains(&found.after());
    fits.then(|| point(found))?
}

fn season(found: &Found<'_>) -> Option<Meaning> {
    let direction = found.get(Slot::YearNow)?;
    Some(Meaning::Point(Point { year: Num::Open, direction, ..fields(found)? }))
}

fn decade_of_year(found: &Found<'_>) -> Option<Meaning> {
    let year = found.get(Slot::Year)?;
    (year % 10 == 0)
        .then(|| Meaning::Point(Point { decade: Num::Is(year / 10), ..Point::default() }))
}

fn decade(found: &Found<'_>) -> Option<Meaning> {
    let tens = found.get(Slot::Decade)?;
    (tens % 10 == 0)
        .then(|| Meaning::Point(Point { decade: Num::Is(190 + tens / 10), ..Point::default() }))
}

fn century(found: &Found<'_>) -> Option<Meaning> {
    let century = Num::Is(found.get(Slot::Century)? - 1);
    Some(Meaning::Point(Point { century, ..Point::default() }))
}

fn short_year(found: &Found<'_>) -> Option<Meaning> {
    let short = found.get(Slot::ShortYear)?;
    let leads = ["in", "of", "since", "by", "until", "from", "to", "class", "summer", "spring"];
    let year = Num::Is(if short >= 50 { 1900 + short } else { 2000 + short });
    leads.contains(&found.before(1)).then(|| Meaning::Point(Point { year, ..Point::default() }))
}

fn before_christ(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { bc: true, ..fields(found)? }))
}
