//! What capital letters say: nothing at the start of a sentence or in a line of capitals.

use std::ops::Range;

use super::article::{Article, Case};
use crate::text::{Gap, TokenKind};

/// Where a token stands and how it is cased.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Flags {
    /// It begins with a capital that says something: not in a line of capitals.
    pub(super) capital: bool,
    /// Any word would be capitalised here.
    pub(super) start: bool,
    /// It stands in a line of capitals.
    pub(super) shouted: bool,
    /// A mention holds it.
    pub(super) taken: bool,
}

/// The flags of all tokens.
pub(super) fn flags(article: &Article) -> Vec<Flags> {
    let mut res = vec![Flags::default(); article.tokens().len()];
    let mut line = 0;
    for at in 0..res.len() {
        if article.tokens()[at].gap == Gap::Line {
            line = at;
        }
        res[at].start = at == line || starts_sentence(article, line, at);
        let ends = article.tokens().get(at + 1).is_none_or(|it| it.gap == Gap::Line);
        if ends {
            let shouted = is_shouted(article, line..at + 1);
            for (it, flags) in res[line..=at].iter_mut().enumerate() {
                flags.shouted = shouted;
                let case = article.word(line + it).case;
                flags.capital =
                    !shouted && (case != Case::Lower) && starts_upper(article, line + it);
            }
        }
    }
    res
}

/// `iPhone` counts as capitalised, `mRNA` too: a capital inside is never by grammar.
fn starts_upper(article: &Article, at: usize) -> bool {
    match article.word(at).case {
        Case::Title | Case::Upper => true,
        Case::Mixed => article.surface(at).chars().filter(|it| it.is_uppercase()).count() > 0,
        Case::Lower => false,
    }
}

/// Whether a line is written in capitals, so that they say nothing about names.
fn is_shouted(article: &Article, line: Range<usize>) -> bool {
    let (mut upper, mut other) = (0, 0);
    for at in line {
        if article.tokens()[at].kind == TokenKind::Letters {
            let single = article.word(at).folded.chars().nth(1).is_none();
            match article.word(at).case {
                Case::Upper => upper += 1,
                Case::Title if single => {}
                _ => other += 1,
            }
        }
    }
    upper >= 2 && upper >= 6 * other
}

#[inline(never)]
fn starts_sentence(article: &Article, line: usize, at: usize) -> bool {
    // Quotation marks, brackets and dashes are looked through.
    let mut before = at;
    while before > line && at - before < 8 && is_opening(article, before - 1) {
        before -= 1;
    }
    // So are bullets, emoji and numbers before the first word of a line.
    let leading = line..before;
    let kind = |it: usize| article.tokens()[it].kind;
    if leading.len() <= 4 && leading.clone().all(|it| kind(it) != TokenKind::Letters) {
        return true;
    }
    let looked_through = before < at;
    match article.surface(before - 1) {
        "!" | "?" | "…" => true,
        ":" => article.tokens()[before].gap == Gap::Space || looked_through,
        "." => !ends_abbreviation(article, before - 1) && article.tokens()[before].gap != Gap::None,
        // A quotation begins a sentence, a bracket does not.
        _ => {
            looked_through
                && is_quote(article.surface(at - 1))
                && article.tokens()[at].gap == Gap::None
        }
    }
}

fn is_quote(surface: &str) -> bool {
    matches!(surface, "\"" | "“" | "‘" | "«" | "„")
}

fn is_opening(article: &Article, at: usize) -> bool {
    let surface = article.surface(at);
    is_quote(surface) || matches!(surface, "-" | "–" | "—" | "•" | "*" | "+")
}

/// Abbreviations and initials after which a full stop ends no sentence.
fn ends_abbreviation(article: &Article, stop: usize) -> bool {
    const KNOWN: &[&str] = &[
        "tp", "tx", "tt", "ts", "ths", "gs", "pgs", "bs", "bscki", "bsckii", "ths", "cn", "ks",
        "kts", "ls", "nsnd", "nsưt", "st", "mr", "mrs", "ms", "dr", "prof", "jr", "sr", "inc",
        "co", "corp", "ltd", "no", "vs", "gen", "sen", "rep", "gov", "lt", "col", "capt", "sgt",
        "rev", "hon", "q", "p", "h", "đ", "hđ", "nxb", "u", "mt", "ft",
    ];
    if stop == 0 || article.tokens()[stop].gap != Gap::None {
        return false;
    }
    let initial = article.word(stop - 1).folded.chars().count() == 1
        && article.word(stop - 1).case != Case::Lower;
    initial || KNOWN.contains(&&*article.word(stop - 1).folded)
}
