//! TIMEX3 values in English.

use chrono::{Datelike, Weekday};

use super::{Amounts, clock, is_unknown, iso_weekday};
use crate::document::{Calendar, DatePart, DurationUnit};

pub(super) fn vague(it: &str) -> &'static str {
    match it {
        "PAST_REF" => "in the past",
        "FUTURE_REF" => "in the future",
        _ => "now",
    }
}

pub(super) const fn weekday(it: Weekday) -> &'static str {
    match it {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

pub(super) fn duration(amounts: &Amounts, set: bool) -> String {
    let each = amounts.iter().map(|(amount, it)| match amount.as_deref() {
        Some("1") => format!("1 {}", unit(*it).0),
        Some(amount) => format!("{amount} {}", unit(*it).1),
        None => format!("some {}", unit(*it).1),
    });
    match amounts {
        [(Some(one), it)] if set && one == "1" => format!("every {}", unit(*it).0),
        _ if set => format!("every {}", each.collect::<Vec<_>>().join(" ")),
        _ => each.collect::<Vec<_>>().join(" "),
    }
}

const fn unit(it: DurationUnit) -> (&'static str, &'static str) {
    match it {
        DurationUnit::Century => ("century", "centuries"),
        DurationUnit::Decade => ("decade", "decades"),
        DurationUnit::Year => ("year", "years"),
        DurationUnit::Month => ("month", "months"),
        DurationUnit::Week => ("week", "weeks"),
        DurationUnit::Day => ("day", "days"),
        DurationUnit::Hour => ("hour", "hours"),
        DurationUnit::Minute => ("minute", "minutes"),
        DurationUnit::Second => ("second", "seconds"),
    }
}

pub(super) fn calendar(it: &Calendar) -> String {
    let part = match it.time.as_str() {
        "" => return date(it),
        "MO" => "morning",
        "MI" => "noon",
        "AF" => "afternoon",
        "EV" => "evening",
        "NI" => "night",
        "DT" => "daytime",
        time => return at(time, it),
    };
    if is_no_day(it) { part.to_owned() } else { format!("{part} of {}", date(it)) }
}

fn at(time: &str, it: &Calendar) -> String {
    let time = clock(time).map_or("a time not known".to_owned(), |it| format!("{}{}", it.0, it.1));
    if is_no_day(it) { time } else { format!("{time} on {}", date(it)) }
}

fn is_no_day(it: &Calendar) -> bool {
    is_unknown(&it.year) && matches!(it.within, DatePart::Day(None, None) | DatePart::Whole)
}

fn date(it: &Calendar) -> String {
    if let Some(day) = it.day() {
        let (d, m, y) = (day.day(), month(day.month()), day.year());
        return format!("{}, {d} {m} {y}", weekday(day.weekday()));
    }
    match (within(it.within), year(it)) {
        (Some(within), Some(year)) => match it.within {
            DatePart::Month(_) | DatePart::Day(..) => format!("{within} {year}"),
            _ => format!("{within} of {year}"),
        },
        (Some(within), None) => within,
        (None, Some(year)) => year,
        (None, None) => match it.within {
            DatePart::Whole => "a year not known".to_owned(),
            DatePart::Month(_) => "a month not known".to_owned(),
            _ => "a day not known".to_owned(),
        },
    }
}

fn year(it: &Calendar) -> Option<String> {
    let known = it.year.trim_end_matches('X');
    let number = |text: &str| text.parse::<u32>().ok();
    Some(match (it.era, known.len()) {
        (_, 0) => return None,
        ("BC", 4) => format!("{} BC", number(known)?),
        ("FY", 4) => format!("fiscal year {known}"),
        (_, 4) => number(known)?.to_string(),
        (_, 3) => format!("the {known}0s"),
        (_, 2) => format!("the {} century", ordinal(number(known)? + 1)),
        _ => return None,
    })
}

fn within(it: DatePart) -> Option<String> {
    let week = |it: Option<u32>| it.map(|it| format!("week {it}"));
    match it {
        DatePart::Whole | DatePart::Month(None) | DatePart::Day(None, None) => None,
        DatePart::Month(Some(it)) => Some(month(it).to_owned()),
        DatePart::Day(Some(it), Some(day)) => Some(format!("{day} {}", month(it))),
        DatePart::Day(None, Some(day)) => Some(format!("the {}", ordinal(day))),
        DatePart::Day(Some(it), None) => Some(format!("a day in {}", month(it))),
        DatePart::Quarter(it) => {
            Some(it.map_or("a quarter".to_owned(), |it| format!("{} quarter", nth(it))))
        }
        DatePart::Half(it) => {
            Some(it.map_or("a half".to_owned(), |it| format!("{} half", nth(it))))
        }
        DatePart::Week(it) => Some(week(it).unwrap_or_else(|| "a week".to_owned())),
        DatePart::WeekDay(it, day) => {
            let day = weekday(iso_weekday(day));
            Some(week(it).map_or_else(|| day.to_owned(), |week| format!("{day} of {week}")))
        }
        DatePart::Weekend(it) => {
            Some(it.map_or("a weekend".to_owned(), |it| format!("weekend of week {it}")))
        }
        DatePart::Season(it) => Some(season(it).to_owned()),
    }
}

fn nth(number: u32) -> &'static str {
    ["first", "second", "third"].get(number as usize - 1).copied().unwrap_or("fourth")
}

fn ordinal(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

fn month(number: u32) -> &'static str {
    let names = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    names.get((number as usize).wrapping_sub(1)).copied().unwrap_or("")
}

fn season(it: &str) -> &'static str {
    match it {
        "SP" => "spring",
        "SU" => "summer",
        "FA" => "autumn",
        _ => "winter",
    }
}
