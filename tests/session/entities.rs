//! What mentions point to, and the list of it.

use dau::document::{AnnotationId, EntityId, LabelId, Status};
use dau::formats::native::WriteOptions;
use dau::session::{Command, EntityCommand, GroupFilter, GroupSort, Msg, Notice, groups};
use dau::worker::Found;
use serde_json::Value;

use crate::desk::{Desk, found};

const TEXT: &str = "Lò Thị Mai và Đỗ An. Mai về Huế. Chị Mai ở Huế, An ở Ân Thi.";

fn mention(surface: &str, nth: usize, label: &str, entity: u32, confidence: f64) -> Found {
    let at = TEXT.match_indices(surface).nth(nth).unwrap().0;
    let start = u32::try_from(at).unwrap();
    let end = start + u32::try_from(surface.len()).unwrap();
    Found { start, end, entity: Some(entity), confidence, ..found(TEXT, surface, label, None) }
}

fn mentions() -> Vec<Found> {
    vec![
        mention("Lò Thị Mai", 0, "PER", 0, 0.9),
        mention("Đỗ An", 0, "PER", 1, 0.8),
        mention("Mai", 1, "PER", 0, 0.9),
        mention("Huế", 0, "LOC", 2, 0.4),
        mention("Mai", 2, "PER", 0, 0.9),
        Found { entity: None, ..mention("Huế", 1, "LOC", 9, 0.9) },
        mention("An", 1, "PER", 3, 0.9),
        mention("Ân Thi", 0, "LOC", 4, 0.9),
    ]
}

fn desk() -> Desk {
    let mut res = Desk::open(TEXT);
    res.answer(mentions());
    res
}

/// `name(LABEL): mentions`, a group each.
fn listed(desk: &Desk, filter: &GroupFilter, sort: GroupSort) -> Vec<String> {
    let document = desk.document();
    let group = |it: &dau::session::Group| {
        let items: Vec<&str> = it.items.iter().map(|it| document.surface(it)).collect();
        format!("{}({}): {}", it.name, it.label, items.join(", "))
    };
    groups(document, filter, sort).iter().map(group).collect()
}

fn all(desk: &Desk) -> Vec<String> {
    listed(desk, &GroupFilter::default(), GroupSort::Position)
}

fn entity(desk: &Desk, name: &str) -> EntityId {
    desk.document().entities.iter().find(|it| it.name == name).unwrap().id.clone()
}

fn ids(desk: &Desk, surface: &str) -> Vec<AnnotationId> {
    let document = desk.document();
    let there = document.annotations.iter().filter(|it| document.surface(it) == surface);
    there.map(|it| it.id.clone()).collect()
}

fn tell(desk: &mut Desk, command: EntityCommand) {
    desk.tell(Msg::Do(Command::Entities(command)));
}

#[test]
fn mentions_are_listed_by_what_they_point_to() {
    let desk = desk();
    let want = [
        "Lò Thị Mai(PER): Lò Thị Mai, Mai, Mai",
        "Đỗ An(PER): Đỗ An",
        "Huế(LOC): Huế",
        "Huế(LOC): Huế",
        "An(PER): An",
        "Ân Thi(LOC): Ân Thi",
    ];
    assert_eq!(all(&desk), want);
    let names = |filter: GroupFilter, sort| -> Vec<String> {
        let listed = listed(&desk, &filter, sort);
        listed.iter().map(|it| it.split('(').next().unwrap().to_owned()).collect()
    };
    let by = |sort| names(GroupFilter::default(), sort);
    assert_eq!(by(GroupSort::Name), ["An", "Ân Thi", "Đỗ An", "Huế", "Huế", "Lò Thị Mai"]);
    assert_eq!(by(GroupSort::Uncertainty)[..2], ["Huế", "Đỗ An"]);
    let words = |it: &str| GroupFilter { words: it.to_owned(), ..GroupFilter::default() };
    assert_eq!(names(words("an"), GroupSort::Position), ["Đỗ An", "An", "Ân Thi"]);
    assert_eq!(names(words("đỗ"), GroupSort::Position), ["Đỗ An"]);
    let places = GroupFilter { labels: vec![LabelId::LOC], ..words("hue") };
    assert_eq!(names(places, GroupSort::Position).len(), 2);
    let accepted = GroupFilter { status: Some(Status::Accepted), ..GroupFilter::default() };
    assert_eq!(names(accepted, GroupSort::Position).len(), 0);
}

#[test]
fn two_become_one_and_stay_so() {
    let mut desk = desk();
    let before = desk.document().clone();
    let (into, other) = (entity(&desk, "Đỗ An"), entity(&desk, "An"));
    tell(&mut desk, EntityCommand::Merge { into, other });
    assert!(all(&desk).contains(&"Đỗ An(PER): Đỗ An, An".to_owned()), "{:?}", all(&desk));
    // The detector thinks otherwise.
    desk.tell(Msg::Do(Command::SetReferenceDate(dau::document::parse_date("2024-01-01"))));
    desk.answer(mentions());
    assert!(all(&desk).contains(&"Đỗ An(PER): Đỗ An, An".to_owned()), "{:?}", all(&desk));
    desk.tell_all([Msg::Undo, Msg::Undo]);
    assert_eq!(desk.document().entities, before.entities);
}

#[test]
fn one_becomes_two() {
    let mut desk = desk();
    let mai = ids(&desk, "Mai");
    tell(&mut desk, EntityCommand::Split(vec![mai[1].clone()]));
    assert_eq!(all(&desk)[0], "Lò Thị Mai(PER): Lò Thị Mai, Mai");
    assert!(all(&desk).contains(&"Mai(PER): Mai".to_owned()));
    // Onto another one, and to nothing.
    let hue = entity(&desk, "Huế");
    let loose = ids(&desk, "Huế")[1].clone();
    tell(&mut desk, EntityCommand::Link { ids: vec![loose.clone()], entity: Some(hue) });
    assert!(all(&desk).contains(&"Huế(LOC): Huế, Huế".to_owned()));
    tell(&mut desk, EntityCommand::Link { ids: vec![loose], entity: None });
    assert_eq!(all(&desk).iter().filter(|it| *it == "Huế(LOC): Huế").count(), 2);
    desk.tell_all([Msg::Undo, Msg::Undo, Msg::Undo]);
    assert_eq!(all(&desk)[0], "Lò Thị Mai(PER): Lò Thị Mai, Mai, Mai");
}

#[test]
fn what_was_parted_stays_apart_when_the_text_is_read_again() {
    let mut desk = desk();
    let last = ids(&desk, "Mai").pop().unwrap();
    tell(&mut desk, EntityCommand::Split(vec![last.clone()]));
    let own = desk.document().annotations.get(&last).unwrap().entity.clone();
    tell(&mut desk, EntityCommand::Rename { id: own.unwrap(), name: "Lò Thị Mai".to_owned() });
    desk.tell(Msg::Do(Command::SetReferenceDate(dau::document::parse_date("2024-01-01"))));
    desk.answer(mentions());
    assert_eq!(all(&desk)[0], "Lò Thị Mai(PER): Lò Thị Mai, Mai");
    assert!(all(&desk).contains(&"Lò Thị Mai(PER): Mai".to_owned()), "{:?}", all(&desk));
}

#[test]
fn another_label_is_another_thing() {
    let mut desk = desk();
    let hue = entity(&desk, "Huế");
    let (mai, loose) =
        (ids(&desk, "Lò Thị Mai").pop().unwrap(), ids(&desk, "Đỗ An").pop().unwrap());
    tell(&mut desk, EntityCommand::Rename { id: hue.clone(), name: "Đỗ An".to_owned() });
    for (id, want) in [(mai, None), (loose, Some(hue))] {
        desk.tell_all([Msg::Pick(id.clone()), Msg::Label(LabelId::LOC)]);
        assert_eq!(desk.document().annotations.get(&id).unwrap().entity, want);
    }
    assert_eq!(all(&desk)[0], "Lò Thị Mai(LOC): Lò Thị Mai");
}

#[test]
fn a_plain_file_does_not_name_what_was_rejected() {
    let mut desk = desk();
    let (ids, an) = (["Huế", "Ân Thi", "Đỗ An"].map(|it| desk.id(it)), entity(&desk, "Đỗ An"));
    desk.tell(Msg::Do(Command::Remove(ids.to_vec())));
    tell(&mut desk, EntityCommand::SetNote { id: an, note: "hát".to_owned() });
    let named = |rejected| {
        let options = WriteOptions { rejected, ..WriteOptions::default() };
        let file: Value = serde_json::from_str(&desk.session.file(&options).unwrap()).unwrap();
        let all = file["entities"].as_array().unwrap();
        all.iter().map(|it| it["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(named(false), "Lò Thị Mai, Đỗ An, An");
    assert_eq!(named(true), "Lò Thị Mai, Đỗ An, Huế, An, Ân Thi");
}

#[test]
fn groups_become_one_whether_they_point_to_something_or_not() {
    let group = |desk: &Desk, nth: usize| -> Vec<AnnotationId> {
        groups(desk.document(), &GroupFilter::default(), GroupSort::Position)[nth].ids()
    };
    // `Huế` at 2 points to something and at 3 to nothing; `An` is at 4.
    let cases = [
        (1, 4, "Đỗ An(PER): Đỗ An, An"),
        (4, 1, "An(PER): Đỗ An, An"),
        (2, 3, "Huế(LOC): Huế, Huế"),
        (3, 2, "Huế(LOC): Huế, Huế"),
    ];
    for (into, other, want) in cases {
        let mut desk = desk();
        let before = all(&desk);
        let (into, other) = (group(&desk, into), group(&desk, other));
        tell(&mut desk, EntityCommand::Join { into, other });
        assert!(all(&desk).contains(&want.to_owned()), "{want} in {:?}", all(&desk));
        assert_eq!(all(&desk).len(), before.len() - 1);
        desk.tell(Msg::Undo);
        assert_eq!(all(&desk), before);
    }
    let mut desk = Desk::open(TEXT);
    let loose = |it: Found| Found { entity: None, ..it };
    desk.answer(mentions().into_iter().map(loose).collect());
    let (into, other) = (ids(&desk, "Đỗ An"), ids(&desk, "An"));
    tell(&mut desk, EntityCommand::Join { into, other });
    assert!(all(&desk).contains(&"Đỗ An(PER): Đỗ An, An".to_owned()), "{:?}", all(&desk));
}

#[test]
fn hidden_labels_are_not_listed() {
    let mut desk = desk();
    let mut labels: Vec<_> = desk.document().labels.iter().cloned().collect();
    labels.iter_mut().filter(|it| it.id == LabelId::LOC).for_each(|it| it.hide(true));
    let labels = dau::document::LabelSet::from_labels(labels).unwrap();
    desk.tell(Msg::Do(Command::SetLabels { labels, heirs: Vec::new() }));
    assert!(all(&desk).iter().all(|it| !it.contains("LOC")), "{:?}", all(&desk));
    assert_eq!(all(&desk).len(), 3);
}

#[test]
fn more_can_be_said_of_one() {
    let mut desk = desk();
    let id = entity(&desk, "Lò Thị Mai");
    let name = "Nghệ sĩ Mai".to_owned();
    tell(&mut desk, EntityCommand::Rename { id: id.clone(), name });
    let link = "https://www.wikidata.org/wiki/Q1".to_owned();
    tell(&mut desk, EntityCommand::SetLink { id: id.clone(), link: link.clone() });
    tell(&mut desk, EntityCommand::SetNote { id: id.clone(), note: "hát".to_owned() });
    // A new detection finds it by its old name, and a file keeps all of it.
    desk.tell(Msg::Do(Command::SetReferenceDate(dau::document::parse_date("2024-01-01"))));
    desk.answer(mentions());
    let file = desk.session.file(&Default::default()).unwrap();
    let mut other = Desk::open("Khác.");
    other.tell(Msg::Import(file));
    for desk in [&desk, &other] {
        assert_eq!(all(desk)[0], "Nghệ sĩ Mai(PER): Lò Thị Mai, Mai, Mai");
        let it = desk.document().entities.iter().find(|it| it.id == id).unwrap();
        assert_eq!((it.link.as_str(), it.note()), (link.as_str(), "hát"));
    }
}

#[test]
fn what_cannot_be_is_refused() {
    let mut desk = desk();
    let id = || EntityId::from("e1");
    let link = |link: &str| EntityCommand::SetLink { id: id(), link: link.to_owned() };
    let cases = [
        link("javascript:alert(1)"),
        link("https://"),
        link("https:///a"),
        link("http://a b"),
        link("wikidata.org"),
        link("Q"),
        link("Q1x"),
        EntityCommand::Rename { id: id(), name: " ".to_owned() },
        EntityCommand::Merge { into: id(), other: id() },
        EntityCommand::Merge { into: id(), other: "nobody".into() },
        EntityCommand::SetNote { id: "nobody".into(), note: "x".to_owned() },
        EntityCommand::Split(vec!["nobody".into()]),
        EntityCommand::Join { into: vec!["nobody".into()], other: Vec::new() },
        EntityCommand::Link { ids: Vec::new(), entity: Some("nobody".into()) },
    ];
    let before = desk.document().clone();
    for command in cases {
        tell(&mut desk, command.clone());
        assert!(matches!(desk.session.notice(), Some(Notice::Refused(_))), "{command:?}");
        assert_eq!(desk.document(), &before, "{command:?}");
    }
    let item = "https://www.wikidata.org/wiki/Q1858";
    let page = "https://vi.wikipedia.org/wiki/Huế?x=1#y";
    for (good, want) in [("http://a", "http://a"), (page, page), (" Q1858", item), ("", "")] {
        tell(&mut desk, link(good));
        assert!(desk.session.notice().is_none(), "{good}");
        assert_eq!(desk.document().entities[0].link, want);
    }
}
