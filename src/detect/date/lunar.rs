//! The Vietnamese lunar calendar, computed.
//!
//! A month begins on the day, in Hanoi, of the new moon; month 11 is the one with the
//! winter solstice; of thirteen months between two of them the first without a major
//! solar term is the leap one. Since the meridian is UTC+7 and not UTC+8, some years
//! differ from the Chinese calendar (1968, 1985, 2007); before 1968 the two were one.
//! Good for 1900–2199.
//!
//! Source: Ho Ngoc Duc, "Computing the Vietnamese lunar calendar",
//! <https://www.informatik.uni-leipzig.de/~duc/amlich/calrules_en.html>; the series for moon
//! and sun are those of J. Meeus, "Astronomical Algorithms" (1998).

use std::f64::consts::PI;

use chrono::{Datelike, NaiveDate};

use super::calendar;

/// Hours that the calendar's meridian is ahead of Greenwich in a lunar year: Hanoi's
/// by the government's decision of 1967, before that China's, until 1928 Peking's own.
fn zone(year: i32) -> f64 {
    match year {
        ..1929 => 7.0 + 45.0 / 60.0 + 40.0 / 3600.0,
        1929..1968 => 8.0,
        _ => 7.0,
    }
}

/// Julian day number of 1970-01-01.
const EPOCH: i64 = 2_440_588;

/// Julian day, with its fraction, of the `k`th new moon after that of 1900-01-00.5.
fn new_moon(k: f64) -> f64 {
    let t = k / 1236.85;
    let rad = |degrees: f64| degrees * PI / 180.0;
    let mean = 2_415_020.759_33 + 29.530_588_68 * k + 0.000_117_8 * t * t
        - 0.000_000_155 * t * t * t
        + 0.000_33 * rad(166.56 + 132.87 * t - 0.009_173 * t * t).sin();
    // Anomaly of the sun, anomaly of the moon, the moon's argument of latitude.
    let sun = rad(359.2242 + 29.105_356_08 * k - 0.000_033_3 * t * t - 0.000_003_47 * t * t * t);
    let moon = rad(306.0253 + 385.816_918_06 * k + 0.010_730_6 * t * t + 0.000_012_36 * t * t * t);
    let f = rad(21.2964 + 390.670_506_46 * k - 0.001_652_8 * t * t - 0.000_002_39 * t * t * t);
    let correction = (0.1734 - 0.000_393 * t) * sun.sin() + 0.0021 * (2.0 * sun).sin()
        - 0.4068 * moon.sin()
        + 0.0161 * (2.0 * moon).sin()
        - 0.0004 * (3.0 * moon).sin()
        + 0.0104 * (2.0 * f).sin()
        - 0.0051 * (sun + moon).sin()
        - 0.0074 * (sun - moon).sin()
        + 0.0004 * (2.0 * f + sun).sin()
        - 0.0004 * (2.0 * f - sun).sin()
        - 0.0006 * (2.0 * f + moon).sin()
        + 0.0010 * (2.0 * f - moon).sin()
        + 0.0005 * (2.0 * moon + sun).sin();
    mean + correction - drift(t)
}

/// Days by which the earth's rotation is behind uniform time, `t` centuries after 1900.
fn drift(t: f64) -> f64 {
    if t < -11.0 {
        0.001 + 0.000_839 * t + 0.000_226_1 * t * t
            - 0.000_008_45 * t * t * t
            - 0.000_000_081 * t * t * t * t
    } else {
        -0.000_278 + 0.000_265 * t + 0.000_262 * t * t
    }
}

/// Which twelfth of the ecliptic the sun is in at the beginning of a day, in Hanoi: 0
/// from the spring equinox, 9 from the winter solstice.
#[expect(clippy::cast_possible_truncation, reason = "0–11")]
fn solar_term(day: i64, zone: f64) -> i32 {
    #[expect(clippy::cast_precision_loss, reason = "day numbers have 22 bits")]
    let t = (day as f64 - 0.5 - zone / 24.0 - 2_451_545.0) / 36525.0;
    let rad = PI / 180.0;
    let mean = 280.466_45 + 36_000.769_83 * t + 0.000_303_2 * t * t;
    let anomaly =
        (357.529_10 + 35_999.050_30 * t - 0.000_155_9 * t * t - 0.000_000_48 * t * t * t) * rad;
    let centre = (1.914_600 - 0.004_817 * t - 0.000_014 * t * t) * anomaly.sin()
        + (0.019_993 - 0.000_101 * t) * (2.0 * anomaly).sin()
        + 0.000_290 * (3.0 * anomaly).sin();
    // Apparent longitude: nutation and aberration.
    let omega = (125.04 - 1934.136 * t) * rad;
    let longitude = mean + centre - 0.005_69 - 0.004_78 * omega.sin();
    (longitude.rem_euclid(360.0) / 30.0) as i32
}

/// Day number, in Hanoi, of the `k`th new moon.
#[expect(clippy::cast_possible_truncation, reason = "day numbers have 22 bits")]
fn month_start(k: i64, zone: f64) -> i64 {
    #[expect(clippy::cast_precision_loss, reason = "some thousands")]
    let moon = new_moon(k as f64);
    (moon + 0.5 + zone / 24.0).floor() as i64
}

/// Which new moon begins the month with the winter solstice of a solar year.
#[expect(clippy::cast_possible_truncation, reason = "some thousands")]
fn eleventh_month(year: i32, zone: f64) -> Option<i64> {
    let end = number(calendar::day(year, 12, 31)?);
    #[expect(clippy::cast_precision_loss, reason = "day numbers have 22 bits")]
    let k = ((end - 2_415_021) as f64 / 29.530_588_853).floor() as i64;
    Some(if solar_term(month_start(k, zone), zone) >= 9 { k - 1 } else { k })
}

/// How many months after the eleventh one of a solar year the leap month stands, if there
/// are thirteen.
fn leap_offset(base: i32, eleventh: i64, zone: f64) -> i64 {
    if let Some((_, offset)) = NEAR_MIDNIGHT.into_iter().find(|it| it.0 == base) {
        return offset;
    }
    let term = |it: i64| solar_term(month_start(eleventh + it, zone), zone);
    (2..14).find(|it| term(*it) == term(it - 1)).map_or(14, |it| it - 1)
}

/// Years in which a solar term falls within minutes of midnight, nearer than the series
/// are good for; the published calendars decide.
const NEAR_MIDNIGHT: [(i32, i64); 2] = [(1916, 4), (1921, 7)];

/// Julian day number at noon.
fn number(day: NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce()) - 719_163 + EPOCH
}

fn from_number(number: i64) -> Option<NaiveDate> {
    let days = i32::try_from(number - EPOCH + 719_163).ok()?;
    NaiveDate::from_num_days_from_ce_opt(days)
}

/// The solar day of a lunar one; `None` outside of 1900–2199 and for days that the
/// month does not have.
pub(super) fn solar(year: i32, month: i32, day: i32, leap: bool) -> Option<NaiveDate> {
    if !(1900..=2199).contains(&year) || !(1..=12).contains(&month) || !(1..=30).contains(&day) {
        return None;
    }
    // Months 11 and 12 come after the solstice of their own year.
    let base = if month < 11 { year - 1 } else { year };
    let zone = zone(year);
    let (this, next) = (eleventh_month(base, zone)?, eleventh_month(base + 1, zone)?);
    let mut offset = i64::from((month - 11).rem_euclid(12));
    if next - this > 12 {
        let extra = leap_offset(base, this, zone);
        let is_leap = extra == offset + 1;
        if leap && !is_leap {
            return None;
        }
        if leap || offset >= extra {
            offset += 1;
        }
    } else if leap {
        return None;
    }
    let (start, end) = (month_start(this + offset, zone), month_start(this + offset + 1, zone));
    let found = start + i64::from(day) - 1;
    if found < end { from_number(found) } else { None }
}

/// The lunar year in which a solar day falls.
pub(super) fn year_of(day: NaiveDate) -> i32 {
    let new_year = solar(day.year(), 1, 1, false);
    if new_year.is_some_and(|it| day < it) { day.year() - 1 } else { day.year() }
}

/// Years ahead that are spoken of by their place in the cycle of sixty.
const AHEAD: i32 = 5;

/// The last year at this place of the cycle of sixty that is not long after `near`: 0 is Giáp Tý (1984).
pub(super) fn cycle_year(place: i32, near: i32) -> i32 {
    let away = (place - (near - 1984)).rem_euclid(60);
    near + if away > AHEAD { away - 60 } else { away }
}

/// Lunar year and month of a solar day; a leap month counts as the one before it.
pub(super) fn date_of(day: NaiveDate) -> Option<(i32, i32)> {
    let mut year = year_of(day);
    let mut found = None;
    for month in 1..=12 {
        if solar(year, month, 1, false).is_some_and(|it| it <= day) {
            found = Some(month);
        }
    }
    if found.is_none() {
        year -= 1;
        found = Some(12);
    }
    found.map(|it| (year, it))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Year, new year's day and leap month (0 for none).
    fn published() -> impl Iterator<Item = (i32, NaiveDate, i32)> {
        let table = include_str!("../../../tests/support/lunar_years.txt");
        table.lines().filter(|it| !it.starts_with('#')).map(|line| {
            let parts: Vec<i32> = line.split([' ', '-']).map(|it| it.parse().unwrap()).collect();
            (parts[0], calendar::day(parts[0], parts[1], parts[2]).unwrap(), parts[3])
        })
    }

    #[test]
    fn new_years_and_leap_months_are_those_of_the_published_table() {
        let mut wrong = Vec::new();
        for (year, new_year, leap) in published() {
            let found = (1..=12).find(|it| solar(year, *it, 1, true).is_some()).unwrap_or(0);
            if solar(year, 1, 1, false) != Some(new_year) || found != leap {
                wrong.push((year, solar(year, 1, 1, false), found, new_year, leap));
            }
        }
        assert_eq!(wrong, []);
    }

    #[test]
    fn days_that_differ_from_the_chinese_calendar() {
        // Tết of 1968, 1985, 2007 and 2030 was and will be earlier than in China.
        let cases = [(1968, 1, 29), (1985, 1, 21), (2007, 2, 17), (2030, 2, 2)];
        for (year, month, day) in cases {
            assert_eq!(solar(year, 1, 1, false), calendar::day(year, month, day));
        }
    }

    #[test]
    fn months_follow_each_other_without_a_hole() {
        for year in (1900..2199).filter(|it| *it != 1967) {
            // (Between 1967 and 1968 the meridian was changed.)
            let mut days = 0;
            for (month, leap) in (1..=12).flat_map(|it| [(it, false), (it, true)]) {
                days += (1..=30).filter(|it| solar(year, month, *it, leap).is_some()).count();
            }
            let (from, to) = (solar(year, 1, 1, false), solar(year + 1, 1, 1, false));
            let length = from.zip(to).map(|(from, to)| (to - from).num_days());
            assert_eq!(length, i64::try_from(days).ok(), "{year}");
        }
    }

    #[test]
    fn what_is_on_no_calendar() {
        for (year, month, day) in [(1899, 1, 1), (2200, 1, 1), (2022, 13, 1), (2021, 12, 30)] {
            assert_eq!(solar(year, month, day, false), None, "{day}/{month}/{year}");
        }
        assert_eq!(solar(2023, 3, 1, true), None);
    }

    #[test]
    fn years_of_the_cycle() {
        // Giáp Thìn is 40, Ất Dậu 21.
        assert_eq!(cycle_year(40, 2022), 2024);
        assert_eq!(cycle_year(21, 1950), 1945);
    }
}
