//! Numbers with their unit, percentages and amounts of money.
//!
//! ```text
//! quantity = [ currency ] number { multiplier } [ "rưỡi" ] ( "%" | unit ) [ "/" unit ]
//! number   = digits { ( "." | "," ) digits } [ ( "-" | "–" ) number ] | numeral { numeral }
//! ```

use super::article::Case;
use super::found::{Found, Kind};
use super::gazetteer::Lists;
use super::reading::Reading;
use crate::text::{Gap, TokenKind};

/// The quantity that begins at a token.
#[inline(never)]
pub(super) fn read(r: &Reading, at: usize) -> Option<Found> {
    // Of other words only `tuổi` and currencies begin one, and then digits or a sign follow.
    let word = r.is_word(at) && !r.begins(at, Lists::NUMERAL);
    if word && (r.is_word(at + 1) || !r.is_any(at, &["tuổi", "us", "usd", "eur"])) {
        return None;
    }
    if let Some(age) = age(r, at) {
        return Some(age);
    }
    let prefix = currency(r, at);
    let number = at + prefix;
    let (mut end, digits) = digits(r, number)
        .map_or_else(|| words(r, number).map(|it| (it, false)), |it| Some((it, true)))?;
    if is_ordinal(r, at) || r.is_taken(end - 1) {
        return None;
    }
    let amount = end;
    while let Some(next) =
        r.longest(end, Lists::MULTIPLIER).filter(|_| r.continues(end) || r.gap(end) == Gap::None)
    {
        end = next;
    }
    let multiplied = end > amount;
    end += usize::from(r.continues(end) && r.folded(end) == "rưỡi");
    if let Some(end) = unit(r, end) {
        return Some(Found::new(at..end, Kind::Qty, if digits { 0.95 } else { 0.8 }, "quantity"));
    }
    let money = prefix > 0 || multiplied && digits;
    money.then(|| {
        Found::new(at..end, Kind::Qty, if prefix > 0 { 0.95 } else { 0.6 }, "quantity-bare")
    })
}

/// `tuổi 35`.
fn age(r: &Reading, at: usize) -> Option<Found> {
    let said =
        r.folded(at) == "tuổi" && r.continues(at + 1) && r.is_number(at + 1) && !r.is_taken(at);
    let counted = r.continues(at + 2) && r.lists(at + 2).meets(Lists::UNIT);
    (said && !counted && r.folded(at + 1).len() <= 2)
        .then(|| Found::new(at..at + 2, Kind::Qty, 0.7, "quantity-age"))
}

/// `$`, `US$`, `€` before the number: how many tokens.
fn currency(r: &Reading, at: usize) -> usize {
    let is_sign = |it: usize| r.is_any(it, &["$", "€", "£", "¥", "₫"]);
    if is_sign(at) && !r.is_taken(at) {
        1
    } else if r.is_any(at, &["us", "usd", "eur"]) && is_sign(at + 1) {
        2
    } else {
        0
    }
}

/// Digits with their separators, also a range of them.
fn digits(r: &Reading, at: usize) -> Option<usize> {
    let end = number(r, at)?;
    let dash = r.continues(end) && r.is_any(end, &["-", "–", "—"]);
    let range = dash.then(|| number(r, end + 1)).flatten().filter(|_| r.gap(end) == r.gap(end + 1));
    Some(range.unwrap_or(end))
}

fn number(r: &Reading, at: usize) -> Option<usize> {
    let touches_word = r.gap(at) == Gap::None && at > 0 && r.kind(at - 1) == TokenKind::Letters;
    if !r.is_number(at) || r.is_taken(at) || touches_word {
        return None;
    }
    let mut end = at + 1;
    while end < at + 16
        && r.gap(end) == Gap::None
        && r.is_any(end, &[".", ","])
        && r.is_number(end + 1)
        && r.gap(end + 1) == Gap::None
    {
        end += 2;
    }
    Some(end)
}

/// A number in words; `một` alone is an article as often as a number.
fn words(r: &Reading, at: usize) -> Option<usize> {
    let mut end =
        r.longest(at, Lists::NUMERAL).filter(|_| r.case(at) != Case::Title || r.is_start(at))?;
    if r.is_taken(at) {
        return None;
    }
    while r.continues(end) && end < at + 12 {
        let more = r.is_any(end, &["mươi", "mốt", "lăm", "tư", "linh", "lẻ", "trăm", "chục"]);
        let Some(next) = r.longest(end, Lists::NUMERAL).or(more.then_some(end + 1)) else { break };
        end = next;
    }
    Some(end)
}

/// Numbers that say which one: `thứ ba`, `số 5`, `Điều 3`.
fn is_ordinal(r: &Reading, at: usize) -> bool {
    const BEFORE: &[&str] = &[
        "thứ",
        "số",
        "điều",
        "khoản",
        "trang",
        "tầng",
        "quận",
        "đường",
        "lớp",
        "khóa",
        "chương",
        "bài",
        "phòng",
        "hạng",
        "mục",
        "top",
        "tháng",
        "năm",
        "ngày",
        "xe",
    ];
    at > 0 && r.gap(at) != Gap::Line && r.is_any(at - 1, BEFORE)
}

/// The unit after a number, with what it is per.
fn unit(r: &Reading, at: usize) -> Option<usize> {
    if r.gap(at) == Gap::Line {
        return None;
    }
    let end = if r.is_any(at, &["%", "‰", "°", "℃", "$", "€", "£"]) {
        at + 1
    } else {
        r.longest(at, Lists::UNIT).filter(|_| !r.is_taken(at) && is_unit_here(r, at))?
    };
    let per = r.touches(end, "/") && r.gap(end + 1) == Gap::None && r.is_word(end + 1);
    Some(if per { r.longest(end + 1, Lists::UNIT).unwrap_or(end + 2) } else { end })
}

/// Units are lower case but for abbreviations: `ba Người Việt` is none.
fn is_unit_here(r: &Reading, at: usize) -> bool {
    r.case(at) != Case::Title || r.folded(at).len() <= 2
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;

    #[test]
    fn quantities() {
        let cases: [(&str, &[&str]); 14] = [
            ("tăng 35% so với", &["35%"]),
            ("hơn 43.700 tỷ đồng", &["43.700 tỷ đồng"]),
            ("dài 19,7 km", &["19,7 km"]),
            ("672 người đi", &["672 người"]),
            ("ba chiếc xe", &["ba chiếc"]),
            ("bị cáo 45 tuổi", &["45 tuổi"]),
            ("từ 5-7%", &["5-7%"]),
            ("US$ 20 triệu", &["US$ 20 triệu"]),
            ("giá 20 nghìn đồng/kg", &["20 nghìn đồng/kg"]),
            // Bare counts, ordinals, names.
            ("hai nội dung", &[]),
            ("lần thứ ba", &[]),
            ("Điều 3 người", &[]),
            ("một chiếc", &[]),
            ("U23 người", &[]),
        ];
        check("QTY", &cases);
    }
}
