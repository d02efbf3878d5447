//! Other labels: what becomes of annotations, suggestions and what is shown.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use dau::document::{Document, Label, LabelId, LabelSet, Preset, Status};
use dau::session::{Command, Direction, Effect, Heir, Msg, NewArticle, Session, marked, sections};
use dau::text::Span;
use dau::worker::answer;

const TEXT: &str = "Sáng 12/3/2025, bà Hoàng Thị Lụa, Giám đốc Sở Y tế tỉnh Lào Cai, đến Bộ Y tế.";

/// Tells the session, and answers what it asks.
fn tell(session: &mut Session, msg: Msg) {
    let mut effects = session.update(msg, 0);
    while let Some(effect) = effects.pop() {
        if let Effect::Detect(request) = effect {
            effects.extend(session.update(Msg::Detected(answer(&request)), 0));
        }
    }
}

fn opened(labels: Option<LabelSet>) -> Session {
    let mut res = Session::default();
    tell(
        &mut res,
        Msg::Open(NewArticle { text: TEXT.to_owned(), labels, ..NewArticle::default() }),
    );
    res
}

fn set(session: &mut Session, labels: LabelSet, heirs: &[(LabelId, Option<LabelId>)]) {
    let heirs = heirs.iter().map(|(of, to)| Heir { of: of.clone(), to: to.clone() }).collect();
    tell(session, Msg::Do(Command::SetLabels { labels, heirs }));
}

/// Labels of what is not rejected, in reading order, accepted ones with a `!`.
fn shown(document: &Document) -> String {
    let there = document.annotations.iter().filter(|it| it.status != Status::Rejected);
    let name =
        |it: &str, status| format!("{it}{}", if status == Status::Accepted { "!" } else { "" });
    there.map(|it| name(it.label.as_str(), it.status)).collect::<Vec<_>>().join(" ")
}

fn accept_all(session: &mut Session) {
    let ids = session.document().unwrap().annotations.iter().map(|it| it.id.clone()).collect();
    tell(session, Msg::Do(Command::Accept(ids)));
}

#[test]
fn only_what_has_a_label_is_suggested() {
    let all = shown(opened(None).document().unwrap());
    assert_eq!(all, "DATE PER ROLE ORG LOC ORG");
    for (preset, want) in [
        (Preset::News, "DATE PER ROLE ORG LOC ORG"),
        (Preset::Vlsp, "PER ORG LOC ORG"),
        (Preset::Conll, "PER ORG LOC ORG"),
        (Preset::Dates, "DATE"),
    ] {
        assert_eq!(shown(opened(Some(preset.labels())).document().unwrap()), want, "{preset:?}");
    }
}

#[test]
fn a_label_that_comes_back_brings_its_suggestions() {
    let mut session = opened(None);
    let before = session.document().unwrap().clone();
    set(&mut session, Preset::Dates.labels(), &[]);
    assert_eq!(shown(session.document().unwrap()), "DATE");
    set(&mut session, LabelSet::builtin(), &[]);
    assert_eq!(shown(session.document().unwrap()), "DATE PER ROLE ORG LOC ORG");
    tell(&mut session, Msg::Undo);
    assert_eq!(shown(session.document().unwrap()), "DATE");
    tell(&mut session, Msg::Undo);
    assert_eq!(session.document().unwrap().annotations, before.annotations);
}

#[test]
fn annotations_of_a_label_that_goes_have_an_heir_or_go_with_it() {
    let cases = [
        (vec![(LabelId::ROLE, Some(LabelId::MISC))], "PER! MISC! ORG! LOC! ORG!"),
        (vec![(LabelId::ROLE, None)], "PER! ORG! LOC! ORG!"),
        (vec![(LabelId::DATE, Some(LabelId::PER))], "PER! PER! ORG! LOC! ORG!"),
        (vec![], "PER! ORG! LOC! ORG!"),
    ];
    for (heirs, want) in cases {
        let mut session = opened(None);
        accept_all(&mut session);
        let before = session.document().unwrap().clone();
        set(&mut session, Preset::Vlsp.labels(), &heirs);
        let document = session.document().unwrap();
        assert_eq!(shown(document), want, "{heirs:?}");
        assert!(document.annotations.iter().all(|it| it.timex.is_none()), "{heirs:?}");
        tell(&mut session, Msg::Undo);
        assert_eq!(session.document(), Some(&before), "{heirs:?}");
        tell(&mut session, Msg::Redo);
        assert_eq!(shown(session.document().unwrap()), want, "{heirs:?}");
    }
}

#[test]
fn an_heir_that_is_not_there_is_refused() {
    let mut session = opened(None);
    let before = session.document().cloned();
    set(&mut session, Preset::Dates.labels(), &[(LabelId::PER, Some(LabelId::ORG))]);
    assert_eq!(session.document().cloned(), before);
    assert!(session.notice().is_some());
}

#[test]
fn what_is_hidden_is_neither_drawn_nor_stepped_to_but_stays() {
    let mut session = opened(None);
    let hidden = |it: &Label| {
        let mut it = it.clone();
        it.hide(it.id != LabelId::LOC);
        it
    };
    let labels = LabelSet::builtin().iter().map(hidden).collect();
    set(&mut session, LabelSet::from_labels(labels).unwrap(), &[]);
    let document = session.document().unwrap().clone();
    assert_eq!(shown(&document), "DATE PER ROLE ORG LOC ORG");
    let whole: Vec<Span> = sections(&document.text).into_iter().flatten().collect();
    let drawn = marked(&document, &whole, None);
    let marks = drawn.paragraphs.iter().flat_map(|it| &it.pieces).flat_map(|it| &it.marks);
    assert!(marks.clone().count() > 0);
    assert!(marks.clone().all(|it| it.label == LabelId::LOC));
    for _ in 0..3 {
        tell(&mut session, Msg::Step(Direction::Forward));
        assert_eq!(session.current().unwrap().label, LabelId::LOC);
    }
}
