//! Days that have a name, and when they are.

use chrono::{Datelike, NaiveDate};

use super::{calendar, lunar};

/// When a holiday is, in any year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holiday {
    /// The same month and day of every solar year.
    Fixed(i32, i32),
    /// The same month and day of every lunar year.
    Lunar(i32, i32),
    /// So many days after the first day of the lunar year; negative for before.
    Tet(i32),
    /// This day of the last lunar month before the lunar new year; the last one if the
    /// month is too short for it.
    BeforeTet(i32),
    /// So many days after Easter Sunday.
    Easter(i32),
    /// The nth such weekday of a month; −1 for the last one.
    Weekday(i32, i32, i32),
    /// The day after the nth such weekday of a month.
    AfterWeekday(i32, i32, i32),
}

const LUNAR: i64 = 10_000;
const TET: i64 = 20_000;
const EASTER: i64 = 30_000;
const WEEKDAY: i64 = 40_000;
const BEFORE_TET: i64 = 50_000;
const AFTER_WEEKDAY: i64 = 60_000;

/// How word lists number a holiday with a fixed date.
pub(super) const fn fixed(month: i64, day: i64) -> i64 {
    month * 100 + day
}

/// How word lists number a holiday with a fixed lunar date.
pub(super) const fn by_moon(month: i64, day: i64) -> i64 {
    LUNAR + month * 100 + day
}

/// How word lists number a day so many days after the lunar new year.
pub(super) const fn tet(offset: i64) -> i64 {
    TET + 500 + offset
}

/// How word lists number a day of the last lunar month, by the new year it leads to.
pub(super) const fn before_tet(day: i64) -> i64 {
    BEFORE_TET + day
}

/// How word lists number a day so many days after Easter.
pub(super) const fn easter(offset: i64) -> i64 {
    EASTER + 500 + offset
}

/// How word lists number the nth weekday of a month.
pub(super) const fn nth(month: i64, nth: i64, weekday: i64) -> i64 {
    WEEKDAY + month * 100 + (nth + 1) * 10 + weekday
}

/// How word lists number the day after the nth weekday of a month.
pub(super) const fn after_nth(month: i64, nth: i64, weekday: i64) -> i64 {
    AFTER_WEEKDAY - WEEKDAY + self::nth(month, nth, weekday)
}

impl Holiday {
    /// The holiday with this number in the word lists.
    pub(super) fn of(number: i64) -> Option<Self> {
        let number = i32::try_from(number).ok()?;
        let (kind, rest) = (number / 10_000, number % 10_000);
        Some(match kind {
            0 => Self::Fixed(rest / 100, rest % 100),
            1 => Self::Lunar(rest / 100, rest % 100),
            2 => Self::Tet(rest - 500),
            3 => Self::Easter(rest - 500),
            4 => Self::Weekday(rest / 100, rest / 10 % 10 - 1, rest % 10),
            5 => Self::BeforeTet(rest),
            6 => Self::AfterWeekday(rest / 100, rest / 10 % 10 - 1, rest % 10),
            _ => return None,
        })
    }

    /// The day it is on in a solar year.
    pub(super) fn day(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Fixed(month, day) => calendar::day(year, month, day),
            Self::Lunar(month, day) => {
                let found = lunar::solar(year, month, day, false)?;
                // The last lunar month ends in the next solar year.
                if found.year() == year {
                    Some(found)
                } else {
                    lunar::solar(year - 1, month, day, false)
                }
            }
            Self::Tet(offset) => calendar::add_days(lunar::solar(year, 1, 1, false)?, offset),
            Self::BeforeTet(day) => lunar::solar(year - 1, 12, day, false)
                .or_else(|| calendar::add_days(lunar::solar(year, 1, 1, false)?, -1)),
            Self::Easter(offset) => calendar::add_days(calendar::easter(year)?, offset),
            Self::AfterWeekday(month, nth, weekday) => {
                calendar::add_days(calendar::nth_weekday(year, month, nth, weekday)?, 1)
            }
            Self::Weekday(month, nth, weekday) => calendar::nth_weekday(year, month, nth, weekday),
        }
    }

    /// Its month and day, if they are the same in every year.
    pub(super) fn month_and_day(self) -> Option<(i32, i32)> {
        if let Self::Fixed(month, day) = self { Some((month, day)) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holidays_come_back_from_their_numbers() {
        let cases = [
            (fixed(9, 2), Holiday::Fixed(9, 2)),
            (by_moon(3, 10), Holiday::Lunar(3, 10)),
            (tet(-1), Holiday::Tet(-1)),
            (easter(-2), Holiday::Easter(-2)),
            (nth(5, -1, 1), Holiday::Weekday(5, -1, 1)),
        ];
        for (number, want) in cases {
            assert_eq!(Holiday::of(number), Some(want));
        }
    }
}
