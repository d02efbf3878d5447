//! What looks like an English date and is none.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::slot::not;

/// Blockers: what they cover is kept from the other rules.
pub(super) const RULES: &[Rule] = &[
    rule("an age", "<n>-(year|month|week|day)-(old|olds)", not),
    rule("an age", "<n> (years|year|months|weeks|days) old", not),
    rule("an age", "<n> (years|months|weeks|days) of age", not),
    rule(
        "a title",
        "(usa today|today fm|good morning america|bloody sunday|ruby tuesday|black september|tgi friday|hard day's night|sunday bloody sunday|12 years a slave|the 1975 headlined)",
        not,
    ),
    rule("a verse", "(john|genesis|luke|mark|matthew|exodus|psalm|romans) <h>:<mi>", not),
    rule("round the clock", "24/7", not),
    rule(
        "year on year",
        "(year|month|week|quarter)-(on|over|to)-(year|month|week|quarter|date)",
        not,
    ),
];
