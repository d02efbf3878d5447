//! English, American and British.

mod clock;
mod day;
mod duration;
mod holiday;
mod lexicon;
mod list;
mod month;
pub(super) mod names;
mod none;
mod number;
pub(super) mod relative;
mod set;
mod year;

use super::grammar::Spec;

/// The language. Of rules that read the same tokens the first one counts.
pub(super) const SPEC: Spec = Spec {
    classes: &[lexicon::NUMBERS, lexicon::NAMES],
    rules: &[
        // Blockers first: they name what the others must not find.
        none::RULES,
        super::numeric::RULES,
        list::RULES,
        day::RULES,
        month::RULES,
        year::RULES,
        holiday::RULES,
        clock::RULES,
        set::RULES,
        relative::RULES,
        // Last: what reads as a duration may be something more particular.
        duration::RULES,
    ],
    numbers: number::WORDS,
    vague: lexicon::VAGUE,
    amounts: lexicon::AMOUNTS,
    in_words: number::read,
    ordinal: number::ordinal,
    decimal: ".",
    past_suffix: Some("ed"),
    ahead: 7,
    marks: lexicon::MARKS,
};

#[cfg(test)]
mod tests {
    #[test]
    fn every_pattern_can_be_read() {
        crate::detect::date::grammar::check(&super::SPEC);
    }
}
