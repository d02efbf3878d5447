//! Files that nobody has written.

use dau::formats::native::{NativeErrorKind, WriteOptions, read, read_bytes, write};
use dau::text::OffsetUnit;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

use crate::schema::SCHEMA;
use crate::support::document;

/// A damage to a file's bytes.
#[derive(Clone, Debug)]
enum Damage {
    Truncate(Index),
    Flip(Index, u8),
    Number(Index, &'static str),
    Cut(Index, usize),
    Repeat(Index, usize),
    Insert(Index, &'static str),
}

const NUMBERS: &[&str] = &[
    "-1",
    "-0",
    "1.0",
    "0.5",
    "1e3",
    "1e400",
    "01",
    "4294967295",
    "4294967296",
    "99999999999999999999",
    "18446744073709551615",
    "null",
    "\"1\"",
    "[]",
];
const FRAGMENTS: &[&str] = &[
    "\"", "{", "}", "[[[[", "]", ",", ":", "\\u", "\\ud800", "\\udc00", "\0", "\u{feff}", "é",
    "/**/", "NaN",
];

impl Damage {
    fn on(&self, bytes: &mut Vec<u8>) {
        let len = bytes.len();
        let range = |at: &Index, many: usize| at.index(len)..(at.index(len) + many).min(len);
        match self {
            _ if len == 0 => {}
            Self::Truncate(at) => bytes.truncate(at.index(len)),
            Self::Flip(at, mask) => bytes[at.index(len)] ^= mask,
            Self::Number(at, new) => {
                let Some(start) = (at.index(len)..len).find(|it| bytes[*it].is_ascii_digit())
                else {
                    return;
                };
                let end = (start..len).find(|it| !bytes[*it].is_ascii_digit()).unwrap_or(len);
                bytes.splice(start..end, new.bytes());
            }
            Self::Cut(at, many) => drop(bytes.drain(range(at, *many))),
            Self::Repeat(at, many) => {
                let copy = bytes[range(at, *many)].to_vec();
                bytes.splice(at.index(len)..at.index(len), copy);
            }
            Self::Insert(at, new) => drop(bytes.splice(at.index(len)..at.index(len), new.bytes())),
        }
    }
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = any::<Index>;
    prop_oneof![
        1 => at().prop_map(Damage::Truncate),
        1 => (at(), 1..=255_u8).prop_map(|(at, mask)| Damage::Flip(at, mask)),
        4 => (at(), select(NUMBERS)).prop_map(|(at, new)| Damage::Number(at, new)),
        1 => (at(), 1..40_usize).prop_map(|(at, many)| Damage::Cut(at, many)),
        1 => (at(), 1..200_usize).prop_map(|(at, many)| Damage::Repeat(at, many)),
        1 => (at(), select(FRAGMENTS)).prop_map(|(at, new)| Damage::Insert(at, new)),
    ]
}

/// A value somewhere in a file, put in the place of another.
fn transplant(file: &mut Value, from: Index, to: Index) {
    let paths = paths(file);
    let donor = file.pointer(&paths[from.index(paths.len())]).unwrap().clone();
    *file.pointer_mut(&paths[to.index(paths.len())]).unwrap() = donor;
}

/// The JSON Pointers of all values in a file.
fn paths(it: &Value) -> Vec<String> {
    let below = |name: String, it: &Value| {
        let name = name.replace('~', "~0").replace('/', "~1");
        paths(it).into_iter().map(move |rest| format!("/{name}{rest}")).collect::<Vec<_>>()
    };
    let mut res = vec![String::new()];
    match it {
        Value::Array(items) => {
            res.extend(items.iter().enumerate().flat_map(|(idx, it)| below(idx.to_string(), it)));
        }
        Value::Object(members) => {
            res.extend(members.iter().flat_map(|(name, it)| below(name.clone(), it)));
        }
        _ => {}
    }
    res
}

/// Reads without a panic: gives a document that can be written and read again, or an error with
/// something to say.
fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    match read_bytes(bytes) {
        Ok(import) => {
            for offset_unit in OffsetUnit::ALL {
                let options = WriteOptions { offset_unit, rejected: true };
                let again = read(&write(&import.document, &options)).unwrap();
                prop_assert_eq!(&again.document, &import.document);
            }
        }
        Err(err) => prop_assert!(err.to_string().contains("expected"), "{}", err),
    }
    Ok(())
}

/// What the reader refuses and a schema cannot: parts that do not fit together, days that no
/// year has.
fn is_beyond_a_schema(kind: &NativeErrorKind) -> bool {
    matches!(
        kind,
        NativeErrorKind::OutOfText { .. }
            | NativeErrorKind::InsideCharacter { .. }
            | NativeErrorKind::NotAfterStart { .. }
            | NativeErrorKind::TextMismatch { .. }
            | NativeErrorKind::UndeclaredLabel { .. }
            | NativeErrorKind::UndeclaredEntity { .. }
            | NativeErrorKind::DuplicateId { .. }
            | NativeErrorKind::NotATimex { .. }
    )
}

/// Whether the reader and the schema are of one mind on a file, in so far as a schema can see it.
/// The reader alone bears with a wrong checksum and an empty note.
fn check_against_schema(file: &Value) -> Result<(), TestCaseError> {
    let valid = SCHEMA.check_value(file);
    match (read(&file.to_string()), valid) {
        (Ok(import), Err(why)) => {
            let notes = file["annotations"].as_array().unwrap().iter().map(|it| &it["note"]);
            let is_borne = !import.warnings.is_empty() || notes.into_iter().any(|it| it == "");
            prop_assert!(is_borne, "read, but {}", why);
        }
        (Err(err), Ok(())) => prop_assert!(is_beyond_a_schema(&err.kind), "valid, but {}", err),
        (Ok(_), Ok(())) | (Err(_), Err(_)) => {}
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes_are_a_document_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check(&bytes)?;
    }

    #[test]
    fn any_fragments_of_json_are_a_document_or_an_error(
        parts in prop::collection::vec(prop_oneof![select(FRAGMENTS), select(NUMBERS)], 0..400),
    ) {
        check(parts.concat().as_bytes())?;
    }

    #[test]
    fn a_damaged_file_is_a_document_or_an_error(
        doc in document(),
        unit in select(OffsetUnit::ALL.to_vec()),
        damages in prop::collection::vec(damage(), 1..4),
    ) {
        let mut bytes = write(&doc, &WriteOptions { offset_unit: unit, rejected: true }).into_bytes();
        for it in damages {
            it.on(&mut bytes);
        }
        check(&bytes)?;
    }

    #[test]
    fn a_file_with_values_in_wrong_places_is_a_document_or_an_error(
        doc in document(),
        moves in prop::collection::vec(any::<(Index, Index)>(), 1..3),
    ) {
        let json = write(&doc, &WriteOptions { rejected: true, ..WriteOptions::default() });
        let mut file: Value = serde_json::from_str(&json).unwrap();
        for (from, to) in moves {
            transplant(&mut file, from, to);
        }
        check(file.to_string().as_bytes())?;
        check_against_schema(&file)?;
    }
}
