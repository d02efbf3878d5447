//! Dấu finds the people, organisations, places, dates and more of an article and
//! lets a person correct them, in the browser alone.
//!
//! The crate is a house of floors; each may name what stands above it in this
//! list and nothing below (a test reads the `use` lines):
//!
//! 1. [`text`]: offsets, paragraphs and tokens; knows no annotations.
//! 2. [`document`]: the annotated article as an immutable value.
//! 3. [`formats`]: files in and out. [`detect`]: text in, mentions out.
//! 4. [`worker`]: detection as a request and an answer.
//! 5. [`session`]: what the person is doing, as a pure state machine.
//! 6. `ui`: the page, the only floor that knows the web. `cli`: the command line.
//!
//! Offsets are **UTF-8 bytes** everywhere inside; they are converted in `formats`
//! and in `ui/selection.rs` and nowhere else.

#[cfg(feature = "cli")]
pub mod cli;
pub mod detect;
pub mod document;
pub mod formats;
pub mod session;
pub mod text;
#[cfg(feature = "ui")]
pub mod ui;
pub mod worker;
