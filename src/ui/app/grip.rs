//! Dragging an end of the current annotation.

use gloo::events::EventListener;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent};

use super::{App, Msg};
use crate::session::{self, Edge, Navigate};
use crate::ui::lines::Lines;
use crate::ui::over::{self, Over};
use crate::ui::point::byte_at;

/// What happens to an end.
#[derive(Debug)]
pub enum Grip {
    /// It was taken.
    Taken(Edge, PointerEvent),
    /// It was moved.
    Moved(PointerEvent),
    /// It was let go.
    Let(PointerEvent),
    /// It slipped away.
    Lost,
}

/// An end of the current annotation in the hand of a person.
pub(super) struct Drag {
    edge: Edge,
    /// From where it was taken to the middle of the line that it is in, in pixels.
    offset: (f64, f64),
    to: Option<u32>,
    _listeners: [EventListener; 3],
}

impl App {
    /// Whether the page is to be drawn anew.
    pub(super) fn grip(&mut self, it: &Grip) -> bool {
        // What cannot be taken or moved stays where it is.
        let _ = match it {
            Grip::Taken(edge, event) => self.take_grip(*edge, event),
            Grip::Moved(event) => self.move_grip(event),
            Grip::Let(event) => return self.let_grip(Some(event)),
            Grip::Lost => return self.let_grip(None),
        };
        false
    }

    fn take_grip(&mut self, edge: Edge, event: &PointerEvent) -> Option<()> {
        let span = self.session.current()?.span;
        let article = self.article.cast::<Element>()?;
        let lines = Lines { article: &article, text: &self.session.document()?.text };
        let spot = match edge {
            Edge::Start => lines.before(span.start())?,
            Edge::End => lines.after(span.end())?,
        };
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let offset = (spot.x - x, f64::midpoint(spot.top, spot.bottom) - y);
        let listen = |name: &'static str, of: fn(PointerEvent) -> Grip| {
            let send = self.send.clone();
            EventListener::new(&document(), name, move |event| {
                if let Some(it) = event.dyn_ref::<PointerEvent>() {
                    send.emit(Msg::Grip(of(it.clone())));
                }
            })
        };
        let _listeners = [
            listen("pointermove", Grip::Moved),
            listen("pointerup", Grip::Let),
            listen("pointercancel", |_| Grip::Lost),
        ];
        self.drag = Some(Drag { edge, offset, to: None, _listeners });
        self.say_dragging(true)
    }

    /// What would be covered is coloured already.
    fn move_grip(&mut self, event: &PointerEvent) -> Option<()> {
        let article = self.article.cast::<Element>()?;
        let drag = self.drag.as_mut()?;
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        drag.to = byte_at(&article, x + drag.offset.0, y + drag.offset.1).or(drag.to);
        let span = self.session.dragged(drag.edge, drag.to?, event.alt_key())?;
        let text = &self.session.document()?.text;
        let over = Over { current: Some(span), ..Over::default() };
        over::place(&Lines { article: &article, text }, &over);
        over::paint(&article, &[span]);
        Some(())
    }

    /// Whether something was dragged.
    fn let_grip(&mut self, event: Option<&PointerEvent>) -> bool {
        let Some(drag) = self.drag.take() else { return false };
        let _ = self.say_dragging(false);
        if let (Some(to), Some(event)) = (drag.to, event) {
            let put = Navigate::PutEdge { edge: drag.edge, to, exact: event.alt_key() };
            self.tell_session(session::Msg::Navigate(put));
        }
        true
    }

    /// Then nothing lies between the hand and the text.
    fn say_dragging(&self, is_so: bool) -> Option<()> {
        let column = self.article.cast::<Element>()?.parent_element()?;
        let column = column.dyn_into::<HtmlElement>().ok()?;
        column.class_list().toggle_with_force("dragging", is_so).ok().map(drop)
    }
}
