//! The same change elsewhere, one key away.

use yew::prelude::*;

use super::app::Msg;
use super::icon::Icon;
use super::messages::{label_name, messages};
use super::reading::reading;
use super::shortcut::shortcut;
use crate::detect::Language;
use crate::document::LabelSet;
use crate::session::{self, Offer, OfferKind};

/// What could be done elsewhere too, and the key that does it. Never in the way: the next thing that
/// the person does takes its place.
pub(super) fn offer(
    it: &Offer,
    labels: &LabelSet,
    key: &str,
    language: Language,
    send: &Callback<Msg>,
) -> Html {
    let t = messages(language);
    let name = |id| label_name(language, labels, id);
    let count = it.spans.len();
    let words = match &it.kind {
        OfferKind::Label(id) => (t.offer_label)(&it.surface, &name(id), count),
        OfferKind::Resize(id) => (t.offer_resize)(&it.surface, &name(id), count),
        OfferKind::Reject(id) => (t.offer_reject)(&it.surface, &name(id), count),
        OfferKind::Value(to) => (t.offer_value)(&reading(language, to), count),
    };
    let on = |msg: fn() -> session::Msg| send.reform(move |_: MouseEvent| Msg::Session(msg()));
    html! {
        <div class="offer" role="status" data-testid="offer">
            <button type="button" class="primary" data-testid="take-offer" onclick={on(|| session::Msg::TakeOffer)}>
                { Icon::Same.view() }<span>{ words }</span>{ shortcut(key, language) }
            </button>
            <button type="button" class="icon-button" aria-label={t.close} title={t.close} onclick={on(|| session::Msg::DismissOffer)}>
                { Icon::Close.view() }
            </button>
        </div>
    }
}
