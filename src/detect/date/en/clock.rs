//! Parts of the day and clock times.

use crate::detect::date::grammar::{Rule, rule};
use crate::detect::date::point::{Clock, Meaning, Num, Part, Point};
use crate::detect::date::refine::WEAK_PART;
use crate::detect::date::slot::{Found, Slot, fields, point};

/// Times of day.
pub(super) const RULES: &[Rule] = &[
    rule("clock", "(<h>|<hn>)[:<mi>] <meridiem> [(<zone>|<zone-unknown>)]", point),
    rule("clock", "<h>.<mi> <meridiem> [(<zone>|<zone-unknown>)]", point),
    rule("clock", "<h>:<mi>[:<s>] (<zone>|<zone-unknown>)", point),
    rule("clock", "<h>:<mi>", no_ratio).sure(0.9),
    rule("clock", "<h>:<mi>:<s>", no_result),
    rule("clock without a point", "<hmm> <meridiem>", packed),
    rule("hour of a part", "tonight (at|around|about) (<hn>|<h>)", tonight_at).sure(0.8),
    rule("military time", "<hhmm> (<zone>|hours|hrs)", military),
    rule("o'clock", "(<hn>|<h>) (o'clock|oclock)", point),
    rule("half past", "half past (<hn>|<h>) [(<meridiem>|o'clock|in the <part>)]", half_past),
    rule("quarter past", "[a] quarter (past|after) (<hn>|<h>)", quarter_past),
    rule("quarter to", "[a] quarter (to|of|before) <hn>", quarter_to),
    rule(
        "past the hour",
        "<min> [(minutes|mins|min)] past (<hn>|<h>) [(<meridiem>|in the <part>)]",
        point,
    ),
    rule("to the hour", "<min> minutes to (<hn>|<h>)", to_hour),
    rule("to the hour", "<min> to <hn>", to_hour_short).sure(0.7),
    rule("hour of a part", "(<hn>|<h>) in the <part>", point),
    rule("hour of the night", "(<hn>|<h>) at <part>", point),
    rule("hour of a part", "<part> at (<hn>|<h>)", part_at),
    rule("hour of last night", "last <part> at (<hn>|<h>)", last_part_at),
    rule("clock", "<h>:<mi>:<s> <meridiem>", point),
    rule("past the hour", "<min> [minutes] past (<hn>|<h>) o'clock", point),
    rule("clock in words", "<hn> <min> <meridiem>", in_words),
    rule("clock in words", "(<hn> <min>|<hn>-<min>)", in_words_led).sure(0.6),
    rule("military times", "<hhmm>-<hhmm2>", military_range).sure(0.7),
    rule("clock with h", "<h>h<mi>", point).sure(0.8),
    rule("half of a day", "(<wd>|<day-now>) <meridiem>", half_day),
    rule("noon", "[(12|twelve)] (noon|midday|mid-day|mid day)", noon),
    rule("midnight", "[(12|twelve)] (midnight|mid-night|mid night)", midnight),
    rule(WEAK_PART, "[the] <part>", point).sure(0.5),
    rule("part of today", "this <part>", today),
    rule("tonight", "(tonight|tonite)", tonight),
    rule("last night", "last <part>", last_night),
    rule("part of that day", "that [same] <part>", that_part),
    rule("part of the next day", "the (next|following) <part>", next_part),
    rule("part of the day before", "the <part> before", part_before),
    rule("part of some day", "one <part>", one_part),
];

fn at(hour: i32, minute: i32) -> Option<Meaning> {
    let clock = Clock { hour, minute, second: None, zone: None, exact: true };
    Some(Meaning::Point(Point { clock: Some(clock), ..Point::default() }))
}

/// Words before a time with a colon; without one it may be a ratio, a verse or a score.
const LEADS: &[&str] = &[
    "at", "by", "until", "till", "from", "since", "around", "about", "before", "after", "to",
    "between", "and", "(", ",", "-", "|", "",
];

fn no_ratio(found: &Found<'_>) -> Option<Meaning> {
    let stream = found.stream;
    let start = found.tokens.start;
    let before = found.before(1);
    let scale =
        ["built", "runs", "scale", "ratio", "geared", "is", "verse", "sura", "genesis", "odds"];
    if (2..=3).any(|by| scale.contains(&found.before(by))) {
        return None;
    }
    let two = start + 1 < stream.len() && stream.lex(start).digits == 2;
    let label = two && stream.lex(start.saturating_sub(1)).capital && start > 0;
    let beside = start > 0 && stream.follows(start) && stream.is_digits(start - 1);
    let ordinal = matches!(before, "st" | "nd" | "rd" | "th");
    let led = ordinal || LEADS.contains(&before) && (before != "," || two);
    (led || label || beside || before == "t").then(|| point(found))?
}

/// `He ran 2:24:43`, `won in 2:18:05`: how long a race took.
fn no_result(found: &Found<'_>) -> Option<Meaning> {
    let long = matches!(found.before(1), "ran" | "run" | "in" | "of" | "clocked" | "a" | "took");
    (!long).then(|| point(found))?
}

/// `ten forty five a.m.`
fn in_words(found: &Found<'_>) -> Option<Meaning> {
    let minute = found.tokens_of(Slot::Minute)?;
    (!found.stream.is_digits(found.tokens.start) && !found.stream.is_digits(minute.start))
        .then(|| point(found))?
}

/// `at eight forty`, `from three thirty to four thirty`: all of it in words.
fn in_words_led(found: &Found<'_>) -> Option<Meaning> {
    let leads = ["at", "from", "until", "till", "by", "around", "to", "for", "about"];
    let words = found.tokens.clone().all(|it| !found.stream.is_digits(it));
    let minutes = found.get(Slot::Minute)? >= 10;
    let more = found.stream.is_letters(found.tokens.end) && found.stream.follows(found.tokens.end);
    let linked = ["to", "tomorrow", "today", "on", "in", "tonight", "and"].contains(&found.after());
    let hyphen = found.after() == "-";
    let fits = leads.contains(&found.before(1)) && words && minutes && !hyphen && (!more || linked);
    fits.then(|| point(found))?
}

/// `0730-0930`, between words that ask for times.
fn military_range(found: &Found<'_>) -> Option<Meaning> {
    let led = ["between", "from", "hours", "open"].contains(&found.before(1));
    let (from, to) = (found.get(Slot::HourMinute)?, found.get(Slot::Minute2)?);
    let at = |said: i32| {
        let clock =
            Clock { hour: said / 100, minute: said % 100, second: None, zone: None, exact: true };
        Point { clock: Some(clock), ..Point::default() }
    };
    let fits = led && from % 100 < 60 && to % 100 < 60 && from < to;
    fits.then(|| Meaning::Range(at(from), at(to)))
}

/// `Tuesday AM`.
fn half_day(found: &Found<'_>) -> Option<Meaning> {
    let part = if found.get(Slot::Meridiem)? == 0 { Part::Morning } else { Part::Afternoon };
    Some(Meaning::Point(Point { part: Some(part), ..fields(found)? }))
}

fn military(found: &Found<'_>) -> Option<Meaning> {
    let said = found.get(Slot::HourMinute)?;
    let clock = Clock {
        hour: said / 100,
        minute: said % 100,
        second: None,
        zone: found.get(Slot::Zone),
        exact: true,
    };
    let fits = said / 100 <= 24 && said % 100 < 60;
    fits.then_some(Meaning::Point(Point { clock: Some(clock), ..Point::default() }))
}

/// `340 p.m.`
fn packed(found: &Found<'_>) -> Option<Meaning> {
    let said = found.get(Slot::HourMinute)?;
    let hour = said / 100 % 12 + 12 * found.get(Slot::Meridiem)?;
    (said % 100 < 60).then(|| at(hour, said % 100))?
}

fn tonight_at(found: &Found<'_>) -> Option<Meaning> {
    let mut res = fields(found)?;
    let clock = res.clock.as_mut()?;
    clock.hour = Part::Night.hour(clock.hour);
    let ends = !found.stream.is_letters(found.tokens.end) && !matches!(found.after(), ":" | ".");
    (ends || !found.stream.follows(found.tokens.end + 1))
        .then_some(Meaning::Point(Point { day: Num::Now(0), ..res }))
}

fn shifted(found: &Found<'_>, hours: i32, minute: i32) -> Option<Meaning> {
    let mut res = fields(found)?;
    let clock = res.clock.as_mut()?;
    clock.hour = (clock.hour + 24 + hours) % 24;
    clock.minute = minute.rem_euclid(60);
    Some(Meaning::Point(res))
}

fn half_past(found: &Found<'_>) -> Option<Meaning> {
    shifted(found, 0, 30)
}

fn quarter_past(found: &Found<'_>) -> Option<Meaning> {
    shifted(found, 0, 15)
}

fn quarter_to(found: &Found<'_>) -> Option<Meaning> {
    shifted(found, -1, 45)
}

fn to_hour(found: &Found<'_>) -> Option<Meaning> {
    shifted(found, -1, 60 - found.get(Slot::Minute)?)
}

/// `ten to four`, only in words and after a word that asks for a time.
fn to_hour_short(found: &Found<'_>) -> Option<Meaning> {
    let leads = ["at", "by", "until", "till", "about", "around"];
    let five = [5, 10, 20, 25].contains(&found.get(Slot::Minute)?);
    let words = found.tokens.clone().all(|it| !found.stream.is_digits(it));
    (leads.contains(&found.before(1)) && five && words).then(|| to_hour(found))?
}

/// `Thursday morning at 9`; `9 a.m.` has a rule of its own.
fn part_at(found: &Found<'_>) -> Option<Meaning> {
    let more = matches!(found.after(), "am" | "pm" | "a" | "p" | ":" | "." | "o" | "%" | "percent");
    let end = more && found.stream.follows(found.tokens.end + 1);
    (!end && found.before(1) != "last").then(|| point(found))?
}

fn last_part_at(found: &Found<'_>) -> Option<Meaning> {
    Some(Meaning::Point(Point { day: Num::Now(-1), part: None, ..fields(found)? }))
}

fn noon(found: &Found<'_>) -> Option<Meaning> {
    let name = found.stream.lex(found.tokens.start).capital && !found.before(1).is_empty();
    (!name).then(|| at(12, 0))?
}

/// Where one day ends: `midnight on Friday` is the end of Friday.
fn midnight(_: &Found<'_>) -> Option<Meaning> {
    at(24, 0)
}

fn on(day: Num, part: Option<Part>) -> Option<Meaning> {
    Some(Meaning::Point(Point { day, part, ..Point::default() }))
}

fn part(found: &Found<'_>) -> Option<Part> {
    found.value(Slot::Part).and_then(Part::of)
}

fn today(found: &Found<'_>) -> Option<Meaning> {
    on(Num::Now(0), part(found))
}

fn tonight(_: &Found<'_>) -> Option<Meaning> {
    on(Num::Now(0), Some(Part::Night))
}

fn last_night(found: &Found<'_>) -> Option<Meaning> {
    on(Num::Now(-1), part(found))
}

fn that_part(found: &Found<'_>) -> Option<Meaning> {
    on(Num::Told(0), part(found))
}

fn next_part(found: &Found<'_>) -> Option<Meaning> {
    on(Num::Told(1), part(found))
}

fn part_before(found: &Found<'_>) -> Option<Meaning> {
    on(Num::Told(-1), part(found))
}

fn one_part(found: &Found<'_>) -> Option<Meaning> {
    on(Num::Any, part(found))
}
