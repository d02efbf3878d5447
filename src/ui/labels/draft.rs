//! The labels as they are going to be.

use crate::document::{Label, LabelId, LabelSet};
use crate::session::Heir;
use crate::ui::keys::{Act, Keymap, capital};

/// Colours for new labels, told apart by most people (Okabe and Ito, Tol).
const COLORS: [&str; 6] = ["#CC3311", "#0077BB", "#117733", "#AA3377", "#BB8800", "#555555"];

/// A set that is being edited, and who gets the annotations of labels that went.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Draft {
    labels: LabelSet,
    heirs: Vec<Heir>,
    /// Why a file was not taken.
    refused: Option<String>,
}

/// Why a draft cannot be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// A label has no name.
    NoName,
    /// Two labels have this name.
    NameTwice(String),
    /// Two labels have this key.
    KeyTwice(String),
    /// Something else has this key wherever a label could be given.
    KeyTaken(String, Act),
}

impl Draft {
    pub(super) fn new(labels: &LabelSet) -> Self {
        Self { labels: labels.clone(), heirs: Vec::new(), refused: None }
    }

    pub(super) const fn all(&self) -> &LabelSet {
        &self.labels
    }

    pub(super) fn labels(&self) -> impl Iterator<Item = &Label> {
        self.labels.iter()
    }

    /// Puts a whole set in the place of what is there.
    pub(super) fn replace(&mut self, labels: LabelSet) {
        self.labels = labels;
        self.heirs.clear();
        self.refused = None;
    }

    pub(super) fn refuse(&mut self, why: String) {
        self.refused = Some(why);
    }

    pub(super) fn refused(&self) -> Option<&str> {
        self.refused.as_deref()
    }

    /// A new label at the end, with a key that nothing else has, nor gets back when the keys are reset.
    pub(super) fn add(&mut self, name: &str, keymap: &Keymap) {
        let color = COLORS[self.labels.len() % COLORS.len()];
        let mut new = Label::new(self.labels.free_id(name), name, color);
        let own = Act::ALL.iter().flat_map(|it| keymap.keys(*it));
        let built_in = Act::ALL.iter().flat_map(|it| it.default_keys()).copied();
        let taken: Vec<&str> = own.chain(built_in).collect();
        new.key = self.labels.free_key(&taken).unwrap_or_default();
        self.edit(|labels| labels.push(new));
    }

    pub(super) fn change(&mut self, at: usize, change: impl FnOnce(&mut Label)) {
        self.edit(|labels| change(&mut labels[at]));
    }

    pub(super) fn swap(&mut self, one: usize, other: usize) {
        self.edit(|labels| labels.swap(one, other));
    }

    pub(super) fn remove(&mut self, at: usize) {
        self.edit(|labels| drop(labels.remove(at)));
        let labels = &self.labels;
        self.heirs.retain(|it| it.to.as_ref().is_none_or(|to| labels.get(to).is_some()));
    }

    fn edit(&mut self, edit: impl FnOnce(&mut Vec<Label>)) {
        let mut labels: Vec<Label> = self.labels.iter().cloned().collect();
        edit(&mut labels);
        // No id is given twice.
        self.labels = LabelSet::from_labels(labels).unwrap_or_default();
    }

    pub(super) fn heir(&self, of: &LabelId) -> Option<&LabelId> {
        self.heirs.iter().find(|it| it.of == *of)?.to.as_ref()
    }

    pub(super) fn set_heir(&mut self, of: &LabelId, to: Option<LabelId>) {
        self.heirs.retain(|it| it.of != *of);
        self.heirs.push(Heir { of: of.clone(), to });
    }

    /// The first thing that is wrong.
    pub(super) fn fault(&self, keymap: &Keymap) -> Option<Fault> {
        let labels: Vec<&Label> = self.labels.iter().collect();
        labels.iter().enumerate().find_map(|(at, it)| {
            let before = &labels[..at];
            let key = capital(&it.key);
            let act = Act::ALL.iter().find(|act| keymap.has(**act, &key));
            if it.name.trim().is_empty() {
                Some(Fault::NoName)
            } else if before.iter().any(|other| other.name == it.name) {
                Some(Fault::NameTwice(it.name.clone()))
            } else if !key.is_empty() && before.iter().any(|other| capital(&other.key) == key) {
                Some(Fault::KeyTwice(it.key.clone()))
            } else {
                act.map(|act| Fault::KeyTaken(it.key.clone(), *act))
            }
        })
    }

    pub(super) fn finish(&self) -> (LabelSet, Vec<Heir>) {
        (self.labels.clone(), self.heirs.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(draft: &Draft) -> String {
        draft.labels().map(|it| it.key.as_str()).collect()
    }

    #[test]
    fn a_new_label_has_a_name_and_a_key_that_nothing_has() {
        let mut draft = Draft::new(&LabelSet::builtin());
        for _ in 0..4 {
            draft.add("Bệnh", &Keymap::default());
        }
        assert_eq!(keys(&draft), "1234567890qwi");
        assert_eq!(draft.fault(&Keymap::default()), Some(Fault::NameTwice("Bệnh".into())));
        let ids: Vec<_> = draft.labels().skip(9).map(|it| it.id.to_string()).collect();
        assert_eq!(ids, ["BENH", "BENH2", "BENH3", "BENH4"]);
    }

    #[test]
    fn what_is_wrong_is_told() {
        let with = |change: fn(&mut Label)| {
            let mut draft = Draft::new(&LabelSet::builtin());
            draft.change(1, change);
            draft.fault(&Keymap::default())
        };
        assert_eq!(with(|_| ()), None);
        assert_eq!(with(|it| it.key.clear()), None);
        assert_eq!(with(|it| it.name = "  ".to_owned()), Some(Fault::NoName));
        assert_eq!(
            with(|it| it.name = "Person".to_owned()),
            Some(Fault::NameTwice("Person".to_owned()))
        );
        assert_eq!(with(|it| it.key = "1".to_owned()), Some(Fault::KeyTwice("1".to_owned())));
        let taken = Fault::KeyTaken("u".to_owned(), Act::LeastSure);
        assert_eq!(with(|it| it.key = "u".to_owned()), Some(taken));
    }

    #[test]
    fn keys_are_taken_as_the_person_has_them() {
        let (mut keymap, mut draft) = (Keymap::default(), Draft::new(&LabelSet::builtin()));
        keymap.set(Act::LeastSure, "P", draft.all()).unwrap();
        draft.change(1, |it| it.key = "u".to_owned());
        assert_eq!(draft.fault(&keymap), None);
        draft.change(1, |it| it.key = "p".to_owned());
        assert_eq!(draft.fault(&keymap), Some(Fault::KeyTaken("p".to_owned(), Act::LeastSure)));
    }

    #[test]
    fn an_heir_that_goes_inherits_nothing() {
        let mut draft = Draft::new(&LabelSet::builtin());
        draft.remove(0);
        draft.set_heir(&LabelId::PER, Some(LabelId::MISC));
        assert_eq!(draft.heir(&LabelId::PER), Some(&LabelId::MISC));
        draft.remove(7);
        assert_eq!(draft.heir(&LabelId::PER), None);
    }
}
