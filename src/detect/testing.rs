//! What the tables of cases ask.

use super::{Language, Options, detect};

/// Surfaces of the mentions with a label that each text has, in Vietnamese. All that differ are
/// printed at once.
pub(super) fn check(label: &str, cases: &[(&str, &[&str])]) {
    check_in(Language::Vi, label, cases);
}

/// [`check`] in a language.
pub(super) fn check_in(language: Language, label: &str, cases: &[(&str, &[&str])]) {
    let options = Options { language: Some(language), reference_date: None };
    let mut wrong = String::new();
    for (text, want) in cases {
        let found = detect(text, &options).mentions;
        let labelled = found.iter().filter(|it| it.label.as_str() == label);
        let got: Vec<&str> = labelled.map(|it| it.span.slice(text)).collect();
        if got != *want {
            let all: Vec<String> = found
                .iter()
                .map(|it| format!("{} {} {}", it.label, it.span.slice(text), it.rule))
                .collect();
            wrong.push_str(&format!("\n{text}\n  want {want:?}\n  got  {got:?}\n  of   {all:?}"));
        }
    }
    assert!(wrong.is_empty(), "{label}:{wrong}");
}
