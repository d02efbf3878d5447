//! Editing the text, which is off until a person turns it on.

use std::rc::Rc;

use super::caret::Goal;
use super::command::CommandError;
use super::detecting::Purpose;
use super::{Effect, Session};
use crate::document::{Document, Meta, Step, TextEdit, Transaction};
use crate::text::{Span, SpanError, TextChange, is_grapheme_boundary, lines_around, retyped};

/// Member of a file's `document` that holds the text as it was pasted.
pub const ORIGINAL: &str = "original_text";

/// The steps that put `text` in the place of `span`, which may be empty: one for each run of words
/// that are others, so that annotations between them stay. The text as it was pasted is kept with
/// the document from the first time on.
///
/// # Errors
///
/// [`CommandError::Span`] if the span does not fit, [`CommandError::TooLong`] if the text would.
pub(super) fn edit(
    document: &Document,
    span: Span,
    text: &str,
) -> Result<Transaction, CommandError> {
    for at in [span.start(), span.end()] {
        let len = Span::of(&(0..document.text.len())).end();
        if at > len {
            return Err(SpanError::OutOfText { end: at, len }.into());
        }
        if !is_grapheme_boundary(&document.text, at) {
            return Err(SpanError::SplitsGrapheme { at }.into());
        }
    }
    let changes = retyped(span.slice(&document.text), text);
    let first = keep_original(document).filter(|_| !changes.is_empty());
    let mut res: Transaction = first.into_iter().collect();
    let mut after = document.clone();
    for it in changes {
        let change = TextChange { at: it.at + span.start(), ..it };
        let step = Step::Text(TextEdit::new(&after, change).ok_or(CommandError::TooLong)?);
        let next = Transaction::from(step.clone()).apply(&after);
        after = next.map_err(|_| CommandError::TooLong)?;
        res.steps.push(step);
    }
    Ok(res)
}

fn keep_original(document: &Document) -> Option<Step> {
    if document.meta.extra.contains_key(ORIGINAL) {
        return None;
    }
    let mut new = Meta::clone(&document.meta);
    new.extra.insert(ORIGINAL.to_owned(), document.text.to_string().into());
    Some(Step::Meta { old: Rc::clone(&document.meta), new: Rc::new(new) })
}

impl Session {
    /// Whether the text can be edited.
    #[must_use]
    pub fn is_editing(&self) -> bool {
        self.editing
    }

    /// The text as it was pasted, if it has been edited since.
    #[must_use]
    pub fn original(&self) -> Option<&str> {
        let meta = &self.document.as_ref()?.meta;
        meta.extra.get(ORIGINAL).and_then(serde_json::Value::as_str)
    }

    /// The lines that the selection, the current annotation or else the caret touches: what a person
    /// wants to edit who says no more than that. In bytes, without the end of the last line.
    #[must_use]
    pub fn lines_at_hand(&self) -> Option<Span> {
        let text = &self.document.as_ref()?.text;
        let chosen = self.selection.or_else(|| self.current().map(|it| it.span));
        Some(lines_around(text, chosen.unwrap_or_else(|| Span::new(self.caret.at, self.caret.at))))
    }

    /// The text was edited: it is read anew.
    pub(super) fn follow_text(&mut self) -> Vec<Effect> {
        self.forget_text();
        // They were asked for where they stood before.
        if let Some(pending) = &mut self.pending {
            pending.pieces.clear();
        }
        self.detect(if self.suggests { Purpose::Follow } else { Purpose::Know })
    }

    /// What was known of the text before does not hold of this one.
    pub(super) fn forget_text(&mut self) {
        self.leave_text();
        self.offer = None;
        self.answered = false;
        self.baseline = super::Baseline::default();
    }

    /// What was chosen in the text that was is no place in this one; the current annotation has
    /// moved with it.
    fn leave_text(&mut self) {
        self.selection = None;
        self.others.clear();
        if let Some(text) = self.document.as_ref().map(|it| Rc::clone(&it.text)) {
            self.caret = self.caret.moved(&text, Goal::At(self.caret.at), false);
        }
    }
}
