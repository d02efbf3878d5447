//! What a person means who points at a place in the text.

use crate::text::{Span, is_address, paragraphs, sentences, words};

/// How much of the text around a place is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Around {
    /// The word, or all of the name that it belongs to.
    Name,
    /// The sentence.
    Sentence,
}

/// The piece of `text` that is meant at the byte offset `at`; `None` where there are no words.
#[must_use]
pub(super) fn around(text: &str, at: u32, what: Around) -> Option<Span> {
    let paragraph = paragraphs(text).find(|it| at <= it.end())?;
    match what {
        Around::Name => name(text, paragraph, at),
        Around::Sentence => {
            let sentences = sentences(text, paragraph);
            let after = sentences.partition_point(|it| it.start() <= at).max(1);
            sentences.get(after - 1).copied()
        }
    }
}

/// Capitalised words in a row up to which they are taken as one name: a headline in capitals is none.
const LONGEST_NAME: usize = 8;

fn name(text: &str, paragraph: Span, at: u32) -> Option<Span> {
    let words = words(paragraph.slice(text)).into_iter().map(|it| it.shift(paragraph.start()));
    let words: Vec<Span> =
        words.filter(|it| it.slice(text).contains(char::is_alphanumeric)).collect();
    let own = words.iter().position(|it| it.start() <= at && at <= it.end())?;
    let capital = |it: usize| words[it].slice(text).starts_with(char::is_uppercase);
    let joined =
        |a: usize| capital(a) && capital(a + 1) && space_between(text, words[a], words[a + 1]);
    let mut first = (0..own).rev().take_while(|it| joined(*it)).last().unwrap_or(own);
    let last = (own..words.len() - 1).take_while(|it| joined(*it)).last().map_or(own, |it| it + 1);
    if first < own && is_address(words[first].slice(text)) {
        first += 1;
    }
    let name = words[first].cover(words[last]);
    // How one speaks of a person is a word by itself.
    let alone = last - first >= LONGEST_NAME || is_address(words[own].slice(text));
    Some(if alone { words[own] } else { name })
}

fn space_between(text: &str, one: Span, next: Span) -> bool {
    Span::new(one.end(), next.start()).slice(text).chars().all(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_double_click_takes_a_word_or_a_whole_name() {
        // Clicked at `|`.
        let cases = [
            ("Ông Trần H|ữu Đức, nói", Some("Trần Hữu Đức")),
            ("Ông Trần Hữu Đức|, nói", Some("Trần Hữu Đức")),
            ("|Ông Trần Hữu Đức", Some("Ông")),
            ("Trần Hữu Đức, Lê Văn |An", Some("Lê Văn An")),
            ("đi ch|ợ sớm", Some("chợ")),
            ("ở TP.H|CM nay", Some("TP.HCM")),
            ("Hà Nội. |Huế", Some("Huế")),
            ("tăng 43.7|00 đồng", Some("43.700")),
            ("MỘT HAI BA BỐN NĂM S|ÁU BẢY TÁM CHÍN MƯỜI", Some("SÁU")),
            ("a\nHà |Nội\nb", Some("Hà Nội")),
            ("a — | — b", None),
            ("|", None),
        ];
        for (marked, want) in cases {
            let at = marked.find('|').unwrap();
            let text = marked.replace('|', "");
            let got = around(&text, u32::try_from(at).unwrap(), Around::Name);
            assert_eq!(got.map(|it| it.slice(&text)), want, "{marked:?}");
        }
    }

    #[test]
    fn a_third_click_takes_the_sentence() {
        let text = "Một. Hai ba.\n\nBốn.";
        for (at, want) in [(0, Some("Một.")), (8, Some("Hai ba.")), (15, None), (17, Some("Bốn."))]
        {
            let got = around(text, at, Around::Sentence);
            assert_eq!(got.map(|it| it.slice(text)), want, "{at}");
        }
    }
}
