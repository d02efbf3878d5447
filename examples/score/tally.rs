//! Counts what is right, wrong and missing.

use std::collections::BTreeMap;
use std::fmt;

use dau::detect::{Language, Mention, Options, detect};
use dau::document::{LabelId, Timex, parse_date};
use dau::formats::notation::{Block, Marked, Value, write};

use crate::corpus::Corpus;
use crate::reliability::Reliability;

/// Right, found and wanted mentions.
#[derive(Clone, Copy, Default)]
pub(crate) struct Count {
    right: u32,
    found: u32,
    wanted: u32,
}

impl Count {
    fn add(&mut self, right: u32, found: u32, wanted: u32) {
        self.right += right;
        self.found += found;
        self.wanted += wanted;
    }

    fn f1(self) -> f64 {
        2.0 * f64::from(self.right) / f64::from(self.found + self.wanted).max(1.0)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = |of: u32| 100.0 * f64::from(self.right) / f64::from(of).max(1.0);
        let Self { right, found, wanted } = self;
        let f1 = 100.0 * self.f1();
        write!(
            f,
            "P {:5.1}  R {:5.1}  F1 {f1:5.1}  ({right} right of {found} found, {wanted} wanted)",
            part(*found),
            part(*wanted)
        )
    }
}

/// A text with a difference.
pub(crate) struct Difference {
    id: String,
    labels: Vec<LabelId>,
    want: String,
    got: String,
}

impl Difference {
    /// Whether a mention with this label is wrong or missing.
    pub(crate) fn concerns(&self, label: &str) -> bool {
        self.labels.iter().any(|it| it.as_str() == label)
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n  want {}\n  got  {}", self.id, self.want, self.got)
    }
}

/// The scores of one corpus.
#[derive(Default)]
pub(crate) struct Report {
    labels: BTreeMap<usize, (LabelId, Count)>,
    core: Count,
    outermost: Count,
    all: Count,
    /// Values that are right, among dates whose span is right, and all that are wanted.
    values: (u32, u32, u32),
    /// How sure detection is of names, and how often it is right.
    pub(crate) reliability: Reliability,
    /// The paragraphs where something differs.
    pub(crate) errors: Vec<Difference>,
}

impl Report {
    /// Runs detection over a corpus.
    pub(crate) fn of(corpus: &Corpus) -> Self {
        let mut res = Self::default();
        for block in &corpus.blocks {
            let mentions = detect(&block.text, &options(block)).mentions;
            res.add(block, mentions, &corpus.labels);
        }
        res
    }

    /// Compares what was found in a text with what is right.
    pub(crate) fn add(&mut self, block: &Block, mentions: Vec<Mention>, labels: &[LabelId]) {
        let sure: Vec<f64> = mentions.iter().map(|it| it.confidence).collect();
        let (found, sure): (Vec<Marked>, Vec<f64>) = mentions
            .into_iter()
            .map(marked)
            .zip(sure)
            .filter(|it| labels.contains(&it.0.label))
            .unzip();
        self.reliability.add(block, &found, &sure);
        self.compare(block, &found, labels);
    }

    /// Adds the counts of another report.
    pub(crate) fn add_all(&mut self, other: &Self) {
        for (idx, (label, count)) in &other.labels {
            let sum = &mut self.labels.entry(*idx).or_insert((label.clone(), Count::default())).1;
            sum.add(count.right, count.found, count.wanted);
        }
        for (sum, it) in [
            (&mut self.core, other.core),
            (&mut self.outermost, other.outermost),
            (&mut self.all, other.all),
        ] {
            sum.add(it.right, it.found, it.wanted);
        }
        self.reliability.add_all(&other.reliability);
    }

    /// F1 in one line.
    pub(crate) fn brief(&self) -> String {
        let percent = |it: Count| format!("{:.1}", 100.0 * it.f1());
        let labels: Vec<String> =
            self.labels.values().map(|it| format!("{} {}", it.0.as_str(), percent(it.1))).collect();
        let [core, outer, all] = [self.core, self.outermost, self.all].map(percent);
        format!("PER+ORG+LOC {core}, outermost {outer}, nested {all} ({})", labels.join(", "))
    }

    fn compare(&mut self, block: &Block, found: &[Marked], labels: &[LabelId]) {
        let (want, got) = (outermost(&block.mentions), outermost(found));
        for (idx, label) in labels.iter().enumerate() {
            let count = tally(&want, &got, |it| it.label == *label);
            let sum = &mut self.labels.entry(idx).or_insert((label.clone(), Count::default())).1;
            sum.add(count.right, count.found, count.wanted);
        }
        let core = [LabelId::PER, LabelId::ORG, LabelId::LOC];
        let wanted: Vec<&Marked> = block.mentions.iter().collect();
        let all: Vec<&Marked> = found.iter().collect();
        for (sum, count) in [
            (&mut self.core, tally(&want, &got, |it| core.contains(&it.label))),
            (&mut self.outermost, tally(&want, &got, |_| true)),
            (&mut self.all, tally(&wanted, &all, |_| true)),
        ] {
            sum.add(count.right, count.found, count.wanted);
        }
        self.values(&block.mentions, found);
        self.errors.extend(differences(block, found));
    }

    fn values(&mut self, wanted: &[Marked], found: &[Marked]) {
        for want in wanted.iter().filter(|it| !it.optional) {
            let Value::Timex(value) = &want.value else { continue };
            let same = found.iter().find(|it| it.span == want.span && it.label == want.label);
            let is_right = same.is_some_and(|it| it.value == Value::Timex(value.clone()));
            self.values.0 += u32::from(is_right);
            self.values.1 += u32::from(same.is_some());
            self.values.2 += 1;
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (label, count) in self.labels.values().filter(|it| it.1.wanted + it.1.found > 0) {
            writeln!(f, "  {:12} {count}", label.as_str())?;
        }
        for (name, count) in
            [("PER ORG LOC", self.core), ("outermost", self.outermost), ("all, nested", self.all)]
        {
            writeln!(f, "  {name:12} {count}")?;
        }
        self.reliability.fmt(f)?;
        let (right, spans, wanted) = self.values;
        match wanted {
            0 => Ok(()),
            _ => writeln!(
                f,
                "  DATE values: {right} right of {spans} with the right span, {wanted} wanted"
            ),
        }
    }
}

/// Strict span and label, without those that count neither way.
fn tally(wanted: &[&Marked], found: &[&Marked], counts: impl Fn(&Marked) -> bool) -> Count {
    let same = |one: &Marked, other: &Marked| one.span == other.span && one.label == other.label;
    let mut res = Count::default();
    for want in wanted.iter().filter(|it| !it.optional && counts(it)) {
        res.add(u32::from(found.iter().any(|it| same(it, want))), 0, 1);
    }
    let optional =
        |it: &Marked| wanted.iter().any(|want| want.optional && want.span.intersects(it.span));
    let right = |it: &Marked| wanted.iter().any(|want| !want.optional && same(want, it));
    res.found =
        u32::try_from(found.iter().filter(|it| counts(it) && (right(it) || !optional(it))).count())
            .unwrap_or(0);
    res
}

/// The mentions that no other one holds.
pub(crate) fn outermost(mentions: &[Marked]) -> Vec<&Marked> {
    let mut res: Vec<&Marked> = Vec::new();
    for it in mentions {
        if res.last().is_none_or(|outer| !outer.span.contains(it.span)) {
            res.push(it);
        }
    }
    res
}

/// What a block says that detection may know of its text.
pub(crate) fn options(block: &Block) -> Options {
    Options {
        language: block.header("language").and_then(Language::parse),
        reference_date: block.header("reference").and_then(parse_date),
    }
}

fn marked(it: Mention) -> Marked {
    let value = it.timex.map_or(Value::None, Value::Timex);
    Marked { span: it.span, label: it.label, optional: false, value }
}

/// The paragraphs in which something is wrong or missing, each by itself.
fn differences(block: &Block, found: &[Marked]) -> Vec<Difference> {
    let mut res = Vec::new();
    for line in dau::text::paragraphs(&block.text) {
        let inside = |mentions: &[Marked]| -> Vec<Marked> {
            mentions.iter().filter(|it| line.contains(it.span)).cloned().collect()
        };
        let (want, got) = (inside(&block.mentions), inside(found));
        let optional =
            |it: &Marked| want.iter().any(|want| want.optional && want.span.intersects(it.span));
        let missing =
            want.iter().filter(|it| !it.optional && !got.iter().any(|got| is_same(it, got)));
        let wrong =
            got.iter().filter(|it| !optional(it) && !want.iter().any(|want| is_same(want, it)));
        let labels: Vec<LabelId> = missing.chain(wrong).map(|it| it.label.clone()).collect();
        if !labels.is_empty() {
            let id = block.header("id").unwrap_or("").to_owned();
            let text = line.slice(&block.text);
            let marked = |mentions| notation(text, line.start(), mentions);
            res.push(Difference { id, labels, want: marked(want), got: marked(got) });
        }
    }
    res
}

/// Same place and label and, where one is wanted, the same value.
pub(crate) fn is_same(want: &Marked, got: &Marked) -> bool {
    let timex = |it: &Marked| -> Option<Timex> {
        if let Value::Timex(it) = &it.value { Some(it.clone()) } else { None }
    };
    want.span == got.span
        && want.label == got.label
        && (timex(want).is_none() || timex(want) == timex(got))
}

fn notation(text: &str, offset: u32, mentions: Vec<Marked>) -> String {
    let moved = mentions.into_iter().map(|it| Marked {
        span: dau::text::Span::new(it.span.start() - offset, it.span.end() - offset),
        ..it
    });
    let block = Block { text: text.to_owned(), mentions: moved.collect(), ..Block::default() };
    write(&[block]).unwrap_or_default().trim_end().to_owned()
}
