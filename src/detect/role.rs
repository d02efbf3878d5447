//! Titles, offices and degrees that stand for or beside a particular person.

use super::found::{Found, Kind};
use super::gazetteer::Lists;
use super::reading::Reading;

/// The roles among the words between `names`, which are sorted.
pub(super) fn find(r: &Reading, names: &[Found]) -> Vec<Found> {
    let outer = Outer::new(r, names);
    let mut res: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < r.len() {
        let Some(end) = role(r, at) else {
            at += 1;
            continue;
        };
        let after_role = res.last().is_some_and(|it| is_joined(r, it.end(), at));
        if let Some((confidence, rule)) = outer.evidence(r, at, end, after_role) {
            res.push(Found::new(at..end, Kind::Role, confidence, rule));
        }
        at = end;
    }
    res
}

/// The longest title at a token of which no other mention holds a part.
fn role(r: &Reading, at: usize) -> Option<usize> {
    let end = r.longest(at, Lists::ROLE)?;
    let free = (at..end).find(|it| r.is_taken(*it)).unwrap_or(end);
    (free == end || free > at && r.lists_of(at..free).meets(Lists::ROLE)).then_some(free)
}

/// `GS.TS`, `Chủ tịch kiêm Tổng giám đốc`, `Bí thư, Chủ tịch`: one role right after another.
fn is_joined(r: &Reading, end: usize, at: usize) -> bool {
    end == at && r.continues(at)
        || end + 1 == at
            && r.continues(at)
            && r.is_any(end, &[",", "kiêm", "-", "–", ".", "và", "/"])
}

/// What the tokens belong to.
struct Outer {
    begins: Vec<Option<Kind>>,
    ends: Vec<Option<Kind>>,
}

impl Outer {
    fn new(r: &Reading, names: &[Found]) -> Self {
        let mut res = Self { begins: vec![None; r.len() + 1], ends: vec![None; r.len() + 1] };
        for it in names.iter().rev() {
            res.begins[it.start()] = Some(it.kind);
            res.ends[it.end()] = Some(it.kind);
        }
        res
    }

    fn evidence(
        &self,
        r: &Reading,
        at: usize,
        end: usize,
        after_role: bool,
    ) -> Option<(f64, &'static str)> {
        let plural = r.follows(at, Lists::PLURAL);
        let next = r.continues(end).then(|| self.begins[end]).flatten();
        let capital = r.is_capital(at) && !r.is_start(at);
        let after_person = self.is_after_person(r, at);
        match next {
            Some(Kind::Per) => Some((0.97, "role-person")),
            Some(Kind::Org) if !plural || after_person => {
                Some((if capital { 0.93 } else { 0.75 }, "role-body"))
            }
            Some(Kind::Loc)
                if !plural && (capital || after_person || self.person_after(r, end + 1)) =>
            {
                Some((0.8, "role-place"))
            }
            _ if after_person => Some((0.85, "role-after")),
            _ if r.folded(end) == ":"
                && r.continues(end + 1)
                && self.begins[(end + 1).min(r.len())] == Some(Kind::Per) =>
            {
                Some((0.9, "role-colon"))
            }
            _ if after_role && !plural => Some((0.75, "role-list")),
            _ if r.longest(end, Lists::ROLE).is_some()
                && self.begins.get(r.longest(end, Lists::ROLE)?).copied().flatten()
                    == Some(Kind::Per) =>
            {
                Some((0.85, "role-list"))
            }
            _ if capital && !plural => Some((0.6, "role-capital")),
            _ => None,
        }
    }

    /// `Nguyễn Văn Nam, Phó chủ tịch`, `Nam - giám đốc`, `Nam (giám đốc)`.
    fn is_after_person(&self, r: &Reading, at: usize) -> bool {
        let parted = at > 0 && r.continues(at) && r.is_any(at - 1, &[",", "-", "–", "(", "—"]);
        (parted && self.ends[at - 1] == Some(Kind::Per))
            || (r.continues(at) && self.ends[at] == Some(Kind::Per))
    }

    /// A person's name a word or two later: `Tổng thống Mỹ Joe Biden`.
    fn person_after(&self, r: &Reading, at: usize) -> bool {
        (at..at + 4).take_while(|it| r.continues(*it)).any(|it| self.begins[it] == Some(Kind::Per))
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;

    #[test]
    fn roles() {
        let cases: [(&str, &[&str]); 12] = [
            ("đồng chí Nguyễn Văn Nam, Phó Chủ tịch UBND tỉnh Lạng Sơn", &["Phó Chủ tịch"]),
            ("GS.TS Nguyễn Xuân Thắng", &["GS.TS"]),
            ("theo Giám đốc Học viện Chính trị", &["Giám đốc"]),
            ("Giám đốc: Nguyễn Hữu Vinh", &["Giám đốc"]),
            ("ông Nam - giám đốc công ty Vinamilk", &["giám đốc"]),
            ("luật sư Trần Nam", &["luật sư"]),
            ("Tổng thống Mỹ Joe Biden", &["Tổng thống"]),
            ("nguyên Chủ tịch nước Trương Tấn Sang", &["Chủ tịch nước"]),
            ("NSND Lệ Thủy", &[]),
            // Unnamed people's jobs.
            ("nhiều giám đốc cho rằng", &[]),
            ("cán bộ, giảng viên của trường", &[]),
            ("anh làm kỹ sư", &[]),
        ];
        check("ROLE", &cases);
    }
}
