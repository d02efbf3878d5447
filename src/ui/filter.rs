//! Which annotations the list shows, and how many there are of each.

use crate::document::{AnnotationId, Document, LabelId, Status};
use crate::session::{Group, GroupFilter, GroupSort, groups};

/// The filter with `label` asked for, or no longer.
#[must_use]
pub fn toggled(filter: &GroupFilter, label: &LabelId) -> GroupFilter {
    let mut res = filter.clone();
    match res.labels.iter().position(|it| it == label) {
        Some(at) => drop(res.labels.remove(at)),
        None => res.labels.push(label.clone()),
    }
    res
}

/// What a filter leaves, and how many there would be of each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// As they are sorted.
    pub groups: Vec<Group>,
    /// How many of their mentions are suggestions.
    pub suggested: usize,
    /// How many have each label that the article has, whichever labels are asked for.
    pub by_label: Vec<(LabelId, usize)>,
    /// How many have each status, whichever status is asked for.
    pub by_status: [usize; 3],
}

impl Shown {
    /// Two walks over the annotations.
    #[must_use]
    pub fn new(document: &Document, filter: &GroupFilter, sort: GroupSort) -> Self {
        let groups = groups(document, filter, sort);
        let suggested = groups.iter().map(|it| it.suggested).sum();
        let mut res = Self { groups, suggested, ..Self::default() };
        let seen = document.annotations.iter().filter(|it| !document.labels.hides(&it.label));
        for it in seen {
            if filter.labels.is_empty() || filter.labels.contains(&it.label) {
                res.by_status[it.status as usize] += 1;
            }
            if filter.status.map_or(it.status != Status::Rejected, |status| it.status == status) {
                res.count_label(&it.label);
            }
        }
        res
    }

    fn count_label(&mut self, label: &LabelId) {
        match self.by_label.iter_mut().find(|it| it.0 == *label) {
            Some(it) => it.1 += 1,
            None => self.by_label.push((label.clone(), 1)),
        }
    }

    /// How many have this label.
    #[must_use]
    pub fn of_label(&self, label: &LabelId) -> usize {
        self.by_label.iter().find(|it| it.0 == *label).map_or(0, |it| it.1)
    }

    /// The suggestions that are shown.
    #[must_use]
    pub fn suggestions(&self) -> Vec<AnnotationId> {
        let items = self.groups.iter().flat_map(|it| &it.items);
        let open = items.filter(|it| it.status == Status::Suggested);
        open.map(|it| it.id.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::document::{Annotation, AnnotationSet, Meta, Origin};
    use crate::text::Span;

    #[test]
    fn what_is_shown_and_counted() {
        let item = |(idx, (label, status)): (usize, &(LabelId, Status))| {
            let at = u32::try_from(idx).unwrap();
            let id = AnnotationId::numbered(u64::from(at));
            Annotation::new(id, label.clone(), Span::new(at, at + 1), *status, Origin::Detected)
        };
        use Status::{Accepted, Rejected, Suggested};
        let all = [
            (LabelId::PER, Suggested),
            (LabelId::ORG, Suggested),
            (LabelId::PER, Accepted),
            (LabelId::PER, Rejected),
        ];
        let mut document = Document::new("abcd", Meta::default());
        let set = AnnotationSet::from_unsorted(all.iter().enumerate().map(item));
        document.annotations = Rc::new(set);
        let show = |labels: &[LabelId], status, words: &str| {
            let filter = GroupFilter { labels: labels.to_vec(), status, words: words.to_owned() };
            let shown = Shown::new(&document, &filter, GroupSort::Position);
            let ids: Vec<_> =
                shown.groups.iter().flat_map(Group::ids).map(|it| it.to_string()).collect();
            (ids.join(" "), shown.suggested, shown.of_label(&LabelId::PER), shown.by_status)
        };
        assert_eq!(show(&[], None, ""), ("a0 a1 a2".to_owned(), 2, 2, [2, 1, 1]));
        assert_eq!(show(&[], None, "b"), ("a1".to_owned(), 1, 2, [2, 1, 1]));
        assert_eq!(show(&[LabelId::PER], None, ""), ("a0 a2".to_owned(), 1, 2, [1, 1, 1]));
        assert_eq!(show(&[LabelId::ORG], Some(Rejected), ""), (String::new(), 0, 1, [1, 0, 0]));
        assert_eq!(show(&[], Some(Suggested), ""), ("a0 a1".to_owned(), 2, 1, [2, 1, 1]));
    }
}
