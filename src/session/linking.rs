//! Entities for the mentions that the detector put together.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::document::{Document, Entity, EntityId, Extra, LabelId, Origin, Status, Step};
use crate::text::Span;
use crate::worker::Found;

/// Gives each of the detector's groups an entity: the one that already has its name
/// and label, else a new one.
pub(super) struct Linker {
    entities: Vec<Entity>,
    of_group: HashMap<u32, EntityId>,
}

impl Linker {
    pub(super) fn new(document: &Document, mentions: &[Found]) -> Self {
        let mut res = Self { entities: kept(document), of_group: HashMap::new() };
        let mut number = next_number(document);
        for (group, name, label) in groups(document, mentions) {
            let there = res.entities.iter().find(|it| it.name == name && it.label == label);
            let id =
                there.map_or_else(|| EntityId::from(&*format!("e{number}")), |it| it.id.clone());
            if there.is_none() {
                number += 1;
                let (link, extra) = (String::new(), Extra::new());
                res.entities.push(Entity { id: id.clone(), label, name, link, extra });
            }
            res.of_group.insert(group, id);
        }
        res
    }

    /// The entity of a group of mentions.
    pub(super) fn entity(&self, group: u32) -> Option<EntityId> {
        self.of_group.get(&group).cloned()
    }

    /// The step that puts the entities into the document, if they have changed.
    pub(super) fn finish(self, document: &Document) -> Option<Step> {
        let old = Rc::clone(&document.entities);
        (*old != self.entities).then(|| Step::Entities { old, new: Rc::new(self.entities) })
    }
}

/// Entities that a person's own work points to, or that say more than the detector knows.
fn kept(document: &Document) -> Vec<Entity> {
    let own = document.annotations.iter();
    let own = own.filter(|it| it.origin != Origin::Detected || it.status != Status::Suggested);
    let used: HashSet<&EntityId> = own.filter_map(|it| it.entity.as_ref()).collect();
    let keeps = |it: &&Entity| used.contains(&it.id) || !it.link.is_empty() || !it.extra.is_empty();
    document.entities.iter().filter(keeps).cloned().collect()
}

fn next_number(document: &Document) -> u64 {
    let number = |it: &Entity| it.id.as_str().strip_prefix('e')?.parse::<u64>().ok();
    document.entities.iter().filter_map(number).max().map_or(1, |it| it + 1)
}

/// Number, fullest name and label of each group, in the order of their first mention.
fn groups(document: &Document, mentions: &[Found]) -> Vec<(u32, String, LabelId)> {
    let mut place: HashMap<u32, usize> = HashMap::new();
    let mut res: Vec<(u32, String, LabelId)> = Vec::new();
    for it in mentions {
        let (Some(group), Some(name)) =
            (it.entity, document.text.get(Span::new(it.start, it.end).range()))
        else {
            continue;
        };
        let at = *place.entry(group).or_insert(res.len());
        if at == res.len() {
            res.push((group, name.to_owned(), LabelId::from(it.label.as_str())));
        } else if name.chars().count() > res[at].1.chars().count() {
            name.clone_into(&mut res[at].1);
        }
    }
    res
}
