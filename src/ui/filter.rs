//! Which annotations the list shows.

use std::rc::Rc;

use crate::document::{Annotation, AnnotationId, AnnotationSet, LabelId, LabelSet, Status};

/// What is asked for. Nothing asked for is everything that is not rejected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// One of these labels; any if empty.
    pub labels: Vec<LabelId>,
    /// This status.
    pub status: Option<Status>,
}

impl Filter {
    /// The filter with `label` asked for, or no longer.
    #[must_use]
    pub fn toggled(&self, label: &LabelId) -> Self {
        let mut res = self.clone();
        match res.labels.iter().position(|it| it == label) {
            Some(at) => drop(res.labels.remove(at)),
            None => res.labels.push(label.clone()),
        }
        res
    }

    fn has_status(&self, it: &Annotation) -> bool {
        self.status.map_or(it.status != Status::Rejected, |status| it.status == status)
    }

    fn has_label(&self, it: &Annotation) -> bool {
        self.labels.is_empty() || self.labels.contains(&it.label)
    }
}

/// What a filter leaves, and how many there would be of each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// In reading order.
    pub items: Vec<Rc<Annotation>>,
    /// How many of `items` are suggestions.
    pub suggested: usize,
    /// How many have each label that the article has, whichever labels are asked for.
    pub by_label: Vec<(LabelId, usize)>,
    /// How many have each status, whichever status is asked for.
    pub by_status: [usize; 3],
}

impl Shown {
    /// One walk over the annotations.
    #[must_use]
    pub fn new(annotations: &AnnotationSet, labels: &LabelSet, filter: &Filter) -> Self {
        let mut res = Self::default();
        for it in annotations.iter().filter(|it| !labels.hides(&it.label)) {
            if filter.has_label(it) {
                res.by_status[it.status as usize] += 1;
            }
            if filter.has_status(it) {
                res.count_label(&it.label);
            }
            if filter.has_label(it) && filter.has_status(it) {
                res.suggested += usize::from(it.status == Status::Suggested);
                res.items.push(Rc::clone(it));
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
        let open = self.items.iter().filter(|it| it.status == Status::Suggested);
        open.map(|it| it.id.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Origin;
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
        let set = AnnotationSet::from_unsorted(all.iter().enumerate().map(item));
        let show = |labels: &[LabelId], status| {
            let shown =
                Shown::new(&set, &LabelSet::builtin(), &Filter { labels: labels.to_vec(), status });
            let ids: Vec<_> = shown.items.iter().map(|it| it.id.to_string()).collect();
            (ids.join(" "), shown.suggested, shown.of_label(&LabelId::PER), shown.by_status)
        };
        assert_eq!(show(&[], None), ("a0 a1 a2".to_owned(), 2, 2, [2, 1, 1]));
        assert_eq!(show(&[LabelId::PER], None), ("a0 a2".to_owned(), 1, 2, [1, 1, 1]));
        assert_eq!(show(&[LabelId::ORG], Some(Rejected)), (String::new(), 0, 1, [1, 0, 0]));
        assert_eq!(show(&[], Some(Suggested)), ("a0 a1".to_owned(), 2, 1, [2, 1, 1]));
    }
}
