//! From when to when a place in the calendar is.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::document::{Calendar, DatePart};

/// Minutes of a day.
pub(super) const DAY: i64 = 24 * 60;

/// A half-open stretch of time in minutes since the day before 1 January of the year 1; a point if both are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    pub(super) from: i64,
    pub(super) to: i64,
    /// What a reader would name it by.
    pub(super) grain: Grain,
}

/// How exactly a time is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grain {
    /// A year or more years.
    Year,
    /// A month, or what begins with one.
    Month,
    /// A day.
    Day,
    /// A time of day.
    Minute,
}

impl Extent {
    /// From the first beginning to the last end.
    pub(super) fn cover(self, other: Self) -> Self {
        let grain = self.grain.max(other.grain);
        Self { from: self.from.min(other.from), to: self.to.max(other.to), grain }
    }
}

/// When it begins and ends; `None` if the year is not known, or no such day is.
pub(super) fn extent(it: &Calendar) -> Option<Extent> {
    let (first, after) = years(it)?;
    let days = |from: NaiveDate, to: NaiveDate, grain| Extent {
        from: minutes(from),
        to: minutes(to),
        grain,
    };
    if after - first > 1 || it.within == DatePart::Whole {
        return Some(days(month(first, 1)?, month(after, 1)?, Grain::Year));
    }
    let (from, to, grain) = within(first, it.within)?;
    let res = days(from, to, grain);
    let is_day = res.to - res.from == DAY;
    Some(if is_day { of_day(&it.time, res.from) } else { res })
}

/// Minutes from the beginning of time to that of a day.
pub(super) fn minutes(day: NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce()) * DAY
}

/// The first day of a month that may be counted from any year: month 13 is January of the next.
pub(super) fn month(year: i32, month: i32) -> Option<NaiveDate> {
    let month = month - 1;
    let year = year.checked_add(month.div_euclid(12))?;
    NaiveDate::from_ymd_opt(year, month.rem_euclid(12).unsigned_abs() + 1, 1)
}

/// The first year and the one after the last. There is no year 0: 1 BC is before 1.
fn years(it: &Calendar) -> Option<(i32, i32)> {
    let known = it.year.trim_end_matches('X');
    let unknown = 4_usize.checked_sub(known.len())?;
    let length = 10_i32.pow(u32::try_from(unknown).ok()?);
    let first = known.parse::<i32>().ok()?.checked_mul(length)?;
    let (first, after) = (first, first + length);
    Some(if it.era == "BC" { (2 - after, 2 - first) } else { (first, after) })
}

fn within(year: i32, part: DatePart) -> Option<(NaiveDate, NaiveDate, Grain)> {
    let months = |from: u32, count: u32| {
        let (from, to) = (i32::try_from(from).ok()?, i32::try_from(from + count).ok()?);
        Some((month(year, from)?, month(year, to)?, Grain::Month))
    };
    let days = |first: NaiveDate, count| {
        Some((first, first.checked_add_days(chrono::Days::new(count))?, Grain::Day))
    };
    let week = |week: u32, day| NaiveDate::from_isoywd_opt(year, week, day);
    match part {
        DatePart::Day(Some(month), Some(day)) => {
            days(NaiveDate::from_ymd_opt(year, month, day)?, 1)
        }
        DatePart::Month(Some(it)) | DatePart::Day(Some(it), None) => months(it, 1),
        DatePart::Quarter(Some(it)) => months(3 * it - 2, 3),
        DatePart::Half(Some(it)) => months(6 * it - 5, 6),
        DatePart::Season(it) => months(
            ["SP", "SU", "FA", "WI"]
                .iter()
                .position(|name| *name == it)
                .map_or(3, |it| [3, 6, 9, 12][it]),
            3,
        ),
        DatePart::Week(Some(it)) => days(week(it, Weekday::Mon)?, 7),
        DatePart::WeekDay(Some(it), day) => days(
            week(it, Weekday::Mon)?.checked_add_days(chrono::Days::new(u64::from(day) - 1))?,
            1,
        ),
        DatePart::Weekend(Some(it)) => days(week(it, Weekday::Sat)?, 2),
        _ => Some((month(year, 1)?, month(year + 1, 1)?, Grain::Year)),
    }
}

/// The part of a day that begins at `day`; all of it where the time is not known.
fn of_day(time: &str, day: i64) -> Extent {
    let hours =
        |from: i64, to: i64, grain| Extent { from: day + from * 60, to: day + to * 60, grain };
    let clock = time.split(['Z', '+', '-']).next().unwrap_or_default();
    let mut parts = clock.split(':').map(|it| it.parse::<i64>().ok());
    match (time, parts.next().flatten(), parts.next()) {
        ("MO", ..) => hours(5, 11, Grain::Day),
        ("MI", ..) => hours(11, 13, Grain::Day),
        ("AF", ..) => hours(13, 18, Grain::Day),
        ("EV", ..) => hours(18, 22, Grain::Day),
        ("NI", ..) => hours(20, 24, Grain::Day),
        ("DT", ..) => hours(6, 18, Grain::Day),
        (_, Some(hour), Some(Some(minute))) => {
            let at = day + hour * 60 + minute;
            Extent { from: at, to: at, grain: Grain::Minute }
        }
        (_, Some(hour), _) => hours(hour, hour + 1, Grain::Minute),
        _ => hours(0, 24, Grain::Day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::TimexValue;

    /// From and to, each as a day and, unless it is midnight, a time.
    fn said(value: &str) -> Option<String> {
        let TimexValue::Calendar(it) = TimexValue::parse(value).unwrap() else { return None };
        let moment = |it: i64| {
            let day =
                NaiveDate::from_num_days_from_ce_opt(i32::try_from(it.div_euclid(DAY)).unwrap())
                    .unwrap();
            let (hour, minute) = (it.rem_euclid(DAY) / 60, it.rem_euclid(DAY) % 60);
            if hour + minute == 0 {
                day.to_string()
            } else {
                format!("{day}T{hour:02}:{minute:02}")
            }
        };
        extent(&it).map(|it| format!("{} {}", moment(it.from), moment(it.to)))
    }

    #[test]
    fn from_when_to_when() {
        let cases = [
            ("2021", "2021-01-01 2022-01-01"),
            ("FY2021", "2021-01-01 2022-01-01"),
            ("202", "2020-01-01 2030-01-01"),
            ("198X", "1980-01-01 1990-01-01"),
            ("20", "2000-01-01 2100-01-01"),
            ("19XX", "1900-01-01 2000-01-01"),
            ("BC0001", "0000-01-01 0001-01-01"),
            ("BC0043", "-0042-01-01 -0041-01-01"),
            ("BC00", "-0098-01-01 0002-01-01"),
            ("2021-07", "2021-07-01 2021-08-01"),
            ("2021-12", "2021-12-01 2022-01-01"),
            ("2021-XX", "2021-01-01 2022-01-01"),
            ("2021-07-XX", "2021-07-01 2021-08-01"),
            ("2021-XX-13", "2021-01-01 2022-01-01"),
            ("2021-07-13", "2021-07-13 2021-07-14"),
            ("2020-02-29", "2020-02-29 2020-03-01"),
            ("2021-Q3", "2021-07-01 2021-10-01"),
            ("2021-H2", "2021-07-01 2022-01-01"),
            ("2021-WI", "2021-12-01 2022-03-01"),
            ("2021-SP", "2021-03-01 2021-06-01"),
            ("2021-W01", "2021-01-04 2021-01-11"),
            ("2021-W28-3", "2021-07-14 2021-07-15"),
            ("2021-W28-WE", "2021-07-17 2021-07-19"),
            ("2021-07-13TMO", "2021-07-13T05:00 2021-07-13T11:00"),
            ("2021-07-13TNI", "2021-07-13T20:00 2021-07-14"),
            ("2021-07-13T09:30", "2021-07-13T09:30 2021-07-13T09:30"),
            ("2021-07-13T09:30:05+07:00", "2021-07-13T09:30 2021-07-13T09:30"),
            ("2021-07-13T24:00", "2021-07-14 2021-07-14"),
            ("2021-07-13T09", "2021-07-13T09:00 2021-07-13T10:00"),
            ("2021-07-13TXX:XX", "2021-07-13 2021-07-14"),
            ("2021-07TMO", "2021-07-01 2021-08-01"),
        ];
        for (value, want) in cases {
            assert_eq!(said(value).as_deref(), Some(want), "{value}");
        }
    }

    #[test]
    fn what_has_no_year_has_no_place() {
        for value in ["XXXX", "XXXX-07-13", "XXXX-WXX-5", "XXXX-XX-XXT08:00", "XX", "2021-W53"] {
            assert_eq!(said(value), None, "{value}");
        }
    }
}
