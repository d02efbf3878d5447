//! Holidays of the English-speaking countries.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::holiday::Holiday;
use crate::detect::date::point::{Meaning, Point};
use crate::detect::date::slot::{Found, Slot, fields};

/// Days with a name, with or without their year.
pub(super) const RULES: &[Rule] = &[
    rule("holiday", "<holiday>", holiday),
    rule("holiday", "<holiday>[,] [of] <y>", holiday),
    rule("holiday", "<holiday> <year-now> year", holiday),
    rule("holiday", "<holiday> of <year-now> year", holiday),
    rule("last or next holiday", "<now> <holiday>", holiday),
    rule("part of a holiday", "<holiday> <part>", holiday),
];

fn holiday(found: &Found<'_>) -> Option<Meaning> {
    let holiday = found.value(Slot::Holiday).and_then(Holiday::of)?;
    // `Easter Island`, `Christmas carols`, `Thanksgiving dinner` is still that day.
    let stream = found.stream;
    let title = stream.lex(found.tokens.end).capital && stream.follows(found.tokens.end);
    let places =
        ["carol", "tree", "card", "cards", "carols", "island", "eggs", "egg", "bunny", "rush"];
    let name = title && found.tokens.len() == 1;
    let fits = !name && !places.contains(&found.after());
    fits.then_some(Meaning::Point(Point { holiday: Some(holiday), ..fields(found)? }))
}
