//! The rules of a language as one tree, and the walk over an article.
//!
//! All rules are kept in a tree of their steps, so that what they have in common is
//! looked at once, and a token that begins no rule costs one look-up.

mod walk;

use rustc_hash::FxHashMap;

use crate::detect::article::Word;

use super::numeral::{self, NumWord};
use super::pattern::{self, Step, What};
use super::point::Meaning;
use super::slot::{Found, Slot};
use super::stream::{Lex, Lit, NO_LIT, Stream};

/// One kind of expression: what it looks like and what it means.
pub(super) struct Rule {
    /// For people who want to know why something was found.
    pub(super) name: &'static str,
    /// See [`super::pattern`].
    pub(super) pattern: &'static str,
    /// What the words mean; nothing if they are no date after all.
    pub(super) make: fn(&Found<'_>) -> Option<Meaning>,
    /// How sure it is, of 1.
    pub(super) sure: f64,
}

/// A rule that is nearly always right.
pub(super) const fn rule(
    name: &'static str,
    pattern: &'static str,
    make: fn(&Found<'_>) -> Option<Meaning>,
) -> Rule {
    Rule { name, pattern, make, sure: 0.95 }
}

impl Rule {
    /// The same, less sure.
    pub(super) const fn sure(self, sure: f64) -> Self {
        Self { sure, ..self }
    }
}

/// What a `<name>` in a pattern stands for, and where its value goes.
pub(super) struct Class {
    pub(super) name: &'static str,
    pub(super) slot: Slot,
    pub(super) read: Read,
}

/// How the value of a class is read.
#[derive(Clone, Copy)]
pub(super) enum Read {
    /// Digits: how many at least and at most, and from which number to which.
    Digits(u8, u8, u32, u32),
    /// At most two digits or words, from which number to which.
    Number(u32, u32),
    /// An ordinal, `3rd` or `third`, up to this one.
    Ordinal(u32),
    /// An amount in thousandths, in digits or words.
    Amount,
    /// One of these phrases; a `^` before one asks for a capital.
    Table(&'static [(&'static str, i64)]),
}

/// What a language consists of.
pub(super) struct Spec {
    pub(super) classes: &'static [&'static [Class]],
    pub(super) rules: &'static [&'static [Rule]],
    pub(super) numbers: &'static [(&'static str, NumWord)],
    /// Amounts that nobody can know.
    pub(super) vague: &'static [&'static str],
    /// Amounts in words that are no number words.
    pub(super) amounts: &'static [(&'static str, numeral::Milli)],
    /// Reads a number in words.
    pub(super) in_words: fn(&Stream<'_>, usize) -> Option<(u32, usize)>,
    /// Reads an ordinal in words.
    pub(super) ordinal: fn(&Stream<'_>, usize) -> Option<(u32, usize)>,
    /// What stands before decimals.
    pub(super) decimal: &'static str,
    /// How most verbs end that tell of the past.
    pub(super) past_suffix: Option<&'static str>,
    /// Days ahead of now in which a sentence without a tense may point.
    pub(super) ahead: i64,
    /// Words that say something about the expressions around them.
    pub(super) marks: &'static [(u8, &'static [&'static str])],
}

/// A language, ready to use.
pub(super) struct Grammar {
    pub(super) spec: &'static Spec,
    vocabulary: FxHashMap<String, Lit>,
    classes: Vec<&'static Class>,
    /// For each class with phrases, its phrases by their first word.
    tables: Vec<FxHashMap<Lit, Vec<Phrase>>>,
    vague: FxHashMap<Lit, Vec<Phrase>>,
    nodes: Vec<Node>,
    words: Vec<(u8, Option<NumWord>)>,
}

struct Phrase {
    rest: Vec<(Lit, bool)>,
    capital: bool,
    value: i64,
}

#[derive(Default)]
struct Node {
    words: Vec<(Lit, bool, usize)>,
    classes: Vec<(usize, bool, usize)>,
    /// With their place in the list: of rules that read the same the first one counts.
    rules: Vec<(usize, &'static Rule)>,
    /// Only at the root: which classes may begin with which word.
    starts: FxHashMap<Lit, Vec<usize>>,
}

impl Grammar {
    /// Compiles a language. A pattern that cannot be read is left out; a test finds it.
    pub(super) fn new(spec: &'static Spec) -> Self {
        let mut res = Self {
            spec,
            vocabulary: FxHashMap::default(),
            classes: spec.classes.iter().copied().flatten().collect(),
            tables: Vec::new(),
            vague: FxHashMap::default(),
            nodes: vec![Node::default()],
            words: vec![(0, None)],
        };
        for (word, role) in spec.numbers {
            let lit = res.intern(word);
            res.words[usize::from(lit)].1 = Some(*role);
        }
        for (mark, words) in spec.marks {
            for word in *words {
                let lit = res.intern(word);
                res.words[usize::from(lit)].0 |= mark;
            }
        }
        let vague = spec.vague.iter().map(|it| (*it, numeral::UNKNOWN));
        let vague: Vec<(&str, i64)> = vague.chain(spec.amounts.iter().copied()).collect();
        res.vague = res.table(&vague);
        for class in 0..res.classes.len() {
            let table = match res.classes[class].read {
                Read::Table(entries) => res.table(entries),
                _ => FxHashMap::default(),
            };
            res.tables.push(table);
        }
        for (order, rule) in spec.rules.iter().copied().flatten().enumerate() {
            for steps in pattern::sequences(rule.pattern).unwrap_or_default() {
                res.add(&steps, order, rule);
            }
        }
        res.note_starts();
        res
    }

    fn intern(&mut self, word: &str) -> Lit {
        if let Some(lit) = self.vocabulary.get(word) {
            return *lit;
        }
        let lit = Lit::try_from(self.words.len()).unwrap_or(NO_LIT);
        self.vocabulary.insert(word.to_owned(), lit);
        self.words.push((0, None));
        lit
    }

    fn table(&mut self, entries: &[(&str, i64)]) -> FxHashMap<Lit, Vec<Phrase>> {
        let mut res: FxHashMap<Lit, Vec<Phrase>> = FxHashMap::default();
        for (text, value) in entries {
            let capital = text.starts_with('^');
            let mut lits = pattern::words(text.trim_start_matches('^')).into_iter().map(|it| {
                let What::Word(word) = it.what else { return (NO_LIT, false) };
                (self.intern(&word), it.touch)
            });
            if let Some((first, _)) = lits.next() {
                let rest = lits.collect();
                res.entry(first).or_default().push(Phrase { rest, capital, value: *value });
            }
        }
        for it in res.values_mut() {
            it.sort_by_key(|it| std::cmp::Reverse(it.rest.len()));
        }
        res
    }

    fn add(&mut self, steps: &[Step], order: usize, rule: &'static Rule) {
        let mut at = 0;
        for step in steps {
            let next = match &step.what {
                What::Word(word) => {
                    let lit = self.intern(word);
                    self.word_step(at, lit, step.touch)
                }
                What::Class(name) => {
                    let class = self.classes.iter().position(|it| it.name == name);
                    class.and_then(|class| self.class_step(at, class, step.touch))
                }
            };
            let Some(next) = next else { return };
            at = next;
        }
        if !self.nodes[at].rules.iter().any(|it| it.0 == order) {
            self.nodes[at].rules.push((order, rule));
        }
    }

    fn word_step(&mut self, at: usize, lit: Lit, touch: bool) -> Option<usize> {
        let next = self.nodes.len();
        let steps = &mut self.nodes.get_mut(at)?.words;
        if let Some(known) = steps.iter().find(|it| (it.0, it.1) == (lit, touch)) {
            return Some(known.2);
        }
        steps.push((lit, touch, next));
        self.nodes.push(Node::default());
        Some(next)
    }

    fn class_step(&mut self, at: usize, class: usize, touch: bool) -> Option<usize> {
        let next = self.nodes.len();
        let steps = &mut self.nodes.get_mut(at)?.classes;
        if let Some(known) = steps.iter().find(|it| (it.0, it.1) == (class, touch)) {
            return Some(known.2);
        }
        steps.push((class, touch, next));
        self.nodes.push(Node::default());
        Some(next)
    }

    /// Notes which words may begin a rule.
    fn note_starts(&mut self) {
        let mut starts: FxHashMap<Lit, Vec<usize>> = FxHashMap::default();
        for (lit, _, next) in &self.nodes[0].words {
            starts.entry(*lit).or_default().push(*next);
        }
        self.nodes[0].starts = starts;
    }

    /// Whether a rule may begin with the word.
    fn starts(&self, lex: &Lex) -> bool {
        self.nodes[0].starts.contains_key(&lex.lit)
            || self.nodes[0].classes.iter().any(|it| self.class_starts(it.0, lex))
    }

    fn class_starts(&self, class: usize, lex: &Lex) -> bool {
        match self.classes[class].read {
            Read::Digits(from, to, ..) => (from..=to).contains(&lex.digits),
            Read::Table(_) => self.tables[class].contains_key(&lex.lit),
            Read::Amount => {
                lex.digits > 0 || lex.word.is_some() || self.vague.contains_key(&lex.lit)
            }
            Read::Number(..) | Read::Ordinal(_) => lex.digits > 0 || lex.word.is_some(),
        }
    }

    /// What is known of a word by its spelling.
    pub(super) fn lex(&self, word: &Word) -> Lex {
        let mut res = Lex::of(word);
        let spelling = match &*word.folded {
            "–" | "—" | "‑" | "−" | "‐" => "-",
            "’" | "‘" | "′" => "'",
            it => it,
        };
        if let Some(lit) = self.vocabulary.get(spelling) {
            res.lit = *lit;
            (res.marks, res.word) = self.words[usize::from(*lit)];
        }
        if self
            .spec
            .past_suffix
            .is_some_and(|it| word.folded.len() > 4 && word.folded.ends_with(it))
        {
            res.marks |= super::context::mark::PAST;
        }
        res.starts = self.starts(&res);
        res
    }

    /// The value of a class there, and the token after it.
    pub(super) fn read(
        &self,
        class: usize,
        stream: &Stream<'_>,
        at: usize,
    ) -> Option<(i64, usize)> {
        let lex = stream.lex(at);
        match self.classes[class].read {
            Read::Digits(least, most, from, to) => {
                let fits = (least..=most).contains(&lex.digits);
                (fits && (from..=to).contains(&lex.number)).then(|| (lex.number.into(), at + 1))
            }
            Read::Number(from, to) => {
                let found = if lex.digits > 0 {
                    (lex.digits <= 2).then_some((lex.number, at + 1))
                } else {
                    lex.word.and_then(|_| (self.spec.in_words)(stream, at))
                };
                found.filter(|it| (from..=to).contains(&it.0)).map(|it| (it.0.into(), it.1))
            }
            Read::Ordinal(to) => {
                let found = (self.spec.ordinal)(stream, at)?;
                (1..=to).contains(&found.0).then(|| (found.0.into(), found.1))
            }
            Read::Amount => self.amount(stream, at),
            Read::Table(_) => look_up(&self.tables[class], stream, at),
        }
    }

    fn amount(&self, stream: &Stream<'_>, at: usize) -> Option<(i64, usize)> {
        if stream.is_digits(at) {
            return numeral::digits(stream, at, self.spec.decimal);
        }
        look_up(&self.vague, stream, at).or_else(|| {
            stream.lex(at).word?;
            let (number, next) = (self.spec.in_words)(stream, at)?;
            Some((i64::from(number) * 1000, next))
        })
    }
}

/// The longest phrase of a table that stands there.
fn look_up(
    table: &FxHashMap<Lit, Vec<Phrase>>,
    stream: &Stream<'_>,
    at: usize,
) -> Option<(i64, usize)> {
    let lex = stream.lex(at);
    let fits = |it: &&Phrase| {
        let steps = it.rest.iter().enumerate();
        (!it.capital || lex.capital)
            && steps.map(|(idx, it)| (at + 1 + idx, it)).all(|(next, (lit, touch))| {
                stream.lex(next).lit == *lit
                    && if *touch { stream.touches(next) } else { stream.follows(next) }
            })
    };
    let found = table.get(&lex.lit)?.iter().find(fits)?;
    Some((found.value, at + 1 + found.rest.len()))
}

#[cfg(test)]
pub(super) fn check(spec: &'static Spec) {
    let classes: Vec<&Class> = spec.classes.iter().copied().flatten().collect();
    for rule in spec.rules.iter().copied().flatten() {
        let steps = pattern::sequences(rule.pattern);
        let steps = steps.unwrap_or_else(|it| panic!("{}: {it}", rule.name));
        for step in steps.into_iter().flatten() {
            if let What::Class(name) = step.what {
                assert!(classes.iter().any(|it| it.name == name), "{}: <{name}>", rule.name);
            }
        }
    }
    for (idx, class) in classes.iter().enumerate() {
        assert!(!classes[..idx].iter().any(|it| it.name == class.name), "{} twice", class.name);
    }
}
