//! What is written below the line.

use chrono::{Datelike, NaiveDate};

use super::axis::{Axis, Stretch};
pub use super::extent::Grain;
use super::extent::{DAY, Extent, minutes, month};

/// A moment that is named below the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// Where, `0..=LENGTH`.
    pub place: u32,
    /// Its day.
    pub day: NaiveDate,
    /// Minutes of the day that have passed.
    pub minute: u32,
    /// How exactly it is to be named.
    pub grain: Grain,
    /// Whether its year is to be named, since it is not that of the tick before.
    pub new_year: bool,
    /// Whether its day is to be named.
    pub new_day: bool,
}

/// Distances between ticks, the shortest first.
#[derive(Clone, Copy, Debug)]
enum Step {
    Minutes(i64),
    Days(i64),
    Months(i32),
    Years(i32),
}

#[rustfmt::skip]
const STEPS: [Step; 20] = [
    Step::Minutes(60), Step::Minutes(180), Step::Minutes(360), Step::Minutes(720),
    Step::Days(1), Step::Days(7),
    Step::Months(1), Step::Months(3), Step::Months(6),
    Step::Years(1), Step::Years(2), Step::Years(5), Step::Years(10), Step::Years(20), Step::Years(50),
    Step::Years(100), Step::Years(200), Step::Years(500), Step::Years(1000), Step::Years(5000),
];

impl Step {
    /// About how many minutes.
    fn len(self) -> i64 {
        match self {
            Self::Minutes(it) => it,
            Self::Days(it) => it * DAY,
            Self::Months(it) => i64::from(it) * 30 * DAY,
            Self::Years(it) => i64::from(it) * 365 * DAY,
        }
    }

    /// The first such moment at or after `at`; weeks begin on Mondays.
    fn first(self, at: i64) -> Option<i64> {
        let up = |len: i64| (at + len - 1).div_euclid(len) * len;
        let not_before = |it: NaiveDate| Some(minutes(it)).filter(|it| *it >= at);
        let day = day_of(at)?;
        match self {
            Self::Minutes(len) => Some(up(len)),
            // Day 1 was a Monday.
            Self::Days(7) => Some(up_from(at, DAY, 7 * DAY)),
            Self::Days(len) => Some(up(len * DAY)),
            Self::Months(len) => {
                let before = i32::try_from(day.month0()).ok()?.div_euclid(len) * len + 1;
                not_before(month(day.year(), before)?)
                    .or_else(|| month(day.year(), before + len).map(minutes))
            }
            Self::Years(len) => {
                let before = day.year().div_euclid(len) * len;
                not_before(month(before, 1)?).or_else(|| month(before + len, 1).map(minutes))
            }
        }
    }

    const fn grain(self) -> Grain {
        match self {
            Self::Minutes(_) => Grain::Minute,
            Self::Days(_) => Grain::Day,
            Self::Months(_) => Grain::Month,
            Self::Years(_) => Grain::Year,
        }
    }
}

fn up_from(at: i64, origin: i64, len: i64) -> i64 {
    (at - origin + len - 1).div_euclid(len) * len + origin
}

fn day_of(at: i64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(at.div_euclid(DAY)).ok()?)
}

/// Ticks no nearer than `apart`: first where each stretch begins, named as the date there is, then at the calendar's own
/// steps where there is room left.
pub(super) fn ticks(axis: &Axis, extents: &[Extent], apart: u32) -> Vec<Tick> {
    let stretches = axis.stretches();
    let mut res: Vec<Tick> = Vec::new();
    let begins = stretches.iter().map(|it| (it.from, grain_at(it.from, extents)));
    for (at, grain) in begins.chain(steps(axis, &stretches, apart)) {
        let place = axis.place(at);
        let near = |it: &Tick| it.place.abs_diff(place) < apart;
        if let Some(day) = day_of(at).filter(|_| !res.iter().any(near)) {
            let minute = u32::try_from(at.rem_euclid(DAY)).unwrap_or(0);
            let idx = res.partition_point(|it| it.place < place);
            res.insert(idx, Tick { place, day, minute, grain, new_year: true, new_day: true });
        }
    }
    for idx in 1..res.len() {
        let before = res[idx - 1];
        res[idx].new_year = before.day.year() != res[idx].day.year();
        res[idx].new_day = before.day != res[idx].day;
    }
    res
}

/// As exactly as the most exact date that begins or ends there.
fn grain_at(at: i64, extents: &[Extent]) -> Grain {
    let there = extents.iter().filter(|it| it.from == at || it.to == at);
    there.map(|it| it.grain).max().unwrap_or(Grain::Day)
}

/// The calendar's steps in all that is to scale, the finest for which there is room.
fn steps(axis: &Axis, stretches: &[Stretch], apart: u32) -> Vec<(i64, Grain)> {
    let scale = axis.scale();
    #[expect(clippy::cast_precision_loss, reason = "minutes of the calendar are below 2^53")]
    let fits = |it: &Step| it.len() as f64 * scale >= f64::from(apart);
    let Some(step) = STEPS.into_iter().find(fits) else { return Vec::new() };
    let mut res = Vec::new();
    for it in stretches.iter().filter(|it| !it.shortened) {
        let mut next = step.first(it.from);
        while let Some(at) = next.filter(|at| *at <= it.to) {
            res.push((at, step.grain()));
            next = step.first(at + 1);
        }
    }
    res
}

#[cfg(test)]
mod tests {
    use super::super::LENGTH;
    use super::super::extent::extent;
    use super::*;
    use crate::document::TimexValue;

    /// The ticks of these values, each as exactly as it is named, with its place in hundredths.
    fn said(values: &[&str], room: u32) -> Vec<String> {
        let extents: Vec<Extent> = values
            .iter()
            .filter_map(|it| match TimexValue::parse(it).unwrap() {
                TimexValue::Calendar(it) => extent(&it),
                _ => None,
            })
            .collect();
        let say = |it: Tick| {
            let day = it.day.to_string();
            let time = format!("{}:{:02}", it.minute / 60, it.minute % 60);
            let name = match it.grain {
                Grain::Year => day[..day.len() - 6].to_owned(),
                Grain::Month => day[..day.len() - 3].to_owned(),
                Grain::Day => day,
                Grain::Minute if it.new_day => format!("{day} {time}"),
                Grain::Minute => time,
            };
            format!("{name} @{}", (it.place + 50) / 100)
        };
        ticks(&Axis::new(&extents), &extents, LENGTH / room).into_iter().map(say).collect()
    }

    #[test]
    fn ticks_are_as_far_apart_as_the_time_asks() {
        let cases: [(&[&str], &[&str]); 6] = [
            (
                &["2021-07-13T09:30", "2021-07-13T14:00"],
                &["2021-07-13 9:30 @0", "11:00 @33", "12:00 @56", "13:00 @78", "14:00 @100"],
            ),
            (
                &["2021-07-12", "2021-07-14"],
                &["2021-07-12 @0", "2021-07-13 @33", "2021-07-14 @67", "2021-07-15 @100"],
            ),
            (
                &["2021-07-01", "2021-07-18", "2021-07-31"],
                &["2021-07-01 @0", "2021-07-12 @35", "2021-07-19 @58", "2021-07-26 @81"],
            ),
            (
                &["2021-01", "2021-04", "2021-10"],
                &["2021-01 @0", "2021-04 @30", "2021-07 @60", "2021-10 @90"],
            ),
            (
                &["1990", "1998", "2004", "2012"],
                &["1990 @0", "1995 @22", "2000 @43", "2005 @65", "2010 @87"],
            ),
            (&["17", "19", "20"], &["1700 @0", "1800 @25", "1900 @50", "2000 @75", "2100 @100"]),
        ];
        for (values, want) in cases {
            assert_eq!(said(values, 5), want, "{values:?}");
        }
    }

    #[test]
    fn each_stretch_is_named_where_it_begins() {
        let got = said(&["1945-09-02", "2021-07-13", "2021-07-14", "2021-07-16"], 12);
        assert_eq!(got[0], "1945-09-02 @0");
        assert!(got[1].starts_with("1945-09-03 @"), "{got:?}");
        assert!(got[2].starts_with("2021-07-13 @"), "{got:?}");
    }

    #[test]
    fn no_two_are_nearer_than_there_is_room_for() {
        for room in [2, 5, 9, 20] {
            let line =
                ["1930-02-03", "1945", "2019", "2021-07-13", "2021-07-13T09:30", "2021-W30", "20"];
            let extents: Vec<Extent> = line
                .iter()
                .filter_map(|it| match TimexValue::parse(it).unwrap() {
                    TimexValue::Calendar(it) => extent(&it),
                    _ => None,
                })
                .collect();
            let ticks = ticks(&Axis::new(&extents), &extents, LENGTH / room);
            assert!(!ticks.is_empty() && ticks.len() <= room as usize + 1, "{room}: {ticks:?}");
            for it in ticks.windows(2) {
                assert!(it[1].place - it[0].place >= LENGTH / room, "{room}: {it:?}");
            }
        }
    }

    #[test]
    fn without_dates_there_is_nothing_to_write() {
        assert_eq!(said(&[], 5), [""; 0]);
    }
}
