//! The article as the page has it: which sections are drawn, and how.

use std::rc::Rc;

use crate::document::{AnnotationId, Document};
use crate::session::{Section, marked, plain, sections};
use crate::text::Span;

/// Sections that are taken to be on the first screen, until the browser says.
const FIRST: usize = 2;

/// All sections of one text. Those near the viewport have their highlights; what has
/// not changed is the same `Rc` as before.
#[derive(Debug)]
pub struct Sheet {
    text: Rc<str>,
    spans: Vec<Vec<Span>>,
    near: Vec<bool>,
    drawn: Rc<Vec<Rc<Section>>>,
}

impl Sheet {
    /// The sheet of a text, its beginning near.
    #[must_use]
    pub fn new(text: &Rc<str>) -> Self {
        let spans = sections(text);
        let drawn = spans.iter().map(|it| Rc::new(plain(text, it))).collect();
        let near = (0..spans.len()).map(|it| it < FIRST).collect();
        Self { text: Rc::clone(text), spans, near, drawn: Rc::new(drawn) }
    }

    /// Whether it is the sheet of this text.
    #[must_use]
    pub fn is_of(&self, document: &Document) -> bool {
        Rc::ptr_eq(&self.text, &document.text)
    }

    /// The sections to draw.
    #[must_use]
    pub fn sections(&self) -> Rc<Vec<Rc<Section>>> {
        Rc::clone(&self.drawn)
    }

    /// Those near the viewport, in order.
    #[must_use]
    pub fn near(&self) -> Vec<Rc<Section>> {
        let near = self.drawn.iter().zip(&self.near).filter(|it| *it.1);
        near.map(|it| Rc::clone(it.0)).collect()
    }

    /// A section came near the viewport or went away from it.
    pub fn set_near(&mut self, section: usize, near: bool) {
        if let Some(it) = self.near.get_mut(section) {
            *it = near;
        }
    }

    /// Draws what is near again. A section that goes away loses its highlights, unless
    /// `keep`: then what is selected may lie in it.
    pub fn draw(&mut self, document: &Document, current: Option<&AnnotationId>, keep: bool) {
        for idx in 0..self.spans.len() {
            let is_plain = self.drawn[idx].is_plain();
            let new = match self.near[idx] {
                true => marked(document, &self.spans[idx], current),
                false if is_plain || keep => continue,
                false => plain(&self.text, &self.spans[idx]),
            };
            if new != *self.drawn[idx] {
                Rc::make_mut(&mut self.drawn)[idx] = Rc::new(new);
            }
        }
    }
}

impl Section {
    fn is_plain(&self) -> bool {
        self.paragraphs.iter().all(|it| it.pieces.iter().all(|it| it.marks.is_empty()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Annotation, LabelId, Meta, Origin, Status, Step, Transaction};

    fn annotated(document: &Document, at: u32) -> Document {
        let (id, span) = (AnnotationId::numbered(u64::from(at)), Span::new(at, at + 3));
        let it = Annotation::new(id, LabelId::PER, span, Status::Accepted, Origin::Manual);
        Transaction::from(Step::Insert(Rc::new(it))).apply(document).unwrap()
    }

    #[test]
    fn only_what_changed_near_the_viewport_is_drawn_again() {
        let document = Document::new("hai ba bốn\n".repeat(5000), Meta::default());
        let mut sheet = Sheet::new(&document.text);
        let before = sheet.sections();
        assert!(before.len() > 5);
        let far = sheet.spans[4][0].start();
        sheet.draw(&annotated(&annotated(&document, 0), far), None, false);
        let after = sheet.sections();
        let same = |idx: usize| Rc::ptr_eq(&before[idx], &after[idx]);
        assert_eq!((same(0), same(1), same(4)), (false, true, true));
    }

    #[test]
    fn what_goes_away_is_plain_unless_something_is_selected() {
        let document = annotated(&Document::new("hai ba bốn", Meta::default()), 0);
        let mut sheet = Sheet::new(&document.text);
        sheet.draw(&document, None, false);
        sheet.set_near(0, false);
        sheet.draw(&document, None, true);
        assert!(!sheet.sections()[0].is_plain());
        sheet.draw(&document, None, false);
        assert!(sheet.sections()[0].is_plain());
    }
}
