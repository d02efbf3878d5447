//! What a piece of text most likely is, before a person has said so.

use std::rc::Rc;

use super::words::Words;
use super::{Session, Timestamp};
use crate::document::{Annotation, Document, LabelId, PersonalList, Status, Verdict, same_words};
use crate::session::Effect;
use crate::text::{Span, fold};

/// Words that names of a kind begin with, folded; the longest that fits counts.
#[rustfmt::skip]
const HEADS: [(LabelId, &[&str]); 7] = [
    (LabelId::ORG, &[
        "bộ", "sở", "ban", "ủy ban", "ubnd", "hđnd", "công ty", "tập đoàn", "tổng công ty", "ngân hàng", "trường", "đại học",
        "học viện", "viện", "bệnh viện", "trung tâm", "cục", "chi cục", "chi bộ", "chi nhánh", "tòa án", "đài", "báo", "hội",
        "hội đồng", "liên đoàn", "đội", "đoàn", "phòng", "clb", "câu lạc bộ", "hợp tác xã", "htx", "quỹ", "xí nghiệp",
        "nhà máy", "xưởng", "tiệm", "trạm y tế", "hiệp hội", "liên hiệp", "liên minh", "mặt trận", "hãng", "nhà xe", "cửa hàng",
        "tạp chí", "đh", "bv", "tổ chức", "giáo hội", "quốc hội", "chính phủ", "đảng", "công an", "mttq",
        "nhà xuất bản", "ministry", "university", "bank", "department", "institute", "commission", "council", "club",
    ]),
    (LabelId::LOC, &[
        "tỉnh", "thành phố", "tp", "huyện", "quận", "xã", "phường", "thị xã", "thị trấn", "thôn", "xóm", "ấp", "bản", "làng",
        "buôn", "khu phố", "khối phố", "khối", "tổ", "đường", "phố", "ngõ", "hẻm", "sông", "suối", "kênh", "rạch", "núi",
        "đồi", "đèo", "biển", "vịnh", "đảo", "quần đảo", "bán đảo", "cầu", "hầm", "hồ", "cảng", "sân bay", "sân vận động",
        "khu công nghiệp", "chợ", "chùa", "nhà thờ", "đền", "rạp", "ga", "bến", "quốc lộ", "tỉnh lộ", "cao tốc", "km", "châu",
        "vùng", "miền", "mount", "lake", "river", "street", "county", "cape", "port", "gulf", "island",
    ]),
    (LabelId::DATE, &[
        "ngày", "tháng", "năm", "sáng", "chiều", "tối", "đêm", "trưa", "khuya", "thứ", "hôm", "tuần", "quý", "mùa", "đầu",
        "cuối", "giữa", "lúc", "rạng sáng", "today", "yesterday", "last", "next", "every", "monday", "tuesday", "wednesday",
        "thursday", "friday", "saturday", "sunday",
    ]),
    (LabelId::ROLE, &[
        "chủ tịch", "phó", "giám đốc", "bí thư", "trưởng", "thứ trưởng", "bộ trưởng", "tổng", "ủy viên", "bác sĩ", "kỹ sư",
        "luật sư", "nhà văn", "đại tá", "trung tá", "thiếu tá", "giáo sư", "president", "minister", "director", "chairman",
        "professor",
    ]),
    (LabelId::LAW, &[
        "luật", "nghị quyết", "nghị định", "quyết định", "thông tư", "chỉ thị", "công văn", "hiến pháp", "bộ luật", "act",
        "decree", "law",
    ]),
    (LabelId::EVENT, &[
        "lễ", "lễ hội", "hội chợ", "hội thảo", "hội nghị", "hội thi", "liên hoan", "ngày hội", "đại hội", "giải", "chiến dịch", "chiến tranh", "cuộc thi", "bão", "dịch", "tết", "festival", "cup",
        "championship", "war", "kỳ họp", "chương trình", "dự án",
    ]),
    (LabelId::MISC, &["tàu", "đề tài", "vở", "phim", "bài hát", "cuốn", "tiếng", "huân chương", "giải thưởng", "the"]),
];

/// Words after which a person is named.
#[rustfmt::skip]
const BEFORE_PERSON: &[&str] = &[
    "ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cụ", "cháu", "chí", "sĩ", "sư", "mr", "mrs", "ms", "dr", "said",
];

/// Words after which a place is named.
const BEFORE_PLACE: &[&str] = &["ở", "tại", "về", "từ", "in", "at", "near", "from"];

/// Words after which a people or a language is named.
const BEFORE_PEOPLE: &[&str] = &["người", "tiếng"];

/// What is seen of a mention.
#[derive(PartialEq)]
struct Features {
    first: Option<u32>,
    last: Option<u32>,
    before: Option<u32>,
    after: Option<u32>,
    shape: (bool, bool, bool, usize),
}

impl Features {
    fn of(document: &Document, words: &Words, span: Span) -> Self {
        let surface = span.slice(&document.text);
        let mut classes = words.classes(span);
        let first = classes.next();
        let last = classes.next_back();
        let [before, after] = words.around(span);
        let capital = surface.starts_with(char::is_uppercase);
        let shouted = capital && !surface.contains(char::is_lowercase);
        let digit = surface.contains(|it: char| it.is_ascii_digit());
        let len = surface.split_whitespace().count().min(5);
        Self { first, last, before, after, shape: (capital, shouted, digit, len) }
    }

    /// How much two have in common, each thing that they share as much as it says.
    fn likeness(&self, other: &Self) -> f64 {
        let same = |a: Option<u32>, b: Option<u32>, weight: f64| {
            if a.is_some() && a == b { weight } else { 0.0 }
        };
        let shape = if self.shape == other.shape { 1.0 } else { 0.0 };
        same(self.first, other.first, 3.0)
            + same(self.last, other.last, 2.0)
            + same(self.before, other.before, 2.0)
            + same(self.after, other.after, 0.5)
            + shape
    }
}

/// The label that `span` most likely has; `None` if the label set is empty.
pub(super) fn guess(
    document: &Document,
    words: &Words,
    personal: &PersonalList,
    span: Span,
) -> Option<LabelId> {
    let surface = span.slice(&document.text);
    // Who marks again what is marked already means something else.
    let own = shown_at(document, span).map(|it| &it.label);
    let is_declared = |it: &LabelId| document.labels.get(it).is_some() && Some(it) != own;
    let learnt =
        personal.sure().into_iter().find(|(it, sure)| *sure && same_words(&it.surface, surface));
    if let Some(Verdict::Is(label)) = learnt.map(|it| &it.0.verdict)
        && is_declared(label)
    {
        return Some(label.clone());
    }
    if let Some(label) = label_of_same(document, &words.same(span)).filter(is_declared) {
        return Some(label);
    }
    let votes = votes(document, words, span);
    let best = votes.into_iter().filter(|it| is_declared(&it.0)).max_by(|a, b| a.1.total_cmp(&b.1));
    best.map(|it| it.0).or_else(|| document.labels.iter().next().map(|it| it.id.clone()))
}

/// What is marked on just this span.
fn shown_at(document: &Document, span: Span) -> Option<&Rc<Annotation>> {
    let mut there = document.annotations.intersecting(span);
    there.find(|it| it.span == span && it.status != Status::Rejected)
}

/// What the same words are called elsewhere; what a person has said of them goes first.
fn label_of_same(document: &Document, same: &[Span]) -> Option<LabelId> {
    let all: Vec<&Rc<Annotation>> =
        same.iter().filter_map(|span| shown_at(document, *span)).collect();
    let decided = all.iter().find(|it| it.status == Status::Accepted);
    decided.or(all.first()).map(|it| it.label.clone())
}

/// How much speaks for each label: mentions that are like it, and how names begin.
fn votes(document: &Document, words: &Words, span: Span) -> Vec<(LabelId, f64)> {
    let own = Features::of(document, words, span);
    let mut res: Vec<(LabelId, f64)> = Vec::new();
    let mut add = |label: &LabelId, by: f64| match res.iter_mut().find(|it| it.0 == *label) {
        Some(it) => it.1 += by,
        None => res.push((label.clone(), by)),
    };
    for (label, by) in by_words(span.slice(&document.text), &before(&document.text, span)) {
        add(&label, by);
    }
    for it in document.annotations.iter().filter(|it| it.status != Status::Rejected) {
        let likeness = Features::of(document, words, it.span).likeness(&own);
        let sure = if it.status == Status::Accepted { 1.5 } else { 1.0 };
        // The square: one that is much alike says more than many that are a little.
        add(&it.label, 0.25 * sure * likeness * likeness);
        if it.span.intersects(span) && it.span != span {
            let (label, by) = beside(it, span);
            add(&label, by);
        }
    }
    res
}

/// What a mention says of a span that has a part of it in common, and how much that counts.
fn beside(it: &Annotation, span: Span) -> (LabelId, f64) {
    if it.span.contains(span) {
        // What stands inside of a name is a place, almost always.
        (LabelId::LOC, 12.0)
    } else if span.contains(it.span) && it.label == LabelId::LOC {
        // A place is a part of many names.
        (LabelId::LOC, 4.0)
    } else {
        (it.label.clone(), 12.0)
    }
}

/// The last word before `span` on its line, folded.
fn before(text: &str, span: Span) -> String {
    let line = text[..span.start() as usize].rsplit(['\n', '\r']).next().unwrap_or_default();
    line.split_whitespace().next_back().map(fold).unwrap_or_default()
}

/// What the words themselves say, without an article.
fn by_words(surface: &str, before: &str) -> Vec<(LabelId, f64)> {
    let folded = fold(surface);
    let capital = surface.starts_with(char::is_uppercase);
    let digit = folded.starts_with(|it: char| it.is_ascii_digit());
    let several = surface.contains(char::is_whitespace);
    let mut res: Vec<(LabelId, f64)> = HEADS
        .into_iter()
        .filter_map(|(label, heads)| Some((label, head(&folded, heads)?)))
        .collect();
    if BEFORE_PERSON.contains(&before) && capital {
        res.push((LabelId::PER, 8.0));
    }
    if BEFORE_PLACE.contains(&before) && capital {
        res.push((LabelId::LOC, 5.0));
    }
    if BEFORE_PEOPLE.contains(&before) && capital {
        res.push((LabelId::MISC, 8.0));
    }
    if !capital && !digit {
        res.push((LabelId::ROLE, 4.0));
    }
    if digit {
        let date = surface.contains(['/', ':']) || surface.len() == 4 && !several;
        res.push((if date { LabelId::DATE } else { LabelId::QTY }, 6.0));
    }
    if capital && !surface.contains(char::is_lowercase) {
        res.push((if several { LabelId::PER } else { LabelId::ORG }, 3.0));
    }
    res.push((LabelId::MISC, 1.0));
    res
}

/// How much the longest head that `folded` begins with, and goes on after, speaks for its label.
fn head(folded: &str, heads: &[&str]) -> Option<f64> {
    let begins = |it: &&&str| {
        let rest = folded.strip_prefix(**it);
        rest.is_some_and(|rest| rest.starts_with([' ', '\u{a0}', '.']))
    };
    let longest = heads.iter().filter(begins).map(|it| it.split(' ').count()).max()?;
    Some(if longest > 1 { 12.0 } else { 8.0 })
}

impl Session {
    /// The label that the selection most likely has.
    #[must_use]
    pub fn likely(&self) -> Option<LabelId> {
        let (document, span) = (self.document.as_ref()?, self.selection?);
        let cached = self.words.as_ref().filter(|it| Rc::ptr_eq(&it.0, &document.text));
        let words =
            cached.map_or_else(|| Rc::new(Words::new(&document.text)), |it| Rc::clone(&it.1));
        guess(document, &words, &self.personal, span)
    }

    /// Labels the selection as what it most likely is.
    pub(super) fn label_likely(&mut self, now: Timestamp) -> Vec<Effect> {
        self.words();
        self.likely().map_or_else(Vec::new, |label| self.label(label, now))
    }

    /// Selects, and labels as what it most likely is: the shortest way to a mention.
    pub(super) fn draw(&mut self, span: Span, exact: bool, now: Timestamp) -> Vec<Effect> {
        drop(self.select(Some(span), exact));
        self.label_likely(now)
    }
}
