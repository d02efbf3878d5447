//! Finding in the text and in the annotations.

use std::rc::Rc;

use super::command::known;
use super::placing::{Placing, Way};
use super::{CommandError, Direction};
use crate::document::{Annotation, AnnotationSet, Document, LabelId, Status, Transaction};
use crate::text::{Letters, Marks, Span, is_grapheme_boundary};

/// What is looked for. NFC or NFD, the place of the tone mark and the kind of white space never count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words; with none, each annotation of `inside` is a hit.
    pub text: String,
    /// Whether other marks are other letters.
    pub marks: Marks,
    /// Whether capitals are other letters.
    pub case: bool,
    /// Whether letters and digits around a hit make it none.
    pub whole: bool,
    /// Where.
    pub inside: Inside,
}

/// Which part of the article is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Inside {
    /// All of it.
    #[default]
    Article,
    /// What is annotated so.
    Annotations {
        /// As one of these; as anything if empty.
        labels: Vec<LabelId>,
        /// With this status; not rejected if `None`.
        status: Option<Status>,
    },
}

impl Inside {
    fn has(&self, it: &Annotation) -> bool {
        let Self::Annotations { labels, status } = self else { return false };
        let has_status = status.map_or(it.status != Status::Rejected, |status| it.status == status);
        has_status && (labels.is_empty() || labels.contains(&it.label))
    }
}

/// What was asked for and where it stands. It follows the document: [`Self::follow`].
#[derive(Clone, Debug, Default)]
pub struct Finder {
    query: Query,
    folded: Option<Folded>,
    annotations: Option<Rc<AnnotationSet>>,
    hits: Rc<Vec<Span>>,
    // Which hit is current. Invariant: below their number, or 0.
    at: usize,
    // Where the current hit begins, or where the person was, in bytes.
    place: u32,
}

/// Made once for each text and way to read it: a query is then a walk over letters.
#[derive(Clone, Debug)]
struct Folded {
    text: Rc<str>,
    marks: Marks,
    letters: Letters,
}

impl Finder {
    /// From now on the first hit is looked for at `place`, in bytes.
    pub fn start_at(&mut self, place: u32) {
        self.place = place;
        self.settle();
    }

    /// What is looked for.
    #[must_use]
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Where it stands, in bytes, in reading order; none lies over another.
    #[must_use]
    pub fn hits(&self) -> &Rc<Vec<Span>> {
        &self.hits
    }

    /// Which of [`Self::hits`] is current, from 0.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// The current hit, in bytes.
    #[must_use]
    pub fn current(&self) -> Option<Span> {
        self.hits.get(self.at).copied()
    }

    /// Looks for something else; the first hit after where the person is becomes current.
    pub fn ask(&mut self, query: Query, document: &Document) {
        if self.query != query {
            self.query = query;
            self.annotations = None;
        }
        self.follow(document);
    }

    /// Looks again if the text or, where they count, the annotations have changed.
    pub fn follow(&mut self, document: &Document) {
        let same_text = self.folded.as_ref().is_some_and(|it| Rc::ptr_eq(&it.text, &document.text));
        let known = self.annotations.as_ref();
        let same = known.is_some_and(|it| Rc::ptr_eq(it, &document.annotations));
        if same_text && (same || (known.is_some() && self.query.inside == Inside::Article)) {
            return;
        }
        self.fold(document);
        self.annotations = Some(Rc::clone(&document.annotations));
        self.hits = Rc::new(self.look(document));
        self.settle();
    }

    /// To the next or the previous hit; around the corner at the last one.
    pub fn step(&mut self, direction: Direction) -> Option<Span> {
        let last = self.hits.len().checked_sub(1)?;
        self.at = match direction {
            Direction::Forward if self.at == last => 0,
            Direction::Forward => self.at + 1,
            Direction::Back => self.at.checked_sub(1).unwrap_or(last),
        };
        self.place = self.hits[self.at].start();
        self.current()
    }

    fn settle(&mut self) {
        let at = self.hits.partition_point(|it| it.start() < self.place);
        self.at = if at < self.hits.len() { at } else { 0 };
    }

    fn fold(&mut self, document: &Document) {
        let marks = self.query.marks;
        let fits = |it: &Folded| Rc::ptr_eq(&it.text, &document.text) && it.marks == marks;
        if !self.folded.as_ref().is_some_and(fits) {
            let (text, letters) = (Rc::clone(&document.text), Letters::new(&document.text, marks));
            self.folded = Some(Folded { text, marks, letters });
        }
    }

    fn look(&self, document: &Document) -> Vec<Span> {
        let wanted = Letters::new(&self.query.text, self.query.marks).trimmed();
        match (&self.folded, &self.query.inside) {
            (_, Inside::Article) if wanted.is_empty() => Vec::new(),
            (_, inside) if wanted.is_empty() => annotated(document, inside),
            (Some(it), Inside::Article) => it.hits(&self.query, &wanted, |_| true),
            (Some(it), inside) => it.hits(&self.query, &wanted, |span| {
                let mut around = document.annotations.intersecting(span);
                around.any(|it| inside.has(it) && it.span.contains(span))
            }),
            (None, _) => Vec::new(),
        }
    }
}

/// Of annotations that lie over each other the outer one.
fn annotated(document: &Document, inside: &Inside) -> Vec<Span> {
    let mut res: Vec<Span> = Vec::new();
    for it in document.annotations.iter().filter(|it| inside.has(it)) {
        if res.last().is_none_or(|last| last.end() <= it.span.start()) {
            res.push(it.span);
        }
    }
    res
}

impl Folded {
    fn hits(&self, query: &Query, wanted: &Letters, fits: impl Fn(Span) -> bool) -> Vec<Span> {
        let capitals = query.case.then(|| capitals(query.text.trim()));
        let mut res: Vec<Span> = Vec::new();
        for at in self.letters.places(wanted) {
            let span = self.span(at, at + wanted.len());
            let free = res.last().is_none_or(|last| last.end() <= span.start());
            if free
                && !(query.whole && self.is_part(at, wanted.len()))
                && capitals.as_ref().is_none_or(|it| *it == self::capitals(span.slice(&self.text)))
                && !span.is_empty()
                && is_cut(&self.text, span.start())
                && is_cut(&self.text, span.end())
                && fits(span)
            {
                res.push(span);
            }
        }
        res
    }

    /// From one letter to before another, without what a reader does not see after it.
    fn span(&self, from: usize, to: usize) -> Span {
        let (start, end) = (self.letters.start(from), self.letters.start(to));
        let unseen = |it: char| matches!(it, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}');
        let seen = self.text[start as usize..end as usize].trim_end_matches(unseen);
        Span::of(&(0..seen.len())).shift(start)
    }

    /// Whether the word goes on before or after.
    fn is_part(&self, at: usize, len: usize) -> bool {
        let word = |idx: Option<usize>| self.letters.is_word(idx);
        (word(at.checked_sub(1)) && word(Some(at)))
            || (word(Some(at + len)) && word(Some(at + len - 1)))
    }
}

/// Which of the letters are capitals.
fn capitals(text: &str) -> Vec<bool> {
    let letters = text.chars().filter(|it| it.is_alphabetic());
    letters.map(char::is_uppercase).collect()
}

/// Whether a hit may begin or end there. Nothing is written onto what ASCII has.
fn is_cut(text: &str, at: u32) -> bool {
    let next = text.as_bytes().get(at as usize);
    next.is_none_or(|it| it.is_ascii() && *it != b'\n') || is_grapheme_boundary(text, at)
}

/// A label on each of `spans` as one transaction, each as [`Command::Annotate`](super::Command::Annotate) does it.
pub(super) fn label_all(
    document: &Document,
    spans: &[Span],
    label: &LabelId,
) -> Result<Transaction, CommandError> {
    known(document, label)?;
    for it in spans {
        Span::checked(&document.text, it.start(), it.end())?;
    }
    let mut steps = Vec::new();
    let mut now = document.clone();
    // Two spans in one suggestion cannot both take its place: the second one comes in another round.
    loop {
        let placed = Placing::new(&now, label.clone(), Way::Here).each(spans.to_vec());
        let round: Transaction = placed.into_iter().flat_map(|it| it.1).collect();
        match round.apply(&now) {
            Ok(after) if !round.is_empty() => now = after,
            _ => return Ok(steps.into_iter().collect()),
        }
        steps.extend(round.steps);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{AnnotationId, Meta, Origin};
    use crate::session::Command;

    fn document(text: &str) -> Document {
        Document::new(text, Meta::default())
    }

    fn annotated(text: &str, items: &[(&str, LabelId, Status)]) -> Document {
        let item = |(idx, (surface, label, status)): (u64, &(&str, LabelId, Status))| {
            let at = text.find(surface).unwrap();
            let span = Span::of(&(at..at + surface.len()));
            let id = AnnotationId::numbered(idx + 1);
            Annotation::new(id, label.clone(), span, *status, Origin::Detected)
        };
        let set = AnnotationSet::from_unsorted((0..).zip(items).map(item));
        Document { annotations: Rc::new(set), ..document(text) }
    }

    fn ask(document: &Document, query: Query) -> Finder {
        let mut finder = Finder::default();
        finder.ask(query, document);
        finder
    }

    fn query(text: &str) -> Query {
        Query { text: text.to_owned(), ..Query::default() }
    }

    /// `b`are, `c`ase, `w`hole.
    fn with(text: &str, options: &str) -> Query {
        let marks = if options.contains('b') { Marks::Bare } else { Marks::Kept };
        let (case, whole) = (options.contains('c'), options.contains('w'));
        Query { marks, case, whole, ..query(text) }
    }

    fn found(document: &Document, query: Query) -> Vec<&str> {
        let hits = Rc::clone(ask(document, query).hits());
        hits.iter().map(|it| it.slice(&document.text)).collect()
    }

    #[test]
    fn what_is_found_in_the_text() {
        let cases: [(&str, &str, &str, &[&str]); 22] = [
            ("Hà Nội, hà nội, Ha Noi", "Hà Nội", "", &["Hà Nội", "hà nội"]),
            ("Hà Nội, hà nội, Ha Noi", "Hà Nội", "c", &["Hà Nội"]),
            ("Hà Nội, hà nội, Ha Noi", "hà nội", "c", &["hà nội"]),
            ("Hà Nội, hà nội, Ha Noi", "ha noi", "", &["Ha Noi"]),
            ("Hà Nội, hà nội, Ha Noi", "ha noi", "b", &["Hà Nội", "hà nội", "Ha Noi"]),
            ("Hà Nội, hà nội, Ha Noi", "Hạ nơi", "b", &["Hà Nội", "hà nội", "Ha Noi"]),
            ("Đồng Đăng", "dong", "b", &["Đồng"]),
            ("Hoà Bình, Hòa Bình", "hòa", "", &["Hoà", "Hòa"]),
            ("Hoà Bình, Hòa Bình", "Hòa", "c", &["Hoà", "Hòa"]),
            ("Nguye\u{302}\u{303}n", "nguyễn", "", &["Nguye\u{302}\u{303}n"]),
            ("Nguyễn", "nguye\u{302}\u{303}n", "c", &[]),
            ("Nguyễn", "Nguye\u{302}\u{303}n", "c", &["Nguyễn"]),
            ("An, Anna, San", "an", "", &["An", "An", "an"]),
            ("An, Anna, San", "an", "w", &["An"]),
            ("covid-19, covid-190", "-19", "w", &["-19"]),
            ("một\u{a0} hai\nba", "một hai ba", "", &["một\u{a0} hai\nba"]),
            ("một\n\nhai", "một hai", "", &[]),
            ("ba ba ba ba", "ba ba", "", &["ba ba", "ba ba"]),
            ("a b", "  ", "", &[]),
            ("a b", " b\n", "", &["b"]),
            ("Hà\u{200b} Nội\u{200b}", "hà nội", "", &["Hà\u{200b} Nội"]),
            ("n\u{302}, n", "n", "", &["n"]),
        ];
        for (text, wanted, options, want) in cases {
            assert_eq!(
                found(&document(text), with(wanted, options)),
                want,
                "{text:?} {wanted:?} {options}"
            );
        }
    }

    #[test]
    fn no_hit_splits_what_a_reader_sees_as_one() {
        for (text, wanted) in [("👨🏻\u{200d}🚒", "👨"), ("👍🏽", "👍"), ("\r\n", "\r")]
        {
            assert_eq!(found(&document(text), query(wanted)), [""; 0], "{text:?}");
        }
        assert_eq!(found(&document("👍🏽!"), query("👍🏽")), ["👍🏽"]);
    }

    #[test]
    fn what_is_found_in_annotations() {
        let text = "UBND tỉnh Hà Nam, Hà Nam, bà Nam";
        let document = annotated(
            text,
            &[
                ("UBND tỉnh Hà Nam", LabelId::ORG, Status::Accepted),
                ("tỉnh Hà Nam", LabelId::LOC, Status::Suggested),
                ("bà Nam", LabelId::PER, Status::Rejected),
            ],
        );
        let inside =
            |labels: &[LabelId], status| Inside::Annotations { labels: labels.to_vec(), status };
        let cases: [(&str, Inside, &[u32]); 9] = [
            ("nam", Inside::Article, &[16, 25, 34]),
            ("nam", inside(&[], None), &[16]),
            ("nam", inside(&[LabelId::LOC], None), &[16]),
            ("nam", inside(&[LabelId::PER], None), &[]),
            ("nam", inside(&[LabelId::PER, LabelId::ORG], Some(Status::Rejected)), &[34]),
            ("nam", inside(&[LabelId::LOC], Some(Status::Accepted)), &[]),
            ("nam, Hà", inside(&[], None), &[]),
            ("", inside(&[], None), &[0]),
            ("", inside(&[LabelId::LOC], None), &[5]),
        ];
        for (text, inside, want) in cases {
            let finder = ask(&document, Query { inside: inside.clone(), ..query(text) });
            let got: Vec<u32> = finder.hits().iter().map(|it| it.start()).collect();
            assert_eq!(got, want, "{text:?} {inside:?}");
        }
    }

    #[test]
    fn steps_go_around_the_corner_from_where_the_person_is() {
        let document = document("ba, ba, ba");
        let mut finder = Finder::default();
        finder.start_at(2);
        finder.ask(query("b"), &document);
        assert_eq!(finder.at(), 1);
        finder.ask(query("ba"), &document);
        assert_eq!((finder.at(), finder.current()), (1, Some(Span::new(4, 6))));
        let mut walk = |direction| finder.step(direction).map(Span::start);
        assert_eq!(walk(Direction::Forward), Some(8));
        assert_eq!(walk(Direction::Forward), Some(0));
        assert_eq!(walk(Direction::Back), Some(8));
        finder.ask(query("x"), &document);
        assert_eq!((finder.at(), finder.step(Direction::Forward)), (0, None));
        finder.start_at(99);
        finder.ask(query("ba"), &document);
        assert_eq!(finder.at(), 0);
    }

    #[test]
    fn hits_follow_the_document() {
        let text = "Lan, Lan";
        let before = annotated(text, &[("Lan", LabelId::PER, Status::Accepted)]);
        let inside = Inside::Annotations { labels: vec![LabelId::PER], status: None };
        let mut finder = ask(&before, Query { inside, ..query("lan") });
        assert_eq!(finder.hits().len(), 1);
        let spans = vec![Span::new(0, 3), Span::new(5, 8)];
        let all = Command::AnnotateAll { spans, label: LabelId::PER }.plan(&before).unwrap();
        finder.follow(&all.apply(&before).unwrap());
        assert_eq!(finder.hits().len(), 2);
        finder.follow(&document("Lan"));
        assert_eq!(finder.hits().len(), 0);
    }

    #[test]
    fn all_hits_are_labelled_in_one_step_and_nothing_is_done_twice() {
        let before = annotated(
            "Lan, Lan , Lan  , Lan",
            &[
                ("Lan", LabelId::PER, Status::Accepted),
                ("Lan ", LabelId::ORG, Status::Suggested),
                ("Lan  ", LabelId::PER, Status::Suggested),
            ],
        );
        let spans = [(0, 3), (5, 9), (11, 16), (18, 21)].map(|(a, b)| Span::new(a, b)).to_vec();
        let command = Command::AnnotateAll { spans, label: LabelId::PER };
        let all = command.clone().plan(&before).unwrap();
        assert_eq!(all.steps.len(), 3);
        let after = all.apply(&before).unwrap();
        let got: Vec<_> = after
            .annotations
            .iter()
            .map(|it| (it.id.as_str(), it.label.as_str(), it.status, it.origin))
            .collect();
        use Origin::{Detected, Manual};
        let accepted = Status::Accepted;
        assert_eq!(
            got,
            [
                ("a1", "PER", accepted, Detected),
                ("a2", "PER", accepted, Detected),
                ("a3", "PER", accepted, Detected),
                ("a4", "PER", accepted, Manual),
            ]
        );
        assert!(command.plan(&after).unwrap().is_empty());
        assert_eq!(all.invert().apply(&after).unwrap(), before);
    }

    #[test]
    fn hits_in_one_suggestion_are_all_labelled() {
        let before = annotated("Lan và Lan", &[("Lan và Lan", LabelId::PER, Status::Suggested)]);
        let spans = vec![Span::new(0, 3), Span::new(8, 11)];
        let all = Command::AnnotateAll { spans, label: LabelId::LOC }.plan(&before).unwrap();
        let after = all.apply(&before).unwrap();
        let accepted = after.annotations.iter().filter(|it| it.status == Status::Accepted);
        assert_eq!(
            accepted.map(|it| it.span).collect::<Vec<_>>(),
            [Span::new(0, 3), Span::new(8, 11)]
        );
        assert_eq!(all.invert().apply(&after).unwrap(), before);
    }

    #[test]
    fn what_cannot_be_labelled_is_refused_whole() {
        let document = document("Lan");
        let all = |spans, label: &str| {
            Command::AnnotateAll { spans, label: label.into() }.plan(&document)
        };
        assert!(matches!(all(vec![Span::new(0, 3)], "X"), Err(CommandError::NoLabel(_))));
        let spans = vec![Span::new(0, 3), Span::new(2, 9)];
        assert!(matches!(all(spans, "PER"), Err(CommandError::Span(_))));
    }
}
