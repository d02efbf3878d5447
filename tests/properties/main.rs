//! What holds for every text, every document and every file.
#![allow(clippy::unwrap_used, reason = "a test fails by it")]

mod document;
mod hostile;
mod native;
#[path = "../support/schema.rs"]
mod schema;
#[path = "../support/mod.rs"]
mod support;
mod text;
