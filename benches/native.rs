//! Speed of the native format, against `serde_json` alone on the same bytes.
//!
//! `cargo bench --no-default-features --bench native`
#![expect(clippy::disallowed_methods, reason = "runs on the host, where there is a clock")]
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a program to look at")]

use std::hint::black_box;
use std::rc::Rc;
use std::time::{Duration, Instant};

use dau::document::{
    Annotation, AnnotationId, AnnotationSet, Document, LabelId, Meta, Origin, Status,
};
use dau::formats::native::{WriteOptions, read, write};
use dau::text::Span;
use serde_json::Value;

const SENTENCE: &str = "Ngày 13/7, ông Nguyễn Xuân Thắng đến thăm UBND tỉnh Lạng Sơn. ";
const NAME: &str = "Nguyễn Xuân Thắng";
const TEXT_BYTES: usize = 1 << 20;
const ANNOTATIONS: u32 = 20_000;
const ROUNDS: usize = 15;

/// A megabyte; each name in it is annotated as often as it takes.
fn document() -> Document {
    let text = SENTENCE.repeat(TEXT_BYTES / SENTENCE.len());
    let starts: Vec<usize> = text.match_indices(NAME).map(|it| it.0).collect();
    let annotation = |number: u32| {
        let start = starts[number as usize % starts.len()];
        let span = Span::of(&(start..start + NAME.len()));
        let id = AnnotationId::numbered(number.into());
        let it = Annotation::new(id, LabelId::PER, span, Status::Suggested, Origin::Detected);
        Annotation { confidence: Some(f64::from(number % 100) / 100.0), ..it }
    };
    let annotations = AnnotationSet::from_unsorted((0..ANNOTATIONS).map(annotation));
    Document { annotations: Rc::new(annotations), ..Document::new(text, Meta::default()) }
}

/// The least time of a few rounds: what else the machine does only makes it longer.
fn time<T>(mut work: impl FnMut() -> T) -> Duration {
    let round = |_| {
        let start = Instant::now();
        black_box(work());
        start.elapsed()
    };
    (0..ROUNDS).map(round).min().unwrap_or_default()
}

fn report(name: &str, ours: Duration, theirs: Duration) {
    let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
    println!("{name}: {ours:.1?}; serde_json alone: {theirs:.1?}; ratio: {ratio:.2}");
}

fn main() {
    let document = document();
    let options = WriteOptions::default();
    let json = write(&document, &options);
    let tree: Value = serde_json::from_str(&json).unwrap();
    let (text, file) = (document.text.len(), json.len());
    println!("{text} bytes of text, {ANNOTATIONS} annotations, a file of {file} bytes");
    report(
        "write",
        time(|| write(&document, &options)),
        time(|| serde_json::to_string_pretty(&tree)),
    );
    report("read", time(|| read(&json)), time(|| serde_json::from_str::<Value>(&json)));
}
