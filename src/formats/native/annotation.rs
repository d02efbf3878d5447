//! The annotations of a file: what they name must be declared, where they are must be in the text.

use rustc_hash::FxHashMap;

use super::cursor::{Cursor, Object};
use super::error::{NativeError, NativeErrorKind};
use super::ids::{Ids, declared_label, is_token};
use crate::document::{Annotation, Entity, EntityId, LabelSet, Origin, Status, Timex, TimexKind};
use crate::text::{OffsetError, OffsetUnit, Span, SpanError, TextIndex};

/// What annotations are checked against.
pub(super) struct AnnotationReader<'f> {
    text: &'f str,
    index: TextIndex<'f>,
    unit: OffsetUnit,
    labels: &'f LabelSet,
    entities: FxHashMap<&'f str, &'f EntityId>,
}

impl<'f> AnnotationReader<'f> {
    /// For a text and what the file declares; `unit` is what the file's offsets count.
    pub(super) fn new(
        text: &'f str,
        unit: OffsetUnit,
        labels: &'f LabelSet,
        entities: &'f [Entity],
    ) -> Self {
        let entities = entities.iter().map(|it| (it.id.as_str(), &it.id)).collect();
        Self { text, index: TextIndex::new(text), unit, labels, entities }
    }

    /// All of them, in the order of the file.
    pub(super) fn read(&self, list: Cursor<'_, '_>) -> Result<Vec<Annotation>, NativeError> {
        let mut ids = Ids::of("annotations", is_token);
        list.each(|it| self.read_one(&mut it.object()?, &mut ids))
    }

    fn read_one(&self, it: &mut Object<'_, '_>, ids: &mut Ids) -> Result<Annotation, NativeError> {
        Ok(Annotation {
            id: ids.read(it)?.as_str().into(),
            label: it.take("label")?.parse(|found| declared_label(&found, self.labels))?,
            span: self.read_span(it)?,
            status: it.take("status")?.word(&Status::ALL, Status::as_str)?,
            origin: it.take("origin")?.word(&Origin::ALL, Origin::as_str)?,
            confidence: it.find("confidence").map(read_confidence).transpose()?,
            entity: it.find("entity").map(|it| self.read_entity(it)).transpose()?,
            timex: it.find("timex").map(read_timex).transpose()?,
            note: it.find("note").map(Cursor::string).transpose()?.unwrap_or_default(),
            extra: it.take_rest(),
        })
    }

    /// `start`, `end` and `text`, which say the same twice.
    fn read_span(&self, it: &mut Object<'_, '_>) -> Result<Span, NativeError> {
        let (start, start_byte) = self.read_offset(it, "start")?;
        let (end, end_byte) = self.read_offset(it, "end")?;
        let unit = self.unit;
        let span = Span::checked(self.text, start_byte, end_byte).map_err(|err| match err {
            SpanError::SplitsGrapheme { at } if at == start_byte => {
                it.fail("start", NativeErrorKind::InsideCharacter { found: start, unit })
            }
            SpanError::SplitsGrapheme { .. } => {
                it.fail("end", NativeErrorKind::InsideCharacter { found: end, unit })
            }
            _ => it.fail("end", NativeErrorKind::NotAfterStart { start, found: end }),
        })?;
        it.take("text")?.parse(|said| same_text(span.slice(self.text), &said))?;
        Ok(span)
    }

    /// An offset as the file has it, and in bytes.
    fn read_offset(
        &self,
        it: &mut Object<'_, '_>,
        name: &'static str,
    ) -> Result<(u64, u32), NativeError> {
        let found = it.take(name)?.whole()?;
        let unit = self.unit;
        let byte = self.index.to_byte(found, unit).map_err(|err| match err {
            OffsetError::OutOfText { len, .. } => NativeErrorKind::OutOfText { found, len, unit },
            OffsetError::InsideCharacter { .. } => NativeErrorKind::InsideCharacter { found, unit },
        });
        byte.map(|byte| (found, byte)).map_err(|kind| it.fail(name, kind))
    }

    fn read_entity(&self, cursor: Cursor<'_, '_>) -> Result<EntityId, NativeError> {
        cursor.parse(|found| match self.entities.get(&*found) {
            Some(it) => Ok((*it).clone()),
            None => Err(NativeErrorKind::UndeclaredEntity { found: found.into_owned() }),
        })
    }
}

fn same_text(is: &str, said: &str) -> Result<(), NativeErrorKind> {
    if is == said {
        return Ok(());
    }
    Err(NativeErrorKind::TextMismatch { expected: shorten(is), found: shorten(said) })
}

/// At most a line of a text.
fn shorten(text: &str) -> String {
    const LONGEST: usize = 40;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn read_confidence(cursor: Cursor<'_, '_>) -> Result<f64, NativeError> {
    cursor.number(|found| {
        let is_probability = (0.0..=1.0).contains(&found);
        is_probability.then_some(found).ok_or(NativeErrorKind::Confidence { found })
    })
}

fn read_timex(cursor: Cursor<'_, '_>) -> Result<Timex, NativeError> {
    let mut it = cursor.object()?;
    let kind = it.take("type")?.word(&TimexKind::ALL, TimexKind::as_str)?;
    let timex = it.take("value")?.parse(|found| {
        Timex::new(kind, &found)
            .map_err(|_| NativeErrorKind::NotATimex { found: found.into_owned() })
    })?;
    Ok(timex.with_extra(it.take_rest()))
}
