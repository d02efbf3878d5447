//! The page itself: its languages, its sizes, its keys.

use anyhow::ensure;
use browser::page::Page;
use browser::{Options, browse, browse_with};

const TEXT: &str = "Ngày 12/3/2025, bà Đinh Thị Hạ Vy đến tỉnh Lâm Đồng.";

#[test]
fn the_language_follows_the_browser_the_address_and_the_switch() {
    let cases = [
        ("vi-VN", "", "vi"),
        ("en-US", "", "en"),
        ("fr-FR", "", "en"),
        ("en-US", "?lang=vi", "vi"),
        ("vi", "?lang=en", "en"),
    ];
    for (language, query, want) in cases {
        browse_with(Options { language, query, ..Options::default() }, async |page: &Page| {
            assert_eq!(
                page.js("return document.documentElement.lang").await?,
                want,
                "{language} {query}"
            );
            Ok(())
        });
    }
}

#[test]
fn nothing_is_wider_than_the_window() {
    for (width, height) in [(360, 640), (768, 1024), (1280, 800)] {
        for query in ["?lang=vi", "?lang=en"] {
            let options = Options { size: (width, height), query, ..Options::default() };
            browse_with(options, async |page: &Page| {
                let wider = "const all = document.documentElement; return all.scrollWidth - all.clientWidth";
                ensure!(page.js(wider).await? == 0, "empty, {width} {query}");
                page.open_article(TEXT).await?;
                ensure!(page.js(wider).await? == 0, "open, {width} {query}");
                // Every kind of suggestion has a tab of its own now.
                for key in ["Tab", "Enter", "Delete"] {
                    page.press(key).await?;
                }
                page.wait_until("document.querySelectorAll('.tab').length === 4").await?;
                ensure!(page.js(wider).await? == 0, "worked on, {width} {query}");
                page.picture(&format!("page-{width}-{}", &query[6..])).await?;
                Ok(())
            });
        }
    }
}

/// The article's title may have a line of its own; the tools never have more than one.
#[test]
fn the_tools_stand_on_one_line_at_every_width() {
    for query in ["?lang=vi", "?lang=en"] {
        browse_with(Options { query, ..Options::default() }, async |page: &Page| {
            page.open_article(TEXT).await?;
            for width in [360, 390, 481, 545, 560, 641, 768, 961, 1100, 1280] {
                page.resize(width, 800).await?;
                let middles =
                    "return new Set([...document.querySelectorAll('.tools > *, .export > *')]
                    .map(it => it.getBoundingClientRect()).filter(it => it.width > 0)
                    .map(it => Math.round(it.top + it.height / 2))).size";
                ensure!(page.js(middles).await? == 1, "{width} {query}");
                let height = "return document.querySelector('.top').offsetHeight";
                let most = if width > 960 { 64 } else { 100 };
                let height = page.js(height).await?.as_u64().unwrap_or(u64::MAX);
                ensure!(height <= most, "{width} {query}: {height} pixels high");
            }
            Ok(())
        });
    }
}

#[test]
fn help_is_one_key_away_and_esc_closes_it() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.press("?").await?;
        page.wait_until("document.querySelector('dialog[open]')").await?;
        page.press("Escape").await?;
        page.wait_until("!document.querySelector('dialog[open]')").await
    });
}

#[test]
fn tab_steps_through_the_article_and_esc_leaves_it() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.click_text("đến").await?;
        page.press("Tab").await?;
        let current = "document.querySelector('[data-testid=article] .current, [data-testid=article] [aria-current]')";
        page.wait_until(current).await?;
        page.press("Escape").await?;
        page.wait_until(&format!("!{current}")).await?;
        page.press("Escape").await?;
        page.press("Tab").await?;
        page.wait_until("!document.activeElement.closest('[data-testid=article]')").await
    });
}
