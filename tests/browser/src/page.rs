//! The page in its browser.

use std::cell::RefCell;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::driver::Driver;
use crate::server::Site;
use crate::{Browser, Options};

/// How long anything may take before a test gives up. Generous: a busy machine must not fail a test.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// The page, open in a browser. What it can be told to do is also in [`input`](crate::input), [`text`](crate::text)
/// and [`files`](crate::files).
pub struct Page {
    pub(crate) client: Client,
    pub(crate) driver: Driver,
    pub(crate) site: RefCell<Site>,
    pub(crate) folder: TempDir,
    pub(crate) expected_trouble: RefCell<Vec<String>>,
    pub(crate) console: RefCell<Vec<String>>,
    pub(crate) traffic: RefCell<Vec<String>>,
    options: Options,
}

impl Page {
    /// Starts a browser and opens the page in it, without waiting until it is ready.
    pub(crate) async fn start(options: Options) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        std::fs::create_dir(folder.path().join("downloads"))?;
        let driver = Driver::start(options.browser)?;
        let Value::Object(capabilities) = options.capabilities(folder.path()) else {
            unreachable!()
        };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&driver.url())
            .await
            .context("the driver opens no browser")?;
        let page = Self {
            client,
            driver,
            site: RefCell::new(Site::start()?),
            folder,
            expected_trouble: RefCell::default(),
            console: RefCell::default(),
            traffic: RefCell::default(),
            options,
        };
        let (width, height) = page.options.size;
        page.resize(width, height).await?;
        page.like().await?;
        page.go_to_site().await?;
        Ok(page)
    }

    /// Tells Chromium what the person likes; Firefox knows it from its start.
    async fn like(&self) -> Result<()> {
        if self.browser() == Browser::Firefox {
            return Ok(());
        }
        let scheme = if self.options.dark { "dark" } else { "light" };
        let motion = if self.options.still { "reduce" } else { "no-preference" };
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": motion },
        ]);
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
        Ok(())
    }

    /// Opens the page at the address that it has, with all that it has stored.
    pub async fn open_again(&self) -> Result<()> {
        self.go_to_site().await?;
        self.wait_ready().await
    }

    async fn go_to_site(&self) -> Result<()> {
        let url = format!("{}{}", self.site.borrow().url(), self.options.query);
        self.client.goto(&url).await?;
        self.listen().await
    }

    /// Everything else that WebDriver can do.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The browser that this is.
    pub fn browser(&self) -> Browser {
        self.options.browser
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        self.site.borrow().url()
    }

    /// Loads the page anew, with all that it has stored, and waits until it is ready.
    pub async fn reload(&self) -> Result<()> {
        self.read_logs().await?;
        self.client.refresh().await?;
        self.listen().await?;
        self.wait_ready().await
    }

    /// Opens the page as someone does who was never here: at a new origin, with nothing stored.
    pub async fn open_fresh(&self) -> Result<()> {
        self.read_logs().await?;
        self.site.replace(Site::start()?);
        self.go_to_site().await?;
        self.wait_ready().await
    }

    /// Runs a function body in the page: `page.js("return document.title")`.
    pub async fn js(&self, body: &str) -> Result<Value> {
        self.js_with(body, &[]).await
    }

    /// Runs a function body in the page with `arguments[0]`, `arguments[1]`, … A promise is awaited.
    pub async fn js_with(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        self.client
            .execute(body, arguments.to_vec())
            .await
            .with_context(|| format!("in the page: {body}"))
    }

    /// Waits until a JavaScript expression is true in the page.
    pub async fn wait_until(&self, expression: &str) -> Result<()> {
        let began = Instant::now();
        loop {
            if self.js(&format!("return Boolean({expression})")).await? == true {
                return Ok(());
            }
            if began.elapsed() > PATIENCE {
                bail!("not within {PATIENCE:?}: {expression}");
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until the page is ready for its user: `<html data-state="ready">`, and painted.
    pub async fn wait_ready(&self) -> Result<()> {
        self.wait_until("document.documentElement.dataset.state === 'ready'").await?;
        self.wait_for_paint().await
    }

    /// Waits until what was changed so far is on the screen.
    pub async fn wait_for_paint(&self) -> Result<()> {
        self.js("return new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
            .await?;
        Ok(())
    }

    /// The element with this `data-testid`, waited for.
    pub async fn by_id(&self, testid: &str) -> Result<Element> {
        self.find(&format!("[data-testid={testid}]")).await
    }

    /// The first element that a CSS selector finds, waited for.
    pub async fn find(&self, selector: &str) -> Result<Element> {
        let wait = self.client.wait().at_most(PATIENCE).every(Duration::from_millis(20));
        wait.for_element(Locator::Css(selector))
            .await
            .with_context(|| format!("no {selector} in the page"))
    }

    /// Clicks the element with this `data-testid` with the mouse.
    pub async fn click_on(&self, testid: &str) -> Result<()> {
        self.by_id(testid).await?.click().await.with_context(|| format!("clicking {testid}"))
    }

    /// How long the page's last `performance.measure` of this name took, in milliseconds.
    pub async fn measured(&self, name: &str) -> Result<f64> {
        let body = "return performance.getEntriesByName(arguments[0], 'measure').at(-1)?.duration";
        let duration = self.js_with(body, &[json!(name)]).await?;
        duration.as_f64().with_context(|| format!("the page has measured no {name}"))
    }

    /// Makes the page another size, in CSS pixels. Firefox goes no narrower than 500.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        match self.browser() {
            // Its window is never narrower than 500.
            Browser::Chromium => {
                let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                self.cdp("Emulation.setDeviceMetricsOverride", size).await?;
            }
            Browser::Firefox => {
                let frame =
                    self.js("return [outerWidth - innerWidth, outerHeight - innerHeight]").await?;
                let outer = |inner: u32, frame: &Value| inner + frame.as_u64().unwrap_or(0) as u32;
                self.client
                    .set_window_size(outer(width, &frame[0]), outer(height, &frame[1]))
                    .await?;
            }
        }
        self.wait_for_paint().await
    }

    /// A call of the Chrome DevTools Protocol, e.g. `Emulation.setCPUThrottlingRate`. Chromium only.
    pub async fn cdp(&self, command: &str, parameters: Value) -> Result<Value> {
        let body = json!({ "cmd": command, "params": parameters });
        self.command("goog/cdp/execute", body).await
    }

    /// Takes a picture of the window: `target/browser/NAME.png`.
    pub async fn picture(&self, name: &str) -> Result<PathBuf> {
        let folder = target_folder().join("browser");
        std::fs::create_dir_all(&folder)?;
        let file = folder.join(format!("{name}.png"));
        std::fs::write(&file, self.client.screenshot().await?)?;
        Ok(file)
    }

    pub(crate) async fn picture_of_failure(&self) {
        let thread = std::thread::current();
        let name = thread.name().unwrap_or("test").replace("::", "-");
        match self.picture(&name).await {
            Ok(file) => eprintln!("what it looked like: {}", file.display()),
            Err(error) => eprintln!("no picture: {error:#}"),
        }
    }

    pub(crate) async fn command(&self, path: &'static str, body: Value) -> Result<Value> {
        Ok(self.client.issue_cmd(Extension { path, body }).await?)
    }

    pub(crate) async fn close(self) {
        if let Err(error) = self.client.close().await {
            eprintln!("the browser did not close: {error}");
        }
    }
}

/// A driver's own command beside the standard's.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

fn target_folder() -> PathBuf {
    let here = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target");
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(here, PathBuf::from)
}
