//! Type and value of a date or time, as in ISO-TimeML's TIMEX3.
//!
//! ```text
//! value    = "PAST_REF" | "PRESENT_REF" | "FUTURE_REF" | duration [ "/" duration ] | calendar [ "/" calendar ]
//! duration = "P" amount unit … [ "T" amount ("H"|"M"|"S") … ]     unit: Y M W D, DE (decades), CE (centuries)
//! calendar = [ "BC" | "FY" ] year [ "-" within ] [ "T" time ]
//! year     = 4 × digit | 3 (a decade) | 2 (a century)             X for an unknown digit
//! within   = month [ "-" day ] | "Q" 1-4 | "H" 1-2 | "W" week [ "-" (1-7 | "WE") ] | "SP" | "SU" | "FA" | "WI"
//! time     = "MO" | "MI" | "AF" | "EV" | "NI" | "DT" | hour [ ":" minute [ ":" second ] ] [ zone ]
//! zone     = "Z" | ("+"|"-") hour [ ":" minute ]
//! ```
//!
//! Source: <https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html>, "TIMEX3".

use std::fmt;

use chrono::NaiveDate;

use super::Extra;

/// A date or time as it is written in files.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Timex {
    kind: TimexKind,
    // Invariant: `TimexValue::parse` reads it.
    value: String,
    extra: Extra,
}

impl Timex {
    /// A value with the type that follows from it.
    ///
    /// # Errors
    ///
    /// [`TimexError`] if `value` is not of the grammar above.
    pub fn from_value(value: &str) -> Result<Self, TimexError> {
        Self::new(TimexValue::parse(value)?.kind(), value)
    }

    /// A value with a type of its own: a set (`P1D`, each day) cannot be told from a duration.
    ///
    /// # Errors
    ///
    /// [`TimexError`] if `value` is not of the grammar above.
    pub fn new(kind: TimexKind, value: &str) -> Result<Self, TimexError> {
        TimexValue::parse(value)?;
        Ok(Self { kind, value: value.to_owned(), extra: Extra::new() })
    }

    /// The same with members of the file that this version does not know, such as a `mod`.
    /// What the page changes of a date keeps them.
    #[must_use]
    pub fn with_extra(self, extra: Extra) -> Self {
        Self { extra, ..self }
    }

    /// Members of the file that this version does not know.
    #[must_use]
    pub const fn extra(&self) -> &Extra {
        &self.extra
    }

    /// Its type.
    #[must_use]
    pub const fn kind(&self) -> TimexKind {
        self.kind
    }

    /// Its value as it is written in files.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.value
    }

    /// Its value taken apart.
    #[must_use]
    pub fn parsed(&self) -> Option<TimexValue> {
        TimexValue::parse(&self.value).ok()
    }
}

/// The four types of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimexKind {
    /// A day or something longer.
    Date,
    /// A time of day or something shorter than a day.
    Time,
    /// A length of time.
    Duration,
    /// Times that recur.
    Set,
}

impl TimexKind {
    /// All, in the order of TIMEX3's documentation.
    pub const ALL: [Self; 4] = [Self::Date, Self::Time, Self::Duration, Self::Set];

    /// How it is written in files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }

    /// The type that is written so.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == text)
    }
}

/// What was expected and not found in a value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{value}` is not a TIMEX3 value such as 2021-07-13, 2021-Q3, 2021-07-13TMO, P3M or PRESENT_REF"
)]
pub struct TimexError {
    /// The value as given.
    pub value: String,
}

/// A value taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimexValue {
    /// `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`, as they are written.
    Vague(&'static str),
    /// Amounts with their units, the longest first; no amount for an unknown one (`PXY`).
    Duration(Vec<(Option<String>, DurationUnit)>),
    /// From the one to the other, written in one token (`P3D/P5D`).
    DurationRange(Vec<(Option<String>, DurationUnit)>, Vec<(Option<String>, DurationUnit)>),
    /// A place in the calendar.
    Calendar(Calendar),
    /// From the one to the other, written in one token (`2021/2025`).
    Range(Calendar, Calendar),
}

/// Units of durations, the longest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DurationUnit {
    /// `CE`.
    Century,
    /// `DE`.
    Decade,
    /// `Y`.
    Year,
    /// `M`, before the `T`.
    Month,
    /// `W`.
    Week,
    /// `D`.
    Day,
    /// `H`.
    Hour,
    /// `M`, after the `T`.
    Minute,
    /// `S`.
    Second,
}

/// A year, something within it, and a time of its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// `BC` or `FY` (fiscal year), else empty.
    pub era: &'static str,
    /// Four digits of a year, three of a decade or two of a century, `X` for unknown ones.
    pub year: String,
    /// What part of it.
    pub within: DatePart,
    /// Hours and minutes or a part of the day, as written after the `T`; empty when none.
    pub time: String,
}

/// What part of a year. Numbers are `None` when unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatePart {
    /// All of it.
    Whole,
    /// A month, 1–12.
    Month(Option<u32>),
    /// A month and a day of it.
    Day(Option<u32>, Option<u32>),
    /// A quarter, 1–4.
    Quarter(Option<u32>),
    /// A half, 1–2.
    Half(Option<u32>),
    /// An ISO week, 1–53.
    Week(Option<u32>),
    /// A week and a day of it, 1 (Monday) – 7.
    WeekDay(Option<u32>, u32),
    /// A week's end.
    Weekend(Option<u32>),
    /// `SP`, `SU`, `FA` or `WI`.
    Season(&'static str),
}

impl Calendar {
    /// The day, if all of it is known.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        let DatePart::Day(Some(month), Some(day)) = self.within else { return None };
        let year =
            self.year.parse().ok().filter(|_| self.era.is_empty() && self.year.len() == 4)?;
        NaiveDate::from_ymd_opt(year, month, day)
    }
}

impl TimexValue {
    /// Reads a value.
    ///
    /// # Errors
    ///
    /// [`TimexError`] if it is not of the grammar above, or no day of the calendar.
    pub fn parse(value: &str) -> Result<Self, TimexError> {
        Self::read(value).ok_or_else(|| TimexError { value: value.to_owned() })
    }

    /// The type that follows from the value.
    #[must_use]
    pub fn kind(&self) -> TimexKind {
        match self {
            Self::Duration(_) | Self::DurationRange(..) => TimexKind::Duration,
            Self::Calendar(it) | Self::Range(it, _) if !it.time.is_empty() => TimexKind::Time,
            _ => TimexKind::Date,
        }
    }

    fn read(value: &str) -> Option<Self> {
        let vague = ["PAST_REF", "PRESENT_REF", "FUTURE_REF"];
        if let Some(it) = vague.into_iter().find(|it| *it == value) {
            return Some(Self::Vague(it));
        }
        if let Some(rest) = value.strip_prefix('P') {
            return match rest.split_once("/P") {
                Some((a, b)) => Some(Self::DurationRange(read_duration(a)?, read_duration(b)?)),
                None => read_duration(rest).map(Self::Duration),
            };
        }
        match value.split_once('/') {
            Some((from, to)) => Some(Self::Range(read_calendar(from)?, read_calendar(to)?)),
            None => read_calendar(value).map(Self::Calendar),
        }
    }
}

impl fmt::Display for Timex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.value)
    }
}

fn read_duration(text: &str) -> Option<Vec<(Option<String>, DurationUnit)>> {
    use DurationUnit::{Century, Day, Decade, Hour, Minute, Month, Second, Week, Year};
    let (days, time) = text.split_once('T').map_or((text, None), |(a, b)| (a, Some(b)));
    let long =
        [("CE", Century), ("DE", Decade), ("Y", Year), ("M", Month), ("W", Week), ("D", Day)];
    let mut res = read_amounts(days, &long)?;
    if let Some(time) = time {
        let short = [("H", Hour), ("M", Minute), ("S", Second)];
        res.extend(Some(read_amounts(time, &short)?).filter(|it| !it.is_empty())?);
    }
    (!res.is_empty()).then_some(res)
}

fn read_amounts(
    mut text: &str,
    units: &[(&str, DurationUnit)],
) -> Option<Vec<(Option<String>, DurationUnit)>> {
    let mut res: Vec<(Option<String>, DurationUnit)> = Vec::new();
    while !text.is_empty() {
        let end = text.find(|it: char| !it.is_ascii_digit() && it != '.' && it != 'X')?;
        let (amount, rest) = text.split_at(end);
        let (name, unit) = units.iter().find(|it| rest.starts_with(it.0))?;
        let in_order = res.last().is_none_or(|it| it.1 < *unit);
        let known = amount.bytes().all(|it| it != b'X');
        let valid = if known { is_decimal(amount) } else { amount == "X" };
        (valid && in_order).then(|| res.push((known.then(|| amount.to_owned()), *unit)))?;
        text = &rest[name.len()..];
    }
    Some(res)
}

/// Digits, perhaps with a point between them. The standard library's reader of floats
/// would add its tables to the page for this one question.
fn is_decimal(text: &str) -> bool {
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    text.split_once('.').map_or_else(|| digits(text), |(whole, part)| digits(whole) && digits(part))
}

fn read_calendar(text: &str) -> Option<Calendar> {
    let (date, time) = text.split_once('T').map_or((text, None), |(a, b)| (a, Some(b)));
    let era = ["BC", "FY"].into_iter().find(|it| date.starts_with(it)).unwrap_or("");
    let (year, within) = match date[era.len()..].split_once('-') {
        Some((year, within)) => (year, read_within(within).filter(|_| year.len() == 4)?),
        None => (&date[era.len()..], DatePart::Whole),
    };
    let is_year =
        (2..=4).contains(&year.len()) && year.bytes().all(|it| it.is_ascii_digit() || it == b'X');
    let time = time.map_or(Some(""), |it| is_time(it).then_some(it))?;
    let res = Calendar { era, year: year.to_owned(), within, time: time.to_owned() };
    (is_year && is_possible_day(&res)).then_some(res)
}

fn read_within(text: &str) -> Option<DatePart> {
    let seasons = ["SP", "SU", "FA", "WI"];
    if let Some(it) = seasons.into_iter().find(|it| *it == text) {
        return Some(DatePart::Season(it));
    }
    if let Some(rest) = text.strip_prefix('Q') {
        return number(rest, 1, 1..=4).map(DatePart::Quarter);
    }
    if let Some(rest) = text.strip_prefix('H') {
        return number(rest, 1, 1..=2).map(DatePart::Half);
    }
    if let Some(rest) = text.strip_prefix('W') {
        let (week, day) = rest.split_once('-').map_or((rest, None), |(a, b)| (a, Some(b)));
        let week = number(week, 2, 1..=53)?;
        return match day {
            None => Some(DatePart::Week(week)),
            Some("WE") => Some(DatePart::Weekend(week)),
            Some(day) => Some(DatePart::WeekDay(week, number(day, 1, 1..=7)??)),
        };
    }
    match text.split_once('-') {
        Some((month, day)) => {
            Some(DatePart::Day(number(month, 2, 1..=12)?, number(day, 2, 1..=31)?))
        }
        None => number(text, 2, 1..=12).map(DatePart::Month),
    }
}

/// `Some(None)` for an unknown number, written with `X`.
fn number(text: &str, width: usize, range: std::ops::RangeInclusive<u32>) -> Option<Option<u32>> {
    if text.len() != width {
        return None;
    }
    if text.bytes().all(|it| it == b'X') {
        return Some(None);
    }
    let digits = text.bytes().all(|it| it.is_ascii_digit());
    let number = digits.then(|| text.parse().ok())??;
    range.contains(&number).then_some(Some(number))
}

fn is_time(text: &str) -> bool {
    if ["MO", "MI", "AF", "EV", "NI", "DT"].contains(&text) {
        return true;
    }
    let at = text.find(['Z', '+', '-']).unwrap_or(text.len());
    let (clock, zone) = text.split_at(at);
    let is_zone = match zone.get(1..) {
        None => true,
        Some("") => zone == "Z",
        Some(it) => !zone.starts_with('Z') && is_clock(it, 2),
    };
    is_zone && is_clock(clock, 3)
}

/// Hours, minutes and seconds, at most `parts` of them.
fn is_clock(text: &str, parts: usize) -> bool {
    let limits = [24, 59, 60];
    let fits = |(part, limit): (&str, u32)| number(part, 2, 0..=limit).is_some();
    text.split(':').count() <= parts && text.split(':').zip(limits).all(fits)
}

/// Whether month and day are together in some year, and in this one if it is known.
fn is_possible_day(it: &Calendar) -> bool {
    let DatePart::Day(Some(month), Some(day)) = it.within else { return true };
    // Any leap year.
    let year = it.year.parse().unwrap_or(2000);
    NaiveDate::from_ymd_opt(year, month, day).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_type_follows_from_the_value() {
        use TimexKind::{Date, Duration, Time};
        let cases = [
            ("2021-07-13", Date),
            ("2021-07", Date),
            ("2021", Date),
            ("202", Date),
            ("20", Date),
            ("2021-Q3", Date),
            ("XXXX-Q1", Date),
            ("2021-H1", Date),
            ("2021-W28", Date),
            ("XXXX-WXX-7", Date),
            ("2021-W28-WE", Date),
            ("2021-SU", Date),
            ("XXXX-02-29", Date),
            ("FY2021", Date),
            ("BC0043", Date),
            ("2021/2025", Date),
            ("PRESENT_REF", Date),
            ("2021-07-13TMO", Time),
            ("XXXX-XX-XXT08:20", Time),
            ("XXXX-XX-XXTXX:XX", Time),
            ("2021-07-13T24:00", Time),
            ("2021-07-13T09:30:05+07:00", Time),
            ("2021-07-13T09Z", Time),
            ("P10Y", Duration),
            ("PXM", Duration),
            ("P1Y6M", Duration),
            ("P1DT2H30M", Duration),
            ("PT0.5H", Duration),
            ("P2DE", Duration),
            ("P3D/P5D", Duration),
        ];
        for (value, kind) in cases {
            assert_eq!(Timex::from_value(value).map(|it| it.kind()), Ok(kind), "{value}");
        }
    }

    #[test]
    fn what_is_no_value_is_refused() {
        let cases = [
            "",
            "13/7/2021",
            "2021-13",
            "2021-02-30",
            "2021-7-13",
            "21-07-13",
            "P",
            "PT",
            "P1",
            "P1H",
            "PT1D",
            "P1M1Y",
            "PXXY",
            "2021-Q5",
            "2021-H3",
            "2021-W54",
            "2021-W28-8",
            "2021-07-13T",
            "2021-07-13T9:30",
            "2021-07-13T25:00",
            "2021-07-13T09:30Zx",
            "2021/",
            "present_ref",
            "2021-07-13TXX:XX:XX:XX",
            "ữ021",
            "2021-ữ",
            "P1.1.1Y",
        ];
        for value in cases {
            assert!(Timex::from_value(value).is_err(), "{value}");
        }
    }

    #[test]
    fn what_is_unknown_of_a_value_is_part_of_it() {
        let modified = Extra::from_iter([("mod".to_owned(), "APPROX".into())]);
        let bare = Timex::from_value("2021").unwrap();
        let timex = bare.clone().with_extra(modified.clone());
        assert_eq!(timex.extra(), &modified);
        assert_ne!(timex, bare);
    }
}
