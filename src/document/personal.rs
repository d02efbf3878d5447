//! What a person has taught this device: which words are a name, and which are none.
//!
//! The list outlives a document, and is no part of one.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::LabelId;
use crate::text::fold;

/// Entries that are kept at most: the oldest goes when there are more.
pub const MOST_ENTRIES: usize = 5_000;

/// What a person says of some words.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// They are a mention of this kind.
    Is(LabelId),
    /// They are no mention at all.
    NoName,
}

/// Some words, what was said of them, and how often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonalEntry {
    /// The words as they were written when they were seen first.
    pub surface: String,
    /// What was said of them.
    pub verdict: Verdict,
    /// How often; never 0.
    pub count: u32,
    /// When last; `None` when nobody knows.
    pub last_seen: Option<NaiveDate>,
}

/// What is to be done about words that the list is sure of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The words.
    pub surface: String,
    /// What they are; `None` if no mention at all.
    pub label: Option<LabelId>,
}

/// All entries, in the order in which they were first seen. No two have the same words
/// (as [`same_words`] has them) and the same verdict; the same words may have several verdicts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonalList(Vec<Item>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Item {
    /// What [`same_words`] compares, worked out once.
    key: String,
    entry: PersonalEntry,
}

impl PersonalList {
    /// The entries.
    pub fn iter(&self) -> impl Iterator<Item = &PersonalEntry> {
        self.0.iter().map(|it| &it.entry)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing was learnt yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A person says once more, or takes back, that `surface` is `verdict`. Whether that
    /// changed anything: what cannot be learnt by rule does not.
    pub fn vote(
        &mut self,
        surface: &str,
        verdict: &Verdict,
        vote: Vote,
        day: Option<NaiveDate>,
    ) -> bool {
        if matches!(needed(surface, verdict), Needed::Never(_)) {
            return false;
        }
        match (self.position(surface, verdict), vote) {
            (Some(at), Vote::For) => {
                let it = &mut self.0[at].entry;
                it.count = it.count.saturating_add(1);
                it.last_seen = it.last_seen.max(day);
            }
            (Some(at), Vote::TakenBack) if self.0[at].entry.count > 1 => {
                self.0[at].entry.count -= 1;
            }
            (Some(at), Vote::TakenBack) => drop(self.0.remove(at)),
            (None, Vote::For) => self.push(PersonalEntry {
                surface: surface.to_owned(),
                verdict: verdict.clone(),
                count: 1,
                last_seen: day,
            }),
            (None, Vote::TakenBack) => return false,
        }
        true
    }

    fn push(&mut self, new: PersonalEntry) {
        if self.0.len() >= MOST_ENTRIES {
            let oldest = self.iter().enumerate().min_by_key(|(at, it)| (it.last_seen, *at));
            if let Some(at) = oldest.map(|it| it.0) {
                self.0.remove(at);
            }
        }
        self.0.push(Item { key: words_key(&new.surface), entry: new });
    }

    /// Writes an entry down as a person wants it: what was said of its words before is gone.
    /// Words of which nothing can be learnt, or a count of 0, only take away.
    pub fn set(&mut self, new: PersonalEntry) {
        self.forget(&new.surface);
        if new.count > 0 && !matches!(needed(&new.surface, &new.verdict), Needed::Never(_)) {
            self.push(new);
        }
    }

    /// Forgets all that was said of these words; whether there was something.
    pub fn forget(&mut self, surface: &str) -> bool {
        let (before, key) = (self.0.len(), words_key(surface));
        self.0.retain(|it| it.key != key);
        self.0.len() < before
    }

    /// Adds what another list says: counts of the same are not added up but the greater is kept,
    /// so that importing a file twice is importing it once.
    pub fn merge(&mut self, other: Self) {
        for Item { entry: new, .. } in other.0 {
            match self.position(&new.surface, &new.verdict) {
                Some(at) => {
                    let it = &mut self.0[at].entry;
                    it.count = it.count.max(new.count);
                    it.last_seen = it.last_seen.max(new.last_seen);
                }
                None if new.count == 0 => {}
                None => self.push(new),
            }
        }
    }

    fn position(&self, surface: &str, verdict: &Verdict) -> Option<usize> {
        let key = words_key(surface);
        self.0.iter().position(|it| it.entry.verdict == *verdict && it.key == key)
    }

    /// What the list is sure of: words of which enough was said and nothing contrary, or twice as
    /// much as all that is contrary.
    #[must_use]
    pub fn known(&self) -> Vec<Known> {
        self.sure().into_iter().filter(|it| it.1).map(|it| Known::from(it.0)).collect()
    }

    /// Each entry with whether it is used.
    #[must_use]
    pub fn sure(&self) -> Vec<(&PersonalEntry, bool)> {
        let mut said: FxHashMap<&str, u32> = FxHashMap::default();
        for it in &self.0 {
            let sum = said.entry(&it.key).or_default();
            *sum = sum.saturating_add(it.entry.count);
        }
        let is_sure = |it: &Item| {
            let contrary = said.get(&*it.key).map_or(0, |sum| sum - it.entry.count);
            let enough = match needed(&it.entry.surface, &it.entry.verdict) {
                Needed::Times(times) => it.entry.count >= times,
                Needed::Never(_) => false,
            };
            enough && it.entry.count >= contrary.saturating_mul(2)
        };
        self.0.iter().map(|it| (&it.entry, is_sure(it))).collect()
    }
}

impl FromIterator<PersonalEntry> for PersonalList {
    fn from_iter<I: IntoIterator<Item = PersonalEntry>>(entries: I) -> Self {
        let mut res = Self::default();
        let item = |entry: PersonalEntry| Item { key: words_key(&entry.surface), entry };
        res.merge(Self(entries.into_iter().map(item).collect()));
        res
    }
}

impl From<&PersonalEntry> for Known {
    fn from(it: &PersonalEntry) -> Self {
        let label = if let Verdict::Is(label) = &it.verdict { Some(label.clone()) } else { None };
        Self { surface: it.surface.clone(), label }
    }
}

/// Which way a decision counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vote {
    /// It was made.
    For,
    /// It was undone.
    TakenBack,
}

impl Vote {
    /// What takes this vote back.
    #[must_use]
    pub const fn invert(self) -> Self {
        match self {
            Self::For => Self::TakenBack,
            Self::TakenBack => Self::For,
        }
    }
}

/// Whether two strings are the same words: white space, NFC or NFD and the place of the tone mark
/// do not matter; a capital at the beginning does, since `Sen` is a person and `sen` a flower.
#[must_use]
pub fn same_words(one: &str, other: &str) -> bool {
    one == other || words_key(one) == words_key(other)
}

/// What [`same_words`] compares.
#[must_use]
pub fn words_key(words: &str) -> String {
    let capital = words.trim_start().starts_with(char::is_uppercase);
    let folded: Vec<String> = words.split_whitespace().map(fold).collect();
    format!("{}{}", if capital { "^" } else { "" }, folded.join(" "))
}

/// How much has to be said of words before it is believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// So many times.
    Times(u32),
    /// Nothing can be learnt of them: the rule's name.
    Never(&'static str),
}

/// A rule about which words can be learnt.
struct Rule {
    needed: Needed,
    applies: fn(&str, &Verdict) -> bool,
}

/// What is risky to learn. The first rule that applies decides; without any, once is enough.
const RULES: [Rule; 6] = [
    // A letter or a number is something else in the next sentence.
    never("no word", |it, _| it.chars().filter(|it| it.is_alphabetic()).count() < 2),
    // What a date or an amount is follows from its form; its words come with other numbers.
    never("a number", |it, verdict| {
        let by_form = [LabelId::DATE, LabelId::QTY].map(Verdict::Is);
        by_form.contains(verdict) || it.chars().filter(char::is_ascii_digit).count() > 6
    }),
    // Longer than names are: a line, or a slip of the mouse.
    never("too long", |it, _| it.chars().count() > 100 || it.contains(['\n', '\r'])),
    // Most syllables of the language are words of many meanings.
    never("one common syllable", |it, verdict| {
        !it.trim().contains(char::is_whitespace)
            && !it.contains(char::is_uppercase)
            && *verdict != Verdict::NoName
    }),
    // A given name is a family name, a place and a word at the beginning of a sentence too.
    twice(|it, _| !it.trim().contains(char::is_whitespace)),
    // Titles and the like: which ones are marked depends on the sentence.
    twice(|it, _| !it.contains(char::is_uppercase)),
];

const fn never(name: &'static str, applies: fn(&str, &Verdict) -> bool) -> Rule {
    Rule { needed: Needed::Never(name), applies }
}

const fn twice(applies: fn(&str, &Verdict) -> bool) -> Rule {
    Rule { needed: Needed::Times(2), applies }
}

/// How often a verdict on these words has to be heard before it is believed.
#[must_use]
pub fn needed(surface: &str, verdict: &Verdict) -> Needed {
    let rule = RULES.iter().find(|it| (it.applies)(surface, verdict));
    rule.map_or(Needed::Times(1), |it| it.needed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(label: &str) -> Verdict {
        Verdict::Is(label.into())
    }

    fn known(list: &PersonalList) -> String {
        let one = |it: &Known| {
            format!("{}={}", it.surface, it.label.as_ref().map_or("-", LabelId::as_str))
        };
        list.known().iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_risky_to_learn() {
        use Needed::{Never, Times};
        let cases = [
            ("Gành Son", is("ORG"), Times(1)),
            ("UBND xã Tà Cạ", is("ORG"), Times(1)),
            ("Gành Son", Verdict::NoName, Times(1)),
            ("Lài", is("PER"), Times(2)),
            ("Covid-19", is("EVENT"), Times(2)),
            ("già làng", is("ROLE"), Times(2)),
            ("sen", is("PER"), Never("one common syllable")),
            ("mai", Verdict::NoName, Times(2)),
            ("A", is("PER"), Never("no word")),
            ("35%", is("MISC"), Never("no word")),
            ("ngày mai", is("DATE"), Never("a number")),
            ("ba trăm người", is("QTY"), Never("a number")),
            ("số 1234/QĐ-UBND ngày 12", is("LAW"), Times(1)),
            ("029384756 của bà Lài", is("MISC"), Never("a number")),
            ("dòng\nsau", is("MISC"), Never("too long")),
        ];
        for (surface, verdict, want) in cases {
            assert_eq!(needed(surface, &verdict), want, "{surface} {verdict:?}");
        }
    }

    #[test]
    fn what_is_believed() {
        // `+` says it, `-` takes it back; words, then the verdict or `0` for no name.
        let cases: [(&[&str], &str); 9] = [
            (&["+Gành Son=ORG"], "Gành Son=ORG"),
            (&["+Gành Son=ORG", "-Gành Son=ORG"], ""),
            (&["+Lài=PER"], ""),
            (&["+Lài=PER", "+Lài=PER"], "Lài=PER"),
            (&["+Hoà Bình=LOC", "+Hòa  Bình=LOC", "-HÒA BÌNH=LOC"], "Hoà Bình=LOC"),
            // Contrary: nobody is believed until one has twice as much.
            (&["+Gành Son=ORG", "+Gành Son=LOC"], ""),
            (&["+Gành Son=ORG", "+Gành Son=LOC", "+Gành Son=LOC"], "Gành Son=LOC"),
            (&["+Gành Son=0"], "Gành Son=-"),
            (&["-Gành Son=ORG", "+gành son=ORG", "+Gành Son=ORG"], "Gành Son=ORG"),
        ];
        for (votes, want) in cases {
            let mut list = PersonalList::default();
            for it in votes {
                let (vote, rest) = it.split_at(1);
                let (words, verdict) = rest.split_once('=').unwrap();
                let verdict = if verdict == "0" { Verdict::NoName } else { is(verdict) };
                let vote = if vote == "+" { Vote::For } else { Vote::TakenBack };
                list.vote(words, &verdict, vote, None);
            }
            assert_eq!(known(&list), want, "{votes:?}");
        }
    }

    #[test]
    fn the_oldest_goes_first() {
        let mut list = PersonalList::default();
        let day =
            |number: u32| NaiveDate::from_num_days_from_ce_opt(738_000 + number.cast_signed());
        for number in 0..=u32::try_from(MOST_ENTRIES).unwrap() {
            let name = format!("Ấp Số {number}");
            // The second one was seen last.
            let seen = if number == 1 { day(999_999) } else { day(number) };
            assert!(list.vote(&name, &is("LOC"), Vote::For, seen));
        }
        assert_eq!(list.len(), MOST_ENTRIES);
        let has = |name: &str| list.iter().any(|it| it.surface == name);
        assert!(!has("Ấp Số 0") && has("Ấp Số 1") && has("Ấp Số 5000"));
    }

    #[test]
    fn an_import_twice_is_an_import_once() {
        let entry = |count| PersonalEntry {
            surface: "Gành Son".to_owned(),
            verdict: is("ORG"),
            count,
            last_seen: None,
        };
        let mut list: PersonalList = [entry(3), entry(1)].into_iter().collect();
        list.merge(list.clone());
        assert_eq!(list.iter().map(|it| it.count).collect::<Vec<_>>(), [3]);
        list.set(PersonalEntry { verdict: is("LOC"), ..entry(1) });
        assert_eq!(known(&list), "Gành Son=LOC");
        assert!(list.forget("GÀNH SON") && list.is_empty());
    }
}
