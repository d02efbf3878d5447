//! Other names: peoples, languages, works, products, awards.

use super::article::Case;
use super::found::{Found, Kind};
use super::gazetteer::Lists;
use super::reading::Reading;
use super::run;
use crate::text::Gap;

/// The other name that begins at a token.
pub(super) fn read(r: &Reading, at: usize) -> Option<Found> {
    if !r.is_word(at) || r.is_taken(at) {
        return None;
    }
    people(r, at)
        .or_else(|| language(r, at))
        .or_else(|| prize(r, at))
        .or_else(|| vessel(r, at))
        .or_else(|| listed(r, at))
        .or_else(|| work(r, at))
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

/// `giải Nobel Y sinh 2025`, `Nobel Hòa bình 2004`: with its year.
fn prize(r: &Reading, at: usize) -> Option<Found> {
    let name = at + usize::from(r.folded(at) == "giải" && r.continues(at + 1));
    if r.folded(name) != "nobel" || !r.is_capital(name) {
        return None;
    }
    let end = r.longest(name, Lists::MISC)?;
    let year = r.continues(end) && r.is_number(end) && r.folded(end).len() == 4;
    Some(Found::new(at..end + usize::from(year), Kind::Misc, 0.9, "prize"))
}

/// `USS George Washington`: a warship by the letters before its name.
fn vessel(r: &Reading, at: usize) -> Option<Found> {
    let letters =
        r.is_any(at, &["uss", "hms", "hmas", "hmcs", "usns"]) && r.case(at) == Case::Upper;
    let units = if letters { run::units(r, at) } else { Vec::new() };
    let end = units.last().map(|it| it.end).filter(|_| (2..=4).contains(&units.len()))?;
    Some(Found::new(at..end, Kind::Misc, 0.9, "vessel"))
}

fn listed(r: &Reading, at: usize) -> Option<Found> {
    let end = r.longest(at, Lists::MISC).filter(|_| r.is_capital(at) || r.is_capital(at + 1))?;
    let place = r.longest(at, Lists::PLACES.or(Lists::SURNAME).or(Lists::ORG));
    let letters = r.case(at) == Case::Upper && r.folded(at).chars().count() >= 4;
    let sure = end > at + 1 || !r.is_start(at) || letters;
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
        let cases: [(&str, &[&str]); 13] = [
            ("gia đình người Kinh ở đây", &["Kinh"]),
            ("nói tiếng Việt giỏi", &["tiếng Việt"]),
            ("bộ phim “Mùi cỏ cháy” của", &["Mùi cỏ cháy"]),
            ("đồng bào Jơ Rai", &["Jơ Rai"]),
            ("cố NSND Lệ Thủy", &["NSND"]),
            ("Nghệ sĩ Nhân dân Trà Giang", &["Nghệ sĩ Nhân dân"]),
            ("các nghệ sĩ nhân dân tộc", &[]),
            ("trao giải Nobel Y sinh 2025 cho", &["giải Nobel Y sinh 2025"]),
            ("nhận Nobel Hòa bình năm 2004", &["Nobel Hòa bình"]),
            ("tàu sân bay USS George Washington cập", &["USS George Washington"]),
            ("ông nói “về thôi”", &[]),
            ("bà Hoa", &[]),
            ("tiếng trống", &[]),
        ];
        check("MISC", &cases);
    }
}
