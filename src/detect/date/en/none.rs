//! What looks like an English date and is none.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::slot::not;

/// Blockers: what they cover is kept from the other rules.
pub(super) const RULES: &[Rule] = &[
    rule("an age", "<n>-(year|month|week|day)-(old|olds)", not),
    rule("an age", "<n> (years|year|months|weeks|days) old", not),
    rule("an age", "<n> (years|months|weeks|days) of age", not),
    rule("round the clock", "24/7", not),
    rule(
        "year on year",
        "(year|month|week|quarter)-(on|over|to)-(year|month|week|quarter|date)",
        not,
    ),
];
