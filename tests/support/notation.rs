//! Reads corpora in the notation of the annotation guidelines, and writes what was found in it.

use std::fmt::Write as _;

use dau::detect::{Language, Mention};
use dau::document::{NaiveDate, Timex, TimexKind, parse_date};
use dau::text::Span;

/// A text with the mentions that it should have.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) language: Language,
    pub(crate) reference: Option<NaiveDate>,
    pub(crate) text: String,
    pub(crate) wanted: Vec<Wanted>,
}

/// A mention as the corpus has it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Wanted {
    pub(crate) span: Span,
    pub(crate) label: String,
    /// Value with its type where that does not follow.
    pub(crate) value: Option<String>,
    /// Counts neither for nor against.
    pub(crate) free: bool,
}

/// All cases of a file; a line is one unless its block says `# text: block`.
pub(crate) fn read(content: &str) -> Vec<Case> {
    content.split("\n---\n").flat_map(block).collect()
}

fn block(block: &str) -> Vec<Case> {
    let mut language = Language::Vi;
    let mut reference = None;
    let mut whole = false;
    let mut body = Vec::new();
    for line in block.trim_start_matches('\n').split('\n') {
        if !body.is_empty() || !line.starts_with("# ") {
            body.push(line);
            continue;
        }
        match line[2..].split_once(':').map(|it| (it.0, it.1.trim())) {
            Some(("language", it)) => language = Language::parse(it).unwrap_or(language),
            Some(("reference", it)) => reference = parse_date(it),
            Some(("text", it)) => whole = it == "block",
            // The articles of the gold set are one text each.
            Some(("id", _)) => whole = true,
            _ => {}
        }
    }
    let case = |text: &str| {
        let (text, wanted) = marked(text);
        Case { language, reference, text, wanted }
    };
    if whole {
        return vec![case(body.join("\n").trim_end_matches('\n'))];
    }
    body.into_iter().filter(|it| !it.trim().is_empty() && !it.starts_with("# ")).map(case).collect()
}

/// A text without its marks, and what they say.
fn marked(source: &str) -> (String, Vec<Wanted>) {
    let mut text = String::new();
    let mut open = Vec::new();
    let mut wanted = Vec::new();
    let mut rest = source;
    while let Some(it) = rest.chars().next() {
        rest = &rest[it.len_utf8()..];
        match it {
            '\\' => {
                let next = rest.chars().next();
                rest = &rest[next.map_or(0, char::len_utf8)..];
                text.extend(next);
            }
            '[' => open.push(text.len()),
            ']' => {
                let start = open.pop().unwrap_or_else(|| panic!("`]` without `[` in {source}"));
                let inside = rest.strip_prefix('(').unwrap_or_else(|| panic!("no label: {source}"));
                let end = inside.find(')').unwrap_or(inside.len());
                let (label, value) = inside[..end].split_once(' ').unwrap_or((&inside[..end], ""));
                wanted.push(Wanted {
                    span: Span::of(&(start..text.len())),
                    label: label.trim_end_matches('?').to_owned(),
                    value: Some(value.to_owned()).filter(|it| !it.is_empty()),
                    free: label.ends_with('?'),
                });
                rest = &inside[end + 1..];
            }
            it => text.push(it),
        }
    }
    wanted.sort_by_key(|it| it.span.start());
    (text, wanted)
}

/// Type and value as a corpus writes them: the type only where it does not follow.
pub(crate) fn value(timex: &Timex) -> String {
    if timex.kind() == TimexKind::Set {
        return format!("SET {}", timex.value());
    }
    timex.value().to_owned()
}

/// A text with mentions marked in it.
pub(crate) fn write(text: &str, mentions: &[(Span, String)]) -> String {
    let mut res = String::new();
    let mut at = 0;
    for (span, value) in mentions {
        let range = span.range();
        let _ = write!(res, "{}[{}](DATE {value})", &text[at..range.start], span.slice(text));
        at = range.end;
    }
    res + &text[at..]
}

/// Spans and values of mentions.
pub(crate) fn found(mentions: &[Mention]) -> Vec<(Span, String)> {
    let value = |it: &Mention| it.timex.as_ref().map_or_else(String::new, value);
    mentions.iter().map(|it| (it.span, value(it))).collect()
}
