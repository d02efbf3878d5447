//! Finding, as the page does it.

use std::rc::Rc;

use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::App;
use crate::document::{Annotation, Document, Status};
use crate::session::{Command, Direction, Finder, Msg, Query, Section};
use crate::text::Span;
use crate::ui::find_bar::{Ask, Shown};
use crate::ui::{focus, highlights, reveal, selection};

/// Bytes up to which a selection is taken for what is to be found.
const SHORT: u32 = 120;

/// What is looked for, and what of it is on the screen.
#[derive(Default)]
pub(super) struct Finding {
    finder: Finder,
    open: bool,
    field: NodeRef,
    /// The bar was asked for: the keys are for it.
    arrived: bool,
    painted: Painted,
}

/// What the colours on the page were made of.
#[derive(Default, PartialEq)]
struct Painted {
    hits: Vec<Span>,
    current: Option<Span>,
    sections: Vec<Rc<Section>>,
}

impl Finding {
    /// The hits that are to be seen.
    pub(super) fn hits(&self) -> Option<&Rc<Vec<Span>>> {
        self.open.then(|| self.finder.hits())
    }

    /// Closes it with the article; else it goes with what has changed.
    pub(super) fn follow(&mut self, document: Option<&Document>) {
        match document {
            Some(document) if self.open => self.finder.follow(document),
            Some(_) => {}
            None => {
                self.finder = Finder::default();
                self.open = false;
            }
        }
    }

    /// After drawing: the keys, and the colours of what is near the viewport.
    pub(super) fn rendered(&mut self, article: Option<&Element>, near: Vec<Rc<Section>>) {
        if std::mem::take(&mut self.arrived)
            && let Some(field) = self.field.cast::<HtmlInputElement>()
        {
            // A field that cannot have the focus is still there for the mouse.
            let _ = field.focus();
            field.select();
            put_below_header(&field);
        }
        let now = if self.open { self.seen(near) } else { Painted::default() };
        if now.is_painted(&self.painted) {
            return;
        }
        if let Some(article) = article {
            let others = now.hits.iter().copied().filter(|it| Some(*it) != now.current);
            highlights::paint("find", selection::ranges(article, others));
            highlights::paint("find-current", selection::ranges(article, now.current.into_iter()));
        }
        self.painted = now;
    }

    fn seen(&self, sections: Vec<Rc<Section>>) -> Painted {
        let all = self.finder.hits();
        let inside = |section: &Rc<Section>| {
            let from = all.partition_point(|it| it.end() <= section.span.start());
            let to = all.partition_point(|it| it.start() < section.span.end());
            all[from..to.max(from)].iter().copied()
        };
        let mut hits: Vec<Span> = sections.iter().flat_map(inside).collect();
        // One that crosses two sections is in both.
        hits.dedup();
        Painted { hits, current: self.finder.current(), sections }
    }
}

impl Painted {
    /// Whether the same is on the same elements.
    fn is_painted(&self, before: &Self) -> bool {
        let same = self.sections.iter().zip(&before.sections).all(|(a, b)| Rc::ptr_eq(a, b));
        (self.hits.is_empty() && before.hits.is_empty() && self.current == before.current)
            || (same
                && self.sections.len() == before.sections.len()
                && self.hits == before.hits
                && self.current == before.current)
    }
}

/// The header is higher where it has two rows, which a style sheet cannot know.
fn put_below_header(field: &HtmlElement) {
    let bar = field.closest("[role=search]").ok().flatten();
    if let Some(bar) = bar.and_then(|it| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(it).ok()) {
        // A length in pixels is always valid.
        let _ = bar.style().set_property("top", &format!("{}px", reveal::header_bottom()));
    }
}

impl App {
    /// Opens the bar, with what is selected as what to find.
    pub(super) fn open_find(&mut self) {
        let Some(document) = self.session.document() else { return };
        let selected = self.session.selection();
        let current = self.session.current().map(|it| it.span);
        let seen = || self.article.cast::<Element>().and_then(|it| reveal::first_seen(&it));
        let place = selected.or(current).map(Span::start).or_else(seen);
        self.finding.finder.start_at(place.unwrap_or(0));
        let words = selected.filter(|it| it.len() <= SHORT).map(|it| it.slice(&document.text));
        let query = match words {
            Some(it) => Query { text: it.to_owned(), ..self.finding.finder.query().clone() },
            None => self.finding.finder.query().clone(),
        };
        self.finding.finder.ask(query, document);
        self.finding.open = true;
        self.finding.arrived = true;
    }

    pub(super) fn ask_find(&mut self, ask: Ask) {
        match ask {
            Ask::For(query) => {
                if let Some(document) = self.session.document() {
                    self.finding.finder.ask(query, document);
                    self.reveal = self.finding.finder.current();
                }
            }
            Ask::Step(direction) => self.step_find(direction),
            Ask::LabelAll(label) => {
                let spans = self.finding.finder.hits().to_vec();
                self.tell_session(Msg::Do(Command::AnnotateAll { spans, label }));
            }
            Ask::Close => {
                self.finding.open = false;
                self.take_up_hit();
                focus::to_article(&self.article);
            }
        }
    }

    /// Also while the bar is closed; then the hit itself is taken up.
    pub(super) fn step_find(&mut self, direction: Direction) {
        let Some(document) = self.session.document() else { return };
        self.finding.finder.follow(document);
        match self.finding.finder.step(direction) {
            Some(hit) => {
                self.reveal = Some(hit);
                if !self.finding.open {
                    self.take_up_hit();
                }
            }
            None if !self.finding.open => self.open_find(),
            None => {}
        }
    }

    /// So that the next key labels it: as the current annotation if it is one, else as selected.
    fn take_up_hit(&mut self) {
        let (Some(hit), Some(document)) = (self.finding.finder.current(), self.session.document())
        else {
            return;
        };
        let is_own = |it: &&Rc<Annotation>| it.span == hit && it.status != Status::Rejected;
        let own = document.annotations.intersecting(hit).find(is_own).map(|it| it.id.clone());
        let msg = own.map_or(Msg::Select { span: Some(hit), exact: true }, Msg::Pick);
        self.tell_session(msg);
        self.show_selection = true;
        self.reveal = Some(hit);
    }

    pub(super) fn find_bar(&self, document: &Document) -> Html {
        if !self.finding.open {
            return Html::default();
        }
        let shown = Shown {
            language: self.language,
            finder: &self.finding.finder,
            labels: &document.labels,
            keymap: &self.keymap,
            field: &self.finding.field,
            send: &self.send,
        };
        shown.view()
    }
}
