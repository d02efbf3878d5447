//! People, and what else a run of capitalised words can be.

use std::ops::Range;

use super::article::Case;
use super::found::{Found, Kind};
use super::gazetteer::Lists;
use super::place;
use super::reading::Reading;
use super::run;
use crate::text::{Gap, TokenKind};

/// The name that a run of capitalised words is, without any head word.
pub(super) fn read(r: &Reading, at: usize) -> Option<Found> {
    if r.is_shouted(at) {
        return byline(r, at).or_else(|| place::bare(r, at).filter(|it| it.end() > at + 1));
    }
    // `51B-123` is a number plate.
    if at > 0 && r.gap(at) == Gap::None && r.kind(at - 1) == TokenKind::Digits {
        return None;
    }
    let addressed = is_addressed(r, at);
    if let Some(end) = run::full_name(r, at) {
        return Some(Found::new(
            at..end,
            Kind::Per,
            if addressed { 0.99 } else { 0.93 },
            "person-full",
        ));
    }
    let run = Run::new(r, at, addressed)?;
    run.classify(r)
}

/// Whether a form of address or a title stands right before.
fn is_addressed(r: &Reading, at: usize) -> bool {
    // `Anh` is a country inside of a sentence.
    let country = at > 0
        && r.is_capital(at - 1)
        && !r.is_start(at - 1)
        && r.lists(at - 1).meets(Lists::COUNTRY);
    !country && r.follows(at, Lists::HONORIFIC.or(Lists::ROLE).or(Lists::PERSON_BEFORE))
}

/// A name in a line of capitals that holds little else: `CÔNG QUÂN – GIA KHÁNH`.
fn byline(r: &Reading, at: usize) -> Option<Found> {
    const ENDS: &[&str] = &["-", "–", "—", ",", "(", ")", "&", "và", ".", ";", "/"];
    let begins = !r.continues(at) || r.is_any(at - 1, ENDS);
    let mut end = at;
    while end < at + 5
        && (end == at || r.continues(end))
        && r.is_word(end)
        && !r.is_any(end, ENDS)
        && !r.is_taken(end)
    {
        end += 1;
    }
    let closed = !r.continues(end) || r.is_any(end, ENDS);
    let count = end - at;
    let syllables = (at..end).all(|it| r.is_syllable(it));
    let named = r.lists(at).meets(Lists::SURNAME) && count >= 2
        || count == 2 && (at..end).all(|it| r.lists(it).meets(Lists::GIVEN));
    let place = r.lists_of(at..end).meets(Lists::PLACES);
    let fits = begins
        && closed
        && (2..=4).contains(&count)
        && syllables
        && named
        && !place
        && line_len(r, at) <= 12;
    fits.then(|| Found::new(at..end, Kind::Per, 0.75, "person-byline"))
}

/// How many tokens the line of a token has, as far as it matters.
fn line_len(r: &Reading, at: usize) -> usize {
    let before = (0..20).take_while(|it| *it < at && r.continues(at - it)).count();
    let after = (1..20).take_while(|it| r.continues(at + it)).count();
    before + 1 + after
}

/// A run of capitalised words with what is known of it.
struct Run {
    units: Vec<Range<usize>>,
    addressed: bool,
    /// Whether the first word might be capitalised for its place only.
    at_start: bool,
}

impl Run {
    fn new(r: &Reading, at: usize, addressed: bool) -> Option<Self> {
        let at_start = r.is_start(at);
        let mut units = run::units(r, at);
        let first = units.first()?.clone();
        let common = first.len() == 1
            && r.lists(at).meets(Lists::COMMON.or(Lists::HONORIFIC).or(Lists::PLURAL))
            || r.longest(at, Lists::COMMON.or(Lists::ROLE).or(Lists::HONORIFIC)) > Some(at + 1);
        let plain =
            at_start && !addressed && common && (units.len() == 1 || place::bare(r, at).is_none());
        if run::begins_word(r, &first) && !r.follows(at, Lists::HONORIFIC) {
            return None;
        }
        // A head of another name inside ends this one, and so does a word of two syllables.
        let cut = units
            .iter()
            .skip(1)
            .position(|it| begins_other(r, it.start) || run::begins_word(r, it));
        units.truncate(cut.map_or(units.len(), |it| it + 1));
        (!plain
            || units.len() == 1
                && supports_person(r, first.end)
                && is_given(r, at)
                && !r.lists(at).meets(Lists::HONORIFIC))
        .then_some(Self { units, addressed, at_start })
    }

    fn tokens(&self) -> Range<usize> {
        self.units[0].start..self.units[self.units.len() - 1].end
    }

    fn classify(&self, r: &Reading) -> Option<Found> {
        let tokens = self.tokens();
        let at = tokens.start;
        let known = place::bare(r, at);
        match known {
            Some(place) if !self.is_person_here(r, &place) => return Some(place),
            _ => {}
        }
        if self.addressed && !self.is_word_after_title(r) {
            return self.person(r, 0.9, "person-addressed");
        }
        if self.units.len() == 1 && r.case(at) == Case::Upper {
            return self.abbreviation(r);
        }
        if self.is_vietnamese(r) { self.vietnamese(r) } else { self.foreign(r) }
    }

    /// `Học` in `Giám đốc Học viên`: a title is followed by other words than names, too.
    fn is_word_after_title(&self, r: &Reading) -> bool {
        let Range { start, end } = self.tokens();
        let honoured = r.follows(start, Lists::HONORIFIC.or(Lists::PERSON_BEFORE));
        let vietnamese = self.units.len() == 1 && self.is_vietnamese(r);
        vietnamese
            && !honoured
            && !is_given(r, start)
            && !stands_alone(r, end)
            && !supports_person(r, end)
    }

    /// A listed place that is a person's name where a person is addressed.
    fn is_person_here(&self, r: &Reading, place: &Found) -> bool {
        let sure = r.lists_of(place.tokens.clone()).meets(Lists::COUNTRY.or(Lists::PROVINCE));
        let whole = place.end() >= self.tokens().end;
        let honoured = r.follows(place.start(), Lists::HONORIFIC.or(Lists::PERSON_BEFORE));
        if self.addressed {
            let name =
                !whole && place.tokens.len() == 1 && self.units.len() <= 3 && self.is_vietnamese(r);
            return honoured || !sure || name;
        }
        let longer =
            !whole && self.is_vietnamese(r) && r.lists(place.start()).meets(Lists::SURNAME);
        longer && !sure
    }

    fn person(&self, r: &Reading, confidence: f64, rule: &'static str) -> Option<Found> {
        let most = if self.is_vietnamese(r) { 4 } else { 5 };
        let kept = &self.units[..self.units.len().min(most)];
        Some(Found::new(kept[0].start..kept[kept.len() - 1].end, Kind::Per, confidence, rule))
    }

    fn place(&self, confidence: f64) -> Option<Found> {
        Some(Found::new(self.tokens(), Kind::Loc, confidence, "place-context"))
    }

    fn abbreviation(&self, r: &Reading) -> Option<Found> {
        let at = self.units[0].start;
        let len = r.folded(at).chars().count();
        let skip = r
            .lists(at)
            .meets(Lists::COMMON.or(Lists::UNIT).or(Lists::ROLE).or(Lists::PLAIN_ABBREVIATION));
        let fits = (2..=7).contains(&len) && !skip;
        fits.then(|| Found::new(self.tokens(), Kind::Org, 0.5, "org-abbreviation"))
    }

    fn is_vietnamese(&self, r: &Reading) -> bool {
        self.units.iter().all(|it| it.len() == 1 && r.is_syllable(it.start))
    }

    fn vietnamese(&self, r: &Reading) -> Option<Found> {
        let tokens = self.tokens();
        let (at, end) = (tokens.start, tokens.end);
        let surname = r.lists(at).meets(Lists::SURNAME);
        let given = is_given(r, end - 1);
        let to_place = place::supported(r, at, end);
        let acts = supports_person(r, end);
        match self.units.len() {
            1 if self.at_start && r.lists(at).meets(Lists::COMMON) => {
                (given && acts).then(|| self.person(r, 0.45, "person-given"))?
            }
            1 if r.follows(at, Lists::PLURAL) && !acts => None,
            1 if to_place && !given => self.place(0.5),
            1 if given && acts => self.person(r, 0.8, "person-given"),
            1 if given && !self.at_start => self.person(r, 0.65, "person-given"),
            1 if acts && !self.at_start => self.person(r, 0.5, "person-acts"),
            1 if given && r.continues(end) && r.is_word(end) => self.person(r, 0.5, "person-start"),
            1 if self.at_start || r.lists(at).meets(Lists::HEADS) || !stands_alone(r, end) => None,
            1 => self.person(r, 0.4, "person-single"),
            2..=4 if r.lists_of(at..end).meets(Lists::WARD) && (to_place || !surname) => {
                self.place(0.65)
            }
            2..=4 if surname && !to_place => self.person(r, 0.75, "person-surname"),
            2..=4 if to_place && !acts => self.place(0.6),
            2..=4 if given && (acts || !self.at_start) => self.person(r, 0.6, "person-shape"),
            2..=3 if !self.at_start => self.place(0.4),
            _ => None,
        }
    }

    fn foreign(&self, r: &Reading) -> Option<Found> {
        let tokens = self.tokens();
        let (at, end) = (tokens.start, tokens.end);
        let given = r.lists(at).meets(Lists::GIVEN_EN) || r.lists(end - 1).meets(Lists::SURNAME_EN);
        let to_place = place::supported(r, at, end);
        let acts = supports_person(r, end);
        match self.units.len() {
            1 if to_place && !acts => self.place(0.55),
            1 if given || acts => self.person(r, 0.6, "person-foreign"),
            1 if self.at_start => None,
            1 => self.person(r, 0.35, "person-foreign"),
            2..=5 if given || acts => self.person(r, 0.8, "person-foreign"),
            2..=5 if to_place => self.place(0.5),
            2..=5 => self.person(r, 0.5, "person-foreign"),
            _ => None,
        }
    }
}

fn is_given(r: &Reading, at: usize) -> bool {
    r.lists(at).meets(Lists::GIVEN)
}

/// Whether what follows is what people do.
fn supports_person(r: &Reading, end: usize) -> bool {
    r.continues(end) && r.longest(end, Lists::PERSON_AFTER).is_some() && !r.is_capital(end)
}

/// Whether what follows lets a capitalised word stand for itself: nothing, a mark, a small word.
fn stands_alone(r: &Reading, end: usize) -> bool {
    !r.continues(end)
        || !r.is_word(end)
        || r.is_capital(end)
        || r.lists(end).meets(Lists::COMMON.or(Lists::PLACE_BEFORE))
}

/// A capitalised head word inside of a run begins another name.
fn begins_other(r: &Reading, at: usize) -> bool {
    r.lists(at).meets(Lists::INSTITUTION.or(Lists::ADMIN))
        || r.case(at) == Case::Upper && r.lists(at).meets(Lists::ORG_HEAD)
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;

    #[test]
    fn people() {
        let cases: [(&str, &[&str]); 23] = [
            ("Đồng chí Nguyễn Xuân Thắng chủ trì", &["Nguyễn Xuân Thắng"]),
            ("đồng chí Đoàn Thu Hà, Phó Chủ tịch", &["Đoàn Thu Hà"]),
            ("Thứ trưởng Bộ Y tế Nguyễn Trường Sơn", &["Nguyễn Trường Sơn"]),
            ("theo ông Luân, việc này", &["Luân"]),
            ("Gọi cho hãng, Hậu nói", &["Hậu"]),
            ("CÔNG QUÂN – GIA KHÁNH", &["CÔNG QUÂN", "GIA KHÁNH"]),
            ("Tổng thống Mỹ Joe Biden nói", &["Joe Biden"]),
            ("Tổng thống Nga Vladimir Putin", &["Vladimir Putin"]),
            ("ông Hồ Chí Minh", &["Hồ Chí Minh"]),
            ("Thủ tướng Anh Keir Starmer nói", &["Keir Starmer"]),
            ("ca sĩ Anh Adele", &["Adele"]),
            ("NSND Lệ Thủy và NSƯT Thanh Điền", &["Lệ Thủy", "Thanh Điền"]),
            ("bà Ursula von der Leyen nói", &["Ursula von der Leyen"]),
            ("tranh của Vincent van Gogh", &["Vincent van Gogh"]),
            ("nhờ van Hà Nội", &[]),
            ("Anh Đức khai. Chị Hoa kể", &["Đức", "Hoa"]),
            ("PGS.TS Trần Thị Hòa, Trưởng khoa Du lịch học", &["Trần Thị Hòa"]),
            // Not names of people.
            ("biển số 51B-123.45", &[]),
            ("Hôm nay trời mưa", &[]),
            ("Theo quy định", &[]),
            ("THÔNG BÁO TUYỂN SINH", &[]),
            ("ở Hà Nội", &[]),
            ("đường Nguyễn Huệ", &[]),
        ];
        check("PER", &cases);
    }
}
