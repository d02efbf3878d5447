//! Where the values of a pattern's classes go, and what most rules make of them.

use std::ops::Range;

use crate::document::TimexKind;

use super::calendar;
use super::numeral::{Milli, UNKNOWN};
use super::point::{Clock, Meaning, Num, Part, Point};
use super::stream::Stream;

/// What a class of a pattern says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// Nothing that is kept.
    Nothing,
    Day,
    Month,
    Year,
    /// Two digits of a year.
    ShortYear,
    Decade,
    Century,
    Half,
    Quarter,
    Season,
    Week,
    Nth,
    Weekday,
    Part,
    Hour,
    /// Both in four digits.
    HourMinute,
    Minute,
    Second,
    /// 0 before noon, 1 after noon.
    Meridiem,
    Meridiem2,
    /// Hours or minutes east of Greenwich.
    Zone,
    ZoneMinute,
    /// The other end of a range.
    Day2,
    Month2,
    Year2,
    Hour2,
    Minute2,
    Weekday2,
    Amount,
    Amount2,
    Unit,
    Unit2,
    /// How many units from now.
    YearNow,
    QuarterNow,
    MonthNow,
    WeekNow,
    DayNow,
    /// How many units from what was named last.
    YearTold,
    MonthTold,
    WeekTold,
    DayTold,
    /// −1 the last, 1 the next of a name.
    Direction,
    Holiday,
    /// Place among the ten stems of the years.
    Stem,
    /// Place among the twelve branches of the years.
    Branch,
}

/// What a class read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Value {
    pub(super) slot: Slot,
    pub(super) value: i64,
    pub(super) tokens: Range<usize>,
}

/// What a pattern found, with the text around it.
pub(super) struct Found<'f> {
    pub(super) stream: &'f Stream<'f>,
    pub(super) slots: &'f [Value],
    pub(super) tokens: Range<usize>,
}

impl Found<'_> {
    /// Whether a number stands directly before it, of which it may be the unit.
    pub(super) fn is_counted(&self) -> bool {
        let Some(before) = self.tokens.start.checked_sub(1) else { return false };
        let lex = self.stream.lex(before);
        let number = lex.digits > 0 || (lex.word.is_some() && self.stream.word(before) != "không");
        self.stream.follows(self.tokens.start) && number
    }

    /// Whether the text is nothing else.
    pub(super) fn is_all(&self) -> bool {
        self.tokens == (0..self.stream.len())
    }

    pub(super) fn value(&self, slot: Slot) -> Option<i64> {
        self.slots.iter().find(|it| it.slot == slot).map(|it| it.value)
    }

    #[expect(clippy::cast_possible_truncation, reason = "no class reads more than 32 bits here")]
    pub(super) fn get(&self, slot: Slot) -> Option<i32> {
        self.value(slot).map(|it| it as i32)
    }

    pub(super) fn amount(&self, slot: Slot) -> Option<Milli> {
        self.value(slot)
    }

    pub(super) fn tokens_of(&self, slot: Slot) -> Option<Range<usize>> {
        self.slots.iter().find(|it| it.slot == slot).map(|it| it.tokens.clone())
    }

    /// The word `by` tokens before it in the same line.
    pub(super) fn before(&self, by: usize) -> &str {
        self.stream.back(self.tokens.start, by)
    }

    /// The word after it in the same line.
    pub(super) fn after(&self) -> &str {
        self.stream.next(self.tokens.end)
    }
}

/// Puts what the slots say in the fields of a point. Refuses days that no calendar has.
pub(super) fn point(found: &Found<'_>) -> Option<Meaning> {
    fields(found).map(Meaning::Point)
}

/// The point that the slots say.
pub(super) fn fields(found: &Found<'_>) -> Option<Point> {
    let is = |slot| found.get(slot).map_or(Num::Open, Num::Is);
    let told = |slot, or| found.get(slot).map_or(or, Num::Told);
    let now = |slot, or| found.get(slot).map_or(or, Num::Now);
    let year = found.get(Slot::ShortYear).map_or(is(Slot::Year), Num::Short);
    let year = if year.is_open() { cycle(found).map_or(year, Num::Cycle) } else { year };
    let res = Point {
        century: is(Slot::Century),
        decade: is(Slot::Decade),
        year: told(Slot::YearTold, now(Slot::YearNow, year)),
        half: is(Slot::Half),
        quarter: now(Slot::QuarterNow, is(Slot::Quarter)),
        season: is(Slot::Season),
        month: told(Slot::MonthTold, now(Slot::MonthNow, is(Slot::Month))),
        week: told(Slot::WeekTold, now(Slot::WeekNow, is(Slot::Week))),
        nth: found.get(Slot::Nth).unwrap_or(0),
        weekday: found.get(Slot::Weekday),
        day: told(Slot::DayTold, now(Slot::DayNow, is(Slot::Day))),
        part: found.value(Slot::Part).and_then(Part::of),
        clock: clock(found),
        direction: found.get(Slot::Direction).unwrap_or(0),
        ..Point::default()
    };
    is_possible(&res).then_some(res)
}

/// Place of a year in the cycle of sixty. Stems and branches turn together, so only
/// every second pair exists.
fn cycle(found: &Found<'_>) -> Option<i32> {
    let (stem, branch) = (found.get(Slot::Stem)?, found.get(Slot::Branch)?);
    (0..60).find(|it| it % 10 == stem && it % 12 == branch)
}

/// Several of one kind that share all else: the slots of `kind` are what differs.
/// `outer` words before the first one belong to none of them.
pub(super) fn several(found: &Found<'_>, kind: Slot, outer: &[&str]) -> Option<Meaning> {
    // The number of `tháng 6` is not the first of `6 đến 12/7`.
    let inside = ["tháng", "năm", "quý", "số", "giờ", "thứ"].contains(&found.before(1));
    // Nor is the `ngày` of `hai ngày 6 và 7/10` a day's.
    let counted = found.is_counted() && found.stream.word(found.tokens.start) == "ngày";
    if inside && found.stream.is_digits(found.tokens.start) || counted {
        return None;
    }
    let shared = fields(found)?;
    let items: Vec<&Value> = found.slots.iter().filter(|it| it.slot == kind).collect();
    let mut start = found.tokens.start;
    while outer.contains(&found.stream.word(start)) {
        start += 1;
    }
    let mut res = Vec::new();
    for (idx, it) in items.iter().enumerate() {
        let value = Num::Is(i32::try_from(it.value).ok()?);
        let mut point = shared;
        match kind {
            Slot::Day => point.day = value,
            Slot::Month => point.month = value,
            Slot::Quarter => point.quarter = value,
            Slot::Year => point.year = value,
            Slot::Weekday => point.weekday = value.known(),
            Slot::Century => point.century = Num::Is(value.known()? - 1),
            _ => return None,
        }
        is_possible(&point).then_some(())?;
        let unit = |at: usize| {
            ["ngày", "tháng", "quý", "năm", "thế", "kỷ", "thứ", "the"]
                .contains(&found.stream.back(at, 1))
        };
        let mut from = if idx == 0 { start } else { it.tokens.start };
        while from > start && unit(from) {
            from -= 1;
        }
        let to = if idx + 1 == items.len() { found.tokens.end } else { it.tokens.end };
        res.push((from..to, Meaning::Point(point)));
    }
    (res.len() > 1).then_some(Meaning::Several(res))
}

/// The time of day that the slots say.
pub(super) fn clock(found: &Found<'_>) -> Option<Clock> {
    let said = found.get(Slot::Hour)?;
    let part = found.value(Slot::Part).and_then(Part::of);
    let hour = match found.get(Slot::Meridiem) {
        Some(half) if said <= 12 => said % 12 + 12 * half,
        _ => part.map_or(said, |it| it.hour(said)),
    };
    Some(Clock {
        hour,
        minute: found.get(Slot::Minute).unwrap_or(0),
        second: found.get(Slot::Second),
        zone: found.get(Slot::Zone),
        exact: found.get(Slot::Meridiem).is_some() || part.is_some() || said > 12,
    })
}

/// Whether some year has the day, and this one if it is known.
pub(super) fn is_possible(it: &Point) -> bool {
    let (Some(month), Some(day)) = (it.month.known(), it.day.known()) else { return true };
    // Any leap year.
    let year = it.year.known().unwrap_or(2000);
    if it.lunar { day <= 30 } else { calendar::day(year, month, day).is_some() }
}

/// Not a date: keeps others from being found in it.
#[expect(clippy::unnecessary_wraps, reason = "all productions have one type")]
pub(super) fn not(_: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Not)
}

/// `PRESENT_REF`.
#[expect(clippy::unnecessary_wraps, reason = "all productions have one type")]
pub(super) fn present(_: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Fixed(TimexKind::Date, "PRESENT_REF".to_owned()))
}

/// `PAST_REF`.
#[expect(clippy::unnecessary_wraps, reason = "all productions have one type")]
pub(super) fn past(_: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Fixed(TimexKind::Date, "PAST_REF".to_owned()))
}

/// `FUTURE_REF`.
#[expect(clippy::unnecessary_wraps, reason = "all productions have one type")]
pub(super) fn future(_: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Fixed(TimexKind::Date, "FUTURE_REF".to_owned()))
}

/// The amount as a whole number, if it is one.
pub(super) fn whole(amount: Milli) -> Option<i32> {
    if amount == UNKNOWN || amount % 1000 != 0 {
        return None;
    }
    i32::try_from(amount / 1000).ok().filter(|it| *it < 100_000)
}
