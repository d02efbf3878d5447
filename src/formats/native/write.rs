//! A document as a file.

use std::borrow::Cow;
use std::rc::Rc;

use rustc_hash::FxHashSet;
use serde::Serialize;
use serde_json::Value;

use super::{FORMAT, SCHEMA, SCHEMA_MEMBER, VERSION, sha256};
use crate::document::{
    Annotation, AnnotationSet, Document, Entity, EntityId, Extra, Label, Status, Timex,
};
use crate::text::{OffsetUnit, TextIndex};

/// What of a document is written, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WriteOptions {
    /// What offsets count.
    pub offset_unit: OffsetUnit,
    /// Whether rejected suggestions are written too.
    pub rejected: bool,
}

/// Writes a document: indented by two spaces, with a line end at its end, annotations in
/// reading order, offsets in the unit of `options`.
#[must_use]
pub fn write(document: &Document, options: &WriteOptions) -> String {
    let file = File::of(document, options);
    // Cannot fail: every key is a string, and nothing here serializes itself by hand.
    let mut res = serde_json::to_string_pretty(&file).unwrap_or_default();
    res.push('\n');
    res
}

/// The annotations of a document as they stand in its file, for those who write them elsewhere.
#[must_use]
pub fn annotations<'d>(document: &'d Document, options: &WriteOptions) -> impl Serialize + use<'d> {
    let index = TextIndex::new(&document.text);
    let one =
        |it: &'d Rc<Annotation>| AnnotationFile::of(it, document, &index, options.offset_unit);
    written(document, options).map(one).collect::<Vec<_>>()
}

/// The part of a document that is written: all of it, but rejected suggestions only on request.
/// It is what [`read`](super::read()) gives back.
#[must_use]
pub fn restrict(document: &Document, options: &WriteOptions) -> Document {
    let kept = written(document, options).map(|it| Annotation::clone(it));
    Document {
        annotations: Rc::new(AnnotationSet::from_unsorted(kept)),
        entities: Rc::new(written_entities(document, options).cloned().collect()),
        ..document.clone()
    }
}

/// Not what only rejected suggestions point to, unless those are written or more was said of it.
fn written_entities<'d>(
    document: &'d Document,
    options: &WriteOptions,
) -> impl Iterator<Item = &'d Entity> {
    let of = |it: &'d Rc<Annotation>| it.entity.as_ref();
    let used: FxHashSet<&EntityId> = written(document, options).filter_map(of).collect();
    let pointed: FxHashSet<&EntityId> = document.annotations.iter().filter_map(of).collect();
    let wanted =
        move |it: &&Entity| used.contains(&it.id) || !pointed.contains(&it.id) || it.is_told();
    document.entities.iter().filter(wanted)
}

fn written<'d>(
    document: &'d Document,
    options: &WriteOptions,
) -> impl Iterator<Item = &'d Rc<Annotation>> {
    let rejected = options.rejected;
    document.annotations.iter().filter(move |it| rejected || it.status != Status::Rejected)
}

#[derive(Serialize)]
struct File<'d> {
    #[serde(rename = "$schema")]
    schema: &'d str,
    format: &'static str,
    version: u32,
    generator: &'static str,
    offset_unit: OffsetUnit,
    document: DocumentFile<'d>,
    labels: Vec<LabelFile<'d>>,
    annotations: Vec<AnnotationFile<'d>>,
    entities: Vec<EntityFile<'d>>,
    #[serde(flatten)]
    extra: Cow<'d, Extra>,
}

impl<'d> File<'d> {
    fn of(document: &'d Document, options: &WriteOptions) -> Self {
        let index = TextIndex::new(&document.text);
        let annotation =
            |it: &'d Rc<Annotation>| AnnotationFile::of(it, document, &index, options.offset_unit);
        let schema = document.meta.file_extra.get(SCHEMA_MEMBER).and_then(Value::as_str);
        let mut extra = Cow::Borrowed(&document.meta.file_extra);
        if schema.is_some() {
            extra.to_mut().shift_remove(SCHEMA_MEMBER);
        }
        File {
            schema: schema.unwrap_or(SCHEMA),
            format: FORMAT,
            version: VERSION,
            generator: concat!("dau ", env!("CARGO_PKG_VERSION")),
            offset_unit: options.offset_unit,
            document: DocumentFile::of(document),
            labels: document.labels.iter().map(LabelFile::of).collect(),
            annotations: written(document, options).map(annotation).collect(),
            entities: written_entities(document, options).map(EntityFile::of).collect(),
            extra,
        }
    }
}

#[derive(Serialize)]
struct DocumentFile<'d> {
    id: &'d str,
    title: &'d str,
    source: &'d str,
    language: &'d str,
    reference_date: Option<String>,
    created: &'d str,
    modified: &'d str,
    text: &'d str,
    sha256: String,
    #[serde(flatten)]
    extra: &'d Extra,
}

impl<'d> DocumentFile<'d> {
    fn of(document: &'d Document) -> Self {
        let meta = &document.meta;
        Self {
            id: &meta.id,
            title: &meta.title,
            source: &meta.source,
            language: &meta.language,
            reference_date: meta.reference_date.map(|it| it.to_string()),
            created: &meta.created,
            modified: &meta.modified,
            text: &document.text,
            sha256: sha256(&document.text),
            extra: &meta.extra,
        }
    }
}

#[derive(Serialize)]
pub(in crate::formats) struct LabelFile<'d> {
    id: &'d str,
    name: &'d str,
    color: &'d str,
    key: &'d str,
    #[serde(flatten)]
    extra: &'d Extra,
}

impl<'d> LabelFile<'d> {
    pub(in crate::formats) fn of(it: &'d Label) -> Self {
        Self {
            id: it.id.as_str(),
            name: &it.name,
            color: &it.color,
            key: &it.key,
            extra: &it.extra,
        }
    }
}

#[derive(Serialize)]
struct AnnotationFile<'d> {
    id: &'d str,
    label: &'d str,
    start: u32,
    end: u32,
    text: &'d str,
    status: &'static str,
    origin: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entity: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    timex: Option<TimexFile<'d>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'d str,
    #[serde(flatten)]
    extra: &'d Extra,
}

impl<'d> AnnotationFile<'d> {
    fn of(
        it: &'d Annotation,
        document: &'d Document,
        index: &TextIndex<'_>,
        unit: OffsetUnit,
    ) -> Self {
        Self {
            id: it.id.as_str(),
            label: it.label.as_str(),
            start: index.from_byte(it.span.start(), unit),
            end: index.from_byte(it.span.end(), unit),
            text: document.surface(it),
            status: it.status.as_str(),
            origin: it.origin.as_str(),
            confidence: it.confidence,
            entity: it.entity.as_ref().map(|it| it.as_str()),
            timex: it.timex.as_ref().map(TimexFile::of),
            note: &it.note,
            extra: &it.extra,
        }
    }
}

#[derive(Serialize)]
struct TimexFile<'d> {
    r#type: &'static str,
    value: &'d str,
    #[serde(flatten)]
    extra: &'d Extra,
}

impl<'d> TimexFile<'d> {
    fn of(it: &'d Timex) -> Self {
        Self { r#type: it.kind().as_str(), value: it.value(), extra: it.extra() }
    }
}

#[derive(Serialize)]
struct EntityFile<'d> {
    id: &'d str,
    label: &'d str,
    name: &'d str,
    link: &'d str,
    #[serde(flatten)]
    extra: &'d Extra,
}

impl<'d> EntityFile<'d> {
    fn of(it: &'d Entity) -> Self {
        Self {
            id: it.id.as_str(),
            label: it.label.as_str(),
            name: &it.name,
            link: &it.link,
            extra: &it.extra,
        }
    }
}
