//! Trains the models of names on the project's own corpus.
//!
//! ```text
//! cargo run --release --no-default-features --features cli --example train            # writes data/names.bin
//! cargo run --release --no-default-features --features cli --example train -- --check # compares with them
//! cargo run --release --no-default-features --features cli --example train -- --cross [rate=0.2 …]
//! ```
//!
//! Articles of the split `test` are left out. `--cross` trains on the parts of some writers and
//! scores on those of the others, in four folds. The same settings give the same bytes on any machine.

#[path = "train/copies.rs"]
mod copies;
#[allow(dead_code, reason = "the example `score` uses the rest")]
#[path = "score/corpus.rs"]
mod corpus;
#[path = "train/cross.rs"]
mod cross;
#[path = "train/learner.rs"]
mod learner;
#[path = "train/lessons.rs"]
mod lessons;
#[path = "train/random.rs"]
mod random;
#[allow(dead_code, reason = "the example `score` uses the rest")]
#[path = "score/reliability.rs"]
mod reliability;
#[path = "train/settings.rs"]
mod settings;
#[allow(dead_code, reason = "the example `score` uses the rest")]
#[path = "score/tally.rs"]
mod tally;
#[path = "train/twice.rs"]
mod twice;
#[allow(dead_code, reason = "the example `score` uses the rest")]
#[path = "score/variants.rs"]
mod variants;

use std::path::PathBuf;
use std::process::ExitCode;

use lessons::Lesson;
use settings::Settings;

/// The folder of the project.
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        [] => learn().and_then(|it| write(&it)),
        ["--check"] => learn().and_then(|it| check(&it)),
        ["--cross", ref settings @ ..] => cross(settings),
        _ => Err("usage: train [--check | --cross [SETTING=NUMBER …]]".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// The file of the model.
fn learn() -> Result<Vec<u8>, String> {
    let lessons = lessons::read()?;
    let learnt: Vec<&Lesson> = lessons.iter().filter(|it| it.split != "test").collect();
    Ok(twice::learn(Settings::default(), &learnt).write())
}

fn path() -> PathBuf {
    PathBuf::from(ROOT).join("data").join("names.bin")
}

#[expect(clippy::print_stdout, reason = "a report is what this program is for")]
fn write(bytes: &[u8]) -> Result<(), String> {
    println!("data/names.bin: {} bytes", bytes.len());
    std::fs::write(path(), bytes).map_err(|it| it.to_string())
}

fn check(bytes: &[u8]) -> Result<(), String> {
    let known = std::fs::read(path()).map_err(|it| it.to_string())?;
    let message = "data/names.bin is not what training gives: run the example `train`";
    (known == bytes).then_some(()).ok_or_else(|| message.to_owned())
}

fn cross(texts: &[&str]) -> Result<(), String> {
    let mut settings = Settings::default();
    for it in texts {
        settings.set(it).ok_or_else(|| format!("`{it}` is no setting"))?;
    }
    cross::run(&lessons::read()?, settings);
    Ok(())
}
