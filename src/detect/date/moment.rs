//! The day of a time that names none: `lúc 9h30`, `đến tối`.

use chrono::NaiveDate;

use super::place::on_day;
use super::point::{Draft, Meaning, Part, Point};
use super::resolve::{Placed, Reader};
use super::{calendar, context};
use crate::text::Span;

/// A time without a day of its own is on the day named last, else on that of the article; what is
/// so on any day is on none.
pub(super) fn day(reader: &Reader<'_>, it: &Point, draft: &Draft) -> Placed {
    if it.clock.is_some() && is_habit(reader, draft) {
        return on_day(None);
    }
    let told = reader.day.filter(|it| speaks_for_time(reader, *it, draft));
    let (day, evidence) = match (told, reader.partial) {
        (Some((day, span)), _) => (Some(day), Some(span)),
        (None, Some((month, day, span))) => {
            let text = format!("XXXX-{month:02}-{day:02}");
            return Placed { text, evidence: Some(span), filled: true, ..Placed::default() };
        }
        _ => (reader.now, reader.now_said),
    };
    let day = day.and_then(|day| night_after(reader, it, day, draft));
    Placed { evidence, filled: true, ..on_day(day) }
}

/// Bytes of a line that is a heading rather than a sentence.
const HEADING: usize = 90;

/// Whether the day that was named last is the one of a time after it: one that is yet to come
/// only in its own line or as a heading, since a ticker goes on telling of today.
fn speaks_for_time(reader: &Reader<'_>, (day, span): (NaiveDate, Span), draft: &Draft) -> bool {
    if reader.now.is_none_or(|now| day <= now) {
        return true;
    }
    let text = reader.stream.article.text;
    let at = reader.stream.article.span(draft.tokens.clone()).start() as usize;
    let (from, to) = (span.start() as usize, span.end() as usize);
    let Some((before, rest)) = text.get(..from).zip(text.get(to..at.max(to))) else { return true };
    let Some((rest, _)) = rest.split_once('\n') else { return true };
    let line = before.rfind('\n').map_or(0, |it| it + 1);
    to - line + rest.len() <= HEADING
}

/// Words before a bound that holds on any day: `sau 21 giờ`.
const BOUNDS: &[&str] = &["sau", "trước", "quá", "ngoài"];

/// Words in the sentence of what is done again and again.
const HABITS: &[&str] = &["mỗi", "cứ", "thường", "hằng", "suất", "cấm"];

/// Whether a time is one of any day: of opening hours, of a bound, of what is done each time.
fn is_habit(reader: &Reader<'_>, draft: &Draft) -> bool {
    let stream = reader.stream;
    let (start, end) = (draft.tokens.start, draft.tokens.end);
    let sentence = context::sentence(stream, start, end);
    if stream.spec_is_english() || reader.days.iter().any(|it| sentence.contains(it)) {
        return false;
    }
    let before = stream.back(start, 1);
    let hours = context::tells_hours(stream, start);
    let goes_on = reader.last_placed().is_some_and(|it| it.0 + 1 == start && it.1.day.is_none());
    // `7h30 - 11h30, 13h30 - 17h`: the second half of a day's hours.
    let opens = matches!(stream.next(end), "đến" | "tới" | "-" | "–")
        && (before == "từ" || hours || (goes_on && matches!(before, "," | "và")));
    let closes = goes_on && matches!(before, "đến" | "tới" | "-" | "–");
    opens
        || (hours && matches!(draft.meaning, Meaning::Range(..)))
        || closes
        || BOUNDS.contains(&before)
        || sentence.into_iter().any(|it| HABITS.contains(&stream.word(it)))
}

/// The last hour that belongs to the night before.
const SMALL_HOURS: i32 = 5;

/// The day of a time, or the one after it if the text has told of its evening: `23h06` … `0h40`.
fn night_after(
    reader: &Reader<'_>,
    it: &Point,
    day: NaiveDate,
    draft: &Draft,
) -> Option<NaiveDate> {
    let early = it.clock.map_or(it.part == Some(Part::Morning), |it| it.hour <= SMALL_HOURS);
    if !early || reader.late != Some(day) {
        return Some(day);
    }
    // `trước đó`: the tale goes back.
    let mut sentence = context::sentence(reader.stream, draft.tokens.start, draft.tokens.end);
    let back =
        sentence.any(|at| reader.stream.word(at) == "trước" && reader.stream.next(at + 1) == "đó");
    if back { Some(day) } else { calendar::add_days(day, 1) }
}
