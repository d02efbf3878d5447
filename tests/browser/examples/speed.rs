//! How fast the built page is: `make bench-page`.
//!
//! A megabyte is measured against the same text in plain `<p>` elements in the same browser, in turn, since
//! seconds alone say more of the machine than of the page.

use std::cell::Cell;
use std::time::Duration;

use anyhow::{Context, Result};
use browser::browse;
use browser::desk::shared_articles;
use browser::page::Page;
use serde_json::json;

/// How often each thing is measured; the median is told.
const TIMES: usize = 5;

/// What the page itself measures of an article.
const NAMES: [&str; 3] = ["dau:start", "dau:open", "dau:detect"];

/// How long somebody takes to paste after the page has come up.
const PAUSE: Duration = Duration::from_secs(1);

/// Bytes of the long text.
const LONG: usize = 1_000_000;

/// Shows a text in plain paragraphs and says how long that took to be on the screen, in milliseconds.
const PLAIN: &str = "
    document.body.replaceChildren();
    const began = performance.now();
    for (const line of arguments[0].split('\\n')) {
        const paragraph = document.createElement('p');
        paragraph.textContent = line;
        document.body.append(paragraph);
    }
    return new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now() - began))));";

/// Opens a text once more, when the browser has compiled what it takes, and says how long detection took.
const AGAIN: &str = "
    return dau.open(arguments[0]).then(() => performance.getEntriesByName('dau:detect', 'measure').at(-1).duration);";

fn main() {
    let articles = shared_articles();
    let long: String = articles.iter().map(|it| it.1.as_str()).cycle().take(LONG / 5000).collect();
    for text in articles.iter().map(|it| it.1.as_str()).take(1).chain([long.as_str()]) {
        println!("first in a new browser, {} bytes: {}", text.len(), first(text));
    }
    browse(async |page: &Page| {
        for (name, text) in &articles {
            println!("{name}, {} bytes: {}", text.len(), opened(page, text).await?);
        }
        println!("{} bytes: {}", long.len(), opened(page, &long).await?);
        println!("the same in plain <p>: {:.0} ms", plain(page, &long).await?);
        Ok(())
    });
}

/// What a text takes that is the first in its browser, which has compiled nothing before.
fn first(text: &str) -> String {
    let all: Vec<[f64; 3]> = (0..TIMES)
        .map(|_| {
            let times = Cell::default();
            browse(async |page: &Page| -> Result<()> {
                page.open_fresh().await?;
                tokio::time::sleep(PAUSE).await;
                page.open_article(text).await?;
                let [start, open, detect] = NAMES;
                let start = page.measured(start).await?;
                times.set([start, page.measured(open).await?, page.measured(detect).await?]);
                Ok(())
            });
            times.get()
        })
        .collect();
    told(NAMES.iter().enumerate().map(|(at, name)| (*name, all.iter().map(|it| it[at]).collect())))
}

fn told<'a>(all: impl Iterator<Item = (&'a str, Vec<f64>)>) -> String {
    let one = |(name, times)| format!("{name} {:.0} ms", median(times));
    all.map(one).collect::<Vec<String>>().join(", ")
}

async fn opened(page: &Page, text: &str) -> Result<String> {
    let mut all = vec![Vec::new(); NAMES.len()];
    for _ in 0..TIMES {
        page.open_fresh().await?;
        page.open_article(text).await?;
        for (name, times) in NAMES.iter().zip(&mut all) {
            times.push(page.measured(name).await?);
        }
    }
    let mut again = Vec::new();
    for _ in 0..TIMES {
        let time = page.js_with(AGAIN, &[json!(text)]).await?;
        again.push(time.as_f64().context("the page has measured nothing")?);
    }
    Ok(told(NAMES.into_iter().zip(all).chain([("again", again)])))
}

async fn plain(page: &Page, text: &str) -> Result<f64> {
    let mut times = Vec::new();
    for _ in 0..TIMES {
        page.client().goto("data:text/html,<!doctype html><meta charset=utf-8><body>").await?;
        times.push(page.js_with(PLAIN, &[json!(text)]).await?.as_f64().unwrap_or_default());
    }
    page.open_fresh().await?;
    Ok(median(times))
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
