//! Speed of finding in a megabyte, against `str::find` over the same text.
//!
//! `cargo bench --no-default-features --bench find`
#![expect(clippy::disallowed_methods, reason = "runs on the host, where there is a clock")]
#![allow(clippy::print_stdout, reason = "a program to look at")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use dau::document::{Document, Meta};
use dau::session::{Finder, Query};
use dau::text::Marks;

const SENTENCE: &str =
    "Ngày 13/7, bà Đinh Thị Hạ Vy và ông Lò Văn Sơn đến thăm UBND huyện Mường Khay. ";
const TEXT_BYTES: usize = 1 << 20;
const ROUNDS: usize = 15;

/// The least time of a few rounds: what else the machine does only makes it longer.
fn time<T>(mut work: impl FnMut() -> T) -> Duration {
    let round = |_| {
        let start = Instant::now();
        black_box(work());
        start.elapsed()
    };
    (0..ROUNDS).map(round).min().unwrap_or_default()
}

/// The first query on a text reads it, those after it do not.
fn bench(document: &Document, text: &str, marks: Marks) {
    let query = Query { text: text.to_owned(), marks, ..Query::default() };
    let first = time(|| {
        let mut finder = Finder::default();
        finder.ask(query.clone(), document);
        finder.hits().len()
    });
    let mut finder = Finder::default();
    finder.ask(Query { marks, ..Query::default() }, document);
    let mut other = false;
    let again = time(|| {
        other = !other;
        finder.ask(Query { whole: other, ..query.clone() }, document);
        finder.hits().len()
    });
    let theirs = time(|| document.text.matches(text).count());
    let ratio = |it: Duration| it.as_secs_f64() / theirs.as_secs_f64();
    println!(
        "{text:?}, {marks:?}: {} hits; first {first:.1?}, ratio {:.1}; again {again:.1?}, ratio {:.1}; str::find {theirs:.1?}",
        finder.hits().len(),
        ratio(first),
        ratio(again)
    );
}

fn main() {
    let text = SENTENCE.repeat(TEXT_BYTES / SENTENCE.len());
    println!("{} bytes of text", text.len());
    let document = Document::new(text, Meta::default());
    for wanted in ["Hạ Vy", "a", "không có"] {
        bench(&document, wanted, Marks::Kept);
        bench(&document, wanted, Marks::Bare);
    }
}
