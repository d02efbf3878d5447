//! What is on the page, as data.
//!
//! The article is shown in sections of some kilobytes. A section is drawn with its
//! highlights only while it is near the viewport; what has not changed is the same
//! `Rc` as before, so that the page need not look at it.

use std::rc::Rc;

use crate::document::{Annotation, AnnotationId, Document, LabelId, Run, Status, runs};
use crate::text::{Span, paragraphs};

/// Some paragraphs that are drawn together.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// From its first paragraph to its last, in bytes.
    pub span: Span,
    /// Its paragraphs, also the empty ones.
    pub paragraphs: Vec<Paragraph>,
}

/// One line of the article.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// Without the line's end, in bytes.
    pub span: Span,
    /// The whole paragraph; a single one if nothing is highlighted.
    pub pieces: Vec<Piece>,
}

/// A piece of text under which nothing changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// Where it is, in bytes.
    pub span: Span,
    /// What it says.
    pub text: Rc<str>,
    /// What covers it, innermost last.
    pub marks: Vec<Mark>,
}

/// An annotation over a piece of text.
#[derive(Clone, Debug, PartialEq)]
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
    draw(section, |it| {
        let piece = |it: Span| Piece { span: it, text: it.slice(text).into(), marks: Vec::new() };
        (!it.is_empty()).then(|| piece(it)).into_iter().collect()
    })
}

/// A section with its highlights.
#[must_use]
pub fn marked(document: &Document, section: &[Span], current: Option<&AnnotationId>) -> Section {
    draw(section, |it| {
        let there = document.annotations.intersecting(it);
        let pieces = runs(there, it).into_iter();
        pieces.filter(|it| !it.span.is_empty()).map(|it| piece(document, &it, current)).collect()
    })
}

fn draw(section: &[Span], pieces: impl Fn(Span) -> Vec<Piece>) -> Section {
    let span = section.iter().copied().reduce(Span::cover).unwrap_or_else(|| Span::new(0, 0));
    let paragraph = |it: &Span| Paragraph { span: *it, pieces: pieces(*it) };
    Section { span, paragraphs: section.iter().map(paragraph).collect() }
}

fn piece(document: &Document, run: &Run, current: Option<&AnnotationId>) -> Piece {
    let mark = |it: &Rc<Annotation>| Mark {
        id: it.id.clone(),
        label: it.label.clone(),
        status: it.status,
        current: current == Some(&it.id),
        begins: it.span.start() == run.span.start(),
        ends: it.span.end() == run.span.end(),
    };
    let marks = run.active.iter().map(mark).collect();
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
    fn sections_are_all_of_the_paragraphs_in_order() {
        let text = "một hai ba\n\n".repeat(2000);
        let sections = sections(&text);
        assert!(sections.len() > 10, "{}", sections.len());
        assert!(sections.concat().into_iter().eq(paragraphs(&text)));
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
