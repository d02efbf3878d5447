//! A piece of a text, by its byte offsets.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::segment::is_grapheme_boundary;

/// A half-open range of UTF-8 byte offsets into one particular text.
///
/// `start` is the offset of the first byte inside the span, `end` of the first
/// byte after it. A `Span` does not know its text, so it cannot know whether its
/// ends fall on character boundaries: [`Span::checked`] does.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    // Invariant: start <= end.
    start: u32,
    end: u32,
}

impl Span {
    /// The span between two byte offsets, whichever comes first: a selection may
    /// have been made backwards.
    #[must_use]
    pub const fn new(one: u32, other: u32) -> Self {
        if one <= other { Self { start: one, end: other } } else { Self { start: other, end: one } }
    }

    /// The span of a byte range of a text shorter than 4 GiB.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "texts are shorter than 4 GiB")]
    pub const fn of(range: &Range<usize>) -> Self {
        Self::new(range.start as u32, range.end as u32)
    }

    /// The span from `start` to `end` if it may be annotated in `text`.
    ///
    /// # Errors
    ///
    /// [`SpanError`] if the ends are in the wrong order, the span is empty, ends
    /// after the text or would split a grapheme cluster.
    pub fn checked(text: &str, start: u32, end: u32) -> Result<Self, SpanError> {
        let len = Self::of(&(0..text.len())).end;
        if start > end {
            return Err(SpanError::Reversed { start, end });
        }
        if end > len {
            return Err(SpanError::OutOfText { end, len });
        }
        if start == end {
            return Err(SpanError::Empty { at: start });
        }
        for at in [start, end] {
            if !is_grapheme_boundary(text, at) {
                return Err(SpanError::SplitsGrapheme { at });
            }
        }
        Ok(Self { start, end })
    }

    /// Offset of the first byte inside.
    #[must_use]
    pub const fn start(self) -> u32 {
        self.start
    }

    /// Offset of the first byte after.
    #[must_use]
    pub const fn end(self) -> u32 {
        self.end
    }

    /// Length in bytes.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether nothing is inside.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether all of `other` is inside; a span contains itself.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte; an empty one shares none with any.
    #[must_use]
    pub const fn intersects(self, other: Self) -> bool {
        let empty = self.is_empty() || other.is_empty();
        !empty && self.start < other.end && other.start < self.end
    }

    /// The shortest span that contains both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same piece where the text begins `by` bytes earlier.
    #[must_use]
    pub const fn shift(self, by: u32) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }

    /// The bytes as a range, to index with.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// What stands there in `text`.
    ///
    /// # Panics
    ///
    /// If the span was made for another text and does not fit this one.
    #[must_use]
    pub fn slice(self, text: &str) -> &str {
        &text[self.range()]
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// Why two offsets are not a span of a text. Offsets count UTF-8 bytes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SpanError {
    /// The end stands before the start.
    #[error("the end {end} stands before the start {start}")]
    Reversed {
        /// Start as given.
        start: u32,
        /// End as given.
        end: u32,
    },
    /// Nothing is inside.
    #[error("a span needs at least one character, found none at {at}")]
    Empty {
        /// Start and end as given.
        at: u32,
    },
    /// The span ends after the text.
    #[error("the end {end} is after the text, which has {len}")]
    OutOfText {
        /// End as given.
        end: u32,
        /// Length of the text.
        len: u32,
    },
    /// An end falls inside what a reader sees as one character.
    #[error("{at} falls inside a character")]
    SplitsGrapheme {
        /// The offset that does.
        at: u32,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_may_be_made_backwards() {
        assert_eq!(Span::new(5, 2), Span::new(2, 5));
    }

    #[test]
    fn spans_that_only_touch_do_not_intersect() {
        let cases = [
            ((0, 2), (2, 4), false),
            ((0, 3), (2, 4), true),
            ((1, 2), (0, 4), true),
            ((1, 1), (0, 4), false),
            ((1, 1), (1, 1), false),
        ];
        for ((a, b), (c, d), want) in cases {
            let (one, other) = (Span::new(a, b), Span::new(c, d));
            assert_eq!(one.intersects(other), want, "{one:?} and {other:?}");
            assert_eq!(other.intersects(one), want, "{other:?} and {one:?}");
        }
    }

    #[test]
    fn checked_refuses_what_cannot_be_annotated() {
        // `e` with a combining acute is one grapheme of three bytes, then a flag of eight.
        let text = "e\u{301}🇻🇳 x";
        let cases = [
            (0, 3, Ok(Span::new(0, 3))),
            (3, 11, Ok(Span::new(3, 11))),
            (3, 0, Err(SpanError::Reversed { start: 3, end: 0 })),
            (3, 3, Err(SpanError::Empty { at: 3 })),
            (0, 99, Err(SpanError::OutOfText { end: 99, len: 13 })),
            (0, 1, Err(SpanError::SplitsGrapheme { at: 1 })),
            (0, 2, Err(SpanError::SplitsGrapheme { at: 2 })),
            (7, 11, Err(SpanError::SplitsGrapheme { at: 7 })),
        ];
        for (start, end, want) in cases {
            assert_eq!(Span::checked(text, start, end), want, "{start}..{end}");
        }
    }
}
