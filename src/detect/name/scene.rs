//! An article as the model sees it: what the stages before found in it, and what it says elsewhere.

use std::ops::Range;

use super::super::Draft;
use super::super::article::Case;
use super::super::found::Found;
use super::super::gazetteer::Lists;
use super::super::reading::Reading;
use super::hash::{hash, mix};
use super::tag::{KINDS, Tag};
use crate::text::{Gap, TokenKind};

/// How a token is written and where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Look {
    /// Beyond the end of the line.
    #[default]
    None,
    Symbol,
    Digits,
    Lower,
    /// One capital letter; where any word would be capitalised.
    Initial,
    InitialFirst,
    /// Capitalised; where any word would be.
    Title,
    TitleFirst,
    /// All in capitals; where any word would be capitalised.
    Upper,
    UpperFirst,
    Mixed,
    MixedFirst,
    /// In a line of capitals.
    Shouted,
}

impl Look {
    /// Whether it begins with a capital that says something.
    pub(super) fn is_capital(self) -> bool {
        (Self::Initial..=Self::MixedFirst).contains(&self)
    }
}

/// What is known of a token beside its word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    pub(super) look: Look,
    /// The tag that the rules give it, and the one inside of the name that they find there.
    pub(super) guess: u32,
    pub(super) inner: u32,
    /// The rule that did so; 0 for none.
    pub(super) rule: u32,
    /// Whether a date or a law holds it, 0 for neither.
    pub(super) fixed: u32,
    /// Lists of entries that it is a further word of.
    pub(super) inside: Lists,
    /// Whether it stands in brackets (1) or quotation marks (2).
    pub(super) enclosed: u32,
}

/// What the article says of a word, wherever it stands.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    lower: u32,
    capital: u32,
    /// Of which of [`KINDS`] it is a part of a name that the rules are sure of, a bit each.
    named: u32,
    /// Those of which it is so more than once.
    again: u32,
}

/// An article with what all stages before the model found.
pub(in crate::detect) struct Scene<'r> {
    pub(super) r: &'r Reading<'r>,
    pub(super) places: Vec<Place>,
    /// Whether a token is in the same name as the one before or in none.
    pub(super) glued: Vec<bool>,
    seen: Vec<Seen>,
}

/// Guesses of the rules that are surer than this say something of the same word elsewhere.
const GOOD: f64 = 0.75;

impl<'r> Scene<'r> {
    pub(in crate::detect) fn new(r: &'r Reading<'r>, draft: &Draft) -> Self {
        let mut res = Self {
            r,
            places: vec![Place::default(); r.len()],
            glued: (0..r.len()).map(|at| is_glued(r, at)).collect(),
            seen: vec![Seen::default(); r.article.words().len()],
        };
        res.look();
        for it in &draft.dates {
            res.fix(r.tokens_of(it.span), 1);
        }
        for it in &draft.laws {
            res.fix(it.tokens.clone(), 2);
        }
        res.guess(&draft.names);
        res.recall(&draft.names);
        res
    }

    fn look(&mut self) {
        let covered = self.r.covered();
        let mut open = 0;
        for (at, place) in self.places.iter_mut().enumerate() {
            place.look = look(self.r, at);
            place.inside = covered[at];
            open = enclosure(self.r, at, open);
            place.enclosed = open;
        }
    }

    /// A name may hold all of a date or nothing.
    fn fix(&mut self, tokens: Range<usize>, kind: u32) {
        for at in tokens.clone() {
            let further = at > tokens.start;
            self.places[at].fixed = 2 * kind + u32::from(further);
            self.glued[at] |= further;
        }
    }

    /// `names` are sorted by start, then the longest first.
    fn guess(&mut self, names: &[Found]) {
        let mut end = 0;
        for it in names {
            let outer = it.start() >= end;
            end = end.max(it.end());
            for at in it.tokens.clone() {
                let tag = Tag::of(it.kind, at == it.start()).map_or(0, Tag::number);
                let place = &mut self.places[at];
                if outer {
                    place.guess = tag;
                    place.rule = mix(hash(it.rule), u32::from(at == it.start()));
                } else {
                    place.inner = tag;
                }
            }
        }
    }

    fn recall(&mut self, names: &[Found]) {
        for at in 0..self.r.len() {
            let seen = &mut self.seen[self.r.folded_id(at) as usize];
            if self.r.is_capital(at) && !self.r.is_start(at) {
                seen.capital += 1;
            } else if self.r.is_word(at) && self.r.case(at) == Case::Lower {
                seen.lower += 1;
            }
        }
        for it in names.iter().filter(|it| it.confidence >= GOOD) {
            let Some(kind) = KINDS.iter().position(|kind| *kind == it.kind) else { continue };
            for at in it.tokens.clone().filter(|at| self.r.is_capital(*at)) {
                let seen = &mut self.seen[self.r.folded_id(at) as usize];
                seen.again |= seen.named & 1 << kind;
                seen.named |= 1 << kind;
            }
        }
    }

    /// Whether the article has a token's word in lower case, too.
    pub(super) fn is_common(&self, at: usize) -> bool {
        self.seen[self.r.folded_id(at) as usize].lower > 0
    }

    /// What the article says of a token's word elsewhere: how it is written there (1 capitalised,
    /// 2 in lower case), and as which of [`KINDS`] it is named, a bit each.
    pub(super) fn elsewhere(&self, at: usize) -> (u32, u32) {
        let seen = self.seen[self.r.folded_id(at) as usize];
        let capital = self.r.is_capital(at) && !self.r.is_start(at);
        let lower = self.r.case(at) == Case::Lower;
        let written = u32::from(seen.capital > u32::from(capital))
            + 2 * u32::from(seen.lower > u32::from(lower));
        let own = match self.places[at].guess {
            0 => 0,
            guess => 1 << ((guess - 1) / 2),
        };
        (written, seen.named & !own | seen.again)
    }

    /// The tokens of each line.
    pub(super) fn lines(&self) -> Vec<Range<usize>> {
        let mut res: Vec<Range<usize>> = Vec::new();
        for at in 0..self.r.len() {
            match res.last_mut() {
                Some(line) if self.r.continues(at) => line.end = at + 1,
                _ => res.push(at..at + 1),
            }
        }
        res
    }
}

/// `6A`, `43.700`: no name begins or ends inside of what is written as one.
#[inline(never)]
fn is_glued(r: &Reading, at: usize) -> bool {
    let touches = |it: usize| it > 0 && it < r.len() && r.gap(it) == Gap::None;
    let solid = |it: usize| r.kind(it) != TokenKind::Symbol;
    let point = |it: usize| {
        touches(it)
            && touches(it + 1)
            && r.is_any(it, &[".", ","])
            && r.is_number(it - 1)
            && r.is_number(it + 1)
    };
    touches(at) && (solid(at) && solid(at - 1) || point(at) || point(at - 1))
}

#[inline(never)]
fn look(r: &Reading, at: usize) -> Look {
    if r.is_shouted(at) {
        return Look::Shouted;
    }
    let single = || r.folded(at).chars().nth(1).is_none();
    match (r.kind(at), r.case(at), r.is_start(at)) {
        (TokenKind::Symbol, ..) => Look::Symbol,
        (TokenKind::Digits, ..) => Look::Digits,
        (_, Case::Lower, _) => Look::Lower,
        (_, Case::Title, false) if single() => Look::Initial,
        (_, Case::Title, true) if single() => Look::InitialFirst,
        (_, Case::Title, false) => Look::Title,
        (_, Case::Title, true) => Look::TitleFirst,
        (_, Case::Upper, false) => Look::Upper,
        (_, Case::Upper, true) => Look::UpperFirst,
        (_, Case::Mixed, false) => Look::Mixed,
        (_, Case::Mixed, true) => Look::MixedFirst,
    }
}

/// Whether a token stands in brackets (1) or quotation marks (2), after `open` for the one before.
#[inline(never)]
fn enclosure(r: &Reading, at: usize, open: u32) -> u32 {
    let open = if r.gap(at) == Gap::Line { 0 } else { open };
    match r.folded(at) {
        "(" | "[" => 1,
        "“" | "«" => 2,
        ")" | "]" | "”" | "»" => 0,
        "\"" if open == 2 => 0,
        "\"" => 2,
        _ => open,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Article, Language};
    use super::*;

    #[test]
    fn what_is_written_as_one_is_glued() {
        let cases: [(&str, &[usize]); 5] = [
            ("đường 6A", &[2]),
            ("43.700 tỷ", &[1, 2]),
            ("TP.HCM", &[]),
            ("ngày 3. 4 người", &[]),
            ("1.", &[]),
        ];
        for (text, want) in cases {
            let article = Article::new(text);
            let r = Reading::new(&article, Language::Vi);
            let got: Vec<usize> = (0..r.len()).filter(|it| is_glued(&r, *it)).collect();
            assert_eq!(got, want, "{text}");
        }
    }
}
