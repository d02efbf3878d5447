//! What the annotations point to, as the page puts it together.

use yew::prelude::*;

use super::App;
use crate::document::{AnnotationId, Document, Status};
use crate::session::{Command, EntityCommand, Group, GroupFilter, GroupSort, Msg, groups};
use crate::ui::commands::{Commands, Entry, others};
use crate::ui::inspector::entity::Told;
use crate::ui::messages::messages;

impl App {
    /// The current annotation's group is one with that of another annotation, which stays.
    pub(super) fn join_current(&mut self, id: &AnnotationId) {
        let (Some(document), Some(current)) = (self.session.document(), self.session.current())
        else {
            return;
        };
        let groups = groups(document, &GroupFilter::default(), GroupSort::Position);
        let of = |id: &AnnotationId| groups.iter().find(|it| it.has(id)).map(Group::ids);
        if let (Some(into), Some(other)) = (of(id), of(&current.id)) {
            self.tell_session(Msg::Do(Command::Entities(EntityCommand::Join { into, other })));
        }
    }

    /// The current annotation points to something of its own, if it did not.
    pub(super) fn take_out(&mut self) {
        let Some(document) = self.session.document() else { return };
        let Some(id) = self.session.current().map(|it| it.id.clone()) else { return };
        if self.told(document).is_none_or(|it| it.mentions > 1) {
            self.tell_session(Msg::Do(Command::Entities(EntityCommand::Split(vec![id]))));
        }
    }

    /// What the current annotation points to.
    pub(super) fn told(&self, document: &Document) -> Option<Told> {
        let id = self.session.current()?.entity.as_ref()?;
        let entity = document.entities.iter().find(|it| it.id == *id)?.clone();
        let same = document.annotations.iter().filter(|it| it.entity.as_ref() == Some(id));
        let mentions = same.filter(|it| it.status != Status::Rejected).count();
        Some(Told { entity, mentions })
    }

    pub(super) fn same_as(&self, document: &Document) -> Html {
        let Some(current) = self.session.current() else { return Html::default() };
        self.choose(others(document, current), messages(self.language).same_as)
    }

    /// A dialog in which one of the entries is chosen by name.
    pub(super) fn choose(&self, entries: Vec<Entry>, title: &'static str) -> Html {
        let t = messages(self.language);
        let (hint, nothing) = if title == t.commands {
            (t.commands_hint, t.no_command)
        } else {
            (t.same_as_hint, t.no_entity)
        };
        html! {
            <Commands
                language={self.language}
                {title}
                {hint}
                {nothing}
                entries={std::rc::Rc::new(entries)}
                send={self.send.clone()}
            />
        }
    }
}
