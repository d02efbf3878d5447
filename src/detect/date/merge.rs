//! Puts expressions together that stand side by side and name one time.
//!
//! `Thứ sáu` and `20/05/2022` are two drafts and one mention; so are `7:30 p.m.` and
//! `Friday`, with or without the `on` between them. Each says some fields; together
//! they must say each field once.

use crate::document::TimexKind;

use super::point::{Draft, Grain, Meaning, Num, Point};
use super::refine::WEAK_PART;
use super::stream::Stream;

/// Joins neighbours, from left to right, as long as they fit.
pub(super) fn join_neighbours(stream: &Stream<'_>, drafts: &mut Vec<Draft>) {
    let mut res: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts.drain(..) {
        if let Some(last) = res.last_mut()
            && let Some(joined) = join(stream, last, &draft)
        {
            *last = joined;
        } else {
            res.push(draft);
        }
    }
    *drafts = res;
}

fn join(stream: &Stream<'_>, one: &Draft, other: &Draft) -> Option<Draft> {
    join_points(stream, one, other)
        .or_else(|| join_set(stream, one, other))
        .or_else(|| join_range(stream, one, other))
}

/// `thứ Hai` `hằng tuần`: what is named, each time.
fn join_set(stream: &Stream<'_>, one: &Draft, other: &Draft) -> Option<Draft> {
    let (Meaning::Point(point), Meaning::Fixed(TimexKind::Set, value)) =
        (&one.meaning, &other.meaning)
    else {
        return None;
    };
    let widest = match value.as_str() {
        "P1D" => Grain::Part,
        "P1W" => Grain::Day,
        "P1M" => Grain::Week,
        "P1Y" => Grain::Season,
        _ => return None,
    };
    let near = link(stream, one.tokens.end, other.tokens.start) == Some(Link::Space);
    let fits = near && point.year.is_open() && point.widest() >= Some(widest);
    fits.then(|| Draft {
        tokens: one.tokens.start..other.tokens.end,
        meaning: Meaning::Point(Point { set: true, ..*point }),
        ..one.clone()
    })
}

/// `8h-11h` `ngày 8/8`: both ends are on the day.
fn join_range(stream: &Stream<'_>, one: &Draft, other: &Draft) -> Option<Draft> {
    let (Meaning::Range(from, to), Meaning::Point(day)) = (&one.meaning, &other.meaning) else {
        return None;
    };
    let link = link(stream, one.tokens.end, other.tokens.start)?;
    let fits = from.clock.is_some() && from.widest() >= Some(Grain::Part) && fits(link, to, day);
    fits.then_some(())?;
    let meaning = Meaning::Range(unite(from, day)?, unite(to, day)?);
    Some(Draft { tokens: one.tokens.start..other.tokens.end, meaning, ..one.clone() })
}

fn join_points(stream: &Stream<'_>, one: &Draft, other: &Draft) -> Option<Draft> {
    let (Meaning::Point(a), Meaning::Point(b)) = (&one.meaning, &other.meaning) else {
        return None;
    };
    let link = link(stream, one.tokens.end, other.tokens.start)?;
    fits(link, a, b).then_some(())?;
    let point = unite(a, b)?;
    let tokens = one.tokens.start..other.tokens.end;
    // A part of the day is only as doubtful as what it stands beside.
    let (main, sure) = match (one.rule == WEAK_PART, other.rule == WEAK_PART) {
        (true, false) => (other, other.sure),
        (false, true) => (one, one.sure),
        _ if a.grain() > b.grain() && a.widest() >= Some(Grain::Part) => {
            (other, one.sure.min(other.sure))
        }
        _ => (one, one.sure.min(other.sure)),
    };
    Some(Draft { tokens, rule: main.rule, sure, meaning: Meaning::Point(point) })
}

/// What stands between two expressions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Link {
    /// Nothing but a space.
    Space,
    Comma,
    /// A word that says that the one is within the other: `của`, `of`, `on`.
    Within,
    /// `'s`: the other is within the one.
    Possessive,
    /// A dash or a bar, in date lines.
    Dash,
}

fn link(stream: &Stream<'_>, end: usize, start: usize) -> Option<Link> {
    if !(end..=start).all(|it| stream.follows(it)) {
        return None;
    }
    match start.checked_sub(end)? {
        0 => Some(Link::Space),
        1 => match stream.word(end) {
            "," => Some(Link::Comma),
            "của" | "of" | "on" | "at" | "in" | "vào" | "trong" => Some(Link::Within),
            "-" | "–" | "|" if !stream.touches(start) => Some(Link::Dash),
            _ => None,
        },
        2 if stream.word(end) == "'" && stream.word(end + 1) == "s" => Some(Link::Possessive),
        2 if stream.word(end) == "," && matches!(stream.word(end + 1), "vào" | "at" | "on") => {
            Some(Link::Within)
        }
        _ => None,
    }
}

/// Whether two expressions so linked may be one, by how long what they name is.
fn fits(link: Link, a: &Point, b: &Point) -> bool {
    let (Some(fine), Some(wide)) = (a.grain(), b.widest()) else { return false };
    let coarse = b.grain() <= Some(Grain::Day);
    let of_day = |it: &Point| it.widest() >= Some(Grain::Part);
    let weekday =
        |it: &Point| it.weekday.is_some() && it.day.is_open() && it.widest() >= Some(Grain::Day);
    let date = |it: &Point| it.grain() >= Some(Grain::Day) && it.widest() <= Some(Grain::Day);
    // `next week on Tuesday`.
    let of_week = a.week.is_relative()
        && a.grain() == Some(Grain::Week)
        && b.weekday.is_some()
        && b.day.is_open()
        && b.week.is_open()
        && b.direction == 0;
    if of_week && matches!(link, Link::Space | Link::Within) {
        return true;
    }
    match link {
        // `Thứ Sáu 20/05/2022`, `9h30 ngày 9/8`, `tháng 5 năm ngoái`, `Friday morning`.
        Link::Space if a.part.is_some() && a.clock.is_none() && b.part.is_none() => {
            fine > wide || (of_day(b) && b.clock.is_some()) || (date(a) && (of_day(b) || date(b)))
        }
        Link::Space => fine > wide || (date(a) && (of_day(b) || date(b))) || (weekday(a) && coarse),
        Link::Comma => {
            (of_day(a) && date(b))
                || (date(a) && a.clock.is_none() && b.clock.is_some() && of_day(b))
                || (weekday(a) && date(b))
                || (date(a) && weekday(b))
                || (a.part.is_some() && date(a) && date(b))
                || (a.day.is_relative() && date(b))
                || (fine == Grain::Day && a.year.is_open() && b.widest() == Some(Grain::Year))
                || (fine == Grain::Month && wide == Grain::Year && b.grain() == Some(Grain::Year))
        }
        Link::Possessive => b.widest() > a.grain() && a.widest() == Some(Grain::Year),
        Link::Within => fine > wide || (date(a) && of_day(b)),
        Link::Dash => date(a) && names_year(a) && of_day(b) && b.clock.is_some(),
    }
}

fn names_year(it: &Point) -> bool {
    it.year.known().is_some()
}

/// All fields of both; nothing if they say one field twice and differently.
pub(super) fn unite(a: &Point, b: &Point) -> Option<Point> {
    let mut res = *a;
    res.bc |= b.bc;
    res.lunar |= b.lunar;
    res.leap |= b.leap;
    res.weekend |= b.weekend;
    res.some_time |= b.some_time;
    res.swappable |= b.swappable;
    res.set |= b.set;
    let counted = a.day.is_relative() || b.day.is_relative();
    let written = a.day.known().is_some() || b.day.known().is_some();
    // `a day before Christmas` is no Christmas.
    let shifted = |it: &Point| it.day.is_relative() && it.day != Num::Now(0);
    if (shifted(a) && b.holiday.is_some()) || (a.holiday.is_some() && shifted(b)) {
        return None;
    }
    // `Ngày mai rằm tháng Bảy` says it twice.
    if counted && (a.lunar || b.lunar) {
        return None;
    }
    let today = a.day == Num::Now(0) || b.day == Num::Now(0);
    res.said_today |= b.said_today || (today && written);
    res.day = number(a.day, b.day)?;
    for (to, one, other) in [
        (&mut res.century, a.century, b.century),
        (&mut res.decade, a.decade, b.decade),
        (&mut res.year, a.year, b.year),
        (&mut res.half, a.half, b.half),
        (&mut res.quarter, a.quarter, b.quarter),
        (&mut res.season, a.season, b.season),
        (&mut res.month, a.month, b.month),
        (&mut res.week, a.week, b.week),
    ] {
        *to = number(one, other)?;
    }
    // `last week` `of 2015` is not the week before this one.
    let counted_within =
        [res.week, res.month, res.quarter, res.half].iter().any(|it| it.is_relative());
    if counted_within && res.year.known().is_some() {
        return None;
    }
    // `18 tháng 7 năm Kỷ Hợi`: who names the year so counts by the moon.
    res.lunar |= matches!(res.year, Num::Cycle(_)) && res.month.known().is_some();
    res.weekday = same(a.weekday, b.weekday)?;
    res.part = same(a.part, b.part)?;
    res.clock = same(a.clock, b.clock)?;
    res.holiday = same(a.holiday, b.holiday)?;
    res.until = same(a.until, b.until)?;
    res.nth = if a.nth == 0 { b.nth } else { a.nth };
    res.direction = if a.direction == 0 { b.direction } else { a.direction };
    adjust(&mut res);
    // `hôm nay` beside a weekday alone would make the weekday a second opinion.
    (!(counted && !written && res.month.known().is_some()) && super::slot::is_possible(&res))
        .then_some(res)
}

/// A part of the day decides the half of a clock time: `8 giờ` `tối`.
fn adjust(it: &mut Point) {
    if let (Some(part), Some(clock)) = (it.part, it.clock.as_mut())
        && !clock.exact
    {
        clock.hour = part.hour(clock.hour);
        if clock.hour == 24 && clock.minute > 0 {
            clock.hour = 0;
        }
        clock.exact = true;
    }
}

fn number(one: Num, other: Num) -> Option<Num> {
    match (one, other) {
        (it, Num::Open) | (Num::Open, it) => Some(it),
        (a, b) if a == b => Some(a),
        // `hôm nay 24-3`: what is written out decides.
        (it @ Num::Is(_), Num::Now(_) | Num::Told(_)) => Some(it),
        (Num::Now(_) | Num::Told(_), it @ Num::Is(_)) => Some(it),
        _ => None,
    }
}

fn same<T: PartialEq + Copy>(one: Option<T>, other: Option<T>) -> Option<Option<T>> {
    match (one, other) {
        (Some(a), Some(b)) if a != b => None,
        (one, other) => Some(one.or(other)),
    }
}
