//! Whatever a person does can be taken back and done again.

use std::collections::VecDeque;
use std::rc::Rc;

use dau::document::{Annotation, LabelId, Preset, Status, Timex, parse_date};
use dau::session::{Command, Direction, Edge, Effect, Heir, Msg, NewArticle, Pace, Session};
use dau::text::Span;
use dau::worker::answer;
use proptest::prelude::*;

const TEXT: &str = "Thứ Tư, 12/3/2025\r\n\r\nSáng nay, bà Hoàng Thị Lụa, Giám đốc Sở Y tế tỉnh \
    Lào Cai, thăm 👩🏽\u{200d}⚕️ ở Bệnh viện Sa Pa.\nHoa\u{300}ng Thị Lụa nói: “Từ năm 2024…”";

fn way() -> impl Strategy<Value = Direction> {
    prop_oneof![Just(Direction::Back), Just(Direction::Forward)]
}

fn edge() -> impl Strategy<Value = Msg> {
    let edge = prop_oneof![Just(Edge::Start), Just(Edge::End)];
    let pace = prop_oneof![Just(Pace::Syllable), Just(Pace::Character)];
    (edge, way(), pace).prop_map(|(edge, way, pace)| Msg::MoveEdge(edge, way, pace))
}

fn selection() -> impl Strategy<Value = Msg> {
    let places: Vec<usize> = TEXT.char_indices().map(|it| it.0).collect();
    let place = || prop::sample::select(places.clone());
    (place(), place(), any::<bool>()).prop_map(|(a, b, exact)| Msg::Select {
        span: Some(Span::of(&(a.min(b)..a.max(b)))),
        exact,
    })
}

fn msg() -> impl Strategy<Value = Msg> {
    let label = prop::sample::select(LabelId::BUILTIN.to_vec());
    let date = prop::sample::select(vec!["", "2025-03-12", "2020-02-29"]);
    let ids = prop::collection::vec(1..30u32, 1..4);
    let ids = || {
        ids.clone().prop_map(|it| it.iter().map(|it| format!("a{it}").as_str().into()).collect())
    };
    prop_oneof![
        3 => selection(),
        4 => label.prop_map(Msg::Label),
        3 => way().prop_map(Msg::Step),
        3 => edge(),
        1 => Just(Msg::Accept),
        1 => Just(Msg::Remove),
        1 => Just(Msg::Propagate),
        1 => Just(Msg::Escape),
        1 => Just(Msg::Close),
        1 => prop::sample::select(Preset::ALL.to_vec()).prop_map(|it| Msg::Do(Command::SetLabels {
            labels: it.labels(),
            heirs: vec![Heir { of: LabelId::ROLE, to: Some(LabelId::DATE) }],
        })),
        1 => date.prop_map(|it| Msg::Do(Command::SetReferenceDate(parse_date(it)))),
        1 => ids().prop_map(|it| Msg::Do(Command::Accept(it))),
        1 => ids().prop_map(|it| Msg::Do(Command::Remove(it))),
        1 => (1..30u32).prop_map(|it| Msg::Do(Command::SetTimex {
            id: format!("a{it}").as_str().into(),
            timex: Timex::from_value("P3D").ok(),
        })),
        1 => (1..30u32, "[a-c]{0,2}").prop_map(|(it, note)| Msg::Do(Command::SetNote {
            id: format!("a{it}").as_str().into(),
            note,
        })),
    ]
}

/// The session hears the worker's answers at once, as on a quick machine.
fn tell(session: &mut Session, msg: Msg) {
    let mut effects = VecDeque::from(session.update(msg, 0));
    while let Some(effect) = effects.pop_front() {
        if let Effect::Detect(request) = effect {
            effects.extend(session.update(Msg::Detected(answer(&request)), 0));
        }
    }
}

/// What is open, in few words: what is compared, and what a failure shows. A suggestion has the id
/// that the detection of the moment gave it.
fn view(session: &Session) -> String {
    let Some(document) = session.document() else { return "nothing".to_owned() };
    let annotation = |it: &Rc<Annotation>| {
        let value = it.timex.as_ref().map_or_else(String::new, ToString::to_string);
        let entity = it.entity.as_ref().map_or("", |it| it.as_str());
        let parts =
            [it.label.as_str(), it.status.as_str(), it.origin.as_str(), entity, &value, &it.note];
        let id = if it.status == Status::Suggested { "?" } else { it.id.as_str() };
        format!("{id} {:?} {:?} {}\n", it.span, it.confidence, parts.join(" "))
    };
    let annotations: String = document.annotations.iter().map(annotation).collect();
    format!(
        "{:?} {:?} {:?}\n{annotations}{:?}\n{:?}",
        document.text,
        document.meta.reference_date,
        document.meta.title,
        document.entities,
        document.labels
    )
}

fn opened() -> Session {
    let mut session = Session::default();
    tell(&mut session, Msg::Open(NewArticle { text: TEXT.to_owned(), ..NewArticle::default() }));
    session
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn all_undone_is_the_start_and_all_redone_the_end(msgs in prop::collection::vec(msg(), 1..300)) {
        let mut session = opened();
        let start = view(&session);
        for msg in msgs {
            tell(&mut session, msg);
        }
        let end = view(&session);
        while session.can_undo() {
            tell(&mut session, Msg::Undo);
        }
        prop_assert_eq!(session.document(), None, "the opening is the first thing that was done");
        tell(&mut session, Msg::Redo);
        prop_assert_eq!(view(&session), start);
        while session.can_redo() {
            tell(&mut session, Msg::Redo);
        }
        prop_assert_eq!(view(&session), end);
    }
}
