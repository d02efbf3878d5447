//! What a person has taught this device, applied to what the rules and lists have found.
//!
//! The last stage: it has the last word on mentions that say just what was learnt, and adds those
//! that were not found.

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::article::Case;
use super::reading::Reading;
use super::{Article, Mention};
use crate::document::{Known, LabelId};
use crate::text::{Gap, Span, TokenKind};

/// How sure a mention is that a person has said so of the same words.
const SURE: f64 = 0.95;

/// The rule that such mentions carry.
const RULE: &str = "personal";

/// `mentions`, in reading order and not crossing, with what is `known` applied.
pub(super) fn apply(reading: &Reading, mentions: Vec<Mention>, known: &[Known]) -> Vec<Mention> {
    let places = places(reading, known);
    if places.is_empty() {
        return mentions;
    }
    let mut res: Vec<Mention> = Vec::with_capacity(mentions.len());
    let said: FxHashMap<_, _> = places.iter().map(|it| (it.tokens.clone(), it)).collect();
    for it in mentions {
        let exact = reading.article.span(reading.tokens_of(it.span)) == it.span;
        match said.get(&reading.tokens_of(it.span)).filter(|_| exact) {
            Some(place) => res.extend(decided(it, &place.label)),
            None => res.push(it),
        }
    }
    let new: Vec<Mention> = places
        .iter()
        .filter_map(|place| added(reading, near(&res, place, reading), place))
        .collect();
    // Places do not overlap: one at most holds a mention.
    res.retain(|old| {
        let at = new.partition_point(|it| it.span.end() < old.span.end());
        new.get(at).is_none_or(|it| !gives_way(old, it))
    });
    res.extend(new);
    res.sort_by_key(|it| (it.span.start(), Reverse(it.span.end())));
    res
}

/// A mention that says just what was learnt; nothing if that is no name.
fn decided(it: Mention, label: &Option<LabelId>) -> Option<Mention> {
    match label {
        None => None,
        Some(label) if *label == it.label => Some(it),
        Some(label) => Some(Mention { entity: it.entity, ..learnt(it.span, label) }),
    }
}

fn learnt(span: Span, label: &LabelId) -> Mention {
    Mention::new(span, label.clone(), SURE, RULE)
}

/// Where learnt words stand.
struct Place {
    tokens: Range<usize>,
    /// `None` if they are no name.
    label: Option<LabelId>,
}

/// The places of all that is known, from left to right, the longest at each.
fn places(reading: &Reading, known: &[Known]) -> Vec<Place> {
    let by_first = by_first(known);
    let mut res = Vec::new();
    let mut at = 0;
    while at < reading.len() {
        let here = by_first.get(reading.folded(at)).into_iter().flatten();
        let here = here.filter(|it| it.stands_at(reading, at));
        match here.max_by_key(|it| it.words.len()) {
            Some(it) => {
                let tokens = at..at + it.words.len();
                res.push(Place { tokens, label: it.label.clone() });
                at += it.words.len();
            }
            None => at += 1,
        }
    }
    res
}

/// Learnt words, cut as the article is.
struct Words {
    words: Vec<Box<str>>,
    capital: bool,
    label: Option<LabelId>,
}

fn by_first(known: &[Known]) -> FxHashMap<Box<str>, Vec<Words>> {
    let mut res: FxHashMap<Box<str>, Vec<Words>> = FxHashMap::default();
    for it in known {
        let article = Article::new(&it.surface);
        let words: Vec<Box<str>> =
            (0..article.tokens().len()).map(|at| article.word(at).folded.clone()).collect();
        if let Some(first) = words.first() {
            let capital = article.surface(0).starts_with(char::is_uppercase);
            let label = it.label.clone();
            res.entry(first.clone()).or_default().push(Words { words, capital, label });
        }
    }
    res
}

impl Words {
    fn stands_at(&self, reading: &Reading, at: usize) -> bool {
        let end = at + self.words.len();
        let same = |(idx, word): (usize, &str)| {
            reading.folded(at + idx) == word && (idx == 0 || reading.gap(at + idx) != Gap::Line)
        };
        end <= reading.len()
            && reading.article.surface(at).starts_with(char::is_uppercase) == self.capital
            && self.words.iter().map(|it| &**it).enumerate().all(same)
            && !touches_word(reading, at)
            && !touches_word(reading, end)
    }
}

/// Whether a word goes on over the place before `at`: `6` in `6A`, `Covid` in `Covid-19`.
fn touches_word(reading: &Reading, at: usize) -> bool {
    let solid = |at: usize| at < reading.len() && reading.kind(at) != TokenKind::Symbol;
    let joins = |at: usize| ["-", "–", ".", "/", "'", "’"].contains(&reading.folded(at));
    if at == 0 || reading.gap(at) != Gap::None {
        return false;
    }
    let after = solid(at) || joins(at) && reading.gap(at + 1) == Gap::None && solid(at + 1);
    let before = solid(at - 1)
        || joins(at - 1) && at > 1 && reading.gap(at - 1) == Gap::None && solid(at - 2);
    after && before
}

/// The mentions, which are in reading order, that may have to do with a place: none is longer than
/// some lines.
fn near<'m>(found: &'m [Mention], place: &Place, reading: &Reading) -> &'m [Mention] {
    const LONGEST: u32 = 2_000;
    let span = reading.article.span(place.tokens.clone());
    let from = found.partition_point(|it| it.span.start() + LONGEST < span.start());
    let to = found.partition_point(|it| it.span.start() <= span.end() + LONGEST);
    &found[from..to]
}

/// The mention of a place that was not found, if there can be one.
fn added(reading: &Reading, found: &[Mention], place: &Place) -> Option<Mention> {
    let label = place.label.as_ref()?;
    let it = learnt(reading.article.span(place.tokens.clone()), label);
    let free = |old: &Mention| {
        let nested = nests(old, &it) || nests(&it, old);
        !old.span.intersects(it.span) || gives_way(old, &it) || nested
    };
    let there = found.iter().any(|old| old.span == it.span);
    let alone = !goes_on(reading, found, &place.tokens);
    (!there && alone && found.iter().all(free)).then_some(it)
}

/// Whether what was found is only a piece of what a person has said is one name.
fn gives_way(old: &Mention, new: &Mention) -> bool {
    new.span.contains(old.span) && new.span != old.span && !nests(new, old)
}

/// Whether one name may stand inside the other.
fn nests(outer: &Mention, inner: &Mention) -> bool {
    let inside = outer.span.contains(inner.span) && outer.span != inner.span;
    inside && outer.label.may_hold(&inner.label)
}

/// Whether the words are a piece of a longer name that nobody has found: a capital before or
/// after them says so.
fn goes_on(reading: &Reading, found: &[Mention], tokens: &Range<usize>) -> bool {
    if !reading.article.surface(tokens.start).starts_with(char::is_uppercase) {
        return false;
    }
    let other = |at: usize| {
        let span = reading.article.span(at..at + 1);
        found.iter().any(|it| it.span.intersects(span))
    };
    let name = |at: usize| {
        reading.is_word(at)
            && reading.is_capital(at)
            && reading.article.word(at).case != Case::Lower
    };
    let spaced = |at: usize| reading.gap(at) == Gap::Space;
    let before = tokens.start.checked_sub(1).filter(|_| spaced(tokens.start));
    let after = (tokens.end < reading.len() && spaced(tokens.end)).then_some(tokens.end);
    before.is_some_and(|at| name(at) && !reading.is_start(at) && !other(at))
        || after.is_some_and(|at| name(at) && !other(at))
}

#[cfg(test)]
mod tests {
    use super::super::{Language, Options, detect_knowing};
    use super::*;

    /// `words=LABEL`, or `words=-` for no name.
    fn known(list: &[&str]) -> Vec<Known> {
        let one = |it: &&str| {
            let (surface, label) = it.split_once('=').unwrap();
            let label = (label != "-").then(|| label.into());
            Known { surface: surface.to_owned(), label }
        };
        list.iter().map(one).collect()
    }

    #[test]
    fn what_was_learnt_has_the_last_word() {
        let cases: [(&str, &[&str], &str); 12] = [
            ("Hôm ấy Gành Son vắng.", &["Gành Son=ORG"], "Gành Son/ORG"),
            ("Hôm ấy gành son vắng.", &["Gành Son=ORG"], ""),
            // Another spelling of the same.
            ("Ở Hoà Bình mưa.", &["HÒA BÌNH=MISC"], "Hoà Bình/MISC"),
            ("Ở Hà Giang mưa.", &["Hà Giang=-"], ""),
            ("Ở Hà Giang mưa.", &["Hà Giang=ORG"], "Hà Giang/ORG"),
            // Not in the middle of a word or of a longer name.
            ("Hôm ấy Sen-12 hỏng.", &["Sen=LOC"], "Sen-12/MISC"),
            ("Hôm ấy Lụa Gành Son hỏng.", &["Gành Son=ORG"], "Lụa Gành Son/PER"),
            ("Ở Hà Giang mưa.", &["Hà=PER", "Giang=PER"], "Hà Giang/LOC"),
            // A longer one takes the place of what is inside of it.
            ("Ở Hà Giang xanh mưa.", &["Hà Giang xanh=MISC"], "Hà Giang xanh/MISC"),
            ("Ở Hà Giang xanh mưa.", &["Hà Giang xanh=ORG"], "Hà Giang xanh/ORG Hà Giang/LOC"),
            // The longest of several.
            ("Xe Rồng Bay Xa hỏng.", &["Rồng Bay=MISC", "Rồng Bay Xa=ORG"], "Rồng Bay Xa/ORG"),
            // Not over the end of a line.
            ("Ở Hà Nội\nMưa to.", &["Hà Nội Mưa=MISC"], "Hà Nội/LOC"),
        ];
        for (text, list, want) in cases {
            let options = Options { language: Some(Language::Vi), ..Options::default() };
            let found = detect_knowing(text, &options, &known(list)).mentions;
            let names = found.iter().filter(|it| it.label != LabelId::DATE);
            let got: Vec<String> =
                names.map(|it| format!("{}/{}", it.span.slice(text), it.label)).collect();
            assert_eq!(got.join(" "), want, "{text:?} {list:?}");
        }
    }

    #[test]
    fn spans_still_nest_and_never_cross() {
        let text = "Ông Nguyễn Văn Nam, Chủ tịch UBND tỉnh Hà Giang, thăm Trường Đại học Huế.";
        let words: Vec<&str> = text.split(' ').collect();
        for from in 0..words.len() {
            for to in from + 1..=words.len() {
                let surface = words[from..to].join(" ");
                let list = [Known { surface: surface.clone(), label: Some(LabelId::MISC) }];
                let found = detect_knowing(text, &Options::default(), &list).mentions;
                for (idx, one) in found.iter().enumerate() {
                    for other in &found[idx + 1..] {
                        let apart = !one.span.intersects(other.span);
                        assert!(one.span != other.span, "{surface}");
                        assert!(apart || one.span.contains(other.span), "{surface}: {found:?}");
                    }
                }
            }
        }
    }
}
