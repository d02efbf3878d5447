//! The date rules alone and all of detection, for a browser: what `scripts/bench-dates.sh` measures.

use dau::detect::{Article, Language, Options, dates, detect};
use dau::document::parse_date;
use wasm_bindgen::prelude::wasm_bindgen;

/// How many dates a text has: all of them are found and resolved, as the worker does.
#[wasm_bindgen]
#[must_use]
pub fn count_dates(text: &str, language: &str, reference: &str) -> usize {
    let language = Language::parse(language).unwrap_or(Language::Vi);
    dates(&Article::new(text), language, parse_date(reference)).len()
}

/// How many mentions of all kinds a text has.
#[wasm_bindgen]
#[must_use]
pub fn count_mentions(text: &str, language: &str, reference: &str) -> usize {
    let language = Language::parse(language);
    let options = Options { language, reference_date: parse_date(reference) };
    detect(text, &options).mentions.len()
}
