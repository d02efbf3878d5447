//! English number words, up to the hundred thousands.

use crate::detect::date::numeral::NumWord::{
    self, Big, Hundred, Link, Ordinal, OrdinalTens, Unit, Whole,
};
use crate::detect::date::stream::Stream;

/// What each word does in a number.
#[rustfmt::skip]
pub(super) const WORDS: &[(&str, NumWord)] = &[
    ("zero", Unit(0)), ("one", Unit(1)), ("two", Unit(2)), ("three", Unit(3)), ("four", Unit(4)),
    ("five", Unit(5)), ("six", Unit(6)), ("seven", Unit(7)), ("eight", Unit(8)), ("nine", Unit(9)),
    ("ten", Unit(10)), ("eleven", Unit(11)), ("twelve", Unit(12)), ("thirteen", Unit(13)),
    ("fourteen", Unit(14)), ("fifteen", Unit(15)), ("sixteen", Unit(16)), ("seventeen", Unit(17)),
    ("eighteen", Unit(18)), ("nineteen", Unit(19)),
    ("twenty", Whole(20)), ("thirty", Whole(30)), ("forty", Whole(40)), ("fourty", Whole(40)), ("fifty", Whole(50)),
    ("sixty", Whole(60)), ("seventy", Whole(70)), ("eighty", Whole(80)), ("ninety", Whole(90)),
    ("hundred", Hundred), ("thousand", Big(1000)), ("and", Link),
    ("first", Ordinal(1)), ("second", Ordinal(2)), ("third", Ordinal(3)), ("fourth", Ordinal(4)),
    ("fifth", Ordinal(5)), ("sixth", Ordinal(6)), ("seventh", Ordinal(7)), ("eighth", Ordinal(8)),
    ("ninth", Ordinal(9)), ("tenth", Ordinal(10)), ("eleventh", Ordinal(11)),
    ("twelfth", Ordinal(12)), ("thirteenth", Ordinal(13)), ("fourteenth", Ordinal(14)),
    ("fifteenth", Ordinal(15)), ("sixteenth", Ordinal(16)), ("seventeenth", Ordinal(17)),
    ("eighteenth", Ordinal(18)), ("nineteenth", Ordinal(19)),
    ("twentieth", OrdinalTens(20)), ("thirtieth", OrdinalTens(30)),
    ("fortieth", OrdinalTens(40)), ("fiftieth", OrdinalTens(50)),
    // `a hundred` reads as one hundred; `a` alone is in the word lists.
    ("a", Unit(1)), ("an", Unit(1)),
];

/// What the word there does in a number, if it goes on from the one before: after a
/// space or a hyphen. Also where it stands.
fn follow(stream: &Stream<'_>, at: usize) -> Option<(NumWord, usize)> {
    let hyphen = stream.word(at) == "-" && stream.touches(at) && stream.touches(at + 1);
    let at = if hyphen { at + 1 } else { at };
    if stream.follows(at) { stream.lex(at).word.map(|it| (it, at)) } else { None }
}

/// Reads a number in words, and where it ends.
pub(super) fn read(stream: &Stream<'_>, at: usize) -> Option<(u32, usize)> {
    let (head, next) = hundreds(stream, at)?;
    let Some((Big(factor), at)) = follow(stream, next) else { return Some((head, next)) };
    let whole = head.checked_mul(factor)?;
    let tail = follow(stream, at + 1).and_then(|(word, at)| match word {
        Link => hundreds(stream, at + 1),
        _ => hundreds(stream, at),
    });
    Some(tail.map_or((whole, at + 1), |(rest, end)| (whole + rest, end)))
}

fn hundreds(stream: &Stream<'_>, at: usize) -> Option<(u32, usize)> {
    let article = matches!(stream.word(at), "a" | "an");
    let (head, next) = tens(stream, at)?;
    let Some((Hundred, at)) = follow(stream, next) else {
        // `a thousand`, but `a` by itself is no number here.
        let big = matches!(follow(stream, next), Some((Big(_), _)));
        return (!article || big).then_some((head, next));
    };
    let whole = head * 100;
    let tail = follow(stream, at + 1).and_then(|(word, at)| match word {
        Link if stream.lex(at + 1).word.is_some() => tens(stream, at + 1),
        Unit(_) | Whole(_) if !matches!(stream.word(at), "a" | "an") => tens(stream, at),
        _ => None,
    });
    Some(tail.map_or((whole, at + 1), |(rest, end)| (whole + rest, end)))
}

fn tens(stream: &Stream<'_>, at: usize) -> Option<(u32, usize)> {
    match stream.lex(at).word? {
        Unit(it) => Some((it, at + 1)),
        Whole(it) => match follow(stream, at + 1) {
            Some((Unit(unit), at)) if (1..10).contains(&unit) && stream.word(at).len() > 2 => {
                Some((it + unit, at + 1))
            }
            _ => Some((it, at + 1)),
        },
        _ => None,
    }
}

/// Reads `3rd`, `third` or `twenty-first`, and where it ends.
pub(super) fn ordinal(stream: &Stream<'_>, at: usize) -> Option<(u32, usize)> {
    let lex = stream.lex(at);
    if lex.digits > 0 {
        let ending = matches!(stream.word(at + 1), "st" | "nd" | "rd" | "th");
        let fits = lex.digits <= 2 && ending && stream.touches(at + 1);
        return fits.then_some((lex.number, at + 2));
    }
    match lex.word? {
        Ordinal(it) | OrdinalTens(it) => Some((it, at + 1)),
        Whole(it) => match follow(stream, at + 1) {
            Some((Ordinal(unit), at)) if unit < 10 => Some((it + unit, at + 1)),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::article::Article;
    use crate::detect::date::ENGLISH;

    #[test]
    fn numbers_in_words() {
        let cases = [
            ("three", Some(3)),
            ("twenty-five", Some(25)),
            ("twenty five", Some(25)),
            ("a hundred", Some(100)),
            ("two hundred and fifty", Some(250)),
            ("a thousand", Some(1000)),
            ("a", None),
            ("third", None),
        ];
        for (text, want) in cases {
            let article = Article::new(text);
            let stream = Stream::new(&article, &ENGLISH);
            assert_eq!(read(&stream, 0).map(|it| it.0), want, "{text}");
        }
    }

    #[test]
    fn ordinals() {
        let cases =
            [("3rd", Some(3)), ("twenty-first", Some(21)), ("thirtieth", Some(30)), ("3", None)];
        for (text, want) in cases {
            let article = Article::new(text);
            let stream = Stream::new(&article, &ENGLISH);
            assert_eq!(ordinal(&stream, 0).map(|it| it.0), want, "{text}");
        }
    }
}
