//! Vietnamese: day, month, year, in this order.

mod bare;
mod clock;
pub(super) mod day;
mod duration;
mod lexicon;
mod lunar;
mod month;
mod none;
mod number;
mod relative;
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
        // Before the solar days: `mùng 5 tháng Giêng` reads as both.
        lunar::RULES,
        day::RULES,
        month::RULES,
        year::RULES,
        clock::RULES,
        relative::RULES,
        set::RULES,
        // Last: what reads as a duration may be something more particular.
        duration::RULES,
    ],
    numbers: number::WORDS,
    vague: lexicon::VAGUE,
    amounts: lexicon::AMOUNTS,
    in_words: number::read,
    ordinal: number::ordinal,
    decimal: ",",
    past_suffix: None,
    ahead: 90,
    marks: lexicon::MARKS,
};

#[cfg(test)]
mod tests {
    #[test]
    fn every_pattern_can_be_read() {
        crate::detect::date::grammar::check(&super::SPEC);
    }
}
