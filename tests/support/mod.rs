//! Generators that several test programs share.
//!
//! They cross the code's constants: texts are longer than the 64 bytes between two marks of
//! `TextIndex`, and of characters of one to four bytes and of graphemes of one to seven characters.
#![allow(dead_code, reason = "not each program needs each generator")]

mod document;
mod extra;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use unicode_segmentation::UnicodeSegmentation;

pub(crate) use document::{annotation, document};
pub(crate) use extra::{entities, extra, labels, meta};

use dau::text::Span;

/// What texts are put together of: words NFC and NFD, line ends, invisible and bidi characters,
/// right-to-left letters, emoji with modifiers, marks and joiners that stand alone.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "a",
    "B",
    "7",
    " ",
    " ",
    ".",
    "\"",
    "\\",
    "é",
    "ữ",
    "Đ",
    "界",
    "u\u{31b}\u{303}",
    "o\u{302}\u{301}",
    "e\u{301}",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\0",
    "\u{2028}",
    "\u{a0}",
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "\u{ad}",
    "\u{202e}",
    "\u{2066}",
    "ש",
    "لا",
    "क्ष",
    "한",
    "😀",
    "👍🏽",
    "👨🏻\u{200d}🚒",
    "🇻🇳",
    "🇻",
    "❤\u{fe0f}",
    "\u{301}",
    "\u{1f3fd}",
    "\u{10ffff}",
];

/// A text, also the empty one; one in three is long.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let pieces = |most| prop::collection::vec(select(PIECES), 0..most);
    prop_oneof![2 => pieces(80), 1 => pieces(1500)].prop_map(|it| it.concat())
}

/// A short string for a title, a note or a name.
pub(crate) fn phrase() -> impl Strategy<Value = String> {
    prop::collection::vec(select(PIECES), 0..6).prop_map(|it| it.concat())
}

/// The places between the graphemes of `text`, its two ends among them.
pub(crate) fn boundaries(text: &str) -> Vec<u32> {
    let starts = text.grapheme_indices(true).map(|(at, _)| at);
    starts.chain([text.len()]).map(|at| u32::try_from(at).unwrap()).collect()
}

/// A span between two graphemes of a text that is not empty.
pub(crate) fn span(boundaries: &[u32], a: Index, b: Index) -> Span {
    let start = a.index(boundaries.len() - 1);
    let end = start + 1 + b.index(boundaries.len() - 1 - start);
    Span::new(boundaries[start], boundaries[end])
}

/// Most spans are short, as names are.
pub(crate) fn short_span(boundaries: &[u32], a: Index, len: usize) -> Span {
    let start = a.index(boundaries.len() - 1);
    let end = (start + 1 + len).min(boundaries.len() - 1);
    Span::new(boundaries[start], boundaries[end])
}
