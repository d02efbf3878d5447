//! What a person has changed who has typed over a piece of text.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::TextChange;

/// Products of the lengths of two pieces, in words, up to which words that stay are looked for
/// between the first and the last that do not.
const MOST_PAIRS: usize = 250_000;

/// The changes that make `typed` of `old`, last first, so that each one's place is still that in
/// `old` when it is its turn. Places are in bytes from the beginning of `old`.
///
/// Words are changed as wholes. A field of the browser has other line ends than the text: those that
/// stay are left as they are, and new ones are like the first one of `old`.
#[must_use]
pub fn retyped(old: &str, typed: &str) -> Vec<TextChange> {
    let (from, to) = (words(old), words(typed));
    let line_end = from.iter().find(|it| is_line_end(it)).copied().unwrap_or("\n");
    let mut at = 0;
    let starts: Vec<usize> = from
        .iter()
        .map(|it| {
            at += it.len();
            at - it.len()
        })
        .chain([old.len()])
        .collect();
    let change = |(gone, new): (Range<usize>, Range<usize>)| {
        let (start, end) = (starts[gone.start], starts[gone.end]);
        let removed = old.get(start..end).unwrap_or_default().into();
        let inserted: String =
            to[new].iter().map(|it| if is_line_end(it) { line_end } else { it }).collect();
        TextChange {
            at: u32::try_from(start).unwrap_or(u32::MAX),
            removed,
            inserted: inserted.into(),
        }
    };
    let mut res: Vec<TextChange> = differences(&from, &to).into_iter().map(change).collect();
    res.reverse();
    res
}

/// Runs of letters and digits, and each other character by itself.
fn words(text: &str) -> Vec<&str> {
    let is_of_word = |it: &str| it.starts_with(char::is_alphanumeric);
    let mut res: Vec<&str> = Vec::new();
    let mut word: Option<usize> = None;
    for (at, it) in text.grapheme_indices(true) {
        match (word, is_of_word(it)) {
            (None, true) => word = Some(at),
            (Some(_), true) => {}
            (start, false) => {
                res.extend(start.map(|start| &text[start..at]));
                res.push(it);
                word = None;
            }
        }
    }
    res.extend(word.map(|start| &text[start..]));
    res
}

fn is_line_end(it: &str) -> bool {
    matches!(it, "\n" | "\r\n" | "\r")
}

fn is_same(one: &str, other: &str) -> bool {
    one == other || is_line_end(one) && is_line_end(other)
}

/// What of `from` is not in `to`, and what stands there, in order.
fn differences(from: &[&str], to: &[&str]) -> Vec<(Range<usize>, Range<usize>)> {
    let same = |it: &(&&str, &&str)| is_same(it.0, it.1);
    let head = from.iter().zip(to).take_while(same).count();
    let (from_rest, to_rest) = (&from[head..], &to[head..]);
    let tail = from_rest.iter().rev().zip(to_rest.iter().rev()).take_while(same).count();
    let (from_rest, to_rest) =
        (&from_rest[..from_rest.len() - tail], &to_rest[..to_rest.len() - tail]);
    let kept = kept(from_rest, to_rest);
    let mut res = Vec::new();
    let (mut at, mut new_at) = (0, 0);
    for (kept, new_kept) in kept.into_iter().chain([(from_rest.len(), to_rest.len())]) {
        if at < kept || new_at < new_kept {
            res.push((head + at..head + kept, head + new_at..head + new_kept));
        }
        (at, new_at) = (kept + 1, new_kept + 1);
    }
    res
}

/// The places of the longest row of words that both have.
fn kept(from: &[&str], to: &[&str]) -> Vec<(usize, usize)> {
    let width = to.len() + 1;
    if from.len().saturating_mul(to.len()) > MOST_PAIRS {
        return Vec::new();
    }
    // How many words the rests from each pair of places on have in common.
    let mut common = vec![0_u32; (from.len() + 1) * width];
    for (at, new_at) in pairs(from.len(), to.len()) {
        common[at * width + new_at] = if is_same(from[at], to[new_at]) {
            common[(at + 1) * width + new_at + 1] + 1
        } else {
            common[(at + 1) * width + new_at].max(common[at * width + new_at + 1])
        };
    }
    let mut res = Vec::new();
    let (mut at, mut new_at) = (0, 0);
    while at < from.len() && new_at < to.len() {
        if is_same(from[at], to[new_at]) {
            res.push((at, new_at));
            (at, new_at) = (at + 1, new_at + 1);
        } else if common[(at + 1) * width + new_at] >= common[at * width + new_at + 1] {
            at += 1;
        } else {
            new_at += 1;
        }
    }
    res
}

/// All pairs of places, the last ones first.
fn pairs(len: usize, new_len: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..len).rev().flat_map(move |at| (0..new_len).rev().map(move |new_at| (at, new_at)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn apply(old: &str, typed: &str) -> String {
        let changes = retyped(old, typed);
        changes.iter().fold(old.to_owned(), |text, it| it.apply(&text).unwrap())
    }

    #[test]
    fn words_that_stay_are_left_alone() {
        // What goes and what comes.
        type Change = (&'static str, &'static str);
        // Before, after, and the changes from the left.
        let cases: [(&str, &str, &[Change]); 12] = [
            ("Mai ở Huế.", "Mai ở Huế.", &[]),
            ("Mai ở Hue.", "Mai ở Huế.", &[("Hue", "Huế")]),
            ("Mai ở Hue.", "Chị Mai ở Hue.", &[("", "Chị ")]),
            ("Mai ở Hue", "Mai ở Hue nay", &[("", " nay")]),
            ("Mai, Lan ở Hue.", "May, Lan ở Huế.", &[("Mai", "May"), ("Hue", "Huế")]),
            ("Lê Văn An nói", "Lê An nói", &[("Văn ", "")]),
            ("", "a", &[("", "a")]),
            ("a", "", &[("a", "")]),
            ("Hue\u{302}\u{301}", "Hue", &[("Hue\u{302}\u{301}", "Hue")]),
            ("a\r\nb\r\nc", "a\nb\nd", &[("c", "d")]),
            ("a\r\nb", "a\nx\nb", &[("", "x\r\n")]),
            ("a\nb", "ab", &[("a\nb", "ab")]),
        ];
        for (old, typed, want) in cases {
            let changes = retyped(old, typed);
            let got: Vec<(&str, &str)> =
                changes.iter().rev().map(|it| (&*it.removed, &*it.inserted)).collect();
            assert_eq!(got, want, "{old:?} to {typed:?}");
        }
    }

    #[test]
    fn line_ends_stay_as_they_are() {
        for (old, typed, want) in [
            ("một\r\nhai\nba\rbốn", "một\nhai\n3\nbốn", "một\r\nhai\n3\rbốn"),
            ("một\r\nhai", "một\nvà\nhai", "một\r\nvà\r\nhai"),
            ("một", "một\nhai", "một\nhai"),
            ("\n", "", ""),
        ] {
            assert_eq!(apply(old, typed), want, "{old:?} to {typed:?}");
        }
    }

    #[test]
    fn what_is_long_and_all_another_is_one_change() {
        let old = "một hai ".repeat(600);
        let typed = "ba hai ".repeat(600);
        let changes = retyped(&format!("a {old} z"), &format!("a {typed} z"));
        assert_eq!(changes.len(), 1);
        let removed = &changes[0].removed;
        assert!(removed.starts_with("một") && removed.ends_with("một"), "its ends stay");
    }

    proptest! {
        #[test]
        fn it_gives_what_was_typed(old in "[aữ \u{301}.\n]{0,12}", typed in "[aữ \u{301}.\n]{0,12}") {
            prop_assert_eq!(apply(&old, &typed), typed);
        }
    }
}
