//! What annotations can be.

use std::borrow::Cow;
use std::fmt;

use super::Extra;
use crate::text::bare;

/// Names a label within a label set. The built-in ones cost nothing to clone.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LabelId(Cow<'static, str>);

impl LabelId {
    /// A person's name.
    pub const PER: Self = Self(Cow::Borrowed("PER"));
    /// An organisation.
    pub const ORG: Self = Self(Cow::Borrowed("ORG"));
    /// A place.
    pub const LOC: Self = Self(Cow::Borrowed("LOC"));
    /// A date, time, duration or set of times.
    pub const DATE: Self = Self(Cow::Borrowed("DATE"));
    /// A title, office or degree.
    pub const ROLE: Self = Self(Cow::Borrowed("ROLE"));
    /// A legal or official document.
    pub const LAW: Self = Self(Cow::Borrowed("LAW"));
    /// A named event.
    pub const EVENT: Self = Self(Cow::Borrowed("EVENT"));
    /// A number with its unit.
    pub const QTY: Self = Self(Cow::Borrowed("QTY"));
    /// Any other name.
    pub const MISC: Self = Self(Cow::Borrowed("MISC"));

    /// The labels of the contract, in the order of their keys.
    pub const BUILTIN: [Self; 9] = [
        Self::PER,
        Self::ORG,
        Self::LOC,
        Self::DATE,
        Self::ROLE,
        Self::LAW,
        Self::EVENT,
        Self::QTY,
        Self::MISC,
    ];

    /// Whether names of this kind hold names of another: bodies and events hold places and bodies,
    /// people hold none. Of labels of a person's own nobody knows, so they may.
    #[must_use]
    pub fn may_hold(&self, inner: &Self) -> bool {
        let own = |it: &Self| !Self::BUILTIN.contains(it);
        let holds = [Self::ORG, Self::EVENT].contains(self);
        own(self) || own(inner) || holds && [Self::LOC, Self::ORG].contains(inner)
    }

    /// The id as it is written in files and in the page.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for LabelId {
    fn from(id: &str) -> Self {
        let builtin = Self::BUILTIN.into_iter().find(|it| it.as_str() == id);
        builtin.unwrap_or_else(|| Self(Cow::Owned(id.to_owned())))
    }
}

impl fmt::Display for LabelId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for LabelId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One label of a set.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Its name in files.
    pub id: LabelId,
    /// Its name for people. The page shows a built-in one's in its own language.
    pub name: String,
    /// `#rrggbb`.
    pub color: String,
    /// The key that gives it; empty when it has none.
    pub key: String,
    /// Members of the file that this version does not know.
    pub extra: Extra,
}

/// The member of a label's object in a file that says that it is not shown.
const HIDDEN: &str = "hidden";

impl Label {
    /// A label of the person's own, with a colour and no key yet.
    #[must_use]
    pub fn new(id: LabelId, name: &str, color: &str) -> Self {
        let (name, color) = (name.to_owned(), color.to_owned());
        Self { id, name, color, key: String::new(), extra: Extra::new() }
    }

    /// Whether its annotations are there but not shown.
    #[must_use]
    pub fn is_hidden(&self) -> bool {
        self.extra.get(HIDDEN).and_then(serde_json::Value::as_bool).unwrap_or_default()
    }

    /// Shows its annotations, or does not.
    pub fn hide(&mut self, hidden: bool) {
        if hidden {
            self.extra.insert(HIDDEN.to_owned(), true.into());
        } else {
            self.extra.shift_remove(HIDDEN);
        }
    }
}

/// The labels in use, in the order in which they are shown. No id stands twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LabelSet(Vec<Label>);

impl LabelSet {
    /// The labels of the contract.
    ///
    /// The colours are Okabe and Ito's and Tol's, which differ also for people who see fewer
    /// colours; no label is told by its colour alone.
    #[must_use]
    pub fn builtin() -> Self {
        const NAMES: [(&str, &str); 9] = [
            ("Person", "#0072B2"),
            ("Organisation", "#D55E00"),
            ("Location", "#009E73"),
            ("Date and time", "#AA4499"),
            ("Role", "#56B4E9"),
            ("Legal document", "#882255"),
            ("Event", "#E69F00"),
            ("Quantity", "#777777"),
            ("Other", "#999933"),
        ];
        let label = |(idx, id): (usize, LabelId)| Label {
            id,
            name: NAMES[idx].0.to_owned(),
            color: NAMES[idx].1.to_owned(),
            key: (idx + 1).to_string(),
            extra: Extra::new(),
        };
        Self(LabelId::BUILTIN.into_iter().enumerate().map(label).collect())
    }

    /// The labels in `labels`; `None` if an id stands twice.
    #[must_use]
    pub fn from_labels(labels: Vec<Label>) -> Option<Self> {
        let twice = |(idx, it): (usize, &Label)| labels[..idx].iter().any(|old| old.id == it.id);
        (!labels.iter().enumerate().any(twice)).then_some(Self(labels))
    }

    /// Those of the built-in labels that are named, in the order in which they are named and with
    /// keys from `1` on.
    #[must_use]
    pub fn builtin_only(ids: &[LabelId]) -> Self {
        let all = Self::builtin();
        let label = |(idx, id): (usize, &LabelId)| {
            let key = (idx + 1).to_string();
            all.get(id).map(|it| Label { key, ..it.clone() })
        };
        Self(ids.iter().enumerate().filter_map(label).collect())
    }

    /// Whether annotations with this label are not shown.
    #[must_use]
    pub fn hides(&self, id: &LabelId) -> bool {
        self.get(id).is_some_and(Label::is_hidden)
    }

    /// How many labels there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A key that no label has and that is none of `others`: digits first, then letters.
    #[must_use]
    pub fn free_key(&self, others: &[&str]) -> Option<String> {
        let keys = "1234567890qwertyuiopasdfghjklzxcvbnm".chars().map(String::from);
        let is_free = |it: &String| {
            self.by_key(it).is_none() && !others.iter().any(|other| other.eq_ignore_ascii_case(it))
        };
        keys.into_iter().find(is_free)
    }

    /// An id for a label called `name` that no label has: its letters and digits in capitals, without
    /// marks.
    #[must_use]
    pub fn free_id(&self, name: &str) -> LabelId {
        let base: String = bare(name).chars().filter(|it| it.is_alphanumeric()).collect();
        let base = base.to_ascii_uppercase();
        let base = if base.is_empty() { "LABEL".to_owned() } else { base };
        let numbered = (2..).map(|it| format!("{base}{it}"));
        let mut names = std::iter::once(base.clone()).chain(numbered);
        let free = names.find(|it| self.get(&it.as_str().into()).is_none());
        free.unwrap_or(base).as_str().into()
    }

    /// In the order in which they are shown.
    pub fn iter(&self) -> std::slice::Iter<'_, Label> {
        self.0.iter()
    }

    /// The label with this id.
    #[must_use]
    pub fn get(&self, id: &LabelId) -> Option<&Label> {
        self.0.iter().find(|it| it.id == *id)
    }

    /// The label that this key gives.
    #[must_use]
    pub fn by_key(&self, key: &str) -> Option<&Label> {
        self.0.iter().find(|it| !it.key.is_empty() && it.key == key)
    }
}

impl<'a> IntoIterator for &'a LabelSet {
    type Item = &'a Label;
    type IntoIter = std::slice::Iter<'a, Label>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_set_has_each_id_once() {
        let labels: Vec<Label> = LabelSet::builtin().iter().cloned().collect();
        assert!(LabelSet::from_labels(labels.clone()).is_some());
        assert!(LabelSet::from_labels([labels.clone(), labels].concat()).is_none());
    }

    #[test]
    fn a_new_label_gets_an_id_and_a_key_of_its_own() {
        let labels = LabelSet::builtin();
        for (name, want) in
            [("Bệnh", "BENH"), ("per", "PER2"), ("Số hiệu đơn 7", "SOHIEUDON7"), ("…", "LABEL")]
        {
            assert_eq!(labels.free_id(name).as_str(), want);
        }
        assert_eq!(labels.free_key(&[]).as_deref(), Some("0"));
        assert_eq!(labels.free_key(&["0", "Q"]).as_deref(), Some("w"));
        assert_eq!(LabelSet::default().free_key(&[]).as_deref(), Some("1"));
    }

    #[test]
    fn hidden_is_a_member_of_the_file_only_where_it_is_so() {
        let mut label = Label::new("BỆNH".into(), "Bệnh", "#336699");
        assert!(!label.is_hidden() && label.extra.is_empty());
        label.hide(true);
        assert!(label.is_hidden());
        label.hide(false);
        assert!(!label.is_hidden() && label.extra.is_empty());
    }

    #[test]
    fn a_choice_of_built_in_labels_has_keys_from_one_on() {
        let labels = LabelSet::builtin_only(&[LabelId::LOC, LabelId::MISC]);
        let keys: Vec<_> = labels.iter().map(|it| (it.id.as_str(), it.key.as_str())).collect();
        assert_eq!(keys, [("LOC", "1"), ("MISC", "2")]);
    }

    #[test]
    fn keys_give_labels() {
        let labels = LabelSet::builtin();
        assert_eq!(labels.by_key("4").map(|it| it.id.clone()), Some(LabelId::DATE));
        assert_eq!(labels.by_key(""), None);
    }
}
