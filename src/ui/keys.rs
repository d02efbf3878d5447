//! Which key does what.
//!
//! [`Act`] is all that a person can ask of the page by a key or by its name; a [`Keymap`] is
//! what the person has changed about the keys; [`action`] reads a key that was pressed.

mod act;
mod keymap;

use std::fmt::Write as _;

pub use act::Act;
pub use keymap::{Keymap, Taken};

use crate::document::{AnnotationId, LabelId, LabelSet};

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

impl Key<'_> {
    /// The key as it is written: `Ctrl+Shift+Z`, `Alt+ArrowLeft`, `A`, `?`.
    ///
    /// Shift is left out where it only makes the character (`?`, and digits on some keyboards), and
    /// with a letter alone, so that Caps Lock changes nothing.
    #[must_use]
    pub fn chord(&self) -> String {
        let mut res = String::new();
        let is_with_others = self.is_letter() && (self.command || self.alt);
        let shift = self.shift && (!self.is_character() || is_with_others);
        for (held, name) in [(self.command, "Ctrl"), (self.alt, "Alt"), (shift, "Shift")] {
            if held {
                // Writing to a string cannot fail.
                let _ = write!(res, "{name}+");
            }
        }
        if self.is_character() {
            res.push_str(&capital(self.name));
        } else {
            res.push_str(self.name);
        }
        res
    }

    /// Whether it is one character rather than a key with a name.
    fn is_character(&self) -> bool {
        self.name.chars().nth(1).is_none()
    }

    fn is_letter(&self) -> bool {
        self.is_character() && self.name.chars().all(char::is_alphabetic)
    }
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
    /// Whether the last change can be done elsewhere too.
    pub offer: bool,
    /// Whether the text can be edited.
    pub editing: bool,
}

impl Place<'_> {
    /// Whether there is something to label.
    #[must_use]
    pub const fn has_something(&self) -> bool {
        self.selection || self.current
    }
}

/// What a key does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// An act of the table.
    Do(Act),
    /// Moves the caret as the act does, and selects what it passes.
    Extend(Act),
    /// Labels the selection, else relabels the current annotation.
    Label(LabelId),
    /// Says that what the current annotation points to is what this one points to.
    SameAs(AnnotationId),
}

/// What `key` does at `place`; `None` if it is the browser's.
#[must_use]
pub fn action(key: Key<'_>, place: Place<'_>, keymap: &Keymap) -> Option<Action> {
    if key.composing {
        return None;
    }
    let key = keymap.read(key)?;
    let meant = |key: Key<'_>| {
        let chord = key.chord();
        let is_meant = |it: &&Act| it.is_ready(&place) && keymap.has(**it, &chord);
        Act::ALL.iter().find(is_meant).copied()
    };
    let extended = || {
        let it = meant(Key { shift: false, ..key }).filter(|it| key.shift && it.moves_caret());
        it.map(Action::Extend)
    };
    let label = labelled(key, place).map(Action::Label);
    label.or_else(|| meant(key).map(Action::Do)).or_else(extended)
}

/// A character as chords have it: those of ASCII are capital letters, others small ones. The page has no other use
/// for the table of all capital letters.
#[must_use]
pub fn capital(name: &str) -> String {
    name.to_lowercase().to_ascii_uppercase()
}

fn labelled(key: Key<'_>, place: Place<'_>) -> Option<LabelId> {
    let typing = place.focus == Focus::Field;
    if typing || key.command || key.alt || !place.has_something() {
        return None;
    }
    let labels = place.labels?;
    let name = key.name.to_lowercase();
    let label = labels.by_key(key.name).or_else(|| labels.by_key(&name));
    label.map(|it| it.id.clone())
}

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

    /// What is so: `a`rticle, `c`ontrol or `f`ield has the focus; `*` current, `_` selection, `+` offer, `!` editing.
    fn at<'a>(labels: &'a LabelSet, text: &str) -> Place<'a> {
        let focus = match text.chars().find(char::is_ascii_alphabetic) {
            Some('a') => Focus::Article,
            Some('c') => Focus::Control,
            Some('f') => Focus::Field,
            _ => Focus::Page,
        };
        let has = |it| text.contains(it);
        Place {
            focus,
            labels: Some(labels),
            selection: has('_'),
            current: has('*'),
            offer: has('+'),
            editing: has('!'),
        }
    }

    fn check(keys: &str, place: &str, want: Option<Action>) {
        let labels = LabelSet::builtin();
        assert_eq!(
            action(key(keys), at(&labels, place), &Keymap::default()),
            want,
            "{keys} {place}"
        );
    }

    fn does(act: Act) -> Option<Action> {
        Some(Action::Do(act))
    }

    fn label(id: LabelId) -> Option<Action> {
        Some(Action::Label(id))
    }

    #[test]
    fn labels_have_their_keys() {
        for place in ["a*", "a_", "_", "c*", "*"] {
            check("1", place, label(LabelId::PER));
            check("S-4", place, label(LabelId::DATE));
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
        check("C-s", "f", does(Act::Save));
    }

    #[test]
    fn keys_of_the_article() {
        let cases = [
            ("Tab", "a", does(Act::Next)),
            ("S-Tab", "a*", does(Act::Previous)),
            ("Tab", "", None),
            ("Tab", "c*", None),
            ("Enter", "a*", does(Act::Accept)),
            ("Enter", "c*", None),
            ("Enter", "a", does(Act::Accept)),
            ("Enter", "", None),
            ("n", "a*", does(Act::Overlapping)),
            ("n", "f", None),
            ("Delete", "a*", does(Act::Remove)),
            ("Backspace", "c*", does(Act::Remove)),
            ("Backspace", "a", None),
            ("a", "*", does(Act::Propagate)),
            ("A", "*", does(Act::Propagate)),
            ("u", "a", does(Act::LeastSure)),
            ("Enter", "a_", does(Act::LabelLikely)),
            ("y", "a+", does(Act::TakeOffer)),
            ("y", "a*", None),
            ("y", "f+", None),
            ("Escape", "a*", does(Act::Escape)),
            ("Escape", "a_", does(Act::Escape)),
            ("Escape", "a", does(Act::Escape)),
            ("Escape", "", None),
            ("F2", "a*", does(Act::Edit)),
            ("F2", "a", None),
            ("e", "a", None),
            ("e", "a!", does(Act::EditText)),
            ("e", "a*!", does(Act::EditText)),
            ("e", "f!", None),
            ("?", "", does(Act::Help)),
            ("S-?", "a", does(Act::Help)),
            ("C-z", "a", does(Act::Undo)),
            ("C-Z", "a", does(Act::Undo)),
            ("CS-Z", "a", does(Act::Redo)),
            ("C-y", "c", does(Act::Redo)),
            ("C-a", "a*", None),
            ("C-f", "a*", does(Act::Find)),
            ("C-f", "f", does(Act::Find)),
            ("F3", "f", does(Act::FindNext)),
            ("S-F3", "a", does(Act::FindPrevious)),
            ("CS-G", "c", does(Act::FindPrevious)),
            ("t", "a", does(Act::Timeline)),
            ("t", "f", None),
            ("C-k", "f", does(Act::Commands)),
            ("C-K", "a", does(Act::Commands)),
        ];
        for (keys, place, want) in cases {
            check(keys, place, want);
        }
    }

    #[test]
    fn arrows_move_the_ends_of_the_current_one() {
        let cases = [
            ("S-ArrowRight", Act::EndForward),
            ("S-ArrowLeft", Act::EndBack),
            ("SA-ArrowRight", Act::EndForwardByCharacter),
            ("SC-ArrowLeft", Act::StartBack),
            ("SCA-ArrowRight", Act::StartForwardByCharacter),
        ];
        for (keys, act) in cases {
            check(keys, "a*", does(act));
            check(keys, "f*", None);
        }
    }

    #[test]
    fn arrows_move_the_caret_and_with_shift_select() {
        let cases = [
            ("ArrowRight", Act::CaretForward),
            ("ArrowUp", Act::CaretUp),
            ("A-ArrowLeft", Act::CaretBackByCharacter),
            ("C-ArrowRight", Act::NextSentence),
            ("C-ArrowUp", Act::PreviousParagraph),
            ("Home", Act::LineStart),
            ("C-End", Act::TextEnd),
        ];
        for (keys, act) in cases {
            let (held, name) = keys.split_once('-').unwrap_or(("", keys));
            let shifted = format!("S{held}-{name}");
            check(keys, "a*", does(act));
            check(&shifted, "a", Some(Action::Extend(act)));
            check(&shifted, "a_", Some(Action::Extend(act)));
            // Elsewhere these keys scroll, or move the caret of a field.
            for place in ["", "c", "f_"] {
                check(keys, place, None);
                check(&shifted, place, None);
            }
            check(&format!("I{held}-{name}"), "a", None);
        }
        check("S-n", "a", does(Act::Overlapping));
        check("S-Delete", "a", None);
    }

    #[test]
    fn little_can_be_done_while_nothing_is_open() {
        let place = Place {
            focus: Focus::Page,
            labels: None,
            selection: false,
            current: false,
            offer: false,
            editing: true,
        };
        for (keys, want) in [
            ("C-s", None),
            ("e", None),
            ("C-f", None),
            ("F3", None),
            ("u", None),
            ("C-z", does(Act::Undo)),
            ("C-k", does(Act::Commands)),
            ("?", does(Act::Help)),
        ] {
            assert_eq!(action(key(keys), place, &Keymap::default()), want, "{keys}");
        }
    }

    #[test]
    fn a_key_is_written_in_one_way() {
        let cases = [
            ("a", "A"),
            ("S-A", "A"),
            ("SC-z", "Ctrl+Shift+Z"),
            ("S-?", "?"),
            ("S-4", "4"),
            ("SA-ArrowLeft", "Alt+Shift+ArrowLeft"),
            ("SCA-ArrowLeft", "Ctrl+Alt+Shift+ArrowLeft"),
            ("S-Tab", "Shift+Tab"),
            ("đ", "đ"),
            ("Đ", "đ"),
        ];
        for (keys, want) in cases {
            assert_eq!(key(keys).chord(), want, "{keys}");
        }
    }
}
