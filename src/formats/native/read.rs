//! A file as a document.

use std::borrow::Cow;
use std::rc::Rc;

use serde_json::Value;

use super::annotation::AnnotationReader;
use super::cursor::{Cursor, Object};
use super::error::{NativeError, NativeErrorKind, Place};
use super::ids::{Ids, declared_label, is_name};
use super::json::parse;
use super::{FORMAT, SCHEMA, SCHEMA_MEMBER, VERSION, sha256};
use crate::document::{
    AnnotationSet, Document, Entity, EntityMark, Label, LabelSet, Meta, NaiveDate, parse_date,
};
use crate::formats::{Import, Warning};
use crate::text::OffsetUnit;

/// Reads the bytes of a file.
///
/// # Errors
///
/// As [`read`], and [`NativeErrorKind::NotUtf8`].
pub fn read_bytes(json: &[u8]) -> Result<Import, NativeError> {
    let text = str::from_utf8(json).map_err(|err| {
        let (before, after) = json.split_at(err.valid_up_to());
        let before = str::from_utf8(before).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |it| it + 1);
        let line = before.matches('\n').count() + 1;
        let column = before[line_start..].chars().count() + 1;
        let found = after.first().copied().unwrap_or_default();
        NativeError {
            place: Place::Text { line, column },
            kind: NativeErrorKind::NotUtf8 { found },
        }
    })?;
    read(text)
}

/// Reads a file. Its annotations may stand in any order; a byte order mark before it is passed over.
///
/// # Offsets
///
/// They count what `offset_unit` says, and are bytes from here on. A whole number may be written
/// as `7.0` or `7e0`.
///
/// # Errors
///
/// [`NativeError`] for the first thing that is not as the format asks: a file is read whole or
/// not at all. A wrong checksum alone is a warning.
pub fn read(json: &str) -> Result<Import, NativeError> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let mut file = Cursor::root(parse(json)?).object()?;
    check_header(&mut file)?;
    let unit = file.take("offset_unit")?.word(&OffsetUnit::ALL, OffsetUnit::as_str)?;
    let schema = file.find(SCHEMA_MEMBER).map(Cursor::string).transpose()?;
    let (text, mut meta, warnings) = read_document(file.take("document")?)?;
    let labels = read_labels(file.take("labels")?)?;
    let entities = read_entities(file.take("entities")?, &labels)?;
    let reader = AnnotationReader::new(&text, unit, &labels, &entities);
    let annotations = reader.read(file.take("annotations")?)?;

    meta.file_extra = file.take_rest();
    if let Some(schema) = schema.filter(|it| it != SCHEMA) {
        meta.file_extra.insert(SCHEMA_MEMBER.to_owned(), schema.into());
    }
    let document = Document {
        annotations: Rc::new(AnnotationSet::from_unsorted(annotations)),
        text: text.into(),
        meta: Rc::new(meta),
        labels: Rc::new(labels),
        entities: Rc::new(entities),
        entity_mark: EntityMark::default(),
    };
    Ok(Import { document, warnings })
}

/// Whether this is a file that can be read at all.
fn check_header(file: &mut Object<'_, '_>) -> Result<(), NativeError> {
    let is_format = |it: &Value| it == FORMAT;
    file.take("format")?
        .check(is_format, |found| NativeErrorKind::UnknownFormat { expected: FORMAT, found })?;
    let is_version = |it: &Value| it.as_f64() == Some(f64::from(VERSION));
    file.take("version")?.check(is_version, |found| NativeErrorKind::UnknownVersion { found })?;
    file.take("generator")?.string().map(drop)
}

fn read_document(cursor: Cursor<'_, '_>) -> Result<(String, Meta, Vec<Warning>), NativeError> {
    let mut it = cursor.object()?;
    let mut meta = Meta {
        id: it.take("id")?.string()?,
        title: it.take("title")?.string()?,
        source: it.take("source")?.string()?,
        language: it.take("language")?.string()?,
        reference_date: it.take("reference_date")?.nullable()?.map(read_date).transpose()?,
        created: it.take("created")?.string()?,
        modified: it.take("modified")?.string()?,
        ..Meta::default()
    };
    let text = it.take("text")?.parse(short_enough)?;
    let (said, is) = (it.take("sha256")?.string()?, sha256(&text));
    let warnings = Vec::from_iter((said != is).then_some(Warning::Sha256 { said, is }));
    meta.extra = it.take_rest();
    Ok((text, meta, warnings))
}

fn read_date(cursor: Cursor<'_, '_>) -> Result<NaiveDate, NativeError> {
    cursor.parse(|found| {
        parse_date(&found).ok_or_else(|| NativeErrorKind::NotADate { found: found.into_owned() })
    })
}

fn short_enough(text: Cow<'_, str>) -> Result<String, NativeErrorKind> {
    match u32::try_from(text.len()) {
        Ok(_) => Ok(text.into_owned()),
        Err(_) => Err(NativeErrorKind::TextTooLong { found: text.len() }),
    }
}

/// The labels of a file, or of a file of labels alone.
pub(in crate::formats) fn read_labels(cursor: Cursor<'_, '_>) -> Result<LabelSet, NativeError> {
    let mut ids = Ids::of("labels", is_name);
    let labels = cursor.each(|cursor| {
        let mut it = cursor.object()?;
        Ok(Label {
            id: ids.read(&mut it)?.as_str().into(),
            name: it.take("name")?.string()?,
            color: it.take("color")?.parse(color)?,
            key: it.take("key")?.string()?,
            extra: it.take_rest(),
        })
    })?;
    // `ids` has seen to it that no id stands twice.
    Ok(LabelSet::from_labels(labels).unwrap_or_default())
}

fn color(found: Cow<'_, str>) -> Result<String, NativeErrorKind> {
    let digits = found.strip_prefix('#').unwrap_or_default();
    let is_color = digits.len() == 6 && digits.bytes().all(|it| it.is_ascii_hexdigit());
    let found = found.into_owned();
    if is_color { Ok(found) } else { Err(NativeErrorKind::NotAColor { found }) }
}

fn read_entities(cursor: Cursor<'_, '_>, labels: &LabelSet) -> Result<Vec<Entity>, NativeError> {
    let mut ids = Ids::of("entities", is_name);
    cursor.each(|cursor| {
        let mut it = cursor.object()?;
        Ok(Entity {
            id: ids.read(&mut it)?.as_str().into(),
            label: it.take("label")?.parse(|found| declared_label(&found, labels))?,
            name: it.take("name")?.string()?,
            link: it.take("link")?.string()?,
            extra: it.take_rest(),
        })
    })
}
