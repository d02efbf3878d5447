//! Lets expressions of one list or range share what only the last one says.
//!
//! `từ sáng đến chiều 7/8`, `from 8 to 10 a.m. on Friday`: each is a mention of its own,
//! with its full value.

use super::calendar;
use super::holiday::Holiday;
use super::point::{Clock, Draft, Grain, Meaning, Num, Point};
use super::resolve::{Placed, Reader};
use super::stream::Stream;
use super::vi::day::SHARED_DAY;

/// Takes lists apart that a rule read as a whole.
pub(super) fn take_apart(_: &Stream<'_>, drafts: &mut Vec<Draft>) {
    let mut res: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts.drain(..) {
        let Meaning::Several(items) = draft.meaning else {
            res.push(draft);
            continue;
        };
        for (tokens, meaning) in items {
            res.push(Draft { tokens, rule: draft.rule, sure: draft.sure, meaning });
        }
    }
    *drafts = res;
}

/// Fills each expression from the one after it, from the last to the first, where a
/// word such as `và` or `to` stands between them.
#[expect(clippy::ptr_arg, reason = "all refiners have one type")]
pub(super) fn share_backwards(stream: &Stream<'_>, drafts: &mut Vec<Draft>) {
    for idx in (1..drafts.len()).rev() {
        let Some([one, other]) = drafts.get_mut(idx - 1..=idx) else { continue };
        // `Đêm 30 rạng sáng 31/7`.
        let beside = one.rule == SHARED_DAY && one.tokens.end == other.tokens.start;
        if !beside && !is_linked(stream, one.tokens.end, other.tokens.start) {
            continue;
        }
        let weekly = is_weekly(stream, one, other);
        let (Meaning::Point(a), Meaning::Point(b)) = (&mut one.meaning, &other.meaning) else {
            continue;
        };
        a.set |= weekly;
        if let Some(shared) = share(a, b) {
            *a = shared;
        }
    }
}

/// `thứ Hai, thứ Tư, thứ Sáu hằng tuần`: what stands after the last one is said of all; `mỗi`
/// before one is not.
fn is_weekly(stream: &Stream<'_>, one: &Draft, other: &Draft) -> bool {
    let weekday = |it: &&Point| it.weekday.is_some() && it.day.is_open() && it.week.is_open();
    let listed = one.point().filter(weekday).is_some_and(|it| it.direction == 0)
        && other.point().filter(weekday).is_some_and(|it| it.set);
    let own = matches!(stream.word(one.tokens.start), "hôm")
        || matches!(stream.word(other.tokens.start), "mỗi" | "các" | "những" | "hằng" | "hàng");
    listed && !own && !stream.spec_is_english()
}

/// The end of a range that says no year or week is not before its beginning: `từ tháng 3 đến
/// tháng 5`, `Monday to Friday`, `from 11 p.m. until 5 a.m.`
pub(super) fn after_begin(reader: &Reader<'_>, it: &Point, draft: &Draft, end: Placed) -> Placed {
    let Some((from, begin)) = reader.last_placed() else { return end };
    if !is_range(reader.stream, from, draft.tokens.start) || !end.filled || !begin.filled {
        return end;
    }
    // The codes of parts of the day are in no order.
    let codes = [("TMI", "TN1"), ("TAF", "TN2"), ("TEV", "TN3"), ("TNI", "TN4")];
    let key = |it: &Placed| codes.iter().fold(it.text.clone(), |text, it| text.replace(it.0, it.1));
    if end.text.len() != begin.text.len() || key(&end) >= key(begin) {
        return end;
    }
    let days = match it.widest() {
        Some(Grain::Time | Grain::Part) if it.clock.is_some() => 1,
        Some(Grain::Day) if it.weekday.is_some() && it.day.is_open() => 7,
        Some(Grain::Half | Grain::Quarter | Grain::Month | Grain::Day) if it.year.is_open() => {
            let year = end.year.map(|year| Point { year: Num::Is(year + 1), ..*it });
            return year.map_or(end, |it| reader.place(&it, draft));
        }
        _ => return end,
    };
    let Some(day) = end.day.and_then(|it| calendar::add_days(it, days)) else { return end };
    let text = format!("{day}{}", end.text.get(10..).unwrap_or(""));
    Placed { text, day: Some(day), ..end }
}

/// Whether a word that leads to the end of a range stands between two expressions.
fn is_range(stream: &Stream<'_>, end: usize, start: usize) -> bool {
    let words = ["đến", "tới", "to", "through", "-", "–", "until", "till"];
    start == end + 1
        && stream.follows(end)
        && stream.follows(start)
        && words.contains(&stream.word(end))
}

/// Whether what stands between two expressions makes them a list or a range.
fn is_linked(stream: &Stream<'_>, end: usize, start: usize) -> bool {
    if end >= start || !(end..=start).all(|it| stream.follows(it)) {
        return false;
    }
    let words = [
        "và", "đến", "tới", "hoặc", "hay", "-", "–", "—", "and", "to", "or", "through", "until",
        "till",
    ];
    match start - end {
        1 => words.contains(&stream.word(end)) || stream.word(end) == ",",
        2 => words.contains(&stream.word(end)) || words.contains(&stream.word(end + 1)),
        _ => false,
    }
}

/// `a` with what only `b` says, if they are of one kind.
fn share(a: &Point, b: &Point) -> Option<Point> {
    let mut res = *a;
    let same_grain = a.grain() == b.grain();
    // `mùng 1 đến mùng 3 Tết`.
    if let (Some(Holiday::Tet(_)), Num::Is(day)) = (b.holiday, a.day)
        && a.month.is_open()
        && a.holiday.is_none()
    {
        res.holiday = Some(Holiday::Tet(day - 1));
        (res.day, res.year) = (Num::Open, b.year);
        return Some(res);
    }
    // Times or parts of the day: the day is shared.
    if same_grain && a.widest() >= Some(Grain::Part) && b.widest() < Some(Grain::Part) {
        let said = |it: Clock| Clock {
            hour: b.part.filter(|_| !it.exact).map_or(it.hour, |part| part.hour(it.hour)),
            ..it
        };
        return Some(Point {
            part: a.part.or_else(|| b.part.filter(|_| a.clock.is_none())),
            clock: a.clock.map(said),
            ..*b
        });
    }
    if a.grain() >= Some(Grain::Part) && b.grain() == Some(Grain::Day) {
        return None;
    }
    // A day of a month that the next one names.
    if same_grain
        && a.day.known().is_some()
        && a.month.is_open()
        && a.weekday.is_none()
        && b.day.known().is_some()
        && !b.month.is_open()
    {
        (res.month, res.year, res.lunar, res.leap) = (b.month, b.year, b.lunar, b.leap);
        if res.day.known() > b.day.known() && b.month.known().is_some() {
            return None;
        }
        return Some(res);
    }
    // A weekday of a week that the next one names.
    if a.weekday.is_some()
        && b.weekday.is_some()
        && a.week.is_open()
        && a.day.is_open()
        && !b.week.is_open()
    {
        res.week = b.week;
        return Some(res);
    }
    // A day, month or quarter of a year that the next one names.
    if same_grain
        && a.year.is_open()
        && !b.year.is_open()
        && a.grain() > Some(Grain::Year)
        && !a.day.is_relative()
    {
        let later = (a.month.known(), a.day.known()) > (b.month.known(), b.day.known());
        res.year = match b.year {
            Num::Is(year) if later => Num::Is(year - 1),
            year => year,
        };
        return Some(res);
    }
    None
}
