//! What a TIMEX3 value says, in the words of the interface.

mod en;
mod tick;
mod vi;

use chrono::{Datelike, NaiveDate, Weekday};
pub use tick::tick;

use crate::detect::Language;
use crate::document::{Calendar, DurationUnit, Timex, TimexKind, TimexValue};

/// A value as people say it: `2021-07-13` is `thứ Ba, ngày 13 tháng 7 năm 2021`.
#[must_use]
pub fn reading(language: Language, timex: &Timex) -> String {
    let Some(value) = timex.parsed() else { return timex.value().to_owned() };
    let set = timex.kind() == TimexKind::Set;
    match (language, value) {
        (Language::Vi, TimexValue::Vague(it)) => vi::vague(it).to_owned(),
        (Language::En, TimexValue::Vague(it)) => en::vague(it).to_owned(),
        (Language::Vi, TimexValue::Duration(it)) => vi::duration(&it, set),
        (Language::En, TimexValue::Duration(it)) => en::duration(&it, set),
        (Language::Vi, TimexValue::DurationRange(from, to)) => {
            format!("từ {} đến {}", vi::duration(&from, false), vi::duration(&to, false))
        }
        (Language::En, TimexValue::DurationRange(from, to)) => {
            format!("{} to {}", en::duration(&from, false), en::duration(&to, false))
        }
        (_, TimexValue::Calendar(it)) => calendar(language, &it),
        (Language::Vi, TimexValue::Range(from, to)) => {
            format!("từ {} đến {}", vi::calendar(&from), vi::calendar(&to))
        }
        (Language::En, TimexValue::Range(from, to)) => {
            format!("{} to {}", en::calendar(&from), en::calendar(&to))
        }
    }
}

/// The weekday alone: what is worth saying beside a day in ISO order.
#[must_use]
pub fn weekday(language: Language, day: NaiveDate) -> &'static str {
    match language {
        Language::Vi => vi::weekday(day.weekday()),
        Language::En => en::weekday(day.weekday()),
    }
}

fn calendar(language: Language, it: &Calendar) -> String {
    match language {
        Language::Vi => vi::calendar(it),
        Language::En => en::calendar(it),
    }
}

/// Amounts and units; `None` for an unknown amount.
type Amounts = [(Option<String>, DurationUnit)];

/// Whether nothing of a year is known.
fn is_unknown(year: &str) -> bool {
    year.bytes().all(|it| it == b'X')
}

/// The day of the week with the number that ISO gives it.
fn iso_weekday(number: u32) -> Weekday {
    let days = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat];
    let idx = usize::try_from(number).ok().and_then(|it| it.checked_sub(1));
    idx.and_then(|it| days.get(it).copied()).unwrap_or(Weekday::Sun)
}

/// Hours and minutes without an `X`, and the zone; `None` where they are not known.
fn clock(time: &str) -> Option<(&str, &str)> {
    let at = time.find(['Z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(at);
    (!clock.contains('X')).then_some((clock, zone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_said_in_both_languages() {
        let cases = [
            ("2021-07-13", "thứ Ba, ngày 13 tháng 7 năm 2021", "Tuesday, 13 July 2021"),
            ("2024-12-22", "Chủ nhật, ngày 22 tháng 12 năm 2024", "Sunday, 22 December 2024"),
            ("XXXX-07-13", "ngày 13 tháng 7", "13 July"),
            ("XXXX-XX-13", "ngày 13", "the 13th"),
            ("XXXX-XX-22", "ngày 22", "the 22nd"),
            ("XXXX-XX-XX", "một ngày chưa rõ", "a day not known"),
            ("2021-07-XX", "một ngày trong tháng 7 năm 2021", "a day in July 2021"),
            ("2021-07", "tháng 7 năm 2021", "July 2021"),
            ("XXXX-07", "tháng 7", "July"),
            ("2021", "năm 2021", "2021"),
            ("XXXX", "một năm chưa rõ", "a year not known"),
            ("202", "thập niên 2020", "the 2020s"),
            ("20", "thế kỷ 21", "the 21st century"),
            ("19XX", "thế kỷ 20", "the 20th century"),
            ("2021-Q3", "quý 3 năm 2021", "third quarter of 2021"),
            ("2021-H1", "nửa đầu năm 2021", "first half of 2021"),
            ("2021-W28", "tuần 28 năm 2021", "week 28 of 2021"),
            ("XXXX-WXX-5", "thứ Sáu", "Friday"),
            ("2021-W28-WE", "cuối tuần 28 năm 2021", "weekend of week 28 of 2021"),
            ("2021-SU", "mùa hè năm 2021", "summer of 2021"),
            ("FY2021", "năm tài chính 2021", "fiscal year 2021"),
            ("BC0043", "năm 43 trước Công nguyên", "43 BC"),
            ("2021/2025", "từ năm 2021 đến năm 2025", "2021 to 2025"),
            (
                "2021-07-13TMO",
                "sáng thứ Ba, ngày 13 tháng 7 năm 2021",
                "morning of Tuesday, 13 July 2021",
            ),
            (
                "2021-07-13T09:30",
                "9 giờ 30, thứ Ba, ngày 13 tháng 7 năm 2021",
                "09:30 on Tuesday, 13 July 2021",
            ),
            ("XXXX-XX-XXT08:00", "8 giờ", "08:00"),
            ("P10Y", "10 năm", "10 years"),
            ("PXY", "vài năm", "some years"),
            ("P1Y6M", "1 năm 6 tháng", "1 year 6 months"),
            ("PT30M", "30 phút", "30 minutes"),
            ("P3D/P5D", "từ 3 ngày đến 5 ngày", "3 days to 5 days"),
            ("PRESENT_REF", "hiện nay", "now"),
        ];
        for (value, vi, en) in cases {
            let timex = Timex::from_value(value).unwrap();
            assert_eq!(reading(Language::Vi, &timex), vi, "{value}");
            assert_eq!(reading(Language::En, &timex), en, "{value}");
        }
    }

    #[test]
    fn what_recurs_is_said_so() {
        for (value, vi, en) in [
            ("P1Y", "hằng năm", "every year"),
            ("P2W", "mỗi 2 tuần", "every 2 weeks"),
            ("P1D", "hằng ngày", "every day"),
        ] {
            let timex = Timex::new(TimexKind::Set, value).unwrap();
            assert_eq!(reading(Language::Vi, &timex), vi);
            assert_eq!(reading(Language::En, &timex), en);
        }
    }
}
