//! JSON as a tree in which nothing got lost.
//!
//! `serde_json` by itself keeps the last of two members with the same name and says nothing.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Number, Value};

use super::error::{NativeError, NativeErrorKind, Place};
use super::path::Path;

/// A value. What can be is borrowed from the file: most of a file is short words that are looked
/// at once.
pub(in crate::formats) enum Json<'f> {
    Null,
    Bool(bool),
    Number(Number),
    String(Cow<'f, str>),
    Array(Vec<Json<'f>>),
    Object(Members<'f>),
}

/// The members of an object in the order of the file; no name stands twice.
pub(in crate::formats) type Members<'f> = Vec<(Cow<'f, str>, Json<'f>)>;

impl From<Json<'_>> for Value {
    fn from(it: Json<'_>) -> Self {
        match it {
            Json::Null => Self::Null,
            Json::Bool(it) => it.into(),
            Json::Number(it) => Self::Number(it),
            Json::String(it) => it.into(),
            Json::Array(items) => items.into_iter().map(Self::from).collect(),
            Json::Object(members) => {
                let member = |(name, it): (Cow<'_, str>, _)| (name.into_owned(), Self::from(it));
                Self::Object(members.into_iter().map(member).collect())
            }
        }
    }
}

/// Reads a tree.
///
/// # Errors
///
/// A place in the text if it is not JSON or nested more than 127 deep; the path of a member
/// that stands twice in its object.
pub(in crate::formats) fn parse(json: &str) -> Result<Json<'_>, NativeError> {
    let twice = Cell::new(None);
    let mut source = serde_json::Deserializer::from_str(json);
    let tree = Tree { path: Path::Root, twice: &twice }.deserialize(&mut source);
    let res = tree.and_then(|it| source.end().map(|()| it));
    res.map_err(|err| match twice.take() {
        Some(path) => {
            NativeError { place: Place::Member(path), kind: NativeErrorKind::DuplicateMember }
        }
        None => not_json(json, &err),
    })
}

fn not_json(json: &str, err: &serde_json::Error) -> NativeError {
    // The place is a field of its own, and its column counts bytes here.
    let message = err.to_string();
    let message = message.split(" at line ").next().unwrap_or_default().to_owned();
    let line = json.split('\n').nth(err.line().saturating_sub(1)).unwrap_or_default();
    let before = line.floor_char_boundary(err.column());
    let place = Place::Text { line: err.line(), column: line[..before].chars().count() };
    let kind = if err.is_eof() {
        NativeErrorKind::Truncated
    } else {
        NativeErrorKind::NotJson { message }
    };
    NativeError { place, kind }
}

/// Builds the value at `path`; leaves the path of a member that stands twice in `twice`.
#[derive(Clone, Copy)]
struct Tree<'p> {
    path: Path<'p>,
    twice: &'p Cell<Option<String>>,
}

/// A member's name.
#[derive(Deserialize)]
struct Name<'f>(#[serde(borrow)] Cow<'f, str>);

impl<'f> DeserializeSeed<'f> for Tree<'_> {
    type Value = Json<'f>;

    fn deserialize<D: Deserializer<'f>>(self, source: D) -> Result<Json<'f>, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'f> Visitor<'f> for Tree<'_> {
    type Value = Json<'f>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json<'f>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, it: bool) -> Result<Json<'f>, E> {
        Ok(Json::Bool(it))
    }

    fn visit_u64<E>(self, it: u64) -> Result<Json<'f>, E> {
        Ok(Json::Number(it.into()))
    }

    fn visit_i64<E>(self, it: i64) -> Result<Json<'f>, E> {
        Ok(Json::Number(it.into()))
    }

    fn visit_f64<E: Error>(self, it: f64) -> Result<Json<'f>, E> {
        let number = Number::from_f64(it).map(Json::Number);
        number.ok_or_else(|| E::custom("number out of range"))
    }

    fn visit_borrowed_str<E>(self, it: &'f str) -> Result<Json<'f>, E> {
        Ok(Json::String(it.into()))
    }

    fn visit_str<E>(self, it: &str) -> Result<Json<'f>, E> {
        Ok(Json::String(it.to_owned().into()))
    }

    fn visit_seq<A: SeqAccess<'f>>(self, mut items: A) -> Result<Json<'f>, A::Error> {
        let mut res = Vec::new();
        while let Some(it) =
            items.next_element_seed(Tree { path: Path::Item(&self.path, res.len()), ..self })?
        {
            res.push(it);
        }
        Ok(Json::Array(res))
    }

    fn visit_map<A: MapAccess<'f>>(self, mut members: A) -> Result<Json<'f>, A::Error> {
        let mut res = Members::new();
        while let Some(Name(name)) = members.next_key()? {
            let path = Path::Member(&self.path, &name);
            let value = members.next_value_seed(Tree { path, ..self })?;
            res.push((name, value));
        }
        if let Some(name) = twice(&res) {
            self.twice.set(Some(Path::Member(&self.path, name).to_string()));
            return Err(A::Error::custom("a member stands twice"));
        }
        Ok(Json::Object(res))
    }
}

/// A name that two members have.
fn twice<'m>(members: &'m Members<'_>) -> Option<&'m str> {
    let mut names: Vec<&str> = members.iter().map(|it| &*it.0).collect();
    names.sort_unstable();
    names.windows(2).find(|it| it[0] == it[1]).map(|it| it[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_json_is_refused_with_its_place() {
        let cases = [
            ("", "line 1, column 0: expected more JSON"),
            ("{", "line 1, column 1: expected more JSON"),
            (
                "{\"ữ\": 1,\n \"ữữ\" x}",
                "line 2, column 7: expected JSON, found an error: expected `:`",
            ),
            ("nul", "line 1, column 3: expected more JSON"),
            ("[1] 2", "line 1, column 5: expected JSON, found an error: trailing characters"),
            ("1e999", "line 1, column 5: expected JSON, found an error: number out of range"),
            (r#""\ud800""#, "line 1, column 8: expected JSON, found an error: "),
            (r#"{"a": {"b": 1, "b": 2}}"#, "a.b: expected one member of this name, found two"),
            (r#"[0, {"a b": 1, "a b": 2}]"#, r#"[1]["a b"]: expected one member of this name"#),
        ];
        for (json, want) in cases {
            let got = parse(json).err().unwrap().to_string();
            assert!(got.starts_with(want), "{json}: {got}");
        }
    }

    #[test]
    fn what_is_json_is_kept() {
        for json in ["null", "-1", "1.5", r#"{"b":[true,{}],"a":"\u0000"}"#, "18446744073709551615"]
        {
            assert_eq!(Value::from(parse(json).unwrap_or(Json::Null)).to_string(), json);
        }
    }

    #[test]
    fn deep_nesting_is_an_error_and_no_overflow() {
        let deep = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(parse(&deep(100)).is_ok());
        let kind = parse(&deep(300)).err().unwrap().kind;
        let message = "recursion limit exceeded".to_owned();
        assert_eq!(kind, NativeErrorKind::NotJson { message });
    }
}
