//! Documents through the native format.

use dau::document::Document;
use dau::formats::native::{WriteOptions, read, restrict, write};
use dau::text::OffsetUnit;
use proptest::prelude::*;
use serde_json::Value;

use crate::schema::SCHEMA;
use crate::support::document;

fn options() -> impl Strategy<Value = WriteOptions> {
    let unit = prop::sample::select(OffsetUnit::ALL.to_vec());
    (unit, any::<bool>()).prop_map(|(offset_unit, rejected)| WriteOptions { offset_unit, rejected })
}

/// What another program finds between two offsets, counted in the file's unit.
fn slice(text: &str, start: usize, end: usize, unit: &Value) -> String {
    match unit.as_str() {
        Some("code_point") => text.chars().skip(start).take(end - start).collect(),
        Some("utf16") => {
            let units: Vec<u16> = text.encode_utf16().collect();
            String::from_utf16(&units[start..end]).unwrap()
        }
        Some("utf8") => String::from_utf8(text.as_bytes()[start..end].to_vec()).unwrap(),
        it => panic!("{it:?} is no unit"),
    }
}

fn number(it: &Value) -> usize {
    usize::try_from(it.as_u64().unwrap()).unwrap()
}

/// Whether what is missing in `restricted` is what `options` leave out.
fn only_rejected_are_missing(full: &Document, restricted: &Document) -> bool {
    let kept: Vec<_> =
        full.annotations.iter().filter(|it| it.status.as_str() != "rejected").cloned().collect();
    restricted.annotations.as_slice() == kept
}

proptest! {
    /// A file holds all that it should: read back, it is the document.
    #[test]
    fn a_document_written_and_read_is_the_same(doc in document(), options in options()) {
        let json = write(&doc, &options);
        let import = read(&json).unwrap();
        prop_assert_eq!(&import.document, &restrict(&doc, &options));
        prop_assert_eq!(import.warnings, []);
        // Also the order of unknown members, which is not compared above.
        prop_assert_eq!(write(&import.document, &options), json);
    }

    /// Nothing is left out but rejected suggestions, and those only when they were not asked for.
    #[test]
    fn only_rejected_suggestions_are_left_out(doc in document()) {
        let all = WriteOptions { rejected: true, ..WriteOptions::default() };
        prop_assert_eq!(&restrict(&doc, &all), &doc);
        let restricted = restrict(&doc, &WriteOptions::default());
        prop_assert!(only_rejected_are_missing(&doc, &restricted));
    }

    /// The contract's invariant, checked on the file as another program would.
    #[test]
    fn each_annotation_says_what_stands_at_its_offsets(doc in document(), options in options()) {
        let file: Value = serde_json::from_str(&write(&doc, &options)).unwrap();
        let text = file["document"]["text"].as_str().unwrap();
        prop_assert_eq!(text, &*doc.text);
        for it in file["annotations"].as_array().unwrap() {
            let (start, end) = (number(&it["start"]), number(&it["end"]));
            let found = slice(text, start, end, &file["offset_unit"]);
            prop_assert_eq!(&it["text"], &Value::from(found));
        }
    }

    /// Every file is valid.
    #[test]
    fn files_are_valid(doc in document(), options in options()) {
        prop_assert_eq!(SCHEMA.check(&write(&doc, &options)), Ok(()));
    }
}
