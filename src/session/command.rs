//! What a person asks for, as steps.

use std::rc::Rc;

use chrono::NaiveDate;
use rustc_hash::FxHashSet;

use super::Direction;
use super::entities::{EntityCommand, EntityError};
use super::find::label_all;
use super::labelling::{self, Heir};
use super::placing::{Placing, Way, rejected};
use super::retext::edit;
use super::shaping::{merge, split};
use super::words::Words;
use crate::document::{
    Annotation, AnnotationId, Document, LabelId, LabelSet, Origin, Status, Step, Timex, Transaction,
};
use crate::text::{Span, SpanError};

/// What a person asks for. Says what, never how: the page makes these of clicks and
/// keys, tests make them directly.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Labels a piece of text.
    Annotate {
        /// Where, in bytes.
        span: Span,
        /// As what.
        label: LabelId,
    },
    /// Labels pieces of text; all in one step.
    AnnotateAll {
        /// Where, in bytes, in reading order; none over another.
        spans: Vec<Span>,
        /// As what.
        label: LabelId,
    },
    /// Gives an annotation another label.
    Relabel {
        /// Which.
        id: AnnotationId,
        /// The new label.
        label: LabelId,
    },
    /// Moves the ends of an annotation.
    Resize {
        /// Which.
        id: AnnotationId,
        /// Where to, in bytes.
        span: Span,
    },
    /// Says of suggestions that they are right; all in one step.
    Accept(Vec<AnnotationId>),
    /// Rejects suggestions and removes what a person made; all in one step.
    Remove(Vec<AnnotationId>),
    /// Makes a mention and its neighbour on the line one.
    Merge {
        /// Which; it keeps its label.
        id: AnnotationId,
        /// On which side the neighbour is.
        direction: Direction,
    },
    /// Makes two of one.
    Split {
        /// Which.
        id: AnnotationId,
        /// Where to cut, in bytes.
        at: u32,
    },
    /// Changes the entities.
    Entities(EntityCommand),
    /// Puts other text in the place of a piece, if that is turned on.
    EditText {
        /// Which piece, in bytes; it may be empty.
        span: Span,
        /// What shall stand there.
        text: String,
    },
    /// Says what a date means.
    SetTimex {
        /// Which annotation.
        id: AnnotationId,
        /// Its value; `None` for none.
        timex: Option<Timex>,
    },
    /// Writes something beside an annotation.
    SetNote {
        /// Which annotation.
        id: AnnotationId,
        /// The note; empty for none.
        note: String,
    },
    /// Gives the same label to every same mention in the article.
    Propagate(AnnotationId),
    /// Puts other labels in the place of those in use.
    SetLabels {
        /// The new ones.
        labels: LabelSet,
        /// Who gets the annotations of labels that go.
        heirs: Vec<Heir>,
    },
    /// Says when the article was written.
    SetReferenceDate(Option<NaiveDate>),
    /// Says what the article is called.
    SetTitle(String),
}

/// Why a command cannot be carried out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    /// No annotation has this id.
    #[error("there is no annotation {0}")]
    NoAnnotation(AnnotationId),
    /// There is no other annotation on the line to merge with.
    #[error("there is nothing on that side of {0} to merge with")]
    NoNeighbour(AnnotationId),
    /// No label has this id.
    #[error("there is no label {0}")]
    NoLabel(LabelId),
    /// The entities cannot be so.
    #[error(transparent)]
    Entities(EntityError),
    /// The text can be edited only when a person has turned that on.
    #[error("editing the text is turned off")]
    EditingOff,
    /// Offsets are 32 bits wide.
    #[error("the text would be 4 GiB or longer")]
    TooLong,
    /// Nothing can be annotated there.
    #[error(transparent)]
    Span(#[from] SpanError),
}

impl Command {
    /// The steps that do it; none if it is done already.
    ///
    /// # Errors
    ///
    /// [`CommandError`] if the command names what is not there.
    pub fn plan(self, document: &Document) -> Result<Transaction, CommandError> {
        match self {
            Self::Annotate { span, label } => annotate(document, span, &label),
            Self::AnnotateAll { spans, label } => label_all(document, &spans, &label),
            Self::Relabel { id, label } => {
                known(document, &label)?;
                let placing = Placing::new(document, label, Way::Here);
                replace(document, &id, |it| placing.relabel(it))
            }
            Self::Resize { id, span } => {
                let span = Span::checked(&document.text, span.start(), span.end())?;
                replace(document, &id, |it| it.span = span)
            }
            Self::Merge { id, direction } => merge(document, &id, direction),
            Self::Split { id, at } => split(document, &id, at),
            Self::Accept(ids) => each(document, &ids, accept),
            Self::Remove(ids) => each(document, &ids, remove),
            Self::Entities(command) => command.plan(document),
            Self::EditText { span, text } => edit(document, span, &text),
            Self::SetTimex { id, timex } => replace(document, &id, |it| it.timex = timex),
            Self::SetNote { id, note } => note_beside(document, &id, note),
            Self::Propagate(id) => propagate(document, &id),
            Self::SetLabels { labels, heirs } => labelling::plan(document, labels, &heirs),
            Self::SetReferenceDate(date) => Ok(meta(document, |it| it.reference_date = date)),
            Self::SetTitle(title) => Ok(meta(document, |it| it.title = title)),
        }
    }
}

pub(super) fn known(document: &Document, label: &LabelId) -> Result<(), CommandError> {
    let found = document.labels.get(label).map(|_| ());
    found.ok_or_else(|| CommandError::NoLabel(label.clone()))
}

pub(super) fn find<'d>(
    document: &'d Document,
    id: &AnnotationId,
) -> Result<&'d Rc<Annotation>, CommandError> {
    document.annotations.get(id).ok_or_else(|| CommandError::NoAnnotation(id.clone()))
}

fn annotate(document: &Document, span: Span, label: &LabelId) -> Result<Transaction, CommandError> {
    known(document, label)?;
    let span = Span::checked(&document.text, span.start(), span.end())?;
    Ok(Placing::new(document, label.clone(), Way::Here).steps(span).into_iter().collect())
}

/// A person who changes an annotation has seen it: it is accepted from then on.
pub(super) fn changed(old: &Rc<Annotation>, change: impl FnOnce(&mut Annotation)) -> Option<Step> {
    let mut new = (**old).clone();
    change(&mut new);
    new.status = Status::Accepted;
    (new != **old).then(|| Step::Replace { old: Rc::clone(old), new: Rc::new(new) })
}

fn replace(
    document: &Document,
    id: &AnnotationId,
    change: impl FnOnce(&mut Annotation),
) -> Result<Transaction, CommandError> {
    Ok(changed(find(document, id)?, change).into_iter().collect())
}

/// A note says nothing about whether the annotation is right.
fn note_beside(
    document: &Document,
    id: &AnnotationId,
    note: String,
) -> Result<Transaction, CommandError> {
    let old = find(document, id)?;
    if old.note == note {
        return Ok(Transaction::default());
    }
    let new = Rc::new(Annotation { note, ..(**old).clone() });
    Ok(Step::Replace { old: Rc::clone(old), new }.into())
}

/// One walk over the document, however many ids; last first, so that taking many
/// out does not move the rest again and again.
fn each(
    document: &Document,
    ids: &[AnnotationId],
    step: fn(&Rc<Annotation>) -> Option<Step>,
) -> Result<Transaction, CommandError> {
    if let [id] = ids {
        return Ok(step(find(document, id)?).into_iter().collect());
    }
    let wanted: FxHashSet<&AnnotationId> = ids.iter().collect();
    let there = document.annotations.iter().rev().filter(|it| wanted.contains(&it.id));
    Ok(there.filter_map(step).collect())
}

fn accept(it: &Rc<Annotation>) -> Option<Step> {
    (it.status == Status::Suggested).then(|| changed(it, |_| ()))?
}

/// What the detector found stays as rejected, or the next detection would bring it back.
fn remove(old: &Rc<Annotation>) -> Option<Step> {
    if old.origin != Origin::Detected && old.status != Status::Suggested {
        return Some(Step::Delete(Rc::clone(old)));
    }
    (old.status != Status::Rejected).then(|| rejected(old))
}

/// Suggestions that stand just there are relabelled; what a person decided is left alone.
fn propagate(document: &Document, id: &AnnotationId) -> Result<Transaction, CommandError> {
    let model = find(document, id)?;
    let own = changed(model, |_| ());
    let mut around = document.annotations.intersecting(model.span);
    let nested = around.any(|it| it.span.contains(model.span) && it.span != model.span);
    let way = Way::Elsewhere { resized: false, nested };
    let mut placing = Placing::new(document, model.label.clone(), way).of(model.entity.clone());
    let places = placing.each(Words::new(&document.text).same(model.span));
    Ok(own.into_iter().chain(places.into_iter().flat_map(|it| it.1)).collect())
}

fn meta(document: &Document, change: impl FnOnce(&mut crate::document::Meta)) -> Transaction {
    let mut new = (*document.meta).clone();
    change(&mut new);
    if new == *document.meta {
        return Transaction::default();
    }
    Step::Meta { old: Rc::clone(&document.meta), new: Rc::new(new) }.into()
}
