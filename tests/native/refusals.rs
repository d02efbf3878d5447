//! Files that are refused, each with its message; the schema refuses what a schema can.

use dau::formats::native::{
    NativeError, NativeErrorKind, Place, WriteOptions, read, read_bytes, write,
};
use dau::text::OffsetUnit;
use serde_json::{Value, json};

use crate::file::document;
use crate::schema::SCHEMA;

/// Who refuses a file.
#[derive(Clone, Copy, Debug, PartialEq)]
enum By {
    Both,
    /// It is valid, but its parts do not fit together.
    Reader,
    /// It is not what would be written, but can be understood.
    Schema,
    Nobody,
}
use By::{Both, Nobody, Reader};

/// Where, what stands there instead (`Null` where there must be something: nothing at all), who
/// refuses it, and how the message begins.
#[rustfmt::skip]
fn cases() -> Vec<(&'static str, Value, By, &'static str)> {
    vec![
        // The file.
        ("/format", json!("brat"), Both, "format: expected \"dau\", found \"brat\"."),
        ("/format", json!(["dau"]), Both, "format: expected \"dau\", found […]."),
        ("/format", Value::Null, Both, "format: expected this member, found none."),
        ("/version", json!(2), Both, "version: expected 1, found 2."),
        ("/version", json!("1"), Both, "version: expected 1, found \"1\"."),
        ("/version", json!(1.0), Nobody, ""),
        ("/generator", json!(1), Both, "generator: expected a string, found 1."),
        ("/$schema", json!({}), Both, "$schema: expected a string, found {}."),
        ("/offset_unit", json!("char"), Both, "offset_unit: expected one of code_point, utf16, utf8, found `char`."),
        ("/offset_unit", Value::Null, Both, "offset_unit: expected this member, found none."),
        ("/document", json!("text"), Both, "document: expected an object, found \"text\"."),
        ("/labels", json!({}), Both, "labels: expected an array, found {}."),
        ("/annotations", Value::Null, Both, "annotations: expected this member, found none."),
        ("/entities", json!("e"), Both, "entities: expected an array, found \"e\"."),
        ("/unknown", json!({"a": [1]}), Nobody, ""),
        // The document.
        ("/document/title", json!(null), Both, "document.title: expected this member, found none."),
        ("/document/language", json!(7), Both, "document.language: expected a string, found 7."),
        ("/document/reference_date", json!("20/5/2022"), Both, "document.reference_date: expected a date as YYYY-MM-DD or null, found `20/5/2022`."),
        ("/document/reference_date", json!("2023-02-29"), Both, "document.reference_date: expected a date"),
        ("/document/reference_date", json!(2022), Both, "document.reference_date: expected a string or null, found 2022."),
        ("/document/text", json!(["a"]), Both, "document.text: expected a string, found […]."),
        ("/document/sha256", Value::Null, Both, "document.sha256: expected this member, found none."),
        ("/document/sha256", json!("?"), By::Schema, ""),
        // Labels.
        ("/labels/0", json!("PER"), Both, "labels[0]: expected an object, found \"PER\"."),
        ("/labels/1/id", json!("PER"), Reader, "labels[1].id: expected an id that is not used before, found `PER`, which labels[0] has."),
        ("/labels/0/id", json!(""), Both, "labels[0].id: expected an id, not empty"),
        ("/labels/0/color", json!("red"), Both, "labels[0].color: expected a colour as #rrggbb, found `red`."),
        ("/labels/0/color", json!("#0072b2"), Nobody, ""),
        ("/labels/0/key", Value::Null, Both, "labels[0].key: expected this member, found none."),
        // Annotations.
        ("/annotations/0/id", json!("a2"), Reader, "annotations[1].id: expected an id that is not used before, found `a2`, which annotations[0] has."),
        ("/annotations/0/id", json!("a 1"), Both, "annotations[0].id: expected an id, not empty and without white space, found `a 1`."),
        ("/annotations/0/id", json!(""), Both, "annotations[0].id: expected an id"),
        ("/annotations/0/id", json!(1), Both, "annotations[0].id: expected a string, found 1."),
        ("/annotations/0/label", json!("ORG"), Reader, "annotations[0].label: expected the id of one of the labels (PER, DATE), found `ORG`."),
        ("/annotations/0/start", json!(8), Reader, "annotations[0].text: expected `guyễn Xuân Thắng`, which is what stands there in the text, found `Nguyễn Xuân Thắng`."),
        ("/annotations/0/start", json!(-1), Both, "annotations[0].start: expected a whole number, 0 or greater, found -1."),
        ("/annotations/0/start", json!(7.0), Nobody, ""),
        ("/annotations/0/start", json!(7.5), Both, "annotations[0].start: expected a whole number, 0 or greater, found 7.5."),
        ("/annotations/0/start", json!("7"), Both, "annotations[0].start: expected a whole number, 0 or greater, found \"7\"."),
        ("/annotations/0/start", json!(1), Reader, "annotations[0].start: expected an offset between two characters, found 1, which is inside one, counted in code points."),
        ("/annotations/0/end", json!(25), Reader, "annotations[0].end: expected an offset between two characters, found 25, which is inside one, counted in code points."),
        ("/annotations/0/end", json!(35), Reader, "annotations[0].end: expected an offset up to 34, which is the text's length in code points, found 35."),
        ("/annotations/0/end", json!(u64::MAX), Both, "annotations[0].end: expected an offset up to 34, which is the text's length in code points, found 18446744073709551615."),
        ("/annotations/0/end", json!(7), Reader, "annotations[0].end: expected an offset after the start, 7, found 7."),
        ("/annotations/0/end", json!(3), Reader, "annotations[0].end: expected an offset after the start, 7, found 3."),
        ("/annotations/0/end", Value::Null, Both, "annotations[0].end: expected this member, found none."),
        ("/annotations/0/text", json!("Nguyễn"), Reader, "annotations[0].text: expected `Nguyễn Xuân Thắng`, which is what stands there in the text, found `Nguyễn`."),
        ("/annotations/0/status", json!("done"), Both, "annotations[0].status: expected one of suggested, accepted, rejected, found `done`."),
        ("/annotations/0/origin", json!("Manual"), Both, "annotations[0].origin: expected one of detected, manual, propagated, imported, found `Manual`."),
        ("/annotations/0/confidence", json!(0), Nobody, ""),
        ("/annotations/1/confidence", json!(1), Nobody, ""),
        ("/annotations/1/confidence", json!(1.01), Both, "annotations[1].confidence: expected a number from 0 to 1, found 1.01."),
        ("/annotations/1/confidence", json!(-0.5), Both, "annotations[1].confidence: expected a number from 0 to 1, found -0.5."),
        ("/annotations/1/confidence", json!("high"), Both, "annotations[1].confidence: expected a number, found \"high\"."),
        ("/annotations/1/confidence", Value::Null, Nobody, ""),
        ("/annotations/0/entity", json!("e2"), Reader, "annotations[0].entity: expected the id of one of the entities, found `e2`."),
        ("/annotations/0/entity", Value::Null, Nobody, ""),
        ("/annotations/0/note", json!([]), Both, "annotations[0].note: expected a string, found []."),
        ("/annotations/0/note", json!(""), By::Schema, ""),
        ("/annotations/1/timex", json!("2021"), Both, "annotations[1].timex: expected an object, found \"2021\"."),
        ("/annotations/1/timex/type", json!("YEAR"), Both, "annotations[1].timex.type: expected one of DATE, TIME, DURATION, SET, found `YEAR`."),
        ("/annotations/1/timex/value", json!("năm 2021"), Both, "annotations[1].timex.value: expected a TIMEX3 value such as 2021-07-13, 2021-Q3 or P3M, found `năm 2021`."),
        ("/annotations/1/timex/value", json!("2021-02-30"), Reader, "annotations[1].timex.value: expected a TIMEX3 value"),
        ("/annotations/1/timex/value", json!("P1M1Y"), Reader, "annotations[1].timex.value: expected a TIMEX3 value"),
        ("/annotations/1/timex/value", json!("XXXX-WXX-7TEV"), Nobody, ""),
        ("/annotations/1/timex/mod", json!("START"), Nobody, ""),
        // Entities.
        ("/entities/0/id", json!(""), Both, "entities[0].id: expected an id"),
        ("/entities/0/label", json!("LOC"), Reader, "entities[0].label: expected the id of one of the labels (PER, DATE), found `LOC`."),
        ("/entities/0/link", Value::Null, Both, "entities[0].link: expected this member, found none."),
    ]
}

fn changed(pointer: &str, value: Value) -> Value {
    let json = write(&document(), &WriteOptions::default());
    let mut file: Value = serde_json::from_str(&json).unwrap();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match file.pointer_mut(parent).unwrap() {
        Value::Array(items) => items[name.parse::<usize>().unwrap()] = value,
        Value::Object(members) if value.is_null() => drop(members.shift_remove(name).unwrap()),
        Value::Object(members) => drop(members.insert(name.to_owned(), value)),
        it => panic!("{it} has no members"),
    }
    file
}

#[test]
fn a_file_that_is_wrong_is_refused_with_the_place_the_value_and_what_was_expected() {
    for (pointer, value, by, want) in cases() {
        let got = read(&changed(pointer, value.clone()).to_string());
        let got = got.map_or_else(|err| err.to_string(), |_| String::new());
        assert!(got.starts_with(want), "{pointer} = {value}:\nwant {want}\ngot  {got}");
        assert_eq!(got.is_empty(), matches!(by, Nobody | By::Schema), "{pointer} = {value}: {got}");
    }
}

#[test]
fn the_schema_refuses_what_a_schema_can() {
    for (pointer, value, by, _) in cases() {
        let valid = SCHEMA.check_value(&changed(pointer, value.clone()));
        assert_eq!(valid.is_ok(), matches!(by, Nobody | Reader), "{pointer} = {value}: {valid:?}");
    }
}

#[test]
fn a_null_is_a_value_where_a_day_may_be_unknown() {
    let json = write(&document(), &WriteOptions::default());
    let json = json.replace("\"2022-05-20\"", "null");
    assert_eq!(read(&json).unwrap().document.meta.reference_date, None);
    let err = read(&json.replace("\"PER\"", "null")).unwrap_err();
    assert_eq!(err.place, Place::Member("labels[0].id".to_owned()));
}

#[test]
fn an_offset_is_refused_in_its_own_unit() {
    let cases = [
        (
            OffsetUnit::CodePoint,
            "7",
            "start: expected an offset between two characters, found 1, which is inside one, counted in code points.",
        ),
        (
            OffsetUnit::Utf16,
            "9",
            "start: expected an offset between two characters, found 1, which is inside one, counted in UTF-16 code units.",
        ),
        (
            OffsetUnit::Utf8,
            "14",
            "start: expected an offset between two characters, found 1, which is inside one, counted in UTF-8 bytes.",
        ),
    ];
    for (offset_unit, start, want) in cases {
        let json = write(&document(), &WriteOptions { offset_unit, rejected: false });
        let given = format!("\"start\": {start},");
        assert!(json.contains(&given), "{offset_unit:?}: {json}");
        let err = read(&json.replace(&given, "\"start\": 1,")).unwrap_err().to_string();
        assert!(err.starts_with(&format!("annotations[0].{want}")), "{err}");
    }
}

#[test]
fn what_is_no_text_is_refused_with_its_place() {
    let cases: [(&[u8], &str); 9] = [
        (b"", "line 1, column 0: expected more JSON, found the end of the file."),
        (b"{\n\"\xe1\xbb\xaf\xff\": 1}", "line 2, column 3: expected UTF-8, found the byte 0xff."),
        (b"\xff\xfe{\x00", "line 1, column 1: expected UTF-8, found the byte 0xff."),
        (b"[]", "the file: expected an object, found []."),
        (b"null", "the file: expected an object, found null."),
        (b"{}", "format: expected this member, found none."),
        (b"{} {}", "line 1, column 4: expected JSON, found an error: trailing characters."),
        (
            br#"{"format": "dau", "format": "dau"}"#,
            "format: expected one member of this name, found two.",
        ),
        (br#"{"format": "\ud83d"}"#, "line 1, column 19: expected JSON, found an error: "),
    ];
    for (bytes, want) in cases {
        let got = read_bytes(bytes).unwrap_err().to_string();
        assert!(got.starts_with(want), "{}:\nwant {want}\ngot  {got}", bytes.escape_ascii());
    }
}

#[test]
fn an_error_says_what_to_do_next_and_has_its_parts_for_other_languages() {
    let err = read(&changed("/annotations/0/end", json!(35)).to_string()).unwrap_err();
    assert_eq!(
        err,
        NativeError {
            place: Place::Member("annotations[0].end".to_owned()),
            kind: NativeErrorKind::OutOfText { found: 35, len: 34, unit: OffsetUnit::CodePoint },
        }
    );
    let advice = "Look whether offset_unit is what the offsets count, \
                  and whether the text has changed since they were counted";
    assert!(err.to_string().ends_with(&format!("found 35. {advice}.")), "{err}");
}
