//! Scores detection on corpora.
//!
//! ```text
//! cargo run --release --no-default-features --example score -- [--errors] [--label LABEL] PATH…
//! ```
//!
//! A path is a file in the corpus notation, an IOB2 file (`.iob2`: English, PER, ORG and LOC) or a
//! folder of such. A mention is right if span and label are; `?` mentions count neither way.

#[path = "score/corpus.rs"]
mod corpus;
#[path = "score/tally.rs"]
mod tally;

use std::path::PathBuf;
use std::process::ExitCode;

use corpus::Corpus;
use tally::Report;

struct Arguments {
    paths: Vec<PathBuf>,
    errors: bool,
    label: Option<String>,
}

fn main() -> ExitCode {
    let Some(arguments) = arguments() else {
        eprintln!("usage: score [--errors] [--label LABEL] PATH…");
        return ExitCode::FAILURE;
    };
    let mut status = ExitCode::SUCCESS;
    for path in &arguments.paths {
        match Corpus::read(path) {
            Ok(corpus) => print(&corpus, &arguments),
            Err(why) => {
                eprintln!("{}: {why}", path.display());
                status = ExitCode::FAILURE;
            }
        }
    }
    status
}

fn arguments() -> Option<Arguments> {
    let mut res = Arguments { paths: Vec::new(), errors: false, label: None };
    let mut rest = std::env::args().skip(1);
    while let Some(it) = rest.next() {
        match it.as_str() {
            "--errors" => res.errors = true,
            "--label" => res.label = Some(rest.next()?),
            path => res.paths.push(path.into()),
        }
    }
    (!res.paths.is_empty()).then_some(res)
}

#[expect(clippy::print_stdout, reason = "a report is what this program is for")]
fn print(corpus: &Corpus, arguments: &Arguments) {
    let report = Report::of(corpus);
    println!("{} ({} texts)\n{report}", corpus.name, corpus.blocks.len());
    if arguments.errors {
        for it in report
            .errors
            .iter()
            .filter(|it| arguments.label.as_ref().is_none_or(|label| it.concerns(label)))
        {
            println!("{it}");
        }
        println!();
    }
}
