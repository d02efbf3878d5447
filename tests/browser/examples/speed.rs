//! How fast the built page is: `make bench-page`.
//!
//! A megabyte is measured against the same text in plain `<p>` elements in the same browser, in turn, since
//! seconds alone say more of the machine than of the page.

use anyhow::{Context, Result};
use browser::browse;
use browser::desk::shared_articles;
use browser::page::Page;
use serde_json::json;

/// How often each thing is measured; the median is told.
const TIMES: usize = 5;

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
    browse(async |page: &Page| {
        for (name, text) in &articles {
            println!("{name}, {} bytes: {}", text.len(), opened(page, text).await?);
        }
        println!("{} bytes: {}", long.len(), opened(page, &long).await?);
        println!("the same in plain <p>: {:.0} ms", plain(page, &long).await?);
        Ok(())
    });
}

async fn opened(page: &Page, text: &str) -> Result<String> {
    let names = ["dau:start", "dau:open", "dau:detect"];
    let mut all = vec![Vec::new(); names.len()];
    for _ in 0..TIMES {
        page.open_fresh().await?;
        page.open_article(text).await?;
        for (name, times) in names.iter().zip(&mut all) {
            times.push(page.measured(name).await?);
        }
    }
    let mut again = Vec::new();
    for _ in 0..TIMES {
        let time = page.js_with(AGAIN, &[json!(text)]).await?;
        again.push(time.as_f64().context("the page has measured nothing")?);
    }
    let told = names.iter().zip(all).map(|(name, times)| format!("{name} {:.0} ms", median(times)));
    let told: Vec<String> = told.chain([format!("again {:.0} ms", median(again))]).collect();
    Ok(told.join(", "))
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
