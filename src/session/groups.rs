//! The mentions of an article by what they point to, for the list beside it.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::document::{Annotation, AnnotationId, Document, Entity, EntityId, LabelId, Status};
use crate::text::{bare, fold};

/// What is listed. Nothing asked for is everything that is not rejected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupFilter {
    /// One of these labels; any if empty.
    pub labels: Vec<LabelId>,
    /// This status.
    pub status: Option<Status>,
    /// Words in the name or in a mention, with or without their marks; any if empty.
    pub words: String,
}

/// In which order groups stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GroupSort {
    /// By their first mention.
    #[default]
    Position,
    /// By their names, without marks; of the same without marks, by their marks.
    Name,
    /// The one with the least sure suggestion first; those without suggestions last.
    Uncertainty,
}

/// Mentions of the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they point to; `None` if that is not said, then they have the same words.
    pub entity: Option<EntityId>,
    /// Of the entity, else of the mentions.
    pub label: LabelId,
    /// Of the entity, else what the first mention says.
    pub name: String,
    /// The mentions that the filter leaves, in reading order; never none.
    pub items: Vec<Rc<Annotation>>,
    /// How many of them are suggestions.
    pub suggested: usize,
}

impl Group {
    /// What tells it from the others of its document, whichever of its mentions are listed.
    #[must_use]
    pub fn key(&self) -> String {
        match &self.entity {
            Some(id) => id.as_str().to_owned(),
            None => format!("{} {}", self.label, fold(&self.name)),
        }
    }

    /// Its mentions.
    #[must_use]
    pub fn ids(&self) -> Vec<AnnotationId> {
        self.items.iter().map(|it| it.id.clone()).collect()
    }

    /// Whether an annotation is among its mentions.
    #[must_use]
    pub fn has(&self, id: &AnnotationId) -> bool {
        self.items.iter().any(|it| it.id == *id)
    }

    fn least_sure(&self) -> f64 {
        let open = self.items.iter().filter(|it| it.status == Status::Suggested);
        open.map(|it| it.confidence.unwrap_or(0.0)).fold(f64::INFINITY, f64::min)
    }
}

/// The mentions that `filter` leaves, in groups; of labels that are hidden, none.
#[must_use]
pub fn groups(document: &Document, filter: &GroupFilter, sort: GroupSort) -> Vec<Group> {
    let entities: FxHashMap<&EntityId, &Entity> =
        document.entities.iter().map(|it| (&it.id, it)).collect();
    let mut places: FxHashMap<Key, usize> = FxHashMap::default();
    let mut res: Vec<Group> = Vec::new();
    let seen = document.annotations.iter().filter(|it| !document.labels.hides(&it.label));
    for it in seen.filter(|it| wanted(it, filter)) {
        let entity = it.entity.as_ref().and_then(|id| entities.get(id)).copied();
        let place = *places.entry(key(document, it, entity)).or_insert(res.len());
        if place == res.len() {
            res.push(Group {
                entity: entity.map(|it| it.id.clone()),
                label: entity.map_or(&it.label, |it| &it.label).clone(),
                name: entity.map_or(document.surface(it), |it| &it.name).to_owned(),
                items: Vec::new(),
                suggested: 0,
            });
        }
        res[place].suggested += usize::from(it.status == Status::Suggested);
        res[place].items.push(Rc::clone(it));
    }
    let words = bare(filter.words.trim());
    if !words.is_empty() {
        res.retain(|it| has_words(document, it, &words));
    }
    sorted(res, sort)
}

#[derive(PartialEq, Eq, Hash)]
enum Key {
    Entity(EntityId),
    Words(LabelId, String),
}

fn key(document: &Document, it: &Annotation, entity: Option<&Entity>) -> Key {
    match entity {
        Some(entity) => Key::Entity(entity.id.clone()),
        None => Key::Words(it.label.clone(), fold(document.surface(it))),
    }
}

fn wanted(it: &Annotation, filter: &GroupFilter) -> bool {
    let status = filter.status.map_or(it.status != Status::Rejected, |status| it.status == status);
    status && (filter.labels.is_empty() || filter.labels.contains(&it.label))
}

fn has_words(document: &Document, it: &Group, words: &str) -> bool {
    let surfaces = it.items.iter().map(|it| document.surface(it));
    surfaces.chain([it.name.as_str()]).any(|it| bare(it).contains(words))
}

fn sorted(groups: Vec<Group>, sort: GroupSort) -> Vec<Group> {
    let key = |it: &Group| match sort {
        // They stand so already.
        GroupSort::Position => (0.0, String::new(), String::new()),
        GroupSort::Name => (0.0, bare(&it.name), fold(&it.name)),
        GroupSort::Uncertainty => (it.least_sure(), String::new(), String::new()),
    };
    let mut order: Vec<_> = groups.iter().map(key).zip(0_usize..).collect();
    order.sort_unstable_by(|(a, a_at), (b, b_at)| {
        a.0.total_cmp(&b.0).then_with(|| (&a.1, &a.2, a_at).cmp(&(&b.1, &b.2, b_at)))
    });
    let mut groups: Vec<Option<Group>> = groups.into_iter().map(Some).collect();
    order.into_iter().filter_map(|(_, at)| groups[at].take()).collect()
}
