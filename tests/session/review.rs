//! Review, deciding many at once, merging and splitting.

use dau::document::{AnnotationId, LabelId, LabelSet, Status};
use dau::session::{Command, Direction, Msg, Notice};
use dau::worker::Found;

use crate::desk::{Desk, found};

const TEXT: &str = "Mai ở Huế. Lan ở Vinh.\nNam ở Sa Pa.";

fn desk() -> Desk {
    let sure =
        |surface, label, confidence| Found { confidence, ..found(TEXT, surface, label, None) };
    let mut res = Desk::open(TEXT);
    res.answer(vec![
        sure("Mai", "PER", 0.9),
        sure("Huế", "LOC", 0.5),
        sure("Lan", "PER", 0.7),
        sure("Vinh", "LOC", 0.5),
        sure("Nam", "PER", 0.3),
        sure("Sa Pa", "LOC", 0.8),
    ]);
    res
}

fn current(desk: &Desk) -> &str {
    desk.session.current().map_or("", |it| desk.document().surface(it))
}

fn progress(desk: &Desk) -> (usize, usize) {
    let review = desk.session.review();
    (review.done, review.total())
}

#[test]
fn the_review_goes_from_the_least_sure_to_the_surest() {
    let mut desk = desk();
    desk.tell(Msg::Review(true));
    let mut seen = Vec::new();
    let keys = [Msg::Accept, Msg::Remove, Msg::StepReview(Direction::Forward), Msg::Accept];
    for msg in keys {
        seen.push((current(&desk).to_owned(), progress(&desk)));
        desk.tell(msg);
    }
    let want = [("Nam", (0, 6)), ("Huế", (1, 6)), ("Vinh", (2, 6)), ("Lan", (2, 6))];
    assert_eq!(seen, want.map(|(name, done)| (name.to_owned(), done)));
    // What was passed over comes again at the end.
    desk.tell_all([Msg::Accept, Msg::Accept]);
    assert_eq!((current(&desk), desk.session.is_reviewing()), ("Vinh", true));
    desk.tell(Msg::Accept);
    assert_eq!((progress(&desk), desk.session.is_reviewing()), ((6, 6), true));
}

#[test]
fn many_are_decided_in_one_step() {
    type Decide = fn(Vec<AnnotationId>) -> Command;
    let cases: [(Decide, Status); 2] =
        [(Command::Accept, Status::Accepted), (Command::Remove, Status::Rejected)];
    for (decide, status) in cases {
        let mut desk = desk();
        let ids = ["Huế", "Nam"].map(|it| desk.id(it)).to_vec();
        desk.tell(Msg::Do(decide(ids.clone())));
        let there = |desk: &Desk| desk.document().annotations.as_slice().to_vec();
        let decided = there(&desk).into_iter().filter(|it| it.status == status);
        assert_eq!(decided.map(|it| it.id.clone()).collect::<Vec<_>>(), ids);
        desk.tell(Msg::Undo);
        assert!(there(&desk).iter().all(|it| it.status == Status::Suggested), "{status:?}");
    }
}

#[test]
fn what_is_hidden_is_neither_reviewed_nor_merged() {
    let mut desk = desk();
    let mut labels: Vec<_> = desk.document().labels.iter().cloned().collect();
    labels.iter_mut().filter(|it| it.id == LabelId::PER).for_each(|it| it.hide(true));
    let labels = LabelSet::from_labels(labels).unwrap();
    desk.tell(Msg::Do(Command::SetLabels { labels, heirs: Vec::new() }));
    desk.tell_all([Msg::Review(true), Msg::Accept, Msg::Accept, Msg::Accept, Msg::Accept]);
    let named = |status| {
        let document = desk.document();
        let there = document.annotations.iter().filter(|it| it.status == status);
        there.map(|it| document.surface(it)).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(named(Status::Accepted), "Huế Vinh Sa Pa");
    assert_eq!(named(Status::Suggested), "Mai Lan Nam");
    assert_eq!(progress(&desk), (3, 3));
    let id = desk.id("Huế");
    desk.tell(Msg::Do(Command::Merge { id, direction: Direction::Back }));
    assert!(matches!(desk.session.notice(), Some(Notice::Refused(_))), "{}", desk.shown());
}

#[test]
fn what_was_decided_is_not_touched_by_a_new_detection() {
    let mut desk = desk();
    let (accepted, rejected) = (desk.id("Mai"), desk.id("Huế"));
    desk.tell_all([Msg::Do(Command::Accept(vec![accepted])), Msg::Reject(rejected)]);
    desk.select("ở Vinh").tell(Msg::Label(LabelId::MISC));
    let before = desk.shown();
    // Everything again, and more than there was, as after a change of the date.
    desk.tell(Msg::Do(Command::SetReferenceDate(dau::document::parse_date("2024-01-01"))));
    desk.answer(vec![
        found(TEXT, "Mai", "ORG", None),
        found(TEXT, "Huế", "LOC", None),
        found(TEXT, "Vinh", "PER", None),
        found(TEXT, "Lan", "PER", None),
        found(TEXT, "Nam", "PER", None),
        found(TEXT, "Sa Pa", "LOC", None),
    ]);
    assert_eq!(desk.shown(), before);
}

#[test]
fn neighbours_become_one() {
    let mut desk = desk();
    let merge = |desk: &Desk, surface: &str, direction| {
        Msg::Do(Command::Merge { id: desk.id(surface), direction })
    };
    desk.tell(merge(&desk, "Lan", Direction::Forward));
    assert_eq!(desk.shown(), "Mai(PER?) Huế(LOC?) Lan ở Vinh(PER) Nam(PER?) Sa Pa(LOC?)");
    desk.tell(Msg::Undo);
    desk.tell(merge(&desk, "Sa Pa", Direction::Back));
    assert!(desk.shown().ends_with("Vinh(LOC?) Nam ở Sa Pa(LOC)"), "{}", desk.shown());
    desk.tell(Msg::Undo);
    // Not over the end of a line, nor into nothing.
    for (surface, direction) in
        [("Vinh", Direction::Forward), ("Nam", Direction::Back), ("Mai", Direction::Back)]
    {
        desk.tell(merge(&desk, surface, direction));
        assert!(matches!(desk.session.notice(), Some(Notice::Refused(_))), "{surface}");
    }
}

#[test]
fn one_becomes_two() {
    let mut desk = desk();
    let at = u32::try_from(TEXT.find("Pa.").unwrap()).unwrap();
    let id = desk.id("Sa Pa");
    desk.tell(Msg::Do(Command::Split { id: id.clone(), at }));
    assert!(desk.shown().ends_with("Sa(LOC) Pa(LOC)"), "{}", desk.shown());
    desk.tell(Msg::Undo);
    assert!(desk.shown().ends_with("Sa Pa(LOC?)"), "{}", desk.shown());
    // In white space it is the same; at an end, or outside, there is nothing to cut.
    desk.tell(Msg::Do(Command::Split { id: id.clone(), at: at - 1 }));
    assert!(desk.shown().ends_with("Sa(LOC) Pa(LOC)"), "{}", desk.shown());
    desk.tell(Msg::Undo);
    for at in [0, at - 3, at + 2, 9_999] {
        desk.tell(Msg::Do(Command::Split { id: id.clone(), at }));
        assert!(matches!(desk.session.notice(), Some(Notice::Refused(_))), "{at}");
    }
}
