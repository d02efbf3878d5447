//! What the person has changed about the keys.

use serde::{Deserialize, Serialize};

use super::{Act, Key, capital};
use crate::document::LabelSet;

/// Keys other than the built-in ones, and whether characters alone are keys at all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Keymap {
    /// Whether a key that writes a character works only while Alt is held, for those who speak to
    /// their machine or type by accident.
    pub characters_need_alt: bool,
    /// What stands in place of the built-in keys of an act.
    own: Vec<(Act, String)>,
}

/// Who has a key already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Another act.
    By(Act),
    /// A label.
    ByLabel,
    /// The browser or the page's dialogs need it.
    Reserved,
}

/// What works in every dialog and field and so cannot be given away.
const RESERVED: [&str; 4] = ["Enter", "Escape", "Tab", "Shift+Tab"];

impl Keymap {
    /// The keys of an act.
    #[must_use]
    pub fn keys(&self, act: Act) -> Vec<&str> {
        self.own(act).map_or_else(|| act.default_keys().to_vec(), |it| vec![it])
    }

    /// Whether `chord` is a key of `act`.
    #[must_use]
    pub fn has(&self, act: Act, chord: &str) -> bool {
        self.keys(act).contains(&chord)
    }

    /// Whether the person has changed the keys of `act`.
    #[must_use]
    pub fn is_own(&self, act: Act) -> bool {
        self.own(act).is_some()
    }

    fn own(&self, act: Act) -> Option<&str> {
        self.own.iter().find(|it| it.0 == act).map(|it| it.1.as_str())
    }

    /// Gives an act another key, in place of those that it has.
    ///
    /// # Errors
    ///
    /// [`Taken`] if something else has it; then nothing changes.
    pub fn set(&mut self, act: Act, chord: &str, labels: &LabelSet) -> Result<(), Taken> {
        if let Some(other) = Act::ALL.iter().find(|it| **it != act && self.has(**it, chord)) {
            return Err(Taken::By(*other));
        }
        if labels.iter().any(|it| capital(&it.key) == chord) {
            return Err(Taken::ByLabel);
        }
        if RESERVED.contains(&chord) && !act.default_keys().contains(&chord) {
            return Err(Taken::Reserved);
        }
        self.reset(act);
        if act.default_keys() != [chord] {
            self.own.push((act, chord.to_owned()));
        }
        Ok(())
    }

    /// Gives an act its built-in keys back.
    pub fn reset(&mut self, act: Act) {
        self.own.retain(|it| it.0 != act);
    }

    /// The key as the table has it: without Alt where characters need it. `None` for a
    /// character that is only that.
    pub(super) fn read<'a>(&self, key: Key<'a>) -> Option<Key<'a>> {
        if !self.characters_need_alt || !key.is_character() || key.command {
            return Some(key);
        }
        key.alt.then_some(Key { alt: false, ..key })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::keys::{Action, Focus, Place, action};

    fn place(labels: &LabelSet) -> Place<'_> {
        Place {
            focus: Focus::Article,
            labels: Some(labels),
            selection: false,
            current: true,
            offer: false,
            editing: false,
        }
    }

    fn press(keymap: &Keymap, name: &str, alt: bool) -> Option<Action> {
        action(Key { name, alt, ..Key::default() }, place(&LabelSet::builtin()), keymap)
    }

    #[test]
    fn an_act_has_the_key_it_was_given_and_no_other() {
        let mut keymap = Keymap::default();
        keymap.set(Act::LeastSure, "G", &LabelSet::builtin()).unwrap();
        assert_eq!(press(&keymap, "g", false), Some(Action::Do(Act::LeastSure)));
        assert_eq!(press(&keymap, "u", false), None);
        keymap.reset(Act::LeastSure);
        assert_eq!(press(&keymap, "u", false), Some(Action::Do(Act::LeastSure)));
        assert_eq!(press(&keymap, "g", false), None);
    }

    #[test]
    fn a_key_that_is_taken_is_refused() {
        let cases = [
            ("A", Err(Taken::By(Act::Propagate))),
            ("Ctrl+K", Err(Taken::By(Act::Commands))),
            ("Enter", Err(Taken::By(Act::Accept))),
            ("4", Err(Taken::ByLabel)),
            ("J", Ok(())),
            ("N", Err(Taken::By(Act::Overlapping))),
            ("U", Ok(())),
            ("Ctrl+Alt+U", Ok(())),
        ];
        for (chord, want) in cases {
            let mut keymap = Keymap::default();
            let before = keymap.clone();
            let res = keymap.set(Act::LeastSure, chord, &LabelSet::builtin());
            assert_eq!(res, want, "{chord}");
            assert_eq!(res.is_err() || chord == "U", keymap == before, "{chord}");
        }
        let mut keymap = Keymap::default();
        keymap.set(Act::Next, "J", &LabelSet::builtin()).unwrap();
        assert_eq!(keymap.set(Act::Undo, "Tab", &LabelSet::builtin()), Err(Taken::Reserved));
        assert_eq!(keymap.set(Act::Next, "Tab", &LabelSet::builtin()), Ok(()));
    }

    #[test]
    fn characters_can_be_made_to_need_alt() {
        let keymap = Keymap { characters_need_alt: true, ..Keymap::default() };
        for name in ["a", "u", "?", "1"] {
            assert_eq!(press(&keymap, name, false), None, "{name}");
            assert!(press(&keymap, name, true).is_some(), "{name}");
        }
        assert_eq!(press(&keymap, "Enter", false), Some(Action::Do(Act::Accept)));
    }

    #[test]
    fn what_is_stored_is_read_back() {
        let mut keymap = Keymap { characters_need_alt: true, ..Keymap::default() };
        keymap.set(Act::StartBack, "Ctrl+B", &LabelSet::builtin()).unwrap();
        let text = serde_json::to_string(&keymap).unwrap();
        assert!(text.contains("start-back"), "{text}");
        assert_eq!(serde_json::from_str::<Keymap>(&text).unwrap(), keymap);
        assert_eq!(serde_json::from_str::<Keymap>("{}").unwrap(), Keymap::default());
    }

    #[test]
    fn no_built_in_key_is_meant_twice() {
        let labels = LabelSet::builtin();
        let focuses = [Focus::Article, Focus::Page, Focus::Control, Focus::Field];
        for (focus, so) in focuses.into_iter().flat_map(|it| (0..16).map(move |so| (it, so))) {
            // Only one of a selection and a current annotation is there at a time.
            let (selection, current, offer) = (so & 1 > 0, so & 3 == 2, so & 4 > 0);
            let editing = so & 8 > 0;
            let place = Place { focus, labels: Some(&labels), selection, current, offer, editing };
            let ready = Act::ALL.iter().filter(|it| it.is_ready(&place));
            let mut keys: Vec<_> = ready.flat_map(|it| it.default_keys()).collect();
            let all = keys.len();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), all, "{place:?}");
        }
    }
}
