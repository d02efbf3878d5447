//! The driver process that stands between the tests and a browser.

use std::env;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::Browser;

/// How often a driver is started before that is given up.
const ATTEMPTS: usize = 5;

/// A driver of our own on a free port; it ends with this value.
pub(crate) struct Driver {
    process: Child,
    port: u16,
    output: Arc<Mutex<Vec<String>>>,
}

impl Driver {
    /// Starts the driver of `browser` and waits until it says on which port it listens.
    ///
    /// Chromedriver finds a free IPv4 port and then wants the same one of IPv6; where another
    /// driver has just taken that, it ends, and is started again.
    pub(crate) fn start(browser: Browser) -> Result<Self> {
        let mut res = Self::start_once(browser);
        for _ in 1..ATTEMPTS {
            if res.is_ok() {
                break;
            }
            res = Self::start_once(browser);
        }
        res
    }

    fn start_once(browser: Browser) -> Result<Self> {
        let (variable, name) = match browser {
            Browser::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Browser::Firefox => ("GECKODRIVER", "geckodriver"),
        };
        let program = env::var(variable).unwrap_or_else(|_| name.to_owned());
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot run {program}: is it there? (make setup-test)"))?;
        let output = Arc::default();
        let (sender, ports) = mpsc::channel();
        // Both pipes are read to their end, since a driver with a full pipe stands still.
        listen(process.stdout.take(), &output, sender.clone());
        listen(process.stderr.take(), &output, sender);
        let port = wait_for_port(&ports).with_context(|| format!("{program} told no port"))?;
        Ok(Self { process, port, output })
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What the driver and, in Firefox, the browser have written so far.
    pub(crate) fn output(&self) -> Vec<String> {
        self.output.lock().expect("output").clone()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn listen(
    pipe: Option<impl Read + Send + 'static>,
    output: &Arc<Mutex<Vec<String>>>,
    ports: Sender<u16>,
) {
    let Some(pipe) = pipe else { return };
    let output = Arc::clone(output);
    thread::spawn(move || {
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            if let Some(port) = port_in(&line) {
                let _ = ports.send(port);
            }
            output.lock().expect("output").push(line);
        }
    });
}

fn wait_for_port(ports: &Receiver<u16>) -> Result<u16> {
    Ok(ports.recv_timeout(Duration::from_secs(30))?)
}

/// The port in «ChromeDriver was started successfully on port 4444.» and in geckodriver's «Listening on 127.0.0.1:4444».
fn port_in(line: &str) -> Option<u16> {
    let (_, rest) = line
        .split_once("successfully on port ")
        .or_else(|| line.split_once("Listening on 127.0.0.1:"))?;
    rest.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_port_that_a_driver_tells() {
        assert_eq!(port_in("ChromeDriver was started successfully on port 41235."), Some(41235));
        assert_eq!(port_in("1763\tgeckodriver\tINFO\tListening on 127.0.0.1:4444"), Some(4444));
        assert_eq!(port_in("Starting ChromeDriver 156 on port 0"), None);
    }
}
