//! Runs of capitalised words, and what they look like by themselves.

use std::ops::Range;

use super::article::Case;
use super::gazetteer::Lists;
use super::reading::Reading;
use crate::text::{Gap, TokenKind};

/// Where the capitalised word ends that begins at a token, with what is written
/// together with it: `Mát-xcơ-va`, `J.K.`, `O'Neill`, `U23`.
pub(super) fn unit(r: &Reading, at: usize) -> Option<usize> {
    if !r.is_capital(at) || r.is_taken(at) {
        return None;
    }
    let mut end = at + 1;
    while end < at + 16 && r.gap(end) == Gap::None && end < r.len() && !r.is_taken(end) {
        let next = end + 1;
        let more = next < r.len() && r.gap(next) == Gap::None && !r.is_taken(next);
        match (r.kind(end), r.article.surface(end)) {
            (TokenKind::Symbol, "-" | "‑") if more && r.is_word(next) => end = next + 1,
            (TokenKind::Symbol, "-") if more && r.is_number(next) => end = next + 1,
            (TokenKind::Symbol, "'" | "’") if more && r.is_word(next) && is_particle(r, next) => {
                end = next + 1
            }
            (TokenKind::Symbol, "&") if more && r.is_capital(next) => end = next + 1,
            (TokenKind::Symbol, ".") if is_initial(r, end - 1) => {
                let joined = more && r.is_capital(next);
                end = if joined { next + 1 } else { next };
                if !joined {
                    break;
                }
            }
            (TokenKind::Digits, _) if r.case(at) != Case::Title || r.folded(at).len() <= 2 => {
                end = next
            }
            _ => break,
        }
    }
    Some(end)
}

/// After an apostrophe: `O'Neill`, `D'Or`, not the `s` of `Nam's`.
fn is_particle(r: &Reading, at: usize) -> bool {
    r.is_capital(at) || r.folded(at).len() > 2
}

/// One capital letter, or two of an abbreviated name part (`Th.`).
fn is_initial(r: &Reading, at: usize) -> bool {
    r.folded(at).chars().count() == 1 && r.is_capital(at)
}

/// The capitalised words from a token on, while they stand on one line and are free.
pub(super) fn units(r: &Reading, at: usize) -> Vec<Range<usize>> {
    let mut res = Vec::new();
    let mut from = at;
    while let Some(end) = unit(r, from) {
        res.push(from..end);
        // A full stop that ended an initial does not end the run.
        if !r.continues(end) || res.len() >= MAX_UNITS {
            break;
        }
        let foreign = !r.is_syllable(end - 1) && r.is_word(end - 1);
        from = if foreign { end + particles(r, end) } else { end };
    }
    res
}

/// Words of a foreign name in lower case: `von der` in `Ursula von der Leyen`, `van` in `Vincent van Gogh`.
pub(super) fn particles(r: &Reading, at: usize) -> usize {
    const FIRST: &[&str] =
        &["al", "bin", "da", "de", "del", "der", "di", "dos", "du", "van", "von"];
    const SECOND: &[&str] = &["den", "der", "la", "las", "los"];
    let lower = |at: usize, words: &[&str]| {
        r.continues(at) && r.gap(at) == Gap::Space && r.is_any(at, words) && !r.is_capital(at)
    };
    let count = match (lower(at, FIRST), lower(at + 1, SECOND)) {
        (true, true) => 2,
        (true, false) => 1,
        _ => 0,
    };
    if r.continues(at + count) && r.is_capital(at + count) { count } else { 0 }
}

/// Longer runs are headlines, not names.
pub(super) const MAX_UNITS: usize = 12;

/// Whether a person's full name of three or more Vietnamese syllables begins at a
/// token, or one of two whose given name is known.
pub(super) fn is_full_name(r: &Reading, at: usize) -> bool {
    full_name(r, at).is_some()
}

/// Where that name ends.
pub(super) fn full_name(r: &Reading, at: usize) -> Option<usize> {
    if !r.is_capital(at) || !r.lists(at).meets(Lists::SURNAME) || r.case(at) == Case::Mixed {
        return None;
    }
    let units = units(r, at);
    let fits = |it: &Range<usize>| it.len() == 1 && r.is_syllable(it.start);
    let ends = |it: usize| it > 0 && begins_word(r, &units[it]);
    let count = (0..units.len()).take_while(|it| fits(&units[*it]) && !ends(*it)).count();
    let given = |it: usize| r.lists(units[it].start).meets(Lists::GIVEN);
    let place = r.longest(at, Lists::PLACES).filter(|it| *it > at + 1);
    match count {
        2..=5 if place == Some(at + count) => None,
        3..=5 if given(count - 1) || given(1) => Some(at + count),
        3 => Some(at + 3),
        2 if given(1) => Some(at + 2),
        6.. if given(2) => Some(at + 3),
        _ => None,
    }
}

/// A capitalised syllable that a lower-case one makes a title or a common word of: `Thứ trưởng`.
pub(super) fn begins_word(r: &Reading, unit: &Range<usize>) -> bool {
    r.continues(unit.end)
        && !r.is_capital(unit.end)
        && r.longest(unit.start, Lists::COMPOUNDS).is_some_and(|end| end > unit.end)
}

#[cfg(test)]
mod tests {
    use super::super::{Article, Language};
    use super::*;

    #[test]
    fn units_take_in_what_is_written_together() {
        for (text, want) in [
            ("Mát-xcơ-va nói", "Mát-xcơ-va"),
            ("J.K. Rowling", "J.K."),
            ("O'Neill said", "O'Neill"),
            ("Nam's book", "Nam"),
            ("U23 Việt Nam", "U23"),
            ("Covid-19", "Covid-19"),
            ("Lan. Hoa", "Lan"),
        ] {
            let article = Article::new(text);
            let reading = Reading::new(&article, Language::Vi);
            let end = unit(&reading, 0).unwrap();
            assert_eq!(article.span(0..end).slice(text), want);
        }
    }
}
