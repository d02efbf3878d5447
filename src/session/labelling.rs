//! Another set of labels, and what becomes of the annotations of those that go.

use std::rc::Rc;

use super::command::CommandError;
use crate::document::{
    Annotation, Document, Entity, LabelId, LabelSet, Status, Step, Transaction, entity_steps,
};

/// What happens to the annotations of a label that is not in the new set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heir {
    /// The label that goes.
    pub of: LabelId,
    /// The label that they get; `None` to take them away.
    pub to: Option<LabelId>,
}

/// The steps to other labels. Annotations of a label that goes and has no heir are taken away, and
/// so are suggestions that nobody has looked at: the detector makes them anew where the label is
/// still there.
///
/// # Errors
///
/// [`CommandError::NoLabel`] if an heir is not in the new set.
pub(super) fn plan(
    document: &Document,
    labels: LabelSet,
    heirs: &[Heir],
) -> Result<Transaction, CommandError> {
    if let Some(missing) =
        heirs.iter().filter_map(|it| it.to.as_ref()).find(|it| labels.get(it).is_none())
    {
        return Err(CommandError::NoLabel(missing.clone()));
    }
    if labels == *document.labels {
        return Ok(Transaction::default());
    }
    // While annotations move, both sets are there.
    let both = Rc::new(union(&document.labels, &labels));
    let moving = Move { labels: &labels, heirs };
    let entities = moving.entities(document);
    let annotations = document.annotations.iter().rev();
    let moved: Vec<Step> = annotations.filter_map(|it| moving.annotation(it, &entities)).collect();
    let old = Rc::clone(&document.labels);
    let first = Step::Labels { old, new: Rc::clone(&both) };
    let changed = entity_steps(&document.entities, &entities);
    let last = Step::Labels { old: both, new: Rc::new(labels) };
    Ok(std::iter::once(first).chain(moved).chain(changed).chain([last]).collect())
}

fn union(old: &LabelSet, new: &LabelSet) -> LabelSet {
    let gone = old.iter().filter(|it| new.get(&it.id).is_none());
    LabelSet::from_labels(new.iter().chain(gone).cloned().collect()).unwrap_or_default()
}

struct Move<'m> {
    labels: &'m LabelSet,
    heirs: &'m [Heir],
}

impl Move<'_> {
    /// What becomes of a label; `None` if nothing has it any more.
    fn of(&self, label: &LabelId) -> Option<LabelId> {
        if self.labels.get(label).is_some() {
            return Some(label.clone());
        }
        self.heirs.iter().find(|it| it.of == *label)?.to.clone()
    }

    fn entities(&self, document: &Document) -> Vec<Entity> {
        let entity = |it: &Entity| Some(Entity { label: self.of(&it.label)?, ..it.clone() });
        document.entities.iter().filter_map(entity).collect()
    }

    fn annotation(&self, old: &Rc<Annotation>, entities: &[Entity]) -> Option<Step> {
        let same = self.labels.get(&old.label).is_some();
        let Some(label) = self.of(&old.label).filter(|_| same || old.status != Status::Suggested)
        else {
            return Some(Step::Delete(Rc::clone(old)));
        };
        let mut new = (**old).clone();
        new.timex = new.timex.filter(|_| same || label == LabelId::DATE);
        new.label = label;
        new.entity = new.entity.filter(|id| entities.iter().any(|it| it.id == *id));
        (new != **old).then(|| Step::Replace { old: Rc::clone(old), new: Rc::new(new) })
    }
}
