//! Moving the ends of an annotation.

use unicode_segmentation::GraphemeCursor;

use crate::text::{Span, is_grapheme_boundary, trim, words};

/// One end of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Its beginning.
    Start,
    /// Its end.
    End,
}

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards the beginning of the text.
    Back,
    /// Towards its end.
    Forward,
}

/// How far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// To the next syllable's end or beginning.
    Syllable,
    /// By one character as a reader sees it.
    Character,
}

/// `span` with one end moved; `None` where it cannot go further or nothing would be left.
#[must_use]
pub fn move_edge(
    text: &str,
    span: Span,
    edge: Edge,
    direction: Direction,
    pace: Pace,
) -> Option<Span> {
    let from = if edge == Edge::Start { span.start() } else { span.end() };
    let to = match pace {
        Pace::Character => by_character(text, from, direction)?,
        Pace::Syllable => by_syllable(text, from, edge, direction)?,
    };
    let moved = match edge {
        Edge::Start if to < span.end() => Span::new(to, span.end()),
        Edge::End if to > span.start() => Span::new(span.start(), to),
        _ => return None,
    };
    let moved = if pace == Pace::Syllable { trim(text, moved) } else { moved };
    (!moved.is_empty() && moved != span).then_some(moved)
}

pub(super) fn by_character(text: &str, from: u32, direction: Direction) -> Option<u32> {
    let mut cursor = GraphemeCursor::new(from as usize, text.len(), true);
    let to = match direction {
        Direction::Back => cursor.prev_boundary(text, 0),
        Direction::Forward => cursor.next_boundary(text, 0),
    };
    to.ok()?.and_then(|it| u32::try_from(it).ok())
}

/// Bytes on each side of an edge in which the next word is looked for.
const REACH: usize = 2048;

/// Starts stop before words, ends after them.
fn by_syllable(text: &str, from: u32, edge: Edge, direction: Direction) -> Option<u32> {
    let around = around(text, from);
    let stop = |it: Span| if edge == Edge::Start { it.start() } else { it.end() };
    let words = words(around.slice(text)).into_iter().map(|it| stop(it.shift(around.start())));
    let mut stops = words.filter(|at| is_grapheme_boundary(text, *at));
    match direction {
        Direction::Back => stops.take_while(|at| *at < from).last(),
        Direction::Forward => stops.find(|at| *at > from),
    }
}

/// A piece of text around `at`, so that one step need not read the whole.
pub(super) fn around(text: &str, at: u32) -> Span {
    let at = at as usize;
    let start = text.floor_char_boundary(at.saturating_sub(REACH));
    let end = text.ceil_char_boundary((at + REACH).min(text.len()));
    Span::of(&(start..end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_move_by_syllable_and_by_character() {
        use Direction::{Back, Forward};
        use Edge::{End, Start};
        use Pace::{Character, Syllable};
        let text = "Ông Trần Hữu\u{a0}Đức, nói";
        // The span of `from` becomes that of `to`.
        let cases = [
            ("Hữu", End, Forward, Syllable, Some("Hữu\u{a0}Đức")),
            ("Hữu", Start, Back, Syllable, Some("Trần Hữu")),
            ("Trần Hữu", End, Back, Syllable, Some("Trần")),
            ("Trần Hữu", Start, Forward, Syllable, Some("Hữu")),
            ("Hữu\u{a0}Đức", End, Forward, Syllable, Some("Hữu\u{a0}Đức,")),
            ("Hữu", End, Back, Character, Some("Hữ")),
            ("Hữu", Start, Forward, Character, Some("ữu")),
            ("Hữu", End, Back, Syllable, None),
            ("Ông", Start, Back, Syllable, None),
            ("nói", End, Forward, Character, None),
        ];
        for (from, edge, direction, pace, to) in cases {
            let at = text.find(from).unwrap();
            let span = Span::of(&(at..at + from.len()));
            let got = move_edge(text, span, edge, direction, pace).map(|it| it.slice(text));
            assert_eq!(got, to, "{from:?} {edge:?} {direction:?} {pace:?}");
        }
    }
}
