//! Named events: conferences, tournaments, wars, campaigns, pandemics.

use super::found::{Found, Kind};
use super::gazetteer::Lists;
use super::place;
use super::reading::Reading;
use super::run;
use crate::text::Gap;

/// The event whose name begins at a token.
pub(super) fn read(r: &Reading, at: usize) -> Option<Found> {
    // `Đại hội Đảng` is no name where `Đại hội Đảng bộ` begins one.
    let head = r.longest(at, Lists::EVENT_HEAD);
    let known = r.longest(at, Lists::EVENT).filter(|end| is_known(r, at) && head <= Some(*end));
    let found = headed(r, at).filter(|it| known.is_none_or(|end| it.end() >= end));
    found.or_else(|| {
        known.map(|end| Found::new(at..numbered(r, end), Kind::Event, 0.9, "event-list"))
    })
}

/// A listed event is capitalised, but for the pandemic that all know.
fn is_known(r: &Reading, at: usize) -> bool {
    let day = r.folded(at) == "ngày" && r.is_capital(at + 1);
    day || r.is_capital(at) || r.is_shouted(at) || r.is_any(at, &["covid", "sars"])
}

/// `SEA Games 31`, `Đại hội XIII`, `lần thứ tư`: an edition after the name.
fn numbered(r: &Reading, end: usize) -> usize {
    if !r.continues(end) || r.gap(end) != Gap::Space {
        return end;
    }
    let roman = r.is_capital(end) && r.article.surface(end).bytes().all(|it| b"IVX".contains(&it));
    let number = r.is_number(end)
        && !r.is_taken(end)
        && !is_day(r, end)
        && !r.lists(end + 1).meets(Lists::UNIT);
    let nth = r.folded(end) == "lần" && r.folded(end + 1) == "thứ" && r.continues(end + 2);
    let year =
        number && r.touches(end + 1, ".") && r.is_number(end + 2) && r.gap(end + 2) == Gap::None;
    match (roman || number, nth) {
        _ if year => end + 3,
        (true, _) => end + 1,
        (_, true) => end + 3,
        _ => end,
    }
}

/// `20-10`, `1/6`: the day of a feast and no edition.
fn is_day(r: &Reading, at: usize) -> bool {
    let joined = ["/", "-", "–"].iter().any(|it| r.touches(at + 1, it));
    joined && r.is_number(at + 2) && r.gap(at + 2) == Gap::None
}

/// A head with a name: `Diễn đàn Kinh tế thế giới`, `dịch covid – 19`.
fn headed(r: &Reading, at: usize) -> Option<Found> {
    let head = r.longest(at, Lists::EVENT_HEAD).filter(|_| !r.is_taken(at))?;
    // `Đại hội đồng` is a body, `giải Nobel` an award.
    if !r.continues(head) || r.folded(head - 1) == "đồng" || r.folded(head) == "nobel" {
        return None;
    }
    if let Some(end) = r.longest(head, Lists::EVENT).filter(|_| is_known(r, head)) {
        return Some(Found::new(at..numbered(r, end), Kind::Event, 0.92, "event-head"));
    }
    let end = name(r, head)?;
    let capital = r.is_capital(at) && !r.is_start(at);
    let proper = (head..end).any(|it| r.is_capital(it));
    let dated = is_year(r, end);
    let confidence = match (capital, proper) {
        (true, true) => 0.85,
        (false, true) => 0.65,
        _ if capital && end >= head + 2 => 0.6,
        _ if dated && end > head + 2 => 0.6,
        _ => return None,
    };
    Some(Found::new(at..numbered(r, end), Kind::Event, confidence, "event-head"))
}

/// The field words and capitalised words after a head.
fn name(r: &Reading, head: usize) -> Option<usize> {
    let mut end = head;
    while r.continues(end) && !r.is_taken(end) && end < head + 24 {
        let field =
            r.longest(end, Lists::FIELD.or(Lists::PROVINCE).or(Lists::COUNTRY)).filter(|_| {
                !r.is_capital(end) || end == head || r.is_capital(end - 1) || !r.is_start(end)
            });
        let place = || place::read(r, end).map(|it| it.end());
        let Some(next) = field.or_else(|| run::unit(r, end)).or_else(place) else { break };
        end = next;
    }
    let edition = numbered(r, head);
    (end > head).then_some(end).or((edition > head).then_some(edition))
}

/// `năm 2021` after a name says that it is one of many, and so a name.
fn is_year(r: &Reading, at: usize) -> bool {
    r.continues(at)
        && (r.folded(at) == "năm" && r.is_number(at + 1)
            || r.is_number(at) && r.folded(at).len() == 4)
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;

    #[test]
    fn events() {
        let cases: [(&str, &[&str]); 19] = [
            ("vượt qua đại dịch Covid-19", &["đại dịch Covid-19"]),
            ("bối cảnh dịch covid – 19 phức tạp", &["dịch covid – 19"]),
            ("tại SEA Games 31 ở", &["SEA Games 31"]),
            ("cuộc Cách mạng công nghiệp 4.0 của", &["Cách mạng công nghiệp 4.0"]),
            ("Cách mạng công nghiệp lần thứ tư, trong đó", &["Cách mạng công nghiệp lần thứ tư"]),
            ("Nghị quyết Đại hội XIII", &["Đại hội XIII"]),
            ("dự Đại hội Đảng bộ quận 1 lần thứ XII.", &["Đại hội Đảng bộ quận 1 lần thứ XII"]),
            ("trước Đại hội đồng Liên Hợp Quốc", &[]),
            ("khuôn khổ Diễn đàn phát triển địa phương do", &["Diễn đàn phát triển địa phương"]),
            (
                "hội nghị trực tuyến đối thoại phát triển địa phương năm 2021",
                &["hội nghị trực tuyến đối thoại phát triển địa phương"],
            ),
            ("dịp Quốc khánh 2-9, phố", &["Quốc khánh"]),
            ("lễ Quốc khánh 2/9", &["Quốc khánh"]),
            ("mừng Ngày Doanh nhân Việt Nam 13-10", &["Ngày Doanh nhân Việt Nam"]),
            ("nhân ngày Quốc tế Thiếu nhi 1/6", &["ngày Quốc tế Thiếu nhi"]),
            // Common nouns.
            ("Dự hội nghị còn có", &[]),
            ("chủ trì Hội thảo.", &[]),
            ("diễn đàn đối thoại phát triển địa phương được tổ chức", &[]),
            ("chương trình này", &[]),
            ("cuộc thi bóng đá", &[]),
        ];
        check("EVENT", &cases);
    }
}
