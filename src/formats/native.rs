//! The native JSON format, `dau` version 1.
//!
//! ```text
//! file       = $schema? format version generator offset_unit document labels annotations entities
//! document   = id title source language reference_date created modified text sha256
//! label      = id name color key
//! annotation = id label start end text status origin confidence? entity? timex? note?
//! timex      = type value
//! entity     = id label name link
//! ```
//!
//! Members are written in this order and read in any. Each object may have more members than
//! these: they are kept with what they belong to and written back after the known ones.
//! `schema/dau-1.schema.json` says the same for programs.
//!
//! `$schema` is the schema's file name alone: an editor that has the schema beside the file
//! checks it without a network, and one that has not is none the worse. A file that names another
//! place keeps it.

mod annotation;
mod cursor;
mod error;
mod ids;
mod json;
mod path;
mod read;
mod write;

pub(super) use cursor::Cursor;
pub use error::{Expected, NativeError, NativeErrorKind, Place};
pub(super) use json::parse;
pub(super) use read::read_labels;
pub use read::{read, read_bytes};
pub(super) use write::LabelFile;
pub use write::{WriteOptions, annotations, restrict, write};

use sha2::{Digest, Sha256};

/// The value of `format`.
pub const FORMAT: &str = "dau";
/// The value of `version`.
pub const VERSION: u32 = 1;
/// The value of `$schema`, relative to the file.
pub const SCHEMA: &str = "dau-1.schema.json";

const SCHEMA_MEMBER: &str = "$schema";

/// The checksum of the text's UTF-8 bytes in lower-case hexadecimal digits.
fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().map(|it| format!("{it:02x}")).collect()
}
