//! The reader of the corpus notation.

use super::{Block, Marked, ReadError, ReadErrorKind, Value};
use crate::document::{LabelId, Timex, TimexError, TimexKind};
use crate::text::Span;

/// Reads all blocks of a file; none from an empty one.
///
/// # Errors
///
/// The first place that is not as the notation asks.
pub fn read(text: &str) -> Result<Vec<Block>, ReadError> {
    let mut res = Vec::new();
    let mut block = String::new();
    let mut first_line = 1;
    for (line, content) in (1..).zip(text.split_inclusive('\n')) {
        if content.trim_end_matches(['\n', '\r']) == "---" {
            res.push(read_block(&block, first_line)?);
            block.clear();
            first_line = line + 1;
        } else {
            block.push_str(content);
        }
    }
    if !text.is_empty() {
        res.push(read_block(&block, first_line)?);
    }
    Ok(res)
}

fn read_block(source: &str, first_line: u32) -> Result<Block, ReadError> {
    let mut headers = Vec::new();
    let mut rest = source;
    let mut line = first_line;
    while let Some((header, after)) = header(rest) {
        headers.push(header);
        rest = after;
        line += 1;
    }
    let body = rest.strip_suffix('\n').map_or(rest, |it| it.strip_suffix('\r').unwrap_or(it));
    let mut reader = Reader { rest: body, line, ..Reader::default() };
    reader.read().map_err(|(line, kind)| ReadError { line, kind })?;
    // Brackets close from the inside, so the outer one of two with the same span comes last.
    let mut mentions = reader.mentions;
    mentions.sort_by_key(|(opened, _)| *opened);
    let mentions = mentions.into_iter().map(|it| it.1).collect();
    Ok(Block { headers, text: reader.text, mentions })
}

/// The header line that `text` starts with, and what comes after it.
fn header(text: &str) -> Option<((String, String), &str)> {
    let (line, after) = text.split_once('\n').unwrap_or((text, ""));
    let (key, value) = line.strip_prefix("# ")?.split_once(':')?;
    Some(((key.trim().to_owned(), value.trim().to_owned()), after))
}

#[derive(Default)]
struct Reader<'s> {
    rest: &'s str,
    line: u32,
    text: String,
    /// For each open bracket its number, its offset in `text` and its line.
    open: Vec<(usize, usize, u32)>,
    opened: usize,
    /// With the number of the bracket.
    mentions: Vec<(usize, Marked)>,
}

impl Reader<'_> {
    fn read(&mut self) -> Result<(), (u32, ReadErrorKind)> {
        while let Some(it) = self.rest.chars().next() {
            self.rest = &self.rest[it.len_utf8()..];
            match it {
                '\\' => self.escape().map_err(|it| (self.line, it))?,
                '[' => {
                    self.open.push((self.opened, self.text.len(), self.line));
                    self.opened += 1;
                }
                ']' => self.close().map_err(|it| (self.line, it))?,
                it => {
                    self.line += u32::from(it == '\n');
                    self.text.push(it);
                }
            }
        }
        match self.open.last() {
            Some((_, _, line)) => Err((*line, ReadErrorKind::NotClosed)),
            None => self.check_spans(),
        }
    }

    fn escape(&mut self) -> Result<(), ReadErrorKind> {
        let it = self.rest.chars().next().filter(|it| "[]\\#-".contains(*it));
        let it = it.ok_or(ReadErrorKind::BadEscape)?;
        self.rest = &self.rest[1..];
        self.text.push(it);
        Ok(())
    }

    fn close(&mut self) -> Result<(), ReadErrorKind> {
        let (number, start, _) = self.open.pop().ok_or(ReadErrorKind::NotOpen)?;
        let inside = self.rest.strip_prefix('(').and_then(|it| it.split_once(')'));
        let (tag, rest) = inside.ok_or(ReadErrorKind::NoLabel)?;
        let (label, optional, value) = read_tag(tag)?;
        self.rest = rest;
        let span = Span::of(&(start..self.text.len()));
        self.mentions.push((number, Marked { span, label, optional, value }));
        Ok(())
    }

    /// Only now is it known what follows each mention.
    fn check_spans(&self) -> Result<(), (u32, ReadErrorKind)> {
        for (_, it) in &self.mentions {
            let span = Span::checked(&self.text, it.span.start(), it.span.end());
            span.map_err(|why| {
                let lines = self.text[it.span.end() as usize..].matches('\n').count();
                (self.line - u32::try_from(lines).unwrap_or(0), why.into())
            })?;
        }
        Ok(())
    }
}

/// What stands in the parentheses.
fn read_tag(tag: &str) -> Result<(LabelId, bool, Value), ReadErrorKind> {
    let (label, value) = tag.split_once(' ').map_or((tag, None), |it| (it.0, Some(it.1)));
    let name = label.strip_suffix('?').unwrap_or(label);
    let is_label = name.starts_with(|it: char| it.is_ascii_uppercase())
        && name.bytes().all(|it| it.is_ascii_uppercase() || it.is_ascii_digit() || it == b'_');
    if !is_label || value.is_some_and(|it| it.trim() != it || it.is_empty() || it.contains('\n')) {
        return Err(ReadErrorKind::BadLabel(tag.to_owned()));
    }
    let id = LabelId::from(name);
    let value = match value {
        None => Value::None,
        Some(it) if id == LabelId::DATE => Value::Timex(read_timex(it)?),
        Some(it) => Value::Text(it.to_owned()),
    };
    Ok((id, name.len() < label.len(), value))
}

fn read_timex(value: &str) -> Result<Timex, TimexError> {
    let typed = value.split_once(' ').and_then(|it| Some((TimexKind::parse(it.0)?, it.1)));
    match typed {
        Some((kind, value)) => Timex::new(kind, value),
        None => Timex::from_value(value),
    }
}
