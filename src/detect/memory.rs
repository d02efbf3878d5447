//! What the article says of a name in one place, used in the others.
//!
//! News introduces people and bodies in full and then shortens them: `Nguyễn Xuân Thắng` becomes
//! `ông Thắng`, `Ngân hàng Nhà nước (NHNN)` becomes `NHNN`. Names that were found with good
//! evidence are looked for in all words that nothing else took, and mentions of the same thing
//! get the same number.
//!
//! The names are a trie over folded words and the article is walked once, so the time does not
//! depend on how many names it has.

use rustc_hash::FxHashMap;

use super::article::Case;
use super::found::{Found, Kind};
use super::gazetteer::Lists;
use super::reading::Reading;
use super::run;
use crate::text::TokenKind;

/// Mentions that are surer than this are believed elsewhere.
const GOOD: f64 = 0.75;

/// Finds names again. `found` is sorted by start.
pub(super) fn remember(r: &mut Reading, found: &mut Vec<Found>) {
    let mut names = Names::default();
    for it in found.iter().filter(|it| it.confidence >= GOOD) {
        names.learn(r, it);
    }
    let again = names.find(r);
    again.iter().for_each(|it| r.take(it.tokens.clone()));
    found.extend(again);
    found.sort_by_key(|it| (it.start(), std::cmp::Reverse(it.end())));
    names.agree(r, found);
}

/// Numbers what names point to.
pub(super) fn number(r: &Reading, found: &mut [Found]) {
    found.sort_by_key(|it| (it.start(), std::cmp::Reverse(it.end())));
    Entities::default().number(r, found);
}

/// What each name of the article is.
#[derive(Default)]
struct Names {
    children: FxHashMap<(u32, u32), u32>,
    /// For each node: how sure each kind is of the name that ends there.
    known: FxHashMap<u32, Known>,
}

#[derive(Clone, Copy, Default)]
struct Known {
    best: Option<(Kind, f64)>,
    second: f64,
}

impl Names {
    fn learn(&mut self, r: &Reading, it: &Found) {
        if !matches!(it.kind, Kind::Per | Kind::Org | Kind::Loc | Kind::Event | Kind::Misc) {
            return;
        }
        self.insert(r, it.start(), it.end(), it.kind, it.confidence);
        match it.kind {
            Kind::Per => self.learn_parts(r, it),
            Kind::Org => self.learn_abbreviation(r, it),
            _ => {}
        }
    }

    fn insert(&mut self, r: &Reading, from: usize, to: usize, kind: Kind, confidence: f64) {
        let mut node = 0;
        for at in from..to {
            let next = u32::try_from(self.children.len()).unwrap_or(u32::MAX) + 1;
            node = *self.children.entry((node, r.folded_id(at))).or_insert(next);
        }
        let known = self.known.entry(node).or_default();
        match known.best {
            Some((best, sure)) if best == kind => known.best = Some((kind, sure.max(confidence))),
            Some((_, sure)) if sure >= confidence => known.second = known.second.max(confidence),
            Some((_, sure)) => {
                known.second = sure;
                known.best = Some((kind, confidence));
            }
            None => known.best = Some((kind, confidence)),
        }
    }

    /// The given name of a Vietnamese full name, the last name of a foreign one.
    fn learn_parts(&mut self, r: &Reading, it: &Found) {
        let len = it.tokens.len();
        let last = it.end() - 1;
        if len < 2 || !r.is_word(last) || r.article.word(last).folded.chars().nth(1).is_none() {
            return;
        }
        self.insert(r, last, it.end(), Kind::Per, 0.8 * it.confidence);
        let vietnamese = r.is_syllable(last) && r.is_syllable(it.start());
        if vietnamese && len >= 3 {
            self.insert(r, it.end() - 2, it.end(), Kind::Per, 0.85 * it.confidence);
        }
    }

    /// `NHNN` in brackets after `Ngân hàng Nhà nước`.
    fn learn_abbreviation(&mut self, r: &Reading, it: &Found) {
        let (open, short) = (it.end(), it.end() + 1);
        let quoted = usize::from(r.is_any(short, &["\"", "“"]));
        let short = short + quoted;
        let told = r.continues(open) && r.folded(open) == "(" && r.case(short) == Case::Upper;
        let end = (short..r.len().min(short + 6)).find(|at| {
            r.is_any(*at, &[")", ";", ",", "\"", "”"])
                || r.gap(*at) > crate::text::Gap::None && *at > short
        });
        if let Some(end) = end.filter(|end| told && *end > short) {
            self.insert(r, short, end, Kind::Org, 0.9);
        }
    }

    /// Names among the words that nothing took, the longest at each place.
    fn find(&self, r: &Reading) -> Vec<Found> {
        let mut res = Vec::new();
        let mut at = 0;
        while at < r.len() {
            let end = if r.is_taken(at) { None } else { self.longest(r, at) };
            match end {
                Some((end, kind, confidence)) => {
                    res.push(Found::new(at..end, kind, confidence, "again"));
                    at = end;
                }
                None => at += 1,
            }
        }
        res
    }

    fn longest(&self, r: &Reading, at: usize) -> Option<(usize, Kind, f64)> {
        let mut node = 0;
        let mut res = None;
        let mut end = at;
        while end < r.len() && !r.is_taken(end) && (end == at || r.continues(end)) {
            let Some(next) = self.children.get(&(node, r.folded_id(end))) else { break };
            node = *next;
            end += 1;
            let known = self
                .known
                .get(&node)
                .and_then(|it| it.best.filter(|best| best.1 > it.second + 0.1));
            if let Some((kind, sure)) = known.filter(|it| is_name_here(r, at, end, it.0)) {
                res = Some((end, kind, 0.9 * sure));
            }
        }
        res
    }

    /// The same words are the same kind of thing unless their own evidence is as good.
    fn agree(&self, r: &Reading, found: &mut [Found]) {
        for it in found.iter_mut().filter(|it| it.confidence < 0.7) {
            let mut node = Some(0);
            for at in it.tokens.clone() {
                node = node.and_then(|node| self.children.get(&(node, r.folded_id(at))).copied());
            }
            let best = node.and_then(|it| self.known.get(&it)).and_then(|it| it.best);
            let names = matches!(it.kind, Kind::Per | Kind::Org | Kind::Loc | Kind::Misc);
            if let Some((kind, sure)) = best.filter(|_| names) {
                it.kind = kind;
                it.confidence = it.confidence.max(0.85 * sure);
            }
        }
    }
}

/// Whether words that were a name elsewhere are written as one here.
fn is_name_here(r: &Reading, at: usize, end: usize, kind: Kind) -> bool {
    let single = end == at + 1;
    if r.is_shouted(at) {
        return !single;
    }
    let capital = r.is_capital(at) && r.is_capital(end - 1) || r.is_capital(at) && end > at + 2;
    let number = r.kind(at) == TokenKind::Digits;
    if !capital || number || single && kind == Kind::Loc {
        return false;
    }
    // At the start of a sentence a single word may be capitalised for its place only.
    let common = r.lists(at).meets(Lists::COMMON.or(Lists::HONORIFIC).or(Lists::HEADS));
    let acts = r.continues(end) && r.longest(end, Lists::PERSON_AFTER).is_some();
    !single || !run::begins_word(r, &(at..end)) && (!r.is_start(at) || !common || acts)
}

/// Numbers for what is named.
#[derive(Default)]
struct Entities {
    /// By kind and folded words.
    known: FxHashMap<(Kind, Vec<u32>), u32>,
    /// The person last named with this given name, the body with this abbreviation.
    short: FxHashMap<(Kind, u32), u32>,
    next: u32,
}

impl Entities {
    fn number(mut self, r: &Reading, found: &mut [Found]) {
        // Full names first, so that a short form in a headline finds its full name below.
        for it in found.iter().filter(|it| it.kind == Kind::Per && it.tokens.len() >= 2) {
            let number = self.of(r, it);
            self.short.entry((Kind::Per, r.folded_id(it.end() - 1))).or_insert(number);
        }
        for it in found.iter_mut() {
            if !matches!(
                it.kind,
                Kind::Per | Kind::Org | Kind::Loc | Kind::Event | Kind::Misc | Kind::Law
            ) {
                continue;
            }
            let number = self.of(r, it);
            it.entity = Some(number);
            self.shorten(r, it, number);
        }
    }

    /// The number of a name, a new one if it was not seen.
    fn of(&mut self, r: &Reading, it: &Found) -> u32 {
        let last = r.folded_id(it.end() - 1);
        let short = it.tokens.len() == 1;
        if let Some(number) = short.then(|| self.short.get(&(it.kind, last))).flatten() {
            return *number;
        }
        let words: Vec<u32> = key(r, it).collect();
        let next = self.next;
        let number = *self.known.entry((it.kind, words)).or_insert(next);
        self.next += u32::from(number == next);
        number
    }

    /// What the name may be called after this place.
    fn shorten(&mut self, r: &Reading, it: &Found, number: u32) {
        if it.kind == Kind::Per && it.tokens.len() >= 2 {
            self.short.insert((Kind::Per, r.folded_id(it.end() - 1)), number);
        }
        let short = it.end() + 1;
        let told = it.kind == Kind::Org && r.continues(it.end()) && r.folded(it.end()) == "(";
        if told && r.case(short) == Case::Upper && r.folded(short + 1) == ")" {
            self.short.insert((Kind::Org, r.folded_id(short)), number);
        }
    }
}

/// The words of a name, a place without its administrative head: `tỉnh Lạng Sơn` is `Lạng Sơn`.
fn key<'a>(r: &'a Reading, it: &Found) -> impl Iterator<Item = u32> + use<'a> {
    let head =
        r.longest(it.start(), Lists::ADMIN).filter(|end| it.kind == Kind::Loc && *end < it.end());
    let start = head.filter(|end| !r.is_number(*end) && r.is_word(*end)).unwrap_or(it.start());
    (start..it.end()).map(|at| r.folded_id(at))
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;
    use super::super::{Options, detect};

    #[test]
    fn short_forms_are_found_again() {
        check(
            "PER",
            &[
                ("Ông Nguyễn Xuân Thắng nói. Thắng cho biết", &["Nguyễn Xuân Thắng", "Thắng"]),
                ("Ông Donald Trump nói. Với Trump, không.", &["Donald Trump", "Trump"]),
                ("Ông Nguyễn Văn Hiện nói. Hiện nay trời mưa.", &["Nguyễn Văn Hiện"]),
            ],
        );
        check(
            "ORG",
            &[(
                "Ngân hàng Nhà nước (NHNN) họp. Theo NHNN, lãi suất",
                &["Ngân hàng Nhà nước", "NHNN", "NHNN"],
            )],
        );
    }

    #[test]
    fn mentions_of_the_same_have_the_same_number() {
        let cases = [
            ("Ông Nguyễn Xuân Thắng nói. Ông Thắng vui.", "PER", vec![0, 0]),
            ("Ông Nguyễn Văn Nam và bà Trần Thị Nam. Bà Nam vui.", "PER", vec![0, 1, 1]),
            ("tỉnh Lạng Sơn và Lạng Sơn, Hà Nội", "LOC", vec![0, 0, 1]),
            ("Ngân hàng Nhà nước (NHNN) họp. Theo NHNN, lãi suất", "ORG", vec![0, 0, 0]),
        ];
        for (text, label, want) in cases {
            let found = detect(
                text,
                &Options { language: Some(super::super::Language::Vi), ..Options::default() },
            );
            let got: Vec<u32> = found
                .mentions
                .iter()
                .filter(|it| it.label.as_str() == label)
                .filter_map(|it| it.entity)
                .collect();
            assert_eq!(got, want, "{text}");
        }
    }
}
