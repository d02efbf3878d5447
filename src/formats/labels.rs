//! A set of labels as a JSON file, `dau-labels` version 1.
//!
//! ```text
//! file  = format version labels
//! label = id name color key
//! ```
//!
//! The labels are those of the native format, with any other members that they have.

use serde::Serialize;
use serde_json::Value;

use super::native::{Cursor, LabelFile, NativeError, NativeErrorKind, parse, read_labels};
use crate::document::LabelSet;

/// The value of `format`.
pub const FORMAT: &str = "dau-labels";
/// The value of `version`.
pub const VERSION: u32 = 1;

#[derive(Serialize)]
struct File<'l> {
    format: &'static str,
    version: u32,
    labels: Vec<LabelFile<'l>>,
}

/// Writes a set in its order.
#[must_use]
pub fn write(labels: &LabelSet) -> String {
    let labels = labels.iter().map(LabelFile::of).collect();
    let file = File { format: FORMAT, version: VERSION, labels };
    // Strings always can be written.
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}

/// Reads a set.
///
/// # Errors
///
/// [`NativeError`] for the first thing that is not as the format asks, with its path.
pub fn read(json: &str) -> Result<LabelSet, NativeError> {
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
    read_labels(file.take("labels")?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Label;

    #[test]
    fn what_is_written_is_read_again() {
        let mut own: Vec<Label> = LabelSet::builtin().iter().cloned().collect();
        own.push(Label::new("BỆNH".into(), "Bệnh \"lạ\"", "#336699"));
        own[0].hide(true);
        let labels = LabelSet::from_labels(own).unwrap();
        assert_eq!(read(&write(&labels)), Ok(labels));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let cases = [
            (r#"{"format":"dau","version":1,"labels":[]}"#, "format"),
            (r#"{"format":"dau-labels","version":2,"labels":[]}"#, "version"),
            (
                r#"{"format":"dau-labels","version":1,"labels":[{"id":"A","name":"A","color":"red","key":""}]}"#,
                "labels[0].color",
            ),
            (r#"{"format":"dau-labels","version":1}"#, "labels"),
            ("[]", "the file"),
            ("{", "line 1"),
        ];
        for (json, place) in cases {
            let error = read(json).unwrap_err().to_string();
            assert!(error.starts_with(place), "{json}: {error}");
        }
    }
}
