//! `dau detect --jsonl`: one object a line, in and out, in order.
//!
//! Only the line at hand is held, so memory does not grow with the input.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::rc::Rc;

use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::Stop;
use super::article::{annotate, check_len};
use crate::detect::{Language, Options};
use crate::document::{Annotation, AnnotationSet, Document, Meta, parse_date};
use crate::formats::native::{WriteOptions, annotations};

/// Answers each line of `input`; empty lines are passed over.
pub(super) fn run(input: impl Read, out: &mut impl Write, options: &Options) -> Result<(), Stop> {
    let mut input = BufReader::new(input);
    let mut line = Vec::new();
    let mut bad = false;
    for number in 1_u64.. {
        // Who waits for the answer to the last line before writing the next one must get it.
        if input.buffer().is_empty() {
            out.flush()?;
        }
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let bytes =
            if number == 1 { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line) } else { &line };
        if !bytes.trim_ascii().is_empty() {
            bad |= !answer(bytes.trim_ascii(), number, out, options)?;
        }
    }
    if bad { Err(Stop::BadInput).inspect_err(|_| drop(out.flush())) } else { Ok(()) }
}

/// Writes the answer to one line; whether it was a good one.
fn answer(line: &[u8], number: u64, out: &mut impl Write, options: &Options) -> Result<bool, Stop> {
    let record = match read(line, options) {
        Ok(record) => record,
        Err((id, why)) => {
            let error = format!("line {number}: {why}");
            write(out, &Failure { id: &id, error: &error })?;
            return Ok(false);
        }
    };
    let document = without_entities(annotate(record.text, Meta::default(), &record.options));
    let annotations = annotations(&document, &WriteOptions::default());
    write(out, &Answer { id: &record.id, annotations })?;
    Ok(true)
}

/// A line has annotations alone: an entity's id in them would point nowhere.
fn without_entities(document: Document) -> Document {
    let bare = |it: &Rc<Annotation>| Annotation { entity: None, ..(**it).clone() };
    let annotations = AnnotationSet::from_unsorted(document.annotations.iter().map(bare));
    Document { annotations: Rc::new(annotations), ..document }
}

fn write(out: &mut impl Write, record: &impl Serialize) -> Result<(), Stop> {
    serde_json::to_writer(&mut *out, record).map_err(std::io::Error::from)?;
    out.write_all(b"\n")?;
    Ok(())
}

#[derive(Serialize)]
struct Answer<'r, A> {
    id: &'r RawValue,
    annotations: A,
}

#[derive(Serialize)]
struct Failure<'r> {
    id: &'r RawValue,
    error: &'r str,
}

/// One line, understood.
struct Record {
    id: Id,
    text: String,
    options: Options,
}

/// Reads a line. What it does not say is as the command line has it.
fn read(line: &[u8], defaults: &Options) -> Result<Record, (Id, String)> {
    let line = str::from_utf8(line).map_err(|why| {
        let id = id_of(&String::from_utf8_lossy(line));
        (id, format!("not UTF-8 at byte {}", why.valid_up_to() + 1))
    })?;
    let id = id_of(line);
    match record(line, defaults) {
        Ok((text, options)) => Ok(Record { id, text, options }),
        Err(why) => Err((id, why)),
    }
}

/// An id as it stands in the line, whatever it is: a number may be greater than any that we know.
type Id = Box<RawValue>;

/// `null` where there is none to be read.
fn id_of(line: &str) -> Id {
    let mut members: HashMap<String, Id> = serde_json::from_str(line).unwrap_or_default();
    members.remove("id").unwrap_or_else(|| RawValue::NULL.to_owned())
}

fn record(line: &str, defaults: &Options) -> Result<(String, Options), String> {
    let value: Value = serde_json::from_str(line)
        .map_err(|why| format!("not JSON at column {}: {}", why.column(), reason(&why)))?;
    let Value::Object(mut members) = value else {
        return Err(format!("expected an object, found {}", kind(&value)));
    };
    content(&mut members, defaults)
}

/// The message without the place, which is another one in the file than in the line.
fn reason(why: &serde_json::Error) -> String {
    let text = why.to_string();
    text.rsplit_once(" at line ").map_or(text.clone(), |it| it.0.to_owned())
}

fn content(
    members: &mut Map<String, Value>,
    defaults: &Options,
) -> Result<(String, Options), String> {
    let text = match members.remove("text") {
        Some(Value::String(text)) => text,
        Some(other) => return Err(format!("text: expected a string, found {}", kind(&other))),
        None => return Err("text: missing".to_owned()),
    };
    check_len(&text)?;
    let mut options = *defaults;
    if let Some(said) = string(members, "language")? {
        let known = Language::parse(&said);
        if known.is_none() && said != "auto" {
            return Err(format!("language: expected `vi`, `en` or `auto`, found `{said}`"));
        }
        options.language = known;
    }
    if let Some(said) = string(members, "reference_date")? {
        let date = parse_date(&said);
        options.reference_date = Some(date.ok_or_else(|| {
            format!("reference_date: expected a day such as 2022-05-20, found `{said}`")
        })?);
    }
    Ok((text, options))
}

/// A member that may be missing, `null` or empty.
fn string(members: &mut Map<String, Value>, name: &str) -> Result<Option<String>, String> {
    match members.remove(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(it)) => Ok(Some(it).filter(|it| !it.is_empty())),
        Some(other) => Err(format!("{name}: expected a string, found {}", kind(&other))),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
