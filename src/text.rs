//! Offsets and the pieces of a text; knows no annotations.

mod change;
mod compose;
mod diff;
mod fold;
mod index;
mod letters;
mod segment;
mod sentence;
mod span;
mod token;

pub use change::TextChange;
pub use diff::retyped;
pub use fold::{bare, fold};
pub use index::{OffsetError, OffsetUnit, TextIndex};
pub use letters::{Letters, Marks};
pub use segment::{is_grapheme_boundary, lines_around, paragraphs, snap, trim, whole};
pub use sentence::{is_address, sentences};
pub use span::{Span, SpanError};
pub use token::{Gap, Token, TokenKind, tokens, words};
