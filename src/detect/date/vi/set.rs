//! Times that recur.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::point::{Meaning, Part, Point};
use crate::detect::date::slot::{Found, Slot, fields};
use crate::detect::date::unit::{Unit, recurring};

/// Sets. `thứ Hai` `hằng tuần` and `mỗi` `mùa hè` are put together later.
pub(super) const RULES: &[Rule] = &[
    rule("each so many units", "(mỗi|cứ) <n> <unit>", each),
    rule("each so many units", "cứ <n> <unit> (một|1) lần", each),
    rule("once in so long", "<n> <unit> (một|1) lần", each),
    rule("once in so long", "(một|1) lần (mỗi|một) <unit>", each),
    rule("each part of the day", "(mỗi|hằng|hàng) [buổi] <part>", each_part),
    rule("each weekday", "(mỗi|các|những) [ngày] <wd>", each_part),
    rule("each weekday", "mỗi [buổi] <part> <wd>", each_part),
    rule("each unit", "(mỗi|từng|hằng|hàng) <unit>", each),
    rule("each unit", "mọi (năm|ngày|tháng|tuần)", all_units),
    rule("rate", "một (năm|tháng|ngày|tuần)", rate),
    rule(
        "each part of the day",
        "(sáng sáng|trưa trưa|chiều chiều|tối tối|đêm đêm|ngày ngày)",
        again,
    ),
    rule("each season", "mỗi (mùa <season>|hè)", each_part),
    rule("each weekend", "mỗi [dịp] cuối tuần", each_weekend),
    rule("any day", "(ngày|tháng|tuần|năm) nào", any_unit),
    rule("any part of the day", "(<part>|<wd>) nào", any_part),
];

fn each(found: &Found<'_>) -> Option<Meaning> {
    let unit = found.value(Slot::Unit).and_then(Unit::of)?;
    // `đơn hàng tháng 5`: orders of May; `hàng giờ`: for hours.
    let goods = found.stream.word(found.tokens.start) == "hàng"
        && (found.stream.is_digits(found.tokens.end) || unit == Unit::Hour);
    let hour =
        unit == Unit::Hour && ["sáng", "trưa", "chiều", "tối", "đêm"].contains(&found.after());
    let cough = found.stream.word(found.tokens.end - 1) == "tiếng" && found.after() == "ho";
    (!(goods || hour || cough))
        .then(|| recurring(found.amount(Slot::Amount).unwrap_or(1000), unit))?
}

/// Everything that the words name, each time.
fn each_part(found: &Found<'_>) -> Option<Meaning> {
    let mut res = Point { set: true, ..fields(found)? };
    if found.stream.word(found.tokens.end - 1) == "hè" {
        res.season = crate::detect::date::point::Num::Is(1);
    }
    Some(Meaning::Point(res))
}

fn each_weekend(_: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { set: true, weekend: true, ..Point::default() }))
}

/// `ngày nào … cũng`: every day. Without `cũng` it is a question.
fn is_any(found: &Found<'_>) -> bool {
    let end = found.tokens.end;
    (end..end + 6)
        .take_while(|it| found.stream.follows(*it))
        .any(|it| found.stream.word(it) == "cũng")
}

fn named(word: &str) -> Unit {
    match word {
        "ngày" => Unit::Day,
        "tháng" => Unit::Month,
        "tuần" => Unit::Week,
        _ => Unit::Year,
    }
}

fn all_units(found: &Found<'_>) -> Option<Meaning> {
    let people = found.after() == "người";
    (!people).then(|| recurring(1000, named(found.stream.word(found.tokens.end - 1))))?
}

/// `140.000 đồng một tháng`, `20% một năm`: after a number and what it counts.
fn rate(found: &Found<'_>) -> Option<Meaning> {
    let links = [
        "trong", "sau", "mất", "khoảng", "chừng", "hơn", "gần", "được", "đã", "là", "thêm", "suốt",
        "hết", "và", "đến", "tới", "chỉ", "từ", "kéo", "dài", "mới", "nghỉ", "cách", "thứ", "ra",
        "qua", "trước", "",
    ];
    let noun = !links.contains(&found.before(1)) && !found.stream.is_digits(found.tokens.start - 1);
    let counted = (2..=3).any(|by| {
        let at = found.tokens.start.checked_sub(by);
        !found.before(by).is_empty() && at.is_some_and(|at| found.stream.is_digits(at))
    });
    // `ba lần một tuần`.
    let times = matches!(found.before(1), "lần" | "buổi" | "ngày" | "giờ" | "tiếng" | "bữa");
    let in_words = found.stream.lex(found.tokens.start.wrapping_sub(2)).word.is_some();
    let counted = counted || (times && in_words && !found.before(2).is_empty());
    let unit = named(found.stream.word(found.tokens.end - 1));
    let more = ["sau", "trước", "qua", "tới", "nữa", "rưỡi", "lần", "nay"].contains(&found.after());
    (noun && counted && !more).then(|| recurring(1000, unit))?
}

/// `chiều chiều`: each afternoon.
fn again(found: &Found<'_>) -> Option<Meaning> {
    let part = match found.stream.word(found.tokens.start) {
        "ngày" => return recurring(1000, Unit::Day),
        "sáng" => Part::Morning,
        "trưa" => Part::Noon,
        "chiều" => Part::Afternoon,
        "tối" => Part::Evening,
        _ => Part::Night,
    };
    Some(Meaning::Point(Point { set: true, part: Some(part), ..Point::default() }))
}

fn any_unit(found: &Found<'_>) -> Option<Meaning> {
    let unit = named(found.stream.word(found.tokens.start));
    is_any(found).then(|| recurring(1000, unit))?
}

fn any_part(found: &Found<'_>) -> Option<Meaning> {
    is_any(found).then(|| each_part(found))?
}
