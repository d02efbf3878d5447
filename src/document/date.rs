//! Calendar dates as people and files write them to this program.

use chrono::NaiveDate;

/// The day that `YYYY-MM-DD` names; `None` if it is written otherwise or is no day.
#[must_use]
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let digits = |range: std::ops::Range<usize>| {
        let part = text.get(range)?;
        part.bytes().all(|it| it.is_ascii_digit()).then(|| part.parse::<u32>().ok())?
    };
    let dashes = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    let (year, month, day) = (digits(0..4)?, digits(5..7)?, digits(8..10)?);
    dashes.then(|| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_days_in_iso_order() {
        for (text, is_day) in [
            ("2022-05-20", true),
            ("2024-02-29", true),
            ("2023-02-29", false),
            ("20-05-2022", false),
            ("2022-5-20", false),
            ("2022-05-20T", false),
            ("+022-05-20", false),
            ("ữ22-05-20", false),
            ("", false),
        ] {
            assert_eq!(parse_date(text).is_some(), is_day, "{text:?}");
        }
    }
}
