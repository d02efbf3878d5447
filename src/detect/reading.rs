//! An article with all that the rules ask about its tokens, worked out once.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::Language;
use super::article::{Article, Case};
use super::casing::{Flags, flags};
use super::gazetteer::{Gazetteer, Lists, Node, Vocab};
use crate::text::{Gap, Span, TokenKind};

/// An entry of the gazetteer that stands in the article.
#[derive(Clone, Copy, Debug)]
struct Hit {
    end: u32,
    lists: Lists,
}

/// What is worked out for each different word.
#[derive(Clone, Copy, Debug)]
struct Known {
    vocab: Option<Vocab>,
    first: Option<Node>,
    /// Lists in which the word alone is an entry.
    lists: Lists,
    /// The same for all spellings of a word.
    folded: u32,
}

/// An article and its tokens' properties.
pub(super) struct Reading<'a> {
    /// The article.
    pub(super) article: &'a Article<'a>,
    /// What it is written in.
    pub(super) language: Language,
    words: Vec<Known>,
    flags: Vec<Flags>,
    hits: Vec<Hit>,
    first_hit: Vec<u32>,
    /// For each token the lists with an entry that begins there.
    begun: Vec<Lists>,
    ended: Vec<Lists>,
}

impl<'a> Reading<'a> {
    /// Looks up every word and walks the tokens twice.
    pub(super) fn new(article: &'a Article<'a>, language: Language) -> Self {
        let gazetteer = Gazetteer::get();
        let mut res = Self {
            article,
            language,
            words: known_words(article, gazetteer),
            flags: flags(article),
            hits: Vec::new(),
            first_hit: Vec::with_capacity(article.tokens().len() + 1),
            begun: vec![Lists::NONE; article.tokens().len()],
            ended: vec![Lists::NONE; article.tokens().len() + 1],
        };
        res.find_hits(gazetteer);
        res
    }

    #[expect(clippy::cast_possible_truncation, reason = "texts are shorter than 4 GiB")]
    fn find_hits(&mut self, gazetteer: &Gazetteer) {
        for start in 0..self.len() {
            self.first_hit.push(self.hits.len() as u32);
            self.find_hits_at(start, gazetteer);
        }
        self.first_hit.push(self.hits.len() as u32);
    }

    #[expect(clippy::cast_possible_truncation, reason = "texts are shorter than 4 GiB")]
    #[inline(never)]
    fn find_hits_at(&mut self, start: usize, gazetteer: &Gazetteer) {
        let mut node = self.known(start).first;
        let mut end = start + 1;
        while let Some(here) = node {
            let lists = gazetteer.lists(here);
            if !lists.is_empty() && !self.cuts_word(end) {
                self.hits.push(Hit { end: end as u32, lists });
                self.begun[start] = self.begun[start].or(lists);
                self.ended[end] = self.ended[end].or(lists);
            }
            let next = (end < self.len() && self.gap(end) != Gap::Line)
                .then(|| self.known(end).vocab)
                .flatten();
            node = next.and_then(|it| gazetteer.child(here, it));
            end += 1;
        }
    }

    /// Whether letters or digits touch each other before `at`: `6` in `6A`.
    fn cuts_word(&self, at: usize) -> bool {
        at < self.len()
            && self.gap(at) == Gap::None
            && self.kind(at) != TokenKind::Symbol
            && self.kind(at - 1) != TokenKind::Symbol
    }

    #[inline]
    fn known(&self, at: usize) -> Known {
        self.words[self.article.word_id(at).index()]
    }

    /// Number of tokens.
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.article.tokens().len()
    }

    /// What stands before a token; the end of a line after the last one.
    #[inline]
    pub(super) fn gap(&self, at: usize) -> Gap {
        self.article.tokens().get(at).map_or(Gap::Line, |it| it.gap)
    }

    /// What a token is made of.
    #[inline]
    pub(super) fn kind(&self, at: usize) -> TokenKind {
        self.article.tokens()[at].kind
    }

    /// A token's word, folded; nothing outside of the article.
    pub(super) fn folded(&self, at: usize) -> &'a str {
        if at < self.len() { &self.article.word(at).folded } else { "" }
    }

    /// The same number for all spellings of a word.
    #[inline]
    pub(super) fn folded_id(&self, at: usize) -> u32 {
        self.known(at).folded
    }

    /// Whether a token's word, folded, is one of these.
    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        words.contains(&self.folded(at))
    }

    /// Whether a token is a word and not digits or a symbol.
    pub(super) fn is_word(&self, at: usize) -> bool {
        at < self.len() && self.kind(at) == TokenKind::Letters
    }

    /// Whether a token can be a Vietnamese syllable.
    pub(super) fn is_syllable(&self, at: usize) -> bool {
        at < self.len() && self.article.word(at).syllable
    }

    /// Whether a token is of digits.
    pub(super) fn is_number(&self, at: usize) -> bool {
        at < self.len() && self.kind(at) == TokenKind::Digits
    }

    /// How a token's letters are cased.
    pub(super) fn case(&self, at: usize) -> Case {
        if at < self.len() { self.article.word(at).case } else { Case::Lower }
    }

    /// Whether a token is capitalised and that says something.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        at < self.len() && self.flags[at].capital
    }

    /// Whether any word would be capitalised at this token.
    pub(super) fn is_start(&self, at: usize) -> bool {
        at >= self.len() || self.flags[at].start
    }

    /// Whether a token stands in a line of capitals.
    pub(super) fn is_shouted(&self, at: usize) -> bool {
        at < self.len() && self.flags[at].shouted
    }

    /// Whether a mention holds the token already.
    pub(super) fn is_taken(&self, at: usize) -> bool {
        at >= self.len() || self.flags[at].taken
    }

    /// Lets a mention hold tokens.
    pub(super) fn take(&mut self, tokens: Range<usize>) {
        self.flags[tokens].iter_mut().for_each(|it| it.taken = true);
    }

    /// The tokens of which a span holds a part.
    pub(super) fn tokens_of(&self, span: Span) -> Range<usize> {
        let tokens = self.article.tokens();
        let start = tokens.partition_point(|it| it.span.end() <= span.start());
        let end = tokens.partition_point(|it| it.span.start() < span.end());
        start..end.max(start)
    }

    /// Lists in which the word at a token is an entry by itself.
    pub(super) fn lists(&self, at: usize) -> Lists {
        if at < self.len() { self.known(at).lists } else { Lists::NONE }
    }

    /// Whether an entry of one of `lists` begins at a token.
    pub(super) fn begins(&self, at: usize, lists: Lists) -> bool {
        at < self.len() && self.begun[at].meets(lists)
    }

    /// Where the longest entry of one of `lists` ends that starts at a token.
    pub(super) fn longest(&self, at: usize, lists: Lists) -> Option<usize> {
        if !self.begins(at, lists) {
            return None;
        }
        let hits = self.hits_at(at).iter().rev();
        hits.into_iter().find(|it| it.lists.meets(lists)).map(|it| it.end as usize)
    }

    /// The lists with an entry from one token to another.
    pub(super) fn lists_of(&self, tokens: Range<usize>) -> Lists {
        let hits = self.hits_at(tokens.start).iter();
        let same = hits.filter(|it| it.end as usize == tokens.end);
        same.fold(Lists::NONE, |all, it| all.or(it.lists))
    }

    fn hits_at(&self, at: usize) -> &[Hit] {
        match self.first_hit.get(at..at + 2) {
            Some(&[from, to]) => &self.hits[from as usize..to as usize],
            _ => &[],
        }
    }

    /// Whether an entry of one of `lists` ends right before a token, on its line.
    pub(super) fn follows(&self, at: usize, lists: Lists) -> bool {
        self.gap(at) != Gap::Line && self.ended[at].meets(lists)
    }

    /// The lists with an entry that begins at a token.
    pub(super) fn begun(&self, at: usize) -> Lists {
        self.begun.get(at).copied().unwrap_or(Lists::NONE)
    }

    /// The lists with an entry that ends right before a token.
    pub(super) fn ended(&self, at: usize) -> Lists {
        self.ended[at]
    }

    /// For each token the lists with an entry that it is a further word of.
    pub(super) fn covered(&self) -> Vec<Lists> {
        let mut res = vec![Lists::NONE; self.len()];
        for start in 0..self.len() {
            for hit in self.hits_at(start) {
                res[start + 1..hit.end as usize].iter_mut().for_each(|it| *it = it.or(hit.lists));
            }
        }
        res
    }

    /// Whether a token is on the line of the one before.
    pub(super) fn continues(&self, at: usize) -> bool {
        at < self.len() && self.gap(at) != Gap::Line
    }

    /// Whether `symbol` touches the token before it.
    pub(super) fn touches(&self, at: usize, symbol: &str) -> bool {
        at < self.len() && self.gap(at) == Gap::None && self.article.surface(at) == symbol
    }
}

fn known_words(article: &Article, gazetteer: &Gazetteer) -> Vec<Known> {
    let mut ids: FxHashMap<&str, u32> = FxHashMap::default();
    let known = |word: &'_ super::article::Word| {
        let vocab = gazetteer.word(&word.folded);
        let first = vocab.and_then(|it| gazetteer.first(it));
        (vocab, first, first.map_or(Lists::NONE, |it| gazetteer.lists(it)))
    };
    let mut res = Vec::with_capacity(article.words().len());
    for word in article.words() {
        let next = u32::try_from(ids.len()).unwrap_or(u32::MAX);
        let folded = *ids.entry(&word.folded).or_insert(next);
        let (vocab, first, lists) = known(word);
        res.push(Known { vocab, first, lists, folded });
    }
    res
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words for which `test` holds.
    fn words<'a>(article: &'a Article, test: impl Fn(&Reading, usize) -> bool) -> Vec<&'a str> {
        let reading = Reading::new(article, Language::Vi);
        (0..reading.len()).filter(|it| test(&reading, *it)).map(|it| article.surface(it)).collect()
    }

    #[test]
    fn starts_of_sentences() {
        let cases: [(&str, &[&str]); 7] = [
            ("Hôm nay. Ngày mai", &["Hôm", "Ngày"]),
            ("Ở TP. Hà Nội", &["Ở"]),
            ("Ông A. Bình", &["Ông"]),
            ("- \"Anh về\" nhé", &["-", "\"", "Anh"]),
            ("Lan nói: \"Về thôi\"", &["Lan", "\"", "Về"]),
            ("Gia Lai (Pleiku) vui", &["Gia"]),
            ("Một\nHai", &["Một", "Hai"]),
        ];
        for (text, want) in cases {
            let article = Article::new(text);
            assert_eq!(words(&article, |r, at| r.is_start(at)), want, "{text}");
        }
    }

    #[test]
    fn capitals_in_a_line_of_capitals_say_nothing() {
        let article = Article::new("HỘI NGHỊ TẠI HÀ NỘI\nÔng Nam và UBND xã\niPhone");
        assert_eq!(words(&article, |r, at| r.is_capital(at)), ["Ông", "Nam", "UBND", "iPhone"]);
        assert_eq!(words(&article, |r, at| r.is_shouted(at)), ["HỘI", "NGHỊ", "TẠI", "HÀ", "NỘI"]);
    }

    #[test]
    fn entries_end_at_word_ends() {
        let article = Article::new("ở TP.HCM, tại Hà Nội");
        let reading = Reading::new(&article, Language::Vi);
        assert_eq!(reading.longest(1, Lists::PROVINCE), Some(4));
        assert!(reading.follows(6, Lists::PLACE_BEFORE));
        assert_eq!(reading.longest(6, Lists::PROVINCE), Some(8));
        assert_eq!(reading.longest(5, Lists::PROVINCE), None);
    }
}
