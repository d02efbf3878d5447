//! Whatever a person does can be taken back and done again.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::VecDeque;
use std::rc::Rc;

use dau::document::{
    Annotation, AnnotationId, EntityId, Label, LabelId, LabelSet, Preset, Status, Timex, parse_date,
};
use dau::session::{
    Around, Command, Direction, Edge, Effect, EntityCommand, Goal, Heir, Msg, Navigate, NewArticle,
    Notice, Pace, Session, Stride,
};
use dau::text::Span;
use dau::worker::{Request, answer};
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

fn drawn() -> impl Strategy<Value = Msg> {
    selection().prop_map(|it| match it {
        Msg::Select { span: Some(span), exact } => Msg::Draw { span, exact },
        other => other,
    })
}

fn id() -> impl Strategy<Value = AnnotationId> {
    (1..30_u64).prop_map(AnnotationId::numbered)
}

fn navigate() -> impl Strategy<Value = Msg> {
    use Stride::{Character, Paragraph, Sentence, Syllable, Text};
    let stride = prop::sample::select(vec![Character, Syllable, Sentence, Paragraph, Text]);
    let goal = prop_oneof![
        4 => (stride, way()).prop_map(|(stride, way)| Goal::By(stride, way)),
        1 => (0..400u32).prop_map(Goal::At),
    ];
    let what = prop::sample::select(vec![Around::Name, Around::Sentence]);
    let edge = prop::sample::select(vec![Edge::Start, Edge::End]);
    let also = selection().prop_filter_map("a selection", |it| match it {
        Msg::Select { span: Some(span), exact } => Some(Navigate::Also { span, exact }),
        _ => None,
    });
    let navigate = prop_oneof![
        4 => (goal, any::<bool>()).prop_map(|(goal, extend)| Navigate::Caret { goal, extend }),
        1 => (0..400u32, what).prop_map(|(at, what)| Navigate::Around(at, what)),
        2 => also,
        1 => Just(Navigate::Overlapping),
        2 => (edge, 0..400u32, any::<bool>())
            .prop_map(|(edge, to, exact)| Navigate::PutEdge { edge, to, exact }),
    ];
    navigate.prop_map(Msg::Navigate)
}

fn correction() -> impl Strategy<Value = Msg> {
    let label = prop::sample::select(LabelId::BUILTIN.to_vec());
    let ids = || prop::collection::vec(id(), 1..4);
    let date = prop::sample::select(vec!["", "2025-03-12", "2020-02-29"]);
    let command = prop_oneof![
        2 => date.prop_map(|it| Command::SetReferenceDate(parse_date(it))),
        2 => ids().prop_map(Command::Accept),
        2 => ids().prop_map(Command::Remove),
        1 => (id(), way()).prop_map(|(id, direction)| Command::Merge { id, direction }),
        1 => (id(), 0..200_u32).prop_map(|(id, at)| Command::Split { id, at }),
        1 => id().prop_map(|id| Command::SetTimex { id, timex: Timex::from_value("P3D").ok() }),
        1 => (id(), "[a-c]{0,2}").prop_map(|(id, note)| Command::SetNote { id, note }),
        2 => labels(),
        2 => entities().prop_map(Command::Entities),
        2 => edit(),
        2 => placed(),
        1 => "[a-c]{0,2}".prop_map(Command::SetTitle),
    ];
    prop_oneof![
        3 => selection(),
        4 => label.prop_map(Msg::Label),
        3 => edge(),
        2 => drawn(),
        12 => command.prop_map(Msg::Do),
    ]
}

/// What the keys say of the selection or the current annotation, said of any place: scripts and the
/// find bar do so.
fn placed() -> impl Strategy<Value = Command> {
    let label = || prop::sample::select(LabelId::BUILTIN.to_vec());
    let span = || (0..190_u32, 1..12_u32).prop_map(|(at, len)| Span::new(at, at + len));
    prop_oneof![
        (span(), label()).prop_map(|(span, label)| Command::Annotate { span, label }),
        (id(), label()).prop_map(|(id, label)| Command::Relabel { id, label }),
        (id(), span()).prop_map(|(id, span)| Command::Resize { id, span }),
        id().prop_map(Command::Propagate),
        (prop::collection::vec(span(), 1..6), label()).prop_map(|(mut spans, label)| {
            spans.sort_by_key(|it| it.start());
            spans.dedup_by(|it, before| it.start() < before.end());
            Command::AnnotateAll { spans, label }
        }),
    ]
}

/// Whatever else a person does.
fn msg() -> impl Strategy<Value = Msg> {
    let several = || prop::collection::vec(id(), 2..8);
    prop_oneof![
        20 => correction(),
        4 => navigate(),
        3 => way().prop_map(Msg::Step),
        1 => Just(Msg::Accept),
        1 => Just(Msg::Remove),
        1 => Just(Msg::Propagate),
        3 => Just(Msg::TakeOffer),
        2 => Just(Msg::LabelLikely),
        1 => id().prop_map(Msg::Reject),
        1 => id().prop_map(Msg::Pick),
        1 => Just(Msg::Escape),
        1 => Just(Msg::PickLeastSure),
        1 => Just(Msg::DismissOffer),
        1 => way().prop_map(Msg::StepReview),
        1 => Just(Msg::Close),
        1 => any::<bool>().prop_map(Msg::Review),
        1 => several().prop_map(|it| Msg::Do(Command::Accept(it))),
        1 => several().prop_map(|it| Msg::Do(Command::Remove(it))),
    ]
}

fn labels() -> impl Strategy<Value = Command> {
    let heir = prop::option::of(Just(LabelId::DATE));
    (prop::sample::select(Preset::ALL.to_vec()), heir, any::<bool>()).prop_map(|(it, to, own)| {
        let mut labels: Vec<Label> = it.labels().iter().cloned().collect();
        if own {
            labels.push(Label::new("MON_AN".into(), "Món ăn", "#123456"));
        }
        let labels = LabelSet::from_labels(labels).unwrap();
        let to = to.filter(|it| labels.get(it).is_some());
        Command::SetLabels { labels, heirs: vec![Heir { of: LabelId::ROLE, to }] }
    })
}

fn entities() -> impl Strategy<Value = EntityCommand> {
    let entity = || (1..8_u32).prop_map(|it| EntityId::from(&*format!("e{it}")));
    let ids = || prop::collection::vec(id(), 1..4);
    prop_oneof![
        (entity(), entity()).prop_map(|(into, other)| EntityCommand::Merge { into, other }),
        ids().prop_map(EntityCommand::Split),
        (ids(), prop::option::of(entity()))
            .prop_map(|(ids, entity)| EntityCommand::Link { ids, entity }),
        (entity(), "[a-c]{1,2}").prop_map(|(id, name)| EntityCommand::Rename { id, name }),
        (entity(), "[a-c]{0,2}").prop_map(|(id, note)| EntityCommand::SetNote { id, note }),
    ]
}

fn edit() -> impl Strategy<Value = Command> {
    let text = prop::sample::select(vec!["", "ữ", " Mai ", "\u{301}", "2025", "\n"]);
    (0..190_u32, 0..12_u32, text).prop_map(|(at, len, text)| Command::EditText {
        span: Span::new(at, at + len),
        text: text.to_owned(),
    })
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

/// The same on a slow one: what is asked is answered when the `mail` comes, if it still is.
fn tell_slowly(session: &mut Session, msg: Msg, mail: &mut VecDeque<Request>) {
    for effect in session.update(msg, 0) {
        if let Effect::Detect(request) = effect {
            mail.push_back(request);
        }
    }
}

fn deliver(session: &mut Session, mail: &mut VecDeque<Request>) {
    while let Some(request) = mail.pop_front() {
        tell_slowly(session, Msg::Detected(answer(&request)), mail);
    }
}

/// What is open, in few words: what is compared, and what a failure shows. Of suggestions only what
/// they say: ids and entities are those that the detection of the moment gave them.
fn view(session: &Session) -> String {
    let Some(document) = session.document() else { return "nothing".to_owned() };
    let annotation = |it: &Rc<Annotation>| {
        let decided = it.status != Status::Suggested;
        let id = if decided { it.id.as_str() } else { "?" };
        let entity = it.entity.as_ref().filter(|_| decided).map_or("", |it| it.as_str());
        let value = it.timex.as_ref().map_or_else(String::new, ToString::to_string);
        let parts =
            [it.label.as_str(), it.status.as_str(), it.origin.as_str(), entity, &value, &it.note];
        format!("{id} {:?} {}\n", it.span, parts.join(" "))
    };
    let mut annotations: Vec<String> = document.annotations.iter().map(annotation).collect();
    annotations.sort();
    let used = |id: &EntityId| {
        let decided = document.annotations.iter().filter(|it| it.status != Status::Suggested);
        decided.filter_map(|it| it.entity.as_ref()).any(|it| it == id)
    };
    let entities: Vec<_> = document.entities.iter().filter(|it| used(&it.id)).collect();
    let (meta, labels) = (&document.meta, &document.labels);
    format!(
        "{:?} {:?} {:?}\n{}{entities:?}\n{labels:?}",
        document.text,
        meta.reference_date,
        meta.title,
        annotations.concat()
    )
}

fn opened() -> Session {
    let mut session = Session::default();
    tell(&mut session, Msg::Open(NewArticle { text: TEXT.to_owned(), ..NewArticle::default() }));
    tell(&mut session, Msg::Editing(true));
    session
}

/// Sequences that once were not taken back whole.
#[test]
fn known_sequences_are_taken_back() {
    let forward = || Msg::Step(Direction::Forward);
    let date = || Msg::Do(Command::SetReferenceDate(parse_date("2025-03-12")));
    let select = |from, to| Msg::Select { span: Some(Span::new(from, to)), exact: false };
    let retype = |from, to, text: &str| {
        let (span, text) = (Span::new(from, to), text.to_owned());
        Msg::Do(Command::EditText { span, text })
    };
    let only_dates = |to| {
        let labels = Preset::Dates.labels();
        Command::SetLabels { labels, heirs: vec![Heir { of: LabelId::ROLE, to }] }
    };
    let merged = || Command::Merge { id: AnnotationId::numbered(8), direction: Direction::Back };
    let sequences = [
        // What is put together holds a suggestion that the next detection finds again.
        vec![date(), Msg::Pick(AnnotationId::numbered(8)), Msg::Do(merged())],
        vec![
            Msg::Do(Command::SetReferenceDate(None)),
            Msg::Pick(AnnotationId::numbered(8)),
            Msg::Do(Command::SetReferenceDate(None)),
            Msg::Do(merged()),
        ],
        vec![Msg::Pick(AnnotationId::numbered(8)), Msg::Do(merged()), Msg::Step(Direction::Back)],
        // What was learnt renames another mention, and the new name gets an entity.
        vec![forward(), forward(), Msg::Accept, Msg::Label(LabelId::ORG), date()],
        // What was learnt takes a suggestion away that stands inside.
        vec![select(124, 148), Msg::Label(LabelId::LAW), Msg::Label(LabelId::DATE)],
        vec![Msg::Step(Direction::Back), Msg::Step(Direction::Back), Msg::Label(LabelId::ORG)],
        // The new text is read while a decision stands in the way of what is inside of a name.
        vec![
            Msg::Pick(AnnotationId::numbered(7)),
            Msg::Label(LabelId::LOC),
            retype(94, 96, ""),
            retype(131, 133, " Mai "),
        ],
        vec![
            Msg::Draw { span: Span::new(57, 58), exact: false },
            retype(34, 39, "ữ"),
            Msg::Step(Direction::Back),
            Msg::Accept,
        ],
        // Labels go, and a suggestion comes for what was renamed.
        vec![
            Msg::Step(Direction::Back),
            Msg::Label(LabelId::PER),
            select(0, 1),
            Msg::Label(LabelId::ROLE),
            Msg::Do(only_dates(Some(LabelId::DATE))),
        ],
    ];
    for msgs in sequences {
        let mut session = opened();
        let start = view(&session);
        for msg in msgs.clone() {
            tell(&mut session, msg);
        }
        let end = view(&session);
        let depth =
            std::iter::from_fn(|| session.can_undo().then(|| tell(&mut session, Msg::Undo)));
        assert!(depth.count() > 1, "{msgs:?}");
        tell(&mut session, Msg::Redo);
        assert_eq!(view(&session), start, "{msgs:?}");
        while session.can_redo() {
            tell(&mut session, Msg::Redo);
        }
        assert_eq!(view(&session), end, "{msgs:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn all_undone_is_the_start_and_all_redone_the_end(msgs in prop::collection::vec(msg(), 1..1000)) {
        let mut session = opened();
        let start = view(&session);
        for msg in msgs {
            tell(&mut session, msg);
        }
        let end = view(&session);
        while session.can_undo() {
            tell(&mut session, Msg::Undo);
            prop_assert_ne!(session.notice(), Some(&Notice::Stale), "an undo was refused");
        }
        prop_assert_eq!(session.document(), None, "the opening is the first thing that was done");
        tell(&mut session, Msg::Redo);
        prop_assert_eq!(view(&session), start);
        while session.can_redo() {
            tell(&mut session, Msg::Redo);
            prop_assert_ne!(session.notice(), Some(&Notice::Stale), "a redo was refused");
        }
        prop_assert_eq!(view(&session), end);
    }

    /// Answers that come only after more was done, undone or redone.
    #[test]
    fn it_does_not_matter_when_the_detector_answers(
        msgs in prop::collection::vec((msg(), prop::bool::weighted(0.3)), 1..100)
    ) {
        let mut session = opened();
        let start = view(&session);
        let mut mail = VecDeque::new();
        for (msg, comes) in msgs {
            tell_slowly(&mut session, msg, &mut mail);
            if comes {
                deliver(&mut session, &mut mail);
            }
        }
        deliver(&mut session, &mut mail);
        let end = view(&session);
        while session.can_undo() {
            tell_slowly(&mut session, Msg::Undo, &mut mail);
            prop_assert_ne!(session.notice(), Some(&Notice::Stale), "an undo was refused");
        }
        tell_slowly(&mut session, Msg::Redo, &mut mail);
        deliver(&mut session, &mut mail);
        prop_assert_eq!(view(&session), start);
        while session.can_redo() {
            tell_slowly(&mut session, Msg::Redo, &mut mail);
            prop_assert_ne!(session.notice(), Some(&Notice::Stale), "a redo was refused");
        }
        deliver(&mut session, &mut mail);
        prop_assert_eq!(view(&session), end);
    }
}
