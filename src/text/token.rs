//! The smallest pieces that detection looks at.

use super::Span;
use super::compose::is_mark;
use super::fold::is_invisible;

/// A run of letters, a run of digits, or one other visible character.
///
/// Deliberately small: `22/12/2024` is five tokens and `9h30` three, since the
/// rules that put them together differ; [`Token::gap`] says what stood between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// What stands between it and the token before.
    pub gap: Gap,
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters with their combining marks; invisible characters inside are kept.
    Letters,
    /// Decimal digits `0`…`9`.
    Digits,
    /// Any other visible character, one at a time.
    Symbol,
}

/// What stands before a token. Ordered: each is wider than the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing: it touches the token before.
    None,
    /// White space within a line, also no-break spaces, however many.
    Space,
    /// The end of a line; also what stands before the first token.
    Line,
}

/// The tokens of `text` in order. White space and invisible characters outside of
/// words are in none.
pub fn tokens(text: &str) -> impl Iterator<Item = Token> {
    let mut rest = text.char_indices().peekable();
    let mut gap = Gap::Line;
    std::iter::from_fn(move || {
        loop {
            let (start, first) = rest.next()?;
            match class(first) {
                Class::Line => gap = Gap::Line,
                Class::Space => gap = gap.max(Gap::Space),
                Class::Ignored => {}
                Class::Visible(kind) => {
                    let mut end = start + first.len_utf8();
                    while let Some((at, next)) = rest.next_if(|it| continues(kind, it.1)) {
                        end = at + next.len_utf8();
                    }
                    let span = Span::of(&(start..end));
                    return Some(Token { span, kind, gap: std::mem::replace(&mut gap, Gap::None) });
                }
            }
        }
    })
}

enum Class {
    Line,
    Space,
    Ignored,
    Visible(TokenKind),
}

fn class(it: char) -> Class {
    match it {
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Class::Line,
        'a'..='z' | 'A'..='Z' => Class::Visible(TokenKind::Letters),
        '0'..='9' => Class::Visible(TokenKind::Digits),
        ' ' => Class::Space,
        it if is_invisible(it) || it.is_control() => Class::Ignored,
        it if is_letter(it) => Class::Visible(TokenKind::Letters),
        it if it.is_whitespace() => Class::Space,
        _ => Class::Visible(TokenKind::Symbol),
    }
}

fn continues(kind: TokenKind, it: char) -> bool {
    match kind {
        TokenKind::Letters => is_letter(it) || joins(it) || is_invisible(it),
        TokenKind::Digits => it.is_ascii_digit(),
        TokenKind::Symbol => joins(it),
    }
}

/// [`char::is_alphabetic`], which searches long tables, known at once for the letters of Vietnamese.
fn is_letter(it: char) -> bool {
    match it {
        'a'..='z' | 'A'..='Z' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ḁ'..='ỿ' => true,
        _ => !it.is_ascii() && it.is_alphabetic(),
    }
}

/// What is written onto the character before it: marks of NFD text, the emoji style.
fn joins(it: char) -> bool {
    is_mark(it) || it == '\u{fe0f}'
}

/// The words of `text`, and each symbol that is in none: what a person means by a step.
///
/// `TP.HCM`, `43.700` and `K’Nàng` are one word each: a dot, an apostrophe or, in numbers, a comma
/// that touches both sides does not part them.
#[must_use]
pub fn words(text: &str) -> Vec<Span> {
    let tokens: Vec<Token> = tokens(text).collect();
    let mut rest = &tokens[..];
    let mut res = Vec::new();
    while let Some(first) = rest.first() {
        let (word, after) = rest.split_at(word_len(text, rest));
        res.push(word.last().map_or(first.span, |it| first.span.cover(it.span)));
        rest = after;
    }
    res
}

/// How many of `tokens`, which are not none, make their first word.
fn word_len(text: &str, tokens: &[Token]) -> usize {
    let touch = |it: &Token| it.gap == Gap::None;
    let solid = |it: &Token| it.kind != TokenKind::Symbol;
    let mut len = 1;
    loop {
        len += match &tokens[len - 1..] {
            [last, next, ..] if solid(last) && solid(next) && touch(next) => 1,
            [last, between, next, ..]
                if solid(last)
                    && last.kind == next.kind
                    && touch(between)
                    && touch(next)
                    && (matches!(between.span.slice(text), "." | "'" | "’")
                        || between.span.slice(text) == "," && last.kind == TokenKind::Digits) =>
            {
                2
            }
            _ => return len,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_unicode() {
        for it in '\0'..=char::MAX {
            assert_eq!(is_letter(it), it.is_alphabetic(), "{it:?}");
        }
    }

    #[test]
    fn tokens_say_what_stood_between_them() {
        // `_` for a space before, `|` for a line end, nothing where they touch.
        let cases = [
            ("Sáng 9/8/2022, lúc 9h30", "|Sáng_9/8/2022,_lúc_9h30", 11),
            ("a\u{a0}\u{a0}b", "|a_b", 2),
            ("a\r\n\r\nb", "|a|b", 2),
            ("Nguye\u{302}\u{303}n", "|Nguye\u{302}\u{303}n", 1),
            ("\u{feff}Hà\u{200b} Nội", "|Hà\u{200b}_Nội", 2),
            ("35%", "|35%", 2),
            ("", "", 0),
        ];
        for (text, want, count) in cases {
            let got: String = tokens(text)
                .map(|it| {
                    let gap = match it.gap {
                        Gap::None => "",
                        Gap::Space => "_",
                        Gap::Line => "|",
                    };
                    format!("{gap}{}", it.span.slice(text))
                })
                .collect();
            assert_eq!(got, want, "{text:?}");
            assert_eq!(tokens(text).count(), count, "{text:?}");
        }
    }

    #[test]
    fn words_keep_what_stands_inside_them() {
        let cases: [(&str, &[&str]); 7] = [
            ("TP.HCM, 43.700,5 km", &["TP.HCM", ",", "43.700,5", "km"]),
            ("K’Nàng don't", &["K’Nàng", "don't"]),
            ("9h30 Covid-19", &["9h30", "Covid", "-", "19"]),
            ("a, b.", &["a", ",", "b", "."]),
            ("v.v...", &["v.v", ".", ".", "."]),
            ("13/7", &["13", "/", "7"]),
            ("", &[]),
        ];
        for (text, want) in cases {
            let got: Vec<&str> = words(text).iter().map(|it| it.slice(text)).collect();
            assert_eq!(got, want, "{text:?}");
        }
    }
}
