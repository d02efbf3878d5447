//! `dau convert`: a document from one format to another.

use std::io::{Read, Write};

use super::{Stop, complain};
use crate::formats::native::{WriteOptions, read_bytes, write};

/// Reads a document and writes it. Native is the only format so far, so nothing is lost.
pub(super) fn run(mut input: impl Read, out: &mut impl Write) -> Result<(), Stop> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    let import = read_bytes(&bytes).map_err(|why| Stop::Failed(why.to_string()))?;
    import.warnings.iter().for_each(|it| complain(&it.to_string()));
    let options = WriteOptions { rejected: true, ..WriteOptions::default() };
    out.write_all(write(&import.document, &options).as_bytes())?;
    Ok(())
}
