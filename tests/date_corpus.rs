//! The date corpora: every line finds what it says, and nothing else.
//!
//! `DATE_CORPUS` names another folder to run instead of `tests/corpus/date`.

#[path = "support/notation.rs"]
mod notation;

use std::path::{Path, PathBuf};

use dau::detect::{Article, dates};
use notation::{Case, Wanted};

/// All files below a folder that end in `.txt`.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut res = Vec::new();
    for path in entries.flatten().map(|it| it.path()) {
        if path.is_dir() {
            res.extend(files(&path));
        } else if path.extension().is_some_and(|it| it == "txt") {
            res.push(path);
        }
    }
    res.sort();
    res
}

fn dates_of(case: &Case) -> Vec<&Wanted> {
    case.wanted.iter().filter(|it| it.label == "DATE").collect()
}

/// What is wrong in a case, in the notation of the corpus.
fn failure(case: &Case) -> Option<String> {
    let article = Article::new(&case.text);
    let got = notation::found(&dates(&article, case.language, case.reference));
    let wanted = dates_of(case);
    let want: Vec<_> = wanted
        .iter()
        .filter(|it| !it.free)
        .map(|it| (it.span, it.value.clone().unwrap_or_default()))
        .collect();
    let free = |at| wanted.iter().any(|it| it.free && it.span.intersects(at));
    let counted: Vec<_> = got.into_iter().filter(|it| !free(it.0)).collect();
    (counted != want).then(|| {
        let show = |it| notation::write(&case.text, it);
        format!("want {}\ngot  {}\n", show(&want), show(&counted))
    })
}

#[test]
fn every_line_of_the_corpus() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/date");
    let folder = std::env::var_os("DATE_CORPUS").map_or(own, PathBuf::from);
    let (mut all, mut failed, mut positive, mut negative) = (0, 0, 0, 0);
    for path in files(&folder) {
        let content = std::fs::read_to_string(&path).unwrap();
        let cases = notation::read(&content);
        let failures: Vec<String> = cases.iter().filter_map(failure).collect();
        for case in &cases {
            *(if dates_of(case).is_empty() { &mut negative } else { &mut positive }) += 1;
        }
        all += cases.len();
        failed += failures.len();
        if !failures.is_empty() {
            let name = path.strip_prefix(&folder).unwrap().display();
            println!("\n== {name}: {} of {} wrong", failures.len(), cases.len());
            print!("{}", failures.concat());
        }
    }
    println!("{} of {all} lines right ({positive} with dates, {negative} without)", all - failed);
    assert_eq!(failed, 0, "lines wrong");
}

/// The articles that the project is shown with; they are kept outside of it.
#[test]
fn the_gold_articles() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold");
    let folder = std::env::var_os("DAU_GOLD").map_or(folder, PathBuf::from);
    let paths = files(&folder);
    if paths.is_empty() {
        println!("skipped: no {}", folder.display());
    }
    for path in paths {
        let content = std::fs::read_to_string(&path).unwrap();
        let failures: Vec<String> = notation::read(&content).iter().filter_map(failure).collect();
        assert!(failures.is_empty(), "{}", failures.concat());
    }
}
