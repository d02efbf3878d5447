//! Paragraphs, and where a selection may begin and end.

use unicode_segmentation::GraphemeCursor;

use super::{Span, words};

/// The lines of a text without their ends (`\n`, `\r\n` or `\r`), also the empty
/// ones. There is always at least one.
pub fn paragraphs(text: &str) -> impl Iterator<Item = Span> {
    let mut start = Some(0);
    std::iter::from_fn(move || {
        let from = start?;
        let rest = &text[from..];
        let end = rest.find(['\n', '\r']).map(|it| it + from);
        start = end.map(|it| it + if text[it..].starts_with("\r\n") { 2 } else { 1 });
        Some(Span::of(&(from..end.unwrap_or(text.len()))))
    })
}

/// Whether the byte offset `at` stands between two characters as a reader sees them.
#[must_use]
pub fn is_grapheme_boundary(text: &str, at: u32) -> bool {
    let at = at as usize;
    text.is_char_boundary(at)
        && GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0) == Ok(true)
}

/// `span` without white space at its ends; empty if there is nothing else inside.
#[must_use]
pub fn trim(text: &str, span: Span) -> Span {
    trim_by(text, span, char::is_whitespace)
}

/// `span` grown to whole words, then without white space and punctuation at its
/// ends: what a person meant who dragged over some of the letters.
///
/// If there are no letters or digits inside, only white space is taken off.
#[must_use]
pub fn snap(text: &str, span: Span) -> Span {
    let line = lines_around(text, span);
    let touched = words(line.slice(text)).into_iter().map(|it| it.shift(line.start()));
    let grown = touched.filter(|it| it.intersects(span)).reduce(Span::cover);
    let grown = whole(text, grown.unwrap_or(span));
    let bare = whole(text, trim_by(text, grown, |it| !it.is_alphanumeric()));
    if bare.is_empty() { trim(text, grown) } else { bare }
}

/// `span` grown so that it splits no grapheme cluster: a mark belongs to the letter before it.
#[must_use]
pub fn whole(text: &str, span: Span) -> Span {
    let (mut start, mut end) = (span.start(), span.end());
    while !is_grapheme_boundary(text, start) {
        start -= 1;
    }
    while !is_grapheme_boundary(text, end) {
        end += 1;
    }
    Span::new(start, end)
}

/// The lines that `span` touches, without the end of the last one.
#[must_use]
pub fn lines_around(text: &str, span: Span) -> Span {
    let start = text[..span.start() as usize].rfind(['\n', '\r']).map_or(0, |it| it + 1);
    let end = text[span.end() as usize..]
        .find(['\n', '\r'])
        .map_or(text.len(), |it| it + span.end() as usize);
    Span::of(&(start..end))
}

fn trim_by(text: &str, span: Span, outer: impl Fn(char) -> bool) -> Span {
    let inside = span.slice(text);
    let end = inside.trim_end_matches(&outer).len();
    let start = end - inside[..end].trim_start_matches(&outer).len();
    let offset = span.start() as usize;
    Span::of(&(offset + start..offset + end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_lines_without_their_ends() {
        let cases: [(&str, &[&str]); 5] = [
            ("", &[""]),
            ("a", &["a"]),
            ("a\n", &["a", ""]),
            ("a\r\n\r\nb\rc\n", &["a", "", "b", "c", ""]),
            ("\n\n", &["", "", ""]),
        ];
        for (text, want) in cases {
            let got: Vec<&str> = paragraphs(text).map(|it| it.slice(text)).collect();
            assert_eq!(got, want, "{text:?}");
        }
    }

    #[test]
    fn snap_takes_whole_words_and_no_outer_punctuation() {
        // What is selected stands between bars.
        let cases = [
            ("Bà H|oàng Y|ến nói", "Hoàng Yến"),
            ("Bà| Hoàng Yến, |nói", "Hoàng Yến"),
            ("“|Sóng|”", "Sóng"),
            ("“S|ón|g”", "Sóng"),
            ("(TP.H|C|M)", "TP.HCM"),
            ("tăng 43.|7|00 đồng", "43.700"),
            ("a |...| b", "..."),
            ("xin |👨🏻\u{200d}🚒 ch|ào", "chào"),
            ("Nguye\u{302}|\u{303}n|,", "Nguye\u{302}\u{303}n"),
            ("một\nh|ai\nb|a", "hai\nba"),
            ("x|  |y", ""),
        ];
        for (marked, want) in cases {
            let parts: Vec<&str> = marked.split('|').collect();
            let text = parts.concat();
            let start = parts[0].len();
            let span = Span::of(&(start..start + parts[1].len()));
            assert_eq!(snap(&text, span).slice(&text), want, "{marked:?}");
        }
    }
}
