//! Counts what it costs a person to correct what detection finds: actions per annotation.
//!
//! ```text
//! cargo run --release --no-default-features --example effort -- [--trace]
//! ```
//!
//! A simulated annotator knows what is right, reads each article from the top and reaches just that
//! with the page's own commands. Every key, click and drag is one action; a right suggestion costs
//! nothing by itself, and one click accepts what is left when all of it has been read. A date with a
//! wrong value costs its correction, typed letters one by one. What it decides is learnt from, in
//! order, as on one device.
//!
//! Articles: those of `corpus/` with `# split: test`; the two of `../shared/gold`; and the sentences of
//! `../shared/corpus/vtb-news.txt` as the paragraphs of one page, since one by one each would have a
//! click of its own to finish it. What is not there is left out. The plain tool is one without
//! suggestions: a drag and a key a span, and no values.

#[path = "effort/annotator.rs"]
mod annotator;
#[path = "score/corpus.rs"]
#[expect(dead_code, reason = "the scorer needs more of it")]
mod corpus;
#[path = "effort/desk.rs"]
mod desk;
#[path = "effort/difference.rs"]
mod difference;
#[path = "effort/plain.rs"]
mod plain;
#[path = "effort/plan.rs"]
mod plan;
#[path = "effort/sources.rs"]
mod sources;

use std::process::ExitCode;

use annotator::{Annotator, Tally};
use sources::{Article, Source};

#[expect(clippy::print_stdout, reason = "a report is what this program is for")]
fn main() -> ExitCode {
    let trace = std::env::args().any(|it| it == "--trace");
    let mut parts = Vec::new();
    let mut plain = Tally::default();
    for (name, source) in [("own", Source::Own), ("gold", Source::Gold), ("vtb", Source::News)] {
        let articles = match source.read() {
            Ok(it) if !it.is_empty() => it,
            Ok(_) => {
                println!("{name}: left out, there are no such articles");
                continue;
            }
            Err(why) => {
                println!("{name}: left out, {why}");
                continue;
            }
        };
        let Some(tally) = measure(name, &articles, trace) else { return ExitCode::FAILURE };
        parts.push(format!("{name} {:.2}", tally.each()));
        let Ok(drawn) = plain::measure(&articles) else { return ExitCode::FAILURE };
        plain.add(&drawn);
    }
    println!("actions per annotation: {} (plain tool {:.2})", parts.join(", "), plain.each());
    ExitCode::SUCCESS
}

/// What a row of articles costs; `None` if the annotator did not get where it wanted.
#[expect(clippy::print_stdout, reason = "a report is what this program is for")]
fn measure(name: &str, articles: &[Article], trace: bool) -> Option<Tally> {
    let mut annotator = Annotator::new(trace);
    for article in articles {
        if let Err(why) = annotator.annotate(article) {
            println!("{name}: {}: {why}", article.name);
            return None;
        }
    }
    println!("{name}: {} articles\n{}", articles.len(), annotator.tally);
    Some(annotator.tally)
}
