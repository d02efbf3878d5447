//! How fast dates are found, beside plain tokenising of the same text in the same run.
//!
//! `cargo bench --no-default-features --bench dates`. One core, best of several rounds.
#![allow(clippy::print_stdout)]

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use dau::detect::{Article, Language, dates};
use dau::document::NaiveDate;
use dau::text::tokens;

/// The corpora of a language without their marks: far more dates than any news has.
fn dense(language: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/date").join(language);
    let mut res = String::new();
    for path in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        for line in std::fs::read_to_string(path.path()).unwrap_or_default().lines() {
            if line.starts_with("# ") || line == "---" {
                continue;
            }
            for piece in line.split('[') {
                let (surface, rest) = piece.split_once("](").unwrap_or(("", piece));
                res.push_str(surface);
                res.push_str(if surface.is_empty() {
                    rest
                } else {
                    rest.split_once(')').map_or("", |it| it.1)
                });
            }
            res.push('\n');
        }
    }
    res
}

/// The articles that the project is shown with, if they are there: ordinary news.
fn news() -> String {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    let folder = std::env::var_os("DAU_ARTICLES").map_or(own, Into::into);
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    files.filter_map(|it| std::fs::read_to_string(it.path()).ok()).collect()
}

/// The fastest of some rounds.
fn best(mut run: impl FnMut()) -> Duration {
    let round = |run: &mut dyn FnMut()| {
        #[expect(clippy::disallowed_methods, reason = "a benchmark has a clock")]
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..7).map(|_| round(&mut run)).min().unwrap_or_default()
}

fn main() {
    let reference = NaiveDate::from_ymd_opt(2022, 8, 9);
    for (name, language, text) in [
        ("vi, news", Language::Vi, news()),
        ("vi, corpus", Language::Vi, dense("vi")),
        ("en, corpus", Language::En, dense("en")),
    ] {
        if text.is_empty() {
            println!("{name}: skipped, no text");
            continue;
        }
        let text = text.repeat(2_000_000 / text.len() + 1);
        #[expect(clippy::cast_precision_loss, reason = "two megabytes")]
        let speed = |it: Duration| text.len() as f64 / it.as_secs_f64() / 1e6;
        let article = Article::new(&text);
        let plain = best(|| {
            black_box(tokens(&text).count());
        });
        let interned = best(|| {
            black_box(Article::new(&text));
        });
        let found = best(|| {
            black_box(dates(&article, language, reference));
        });
        println!(
            "{name}: dates {:.0} MB/s, tokens {:.0} MB/s, tokens and words {:.0} MB/s, {} dates in {:.1} MB",
            speed(found),
            speed(plain),
            speed(interned),
            dates(&article, language, reference).len(),
            text.len() as f64 / 1e6
        );
    }
}
