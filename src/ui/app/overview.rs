//! The time line and the strip beside the scroll bar, made anew only when what they show has changed.

use std::rc::Rc;

use yew::prelude::*;

use super::App;
use crate::detect::Language;
use crate::document::{AnnotationSet, Document, Status};
use crate::session::minimap::{Rows, byte_at};
use crate::session::timeline::Timeline;
use crate::text::Span;
use crate::ui::minimap::{Drawn, minimap, path};
use crate::ui::platform::preferences;
use crate::ui::timeline::{Shown, place, room};

/// Bytes of an article that no screen shows at once.
const LONG: usize = 2000;

/// What is drawn, and of what.
#[derive(Default)]
pub(super) struct Overview {
    of: Option<Rc<AnnotationSet>>,
    hits: Option<Rc<Vec<Span>>>,
    line: Rc<Timeline>,
    drawn: Drawn,
    closed: bool,
    /// What was put in its place last.
    placed: Option<(Rc<Timeline>, Language)>,
}

impl Overview {
    pub(super) fn new() -> Self {
        Self { closed: !preferences::timeline(), ..Self::default() }
    }

    /// `current`: the annotation or hit where the person is.
    pub(super) fn follow(
        &mut self,
        document: &Document,
        hits: Option<&Rc<Vec<Span>>>,
        current: Option<Span>,
    ) {
        let len = document.text.len();
        let annotations = &document.annotations;
        if !self.of.as_ref().is_some_and(|it| Rc::ptr_eq(it, annotations)) {
            self.of = Some(Rc::clone(annotations));
            self.line = Rc::new(Timeline::new(annotations, room()));
            let rows = |status| path(&Rows::of_status(annotations, status, len), 1, 5);
            self.drawn.suggested = rows(Status::Suggested);
            self.drawn.accepted = rows(Status::Accepted);
        }
        let same = match (&self.hits, hits) {
            (Some(a), Some(b)) => Rc::ptr_eq(a, b),
            (a, b) => a.is_none() && b.is_none(),
        };
        if !same {
            let found = hits.into_iter().flat_map(|it| it.iter().copied());
            self.drawn.found = path(&Rows::of(found, len), 7, 4);
            self.hits = hits.cloned();
        }
        self.drawn.current = path(&Rows::of(current, len), 0, 12);
    }

    pub(super) fn fold(&mut self) {
        self.closed = !self.closed;
        self.placed = None;
        preferences::keep_timeline(!self.closed);
    }

    /// After drawing.
    pub(super) fn rendered(&mut self, language: Language) {
        let known = self.placed.as_ref();
        if !known.is_some_and(|it| Rc::ptr_eq(&it.0, &self.line) && it.1 == language) {
            place();
            self.placed = Some((Rc::clone(&self.line), language));
        }
    }
}

impl App {
    pub(super) fn timeline(&self, document: &Document) -> Html {
        let current = self.session.current().map(AsRef::as_ref);
        let shown = Shown {
            language: self.language,
            line: &self.overview.line,
            document,
            current,
            open: !self.overview.closed,
            send: &self.send,
        };
        shown.view()
    }

    /// Nothing for an article that is seen whole.
    pub(super) fn minimap(&self, document: &Document) -> Html {
        if document.text.len() < LONG {
            return Html::default();
        }
        minimap(self.language, &self.overview.drawn, &self.send)
    }

    /// Scrolls to what stands `share` of the strip from its top.
    pub(super) fn show_at(&mut self, share: f64) {
        let Some(document) = self.session.document() else { return };
        let at = document.text.floor_char_boundary(byte_at(share, document.text.len()) as usize);
        let (before, after) = document.text.split_at(at);
        let letter = |it: &(usize, char)| it.1.is_alphanumeric();
        let found = after.char_indices().find(letter).map(|(idx, it)| (at + idx, it));
        let found = found.or_else(|| before.char_indices().rev().find(letter));
        self.reveal = found.map(|(at, it)| Span::of(&(at..at + it.len_utf8())));
    }
}
