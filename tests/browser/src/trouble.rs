//! What went wrong in the page without anyone asking: console errors, broken policies, requests that nobody should make.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::Browser;
use crate::page::Page;

impl Page {
    /// Says that an error which contains `part` belongs to the test.
    pub fn expect_trouble(&self, part: &str) {
        self.expected_trouble.borrow_mut().push(part.to_owned());
    }

    /// The errors that the page had so far, the expected ones too: of scripts, of the policy, of requests.
    pub async fn trouble(&self) -> Result<Vec<String>> {
        self.read_logs().await?;
        let mut res = self.console.borrow().clone();
        res.extend(self.driver.output().into_iter().filter(|it| is_firefox_error(it)));
        Ok(res)
    }

    pub(crate) async fn check_trouble(&self) -> Result<()> {
        let expected = self.expected_trouble.borrow().clone();
        let mut trouble = self.trouble().await?;
        trouble.retain(|it| !expected.iter().any(|part| it.contains(part)));
        ensure!(trouble.is_empty(), "the page had trouble:\n{}", trouble.join("\n"));
        Ok(())
    }

    /// Each address that the page has asked for, wherever it is. In Firefox without what its worker asked of others.
    pub async fn requests(&self) -> Result<Vec<String>> {
        self.read_logs().await?;
        let origin = self.site.borrow().origin();
        let mut res: Vec<_> =
            self.site.borrow().requests().iter().map(|it| format!("{origin}{it}")).collect();
        res.extend(self.traffic.borrow().iter().cloned());
        let loaded =
            self.js("return performance.getEntriesByType('resource').map(it => it.name)").await?;
        let loaded = loaded.as_array().cloned().unwrap_or_default();
        res.extend(loaded.iter().filter_map(|it| Some(it.as_str()?.to_owned())));
        res.sort();
        res.dedup();
        Ok(res)
    }

    /// The origin that everything must come from.
    pub fn origin(&self) -> String {
        self.site.borrow().origin()
    }

    /// Begins to listen, in a page that has just been opened. Chromedriver does so by itself.
    pub(crate) async fn listen(&self) -> Result<()> {
        if self.browser() == Browser::Firefox {
            self.js(FIREFOX_LISTENER).await?;
        }
        Ok(())
    }

    /// Keeps what was logged since the last time: the logs are gone with a reading, and in Firefox with the document.
    pub(crate) async fn read_logs(&self) -> Result<()> {
        match self.browser() {
            Browser::Chromium => {
                let console = self.chromium_log("browser").await?;
                self.console.borrow_mut().extend(console.iter().filter_map(console_error));
                let traffic = self.chromium_log("performance").await?;
                self.traffic.borrow_mut().extend(traffic.iter().filter_map(request_in));
            }
            Browser::Firefox => {
                let heard = self.js("return window.testTrouble?.splice(0) ?? []").await?;
                let heard = heard.as_array().cloned().unwrap_or_default();
                self.console
                    .borrow_mut()
                    .extend(heard.iter().map(|it| it.as_str().unwrap_or_default().to_owned()));
            }
        }
        Ok(())
    }

    async fn chromium_log(&self, kind: &str) -> Result<Vec<Value>> {
        let entries = self.command("se/log", json!({ "type": kind })).await?;
        Ok(entries.as_array().cloned().unwrap_or_default())
    }
}

/// Firefox has no log that a driver could read.
const FIREFOX_LISTENER: &str = "const trouble = window.testTrouble = [];
    const error = console.error.bind(console);
    console.error = (...what) => { trouble.push(what.join(' ')); error(...what); };
    addEventListener('unhandledrejection', event => trouble.push(`unhandled: ${event.reason}`));
    addEventListener('securitypolicyviolation', event =>
        trouble.push(`${event.violatedDirective} forbids ${event.blockedURI}`));";

fn console_error(entry: &Value) -> Option<String> {
    let is_error = entry["level"] == "SEVERE" || entry["source"] == "security";
    is_error.then(|| entry["message"].as_str().unwrap_or_default().to_owned())
}

/// The address in an entry of the performance log that tells of a request by the page. The browser's own pages make
/// requests too.
fn request_in(entry: &Value) -> Option<String> {
    let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
    let event = &event["message"];
    let is_request = event["method"] == "Network.requestWillBeSent";
    let by_page = event["params"]["documentURL"].as_str()?.starts_with("http://127.0.0.1");
    let url = event["params"]["request"]["url"].as_str()?;
    (is_request && by_page && !url.starts_with("data:")).then(|| url.to_owned())
}

/// An uncaught error of the page's, among what Firefox writes of its own. It is there from the first line that the page
/// runs.
fn is_firefox_error(line: &str) -> bool {
    line.starts_with("JavaScript error: http://127.0.0.1")
}
