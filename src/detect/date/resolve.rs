//! Fills what an expression leaves open from the text around it and writes its value.
//!
//! In reading order, since `cùng ngày` means the day that was named last.

use chrono::{Datelike, NaiveDate};

use crate::detect::Mention;
use crate::document::{LabelId, Timex, TimexKind};
use crate::text::Span;

use super::context::{self, YearSaid};
use super::point::{Draft, Grain, Meaning, Num, Part, Point};
use super::stream::Stream;
use super::year;

/// What is known while the text is read.
pub(super) struct Reader<'r> {
    pub(super) stream: &'r Stream<'r>,
    /// The day the article was written, where one is known.
    pub(super) now: Option<NaiveDate>,
    /// The piece of text that says so.
    pub(super) now_said: Option<Span>,
    /// The date line of the article: it dates the article and not what is told.
    pub(super) dateline: Option<Span>,
    /// The years that the text speaks of: those counted from now too, once `now` is known.
    pub(super) years: Vec<YearSaid>,
    /// Day, month and year that were named last, with where.
    pub(super) day: Option<(NaiveDate, Span)>,
    /// The last of the days that are not after the article.
    pub(super) past: Option<(NaiveDate, Span)>,
    pub(super) month: Option<((i32, i32), Span)>,
    pub(super) year: Option<(i32, Span)>,
    /// The year that was counted from another one last: `the following year`.
    pub(super) counted: Option<(i32, Span)>,
    /// Where months, a quarter or a half of a year were named last, and their value.
    pub(super) period: Option<(usize, String)>,
    /// Month and day that were named last without a year that could be told.
    pub(super) partial: Option<(i32, i32, Span)>,
    /// Whether numbers stand day before month throughout.
    pub(super) day_first: Option<Span>,
    /// Whether the text is nothing but a time: a note of what is to come and no report.
    pub(super) note: bool,
    /// Tokens at which days are named.
    pub(super) days: Vec<usize>,
    /// The day whose evening was named last.
    pub(super) late: Option<NaiveDate>,
    /// Where the expression before ended, and what it was taken for.
    last: Option<(usize, Placed)>,
}

/// A value with what it was made from.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Placed {
    pub(super) text: String,
    pub(super) day: Option<NaiveDate>,
    pub(super) month: Option<(i32, i32)>,
    pub(super) year: Option<i32>,
    pub(super) evidence: Option<Span>,
    /// Whether something had to be taken from outside of the expression.
    pub(super) filled: bool,
    /// The second reading.
    pub(super) other: Option<String>,
}

/// The hour from which a day goes on after midnight.
const EVENING: i32 = 18;

/// Where drafts name a day, by its date, its weekday or its distance.
fn days(drafts: &[Draft]) -> Vec<usize> {
    let names = |it: &&Draft| {
        it.point().is_some_and(|it| {
            it.grain() >= Some(Grain::Day) && it.widest() < Some(Grain::Part) && !it.set
        })
    };
    drafts.iter().filter(names).map(|it| it.tokens.start).collect()
}

/// The mentions that drafts stand for.
pub(super) fn resolve(
    stream: &Stream<'_>,
    drafts: &[Draft],
    reference: Option<NaiveDate>,
) -> Vec<Mention> {
    let mut reader = Reader {
        stream,
        now: reference,
        now_said: None,
        dateline: None,
        years: context::years(stream, drafts, None),
        day: None,
        past: None,
        month: None,
        year: None,
        counted: None,
        period: None,
        partial: None,
        day_first: year::day_first(stream, drafts),
        note: context::is_note(stream, drafts),
        days: days(drafts),
        late: None,
        last: None,
    };
    super::dateline::find(&mut reader, drafts);
    reader.years = context::years(stream, drafts, reader.now);
    let mentions =
        drafts.iter().enumerate().map(|(idx, it)| reader.mention(it, drafts.get(idx + 1)));
    mentions.flatten().collect()
}

impl Reader<'_> {
    fn mention(&mut self, draft: &Draft, next: Option<&Draft>) -> Option<Mention> {
        let span = self.stream.article.span(draft.tokens.clone());
        let mut res = Mention::new(span, LabelId::DATE, draft.sure, draft.rule);
        res.timex = match &draft.meaning {
            Meaning::Not | Meaning::Several(_) => return None,
            Meaning::Fixed(kind, value) => Timex::new(*kind, value).ok(),
            Meaning::Range(from, to) => {
                let to = self.place(to, draft);
                // A range is not told backwards: its beginning takes the year of its end.
                let from = match (from.year.is_open(), to.year) {
                    (true, Some(year)) if to.filled && from.grain() <= Some(Grain::Day) => {
                        let early = Point { year: Num::Is(year), ..*from };
                        let found = self.place(&early, draft);
                        if found.text > to.text {
                            self.place(&Point { year: Num::Is(year - 1), ..early }, draft)
                        } else {
                            found
                        }
                    }
                    _ => self.place(from, draft),
                };
                res.evidence = from.evidence.or(to.evidence);
                self.remember(&to, span);
                let text = format!("{}/{}", from.text, to.text);
                self.remember_period(draft, &text);
                Timex::from_value(&text).ok()
            }
            Meaning::Point(point) => {
                let point = super::dateline::said_again(self, draft, point, next);
                let placed = self.place(&point, draft);
                let placed = super::share::after_begin(self, &point, draft, placed);
                self.remember(&placed, span);
                self.remember_late(&point, &placed);
                self.remember_period(draft, &placed.text);
                self.remember_partial(&point, &placed, span);
                if let (Num::Told(_), Some(year)) = (point.year, placed.year) {
                    self.counted = Some((year, span));
                }
                res.evidence = placed.evidence;
                res.runner_up = placed.other.as_deref().and_then(|it| Timex::from_value(it).ok());
                res.confidence *= sureness(&point, &placed);
                self.last = Some((draft.tokens.end, placed.clone()));
                if point.set {
                    Timex::new(TimexKind::Set, &placed.text).ok()
                } else {
                    Timex::from_value(&placed.text).ok()
                }
            }
        };
        // Every value that is written here is one; if not, saying nothing is right.
        res.timex.is_some().then_some(res)
    }

    /// Where the expression before ended, and what it was taken for.
    pub(super) fn last_placed(&self) -> Option<(usize, &Placed)> {
        self.last.as_ref().map(|it| (it.0, &it.1))
    }

    /// Keeps what later expressions may be counted from.
    fn remember(&mut self, placed: &Placed, span: Span) {
        if let Some(day) = placed.day {
            self.day = Some((day, span));
            let past = self.now.is_none_or(|now| day <= now);
            self.past = self.day.filter(|_| past).or(self.past);
        }
        if let Some(month) = placed.month {
            self.month = Some((month, span));
        }
        if let Some(year) = placed.year {
            self.year = Some((year, span));
        }
    }

    fn remember_period(&mut self, draft: &Draft, text: &str) {
        let whole = |it: &str| it.len() == 7 && it.starts_with(|it: char| it.is_ascii_digit());
        if text.split('/').all(whole) {
            self.period = Some((draft.tokens.start, text.to_owned()));
        }
    }

    fn remember_late(&mut self, point: &Point, placed: &Placed) {
        let evening = matches!(point.part, Some(Part::Evening | Part::Night));
        if placed.day.is_some() {
            let late = point.clock.map_or(evening, |it| it.hour >= EVENING);
            self.late = placed.day.filter(|_| late);
        }
    }

    fn remember_partial(&mut self, point: &Point, placed: &Placed, span: Span) {
        if let (None, Some(month), Some(day), false) =
            (placed.day, point.month.known(), point.day.known(), point.set || point.lunar)
        {
            self.partial = Some((month, day, span));
        }
    }

    /// The value of a point.
    pub(super) fn place(&self, point: &Point, draft: &Draft) -> Placed {
        let mut res = super::place::place(self, point, draft);
        let time = time(point);
        if !time.is_empty() {
            // A time stands on a day, known or not.
            if res.day.is_none() && !has_day(&res.text) {
                res.text = "XXXX-XX-XX".to_owned();
            }
            res.text.push_str(&time);
            if let Some(other) = res.other.as_mut() {
                other.push_str(&time);
            }
        }
        res
    }
}

/// Whether a date text goes down to the day.
fn has_day(text: &str) -> bool {
    text.trim_start_matches("BC").split('-').count() >= 3
}

/// What stands after the day in a value.
fn time(point: &Point) -> String {
    if let Some(clock) = point.clock {
        let mut res = format!("T{:02}:{:02}", clock.hour, clock.minute);
        if let Some(second) = clock.second {
            res.push_str(&format!(":{second:02}"));
        }
        match clock.zone {
            None => {}
            Some(0) => res.push('Z'),
            Some(zone) => {
                let sign = if zone < 0 { '-' } else { '+' };
                let (hours, minutes) = (zone.abs() / 60, zone.abs() % 60);
                res.push_str(&format!("{sign}{hours:02}:{minutes:02}"));
            }
        }
        return res;
    }
    if point.some_time {
        return "TXX:XX".to_owned();
    }
    point.part.map(|it| format!("T{}", it.code())).unwrap_or_default()
}

/// How much of a rule's sureness is left after filling.
fn sureness(point: &Point, placed: &Placed) -> f64 {
    let mut res = 1.0;
    if placed.filled {
        res *= if placed.evidence.is_some() { 0.95 } else { 0.9 };
    }
    if placed.other.is_some() {
        res *= 0.75;
    }
    if placed.day.is_none() && point.grain() >= Some(super::point::Grain::Day) {
        res *= 0.9;
    }
    res
}

/// The year of a day, as the calendar counts.
pub(super) fn year_month(day: NaiveDate) -> (i32, i32) {
    (day.year(), i32::try_from(day.month()).unwrap_or(1))
}
