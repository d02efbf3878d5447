//! A text as the detectors see it: tokens, and each different word once.

use rustc_hash::FxHashMap;

use super::syllable::is_syllable;
use crate::text::{Span, Token, TokenKind, fold, tokens};

/// The languages that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

impl Language {
    /// How it is written in files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The language that is written so.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Vi, Self::En].into_iter().find(|it| it.as_str() == text)
    }
}

/// Index of a word among the different words of one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WordId(u32);

impl WordId {
    /// For tables with one entry a word.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A word as it is spelled in the article; `Hà` and `hà` are two with the same `folded`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// What all spellings of it share: [`fold`].
    pub folded: Box<str>,
    /// How its letters are cased.
    pub case: Case,
    /// Whether it can be a Vietnamese syllable.
    pub syllable: bool,
}

impl Word {
    fn new(surface: &str, kind: TokenKind) -> Self {
        let folded: Box<str> = fold(surface).into();
        Self { case: case(surface, kind), syllable: is_syllable(&folded), folded }
    }
}

/// How the letters of a word are cased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// No upper-case letter; also digits and symbols.
    Lower,
    /// The first letter alone.
    Title,
    /// All of at least two letters.
    Upper,
    /// Anything else: `iPhone`, `TPHcm`.
    Mixed,
}

/// A text with its tokens and words.
///
/// Words are interned, so whatever is asked of a word (is it in a list, is it a
/// month) is asked once for each different word and not once for each token: a
/// megabyte of news has 200,000 tokens and some 5,000 words.
#[derive(Clone, Debug)]
pub struct Article<'t> {
    /// The text, as pasted.
    pub text: &'t str,
    tokens: Vec<Token>,
    ids: Vec<WordId>,
    words: Vec<Word>,
}

impl<'t> Article<'t> {
    /// Cuts a text into tokens and interns their words.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "texts are shorter than 4 GiB")]
    pub fn new(text: &'t str) -> Self {
        let tokens: Vec<Token> = tokens(text).collect();
        let mut known: FxHashMap<&str, WordId> = FxHashMap::default();
        let mut words = Vec::new();
        let mut intern = |token: &Token| {
            let surface = token.span.slice(text);
            *known.entry(surface).or_insert_with(|| {
                words.push(Word::new(surface, token.kind));
                WordId(words.len() as u32 - 1)
            })
        };
        let ids = tokens.iter().map(&mut intern).collect();
        Self { text, tokens, ids, words }
    }

    /// The tokens in order.
    #[must_use]
    #[inline]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The different words, in the order of their first use.
    #[must_use]
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// Which word the token with this index is.
    ///
    /// # Panics
    ///
    /// If there is no such token.
    #[must_use]
    #[inline]
    pub fn word_id(&self, token: usize) -> WordId {
        self.ids[token]
    }

    /// The word of the token with this index.
    ///
    /// # Panics
    ///
    /// If there is no such token.
    #[must_use]
    #[inline]
    pub fn word(&self, token: usize) -> &Word {
        &self.words[self.ids[token].index()]
    }

    /// What the token with this index says, as pasted.
    ///
    /// # Panics
    ///
    /// If there is no such token.
    #[must_use]
    #[inline]
    pub fn surface(&self, token: usize) -> &'t str {
        self.tokens[token].span.slice(self.text)
    }

    /// From the first token to the last one of a range.
    ///
    /// # Panics
    ///
    /// If the range is empty or not within the article.
    #[must_use]
    pub fn span(&self, tokens: std::ops::Range<usize>) -> Span {
        self.tokens[tokens.start].span.cover(self.tokens[tokens.end - 1].span)
    }
}

fn case(surface: &str, kind: TokenKind) -> Case {
    if kind != TokenKind::Letters {
        return Case::Lower;
    }
    let mut letters = surface.chars().filter(|it| it.is_alphabetic());
    let first = letters.next().is_some_and(char::is_uppercase);
    let (mut upper, mut lower) = (0, 0);
    for it in letters {
        if it.is_uppercase() { upper += 1 } else { lower += 1 }
    }
    match (first, upper, lower) {
        (false, 0, _) => Case::Lower,
        (true, 0, _) => Case::Title,
        (true, _, 0) => Case::Upper,
        _ => Case::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_interned_by_their_spelling() {
        let article = Article::new("Hà hà Hà Ha\u{300}");
        let ids: Vec<usize> = (0..4).map(|it| article.word_id(it).index()).collect();
        assert_eq!(ids, [0, 1, 0, 2]);
        assert!(article.words().iter().all(|it| &*it.folded == "hà"));
    }

    #[test]
    fn cases() {
        let want = [
            ("hà", Case::Lower),
            ("Hà", Case::Title),
            ("HÀ", Case::Upper),
            ("iPhone", Case::Mixed),
        ];
        for (text, case) in want {
            assert_eq!(Article::new(text).word(0).case, case, "{text}");
        }
        // One letter: an initial, or `Ý` of `Ý Yên`.
        assert_eq!(Article::new("Ý").word(0).case, Case::Title);
    }
}
