//! What is on the page, as data.
//!
//! The article is shown in sections of some kilobytes. A section is drawn with its
//! highlights only while it is near the viewport; what has not changed is the same
//! `Rc` as before, so that the page need not look at it.

use std::rc::Rc;

use crate::document::{Annotation, AnnotationId, Document, LabelId, Run, Status, runs};
use crate::text::{Span, paragraphs};

/// Some paragraphs that are drawn together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// From its first paragraph to its last, in bytes.
    pub span: Span,
    /// Its paragraphs, also the empty ones.
    pub paragraphs: Vec<Paragraph>,
}

/// One line of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Without the line's end, in bytes.
    pub span: Span,
    /// The whole paragraph; a single one if nothing is highlighted.
    pub pieces: Vec<Piece>,
    /// Whether it reads as the article's headline.
    pub headline: bool,
    /// Whether it has white space that a page would not show by itself.
    pub preformatted: bool,
}

/// A piece of text under which nothing changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it is, in bytes.
    pub span: Span,
    /// What it says.
    pub text: Rc<str>,
    /// What covers it, innermost last.
    pub marks: Vec<Mark>,
}

/// An annotation over a piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which.
    pub id: AnnotationId,
    /// What it is.
    pub label: LabelId,
    /// What a person has said of it.
    pub status: Status,
    /// Whether the keys are for it.
    pub current: bool,
    /// Whether it begins with this piece.
    pub begins: bool,
    /// Whether it ends with this piece.
    pub ends: bool,
    /// Which of the lines below the text is its own, 0 the nearest; all of its pieces
    /// in a paragraph have the same.
    pub lane: usize,
}

/// Bytes after which a new section begins with the next paragraph.
const SECTION_BYTES: u32 = 6 * 1024;

/// Paragraphs after which a new section begins.
const SECTION_PARAGRAPHS: usize = 48;

/// The spans of a text's sections, each a row of whole paragraphs.
#[must_use]
pub fn sections(text: &str) -> Vec<Vec<Span>> {
    let mut res: Vec<Vec<Span>> = Vec::new();
    for it in paragraphs(text) {
        match res.last_mut() {
            Some(last)
                if last.len() < SECTION_PARAGRAPHS
                    && it.end() - last[0].start() <= SECTION_BYTES =>
            {
                last.push(it);
            }
            _ => res.push(vec![it]),
        }
    }
    res
}

/// A section as plain text, far from the viewport.
#[must_use]
pub fn plain(text: &str, section: &[Span]) -> Section {
    draw(text, section, |it| {
        let piece = |it: Span| Piece { span: it, text: it.slice(text).into(), marks: Vec::new() };
        (!it.is_empty()).then(|| piece(it)).into_iter().collect()
    })
}

/// A section with its highlights.
#[must_use]
pub fn marked(document: &Document, section: &[Span], current: Option<&AnnotationId>) -> Section {
    draw(&document.text, section, |it| {
        let there = document.annotations.intersecting(it);
        let there = there.filter(|it| !document.labels.hides(&it.label));
        let pieces = runs(there, it).into_iter().filter(|it| !it.span.is_empty());
        let mut lanes = Lanes::default();
        pieces.map(|it| piece(document, &it, &lanes.of(&it), current)).collect()
    })
}

/// Which annotation has which line below the text.
#[derive(Default)]
struct Lanes(Vec<Option<AnnotationId>>);

impl Lanes {
    /// Those of what is active in the next run: a new one takes the nearest free line,
    /// the others keep theirs.
    fn of(&mut self, run: &Run) -> Vec<usize> {
        for lane in &mut self.0 {
            lane.take_if(|id| run.active.iter().all(|it| it.id != *id));
        }
        run.active.iter().map(|it| self.lane(&it.id)).collect()
    }

    fn lane(&mut self, id: &AnnotationId) -> usize {
        let own = self.0.iter().position(|it| it.as_ref() == Some(id));
        let lane = own.or_else(|| self.0.iter().position(Option::is_none));
        let lane = lane.unwrap_or_else(|| {
            self.0.push(None);
            self.0.len() - 1
        });
        self.0[lane] = Some(id.clone());
        lane
    }
}

fn draw(text: &str, section: &[Span], pieces: impl Fn(Span) -> Vec<Piece>) -> Section {
    let span = section.iter().copied().reduce(Span::cover).unwrap_or_else(|| Span::new(0, 0));
    let headline = (span.start() == 0).then(|| headline(text)).flatten();
    let paragraph = |it: &Span| Paragraph {
        span: *it,
        pieces: pieces(*it),
        headline: headline == Some(*it),
        preformatted: is_preformatted(it.slice(text)),
    };
    Section { span, paragraphs: section.iter().map(paragraph).collect() }
}

/// Whether there is more white space than single spaces between words.
fn is_preformatted(line: &str) -> bool {
    let mut after_space = true;
    let odd = line.chars().any(|it| {
        let space = it != '\u{a0}' && it.is_whitespace();
        let before = std::mem::replace(&mut after_space, space);
        space && (before || it != ' ')
    });
    odd || (after_space && !line.is_empty())
}

/// Lines at the beginning among which the headline is looked for: a date or the name of
/// the newspaper may stand before it.
const LINES_BEFORE_TEXT: usize = 3;

/// The first line that is as long as a headline, says more than a date and does not
/// end as a sentence, if there is text after it.
fn headline(text: &str) -> Option<Span> {
    let mut lines = paragraphs(text).filter(|it| !it.slice(text).trim().is_empty());
    let found =
        lines.by_ref().take(LINES_BEFORE_TEXT).find(|it| is_headline(it.slice(text).trim()));
    found.filter(|_| lines.next().is_some())
}

fn is_headline(line: &str) -> bool {
    let letters = line.chars().take(300).filter(|it| it.is_alphabetic()).count();
    (18..180).contains(&letters) && !line.ends_with(['.', ',', ':', ';', '…'])
}

fn piece(document: &Document, run: &Run, lanes: &[usize], current: Option<&AnnotationId>) -> Piece {
    let mark = |(it, lane): (&Rc<Annotation>, &usize)| Mark {
        id: it.id.clone(),
        label: it.label.clone(),
        status: it.status,
        current: current == Some(&it.id),
        begins: it.span.start() == run.span.start(),
        ends: it.span.end() == run.span.end(),
        lane: *lane,
    };
    let marks = run.active.iter().zip(lanes).map(mark).collect();
    Piece { span: run.span, text: run.span.slice(&document.text).into(), marks }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Meta, Origin, Step, Transaction};

    fn document(text: &str, spans: &[(u32, u32)]) -> Document {
        let numbered = |(idx, (start, end)): (usize, &(u32, u32))| {
            let (id, span) = (AnnotationId::numbered(idx as u64 + 1), Span::new(*start, *end));
            let it = Annotation::new(id, LabelId::ORG, span, Status::Suggested, Origin::Detected);
            Step::Insert(Rc::new(it))
        };
        let steps: Transaction = spans.iter().enumerate().map(numbered).collect();
        steps.apply(&Document::new(text, Meta::default())).unwrap()
    }

    #[test]
    fn nested_marks_are_cut_into_pieces() {
        let document = document("UBND xa Ba Vi", &[(0, 13), (5, 13)]);
        let section = marked(&document, &[Span::new(0, 13)], Some(&"a2".into()));
        let got: Vec<_> = section.paragraphs[0]
            .pieces
            .iter()
            .map(|it| (&*it.text, it.marks.len(), it.marks.last().is_some_and(|it| it.current)))
            .collect();
        assert_eq!(got, [("UBND ", 1, false), ("xa Ba Vi", 2, true)]);
    }

    #[test]
    fn an_annotation_stays_on_its_line() {
        let document = document("một hai ba bốn", &[(0, 9), (6, 14), (10, 14)]);
        let section = marked(&document, &[Span::new(0, 17)], None);
        let got: Vec<_> = section.paragraphs[0]
            .pieces
            .iter()
            .map(|it| {
                it.marks
                    .iter()
                    .map(|it| format!("{}{}", it.id, it.lane))
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect();
        assert_eq!(got, ["a10", "a10 a21", "a21", "a21 a30", ""]);
    }

    #[test]
    fn sections_are_all_of_the_paragraphs_in_order() {
        let text = "một hai ba\n\n".repeat(2000);
        let sections = sections(&text);
        assert!(sections.len() > 10, "{}", sections.len());
        assert!(sections.concat().into_iter().eq(paragraphs(&text)));
    }

    #[test]
    fn a_headline_is_no_date_and_no_sentence() {
        let body = "\n\nSáng nay, thành phố khai trương tuyến xe buýt điện đầu tiên.";
        let cases = [
            (
                "Thành phố có tuyến xe buýt điện đầu tiên",
                Some("Thành phố có tuyến xe buýt điện đầu tiên"),
            ),
            (
                "Thứ sáu, 20/05/2022\n\nThành phố có tuyến xe buýt điện",
                Some("Thành phố có tuyến xe buýt điện"),
            ),
            ("Thành phố vừa có tuyến xe buýt điện đầu tiên.", None),
            ("Ngắn", None),
        ];
        for (head, want) in cases {
            let text = format!("{head}{body}");
            assert_eq!(headline(&text).map(|it| it.slice(&text)), want, "{head:?}");
        }
        assert_eq!(headline("Thành phố có tuyến xe buýt điện đầu tiên"), None);
    }

    #[test]
    fn only_single_spaces_between_words_need_no_care() {
        for (line, want) in [
            ("", false),
            ("một hai ba", false),
            ("một\u{a0}\u{a0}hai", false),
            ("một  hai", true),
            (" một", true),
            ("một ", true),
            ("một\thai", true),
            ("một\u{3000}hai", true),
        ] {
            assert_eq!(is_preformatted(line), want, "{line:?}");
        }
    }

    #[test]
    fn plain_and_marked_say_the_same() {
        let document = document("ab\r\n\r\ncd ef", &[(0, 2), (6, 8)]);
        for section in sections(&document.text) {
            let text = |it: Section| -> Vec<String> {
                it.paragraphs
                    .iter()
                    .map(|it| it.pieces.iter().map(|it| &*it.text).collect())
                    .collect()
            };
            assert_eq!(
                text(plain(&document.text, &section)),
                text(marked(&document, &section, None))
            );
        }
    }
}
