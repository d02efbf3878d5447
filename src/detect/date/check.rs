//! For the tables beside the rules: what a text reads as.

use chrono::NaiveDate;

use crate::detect::article::{Article, Language};

/// Checks `text => values`, parted by spaces and empty where nothing is to be found, with
/// 9 August 2022 as the reference date. The text is the first line of an article, since a text
/// that is nothing but a date is read as a note of what is to come.
#[track_caller]
pub(super) fn values(language: Language, cases: &[(&str, &str)]) {
    let reference = NaiveDate::from_ymd_opt(2022, 8, 9);
    for (text, want) in cases {
        let text = format!("{text}\n–");
        let found = super::find(&Article::new(&text), language, reference);
        let values: Vec<&str> =
            found.iter().filter_map(|it| it.timex.as_ref()).map(|it| it.value()).collect();
        assert_eq!(values.join(" "), *want, "in {text:?}");
    }
}
