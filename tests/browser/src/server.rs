//! A small static server for the built page.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;

use anyhow::{Context, Result, ensure};

/// The page is served below this path, so that nothing in it can take the root of the host for granted.
const BASE: &str = "/some/where/";

/// The built page at an address of its own: a new one is a new origin, with nothing stored.
pub(crate) struct Site {
    port: u16,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Site {
    /// Serves `dist/` on a free port until the tests end.
    pub(crate) fn start() -> Result<Self> {
        let dist = dist();
        ensure!(
            dist.join("index.html").is_file(),
            "no page in {}: run «make build» first",
            dist.display()
        );
        let listener = TcpListener::bind("127.0.0.1:0").context("no free port")?;
        let port = listener.local_addr()?.port();
        let requests = Arc::default();
        let log = Arc::clone(&requests);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (dist, log) = (dist.clone(), Arc::clone(&log));
                thread::spawn(move || answer(stream, &dist, &log));
            }
        });
        Ok(Self { port, requests })
    }

    /// The page's address.
    pub(crate) fn url(&self) -> String {
        format!("{}{BASE}", self.origin())
    }

    pub(crate) fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The paths that were asked for, in order.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.requests.lock().expect("requests").clone()
    }
}

fn dist() -> PathBuf {
    std::env::var_os("DAU_DIST")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist"), PathBuf::from)
}

// A browser that goes away in the middle of an answer is no fault of the page.
fn answer(stream: TcpStream, dist: &Path, log: &Mutex<Vec<String>>) {
    let _ = try_answer(stream, dist, log);
}

fn try_answer(stream: TcpStream, dist: &Path, log: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let mut lines = BufReader::new(&stream).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // A browser expects its whole request to be read.
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let path = request.split(' ').nth(1).unwrap_or("/").to_owned();
    let (status, mime, body) =
        match file_of(&path, dist).map(|file| (mime_of(&file), fs::read(file))) {
            Some((mime, Ok(body))) => ("200 OK", mime, body),
            _ => ("404 Not Found", "text/plain", b"not here".to_vec()),
        };
    log.lock().expect("requests").push(path);
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    );
    (&stream).write_all(head.as_bytes())?;
    (&stream).write_all(&body)
}

/// The file that a request asks for, if that is one below `dist`.
fn file_of(path: &str, dist: &Path) -> Option<PathBuf> {
    let path = path.split(['?', '#']).next()?.strip_prefix(BASE)?;
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    path.components().all(|it| matches!(it, Component::Normal(_))).then(|| dist.join(path))
}

fn mime_of(file: &Path) -> &'static str {
    match file.extension().and_then(|it| it.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        // Without it a browser does not compile while it loads.
        Some("wasm") => "application/wasm",
        Some("json" | "webmanifest") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serves_only_what_is_below_dist() {
        let dist = Path::new("/dist");
        assert_eq!(file_of("/some/where/", dist), Some("/dist/index.html".into()));
        assert_eq!(file_of("/some/where/a/b.js?v=1", dist), Some("/dist/a/b.js".into()));
        assert_eq!(file_of("/some/where/../secret", dist), None);
        assert_eq!(file_of("/index.html", dist), None);
    }
}
