//! Entities for the mentions that the detector put together.

use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::document::{
    Annotation, AnnotationSet, Document, Entity, EntityId, Extra, LabelId, Origin, Status, Step,
    entity_steps,
};
use crate::text::Span;
use crate::worker::Found;

/// Gives each of the detector's groups an entity: the one that already has its name
/// and label, else a new one.
pub(super) struct Linker {
    entities: Vec<Entity>,
    of_group: FxHashMap<u32, EntityId>,
}

impl Linker {
    pub(super) fn new(document: &Document, mentions: &[Found]) -> Self {
        let mut entities: Vec<Entity> = document.entities.to_vec();
        let mut by_name = by_name(&entities);
        let mut of_group = FxHashMap::default();
        let mut number = document.next_entity_number();
        for (group, name, label) in groups(document, mentions) {
            let id = by_name.entry((name.clone(), label.clone())).or_insert_with(|| {
                let id = EntityId::numbered(number);
                number += 1;
                let (link, extra) = (String::new(), Extra::new());
                entities.push(Entity { id: id.clone(), label, name, link, extra });
                id
            });
            of_group.insert(group, id.clone());
        }
        Self { entities, of_group }
    }

    /// The entity of a group of mentions.
    pub(super) fn entity(&self, group: u32) -> Option<EntityId> {
        self.of_group.get(&group).cloned()
    }

    /// The steps that put the entities into the document, where they have changed: those of
    /// the groups, those that a person's own work points to, and those that say more than
    /// the detector knows.
    pub(super) fn finish(self, document: &Document) -> Vec<Step> {
        let own = document.annotations.iter();
        let own = own.filter(|it| it.origin != Origin::Detected || it.status != Status::Suggested);
        let own = own.filter_map(|it| it.entity.as_ref());
        let used: FxHashSet<&EntityId> = own.chain(self.of_group.values()).collect();
        let keeps =
            |it: &Entity| used.contains(&it.id) || !it.link.is_empty() || !it.extra.is_empty();
        let new: Vec<Entity> = self.entities.into_iter().filter(keeps).collect();
        entity_steps(&document.entities, &new)
    }
}

/// Entities by their names and labels, then by the names that they had before. Of several the first has the name:
/// one that a person has parted from it came later.
fn by_name(entities: &[Entity]) -> FxHashMap<(String, LabelId), EntityId> {
    let mut res = FxHashMap::default();
    let names = entities.iter().map(|it| (it.name.as_str(), it));
    let aliases = entities.iter().flat_map(|it| it.aliases().map(move |alias| (alias, it)));
    for (name, it) in names.chain(aliases) {
        res.entry((name.to_owned(), it.label.clone())).or_insert_with(|| it.id.clone());
    }
    res
}

/// Takes references to entities away that are not there: what an undo has brought back may point
/// to what the detector no longer names.
pub(super) fn drop_dangling(document: &mut Document) {
    let known: FxHashSet<&EntityId> = document.entities.iter().map(|it| &it.id).collect();
    let dangles = |it: &Annotation| it.entity.as_ref().is_some_and(|it| !known.contains(it));
    if document.annotations.iter().any(|it| dangles(it)) {
        let bare = |it: &Rc<Annotation>| {
            let entity = it.entity.clone().filter(|it| known.contains(it));
            Annotation { entity, ..(**it).clone() }
        };
        let all: Vec<Annotation> = document.annotations.iter().map(bare).collect();
        document.annotations = Rc::new(AnnotationSet::from_unsorted(all));
    }
}

/// Number, fullest name and label of each group, in the order of their first mention; of labels that
/// the document does not have, none.
fn groups(document: &Document, mentions: &[Found]) -> Vec<(u32, String, LabelId)> {
    let mut place: FxHashMap<u32, usize> = FxHashMap::default();
    let mut res: Vec<(u32, String, LabelId)> = Vec::new();
    for it in mentions {
        let (Some(group), Some(name)) =
            (it.entity, document.text.get(Span::new(it.start, it.end).range()))
        else {
            continue;
        };
        let label = LabelId::from(it.label.as_str());
        if document.labels.get(&label).is_none() {
            continue;
        }
        let at = *place.entry(group).or_insert(res.len());
        if at == res.len() {
            res.push((group, name.to_owned(), label));
        } else if name.chars().count() > res[at].1.chars().count() {
            name.clone_into(&mut res[at].1);
        }
    }
    res
}
