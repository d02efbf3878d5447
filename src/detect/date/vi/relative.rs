//! Times counted from now or from what was named last.

use crate::detect::date::context::is_future;
use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::numeral::UNKNOWN;
use crate::detect::date::point::{Meaning, Num, Point};
use crate::detect::date::slot::{Found, Slot, fields, future, past, point, present};
use crate::detect::date::unit::{From, Unit, lasting, shifted};

/// Relative expressions.
pub(super) const RULES: &[Rule] = &[
    rule("the day before", "hôm trước", day_before),
    rule("day from now", "<day-now>", day_now),
    rule("part of today", "[lúc] <part> nay", today),
    rule("part of last night", "[lúc] <part> qua", last_night),
    rule("part of a day from now", "<part> <day-now>", point),
    rule("part of the same day", "<part> <day-told>", point),
    rule("part of that day", "<part> (đó|ấy)", that_part),
    rule("the same day", "<day-told>", point),
    rule("so long ago", "cách (đây|nay) [(hơn|gần|khoảng|chừng|tròn|đúng)] <n> <unit>", ago),
    rule("so long ago", "<n> <unit> [rưỡi] (trước|trước đây|về trước)", ago),
    rule("half so long", "nửa <unit> (trước|nữa|sau)", half_away),
    rule("in so long", "<n> <unit> [rưỡi] nữa", ahead),
    rule("so long later", "<n> <unit> sau [đó]", later),
    rule("the last hours", "<n>h qua", last_hours),
    rule("so long earlier", "<n> <unit> trước đó", earlier),
    rule(
        "the last or next so long",
        "<n> <unit> (qua|nay|tới|gần đây|vừa qua|vừa rồi|trở lại đây|tiếp theo|sắp tới)",
        span,
    ),
    rule("the unit before that", "(năm|tháng|tuần) trước đó", unit_before),
    rule("that year", "(năm|tháng|tuần) (đó|ấy)", that_unit),
    rule(
        "now",
        "(hiện nay|hiện tại|hiện thời|bây giờ|lúc này|giờ này|ngày nay|giờ đây|hiện giờ)",
        present,
    ),
    rule(
        "now",
        "(thời nay|ngay bây giờ|những ngày này|dạo này|trong lúc này|lúc bấy giờ này)",
        present,
    ),
    rule("now", "nay", now).sure(0.8),
    rule("now", "giờ", hour_now).sure(0.7),
    rule("tomorrow", "mai", tomorrow).sure(0.6),
    rule(
        "past",
        "(ngày trước|thời gian vừa qua|thuở xưa|hồi xưa|ngày ấy xưa|thời gian vừa rồi)",
        past,
    ),
    rule("future", "(tương lai gần|tương lai không xa|mai sau|mai này|thời gian tới đây)", future),
    rule(
        "past",
        "(mới đây|gần đây|thời gian qua|vừa qua|ngày xưa|năm xưa|thời gian gần đây|xưa kia|vừa nãy|lúc nãy|ban nãy|hồi nãy|hồi trước)",
        past,
    ),
    rule("past", "(trước đây|trước kia)", formerly).sure(0.8),
    rule("some days", "(vài|mấy|ít) bữa [(nay|rày|qua|tới|nữa)]", some_days),
    rule("future", "(thời gian tới|sắp tới|tương lai|thời gian sắp tới)", future),
    rule("future", "(sau này|tới đây)", later_on).sure(0.7),
    rule("past", "quá khứ", in_the_past).sure(0.7),
    rule("some day", "một (hôm|ngày)", some_day).sure(0.6),
    rule("nth day", "ngày thứ <nth>", some_day),
    rule("nth day", "hôm đầu tiên", some_day),
    rule("nth week", "tuần thứ <nth>", some_week).sure(0.7),
    rule("nth year", "năm thứ <nth>", some_year).sure(0.7),
    rule("nth night", "đêm (thứ <nth>|đầu tiên)", some_night).sure(0.7),
];

/// After a name it says that this was its former one: `huyện Tứ Kỳ trước đây`.
fn formerly(found: &Found<'_>) -> Option<Meaning> {
    let before = found.tokens.start.wrapping_sub(1);
    let begins = found.stream.lex(found.tokens.start).capital;
    let name =
        !begins && found.stream.follows(found.tokens.start) && found.stream.lex(before).capital;
    (!name).then(|| past(found))?
}

/// `sau này` also tells of what has been since.
fn later_on(found: &Found<'_>) -> Option<Meaning> {
    let here = found.stream.word(found.tokens.start) == "tới" && found.after() != ",";
    let end = found.tokens.end;
    let wish = (end..end + 8).any(|it| matches!(found.stream.word(it), "muốn" | "mong" | "sẽ"));
    let ahead = wish || is_future(found.stream, found.tokens.start, end);
    (ahead && !here).then(|| future(found))?
}

/// `24h qua`.
fn last_hours(found: &Found<'_>) -> Option<Meaning> {
    lasting(&[(found.amount(Slot::Amount)?, Unit::Hour)])
}

fn some_days(_: &Found<'_>) -> Option<Meaning> {
    lasting(&[(UNKNOWN, Unit::Day)])
}

/// `nửa tiếng nữa`.
fn half_away(found: &Found<'_>) -> Option<Meaning> {
    let (amount, unit) = found.value(Slot::Unit).and_then(Unit::of)?.half();
    let (sign, from) = match found.stream.word(found.tokens.end - 1) {
        "trước" => (-1, From::Now),
        "nữa" => (1, From::Now),
        _ => (1, From::Told),
    };
    (!is_before_a_thing(found)).then(|| Meaning::Point(shifted(amount, unit, sign, from)))
}

/// `20 phút trước hội đồng`, `một hôm sau khi xong`: only how long.
pub(super) fn is_before_a_thing(found: &Found<'_>) -> bool {
    let things = [
        "hội", "khi", "giờ", "kỳ", "kì", "tòa", "ngày", "lúc", "lễ", "tết", "bầu", "trận", "cuộc",
        "thời", "loạt", "tai", "vụ", "sự", "thảm", "chuyến", "phiên", "vòng", "đám", "đại", "thềm",
        "bão",
    ];
    matches!(found.stream.word(found.tokens.end - 1), "trước" | "sau")
        && things.contains(&found.after())
}

/// Whether the `tới` at its end leads to the end of a range: `đầu năm tới 13/7`.
pub(super) fn leads_to_an_end(found: &Found<'_>) -> bool {
    let ends = ["thứ", "chủ", "ngày", "hết", "cuối", "nay", "tháng", "quý", "năm"]
        .contains(&found.after());
    found.stream.word(found.tokens.end - 1) == "tới"
        && (found.stream.is_digits(found.tokens.end) && found.stream.follows(found.tokens.end)
            || ends)
}

/// `tăng so với hôm trước`: than on the day before the one that is told of.
fn day_before(found: &Found<'_>) -> Option<Meaning> {
    let day = Num::Told(-1);
    matches!(found.before(1), "với" | "hơn")
        .then(|| Meaning::Point(Point { day, ..Point::default() }))
}

/// `mai` by itself is more often a name or a flower.
fn day_now(found: &Found<'_>) -> Option<Meaning> {
    let short = found.tokens.len() == 1;
    (!short).then(|| point(found))?
}

/// `Mai` at the beginning of what someone says, before one who will do something.
fn tomorrow(found: &Found<'_>) -> Option<Meaning> {
    let after: Vec<&str> = (0..4).map(|it| found.stream.next(found.tokens.end + it)).collect();
    let begins = matches!(found.before(1), "" | "“" | "\"" | ",");
    let speakers = [
        "ta", "tôi", "tui", "mình", "họ", "bác", "em", "anh", "chị", "cháu", "con", "mẹ", "bố",
        "bà", "ông", "chúng", "tụi",
    ];
    let fits = begins
        && (after.contains(&"sẽ") || speakers.contains(&after[0]))
        && found.stream.is_letters(found.tokens.end)
        && !found.stream.lex(found.tokens.end).capital;
    fits.then(|| Meaning::Point(Point { day: Num::Now(1), ..Point::default() }))
}

/// `năm thứ ba`: of a tale, not of someone's studies.
fn some_year(found: &Found<'_>) -> Option<Meaning> {
    let studies = ["viên", "học", "là", "sinh", "tức"].contains(&found.before(1))
        || ["liên", "về"].contains(&found.after());
    (!studies).then_some(Meaning::Point(Point { year: Num::Any, ..Point::default() }))
}

fn some_week(found: &Found<'_>) -> Option<Meaning> {
    let pregnant = ["thai", "sang"].contains(&found.before(1));
    (!pregnant).then_some(Meaning::Point(Point { week: Num::Any, ..Point::default() }))
}

/// `đêm thứ ba`; `đêm thứ Ba` is a weekday's.
fn some_night(found: &Found<'_>) -> Option<Meaning> {
    let named = found.stream.lex(found.tokens.end - 1).capital;
    let part = Some(crate::detect::date::point::Part::Night);
    (!named).then_some(Meaning::Point(Point { day: Num::Any, part, ..Point::default() }))
}

/// `giờ` for `bây giờ`: where it is no hour.
fn hour_now(found: &Found<'_>) -> Option<Meaning> {
    let verbs =
        ["đã", "mới", "chỉ", "thì", "còn", "vẫn", "đang", "phải", "không", "lại", "cũng", "chẳng"];
    let people = ["ấy", "này", "kia", "đó", "nọ"];
    let before = found.stream.lex(found.tokens.start.wrapping_sub(1));
    let counted = before.digits > 0 || before.word.is_some();
    let begins =
        ["", ",", "“", "\"", "-", ".", "rằng", "mà", "tới", "đến"].contains(&found.before(1));
    let nouns = [
        "này", "học", "cao", "vàng", "hành", "địa", "g", "tý", "sửu", "dần", "mão", "thìn", "tỵ",
        "ngọ", "mùi", "thân", "dậu", "tuất", "hợi", "chót", "nghỉ", "làm", "ra", "chơi", "cấm",
        "giấc", "thứ", "đóng", "mở", "bay", "vào", "hoàng", "lành", "tốt", "cơm", "trưa", "chiều",
        "sáng", "thi", "hẹn", "khắc", "sinh", "phút", "quốc", "mỹ", "thấp", "bình", "trái", "đẹp",
        "linh", "giới", "nghị", "giải", "chào", "đó", "nào",
    ];
    let leads = begins
        && found.stream.is_letters(found.tokens.end)
        && found.stream.follows(found.tokens.end)
        && !nouns.contains(&found.after())
        && !found.stream.lex(found.tokens.end).capital;
    let never = matches!(found.before(1), "bao" | "bấy" | "mấy");
    let fits = verbs.contains(&found.after()) || people.contains(&found.before(1)) || leads;
    (fits && !counted && !never).then(|| present(found))?
}

fn today(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { day: Num::Now(0), ..fields(found)? }))
}

/// `tối qua`, `đêm qua`; `sáng qua` is yesterday's morning.
fn last_night(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { day: Num::Now(-1), ..fields(found)? }))
}

fn that_part(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { day: Num::Told(0), ..fields(found)? }))
}

fn that_unit(found: &Found<'_>) -> Option<Meaning> {
    beside(found, 0)
}

fn unit_before(found: &Found<'_>) -> Option<Meaning> {
    beside(found, -1)
}

/// So many units from what was named last, of the length of the unit.
fn beside(found: &Found<'_>, by: i32) -> Option<Meaning> {
    let mut res = Point::default();
    match found.stream.word(found.tokens.start) {
        "năm" => res.year = Num::Told(by),
        "tháng" => res.month = Num::Told(by),
        _ => res.week = Num::Told(by),
    }
    Some(Meaning::Point(res))
}

/// `trong quá khứ`; a person's past is no time.
fn in_the_past(found: &Found<'_>) -> Option<Meaning> {
    (found.before(1) == "trong").then(|| past(found))?
}

fn shift(found: &Found<'_>, sign: i32, from: From) -> Option<Meaning> {
    if is_before_a_thing(found) {
        return None;
    }
    let unit = found.value(Slot::Unit).and_then(Unit::of)?;
    Some(Meaning::Point(shifted(found.amount(Slot::Amount)?, unit, sign, from)))
}

fn ago(found: &Found<'_>) -> Option<Meaning> {
    shift(found, -1, From::Now)
}

/// `thêm một năm nữa` says how long, and not when.
fn ahead(found: &Found<'_>) -> Option<Meaning> {
    (found.before(1) != "thêm").then(|| shift(found, 1, From::Now))?
}

fn later(found: &Found<'_>) -> Option<Meaning> {
    shift(found, 1, From::Told)
}

fn earlier(found: &Found<'_>) -> Option<Meaning> {
    shift(found, -1, From::Told)
}

fn span(found: &Found<'_>) -> Option<Meaning> {
    let unit = found.value(Slot::Unit).and_then(Unit::of)?;
    lasting(&[(found.amount(Slot::Amount)?, unit)])
}

/// `nay` by itself, as in `đến nay`, and not as the end of `hôm nay`.
fn now(found: &Found<'_>) -> Option<Meaning> {
    let units =
        ["hôm", "năm", "tháng", "tuần", "ngày", "mùa", "xưa", "này", "ba", "y", "bữa", "hè"];
    let name = found.stream.lex(found.tokens.start).capital
        && !found.before(1).is_empty()
        && found.stream.is_letters(found.tokens.start - 1);
    (!units.contains(&found.before(1)) && !name).then(|| present(found))?
}

fn some_day(found: &Found<'_>) -> Option<Meaning> {
    let long = ["trong", "mất", "hết", "suốt", "chỉ", "sau"].contains(&found.before(1));
    if long && found.stream.word(found.tokens.start) == "một" {
        return lasting(&[(1000, Unit::Day)]);
    }
    Some(Meaning::Point(Point { day: Num::Any, ..Point::default() }))
}
