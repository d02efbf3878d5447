//! Scores the dates against the specifications of Microsoft's Recognizers-Text (MIT), as
//! far as TIMEX3 can express their values. The folder is the only argument.
//!
//! Their conventions differ from the annotation guidelines, so that a case counts as right
//! when a mention (or two, for the ends of a range) overlaps theirs and has one of their values:
//!
//! - their spans take in prepositions and modifiers: extents may differ by such words;
//! - `(A,B,P…)` is a range: both ends as mentions, `A/B`, or the one value that is the same stretch;
//! - a stretch that has a value of its own (`2016-Q3`) is the same as its first and last day;
//! - they leave years, weeks and days open (`XXXX-10-02`) that we fill from the reference: the
//!   resolved values, past or future, count too;
//! - an open weekday of theirs is the day that we take it for; a shift is as long as its
//!   unit with us, so that the day they name lies within our week or month;
//! - durations are compared by their length: `PT1.5H` is `PT1H30M`;
//! - `T05` is a time without its day: the end of a value counts;
//! - `PRESENT_REF` is the day of the reference, and a range of hours may stand beside its day.
#![allow(clippy::print_stdout)]

use std::path::Path;

use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use dau::detect::{Article, Language, Mention, dates};
use dau::document::{Timex, parse_date};
use serde_json::Value;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder =
        std::env::args().nth(1).unwrap_or_else(|| "../shared/corpus/recognizers-english".into());
    let list = std::env::args().nth(2).is_some();
    let (mut all, mut extents, mut right) = (0, 0, 0);
    let mut paths: Vec<_> =
        std::fs::read_dir(Path::new(&folder))?.flatten().map(|it| it.path()).collect();
    paths.sort();
    for path in paths.iter().filter(|it| it.extension().is_some_and(|it| it == "json")) {
        let text = std::fs::read_to_string(path)?;
        let cases: Vec<Value> = serde_json::from_str(text.trim_start_matches('\u{feff}'))?;
        let (mut file_all, mut file_right) = (0, 0);
        for case in &cases {
            for (extent, value) in judge(case, list) {
                file_all += 1;
                extents += usize::from(extent);
                file_right += usize::from(value);
            }
        }
        if file_all > 0 {
            let name = path.file_name().unwrap_or_default().display();
            println!("{name}: {file_right} of {file_all}");
        }
        all += file_all;
        right += file_right;
    }
    println!("extent {extents} of {all}, value {right} of {all}");
    Ok(())
}

/// For each result of a case: whether something overlaps it, and whether its value is right.
fn judge(case: &Value, list: bool) -> Vec<(bool, bool)> {
    let Some(input) = case["Input"].as_str() else { return Vec::new() };
    let reference = case["Context"]["ReferenceDateTime"].as_str();
    let day = reference.and_then(|it| parse_date(it.get(..10)?));
    let article = Article::new(input);
    let found = dates(&article, Language::En, day);
    let results = case["Results"].as_array().cloned().unwrap_or_default();
    let mut res = Vec::new();
    for result in &results {
        let Some(wanted) = wanted(result) else { continue };
        if wanted.iter().all(|it| !is_expressible(it)) {
            continue;
        }
        let near = overlapping(input, result, &found);
        let value = wanted.iter().any(|it| agrees(it, &near, reference));
        if list && !value {
            let got: Vec<String> = near
                .iter()
                .map(|it| {
                    format!(
                        "{}={}",
                        it.span.slice(input),
                        it.timex.as_ref().map_or("", |it| it.value())
                    )
                })
                .collect();
            println!(
                "{:.10}\t{input}\t{}\twant {}\tgot {}",
                reference.unwrap_or(""),
                result["Text"],
                wanted.join(" | "),
                got.join("; ")
            );
        }
        res.push((!near.is_empty(), value));
    }
    res
}

/// The values that count: the TIMEX and what it resolves to.
fn wanted(result: &Value) -> Option<Vec<String>> {
    let mut res = Vec::new();
    if let Some(values) = result["Resolution"]["values"].as_array() {
        for it in values {
            res.extend(it["timex"].as_str().map(str::to_owned));
            for key in ["value", "start"] {
                if let Some(value) = it[key].as_str() {
                    res.push(value.replacen(' ', "T", 1));
                }
            }
        }
    }
    let value = &result["Value"];
    res.extend(value["Timex"].as_str().map(str::to_owned));
    for side in ["FutureResolution", "PastResolution"] {
        for key in ["date", "dateTime", "time"] {
            if let Some(it) = value[side][key].as_str() {
                res.push(it.replacen(' ', "T", 1));
            }
        }
        let (start, end) = (&value[side]["startDate"], &value[side]["endDate"]);
        if let (Some(start), Some(end)) = (start.as_str(), end.as_str()) {
            res.push(format!("({start},{end},)"));
        }
    }
    (!res.is_empty()).then_some(res)
}

/// Whether a value has a place in TIMEX3.
fn is_expressible(value: &str) -> bool {
    let ends: Vec<&str> = value.trim_matches(['(', ')']).split(',').collect();
    let one = |it: &str| {
        let it = if it.starts_with('T') { format!("XXXX-XX-XX{it}") } else { it.to_owned() };
        Timex::from_value(&it).is_ok()
    };
    ends.iter().take(2).all(|it| one(it)) && !value.is_empty()
}

fn overlapping<'m>(input: &str, result: &Value, found: &'m [Mention]) -> Vec<&'m Mention> {
    let text = result["Text"].as_str().unwrap_or("").to_lowercase();
    let lower = input.to_lowercase();
    let hint = usize::try_from(result["Start"].as_u64().unwrap_or(0)).unwrap_or(0);
    let at = lower
        .get(hint..)
        .and_then(|it| it.find(&text).map(|it| it + hint))
        .or_else(|| lower.find(&text));
    let Some(start) = at else { return Vec::new() };
    let end = start + text.len();
    found
        .iter()
        .filter(|it| (it.span.start() as usize) < end && start < it.span.end() as usize)
        .collect()
}

/// Whether what was found says a value.
fn agrees(wanted: &str, found: &[&Mention], reference: Option<&str>) -> bool {
    let mut values: Vec<&str> =
        found.iter().filter_map(|it| it.timex.as_ref()).map(Timex::value).collect();
    if values.len() > 1 {
        values = values.iter().flat_map(|it| it.split('/')).collect();
        let today = reference.and_then(|it| it.get(..10)).unwrap_or("PRESENT_REF");
        values.iter_mut().filter(|it| **it == "PRESENT_REF").for_each(|it| *it = today);
    }
    if let Some(range) = wanted.strip_prefix('(') {
        let ends: Vec<&str> = range.trim_end_matches(')').split(',').collect();
        let [from, to, ..] = ends[..] else { return false };
        // The end of theirs is where the last stretch begins.
        let end = |wanted: &str, it: &str| {
            same(wanted, it) || stretch(it).is_some_and(|(start, _)| same(wanted, &start))
        };
        let split = values.first().and_then(|it| it.split_once('/'));
        return match (values.len(), split) {
            (1, Some((a, b))) => end(from, a) && end(to, b),
            (1, None)
                if stretch(values[0]).is_some_and(|(a, b)| same(from, &a) && same(to, &b)) =>
            {
                true
            }
            (1, None) => ends.get(2).is_some_and(|it| !it.is_empty() && same(it, values[0])),
            (_, _) => values.iter().any(|it| end(from, it)) && values.iter().any(|it| end(to, it)),
        };
    }
    values.iter().any(|it| same(wanted, it))
}

/// About how long a duration is, so that `P0.5Y` and `P6M` are one.
fn seconds(value: &str) -> Option<f64> {
    let mut rest = value.strip_prefix('P')?;
    let (mut sum, mut short) = (0.0, false);
    while !rest.is_empty() {
        if let Some(it) = rest.strip_prefix('T') {
            (rest, short) = (it, true);
            continue;
        }
        let end = rest.find(|it: char| !it.is_ascii_digit() && it != '.')?;
        let amount: f64 = rest[..end].parse().ok()?;
        sum += amount
            * match (&rest[end..=end], short) {
                ("Y", _) => 360.0 * 86_400.0,
                ("M", false) => 30.0 * 86_400.0,
                ("W", _) => 7.0 * 86_400.0,
                ("D", _) => 86_400.0,
                ("H", _) => 3_600.0,
                ("M", true) => 60.0,
                _ => 1.0,
            };
        rest = &rest[end + 1..];
    }
    Some(sum)
}

/// The first day of a stretch of time and the first one after it.
fn stretch(value: &str) -> Option<(String, String)> {
    let number = |it: &str| it.parse::<i32>().ok();
    let months = |year: i32, month: i32, count: i32| {
        let day = |all: i32| format!("{:04}-{:02}-01", all.div_euclid(12), all.rem_euclid(12) + 1);
        let from = year * 12 + month - 1;
        (day(from), day(from + count))
    };
    if value.len() < 4 {
        let tens = number(value)? * if value.len() == 3 { 10 } else { 100 };
        return Some(months(tens, 1, if value.len() == 3 { 120 } else { 1200 }));
    }
    let year = number(value.get(..4)?)?;
    match value.get(4..)? {
        "" => Some(months(year, 1, 12)),
        rest if rest.starts_with("-Q") => Some(months(year, number(&rest[2..])? * 3 - 2, 3)),
        rest if rest.starts_with("-H") => Some(months(year, number(&rest[2..])? * 6 - 5, 6)),
        rest if rest.starts_with("-W") => {
            let week = rest.get(2..4)?.parse().ok()?;
            let monday = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?;
            let from = if rest.ends_with("WE") { monday + Days::new(5) } else { monday };
            Some((from.to_string(), (monday + Days::new(7)).to_string()))
        }
        rest if rest.len() == 3 => Some(months(year, number(&rest[1..])?, 1)),
        _ => None,
    }
}

/// Whether two values are one, apart from how exactly a time is written and which parts are open.
fn same(wanted: &str, got: &str) -> bool {
    let clean = |it: &str| {
        let it = it.trim_end_matches(":00").trim_end_matches('Z').to_owned();
        it.replace("T24", "T00")
    };
    let (wanted, got) = (clean(wanted), clean(got));
    if wanted == got {
        return true;
    }
    if wanted.starts_with('T') {
        return got.ends_with(&wanted);
    }
    if let (Some(a), Some(b)) = (seconds(&wanted), seconds(&got)) {
        return (a - b).abs() < 1.0;
    }
    // A weekday that they leave open, and the day that we take it for.
    let day = got.get(..10).and_then(parse_date);
    if let (Some(rest), Some(day)) = (wanted.strip_prefix("XXXX-WXX-"), day) {
        let weekday = day.weekday().number_from_monday().to_string();
        return rest.strip_prefix(weekday.as_str()).is_some_and(|it| got[10..].starts_with(it));
    }
    // A shift is as long as its unit with us: two weeks ago is a week and not a day.
    if let Some((from, to)) = stretch(&got).filter(|_| wanted.len() == 10 && got.len() > 4) {
        return from <= wanted && wanted < to;
    }
    // Open parts of theirs may be filled by us.
    wanted.len() == got.len()
        && wanted.contains('X')
        && wanted.bytes().zip(got.bytes()).all(|(a, b)| a == b || a == b'X' && b.is_ascii_digit())
}
