//! What a person does with an article and sees of it, by the hooks that the page promises.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::page::Page;

/// One annotation as it is drawn: its pieces put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// The annotation.
    pub id: String,
    /// The label of the piece in which it is the innermost one; empty where it never is.
    pub label: String,
    /// The text under it, line breaks aside.
    pub text: String,
}

/// Collects the highlighted runs by annotation, in reading order.
const HIGHLIGHTS: &str = "
    const found = new Map();
    for (const run of document.querySelectorAll('[data-testid=article] [data-ids]')) {
        const ids = run.dataset.ids.split(' ');
        ids.forEach((id, place) => {
            const it = found.get(id) ?? { id, label: '', text: '' };
            it.text += run.textContent;
            if (place === ids.length - 1) it.label = run.dataset.label;
            found.set(id, it);
        });
    }
    return [...found.values()].map(it => [it.id, it.label, it.text]);";

impl Page {
    /// Pastes an article into the empty page and waits until it is annotated.
    pub async fn open_article(&self, text: &str) -> Result<()> {
        self.paste(text).await?;
        self.wait_until("document.querySelector('[data-testid=article]')").await?;
        self.wait_ready().await
    }

    /// The article as the page shows it.
    pub async fn article_text(&self) -> Result<String> {
        let text =
            self.js("return document.querySelector('[data-testid=article]')?.textContent").await?;
        Ok(text.as_str().context("no article is shown")?.to_owned())
    }

    /// What is highlighted, in reading order.
    pub async fn highlights(&self) -> Result<Vec<Highlight>> {
        self.wait_for_paint().await?;
        let rows = self.js(HIGHLIGHTS).await?;
        let cell = |row: &Value, at: usize| row[at].as_str().unwrap_or_default().to_owned();
        let rows = rows.as_array().context("no rows")?.iter();
        let highlight = |it| Highlight { id: cell(it, 0), label: cell(it, 1), text: cell(it, 2) };
        Ok(rows.map(highlight).collect())
    }

    /// The labels under which just this text is highlighted, in reading order.
    pub async fn labels_of(&self, text: &str) -> Result<Vec<String>> {
        let all = self.highlights().await?.into_iter();
        Ok(all.filter(|it| it.text == text).map(|it| it.label).collect())
    }

    /// Downloads the native JSON by its key.
    pub async fn export_by_key(&self) -> Result<Value> {
        self.press("Ctrl+s").await?;
        self.download().await?.json()
    }

    /// Gives the import button a file, as the file dialogue would.
    pub async fn import(&self, name: &str, bytes: &[u8]) -> Result<()> {
        self.upload("[data-testid=import] + input[type=file]", name, bytes).await
    }
}

/// What an exported file must be: of the schema, of the text to the character, and in order.
pub fn check_file(file: &Value, text: &str) -> Result<()> {
    let schema = include_str!("../../../schema/dau-1.schema.json");
    let schema = jsonschema::validator_for(&serde_json::from_str(schema)?)?;
    schema.validate(file).map_err(|it| anyhow::anyhow!("{}: {it}", it.instance_path()))?;
    ensure!(file["document"]["text"] == text, "the text is not what was pasted");
    let characters: Vec<char> = text.chars().collect();
    let mut last = (0, 0);
    for it in file["annotations"].as_array().context("no annotations")? {
        let end = |name: &str| it[name].as_u64().and_then(|it| usize::try_from(it).ok());
        let (start, end) = end("start").zip(end("end")).context("no offsets")?;
        let slice: String = characters[start..end].iter().collect();
        ensure!(it["text"] == slice.as_str(), "{it} is not at its offsets: {slice:?}");
        ensure!(last <= (start, usize::MAX - end), "{it} is not in order");
        last = (start, usize::MAX - end);
    }
    Ok(())
}

/// The articles that lie beside the project, with their names; a printed line where they do not.
pub fn shared_articles() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/articles");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: no articles at {}", folder.display());
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries.filter_map(|it| Some(it.ok()?.path())).collect();
    files.sort();
    let named = |it: PathBuf| {
        let name = it.file_stem()?.to_string_lossy().into_owned();
        Some((name, std::fs::read_to_string(it).ok()?))
    };
    files.into_iter().filter_map(named).collect()
}
