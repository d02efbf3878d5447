//! How a moment is named below the time line: as short as what stands beside it allows.

use chrono::Datelike;

use crate::detect::Language;
use crate::session::timeline::{Grain, Tick};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `2021`, `thg 7` or `7/2021`, `13/7` or `13/7/2021`, `9:30` or `9:30 13/7`.
#[must_use]
pub fn tick(language: Language, it: &Tick) -> String {
    match (it.grain, it.new_day) {
        (Grain::Year, _) => year(language, it),
        (Grain::Month, _) => month(language, it),
        // With the year there is no room for the time, which the dates above tell.
        (Grain::Minute, true) if it.new_year => day(language, it),
        (Grain::Day, _) => day(language, it),
        (Grain::Minute, true) => format!("{} {}", time(it), day(language, it)),
        (Grain::Minute, false) => time(it),
    }
}

/// There is no year 0: the one before 1 is 1 BC.
fn year(language: Language, it: &Tick) -> String {
    match (it.day.year(), language) {
        (year @ 1.., _) => year.to_string(),
        (year, Language::Vi) => format!("{} TCN", 1 - year),
        (year, Language::En) => format!("{} BC", 1 - year),
    }
}

fn month(language: Language, it: &Tick) -> String {
    let name = MONTHS[it.day.month0() as usize];
    match (language, it.new_year) {
        (Language::Vi, true) => format!("{}/{}", it.day.month(), year(language, it)),
        (Language::Vi, false) => format!("thg {}", it.day.month()),
        (Language::En, true) => format!("{name} {}", year(language, it)),
        (Language::En, false) => name.to_owned(),
    }
}

fn day(language: Language, it: &Tick) -> String {
    let name = MONTHS[it.day.month0() as usize];
    let said = match language {
        Language::Vi => format!("{}/{}", it.day.day(), it.day.month()),
        Language::En => format!("{} {name}", it.day.day()),
    };
    match (language, it.new_year) {
        (_, false) => said,
        (Language::Vi, true) => format!("{said}/{}", year(language, it)),
        (Language::En, true) => format!("{said} {}", year(language, it)),
    }
}

fn time(it: &Tick) -> String {
    format!("{}:{:02}", it.minute / 60, it.minute % 60)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn as_short_as_it_can_be() {
        use Grain::{Day, Minute, Month, Year};
        let cases = [
            (2021, Year, true, true, "2021", "2021"),
            (-42, Year, true, true, "43 TCN", "43 BC"),
            (0, Year, true, true, "1 TCN", "1 BC"),
            (2021, Month, true, true, "7/2021", "Jul 2021"),
            (2021, Month, false, true, "thg 7", "Jul"),
            (2021, Day, true, true, "13/7/2021", "13 Jul 2021"),
            (2021, Day, false, true, "13/7", "13 Jul"),
            (2021, Minute, true, true, "13/7/2021", "13 Jul 2021"),
            (2021, Minute, false, true, "9:30 13/7", "9:30 13 Jul"),
            (2021, Minute, false, false, "9:30", "9:30"),
        ];
        for (year, grain, new_year, new_day, vi, en) in cases {
            let day = NaiveDate::from_ymd_opt(year, 7, 13).unwrap();
            let it = Tick { place: 0, day, minute: 570, grain, new_year, new_day };
            assert_eq!(tick(Language::Vi, &it), vi);
            assert_eq!(tick(Language::En, &it), en);
        }
    }
}
