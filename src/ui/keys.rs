//! Which key does what: the one table, for the page and for its help.

use super::messages::Messages;
use crate::document::LabelSet;
use crate::formats::native::WriteOptions;
use crate::session::{Direction, Edge, Msg, Pace};

/// A key that was pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "so has the keyboard")]
pub struct Key<'a> {
    /// What it gives, as `KeyboardEvent.key` says it.
    pub name: &'a str,
    /// Whether Control or ⌘ is held.
    pub command: bool,
    /// Whether Shift is held.
    pub shift: bool,
    /// Whether Alt is held.
    pub alt: bool,
    /// Whether an input method is composing: its keys are never commands.
    pub composing: bool,
}

/// Where the keyboard's focus is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// In the article.
    Article,
    /// Nowhere in particular.
    #[default]
    Page,
    /// On a button or a link.
    Control,
    /// Where one types, or in a dialog: only what works everywhere does.
    Field,
}

/// What the page knows when a key is pressed.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// Where the focus is.
    pub focus: Focus,
    /// The labels in use; none while nothing is open.
    pub labels: Option<&'a LabelSet>,
    /// Whether a piece of text is selected.
    pub selection: bool,
    /// Whether an annotation is current.
    pub current: bool,
}

/// What a key does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Something for the session.
    Session(Msg),
    /// Shows the map of keys.
    Help,
    /// Lets `Tab` go on through the page.
    LeaveArticle,
    /// Goes to the fields of the current annotation.
    Edit,
}

/// What `key` does at `place`; `None` if it is the browser's.
#[must_use]
pub fn action(key: Key<'_>, place: Place<'_>) -> Option<Action> {
    let labels = place.labels.filter(|_| !key.composing)?;
    if key.command
        && let Some(it) = with_command(key, place)
    {
        return Some(it);
    }
    if place.focus == Focus::Field {
        return None;
    }
    moved_edge(key, place).or_else(|| plain(key, place, labels))
}

fn with_command(key: Key<'_>, place: Place<'_>) -> Option<Action> {
    let typing = place.focus == Focus::Field;
    let msg = match (key.name.to_ascii_lowercase().as_str(), key.shift, key.alt) {
        ("s", false, false) => Msg::Export(WriteOptions::default()),
        ("z", false, false) if !typing => Msg::Undo,
        ("z", true, false) | ("y", false, false) if !typing => Msg::Redo,
        _ => return None,
    };
    Some(Action::Session(msg))
}

/// Shift and an arrow: the end, with Control the start; with Alt by character.
fn moved_edge(key: Key<'_>, place: Place<'_>) -> Option<Action> {
    let direction = match key.name {
        "ArrowLeft" => Direction::Back,
        "ArrowRight" => Direction::Forward,
        _ => return None,
    };
    let edge = if key.command { Edge::Start } else { Edge::End };
    let pace = if key.alt { Pace::Character } else { Pace::Syllable };
    let wanted = key.shift && place.current && !place.selection;
    wanted.then_some(Action::Session(Msg::MoveEdge(edge, direction, pace)))
}

fn plain(key: Key<'_>, place: Place<'_>, labels: &LabelSet) -> Option<Action> {
    if key.command || key.alt {
        return None;
    }
    let session = |it| Some(Action::Session(it));
    if place.selection || place.current {
        let name = key.name.to_lowercase();
        let label = labels.by_key(key.name).or_else(|| labels.by_key(&name));
        if let Some(it) = label {
            return session(Msg::Label(it.id.clone()));
        }
    }
    let reading = matches!(place.focus, Focus::Article | Focus::Page);
    match key.name {
        "Tab" if place.focus == Focus::Article => session(Msg::Step(direction(key.shift))),
        "Enter" if reading && place.current => session(Msg::Accept),
        "Delete" | "Backspace" if place.current => session(Msg::Remove),
        "a" | "A" if place.current => session(Msg::Propagate),
        "u" | "U" => session(Msg::PickLeastSure),
        "Escape" if place.selection || place.current => session(Msg::Escape),
        "Escape" if place.focus == Focus::Article => Some(Action::LeaveArticle),
        "F2" if place.current => Some(Action::Edit),
        "?" => Some(Action::Help),
        _ => None,
    }
}

const fn direction(shift: bool) -> Direction {
    if shift { Direction::Back } else { Direction::Forward }
}

/// One line of the help: keys, each as those that are held together, and what they do.
pub type Line = (&'static [&'static [&'static str]], fn(&Messages) -> &'static str);

/// The map of keys that the help shows. `Ctrl` is ⌘ on a Mac.
pub const MAP: [Line; 14] = [
    (&[&["1"], &["…"], &["9"]], |it| it.key_label),
    (&[&["Tab"], &["Shift", "Tab"]], |it| it.key_step),
    (&[&["Enter"]], |it| it.key_accept),
    (&[&["Delete"], &["Backspace"]], |it| it.key_remove),
    (&[&["A"]], |it| it.key_propagate),
    (&[&["U"]], |it| it.key_least_sure),
    (&[&["Shift", "←"], &["Shift", "→"]], |it| it.key_end),
    (&[&["Ctrl", "Shift", "←"], &["Ctrl", "Shift", "→"]], |it| it.key_start),
    (&[&["Alt"]], |it| it.key_by_character),
    (&[&["F2"]], |it| it.key_edit),
    (&[&["Ctrl", "Z"], &["Ctrl", "Shift", "Z"]], |it| it.key_undo),
    (&[&["Ctrl", "S"]], |it| it.key_save),
    (&[&["Esc"]], |it| it.key_escape),
    (&[&["?"]], |it| it.key_help),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::LabelId;

    /// `C`ontrol, `S`hift, `A`lt and `I`nput method before a `-`, then the key's name.
    fn key(text: &str) -> Key<'_> {
        let (held, name) = text.split_once('-').unwrap_or(("", text));
        let has = |it| held.contains(it);
        Key { name, command: has('C'), shift: has('S'), alt: has('A'), composing: has('I') }
    }

    /// What is so: `a`rticle, `c`ontrol or `f`ield has the focus; `*` current, `_` selection.
    fn at<'a>(labels: &'a LabelSet, text: &str) -> Place<'a> {
        let focus = match text.chars().find(char::is_ascii_alphabetic) {
            Some('a') => Focus::Article,
            Some('c') => Focus::Control,
            Some('f') => Focus::Field,
            _ => Focus::Page,
        };
        let has = |it| text.contains(it);
        Place { focus, labels: Some(labels), selection: has('_'), current: has('*') }
    }

    fn check(keys: &str, place: &str, want: Option<Action>) {
        let labels = LabelSet::builtin();
        assert_eq!(action(key(keys), at(&labels, place)), want, "{keys} {place}");
    }

    fn session(msg: Msg) -> Option<Action> {
        Some(Action::Session(msg))
    }

    #[test]
    fn labels_have_their_keys() {
        for place in ["a*", "a_", "_", "c*", "*"] {
            check("1", place, session(Msg::Label(LabelId::PER)));
            check("S-4", place, session(Msg::Label(LabelId::DATE)));
        }
        check("1", "a", None);
        check("0", "a*", None);
        check("C-1", "a*", None);
    }

    #[test]
    fn nothing_fires_while_one_types() {
        for name in
            ["1", "Tab", "Enter", "Delete", "Backspace", "a", "u", "?", "Escape", "C-z", "SC-z"]
        {
            check(name, "f*_", None);
        }
        for name in ["I-1", "I-Enter", "I-a", "IC-s"] {
            check(name, "a*", None);
        }
        check("C-s", "f", session(Msg::Export(WriteOptions::default())));
    }

    #[test]
    fn keys_of_the_article() {
        let cases = [
            ("Tab", "a", session(Msg::Step(Direction::Forward))),
            ("S-Tab", "a*", session(Msg::Step(Direction::Back))),
            ("Tab", "", None),
            ("Tab", "c*", None),
            ("Enter", "a*", session(Msg::Accept)),
            ("Enter", "c*", None),
            ("Enter", "a", None),
            ("Delete", "a*", session(Msg::Remove)),
            ("Backspace", "c*", session(Msg::Remove)),
            ("Backspace", "a", None),
            ("a", "*", session(Msg::Propagate)),
            ("A", "*", session(Msg::Propagate)),
            ("u", "a", session(Msg::PickLeastSure)),
            ("Escape", "a*", session(Msg::Escape)),
            ("Escape", "a_", session(Msg::Escape)),
            ("Escape", "a", Some(Action::LeaveArticle)),
            ("Escape", "", None),
            ("F2", "a*", Some(Action::Edit)),
            ("F2", "a", None),
            ("?", "", Some(Action::Help)),
            ("S-?", "a", Some(Action::Help)),
            ("C-z", "a", session(Msg::Undo)),
            ("C-Z", "a", session(Msg::Undo)),
            ("CS-Z", "a", session(Msg::Redo)),
            ("C-y", "c", session(Msg::Redo)),
            ("C-a", "a*", None),
            ("C-f", "a*", None),
        ];
        for (keys, place, want) in cases {
            check(keys, place, want);
        }
    }

    #[test]
    fn arrows_move_the_ends_of_the_current_one() {
        use Direction::{Back, Forward};
        use Edge::{End, Start};
        use Pace::{Character, Syllable};
        let cases = [
            ("S-ArrowRight", End, Forward, Syllable),
            ("S-ArrowLeft", End, Back, Syllable),
            ("SA-ArrowRight", End, Forward, Character),
            ("SC-ArrowLeft", Start, Back, Syllable),
            ("SCA-ArrowRight", Start, Forward, Character),
        ];
        for (keys, edge, direction, pace) in cases {
            check(keys, "a*", session(Msg::MoveEdge(edge, direction, pace)));
            check(keys, "a", None);
            check(keys, "f*", None);
        }
        check("ArrowRight", "a*", None);
    }

    #[test]
    fn no_key_does_anything_while_nothing_is_open() {
        let place = Place { focus: Focus::Page, labels: None, selection: false, current: false };
        assert_eq!(action(key("C-s"), place), None);
    }
}
