//! What else a date could mean, so that most wrong values are righted by one click.

use std::rc::Rc;

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::document::{Annotation, Document, LabelId, Status, Timex, TimexKind, parse_date};
use crate::text::fold;
use crate::worker::Found;

/// Values that are offered at most: more would be looked through for longer than it takes to type one.
const MOST: usize = 9;

/// Other values that a date may have, the likeliest first: what the detector would have said
/// next, the day or the year left open, those of the dates around it, and the ones beside it in the
/// calendar. None is the one that it has.
#[must_use]
pub fn alternatives(document: &Document, it: &Annotation, found: Option<&Found>) -> Vec<Timex> {
    let said = found.into_iter().flat_map(|it| [&it.runner_up, &it.timex]);
    let mut res: Vec<Timex> = said.flatten().filter_map(|it| it.timex()).collect();
    let near = Near::new(document, it);
    let words = fold(it.span.slice(&document.text));
    if let Some(own) = &it.timex {
        res.extend(others(own, &near, &words));
    } else if it.label == LabelId::DATE {
        let values = from_words(&words, &near);
        res.extend(values.iter().filter_map(|it| Timex::from_value(it).ok()));
    }
    let key = |it: &Timex| (it.kind(), it.value().to_owned());
    let mut seen: Vec<_> = it.timex.iter().map(key).collect();
    res.retain(|it| !seen.contains(&key(it)) && (seen.push(key(it)), true).1);
    res.truncate(MOST);
    res
}

/// Parts of the day as the words for them, folded, begin.
const PARTS: [(&[&str], &str); 5] = [
    (&["sáng", "rạng sáng", "sớm", "morning"], "TMO"),
    (&["trưa", "noon", "midday"], "TMI"),
    (&["chiều", "afternoon"], "TAF"),
    (&["tối", "evening"], "TEV"),
    (&["đêm", "khuya", "nửa đêm", "night"], "TNI"),
];

/// What a date without a value may mean: a part of a day, known or not, or a vague time.
fn from_words(words: &str, near: &Near) -> Vec<String> {
    let part = PARTS.into_iter().find(|it| it.0.iter().any(|it| words.contains(it)));
    let rest = part.map_or("", |it| it.1);
    let vague = ["PRESENT_REF", "PAST_REF", "FUTURE_REF"].map(str::to_owned);
    let (first, further) = near.days.split_at(near.days.len().min(2));
    let on = |it: &String| format!("{it}{rest}");
    let mut res = vec![on(&"XXXX-XX-XX".to_owned())];
    res.extend(first.iter().map(on));
    if rest.is_empty() {
        res.extend(vague);
        res.extend(near.years.iter().cloned());
    }
    res.extend(further.iter().map(on));
    res
}

/// Days and years that the article speaks of near a date.
struct Near {
    days: Vec<String>,
    months: Vec<String>,
    years: Vec<String>,
    /// Parts of the day, with their `T`.
    rests: Vec<String>,
}

impl Near {
    /// The nearest first: those before it, those after it, then that of the article.
    fn new(document: &Document, it: &Annotation) -> Self {
        let all = document.annotations.as_slice();
        let at = all.partition_point(|other| other.key() < it.key());
        let (before, after) = all.split_at(at);
        let both = before.iter().rev().map(Some).chain([None; 2]);
        let pairs = both.zip(after.iter().map(Some).chain(std::iter::repeat(None)));
        let nearest = pairs.flat_map(|(one, other)| [one, other]).flatten().take(200);
        let nearest = nearest.filter(|it: &&Rc<Annotation>| it.status != Status::Rejected);
        let values: Vec<&str> =
            nearest.filter_map(|it| it.timex.as_ref()).map(Timex::value).collect();
        let reference = document.meta.reference_date.map(|it| it.to_string());
        let heads = |len: usize, whole: fn(&str) -> bool| {
            let mut res: Vec<String> = Vec::new();
            let heads = values.iter().copied().chain(reference.as_deref());
            for head in heads.filter_map(|it| it.get(..len)).filter(|it| whole(it)) {
                if !res.iter().any(|it| it == head) {
                    res.push(head.to_owned());
                }
            }
            res
        };
        let mut res = Self {
            days: heads(10, |it| parse_date(it).is_some()),
            months: heads(7, |it| parse_date(&format!("{it}-01")).is_some()),
            years: heads(4, |it| it.bytes().all(|it| it.is_ascii_digit())),
            rests: values.iter().filter_map(|it| Some(time_of_day(it)?.to_owned())).collect(),
        };
        res.days.truncate(4);
        res.months.truncate(2);
        res.years.truncate(3);
        res.rests.truncate(1);
        res
    }
}

/// What a value says of the time of day, from its `T` on. `PRESENT_REF` and `PT30M` say nothing of it.
fn time_of_day(value: &str) -> Option<&str> {
    let (day, time) = value.split_at(value.find('T')?);
    day.ends_with(|it: char| it == 'X' || it.is_ascii_digit()).then_some(time)
}

/// The values that one may be mistaken for, the likeliest first.
fn others(own: &Timex, near: &Near, words: &str) -> Vec<Timex> {
    let (value, kind) = (own.value(), own.kind());
    let of = |kind: TimexKind, value: String| Timex::new(kind, &value).ok();
    let as_is = |it: Vec<String>| it.into_iter().filter_map(move |it| of(kind, it));
    if kind == TimexKind::Duration || kind == TimexKind::Set && value.starts_with('P') {
        // A length of time is often meant as how often, and the other way round.
        let other = if kind == TimexKind::Set { TimexKind::Duration } else { TimexKind::Set };
        return of(other, value.to_owned()).into_iter().collect();
    }
    let years = near.years.iter().cloned().chain(years_beside(value));
    let mut years: Vec<String> = years.filter_map(|year| with_year(value, &year)).collect();
    years.retain(|it| it != value);
    years.dedup();
    let Some(day) = value.get(..10).filter(|it| is_day(it)) else {
        years.truncate(4);
        years.extend(with_year(value, "XXXX"));
        years.extend(months_beside(value));
        years.extend(near.rests.iter().map(|it| format!("{value}{it}")));
        return as_is(years).collect();
    };
    let rest = &value[10..];
    let on = |days: &[String]| days.iter().map(|it| format!("{it}{rest}")).collect::<Vec<_>>();
    let (first, further) = near.days.split_at(near.days.len().min(2));
    let mut res = Vec::new();
    if !rest.is_empty() {
        res.push(format!("XXXX-XX-XX{rest}"));
    }
    res.extend(on(first));
    res.extend(on(&if is_bare_day(words) {
        of_months(day, near)
    } else {
        beside(day, if is_weekday(words) { 7 } else { 1 })
    }));
    if day.starts_with('X') {
        res.extend(on(further));
        res.extend(near.months.iter().map(|it| format!("{it}-XX{rest}")));
    }
    let mut res: Vec<Timex> = as_is(res).collect();
    res.extend(recurring(day, rest, words));
    years.truncate(2);
    res.extend(as_is(years));
    if rest.is_empty() {
        res.extend(of(kind, "XXXX-XX-XX".to_owned()));
    }
    res.extend(with_year(value, "XXXX").and_then(|it| of(kind, it)));
    res.extend(as_is(on(further)));
    res
}

/// What is dated may be so each week, or each day.
fn recurring(day: &str, rest: &str, words: &str) -> Vec<Timex> {
    let weekday = parse_date(day).map(|it| it.weekday().number_from_monday());
    let each_week = weekday.filter(|_| is_weekday(words) || rest.is_empty());
    let set = |value: String| Timex::new(TimexKind::Set, &value).ok();
    match each_week {
        Some(it) => set(format!("XXXX-WXX-{it}{rest}")).into_iter().collect(),
        None if rest.is_empty() => {
            set("P1D".to_owned()).into_iter().chain(Timex::from_value("P1D").ok()).collect()
        }
        None => set(format!("XXXX-XX-XX{rest}")).into_iter().collect(),
    }
}

/// Whether folded words name a day by its number, and no month: `ngày 6`.
fn is_bare_day(words: &str) -> bool {
    let numbers = words.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty()).count();
    let named = ["ngày ", "hôm ", "mùng ", "mồng "].iter().any(|it| words.contains(it));
    numbers == 1 && named && !words.contains("tháng")
}

/// Whether folded words name a weekday.
fn is_weekday(words: &str) -> bool {
    let names = ["thứ ", "chủ nhật", "monday", "tuesday", "wednesday", "thursday", "friday"];
    names.iter().chain(&["saturday", "sunday"]).any(|it| words.contains(it))
}

/// Whether these ten characters are those of a day, also of one that is not known.
fn is_day(text: &str) -> bool {
    text.bytes().enumerate().all(|(at, it)| match at {
        4 | 7 => it == b'-',
        _ => it.is_ascii_digit() || it == b'X',
    })
}

/// The days so many after and before.
fn beside(day: &str, by: u64) -> Vec<String> {
    let day = parse_date(day);
    let other = [NaiveDate::checked_add_days, NaiveDate::checked_sub_days];
    let days = other.into_iter().filter_map(|step| step(day?, Days::new(by)));
    days.map(|it| it.to_string()).collect()
}

/// The same day of the months around it, and of those next to its own: for `ngày 6`.
fn of_months(day: &str, near: &Near) -> Vec<String> {
    let own = months_beside(day.get(..7).unwrap_or_default());
    let months = near.months.iter().cloned().chain(own);
    let days = months.filter_map(|it| Some(format!("{it}{}", day.get(7..)?)));
    days.filter(|it| parse_date(it).is_some()).collect()
}

/// The month after and the month before, of a value that is a month.
fn months_beside(value: &str) -> Vec<String> {
    let first = parse_date(&format!("{value}-01"));
    let other = [NaiveDate::checked_add_months, NaiveDate::checked_sub_months];
    let months = other.into_iter().filter_map(|step| step(first?, Months::new(1)));
    months.filter_map(|it| Some(it.to_string().get(..7)?.to_owned())).collect()
}

/// The year before and the year after.
fn years_beside(value: &str) -> impl Iterator<Item = String> + use<> {
    let year = value.get(..4).and_then(|it| it.parse::<i32>().ok());
    let year = year.and_then(|it| NaiveDate::from_ymd_opt(it, 1, 1));
    [-1, 1].into_iter().filter_map(move |by| Some(format!("{:04}", year?.year() + by)))
}

/// The value with another year, in both parts of a range.
fn with_year(value: &str, year: &str) -> Option<String> {
    let part = |it: &str| {
        let (old, rest) = it.split_at_checked(4)?;
        let is_year = old == "XXXX" || old.bytes().all(|it| it.is_ascii_digit());
        let ends = rest.is_empty() || rest.starts_with('-');
        (is_year && ends).then(|| format!("{year}{rest}"))
    };
    let parts: Option<Vec<String>> = value.split('/').map(part).collect();
    parts.map(|it| it.join("/")).filter(|it| it != "XXXX")
}

/// The value of a date that took its day from one that was `from` and is now `to`.
pub(super) fn follow(own: &Timex, from: &Timex, to: &Timex) -> Option<Timex> {
    let head = |it: &Timex| it.value().get(..10).filter(|it| is_day(it)).map(str::to_owned);
    let (from, to) = (head(from)?, head(to)?);
    let rest = own.value().strip_prefix(&*from)?;
    let moved = from != to;
    moved.then(|| Timex::new(own.kind(), &format!("{to}{rest}")).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{AnnotationId, Meta, Origin, Step, Transaction};
    use crate::text::Span;

    /// A document whose dates have these values, one a word.
    fn document(values: &[&str], reference: &str) -> Document {
        let text = values.iter().map(|_| "x ").collect::<String>();
        let meta = Meta { reference_date: parse_date(reference), ..Meta::default() };
        let date = |(at, value): (u32, &&str)| {
            let (id, span) = (AnnotationId::numbered(at.into()), Span::new(at * 2, at * 2 + 1));
            let it = Annotation::new(id, LabelId::DATE, span, Status::Suggested, Origin::Detected);
            Step::Insert(Rc::new(Annotation { timex: Timex::from_value(value).ok(), ..it }))
        };
        let steps: Transaction = (0..).zip(values).map(date).collect();
        steps.apply(&Document::new(text, meta)).unwrap()
    }

    #[test]
    fn what_else_a_date_may_mean() {
        // The last value is the one that is looked at; some of its alternatives.
        let cases: [(&[&str], &str, &[&str]); 9] = [
            (&["2017-08-08T05:00"], "", &["XXXX-XX-XXT05:00", "2017-08-09T05:00"]),
            (&["2015-07-01", "2016-05"], "", &["2015-05", "2017-05", "XXXX-05"]),
            (&["2021-12-21T01:12"], "", &["XXXX-XX-XXT01:12", "2021-12-22T01:12"]),
            (&["2018-11-27", "2019-01", "XXXX-XX-XXT20:00"], "", &["2018-11-27T20:00"]),
            (&["2022-08-05TMO", "PRESENT_REF", "2022-08"], "", &["2022-08TMO"]),
            (&["2025-09-19"], "2026-10-01", &["2026-09-19", "XXXX-09-19"]),
            (&["2025-03-20/2025-03-29"], "2026-10-01", &["2026-03-20/2026-03-29"]),
            (&["P1M"], "", &["P1M"]),
            (&["PRESENT_REF"], "2026-10-01", &[]),
        ];
        for (values, reference, want) in cases {
            let document = document(values, reference);
            let it = &document.annotations.as_slice()[values.len() - 1];
            let got = alternatives(&document, it, None);
            let names: Vec<&str> = got.iter().map(Timex::value).collect();
            assert!(want.iter().all(|it| names.contains(it)), "{values:?}: {names:?}");
            assert!(got.iter().all(|other| Some(other) != it.timex.as_ref()), "{names:?}");
            assert!(got.len() <= MOST && (!want.is_empty() || got.is_empty()), "{names:?}");
        }
    }

    #[test]
    fn what_is_dated_may_recur() {
        let cases = [
            ("2017-08-08T05:00", "XXXX-XX-XXT05:00"),
            ("2022-10-21", "XXXX-WXX-5"),
            ("P1W", "P1W"),
        ];
        for (value, want) in cases {
            let document = document(&[value], "");
            let it = &document.annotations.as_slice()[0];
            let want = Timex::new(TimexKind::Set, want).unwrap();
            assert!(alternatives(&document, it, None).contains(&want), "{value}");
        }
    }

    #[test]
    fn a_date_without_a_value_is_offered_some() {
        let cases =
            [("tối", &["XXXX-XX-XXTEV", "2015-07-01TEV"][..]), ("xưa", &["PAST_REF", "2015"])];
        for (words, want) in cases {
            let document = document(&["2015-07-01"], "");
            let text = format!("{}{words}", document.text);
            let document = Document { text: text.into(), ..document };
            let span = Span::of(&(2..document.text.len()));
            let id = AnnotationId::numbered(9);
            let it = Annotation::new(id, LabelId::DATE, span, Status::Accepted, Origin::Manual);
            let got = alternatives(&document, &it, None);
            let names: Vec<&str> = got.iter().map(Timex::value).collect();
            assert!(want.iter().all(|it| names.contains(it)), "{words}: {names:?}");
        }
    }

    #[test]
    fn a_date_follows_the_one_that_it_took_its_day_from() {
        let cases = [
            ("1975-08-10T06:00", "1975-08-10", "XXXX-08-10", Some("XXXX-08-10T06:00")),
            ("1975-08-10", "1975-08-10TMO", "1976-08-10TMO", Some("1976-08-10")),
            ("1975-08-11T06:00", "1975-08-10", "1976-08-10", None),
            ("1975-08-10T06:00", "1975-08-10", "1975-08-10TMO", None),
            ("P1D", "1975-08-10", "1976-08-10", None),
            ("1975-08-10", "1975", "1976", None),
        ];
        let timex = |it| Timex::from_value(it).unwrap();
        for (own, from, to, want) in cases {
            let got = follow(&timex(own), &timex(from), &timex(to));
            assert_eq!(got.as_ref().map(Timex::value), want, "{own}: {from} to {to}");
        }
    }
}
