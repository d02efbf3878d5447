//! The personal list as a JSON file, `dau-personal` version 1.
//!
//! ```text
//! file  = format version entries
//! entry = surface label count last_seen
//! ```
//!
//! `label` is the id of a label, or null for words that are no mention; `last_seen` is a day as
//! `YYYY-MM-DD`, or null. Members that this version does not know are passed over: the list is
//! the device's own, not a document.

use serde::Serialize;
use serde_json::Value;

use super::native::{Cursor, NativeError, NativeErrorKind, parse};
use crate::document::{PersonalEntry, PersonalList, Verdict, parse_date};

/// The value of `format`.
pub const FORMAT: &str = "dau-personal";
/// The value of `version`.
pub const VERSION: u32 = 1;

#[derive(Serialize)]
struct File<'l> {
    format: &'static str,
    version: u32,
    entries: Vec<Entry<'l>>,
}

#[derive(Serialize)]
struct Entry<'l> {
    surface: &'l str,
    label: Option<&'l str>,
    count: u32,
    last_seen: Option<String>,
}

/// Writes the list, an entry a member, in its order.
#[must_use]
pub fn write(list: &PersonalList) -> String {
    let entries = list.iter().map(Entry::of).collect();
    let file = File { format: FORMAT, version: VERSION, entries };
    // Strings and numbers always can be written.
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}

impl<'l> Entry<'l> {
    fn of(it: &'l PersonalEntry) -> Self {
        let label = if let Verdict::Is(label) = &it.verdict { Some(label.as_str()) } else { None };
        let last_seen = it.last_seen.map(|it| it.to_string());
        Self { surface: &it.surface, label, count: it.count, last_seen }
    }
}

/// Reads a list.
///
/// # Errors
///
/// [`NativeError`] for the first thing that is not as the format asks, with its path.
pub fn read(json: &str) -> Result<PersonalList, NativeError> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let mut file = Cursor::root(parse(json)?).object()?;
    file.take("format")?.check(
        |it: &Value| it == FORMAT,
        |found| NativeErrorKind::UnknownFormat { expected: FORMAT, found },
    )?;
    file.take("version")?.check(
        |it| it.as_f64() == Some(f64::from(VERSION)),
        |found| NativeErrorKind::UnknownVersion { found },
    )?;
    let entries = file.take("entries")?.each(entry)?;
    Ok(entries.into_iter().collect())
}

fn entry(cursor: Cursor<'_, '_>) -> Result<PersonalEntry, NativeError> {
    let mut it = cursor.object()?;
    let surface = it.take("surface")?.string()?;
    let label = it.take("label")?.nullable()?.map(Cursor::string).transpose()?;
    let count = it.take("count")?.whole()?;
    let last_seen = it.take("last_seen")?.nullable()?;
    let last_seen = last_seen.map(|it| {
        it.parse(|found| {
            let day = parse_date(&found);
            day.ok_or_else(|| NativeErrorKind::NotADate { found: found.into_owned() })
        })
    });
    Ok(PersonalEntry {
        surface,
        verdict: label.map_or(Verdict::NoName, |it| Verdict::Is(it.as_str().into())),
        count: u32::try_from(count).unwrap_or(u32::MAX),
        last_seen: last_seen.transpose()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let entry = |surface: &str, verdict, day| PersonalEntry {
            surface: surface.to_owned(),
            verdict,
            count: 3,
            last_seen: parse_date(day),
        };
        let list: PersonalList = [
            entry("Gành Son", Verdict::Is("ORG".into()), "2026-11-22"),
            entry("Mũi \"Né\"", Verdict::Is("NƠI".into()), ""),
            entry("mai sau", Verdict::NoName, "2026-01-01"),
        ]
        .into_iter()
        .collect();
        let file = write(&list);
        assert_eq!(read(&file), Ok(list));
        assert_eq!(read(&write(&PersonalList::default())), Ok(PersonalList::default()));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let file = |entries: &str| {
            format!("{{\"format\": \"dau-personal\", \"version\": 1, \"entries\": [{entries}]}}")
        };
        let cases = [
            ("[]".to_owned(), "the file: expected an object, found []"),
            (
                "{\"format\": \"dau\"}".to_owned(),
                "format: expected \"dau-personal\", found \"dau\"",
            ),
            (
                "{\"format\": \"dau-personal\", \"version\": 2}".to_owned(),
                "version: expected 1, found 2",
            ),
            (file("{\"surface\": 1}"), "entries[0].surface: expected a string, found 1"),
            (
                file("{\"surface\": \"a\", \"label\": 1}"),
                "entries[0].label: expected a string or null, found 1",
            ),
            (
                file("{\"surface\": \"a\", \"label\": null, \"count\": -1}"),
                "entries[0].count: expected a whole number",
            ),
            (
                file("{\"surface\": \"a\", \"label\": null, \"count\": 1, \"last_seen\": \"x\"}"),
                "entries[0].last_seen: expected a date",
            ),
        ];
        for (json, want) in cases {
            let got = read(&json).unwrap_err().to_string();
            assert!(got.starts_with(want), "{json}: {got}");
        }
    }
}
