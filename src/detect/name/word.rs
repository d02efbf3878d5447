//! Features of a word alone, which its neighbours have of it, too.

use super::super::article::Word;
use super::features::Group;
use super::hash::{hash, mix};

/// How far a token sees.
pub(super) const REACH: i32 = 2;

/// A feature of a word, and how far away tokens have it.
#[derive(Clone, Copy, Debug)]
pub(super) struct WordFeature {
    /// Its number, the same at each distance.
    pub(super) number: u32,
    /// The longest distance.
    pub(super) reach: i32,
    /// What it tells of.
    pub(super) group: Group,
}

/// What a word is without its place.
pub(super) fn features(word: &Word) -> Vec<WordFeature> {
    let text = &*word.folded;
    let mut res = vec![feature(1, hash(text), 2, Group::Word)];
    let letters: Vec<char> = text.chars().collect();
    if !letters[0].is_alphabetic() {
        let digits = letters[0].is_ascii_digit();
        res.push(feature(2, if digits { letters.len().min(5) as u32 } else { 0 }, 2, Group::Plain));
        return res;
    }
    res.push(feature(3, mix(u32::from(word.syllable), word.case as u32), 2, Group::Plain));
    if !word.syllable {
        res.push(feature(4, mix(letters.len().min(8) as u32, word.case as u32), 0, Group::Plain));
        for len in 2..=3 {
            if letters.len() > len {
                let end: String = letters[letters.len() - len..].iter().collect();
                res.push(feature(5, hash(&end), 0, Group::Plain));
            }
        }
        if letters.len() > 3 {
            let start: String = letters[..3].iter().collect();
            res.push(feature(6, hash(&start), 0, Group::Plain));
        }
    }
    res
}

/// The same feature `offset` tokens away.
pub(super) fn at_offset(number: u32, offset: i32) -> u32 {
    mix(number, (offset + 8) as u32)
}

/// What stands beyond the end of a line.
pub(super) const EDGE: u32 = 0x0ED6_E000;

fn feature(template: u32, value: u32, reach: i32, group: Group) -> WordFeature {
    WordFeature { number: mix(template, value), reach, group }
}
