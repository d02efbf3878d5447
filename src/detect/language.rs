//! Which language a text is written in.

use super::{Article, Language};
use crate::text::TokenKind;

/// Vietnamese if enough of its words carry Vietnamese letters or, in a text
/// without any, if its commonest words are Vietnamese ones without their marks.
///
/// A quarter of the words is between the two languages by far: English news that
/// quotes Vietnamese names stays below it, Vietnamese has more than two thirds.
pub(super) fn find(article: &Article) -> Language {
    let score = |word: &str| {
        if word.chars().any(is_vietnamese) {
            Score { words: 1, marked: 1, plain: 0 }
        } else {
            Score { words: 1, marked: 0, plain: plain_evidence(word) }
        }
    };
    let by_word: Vec<Score> = article.words().iter().map(|it| score(&it.folded)).collect();
    let letters = article.tokens().iter().enumerate().filter(|it| it.1.kind == TokenKind::Letters);
    let sum = letters.fold(Score::default(), |sum, (at, _)| {
        let it = by_word[article.word_id(at).index()];
        Score {
            words: sum.words + it.words,
            marked: sum.marked + it.marked,
            plain: sum.plain + it.plain,
        }
    });
    let is_vietnamese = sum.marked * 4 >= sum.words.max(1) || (sum.marked == 0 && sum.plain > 0);
    if is_vietnamese { Language::Vi } else { Language::En }
}

#[derive(Clone, Copy, Default)]
struct Score {
    words: i64,
    marked: i64,
    /// Words that are common in Vietnamese without marks, less those common in English.
    plain: i64,
}

/// Letters that English does not borrow; `é` in `café` says nothing.
fn is_vietnamese(it: char) -> bool {
    matches!(it, 'ă' | 'đ' | 'ơ' | 'ư' | 'ạ'..='ỹ')
        || matches!(
            it,
            'à' | 'á'
                | 'ả'
                | 'ã'
                | 'ò'
                | 'ó'
                | 'õ'
                | 'ù'
                | 'ú'
                | 'ũ'
                | 'ì'
                | 'í'
                | 'ĩ'
                | 'ý'
                | 'ê'
                | 'ô'
                | 'â'
        )
}

fn plain_evidence(word: &str) -> i64 {
    const VI: &[&str] = &[
        "cua", "nguoi", "khong", "duoc", "nhung", "trong", "cho", "mot", "voi", "va", "tai",
        "ngay", "nam", "cac", "tinh", "huyen", "ong", "ba", "den", "ve", "theo", "tren", "cung",
        "nay", "viec", "nha", "nuoc", "thanh", "pho", "co", "la", "da", "se",
    ];
    const EN: &[&str] = &[
        "the", "of", "and", "to", "in", "a", "is", "was", "for", "on", "that", "with", "as", "at",
        "by", "from", "he", "it", "his", "are", "were", "said", "has", "have", "will", "an", "be",
        "this", "which", "i", "you", "my",
    ];
    i64::from(VI.contains(&word)) - i64::from(EN.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_apart() {
        let cases = [
            ("Ông Nguyễn Văn Nam sống ở Hà Nội.", Language::Vi),
            (
                "O\u{302}ng So\u{31b}n so\u{302}\u{301}ng o\u{31b}\u{309} Hue\u{302}\u{301}",
                Language::Vi,
            ),
            ("Ong Nguyen Van Nam cung nguoi nha den Ha Noi", Language::Vi),
            (
                "The café of Hà Nội was praised by the New York Times for its coffee and its cakes.",
                Language::En,
            ),
            (
                "The mayor of Đà Nẵng met Nguyễn Văn Nam on Monday and said that the city would spend the money on a new road.",
                Language::En,
            ),
            ("12 + 13 = 25", Language::En),
            ("", Language::En),
        ];
        for (text, want) in cases {
            assert_eq!(find(&Article::new(text)), want, "{text:?}");
        }
    }
}
