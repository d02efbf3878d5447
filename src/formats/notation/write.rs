//! The writer of the corpus notation.

use std::cmp::Reverse;
use std::fmt::Write as _;

use super::{Block, Marked, Value};
use crate::document::Timex;
use crate::text::{Span, SpanError};

/// What the notation has no way to say.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// Two mentions of which neither holds the other.
    #[error("the mentions {one:?} and {other:?} cross")]
    Crossing {
        /// The one that starts first.
        one: Span,
        /// The other one.
        other: Span,
    },
    /// A mention that does not fit the text.
    #[error(transparent)]
    Span(#[from] SpanError),
    /// A header with a line end in it, or a key with a colon.
    #[error("`{key}` and its value do not fit into one header line")]
    Header {
        /// Its key.
        key: String,
    },
    /// A label or a value that would not be read back.
    #[error("`{0}` cannot be written after a mention")]
    Tag(String),
}

/// Writes a corpus; [`super::read()`] gives the same blocks.
///
/// # Errors
///
/// [`WriteError`] for what the notation has no way to say: crossing mentions first of all.
pub fn write(blocks: &[Block]) -> Result<String, WriteError> {
    let blocks: Vec<String> = blocks.iter().map(write_block).collect::<Result<_, _>>()?;
    Ok(blocks.join("---\n"))
}

fn write_block(block: &Block) -> Result<String, WriteError> {
    let mut res = String::new();
    for (key, value) in &block.headers {
        let fits = !key.contains([':', '\n']) && !value.contains('\n');
        if !fits || key.trim() != key || value.trim() != value {
            return Err(WriteError::Header { key: key.clone() });
        }
        let _ = writeln!(res, "# {key}: {value}");
    }
    let body = write_text(block)?;
    if body.starts_with('#') {
        res.push('\\');
    }
    for line in body.split_inclusive('\n') {
        if line.trim_end_matches(['\n', '\r']) == "---" {
            res.push('\\');
        }
        res.push_str(line);
    }
    res.push('\n');
    Ok(res)
}

fn write_text(block: &Block) -> Result<String, WriteError> {
    let mut mentions: Vec<&Marked> = block.mentions.iter().collect();
    mentions.sort_by_key(|it| (it.span.start(), Reverse(it.span.end())));
    let mut writer = Writer { text: &block.text, at: 0, open: Vec::new(), res: String::new() };
    for it in mentions {
        Span::checked(&block.text, it.span.start(), it.span.end())?;
        writer.open(it)?;
    }
    writer.close_until(u32::MAX)?;
    writer.copy(block.text.len());
    Ok(writer.res)
}

struct Writer<'b> {
    text: &'b str,
    at: usize,
    open: Vec<&'b Marked>,
    res: String,
}

impl<'b> Writer<'b> {
    fn open(&mut self, it: &'b Marked) -> Result<(), WriteError> {
        self.close_until(it.span.start())?;
        if let Some(outer) = self.open.last().filter(|outer| !outer.span.contains(it.span)) {
            return Err(WriteError::Crossing { one: outer.span, other: it.span });
        }
        self.copy(it.span.start() as usize);
        self.res.push('[');
        self.open.push(it);
        Ok(())
    }

    fn close_until(&mut self, at: u32) -> Result<(), WriteError> {
        while let Some(it) = self.open.pop_if(|it| it.span.end() <= at) {
            self.copy(it.span.end() as usize);
            let tag = tag(it);
            if !is_readable(&tag, it) {
                return Err(WriteError::Tag(tag));
            }
            let _ = write!(self.res, "]({tag})");
        }
        Ok(())
    }

    fn copy(&mut self, to: usize) {
        for it in self.text[self.at..to].chars() {
            if matches!(it, '[' | ']' | '\\') {
                self.res.push('\\');
            }
            self.res.push(it);
        }
        self.at = to;
    }
}

/// The type of a date is written only where it does not follow from the value.
fn tag(it: &Marked) -> String {
    let mark = if it.optional { "?" } else { "" };
    match &it.value {
        Value::None => format!("{}{mark}", it.label),
        Value::Text(value) => format!("{}{mark} {value}", it.label),
        Value::Timex(timex) if Timex::from_value(timex.value()).as_ref() == Ok(timex) => {
            format!("{}{mark} {timex}", it.label)
        }
        Value::Timex(timex) => format!("{}{mark} {} {timex}", it.label, timex.kind().as_str()),
    }
}

fn is_readable(tag: &str, want: &Marked) -> bool {
    let blocks = super::read(&format!("[a]({tag})")).unwrap_or_default();
    matches!(blocks.as_slice(), [block] if matches!(block.mentions.as_slice(), [it]
        if block.text == "a" && it.label == want.label && it.value == want.value))
}
