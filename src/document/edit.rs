//! A change of the text, with the annotations that it moves.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::{Annotation, AnnotationId, Document, Origin, Part, Status, TransactionError};
use crate::text::{Span, TextChange, is_grapheme_boundary, trim, whole};

/// A change of the text. Annotations follow it as [`TextChange::map`] says; those for which that
/// could not be taken back exactly are named with what becomes of them.
#[derive(Clone, Debug, PartialEq)]
pub struct TextEdit {
    change: TextChange,
    /// Before and after.
    named: Vec<(Place, Place)>,
}

/// An annotation; nothing before it comes and after it goes.
type Place = Option<Rc<Annotation>>;

/// Bytes around a change in which a span's end may no longer stand between two characters. Marks
/// and joiners beyond that are not looked for.
const REACH: u32 = 256;

impl TextEdit {
    /// A change of a document's text; `None` if it does not fit.
    #[must_use]
    pub fn new(document: &Document, change: TextChange) -> Option<Self> {
        let text = change.apply(&document.text)?;
        let back = change.clone().invert();
        let mut named = Vec::new();
        for it in document.annotations.iter() {
            let straight = moved(&change, it.span);
            let new = straight.map(|it| trim(&text, whole(&text, it)));
            let new = new.filter(|it| fits(&change, &text, *it));
            let exact = new == straight && new.and_then(|it| moved(&back, it)) == Some(it.span);
            if !exact {
                let after = new.map(|span| Rc::new(Annotation { span, ..(**it).clone() }));
                named.push((Some(Rc::clone(it)), after));
            }
        }
        Some(Self { change, named })
    }

    /// The edit that takes this one back.
    #[must_use]
    pub fn invert(self) -> Self {
        let named = self.named.into_iter().map(|(before, after)| (after, before)).collect();
        Self { change: self.change.invert(), named }
    }

    /// Where the text is another after it.
    #[must_use]
    pub fn span(&self) -> Span {
        self.change.inserted_span()
    }

    /// Suggestions may have changed by themselves since: one that is not as it was is moved if it
    /// can be, else it goes.
    pub(super) fn apply(&self, document: &mut Document) -> Result<(), TransactionError> {
        let text = self.change.apply(&document.text);
        let text = text.ok_or(TransactionError::StalePart(Part::Text))?;
        let mut named: FxHashMap<&AnnotationId, _> = FxHashMap::default();
        for (before, after) in &self.named {
            if let Some(before) = before {
                named.insert(&before.id, (before, after.as_ref()));
            }
        }
        let mut res: Vec<Rc<Annotation>> = Vec::with_capacity(document.annotations.len());
        for it in document.annotations.iter() {
            match named.remove(&it.id) {
                Some((before, after)) if before == it => res.extend(after.cloned()),
                other => match self.follow(&text, it) {
                    Some(it) if other.is_none() || is_suggestion(&it) => res.push(it),
                    _ if is_suggestion(it) => {}
                    _ => return Err(TransactionError::Stale(it.id.clone())),
                },
            }
        }
        if let Some((before, _)) = named.into_values().find(|it| !is_suggestion(it.0)) {
            return Err(TransactionError::Stale(before.id.clone()));
        }
        res.extend(self.come_back(&res));
        document.annotations = Rc::new(document.annotations.with_items(res));
        document.text = text.into();
        Ok(())
    }

    fn follow(&self, text: &str, it: &Rc<Annotation>) -> Option<Rc<Annotation>> {
        let span = moved(&self.change, it.span).filter(|it| fits(&self.change, text, *it))?;
        Some(if span == it.span {
            Rc::clone(it)
        } else {
            Rc::new(Annotation { span, ..(**it).clone() })
        })
    }

    /// Annotations that were lost by what this takes back.
    fn come_back(&self, there: &[Rc<Annotation>]) -> Vec<Rc<Annotation>> {
        let lost = self.named.iter().filter(|it| it.0.is_none()).filter_map(|it| it.1.as_ref());
        let again = |it: &&Rc<Annotation>| {
            let same = |other: &Rc<Annotation>| {
                other.id == it.id || other.span == it.span && other.label == it.label
            };
            !(is_suggestion(it) && there.iter().any(same))
        };
        lost.filter(again).cloned().collect()
    }
}

fn moved(change: &TextChange, span: Span) -> Option<Span> {
    change.map(span).filter(|it| !it.is_empty())
}

/// Whether a span that was moved can be annotated. Only near the change the text is another.
fn fits(change: &TextChange, text: &str, span: Span) -> bool {
    let new = change.inserted_span();
    let near = |at: u32| at + REACH >= new.start() && at <= new.end() + REACH;
    let whole = |at: u32| !near(at) || is_grapheme_boundary(text, at);
    !span.is_empty() && whole(span.start()) && whole(span.end())
}

fn is_suggestion(it: &Annotation) -> bool {
    it.status == Status::Suggested && it.origin == Origin::Detected
}
