//! What the current annotation points to, and what a person says of that.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::InspectorProps;
use crate::document::{Entity, EntityId, is_web_link};
use crate::session::{self, Command, EntityCommand};
use crate::ui::app::Msg;
use crate::ui::icon::Icon;
use crate::ui::keys::{Act, Action};
use crate::ui::messages::Messages;
use crate::ui::watch::leaves_field;

/// An entity and how often it is mentioned.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The entity.
    pub entity: Entity,
    /// How many mentions point to it.
    pub mentions: usize,
}

/// Folded away but for its name; taken when a field is left.
pub(super) fn entity(props: &InspectorProps, t: &'static Messages) -> Html {
    let told = props.about.told.as_ref();
    let name = told.map_or(props.about.surface.as_str(), |it| &it.entity.name);
    let link = told.map(|it| it.entity.link.as_str()).filter(|it| is_web_link(it));
    html! {
        <details class="entity" data-testid="entity">
            <summary>
                <span class="soft">{ t.entity }</span>
                <span class="what">{ name.to_owned() }</span>
                { for told.map(|it| html! { <span class="count">{ it.mentions }</span> }) }
            </summary>
            { for link.map(|it| html! {
                <a href={it.to_owned()} target="_blank" rel="noopener noreferrer">{ it.to_owned() }</a>
            }) }
            { for told.map(|it| fields(&it.entity, props, t)) }
            { doings(told, props, t) }
        </details>
    }
}

fn fields(it: &Entity, props: &InspectorProps, t: &'static Messages) -> Html {
    let input: Value = |event| event.target_unchecked_into::<HtmlInputElement>().value();
    let area: Value = |event| event.target_unchecked_into::<HtmlTextAreaElement>().value();
    let link = on(it, props, |id, link| EntityCommand::SetLink { id, link }, input);
    let note = on(it, props, |id, note| EntityCommand::SetNote { id, note }, area);
    let name = rename(it, props);
    let leave = leave(props);
    html! {
        // Other fields for another entity, or what was typed would be said of it.
        <div key={it.id.as_str().to_owned()} class="note" onkeydown={leave}>
            <label>
                <span>{ t.entity_name }</span>
                <input type="text" value={it.name.clone()} data-testid="entity-name" onchange={name} />
            </label>
            <label>
                <span>{ t.entity_link }</span>
                <input
                    type="text"
                    inputmode="url"
                    placeholder={t.entity_link_hint}
                    value={it.link.clone()}
                    data-testid="entity-link"
                    onchange={link}
                />
            </label>
            <label>
                <span>{ t.note }</span>
                <textarea rows="2" value={it.note().to_owned()} data-testid="entity-note" onchange={note} />
            </label>
        </div>
    }
}

type Value = fn(&Event) -> String;

fn on(
    it: &Entity,
    props: &InspectorProps,
    command: fn(EntityId, String) -> EntityCommand,
    value: Value,
) -> Callback<Event> {
    let id = it.id.clone();
    props.send.reform(move |event: Event| {
        let command = Command::Entities(command(id.clone(), value(&event)));
        Msg::Session(session::Msg::Do(command))
    })
}

/// A field that was emptied has the name again.
fn rename(it: &Entity, props: &InspectorProps) -> Callback<Event> {
    let (it, send) = (it.clone(), props.send.clone());
    Callback::from(move |event: Event| {
        let field = event.target_unchecked_into::<HtmlInputElement>();
        let (id, name) = (it.id.clone(), field.value());
        if name.trim().is_empty() {
            field.set_value(&it.name);
        } else {
            let command = Command::Entities(EntityCommand::Rename { id, name });
            send.emit(Msg::Session(session::Msg::Do(command)));
        }
    })
}

/// As in the other fields of the inspector, Esc leads back to the article.
fn leave(props: &InspectorProps) -> Callback<KeyboardEvent> {
    let send = props.send.clone();
    Callback::from(move |event: KeyboardEvent| {
        if leaves_field(&event, &["Escape"]) {
            send.emit(Msg::ToArticle);
        }
    })
}

fn doings(told: Option<&Told>, props: &InspectorProps, t: &'static Messages) -> Html {
    let on = |act| props.send.reform(move |_: MouseEvent| Msg::Do(Action::Do(act)));
    let own = told.is_none_or(|it| it.mentions > 1);
    html! {
        <div class="actions">
            <button type="button" data-testid="same-as" aria-keyshortcuts="S" onclick={on(Act::SameAs)}>
                { Icon::Same.view() }{ t.same_as }
            </button>
            if own {
                <button type="button" data-testid="take-out" aria-keyshortcuts="X" onclick={on(Act::TakeOut)}>
                    { Icon::New.view() }{ t.take_out }
                </button>
            }
        </div>
    }
}
