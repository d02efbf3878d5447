//! English names with a date word in them.

use crate::detect::date::point::{Draft, Meaning};
use crate::detect::date::stream::Stream;

/// Words before a weekday or month that do not make a name of it with the next capital.
const NOT_A_NAME: &[&str] = &[
    "on", "in", "last", "next", "this", "since", "until", "till", "by", "late", "early", "said",
    "from", "and", "to", "of", "told", "through", "between", "before", "after", "every", "each",
    "for", "mid", "or", "during", "dated", "at", "s", "also",
];

/// What an address, a paper or a work is called after a date word.
const NAME_ENDS: &[&str] = &[
    "street",
    "road",
    "avenue",
    "lane",
    "hill",
    "square",
    "drive",
    "boulevard",
    "court",
    "place",
    "times",
    "mail",
    "express",
    "review",
    "post",
    "press",
    "star",
    "standard",
    "palace",
    "fever",
    "lights",
    "news",
    "herald",
    "telegraph",
    "islands",
];

/// Whether a token is a word with one capital, at its beginning.
fn is_title(stream: &Stream<'_>, at: usize) -> bool {
    let lex = stream.lex(at);
    // `Yesterday I counted`.
    stream.is_letters(at)
        && stream.word(at) != "i"
        && lex.capital
        && !(lex.upper && stream.word(at).len() > 1)
}

/// Whether capitals on either side make it part of an English name: `April Jones`, `The
/// Sunday Times`, `12 May Street`.
pub(in crate::detect::date) fn is_english_name(stream: &Stream<'_>, it: &Draft) -> bool {
    let end = it.tokens.end;
    let next = stream.follows(end) && !stream.touches(end) && is_title(stream, end);
    let last = is_title(stream, end - 1);
    if next && last && NAME_ENDS.contains(&stream.word(end)) {
        return true;
    }
    let digits = it.tokens.clone().any(|at| stream.is_digits(at));
    if digits || it.rule == "holiday" || !last {
        return false;
    }
    let work = it.tokens.len() > 2 && it.tokens.clone().all(|at| is_title(stream, at));
    work || (next && begins_a_name(stream, it))
        || owns_a_name(stream, it)
        || ends_a_name(stream, it)
}

/// Whether it stands where a name may begin: at the start of a sentence, after a title or
/// a noun, but not after a preposition.
fn begins_a_name(stream: &Stream<'_>, it: &Draft) -> bool {
    let start = it.tokens.start;
    if opens_a_sentence(stream, start) {
        return true;
    }
    let before = stream.word(start - 1);
    let led = NOT_A_NAME.contains(&before) || before.ends_with("ed");
    let title = before == "." && start > 1 && is_title(stream, start - 2);
    let work = matches!(it.meaning, Meaning::Fixed(..)) && it.tokens.len() > 1;
    let capitals = it.tokens.len() > 1
        && it.tokens.clone().all(|at| is_title(stream, at))
        && it.point().is_some_and(|it| it.part.is_some());
    title || work || capitals || (!led && stream.is_letters(start - 1))
}

fn opens_a_sentence(stream: &Stream<'_>, start: usize) -> bool {
    start == 0
        || !stream.follows(start)
        || matches!(stream.word(start - 1), "“" | "\"" | ":" | "?" | "!")
}

/// `Midnight's Children`, `The Thirty Years' War`.
fn owns_a_name(stream: &Stream<'_>, it: &Draft) -> bool {
    let (start, end) = (it.tokens.start, it.tokens.end);
    let possessive = stream.next(end) == "'"
        && (is_title(stream, end + 1)
            || (stream.word(end + 1) == "s" && is_title(stream, end + 2)));
    let inner = it.tokens.len() > 1 && is_title(stream, start);
    let after_name = start > 0 && stream.follows(start) && is_title(stream, start - 1);
    let clock = it.point().is_some_and(|it| it.clock.is_some());
    possessive && (inner || after_name || (clock && opens_a_sentence(stream, start)))
}

/// `Sheffield Wednesday went down`: a sentence that begins with a name up to here.
fn ends_a_name(stream: &Stream<'_>, it: &Draft) -> bool {
    let (start, end) = (it.tokens.start, it.tokens.end);
    if it.tokens.len() != 1 || start == 0 || !stream.follows(start) || stream.touches(start) {
        return false;
    }
    let before = stream.word(start - 1);
    if !is_title(stream, start - 1) || NOT_A_NAME.contains(&before) || before == "the" {
        return false;
    }
    let mut at = start - 1;
    while at > 0 && stream.follows(at) && (is_title(stream, at - 1) || stream.word(at - 1) == ".") {
        at -= 1;
    }
    (at == 0 || !stream.follows(at)) && stream.is_letters(end)
}
