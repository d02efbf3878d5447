//! Copies of annotated texts that read the same, or nearly, in another spelling.

use std::ops::Range;

use dau::formats::notation::{Block, Marked};
use dau::text::{Span, bare, fold, words};
use unicode_normalization::UnicodeNormalization;

/// What becomes of a word in a copy.
type Change = fn(&str) -> String;

/// The copies, by name.
pub(crate) const VARIANTS: [(&str, Change); 5] = [
    ("NFD", |word| word.nfd().collect()),
    ("tone marks", other_tone),
    ("all caps", |word| word.to_uppercase()),
    ("no caps", |word| word.to_lowercase()),
    ("no marks", unmarked),
];

/// A text with each word spelled in another way.
pub(crate) fn respelled(block: &Block, spell: fn(&str) -> String) -> Block {
    let range = |it: &Span| it.start() as usize..it.end() as usize;
    let edit = |it: &Span| (range(it), spell(it.slice(&block.text)));
    edited(block, &words(&block.text).iter().map(edit).collect::<Vec<_>>())
}

/// A text with pieces of it replaced, which are in order and cross no mention's end, and its
/// mentions where they are then; those are left out of which nothing is left.
pub(crate) fn edited(block: &Block, edits: &[(Range<usize>, String)]) -> Block {
    let mut text = String::new();
    let mut ends = Vec::new();
    let mut from = 0;
    for (range, with) in edits {
        text.push_str(&block.text[from..range.start]);
        text.push_str(with);
        from = range.end;
        ends.push((range.end, text.len()));
    }
    text.push_str(&block.text[from..]);
    let moved = |at: u32| {
        let before = ends.partition_point(|it| it.0 <= at as usize);
        let (old, new) = if before == 0 { (0, 0) } else { ends[before - 1] };
        u32::try_from(at as usize - old + new).unwrap_or(u32::MAX)
    };
    let mention = |it: &Marked| {
        let (start, end) = (moved(it.span.start()), moved(it.span.end()));
        (start < end).then(|| Marked { span: Span::new(start, end), ..it.clone() })
    };
    let mentions = block.mentions.iter().filter_map(mention).collect();
    Block { headers: block.headers.clone(), text, mentions }
}

/// `hoà` for `hòa` and `hòa` for `hoà`.
fn other_tone(word: &str) -> String {
    const PAIRS: [(&str, &str); 15] = [
        ("oà", "òa"),
        ("oá", "óa"),
        ("oả", "ỏa"),
        ("oã", "õa"),
        ("oạ", "ọa"),
        ("oè", "òe"),
        ("oé", "óe"),
        ("oẻ", "ỏe"),
        ("oẽ", "õe"),
        ("oẹ", "ọe"),
        ("uỳ", "ùy"),
        ("uý", "úy"),
        ("uỷ", "ủy"),
        ("uỹ", "ũy"),
        ("uỵ", "ụy"),
    ];
    for (new, old) in PAIRS {
        for (one, other) in [(new, old), (old, new)] {
            if let Some(start) = word.strip_suffix(one) {
                let res = format!("{start}{other}");
                return if fold(&res) == fold(word) { res } else { word.to_owned() };
            }
        }
    }
    word.to_owned()
}

/// Without marks, its capitals kept.
fn unmarked(word: &str) -> String {
    let letter = |it: char| {
        let plain = bare(&it.to_string());
        if it.is_uppercase() { plain.to_uppercase() } else { plain }
    };
    word.nfc().map(letter).collect()
}
