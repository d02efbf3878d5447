//! The words of a text by number, so that looking for the same is comparing numbers.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::detect::Article;
use crate::text::Span;

/// The tokens of one text. Made once for each text: a megabyte has 200,000.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Words {
    tokens: Vec<Token>,
    /// The number that all spellings of a word share, by its folded form.
    classes: FxHashMap<Box<str>, u32>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Token {
    span: Span,
    class: u32,
    capital: bool,
}

impl Words {
    /// Cuts a text into its words.
    pub(super) fn new(text: &str) -> Self {
        let article = Article::new(text);
        let mut classes: FxHashMap<Box<str>, u32> = FxHashMap::default();
        let mut number = 0;
        let class: Vec<u32> = (article.words().iter())
            .map(|it| {
                *classes.entry(it.folded.clone()).or_insert_with(|| {
                    number += 1;
                    number
                })
            })
            .collect();
        let token = |at: usize| Token {
            span: article.tokens()[at].span,
            class: class[article.word_id(at).index()],
            capital: article.surface(at).starts_with(char::is_uppercase),
        };
        Self { tokens: (0..article.tokens().len()).map(token).collect(), classes }
    }

    /// Whether a word, folded, stands anywhere in the text.
    pub(super) fn has(&self, folded: &str) -> bool {
        self.classes.contains_key(folded)
    }

    /// The numbers of the words that `span` holds a part of.
    pub(super) fn classes(&self, span: Span) -> impl DoubleEndedIterator<Item = u32> {
        self.tokens[self.touched(span)].iter().map(|it| it.class)
    }

    /// The word before `span`, and the one after it.
    pub(super) fn around(&self, span: Span) -> [Option<u32>; 2] {
        let inside = self.touched(span);
        let before = inside.start.checked_sub(1);
        [before, Some(inside.end)].map(|at| Some(self.tokens.get(at?)?.class))
    }

    fn touched(&self, span: Span) -> Range<usize> {
        let from = self.tokens.partition_point(|it| it.span.end() <= span.start());
        let to = self.tokens.partition_point(|it| it.span.start() < span.end());
        from..to.max(from)
    }

    /// The spans, in bytes, other than `model` that say the same word for word: white
    /// space, NFC or NFD and the two tone-mark spellings do not matter. A capital at
    /// the beginning does, since `Sen` is a person and `sen` a flower.
    pub(super) fn same(&self, model: Span) -> Vec<Span> {
        let range = self.touched(model);
        if range.is_empty() || self.span(range.clone()) != model {
            return Vec::new();
        }
        let starts = 0..=self.tokens.len() - range.len();
        let found = starts.filter(|at| self.is_same(*at, &range));
        found.map(|at| self.span(at..at + range.len())).collect()
    }

    /// How often words that are not of this text stand in it; the capital counts as in [`Self::same`].
    pub(super) fn count(&self, surface: &str) -> usize {
        let other = Self::new(surface);
        let class = |it: &Token| {
            let (word, _) = other.classes.iter().find(|(_, class)| **class == it.class)?;
            self.classes.get(word).copied()
        };
        let Some(classes) = other.tokens.iter().map(class).collect::<Option<Vec<u32>>>() else {
            return 0;
        };
        let Some(capital) = other.tokens.first().map(|it| it.capital) else { return 0 };
        let rows = self.tokens.windows(classes.len());
        rows.filter(|row| {
            row[0].capital == capital && row.iter().map(|it| it.class).eq(classes.iter().copied())
        })
        .count()
    }

    fn span(&self, range: Range<usize>) -> Span {
        self.tokens[range.start].span.cover(self.tokens[range.end - 1].span)
    }

    fn is_same(&self, at: usize, model: &Range<usize>) -> bool {
        let (here, first) = (self.tokens[at], self.tokens[model.start]);
        let apart = at >= model.end || model.start >= at + model.len();
        let class = |at: usize| self.tokens[at].class;
        here.class == first.class
            && here.capital == first.capital
            && apart
            && (1..model.len()).all(|idx| class(at + idx) == class(model.start + idx))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_elsewhere_are_counted() {
        let words = Words::new("Hoà Bình, Hòa  Bình, hòa bình. TP.HCM và TP. HCM");
        for (surface, want) in
            [("Hòa Bình", 2), ("hoà bình", 1), ("TP.HCM", 2), ("Huế", 0), ("Bình Hòa", 0), ("", 0)]
        {
            assert_eq!(words.count(surface), want, "{surface:?}");
        }
    }

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
            let found = Words::new(text).same(Span::of(&(at..at + model.len())));
            let got: Vec<&str> = found.iter().map(|it| it.slice(text)).collect();
            assert_eq!(got, want, "{text:?}");
        }
    }

    #[test]
    fn nothing_is_the_same_as_half_a_word() {
        assert_eq!(Words::new("Hà Nội, Hà Nội").same(Span::new(0, 2)), []);
    }
}
