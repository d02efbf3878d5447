//! Years, decades, centuries and seasons.

use super::lexicon::MONTHS;
use crate::detect::date::context::YEAR_FROM_NOW;
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
    rule("period of a year", "the <y> quarter", point),
    rule(YEAR_FROM_NOW, "[<early>] <year-now> [(fiscal|calendar|financial|business)] year", point),
    rule("calendar year", "calendar [year] <y>", point),
    rule("season", "[<early>] [the] <season> [of] <y>", point),
    rule("decade or century from now", "[<early>] <now> (decade|century)", long),
    rule("two years from now", "the year (before last|after next)", two_years_away),
    rule("year in words", "nineteen <tail>", in_words).sure(0.8),
    rule("year in words", "two thousand [[and] <tail>]", in_words).sure(0.8),
    rule(
        "year in words",
        "(nineteen|eighteen|seventeen|sixteen) hundred [[and] <tail>]",
        in_hundreds,
    )
    .sure(0.8),
    rule("year in words", "twenty <tail>", in_words).sure(0.6),
    rule("decade", "[<early>] [the] nineteen <decade>", point),
    rule("season", "[(early|late|mid|mid-)] <season>", general_season).sure(0.7),
    rule(
        "season of a told year",
        "(that|the following|the previous|the next) <season>",
        told_season,
    ),
    rule("season from now", "<year-now> <season>", season),
    rule("season", "[<early>] the <season> of <year-now> year", point).sure(0.8),
    rule("season", "the <season>", the_season).sure(0.6),
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
#[rustfmt::skip]
const LEADS: &[&str] = &[
    "in", "since", "by", "until", "till", "from", "to", "between", "and", "of", "early", "late",
    "mid", "during", "before", "after", "through", "the", "(", "for", "as", "than", "with",
    "around", "about", "circa", "a", "its", "his", "her", "their", "or", "-", ",", "s", "that",
    "this", "till", "until", "within", "into",
];

/// Words after a number that count it.
#[rustfmt::skip]
const COUNTED: &[&str] = &[
    "people", "men", "women", "miles", "meters", "dollars", "pounds", "feet", "km", "votes", "jobs", "points",
    "workers", "employees", "years", "%", "cc", "homes", "tons", "troops", "students", "calories", "words", "pages",
    "soldiers", "deaths", "times", "square", "yards", "acres", "copies", "seats", "units", "shares", "cars", "euros",
    "metres", "kilometers", "kilometres", "members",
];

fn bare(found: &Found<'_>) -> Option<Meaning> {
    let year = found.get(Slot::Year)?;
    let (before, stream, end) = (found.before(1), found.stream, found.tokens.end);
    let told = ["in", "circa", "around", "since", "from", "about"].contains(&before);
    let plausible = (1500..2100).contains(&year) || (told && (1100..2100).contains(&year));
    let range = matches!(found.after(), "to" | "through" | "until" | "~")
        && stream.lex(end + 1).digits == 4;
    // `15:50:06 2016`.
    let range = range || (before.len() == 2 && found.before(2) == ":");
    let lead = LEADS.contains(&before) || before.is_empty() || found.tokens.len() > 1 || range;
    // `2003 UB313`, `1600 Pennsylvania Avenue`, `a 1600 cc engine`.
    let code = stream.lex(end).upper
        && stream.follows(end)
        && stream.is_digits(end + 1)
        && stream.touches(end + 1);
    let street = stream.lex(end).capital && STREETS.contains(&stream.next(end + 1));
    let dated = ["since", "until", "till", "by"].contains(&before);
    let numbered = !dated && (1..=3).any(|by| NUMBERED.contains(&found.before(by)));
    let counted = COUNTED.contains(&found.after())
        || (found.before(1) == "of" && CROWDS.contains(&found.before(2)));
    let fits = plausible && lead && !counted && !code && !street && !numbered;
    fits.then(|| point(found))?
}

/// What the last word of an address is.
const STREETS: &[&str] =
    &["street", "avenue", "road", "lane", "drive", "boulevard", "square", "st", "ave"];

/// What has a number that may look like a year.
const NUMBERED: &[&str] = &[
    "number",
    "no",
    "ending",
    "badge",
    "account",
    "code",
    "pin",
    "flight",
    "room",
    "page",
    "model",
    "extension",
];

/// What so many people are.
const CROWDS: &[&str] =
    &["crowd", "total", "group", "number", "population", "force", "staff", "audience"];

/// This, the last or the next ten or hundred years.
fn long(found: &Found<'_>) -> Option<Meaning> {
    let by = Num::Now(found.get(Slot::Direction)?);
    let decade = found.stream.word(found.tokens.end - 1) == "decade";
    let point = if decade {
        Point { decade: by, ..Point::default() }
    } else {
        Point { century: by, ..Point::default() }
    };
    Some(Meaning::Point(point))
}

fn two_years_away(found: &Found<'_>) -> Option<Meaning> {
    let by = if found.stream.word(found.tokens.end - 1) == "last" { -2 } else { 2 };
    Some(Meaning::Point(Point { year: Num::Now(by), ..Point::default() }))
}

/// `Nineteen eighty-four`.
fn in_words(found: &Found<'_>) -> Option<Meaning> {
    let century = if found.stream.word(found.tokens.start) == "nineteen" { 1900 } else { 2000 };
    let short = found.get(Slot::ShortYear);
    // `twenty five` and `two thousand` are numbers first of all.
    let number = century == 2000 && short.is_none_or(|it| it < 10) || short == Some(0);
    let year = Num::Is(century + short.unwrap_or(0));
    let stream = found.stream;
    let title = stream.lex(found.tokens.start + 1).capital || found.before(1) == "s";
    let before = stream.lex(found.tokens.start.wrapping_sub(1));
    let dated = before.word.is_some()
        || before.digits > 0
        || MONTHS.iter().any(|it| it.0 == found.before(1));
    let fits = !title && (found.before(1).is_empty() || dated || LEADS.contains(&found.before(1)));
    let spelt = found.stream.is_letters(found.tokens.end - 1);
    (fits && spelt && (!number || dated))
        .then(|| Meaning::Point(Point { year, ..Point::default() }))
}

/// `seventeen hundred thirty-three`.
fn in_hundreds(found: &Found<'_>) -> Option<Meaning> {
    let century = match found.stream.word(found.tokens.start) {
        "nineteen" => 1900,
        "eighteen" => 1800,
        "seventeen" => 1700,
        _ => 1600,
    };
    let year = Num::Is(century + found.get(Slot::ShortYear).unwrap_or(0));
    let month = MONTHS.iter().any(|it| it.0 == found.before(1));
    let end = found.tokens.end;
    let ends = !found.stream.is_letters(end) || !found.stream.follows(end);
    let fits = (month || LEADS.contains(&found.before(1))) && ends;
    fits.then(|| Meaning::Point(Point { year, ..Point::default() }))
}

/// `in winter`: a preposition makes a season of what may be a verb or a fall.
fn general_season(found: &Found<'_>) -> Option<Meaning> {
    let leads = [
        "in",
        "during",
        "since",
        "until",
        "by",
        "throughout",
        "through",
        "from",
        "and",
        "before",
        "after",
    ];
    let stream = found.stream;
    let ends = !stream.is_letters(found.tokens.end)
        || ["and", "the", "when", "but", "as", "to", "with", "for", "is", "was"]
            .contains(&found.after());
    let linked = found.before(1) == "and" && found.before(2) != "the";
    let lead = leads.contains(&found.before(1)) && (found.before(1) != "and" || linked);
    let verb = stream.lex(found.tokens.start).capital;
    (lead && ends && !verb).then(|| point(found))?
}

fn the_season(found: &Found<'_>) -> Option<Meaning> {
    let leads = ["in", "during", "since", "until", "by", "throughout", "for", "over"];
    let name = found.stream.lex(found.tokens.end - 1).capital;
    let season = found.after() != "of" && leads.contains(&found.before(1)) && !name;
    season.then(|| point(found))?
}

fn told_season(found: &Found<'_>) -> Option<Meaning> {
    let by =
        match (found.stream.word(found.tokens.start), found.stream.word(found.tokens.start + 1)) {
            ("that", _) => 0,
            (_, "previous") => -1,
            _ => 1,
        };
    Some(Meaning::Point(Point { year: Num::Told(by), ..fields(found)? }))
}

fn season(found: &Found<'_>) -> Option<Meaning> {
    let direction = found.get(Slot::YearNow)?;
    if direction == 0 {
        return point(found);
    }
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
