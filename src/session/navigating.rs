//! Moving about in the article and choosing pieces of it.

use std::rc::Rc;

use super::around::{Around, around};
use super::caret::{Goal, Stride};
use super::{Command, Direction, Edge, Effect, Session, Timestamp};
use crate::document::{Annotation, AnnotationId, Document, LabelId, Status, Transaction};
use crate::text::{Span, snap, trim};

/// What moves the caret or chooses pieces of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Navigate {
    /// Moves the caret; `extend` selects what it passes.
    Caret {
        /// Where to.
        goal: Goal,
        /// Whether the selection's other end stays.
        extend: bool,
    },
    /// Selects what is meant at this byte.
    Around(u32, Around),
    /// Chooses one more piece of the text, or no longer: a label is then for all of them.
    Also {
        /// Where, in bytes; an empty one means the name or word there.
        span: Span,
        /// Whether to take it to the character.
        exact: bool,
    },
    /// To the next of the annotations that lie over each other here.
    Overlapping,
    /// An end of the current annotation was dragged.
    PutEdge {
        /// Which end.
        edge: Edge,
        /// To this byte.
        to: u32,
        /// Whether to take it to the character.
        exact: bool,
    },
}

impl Session {
    /// Where the caret is, in bytes.
    #[must_use]
    pub fn caret(&self) -> u32 {
        self.caret.at
    }

    /// The pieces of the text that are chosen beside the selection.
    #[must_use]
    pub fn others(&self) -> &[Span] {
        &self.others
    }

    pub(super) fn navigate(&mut self, it: Navigate, now: Timestamp) -> Vec<Effect> {
        let Some(text) = self.document.as_ref().map(|it| Rc::clone(&it.text)) else {
            return Vec::new();
        };
        match it {
            Navigate::Caret { goal, extend: false } => self.move_caret(&text, goal),
            Navigate::Caret { goal, extend: true } => self.extend(&text, goal),
            Navigate::Around(at, what) => self.select(around(&text, at, what), true),
            Navigate::Also { span, exact } => self.also(&text, span, exact),
            Navigate::Overlapping => self.pick_overlapping(),
            Navigate::PutEdge { edge, to, exact } => {
                self.put_edge(edge, to, exact, now).unwrap_or_default()
            }
        }
    }

    /// What was chosen is left; from a piece that was chosen, a short step goes to its end.
    fn move_caret(&mut self, text: &str, goal: Goal) -> Vec<Effect> {
        let chosen = self.selection.or_else(|| self.current().map(|it| it.span));
        self.leave();
        let end = |it: Span, way| if way == Direction::Back { it.start() } else { it.end() };
        self.caret = match (chosen, goal) {
            (Some(it), Goal::By(Stride::Character | Stride::Syllable, way)) => {
                self.caret.moved(text, Goal::At(end(it, way)), false)
            }
            _ => self.caret.moved(text, goal, false),
        };
        vec![Effect::Reveal(self.at_caret(text))]
    }

    fn extend(&mut self, text: &str, goal: Goal) -> Vec<Effect> {
        if let (None, Some(current)) = (self.caret.anchor, self.current().map(|it| it.span)) {
            self.caret.anchor = Some(current.start());
            self.caret.at = current.end();
        }
        self.caret = self.caret.moved(text, goal, true);
        let drawn = Span::new(self.caret.at, self.caret.anchor.unwrap_or(self.caret.at));
        let selected = match goal {
            _ if drawn.is_empty() => drawn,
            Goal::By(Stride::Character, _) => drawn,
            Goal::By(Stride::Syllable, _) | Goal::At(_) => snap(text, drawn),
            Goal::By(..) => trim(text, drawn),
        };
        self.selection = Some(selected).filter(|it| !it.is_empty());
        self.current = None;
        vec![Effect::Reveal(self.at_caret(text))]
    }

    /// The character at the caret, so that there is something to bring into view.
    fn at_caret(&self, text: &str) -> Span {
        let end = Span::of(&(0..text.len())).end();
        let way = if self.caret.at == end { Direction::Back } else { Direction::Forward };
        let next = self.caret.moved(text, Goal::By(Stride::Character, way), false);
        Span::new(self.caret.at, next.at)
    }

    /// Nothing is chosen any longer.
    pub(super) fn leave(&mut self) {
        self.selection = None;
        self.current = None;
        self.others.clear();
        self.caret.anchor = None;
    }

    fn also(&mut self, text: &str, span: Span, exact: bool) -> Vec<Effect> {
        // The page may speak of a text that has just changed.
        if text.get(span.range()).is_none() {
            return Vec::new();
        }
        let span = match exact {
            true => span,
            false if span.is_empty() => around(text, span.start(), Around::Name).unwrap_or(span),
            false => snap(text, span),
        };
        let current = self.current().map(|it| it.span);
        let mut all = std::mem::take(&mut self.others);
        all.extend(self.selection.or(current));
        let before = all.len();
        all.retain(|it| *it != span);
        if all.len() == before && !span.is_empty() {
            all.push(span);
        }
        let last = all.pop();
        let res = self.select(last, true);
        self.others = all;
        res
    }

    /// All that a label is for, if it is more than one piece.
    pub(super) fn several(&self) -> Option<Vec<Span>> {
        let all = self.others.iter().copied().chain(self.selection);
        (!self.others.is_empty()).then(|| all.collect())
    }

    /// One label on all that is chosen, as one step.
    pub(super) fn label_several(
        &mut self,
        spans: &[Span],
        label: &LabelId,
        now: Timestamp,
    ) -> Vec<Effect> {
        let Some(document) = &self.document else { return Vec::new() };
        let mut after = document.clone();
        let mut all = Transaction::default();
        for span in spans {
            let one = Command::Annotate { span: *span, label: label.clone() }.plan(&after);
            match one.map(|it| (it.apply(&after), it)) {
                Ok((Ok(next), one)) => {
                    after = next;
                    all.steps.extend(one.steps);
                }
                Ok((Err(_), _)) => return self.tell(super::Notice::Stale),
                Err(why) => return self.tell(super::Notice::Refused(why)),
            }
        }
        self.leave();
        self.change(all, now)
    }

    /// The annotations at the caret, outermost first.
    pub(super) fn at_hand(&self) -> Vec<AnnotationId> {
        let Some(document) = &self.document else { return Vec::new() };
        let here = self.at_caret(&document.text);
        let there = document.annotations.intersecting(here).filter(|it| is_shown(document, it));
        there.map(|it| it.id.clone()).collect()
    }

    fn pick_overlapping(&mut self) -> Vec<Effect> {
        let Some(document) = &self.document else { return Vec::new() };
        let current = self.current();
        let from = current.map_or_else(|| self.at_caret(&document.text), |it| it.span);
        let ids = overlapping(document, from);
        let own = current.and_then(|it| ids.iter().position(|id| *id == it.id));
        let next = own.map_or(0, |it| (it + 1) % ids.len());
        let picked = ids.get(next).cloned();
        if picked.is_none() { Vec::new() } else { self.pick(picked) }
    }

    fn put_edge(
        &mut self,
        edge: Edge,
        to: u32,
        exact: bool,
        now: Timestamp,
    ) -> Option<Vec<Effect>> {
        let span = self.dragged(edge, to, exact)?;
        let id = self.current()?.id.clone();
        Some(self.command(Command::Resize { id, span }, now))
    }

    /// What the current annotation would cover with an end at the byte `to`; `None` if nothing.
    #[must_use]
    pub fn dragged(&self, edge: Edge, to: u32, exact: bool) -> Option<Span> {
        let text = &self.document.as_ref()?.text;
        let current = self.current()?.span;
        let fixed = if edge == Edge::Start { current.end() } else { current.start() };
        let to = self.caret.moved(text, Goal::At(to), false).at;
        let drawn = Span::new(fixed, to);
        if exact || drawn.is_empty() {
            return Some(drawn).filter(|it| !it.is_empty());
        }
        let snapped = snap(text, drawn);
        // The end that is not dragged stays where it was put, be it in the middle of a word.
        let snapped = if to < fixed {
            Span::new(snapped.start().min(fixed), fixed)
        } else {
            Span::new(fixed, snapped.end().max(fixed))
        };
        Some(trim(text, snapped)).filter(|it| !it.is_empty())
    }
}

fn is_shown(document: &Document, it: &Annotation) -> bool {
    it.status != Status::Rejected && !document.labels.hides(&it.label)
}

/// All that lies over `span` or over something that does, and so on, in the order of the text.
fn overlapping(document: &Document, span: Span) -> Vec<AnnotationId> {
    let mut span = span;
    loop {
        let there = || document.annotations.intersecting(span).filter(|it| is_shown(document, it));
        let all = there().map(|it| it.span).fold(span, Span::cover);
        if all == span {
            return there().map(|it| it.id.clone()).collect();
        }
        span = all;
    }
}
