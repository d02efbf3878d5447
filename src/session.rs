//! What the person is doing, as a pure state machine.
//!
//! [`Session::update`] takes what happened and says what is to be done about it; it
//! has no clock, no storage and no page. The page carries out the effects.

mod around;
mod caret;
mod command;
mod detecting;
mod edge;
mod editing;
mod entities;
mod find;
mod groups;
mod guess;
mod history;
mod keeping;
mod labelling;
mod learning;
mod lenient;
mod linking;
pub mod minimap;
mod navigating;
mod offer;
mod opening;
mod placing;
mod reconcile;
mod retext;
mod review;
mod shaping;
pub mod timeline;
mod values;
mod view;
mod words;

use std::rc::Rc;

pub use around::Around;
pub use caret::{Goal, Stride};
pub use command::{Command, CommandError};
pub use edge::{Direction, Edge, Pace, move_edge};
pub use entities::{EntityCommand, EntityError};
pub use find::{Finder, Inside, Query};
pub use groups::{Group, GroupFilter, GroupSort, groups};
pub use labelling::Heir;
pub use learning::PersonalMsg;
pub use navigating::Navigate;
pub use offer::{Offer, OfferKind};
pub use retext::ORIGINAL;
pub use review::Review;
pub use values::alternatives;
pub use view::{Mark, Paragraph, Piece, Section, marked, plain, sections};

use crate::detect::Language;
use crate::document::{
    Annotation, AnnotationId, Document, LabelId, LabelSet, NaiveDate, PersonalList,
};
use crate::formats::Warning;
use crate::formats::native::{self, NativeError, WriteOptions};
use crate::text::Span;
use crate::worker::{Found, KnownWords, Request, Response};
use caret::Caret;
use detecting::{Pending, Purpose};
use history::History;
use offer::Model;
use reconcile::Baseline;
use words::Words;

/// Milliseconds since 1970, as the page's clock has them.
pub type Timestamp = i64;

/// What is open and what is going on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    document: Option<Document>,
    history: History,
    selection: Option<Span>,
    current: Option<AnnotationId>,
    caret: Caret,
    /// What is chosen beside the selection.
    others: Vec<Span>,
    notice: Option<Notice>,
    modified: Option<Timestamp>,
    revision: u64,
    pending: Option<Pending>,
    baseline: Baseline,
    /// Whether the baseline is of the open document: the detector has answered.
    answered: bool,
    /// With which reference date the detector was asked for the baseline.
    known_for: Option<NaiveDate>,
    /// The words of the open text, once they were needed, and which text that is.
    words: Option<(Rc<str>, Rc<Words>)>,
    offer: Option<(Model, Offer)>,
    personal: PersonalList,
    /// Corrections are not learnt from.
    forgetful: bool,
    reviewing: bool,
    /// Whether the text can be edited.
    editing: bool,
    /// Whether the detector's suggestions are wanted in the open document.
    suggests: bool,
    /// Suggestions were asked for and have not all come.
    unfinished: bool,
    /// What was known of words in the open text when the detector was asked last.
    asked_with: Vec<KnownWords>,
}

/// An article that is opened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewArticle {
    /// A UUID.
    pub id: String,
    /// Its text, exactly as it came.
    pub text: String,
    /// Its title; empty when unknown.
    pub title: String,
    /// Its address or file name; empty when unknown.
    pub source: String,
    /// Its language, found out when not given.
    pub language: Option<Language>,
    /// When it was written.
    pub reference_date: Option<NaiveDate>,
    /// The labels to annotate it with; the built-in ones if not given.
    pub labels: Option<LabelSet>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// A text was pasted, typed, dropped or chosen.
    Open(NewArticle),
    /// A file was chosen to import: its text.
    Import(String),
    /// The page started and found this on the device.
    Restore(String),
    /// The person is done with the article.
    Close,
    /// The worker answered.
    Detected(Response),
    /// The worker died or did not answer.
    DetectorFailed,
    /// A piece of the text was selected; `exact` when it is not to be snapped to words.
    Select {
        /// Where, in bytes; `None` when the selection went away.
        span: Option<Span>,
        /// Whether to take it to the character.
        exact: bool,
    },
    /// An annotation was clicked.
    Pick(AnnotationId),
    /// A place was clicked that these annotations cover, innermost last.
    PickAmong(Vec<AnnotationId>),
    /// To the next or the previous annotation.
    Step(Direction),
    /// Moves the caret or chooses pieces of the text.
    Navigate(Navigate),
    /// To the suggestion that the detector is least sure of.
    PickLeastSure,
    /// Go through the suggestions, the least sure first, or no longer.
    Review(bool),
    /// To the next or the former one in the review, deciding nothing.
    StepReview(Direction),
    /// Whether the text is to be edited.
    Editing(bool),
    /// Leave the selection, then the current annotation.
    Escape,
    /// Label the selection, else relabel the current annotation.
    Label(LabelId),
    /// Accept the current suggestion and go on to the next one; with none current, pick what is
    /// at the caret.
    Accept,
    /// Reject or remove the current annotation.
    Remove,
    /// A piece of the text was drawn over with the pointer, to be labelled at once as what it
    /// most likely is; `exact` when it is not to be snapped to words.
    Draw {
        /// Where, in bytes.
        span: Span,
        /// Whether to take it to the character.
        exact: bool,
    },
    /// Label the selection as what it most likely is.
    LabelLikely,
    /// Reject or remove an annotation without going to it.
    Reject(AnnotationId),
    /// The same label on every mention that says the same as the current annotation.
    Propagate,
    /// Do elsewhere what was done last: [`Session::offer`].
    TakeOffer,
    /// The offer is not wanted.
    DismissOffer,
    /// Something about the list of what was learnt.
    Personal(PersonalMsg),
    /// Move an end of the current annotation.
    MoveEdge(Edge, Direction, Pace),
    /// Anything else that changes the document.
    Do(Command),
    /// Take the last thing back.
    Undo,
    /// Do it again.
    Redo,
    /// Download the native JSON.
    Export(WriteOptions),
    /// Something went wrong outside.
    Tell(Notice),
    /// Give the person what the notice says was set aside.
    TakeAside,
    /// The notice was read.
    DismissNotice,
}

/// What the page is to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Ask the worker.
    Detect(Request),
    /// Keep the document on the device: [`Session::file`].
    Save,
    /// Keep the personal list on the device: [`Session::personal_file`].
    SavePersonal,
    /// Nothing is open: forget what is on the device.
    Forget,
    /// Keep a stored document that cannot be read, so that it is not written over.
    SetAside(String),
    /// Give the person a file.
    Download(File),
    /// Bring a piece of the text into view.
    Reveal(Span),
}

/// A file for the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its content.
    pub text: String,
}

/// Something to tell the person. The page has the words, in each language.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A file was read.
    Imported {
        /// How many annotations it has.
        annotations: usize,
        /// What was not as expected in it.
        warnings: Vec<Warning>,
    },
    /// A file was refused; what was open stays open.
    ImportFailed(NativeError),
    /// The article on the device cannot be read; it was set aside, and is this file.
    RestoreFailed(NativeError, Rc<File>),
    /// The same of what was learnt.
    PersonalFailed(NativeError, Rc<File>),
    /// A file is not text in UTF-8, or could not be read at all: why.
    FileFailed(String),
    /// The document could not be kept on the device: why.
    SaveFailed(String),
    /// The worker does not answer.
    DetectorFailed,
    /// The same label went to so many other mentions.
    Propagated(usize),
    /// What was done to one mention was done in so many more places.
    Elsewhere(usize),
    /// A personal list was read: how many entries it has.
    PersonalImported(usize),
    /// It can no longer be taken back or done again, since the rest has changed.
    Stale,
    /// It cannot be done: why.
    Refused(CommandError),
}

impl Session {
    /// The open document.
    #[must_use]
    pub fn document(&self) -> Option<&Document> {
        self.document.as_ref()
    }

    /// The selected piece of text, in bytes.
    #[must_use]
    pub fn selection(&self) -> Option<Span> {
        self.selection
    }

    /// The annotation that the keys are for.
    #[must_use]
    pub fn current(&self) -> Option<&Rc<Annotation>> {
        self.document.as_ref()?.annotations.get(self.current.as_ref()?)
    }

    /// What to tell the person.
    #[must_use]
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// Whether an answer of the worker is still to come that will be shown.
    #[must_use]
    pub fn is_detecting(&self) -> bool {
        self.pending.as_ref().is_some_and(|it| it.purpose != Purpose::Know)
    }

    /// Whether there is something to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is something to redo.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// What the detector said of an annotation: its rule, its evidence, its second reading.
    #[must_use]
    pub fn found(&self, it: &Annotation) -> Option<&Found> {
        self.baseline.get(it.span, &it.label)
    }

    /// The document as a file, modified when it was last changed.
    #[must_use]
    pub fn file(&self, options: &WriteOptions) -> Option<String> {
        Some(native::write(&self.as_file()?, options))
    }

    fn as_file(&self) -> Option<Document> {
        let mut document = self.document.clone()?;
        linking::drop_dangling(&mut document);
        if let Some(modified) = self.modified {
            Rc::make_mut(&mut document.meta).modified = opening::rfc3339(modified);
        }
        Some(document)
    }

    /// Takes what happened at `now` and says what is to be done.
    #[must_use = "the effects are to be carried out"]
    pub fn update(&mut self, msg: Msg, now: Timestamp) -> Vec<Effect> {
        match msg {
            Msg::Open(article) => self.open(article, now),
            Msg::Import(file) => self.import(&file, now),
            Msg::Restore(file) => self.restore(file),
            Msg::Close => self.swap(None, Purpose::Know, now),
            Msg::Detected(response) => self.detected(&response, now),
            Msg::DetectorFailed => self.detector_failed(),
            Msg::Select { span, exact } => self.select(span, exact),
            Msg::Pick(id) => self.pick(Some(id)),
            Msg::PickAmong(ids) => self.pick_among(&ids),
            Msg::Step(direction) => self.step(direction),
            Msg::Navigate(it) => self.navigate(it, now),
            Msg::PickLeastSure => self.pick_least_sure(),
            Msg::Review(reviewing) => self.set_reviewing(reviewing),
            Msg::StepReview(direction) => self.step_review(direction),
            Msg::Editing(editing) => {
                self.editing = editing;
                Vec::new()
            }
            Msg::Escape => self.escape(),
            Msg::Label(label) => self.label(label, now),
            Msg::Accept => self.accept(now),
            Msg::Remove => self.remove(now),
            Msg::Draw { span, exact } => self.draw(span, exact, now),
            Msg::LabelLikely => self.label_likely(now),
            Msg::Reject(id) => self.reject(id, now),
            Msg::Propagate => self.propagate(now),
            Msg::TakeOffer => self.take_offer(now),
            Msg::DismissOffer => {
                self.offer = None;
                Vec::new()
            }
            Msg::Personal(msg) => self.personal_msg(msg, now),
            Msg::MoveEdge(edge, direction, pace) => self.move_edge(edge, direction, pace, now),
            Msg::Do(command) => self.command(command, now),
            Msg::Undo => self.undo(now),
            Msg::Redo => self.redo(now),
            Msg::Export(options) => self.export(&options),
            Msg::Tell(notice) => self.tell(notice),
            Msg::TakeAside => self.take_aside(),
            Msg::DismissNotice => {
                self.notice = None;
                Vec::new()
            }
        }
    }
}
