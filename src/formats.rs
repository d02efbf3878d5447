//! Files in and out, one module a format; knows nothing of detection or of the page.
//!
//! Here, and in the page's selection, is where offsets change their unit.

pub mod labels;
pub mod native;
pub mod notation;
pub mod personal;

use crate::document::Document;

/// What was read from a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// All that the file says.
    pub document: Document,
    /// What a person should know about it, in the order of the file.
    pub warnings: Vec<Warning>,
}

/// What is odd about a file that could be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Warning {
    /// The text is not the one that the checksum was made of, though every annotation still fits.
    #[error(
        "document.sha256: expected {is}, which is the checksum of the text, found {said}. \
         The text has been changed by another program: look it over"
    )]
    Sha256 {
        /// The checksum in the file.
        said: String,
        /// The checksum of its text.
        is: String,
    },
}
