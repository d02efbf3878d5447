//! The annotations of a document, in reading order.

use std::rc::Rc;

use super::{Annotation, AnnotationId};
use crate::text::Span;

/// Annotations sorted by [`Annotation::key`]; ids are unique.
///
/// A sorted vector serves 50,000 annotations better than an interval tree: queries
/// for overlaps look back no further than the longest span, and a change moves
/// pointers only.
#[derive(Clone, Debug, Default)]
pub struct AnnotationSet {
    items: Vec<Rc<Annotation>>,
    // No span is longer; it may be shorter than this after a removal.
    longest: u32,
    // No id that is or was in the set is `a` and a greater number.
    highest: u64,
}

/// Reading order, as [`Annotation::key`] has it. Each closure that is handed to a sort would make another sort of it.
pub(crate) fn put_in_order(items: &mut [Rc<Annotation>]) {
    items.sort_by(|a, b| a.key().cmp(&b.key()));
}

impl PartialEq for AnnotationSet {
    /// Sets that hold the same are the same, whatever else one of them has held.
    fn eq(&self, other: &Self) -> bool {
        self.items == other.items
    }
}

impl AnnotationSet {
    /// Puts annotations in order.
    #[must_use]
    pub fn from_unsorted(items: impl IntoIterator<Item = Annotation>) -> Self {
        let mut items: Vec<_> = items.into_iter().map(Rc::new).collect();
        put_in_order(&mut items);
        let longest = items.iter().map(|it| it.span.len()).max().unwrap_or(0);
        let highest = items.iter().filter_map(|it| it.id.number()).max().unwrap_or(0);
        Self { items, longest, highest }
    }

    /// A number such that no annotation's id is or was `a` and this number or one after it: what is
    /// taken away can come back under its own id.
    #[must_use]
    pub fn next_number(&self) -> u64 {
        self.highest + 1
    }

    /// Other items in the place of these. No number is given twice even so.
    pub(super) fn with_items(&self, mut items: Vec<Rc<Annotation>>) -> Self {
        put_in_order(&mut items);
        let longest = items.iter().map(|it| it.span.len()).max().unwrap_or(0);
        Self { items, longest, highest: self.highest }
    }

    /// In reading order.
    pub fn iter(&self) -> std::slice::Iter<'_, Rc<Annotation>> {
        self.items.iter()
    }

    /// The same as a slice.
    #[must_use]
    pub fn as_slice(&self) -> &[Rc<Annotation>] {
        &self.items
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The annotation with this id. Looks at each: for one, not for many.
    #[must_use]
    pub fn get(&self, id: &AnnotationId) -> Option<&Rc<Annotation>> {
        self.items.iter().find(|it| it.id == *id)
    }

    /// Those that share at least one byte with `window`, in reading order.
    pub fn intersecting(&self, window: Span) -> impl Iterator<Item = &Rc<Annotation>> {
        let earliest = window.start().saturating_sub(self.longest);
        let from = self.items.partition_point(|it| it.span.start() < earliest);
        let to = self.items.partition_point(|it| it.span.start() < window.end());
        self.items[from..to.max(from)].iter().filter(move |it| it.span.intersects(window))
    }

    /// Adds `new`; its id must not be in the set.
    pub(super) fn insert(&mut self, new: Rc<Annotation>) {
        self.longest = self.longest.max(new.span.len());
        self.highest = self.highest.max(new.id.number().unwrap_or(0));
        let at = self.items.partition_point(|it| it.key() < new.key());
        self.items.insert(at, new);
    }

    /// Takes out `old` if it stands there exactly so.
    pub(super) fn remove(&mut self, old: &Annotation) -> bool {
        let at = self.items.binary_search_by(|it| it.key().cmp(&old.key()));
        let found = at.ok().filter(|at| *self.items[*at] == *old);
        found.map(|at| self.items.remove(at)).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{LabelId, Origin, Status};

    fn item(id: &str, start: u32, end: u32) -> Annotation {
        let span = Span::new(start, end);
        Annotation::new(id.into(), LabelId::PER, span, Status::Suggested, Origin::Detected)
    }

    fn ids<'a>(items: impl Iterator<Item = &'a Rc<Annotation>>) -> String {
        items.map(|it| it.id.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn reading_order_has_the_longest_first() {
        let set = AnnotationSet::from_unsorted([
            item("c", 0, 2),
            item("d", 5, 6),
            item("b", 0, 4),
            item("a", 0, 2),
        ]);
        assert_eq!(ids(set.iter()), "b a c d");
    }

    #[test]
    fn sets_are_the_same_if_they_hold_the_same() {
        let before = AnnotationSet::from_unsorted([item("a", 0, 2)]);
        let mut set = before.clone();
        set.insert(Rc::new(item("b", 0, 9)));
        assert_ne!(set, before);
        assert!(set.remove(&item("b", 0, 9)));
        assert_eq!(set, before);
    }

    #[test]
    fn no_number_is_given_twice() {
        let mut set = AnnotationSet::from_unsorted([item("a4", 0, 2), item("x9", 0, 2)]);
        assert_eq!(set.next_number(), 5);
        set.insert(Rc::new(item("a7", 0, 9)));
        assert!(set.remove(&item("a7", 0, 9)));
        assert_eq!(set.next_number(), 8);
    }

    #[test]
    fn only_what_stands_there_is_removed() {
        let mut set = AnnotationSet::from_unsorted([item("a", 0, 2)]);
        assert!(!set.remove(&item("a", 0, 3)));
        assert!(!set.remove(&item("b", 0, 2)));
        assert!(set.remove(&item("a", 0, 2)));
        assert!(set.is_empty());
    }
}
