//! `dau detect`: one article in, one document out.

use std::collections::HashMap;
use std::io::{Read, Write};
use std::rc::Rc;

use chrono::DateTime;
use sha2::{Digest, Sha256};

use super::Stop;
use crate::detect::{Detection, Mention, Options, detect};
use crate::document::{
    Annotation, AnnotationId, AnnotationSet, Document, Entity, EntityId, Extra, Meta,
};
use crate::formats::native::{WriteOptions, write};

/// Reads all of `input` as the article's text, kept to the byte.
pub(super) fn run(
    mut input: impl Read,
    out: &mut impl Write,
    options: &Options,
) -> Result<(), Stop> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    let text = String::from_utf8(bytes).map_err(|why| {
        let at = why.utf8_error().valid_up_to();
        Stop::Failed(format!("the article is not UTF-8: byte {at} belongs to no character"))
    })?;
    check_len(&text).map_err(Stop::Failed)?;
    let now = now();
    let meta = Meta {
        id: id(&text),
        reference_date: options.reference_date,
        created: now.clone(),
        modified: now,
        ..Meta::default()
    };
    let document = annotate(text, meta, options);
    out.write_all(write(&document, &WriteOptions::default()).as_bytes())?;
    Ok(())
}

/// Offsets are 32 bits wide.
pub(super) fn check_len(text: &str) -> Result<(), String> {
    let fits = u32::try_from(text.len()).is_ok();
    fits.then_some(()).ok_or_else(|| "the text is longer than 4 GiB".to_owned())
}

/// A document with what detection finds as suggestions.
pub(super) fn annotate(text: String, mut meta: Meta, options: &Options) -> Document {
    let Detection { language, mentions } = detect(&text, options);
    meta.language = language.as_str().to_owned();
    let mut res = Document::new(text, meta);
    res.entities = Rc::new(entities(&res.text, &mentions));
    let annotation = |(number, it): (u64, Mention)| {
        let id = AnnotationId::numbered(number);
        let mut res = Annotation::suggested(id, it.label, it.span, it.confidence);
        res.entity = it.entity.map(entity_id);
        res.timex = it.timex;
        res
    };
    res.annotations = Rc::new(AnnotationSet::from_unsorted((1..).zip(mentions).map(annotation)));
    res
}

fn entity_id(number: u32) -> EntityId {
    EntityId::from(&*format!("e{}", u64::from(number) + 1))
}

/// What the mentions point to, each with the longest of its names, in the order of the text.
fn entities(text: &str, mentions: &[Mention]) -> Vec<Entity> {
    let mut places: HashMap<u32, usize> = HashMap::new();
    let mut res: Vec<Entity> = Vec::new();
    for it in mentions {
        let Some(number) = it.entity else { continue };
        let name = it.span.slice(text);
        let place = *places.entry(number).or_insert(res.len());
        match res.get_mut(place) {
            Some(entity) if entity.name.chars().count() < name.chars().count() => {
                name.clone_into(&mut entity.name);
            }
            Some(_) => {}
            None => res.push(Entity {
                id: entity_id(number),
                label: it.label.clone(),
                name: name.to_owned(),
                link: String::new(),
                extra: Extra::new(),
            }),
        }
    }
    res
}

/// A UUID of version 8 from the text's checksum: the same article has the same id on each run.
fn id(text: &str) -> String {
    let mut bytes = Sha256::digest(text);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().take(16).map(|it| format!("{it:02x}")).collect();
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

/// The time to the second, RFC 3339: `SOURCE_DATE_EPOCH` where output is to be the same each time.
#[expect(clippy::disallowed_methods, reason = "the command line has a clock; the core has none")]
fn now() -> String {
    let said = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|it| it.parse::<i64>().ok());
    let clock = || {
        std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .map_or(0, |it| it.as_secs())
    };
    let seconds = said.unwrap_or_else(|| i64::try_from(clock()).unwrap_or(0));
    let time = DateTime::from_timestamp(seconds, 0).unwrap_or_default();
    time.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entity_has_its_fullest_name() {
        let options = Options::default();
        let text = "Ông Thắng nói. Ông Nguyễn Xuân Thắng vui. Ở Hà Nội.".to_owned();
        let document = annotate(text, Meta::default(), &options);
        let names: Vec<&str> = document.entities.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["Nguyễn Xuân Thắng", "Hà Nội"]);
    }

    #[test]
    fn the_id_is_a_uuid_of_the_text() {
        let id = id("Hà Nội");
        assert_eq!((id.len(), &id[14..15]), (36, "8"));
        assert_ne!(id, super::id("Hà Nội "));
    }
}
