//! What a mouse or a finger points at.

use gloo::utils::document;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MouseEvent, Node, Range};
use yew::NodeRef;

use super::selection;
use crate::document::AnnotationId;

/// A click in the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Click {
    /// What covers the place, innermost last.
    pub ids: Vec<AnnotationId>,
    /// The place, in bytes.
    pub at: Option<u32>,
    /// How many clicks there were in a row.
    pub times: i32,
    /// Whether it chooses one more thing.
    pub also: bool,
}

impl Click {
    /// The click of an event in `article`.
    #[must_use]
    pub fn of(event: &MouseEvent, article: &NodeRef) -> Self {
        let ids = event.target().and_then(|it| selection::attribute(&it, "data-ids"));
        let ids = ids.unwrap_or_default();
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        Self {
            ids: ids.split_whitespace().map(AnnotationId::from).collect(),
            at: article.cast::<Element>().and_then(|it| byte_at(&it, x, y)),
            times: event.detail(),
            also: event.ctrl_key() || event.meta_key(),
        }
    }
}

/// The byte of the text at a point of the window, in pixels; `None` where there is no text.
#[must_use]
pub fn byte_at(article: &Element, x: f64, y: f64) -> Option<u32> {
    let (node, offset) = position(x, y).or_else(|| range(x, y))?;
    article.contains(Some(&node)).then(|| selection::place(article, &node, offset))?
}

/// As the standard has it.
#[expect(clippy::cast_possible_truncation, reason = "a window has fewer pixels")]
fn position(x: f64, y: f64) -> Option<(Node, u32)> {
    Reflect::has(&document(), &"caretPositionFromPoint".into()).ok().filter(|it| *it)?;
    let it = document().caret_position_from_point(x as f32, y as f32)?;
    Some((it.offset_node()?, it.offset()))
}

/// As browsers have it that do not know the standard yet.
fn range(x: f64, y: f64) -> Option<(Node, u32)> {
    let function = Reflect::get(&document(), &"caretRangeFromPoint".into()).ok()?;
    let function: Function = function.dyn_into().ok()?;
    let it: JsValue = function.call2(&document(), &x.into(), &y.into()).ok()?;
    let it: Range = it.dyn_into().ok()?;
    Some((it.start_container().ok()?, it.start_offset().ok()?))
}
