//! Editing the text.

use dau::document::{LabelId, Status};
use dau::session::{Command, Goal, Msg, Navigate, Notice};
use dau::text::Span;

use crate::desk::{Desk, found};

const TEXT: &str = "Mai ở Hue. Lan ở Vinh.";

fn desk() -> Desk {
    let mut res = Desk::open(TEXT);
    res.answer(vec![
        found(TEXT, "Mai", "PER", None),
        found(TEXT, "Hue", "LOC", None),
        found(TEXT, "Lan", "PER", None),
        found(TEXT, "Vinh", "LOC", None),
    ]);
    let (hue, lan) = (res.id("Hue"), res.id("Lan"));
    res.tell_all([Msg::Do(Command::Accept(vec![hue])), Msg::Reject(lan)]);
    res
}

fn edit(desk: &Desk, old: &str, new: &str) -> Msg {
    let at = desk.document().text.find(old).unwrap();
    let span = Span::of(&(at..at + old.len()));
    Msg::Do(Command::EditText { span, text: new.to_owned() })
}

#[test]
fn the_text_is_not_edited_by_accident() {
    let mut desk = desk();
    let before = desk.document().clone();
    desk.tell(edit(&desk, "Hue", "Huế"));
    assert!(matches!(desk.session.notice(), Some(Notice::Refused(_))));
    assert_eq!(desk.document(), &before);
}

#[test]
fn annotations_follow_the_text_and_the_original_is_kept() {
    let mut desk = desk();
    let before = desk.document().clone();
    desk.tell(Msg::Editing(true));
    desk.tell(edit(&desk, "Hue", "Huế"));
    assert_eq!(&*desk.document().text, "Mai ở Huế. Lan ở Vinh.");
    assert_eq!(desk.shown(), "Mai(PER?) Huế(LOC) Vinh(LOC?)");
    assert_eq!(desk.session.original(), Some(TEXT));
    let asked = desk.asked.last().unwrap();
    assert_eq!(&*asked.text, "Mai ở Huế. Lan ở Vinh.");
    // The one that was rejected does not come back where it is now.
    let text = desk.document().text.to_string();
    desk.answer(vec![found(&text, "Lan", "PER", None), found(&text, "Vinh", "LOC", None)]);
    assert_eq!(desk.shown(), "Huế(LOC) Vinh(LOC?)");
    desk.tell(edit(&desk, "Lan", "Lan Anh"));
    assert_eq!(desk.session.original(), Some(TEXT), "the first one");

    desk.tell_all([Msg::Undo, Msg::Undo]);
    assert_eq!((&*desk.document().text, desk.session.original()), (TEXT, None));
    let decided = |it: &dau::document::Document| -> Vec<_> {
        let decided = it.annotations.iter().filter(|it| it.status != Status::Suggested);
        decided.cloned().collect()
    };
    assert_eq!(decided(desk.document()), decided(&before));
    desk.tell_all([Msg::Redo, Msg::Redo]);
    assert_eq!(&*desk.document().text, "Mai ở Huế. Lan Anh ở Vinh.");
}

#[test]
fn what_is_cut_away_goes_and_comes_back() {
    let cases = [
        (" ở Hue", "", "Mai(PER?) Vinh(LOC?)"),
        ("ở Hue. L", "", "Mai(PER?) Vinh(LOC?)"),
        ("ai ở H", "", "M(PER?) ue(LOC) Vinh(LOC?)"),
        ("Mai", "Chị Mai", "Mai(PER?) Hue(LOC) Vinh(LOC?)"),
        ("Mai ở Hue", "Maia ở Huế", "Maia(PER?) Huế(LOC) Vinh(LOC?)"),
        ("Mai ở Hue. Lan", "Nay Mai ở tỉnh Hue. Bà Lan", "Mai(PER?) Hue(LOC) Vinh(LOC?)"),
        ("Hue. Lan ở Vinh", "Huế", "Mai(PER?)"),
        // A mark alone would be on the letter before.
        ("e. L", "\u{301}. L", "Mai(PER?) Hu\u{301}(LOC) Vinh(LOC?)"),
        (". Lan", "\u{301}. Lan", "Mai(PER?) Hue\u{301}(LOC) Vinh(LOC?)"),
        (" ở Hue", "\u{301} ở Hue", "Mai\u{301}(PER?) Hue(LOC) Vinh(LOC?)"),
    ];
    for (old, new, want) in cases {
        let mut desk = desk();
        let before = desk.document().clone();
        desk.tell(Msg::Editing(true));
        desk.tell(edit(&desk, old, new));
        assert_eq!(desk.shown(), want, "{old:?} to {new:?}");
        let end = desk.document().clone();
        desk.tell(Msg::Undo);
        assert_eq!(desk.document(), &before, "{old:?} to {new:?}");
        desk.tell(Msg::Redo);
        assert_eq!(desk.document(), &end, "{old:?} to {new:?}");
    }
}

#[test]
fn what_was_done_before_an_edit_can_still_be_taken_back() {
    let mut desk = desk();
    let start = desk.shown();
    let mai = desk.id("Mai");
    desk.tell(Msg::Editing(true));
    desk.tell(Msg::Do(Command::Relabel { id: mai.clone(), label: LabelId::ORG }));
    desk.tell(edit(&desk, "Mai", "Xin chào. Mai"));
    desk.tell(Msg::Do(Command::Relabel { id: mai, label: LabelId::MISC }));
    assert!(desk.shown().starts_with("Mai(MISC) Hue"), "{}", desk.shown());
    desk.tell_all([Msg::Undo, Msg::Undo, Msg::Undo]);
    assert_eq!(desk.shown(), start);
    desk.tell_all([Msg::Redo, Msg::Redo, Msg::Redo]);
    assert!(desk.shown().starts_with("Mai(MISC) Hue"), "{}", desk.shown());
}

#[test]
fn the_lines_at_hand_are_those_of_what_is_chosen() {
    let text = "Mai.\r\n\r\nLan ở Huế.\nHoa.";
    let mut desk = Desk::open(text);
    desk.answer(vec![found(text, "Lan", "PER", None)]);
    let lines = |desk: &Desk| desk.session.lines_at_hand().map(|it| it.slice(text).to_owned());
    assert_eq!(lines(&desk).as_deref(), Some("Mai."));
    desk.tell(Msg::Navigate(Navigate::Caret { goal: Goal::At(6), extend: false }));
    assert_eq!(lines(&desk).as_deref(), Some(""));
    let lan = desk.id("Lan");
    desk.tell(Msg::Pick(lan));
    assert_eq!(lines(&desk).as_deref(), Some("Lan ở Huế."));
    let at = text.find("Huế").unwrap();
    desk.tell(Msg::Select { span: Some(Span::of(&(at..text.len()))), exact: true });
    assert_eq!(lines(&desk).as_deref(), Some("Lan ở Huế.\nHoa."));
    desk.tell(Msg::Close);
    assert_eq!(lines(&desk), None);
}

#[test]
fn what_the_page_says_of_the_text_before_is_passed_over() {
    let mut desk = desk();
    desk.tell(Msg::Editing(true));
    let whole = Span::of(&(0..TEXT.len()));
    let near_end = Span::new(whole.end() - 1, whole.end());
    desk.tell(Msg::Select { span: Some(near_end), exact: true });
    desk.tell(edit(&desk, " Lan ở Vinh.", ""));
    assert_eq!(desk.session.selection(), None);
    assert!(desk.session.caret() as usize <= desk.document().text.len());
    for span in [whole, Span::new(0, 5)] {
        desk.tell(Msg::Navigate(Navigate::Also { span, exact: false }));
        desk.tell(Msg::Draw { span, exact: true });
        desk.tell(Msg::Select { span: Some(span), exact: false });
        assert_eq!((desk.session.selection(), desk.session.others().len()), (None, 0), "{span:?}");
    }
}

#[test]
fn what_does_not_fit_the_text_is_refused() {
    let mut desk = desk();
    desk.tell(Msg::Editing(true));
    let before = desk.document().clone();
    // Inside of a letter, and after the text.
    let at = u32::try_from(TEXT.find("ở").unwrap()).unwrap();
    for span in [Span::new(at, at + 1), Span::new(0, 9_999)] {
        desk.tell(Msg::Do(Command::EditText { span, text: "x".to_owned() }));
        assert!(matches!(desk.session.notice(), Some(Notice::Refused(_))), "{span:?}");
        assert_eq!(desk.document(), &before);
    }
}
