//! The caret, and choosing pieces of the text by it and by the mouse.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use dau::document::{AnnotationId, LabelId, Status};
use dau::session::{
    Around, Direction, Edge, Goal, Msg, Navigate, NewArticle, Pace, Session, Stride,
};
use dau::text::Span;

const TEXT: &str = "Bà Lò Thị Mai ở bản Nậm Hu. Hôm nay bà về quê.\n\nTối, bà Mai ngủ.";

/// A session without a detector: what is annotated is what the test annotates.
struct Desk(Session);

impl Desk {
    fn open() -> Self {
        let mut res = Self(Session::default());
        res.tell(Msg::Open(NewArticle { text: TEXT.to_owned(), ..NewArticle::default() }));
        res
    }

    fn tell(&mut self, msg: Msg) -> &mut Self {
        let _ = self.0.update(msg, 0);
        self
    }

    fn go(&mut self, it: Navigate) -> &mut Self {
        self.tell(Msg::Navigate(it))
    }

    fn step(&mut self, stride: Stride, way: Direction, extend: bool) -> &mut Self {
        self.go(Navigate::Caret { goal: Goal::By(stride, way), extend })
    }

    fn put(&mut self, before: &str) -> &mut Self {
        let goal = Goal::At(span(before).start());
        self.go(Navigate::Caret { goal, extend: false })
    }

    fn annotate(&mut self, surface: &str, label: LabelId) -> AnnotationId {
        let span = Some(span(surface));
        self.tell(Msg::Select { span, exact: true }).tell(Msg::Label(label));
        self.0.current().unwrap().id.clone()
    }

    fn rest(&self) -> &str {
        &TEXT[self.0.caret() as usize..]
    }

    fn selected(&self) -> Option<&str> {
        self.0.selection().map(|it| it.slice(TEXT))
    }

    fn current(&self) -> Option<&str> {
        self.0.current().map(|it| it.span.slice(TEXT))
    }

    /// `surface(LABEL)` of all that is accepted.
    fn shown(&self) -> String {
        let all = self.0.document().unwrap().annotations.iter();
        let all = all.filter(|it| it.status == Status::Accepted);
        let all = all.map(|it| format!("{}({})", it.span.slice(TEXT), it.label));
        all.collect::<Vec<_>>().join(" ")
    }
}

fn span(surface: &str) -> Span {
    let at = TEXT.find(surface).unwrap();
    Span::of(&(at..at + surface.len()))
}

use Direction::{Back, Forward};

#[test]
fn what_the_caret_draws_is_labelled() {
    let mut desk = Desk::open();
    desk.step(Stride::Syllable, Forward, false);
    for _ in 0..3 {
        desk.step(Stride::Syllable, Forward, true);
    }
    assert_eq!(desk.selected(), Some("Lò Thị Mai"));
    desk.tell(Msg::Label(LabelId::PER));
    assert_eq!((desk.current(), desk.selected()), (Some("Lò Thị Mai"), None));
    // From its end one reads on.
    desk.step(Stride::Syllable, Forward, false).step(Stride::Syllable, Forward, false);
    assert!(desk.rest().starts_with("ở bản"), "{}", desk.rest());
    assert_eq!(desk.current(), None);
}

#[test]
fn a_short_step_leaves_a_selection_at_its_end() {
    let cases = [
        (Stride::Syllable, Forward, " về quê"),
        (Stride::Syllable, Back, "Hôm nay bà"),
        (Stride::Character, Back, "Hôm nay bà"),
        (Stride::Sentence, Forward, "Tối, bà"),
    ];
    for (stride, way, want) in cases {
        let mut desk = Desk::open();
        let span = Some(span("Hôm nay bà"));
        desk.tell(Msg::Select { span, exact: true }).step(stride, way, false);
        assert_eq!(desk.selected(), None);
        assert!(desk.rest().starts_with(want), "{stride:?} {way:?}: {}", desk.rest());
    }
}

#[test]
fn a_selection_by_mouse_goes_on_by_key() {
    let mut desk = Desk::open();
    desk.tell(Msg::Select { span: Some(span("Lò")), exact: false });
    desk.step(Stride::Syllable, Forward, true);
    assert_eq!(desk.selected(), Some("Lò Thị"));
    desk.step(Stride::Character, Forward, true).step(Stride::Character, Forward, true);
    assert_eq!(desk.selected(), Some("Lò Thị M"));
    desk.tell(Msg::Escape).step(Stride::Sentence, Forward, true);
    assert_eq!(desk.selected(), Some("ai ở bản Nậm Hu."), "from where the caret is");
}

#[test]
fn a_place_between_lines_selects_whole_words() {
    let mut desk = Desk::open();
    let inside = span("ngủ").start() + 1;
    desk.put("bà về").go(Navigate::Caret { goal: Goal::At(inside), extend: true });
    assert_eq!(desk.selected(), Some("bà về quê.\n\nTối, bà Mai ngủ"));
}

#[test]
fn annotations_are_stepped_to_from_the_caret() {
    let mut desk = Desk::open();
    desk.annotate("Lò Thị Mai", LabelId::PER);
    desk.annotate("bản Nậm Hu", LabelId::LOC);
    for (before, way, want) in [
        ("Hôm nay", Back, "bản Nậm Hu"),
        ("ở bản", Forward, "bản Nậm Hu"),
        ("ở bản", Back, "Lò Thị Mai"),
        ("Hôm nay", Forward, "Lò Thị Mai"),
    ] {
        desk.put(before).tell(Msg::Step(way));
        assert_eq!(desk.current(), Some(want), "{before} {way:?}");
        assert_eq!(desk.0.caret(), span(want).start());
    }
}

#[test]
fn enter_picks_what_is_at_the_caret() {
    let mut desk = Desk::open();
    desk.annotate("bản Nậm Hu", LabelId::LOC);
    desk.put("Nậm").tell(Msg::Accept);
    assert_eq!(desk.current(), Some("bản Nậm Hu"));
    desk.put("Hôm").tell(Msg::Accept);
    assert_eq!(desk.current(), None);
}

#[test]
fn all_that_lies_over_each_other_is_reached_by_one_key() {
    let mut desk = Desk::open();
    desk.annotate("Lò Thị", LabelId::ORG);
    desk.annotate("Thị Mai ở", LabelId::PER);
    desk.annotate("ở bản", LabelId::LOC);
    desk.annotate("Hôm nay", LabelId::DATE);
    desk.put("Mai");
    let mut seen = Vec::new();
    for _ in 0..4 {
        desk.go(Navigate::Overlapping);
        seen.push(desk.current().unwrap().to_owned());
    }
    assert_eq!(seen, ["Lò Thị", "Thị Mai ở", "ở bản", "Lò Thị"]);
    desk.put("quê").go(Navigate::Overlapping);
    assert_eq!(desk.current(), None);
}

#[test]
fn a_name_or_a_sentence_is_selected_around_a_place() {
    let mut desk = Desk::open();
    let at = span("Thị").start();
    desk.go(Navigate::Around(at, Around::Name));
    assert_eq!(desk.selected(), Some("Bà Lò Thị Mai").map(|it| &it[4..]));
    desk.go(Navigate::Around(at, Around::Sentence));
    assert_eq!(desk.selected(), Some("Bà Lò Thị Mai ở bản Nậm Hu."));
}

#[test]
fn one_label_goes_on_all_that_is_chosen_as_one_step() {
    let mut desk = Desk::open();
    desk.annotate("bản Nậm Hu", LabelId::ORG);
    let also = |surface| Navigate::Also { span: span(surface), exact: false };
    desk.go(also("Hôm nay")).go(also("Mai")).go(also("quê")).go(also("quê"));
    assert_eq!(desk.0.others(), [span("bản Nậm Hu"), span("Hôm nay")]);
    assert_eq!(desk.selected(), Some("Mai"));
    desk.tell(Msg::Label(LabelId::MISC));
    assert_eq!(desk.shown(), "Mai(MISC) bản Nậm Hu(MISC) Hôm nay(MISC)");
    assert!(desk.0.others().is_empty());
    desk.tell(Msg::Undo);
    assert_eq!(desk.shown(), "bản Nậm Hu(ORG)");
}

#[test]
fn anything_else_forgets_the_other_pieces() {
    let leave = [
        Msg::Escape,
        Msg::Select { span: Some(span("quê")), exact: true },
        Msg::Step(Forward),
        Msg::Navigate(Navigate::Caret { goal: Goal::At(0), extend: false }),
        Msg::Undo,
    ];
    for msg in leave {
        let mut desk = Desk::open();
        desk.annotate("bản Nậm Hu", LabelId::LOC);
        desk.go(Navigate::Also { span: span("Mai"), exact: true }).tell(msg.clone());
        assert!(desk.0.others().is_empty(), "{msg:?}");
    }
}

#[test]
fn a_dragged_end_snaps_and_is_one_step() {
    let inside = |surface: &str, by: u32| span(surface).start() + by;
    let cases = [
        (Edge::End, inside("Nậm", 1), false, Some("Mai ở bản Nậm")),
        (Edge::End, inside("Nậm", 1), true, Some("Mai ở bản N")),
        (Edge::Start, inside("Lò", 1), false, Some("Lò Thị Mai ở bản")),
        (Edge::End, inside("Hôm", 0), false, Some("Mai ở bản Nậm Hu")),
        // Over the other end: what lies there.
        (Edge::End, inside("Lò", 0), false, Some("Lò Thị")),
        (Edge::Start, inside("bản", 4), false, Some("bản")),
        (Edge::Start, inside("bản", 5), false, None),
    ];
    for (edge, to, exact, want) in cases {
        let mut desk = Desk::open();
        desk.annotate("Mai ở bản", LabelId::LOC);
        desk.go(Navigate::PutEdge { edge, to, exact });
        assert_eq!(desk.current(), want.or(Some("Mai ở bản")), "{edge:?} {to} {exact}");
        if want.is_some() {
            desk.tell(Msg::Undo);
            assert_eq!(desk.shown(), "Mai ở bản(LOC)");
        }
    }
    // The end that is not dragged stays where it is, be it in the middle of a word.
    let mut desk = Desk::open();
    desk.annotate("Mai ở bản", LabelId::LOC);
    desk.tell(Msg::MoveEdge(Edge::Start, Forward, Pace::Character));
    desk.go(Navigate::PutEdge { edge: Edge::End, to: inside("Nậm", 2), exact: false });
    assert_eq!(desk.current(), Some("ai ở bản Nậm"));
}

#[test]
fn the_caret_stays_in_the_text_that_is_open() {
    let mut desk = Desk::open();
    desk.step(Stride::Text, Forward, false);
    assert_eq!(desk.rest(), "");
    desk.tell(Msg::Open(NewArticle { text: "x".to_owned(), ..NewArticle::default() }));
    assert_eq!(desk.0.caret(), 0);
    desk.tell(Msg::Close).step(Stride::Syllable, Forward, true);
    assert_eq!((desk.0.caret(), desk.0.selection()), (0, None));
}
