//! Takes a tree apart, and knows where it is.

use serde_json::{Number, Value};

use super::error::{Expected, NativeError, NativeErrorKind, Place};
use super::path::Path;
use crate::document::Extra;

/// A value and the way to it.
///
/// Each way to read it takes it: what nobody has asked an [`Object`] for is what is unknown in it.
pub(super) struct Cursor<'p> {
    value: Value,
    path: Path<'p>,
}

impl<'p> Cursor<'p> {
    /// The whole file.
    pub(super) const fn root(value: Value) -> Self {
        Self { value, path: Path::Root }
    }

    /// Its members.
    pub(super) fn object(self) -> Result<Object<'p>, NativeError> {
        match self.value {
            Value::Object(rest) => Ok(Object { path: self.path, rest }),
            value => Err(wrong_type(self.path, Expected::Object, &value)),
        }
    }

    /// Its items, each read by `read`.
    pub(super) fn each<T>(
        self,
        mut read: impl FnMut(Cursor<'_>) -> Result<T, NativeError>,
    ) -> Result<Vec<T>, NativeError> {
        let items = match self.value {
            Value::Array(items) => items,
            value => return Err(wrong_type(self.path, Expected::Array, &value)),
        };
        let item = |(idx, value)| read(Cursor { value, path: Path::Item(&self.path, idx) });
        items.into_iter().enumerate().map(item).collect()
    }

    /// A string.
    pub(super) fn string(self) -> Result<String, NativeError> {
        match self.value {
            Value::String(it) => Ok(it),
            value => Err(wrong_type(self.path, Expected::String, &value)),
        }
    }

    /// A string or null.
    pub(super) fn nullable(self) -> Result<Option<Self>, NativeError> {
        match self.value {
            Value::Null => Ok(None),
            Value::String(_) => Ok(Some(self)),
            value => Err(wrong_type(self.path, Expected::StringOrNull, &value)),
        }
    }

    /// A string that `parse` makes something of.
    pub(super) fn parse<T>(
        self,
        parse: impl FnOnce(String) -> Result<T, NativeErrorKind>,
    ) -> Result<T, NativeError> {
        let path = self.path;
        parse(self.string()?).map_err(|kind| error(path, kind))
    }

    /// A string that is the name of one of `all`.
    pub(super) fn word<T: Copy>(
        self,
        all: &[T],
        name: fn(T) -> &'static str,
    ) -> Result<T, NativeError> {
        self.parse(|found| {
            let res = all.iter().copied().find(|it| name(*it) == found);
            res.ok_or_else(|| NativeErrorKind::UnknownWord {
                found,
                expected: all.iter().copied().map(name).collect(),
            })
        })
    }

    /// A number that `parse` makes something of.
    pub(super) fn number<T>(
        self,
        parse: impl FnOnce(f64) -> Result<T, NativeErrorKind>,
    ) -> Result<T, NativeError> {
        let number = self.value.as_f64();
        let number = number.ok_or_else(|| wrong_type(self.path, Expected::Number, &self.value))?;
        parse(number).map_err(|kind| error(self.path, kind))
    }

    /// A whole number that is not negative; `7.0` and `7e0` are, as in JSON Schema.
    pub(super) fn whole(self) -> Result<u64, NativeError> {
        let res = self.value.as_number().and_then(whole);
        res.ok_or_else(|| wrong_type(self.path, Expected::WholeNumber, &self.value))
    }

    /// Nothing but what `is` says; `kind` says it with what stands here instead.
    pub(super) fn check(
        self,
        is: impl FnOnce(&Value) -> bool,
        kind: impl FnOnce(String) -> NativeErrorKind,
    ) -> Result<(), NativeError> {
        if is(&self.value) { Ok(()) } else { Err(error(self.path, kind(shown(&self.value)))) }
    }
}

/// The members of an object that have not been asked for yet.
pub(super) struct Object<'p> {
    path: Path<'p>,
    rest: Extra,
}

impl Object<'_> {
    /// The member `name`, which there must be.
    pub(super) fn take(&mut self, name: &'static str) -> Result<Cursor<'_>, NativeError> {
        match self.rest.shift_remove(name) {
            Some(value) => Ok(Cursor { value, path: Path::Member(&self.path, name) }),
            None => Err(self.fail(name, NativeErrorKind::Missing)),
        }
    }

    /// The member `name`, if it is there.
    pub(super) fn find(&mut self, name: &'static str) -> Option<Cursor<'_>> {
        let value = self.rest.shift_remove(name)?;
        Some(Cursor { value, path: Path::Member(&self.path, name) })
    }

    /// That something is wrong with the member `name`.
    pub(super) fn fail(&self, name: &str, kind: NativeErrorKind) -> NativeError {
        error(Path::Member(&self.path, name), kind)
    }

    /// The members that nobody has asked for, in the order of the file.
    pub(super) fn take_rest(&mut self) -> Extra {
        std::mem::take(&mut self.rest)
    }
}

fn error(path: Path<'_>, kind: NativeErrorKind) -> NativeError {
    NativeError { place: Place::Member(path.to_string()), kind }
}

fn wrong_type(path: Path<'_>, expected: Expected, value: &Value) -> NativeError {
    error(path, NativeErrorKind::WrongType { expected, found: shown(value) })
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
    use super::*;

    fn at_root(json: &str) -> Cursor<'static> {
        Cursor::root(serde_json::from_str(json).unwrap())
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
            assert_eq!(shown(&at_root(json).value), *want);
        }
    }
}
