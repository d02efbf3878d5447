//! One spelling for texts that read the same.

use super::compose::{compose, is_mark, plain};

/// `text` in lower case and NFC, without invisible characters and with the tone
/// mark where the older spelling puts it (`hoà` → `hòa`, `thuỷ` → `thủy`).
///
/// For matching only: offsets of the result are not offsets of `text`.
#[must_use]
pub fn fold(text: &str) -> String {
    let lower = text.to_lowercase();
    let visible = lower.chars().filter(|it| !is_invisible(*it));
    let visible: String = visible.collect();
    move_tone_mark(if visible.contains(is_mark) { compose(&visible) } else { visible })
}

/// [`fold`] without any marks, also that of `đ`: what a person types who is in a hurry.
#[must_use]
pub fn bare(text: &str) -> String {
    let letter = |it: char| if it == 'đ' { 'd' } else { plain(it) };
    fold(text).chars().filter(|it| !is_mark(*it)).map(letter).collect()
}

/// Zero-width, bidi and soft-hyphen characters: a reader does not see them.
pub(crate) fn is_invisible(it: char) -> bool {
    matches!(it, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Vowel pairs of which either may carry the tone mark: newer spelling, older one.
#[rustfmt::skip]
const TONE_PAIRS: [(&str, &str); 15] = [
    ("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"),
    ("oè", "òe"), ("oé", "óe"), ("oẻ", "ỏe"), ("oẽ", "õe"), ("oẹ", "ọe"),
    ("uỳ", "ùy"), ("uý", "úy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uỵ", "ụy"),
];

/// The other way to write two vowels of which either may carry the tone mark.
pub(super) fn other_spelling([first, second]: [char; 2]) -> Option<[char; 2]> {
    // Most letters are none of these, and it is asked of many.
    if !matches!(first, 'o' | 'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'u' | 'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ')
    {
        return None;
    }
    let two = |it: &str| {
        let mut letters = it.chars();
        Some([letters.next()?, letters.next()?])
    };
    let pair = Some([first, second]);
    let found = TONE_PAIRS.into_iter().find_map(|(new, old)| match (two(new), two(old)) {
        (new, old) if new == pair => Some(old),
        (new, old) if old == pair => Some(new),
        _ => None,
    });
    found?
}

/// Only an open syllable has two spellings, and `qu` is a consonant.
fn move_tone_mark(mut word: String) -> String {
    // Most words have no such pair, and searching for each of them takes long.
    let mut pairs = word.chars().zip(word.chars().skip(1));
    if !pairs.any(|(first, second)| matches!(first, 'o' | 'u') && !second.is_ascii()) {
        return word;
    }
    for (new, old) in TONE_PAIRS {
        let mut from = 0;
        while let Some(at) = word[from..].find(new).map(|it| it + from) {
            let after = at + new.len();
            let open = !word[after..].starts_with(char::is_alphabetic);
            from = after;
            if open && !word[..at].ends_with('q') {
                word.replace_range(at..after, old);
                // `uỹ` has one byte more than `ũy`.
                from = at + old.len();
            }
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_what_reads_the_same() {
        let cases = [
            ("HOÀ", "hòa"),
            ("Thuỷ", "thủy"),
            ("Hoà Bình", "hòa bình"),
            ("khoẻ, hoà", "khỏe, hòa"),
            // Shorter by a byte.
            ("luỹ", "lũy"),
            // The tone has one place here.
            ("hoàn", "hoàn"),
            ("quý", "quý"),
            ("Quỳnh", "quỳnh"),
            // Decomposed, and with a zero-width space.
            ("Nguye\u{302}\u{303}n", "nguyễn"),
            ("Hà\u{200b} Nội", "hà nội"),
            ("Covid-19", "covid-19"),
        ];
        for (given, want) in cases {
            assert_eq!(fold(given), want, "{given:?}");
        }
    }

    #[test]
    fn bare_has_no_marks() {
        for (given, want) in [("Đường Điện Biên Phủ", "duong dien bien phu"), ("e\u{301}té", "ete")]
        {
            assert_eq!(bare(given), want);
        }
    }
}
