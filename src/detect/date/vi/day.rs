//! Days by their numbers, and weekdays.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::numeric::{date_range, day_range};
use crate::detect::date::point::{Meaning, Num, Part, Point};
use crate::detect::date::slot::{Found, Slot, fields, point, several};

/// Calendar days and weekdays.
pub(super) const RULES: &[Rule] = &[
    rule("day/month/year", "[(ngày|hôm)] <d>(/|-|.)<m>(/|-|.)<y>", same_separator),
    rule("day/month/year", "[(ngày|hôm)] <d> / <m> / <y>", point),
    rule("day/month/year", "[(ngày|hôm)] <d> - <m> - <y>", point),
    rule("day/month/short year", "[(ngày|hôm)] <d>(/|-|.)<m>(/|-|.)<yy>", short_year).sure(0.85),
    rule("day/month", "(ngày|hôm) <d>(/|-)<m>", point),
    rule("day/month", "(ngày|hôm) <d> / <m>", point),
    rule("day/month alone", "<d>(/|-)<m>", bare).sure(0.8),
    rule("day.month", "[(ngày|hôm)] <d>.<m>", dotted).sure(0.7),
    rule("day month year", "[(ngày|hôm)] <dn> tháng <mn> [,] (năm <y>|<y>)", point),
    rule("day month year", "[(ngày|hôm)] <dn> tháng <mn>(/|-)<y>", point),
    rule("day month", "(ngày|hôm) <dn> tháng <mn>", point),
    rule("day month", "[(ngày|hôm)] <dn> tháng <mname>", point),
    rule("day month", "<d> tháng <m>", unnamed).sure(0.8),
    rule("day of the month", "(ngày|hôm|đêm) <d>", day_alone).sure(0.8),
    rule(
        "day of a month from now",
        "[(ngày|hôm)] [(mùng|mồng)] <d> tháng <month-now>",
        day_of_counted,
    ),
    rule(
        "day of a month of a year from now",
        "[(ngày|hôm)] [(mùng|mồng)] <d> tháng <mn> năm <year-now>",
        point,
    ),
    rule("day/month of a year from now", "[(ngày|hôm)] <d>(/|-)<m> năm <year-now>", point),
    rule(
        "several days",
        "[(từ|các)] [ngày] <d> (và|đến|tới|hoặc|hay|,) [ngày] <d>(/|-)<m>[(/|-)<y>]",
        days,
    ),
    rule(
        "several days",
        "[(từ|các)] [ngày] <d> (và|đến|tới|hoặc|hay|,) [ngày] <d> tháng <m> [năm <y>]",
        days,
    ),
    rule("several days", "[(từ|các)] [ngày] <d>, <d> (và|,|hoặc) <d>(/|-)<m>[(/|-)<y>]", days),
    rule("several days", "[(từ|các)] [ngày] <d>, <d> (và|,|hoặc) <d> tháng <m> [năm <y>]", days),
    rule("several days", "[(từ|các)] [ngày] <d>, <d>, <d> (và|,) <d>(/|-)<m>[(/|-)<y>]", days),
    rule("first days", "[ngày] (mùng|mồng) <d10> [tháng <mn>]", point),
    rule("first days", "[ngày] (mùng|mồng) <d10> tháng <mn> năm (<y>|<year-now>)", point),
    rule("first days", "[ngày] (mùng|mồng) <d>/<m>[/<y>]", point),
    rule("today a year ago", "ngày này năm <year-now>", same_day),
    rule("days of a month", "[(ngày|hôm)] <d2>-<d>(/|.)<m>[(/|.)<y>]", day_range),
    rule("days of a month", "ngày <d2>-<d> tháng <mn> [năm <y>]", day_range),
    rule("days of two months", "[(ngày|hôm)] <d2>/<m2>-<d>/<m>[/<y>]", date_range),
    rule("days of two months", "[(ngày|hôm)] <d2>/<m2>/<y2>-<d>/<m>/<y>", date_range),
    rule("weekday", "[(hôm|ngày)] <wd>", weekday),
    rule("weekday of a week", "[(hôm|ngày)] <wd> tuần <week-now>", point),
    rule(
        "nth weekday of a month",
        "[ngày] <wd> (đầu tiên|cuối cùng) [(của|trong)] tháng (<m>|<mn>)[ năm <y>|/<y>]",
        nth_weekday,
    ),
    rule(
        "last day of a month",
        "ngày (đầu tiên|cuối cùng|cuối) [(của|trong)] tháng (<m>|<mn>)[ năm <y>|/<y>]",
        end_of_month,
    ),
    rule("day/month name/year", "<d>/tháng (<m>|<mname>|<mn>)/<y>", point),
    rule("this weekday", "[(hôm|ngày)] <wd> <this>", point),
    rule("weekday with direction", "[(hôm|ngày)] <wd> <direction>", point),
];

/// `20/5-2022` is two things.
fn same_separator(found: &Found<'_>) -> Option<Meaning> {
    let day = found.tokens_of(Slot::Day)?;
    let month = found.tokens_of(Slot::Month)?;
    let same = found.stream.word(day.end) == found.stream.word(month.end);
    same.then(|| point(found))?
}

/// `tối 30.7`: only after a word for a day or a part of it, since `3.5` is a number.
fn dotted(found: &Found<'_>) -> Option<Meaning> {
    let named = found.stream.is_letters(found.tokens.start);
    let part = ["sáng", "trưa", "chiều", "tối", "đêm"].contains(&found.before(1));
    (named || part).then(|| point(found))?
}

fn short_year(found: &Found<'_>) -> Option<Meaning> {
    // `3.1.22` may be a version, `1-2-03` a number.
    let dots = found.stream.word(found.tokens_of(Slot::Day)?.end) == ".";
    (!dots).then(|| same_separator(found))?
}

/// Words before a fraction-like date that make it one.
const LEADS: &[&str] = &[
    "sáng", "trưa", "chiều", "tối", "đêm", "khuya", "từ", "đến", "tới", "vào", "nay", "qua", "mai",
    "(", ",", "và", "trước", "sau", "khánh", "hết", "kể", "tức", "nhật", "hai", "ba", "tư", "năm",
    "sáu", "bảy", "lễ", "dịp", "-", "hôm", "ngày", "hạn", "tính", "giờ", "phút", "thứ", "mùng",
    "sớm", "gửi", "ghi", "nhi", "nghỉ", ":",
];

/// Words before a date that make it a name: streets and places are called after days.
const NAMED: &[&str] = &[
    "phố",
    "đường",
    "xoay",
    "động",
    "rạp",
    "non",
    "thể",
    "chợ",
    "phường",
    "thpt",
    "thcs",
    "nghiệp",
    "in",
    "làng",
    "hẻm",
    "kiệt",
    "ngõ",
    "ngách",
    "cư",
    "hóa",
    "viên",
    "viện",
    "trường",
    "cầu",
    "nhà",
    "tổ",
    "lệ",
    "áp",
    "đoàn",
    "được",
    "quả",
    "khóm",
    "thửa",
    "lô",
    "số",
];

/// Words after a fraction.
const COUNTED: &[&str] = &[
    "số",
    "dân",
    "đại",
    "diện",
    "tổng",
    "người",
    "thành",
    "quãng",
    "lượng",
    "chiều",
    "chặng",
    "sân",
    "%",
    "điểm",
    "phiếu",
    "nhiệm",
    "thời",
    "giá",
    "trong",
    "đội",
    "tỉnh",
    "xã",
    "phường",
    "huyện",
    "mẫu",
    "ca",
    "vụ",
    "giờ",
];

/// `13/7`, if it is no fraction or score.
fn bare(found: &Found<'_>) -> Option<Meaning> {
    let (day, month) = (found.get(Slot::Day)?, found.get(Slot::Month)?);
    let crossing = matches!(found.before(1), "tư" | "ba" | "năm") && found.before(2) == "ngã";
    if NAMED.contains(&found.before(1)) || crossing || is_measured(found) {
        return None;
    }
    let agency = found.after() == "(" && found.get(Slot::Day)? > 12;
    let lead = LEADS.contains(&found.before(1)) || found.before(1).is_empty() || agency;
    if COUNTED.contains(&found.after()) && found.before(1) != "(" {
        return None;
    }
    let hyphen = found.stream.word(found.tokens_of(Slot::Day)?.end) == "-";
    let fraction = day < month && month <= 10;
    if lead || (!fraction && !hyphen) { point(found) } else { None }
}

/// Whether it belongs to a ratio, a result, a part that was used up.
fn is_measured(found: &Found<'_>) -> bool {
    let words = ["lệ", "kết", "áp", "số", "điểm", "bản"];
    (1..=4).any(|by| words.contains(&found.before(by)) && !LEADS.contains(&found.before(1)))
        || found.before(1) == "hết" && matches!(found.after(), "cái" | "quả" | "chiếc" | "số")
        || matches!(found.after(), "sao" | "cái" | "tầng" | "bình" | "điểm" | "đường")
}

/// `30 tháng 4`, unless a street is called so.
fn unnamed(found: &Found<'_>) -> Option<Meaning> {
    (!NAMED.contains(&found.before(1))).then(|| point(found))?
}

/// The first or the last such weekday.
fn nth_weekday(found: &Found<'_>) -> Option<Meaning> {
    let last = found.tokens.clone().any(|it| found.stream.word(it) == "cuối");
    Some(Meaning::Point(Point { nth: if last { -1 } else { 1 }, ..fields(found)? }))
}

/// The first or the last day; which one that is depends on the month.
fn end_of_month(found: &Found<'_>) -> Option<Meaning> {
    let res = fields(found)?;
    let first = found.stream.word(found.tokens.start + 1) == "đầu";
    let last = match res.month.known()? {
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    Some(Meaning::Point(Point { day: Num::Is(if first { 1 } else { last }), ..res }))
}

fn days(found: &Found<'_>) -> Option<Meaning> {
    several(found, Slot::Day, &["từ", "các"])
}

/// `ngày 15 tháng trước`, but not the fifth of `5 tháng trước`.
fn day_of_counted(found: &Found<'_>) -> Option<Meaning> {
    let named = found.stream.is_letters(found.tokens.start);
    named.then(|| point(found))?
}

/// `ngày này năm ngoái`.
fn same_day(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { same_day: true, ..fields(found)? }))
}

/// `ngày 15`, if no count follows: `ngày 8 tiếng`.
fn day_alone(found: &Found<'_>) -> Option<Meaning> {
    let counted = [
        "tiếng", "giờ", "lần", "bữa", "người", "ca", "triệu", "nghìn", "tháng", "ngày", "năm",
        "tuần",
    ];
    // `Đêm 8, rạng sáng 9/8`, but not `đêm 5 triệu đồng`.
    let night = found.stream.word(found.tokens.start) == "đêm" && found.after() != ",";
    let number = found.before(1) == "số" || night;
    let part = (found.stream.word(found.tokens.start) == "đêm").then_some(Part::Night);
    let point = Point { part, ..fields(found)? };
    (!number && !counted.contains(&found.after())).then_some(Meaning::Point(point))
}

/// Before or beside a weekday.
const WEEKDAY_LEADS: &[&str] = &[
    "sáng", "trưa", "chiều", "tối", "đêm", "vào", "từ", "đến", "tới", "hôm", "mỗi", "các", "và",
    "(", "nay", "qua", "trước", "sau",
];

/// A weekday and no ordinal: `thứ hai` is also «second».
fn weekday(found: &Found<'_>) -> Option<Meaning> {
    let tokens = found.tokens_of(Slot::Weekday)?;
    let stream = found.stream;
    // `ngày thứ năm` is the fifth day rather.
    let day = stream.word(found.tokens.start) == "ngày";
    let led =
        (tokens.start > found.tokens.start && !day) || WEEKDAY_LEADS.contains(&found.before(1));
    let named = stream.lex(tokens.end - 1).capital && !stream.lex(tokens.start).upper
        || (day && stream.is_digits(tokens.end - 1));
    let listed = matches!(found.after(), "," | "và" | "đến" | "-") && {
        let next = tokens.end + 1;
        stream.word(next) == "thứ" && (stream.is_digits(next + 1) || stream.lex(next + 1).capital)
    };
    let sunday = stream.word(tokens.start) != "thứ";
    let dated = match found.after() {
        "," => stream.is_digits(tokens.end + 1) || stream.word(tokens.end + 1) == "ngày",
        "(" => stream.is_digits(tokens.end + 1),
        it => stream.is_digits(tokens.end) || ["ngày", "tuần", "hằng", "hàng", "này"].contains(&it),
    };
    (led || named || listed || sunday || dated).then(|| point(found))?
}

#[cfg(test)]
mod tests {
    use crate::detect::article::Language::Vi;
    use crate::detect::date::check::values;

    #[test]
    fn days_and_what_looks_like_them() {
        let cases = [
            ("ngày 20 tháng 5 năm 2022", "2022-05-20"),
            ("20-5-2022", "2022-05-20"),
            ("ngày 13/7", "2022-07-13"),
            ("Thứ Sáu, 20/05/2022", "2022-05-20"),
            ("từ 2 đến 5/9/2022", "2022-09-02 2022-09-05"),
            ("20-22/5", "2022-05-20/2022-05-22"),
            ("ngày 9/8", "2022-08-09"),
            ("99999999999/13", ""),
            ("lần thứ tư", ""),
            ("2/3 dân số", ""),
            ("thắng 3-1", ""),
            ("đường 3/2", ""),
            ("số 15/2021/NĐ-CP", ""),
            ("31/2/2022", ""),
        ];
        values(Vi, &cases);
    }
}
