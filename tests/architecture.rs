//! The floors of the house, read off the source.
#![allow(clippy::unwrap_used, reason = "a test fails by it")]

use std::fs;
use std::path::{Path, PathBuf};

/// Each module of the crate, and those that it may name. The programs may name any.
const FLOORS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("document", &["text"]),
    ("formats", &["text", "document"]),
    ("detect", &["text", "document"]),
    ("worker", &["text", "document", "formats", "detect"]),
    ("session", &["text", "document", "formats", "detect", "worker"]),
    ("ui", &["text", "document", "formats", "detect", "worker", "session"]),
    ("cli", &["text", "document", "formats", "detect"]),
];
const PROGRAMS: &[&str] = &["lib", "main", "bin"];
const WEB: &[&str] = &["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo"];
/// Lines of a file without its tests.
const LONGEST: usize = 400;

/// What is wrong with a file at `path` below `src`, an item for each thing.
fn faults(path: &str, source: &str) -> Vec<String> {
    let floor = path.split(['/', '.']).next().unwrap_or_default();
    if PROGRAMS.contains(&floor) {
        return Vec::new();
    }
    let Some((_, lower)) = FLOORS.iter().find(|it| it.0 == floor) else {
        return vec![format!("{path}: `{floor}` is no floor")];
    };
    let is_code = |it: &&str| !it.trim_start().starts_with("//");
    let code = source.lines().filter(is_code).collect::<Vec<_>>().join("\n");
    let mut res = named(&code);
    res.retain(|it| it != floor && !lower.contains(&it.as_str()));
    if floor != "ui" {
        let of_web = |it: &&str| WEB.iter().any(|web| it.starts_with(web));
        res.extend(words(&code).filter(of_web).map(str::to_owned));
    }
    res.iter().map(|it| format!("{path}: names `{it}`")).collect()
}

/// The modules after each `crate::`, also those in braces.
fn named(code: &str) -> Vec<String> {
    let paths = code.split("crate::").skip(1);
    let heads =
        paths.flat_map(|it| if it.starts_with('{') { heads(it) } else { vec![it.to_owned()] });
    heads.filter_map(|it| words(&it).next().map(str::to_owned)).collect()
}

/// The items of a group in braces, without the groups inside them.
fn heads(group: &str) -> Vec<String> {
    let (mut depth, mut outer) = (0, String::new());
    for it in group.chars() {
        match it {
            '{' => depth += 1,
            '}' if depth == 1 => break,
            '}' => depth -= 1,
            _ if depth == 1 => outer.push(it),
            _ => {}
        }
    }
    outer.split(',').map(str::to_owned).collect()
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|it: char| !it.is_alphanumeric() && it != '_').filter(|it| !it.is_empty())
}

/// The files below `dir`, each with its path from there.
fn sources(dir: &str) -> Vec<(String, String)> {
    fn walk(dir: &Path, res: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { walk(&path, res) } else { res.push(path) }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(dir);
    let mut paths = Vec::new();
    walk(&root, &mut paths);
    let name = |it: &Path| it.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
    let rust = paths.into_iter().filter(|it| it.extension().is_some_and(|it| it == "rs"));
    rust.map(|it| (name(&it), fs::read_to_string(&it).unwrap())).collect()
}

#[test]
fn no_module_names_a_floor_above_it() {
    let files = sources("src");
    assert!(files.iter().any(|it| it.0 == "text/span.rs"), "found no sources");
    let faults: Vec<String> = files.iter().flat_map(|(path, it)| faults(path, it)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_file_is_too_long() {
    let is_long = |source: &str| {
        let code = source.split("#[cfg(test)]\n").next().unwrap_or_default();
        code.lines().count() > LONGEST
    };
    let long = sources("src").into_iter().filter(|it| is_long(&it.1));
    let long: Vec<String> = long.map(|it| it.0).collect();
    assert!(long.is_empty(), "over {LONGEST} lines: {}", long.join(", "));
}

#[test]
fn what_is_a_fault() {
    let cases = [
        ("document/set.rs", "use crate::text::Span;", ""),
        ("document.rs", "use crate::document::Span;", ""),
        ("document/set.rs", "use crate::formats::native;", "names `formats`"),
        ("formats.rs", "use crate::{document::Span, detect};", "names `detect`"),
        ("formats.rs", "use crate::{\n    document::{A, worker},\n    text::B,\n};", ""),
        ("formats.rs", "use crate::{\n    document::{A, B},\n    worker::C,\n};", "names `worker`"),
        ("detect/a.rs", "    let it = crate::formats::native::read(x);", "names `formats`"),
        ("detect/a.rs", "/// As crate::formats has it.", ""),
        ("session.rs", "use web_sys::Window;", "names `web_sys`"),
        ("worker.rs", "use gloo_worker::Worker;", "names `gloo_worker`"),
        ("session/view.rs", "use crate::ui::App;", "names `ui`"),
        ("ui/app.rs", "use yew::prelude::*; use crate::session::Session;", ""),
        ("text.rs", "let review = 1;", ""),
        ("helpers.rs", "", "`helpers` is no floor"),
        ("main.rs", "fn main() { dau::ui::start() }", ""),
    ];
    for (path, source, want) in cases {
        let got = faults(path, source).join("\n");
        assert_eq!(got.is_empty(), want.is_empty(), "{path}: {source}: {got}");
        assert!(got.contains(want), "{path}: {source}: {got}");
    }
}
