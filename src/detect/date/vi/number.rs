//! Vietnamese number words, up to the hundred thousands.

use crate::detect::date::numeral::NumWord::{self, After, Big, Hundred, Link, Ten, Tens, Unit};
use crate::detect::date::stream::Stream;

/// What each word does in a number.
pub(super) const WORDS: &[(&str, NumWord)] = &[
    ("không", Unit(0)),
    ("một", Unit(1)),
    ("hai", Unit(2)),
    ("ba", Unit(3)),
    ("bốn", Unit(4)),
    ("năm", Unit(5)),
    ("sáu", Unit(6)),
    ("bảy", Unit(7)),
    ("bẩy", Unit(7)),
    ("tám", Unit(8)),
    ("chín", Unit(9)),
    ("mười", Ten),
    ("mươi", Tens),
    ("chục", Tens),
    ("mốt", After(1)),
    ("tư", After(4)),
    ("lăm", After(5)),
    ("nhăm", After(5)),
    ("trăm", Hundred),
    ("nghìn", Big(1000)),
    ("ngàn", Big(1000)),
    ("linh", Link),
    ("lẻ", Link),
];

/// Reads a number in words, and where it ends.
pub(super) fn read(stream: &Stream<'_>, at: usize) -> Option<(u32, usize)> {
    let (head, next) = hundreds(stream, at)?;
    let Some(Big(factor)) = follow(stream, next) else { return Some((head, next)) };
    let tail = follow(stream, next + 1).and_then(|_| hundreds(stream, next + 1));
    let whole = head.checked_mul(factor)?;
    Some(match tail {
        // `hai nghìn năm` are two thousand years.
        Some((rest, end)) if end > next + 2 => (whole + rest, end),
        _ => (whole, next + 1),
    })
}

/// There is no difference between an ordinal and a number after `thứ`.
pub(super) fn ordinal(stream: &Stream<'_>, at: usize) -> Option<(u32, usize)> {
    if stream.is_digits(at) {
        let lex = stream.lex(at);
        return (lex.digits <= 2).then_some((lex.number, at + 1));
    }
    match stream.word(at) {
        "nhất" => Some((1, at + 1)),
        "nhì" => Some((2, at + 1)),
        "tư" => Some((4, at + 1)),
        _ => read(stream, at),
    }
}

/// What the word there does in a number, if it goes on from the one before.
fn follow(stream: &Stream<'_>, at: usize) -> Option<NumWord> {
    if stream.follows(at) { stream.lex(at).word } else { None }
}

fn hundreds(stream: &Stream<'_>, at: usize) -> Option<(u32, usize)> {
    let Some(Unit(count)) = stream.lex(at).word else { return tens(stream, at) };
    if follow(stream, at + 1) != Some(Hundred) {
        return tens(stream, at);
    }
    let (head, next) = (count * 100, at + 2);
    match (follow(stream, next), follow(stream, next + 1)) {
        (Some(Link), Some(Unit(rest) | After(rest))) => Some((head + rest, next + 2)),
        (Some(Ten), _) | (Some(Unit(_)), Some(Tens)) => {
            tens(stream, next).map(|it| (head + it.0, it.1))
        }
        _ => Some((head, next)),
    }
}

fn tens(stream: &Stream<'_>, at: usize) -> Option<(u32, usize)> {
    let after = |next: usize, head: u32| match follow(stream, next) {
        Some(After(rest)) => (head + rest, next + 1),
        // `mười năm` are ten years: fifteen is `mười lăm`.
        Some(Unit(rest)) if rest != 5 && rest != 0 && follow(stream, next + 1) != Some(Tens) => {
            (head + rest, next + 1)
        }
        _ => (head, next),
    };
    match stream.lex(at).word? {
        Ten => Some(after(at + 1, 10)),
        Unit(count) => match follow(stream, at + 1) {
            Some(Tens) if count > 0 => Some(after(at + 2, count * 10)),
            // `năm năm`: five years; `năm tháng`: months and years as well.
            _ => Some((count, at + 1)),
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::article::Article;
    use crate::detect::date::VIETNAMESE;

    #[test]
    fn numbers_in_words() {
        let cases = [
            ("ba", Some((3, 1))),
            ("mười", Some((10, 1))),
            ("mười năm", Some((10, 1))),
            ("mười lăm", Some((15, 2))),
            ("hai mươi mốt", Some((21, 3))),
            ("ba mươi tư", Some((34, 3))),
            ("hai mươi năm", Some((20, 2))),
            ("một trăm năm mươi", Some((150, 4))),
            ("một trăm linh năm", Some((105, 4))),
            ("hai nghìn năm", Some((2000, 2))),
            ("năm", Some((5, 1))),
            ("tư", None),
            ("lăm", None),
        ];
        for (text, want) in cases {
            let article = Article::new(text);
            let stream = Stream::new(&article, &VIETNAMESE);
            assert_eq!(read(&stream, 0), want, "{text}");
        }
    }
}
