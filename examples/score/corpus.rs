//! Reads what is scored.

use std::path::{Path, PathBuf};

use dau::document::LabelId;
use dau::formats::notation::{Block, Marked, Value, read};
use dau::text::Span;

/// Texts with the mentions that are right.
pub(crate) struct Corpus {
    /// Its file or folder.
    pub(crate) name: String,
    /// Its texts.
    pub(crate) blocks: Vec<Block>,
    /// The labels that it marks.
    pub(crate) labels: Vec<LabelId>,
}

impl Corpus {
    /// All files below `path`.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let mut blocks = Vec::new();
        let mut iob = false;
        for file in files(path)? {
            let text = std::fs::read_to_string(&file).map_err(|it| it.to_string())?;
            if file.extension().is_some_and(|it| it == "iob2") {
                iob = true;
                blocks.extend(read_iob(&text));
            } else {
                blocks.extend(read(&text).map_err(|it| format!("{}: {it}", file.display()))?);
            }
        }
        let labels = if iob {
            vec![LabelId::PER, LabelId::ORG, LabelId::LOC]
        } else {
            LabelId::BUILTIN.to_vec()
        };
        Ok(Self { name: path.display().to_string(), blocks, labels })
    }
}

fn files(path: &Path) -> Result<Vec<PathBuf>, String> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = std::fs::read_dir(path).map_err(|it| it.to_string())?;
    let mut res: Vec<PathBuf> =
        entries.filter_map(|it| it.ok().map(|it| it.path())).filter(|it| it.is_file()).collect();
    res.sort();
    Ok(res)
}

/// Tab-separated columns `number word tag …`, sentences parted by empty lines, `# text = …` before
/// each. Words are looked up in that text, so that spans are those of real spelling.
fn read_iob(text: &str) -> Vec<Block> {
    text.split("\n\n").filter_map(read_sentence).collect()
}

fn read_sentence(lines: &str) -> Option<Block> {
    let said = lines.lines().find_map(|it| it.strip_prefix("# text = "));
    let mut block = Block { text: said.unwrap_or_default().to_owned(), ..Block::default() };
    block.headers.push(("language".to_owned(), "en".to_owned()));
    let mut from = 0;
    let mut open: Option<Marked> = None;
    for line in lines.lines().filter(|it| !it.starts_with('#')) {
        let mut columns = line.split('\t').skip(1);
        let (word, tag) = (columns.next()?, columns.next()?);
        if said.is_none() {
            block.text.push_str(word);
            block.text.push(' ');
        }
        let start = from + block.text[from..].find(word)?;
        from = start + word.len();
        let span = Span::of(&(start..from));
        match (tag.split_once('-'), &mut open) {
            (Some(("I", _)), Some(it)) => it.span = it.span.cover(span),
            (Some((_, label)), _) => {
                block.mentions.extend(open.take());
                let label = LabelId::from(label);
                open = Some(Marked { span, label, optional: false, value: Value::None });
            }
            (None, _) => block.mentions.extend(open.take()),
        }
    }
    block.mentions.extend(open);
    Some(block)
}
