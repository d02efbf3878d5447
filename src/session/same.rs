//! Where else an article says the same.

use super::words::Words;
use crate::text::Span;

/// The spans, in bytes, other than `model` that say the same word for word: white
/// space, NFC or NFD and the two tone-mark spellings do not matter. A capital at
/// the beginning does, since `Sen` is a person and `sen` a flower.
#[must_use]
pub fn same_mentions(text: &str, model: Span) -> Vec<Span> {
    Words::new(text).same(model)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_word_for_word() {
        let cases: [(&str, &str, &[&str]); 7] = [
            ("Thắng, Tha\u{306}\u{301}ng, Tháng", "Thắng", &["Tha\u{306}\u{301}ng"]),
            ("Hoà Bình, Hòa  Bình, HÒA BÌNH", "Hoà Bình", &["Hòa  Bình", "HÒA BÌNH"]),
            ("Sen trồng sen. Sen cười.", "Sen", &["Sen"]),
            ("An ở An Giang, Anna", "An", &["An"]),
            ("ba ba ba", "ba", &["ba", "ba"]),
            ("TP.HCM và TP. HCM", "TP.HCM", &["TP. HCM"]),
            ("Huế", "Huế", &[]),
        ];
        for (text, model, want) in cases {
            let at = text.find(model).unwrap();
            let found = same_mentions(text, Span::of(&(at..at + model.len())));
            let got: Vec<&str> = found.iter().map(|it| it.slice(text)).collect();
            assert_eq!(got, want, "{text:?}");
        }
    }

    #[test]
    fn nothing_is_the_same_as_half_a_word() {
        assert_eq!(same_mentions("Hà Nội, Hà Nội", Span::new(0, 2)), []);
    }
}
