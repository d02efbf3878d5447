//! The articles, with what is right in them.

use std::path::Path;

use dau::detect::Language;
use dau::document::{NaiveDate, parse_date};
use dau::formats::notation::{Block, Marked};

use crate::corpus::Corpus;

/// An article that is to be annotated.
pub(crate) struct Article {
    /// Its id in the corpus.
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) language: Option<Language>,
    pub(crate) reference_date: Option<NaiveDate>,
    /// What it should have, in reading order.
    pub(crate) gold: Vec<Marked>,
}

impl From<Block> for Article {
    fn from(it: Block) -> Self {
        Self {
            name: it.header("id").unwrap_or_default().to_owned(),
            language: it.header("language").and_then(Language::parse),
            reference_date: it.header("reference").and_then(parse_date),
            gold: it.mentions,
            text: it.text,
        }
    }
}

/// Where articles come from.
#[derive(Clone, Copy)]
pub(crate) enum Source {
    /// The project's own corpus: what it keeps for tests.
    Own,
    /// The two annotated news pages.
    Gold,
    /// The sentences of newspapers, as one page.
    News,
}

impl Source {
    /// All its articles, in order.
    pub(crate) fn read(self) -> Result<Vec<Article>, String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let read = |path: &str| {
            let path = root.join(path);
            Corpus::read(&path).map_err(|why| format!("{}: {why}", path.display()))
        };
        Ok(match self {
            Self::Own => {
                let all = [read("corpus/vi")?, read("corpus/en")?];
                let blocks = all.into_iter().flat_map(|it| it.blocks);
                blocks.filter(|it| it.header("split") == Some("test")).map(Into::into).collect()
            }
            Self::Gold => read("../shared/gold")?.blocks.into_iter().map(Into::into).collect(),
            Self::News => page(read("../shared/corpus/vtb-news.txt")?.blocks).into_iter().collect(),
        })
    }
}

/// The blocks as the paragraphs of one page.
fn page(blocks: Vec<Block>) -> Option<Article> {
    let mut res = Block { headers: blocks.first()?.headers.clone(), ..Block::default() };
    for block in blocks {
        let by = u32::try_from(res.text.len()).ok()?;
        let moved = |it: Marked| Marked { span: it.span.shift(by), ..it };
        res.mentions.extend(block.mentions.into_iter().map(moved));
        res.text.push_str(&block.text);
        res.text.push('\n');
    }
    Some(res.into())
}
