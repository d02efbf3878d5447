//! Parts of the day and clock times.
//!
//! A time and the part of the day after it (`8 giờ` `tối`) are put together later.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::point::{Meaning, Num, Part, Point};
use crate::detect::date::refine::WEAK_PART;
use crate::detect::date::slot::{Found, Slot, clock, fields, point};
use crate::detect::date::unit::{Unit, lasting};

/// Times of day.
pub(super) const RULES: &[Rule] = &[
    // Before the parts of the day: it needs no word beside it.
    rule("midnight", "[lúc] nửa đêm", midnight),
    rule(WEAK_PART, "<part>", point).sure(0.6),
    rule("part of the day", "(đầu|cuối) giờ (sáng|chiều) [nay]", part_of_hours),
    rule("part of the day", "lúc <part>", point).sure(0.7),
    rule("part of the day", "cùng (đêm|tối|sáng|chiều)", same_part),
    rule("clock", "lúc <h>(h|g)<mi1>", small_letter),
    rule("full hour", "lúc <h>", bare_hour).sure(0.6),
    rule("part of some day", "[(một|vào)] (buổi|ban) (<part>|ngày)", some_part),
    rule("some evening", "một (đêm|tối|sáng|chiều|trưa)", one_part),
    rule("clock", "[lúc] <h>(h|g)<mi>[('|p|phút)]", small_letter),
    rule("clock", "[lúc] <h>:<mi>", no_ratio),
    rule("clock", "[lúc] <h> (h|g) <mi> ['|phút]", small_letter),
    rule("clock", "[lúc] <h> giờ <mi> ['|phút]", time),
    rule("clock", "[lúc] <hn> giờ <min> [phút]", time),
    rule("clock", "lúc <hn> giờ <min> phút <sn> giây", point),
    rule("clock", "[lúc] <h>:<mi>:<s>", no_result),
    rule("clock of twelve hours", "[lúc] <h>[:<mi>] <meridiem>", point),
    rule("full hour", "lúc (<hn> giờ|<h>h|<h> g|<h>g) [đúng]", point),
    rule("half past", "[lúc] <hn> giờ rưỡi", half_past),
    rule("half past", "[lúc] <hn> rưỡi", half_past_without),
    rule("to the hour", "[lúc] <hn> giờ kém <min> [phút]", to_the_hour),
    rule("full hour", "(<h>h|<h> g|<h>g)", hour).sure(0.85),
    rule("full hour", "<hn> giờ", hour).sure(0.7),
    rule(
        "clock with zone",
        "[lúc] (<h>h|<h>h<mi>|<h>:<mi>|<h> giờ|<h> giờ <mi>) <utc>[(+|-)<zone>]",
        zoned,
    ),
    rule("clock range", "<h>(h|g)[<mi>]-<h2>(h|g)[<mi2>]", clock_range),
    rule("clock range", "<h>-<h2>h", clock_range).sure(0.8),
    rule("clock range", "<h>-<h2> giờ", full_hours).sure(0.8),
    rule("clock range", "<h>:<mi>-<h2>:<mi2>", clock_range),
];

fn part_of_hours(found: &Found<'_>) -> Option<Meaning> {
    let morning = found.stream.word(found.tokens.start + 2) == "sáng";
    let part = Some(if morning { Part::Morning } else { Part::Afternoon });
    let today = found.stream.word(found.tokens.end - 1) == "nay";
    let day = if today { Num::Now(0) } else { Num::Open };
    Some(Meaning::Point(Point { part, day, ..Point::default() }))
}

/// `cùng đêm`: of the day that was named last.
fn same_part(found: &Found<'_>) -> Option<Meaning> {
    let (day, part) = (Num::Told(0), part_named(found.stream.word(found.tokens.end - 1)));
    Some(Meaning::Point(Point { day, part: Some(part), ..Point::default() }))
}

/// `lúc 5`, unless the number counts something.
fn bare_hour(found: &Found<'_>) -> Option<Meaning> {
    let end = found.tokens.end;
    let ends = !found.stream.follows(end) || matches!(found.after(), "," | "." | ";" | ")");
    let decimal = found.stream.is_digits(end + 1) && found.stream.touches(end);
    (ends && !decimal).then(|| point(found))?
}

/// The part of the day with this name of one syllable.
fn part_named(word: &str) -> Part {
    match word {
        "đêm" => Part::Night,
        "tối" => Part::Evening,
        "sáng" => Part::Morning,
        "chiều" => Part::Afternoon,
        _ => Part::Noon,
    }
}

#[expect(clippy::unnecessary_wraps, reason = "all productions have one type")]
fn midnight(_: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { part: Some(Part::Night), ..Point::default() }))
}

/// `buổi sáng`: of no day in particular; `Buổi sáng, …` goes on with what is told.
fn some_part(found: &Found<'_>) -> Option<Meaning> {
    let part = found.value(Slot::Part).and_then(Part::of).or(Some(Part::Daytime));
    let first = found.stream.lex(found.tokens.start);
    let goes_on = first.capital && !first.upper && found.stream.word(found.tokens.start) == "buổi";
    let day = if goes_on { Num::Open } else { Num::Any };
    Some(Meaning::Point(Point { day, part, ..fields(found)? }))
}

/// `Một đêm, …`; within a sentence it is how long something takes.
fn one_part(found: &Found<'_>) -> Option<Meaning> {
    let part = part_named(found.stream.word(found.tokens.start + 1));
    let begins = found.stream.lex(found.tokens.start).capital;
    let fits = begins || matches!(part, Part::Morning | Part::Evening) && found.after() != "kiến";
    let point = Point { day: Num::Any, part: Some(part), ..Point::default() };
    (fits && found.before(1) != "đường").then_some(Meaning::Point(point))
}

/// `5G` is a network.
fn small_letter(found: &Found<'_>) -> Option<Meaning> {
    let hour = found.tokens_of(Slot::Hour)?;
    let letter = found.stream.lex(hour.end);
    (!letter.capital || found.stream.word(hour.end) == "h").then(|| point(found))?
}

/// `1:20` may be a scale or a score.
fn no_ratio(found: &Found<'_>) -> Option<Meaning> {
    let words = ["lệ", "số", "xích"];
    // `video dài 3:45`.
    let long = matches!(found.before(1), "dài" | "lượng" | "tích" | "lục");
    (!long && !(1..=4).any(|by| words.contains(&found.before(by)))).then(|| point(found))?
}

/// `Kỷ lục 2:05:31`: how long a race took.
fn no_result(found: &Found<'_>) -> Option<Meaning> {
    let named = found.stream.is_letters(found.tokens.start);
    let race = (1..=5).any(|by| matches!(found.before(by), "lục" | "tích"));
    let spent = found.before(1) == "hết" && !matches!(found.before(2), "đến" | "tới");
    let long = race
        || spent
        || matches!(found.before(1), "dài" | "lượng" | "trong" | "mất" | "chạy" | "với");
    (named || !long).then(|| point(found))?
}

/// Words before an amount of hours and minutes.
const LENGTHS: &[&str] = &[
    "trong", "mất", "suốt", "dài", "hết", "sau", "thêm", "là", "tốn", "kém", "chạy", "bay", "đi",
    "nghỉ", "chờ", "được", "hơn", "gần", "khoảng", "chừng", "đạt", "kỷ", "lục",
];

/// `9 giờ 30 phút` is a time unless something asks how long.
fn time(found: &Found<'_>) -> Option<Meaning> {
    let part = ["sáng", "trưa", "chiều", "tối", "đêm", "ngày"].contains(&found.after());
    let about = ["khoảng", "gần", "hơn", "chừng"].contains(&found.before(1));
    let led = about && ["đến", "tới", "vào", "lúc", "từ", "hồi", ""].contains(&found.before(2));
    // `Thời gian bay: 7 giờ 25 phút`.
    let label =
        found.before(1) == ":" && (2..5).any(|by| matches!(found.before(by), "thời" | "trước"));
    let long = label || LENGTHS.contains(&found.before(1)) || is_in_words(found);
    (part || led || !long).then(|| point(found))?
}

/// `một giờ năm mươi phút`, with nothing that makes it a time of day.
fn is_in_words(found: &Found<'_>) -> bool {
    let led = ["lúc", "vào", "hồi", "từ", "đến", "tới", "đúng", ""].contains(&found.before(1));
    let minutes = found.stream.word(found.tokens.end - 1) == "phút";
    minutes && !led && found.tokens.clone().all(|it| found.stream.is_letters(it))
}

fn half_past(found: &Found<'_>) -> Option<Meaning> {
    if LENGTHS.contains(&found.before(1)) {
        return None;
    }
    let mut res = fields(found)?;
    res.clock.as_mut()?.minute = 30;
    Some(Meaning::Point(res))
}

/// `8 rưỡi sáng`.
fn half_past_without(found: &Found<'_>) -> Option<Meaning> {
    let part = ["sáng", "trưa", "chiều", "tối", "đêm"].contains(&found.after());
    part.then(|| half_past(found))?
}

fn to_the_hour(found: &Found<'_>) -> Option<Meaning> {
    let mut res = fields(found)?;
    let clock = res.clock.as_mut()?;
    clock.hour = (clock.hour + 23) % 24;
    clock.minute = (60 - found.get(Slot::Minute)?) % 60;
    Some(Meaning::Point(res))
}

fn zoned(found: &Found<'_>) -> Option<Meaning> {
    let mut res = fields(found)?;
    let west = (found.tokens.clone()).any(|it| found.stream.word(it) == "-");
    let hours = found.get(Slot::Zone).unwrap_or(0);
    res.clock.as_mut()?.zone = Some(if west { -hours * 60 } else { hours * 60 });
    Some(Meaning::Point(res))
}

fn clock_range(found: &Found<'_>) -> Option<Meaning> {
    let from = fields(found)?;
    let mut to = from;
    let mut end = clock(found)?;
    end.hour = found.get(Slot::Hour2)?;
    end.minute = found.get(Slot::Minute2).unwrap_or(0);
    // `11:30-1:30`.
    let begin = from.clock?;
    if (end.hour, end.minute) < (begin.hour, begin.minute) && begin.hour <= 12 {
        end.hour += 12;
    }
    to.clock = Some(end);
    Some(Meaning::Range(from, to))
}

/// `3-4 giờ sáng`; `3-4 giờ` by itself is how long something takes.
fn full_hours(found: &Found<'_>) -> Option<Meaning> {
    let part = ["sáng", "trưa", "chiều", "tối", "đêm", "khuya"].contains(&found.after());
    part.then(|| clock_range(found))?
}

/// Words before or after a full hour that make it a time and not a duration.
const LEADS: &[&str] =
    &["từ", "đến", "tới", "hồi", "vào", "trước", "(", "-", "đúng", "và", "là", "lúc"];
const TAILS: &[&str] = &[
    "ngày", "hôm", "cùng", "thứ", "chủ", "mỗi", "hằng", "hàng", "sáng", "trưa", "chiều", "tối",
    "đêm", "khuya",
];

/// `9h`, `8 giờ`: a time where something says so, else how long something takes.
fn hour(found: &Found<'_>) -> Option<Meaning> {
    let stream = found.stream;
    let letter = found.tokens.end - 1;
    if stream.word(letter) == "g" && stream.lex(letter).capital {
        return None;
    }
    let hour = found.get(Slot::Hour)?;
    let digits = stream.is_digits(found.tokens.end) && stream.follows(found.tokens.end);
    let led =
        LEADS.contains(&found.before(1)) || TAILS.contains(&found.after()) || digits || hour == 0;
    let long = ["trong", "suốt", "mất", "kéo", "dài", "hơn", "gần"].contains(&found.before(1))
        || ["qua", "tới", "đồng", "liền"].contains(&found.after());
    // `Chín giờ, già làng bước lên.`
    let begins = |by: usize| matches!(found.before(by), "" | "." | "!" | "?");
    let opens = found.after() == ","
        && (begins(1) || matches!(found.before(1), "gần" | "khoảng") && begins(2));
    // `Gọi sau 19 giờ`.
    let evening = hour >= 18 && found.before(1) == "sau";
    if led || opens || evening || found.is_all() || (stream.word(letter) != "giờ" && !long) {
        return point(found);
    }
    lasting(&[(i64::from(hour) * 1000, Unit::Hour)])
}

#[cfg(test)]
mod tests {
    use crate::detect::article::Language::Vi;
    use crate::detect::date::check::values;

    #[test]
    fn times_and_what_looks_like_them() {
        let cases = [
            ("lúc 9h30", "2022-08-09T09:30"),
            ("9 giờ kém 15 sáng nay", "2022-08-09T08:45"),
            ("8 giờ tối qua", "2022-08-08T20:00"),
            ("21h00'", "2022-08-09T21:00"),
            ("trong 2 giờ 15 phút", "PT2H15M"),
            ("mạng 5G", ""),
            ("tỷ lệ 1:20", ""),
            ("sáng kiến", ""),
            ("tối thiểu", ""),
            ("chiều dài cây cầu", ""),
        ];
        values(Vi, &cases);
    }
}
