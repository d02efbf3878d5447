//! The lines of the list: a group's own, and below it its mentions unless it is folded.

use std::rc::Rc;

use crate::document::AnnotationId;
use crate::session::Group;

/// Which groups are folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Folds {
    /// Whether all are, but for the exceptions.
    all: bool,
    except: Rc<Vec<String>>,
}

impl Folds {
    fn has(&self, group: &Group) -> bool {
        let excepted = || !self.except.is_empty() && self.except.contains(&group.key());
        group.items.len() > 1 && self.all != excepted()
    }

    /// With one group folded or unfolded.
    pub(super) fn with(&self, group: &Group, folded: bool) -> Self {
        let mut res = self.clone();
        let key = group.key();
        let except = Rc::make_mut(&mut res.except);
        except.retain(|it| *it != key);
        if folded != res.all {
            except.push(key);
        }
        res
    }

    /// All folded if none was, else none.
    pub(super) fn others(&self) -> Self {
        Self { all: *self == Self::default(), ..Self::default() }
    }
}

/// One line: which group it is of, and which of its mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// A group of several mentions.
    Group { group: usize, folded: bool },
    /// One of several mentions.
    Mention { group: usize, item: usize },
    /// A group that is a single mention.
    Single { group: usize },
}

impl Line {
    pub(super) const fn group(self) -> usize {
        match self {
            Self::Group { group, .. } | Self::Mention { group, .. } | Self::Single { group } => {
                group
            }
        }
    }

    /// The mention that it is, if it is one.
    pub(super) const fn item(self) -> Option<usize> {
        match self {
            Self::Group { .. } => None,
            Self::Mention { item, .. } => Some(item),
            Self::Single { .. } => Some(0),
        }
    }

    /// Whether the current annotation is here; a folded group stands for its mentions.
    pub(super) fn is_current(self, groups: &[Group], current: &AnnotationId) -> bool {
        let group = &groups[self.group()];
        match self {
            Self::Group { folded, .. } => folded && group.has(current),
            Self::Mention { item, .. } => group.items[item].id == *current,
            Self::Single { .. } => group.has(current),
        }
    }
}

/// The lines of these groups.
pub(super) fn lines(groups: &[Group], folds: &Folds) -> Vec<Line> {
    let of = |(group, it): (usize, &Group)| {
        let folded = folds.has(it);
        let mentions = if folded { 0 } else { it.items.len() };
        let head = match it.items.len() {
            1 => Line::Single { group },
            _ => Line::Group { group, folded },
        };
        let below = (0..mentions).filter(move |_| head != Line::Single { group });
        [head].into_iter().chain(below.map(move |item| Line::Mention { group, item }))
    };
    groups.iter().enumerate().flat_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Annotation, LabelId, Origin, Status};
    use crate::text::Span;

    fn group(name: &str, ids: &[u64]) -> Group {
        let item = |it: &u64| {
            let (id, span) = (AnnotationId::numbered(*it), Span::new(0, 1));
            let (status, origin) = (Status::Suggested, Origin::Detected);
            Rc::new(Annotation::new(id, LabelId::PER, span, status, origin))
        };
        let items: Vec<_> = ids.iter().map(item).collect();
        Group { entity: None, label: LabelId::PER, name: name.to_owned(), suggested: 0, items }
    }

    /// `+` unfolded, `-` folded, each mention by its number, `*` where the current one is.
    fn drawn(groups: &[Group], folds: &Folds, current: u64) -> String {
        let current = AnnotationId::numbered(current);
        let word = |it: Line| {
            let what = match it {
                Line::Group { folded: false, .. } => "+".to_owned(),
                Line::Group { folded: true, .. } => "-".to_owned(),
                _ => groups[it.group()].items[it.item().unwrap_or_default()].id.to_string(),
            };
            format!("{what}{}", if it.is_current(groups, &current) { "*" } else { "" })
        };
        lines(groups, folds).into_iter().map(word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn groups_are_folded_one_by_one_and_all_together() {
        let groups = [group("Mai", &[1, 3]), group("An", &[2]), group("Huế", &[4, 5])];
        let open = Folds::default();
        assert_eq!(drawn(&groups, &open, 3), "+ a1 a3* a2 + a4 a5");
        let one = open.with(&groups[0], true);
        assert_eq!(drawn(&groups, &one, 3), "-* a2 + a4 a5");
        assert_eq!(one.with(&groups[0], false), open);
        assert_eq!(drawn(&groups, &one.others(), 2), "+ a1 a3 a2* + a4 a5");
        let all = open.others();
        assert_eq!(drawn(&groups, &all, 2), "- a2* -");
        assert_eq!(drawn(&groups, &all.with(&groups[2], false), 5), "- a2 + a4 a5*");
        assert_eq!(all.with(&groups[0], true), all);
    }
}
