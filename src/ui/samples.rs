//! Articles to look at the page with. Their people, bodies and events are invented.

use crate::detect::Language;

/// A news article in this language.
#[must_use]
pub const fn article(language: Language) -> &'static str {
    match language {
        Language::Vi => include_str!("../../samples/vi.txt"),
        Language::En => include_str!("../../samples/en.txt"),
    }
}

/// What it is called as a file.
#[must_use]
pub const fn source(language: Language) -> &'static str {
    match language {
        Language::Vi => "bai-mau.txt",
        Language::En => "sample.txt",
    }
}
