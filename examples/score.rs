//! Scores detection on corpora.
//!
//! ```text
//! cargo run --release --no-default-features --example score -- [OPTION…] PATH…
//! ```
//!
//! | option | |
//! |---|---|
//! | `--errors` | prints the paragraphs with a difference |
//! | `--label LABEL` | only those where one of this label differs |
//! | `--split SPLIT` | only articles of `train`, `dev` or `test` |
//! | `--variants` | scores copies in other spellings, too |
//!
//! A path is a file in the corpus notation, an IOB2 file (`.iob2`: English, PER, ORG and LOC) or a
//! folder of such. A mention is right if span and label are; `?` mentions count neither way.

#[path = "score/corpus.rs"]
mod corpus;
#[allow(dead_code, reason = "the example `train` uses the rest")]
#[path = "score/reliability.rs"]
mod reliability;
#[allow(dead_code, reason = "the example `train` uses the rest")]
#[path = "score/tally.rs"]
mod tally;
#[path = "score/variants.rs"]
mod variants;

use std::path::PathBuf;
use std::process::ExitCode;

use corpus::Corpus;
use tally::Report;

struct Arguments {
    paths: Vec<PathBuf>,
    errors: bool,
    label: Option<String>,
    split: Option<String>,
    variants: bool,
}

fn main() -> ExitCode {
    let Some(arguments) = arguments() else {
        eprintln!("usage: score [--errors] [--label LABEL] [--split SPLIT] [--variants] PATH…");
        return ExitCode::FAILURE;
    };
    let mut status = ExitCode::SUCCESS;
    for path in &arguments.paths {
        match Corpus::read(path) {
            Ok(mut corpus) => {
                corpus.blocks.retain(|it| {
                    arguments.split.is_none() || it.header("split") == arguments.split.as_deref()
                });
                print(&corpus, &arguments);
                if arguments.variants {
                    print_variants(&corpus);
                }
            }
            Err(why) => {
                eprintln!("{}: {why}", path.display());
                status = ExitCode::FAILURE;
            }
        }
    }
    status
}

fn arguments() -> Option<Arguments> {
    let mut res =
        Arguments { paths: Vec::new(), errors: false, label: None, split: None, variants: false };
    let mut rest = std::env::args().skip(1);
    while let Some(it) = rest.next() {
        match it.as_str() {
            "--errors" => res.errors = true,
            "--variants" => res.variants = true,
            "--split" => res.split = Some(rest.next()?),
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

#[expect(clippy::print_stdout, reason = "a report is what this program is for")]
fn print_variants(corpus: &Corpus) {
    for (name, spell) in variants::VARIANTS {
        let blocks = corpus.blocks.iter().map(|it| variants::respelled(it, spell)).collect();
        let report =
            Report::of(&Corpus { name: name.to_owned(), blocks, labels: corpus.labels.clone() });
        println!("  {name}: {}", report.brief());
    }
    println!();
}
