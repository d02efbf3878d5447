//! Day and month in digits with nothing that says so: `13/7`. Most of what looks like it is a
//! fraction, a score or an address.

use crate::detect::date::point::Meaning;
use crate::detect::date::slot::{Found, Slot, point};

/// Words before a fraction-like date that make it one.
#[rustfmt::skip]
const LEADS: &[&str] = &[
    "sáng", "trưa", "chiều", "tối", "đêm", "khuya", "từ", "đến", "tới", "vào", "nay", "qua", "mai",
    "(", ",", "và", "trước", "sau", "khánh", "hết", "kể", "tức", "nhật", "hai", "ba", "tư", "năm",
    "sáu", "bảy", "lễ", "dịp", "-", "hôm", "ngày", "hạn", "tính", "giờ", "phút", "thứ", "mùng",
    "sớm", "ra", "gửi", "ghi", "nhi", "nghỉ", ":",
];

/// Words before a date that make it a name: streets and places are called after days.
#[rustfmt::skip]
pub(super) const NAMED: &[&str] = &[
    "phố", "đường", "xoay", "động", "rạp", "non", "thể", "chợ", "phường", "thpt", "thcs", "nghiệp", "in", "làng",
    "hẻm", "kiệt", "ngõ", "ngách", "cư", "hóa", "viên", "viện", "trường", "cầu", "nhà", "tổ", "lệ", "áp", "đoàn",
    "được", "quả", "khóm", "thửa", "lô", "số",
];

/// Words after a fraction.
#[rustfmt::skip]
const COUNTED: &[&str] = &[
    "số", "dân", "đại", "diện", "tổng", "người", "thành", "quãng", "lượng", "chiều", "chặng", "sân", "%", "điểm",
    "phiếu", "nhiệm", "thời", "giá", "trong", "đội", "tỉnh", "xã", "phường", "huyện", "mẫu", "ca", "vụ", "giờ",
];

/// `13/7`, if it is no fraction or score.
pub(super) fn bare(found: &Found<'_>) -> Option<Meaning> {
    let (day, month) = (found.get(Slot::Day)?, found.get(Slot::Month)?);
    let crossing = matches!(found.before(1), "tư" | "ba" | "năm") && found.before(2) == "ngã";
    let named = NAMED.contains(&found.before(1)) || is_address(found);
    if named || crossing || is_measured(found) || is_counting(found) {
        return None;
    }
    // `vụ 11/9`.
    let attack =
        (day, month) == (11, 9) && matches!(found.before(1), "vụ" | "kiện" | "bố" | "thảm");
    if attack || is_score(found) || is_result(found) {
        return None;
    }
    let agency = found.after() == "(" && found.get(Slot::Day)? > 12;
    let lead = LEADS.contains(&found.before(1)) || found.before(1).is_empty() || agency;
    let fraction = day < month && month <= 10;
    if lead || !(fraction || is_hyphenated(found)) { point(found) } else { None }
}

/// `2/3 dân số`, but not `16/4 giờ địa phương`.
fn is_counting(found: &Found<'_>) -> bool {
    let next = found.tokens.end + 1;
    let zone = found.after() == "giờ"
        && (found.stream.word(next) == "địa" || found.stream.lex(next).capital);
    COUNTED.contains(&found.after()) && !zone && found.before(1) != "("
}

fn is_hyphenated(found: &Found<'_>) -> bool {
    found.stream.word(found.tokens.start + 1) == "-"
}

/// `Hải Phòng – Bình Dương: 4-2`, `6-7 (5-7)`, `6-0, 6-2`.
fn is_score(found: &Found<'_>) -> bool {
    let number = found.stream.is_digits(found.tokens.start.wrapping_sub(2));
    let set = number && found.before(3) == "-" && matches!(found.before(1), "(" | ",");
    let times = ["ngày", "gian", "hạn", "lúc", "từ", "hành"];
    let label = found.before(1) == ":" && !times.contains(&found.before(2));
    is_hyphenated(found) && (set || label)
}

/// Words in a sentence that tells of a match.
const MATCHES: &[&str] = &[
    "điểm", "hạ", "thắng", "thua", "hòa", "dẫn", "bại", "trận", "bàn", "vượt", "gỡ", "đấu", "cầm",
];

/// `hạ Đông Kinh (2-1)`: a score in brackets, unless what stands before them is a time:
/// `chiều nay (2-1)`, `mừng Quốc khánh (2-9)`.
fn is_result(found: &Found<'_>) -> bool {
    let low = found.tokens.clone().all(|it| found.stream.lex(it).digits <= 1);
    let today = ["nay", "qua", "mai", "kia", "nhật", "hai", "ba", "tư", "năm", "sáu", "bảy"];
    let days = ["ngày", "lễ", "tết", "dịp", "khánh", "niệm", "mừng"];
    let clause = |by: &usize| !matches!(found.before(*by), "" | "," | ".");
    let timed = today.contains(&found.before(2))
        || (2..10).take_while(clause).any(|by| days.contains(&found.before(by)));
    let told = (2..20).any(|by| MATCHES.contains(&found.before(by)));
    low && is_hyphenated(found) && told && found.before(1) == "(" && found.after() == ")" && !timed
}

/// Whether it is the number of a house: `tại 12/3`, `quán 15/8 Lê Văn Sỹ`.
fn is_address(found: &Found<'_>) -> bool {
    let houses = ["khám", "quán", "tiệm", "hàng", "sở", "chỉ", "xưởng", "trọ", "sạn"];
    let label = found.before(1) == ":" && found.before(2) == "chỉ";
    let street =
        found.stream.follows(found.tokens.end) && found.stream.lex(found.tokens.end).capital;
    matches!(found.before(1), "tại" | "ở")
        || (street && (label || houses.contains(&found.before(1))))
}

/// Whether it belongs to a ratio, a result, a part that was used up.
pub(super) fn is_measured(found: &Found<'_>) -> bool {
    let words = ["lệ", "kết", "áp", "số", "điểm", "bản"];
    (1..=4).any(|by| words.contains(&found.before(by)) && !LEADS.contains(&found.before(1)))
        || found.before(1) == "hết" && matches!(found.after(), "cái" | "quả" | "chiếc" | "số")
        || matches!(found.after(), "sao" | "cái" | "tầng" | "bình" | "điểm" | "đường")
}

#[cfg(test)]
mod tests {
    use crate::detect::article::Language::Vi;
    use crate::detect::date::check::values;

    #[test]
    fn days_and_what_looks_like_them() {
        let cases = [
            ("từ 13/7", "2022-07-13"),
            ("tối 16/4 giờ địa phương", "2022-04-16TEV"),
            ("mừng Quốc khánh (2-9)", "2022-09-02"),
            ("2/3 dân số", ""),
            ("hạ Đông Kinh (2-1)", ""),
            ("thua 6-7 (5-7)", ""),
            ("quán 12/3 Nguyễn Trãi", ""),
            ("đường 3/2", ""),
        ];
        values(Vi, &cases);
    }
}
