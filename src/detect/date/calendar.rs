//! Days, weeks and months of the solar calendar. Nothing here fails: what is not
//! on the calendar is `None`.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// A day of the Gregorian calendar.
pub(super) fn day(year: i32, month: i32, day: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// So many days later, or earlier.
pub(super) fn add_days(from: NaiveDate, days: i32) -> Option<NaiveDate> {
    let by = Days::new(days.unsigned_abs().into());
    if days < 0 { from.checked_sub_days(by) } else { from.checked_add_days(by) }
}

/// So many months later, or earlier; the last day of a shorter month.
pub(super) fn add_months(from: NaiveDate, months: i32) -> Option<NaiveDate> {
    let by = Months::new(months.unsigned_abs());
    if months < 0 { from.checked_sub_months(by) } else { from.checked_add_months(by) }
}

/// Monday 1 – Sunday 7.
pub(super) fn weekday(of: NaiveDate) -> i32 {
    i32::try_from(of.weekday().number_from_monday()).unwrap_or(1)
}

/// The Monday of its week.
pub(super) fn monday(of: NaiveDate) -> Option<NaiveDate> {
    add_days(of, 1 - weekday(of))
}

/// Year and number of its ISO week.
pub(super) fn iso_week(of: NaiveDate) -> (i32, u32) {
    (of.iso_week().year(), of.iso_week().week())
}

/// The Monday of an ISO week.
pub(super) fn week(year: i32, week: i32) -> Option<NaiveDate> {
    NaiveDate::from_isoywd_opt(year, u32::try_from(week).ok()?, Weekday::Mon)
}

/// The `nth` such weekday of a month, from 1, or the last one for −1.
pub(super) fn nth_weekday(year: i32, month: i32, nth: i32, weekday: i32) -> Option<NaiveDate> {
    if nth < 0 {
        let end = add_days(add_months(day(year, month, 1)?, 1)?, -1)?;
        return add_days(end, -(self::weekday(end) - weekday).rem_euclid(7));
    }
    let first = day(year, month, 1)?;
    let found = add_days(first, (weekday - self::weekday(first)).rem_euclid(7) + 7 * (nth - 1))?;
    (i32::try_from(found.month()) == Ok(month)).then_some(found)
}

/// Easter Sunday of the Gregorian calendar.
///
/// Source: J. Meeus, "Astronomical Algorithms", chapter 8.
pub(super) fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    day(year, n / 31, n % 31 + 1)
}

/// Year and month so many months after those.
pub(super) fn month_after(year: i32, month: i32, by: i32) -> (i32, i32) {
    let all = year.saturating_mul(12).saturating_add(month - 1).saturating_add(by);
    (all.div_euclid(12), all.rem_euclid(12) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easters() {
        for (year, month, of) in [(2016, 3, 27), (2018, 4, 1), (2022, 4, 17), (2038, 4, 25)] {
            assert_eq!(easter(year), day(year, month, of), "{year}");
        }
    }

    #[test]
    fn weekdays_of_a_month() {
        // Thanksgiving, Memorial Day and a fifth Monday that is not there.
        assert_eq!(nth_weekday(2022, 11, 4, 4), day(2022, 11, 24));
        assert_eq!(nth_weekday(2022, 5, -1, 1), day(2022, 5, 30));
        assert_eq!(nth_weekday(2022, 11, 5, 1), None);
    }

    #[test]
    fn months_wrap_around() {
        assert_eq!(month_after(2022, 1, -1), (2021, 12));
        assert_eq!(month_after(2022, 11, 14), (2024, 1));
    }
}
