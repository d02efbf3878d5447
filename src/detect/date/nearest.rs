//! Which year, month or week, when only the article's own date can tell.

use chrono::{Datelike, NaiveDate};

use super::calendar;
use super::context::{self, Tense, YearSaid};
use super::place::on_day;
use super::point::{Draft, Grain, Point};
use super::resolve::{Placed, Reader, year_month};
use super::stream::Stream;

/// The day on which what is named begins in a year, if it is in that year. By reference, so
/// that there is one copy of what reckons with it.
pub(super) type Starts<'s> = &'s dyn Fn(i32) -> Option<NaiveDate>;

/// Days before the article in which what it reports has usually happened.
const NEWS: i64 = 31;

/// Days ahead in which a day is the coming one, whatever the tense.
const SOON: i64 = 10;

/// Days ahead in which something is asked for.
const DEADLINE: i64 = 200;

/// The year of the reference date, or the one before or after it if that is where the
/// sentence points: a report tells of the past, `sẽ` of the future.
///
/// `start` is the day on which what is named begins in a year.
pub(super) fn year(
    reader: &Reader<'_>,
    it: &Point,
    draft: &Draft,
    now: NaiveDate,
    start: Starts<'_>,
) -> i32 {
    let year = now.year();
    let Some(here) = start(year) else { return year };
    let tense = match it.direction {
        0 => tense(reader, draft),
        direction if direction > 0 => Tense::Future,
        _ => Tense::Past,
    };
    let ahead = (here - now).num_days();
    match tense {
        Tense::Future => year + i32::from(is_over(it, here, now, reader.note)),
        _ if ahead > 0 && !is_ahead(reader.stream, it, draft, tense, ahead) => year - 1,
        _ => year,
    }
}

/// Of what the sentence of an expression tells; a note tells of what is to come.
fn tense(reader: &Reader<'_>, draft: &Draft) -> Tense {
    // `lùi sang tháng 1`.
    if reader.stream.back(draft.tokens.start, 1) == "sang" {
        return Tense::Future;
    }
    match context::tense(reader.stream, draft.tokens.start, draft.tokens.end) {
        Tense::Open | Tense::Present if reader.note => Tense::Future,
        Tense::Future if looks_back(reader.stream, draft) => Tense::Past,
        it => it,
    }
}

/// Verbs of what was said on a day; with the word before them where they end other verbs too.
const SAYING: &[(&str, &[&str])] = &[
    ("nói", &[]),
    ("viết", &[]),
    ("biết", &["cho"]),
    ("hay", &["cho"]),
    ("bố", &["tuyên", "công"]),
    ("nhận", &["xác", "thừa"]),
    ("báo", &["thông", "cảnh"]),
    ("định", &["khẳng", "nhận"]),
    ("lộ", &["tiết"]),
];

/// Whether a verb of saying ends there.
fn says(stream: &Stream<'_>, at: usize) -> bool {
    let fits = |heads: &[&str]| heads.is_empty() || heads.contains(&stream.back(at, 1));
    SAYING.iter().any(|(verb, heads)| stream.word(at) == *verb && fits(heads))
}

/// Tokens after a weekday in which stands what was said on it.
const SAID: usize = 12;

/// `hôm thứ Hai` and `thứ Hai, ông nói` are over, whatever the sentence goes on to announce; but
/// not in `dự kiến ký hôm thứ Sáu`.
fn looks_back(stream: &Stream<'_>, draft: &Draft) -> bool {
    let (start, end) = (draft.tokens.start, draft.tokens.end);
    let sentence = context::sentence(stream, start, end);
    let ahead = |at: &usize| stream.lex(*at).marks & context::mark::FUTURE != 0;
    let parts = |at: &usize| !matches!(stream.word(*at), "," | ";" | "(" | ":");
    let announced = (sentence.start..start).rev().take_while(parts).any(|at| ahead(&at));
    let weekday = draft.point().is_some_and(|it| it.weekday.is_some());
    let mut after = (end..sentence.end).take(SAID).take_while(|at| !ahead(at));
    let said = stream.next(end) == "rằng" || after.any(|at| says(stream, at));
    if !announced && (is_report(stream, draft) || (weekday && said)) {
        return true;
    }
    // `sẽ rút quân, ông nói hôm thứ Ba`.
    let verb = start.saturating_sub(3)..start;
    is_report(stream, draft)
        && says(stream, start.saturating_sub(1))
        && !verb.into_iter().any(|at| ahead(&at))
}

/// Whether the words are those of a report: `hôm thứ Hai`.
fn is_report(stream: &Stream<'_>, draft: &Draft) -> bool {
    draft.tokens.clone().any(|it| stream.word(it) == "hôm")
}

/// Whether what is announced cannot be in this year any more.
fn is_over(it: &Point, here: NaiveDate, now: NaiveDate, note: bool) -> bool {
    let precise = is_precise(it);
    let floor = if precise || it.direction > 0 { now } else { month_start(now) };
    // What began this month or quarter may still be going on; a day of these weeks that stands
    // in one sentence with a plan is told of all the same.
    let these_weeks = precise && (now - here).num_days() < NEWS && !(note && it.holiday.is_some());
    here < floor && !is_going_on(it, here, now) && !these_weeks
}

/// Whether so many days ahead, a date that no announcement goes with is one to come.
fn is_ahead(stream: &Stream<'_>, it: &Point, draft: &Draft, tense: Tense, days: i64) -> bool {
    // Of a day a year ago the year would be said.
    (is_precise(it) && days <= SOON)
        || (days < DEADLINE && (tense == Tense::Present || is_deadline(stream, draft, tense)))
        || (tense != Tense::Past && is_asked_for(stream, draft))
        || (tense == Tense::Open && days <= stream.grammar.spec.ahead)
}

/// Whether a day is named.
fn is_precise(it: &Point) -> bool {
    it.day.known().is_some() || it.holiday.is_some()
}

/// Whether something is asked for until then.
fn is_deadline(stream: &Stream<'_>, draft: &Draft, tense: Tense) -> bool {
    let start = draft.tokens.start;
    let before = stream.back(start, 1);
    match before {
        "trước" => true,
        "từ" => stream.back(start, 2) == "lực",
        "by" | "for" | "until" | "till" => tense != Tense::Past || before == "by",
        _ => false,
    }
}

/// `phấn đấu xong trong tháng 12`, `phải xong trước ngày 31/12`: who asks for it stands before
/// what is asked for. What one had to do within a month may be over (`phải nhập viện trong tháng
/// 12`), and so may a goal (`đạt mục tiêu trong quý IV`).
fn is_asked_for(stream: &Stream<'_>, draft: &Draft) -> bool {
    let start = draft.tokens.start;
    let before = context::sentence(stream, start, draft.tokens.end).start..start.saturating_sub(2);
    let said = |pairs: &[(&str, &str)]| {
        before.clone().any(|at| pairs.contains(&(stream.back(at, 1), stream.word(at))))
    };
    let meant = said(&[("cam", "kết"), ("phấn", "đấu"), ("quyết", "tâm")]);
    let wanted = said(&[("yêu", "cầu")]) || before.clone().any(|at| stream.word(at) == "phải");
    match stream.back(start, 1) {
        "trước" => meant || wanted || said(&[("mục", "tiêu")]),
        "trong" => meant || (wanted && said(&[("hoàn", "thành")])),
        _ => false,
    }
}

/// Whether a quarter, half or season that began before now is not over.
fn is_going_on(it: &Point, here: NaiveDate, now: NaiveDate) -> bool {
    let days = match it.grain() {
        Some(Grain::Quarter | Grain::Season) => 92,
        Some(Grain::Half) => 184,
        _ => return false,
    };
    // In July `quý III tới` is the one that has begun; `mùa hè tới` is another one.
    let here_too = it.direction == 0 || it.grain() == Some(Grain::Quarter);
    here_too && (now - here).num_days() < days
}

fn month_start(now: NaiveDate) -> NaiveDate {
    now.with_day(1).unwrap_or(now)
}

/// Whether a day is so shortly before the article that another year, of another sentence,
/// does not count.
pub(super) fn is_news(
    reader: &Reader<'_>,
    it: &Point,
    draft: &Draft,
    said: &YearSaid,
    start: Starts<'_>,
) -> bool {
    let precise = it.day.known().is_some() && it.month.known().is_some();
    let Some(now) = reader.now.filter(|_| precise) else { return false };
    let sentence = context::sentence(reader.stream, draft.tokens.start, draft.tokens.end);
    // A year later in its own sentence is often that of a plan or a law.
    let here = sentence.contains(&said.token);
    let reach = if here && said.token > draft.tokens.end { SOON } else { NEWS };
    let near = |day: NaiveDate| (0..=reach).contains(&(now - day).num_days());
    let recent = [now.year(), now.year() - 1].into_iter().filter_map(start).any(near);
    recent && (!here || said.token > draft.tokens.end)
}

/// A day of a month that nobody names: `ngày 15`.
pub(super) fn day_alone(reader: &Reader<'_>, it: &Point, day: i32, draft: &Draft) -> Placed {
    let weekday = it.weekday;
    if let Some(((year, month), span)) = reader.month
        && let Some(date) = calendar::day(year, month, day)
        && weekday.is_none_or(|it| it == calendar::weekday(date))
    {
        return Placed { evidence: Some(span), filled: true, ..on_day(Some(date)) };
    }
    let Some(now) = reader.now else {
        return Placed { text: format!("XXXX-XX-{day:02}"), ..Placed::default() };
    };
    let tense = tense(reader, draft);
    let future = tense == Tense::Future;
    let (year, month) = year_month(now);
    if let Some(weekday) = weekday {
        let found = on_weekday(now, day, weekday, tense);
        return Placed { filled: true, evidence: reader.now_said, ..on_day(found) };
    }
    let over = i32::try_from(now.day()).unwrap_or(1).cmp(&day);
    let by = match (future, over) {
        (true, std::cmp::Ordering::Greater) => 1,
        (false, std::cmp::Ordering::Less) => -1,
        _ => 0,
    };
    let (year, month) = calendar::month_after(year, month, by);
    Placed { filled: true, evidence: reader.now_said, ..on_day(calendar::day(year, month, day)) }
}

/// The nearest such day of a month that is this weekday: `Friday the 13th`.
fn on_weekday(now: NaiveDate, day: i32, weekday: i32, tense: Tense) -> Option<NaiveDate> {
    let (year, month) = year_month(now);
    let of_month = |by: i32| {
        let (year, month) = calendar::month_after(year, month, by);
        calendar::day(year, month, day).filter(|it| calendar::weekday(*it) == weekday)
    };
    let side = |it: &NaiveDate| match tense {
        Tense::Future => *it >= now,
        Tense::Past => *it <= now,
        Tense::Present | Tense::Open => true,
    };
    (-14..15).filter_map(of_month).filter(side).min_by_key(|it| (*it - now).num_days().abs())
}

/// A weekday alone: the last one in a report, the next one in an announcement.
pub(super) fn weekday(reader: &Reader<'_>, it: &Point, weekday: i32, draft: &Draft) -> Placed {
    let Some(now) = reader.now else {
        return Placed { text: format!("XXXX-WXX-{weekday}"), ..Placed::default() };
    };
    let today = calendar::weekday(now);
    let ahead = (weekday - today).rem_euclid(7);
    let by = match it.direction {
        // `last` and `next` count weeks, but for one who looks back on the week at its end.
        direction if direction != 0 && draft.rule == "weekday from now" => {
            let week = if today >= 6 && direction < 0 { 0 } else { direction * 7 };
            weekday - today + week
        }
        0 if ahead == 0 || is_announced(reader, it, draft) => ahead,
        direction if direction > 0 && ahead == 0 => 7,
        direction if direction > 0 => ahead,
        _ => ahead - 7,
    };
    Placed { filled: true, evidence: reader.now_said, ..on_day(calendar::add_days(now, by)) }
}

/// Whether a weekday is one to come. `Thứ Bảy, 20h: chung kết`: who says the hour announces.
fn is_announced(reader: &Reader<'_>, it: &Point, draft: &Draft) -> bool {
    let tense = tense(reader, draft);
    let with_hour = it.clock.is_some() && tense == Tense::Open && !reader.stream.spec_is_english();
    matches!(tense, Tense::Future | Tense::Present)
        || (with_hour && !is_report(reader.stream, draft) && !has_happened(reader.stream, draft))
}

/// Whether the sentence tells of what nobody announces: a fire, a death.
fn has_happened(stream: &Stream<'_>, draft: &Draft) -> bool {
    let told =
        ["cháy", "nổ", "xảy", "nạn", "vong", "thiệt", "đâm", "tông", "sập", "chìm", "trộm", "chết"];
    let mut sentence = context::sentence(stream, draft.tokens.start, draft.tokens.end);
    sentence.any(|at| match stream.word(at) {
        "bị" => !matches!(stream.back(at, 1), "chuẩn" | "thiết" | "trang"),
        "đời" => stream.back(at, 1) == "qua",
        "thấy" => stream.back(at, 1) == "tìm",
        "hiện" => stream.back(at, 1) == "phát",
        word => told.contains(&word),
    })
}

/// How many weeks from now a week's end without a direction is.
pub(super) fn weekend_direction(reader: &Reader<'_>, it: &Point, draft: &Draft) -> i32 {
    let future = tense(reader, draft) == Tense::Future;
    let weekend = reader.now.is_some_and(|it| calendar::weekday(it) >= 6);
    match it.direction {
        0 if future || weekend => 0,
        0 => -1,
        direction => direction,
    }
}
