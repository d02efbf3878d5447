//! How fast dates are found in a browser, beside chrono-node in the same one, and how fast everything is:
//! `make bench-dates`.
//!
//! All read the same articles on the same thread, in turn; the best of some rounds is told.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use browser::browse;
use browser::desk::shared_articles;
use browser::page::Page;
use serde_json::{Value, json};

/// Bytes of each text: chrono-node takes seconds for more.
const LONG: usize = 60_000;

/// Bytes of the articles over and over.
const MEGABYTE: usize = 1_000_000;

/// The day from which all reckon.
const REFERENCE: &str = "2022-08-09";

/// Loads both into an empty page that has no policy against it.
const LOAD: &str = "
    const [glue, wasm, chrono] = arguments;
    (0, eval)(glue + ';globalThis.dau = wasm_bindgen;');
    (0, eval)(chrono + ';globalThis.chrono = chrono;');
    const bytes = Uint8Array.from(wasm);
    return globalThis.dau({ module_or_path: bytes }).then(() => true);";

/// Milliseconds and dates of each, for one text.
const MEASURE: &str = "
    const [text, language, reference] = arguments;
    const parser = language === 'vi' ? chrono.vi : chrono.en;
    const runs = {
        dau: () => dau.count_dates(text, language, reference),
        all: () => dau.count_mentions(text, language, reference),
        chrono: () => parser.parse(text, new Date(reference + 'T12:00')).length,
    };
    const res = {};
    for (const [name, rounds] of [['dau', 40], ['all', 20], ['chrono', 3]]) {
        let best = Infinity;
        let count = 0;
        for (let round = 0; round < rounds; round++) {
            const began = performance.now();
            count = runs[name]();
            best = Math.min(best, performance.now() - began);
        }
        res[name] = [best, count];
    }
    return res;";

/// The same of all mentions of a long text.
const MEASURE_ALL: &str = "
    const [text, reference] = arguments;
    let best = Infinity;
    let count = 0;
    for (let round = 0; round < 10; round++) {
        const began = performance.now();
        count = dau.count_mentions(text, 'vi', reference);
        best = Math.min(best, performance.now() - began);
    }
    return [best, count];";

fn main() {
    let folder = std::env::var_os("DAU_BENCH").map(PathBuf::from);
    let folder = folder.expect("DAU_BENCH: run scripts/bench-dates.sh");
    browse(async |page: &Page| {
        page.client().goto("data:text/html,<!doctype html><meta charset=utf-8><body>").await?;
        let text =
            |name: &str| fs::read_to_string(folder.join(name)).with_context(|| name.to_owned());
        let wasm = fs::read(folder.join("dates.wasm"))?;
        let arguments = [json!(text("dates_wasm.js")?), json!(wasm), json!(text("chrono.js")?)];
        page.js_with(LOAD, &arguments).await?;
        for language in ["vi", "en"] {
            let text = articles(language)?;
            let arguments = [json!(text), json!(language), json!(REFERENCE)];
            let found = page.js_with(MEASURE, &arguments).await?;
            let (dau, chrono) =
                (told(&found["dau"], text.len()), told(&found["chrono"], text.len()));
            println!("{language}, {} bytes: dates by dau {dau}; chrono-node {chrono}", text.len());
            let all = told(&found["all"], text.chars().count());
            println!("{language}, all of detection, in characters: {all}");
        }
        let articles: String = shared_articles().into_iter().map(|it| it.1).collect();
        let text = articles.repeat(MEGABYTE / articles.len().max(1));
        let found = page.js_with(MEASURE_ALL, &[json!(text), json!(REFERENCE)]).await?;
        let all = told(&found, text.chars().count());
        println!("a megabyte, all of detection, in characters: {all}");
        page.open_fresh().await?;
        Ok(())
    });
}

/// The articles of the project's own corpus in a language, without their marks.
fn articles(language: &str) -> Result<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus").join(language);
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?.flatten().map(|it| it.path()).collect();
    files.sort();
    let mut res = String::new();
    for file in files {
        for line in
            fs::read_to_string(file)?.lines().filter(|it| !it.starts_with("# ") && *it != "---")
        {
            res.push_str(&plain(line));
            res.push('\n');
            if res.len() > LONG {
                return Ok(res);
            }
        }
    }
    Ok(res)
}

/// A line of the corpus without its marks: `[A [B](LOC)](ORG)` is `A B`.
fn plain(line: &str) -> String {
    let mut res = String::new();
    let mut rest = line.chars();
    while let Some(it) = rest.next() {
        match it {
            '\\' => res.extend(rest.next()),
            '[' => {}
            ']' => while rest.next().is_some_and(|it| it != ')') {},
            it => res.push(it),
        }
    }
    res
}

fn told(measured: &Value, length: usize) -> String {
    let (time, count) = (measured[0].as_f64().unwrap_or_default(), &measured[1]);
    #[expect(clippy::cast_precision_loss, reason = "some kilobytes")]
    let speed = length as f64 / time / 1000.0;
    format!("{speed:.2} million a second ({count} found in {time:.1} ms)")
}
