//! Years, decades, centuries and seasons.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::numeric::{double_year, year_range};
use crate::detect::date::point::{Meaning, Num, Point};
use crate::detect::date::slot::{Found, Slot, fields, point};

/// From the season to the century.
pub(super) const RULES: &[Rule] = &[
    rule("year", "[<early>] năm <y>", point),
    rule("year from now", "[<early>] năm <year-now>", point),
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
    rule("season", "[<early>] mùa <season> [năm] [<y>|<year-now>]", point),
    rule("season", "[<early>] <season> <y>", point).sure(0.8),
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
const LEADS: &[&str] = &[
    "đến",
    "tới",
    "từ",
    "(",
    "trước",
    "sau",
    "và",
    "giai đoạn",
    "đoạn",
    "kỳ",
    "sinh",
    "sn",
    "ngoại",
    "tầm",
    "nhìn",
    "hè",
    "xuân",
    "tháng",
    "quý",
    "cuối",
    "đầu",
    "giữa",
    "kể",
    "so",
    "với",
    "cup",
    "tết",
    "của",
    "hạn",
];

/// `2030` after a word that asks for a year.
fn bare(found: &Found<'_>) -> Option<Meaning> {
    let year = found.get(Slot::Year)?;
    let counted = found.stream.is_letters(found.tokens.end)
        && [
            "người", "tỷ", "tỉ", "triệu", "đồng", "m", "km", "ha", "tấn", "căn", "hộ", "usd", "ca",
            "suất",
        ]
        .contains(&found.after());
    let lead = LEADS.contains(&found.before(1));
    ((1800..2100).contains(&year) && lead && !counted).then(|| point(found))?
}

fn next_year(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { year: Num::Now(1), ..fields(found)? }))
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
