//! Years, decades, centuries and seasons.

use crate::detect::date::context::YEAR_FROM_NOW;
use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::numeric::{double_year, two_years, year_range};
use crate::detect::date::point::{Meaning, Num, Point};
use crate::detect::date::slot::{Found, Slot, fields, point, several};
use crate::detect::date::vi::relative::leads_to_an_end;

/// From the season to the century.
pub(super) const RULES: &[Rule] = &[
    rule("year", "[<early>] năm <y>", point),
    rule("year", "năm <yw>", point),
    rule("year of three digits", "năm <y3>", early_year).sure(0.8),
    rule("several years", "[(từ|các)] năm <y>, <y> (và|,) [năm] <y>", years),
    rule("several years", "[(từ|các)] năm <y> (và|,|hoặc) <y>", years),
    rule("several years", "<y>, <y>[, <y>][ (và|rồi) <y>]", plain_years).sure(0.7),
    rule("the same months", "cùng kỳ [<early>] năm (<y>|<year-now>)", same_months),
    rule("the same months", "cùng kỳ <y>", same_months),
    rule("the same months a year ago", "cùng kỳ", same_months_ago),
    rule("season of the rains", "mùa (mưa|khô|lũ|mưa bão|nước nổi) năm (<y>|<year-now>)", point),
    rule("season of the rains", "mùa (mưa|khô|lũ|mưa bão|nước nổi) <y>", point),
    rule("the year after", "năm sau", year_after),
    rule(YEAR_FROM_NOW, "[<early>] năm <year-now>", year_now),
    rule("next year", "[<early>] sang năm", next_year),
    rule("year alone", "<y>", bare).sure(0.7),
    rule("years", "<y>-<y2>", year_range),
    rule("years", "năm <y>-<y2>", year_range),
    rule(
        "school year",
        "(năm học|niên khóa|khóa học|năm tài chính|năm tài khóa) <y> - <y2>",
        double_year,
    ),
    rule(
        "school year",
        "(năm học|niên khóa|khóa học|năm tài chính|năm tài khóa) <y>(-|/)(<y2>|<yy2>)",
        double_year,
    ),
    rule("school year", "(năm học|năm tài chính|năm tài khóa) <y>", point),
    rule("season of games", "<y>/(<y2>|<yy2>)", double_year).sure(0.7),
    rule("season of games", "mùa (giải|bóng) <y>(-|/)(<y2>|<yy2>)", double_year),
    rule("season of games", "mùa (giải|bóng) <y>", point),
    rule("season of games from now", "mùa (giải|bóng) (này|năm nay|tới|sau|trước|vừa qua)", games),
    rule("season of games from now", "mùa tới", games),
    rule("season", "[<early>] mùa <season> [năm] [<y>|<year-now>]", point),
    rule("season", "[<early>] <season> <y>", season).sure(0.8),
    rule("season of that year", "mùa <season> năm (ấy|đó)", season_told),
    rule("season from now", "[mùa] <season> năm <year-now>", season),
    rule("season from now", "[mùa] hè (này|tới|sắp tới|qua|vừa qua|vừa rồi)", summer),
    rule("decade from now", "(thập niên|thập kỷ|thập kỉ) <century-now>", decade_now),
    rule("centuries", "thế kỷ <roman>-<roman>", centuries),
    rule("centuries", "thế kỷ <cent>-<cent>", centuries),
    rule(
        "several centuries",
        "[(từ|các)] thế kỷ (<cent>|<roman>) (và|đến|tới|,) [thế kỷ] (<cent>|<roman>)",
        centuries_of,
    ),
    rule("years", "<y> - <y2>", spaced_years),
    rule("decade", "(thập niên|thập kỷ|thập kỉ|những năm) [(thập niên|thập kỷ)] <tens>", decade),
    rule(
        "decade",
        "(thập niên|thập kỷ|thập kỉ|những năm) [(thập niên|thập kỷ)] <y>",
        decade_of_year,
    ),
    rule(
        "decade of a century",
        "(thập niên|thập kỷ|những năm) <tens> [của] thế kỷ (<cent>|<roman>)",
        decade,
    ),
    rule(
        "decade of the last century",
        "(thập niên|thập kỷ|những năm) <tens> [của] thế kỷ <century-now>",
        decade,
    ),
    rule("century", "[<early>] thế kỷ [thứ] (<cent>|<roman>)", century),
    rule("century", "[<early>] thế kỉ [thứ] (<cent>|<roman>)", century),
    rule("century from now", "[<early>] thế kỷ <century-now>", century),
    rule("year before Christ", "năm (<y>|<y3>) (trước công nguyên|tcn)", before_christ),
];

/// Words before a bare number that make it a year.
#[rustfmt::skip]
const LEADS: &[&str] = &[
    "hồi", "rồi", "khoảng", "thảo",
    "thu", "đời", "đề", "bản", "đến", "tới", "từ", "(", "trước", "sau", "và", "giai đoạn", "đoạn", "kỳ", "sinh", "sn",
    "ngoại", "tầm", "nhìn", "hè", "xuân", "tháng", "quý", "cuối", "đầu", "giữa", "kể", "so", "với", "cup", "tết",
    "của", "hạn", "đông",
];

/// Whether a number of four digits is a year and counts nothing.
pub(super) fn is_year(found: &Found<'_>) -> bool {
    let plausible = found.get(Slot::Year).is_some_and(|it| (1800..2100).contains(&it));
    let counted = found.stream.is_letters(found.tokens.end)
        && [
            "người", "tỷ", "tỉ", "triệu", "đồng", "m", "km", "ha", "tấn", "căn", "hộ", "usd", "ca",
            "suất",
        ]
        .contains(&found.after());
    plausible && !counted
}

/// `2030` after a word that asks for a year.
fn bare(found: &Found<'_>) -> Option<Meaning> {
    let lead = LEADS.contains(&found.before(1))
        || (found.before(1).is_empty() && matches!(found.after(), "," | ":"));
    (lead && is_year(found)).then(|| point(found))?
}

/// `năm 938`, and in speech `năm 75`.
fn early_year(found: &Found<'_>) -> Option<Meaning> {
    let said = found.get(Slot::Year)?;
    let year = if (43..100).contains(&said) { said + 1900 } else { said };
    let counted = ["người", "tuổi", "tháng", "ngày", "triệu"].contains(&found.after());
    (said >= 30 && !counted)
        .then(|| Meaning::Point(Point { year: Num::Is(year), ..Point::default() }))
}

fn years(found: &Found<'_>) -> Option<Meaning> {
    several(found, Slot::Year, &["từ", "các"])
}

/// `ba bận: 2003, 2005, 2006`.
fn plain_years(found: &Found<'_>) -> Option<Meaning> {
    let years = found.slots.iter().filter(|it| it.slot == Slot::Year);
    let rising = years.map(|it| it.value).is_sorted_by(|a, b| a < b && (1900..2100).contains(b));
    let counted =
        found.stream.is_letters(found.tokens.end) && !matches!(found.after(), "và" | "là");
    (rising && !counted && [":", "(", "rồi"].contains(&found.before(1)))
        .then(|| several(found, Slot::Year, &[]))?
}

/// Both ends of a range with spaces around its dash are mentions of their own.
fn spaced_years(found: &Found<'_>) -> Option<Meaning> {
    let (from, to) = two_years(found)?;
    let at = |year| Meaning::Point(Point { year: Num::Is(year), ..Point::default() });
    let (first, last) = (found.tokens_of(Slot::Year)?, found.tokens_of(Slot::Year2)?);
    (from > 1000).then(|| Meaning::Several(vec![(first, at(from)), (last, at(to))]))
}

/// `năm ngoái`, but not the end of `10 năm trước`.
fn year_now(found: &Found<'_>) -> Option<Meaning> {
    let counted = found.is_counted() || found.before(1) == "những";
    (!(counted || leads_to_an_end(found))).then(|| point(found))?
}

/// After the year that was named last in the sentence, else after this one.
fn year_after(found: &Found<'_>) -> Option<Meaning> {
    let year = Num::Now(1);
    (!found.is_counted()).then(|| Meaning::Point(Point { year, ..Point::default() }))
}

/// `thu 2021` may be the end of `doanh thu 2021`.
fn season(found: &Found<'_>) -> Option<Meaning> {
    let income =
        ["doanh", "nguồn", "thực", "tổng", "á", "phía", "miền", "thanh", "học", "bộ", "trung"];
    // `vụ hè thu năm nay`: a crop.
    let crop = matches!(found.before(1), "xuân" | "hè" | "thu" | "đông");
    (!crop && !income.contains(&found.before(1))).then(|| point(found))?
}

fn same_months(found: &Found<'_>) -> Option<Meaning> {
    let said = found.get(Slot::YearNow).is_some() || is_year(found);
    said.then_some(())?;
    Some(Meaning::Point(Point { same_months: true, ..fields(found)? }))
}

/// `tăng 8% so với cùng kỳ`, but not `cùng kỳ hạn`.
fn same_months_ago(found: &Found<'_>) -> Option<Meaning> {
    let compared = ["với", "so", "hơn", "của"].contains(&found.before(1))
        || ["gấp", "bằng", "tăng", "giảm"]
            .iter()
            .any(|it| (2..=3).any(|by| found.before(by) == *it));
    let ends = !matches!(found.after(), "hạn" | "họp" | "năm");
    let year = Num::Now(-1);
    (compared && ends)
        .then(|| Meaning::Point(Point { same_months: true, year, ..Point::default() }))
}

fn season_told(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { year: Num::Told(0), ..fields(found)? }))
}

fn summer(found: &Found<'_>) -> Option<Meaning> {
    let direction = match found.stream.word(found.tokens.end - 1) {
        "này" => {
            return Some(Meaning::Point(Point {
                season: Num::Is(1),
                year: Num::Now(0),
                ..Point::default()
            }));
        }
        "tới" => 1,
        _ => -1,
    };
    Some(Meaning::Point(Point { season: Num::Is(1), direction, ..Point::default() }))
}

fn games(found: &Found<'_>) -> Option<Meaning> {
    let by = match found.stream.word(found.tokens.end - 1) {
        "tới" | "sau" => 1,
        "trước" | "qua" => -1,
        _ => 0,
    };
    Some(Meaning::Point(Point { year: Num::Now(by), ..Point::default() }))
}

fn decade_now(found: &Found<'_>) -> Option<Meaning> {
    let decade = Num::Now(found.get(Slot::Direction)?);
    Some(Meaning::Point(Point { decade, ..Point::default() }))
}

fn centuries(found: &Found<'_>) -> Option<Meaning> {
    let mut ends = found.slots.iter().filter(|it| it.slot == Slot::Century);
    let at = |it: &crate::detect::date::slot::Value| {
        let century = Num::Is(i32::try_from(it.value).ok()? - 1);
        Some(Point { century, ..Point::default() })
    };
    Some(Meaning::Range(at(ends.next()?)?, at(ends.next()?)?))
}

fn centuries_of(found: &Found<'_>) -> Option<Meaning> {
    several(found, Slot::Century, &["từ", "các"])
}

fn next_year(found: &Found<'_>) -> Option<Meaning> {
    // `sang năm tới`: on to it.
    let named = matches!(found.after(), "tới" | "sau");
    (!named).then(|| Some(Meaning::Point(Point { year: Num::Now(1), ..fields(found)? })))?
}

fn decade(found: &Found<'_>) -> Option<Meaning> {
    let tens = found.get(Slot::Decade)?;
    if tens % 10 != 0 {
        return None;
    }
    let century = match (found.get(Slot::Century), found.get(Slot::Direction)) {
        (Some(it), _) => Num::Is(it - 1),
        (_, Some(it)) => Num::Now(it),
        _ => Num::Open,
    };
    let decade = Num::Short(tens / 10);
    Some(Meaning::Point(Point { decade, century, ..Point::default() }))
}

fn decade_of_year(found: &Found<'_>) -> Option<Meaning> {
    let year = found.get(Slot::Year)?;
    (year % 10 == 0)
        .then(|| Meaning::Point(Point { decade: Num::Is(year / 10), ..Point::default() }))
}

fn century(found: &Found<'_>) -> Option<Meaning> {
    let century = match (found.get(Slot::Century), found.get(Slot::Direction)) {
        (Some(it), _) => Num::Is(it - 1),
        (_, Some(it)) => Num::Now(it),
        _ => return None,
    };
    Some(Meaning::Point(Point { century, ..Point::default() }))
}

fn before_christ(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { bc: true, ..fields(found)? }))
}
