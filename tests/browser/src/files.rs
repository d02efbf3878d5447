//! Files that go out of the page and into it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::page::{PATIENCE, Page};

/// A file that the page gave its user.
#[derive(Clone, Debug)]
pub struct Download {
    /// The name that the page gave it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Download {
    /// What is in it, as JSON.
    pub fn json(&self) -> Result<Value> {
        serde_json::from_slice(&self.bytes).with_context(|| format!("{} is not JSON", self.name))
    }
}

impl Page {
    /// Waits for the next finished download and takes it out of the folder.
    pub async fn download(&self) -> Result<Download> {
        let began = Instant::now();
        loop {
            if let Some(file) = finished(&self.folder.path().join("downloads"))? {
                let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let bytes = fs::read(&file)?;
                fs::remove_file(&file)?;
                return Ok(Download { name, bytes });
            }
            if began.elapsed() > PATIENCE {
                bail!("nothing was downloaded within {PATIENCE:?}");
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Gives the page's file input a file with this name and content, as the file dialogue would.
    pub async fn upload(&self, selector: &str, name: &str, bytes: &[u8]) -> Result<()> {
        let file = self.folder.path().join(name);
        fs::write(&file, bytes)?;
        let input = self.find(selector).await?;
        Ok(input.send_keys(&file.to_string_lossy()).await?)
    }
}

/// A file of the folder that is there in full. Both browsers write to a file of another name first; Firefox holds the
/// place with an empty one meanwhile.
fn finished(folder: &Path) -> Result<Option<PathBuf>> {
    let files: Vec<_> = fs::read_dir(folder)?.map(|it| Ok(it?.path())).collect::<Result<_>>()?;
    let is_partial =
        |it: &&PathBuf| it.extension().is_some_and(|it| it == "crdownload" || it == "part");
    if files.iter().any(|it| is_partial(&it)) {
        return Ok(None);
    }
    let is_hidden =
        |it: &PathBuf| it.file_name().is_some_and(|it| it.to_string_lossy().starts_with('.'));
    let is_whole = |it: &PathBuf| fs::metadata(it).is_ok_and(|it| it.len() > 0);
    Ok(files.into_iter().find(|it| !is_hidden(it) && is_whole(it)))
}
