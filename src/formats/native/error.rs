//! Why a file could not be read, and where in it.

use std::fmt;

use crate::text::OffsetUnit;

/// Why a file could not be read, and where in it.
///
/// What a person should know is in the fields, so that it can be said in any language;
/// `Display` says it in English, with [`NativeErrorKind::advice`] at the end.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{place}: {kind}. {}.", kind.advice())]
pub struct NativeError {
    /// Where.
    pub place: Place,
    /// Why.
    pub kind: NativeErrorKind,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a file that is not JSON: line and column as editors count them, from 1, in characters.
    /// Column 0 is before the first.
    Text {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// The path of a value, such as `annotations[3].end`; empty for the file itself.
    Member(String),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text { line, column } => write!(f, "line {line}, column {column}"),
            Self::Member(path) if path.is_empty() => f.write_str("the file"),
            Self::Member(path) => f.write_str(path),
        }
    }
}

/// What kind of value has its place somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// `{…}`.
    Object,
    /// `[…]`.
    Array,
    /// `"…"`.
    String,
    /// `"…"` or `null`.
    StringOrNull,
    /// `0.97`.
    Number,
    /// `120`, not negative.
    WholeNumber,
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Object => "an object",
            Self::Array => "an array",
            Self::String => "a string",
            Self::StringOrNull => "a string or null",
            Self::Number => "a number",
            Self::WholeNumber => "a whole number, 0 or greater",
        })
    }
}

/// Why a file could not be read. `found` is what stands in the file: a value as JSON and
/// shortened where it could be anything, else a string's content.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum NativeErrorKind {
    /// The file's bytes are not UTF-8.
    #[error("expected UTF-8, found the byte {found:#04x}")]
    NotUtf8 {
        /// The first byte that cannot stand there.
        found: u8,
    },
    /// The file ends too early.
    #[error("expected more JSON, found the end of the file")]
    Truncated,
    /// The file is not JSON.
    #[error("expected JSON, found an error: {message}")]
    NotJson {
        /// What is wrong, in English, as the JSON reader says it.
        message: String,
    },
    /// Two members of an object have the same name.
    #[error("expected one member of this name, found two")]
    DuplicateMember,
    /// A member that each file has is not there.
    #[error("expected this member, found none")]
    Missing,
    /// A value of another type.
    #[error("expected {expected}, found {found}")]
    WrongType {
        /// The type that has its place there.
        expected: Expected,
        /// The value.
        found: String,
    },
    /// Another program's file.
    #[error("expected \"{expected}\", found {found}")]
    UnknownFormat {
        /// The name of the format that can be read.
        expected: &'static str,
        /// The value.
        found: String,
    },
    /// A version that this program does not know.
    #[error("expected {}, found {found}", super::VERSION)]
    UnknownVersion {
        /// The value.
        found: String,
    },
    /// A word that is none of those that may stand there.
    #[error("expected one of {}, found `{found}`", expected.join(", "))]
    UnknownWord {
        /// The word.
        found: String,
        /// Those that may.
        expected: Vec<&'static str>,
    },
    /// No id: empty, or an annotation's with white space, which the page puts between ids.
    #[error("expected an id, not empty and without white space, found `{found}`")]
    NotAnId {
        /// The value.
        found: String,
    },
    /// No day of the calendar.
    #[error("expected a date as YYYY-MM-DD or null, found `{found}`")]
    NotADate {
        /// The value.
        found: String,
    },
    /// No colour.
    #[error("expected a colour as #rrggbb, found `{found}`")]
    NotAColor {
        /// The value.
        found: String,
    },
    /// No value of TIMEX3.
    #[error("expected a TIMEX3 value such as 2021-07-13, 2021-Q3 or P3M, found `{found}`")]
    NotATimex {
        /// The value.
        found: String,
    },
    /// A confidence that is no probability.
    #[error("expected a number from 0 to 1, found {found}")]
    Confidence {
        /// The value.
        found: f64,
    },
    /// The text is 4 GiB or longer.
    #[error("expected less than 4 GiB, found {found} bytes")]
    TextTooLong {
        /// Length of the text in bytes.
        found: usize,
    },
    /// An offset after the text.
    #[error("expected an offset up to {len}, which is the text's length in {}, found {found}", name(*unit))]
    OutOfText {
        /// The offset, in `unit`.
        found: u64,
        /// Length of the text in `unit`.
        len: u32,
        /// What the file's offsets count.
        unit: OffsetUnit,
    },
    /// An offset that would cut in two what a reader sees as one character.
    #[error("expected an offset between two characters, found {found}, which is inside one, counted in {}", name(*unit))]
    InsideCharacter {
        /// The offset, in `unit`.
        found: u64,
        /// What the file's offsets count.
        unit: OffsetUnit,
    },
    /// A span whose end is not after its start.
    #[error("expected an offset after the start, {start}, found {found}")]
    NotAfterStart {
        /// The start, in the file's unit.
        start: u64,
        /// The end, in the file's unit.
        found: u64,
    },
    /// A span at which the text says something else.
    #[error("expected `{expected}`, which is what stands there in the text, found `{found}`")]
    TextMismatch {
        /// What the article's text says there, shortened.
        expected: String,
        /// What the annotation says, shortened.
        found: String,
    },
    /// A label that is not in `labels`.
    #[error("expected the id of one of the labels ({}), found `{found}`", declared.join(", "))]
    UndeclaredLabel {
        /// The label.
        found: String,
        /// Those that the file declares, the first few of them.
        declared: Vec<String>,
    },
    /// An entity that is not in `entities`.
    #[error("expected the id of one of the entities, found `{found}`")]
    UndeclaredEntity {
        /// The entity.
        found: String,
    },
    /// An id that stands twice.
    #[error("expected an id that is not used before, found `{found}`, which {first} has")]
    DuplicateId {
        /// The id.
        found: String,
        /// The path of the one that stands first.
        first: String,
    },
}

impl NativeErrorKind {
    /// What to do next, as a sentence without its full stop.
    #[must_use]
    pub const fn advice(&self) -> &'static str {
        match self {
            Self::NotUtf8 { .. } => "Save the file as UTF-8 and try again",
            Self::Truncated => "The file is not whole: download or copy it again",
            Self::NotJson { .. } => "Choose a file that Dấu has exported, or mend it there",
            Self::DuplicateMember => "Take one of the two out",
            Self::Missing => "Add it; schema/dau-1.schema.json says what belongs in a file",
            Self::UnknownFormat { .. } => "Choose a file that Dấu has exported as JSON",
            Self::UnknownVersion { .. } => "Open the file with the version of Dấu that made it",
            Self::OutOfText { .. } | Self::InsideCharacter { .. } | Self::TextMismatch { .. } => {
                "Look whether offset_unit is what the offsets count, \
                 and whether the text has changed since they were counted"
            }
            Self::NotAfterStart { .. } => "Correct start or end: a span has at least one character",
            Self::UndeclaredLabel { .. } => "Correct it or add the label to labels",
            Self::UndeclaredEntity { .. } => "Correct it or add the entity to entities",
            Self::DuplicateId { .. } => "Give one of the two another id",
            Self::TextTooLong { .. } => "Divide the text into more than one file",
            _ => "Correct the value and try again",
        }
    }
}

fn name(unit: OffsetUnit) -> &'static str {
    match unit {
        OffsetUnit::CodePoint => "code points",
        OffsetUnit::Utf16 => "UTF-16 code units",
        OffsetUnit::Utf8 => "UTF-8 bytes",
    }
}
