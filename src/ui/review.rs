//! How far the review is, and the two answers to the suggestion at hand.

use yew::prelude::*;

use super::app::Msg;
use super::icon::Icon;
use super::keys::{Act, Action};
use super::messages::messages;
use crate::detect::Language;
use crate::session::{Direction, Msg as It, Review};

/// A strip above the article while the suggestions are gone through, the least sure first.
pub(super) fn review(it: &Review, language: Language, send: &Callback<Msg>) -> Html {
    let t = messages(language);
    let (done, total) = (it.done, it.total());
    let on = |msg: fn() -> It| send.reform(move |_: MouseEvent| Msg::Session(msg()));
    let close = send.reform(|_: MouseEvent| Msg::Do(Action::Do(Act::Review)));
    let button = |icon: Icon, name: &'static str, onclick| {
        html! {
            <button type="button" class="icon-button" aria-label={name} title={name} {onclick}>
                { icon.view() }
            </button>
        }
    };
    html! {
        <section class="review" aria-label={t.review} data-testid="review">
            <progress max={total.to_string()} value={done.to_string()} aria-label={t.review}></progress>
            <span class="count">{ format!("{done}/{total}") }</span>
            <span class="left">
                { if it.left.is_empty() { t.all_reviewed.to_owned() } else { (t.left)(it.left.len()) } }
            </span>
            if !it.left.is_empty() {
                { button(Icon::Up, t.review_back, on(|| It::StepReview(Direction::Back))) }
                { button(Icon::More, t.review_on, on(|| It::StepReview(Direction::Forward))) }
                { button(Icon::Check, t.accept, on(|| It::Accept)) }
                { button(Icon::Remove, t.reject, on(|| It::Remove)) }
            }
            { button(Icon::Close, t.close, close) }
        </section>
    }
}
