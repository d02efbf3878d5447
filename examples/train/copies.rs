//! Copies of articles to learn from, beside the articles themselves.
//!
//! News introduces people with a title and says who they are all over the article; a story, a
//! caption or a pasted sentence does not. So each sentence is also learnt from alone, some people in
//! it without what they are addressed by or by their given names only.

use std::ops::Range;

use dau::formats::notation::{Block, Marked};
use dau::text::{Span, paragraphs};

use crate::random::Random;
use crate::variants::edited;

/// How often a person loses the form of address.
const UNTITLED: f32 = 0.6;

/// How often a person has the last part of the name only.
const SHORT: f32 = 0.4;

/// Forms of address that may be left out before a name.
const TITLES: [&str; 18] = [
    "đồng chí ",
    "ông ",
    "bà ",
    "anh ",
    "chị ",
    "em ",
    "cô ",
    "chú ",
    "bác ",
    "cậu ",
    "dì ",
    "thím ",
    "mợ ",
    "cụ ",
    "cháu ",
    "thầy ",
    "bé ",
    "Mr ",
];

/// The sentences of an article with their people named more plainly.
pub(crate) fn plain_sentences(block: &Block, random: &mut Random) -> Vec<Block> {
    sentences(block).iter().map(|it| plain_people(it, random)).collect()
}

fn people(block: &Block) -> impl Iterator<Item = &Marked> {
    block.mentions.iter().filter(|it| it.label.as_str() == "PER")
}

fn plain_people(block: &Block, random: &mut Random) -> Block {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for it in people(block) {
        let (start, end) = (it.span.start() as usize, it.span.end() as usize);
        let from = edits.last().map_or(0, |it| it.0.end);
        if random.below_one() < UNTITLED {
            edits.extend(
                title(&block.text[from..start]).map(|len| (start - len..start, String::new())),
            );
        }
        let last = block.text[start..end].rfind(' ').map(|it| start + it + 1);
        let short = random.below_one() < SHORT;
        edits.extend(last.filter(|_| short).map(|last| (start..last, String::new())));
    }
    edited(block, &edits)
}

/// How long the form of address is that a text ends with.
fn title(text: &str) -> Option<usize> {
    let lower = text.to_lowercase();
    let len = TITLES.iter().find(|it| lower.ends_with(**it))?.len();
    let before = text.len().checked_sub(len).and_then(|it| text.get(..it))?;
    before.chars().next_back().is_none_or(|it| !it.is_alphanumeric()).then_some(len)
}

/// Each sentence as a text of its own.
pub(crate) fn sentences(block: &Block) -> Vec<Block> {
    let lines = paragraphs(&block.text);
    lines.flat_map(|line| cut(block, line)).map(|it| part(block, it)).collect()
}

/// Where the sentences of a line are.
fn cut(block: &Block, line: Span) -> Vec<Span> {
    let text = line.slice(&block.text);
    let mut res = Vec::new();
    let mut from = 0;
    for (stop, _) in text.match_indices(['.', '?', '!']) {
        let at = line.start() + stop as u32;
        let named = block.mentions.iter().any(|it| it.span.start() <= at && at < it.span.end());
        let long = text[..stop].chars().rev().take_while(|it| it.is_alphabetic()).count() > 2;
        let next = text[stop + 1..].strip_prefix(' ');
        if !named && long && next.is_some_and(|it| it.starts_with(char::is_uppercase)) {
            res.push(Span::of(&(from..stop + 1)).shift(line.start()));
            from = stop + 2;
        }
    }
    res.push(Span::of(&(from..text.len())).shift(line.start()));
    res.retain(|it| !it.slice(&block.text).trim().is_empty());
    res
}

fn part(block: &Block, span: Span) -> Block {
    let inside = block.mentions.iter().filter(|it| span.contains(it.span));
    let moved = |it: &Marked| {
        let (start, end) = (it.span.start() - span.start(), it.span.end() - span.start());
        Marked { span: Span::new(start, end), ..it.clone() }
    };
    Block {
        headers: block.headers.clone(),
        text: span.slice(&block.text).to_owned(),
        mentions: inside.map(moved).collect(),
    }
}
