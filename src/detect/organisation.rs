//! Organisations by what their names begin with.
//!
//! ```text
//! name = head [ body ] [ nested name | admin [ place ] ]
//! ```

use std::ops::Range;

use super::article::Case;
use super::body::Body;
use super::found::{Found, Kind};
use super::gazetteer::Lists;
use super::place;
use super::reading::Reading;
use super::run;

/// The body whose name begins at a token, the outermost first, then what is inside of it.
pub(super) fn read(r: &Reading, at: usize) -> Option<Vec<Found>> {
    read_within(r, at, 0)
}

/// No body stands in more than so many others.
const MAX_DEPTH: usize = 3;

/// [`read`], for a body that stands in `depth` others.
fn read_within(r: &Reading, at: usize, depth: usize) -> Option<Vec<Found>> {
    let head = r.longest(at, Lists::ORG_HEAD).map(|end| Head::new(r, at..end, depth));
    let by_head = head.and_then(|it| it.read(r));
    let known = known(r, at);
    match (by_head, known) {
        (Some(one), Some(other)) if one[0].end() >= other.end() => Some(one),
        (one, None) => one,
        (_, Some(other)) => Some(vec![other]),
    }
}

/// A body that is listed with its full name or abbreviation.
fn known(r: &Reading, at: usize) -> Option<Found> {
    let end = r.longest(at, Lists::ORG)?;
    let capital = r.is_capital(at) && (!r.is_start(at) || r.is_capital(end - 1));
    let shouted = r.is_shouted(at) && end - at > 1;
    (capital || shouted).then(|| Found::new(at..end, Kind::Org, 0.9, "org-list"))
}

struct Head {
    tokens: Range<usize>,
    lists: Lists,
    capital: bool,
    depth: usize,
}

impl Head {
    fn new(r: &Reading, tokens: Range<usize>, depth: usize) -> Self {
        let lists = r.lists_of(tokens.clone());
        let capital = r.is_capital(tokens.start);
        Self { tokens, lists, capital, depth }
    }

    fn read(&self, r: &Reading) -> Option<Vec<Found>> {
        let at = self.tokens.end;
        if r.is_taken(self.tokens.start) || self.is_common_word(r) {
            return None;
        }
        if let Some((end, place)) = self.admin(r, at) {
            return self.local(r, end, place);
        }
        if let Some(inner) = self.nested(r, at) {
            let mut res =
                vec![Found::new(self.tokens.start..inner[0].end(), Kind::Org, 0.85, "org-nested")];
            // `Ban Thường vụ Thành ủy` has no second name in it, `Phòng 5 Công an tỉnh Hà Nam` does.
            let named = inner.len() > 1;
            res.extend(inner.into_iter().filter(|it| named || it.kind != Kind::Org));
            return Some(res);
        }
        if let Some(found) = self.numbered(r, at) {
            return Some(vec![found]);
        }
        let body = Body::read_as(r, at, &[Lists::FIELD], self.lists.meets(Lists::OFFICE));
        if body.end == at || self.lists.meets(Lists::CHAMBER) && body.places.is_empty() {
            return self.alone(r).map(|it| vec![it]);
        }
        self.with_body(r, &body)
    }

    /// A head in lower case that is a common word as often, unless a title or an abbreviation is
    /// beside it, or the second syllable of a word.
    fn is_common_word(&self, r: &Reading) -> bool {
        let Range { start, end } = self.tokens;
        let lower = !self.capital && !r.is_shouted(start);
        let beside =
            r.follows(start, Lists::ROLE) || r.case(end) == Case::Upper && r.continues(end);
        let tail = end == start + 1
            && start > 0
            && r.continues(start)
            && r.lists_of(start - 1..end).meets(Lists::TAILED);
        lower && (tail || self.lists.meets(Lists::WEAK_HEAD) && !beside)
    }

    /// `Quân khu 7`, `Sư đoàn 308`.
    fn numbered(&self, r: &Reading, at: usize) -> Option<Found> {
        let fits = self.lists.meets(Lists::NUMBERED_BODY)
            && r.continues(at)
            && r.is_number(at)
            && !r.is_taken(at);
        let counted = r.continues(at + 1) && r.lists(at + 1).meets(Lists::UNIT);
        (fits && !counted)
            .then(|| Found::new(self.tokens.start..at + 1, Kind::Org, 0.85, "org-number"))
    }

    /// `UBND tỉnh Lạng Sơn`, `công an TP`: where it ends, and the place if it is named.
    fn admin(&self, r: &Reading, at: usize) -> Option<(usize, Option<Found>)> {
        if !self.lists.meets(Lists::LOCAL_BODY) || !r.continues(at) {
            return None;
        }
        let head = r.longest(at, Lists::ADMIN)?;
        if !r.lists_of(at..head).meets(Lists::ADMIN) {
            return None;
        }
        let person =
            run::is_full_name(r, head) && r.longest(head, Lists::PLACES.or(Lists::WARD)).is_none();
        let place = (!person).then(|| place::read(r, at)).flatten();
        Some(place.map_or((head, None), |it| (it.end(), Some(it))))
    }

    fn local(&self, r: &Reading, end: usize, place: Option<Found>) -> Option<Vec<Found>> {
        let plural = r.follows(self.tokens.start, Lists::PLURAL);
        let confidence = match (&place, plural) {
            (Some(_), false) => 0.95,
            (Some(_), true) => 0.6,
            (None, false) => 0.65,
            (None, true) => return None,
        };
        let mut res = vec![Found::new(self.tokens.start..end, Kind::Org, confidence, "org-local")];
        res.extend(place);
        Some(res)
    }

    /// A larger body right after a smaller one: `Phòng CSGT` in `Phòng CSGT Công an tỉnh`.
    fn nested(&self, r: &Reading, at: usize) -> Option<Vec<Found>> {
        let deeper = self.depth < MAX_DEPTH && r.continues(at);
        let end = r.longest(at, Lists::ORG_HEAD).filter(|_| deeper)?;
        let institution = r.lists_of(at..end).meets(Lists::INSTITUTION);
        let larger = institution.then(|| read_within(r, at, self.depth + 1)).flatten()?;
        // In lower case only with a name: `cơ quan điều tra công an Hà Nam`.
        let proper = r.is_capital(at) || r.is_shouted(at) || larger.len() > 1;
        proper.then_some(larger)
    }

    /// A head that names one body by itself in its place: `Thành ủy`, `HĐXX`.
    fn alone(&self, r: &Reading) -> Option<Found> {
        let start = self.tokens.start;
        let plural = r.follows(start, Lists::PLURAL);
        let names = self.lists.meets(Lists::SOLO) && self.capital && !plural;
        let sure = !r.is_start(start)
            || self.tokens.len() > 1
            || r.article.word(start).case != Case::Title;
        (names && sure).then(|| Found::new(self.tokens.clone(), Kind::Org, 0.7, "org-alone"))
    }

    fn with_body(&self, r: &Reading, body: &Body) -> Option<Vec<Found>> {
        let start = self.tokens.start;
        let mut end = body.end;
        let mut inner: Vec<Found> = body
            .places
            .iter()
            .map(|it| Found::new(it.clone(), Kind::Loc, 0.85, "place-inside"))
            .collect();
        if let Some(larger) = self.nested(r, end) {
            end = larger[0].end();
            inner.extend(larger);
        } else if let Some(place) = r.continues(end).then(|| self.trailing_place(r, end)).flatten()
        {
            end = place.end();
            inner.push(place);
        }
        let confidence = self.confidence(r, body.capitals > 0 || end > body.end)?;
        let kind = if self.is_visited(r, end) { Kind::Loc } else { Kind::Org };
        let mut res = vec![Found::new(start..end, kind, confidence, "org-head")];
        res.extend(inner);
        Some(res)
    }

    /// `Sở Y tế tỉnh Thanh Hóa`: the place that the body belongs to.
    fn trailing_place(&self, r: &Reading, at: usize) -> Option<Found> {
        r.longest(at, Lists::ADMIN)
            .filter(|_| !r.is_capital(at) || r.article.surface(at) == "TP")?;
        place::read(r, at)
    }

    /// An inn or a shop is a place unless it acts.
    fn is_visited(&self, r: &Reading, end: usize) -> bool {
        self.lists.meets(Lists::VENUE)
            && (!r.continues(end) || r.longest(end, Lists::ORG_AFTER).is_none())
    }

    /// How sure a name is of which something after the head is capitalised, or nothing is.
    fn confidence(&self, r: &Reading, proper: bool) -> Option<f64> {
        let start = self.tokens.start;
        let plural = r.follows(start, Lists::PLURAL);
        let office = self.lists.meets(Lists::OFFICE);
        let after_role = r.follows(start, Lists::ROLE);
        match (self.capital, proper) {
            (true, true) => Some(0.92),
            (false, true) if !plural => Some(0.8),
            (false, true) => Some(0.6),
            (true, false) if !r.is_start(start) && !plural => Some(0.8),
            (true, false) if office && !plural => Some(0.55),
            _ if r.is_shouted(start) && office => Some(0.5),
            (false, false) if office && after_role => Some(0.6),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;

    #[test]
    fn organisations() {
        let cases: [(&str, &[&str]); 24] = [
            ("Chủ tịch UBND tỉnh Lạng Sơn", &["UBND tỉnh Lạng Sơn"]),
            ("theo Bộ Văn hóa, Thể thao và Du lịch, năm nay", &["Bộ Văn hóa, Thể thao và Du lịch"]),
            (
                "tại Học viện Chính trị quốc gia Hồ Chí Minh",
                &["Học viện Chính trị quốc gia Hồ Chí Minh"],
            ),
            ("Bộ Y tế và Bộ Công an", &["Bộ Y tế", "Bộ Công an"]),
            ("Bộ trưởng Bộ Công an Tô Lâm nói", &["Bộ Công an"]),
            ("Trường THPT Nguyễn Huệ thắng", &["Trường THPT Nguyễn Huệ"]),
            ("công ty Vinamilk", &["công ty Vinamilk"]),
            ("Phó chủ tịch UBND huyện Trần Văn Nam", &["UBND huyện"]),
            ("của Ban Thường vụ Thành ủy về việc này", &["Ban Thường vụ Thành ủy"]),
            (
                "Phòng Cảnh sát hình sự Công an tỉnh Hà Tĩnh",
                &["Phòng Cảnh sát hình sự Công an tỉnh Hà Tĩnh", "Công an tỉnh Hà Tĩnh"],
            ),
            ("Quân khu 7 tiếp nhận", &["Quân khu 7"]),
            ("Hội Hữu nghị Việt Nam - Nhật Bản gặp", &["Hội Hữu nghị Việt Nam - Nhật Bản"]),
            ("Trường THPT chuyên Hà Nội - Amsterdam", &["Trường THPT chuyên Hà Nội - Amsterdam"]),
            ("Chủ tịch Hạ viện Mike Johnson", &["Hạ viện"]),
            ("Thượng viện Pháp họp", &["Thượng viện Pháp"]),
            ("Cảnh sát PCCC và CNCH đến", &["Cảnh sát PCCC và CNCH"]),
            (
                "Cục Cảnh sát điều tra tội phạm về tham nhũng, kinh tế, buôn lậu (C03)",
                &["Cục Cảnh sát điều tra tội phạm về tham nhũng, kinh tế, buôn lậu", "C03"],
            ),
            ("Sở Y tế Hà Nội - nơi cấp phép", &["Sở Y tế Hà Nội"]),
            ("Ủy ban MTTQ Việt Nam tỉnh Bạc Liêu", &["Ủy ban MTTQ Việt Nam tỉnh Bạc Liêu"]),
            ("lãnh đạo các Sở, ban, ngành", &[]),
            ("các công ty xây dựng", &[]),
            ("nhiều trường đại học", &[]),
            ("vụ Nguyễn Văn Nam", &[]),
            ("tổ chức Hội nghị", &[]),
        ];
        check("ORG", &cases);
    }
}
