//! Where sentences begin and end.

use super::{Span, words};

/// What ends with a dot and no sentence with it, in lower case. Titles and forms of address, and what
/// stands before a name or a number.
const ABBREVIATIONS: [&str; 61] = [
    "bs", "bt", "capt", "col", "cty", "dr", "ds", "fig", "gen", "gov", "gs", "hon", "ks", "lm",
    "ls", "lt", "messrs", "mr", "mrs", "ms", "mt", "mục", "ncs", "no", "nos", "nsnd", "nsưt",
    "nxb", "p", "pgs", "ph", "pp", "prof", "pts", "q", "rep", "rev", "sen", "sgt", "st", "sr", "t",
    "tx", "th", "ths", "thpt", "tp", "tr", "ts", "tt", "đ", "đc", "đ/c", "đt", "vd", "vol", "vs",
    "x", "h", "tk", "ub",
];

/// What stands before a person's name: an initial after it ends no sentence.
const ADDRESS: [&str; 22] = [
    "anh", "bà", "bác", "chị", "chú", "cô", "cậu", "cụ", "em", "cháu", "dì", "dượng", "mợ", "ông",
    "thầy", "dr", "miss", "mr", "mrs", "ms", "sir", "prof",
];

/// Whether `word` is how one speaks of or to the person whose name follows.
#[must_use]
pub fn is_address(word: &str) -> bool {
    ADDRESS.contains(&word.to_lowercase().as_str())
}

/// The sentences of one paragraph of `text`, without the white space between them. A paragraph of
/// white space has none.
///
/// A sentence ends with `.`, `!`, `?` or `…` and the quotes and brackets that close after it, if white
/// space follows and what comes then does not begin in lower case. Abbreviations, initials and the
/// number of a list's item end none.
#[must_use]
pub fn sentences(text: &str, paragraph: Span) -> Vec<Span> {
    let line = paragraph.slice(text);
    let mut res = Vec::new();
    let mut start = 0;
    let ends =
        line.char_indices().filter(|it| is_stop(it.1)).filter_map(|(at, _)| end_after(line, at));
    for end in ends.chain([line.len()]) {
        if end > start && !ends_otherwise(&line[start..end]) {
            push(&mut res, paragraph.start(), line, start..end);
            start = end;
        } else if end == line.len() {
            push(&mut res, paragraph.start(), line, start..end);
        }
    }
    res
}

fn push(into: &mut Vec<Span>, offset: u32, line: &str, range: std::ops::Range<usize>) {
    let inside = &line[range.clone()];
    let start = range.start + inside.len() - inside.trim_start().len();
    if start < range.end {
        into.push(Span::of(&(start..start + inside.trim().len())).shift(offset));
    }
}

const fn is_stop(it: char) -> bool {
    matches!(it, '.' | '!' | '?' | '…')
}

const fn closes(it: char) -> bool {
    matches!(it, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '›')
}

const fn opens(it: char) -> bool {
    matches!(it, '"' | '\'' | '“' | '‘' | '«' | '(' | '[' | '‹' | '-' | '–' | '—' | '*' | '•')
}

/// Where the sentence would end whose last mark is at `at`: after what closes with it. None if it goes
/// on, or if there are more such marks.
fn end_after(line: &str, at: usize) -> Option<usize> {
    // Only the last mark of a row ends anything.
    let mut rest = line[at..].chars();
    if rest.next().is_some_and(is_stop) && rest.as_str().starts_with(is_stop) {
        return None;
    }
    let rest = rest.as_str().trim_start_matches(closes);
    let after = rest.trim_start();
    let apart = after.len() < rest.len() || rest.is_empty();
    let next = after.trim_start_matches(|it| opens(it) || char::is_whitespace(it)).chars().next();
    (apart && !next.is_some_and(char::is_lowercase)).then(|| line.len() - rest.len())
}

/// Whether the dot at the end is an abbreviation's, an initial's or a number's.
fn ends_otherwise(sentence: &str) -> bool {
    let Some(before) = sentence.strip_suffix('.') else { return false };
    if before.ends_with(is_stop) {
        return false;
    }
    let words = words(before);
    let Some(last) = words.last().filter(|it| it.end() as usize == before.len()) else {
        return false;
    };
    let word = |it: &Span| it.slice(before);
    let is_first = words.len() == 1;
    // `đ/c` and the like are three words.
    let joined = before.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    let known = |it: &str| ABBREVIATIONS.contains(&it);
    let last = word(last);
    let dotted = last.contains('.') && last.split('.').all(is_short_capital);
    let number = is_first && last.chars().all(|it| it.is_ascii_digit());
    known(&joined) || known(&last.to_lowercase()) || dotted || number || {
        let previous = words.iter().rev().nth(1).map(word);
        is_initial(last) && previous.is_none_or(|it| it == "." || may_be_of_name(it))
    }
}

/// `PGS`, `Th`, `U`.
fn is_short_capital(it: &str) -> bool {
    it.starts_with(char::is_uppercase) && it.chars().count() <= 4
}

fn is_initial(it: &str) -> bool {
    it.starts_with(char::is_uppercase) && it.chars().nth(1).is_none()
}

fn may_be_of_name(it: &str) -> bool {
    it.starts_with(char::is_uppercase) || is_address(it)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_stops() {
        // A bar stands where one ends and the next begins.
        let cases = [
            "Trời mưa. | Đường trơn! | Ai đi đâu? | Không ai cả… | Thế thôi.",
            "Ông về TP. Hải Phòng hôm qua. | Bà ở lại.",
            "PGS.TS. Trần Văn Khởi nói. | GS. Lê Bình và ThS. Đỗ An nghe.",
            "Ông Nguyễn V. A. nói. | Ông N. Đức cười.",
            "Ông Nguyễn V. An đến. | J. K. Vance came too.",
            "Giá là 43.700 đồng. | Lãi 3.5 phần trăm.",
            "Tin lúc 9h30. | 12 người dự.",
            "Anh ấy... à, chị ấy đi rồi. | Còn ai? | Không.",
            "Chờ đã... | Rồi thôi.",
            "“Tôi đi.” | Ông nói thế. | (Không ai nghe.) | “Ừ!” bà đáp.",
            "“Đi đâu?” ông hỏi, rồi im. | “Chợ.”",
            "1. Mục đầu tiên. | Rồi mục sau.",
            "Thiếu vitamin A. | Cần ăn rau. | Lúa, ngô, v.v. | Thế là đủ.",
            "Mr. Hale met Dr. Orr in the U.S. Senate at 5 p.m. | They left.",
            "See No. 7 and fig. 2. | Done.",
            "Đồng chí đ/c. Bình đến. | - Chào!",
            "không có dấu chấm",
            "Nhà ở Q. 3, P. Bến Nghé. | Hết.",
        ];
        for marked in cases {
            let want: Vec<&str> = marked.split(" | ").collect();
            let text = want.join(" ");
            let all = Span::of(&(0..text.len()));
            let got: Vec<&str> = sentences(&text, all).iter().map(|it| it.slice(&text)).collect();
            assert_eq!(got, want);
        }
    }

    #[test]
    fn white_space_is_in_no_sentence() {
        let text = "x\n \u{a0}Một.  Hai. \ny";
        let line = Span::of(&(2..text.len() - 2));
        let got: Vec<&str> = sentences(text, line).iter().map(|it| it.slice(text)).collect();
        assert_eq!(got, ["Một.", "Hai."]);
        assert_eq!(sentences("  ", Span::new(0, 2)), []);
        assert_eq!(sentences("", Span::new(0, 0)), []);
    }
}
