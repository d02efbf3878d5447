//! The native format: what is written, what is read, what is refused, and its schema.
#![allow(clippy::unwrap_used, reason = "a test fails by it")]

mod file;
mod refusals;
#[path = "../support/schema.rs"]
mod schema;
