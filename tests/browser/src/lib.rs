//! Drives the built page in a real browser, as a person would: real keys, a real mouse, the real clipboard.
//!
//! A test is a function that is handed a [`Page`], which is open and ready:
//!
//! ```no_run
//! use browser::{browse, page::Page};
//!
//! #[test]
//! fn a_pasted_article_is_shown() {
//!     browse(async |page: &Page| {
//!         page.paste("Ông Nguyễn Văn A đến Hà Nội.").await?;
//!         page.wait_ready().await?;
//!         page.drag_over("Hà Nội").await?;
//!         page.press("3").await?;
//!         assert_eq!(page.js("return document.querySelectorAll('[data-label=LOC]').length").await?, 1);
//!         Ok(())
//!     });
//! }
//! ```
//!
//! - Each test has a browser, a profile, a download folder and an origin of its own, so tests run side by side.
//! - A test fails when the page reported anything: an error in the console, a broken policy, a failed request.
//!   What a test provokes on purpose it names with [`Page::expect_trouble`](page::Page::expect_trouble).
//! - A failed test leaves a picture, `target/browser/NAME.png`.
//! - `DAU_BROWSER=firefox` runs the same tests in Firefox.
//!   `CHROMEDRIVER` and `GECKODRIVER` say where a driver is that is not on `PATH`; `DAU_DIST` another page than `dist/`.
//!
//! The page is served below a path, not at the root of its host, since that is how it must also work.

pub mod axe;
pub mod desk;
pub mod files;
pub mod input;
pub mod page;
pub mod text;

mod driver;
mod options;
mod server;
mod trouble;

use std::panic::AssertUnwindSafe;

use anyhow::Result;
use futures_util::FutureExt;

pub use crate::options::{Browser, Options};
use crate::page::Page;

/// Runs a test on the page, opened in a new browser with the usual [`Options`].
///
/// # Panics
///
/// Where the test fails, and where the page had any trouble.
pub fn browse(test: impl AsyncFnOnce(&Page) -> Result<()>) {
    browse_with(Options::default(), test);
}

/// Runs a test as [`browse`] does, in a browser of another language, size or address.
///
/// # Panics
///
/// As [`browse`] does.
pub fn browse_with(options: Options, test: impl AsyncFnOnce(&Page) -> Result<()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(run(options, test));
}

// A panic is caught so that the browser is closed in any case: nothing else would end it.
async fn run(options: Options, test: impl AsyncFnOnce(&Page) -> Result<()>) {
    let page = Page::start(options).await.expect("cannot start the browser");
    let outcome = AssertUnwindSafe(async {
        page.wait_ready().await?;
        test(&page).await?;
        page.check_trouble().await
    });
    let outcome = outcome.catch_unwind().await;
    if !matches!(outcome, Ok(Ok(()))) {
        page.picture_of_failure().await;
    }
    page.close().await;
    match outcome {
        Ok(Ok(())) => {}
        Ok(Err(error)) => panic!("{error:#}"),
        Err(panic) => std::panic::resume_unwind(panic),
    }
}
