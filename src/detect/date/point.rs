//! What an expression says, before it is known what it means.
//!
//! A rule only says what the words say: `thứ Hai` has a weekday and no more, `tháng
//! trước` a month counted from now. Expressions that stand side by side are then put
//! together field by field ([`super::merge`]) and what is still open is filled from
//! the text around ([`super::resolve`]).

use std::ops::Range;

use crate::document::TimexKind;

use super::holiday::Holiday;

/// One field of a [`Point`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Num {
    /// Not said.
    #[default]
    Open,
    /// Said, but nobody can know which: `ngày thứ ba`, `vài ngày sau`.
    Any,
    /// This very one.
    Is(i32),
    /// Two digits of a year.
    Short(i32),
    /// So many units after the one in which the article was written; negative for before.
    Now(i32),
    /// So many units after the one that the text named last.
    Told(i32),
    /// A year by its place in the cycle of sixty: `Giáp Thìn` is 40.
    Cycle(i32),
}

impl Num {
    pub(super) fn is_open(self) -> bool {
        self == Self::Open
    }

    pub(super) fn known(self) -> Option<i32> {
        if let Self::Is(it) = self { Some(it) } else { None }
    }

    /// Whether it is counted from somewhere.
    pub(super) fn is_relative(self) -> bool {
        matches!(self, Self::Now(_) | Self::Told(_))
    }
}

/// Parts of a day, as TIMEX3 has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

impl Part {
    pub(super) const ALL: [Self; 6] =
        [Self::Morning, Self::Noon, Self::Afternoon, Self::Evening, Self::Night, Self::Daytime];

    /// The part with this number in the word lists.
    pub(super) fn of(number: i64) -> Option<Self> {
        usize::try_from(number).ok().and_then(|it| Self::ALL.get(it)).copied()
    }

    /// How a value writes it after the `T`.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Noon => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
            Self::Daytime => "DT",
        }
    }

    /// The hour that is meant when this one is said within the part: 8 in the evening is 20.
    pub(super) fn hour(self, said: i32) -> i32 {
        match self {
            Self::Afternoon | Self::Evening if (1..12).contains(&said) => said + 12,
            Self::Noon if (1..=3).contains(&said) => said + 12,
            Self::Night if (6..12).contains(&said) => said + 12,
            // The end of the day; with minutes, the beginning of the next one.
            Self::Night if said == 12 => 24,
            _ => said,
        }
    }
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) hour: i32,
    pub(super) minute: i32,
    pub(super) second: Option<i32>,
    /// Minutes east of Greenwich, where the text writes it.
    pub(super) zone: Option<i32>,
    /// Whether the words leave no doubt about the half of the day (`7 p.m.`, `19h`).
    pub(super) exact: bool,
}

/// A place on the calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Point {
    /// Before Christ.
    pub(super) bc: bool,
    /// Hundreds of years: 20 for the 21st century.
    pub(super) century: Num,
    /// Tens of years: 199 for the nineties.
    pub(super) decade: Num,
    pub(super) year: Num,
    /// Second year of a school or fiscal year, a season of games: `2023-2024`.
    pub(super) until: Option<i32>,
    pub(super) half: Num,
    pub(super) quarter: Num,
    /// 0 spring – 3 winter.
    pub(super) season: Num,
    pub(super) month: Num,
    pub(super) week: Num,
    /// Which weekday or week of its month, from 1; −1 for the last one, 0 for not said.
    pub(super) nth: i32,
    /// 1 Monday – 7 Sunday.
    pub(super) weekday: Option<i32>,
    pub(super) weekend: bool,
    pub(super) day: Num,
    pub(super) part: Option<Part>,
    pub(super) clock: Option<Clock>,
    /// Hours or minutes away from a time nobody named.
    pub(super) some_time: bool,
    /// Day and month are of the lunar calendar.
    pub(super) lunar: bool,
    /// The months that were named last, in this year: `cùng kỳ năm 2007`.
    pub(super) same_months: bool,
    /// The month is the leap one.
    pub(super) leap: bool,
    pub(super) holiday: Option<Holiday>,
    /// Which one of those with the same name: −1 the last, 1 the next, 0 not said.
    pub(super) direction: i32,
    /// Month before day is likelier but not sure: `3/4/2022` in English.
    pub(super) swappable: bool,
    /// The same day of the year as now: `ngày này năm ngoái`.
    pub(super) same_day: bool,
    /// The words also say that it is the day of writing: `hôm nay 24-3`.
    pub(super) said_today: bool,
    /// The week in which the day is: `the week of Aug. 1`.
    pub(super) week_of: bool,
    /// Every one of those with this name: `mỗi thứ Hai`.
    pub(super) set: bool,
}

/// How long what is named lasts, the longest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grain {
    Century,
    Decade,
    Year,
    Half,
    Quarter,
    Season,
    Month,
    Week,
    Weekend,
    Day,
    Part,
    Time,
}

impl Point {
    /// The shortest thing that is named; `None` when nothing is.
    pub(super) fn grain(&self) -> Option<Grain> {
        let fields = [
            (self.clock.is_some() || self.some_time, Grain::Time),
            (self.part.is_some(), Grain::Part),
            (self.names_some_day(), Grain::Day),
            (self.weekend, Grain::Weekend),
            (!self.week.is_open() || self.nth != 0, Grain::Week),
            (!self.month.is_open(), Grain::Month),
            (!self.season.is_open(), Grain::Season),
            (!self.quarter.is_open(), Grain::Quarter),
            (!self.half.is_open(), Grain::Half),
            (!self.year.is_open(), Grain::Year),
            (!self.decade.is_open(), Grain::Decade),
            (!self.century.is_open(), Grain::Century),
        ];
        fields.into_iter().find(|it| it.0).map(|it| it.1)
    }

    /// The longest thing that is named.
    pub(super) fn widest(&self) -> Option<Grain> {
        let fields = [
            (!self.century.is_open(), Grain::Century),
            (!self.decade.is_open(), Grain::Decade),
            (!self.year.is_open(), Grain::Year),
            (!self.half.is_open(), Grain::Half),
            (!self.quarter.is_open(), Grain::Quarter),
            (!self.season.is_open(), Grain::Season),
            (!self.month.is_open(), Grain::Month),
            (!self.week.is_open(), Grain::Week),
            (self.weekend, Grain::Weekend),
            (self.names_some_day(), Grain::Day),
            (self.part.is_some(), Grain::Part),
            (self.clock.is_some() || self.some_time, Grain::Time),
        ];
        fields.into_iter().find(|it| it.0).map(|it| it.1)
    }

    fn names_some_day(&self) -> bool {
        !self.day.is_open() || self.weekday.is_some() || self.holiday.is_some() || self.same_day
    }

    /// Whether day and month are written out.
    pub(super) fn names_day(&self) -> bool {
        self.day.known().is_some() && self.month.known().is_some()
    }
}

/// What an expression means.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    /// A place on the calendar.
    Point(Point),
    /// From the one to the other, written as one.
    Range(Point, Point),
    /// A value that no context changes: durations, sets, vague times.
    Fixed(TimexKind, String),
    /// Several that share what only one of them says, each with its tokens: `5, 7 và 9/8`.
    Several(Vec<(Range<usize>, Meaning)>),
    /// Looks like a date and is none.
    Not,
}

impl Meaning {
    /// The place on the calendar, to be changed.
    pub(super) fn point_mut(&mut self) -> Option<&mut Point> {
        if let Self::Point(it) = self { Some(it) } else { None }
    }
}

/// An expression that a rule found.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Draft {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// The name of the rule.
    pub(super) rule: &'static str,
    /// How sure the rule is, of 1.
    pub(super) sure: f64,
    /// What it says.
    pub(super) meaning: Meaning,
}

impl Draft {
    /// Its place on the calendar, if it has one.
    pub(super) fn point(&self) -> Option<&Point> {
        if let Meaning::Point(it) = &self.meaning { Some(it) } else { None }
    }
}
