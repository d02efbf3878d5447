//! A document written, read back and written again.

use std::rc::Rc;

use dau::document::{
    Annotation, AnnotationSet, Document, Entity, LabelId, LabelSet, Meta, Origin, Status, Timex,
    TimexKind, parse_date,
};
use dau::formats::Warning;
use dau::formats::native::{WriteOptions, read, read_bytes, restrict, write};
use dau::text::{OffsetUnit, Span};
use expect_test::expect;

use crate::schema::SCHEMA;

/// A flag before the name and `\r\n` after it, so that the three units differ.
const TEXT: &str = "🇻🇳 Ông Nguyễn Xuân Thắng\r\nnăm 2021";

fn annotation(id: &str, label: LabelId, surface: &str) -> Annotation {
    let start = TEXT.find(surface).unwrap();
    let span = Span::of(&(start..start + surface.len()));
    Annotation::new(id.into(), label, span, Status::Accepted, Origin::Manual)
}

pub(crate) fn document() -> Document {
    let meta = Meta {
        id: "6e1d".to_owned(),
        title: "Tin".to_owned(),
        language: "vi".to_owned(),
        reference_date: parse_date("2022-05-20"),
        created: "2026-11-22T09:30:00Z".to_owned(),
        modified: "2026-11-22T09:31:00Z".to_owned(),
        ..Meta::default()
    };
    let labels = LabelSet::builtin().iter().take(4).step_by(3).cloned().collect();
    let year = Annotation {
        status: Status::Suggested,
        origin: Origin::Detected,
        confidence: Some(0.97),
        timex: Timex::new(TimexKind::Date, "2021").ok(),
        ..annotation("a2", LabelId::DATE, "năm 2021")
    };
    let person = Annotation {
        entity: Some("e1".into()),
        note: "«đúng»".to_owned(),
        ..annotation("a1", LabelId::PER, "Nguyễn Xuân Thắng")
    };
    let wrong = Annotation {
        status: Status::Rejected,
        origin: Origin::Detected,
        ..annotation("a3", LabelId::PER, "Ông")
    };
    let thang = Entity {
        id: "e1".into(),
        label: LabelId::PER,
        name: "Nguyễn Xuân Thắng".to_owned(),
        link: String::new(),
        extra: Default::default(),
    };
    Document {
        labels: Rc::new(LabelSet::from_labels(labels).unwrap()),
        annotations: Rc::new(AnnotationSet::from_unsorted([year, person, wrong])),
        entities: Rc::new(vec![thang]),
        ..Document::new(TEXT, meta)
    }
}

#[test]
fn a_file_as_the_contract_has_it() {
    expect![[r##"
        {
          "$schema": "dau-1.schema.json",
          "format": "dau",
          "version": 1,
          "generator": "dau 0.1.0",
          "offset_unit": "code_point",
          "document": {
            "id": "6e1d",
            "title": "Tin",
            "source": "",
            "language": "vi",
            "reference_date": "2022-05-20",
            "created": "2026-11-22T09:30:00Z",
            "modified": "2026-11-22T09:31:00Z",
            "text": "🇻🇳 Ông Nguyễn Xuân Thắng\r\nnăm 2021",
            "sha256": "37825389ca09b68fd3be54a57e2f7155f90817cec01059146317332b7b3dfabc"
          },
          "labels": [
            {
              "id": "PER",
              "name": "Person",
              "color": "#0072B2",
              "key": "1"
            },
            {
              "id": "DATE",
              "name": "Date and time",
              "color": "#AA4499",
              "key": "4"
            }
          ],
          "annotations": [
            {
              "id": "a1",
              "label": "PER",
              "start": 7,
              "end": 24,
              "text": "Nguyễn Xuân Thắng",
              "status": "accepted",
              "origin": "manual",
              "entity": "e1",
              "note": "«đúng»"
            },
            {
              "id": "a2",
              "label": "DATE",
              "start": 26,
              "end": 34,
              "text": "năm 2021",
              "status": "suggested",
              "origin": "detected",
              "confidence": 0.97,
              "timex": {
                "type": "DATE",
                "value": "2021"
              }
            }
          ],
          "entities": [
            {
              "id": "e1",
              "label": "PER",
              "name": "Nguyễn Xuân Thắng",
              "link": ""
            }
          ]
        }
    "##]]
    .assert_eq(&write(&document(), &WriteOptions::default()));
}

#[test]
fn what_is_written_is_valid() {
    for rejected in [false, true] {
        let json = write(&document(), &WriteOptions { rejected, ..WriteOptions::default() });
        assert_eq!(SCHEMA.check(&json), Ok(()));
    }
    assert_eq!(SCHEMA.check(UNKNOWN), Ok(()));
}

#[test]
fn what_is_written_is_read_in_each_unit() {
    for offset_unit in OffsetUnit::ALL {
        for rejected in [false, true] {
            let options = WriteOptions { offset_unit, rejected };
            let import = read(&write(&document(), &options)).unwrap();
            assert_eq!(import.document, restrict(&document(), &options), "{options:?}");
            assert_eq!(import.warnings, []);
        }
    }
}

#[test]
fn rejected_suggestions_are_written_on_request() {
    let count = |rejected| {
        let options = WriteOptions { rejected, ..WriteOptions::default() };
        read(&write(&document(), &options)).unwrap().document.annotations.len()
    };
    assert_eq!((count(false), count(true)), (2, 3));
}

/// What a later version, or another program, may have written.
const UNKNOWN: &str = r##"{
  "$schema": "../schemas/dau-1.schema.json",
  "format": "dau",
  "version": 1,
  "generator": "dau 0.1.0",
  "offset_unit": "utf16",
  "document": {
    "id": "",
    "title": "",
    "source": "",
    "language": "",
    "reference_date": null,
    "created": "",
    "modified": "",
    "text": "😀 2021",
    "sha256": "adb5982d35c844bcaaf8854553865710642c28902c37e992e7a8bcddf789a105",
    "z": 1,
    "byline": "T.H."
  },
  "labels": [
    {
      "id": "Thời gian",
      "name": "",
      "color": "#aa4499",
      "key": "",
      "hidden": true
    }
  ],
  "annotations": [
    {
      "id": "x",
      "label": "Thời gian",
      "start": 3,
      "end": 7,
      "text": "2021",
      "status": "accepted",
      "origin": "imported",
      "timex": {
        "type": "DATE",
        "value": "2021",
        "mod": "APPROX"
      },
      "rule": [
        "year",
        {
          "b": 0.1,
          "a": null
        }
      ]
    }
  ],
  "entities": [
    {
      "id": "Năm",
      "label": "Thời gian",
      "name": "",
      "link": "",
      "aliases": []
    }
  ],
  "project": {
    "end": "z"
  }
}
"##;

#[test]
fn unknown_members_are_kept_where_they_were() {
    let import = read(UNKNOWN).unwrap();
    let options = WriteOptions { offset_unit: OffsetUnit::Utf16, rejected: false };
    let generator = concat!("dau ", env!("CARGO_PKG_VERSION"));
    assert_eq!(write(&import.document, &options), UNKNOWN.replace("dau 0.1.0", generator));
}

#[test]
fn the_link_to_the_schema_is_no_unknown_member() {
    let document = read(&write(&document(), &WriteOptions::default())).unwrap().document;
    assert!(document.meta.file_extra.is_empty());
}

#[test]
fn a_wrong_checksum_is_a_warning() {
    let json = write(&document(), &WriteOptions::default());
    let import = read(&json.replace("\"sha256\": \"", "\"sha256\": \"0")).unwrap();
    assert_eq!(import.document, restrict(&document(), &WriteOptions::default()));
    assert!(
        matches!(&import.warnings[..], [Warning::Sha256 { said, is }] if *said == format!("0{is}"))
    );
}

#[test]
fn annotations_may_stand_in_any_order() {
    let json = write(&document(), &WriteOptions::default());
    let mut file: serde_json::Value = serde_json::from_str(&json).unwrap();
    file["annotations"].as_array_mut().unwrap().reverse();
    assert_eq!(read(&file.to_string()), read(&json));
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let json = write(&document(), &WriteOptions::default());
    assert_eq!(read_bytes(format!("\u{feff}{json}").as_bytes()), read(&json));
}
