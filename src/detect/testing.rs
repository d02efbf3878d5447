//! What the tables of cases ask.

use super::reading::Reading;
use super::{Article, Language, Mention, draft, overlap};

/// Surfaces of the mentions with a label that the rules find in each text, in Vietnamese. All that
/// differ are printed at once.
pub(super) fn check(label: &str, cases: &[(&str, &[&str])]) {
    check_in(Language::Vi, label, cases);
}

/// [`check`] in a language.
pub(super) fn check_in(language: Language, label: &str, cases: &[(&str, &[&str])]) {
    let mut wrong = String::new();
    for (text, want) in cases {
        let found = by_rules(text, language);
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

/// What is found without the model.
fn by_rules(text: &str, language: Language) -> Vec<Mention> {
    let article = Article::new(text);
    let mut reading = Reading::new(&article, language);
    let draft = draft(&mut reading, None);
    let found = draft.laws.iter().chain(&draft.names).map(|it| it.mention(&reading));
    overlap::resolve(found.chain(draft.dates.clone()).collect())
}
