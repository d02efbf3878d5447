//! A point's place on the calendar, from the day it names to the century.

use chrono::{Datelike, NaiveDate};

use super::point::{Draft, Grain, Num, Point};
use super::resolve::{Placed, Reader, year_month};
use super::{calendar, context, lunar, moment};
use crate::text::Span;

/// A day from which something is counted, and the text that gave it.
type Base = (Option<NaiveDate>, Option<Span>);

/// The date part of a point's value.
pub(super) fn place(reader: &Reader<'_>, it: &Point, draft: &Draft) -> Placed {
    match it.grain() {
        _ if it.bc => before_christ(it),
        _ if it.set => every(it),
        _ if it.same_months => same_months(reader, it, draft),
        _ if it.week_of => week_of(reader, it, draft),
        Some(Grain::Part | Grain::Time) if it.widest() >= Some(Grain::Part) => {
            moment::day(reader, it, draft)
        }
        Some(Grain::Day | Grain::Part | Grain::Time) => day(reader, it, draft),
        Some(Grain::Weekend | Grain::Week) => week(reader, it, draft),
        Some(Grain::Month) => month(reader, it, draft),
        Some(Grain::Season) => within(reader, it, draft),
        Some(Grain::Quarter) => quarter(reader, it, draft),
        Some(Grain::Half) => half(reader, it, draft),
        Some(Grain::Year) => year(reader, it, draft),
        Some(Grain::Decade) => decade(reader, it),
        Some(Grain::Century) | None => century(reader, it),
    }
}

fn before_christ(it: &Point) -> Placed {
    let text = it.year.known().map_or_else(
        || it.century.known().map_or_else(|| "PAST_REF".to_owned(), |it| format!("BC{it:02}")),
        |it| format!("BC{it:04}"),
    );
    Placed { text, ..Placed::default() }
}

/// The months, the quarter or the half-year that the sentence has named, in another year.
fn same_months(reader: &Reader<'_>, it: &Point, draft: &Draft) -> Placed {
    let found = year(reader, it, draft);
    let sentence = context::sentence(reader.stream, draft.tokens.start, draft.tokens.end);
    let said = reader.period.as_ref().filter(|it| sentence.contains(&it.0));
    let Some(((_, said), to)) = said.zip(found.year) else { return found };
    let Some(from) = said.get(..4).and_then(|it| it.parse::<i32>().ok()) else { return found };
    let text = said.replace(&format!("{from:04}-"), &format!("{to:04}-"));
    Placed { text, ..found }
}

/// The week in which a day is.
fn week_of(reader: &Reader<'_>, it: &Point, draft: &Draft) -> Placed {
    let found = day(reader, it, draft);
    let Some(day) = found.day else {
        return Placed { text: "XXXX-WXX".to_owned(), ..Placed::default() };
    };
    let (year, week) = calendar::iso_week(day);
    Placed { text: format!("{year}-W{week:02}"), ..found }
}

/// Whatever happens each time: nothing is filled from the text.
fn every(it: &Point) -> Placed {
    let two = |num: Num| num.known().map_or_else(|| "XX".to_owned(), |it| format!("{it:02}"));
    let text = match (it.weekday, it.season.known()) {
        (Some(weekday), _) => format!("XXXX-WXX-{weekday}"),
        _ if it.weekend => "XXXX-WXX-WE".to_owned(),
        (_, Some(season)) => format!("XXXX-{}", season_code(season)),
        _ if !it.quarter.is_open() => {
            format!("XXXX-Q{}", it.quarter.known().unwrap_or(1))
        }
        _ if it.day.is_open() && !it.month.is_open() => format!("XXXX-{}", two(it.month)),
        _ => {
            let fixed = it.holiday.and_then(super::holiday::Holiday::month_and_day);
            fixed.map_or_else(
                || format!("XXXX-{}-{}", two(it.month), two(it.day)),
                |(month, day)| format!("XXXX-{month:02}-{day:02}"),
            )
        }
    };
    Placed { text, ..Placed::default() }
}

/// A known day, or an unknown one.
pub(super) fn on_day(day: Option<NaiveDate>) -> Placed {
    let Some(day) = day else {
        return Placed { text: "XXXX-XX-XX".to_owned(), ..Placed::default() };
    };
    let month = year_month(day);
    Placed {
        text: day.to_string(),
        day: Some(day),
        month: Some(month),
        year: Some(month.0),
        ..Placed::default()
    }
}

/// The day that was named last; `cùng ngày` is the day of what was told, not of what was announced.
fn told(reader: &Reader<'_>, draft: &Draft) -> Option<(NaiveDate, Span)> {
    let same = draft.tokens.clone().any(|it| reader.stream.word(it) == "cùng");
    reader.past.filter(|_| same).or(reader.day)
}

/// A counted number from its base: from now or from what was named last.
fn base(reader: &Reader<'_>, num: Num, draft: &Draft) -> Option<(i32, Base)> {
    match num {
        Num::Now(by) => Some((by, (reader.now, reader.now_said))),
        Num::Told(by) => {
            // In a note there is nothing but now to count from.
            let now = reader.now.filter(|_| reader.note);
            let told = told(reader, draft).map_or((now, None), |it| (Some(it.0), Some(it.1)));
            Some((by, told))
        }
        _ => None,
    }
}

fn day(reader: &Reader<'_>, it: &Point, draft: &Draft) -> Placed {
    if let Some(holiday) = it.holiday {
        return super::year::holiday(reader, it, holiday, draft);
    }
    if it.same_day {
        let (year, month) = (super::year::of(reader, it, draft, &|_| None).year, reader.now);
        let found = year.zip(month).and_then(|(year, now)| now.with_year(year));
        return Placed { evidence: reader.now_said, filled: true, ..on_day(found) };
    }
    if let (Num::Told(by), None, Some((month, day, span))) = (it.day, reader.day, reader.partial) {
        // The day is known but not the year: count in a year without a leap day.
        let found = calendar::day(2001, month, day).and_then(|it| calendar::add_days(it, by));
        let text = found
            .map_or_else(|| "XXXX-XX-XX".to_owned(), |it| format!("XXXX{}", &it.to_string()[4..]));
        return Placed { text, evidence: Some(span), filled: true, ..Placed::default() };
    }
    if let Some((by, (from, evidence))) = base(reader, it.day, draft) {
        // `1 month and 21 days ago`.
        let months = if let Num::Now(by) = it.month { by } else { 0 };
        let from = from.and_then(|from| calendar::add_months(from, months));
        let found = from.and_then(|from| calendar::add_days(from, by));
        return Placed { evidence, filled: true, ..on_day(found) };
    }
    match it.day {
        Num::Is(_) if it.lunar => lunar_day(reader, it, draft),
        Num::Is(day) if it.month.known().is_some() => super::year::day(reader, it, day, draft),
        Num::Is(day) => day_of_month(reader, it, day, draft),
        Num::Any => on_day(None),
        _ => weekday(reader, it, draft),
    }
}

/// A day of a month that is counted or not said: `ngày 5 tháng trước`, `ngày 15`.
fn day_of_month(reader: &Reader<'_>, it: &Point, day: i32, draft: &Draft) -> Placed {
    if !it.month.is_open() {
        let found = month(reader, it, draft);
        let date = found.month.and_then(|(year, month)| calendar::day(year, month, day));
        let unknown = || format!("{}-{day:02}", found.text);
        let evidence = found.evidence;
        return match date {
            Some(date) => Placed { evidence, filled: true, ..on_day(Some(date)) },
            None => Placed { text: unknown(), ..Placed::default() },
        };
    }
    super::nearest::day_alone(reader, it, day, draft)
}

fn lunar_day(reader: &Reader<'_>, it: &Point, draft: &Draft) -> Placed {
    let Some(day) = it.day.known() else { return on_day(None) };
    let (month, given) = match it.month {
        Num::Is(month) => (Some(month), None),
        Num::Now(by) => (None, Some(by)),
        _ => (None, Some(0)),
    };
    if let Some(month) = month {
        return super::year::lunar(reader, it, month, day, draft);
    }
    // `rằm tháng này`: of the lunar month that now is.
    let Some((now, by)) = reader.now.zip(given) else { return on_day(None) };
    let found = lunar::date_of(now).and_then(|(year, month)| {
        let (year, month) = calendar::month_after(year, month, by);
        lunar::solar(year, month, day, false)
    });
    Placed { filled: true, evidence: reader.now_said, ..on_day(found) }
}

fn weekday(reader: &Reader<'_>, it: &Point, draft: &Draft) -> Placed {
    let Some(weekday) = it.weekday else { return on_day(None) };
    if it.nth != 0 && !it.month.is_open() {
        let found = month(reader, it, draft);
        let date = found
            .month
            .and_then(|(year, month)| calendar::nth_weekday(year, month, it.nth, weekday));
        return Placed { evidence: found.evidence, filled: true, ..on_day(date) };
    }
    if it.week == Num::Any {
        return Placed { text: format!("XXXX-WXX-{weekday}"), ..Placed::default() };
    }
    if !it.week.is_open() {
        let found = monday(reader, it, draft);
        let date = found.0.and_then(|it| calendar::add_days(it, weekday - 1));
        return match date {
            Some(_) => Placed { evidence: found.1, filled: true, ..on_day(date) },
            None => Placed { text: format!("XXXX-WXX-{weekday}"), ..Placed::default() },
        };
    }
    super::nearest::weekday(reader, it, weekday, draft)
}

/// The Monday of the week that is meant.
fn monday(reader: &Reader<'_>, it: &Point, draft: &Draft) -> Base {
    if let Some((by, (from, evidence))) = base(reader, it.week, draft) {
        let found = from.and_then(calendar::monday);
        return (found.and_then(|it| calendar::add_days(it, by.saturating_mul(7))), evidence);
    }
    if it.nth != 0 && !it.month.is_open() {
        // The week with the nth Monday of the month.
        let found = month(reader, it, draft);
        let date = found.month.and_then(|(y, m)| calendar::nth_weekday(y, m, it.nth, 1));
        return (date, found.evidence);
    }
    if let Some(week) = it.week.known() {
        let found = super::year::of(reader, it, draft, &|year| calendar::week(year, week));
        return (found.year.and_then(|year| calendar::week(year, week)), found.evidence);
    }
    (None, None)
}

fn week(reader: &Reader<'_>, it: &Point, draft: &Draft) -> Placed {
    let end = if it.weekend { "-WE" } else { "" };
    let week = if it.week.is_open() && it.nth == 0 {
        let direction = super::nearest::weekend_direction(reader, it, draft);
        Point { week: Num::Now(direction), ..*it }
    } else {
        *it
    };
    let (monday, evidence) = monday(reader, &week, draft);
    let Some(monday) = monday else {
        return Placed { text: format!("XXXX-WXX{end}"), ..Placed::default() };
    };
    let (year, number) = calendar::iso_week(monday);
    let text = format!("{year}-W{number:02}{end}");
    Placed { text, year: Some(year), evidence, filled: true, ..Placed::default() }
}

fn month(reader: &Reader<'_>, it: &Point, draft: &Draft) -> Placed {
    let counted = match it.month {
        Num::Now(by) => Some((by, reader.now.map(year_month), reader.now_said)),
        Num::Told(by) => {
            let now = reader.now.filter(|_| reader.note).map(year_month);
            Some((by, reader.month.map(|it| it.0).or(now), reader.month.map(|it| it.1)))
        }
        _ => None,
    };
    if let Some((by, from, evidence)) = counted {
        let found = from.map(|(year, month)| calendar::month_after(year, month, by));
        return Placed { evidence, filled: true, ..in_month(found) };
    }
    let Num::Is(month) = it.month else { return in_month(None) };
    if it.lunar {
        return super::year::lunar_month(reader, it, month, draft);
    }
    let found = super::year::of(reader, it, draft, &|year| calendar::day(year, month, 1));
    match found.year {
        Some(year) => Placed {
            evidence: found.evidence,
            filled: found.filled,
            ..in_month(Some((year, month)))
        },
        None => Placed { text: format!("{}-{month:02}", found.text), ..Placed::default() },
    }
}

fn in_month(month: Option<(i32, i32)>) -> Placed {
    let Some((year, number)) = month.filter(|it| (0..=9999).contains(&it.0)) else {
        return Placed { text: "XXXX-XX".to_owned(), ..Placed::default() };
    };
    let text = format!("{year:04}-{number:02}");
    Placed { text, month, year: Some(year), ..Placed::default() }
}

/// Something within a year that is not counted in months: a season.
fn within(reader: &Reader<'_>, it: &Point, draft: &Draft) -> Placed {
    let season = it.season.known().unwrap_or(0).rem_euclid(4);
    let code = season_code(season);
    let begins = [3, 6, 9, 12].get(season.unsigned_abs() as usize).copied().unwrap_or(3);
    let found = super::year::of(reader, it, draft, &|year| calendar::day(year, begins, 1));
    // The winter that begins in December goes on in January: the month does not decide.
    Placed { text: format!("{}-{code}", found.text), ..found }
}

fn season_code(season: i32) -> &'static str {
    ["SP", "SU", "FA", "WI"].get(season.unsigned_abs() as usize).copied().unwrap_or("SP")
}

fn quarter(reader: &Reader<'_>, it: &Point, draft: &Draft) -> Placed {
    let counted = match it.quarter {
        Num::Now(by) => Some((by, reader.now.map(year_month), reader.now_said)),
        Num::Told(by) => Some((by, reader.month.map(|it| it.0), reader.month.map(|it| it.1))),
        _ => None,
    };
    if let Some((by, from, evidence)) = counted {
        let found =
            from.map(|(year, month)| calendar::month_after(year, month, by.saturating_mul(3)));
        let text = found.map_or_else(
            || "XXXX-QX".to_owned(),
            |(year, month)| format!("{year:04}-Q{}", (month - 1) / 3 + 1),
        );
        return Placed {
            text,
            year: found.map(|it| it.0),
            evidence,
            filled: true,
            ..Placed::default()
        };
    }
    let Some(quarter) = it.quarter.known() else {
        return Placed { text: "XXXX-QX".to_owned(), ..Placed::default() };
    };
    let found = super::year::of(reader, it, draft, &|year| calendar::day(year, quarter * 3 - 2, 1));
    Placed { text: format!("{}-Q{quarter}", found.text), ..found }
}

fn half(reader: &Reader<'_>, it: &Point, draft: &Draft) -> Placed {
    let half = it.half.known().unwrap_or(1);
    let found = super::year::of(reader, it, draft, &|year| calendar::day(year, half * 6 - 5, 1));
    Placed { text: format!("{}-H{half}", found.text), ..found }
}

fn year(reader: &Reader<'_>, it: &Point, draft: &Draft) -> Placed {
    let mut res = super::year::of(reader, it, draft, &|year| calendar::day(year, 1, 1));
    if let Some((until, year)) = it.until.zip(res.year) {
        res.text = format!("{year:04}/{until:04}");
    }
    res
}

fn decade(reader: &Reader<'_>, it: &Point) -> Placed {
    let (found, filled) = match it.decade {
        Num::Is(decade) => (Some(decade), false),
        Num::Now(by) => (reader.now.map(|it| year_month(it).0 / 10 + by), true),
        Num::Told(by) => (reader.year.map(|it| it.0 / 10 + by), true),
        // `những năm 60 thế kỷ trước`: tens within a century.
        Num::Short(tens) => match it.century {
            Num::Is(century) => (Some(century * 10 + tens), false),
            Num::Now(by) => {
                let now = reader.now.map_or(20, |it| year_month(it).0 / 100);
                (Some((now + by) * 10 + tens), true)
            }
            _ => (Some(if tens >= 3 { 190 + tens } else { 200 + tens }), true),
        },
        _ => (None, true),
    };
    let found = found.filter(|it| (0..1000).contains(it));
    let text = found.map_or_else(|| "XXX".to_owned(), |it| format!("{it:03}"));
    Placed { text, filled, ..Placed::default() }
}

fn century(reader: &Reader<'_>, it: &Point) -> Placed {
    let found = match it.century {
        Num::Is(century) => Some(century),
        Num::Now(by) => reader.now.map(|it| year_month(it).0 / 100 + by),
        _ => None,
    };
    let found = found.filter(|it| (0..100).contains(it));
    let text = found.map_or_else(|| "XX".to_owned(), |it| format!("{it:02}"));
    Placed { text, filled: found.is_none(), ..Placed::default() }
}
