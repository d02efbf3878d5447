//! The command line: the same detector without a page, for folders and pipelines.
//!
//! It reads standard input, writes standard output and keeps no state. What goes wrong is said on
//! standard error, and the exit status is 1, or 2 if it was asked for wrongly. A reader that
//! closes the pipe ends it quietly.

mod arguments;
mod article;
mod convert;
mod stream;

use std::io::{self, Write};
use std::process::ExitCode;

use arguments::{Command, Usage, parse};

/// What `dau --help` says.
const HELP: &str = "\
Finds people, organisations, places, dates and more in Vietnamese and English articles.

Usage:
  dau detect [--language vi|en|auto] [--reference-date YYYY-MM-DD] < article.txt > article.json
  dau detect --jsonl [--language …] [--reference-date …] < in.jsonl > out.jsonl
  dau convert --from FORMAT --to FORMAT < in > out
  dau --help | --version

detect
  Writes the article with its annotations as a document of the page. The id follows from the text,
  the time of making from SOURCE_DATE_EPOCH if that is set.
  --language        what it is written in; found out if not given, or `auto`
  --reference-date  the day that `yesterday` is told from, if the text gives none
  --jsonl           reads one object a line, {\"id\", \"text\", \"language\"?, \"reference_date\"?}, and writes
                    {\"id\", \"annotations\"} for each, in order, offsets in code points. A line that
                    cannot be read gives {\"id\", \"error\"}, and exit status 1 at the end.

convert
  FORMAT is one of: native.
";

/// Runs the command line of this process.
#[must_use]
pub fn main() -> ExitCode {
    match parse(std::env::args_os().skip(1)) {
        Ok(command) => status(run(command)),
        Err(Usage(why)) => {
            complain(&format!("{why}\nTry `dau --help`."));
            ExitCode::from(2)
        }
    }
}

/// Why a command stopped.
enum Stop {
    /// Its output is not read any more.
    Closed,
    /// What cannot be gone on with.
    Failed(String),
    /// All was done, but some of the input was bad and this was said in the output.
    BadInput,
}

impl From<io::Error> for Stop {
    fn from(why: io::Error) -> Self {
        match why.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Failed(why.to_string()),
        }
    }
}

fn run(command: Command) -> Result<(), Stop> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    match command {
        Command::Help => out.write_all(HELP.as_bytes())?,
        Command::Version => writeln!(out, "dau {}", env!("CARGO_PKG_VERSION"))?,
        Command::Detect { options, jsonl: false } => {
            article::run(io::stdin().lock(), &mut out, &options)?
        }
        Command::Detect { options, jsonl: true } => {
            stream::run(io::stdin().lock(), &mut out, &options)?
        }
        Command::Convert => convert::run(io::stdin().lock(), &mut out)?,
    }
    Ok(out.flush()?)
}

fn status(result: Result<(), Stop>) -> ExitCode {
    match result {
        Ok(()) | Err(Stop::Closed) => ExitCode::SUCCESS,
        Err(Stop::BadInput) => ExitCode::FAILURE,
        Err(Stop::Failed(why)) => {
            complain(&why);
            ExitCode::FAILURE
        }
    }
}

/// Says something on standard error, if anyone listens.
fn complain(what: &str) {
    let _ = writeln!(io::stderr(), "dau: {what}");
}
