//! Units of time: durations, sets and shifts.

use crate::document::TimexKind;

use super::numeral::{Milli, UNKNOWN, written};
use super::point::{Meaning, Num, Point};
use super::slot::whole;

/// Units as word lists number them, the longest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Century,
    Decade,
    Year,
    Quarter,
    Month,
    Week,
    Day,
    Hour,
    Minute,
    Second,
    /// As long as a day, and tells of its nights.
    Night,
    Fortnight,
    Weekend,
}

impl Unit {
    const ALL: [Self; 13] = [
        Self::Century,
        Self::Decade,
        Self::Year,
        Self::Quarter,
        Self::Month,
        Self::Week,
        Self::Day,
        Self::Hour,
        Self::Minute,
        Self::Second,
        Self::Night,
        Self::Fortnight,
        Self::Weekend,
    ];

    /// The unit with this number in the word lists.
    pub(super) fn of(number: i64) -> Option<Self> {
        usize::try_from(number).ok().and_then(|it| Self::ALL.get(it)).copied()
    }

    /// The unit of TIMEX3 that it is counted in, and how many of them it is.
    const fn basis(self) -> (&'static str, i64) {
        match self {
            Self::Century => ("Y", 100),
            Self::Decade => ("Y", 10),
            Self::Year => ("Y", 1),
            Self::Quarter => ("M", 3),
            Self::Month => ("M", 1),
            Self::Week => ("W", 1),
            Self::Day | Self::Night | Self::Weekend => ("D", 1),
            Self::Hour => ("H", 1),
            Self::Minute => ("M", 1),
            Self::Second => ("S", 1),
            Self::Fortnight => ("W", 2),
        }
    }

    const fn is_short(self) -> bool {
        matches!(self, Self::Hour | Self::Minute | Self::Second)
    }

    /// What half of it is, in the next smaller unit.
    pub(super) const fn half(self) -> (Milli, Self) {
        match self {
            Self::Century => (50_000, Self::Year),
            Self::Decade => (5_000, Self::Year),
            Self::Year => (6_000, Self::Month),
            Self::Month => (15_000, Self::Day),
            Self::Day | Self::Night | Self::Weekend => (12_000, Self::Hour),
            Self::Hour => (30_000, Self::Minute),
            Self::Minute => (30_000, Self::Second),
            Self::Quarter => (1_500, Self::Month),
            Self::Week => (3_500, Self::Day),
            Self::Second => (500, Self::Second),
            Self::Fortnight => (1_000, Self::Week),
        }
    }
}

/// The value of a duration: `P1Y6M`, `PT30M`. The longest unit comes first.
pub(super) fn duration(parts: &[(Milli, Unit)]) -> Option<String> {
    let mut res = "P".to_owned();
    let mut short = false;
    for (amount, unit) in parts {
        if unit.is_short() && !std::mem::replace(&mut short, unit.is_short()) {
            res.push('T');
        }
        let (letter, times) = match (*amount, *unit) {
            // Ten or a hundred of an unknown number of them are not to be told apart.
            (UNKNOWN, Unit::Decade) => ("DE", 1),
            (UNKNOWN, Unit::Century) => ("CE", 1),
            (_, unit) => unit.basis(),
        };
        let amount = if *amount == UNKNOWN { UNKNOWN } else { amount.checked_mul(times)? };
        res.push_str(&written(amount));
        res.push_str(letter);
    }
    (!parts.is_empty()).then_some(res)
}

/// A duration as a meaning.
pub(super) fn lasting(parts: &[(Milli, Unit)]) -> Option<Meaning> {
    duration(parts).map(|it| Meaning::Fixed(TimexKind::Duration, it))
}

/// Each so many units, as a meaning.
pub(super) fn recurring(amount: Milli, unit: Unit) -> Option<Meaning> {
    duration(&[(amount, unit)]).map(|it| Meaning::Fixed(TimexKind::Set, it))
}

/// From where a shift is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    Now,
    Told,
}

/// The point so many units away; `sign` is −1 for before. It is as long as the unit.
pub(super) fn shifted(amount: Milli, unit: Unit, sign: i32, from: From) -> Point {
    let times = whole(amount).map(|it| it.saturating_mul(sign));
    let away = |factor: i32| match (times, from) {
        (None, _) => Num::Any,
        (Some(it), From::Now) => Num::Now(it.saturating_mul(factor)),
        (Some(it), From::Told) => Num::Told(it.saturating_mul(factor)),
    };
    let mut res = Point::default();
    match unit {
        Unit::Century => res.century = away(1),
        Unit::Decade => res.decade = away(1),
        Unit::Year => res.year = away(1),
        Unit::Quarter => res.quarter = away(1),
        Unit::Month => res.month = away(1),
        Unit::Week => res.week = away(1),
        Unit::Fortnight => res.week = away(2),
        Unit::Weekend => (res.week, res.weekend) = (away(1), true),
        Unit::Day => res.day = away(1),
        Unit::Night => (res.day, res.part) = (away(1), Some(super::point::Part::Night)),
        Unit::Hour | Unit::Minute | Unit::Second => {
            (res.day, res.some_time) = (Num::Any, true);
        }
    }
    res
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations() {
        let cases: [(&[(Milli, Unit)], &str); 6] = [
            (&[(10_000, Unit::Year)], "P10Y"),
            (&[(1_000, Unit::Year), (6_000, Unit::Month)], "P1Y6M"),
            (&[(1_000, Unit::Hour), (30_000, Unit::Minute)], "PT1H30M"),
            (&[(1_000, Unit::Day), (2_000, Unit::Hour)], "P1DT2H"),
            (&[(UNKNOWN, Unit::Minute)], "PTXM"),
            (&[(2_000, Unit::Decade)], "P20Y"),
        ];
        for (parts, want) in cases {
            assert_eq!(duration(parts).as_deref(), Some(want));
        }
    }
}
