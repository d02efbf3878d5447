//! What else a date could mean, so that most wrong values are righted by one click.

use std::rc::Rc;

use chrono::{Datelike, Days, NaiveDate};

use crate::document::{Annotation, Document, LabelId, Status, Timex, TimexKind, parse_date};
use crate::text::fold;
use crate::worker::Found;

/// Values that are offered at most: each has a key.
const MOST: usize = 9;

/// Other values that a date may have, the likeliest first: what the detector would have said
/// next, the day or the year left open, those of the dates around it, and the ones beside it in the
/// calendar. None is the one that it has.
#[must_use]
pub fn alternatives(document: &Document, it: &Annotation, found: Option<&Found>) -> Vec<Timex> {
    let said = found.into_iter().flat_map(|it| [&it.runner_up, &it.timex]);
    let mut res: Vec<Timex> = said.flatten().filter_map(|it| it.timex()).collect();
    let near = Near::new(document, it);
    if let Some(own) = &it.timex {
        let values = ways(own.value(), &near);
        res.extend(toggled(own));
        res.extend(values.iter().filter_map(|it| Timex::new(own.kind(), it).ok()));
    } else if it.label == LabelId::DATE {
        let values = from_words(it.span.slice(&document.text), &near);
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
    let folded = fold(words);
    let part = PARTS.into_iter().find(|it| it.0.iter().any(|it| folded.contains(it)));
    let rest = part.map_or("", |it| it.1);
    let mut res = vec![format!("XXXX-XX-XX{rest}")];
    res.extend(near.days.iter().map(|it| format!("{it}{rest}")));
    if rest.is_empty() {
        res.extend(near.years.iter().cloned());
        res.extend(["PAST_REF", "PRESENT_REF", "FUTURE_REF"].map(str::to_owned));
    }
    res
}

/// A length of time is often meant as how often, and the other way round.
fn toggled(own: &Timex) -> Option<Timex> {
    let other = match own.kind() {
        TimexKind::Duration => TimexKind::Set,
        TimexKind::Set => TimexKind::Duration,
        TimexKind::Date | TimexKind::Time => return None,
    };
    Timex::new(other, own.value()).ok()
}

/// Days and years that the article speaks of near a date.
struct Near {
    days: Vec<String>,
    years: Vec<String>,
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
            years: heads(4, |it| it.bytes().all(|it| it.is_ascii_digit())),
        };
        res.days.truncate(3);
        res.years.truncate(3);
        res
    }
}

/// The values that a value may be mistaken for.
fn ways(value: &str, near: &Near) -> Vec<String> {
    let day = value.get(..10).filter(|it| is_day(it));
    let rest = if day.is_some() { &value[10..] } else { "" };
    let mut res = Vec::new();
    if let Some(day) = day {
        res.extend((!rest.is_empty()).then(|| format!("XXXX-XX-XX{rest}")));
        res.extend(near.days.iter().take(2).map(|it| format!("{it}{rest}")));
        res.extend(beside(day).map(|it| format!("{it}{rest}")));
    }
    let years = near.years.iter().cloned().chain(years_beside(value));
    res.extend(years.filter_map(|year| with_year(value, &year)));
    res.extend(with_year(value, "XXXX"));
    if day.is_some() && rest.is_empty() {
        res.push("XXXX-XX-XX".to_owned());
        res.extend(near.days.iter().skip(2).cloned());
    }
    res
}

/// Whether these ten characters are those of a day, also of one that is not known.
fn is_day(text: &str) -> bool {
    text.bytes().enumerate().all(|(at, it)| match at {
        4 | 7 => it == b'-',
        _ => it.is_ascii_digit() || it == b'X',
    })
}

/// The day after and the day before.
fn beside(day: &str) -> impl Iterator<Item = NaiveDate> {
    let day = parse_date(day);
    let other = [NaiveDate::checked_add_days, NaiveDate::checked_sub_days];
    other.into_iter().filter_map(move |step| step(day?, Days::new(1)))
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
        let cases: [(&[&str], &str, &[&str]); 7] = [
            (&["2015-07-01", "2016-05"], "", &["2015-05", "2017-05", "XXXX-05"]),
            (&["2021-12-21T01:12"], "", &["XXXX-XX-XXT01:12", "2021-12-22T01:12"]),
            (&["2018-11-27", "2019-01", "XXXX-XX-XXT20:00"], "", &["2018-11-27T20:00"]),
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
