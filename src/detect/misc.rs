//! Other names: peoples, languages, works, products, awards.

use super::found::{Found, Kind};
use super::gazetteer::Lists;
use super::reading::Reading;
use crate::text::Gap;

/// The other name that begins at a token.
pub(super) fn read(r: &Reading, at: usize) -> Option<Found> {
    if !r.is_word(at) || r.is_taken(at) {
        return None;
    }
    people(r, at).or_else(|| language(r, at)).or_else(|| listed(r, at)).or_else(|| work(r, at))
}

/// `Kinh` in `người Kinh`, `Jơ Rai` in `dân tộc Jơ Rai`.
fn people(r: &Reading, at: usize) -> Option<Found> {
    let end = r.longest(at, Lists::PEOPLE).filter(|_| r.is_capital(at))?;
    let said = at > 0 && r.continues(at) && (r.is_any(at - 1, &["người", "tộc", "đồng", "bào"]));
    (said && !r.is_capital(end)).then(|| Found::new(at..end, Kind::Misc, 0.85, "people"))
}

/// `tiếng Việt`, `chữ Nôm`.
fn language(r: &Reading, at: usize) -> Option<Found> {
    let head = r.is_any(at, &["tiếng", "chữ"]) && r.continues(at + 1) && r.is_capital(at + 1);
    let end =
        head.then(|| r.longest(at + 1, Lists::PEOPLE.or(Lists::COUNTRY).or(Lists::MISC)))??;
    Some(Found::new(at..end, Kind::Misc, 0.9, "language"))
}

fn listed(r: &Reading, at: usize) -> Option<Found> {
    let end = r.longest(at, Lists::MISC).filter(|_| r.is_capital(at) || r.is_capital(at + 1))?;
    let place = r.longest(at, Lists::PLACES.or(Lists::SURNAME).or(Lists::ORG));
    let sure = end > at + 1 || !r.is_start(at);
    (sure && place.is_none_or(|it| it < end))
        .then(|| Found::new(at..end, Kind::Misc, 0.7, "misc-list"))
}

/// A title in quotation marks after what it is: `phim “Mùi cỏ cháy”`.
fn work(r: &Reading, at: usize) -> Option<Found> {
    const MAX_WORDS: usize = 12;
    let quoted = at >= 2 && r.gap(at) == Gap::None && r.is_any(at - 1, &["\"", "“", "«", "'", "‘"]);
    if !quoted || !r.follows(at - 1, Lists::WORK_BEFORE) || r.is_start(at - 1) {
        return None;
    }
    let closes = |it: &usize| r.is_any(*it, &["\"", "”", "»", "'", "’"]) && r.gap(*it) == Gap::None;
    let end =
        (at + 1..r.len().min(at + MAX_WORDS)).take_while(|it| r.continues(*it)).find(closes)?;
    Some(Found::new(at..end, Kind::Misc, 0.75, "work"))
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;

    #[test]
    fn other_names() {
        let cases: [(&str, &[&str]); 7] = [
            ("gia đình người Kinh ở đây", &["Kinh"]),
            ("nói tiếng Việt giỏi", &["tiếng Việt"]),
            ("bộ phim “Mùi cỏ cháy” của", &["Mùi cỏ cháy"]),
            ("đồng bào Jơ Rai", &["Jơ Rai"]),
            ("ông nói “về thôi”", &[]),
            ("bà Hoa", &[]),
            ("tiếng trống", &[]),
        ];
        check("MISC", &cases);
    }
}
