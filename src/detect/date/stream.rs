//! The article as the date rules see it: each different word looked up once.

use crate::detect::article::{Article, Case};
use crate::text::{Gap, TokenKind};

use super::grammar::Grammar;
use super::numeral::NumWord;

/// Number of a literal in the vocabulary of a grammar; [`NO_LIT`] for all other words.
pub(super) type Lit = u16;

/// A word that no pattern names.
pub(super) const NO_LIT: Lit = 0;

/// What is known of a word, whatever stands around it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lex {
    pub(super) lit: Lit,
    /// How many digits it has; 0 if it is no number.
    pub(super) digits: u8,
    /// The number its digits write, at most [`u32::MAX`].
    pub(super) number: u32,
    /// What it does in number words.
    pub(super) word: Option<NumWord>,
    /// What it says about the expressions around it: [`super::context::mark`].
    pub(super) marks: u8,
    /// Whether a rule may begin with it.
    pub(super) starts: bool,
    /// Whether it is letters, digits or neither.
    pub(super) kind: Option<TokenKind>,
    pub(super) capital: bool,
    pub(super) upper: bool,
}

/// An article with what its words mean to the date rules.
pub(super) struct Stream<'a> {
    pub(super) article: &'a Article<'a>,
    pub(super) grammar: &'a Grammar,
    words: Vec<Lex>,
}

impl<'a> Stream<'a> {
    pub(super) fn new(article: &'a Article<'a>, grammar: &'a Grammar) -> Self {
        let words = article.words().iter().map(|it| grammar.lex(it)).collect();
        Self { article, grammar, words }
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        self.article.tokens().len()
    }

    /// What is known of the word there; nothing after the end.
    #[inline]
    pub(super) fn lex(&self, at: usize) -> Lex {
        if at < self.len() {
            self.words.get(self.article.word_id(at).index()).copied().unwrap_or_default()
        } else {
            Lex::default()
        }
    }

    /// What stands before a token; a line end after the last one.
    #[inline]
    pub(super) fn gap(&self, at: usize) -> Gap {
        self.article.tokens().get(at).map_or(Gap::Line, |it| it.gap)
    }

    /// Whether it stands directly after the token before it.
    pub(super) fn touches(&self, at: usize) -> bool {
        self.gap(at) == Gap::None
    }

    /// Whether it stands in the same line as the token before it.
    pub(super) fn follows(&self, at: usize) -> bool {
        self.gap(at) <= Gap::Space
    }

    /// The word there in lower case; empty outside of the article.
    #[inline]
    pub(super) fn word(&self, at: usize) -> &str {
        if at < self.len() { &self.article.word(at).folded } else { "" }
    }

    /// The word `by` tokens before it in the same line.
    pub(super) fn back(&self, at: usize, by: usize) -> &str {
        let Some(to) = at.checked_sub(by) else { return "" };
        if (to + 1..=at).all(|it| self.follows(it)) { self.word(to) } else { "" }
    }

    /// The word there if it is in the same line as the one before it.
    pub(super) fn next(&self, at: usize) -> &str {
        if self.follows(at) { self.word(at) } else { "" }
    }

    pub(super) fn is_letters(&self, at: usize) -> bool {
        self.lex(at).kind == Some(TokenKind::Letters)
    }

    pub(super) fn is_digits(&self, at: usize) -> bool {
        self.lex(at).digits > 0
    }

    fn is_symbol(&self, at: usize) -> bool {
        self.lex(at).kind == Some(TokenKind::Symbol)
    }

    /// English capitalises the names of days and months anyway.
    pub(super) fn spec_is_english(&self) -> bool {
        self.grammar.spec.decimal == "."
    }

    /// Whether an expression may begin there: not inside of a longer number or code.
    pub(super) fn starts_cleanly(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.touches(at)) else { return true };
        if !self.is_symbol(before) {
            return false;
        }
        let joined = self.touches(before) && before > 0 && !self.is_symbol(before - 1);
        match self.word(before) {
            "#" | "@" | "_" | "$" | "€" | "£" | "+" | "=" | "&" | "~" => false,
            "." | "," if self.is_digits(at) => !joined,
            "." => !joined || self.lex(at).capital,
            "-" | "/" | ":" if self.is_digits(at) => {
                !joined || (self.is_letters(before - 1) && self.word(before) != "/")
            }
            "-" => !joined,
            "'" => !(joined && self.is_letters(at)),
            _ => true,
        }
    }

    /// Whether an expression may end before the token at `end`.
    pub(super) fn ends_cleanly(&self, end: usize) -> bool {
        // `từ đầu năm tới nay` leads up to now.
        if self.next(end) == "nay" && end > 0 && self.word(end - 1) == "tới" {
            return false;
        }
        if !self.touches(end) || end >= self.len() {
            return true;
        }
        if !self.is_symbol(end) {
            return false;
        }
        let after = end + 1;
        let joined = self.touches(after) && after < self.len() && !self.is_symbol(after);
        let digits = end > 0 && self.is_digits(end - 1);
        match self.word(end) {
            "%" | "@" | "_" | "°" | "$" | "€" | "+" | "=" | "&" if digits => false,
            "/" => !(joined && (digits || self.is_digits(after))),
            "." | "," | ":" => !(joined && digits && self.is_digits(after)),
            "-" | "–" | "—" if digits => {
                let letter = self.lex(after).capital && self.word(after).len() == 1;
                !(joined && (self.is_digits(after) || self.lex(after).upper || letter))
            }
            _ => true,
        }
    }
}

impl Lex {
    /// What can be said of a word without a vocabulary.
    pub(super) fn of(word: &crate::detect::article::Word) -> Self {
        let digits = word.folded.bytes().all(|it| it.is_ascii_digit()) && !word.folded.is_empty();
        let letters = word.folded.chars().next().is_some_and(char::is_alphabetic);
        let kind = match (digits, letters) {
            (true, _) => TokenKind::Digits,
            (_, true) => TokenKind::Letters,
            _ => TokenKind::Symbol,
        };
        let length = u8::try_from(word.folded.len()).unwrap_or(u8::MAX);
        Self {
            digits: if digits { length } else { 0 },
            number: if digits { word.folded.parse().unwrap_or(u32::MAX) } else { 0 },
            kind: Some(kind),
            capital: word.case != Case::Lower,
            upper: word.case == Case::Upper,
            ..Self::default()
        }
    }
}
