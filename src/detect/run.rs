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
        from = end;
    }
    res
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
    let fits = |it: &Range<usize>| it.len() == 1 && is_syllable(r, it.start);
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

/// Whether a word can be a Vietnamese syllable: letters of the alphabet, an onset, vowels, a coda.
pub(super) fn is_syllable(r: &Reading, at: usize) -> bool {
    r.is_word(at) && is_vietnamese_syllable(r.folded(at))
}

/// See [`is_syllable`].
pub(super) fn is_vietnamese_syllable(word: &str) -> bool {
    const CODAS: &[&str] = &["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];
    const ONSETS: &[&str] = &[
        "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
        "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
    ];
    let plain: String = word.chars().map(base).collect();
    let Some(start) = plain.find(VOWELS) else { return false };
    let onset_len = if plain.starts_with("qu") { 2 } else { start };
    let rest = &plain[onset_len..];
    let vowels = rest.find(|it| !VOWELS.contains(&it)).unwrap_or(rest.len());
    let count = rest[..vowels].chars().count();
    let marks = word
        .chars()
        .filter(|it| "áàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ".contains(*it))
        .count();
    ONSETS.contains(&&plain[..onset_len])
        && (1..=3).contains(&count)
        && CODAS.contains(&&rest[vowels..])
        && marks <= 1
}

const VOWELS: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'y'];

/// A letter without its marks; `đ` is a letter of its own.
fn base(it: char) -> char {
    match it {
        'á' | 'à' | 'ả' | 'ã' | 'ạ' | 'â' | 'ă' | 'ấ' | 'ầ' | 'ẩ' | 'ẫ' | 'ậ' | 'ắ' | 'ằ' | 'ẳ'
        | 'ẵ' | 'ặ' => 'a',
        'é' | 'è' | 'ẻ' | 'ẽ' | 'ẹ' | 'ê' | 'ế' | 'ề' | 'ể' | 'ễ' | 'ệ' => 'e',
        'í' | 'ì' | 'ỉ' | 'ĩ' | 'ị' => 'i',
        'ó' | 'ò' | 'ỏ' | 'õ' | 'ọ' | 'ô' | 'ơ' | 'ố' | 'ồ' | 'ổ' | 'ỗ' | 'ộ' | 'ớ' | 'ờ' | 'ở'
        | 'ỡ' | 'ợ' => 'o',
        'ú' | 'ù' | 'ủ' | 'ũ' | 'ụ' | 'ư' | 'ứ' | 'ừ' | 'ử' | 'ữ' | 'ự' => 'u',
        'ý' | 'ỳ' | 'ỷ' | 'ỹ' | 'ỵ' => 'y',
        it => it,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Article, Language};
    use super::*;

    #[test]
    fn syllables() {
        for (word, want) in [
            ("nguyễn", true),
            ("quý", true),
            ("yên", true),
            ("ý", true),
            ("ninh", true),
            ("khuya", true),
            ("obama", false),
            ("john", false),
            ("park", false),
            ("kim", true),
            ("ubnd", false),
            ("tr", false),
            ("", false),
        ] {
            assert_eq!(is_vietnamese_syllable(word), want, "{word}");
        }
    }

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
