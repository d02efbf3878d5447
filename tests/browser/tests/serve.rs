//! The page as `trunk serve` gives it to those who work on it: with a script of trunk's own in it, and a policy that lets it.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use browser::browse;
use browser::page::Page;

/// What it takes to build the page where nothing of it is built.
const PATIENCE: Duration = Duration::from_secs(15 * 60);

/// `trunk serve`, until it is dropped.
struct Served(Child);

impl Served {
    fn start(port: u16, dist: &Path) -> Result<Self> {
        let child = Command::new("trunk")
            .args(["serve", "--release", "--locked", "--port", &port.to_string(), "--dist"])
            .arg(dist)
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("no trunk: run «make setup», and the tests by «make test»")?;
        Ok(Self(child))
    }

    /// Waits until the page is built.
    fn wait(&mut self, dist: &Path) -> Result<()> {
        let start = Instant::now();
        while !dist.join("index.html").is_file() {
            ensure!(self.0.try_wait()?.is_none(), "trunk has ended");
            ensure!(start.elapsed() < PATIENCE, "no page after {PATIENCE:?}");
            std::thread::sleep(Duration::from_millis(200));
        }
        Ok(())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn what_trunk_serves_can_be_worked_with() {
    let folder = tempfile::tempdir().expect("a folder");
    let dist = folder.path().join("dist");
    let free = TcpListener::bind("127.0.0.1:0").and_then(|it| it.local_addr());
    let port = free.expect("a free port").port();
    let mut served = Served::start(port, &dist).expect("trunk starts");
    served.wait(&dist).expect("trunk builds the page");
    browse(async |page: &Page| {
        page.client().goto(&format!("http://127.0.0.1:{port}/")).await?;
        page.wait_ready().await?;
        page.open_article("Ngày 12/3/2025, bà Đinh Thị Hạ Vy đến tỉnh Lâm Đồng.").await?;
        ensure!(page.labels_of("Đinh Thị Hạ Vy").await? == ["PER"]);
        Ok(())
    });
}
