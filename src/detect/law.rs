//! Laws, decrees, resolutions and other official documents with a number or a name.
//!
//! ```text
//! law  = head [ "số" ] [ ":" ] code | name-head name [ amended ] [ year ] | known-name [ amended ] [ year ]
//! amended = "(" "sửa đổi" ")" | "sửa đổi" year
//! year = [ "năm" ] digits
//! code = digits { ( "/" | "-" | "." ) ( digits | capitals ) }
//! ```

use super::Language;
use super::act;
use super::article::Case;
use super::body::Body;
use super::found::{Found, Kind};
use super::gazetteer::Lists;
use super::reading::Reading;
use crate::text::{Gap, TokenKind};

/// Heads that a name may follow instead of a number.
const NAMED: &[&str] = &[
    "luật",
    "bộ luật",
    "pháp lệnh",
    "hiến pháp",
    "hiệp định",
    "công ước",
    "hiệp ước",
    "nghị định thư",
    "tuyên bố",
];

/// Heads of which a bare number is enough (`Nghị quyết 52`, `Chỉ thị 16`).
const NUMBERED: &[&str] = &[
    "nghị quyết",
    "nghị định",
    "chỉ thị",
    "thông tư",
    "quyết định",
    "công điện",
    "thông tư liên tịch",
    "sắc lệnh",
];

/// The document whose name begins at a token.
#[inline(never)]
pub(super) fn read(r: &Reading, at: usize) -> Option<Found> {
    let english = (r.language == Language::En).then(|| act::read(r, at)).flatten();
    english.or_else(|| vietnamese(r, at))
}

fn vietnamese(r: &Reading, at: usize) -> Option<Found> {
    let head = Head { start: at, end: r.longest(at, Lists::LAW_HEAD)? };
    if is_the_law(r, &head) {
        return None;
    }
    let found = known(r, &head).or_else(|| numbered(r, &head)).or_else(|| named(r, &head));
    found.map(|(end, confidence, rule)| Found::new(at..end, Kind::Law, confidence, rule))
}

struct Head {
    start: usize,
    end: usize,
}

impl Head {
    fn is_any(&self, r: &Reading, heads: &[&str]) -> bool {
        heads.iter().any(|head| head.split(' ').eq((self.start..self.end).map(|it| r.folded(it))))
    }
}

/// `pháp luật dân sự`, `luật pháp` are no law.
fn is_the_law(r: &Reading, head: &Head) -> bool {
    let before = head.start > 0 && r.continues(head.start) && r.folded(head.start - 1) == "pháp";
    let after = r.continues(head.end) && r.folded(head.end) == "pháp";
    head.is_any(r, &["luật"]) && (before || after)
}

/// Words between a head and its number: `Quyết định thu hồi đất số 12/QĐ-UBND`.
const MAX_BETWEEN: usize = 5;

/// Where `số` stands after the words between a head and its code.
fn number_sign(r: &Reading, head: &Head) -> Option<usize> {
    let lower = |at: &usize| r.continues(*at) && r.case(*at) == Case::Lower && r.is_word(*at);
    let mut there = (head.end..head.end + MAX_BETWEEN + 1).take_while(lower);
    let sign = there.find(|at| r.folded(*at) == "số")?;
    let within = (head.end..sign).all(|at| !r.is_any(at, &["của", "có", "là", "với", "về", "và"]));
    (within && code(r, sign + 1).is_some_and(|end| end > sign + 3)).then_some(sign)
}

fn numbered(r: &Reading, head: &Head) -> Option<(usize, f64, &'static str)> {
    let mut at = number_sign(r, head).unwrap_or(head.end);
    let after = r.continues(at) && r.folded(at) == "số";
    at += usize::from(after);
    let said = after || r.folded(at - 1) == "số";
    at += usize::from(said && r.continues(at) && r.folded(at) == ":");
    let end = code(r, at)?;
    let single = end == at + 1;
    if single && !said && (!head.is_any(r, NUMBERED) || r.lists(end).meets(Lists::UNIT)) {
        return None;
    }
    Some((end, if single { 0.85 } else { 0.98 }, "law-number"))
}

/// `100/2019/NĐ-CP`, `03-NQ/TU`, `52`: from its first token to where it ends.
pub(super) fn code(r: &Reading, at: usize) -> Option<usize> {
    if !r.continues(at) || !r.is_number(at) {
        return None;
    }
    let mut end = at + 1;
    while r.gap(end) == Gap::None && end < r.len() {
        let joined = r.is_any(end, &["/", "-", "–", ".", "&"]);
        let next = if joined { end + 1 } else { end };
        let part = next < r.len() && r.gap(next) == Gap::None && r.kind(next) != TokenKind::Symbol;
        let office = part && r.case(next) == Case::Upper && r.case(end - 1) == Case::Upper;
        if !part || (joined && r.folded(end) == "." && !r.is_number(next) && !office) {
            break;
        }
        end = next + 1;
    }
    Some(end)
}

/// Treaties by their letters.
const TREATIES: &[&str] =
    &["cptpp", "eudr", "evfta", "evipa", "nafta", "rcep", "tpp", "unclos", "usmca"];

/// A law that the list has whole: `Luật Cư trú 2020`, `CPTPP`.
fn known(r: &Reading, head: &Head) -> Option<(usize, f64, &'static str)> {
    let first = |end, words| Head { end, ..*head }.is_any(r, words);
    let law = first(head.start + 1, &["luật"]) || first(head.start + 2, &["bộ luật", "pháp lệnh"]);
    let treaty = first(head.start + 2, &["công ước", "hiệp định"])
        || first(head.start + 3, &["nghị định thư"]) && head.end > head.start + 3;
    let long =
        head.end > head.start + 2 || head.end > head.start + 1 && r.is_capital(head.start + 1);
    let whole = (law || treaty) && long && !head.is_any(r, KINDS);
    let capital = r.is_capital(head.start) || r.is_shouted(head.start);
    let letters = head.is_any(r, TREATIES) && r.case(head.start) == Case::Upper;
    (whole && capital || letters).then(|| (dated(r, head.end), 0.95, "law-known"))
}

/// Heads of several words that name no law by themselves.
const KINDS: &[&str] =
    &["luật sửa đổi", "hiệp định khung", "hiệp định thương mại tự do", "nghị định thư"];

fn named(r: &Reading, head: &Head) -> Option<(usize, f64, &'static str)> {
    if !head.is_any(r, NAMED)
        || r.longest(head.start, Lists::ROLE.or(Lists::FIELD)) > Some(head.end)
    {
        return None;
    }
    let body = Body::read(r, head.end, &[Lists::FIELD]);
    let end = dated(r, body.end);
    let capital = r.is_capital(head.start) || r.is_shouted(head.start);
    let of_year = head.is_any(r, &["hiến pháp"]) && end > body.end;
    let sure = body.capitals > 0 || (capital && body.fields > 0) || of_year;
    sure.then_some((end, if body.fields == 0 || body.capitals > 0 { 0.9 } else { 0.7 }, "law-name"))
}

/// Where a law ends that may be an amended one, or one of a year: `(sửa đổi)`, `sửa đổi 2022`, `năm 2013`.
fn dated(r: &Reading, at: usize) -> usize {
    let says = |at: usize, words: &[&str]| {
        words.iter().zip(at..).all(|(word, at)| r.continues(at) && r.folded(at) == *word)
    };
    if says(at, &["(", "sửa", "đổi", ")"]) {
        return year(r, at + 4).unwrap_or(at + 4);
    }
    let amended = if says(at, &["sửa", "đổi"]) { year(r, at + 2) } else { None };
    amended.or_else(|| year(r, at)).unwrap_or(at)
}

/// `2013`, `năm 2013` after the name of a law: where it ends.
fn year(r: &Reading, at: usize) -> Option<usize> {
    let at = at + usize::from(r.continues(at) && r.folded(at) == "năm");
    (r.continues(at) && r.is_number(at) && r.folded(at).len() == 4).then_some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;

    #[test]
    fn laws() {
        let cases: [(&str, &[&str]); 35] = [
            ("theo Nghị quyết số 03-NQ/TU ngày 26/10/2021", &["Nghị quyết số 03-NQ/TU"]),
            ("Nghị định 100/2019/NĐ-CP của Chính phủ", &["Nghị định 100/2019/NĐ-CP"]),
            ("Quyết định số: 12/QĐ-UBND.", &["Quyết định số: 12/QĐ-UBND"]),
            ("thực hiện Chỉ thị 16", &["Chỉ thị 16"]),
            ("Nghị quyết số 52 của Bộ Chính trị", &["Nghị quyết số 52"]),
            ("Luật Đất đai 2013 quy định", &["Luật Đất đai 2013"]),
            ("Luật Đất đai năm 2013 quy định", &["Luật Đất đai năm 2013"]),
            ("Luật Đất đai năm ngoái", &["Luật Đất đai"]),
            ("theo Luật Hôn nhân và gia đình năm 2000.", &["Luật Hôn nhân và gia đình năm 2000"]),
            ("theo luật cư trú mới", &[]),
            ("Hiến pháp năm 2013 quy định", &["Hiến pháp năm 2013"]),
            ("theo Hiến pháp 2013.", &["Hiến pháp 2013"]),
            ("sửa Hiến pháp năm ngoái", &[]),
            ("thông qua Luật Nhà giáo.", &["Luật Nhà giáo"]),
            ("Luật Công nghiệp công nghệ số có", &["Luật Công nghiệp công nghệ số"]),
            ("Luật Bảo vệ dữ liệu cá nhân", &["Luật Bảo vệ dữ liệu cá nhân"]),
            ("dự án Luật Việc làm (sửa đổi) trình", &["Luật Việc làm (sửa đổi)"]),
            ("Luật Đất đai sửa đổi 2024", &["Luật Đất đai sửa đổi 2024"]),
            ("Luật Đất đai sửa đổi nhiều điều", &["Luật Đất đai"]),
            ("tận dụng EVFTA và CPTPP.", &["EVFTA", "CPTPP"]),
            ("Công ước chống tra tấn quy định", &["Công ước chống tra tấn"]),
            ("Bộ luật Hình sự", &["Bộ luật Hình sự"]),
            ("Luật Phòng, chống tham nhũng", &["Luật Phòng, chống tham nhũng"]),
            ("tại Công văn số 208/TT.HĐND ngày 5/9", &["Công văn số 208/TT.HĐND"]),
            ("theo Công văn khẩn số 65/SYT-NVY", &["Công văn khẩn số 65/SYT-NVY"]),
            ("Quyết định thu hồi đất số 12/QĐ-UB.", &["Quyết định thu hồi đất số 12/QĐ-UB"]),
            ("vi phạm Luật Dược.", &["Luật Dược"]),
            ("Quyết định của tỉnh số 12/QĐ-UB.", &[]),
            ("quyết định tăng số 12 xe", &[]),
            ("Vụ Pháp luật dân sự", &[]),
            ("LUẬT PHÁP: xét xử", &[]),
            // Not documents by name.
            ("có 3 nghị quyết được thông qua", &[]),
            ("theo quy định của pháp luật", &[]),
            ("luật sư Trần Nam", &[]),
            ("quyết định 3 lần", &[]),
        ];
        check("LAW", &cases);
    }
}
