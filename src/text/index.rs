//! Byte offsets ⇄ code points ⇄ UTF-16 code units.

use serde::{Deserialize, Serialize};

/// What an offset counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OffsetUnit {
    /// Unicode code points: Python, W3C Web Annotation. What exports use by default.
    #[default]
    CodePoint,
    /// UTF-16 code units: JavaScript, Java.
    Utf16,
    /// UTF-8 bytes: Rust, and everything inside this program.
    Utf8,
}

impl OffsetUnit {
    /// All units, the default first.
    pub const ALL: [Self; 3] = [Self::CodePoint, Self::Utf16, Self::Utf8];

    /// How the unit is written in a file.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CodePoint => "code_point",
            Self::Utf16 => "utf16",
            Self::Utf8 => "utf8",
        }
    }
}

/// Why an offset has no place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OffsetError {
    /// It is greater than the length of the text.
    #[error("{offset} is after the text, which has {len}")]
    OutOfText {
        /// The offset, in the unit asked for.
        offset: u64,
        /// Length of the text in the same unit.
        len: u32,
    },
    /// It falls between the code units of one character.
    #[error("{offset} falls inside a character")]
    InsideCharacter {
        /// The offset, in the unit asked for.
        offset: u64,
    },
}

/// Converts offsets of one text between the three units.
///
/// One mark for each [`STRIDE`] bytes, so a conversion walks at most that far. A
/// list of the non-ASCII characters would not do for a language in which every
/// word has one.
#[derive(Clone, Debug)]
pub struct TextIndex<'t> {
    text: &'t str,
    marks: Vec<Mark>,
    end: Mark,
}

/// Bytes between two marks. They take a fifth of the text's memory, and 40,000 conversions in a
/// megabyte a few milliseconds; with 512 it was 40.
const STRIDE: usize = 64;

/// One place in the text, in each unit.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    byte: u32,
    code_point: u32,
    utf16: u32,
}

impl Mark {
    fn get(self, unit: OffsetUnit) -> u32 {
        match unit {
            OffsetUnit::CodePoint => self.code_point,
            OffsetUnit::Utf16 => self.utf16,
            OffsetUnit::Utf8 => self.byte,
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "a character is at most 4 long")]
    fn step(self, it: char) -> Self {
        Self {
            byte: self.byte + it.len_utf8() as u32,
            code_point: self.code_point + 1,
            utf16: self.utf16 + it.len_utf16() as u32,
        }
    }
}

impl<'t> TextIndex<'t> {
    /// Walks the text once; a megabyte takes about a millisecond.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut here = Mark::default();
        for it in text.chars() {
            if here.byte as usize >= marks.len() * STRIDE {
                marks.push(here);
            }
            here = here.step(it);
        }
        Self { text, marks, end: here }
    }

    /// Length of the text in `unit`.
    #[must_use]
    pub fn len(&self, unit: OffsetUnit) -> u32 {
        self.end.get(unit)
    }

    /// Whether the text is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The offset in `unit` of the character at byte offset `byte`; the length of
    /// the text if `byte` is at or after its end.
    #[must_use]
    pub fn from_byte(&self, byte: u32, unit: OffsetUnit) -> u32 {
        self.find(u64::from(byte), OffsetUnit::Utf8).get(unit)
    }

    /// The byte offset of the character at `offset`, counted in `unit`.
    ///
    /// # Errors
    ///
    /// [`OffsetError`] if `offset` is after the text or inside a character.
    pub fn to_byte(&self, offset: u64, unit: OffsetUnit) -> Result<u32, OffsetError> {
        if offset > u64::from(self.len(unit)) {
            return Err(OffsetError::OutOfText { offset, len: self.len(unit) });
        }
        let mark = self.find(offset, unit);
        if u64::from(mark.get(unit)) != offset {
            return Err(OffsetError::InsideCharacter { offset });
        }
        Ok(mark.byte)
    }

    /// The first character at or after `offset`, else the end of the text.
    fn find(&self, offset: u64, unit: OffsetUnit) -> Mark {
        let after = self.marks.partition_point(|it| u64::from(it.get(unit)) <= offset);
        let mut here = after.checked_sub(1).map_or(Mark::default(), |idx| self.marks[idx]);
        let mut rest = self.text[here.byte as usize..].chars();
        while u64::from(here.get(unit)) < offset
            && let Some(it) = rest.next()
        {
            here = here.step(it);
        }
        here
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_units_differ() {
        let text = "ữ u\u{31b}\u{303} 😀x";
        let index = TextIndex::new(text);
        let last = u32::try_from(text.len()).unwrap() - 1;
        assert_eq!(index.from_byte(last, OffsetUnit::Utf8), 14);
        assert_eq!(index.from_byte(last, OffsetUnit::CodePoint), 7);
        assert_eq!(index.from_byte(last, OffsetUnit::Utf16), 8);
    }

    #[test]
    fn offsets_without_a_place_are_refused() {
        let index = TextIndex::new("a😀");
        let cases = [
            (2, OffsetUnit::Utf16, Err(OffsetError::InsideCharacter { offset: 2 })),
            (2, OffsetUnit::Utf8, Err(OffsetError::InsideCharacter { offset: 2 })),
            (2, OffsetUnit::CodePoint, Ok(5)),
            (3, OffsetUnit::Utf16, Ok(5)),
            (3, OffsetUnit::CodePoint, Err(OffsetError::OutOfText { offset: 3, len: 2 })),
            (u64::MAX, OffsetUnit::Utf8, Err(OffsetError::OutOfText { offset: u64::MAX, len: 5 })),
        ];
        for (offset, unit, want) in cases {
            assert_eq!(index.to_byte(offset, unit), want, "{offset} {unit:?}");
        }
    }
}
