//! TIMEX3 values in Vietnamese.

use chrono::{Datelike, Weekday};

use super::{Amounts, clock, is_unknown, iso_weekday};
use crate::document::{Calendar, DatePart, DurationUnit};

pub(super) fn vague(it: &str) -> &'static str {
    match it {
        "PAST_REF" => "trong quá khứ",
        "FUTURE_REF" => "trong tương lai",
        _ => "hiện nay",
    }
}

pub(super) const fn weekday(it: Weekday) -> &'static str {
    match it {
        Weekday::Mon => "thứ Hai",
        Weekday::Tue => "thứ Ba",
        Weekday::Wed => "thứ Tư",
        Weekday::Thu => "thứ Năm",
        Weekday::Fri => "thứ Sáu",
        Weekday::Sat => "thứ Bảy",
        Weekday::Sun => "Chủ nhật",
    }
}

pub(super) fn duration(amounts: &Amounts, set: bool) -> String {
    let each = amounts.iter().map(|(amount, it)| match amount {
        Some(amount) => format!("{} {}", amount.replace('.', ","), unit(*it)),
        None => format!("vài {}", unit(*it)),
    });
    match amounts {
        [(Some(one), it)] if set && one == "1" => format!("hằng {}", unit(*it)),
        _ if set => format!("mỗi {}", each.collect::<Vec<_>>().join(" ")),
        _ => each.collect::<Vec<_>>().join(" "),
    }
}

const fn unit(it: DurationUnit) -> &'static str {
    match it {
        DurationUnit::Century => "thế kỷ",
        DurationUnit::Decade => "thập niên",
        DurationUnit::Year => "năm",
        DurationUnit::Month => "tháng",
        DurationUnit::Week => "tuần",
        DurationUnit::Day => "ngày",
        DurationUnit::Hour => "giờ",
        DurationUnit::Minute => "phút",
        DurationUnit::Second => "giây",
    }
}

pub(super) fn calendar(it: &Calendar) -> String {
    let day = date(it);
    match it.time.as_str() {
        "" => day,
        "MO" => part_of_day("sáng", it, &day),
        "MI" => part_of_day("trưa", it, &day),
        "AF" => part_of_day("chiều", it, &day),
        "EV" => part_of_day("tối", it, &day),
        "NI" => part_of_day("đêm", it, &day),
        "DT" => part_of_day("ban ngày", it, &day),
        time => {
            let time = clock(time).map_or_else(|| "giờ chưa rõ".to_owned(), |it| said(it.0, it.1));
            if is_no_day(it) { time } else { format!("{time}, {day}") }
        }
    }
}

fn part_of_day(part: &str, it: &Calendar, day: &str) -> String {
    if is_no_day(it) {
        format!("buổi {part}").replace("buổi ban", "ban")
    } else {
        format!("{part} {day}")
    }
}

fn is_no_day(it: &Calendar) -> bool {
    is_unknown(&it.year) && matches!(it.within, DatePart::Day(None, None) | DatePart::Whole)
}

fn said(clock: &str, zone: &str) -> String {
    let mut parts = clock.split(':').map(|it| it.trim_start_matches('0'));
    let plain = |it: Option<&str>| it.map(|it| if it.is_empty() { "0" } else { it }.to_owned());
    let hour = plain(parts.next()).unwrap_or_default();
    let minute = parts.next().filter(|it| !it.is_empty()).map(|it| format!(" {it}"));
    let zone = if zone.is_empty() { String::new() } else { format!(" ({zone})") };
    format!("{hour} giờ{}{zone}", minute.unwrap_or_default())
}

fn date(it: &Calendar) -> String {
    if let Some(day) = it.day() {
        let (d, m, y) = (day.day(), day.month(), day.year());
        return format!("{}, ngày {d} tháng {m} năm {y}", weekday(day.weekday()));
    }
    let year = year(it);
    let within = within(it.within);
    match (within, year) {
        (Some(within), Some(year)) => format!("{within} {year}"),
        (Some(within), None) => within,
        (None, Some(year)) => year,
        (None, None) => match it.within {
            DatePart::Whole => "một năm chưa rõ".to_owned(),
            DatePart::Month(_) => "một tháng chưa rõ".to_owned(),
            _ => "một ngày chưa rõ".to_owned(),
        },
    }
}

fn year(it: &Calendar) -> Option<String> {
    let known = it.year.trim_end_matches('X');
    let number = |text: &str| text.parse::<u32>().ok();
    Some(match (it.era, known.len()) {
        (_, 0) => return None,
        ("BC", 4) => format!("năm {} trước Công nguyên", number(known)?),
        ("FY", 4) => format!("năm tài chính {known}"),
        (_, 4) => format!("năm {}", number(known)?),
        (_, 3) => format!("thập niên {known}0"),
        (_, 2) => format!("thế kỷ {}", number(known)? + 1),
        _ => return None,
    })
}

fn within(it: DatePart) -> Option<String> {
    let week = |it: Option<u32>| it.map(|it| format!("tuần {it}"));
    match it {
        DatePart::Whole | DatePart::Month(None) | DatePart::Day(None, None) => None,
        DatePart::Month(Some(month)) => Some(format!("tháng {month}")),
        DatePart::Day(Some(month), Some(day)) => Some(format!("ngày {day} tháng {month}")),
        DatePart::Day(None, Some(day)) => Some(format!("ngày {day}")),
        DatePart::Day(Some(month), None) => Some(format!("một ngày trong tháng {month}")),
        DatePart::Quarter(it) => Some(it.map_or("một quý".to_owned(), |it| format!("quý {it}"))),
        DatePart::Half(Some(1)) => Some("nửa đầu".to_owned()),
        DatePart::Half(Some(_)) => Some("nửa cuối".to_owned()),
        DatePart::Half(None) => Some("nửa năm".to_owned()),
        DatePart::Week(it) => Some(week(it).unwrap_or_else(|| "một tuần".to_owned())),
        DatePart::WeekDay(it, day) => {
            let day = weekday(iso_weekday(day));
            Some(week(it).map_or_else(|| day.to_owned(), |week| format!("{day} {week}")))
        }
        DatePart::Weekend(it) => {
            Some(it.map_or("cuối tuần".to_owned(), |it| format!("cuối tuần {it}")))
        }
        DatePart::Season(it) => Some(season(it).to_owned()),
    }
}

fn season(it: &str) -> &'static str {
    match it {
        "SP" => "mùa xuân",
        "SU" => "mùa hè",
        "FA" => "mùa thu",
        _ => "mùa đông",
    }
}
