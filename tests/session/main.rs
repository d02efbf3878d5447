//! What a person does and sees, without a page: messages in, effects and documents out.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod desk;
mod entities;
mod learning;
mod offers;
mod retext;
mod review;

use dau::document::{LabelId, Origin, Timex, parse_date};
use dau::formats::native::WriteOptions;
use dau::session::{Command, Direction, Edge, Effect, Msg, NewArticle, Notice, Pace, Session};
use dau::text::Span;
use dau::worker::{Found, Part, Response};

use desk::{Desk, NOW, found, response};

const TEXT: &str = "Bà Lò Thị Mai ở Hà Giang. Hôm nay bà Lò Thị Mai về quê.";

fn desk() -> Desk {
    let mut res = Desk::open(TEXT);
    res.answer(vec![
        found(TEXT, "Lò Thị Mai", "PER", None),
        found(TEXT, "Hà Giang", "LOC", None),
        found(TEXT, "Hôm nay", "DATE", Some("XXXX-XX-XX")),
    ]);
    res
}

#[test]
fn opening_asks_the_worker_and_shows_its_suggestions() {
    let mut desk = Desk::open(TEXT);
    assert_eq!(desk.asked.len(), 1);
    assert_eq!((&*desk.asked[0].text, &*desk.asked[0].language), (TEXT, "vi"));
    assert!(desk.session.is_detecting());
    desk.answer(vec![found(TEXT, "Hà Giang", "LOC", None)]);
    assert!(!desk.session.is_detecting());
    assert_eq!(desk.shown(), "Hà Giang(LOC?)");
}

#[test]
fn an_answer_for_an_older_text_is_thrown_away() {
    let mut desk = Desk::open("Huế");
    let late = response(desk.asked[0].revision, vec![found("Huế", "Huế", "LOC", None)]);
    desk.tell(Msg::Open(NewArticle { text: "Huệ".to_owned(), ..NewArticle::default() }));
    desk.tell(Msg::Detected(late));
    assert_eq!((desk.shown().as_str(), desk.effects.len()), ("", 0));
}

#[test]
fn the_beginning_of_a_long_article_is_asked_for_first() {
    let text = "Một câu không dài lắm ở Huế.\n".repeat(4000);
    let mut desk = Desk::open(&text);
    assert_eq!(desk.asked.iter().map(|it| it.part).collect::<Vec<_>>(), [Part::Head, Part::Whole]);
    assert!(text.starts_with(&desk.asked[0].text) && desk.asked[0].text.len() < text.len() / 4);
    let head = Response {
        part: Part::Head,
        ..response(desk.asked[0].revision, vec![found(&text, "Huế", "LOC", None)])
    };
    desk.tell(Msg::Detected(head));
    let id = desk.id("Huế");
    assert!(desk.session.is_detecting());
    desk.answer(vec![found(&text, "Huế", "LOC", None)]);
    assert_eq!(desk.id("Huế"), id, "what stays keeps its id");
}

#[test]
fn labelling_a_selection_and_taking_it_back() {
    let mut desk = Desk::open(TEXT);
    desk.answer(Vec::new()).select("Hà Giang").tell(Msg::Label(LabelId::LOC));
    assert_eq!(desk.shown(), "Hà Giang(LOC)");
    assert_eq!(desk.document().annotations.as_slice()[0].origin, Origin::Manual);
    assert_eq!(desk.effects, [Effect::Save, Effect::SavePersonal]);
    // The keys are for the new annotation.
    desk.tell(Msg::Label(LabelId::ORG));
    assert_eq!(desk.shown(), "Hà Giang(ORG)");
    desk.tell(Msg::Undo);
    assert_eq!(desk.shown(), "Hà Giang(LOC)");
    desk.tell(Msg::Undo);
    assert_eq!(desk.shown(), "");
    desk.tell_all([Msg::Redo, Msg::Redo]);
    assert_eq!(desk.shown(), "Hà Giang(ORG)");
    assert!(!desk.session.can_redo());
}

#[test]
fn a_selection_is_snapped_unless_it_is_exact() {
    let mut desk = desk();
    let at = u32::try_from(TEXT.find("à Giang.").unwrap()).unwrap();
    let span = Span::new(at, at + u32::try_from("à Giang.".len()).unwrap());
    for (exact, want) in [(false, "Hà Giang"), (true, "à Giang.")] {
        desk.tell(Msg::Select { span: Some(span), exact });
        assert_eq!(desk.session.selection().unwrap().slice(TEXT), want);
    }
}

#[test]
fn the_same_span_again_is_a_second_thought() {
    let mut desk = desk();
    desk.select("Hà Giang").tell(Msg::Label(LabelId::MISC));
    let there = &desk.document().annotations;
    assert_eq!(there.len(), 3);
    assert_eq!(there.get(&desk.id("Hà Giang")).unwrap().origin, Origin::Detected);
    assert!(desk.shown().contains("Hà Giang(MISC)"), "{}", desk.shown());
}

#[test]
fn only_a_date_has_a_value() {
    let mut desk = desk();
    let id = desk.id("Hôm nay");
    desk.tell_all([Msg::Pick(id), Msg::Label(LabelId::EVENT)]);
    assert!(desk.shown().ends_with("Hôm nay(EVENT)"), "{}", desk.shown());
}

#[test]
fn stepping_goes_around() {
    let mut desk = desk();
    let mut seen = Vec::new();
    let ways = [Direction::Forward; 4].into_iter().chain([Direction::Back; 2]);
    for way in ways {
        desk.tell(Msg::Step(way));
        seen.push(desk.document().surface(desk.session.current().unwrap()).to_owned());
    }
    let (mai, giang, nay) = ("Lò Thị Mai", "Hà Giang", "Hôm nay");
    assert_eq!(seen, [mai, giang, nay, mai, nay, giang]);
}

#[test]
fn the_first_step_goes_to_what_the_text_begins_with() {
    let mut desk = Desk::open("Huế mưa");
    desk.answer(vec![found("Huế mưa", "Huế", "LOC", None)]);
    desk.tell(Msg::Step(Direction::Forward));
    assert_eq!(desk.session.current().map(|it| it.span), Some(Span::new(0, 5)));
}

#[test]
fn clicking_again_goes_outward() {
    let text = "UBND tỉnh Hà Giang họp";
    let mut desk = Desk::open(text);
    desk.answer(vec![
        found(text, "UBND tỉnh Hà Giang", "ORG", None),
        found(text, "tỉnh Hà Giang", "LOC", None),
    ]);
    let ids = vec![desk.id("UBND tỉnh Hà Giang"), desk.id("tỉnh Hà Giang")];
    for want in ["tỉnh Hà Giang", "UBND tỉnh Hà Giang", "tỉnh Hà Giang"] {
        desk.tell(Msg::PickAmong(ids.clone()));
        assert_eq!(desk.document().surface(desk.session.current().unwrap()), want);
    }
}

#[test]
fn accepting_goes_on_to_the_next_suggestion() {
    let mut desk = desk();
    desk.tell_all([Msg::Step(Direction::Forward), Msg::Accept, Msg::Accept]);
    assert_eq!(desk.shown(), "Lò Thị Mai(PER) Hà Giang(LOC) Hôm nay(DATE? XXXX-XX-XX)");
    assert_eq!(desk.session.current().unwrap().id, desk.id("Hôm nay"));
    // At the last one there is nowhere to go.
    desk.tell_all([Msg::Accept, Msg::Accept]);
    assert_eq!(desk.session.current().unwrap().id, desk.id("Hôm nay"));
}

#[test]
fn what_was_rejected_does_not_come_back() {
    let mut desk = desk();
    let id = desk.id("Hà Giang");
    desk.tell_all([Msg::Pick(id), Msg::Remove]);
    assert!(!desk.shown().contains("Hà Giang"), "{}", desk.shown());
    desk.tell(Msg::Do(Command::SetReferenceDate(parse_date("2024-03-05"))));
    desk.answer(vec![found(TEXT, "Hà Giang", "LOC", None)]);
    assert_eq!(desk.shown(), "");
}

#[test]
fn removing_what_a_person_made_leaves_nothing() {
    let mut desk = desk();
    desk.select("quê").tell_all([Msg::Label(LabelId::LOC), Msg::Remove]);
    assert_eq!(desk.document().annotations.len(), 3);
}

#[test]
fn relative_dates_follow_the_reference_date_unless_fixed_by_hand() {
    let text = "Hôm nay, hôm qua và hôm kia.";
    let days = |values: [&str; 3]| {
        let names = ["Hôm nay", "hôm qua", "hôm kia"];
        names
            .into_iter()
            .zip(values)
            .map(|(name, it)| found(text, name, "DATE", Some(it)))
            .collect::<Vec<_>>()
    };
    let mut desk = Desk::open(text);
    desk.answer(days(["XXXX-XX-XX"; 3]));
    let (accepted, fixed) = (desk.id("hôm qua"), desk.id("hôm kia"));
    let timex = Timex::from_value("2020-01-01").ok();
    desk.tell(Msg::Do(Command::Accept(vec![accepted])));
    desk.tell(Msg::Do(Command::SetTimex { id: fixed, timex }));
    desk.tell(Msg::Do(Command::SetReferenceDate(parse_date("2024-03-05"))));
    assert_eq!(desk.asked.last().unwrap().reference_date, "2024-03-05");
    let before = desk.shown();
    desk.answer(days(["2024-03-05", "2024-03-04", "2024-03-03"]));
    assert_eq!(
        desk.shown(),
        "Hôm nay(DATE? 2024-03-05) hôm qua(DATE 2024-03-04) hôm kia(DATE 2020-01-01)"
    );
    // The date and what followed from it are one thing to take back.
    desk.tell(Msg::Undo);
    assert_eq!((desk.shown(), desk.document().meta.reference_date), (before, None));
}

#[test]
fn an_imported_document_is_not_annotated_again() {
    let mut desk = desk();
    let id = desk.id("Lò Thị Mai");
    desk.tell(Msg::Do(Command::Remove(vec![id])));
    let options = WriteOptions { rejected: true, ..WriteOptions::default() };
    let (file, before) = (desk.session.file(&options).unwrap(), desk.document().clone());
    let mut other = Desk::open("Khác.");
    other.tell(Msg::Import(file.clone()));
    assert!(matches!(other.session.notice(), Some(Notice::Imported { annotations: 3, .. })));
    other.answer(vec![found(TEXT, "Lò Thị Mai", "PER", None), found(TEXT, "quê", "LOC", None)]);
    assert_eq!(other.document().annotations, before.annotations);
    assert_eq!(other.session.file(&options), Some(file));
    // Opening the file can be taken back too.
    other.tell(Msg::Undo);
    assert_eq!(&*other.document().text, "Khác.");
}

#[test]
fn a_bad_file_changes_nothing() {
    for bad in ["", "{}", "not JSON", "{\"format\":\"dau\",\"version\":99}"] {
        let mut desk = desk();
        let before = desk.document().clone();
        desk.tell(Msg::Import(bad.to_owned()));
        assert!(matches!(desk.session.notice(), Some(Notice::ImportFailed(_))), "{bad:?}");
        assert_eq!((desk.document(), &desk.effects[..]), (&before, &[][..]), "{bad:?}");
    }
}

#[test]
fn what_is_on_the_device_comes_back_as_it_was() {
    let desk = desk();
    let options = WriteOptions { rejected: true, ..WriteOptions::default() };
    let stored = desk.session.file(&options).unwrap();
    let mut again = Session::default();
    let effects = again.update(Msg::Restore(stored.clone()), NOW);
    assert_eq!(again.file(&options), Some(stored));
    assert!(matches!(&effects[..], [Effect::Detect(_)]), "nothing is written over");
    let lost = "{broken".to_owned();
    assert_eq!(
        Session::default().update(Msg::Restore(lost.clone()), NOW),
        [Effect::SetAside(lost)]
    );
}

#[test]
fn detection_that_was_cut_short_begins_again() {
    let mut desk = Desk::open(TEXT);
    let restored = |desk: &Desk| {
        let mut again = Session::default();
        let effects = again.update(Msg::Restore(desk.session.kept().unwrap()), NOW);
        let Some(Effect::Detect(request)) = effects.last() else { panic!("{effects:?}") };
        let lo_thi_mai = found(TEXT, "Lò Thị Mai", "PER", None);
        let _ = again.update(Msg::Detected(response(request.revision, vec![lo_thi_mai])), NOW);
        again.document().unwrap().annotations.len()
    };
    assert_eq!(restored(&desk), 1, "not answered");
    desk.tell(Msg::DetectorFailed);
    assert_eq!(restored(&desk), 1, "failed");
    let file = desk.session.file(&WriteOptions::default()).unwrap();
    assert!(!file.contains("unfinished"), "nobody else's business: {file}");
    desk.tell(Msg::Do(Command::SetReferenceDate(dau::document::parse_date("2024-01-01"))));
    desk.answer(Vec::new());
    assert_eq!(restored(&desk), 0, "answered");
}

#[test]
fn what_gives_way_is_not_counted_elsewhere() {
    let text = "Lò Thị Mai hát. Lò Thị Mai về.";
    let mut desk = Desk::open(text);
    let inside = Found { start: 30, end: 33, ..found(text, "Mai", "LOC", None) };
    assert_eq!(text.get(30..33), Some("Mai"));
    desk.answer(vec![found(text, "Lò Thị Mai", "PER", None), inside]);
    let id = desk.id("Lò Thị Mai");
    desk.tell(Msg::Pick(id));
    assert_eq!(desk.session.elsewhere(), 1);
}

#[test]
fn propagating_is_one_step() {
    let mut desk = desk();
    let id = desk.id("Lò Thị Mai");
    desk.tell(Msg::Pick(id));
    assert_eq!(desk.session.elsewhere(), 1);
    desk.tell(Msg::Propagate);
    assert_eq!(desk.session.elsewhere(), 0);
    assert_eq!(desk.shown().matches("Lò Thị Mai(PER)").count(), 2, "{}", desk.shown());
    let origins: Vec<Origin> = desk.document().annotations.iter().map(|it| it.origin).collect();
    assert!(origins.contains(&Origin::Propagated));
    assert_eq!(desk.session.notice(), Some(&Notice::Propagated(2)));
    desk.tell(Msg::Undo);
    assert_eq!(desk.shown().matches("Lò Thị Mai").count(), 1);
}

#[test]
fn edges_move_and_the_annotation_is_accepted() {
    let mut desk = desk();
    let id = desk.id("Lò Thị Mai");
    let edge = |edge, direction| Msg::MoveEdge(edge, direction, Pace::Syllable);
    desk.tell_all([
        Msg::Pick(id),
        edge(Edge::Start, Direction::Back),
        edge(Edge::End, Direction::Back),
    ]);
    assert!(desk.shown().starts_with("Bà Lò Thị(PER)"), "{}", desk.shown());
}

#[test]
fn escape_leaves_the_selection_then_the_annotation() {
    let mut desk = desk();
    desk.tell(Msg::Step(Direction::Forward)).tell(Msg::Escape);
    assert_eq!(desk.session.current(), None);
    desk.select("quê").tell(Msg::Escape);
    assert_eq!(desk.session.selection(), None);
}

#[test]
fn the_least_sure_suggestion_is_picked() {
    let mut desk = Desk::open(TEXT);
    let unsure = Found { confidence: 0.3, ..found(TEXT, "Hà Giang", "LOC", None) };
    desk.answer(vec![found(TEXT, "Lò Thị Mai", "PER", None), unsure]);
    desk.tell(Msg::PickLeastSure);
    assert_eq!(desk.session.current().unwrap().id, desk.id("Hà Giang"));
}

#[test]
fn a_command_for_what_is_not_there_is_refused() {
    let mut desk = desk();
    let before = desk.document().clone();
    let span = Span::new(0, 9999);
    let commands = [
        Command::Relabel { id: "nobody".into(), label: LabelId::PER },
        Command::Annotate { span, label: LabelId::PER },
        Command::Annotate { span: Span::new(0, 2), label: "NONE".into() },
        Command::Resize { id: desk.id("Hà Giang"), span },
    ];
    for command in commands {
        desk.tell(Msg::Do(command.clone()));
        assert!(matches!(desk.session.notice(), Some(Notice::Refused(_))), "{command:?}");
        assert_eq!(desk.document(), &before, "{command:?}");
    }
}

#[test]
fn a_closed_article_can_be_had_back() {
    let mut desk = desk();
    let before = desk.document().clone();
    desk.tell(Msg::Close);
    assert_eq!((desk.session.document(), &desk.effects[..]), (None, &[Effect::Forget][..]));
    desk.tell(Msg::Undo);
    assert_eq!(desk.document(), &before);
}

#[test]
fn a_dead_detector_is_told_and_the_text_can_be_annotated() {
    let mut desk = Desk::open(TEXT);
    desk.tell(Msg::DetectorFailed);
    assert_eq!(desk.session.notice(), Some(&Notice::DetectorFailed));
    assert!(!desk.session.is_detecting());
    desk.select("Hà Giang").tell(Msg::Label(LabelId::LOC));
    assert_eq!(desk.shown(), "Hà Giang(LOC)");
}
