//! Where else an article says the same.

use crate::detect::{Article, WordId};
use crate::text::Span;

/// The spans, in bytes, other than `model` that say the same word for word: white
/// space, NFC or NFD and the two tone-mark spellings do not matter. A capital at
/// the beginning does, since `Sen` is a person and `sen` a flower.
#[must_use]
pub fn same_mentions(text: &str, model: Span) -> Vec<Span> {
    let article = Article::new(text);
    let tokens = article.tokens();
    let from = tokens.partition_point(|it| it.span.start() < model.start());
    let to = tokens.partition_point(|it| it.span.end() <= model.end());
    if from >= to || article.span(from..to) != model {
        return Vec::new();
    }
    let same = SameWords::new(&article);
    let starts = 0..=tokens.len() - (to - from);
    let found = starts.filter(|at| *at != from && same.at(*at, from..to));
    found.map(|at| article.span(at..at + to - from)).collect()
}

/// Words by what all their spellings share, so that comparing them is comparing numbers.
struct SameWords<'a, 't> {
    article: &'a Article<'t>,
    class: Vec<usize>,
}

impl<'a, 't> SameWords<'a, 't> {
    fn new(article: &'a Article<'t>) -> Self {
        let mut first = std::collections::HashMap::new();
        let class = article.words().iter().enumerate();
        let class = class.map(|(idx, it)| *first.entry(&it.folded).or_insert(idx)).collect();
        Self { article, class }
    }

    fn class(&self, token: usize) -> usize {
        let id: WordId = self.article.word_id(token);
        self.class[id.index()]
    }

    fn at(&self, at: usize, model: std::ops::Range<usize>) -> bool {
        let capital = |token: usize| self.article.surface(token).starts_with(char::is_uppercase);
        let apart = self.class(at) == self.class(model.start)
            && !(at < model.end && model.start < at + model.len());
        apart
            && capital(at) == capital(model.start)
            && (1..model.len()).all(|idx| self.class(at + idx) == self.class(model.start + idx))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_word_for_word() {
        let cases: [(&str, &str, &[&str]); 6] = [
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
