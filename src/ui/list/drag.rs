//! Groups and mentions that are dragged onto another group.

use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, Element};

use super::rows::RowsProps;
use crate::document::AnnotationId;
use crate::session::{Command, EntityCommand};

/// What is dragged is kept under a type of our own, so that nothing else is taken for it.
const TYPE: &str = "application/x-dau-group";

/// Says which row is dragged: `3` a group, `3 a17` a mention of it.
pub(super) fn start(event: &DragEvent) -> Option<()> {
    let (item, group) = target(event)?;
    let is_one_of_many = item.class_list().contains("mention");
    let id = item.get_attribute("data-annotation").filter(|_| is_one_of_many);
    let said = id.map_or(group.to_string(), |id| format!("{group} {id}"));
    let data = event.data_transfer()?;
    data.set_effect_allowed("move");
    data.set_data(TYPE, &said).ok()
}

/// Marks the group that would be the target, and takes the drop there.
pub(super) fn over(event: &DragEvent) -> Option<()> {
    ours(event)?;
    leave(event);
    let (item, _) = target(event)?;
    event.prevent_default();
    item.set_attribute("data-over", "").ok()
}

/// Takes the mark away.
pub(super) fn leave(event: &DragEvent) -> Option<()> {
    let list = event.current_target()?.dyn_into::<Element>().ok()?;
    list.query_selector("[data-over]").ok()??.remove_attribute("data-over").ok()
}

/// What a drop asks for; nothing on its own group.
pub(super) fn dropped(event: &DragEvent, props: &RowsProps) -> Option<Command> {
    leave(event);
    let said = ours(event)?.get_data(TYPE).ok()?;
    event.prevent_default();
    let (_, into) = target(event)?;
    let (from, id) = said.split_once(' ').map_or((said.as_str(), None), |it| (it.0, Some(it.1)));
    let from: usize = from.parse().ok()?;
    let groups = &props.shown.groups;
    let (into, from) = (groups.get(into)?, groups.get(from).filter(|_| from != into)?);
    Some(Command::Entities(match (id, &into.entity) {
        (None, _) => EntityCommand::Join { into: into.ids(), other: from.ids() },
        (Some(id), Some(entity)) => {
            EntityCommand::Link { ids: vec![id.into()], entity: Some(entity.clone()) }
        }
        (Some(id), None) => {
            let ids = into.ids().into_iter().chain([AnnotationId::from(id)]);
            EntityCommand::Split(ids.collect())
        }
    }))
}

/// What the event carries, if it is from the list.
fn ours(event: &DragEvent) -> Option<DataTransfer> {
    event.data_transfer().filter(|it| it.types().includes(&TYPE.into(), 0))
}

/// The row below the pointer, and of which group it is.
fn target(event: &DragEvent) -> Option<(Element, usize)> {
    let at = event.target()?;
    // A text can be dragged too.
    let element = at
        .dyn_ref::<Element>()
        .cloned()
        .or_else(|| at.dyn_ref::<web_sys::Node>().and_then(web_sys::Node::parent_element))?;
    let item = element.closest("[data-group]").ok()??;
    let group = item.get_attribute("data-group")?.parse().ok()?;
    Some((item, group))
}
