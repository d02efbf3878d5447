//! What corrections teach, and the list of it.

use dau::document::{LabelId, Origin, Verdict};
use dau::session::{Command, Effect, Msg, Notice, PersonalMsg};

use crate::desk::{Desk, found};

const TEXT: &str = "Hôm ấy Lúa Mới họp. Ai cũng mong Lúa Mới đến. Rồi Lúa Mới về.";

fn entries(desk: &Desk) -> String {
    let entry = |it: &dau::document::PersonalEntry| {
        let label = if let Verdict::Is(label) = &it.verdict { label.as_str() } else { "-" };
        format!("{}={label}×{}", it.surface, it.count)
    };
    desk.session.personal().iter().map(entry).collect::<Vec<_>>().join(" ")
}

fn learn(msg: PersonalMsg) -> Msg {
    Msg::Personal(msg)
}

#[test]
fn what_was_learnt_is_suggested_below_and_in_other_articles() {
    let mut desk = Desk::open(TEXT);
    desk.detect();
    let before = desk.shown();
    assert!(!before.contains("Lúa Mới(EVENT"), "{before}");
    let second = TEXT.match_indices("Lúa Mới").nth(1).unwrap().0;
    let span = dau::text::Span::of(&(second..second + "Lúa Mới".len()));
    desk.tell(Msg::Select { span: Some(span), exact: true }).tell(Msg::Label(LabelId::EVENT));
    assert!(desk.effects.contains(&Effect::SavePersonal));
    desk.detect();
    // The first one has been read; the last one is still to come.
    let labels: Vec<&str> = desk
        .document()
        .annotations
        .iter()
        .filter(|it| desk.document().surface(it) == "Lúa Mới")
        .map(|it| it.label.as_str())
        .collect();
    assert_eq!(labels[labels.len() - 2..], ["EVENT", "EVENT"]);
    assert_eq!(desk.shown().matches("Lúa Mới(EVENT").count(), 2, "{}", desk.shown());
    desk.tell(Msg::Undo).detect();
    assert_eq!(desk.shown(), before);
    assert_eq!(entries(&desk), "");
    desk.tell(Msg::Redo).detect();
    assert_eq!(entries(&desk), "Lúa Mới=EVENT×1");

    let text = "Chuyện của Lúa Mới.".to_owned();
    desk.tell(Msg::Open(dau::session::NewArticle { text, ..Default::default() })).detect();
    assert_eq!(desk.shown(), "Lúa Mới(EVENT?)");
    let it = &desk.document().annotations.as_slice()[0];
    assert_eq!((it.origin, it.confidence), (Origin::Detected, Some(0.95)));
}

#[test]
fn each_correction_teaches_what_it_says() {
    let correct = |msgs: fn(&Desk) -> Vec<Msg>| {
        let mut desk = Desk::open(TEXT);
        desk.answer(vec![
            found(TEXT, "Lúa Mới", "PER", None),
            found(TEXT, "mong Lúa Mới", "ORG", None),
        ]);
        let msgs = msgs(&desk);
        desk.tell_all(msgs);
        entries(&desk)
    };
    // A relabelling, twice: the second thought counts.
    assert_eq!(
        correct(|desk| vec![Msg::Do(Command::Relabel {
            id: desk.id("Lúa Mới"),
            label: LabelId::ORG
        })]),
        "Lúa Mới=ORG×1"
    );
    assert_eq!(
        correct(|desk| [LabelId::ORG, LabelId::EVENT]
            .map(|label| Msg::Do(Command::Relabel { id: desk.id("Lúa Mới"), label }))
            .to_vec()),
        "Lúa Mới=EVENT×1"
    );
    assert_eq!(correct(|desk| vec![Msg::Reject(desk.id("Lúa Mới"))]), "Lúa Mới=-×1");
    // Accepting teaches nothing: it would have been found again anyway.
    assert_eq!(correct(|desk| vec![Msg::Do(Command::Accept(vec![desk.id("Lúa Mới")]))]), "");
    // Words too many are no name.
    assert_eq!(
        correct(|desk| {
            let at = TEXT.find("mong Lúa").unwrap() + "mong ".len();
            let span = dau::text::Span::of(&(at..at + "Lúa Mới".len()));
            vec![Msg::Do(Command::Resize { id: desk.id("mong Lúa Mới"), span })]
        }),
        "mong Lúa Mới=-×1 Lúa Mới=ORG×1"
    );
    // Nothing is learnt when that is turned off.
    assert_eq!(
        correct(|desk| vec![learn(PersonalMsg::Learn(false)), Msg::Reject(desk.id("Lúa Mới"))]),
        ""
    );
}

#[test]
fn what_is_inside_of_a_name_is_not_learnt_as_no_name() {
    let text = "Công ty Xi măng Lúa Mới họp.";
    let mut desk = Desk::open(text);
    desk.answer(vec![
        found(text, "Công ty Xi măng Lúa Mới", "ORG", None),
        found(text, "Lúa Mới", "LOC", None),
    ]);
    let id = desk.id("Lúa Mới");
    desk.tell(Msg::Reject(id));
    assert_eq!(entries(&desk), "");
}

#[test]
fn the_list_can_be_looked_at_edited_and_carried_away() {
    let mut desk = Desk::open(TEXT);
    desk.answer(Vec::new());
    let set = |surface: &str, label: Option<LabelId>| {
        learn(PersonalMsg::Set { surface: surface.to_owned(), label })
    };
    desk.tell(set("Lúa Mới", Some(LabelId::ORG)));
    assert!(desk.effects.contains(&Effect::SavePersonal));
    let known = &desk.asked.last().unwrap().known;
    assert_eq!(known.iter().map(|it| it.surface.as_str()).collect::<Vec<_>>(), ["Lúa Mới"]);
    // What does not stand in the article is not asked with it.
    desk.tell(set("Gành Son", None));
    assert_eq!(entries(&desk), "Lúa Mới=ORG×2 Gành Son=-×2");
    assert_eq!(desk.asked.last().unwrap().known.len(), 1);

    desk.tell(learn(PersonalMsg::Export));
    let [Effect::Download(file)] = &desk.effects[..] else { panic!("{:?}", desk.effects) };
    let file = file.text.clone();
    desk.tell(learn(PersonalMsg::Forget("LÚA MỚI".to_owned())));
    assert_eq!(entries(&desk), "Gành Son=-×2");
    desk.tell(learn(PersonalMsg::Clear));
    assert_eq!(entries(&desk), "");
    desk.tell(learn(PersonalMsg::Import(file.clone())));
    assert_eq!(entries(&desk), "Lúa Mới=ORG×2 Gành Son=-×2");
    assert_eq!(desk.session.notice(), Some(&Notice::PersonalImported(2)));

    desk.tell(learn(PersonalMsg::Import("{}".to_owned())));
    assert!(matches!(desk.session.notice(), Some(Notice::ImportFailed(_))));
    assert_eq!(entries(&desk), "Lúa Mới=ORG×2 Gành Son=-×2");

    let mut other = Desk::open(TEXT);
    other.tell(learn(PersonalMsg::Restore(file)));
    assert_eq!(entries(&other), "Lúa Mới=ORG×2 Gành Son=-×2");
    assert!(!other.effects.contains(&Effect::SavePersonal), "it is there already");
    other.tell(learn(PersonalMsg::Restore("lost".to_owned())));
    assert_eq!(other.effects, [Effect::SetAside("lost".to_owned())]);
}

#[test]
fn an_imported_document_gets_no_suggestions_but_what_was_learnt_since() {
    let mut desk = Desk::open(TEXT);
    desk.answer(Vec::new()).select("họp").tell(Msg::Label(LabelId::EVENT));
    let file = desk.session.file(&Default::default()).unwrap();
    let mut other = Desk::open("Khác.");
    other.tell(Msg::Import(file));
    let mentions = || vec![found(TEXT, "Ai", "PER", None)];
    other.answer(mentions());
    assert_eq!(other.shown(), "họp(EVENT)");
    other.select("Lúa Mới").tell(Msg::Label(LabelId::ORG));
    let mut learnt = mentions();
    let mut again = found(TEXT, "Rồi Lúa Mới", "ORG", None);
    again.start += u32::try_from("Rồi ".len()).unwrap();
    learnt.push(again);
    other.answer(learnt);
    assert_eq!(other.shown(), "Lúa Mới(ORG) họp(EVENT) Lúa Mới(ORG?)");
}

#[test]
fn a_detector_that_never_answered_is_not_compared_with() {
    let mut desk = Desk::open(TEXT);
    desk.tell(Msg::DetectorFailed);
    desk.select("Lúa Mới").tell(Msg::Label(LabelId::ORG));
    desk.answer(vec![found(TEXT, "Ai", "PER", None)]);
    assert_eq!(desk.shown(), "Lúa Mới(ORG)");
}
