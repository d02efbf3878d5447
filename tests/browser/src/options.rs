//! Which browser, and how it is set up.

use std::path::Path;

use serde_json::{Value, json};

/// A browser that the tests can run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
}

impl Browser {
    /// What `DAU_BROWSER` asks for.
    pub(crate) fn wanted() -> Self {
        match std::env::var("DAU_BROWSER").as_deref() {
            Ok("firefox") => Self::Firefox,
            Ok("chromium") | Err(_) => Self::Chromium,
            Ok(other) => panic!("DAU_BROWSER is «{other}», and can be chromium or firefox"),
        }
    }
}

/// How a test wants its browser.
#[derive(Clone, Debug)]
pub struct Options {
    /// The language that the browser asks for, as in `navigator.language`.
    pub language: &'static str,
    /// The window's width and height in CSS pixels.
    pub size: (u32, u32),
    /// What follows the page's address: a query, a fragment.
    pub query: &'static str,
    /// Whether the person likes dark pages.
    pub dark: bool,
    /// Whether the person likes nothing to move.
    pub still: bool,
    /// Which browser.
    pub browser: Browser,
}

impl Default for Options {
    fn default() -> Self {
        let browser = Browser::wanted();
        Self { language: "en-US", size: (1280, 900), query: "", dark: false, still: false, browser }
    }
}

impl Options {
    /// The WebDriver capabilities: a new profile in `folder`, downloads to `folder/downloads`.
    pub(crate) fn capabilities(&self, folder: &Path) -> Value {
        let downloads = folder.join("downloads");
        match self.browser {
            Browser::Chromium => self.chromium(&folder.join("profile"), &downloads),
            Browser::Firefox => self.firefox(&downloads),
        }
    }

    fn chromium(&self, profile: &Path, downloads: &Path) -> Value {
        json!({
            "browserName": "chrome",
            // The console, and each request that leaves the browser.
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            "goog:chromeOptions": {
                "args": [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--disable-dev-shm-usage",
                    format!("--user-data-dir={}", profile.display()),
                    format!("--accept-lang={}", self.language),
                ],
                "prefs": {
                    "download.default_directory": downloads,
                    "download.prompt_for_download": false,
                    "intl.accept_languages": self.language,
                },
            },
        })
    }

    fn firefox(&self, downloads: &Path) -> Value {
        json!({
            "browserName": "firefox",
            "moz:firefoxOptions": {
                "args": ["-headless"],
                "prefs": {
                    "browser.download.folderList": 2,
                    "browser.download.dir": downloads,
                    "browser.helperApps.neverAsk.saveToDisk":
                        "application/json,text/plain,text/html,text/csv,application/zip,application/octet-stream",
                    "intl.accept_languages": self.language,
                    // 0 is dark and 1 light, whatever the machine likes.
                    "layout.css.prefers-color-scheme.content-override": u8::from(!self.dark),
                    "ui.prefersReducedMotion": u8::from(self.still),
                    // The driver has no call for uncaught errors: Firefox writes them to its output.
                    "browser.dom.window.dump.enabled": true,
                },
            },
        })
    }
}
