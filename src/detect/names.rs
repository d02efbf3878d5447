//! The reader of names: one walk over the tokens from left to right.
//!
//! Where several rules could begin, the one that asks for most comes first: a head
//! word says more than a list, a list more than capital letters.

use super::event;
use super::found::Found;
use super::gazetteer::Lists;
use super::misc;
use super::organisation;
use super::person;
use super::place;
use super::reading::Reading;
use super::run;
use crate::text::{Gap, TokenKind};

/// All names of a Vietnamese article; what is inside of one comes right after it.
pub(super) fn find(r: &mut Reading) -> Vec<Found> {
    let mut res = Vec::new();
    let mut at = 0;
    while at < r.len() {
        let found = if can_begin(r, at) { begin(r, at) } else { Vec::new() };
        match found.first() {
            Some(it) => {
                let tokens = it.tokens.clone();
                at = tokens.end;
                r.take(tokens);
                res.extend(found);
            }
            None => at = title(r, at).unwrap_or(at + 1),
        }
    }
    res
}

/// Most words are in lower case and begin nothing; they need no second look.
fn can_begin(r: &Reading, at: usize) -> bool {
    let lists = Lists::HEADS
        .or(Lists::ADMIN)
        .or(Lists::ORG)
        .or(Lists::EVENT)
        .or(Lists::MISC)
        .or(Lists::PLACES)
        .or(Lists::PEOPLE);
    let quoted = at > 0 && r.gap(at) == Gap::None && r.kind(at - 1) == TokenKind::Symbol;
    !r.is_taken(at)
        && (r.is_capital(at)
            || r.is_shouted(at)
            || quoted
            || r.begins(at, lists)
            || r.is_any(at, &["tiếng", "chữ"]))
}

/// Where the title or form of address ends that begins at a token: no name begins inside.
fn title(r: &Reading, at: usize) -> Option<usize> {
    let end = r.longest(at, Lists::ROLE.or(Lists::HONORIFIC)).filter(|_| !r.is_taken(at))?;
    // `trưởng ban Kinh tế` is the head of a body that is named, `trưởng ban` alone is a title.
    let heads = r.is_any(end - 1, &["ban", "phòng", "khoa", "vụ", "đội", "viện"])
        && r.is_any(end - 2, &["trưởng", "phó"]);
    let named = r.continues(end)
        && r.longest(end, Lists::FIELD).is_some()
        && r.longest(end, Lists::ORG_HEAD).is_none();
    Some(if end >= at + 2 && heads && named { end - 1 } else { end })
}

/// The name that begins at a token.
fn begin(r: &Reading, at: usize) -> Vec<Found> {
    if !r.is_word(at) && !r.is_number(at) {
        return Vec::new();
    }
    // In brackets after a body its abbreviation is told by letters alone.
    let free = title(r, at).is_none_or(|end| {
        let name = is_country(r, at)
            || end == at + 1 && r.is_capital(at) && !r.is_start(at) && !r.is_capital(end);
        name || place::bare(r, at).is_some_and(|it| it.end() > end)
    });
    let untitled = || free.then(|| person::read(r, at)).flatten();
    event::read(r, at)
        .map(|it| vec![it])
        .or_else(|| misc::read(r, at).map(|it| vec![it]))
        .or_else(|| headed(r, at))
        .or_else(|| untitled().map(|it| vec![it]))
        .unwrap_or_default()
}

/// `Anh` in `Thủ tướng Anh Keir Starmer` and in `Anh, Pháp và Đức`, not in `anh Đức`.
fn is_country(r: &Reading, at: usize) -> bool {
    if !r.is_capital(at) || !r.lists(at).meets(Lists::COUNTRY) {
        return false;
    }
    let next = at + 1;
    let foreign = r.is_capital(next) && r.is_word(next) && !r.is_syllable(next);
    let titled = r.follows(at, Lists::ROLE) && r.continues(next) && foreign;
    let listed = r.is_any(next, &[",", "và"]) && r.is_capital(next + 1);
    titled || listed && r.lists(next + 1).meets(Lists::COUNTRY)
}

/// A name with a head word; the longer one of a body and a place.
fn headed(r: &Reading, at: usize) -> Option<Vec<Found>> {
    // A title is no head, though `trung tá` begins with one of a school's.
    let title = title(r, at);
    if is_surname_here(r, at) {
        return None;
    }
    let body = organisation::read(r, at).filter(|it| title.is_none_or(|end| it[0].end() > end));
    let place = place::read(r, at).filter(|it| title.is_none_or(|end| it.end() > end));
    match (body, place) {
        (Some(body), Some(place)) if place.end() > body[0].end() => Some(vec![place]),
        (Some(body), _) => Some(body),
        (None, place) => place.map(|it| vec![it]),
    }
}

/// `Đoàn Thu Hà`, `Hồ Văn Nam`: a head that is a family name here.
fn is_surname_here(r: &Reading, at: usize) -> bool {
    let known = r.longest(at, Lists::ORG.or(Lists::PLACES)).is_some_and(|end| end > at + 1);
    let given = |it: usize| r.lists(it).meets(Lists::GIVEN);
    let name = run::full_name(r, at).filter(|end| given(at + 1) || given(end - 1));
    !known && name.is_some()
}
