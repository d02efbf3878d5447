//! The day on which the article says that it was written.

use super::calendar;
use super::context;
use super::point::{Draft, Grain, Meaning, Num, Point};
use super::resolve::Reader;

/// Lines from the top in which a date by itself is the article's own.
const HEAD: usize = 6;

/// Takes the article's date from a line of its own at the top (`Thứ sáu, 20/05/2022`).
pub(super) fn find(reader: &mut Reader<'_>, drafts: &[Draft]) {
    let stream = reader.stream;
    for draft in drafts {
        let Some(point) = draft.point() else { continue };
        let (start, end) = (draft.tokens.start, draft.tokens.end);
        let mut first = start;
        while first > 0 && stream.follows(first) && start - first < 12 {
            first -= 1;
        }
        let lines = (1..start).filter(|it| !stream.follows(*it)).take(HEAD).count();
        if lines >= HEAD {
            return;
        }
        let mut last = end;
        while last < stream.len() && stream.follows(last) && last - end < 12 {
            last += 1;
        }
        let letters = (first..start).chain(end..last).filter(|it| stream.is_letters(*it)).count();
        let alone = letters <= 4 && (stream.len() > last || letters == 0) && stream.len() > 20;
        if let (true, Some(year), Some(month), Some(day)) =
            (alone, point.year.known(), point.month.known(), point.day.known())
            && !point.lunar
            && let Some(date) = calendar::day(year, month, day)
        {
            reader.now = Some(date);
            reader.now_said = Some(stream.article.span(draft.tokens.clone()));
            return;
        }
    }
}

/// `Sáng nay (13/7)`: what stands in brackets says which day the words before it mean,
/// and with that on which day the article was written.
pub(super) fn said_again(
    reader: &mut Reader<'_>,
    draft: &Draft,
    point: &Point,
    next: Option<&Draft>,
) -> Point {
    let stream = reader.stream;
    if let Some(next) = next
        && let Some(other) = next.point()
        && other.names_day()
        && next.tokens.start == draft.tokens.end + 1
        && stream.word(draft.tokens.end) == "("
        && point.grain() >= Some(Grain::Day)
        && point.widest() >= Some(Grain::Week)
    {
        let placed = reader.place(other, next);
        if let (Some(day), Num::Now(by)) = (placed.day, point.day) {
            reader.now = calendar::add_days(day, by.saturating_neg()).or(reader.now);
            reader.now_said = Some(stream.article.span(next.tokens.clone()));
        }
        if placed.day.is_some() {
            return Point { part: point.part, clock: point.clock, ..*other };
        }
    }
    // `hôm nay 24-3`: the same without brackets.
    if let (Meaning::Point(_), true) = (&draft.meaning, context::is_calendar(draft)) {}
    *point
}
