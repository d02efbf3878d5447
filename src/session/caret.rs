//! Where the caret is in the article, and how far it goes.
//!
//! The article is not typed into, so the caret stands before the words: forward it goes to the next
//! beginning. While it draws a selection it goes to the ends of what it takes in.

use super::Direction::{self, Forward};
use super::edge::{around, by_character};
use crate::text::{Span, is_grapheme_boundary, paragraphs, sentences, trim, words};

/// A place in the text, and where the selection began that it draws. In bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Caret {
    pub(super) at: u32,
    pub(super) anchor: Option<u32>,
}

/// How far the caret goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stride {
    /// By one character as a reader sees it.
    Character,
    /// To the next syllable.
    Syllable,
    /// To the next sentence.
    Sentence,
    /// To the next paragraph that is not empty.
    Paragraph,
    /// To the text's end or beginning.
    Text,
}

/// Where the caret is to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// So far that way.
    By(Stride, Direction),
    /// To this byte; only the page knows where lines break.
    At(u32),
}

impl Caret {
    /// The caret where `goal` is; `extend` leaves the selection's other end where it is.
    pub(super) fn moved(self, text: &str, goal: Goal, extend: bool) -> Self {
        let at = within(text, self.at);
        let anchor = extend.then(|| within(text, self.anchor.unwrap_or(at)));
        let to = match goal {
            Goal::At(to) => within(text, to),
            Goal::By(stride, way) => go(text, at, stride, way, takes_ends(at, anchor, way)),
        };
        // From one side of its other end to the other the selection is empty for one step.
        let crosses = anchor.filter(|it| (at < *it && *it < to) || (to < *it && *it < at));
        let stops = matches!(goal, Goal::By(Stride::Character | Stride::Syllable, _));
        Self { at: crosses.filter(|_| stops).unwrap_or(to), anchor }
    }
}

/// Whether the caret is, or is about to be, the end of a selection rather than its beginning.
fn takes_ends(at: u32, anchor: Option<u32>, way: Direction) -> bool {
    anchor.is_some_and(|it| at > it || (at == it && way == Forward))
}

/// The place in `text` that is not inside a character and not after it.
fn within(text: &str, at: u32) -> u32 {
    let len = Span::of(&(0..text.len())).end();
    let mut at = at.min(len);
    while !is_grapheme_boundary(text, at) {
        at -= 1;
    }
    at
}

fn go(text: &str, at: u32, stride: Stride, way: Direction, ends: bool) -> u32 {
    let len = Span::of(&(0..text.len())).end();
    let edge = if way == Forward { len } else { 0 };
    let to = match stride {
        Stride::Text => None,
        Stride::Character => by_character(text, at, way),
        Stride::Syllable | Stride::Sentence | Stride::Paragraph => {
            next_stop(text, at, stride, way, ends)
        }
    };
    to.unwrap_or(edge)
}

fn next_stop(text: &str, at: u32, stride: Stride, way: Direction, ends: bool) -> Option<u32> {
    let stop = |it: &Span| if ends { it.end() } else { it.start() };
    let is_stop = |it: &u32| is_grapheme_boundary(text, *it);
    if way == Forward {
        let lines = paragraphs(text).filter(|it| it.end() >= at);
        let mut units = lines.flat_map(|it| units(text, it, at, stride));
        return units.find_map(|it| Some(stop(&it)).filter(|it| *it > at && is_stop(it)));
    }
    let lines: Vec<Span> = paragraphs(text).take_while(|it| it.start() < at).collect();
    let mut units =
        lines.into_iter().rev().flat_map(|it| units(text, it, at, stride).into_iter().rev());
    units.find_map(|it| Some(stop(&it)).filter(|it| *it < at && is_stop(it)))
}

/// Bytes of a paragraph up to which all of its words are looked at for one step.
const LONG: u32 = 4096;

/// The pieces of a paragraph that the caret goes by.
fn units(text: &str, paragraph: Span, at: u32, stride: Stride) -> Vec<Span> {
    match stride {
        Stride::Sentence => sentences(text, paragraph),
        Stride::Paragraph => {
            Some(trim(text, paragraph)).filter(|it| !it.is_empty()).into_iter().collect()
        }
        _ => {
            let near = around(text, at);
            let part =
                if paragraph.len() > LONG && paragraph.contains(near) { near } else { paragraph };
            let words = words(part.slice(text)).into_iter().map(|it| it.shift(part.start()));
            words.filter(|it| it.slice(text).contains(char::is_alphanumeric)).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Direction::Back;
    use super::*;

    /// The text with `|` where the caret is, and `[` at the other end of what it selects.
    fn drawn(text: &str, it: Caret) -> String {
        let mut marks = vec![(it.at, '|')];
        marks.extend(it.anchor.map(|it| (it, '[')));
        marks.sort_unstable();
        let mut res = text.to_owned();
        marks.iter().rev().for_each(|(at, mark)| res.insert(*at as usize, *mark));
        res
    }

    fn read(marked: &str) -> (String, Caret) {
        let place = |mark: char, other: char| {
            let at = marked.find(mark)?;
            let before = marked[..at].matches(other).count();
            Some(u32::try_from(at - before).unwrap())
        };
        let caret = Caret { at: place('|', '[').unwrap(), anchor: place('[', '|') };
        (marked.replace(['|', '['], ""), caret)
    }

    #[test]
    fn the_caret_goes_by_each_stride() {
        use Stride::{Character, Paragraph, Sentence, Syllable, Text};
        let cases = [
            ("|Ở Hà Nội, mưa.", Syllable, Forward, "Ở |Hà Nội, mưa."),
            ("Ở Hà |Nội, mưa.", Syllable, Forward, "Ở Hà Nội, |mưa."),
            ("Ở Hà Nội, |mưa.", Syllable, Forward, "Ở Hà Nội, mưa.|"),
            ("Ở Hà Nội, |mưa.", Syllable, Back, "Ở Hà |Nội, mưa."),
            ("Ở H|à Nội", Syllable, Back, "Ở |Hà Nội"),
            ("|Ở", Syllable, Back, "|Ở"),
            ("một |\n\n hai", Syllable, Forward, "một \n\n |hai"),
            ("một\r\n\r\n|hai", Syllable, Back, "|một\r\n\r\nhai"),
            ("Nguy|e\u{302}\u{303}n", Character, Forward, "Nguye\u{302}\u{303}|n"),
            ("👨🏻\u{200d}🚒|!", Character, Back, "|👨🏻\u{200d}🚒!"),
            ("a|\r\nb", Character, Forward, "a\r\n|b"),
            ("M|ột. Hai.\nBa.", Sentence, Forward, "Một. |Hai.\nBa."),
            ("Một. |Hai.\nBa.", Sentence, Forward, "Một. Hai.\n|Ba."),
            ("Một. Hai|.\nBa.", Sentence, Back, "Một. |Hai.\nBa."),
            ("Một. |Hai.", Sentence, Back, "|Một. Hai."),
            ("m|ột\n\n \nhai", Paragraph, Forward, "một\n\n \n|hai"),
            ("một\n\nh|ai", Paragraph, Back, "một\n\n|hai"),
            ("một\n\n|hai", Paragraph, Back, "|một\n\nhai"),
            ("một\n|hai", Paragraph, Forward, "một\nhai|"),
            ("m|ột\nhai", Text, Forward, "một\nhai|"),
            ("một\nh|ai", Text, Back, "|một\nhai"),
            ("|", Syllable, Forward, "|"),
        ];
        for (from, stride, way, want) in cases {
            let (text, caret) = read(from);
            let got = caret.moved(&text, Goal::By(stride, way), false);
            assert_eq!(drawn(&text, got), want, "{from:?} {stride:?} {way:?}");
        }
    }

    #[test]
    fn a_selection_takes_in_whole_words_at_either_end() {
        use Stride::{Character, Sentence, Syllable};
        let cases = [
            ("Ở |Hà Nội, mưa", Syllable, Forward, "Ở [Hà| Nội, mưa"),
            ("Ở [Hà| Nội, mưa", Syllable, Forward, "Ở [Hà Nội|, mưa"),
            ("Ở [Hà Nội|, mưa", Syllable, Back, "Ở [Hà| Nội, mưa"),
            ("Ở [Hà| Nội", Syllable, Back, "Ở [|Hà Nội"),
            ("Ở Hà |Nội", Syllable, Back, "Ở |Hà [Nội"),
            ("Ở |Hà [Nội", Syllable, Forward, "Ở Hà [|Nội"),
            ("Ở [Hà| Nội", Character, Back, "Ở [H|à Nội"),
            ("|Một. Hai.", Sentence, Forward, "[Một.| Hai."),
            ("[Một.| Hai.", Sentence, Forward, "[Một. Hai.|"),
            ("Một. |Hai.", Sentence, Back, "|Một. [Hai."),
        ];
        for (from, stride, way, want) in cases {
            let (text, caret) = read(from);
            let got = caret.moved(&text, Goal::By(stride, way), true);
            let got = drawn(&text, got).replace("|[", "[|");
            assert_eq!(got, want, "{from:?} {stride:?} {way:?}");
        }
    }

    #[test]
    fn a_place_is_in_the_text_and_splits_no_character() {
        let text = "ne\u{302}\u{301}n";
        for (to, want) in [(0, 0), (3, 1), (5, 1), (6, 6), (99, 7)] {
            assert_eq!(Caret::default().moved(text, Goal::At(to), false).at, want, "{to}");
        }
    }

    #[test]
    fn a_step_in_a_very_long_line_stays_near() {
        let text = "bốn năm ".repeat(20_000);
        let at = Span::of(&(0..text.len() / 18 * 9)).end();
        let caret = Caret::default().moved(&text, Goal::At(at), false);
        let to = caret.moved(&text, Goal::By(Stride::Syllable, Forward), false).at;
        assert!(to > caret.at && to - caret.at < 10, "{} {to}", caret.at);
    }
}
