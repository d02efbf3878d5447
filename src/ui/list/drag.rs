//! Groups and mentions that are dragged onto another group, and mentions that are dragged out of theirs.

use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, Element, Node};

use crate::document::AnnotationId;
use crate::session::{Command, EntityCommand, Group};

/// What is dragged is kept under types of our own, so that nothing else is taken for it. While it is on
/// its way, a page is told its type and nothing more.
const GROUP: &str = "application/x-dau-group";
const MENTION: &str = "application/x-dau-mention";

/// Says what is dragged: the id of a mention, or that of a group's first one. Not its place: what the detector answers
/// meanwhile may move it.
pub(super) fn start(event: &DragEvent, groups: &[Group]) -> Option<()> {
    let (item, group) = row(event)?;
    let is_one_of_many = item.class_list().contains("mention");
    let id = item.get_attribute("data-annotation").filter(|_| is_one_of_many);
    let data = event.data_transfer()?;
    data.set_effect_allowed("move");
    match id {
        Some(id) => data.set_data(MENTION, &id),
        None => data.set_data(GROUP, groups.get(group)?.items.first()?.id.as_str()),
    }
    .ok()
}

/// Marks what would be the target, and takes the drop there. The place for a mention to be dropped apart
/// is seen for as long as there is one to drop.
pub(super) fn over(event: &DragEvent) -> Option<()> {
    let data = event.data_transfer()?;
    let list = list(event)?;
    unmark(&list);
    if carries(&data, MENTION) {
        list.set_attribute("data-apart", "").ok()?;
    } else if !carries(&data, GROUP) {
        return None;
    }
    let item = apart(event).or_else(|| Some(row(event)?.0))?;
    event.prevent_default();
    item.set_attribute("data-over", "").ok()
}

/// Takes the marks away, once the pointer is out of the list or nothing is dragged any more.
pub(super) fn leave(event: &DragEvent) -> Option<()> {
    let list = list(event)?;
    unmark(&list);
    let to = event.related_target().and_then(|it| it.dyn_into::<Node>().ok());
    if !list.contains(to.as_ref()) {
        list.remove_attribute("data-apart").ok()?;
    }
    Some(())
}

fn unmark(list: &Element) {
    if let Ok(Some(it)) = list.query_selector("[data-over]") {
        let _ = it.remove_attribute("data-over");
    }
}

/// What a drop asks for; nothing on its own group.
pub(super) fn dropped(event: &DragEvent, groups: &[Group]) -> Option<Command> {
    let list = list(event)?;
    unmark(&list);
    let _ = list.remove_attribute("data-apart");
    let data = event.data_transfer()?;
    let kind = [MENTION, GROUP].into_iter().find(|it| carries(&data, it))?;
    let id = AnnotationId::from(data.get_data(kind).ok()?.as_str());
    event.prevent_default();
    if kind == MENTION && apart(event).is_some() {
        return Some(Command::Entities(EntityCommand::Split(vec![id])));
    }
    let (_, into) = row(event)?;
    let from = groups.iter().position(|it| it.items.iter().any(|it| it.id == id));
    let (into, from) = (groups.get(into)?, groups.get(from.filter(|it| *it != into)?)?);
    Some(Command::Entities(match (kind, &into.entity) {
        (GROUP, _) => EntityCommand::Join { into: into.ids(), other: from.ids() },
        (_, Some(entity)) => EntityCommand::Link { ids: vec![id], entity: Some(entity.clone()) },
        (_, None) => EntityCommand::Split(into.ids().into_iter().chain([id]).collect()),
    }))
}

fn carries(data: &DataTransfer, kind: &str) -> bool {
    data.types().includes(&kind.into(), 0)
}

fn list(event: &DragEvent) -> Option<Element> {
    below(event)?.closest(".list").ok()?
}

/// The place that parts a mention from the others, if it is below the pointer.
fn apart(event: &DragEvent) -> Option<Element> {
    below(event)?.closest(".apart").ok()?
}

/// The row below the pointer, and of which group it is.
fn row(event: &DragEvent) -> Option<(Element, usize)> {
    let item = below(event)?.closest("[data-group]").ok()??;
    let group = item.get_attribute("data-group")?.parse().ok()?;
    Some((item, group))
}

/// A text can be dragged too, and be dragged over.
fn below(event: &DragEvent) -> Option<Element> {
    let at = event.target()?;
    at.dyn_ref::<Element>().cloned().or_else(|| at.dyn_ref::<Node>()?.parent_element())
}
