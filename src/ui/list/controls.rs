//! What the list is filtered and sorted by.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::line::Folds;
use super::{Asked, ListProps};
use crate::document::{Label, Status};
use crate::session::{GroupFilter, GroupSort};
use crate::ui::filter::{Shown, toggled};
use crate::ui::icon::Icon;
use crate::ui::messages::{Messages, label_name};
use crate::ui::run::swatch;

type State = UseStateHandle<Asked>;

/// A tab for each status that there is.
pub(super) fn statuses(shown: &Shown, asked: &State, t: &'static Messages) -> Html {
    let [suggested, accepted, rejected] = shown.by_status;
    let tabs = [
        (None, t.all, suggested + accepted),
        (Some(Status::Suggested), (t.status)(Status::Suggested), suggested),
        (Some(Status::Accepted), (t.status)(Status::Accepted), accepted),
        (Some(Status::Rejected), (t.status)(Status::Rejected), rejected),
    ];
    let tab = |(status, name, count): (Option<Status>, &'static str, usize)| {
        let pressed = asked.filter.status == status;
        let asked = asked.clone();
        let onclick = move |_: MouseEvent| {
            asked.set(asked.filtered(GroupFilter { status, ..asked.filter.clone() }));
        };
        html! {
            <button type="button" class="tab" aria-pressed={pressed.to_string()} {onclick}>
                { name }<span class="count">{ count }</span>
            </button>
        }
    };
    let there = |it: &(Option<Status>, &str, usize)| {
        it.2 > 0 || it.0.is_none() || it.0 == asked.filter.status
    };
    html! {
        <div class="tabs" role="group" aria-label={t.filter_by_status}>
            { for tabs.into_iter().filter(there).map(tab) }
        </div>
    }
}

/// A field for words, the order, and a button that folds all groups.
pub(super) fn words_and_order(shown: &Shown, asked: &State, t: &'static Messages) -> Html {
    let asks = asked.clone();
    let oninput = move |event: InputEvent| {
        let words = event.target_unchecked_into::<HtmlInputElement>().value();
        asks.set(asks.filtered(GroupFilter { words, ..asks.filter.clone() }));
    };
    let asks = asked.clone();
    let onchange = move |event: Event| {
        let name = event.target_unchecked_into::<HtmlSelectElement>().value();
        let sort = SORTS.into_iter().find(|it| it.1 == name).map(|it| it.0).unwrap_or_default();
        asks.set(Asked { sort, ..(*asks).clone() });
    };
    let option = |(sort, name): (GroupSort, &'static str)| {
        html! { <option value={name} selected={asked.sort == sort}>{ (t.sort)(sort) }</option> }
    };
    html! {
        <div class="how">
            <input
                type="search"
                value={asked.filter.words.clone()}
                placeholder={t.filter_by_words}
                aria-label={t.filter_by_words}
                autocomplete="off"
                spellcheck="false"
                data-testid="list-words"
                {oninput}
            />
            <select aria-label={t.sorted_by} title={t.sorted_by} data-testid="list-sort" {onchange}>
                { for SORTS.into_iter().map(option) }
            </select>
            if shown.groups.iter().any(|it| it.items.len() > 1) { { fold_all(asked, t) } }
        </div>
    }
}

/// The orders, and how the page writes them.
const SORTS: [(GroupSort, &str); 3] = [
    (GroupSort::Position, "position"),
    (GroupSort::Name, "name"),
    (GroupSort::Uncertainty, "uncertainty"),
];

fn fold_all(asked: &State, t: &'static Messages) -> Html {
    let folds = asked.folds.others();
    let (name, icon) = if asked.folds == Folds::default() {
        (t.fold_all, Icon::Up)
    } else {
        (t.unfold_all, Icon::More)
    };
    let asked = asked.clone();
    let onclick =
        move |_: MouseEvent| asked.set(Asked { folds: folds.clone(), ..(*asked).clone() });
    html! {
        <button type="button" class="icon-button" aria-label={name} title={name} data-testid="fold-all" {onclick}>
            { icon.view() }
        </button>
    }
}

/// A chip for each label that there is.
pub(super) fn labels(
    shown: &Shown,
    asked: &State,
    props: &ListProps,
    t: &'static Messages,
) -> Html {
    let labels = &props.of.0.labels;
    let chip = |it: &Label| {
        let pressed = asked.filter.labels.contains(&it.id);
        let (asked, id) = (asked.clone(), it.id.clone());
        let onclick = move |_: MouseEvent| asked.set(asked.filtered(toggled(&asked.filter, &id)));
        let name = label_name(props.language, labels, &it.id);
        html! {
            <button type="button" class="chip" aria-pressed={pressed.to_string()} {onclick}>
                { swatch(labels, &it.id, true) }
                <span>{ name }</span><span class="count">{ shown.of_label(&it.id) }</span>
            </button>
        }
    };
    let there = |it: &&Label| shown.of_label(&it.id) > 0 || asked.filter.labels.contains(&it.id);
    html! {
        <div class="chips filter" role="group" aria-label={t.filter_by_label}>
            { for labels.iter().filter(there).map(chip) }
        </div>
    }
}
