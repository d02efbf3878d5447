//! How long something takes.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::numeral::UNKNOWN;
use crate::detect::date::point::Meaning;
use crate::detect::date::slot::{Found, Slot};
use crate::detect::date::unit::{Unit, lasting};

/// Durations.
pub(super) const RULES: &[Rule] = &[
    rule("an age", "<n> (tuổi|<unit> tuổi)", age),
    rule("duration", "<n> <unit>", plain),
    rule("duration", "<n> <unit> <n2> <unit2>", plain),
    rule("days and nights", "<n> ngày <n> đêm", days_and_nights),
    rule("duration", "<n> (giờ|tiếng) <n> phút <n> giây", to_the_second),
    rule("duration of a race", "<h>(h|g)<mi>'<s>(\"|'')", of_a_race),
    rule("duration to the hundredth", "<n> <unit> <n2> <unit2> <d>", hundredths),
    rule("from so long to so long", "<n>-<n2> <unit> [(tới|qua|nữa|gần đây)]", from_to),
    rule("for hours", "hàng <unit> [(trời|liền|ròng|đồng hồ)]", for_hours),
    rule("the last or next", "những <unit> (qua|gần đây|tới|vừa qua|sắp tới|tới đây)", some),
    rule("duration and a half", "<n> <unit> rưỡi[ qua| nay| gần đây| trở lại đây]", and_a_half),
    rule("half a unit", "nửa <unit>[ qua| nay| gần đây| trở lại đây]", half),
];

fn unit(found: &Found<'_>, slot: Slot) -> Option<Unit> {
    found.value(slot).and_then(Unit::of)
}

/// `50 năm tuổi Đảng`, `20 năm tuổi nghề` say how long.
fn age(found: &Found<'_>) -> Option<Meaning> {
    (!["đảng", "nghề", "lửa", "quân"].contains(&found.after())).then_some(Meaning::Not)
}

/// `2 phút 13 giây 84` of a race.
fn hundredths(found: &Found<'_>) -> Option<Meaning> {
    (unit(found, Slot::Unit2) == Some(Unit::Second)).then(|| plain(found))?
}

/// `hai ngày 6 và 7/8`: how many days are named.
fn is_count_of_days(found: &Found<'_>) -> bool {
    let end = found.tokens.end;
    found.stream.word(end - 1) == "ngày"
        && found.stream.is_digits(end)
        && matches!(found.stream.next(end + 1), "và" | ",")
        && found.amount(Slot::Amount).is_some_and(|it| it <= 10_000)
}

fn plain(found: &Found<'_>) -> Option<Meaning> {
    if is_count_of_days(found) {
        return Some(Meaning::Not);
    }
    // `hai trăm năm mươi`: one number.
    if found.stream.word(found.tokens.end - 1) == "năm" && found.after() == "mươi" {
        return Some(Meaning::Not);
    }
    // `một tiếng Việt`: a language.
    let end = found.tokens.end;
    let tongue = found.stream.word(end - 1) == "tiếng" && found.stream.follows(end);
    if tongue && (found.stream.lex(end).capital && found.stream.is_letters(end) || is_sound(found))
    {
        return None;
    }
    // `không quý`, `không tiếng động`.
    if found.stream.word(found.tokens.start) == "không" {
        return None;
    }
    let first = (found.amount(Slot::Amount)?, unit(found, Slot::Unit)?);
    match (found.amount(Slot::Amount2), unit(found, Slot::Unit2)) {
        (Some(amount), Some(second)) if first.1 < second => lasting(&[first, (amount, second)]),
        (Some(_), Some(_)) => None,
        _ => lasting(&[first]),
    }
}

/// `gõ ba tiếng`, `một tiếng ho`: sounds and words, not hours.
fn is_sound(found: &Found<'_>) -> bool {
    let verbs =
        ["gõ", "nói", "ho", "kêu", "hô", "gọi", "be", "thiếu", "nghe", "được", "thốt", "có"];
    let sounds = [
        "ho", "động", "súng", "chuông", "dội", "gõ", "kêu", "nổ", "vang", "lóng", "cười", "hát",
        "nói", "thở",
    ];
    verbs.contains(&found.before(1)) || sounds.contains(&found.after())
}

fn days_and_nights(found: &Found<'_>) -> Option<Meaning> {
    lasting(&[(found.amount(Slot::Amount)?, Unit::Day)])
}

fn to_the_second(found: &Found<'_>) -> Option<Meaning> {
    let amounts = found.slots.iter().filter(|it| it.slot == Slot::Amount).map(|it| it.value);
    let parts: Vec<(i64, Unit)> = amounts.zip([Unit::Hour, Unit::Minute, Unit::Second]).collect();
    lasting(&parts)
}

/// `2h18'25"`: no time of day is written so.
fn of_a_race(found: &Found<'_>) -> Option<Meaning> {
    let part = |slot, unit| Some((found.amount(slot)? * 1000, unit));
    lasting(&[
        part(Slot::Hour, Unit::Hour)?,
        part(Slot::Minute, Unit::Minute)?,
        part(Slot::Second, Unit::Second)?,
    ])
}

/// `3-5 năm`.
fn from_to(found: &Found<'_>) -> Option<Meaning> {
    let unit = unit(found, Slot::Unit)?;
    let (from, to) = (found.amount(Slot::Amount)?, found.amount(Slot::Amount2)?);
    // TIMEX3 has one amount: the lower one.
    (from < to).then(|| lasting(&[(from, unit)]))?
}

/// `hàng giờ`: hours on end; `hàng ngày`, `hàng năm` are every day, every year.
fn for_hours(found: &Found<'_>) -> Option<Meaning> {
    let unit = unit(found, Slot::Unit)?;
    let on_end = found.stream.word(found.tokens.end - 1);
    let long = ["trời", "liền", "ròng", "hồ"].contains(&on_end) || unit == Unit::Hour;
    long.then(|| lasting(&[(UNKNOWN, unit)]))?
}

fn some(found: &Found<'_>) -> Option<Meaning> {
    lasting(&[(UNKNOWN, unit(found, Slot::Unit)?)])
}

fn and_a_half(found: &Found<'_>) -> Option<Meaning> {
    let unit = unit(found, Slot::Unit)?;
    lasting(&[(found.amount(Slot::Amount)?, unit), unit.half()])
}

fn half(found: &Found<'_>) -> Option<Meaning> {
    lasting(&[unit(found, Slot::Unit)?.half()])
}
