//! The same elsewhere, drawing, and values.

use dau::document::{LabelId, Origin, Status, Timex};
use dau::session::{Command, Direction, Edge, Msg, Notice, OfferKind, Pace, alternatives};
use dau::worker::{Found, FoundTimex, Response};

use crate::desk::{Desk, found, response};

const TEXT: &str =
    "Nhóm Lúa Mới họp ở Hà Giang. Nhóm Lu\u{301}a Mới vui. Hà Giang mưa. Lúa Mới, Hà Giang.";

fn all(surface: &str, label: &str) -> Vec<Found> {
    let at = TEXT.match_indices(surface).map(|it| it.0);
    let one = |at: usize| Found {
        start: u32::try_from(at).unwrap(),
        end: u32::try_from(at + surface.len()).unwrap(),
        ..found(TEXT, surface, label, None)
    };
    at.map(one).collect()
}

fn desk(mentions: Vec<Found>) -> Desk {
    let mut res = Desk::open(TEXT);
    res.answer(mentions);
    // What is learnt is another matter.
    res.tell(Msg::Personal(dau::session::PersonalMsg::Learn(false)));
    res
}

fn offer(desk: &Desk) -> Option<(OfferKind, usize)> {
    desk.session.offer().map(|it| (it.kind.clone(), it.spans.len()))
}

#[test]
fn a_new_label_is_offered_for_what_says_the_same() {
    let mut desk = desk(Vec::new());
    desk.select("Lúa Mới").tell(Msg::Label(LabelId::ORG));
    assert_eq!(offer(&desk), Some((OfferKind::Label(LabelId::ORG), 2)));
    desk.tell(Msg::TakeOffer);
    assert_eq!(offer(&desk), None);
    assert_eq!(desk.session.notice(), Some(&Notice::Elsewhere(2)));
    let origins: Vec<Origin> = desk.document().annotations.iter().map(|it| it.origin).collect();
    assert_eq!(origins, [Origin::Manual, Origin::Propagated, Origin::Propagated]);
    // One step.
    desk.tell(Msg::Undo);
    assert_eq!(desk.shown(), "Lúa Mới(ORG)");
}

#[test]
fn what_would_change_nothing_is_not_offered() {
    let mut desk = desk(all("Hà Giang", "LOC"));
    let id = desk.id("Hà Giang");
    desk.tell_all([Msg::Pick(id), Msg::Accept]);
    assert_eq!(offer(&desk), None);
    desk.select("họp").tell(Msg::Label(LabelId::EVENT));
    assert_eq!(offer(&desk), None);
}

#[test]
fn an_offer_goes_when_it_is_not_wanted_or_something_else_is_done() {
    for msg in [Msg::DismissOffer, Msg::Undo, Msg::Close] {
        let mut desk = desk(Vec::new());
        desk.select("Lúa Mới").tell(Msg::Label(LabelId::ORG));
        assert!(offer(&desk).is_some());
        desk.tell(msg.clone());
        assert_eq!(offer(&desk), None, "{msg:?}");
        let before = desk.session.document().cloned();
        desk.tell(Msg::TakeOffer);
        assert_eq!(desk.session.document(), before.as_ref(), "{msg:?}");
    }
}

#[test]
fn a_relabelling_a_rejection_and_a_resizing_are_offered_too() {
    // What is suggested, what is done, what is offered, and what stands there after taking it.
    let mut relabelled = desk(all("Hà Giang", "PER"));
    let id = relabelled.id("Hà Giang");
    relabelled.tell_all([Msg::Pick(id), Msg::Label(LabelId::LOC)]);
    assert_eq!(offer(&relabelled), Some((OfferKind::Label(LabelId::LOC), 2)));
    relabelled.tell(Msg::TakeOffer);
    assert_eq!(relabelled.shown(), ["Hà Giang(LOC)"; 3].join(" "));

    let mut rejected = desk(all("Hà Giang", "PER"));
    let id = rejected.id("Hà Giang");
    rejected.tell(Msg::Reject(id));
    assert_eq!(offer(&rejected), Some((OfferKind::Reject(LabelId::PER), 2)));
    rejected.tell(Msg::TakeOffer);
    assert_eq!(rejected.shown(), "");
    rejected.tell(Msg::Undo);
    assert_eq!(rejected.shown(), ["Hà Giang(PER?)"; 2].join(" "));

    let mut resized = desk(all("Giang", "LOC"));
    let id = resized.id("Giang");
    let grow = Msg::MoveEdge(Edge::Start, Direction::Back, Pace::Syllable);
    resized.tell_all([Msg::Pick(id), grow]);
    assert_eq!(offer(&resized), Some((OfferKind::Resize(LabelId::LOC), 2)));
    resized.tell(Msg::TakeOffer);
    assert_eq!(resized.shown(), ["Hà Giang(LOC)"; 3].join(" "));
}

#[test]
fn what_a_person_has_decided_is_left_alone() {
    let mut desk = desk(all("Hà Giang", "PER"));
    let ids: Vec<_> = desk.document().annotations.iter().map(|it| it.id.clone()).collect();
    desk.tell(Msg::Do(Command::Accept(vec![ids[1].clone()])));
    desk.tell(Msg::Reject(ids[2].clone()));
    desk.tell_all([Msg::Pick(ids[0].clone()), Msg::Label(LabelId::LOC)]);
    assert_eq!(offer(&desk), None);
    assert_eq!(desk.shown(), "Hà Giang(LOC) Hà Giang(PER)");
}

#[test]
fn a_short_form_goes_with_its_full_name() {
    let text = "Bà Lò Thị Mai đến. Bà Mai về. Hoa mai nở.";
    let entity = |it: Found| Found { entity: Some(0), ..it };
    let mut desk = Desk::open(text);
    let short = "Mai về";
    let mai =
        Found { end: found(text, short, "PER", None).start + 3, ..found(text, short, "PER", None) };
    desk.answer(vec![entity(found(text, "Lò Thị Mai", "PER", None)), entity(mai)]);
    let id = desk.id("Lò Thị Mai");
    desk.tell_all([Msg::Pick(id), Msg::Label(LabelId::MISC)]);
    assert_eq!(offer(&desk), Some((OfferKind::Label(LabelId::MISC), 1)));
    desk.tell(Msg::TakeOffer);
    assert_eq!(desk.shown(), "Lò Thị Mai(MISC) Mai(MISC)");
    desk.tell_all([Msg::Undo, Msg::Undo]);
    let id = desk.id("Lò Thị Mai");
    desk.tell(Msg::Reject(id));
    assert_eq!(offer(&desk), Some((OfferKind::Reject(LabelId::PER), 1)));
}

#[test]
fn a_drag_labels_and_what_it_crosses_gives_way() {
    let mut desk = desk(all("Giang", "LOC"));
    // It has the label of what it crosses; the others are offered the same.
    desk.draw("Hà Giang");
    assert_eq!(desk.shown(), "Hà Giang(LOC) Giang(LOC?) Giang(LOC?)");
    assert_eq!(desk.document().annotations.len(), 3, "nothing is rejected that was only moved");
    assert_eq!(offer(&desk), Some((OfferKind::Resize(LabelId::LOC), 2)));
    // The same once more is a second thought about the label.
    desk.draw("Hà Giang");
    assert!(!desk.shown().starts_with("Hà Giang(LOC)"), "{}", desk.shown());
    desk.tell_all([Msg::Undo, Msg::Undo]);
    assert_eq!(desk.shown(), ["Giang(LOC?)"; 3].join(" "));
}

#[test]
fn what_cannot_be_true_beside_what_was_drawn_is_rejected() {
    let mut desk = desk(all("Hà Giang", "LOC"));
    // A person holds no place; a body does.
    desk.select("ở Hà Giang").tell(Msg::Label(LabelId::PER));
    assert_eq!(desk.shown(), "ở Hà Giang(PER) Hà Giang(LOC?) Hà Giang(LOC?)");
    desk.tell(Msg::Undo);
    desk.select("ở Hà Giang").tell(Msg::Label(LabelId::ORG));
    assert_eq!(desk.shown(), "ở Hà Giang(ORG) Hà Giang(LOC?) Hà Giang(LOC?) Hà Giang(LOC?)");
}

#[test]
fn what_a_selection_most_likely_is() {
    let cases = [
        ("Bà Sùng Thị Mẩy vui.", "Sùng Thị Mẩy", LabelId::PER),
        ("Ở xã Lũng Rì mưa.", "xã Lũng Rì", LabelId::LOC),
        ("Theo Sở Nội vụ Lũng Rì.", "Sở Nội vụ Lũng Rì", LabelId::ORG),
        ("Hôm 12/3 mưa.", "12/3", LabelId::DATE),
        ("Nặng 12 kg.", "12 kg", LabelId::QTY),
        ("Bà là thợ may.", "thợ may", LabelId::ROLE),
        ("Theo Luật Lúa gạo.", "Luật Lúa gạo", LabelId::LAW),
        ("Bà ở Lũng Rì.", "Lũng Rì", LabelId::LOC),
        ("Bà là người Lũng Rì.", "Lũng Rì", LabelId::MISC),
        ("Theo Hiệp hội Trồng quế.", "Hiệp hội Trồng quế", LabelId::ORG),
    ];
    for (text, surface, want) in cases {
        let mut desk = Desk::open(text);
        desk.answer(Vec::new()).select(surface);
        assert_eq!(desk.session.likely(), Some(want.clone()), "{surface}");
        desk.tell(Msg::LabelLikely);
        assert_eq!(desk.document().annotations.as_slice()[0].label, want, "{surface}");
    }
    // What stands inside of a name is a place, and what a place stands in need not be one.
    let text = "Theo Hiệp hội Quế Lũng Rì.";
    for (found_one, label, selected, want) in [
        ("Hiệp hội Quế Lũng Rì", "ORG", "Lũng Rì", LabelId::LOC),
        ("Lũng Rì", "LOC", "Hiệp hội Quế Lũng Rì", LabelId::ORG),
    ] {
        let mut desk = Desk::open(text);
        desk.answer(vec![found(text, found_one, label, None)]).select(selected);
        assert_eq!(desk.session.likely(), Some(want), "{selected}");
    }
    // What the same words are called elsewhere goes before what they look like.
    let mut desk = desk(all("Hà Giang", "PER"));
    desk.select("Lúa Mới").tell(Msg::Label(LabelId::MISC));
    desk.tell(Msg::Select { span: Some(desk.session.offer().unwrap().spans[1]), exact: true });
    assert_eq!(desk.session.likely(), Some(LabelId::MISC));
}

#[test]
fn a_date_that_a_person_marks_gets_its_value() {
    let mut desk = Desk::open(TEXT);
    desk.answer(Vec::new()).select("vui").tell(Msg::Label(LabelId::DATE));
    let request = desk.asked.last().unwrap().clone();
    assert_eq!(request.pieces.len(), 1);
    let value = FoundTimex { kind: "DATE".to_owned(), value: "2024-03".to_owned() };
    let answer = Response { pieces: vec![Some(value)], ..response(request.revision, Vec::new()) };
    desk.tell(Msg::Detected(answer.clone()));
    assert_eq!(desk.shown(), "vui(DATE 2024-03)");
    // One thing to take back, and to do again.
    desk.tell(Msg::Undo);
    assert_eq!(desk.shown(), "");
    desk.tell(Msg::Redo);
    assert_eq!(desk.shown(), "vui(DATE 2024-03)");

    // What a person has said since is not overwritten.
    desk.tell(Msg::Undo).select("vui").tell(Msg::Label(LabelId::DATE));
    let revision = desk.asked.last().unwrap().revision;
    let id = desk.id("vui");
    let timex = Timex::from_value("2020").ok();
    desk.tell(Msg::Do(Command::SetTimex { id, timex }));
    desk.tell(Msg::Detected(Response { revision, ..answer }));
    assert_eq!(desk.shown(), "vui(DATE 2020)");
}

#[test]
fn a_corrected_day_is_offered_to_those_that_took_it() {
    let text = "Ngày 10-8 họp. 6 giờ cùng ngày về. Ngày 10-8 vui.";
    let mut desk = Desk::open(text);
    let mut last = found(text, "Ngày 10-8 vui", "DATE", Some("1975-08-10"));
    last.end = last.start + u32::try_from("Ngày 10-8".len()).unwrap();
    desk.answer(vec![
        found(text, "Ngày 10-8", "DATE", Some("1975-08-10")),
        found(text, "6 giờ cùng ngày", "DATE", Some("1975-08-10T06:00")),
        last,
    ]);
    let first = desk.document().annotations.as_slice()[0].clone();
    let values = alternatives(desk.document(), &first, desk.session.found(&first));
    let timex = values.into_iter().find(|it| it.value() == "XXXX-08-10");
    assert!(timex.is_some());
    desk.tell(Msg::Do(Command::SetTimex { id: first.id.clone(), timex }));
    assert_eq!(desk.session.offer().map(|it| it.spans.len()), Some(2));
    desk.tell(Msg::TakeOffer);
    let values: Vec<_> =
        desk.document().annotations.iter().map(|it| it.timex.as_ref().unwrap().value()).collect();
    assert_eq!(values, ["XXXX-08-10", "XXXX-08-10T06:00", "XXXX-08-10"]);
    assert!(desk.document().annotations.iter().all(|it| it.status == Status::Accepted));
}
