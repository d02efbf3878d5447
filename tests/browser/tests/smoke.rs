//! The page loads, and keeps to itself.

use anyhow::ensure;
use browser::browse;
use browser::page::Page;

#[test]
fn the_page_starts_without_an_error() {
    browse(async |page: &Page| {
        ensure!(page.client().title().await?.contains("Dấu"));
        Ok(())
    });
}

#[test]
fn nothing_is_asked_of_anyone_else() {
    browse(async |page: &Page| {
        let origin = page.origin();
        let requests = page.requests().await?;
        ensure!(
            requests.iter().any(|it| it.ends_with("_bg.wasm")),
            "the log must have something: {requests:?}"
        );
        for url in requests {
            ensure!(url.starts_with(&origin), "a request to {url}");
        }
        Ok(())
    });
}
