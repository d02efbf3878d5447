//! The corpus notation: mentions written in place, for people to read and write.
//!
//! ```text
//! file    = [ block { "---" line-end block } ]
//! block   = { "# " key ":" value line-end } text line-end
//! text    = { character | escape | mention }
//! escape  = "\" ( "[" | "]" | "\" | "#" | "-" )
//! mention = "[" text "](" label [ "?" ] [ " " value ] ")"
//! ```
//!
//! Mentions nest and do not cross. A `?` marks one that counts neither for nor against. The value
//! of a DATE is one of TIMEX3 (`2021-07`), after its type where that does not follow from it
//! (`SET P1D`); that of any other label is free (`QTY 35`).
//!
//! The line end after a text is the notation's, not the text's. `\#` and `\-` are only needed
//! where a text would otherwise read as a header or as the end of its block.

mod read;
mod write;

use crate::document::{LabelId, Timex};
use crate::text::{Span, SpanError};

pub use read::read;
pub use write::{WriteError, write};

/// One article of a corpus.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    /// Keys and values of the header, in order.
    pub headers: Vec<(String, String)>,
    /// The text without the notation.
    pub text: String,
    /// By start, then the longest first; of two with the same span the outer one first.
    pub mentions: Vec<Marked>,
}

impl Block {
    /// The value of the first header with this key.
    #[must_use]
    pub fn header(&self, key: &str) -> Option<&str> {
        self.headers.iter().find(|it| it.0 == key).map(|it| it.1.as_str())
    }
}

/// A mention as the notation writes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Marked {
    /// Where it is in [`Block::text`], in bytes.
    pub span: Span,
    /// What it is.
    pub label: LabelId,
    /// Whether it counts neither for nor against (`?`).
    pub optional: bool,
    /// What it means.
    pub value: Value,
}

/// What stands after a label.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing.
    #[default]
    None,
    /// Of a DATE.
    Timex(Timex),
    /// Of any other label.
    Text(String),
}

/// Why a corpus could not be read, and where in it.
///
/// `line` counts from 1, as editors do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {kind}")]
pub struct ReadError {
    /// The line of the file.
    pub line: u32,
    /// What is wrong there.
    pub kind: ReadErrorKind,
}

/// What is wrong in a corpus.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadErrorKind {
    /// A `]` without its `[`.
    #[error("`]` without `[`; a literal one is written `\\]`")]
    NotOpen,
    /// A `[` without its `]`.
    #[error("`[` without `]`; a literal one is written `\\[`")]
    NotClosed,
    /// A `]` without `(LABEL)` after it.
    #[error("expected `(LABEL)` after `]`")]
    NoLabel,
    /// What stands in the parentheses is not `LABEL`, `LABEL?` or one with a value.
    #[error("`{0}` is not a label such as `PER`, `ORG?` or `DATE 2021-07`")]
    BadLabel(String),
    /// A `\` before something that needs none.
    #[error("`\\` may stand before `[`, `]`, `\\`, `#` and `-` only")]
    BadEscape,
    /// A DATE whose value is not of TIMEX3.
    #[error(transparent)]
    Timex(#[from] crate::document::TimexError),
    /// A mention that cannot be one.
    #[error(transparent)]
    Span(#[from] SpanError),
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn error(text: &str) -> String {
        read(text).unwrap_err().to_string()
    }

    #[test]
    fn reads_nested_mentions_values_and_escapes() {
        let text = "# id: a1\n# reference: none\n\\[[UBND [tỉnh Lạng Sơn](LOC)](ORG?)\\] tăng [35%](QTY 35)\n\
                    [hằng năm](DATE SET P1Y)\n---\nKhông có gì.\n";
        let blocks = read(text).unwrap();
        assert_eq!(blocks[0].header("id"), Some("a1"));
        assert_eq!(blocks[0].text, "[UBND tỉnh Lạng Sơn] tăng 35%\nhằng năm");
        let got: Vec<(&str, &str, bool)> = blocks[0]
            .mentions
            .iter()
            .map(|it| (it.span.slice(&blocks[0].text), it.label.as_str(), it.optional))
            .collect();
        let want = [
            ("UBND tỉnh Lạng Sơn", "ORG", true),
            ("tỉnh Lạng Sơn", "LOC", false),
            ("35%", "QTY", false),
            ("hằng năm", "DATE", false),
        ];
        assert_eq!(got, want);
        assert_eq!(blocks[0].mentions[2].value, Value::Text("35".to_owned()));
        assert_eq!(blocks[1].text, "Không có gì.");
        assert_eq!(write(&blocks).unwrap(), text);
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        let cases = [
            ("a\nb]", "line 2: `]` without `[`; a literal one is written `\\]`"),
            ("# id: x\n\n[a\nb", "line 3: `[` without `]`; a literal one is written `\\[`"),
            ("[a] b", "line 1: expected `(LABEL)` after `]`"),
            ("[a](PER", "line 1: expected `(LABEL)` after `]`"),
            ("[a](per)", "line 1: `per` is not a label such as `PER`, `ORG?` or `DATE 2021-07`"),
            ("[a](PER )", "line 1: `PER ` is not a label such as `PER`, `ORG?` or `DATE 2021-07`"),
            ("a\n---\n[](PER)", "line 3: a span needs at least one character, found none at 0"),
            ("a\\b", "line 1: `\\` may stand before `[`, `]`, `\\`, `#` and `-` only"),
            ("[a](PER)\u{301}", "line 1: 1 falls inside a character"),
        ];
        for (text, want) in cases {
            assert_eq!(error(text), want, "{text:?}");
        }
        assert!(error("[a](DATE 13/7)").starts_with("line 1: `13/7` is not a TIMEX3 value"));
    }

    #[test]
    fn what_cannot_be_written_is_refused() {
        let marked = |start, end| Marked {
            span: Span::new(start, end),
            label: LabelId::PER,
            optional: false,
            value: Value::None,
        };
        let mut block = Block { text: "abcd".to_owned(), ..Block::default() };
        block.mentions = vec![marked(0, 2), marked(1, 3)];
        assert!(matches!(write(&[block.clone()]), Err(WriteError::Crossing { .. })));
        block.mentions = vec![marked(1, 9)];
        assert!(matches!(write(&[block.clone()]), Err(WriteError::Span(_))));
        block.mentions.clear();
        block.headers = vec![("a".to_owned(), "b\nc".to_owned())];
        assert!(matches!(write(&[block]), Err(WriteError::Header { .. })));
    }

    fn text() -> impl Strategy<Value = String> {
        let pieces = vec![
            "a",
            " ",
            "\n",
            "\r\n",
            "---",
            "-",
            "#",
            "# a: b",
            "[",
            "]",
            "\\",
            "(PER)",
            "ữ",
            "u\u{31b}\u{303}",
            "😀",
            "\u{a0}",
            "\u{200b}",
        ];
        proptest::collection::vec(prop::sample::select(pieces), 0..30).prop_map(|it| it.concat())
    }

    /// Mentions that nest: those of all pairs of ends that do not cross one before.
    fn block() -> impl Strategy<Value = Block> {
        let ends = proptest::collection::vec(
            (any::<prop::sample::Index>(), 1_usize..20, 0_usize..6),
            0..6,
        );
        (text(), ends, "[a-z]{0,3}").prop_map(|(text, ends, id)| {
            let places: Vec<u32> = (0..=u32::try_from(text.len()).unwrap())
                .filter(|it| crate::text::is_grapheme_boundary(&text, *it))
                .collect();
            let values = [
                (LabelId::DATE, Value::Timex(Timex::from_value("2021-07").unwrap())),
                (
                    LabelId::DATE,
                    Value::Timex(Timex::new(crate::document::TimexKind::Set, "P1D").unwrap()),
                ),
                (LabelId::QTY, Value::Text("35 (kg)".replace(['(', ')'], ""))),
                (LabelId::from("NEW_1"), Value::None),
                (LabelId::PER, Value::None),
                (LabelId::ORG, Value::None),
            ];
            let mut mentions: Vec<Marked> = Vec::new();
            for (start, len, kind) in ends {
                let start = start.index(places.len());
                let end = (start + len).min(places.len() - 1);
                let span = Span::new(places[start], places[end]);
                let crosses = |it: &Marked| {
                    it.span.intersects(span) && !it.span.contains(span) && !span.contains(it.span)
                };
                if start < end && !mentions.iter().any(crosses) {
                    let (label, value) = values[kind].clone();
                    mentions.push(Marked { span, label, optional: kind % 2 == 0, value });
                }
            }
            mentions.sort_by_key(|it| (it.span.start(), std::cmp::Reverse(it.span.end())));
            let headers = if id.is_empty() { vec![] } else { vec![("id".to_owned(), id)] };
            Block { headers, text, mentions }
        })
    }

    proptest! {
        #[test]
        fn what_was_written_reads_the_same(blocks in proptest::collection::vec(block(), 0..4)) {
            let written = write(&blocks).unwrap();
            prop_assert_eq!(read(&written).unwrap(), blocks, "{}", written);
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in "([\\[\\]()\\\\#-]|PER|DATE|\n|ữ| |---\n){0,40}") {
            drop(read(&text));
        }
    }
}
