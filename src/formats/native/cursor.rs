use std::borrow::Cow;

use serde_json::{Number, Value};

use super::error::{Expected, NativeError, NativeErrorKind, Place};
use super::json::{Json, Members};
use super::path::Path;
use crate::document::Extra;

/// A value of a file `'f` and the way to it.
///
/// Each way to read it takes it: what nobody has asked an [`Object`] for is what is unknown in it.
pub(in crate::formats) struct Cursor<'p, 'f> {
    value: Json<'f>,
    path: Path<'p>,
}

impl<'p, 'f> Cursor<'p, 'f> {
    /// The whole file.
    pub(in crate::formats) const fn root(value: Json<'f>) -> Self {
        Self { value, path: Path::Root }
    }

    /// Its members.
    pub(in crate::formats) fn object(self) -> Result<Object<'p, 'f>, NativeError> {
        match self.value {
            Json::Object(rest) => Ok(Object { path: self.path, rest }),
            value => Err(wrong_type(self.path, Expected::Object, value)),
        }
    }

    /// Its items, each read by `read`.
    pub(in crate::formats) fn each<T>(
        self,
        mut read: impl FnMut(Cursor<'_, 'f>) -> Result<T, NativeError>,
    ) -> Result<Vec<T>, NativeError> {
        let items = match self.value {
            Json::Array(items) => items,
            value => return Err(wrong_type(self.path, Expected::Array, value)),
        };
        let item = |(idx, value)| read(Cursor { value, path: Path::Item(&self.path, idx) });
        items.into_iter().enumerate().map(item).collect()
    }

    /// A string.
    pub(in crate::formats) fn string(self) -> Result<String, NativeError> {
        self.parse(|it| Ok(it.into_owned()))
    }

    /// A string or null.
    pub(in crate::formats) fn nullable(self) -> Result<Option<Self>, NativeError> {
        match self.value {
            Json::Null => Ok(None),
            Json::String(_) => Ok(Some(self)),
            value => Err(wrong_type(self.path, Expected::StringOrNull, value)),
        }
    }

    /// A string that `parse` makes something of.
    pub(in crate::formats) fn parse<T>(
        self,
        parse: impl FnOnce(Cow<'f, str>) -> Result<T, NativeErrorKind>,
    ) -> Result<T, NativeError> {
        match self.value {
            Json::String(it) => parse(it).map_err(|kind| error(self.path, kind)),
            value => Err(wrong_type(self.path, Expected::String, value)),
        }
    }

    /// A string that is the name of one of `all`.
    pub(in crate::formats) fn word<T: Copy>(
        self,
        all: &[T],
        name: fn(T) -> &'static str,
    ) -> Result<T, NativeError> {
        self.parse(|found| {
            let res = all.iter().copied().find(|it| name(*it) == found);
            res.ok_or_else(|| NativeErrorKind::UnknownWord {
                found: found.into_owned(),
                expected: all.iter().copied().map(name).collect(),
            })
        })
    }

    /// A number that `parse` makes something of.
    pub(in crate::formats) fn number<T>(
        self,
        parse: impl FnOnce(f64) -> Result<T, NativeErrorKind>,
    ) -> Result<T, NativeError> {
        match self.value {
            Json::Number(it) => {
                // Each number of JSON is one of these: `arbitrary_precision` is not in use.
                let it = it.as_f64().unwrap_or(f64::NAN);
                parse(it).map_err(|kind| error(self.path, kind))
            }
            value => Err(wrong_type(self.path, Expected::Number, value)),
        }
    }

    /// A whole number that is not negative; `7.0` and `7e0` are, as in JSON Schema.
    pub(in crate::formats) fn whole(self) -> Result<u64, NativeError> {
        let res = if let Json::Number(it) = &self.value { whole(it) } else { None };
        res.ok_or_else(|| wrong_type(self.path, Expected::WholeNumber, self.value))
    }

    /// Nothing but what `is` says; `kind` says it with what stands here instead.
    pub(in crate::formats) fn check(
        self,
        is: impl FnOnce(&Value) -> bool,
        kind: impl FnOnce(String) -> NativeErrorKind,
    ) -> Result<(), NativeError> {
        let value = Value::from(self.value);
        if is(&value) { Ok(()) } else { Err(error(self.path, kind(shown(&value)))) }
    }
}

/// The members of an object that have not been asked for yet.
pub(in crate::formats) struct Object<'p, 'f> {
    path: Path<'p>,
    rest: Members<'f>,
}

impl<'f> Object<'_, 'f> {
    /// The member `name`, which there must be.
    pub(in crate::formats) fn take(
        &mut self,
        name: &'static str,
    ) -> Result<Cursor<'_, 'f>, NativeError> {
        match self.position(name) {
            Some(at) => Ok(self.remove(at, name)),
            None => Err(self.fail(name, NativeErrorKind::Missing)),
        }
    }

    /// The member `name`, if it is there.
    pub(in crate::formats) fn find(&mut self, name: &'static str) -> Option<Cursor<'_, 'f>> {
        self.position(name).map(|at| self.remove(at, name))
    }

    /// In a file as it is written, each member that is asked for is the first one left.
    fn position(&self, name: &str) -> Option<usize> {
        self.rest.iter().position(|it| it.0 == name)
    }

    fn remove(&mut self, at: usize, name: &'static str) -> Cursor<'_, 'f> {
        let (_, value) = self.rest.remove(at);
        Cursor { value, path: Path::Member(&self.path, name) }
    }

    /// That something is wrong with the member `name`.
    pub(in crate::formats) fn fail(&self, name: &str, kind: NativeErrorKind) -> NativeError {
        error(Path::Member(&self.path, name), kind)
    }

    /// The members that nobody has asked for, in the order of the file.
    pub(in crate::formats) fn take_rest(&mut self) -> Extra {
        let rest = std::mem::take(&mut self.rest);
        rest.into_iter().map(|(name, it)| (name.into_owned(), it.into())).collect()
    }
}

fn error(path: Path<'_>, kind: NativeErrorKind) -> NativeError {
    NativeError { place: Place::Member(path.to_string()), kind }
}

fn wrong_type(path: Path<'_>, expected: Expected, value: Json<'_>) -> NativeError {
    error(path, NativeErrorKind::WrongType { expected, found: shown(&value.into()) })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a whole number from 0 to 2^53 is an integer"
)]
fn whole(number: &Number) -> Option<u64> {
    const LIMIT: f64 = 9_007_199_254_740_992.0;
    let from_float =
        |it: f64| ((0.0..=LIMIT).contains(&it) && it.fract() == 0.0).then_some(it as u64);
    number.as_u64().or_else(|| from_float(number.as_f64()?))
}

/// A value as JSON, at most a line of it.
fn shown(value: &Value) -> String {
    const LONGEST: usize = 40;
    match value {
        Value::Array(it) if !it.is_empty() => "[…]".to_owned(),
        Value::Object(it) if !it.is_empty() => "{…}".to_owned(),
        Value::String(it) if it.chars().count() > LONGEST => {
            let start: String = it.chars().take(LONGEST).collect();
            Value::String(start + "…").to_string()
        }
        it => it.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::json::parse;
    use super::*;

    fn at_root(json: &str) -> Cursor<'static, '_> {
        Cursor::root(parse(json).ok().unwrap())
    }

    #[test]
    fn whole_numbers() {
        let cases = [
            ("0", Some(0)),
            ("7", Some(7)),
            ("7.0", Some(7)),
            ("1e3", Some(1000)),
            ("-0", Some(0)),
            ("18446744073709551615", Some(u64::MAX)),
            ("-1", None),
            ("7.5", None),
            ("1e300", None),
            ("\"7\"", None),
            ("null", None),
        ];
        for (json, want) in cases {
            assert_eq!(at_root(json).whole().ok(), want, "{json}");
        }
    }

    #[test]
    fn what_nobody_asked_for_is_left_in_order() {
        let mut object = at_root(r#"{"c": 1, "b": 2, "a": 3, "d": 4}"#).object().ok().unwrap();
        assert_eq!(object.take("b").ok().unwrap().whole(), Ok(2));
        assert!(object.find("b").is_none());
        assert_eq!(Value::from(object.take_rest()).to_string(), r#"{"c":1,"a":3,"d":4}"#);
    }

    #[test]
    fn what_is_found_is_shown_in_a_line() {
        let long = format!("\"{}\"", "ữ".repeat(50));
        let short = format!("\"{}…\"", "ữ".repeat(40));
        let cases =
            [("[1]", "[…]"), ("[]", "[]"), ("{\"a\":1}", "{…}"), ("1.50", "1.5"), (&long, &short)];
        for (json, want) in cases {
            assert_eq!(shown(&at_root(json).value.into()), *want);
        }
    }
}
