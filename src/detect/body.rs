//! The words that follow the head of a name: `Giáo dục và Đào tạo`, `Sữa Việt Nam`.

use std::ops::Range;

use super::gazetteer::Lists;
use super::reading::Reading;
use super::run;
use crate::text::Gap;

/// What was read after a head.
#[derive(Clone, Debug, Default)]
pub(super) struct Body {
    /// The token after its last one; where it began, if nothing was read.
    pub(super) end: usize,
    /// Capitalised words in it.
    pub(super) capitals: usize,
    /// Words of a body's field in it, capitalised or not.
    pub(super) fields: usize,
    /// Places in it that are full names.
    pub(super) places: Vec<Range<usize>>,
    /// Whether its last word is a name and no field.
    named: bool,
    /// Where it stops since a person's name begins.
    pub(super) person: bool,
}

/// No name is longer; what is read in vain at each of many heads must not grow with the text.
const MAX_ITEMS: usize = 16;

impl Body {
    /// Reads as far as the words may belong to one name.
    ///
    /// `before_person` stops before a person's full name: a ministry is not named
    /// after people, a school is.
    pub(super) fn read(r: &Reading, at: usize, allowed: &[Lists]) -> Self {
        Self::read_as(r, at, allowed, false)
    }

    /// [`Self::read`], for a head that may stand right before its head's name.
    pub(super) fn read_as(r: &Reading, at: usize, allowed: &[Lists], before_person: bool) -> Self {
        let mut res = Self { end: at, ..Self::default() };
        for _ in 0..MAX_ITEMS {
            let Some(next) = res.item(r, allowed, before_person) else { break };
            res.end = next;
        }
        res
    }

    /// Takes in one more item; where it ends.
    fn item(&mut self, r: &Reading, allowed: &[Lists], before_person: bool) -> Option<usize> {
        let at = self.skip_connector(r)?;
        if r.is_taken(at) {
            return None;
        }
        let joined = at > self.end;
        if self.fields + self.capitals > 0 && begins_institution(r, at) {
            return None;
        }
        if before_person && run::is_full_name(r, at) {
            self.person = true;
            return None;
        }
        if let Some(end) = self.other_place(r, at) {
            self.places.push(at..end);
            return Some(end);
        }
        let place =
            r.longest(at, Lists::SURE_PLACES.or(Lists::DISTRICT)).filter(|_| r.is_capital(at));
        let field = r.longest(at, allowed.iter().fold(Lists::NONE, |all, it| all.or(*it)));
        if let Some(end) = place.filter(|it| field.is_none_or(|field| field <= *it)) {
            return (!joined).then(|| {
                self.places.push(at..end);
                self.capitals += 1;
                self.named = true;
                end
            });
        }
        if let Some(end) = field.filter(|end| self.is_field(r, at..*end, joined)) {
            self.fields += 1;
            self.named = false;
            self.capitals += usize::from(r.is_capital(at));
            return Some(end);
        }
        if joined || r.is_start(at) && at > self.end {
            return None;
        }
        self.word(r, at)
    }

    /// `Nhật Bản` after `Hữu nghị Việt Nam -`: the second of two places that a
    /// body with a field joins, or of two countries.
    fn other_place(&self, r: &Reading, at: usize) -> Option<usize> {
        let dash = at == self.end + 1 && r.is_any(self.end, &["-", "–"]);
        let after_place = self.places.last().is_some_and(|it| it.end == self.end);
        if !dash || !after_place || !r.is_capital(at) {
            return None;
        }
        let known = Lists::SURE_PLACES.or(Lists::DISTRICT).or(Lists::CITY);
        let country = |it: Range<usize>| r.lists_of(it).meets(Lists::COUNTRY);
        let countries =
            |end| country(self.places[self.places.len() - 1].clone()) && country(at..end);
        r.longest(at, known).filter(|end| self.fields > 0 || countries(*end))
    }

    /// After a connector a field must be capitalised if the body's words are.
    fn is_field(&self, r: &Reading, tokens: Range<usize>, joined: bool) -> bool {
        let is_head = r.lists_of(tokens.clone()).meets(Lists::ORG_HEAD);
        if joined && is_head && r.is_capital(tokens.start) {
            return false;
        }
        let capital = r.is_capital(tokens.start);
        // After a capitalised field or a name, `tổ chức` is what the body does.
        let verb =
            r.lists_of(tokens.clone()).meets(Lists::VERB_FIELD) && self.capitals > 0 && !joined;
        let ended = self.named && !joined || verb;
        capital || !ended && (!joined || self.capitals <= 1)
    }

    /// A capitalised word, a number or a second syllable.
    fn word(&mut self, r: &Reading, at: usize) -> Option<usize> {
        if let Some(end) = run::unit(r, at) {
            self.capitals += 1;
            self.named = true;
            return Some(end);
        }
        let next = at + 1;
        let second_syllable = r.is_word(at)
            && self.capitals > 0
            && r.gap(at) == Gap::Space
            && r.is_capital(at - 1)
            && r.continues(next)
            && r.is_capital(next)
            && !r.lists(at).meets(
                Lists::COMMON.or(Lists::PLACE_BEFORE).or(Lists::PERSON_AFTER).or(Lists::HONORIFIC),
            );
        second_syllable.then_some(next)
    }

    /// Over `và`, `-`, `&` or a comma to what they join.
    fn skip_connector(&self, r: &Reading) -> Option<usize> {
        let at = self.end;
        if !r.continues(at) {
            return None;
        }
        let next = at + 1;
        let is_joined = r.continues(next) && (self.fields > 0 || self.capitals > 0);
        match r.folded(at) {
            "và" | "&" | "-" | "–" if is_joined => Some(next),
            "," if is_joined && self.list_goes_on(r, next) => Some(next),
            "," | "-" | "–" | "&" => None,
            _ => Some(at),
        }
    }

    /// `Văn hóa, Thể thao và Du lịch`: a field after the comma and another one joined to it.
    fn list_goes_on(&self, r: &Reading, at: usize) -> bool {
        let Some(end) = r.longest(at, Lists::FIELD) else { return false };
        let same_case = r.is_capital(at) || self.capitals <= 1;
        let head = r.longest(at, Lists::ORG_HEAD).is_some_and(|it| it >= end) && r.is_capital(at);
        let more = r.continues(end) && r.is_any(end, &["và", "&", ","]);
        let compound = self.end > 0 && r.is_any(self.end - 1, &["phòng"]);
        same_case && !head && (more || compound)
    }
}

/// A capitalised head of a larger body: another name, or the outer part of this one.
fn begins_institution(r: &Reading, at: usize) -> bool {
    r.is_capital(at) && r.longest(at, Lists::INSTITUTION).is_some()
}
