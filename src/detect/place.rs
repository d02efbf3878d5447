//! Places: a head word with a name, or a name of the gazetteer.

use super::article::Case;
use super::found::{Found, Kind};
use super::gazetteer::Lists;
use super::reading::Reading;
use super::run;
use crate::text::{Gap, TokenKind};

/// Heads that a number may follow instead of a name.
const NUMBERED: &[&str] = &[
    "quận",
    "phường",
    "q",
    "p",
    "đường",
    "quốc lộ",
    "ql",
    "đt",
    "tỉnh lộ",
    "hương lộ",
    "khu phố",
    "ấp",
    "tổ dân phố",
    "khóm",
    "thôn",
    "bản",
    "hẻm",
    "ngõ",
    "ngách",
    "đường số",
    "cao tốc",
    "đội",
    "khu",
    "xa lộ",
    "đại lộ",
    "vành đai",
    "kênh",
    "cầu",
    "cảng",
    "cống",
    "ga",
    "xóm",
];

/// The place whose name begins with a head at a token: `tỉnh Lạng Sơn`, `quận 1`.
pub(super) fn read(r: &Reading, at: usize) -> Option<Found> {
    read_as(r, at, true)
}

/// [`read`]; a road's further ends are looked for only if `whole`.
fn read_as(r: &Reading, at: usize, whole: bool) -> Option<Found> {
    if let Some(end) = code(r, at) {
        return Some(Found::new(at..end, Kind::Loc, 0.9, "place-number"));
    }
    let head = r.longest(at, Lists::LOC_HEAD.or(Lists::ADMIN))?;
    // `tàu sân bay` is a ship.
    let ship = at > 0 && r.folded(at) == "sân" && r.continues(at) && r.folded(at - 1) == "tàu";
    if r.is_taken(at) || ends_word(r, at, head) || ship {
        return None;
    }
    let short = r.folded(head - 1).chars().count() <= 3;
    let name = if short && r.touches(head, ".") { head + 1 } else { head };
    if !(r.continues(name) || name > head && name < r.len()) {
        return None;
    }
    if let Some(end) = numbered(r, at..head, name) {
        return Some(Found::new(at..end, Kind::Loc, 0.9, "place-number"));
    }
    let admin = r.lists_of(at..head).meets(Lists::ADMIN);
    let end = name_end(r, name, admin)?;
    let first = end;
    let end = if whole && is_road(r, at..head) { other_ends(r, first) } else { first };
    // A railway has a name by its ends only.
    if end == first && r.folded(head - 1) == "sắt" {
        return None;
    }
    let known = r.lists_of(name..end).meets(Lists::PLACES.or(Lists::WARD));
    Some(Found::new(at..end, Kind::Loc, if known { 0.97 } else { 0.85 }, "place-head"))
}

/// Whether a head of one syllable is the second one of a common word: `đình` in `gia đình`.
fn ends_word(r: &Reading, at: usize, head: usize) -> bool {
    head == at + 1
        && at > 0
        && r.continues(at)
        && !r.is_capital(at)
        && r.lists_of(at - 1..head).meets(Lists::TAILED.or(Lists::FIELD))
}

/// A street or a bridge that is named after a day: `đường 30/4`, `đường 3 Tháng 2`.
#[inline(never)]
pub(super) fn dated(r: &Reading, at: usize) -> Option<Found> {
    let head = r
        .longest(at, Lists::LOC_HEAD)
        .filter(|_| r.is_any(at, &["đường", "phố", "cầu", "chợ", "ngõ", "công"]))?;
    if !r.continues(head) || !r.is_number(head) {
        return None;
    }
    let day =
        r.is_any(head + 1, &["/", "-"]) && r.gap(head + 1) == Gap::None && r.is_number(head + 2);
    let month = r.folded(head + 1) == "tháng" && r.is_capital(head + 1) && r.is_number(head + 2);
    (day || month).then(|| Found::new(at..head + 3, Kind::Loc, 0.9, "place-day"))
}

/// `1`, `30/4`, `1A`, `số 7`.
fn numbered(r: &Reading, head: std::ops::Range<usize>, at: usize) -> Option<usize> {
    let fits = NUMBERED.iter().any(|it| it.split(' ').eq(head.clone().map(|it| r.folded(it))));
    let said = fits && r.folded(at) == "số" && r.is_number(at + 1);
    let number = at + usize::from(said);
    if !fits || r.is_taken(number) || !r.is_number(number) {
        return None;
    }
    let end = number_end(r, number);
    let counted = r.lists(end).meets(Lists::UNIT)
        && r.continues(end)
        && !said
        && !r.is_any(head.start, &["quận", "phường"]);
    (!counted).then_some(end)
}

/// `QL51`, `QL1A`: a road's number that is written together with its head.
fn code(r: &Reading, at: usize) -> Option<usize> {
    let head = r.is_any(at, &["ql", "tl", "hl", "đt", "đh"]) && r.case(at) == Case::Upper;
    let number = at + 1;
    let fits = head && !r.is_taken(at) && r.is_number(number) && r.gap(number) == Gap::None;
    fits.then(|| number_end(r, number))
}

/// Where a number ends with what is written together with it.
fn number_end(r: &Reading, number: usize) -> usize {
    let mut end = number + 1;
    while r.gap(end) == Gap::None && end < r.len() {
        let slash =
            r.is_any(end, &["/", "-"]) && r.is_number(end + 1) && r.gap(end + 1) == Gap::None;
        let letter = r.kind(end) == TokenKind::Letters && r.folded(end).chars().count() <= 2;
        match (slash, letter) {
            (true, _) => end += 2,
            (_, true) => end += 1,
            _ => break,
        }
    }
    end
}

/// Roads that are named by their ends.
fn is_road(r: &Reading, head: std::ops::Range<usize>) -> bool {
    const ROADS: &[&str] =
        &["cao tốc", "đường cao tốc", "tuyến cao tốc", "tuyến metro", "đường sắt"];
    ROADS.iter().any(|it| it.split(' ').eq(head.clone().map(|it| r.folded(it))))
}

/// `Lào Cai` after `cao tốc Nội Bài –`, and where the road goes on from there.
fn other_ends(r: &Reading, mut end: usize) -> usize {
    for _ in 0..3 {
        let dash = r.continues(end) && r.is_any(end, &["-", "–"]) && r.gap(end) == r.gap(end + 1);
        if !dash || !r.continues(end + 1) || r.is_taken(end + 1) {
            break;
        }
        let headed = || read_as(r, end + 1, false).map(|it| it.end());
        let Some(next) = headed().or_else(|| name_end(r, end + 1, true)) else { break };
        end = next;
    }
    end
}

/// Where the name after a head ends.
fn name_end(r: &Reading, at: usize, admin: bool) -> Option<usize> {
    let known = r
        .longest(at, Lists::PLACES.or(Lists::WARD))
        .filter(|_| r.is_capital(at) || r.is_shouted(at));
    let other =
        r.longest(at, Lists::ORG_HEAD.or(Lists::ROLE).or(Lists::LAW_HEAD).or(Lists::HONORIFIC));
    if known.is_none()
        && other.is_some_and(|end| end > at + 1 || r.lists(at).meets(Lists::INSTITUTION))
    {
        return None;
    }
    let units = run::units(r, at);
    let full = units.last().map_or(at, |it| it.end);
    match known {
        Some(end) if admin || end >= full => return Some(end),
        None if units.is_empty() => return None,
        _ => {}
    }
    // `xã Tân Lập Nguyễn Văn Nam`: the name of its head follows.
    let person = units
        .iter()
        .skip(1)
        .find(|it| admin && run::full_name(r, it.start).is_some_and(|end| end > it.start + 2));
    let stop = person.map_or(full, |it| it.start);
    let fits =
        units.iter().take_while(|it| it.end <= stop && !begins_other(r, it.start, at)).take(5);
    fits.last().map(|it| it.end)
}

/// A capitalised head of another name ends a place's name.
fn begins_other(r: &Reading, at: usize, name: usize) -> bool {
    at > name
        && (r.lists(at).meets(Lists::INSTITUTION)
            || r.case(at) == Case::Upper && r.lists(at).meets(Lists::ORG_HEAD))
}

/// A name of the gazetteer that stands without a head.
pub(super) fn bare(r: &Reading, at: usize) -> Option<Found> {
    let sure = r.longest(at, Lists::SURE_PLACES).filter(|end| is_named(r, at, *end));
    if let Some(end) = sure {
        return Some(Found::new(at..end, Kind::Loc, 0.93, "place-list"));
    }
    let end = r.longest(at, Lists::PLACES).filter(|end| is_named(r, at, *end))?;
    let long = end > at + 1;
    (long || supported(r, at, end))
        .then(|| Found::new(at..end, Kind::Loc, if long { 0.8 } else { 0.7 }, "place-list"))
}

/// Whether it is written as a name: capitalised from end to end.
fn is_named(r: &Reading, at: usize, end: usize) -> bool {
    if r.is_shouted(at) {
        return end > at + 1;
    }
    r.is_capital(at) && r.is_capital(end - 1) && !r.is_taken(at) || r.is_capital(at) && end > at + 2
}

/// Whether what stands around says that it is a place.
pub(super) fn supported(r: &Reading, at: usize, end: usize) -> bool {
    let after_comma = at >= 2 && r.folded(at - 1) == "," && r.is_taken(at - 2);
    let in_bracket = at > 0 && r.folded(at - 1) == "(" && r.folded(end) == ")";
    let before_place = r.is_any(end, &[",", "("])
        && r.longest(end + 1, Lists::SURE_PLACES.or(Lists::ADMIN)).is_some();
    r.follows(at, Lists::PLACE_BEFORE) || after_comma || in_bracket || before_place
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;

    #[test]
    fn places() {
        let cases: [(&str, &[&str]); 24] = [
            ("ở TP. Hải Phòng và TP.HCM", &["TP. Hải Phòng", "TP.HCM"]),
            ("xã Tân Lập, huyện Đan Phượng, Hà Nội", &["xã Tân Lập", "huyện Đan Phượng", "Hà Nội"]),
            ("trên đường Lê Lợi, quận 1", &["đường Lê Lợi", "quận 1"]),
            ("quốc lộ 1A đoạn qua Quảng Bình", &["quốc lộ 1A", "Quảng Bình"]),
            ("đường 30/4", &["đường 30/4"]),
            ("bên sông Hồng", &["sông Hồng"]),
            ("cao tốc Cần Thơ - Cà Mau thông xe", &["cao tốc Cần Thơ - Cà Mau"]),
            ("cao tốc Nội Bài – Lào Cai", &["cao tốc Nội Bài – Lào Cai"]),
            ("cao tốc TP.HCM - Long Thành - Dầu Giây", &["cao tốc TP.HCM - Long Thành - Dầu Giây"]),
            ("cao tốc Mai Sơn - Quốc lộ 45", &["cao tốc Mai Sơn - Quốc lộ 45"]),
            ("trên cao tốc Pháp Vân - xe tải lật", &["cao tốc Pháp Vân"]),
            ("đường sắt Bắc - Nam và Đường sắt Sài Gòn", &["đường sắt Bắc - Nam", "Sài Gòn"]),
            ("tuyến Hà Nội - Hải Phòng", &["Hà Nội", "Hải Phòng"]),
            ("góc đường Lê Lợi - Hàm Nghi", &["đường Lê Lợi"]),
            ("chiến sự Nga - Ukraine", &["Nga", "Ukraine"]),
            ("QL51 kẹt xe, QL1A và ĐT 741", &["QL51", "QL1A", "ĐT 741"]),
            ("Thủ tướng Nhật Bản thăm Pháp", &["Nhật Bản", "Pháp"]),
            ("Bà Rịa – Vũng Tàu", &["Bà Rịa – Vũng Tàu"]),
            ("các tỉnh, thành phố", &[]),
            ("xã hội và đường lối", &[]),
            ("anh em trong nhà", &[]),
            ("ông Hồ Chí Minh", &[]),
            ("TP Hồ Chí Minh", &["TP Hồ Chí Minh"]),
            ("Khánh Hoà", &["Khánh Hoà"]),
        ];
        check("LOC", &cases);
    }
}
