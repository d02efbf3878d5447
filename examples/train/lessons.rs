//! The corpus as what there is to learn.

use std::path::PathBuf;

use dau::detect::name::training::{Line, Model, lines};
use dau::document::LabelId;
use dau::formats::notation::Block;
use dau::text::Span;

use crate::copies::plain_sentences;
use crate::corpus::Corpus;
use crate::random::Random;
use crate::tally::options;

/// An article and what is learnt from it.
pub(crate) struct Lesson {
    pub(crate) block: Block,
    /// Its place among all.
    pub(crate) number: usize,
    /// `train`, `dev` or `test`.
    pub(crate) split: String,
    /// Which quarter of the writers it is of.
    pub(crate) fold: usize,
    whole: Vec<Line>,
    copies: Vec<Line>,
}

/// In how many folds writers are parted.
pub(crate) const FOLDS: usize = 4;

impl Lesson {
    pub(crate) fn new(number: usize, block: Block) -> Self {
        let id = block.header("id").unwrap_or_default();
        let mut random = Random::new(id.bytes().fold(0, |sum, it| sum * 31 + u64::from(it)));
        let copies = plain_sentences(&block, &mut random);
        Self {
            number,
            split: block.header("split").unwrap_or_default().to_owned(),
            fold: fold(id),
            whole: learnt(&block, None),
            copies: copies.iter().flat_map(|it| learnt(it, None)).collect(),
            block,
        }
    }

    /// The article's lines as they are at a second reading after one by `model`.
    pub(crate) fn again(&self, model: &Model) -> Vec<Line> {
        learnt(&self.block, Some(model))
    }

    /// What is learnt from the copies alone.
    pub(crate) fn copies(&self) -> impl Iterator<Item = &Line> {
        self.copies.iter()
    }

    /// What is learnt from the article and from its copies.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &Line> {
        self.whole.iter().chain(&self.copies)
    }
}

/// All articles.
pub(crate) fn read() -> Result<Vec<Lesson>, String> {
    let folder = PathBuf::from(crate::ROOT).join("corpus");
    let mut blocks = Vec::new();
    for language in ["en", "vi"] {
        blocks.extend(Corpus::read(&folder.join(language))?.blocks);
    }
    Ok(blocks.into_iter().enumerate().map(|(number, it)| Lesson::new(number, it)).collect())
}

/// Vietnamese parts are numbered by tens for each writer.
fn fold(id: &str) -> usize {
    let digits: String = id.chars().filter(char::is_ascii_digit).take(2).collect();
    let part: usize = digits.parse().unwrap_or_default();
    match (id.starts_with("en"), part / 10) {
        (true, _) => part % FOLDS,
        (_, 0 | 6) => 0,
        (_, 2 | 7) => 1,
        (_, 3 | 8) => 2,
        _ => 3,
    }
}

fn learnt(block: &Block, model: Option<&Model>) -> Vec<Line> {
    let names: Vec<(Span, LabelId)> =
        block.mentions.iter().map(|it| (it.span, it.label.clone())).collect();
    lines(&block.text, &options(block), &names, model)
}
