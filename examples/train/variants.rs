//! Copies of annotated texts that say the same in another way.

use std::ops::Range;

use dau::formats::notation::{Block, Marked};
use dau::text::Span;

use crate::random::Random;

/// A text with some of its pieces replaced, and its mentions where they are then.
pub(crate) fn edited(block: &Block, edits: &[(Range<usize>, String)]) -> Block {
    let mut text = String::new();
    let mut from = 0;
    for (range, with) in edits {
        text.push_str(&block.text[from..range.start]);
        text.push_str(with);
        from = range.end;
    }
    text.push_str(&block.text[from..]);
    let moved = |at: u32, end: bool| -> u32 {
        let at = at as usize;
        let mut shift = 0_i64;
        for (range, with) in edits {
            if range.end <= at { shift += with.len() as i64 - range.len() as i64; }
            else if range.start < at { return if end { (range.start as i64 + shift) as u32 + with.len() as u32 } else { (range.start as i64 + shift) as u32 }; }
        }
        (at as i64 + shift) as u32
    };
    let mentions = block.mentions.iter().filter_map(|it| {
        let (a, b) = (moved(it.span.start(), false), moved(it.span.end(), true));
        (a < b).then(|| Marked { span: Span::new(a, b), ..it.clone() })
    }).collect();
    Block { headers: block.headers.clone(), text, mentions }
}

const TITLES: &[&str] = &["ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cậu", "dì", "thím", "mợ", "cụ", "cháu", "thầy", "đồng chí", "Ông", "Bà", "Anh", "Chị", "Em", "Cô", "Chú", "Bác", "Cậu", "Dì", "Thím", "Mợ", "Cụ", "Cháu", "Thầy", "Đồng chí", "bé", "Bé"];

/// People without what they are addressed by, some by their given name alone.
pub(crate) fn plain_people(block: &Block, random: &mut Random, titles: f32, given: f32) -> Block {
    let text = &block.text;
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for it in block.mentions.iter().filter(|it| it.label.as_str() == "PER") {
        let (start, end) = (it.span.start() as usize, it.span.end() as usize);
        if random.below_one() < titles {
            for t in TITLES {
                if text[..start].ends_with(&format!("{t} ")) {
                    let at = start - t.len() - 1;
                    if text[..at].chars().next_back().is_none_or(|c| !c.is_alphabetic()) { edits.push((at..start, String::new())); }
                    break;
                }
            }
        }
        let name = &text[start..end];
        let parts: Vec<&str> = name.split(' ').collect();
        if (2..=4).contains(&parts.len()) && random.below_one() < given {
            edits.push((start..end, parts[parts.len() - 1].to_owned()));
        }
    }
    edits.sort_by_key(|it| it.0.start);
    let mut last = 0;
    edits.retain(|it| { let ok = it.0.start >= last; if ok { last = it.0.end; } ok });
    edited(block, &edits)
}
