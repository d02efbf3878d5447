//! The article's dates on a line at its foot.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::app::Msg;
use super::icon::Icon;
use super::keys::{Act, Action};
use super::messages::{Messages, messages};
use super::reading::{reading, tick};
use crate::detect::Language;
use crate::document::{Annotation, AnnotationId, Document, Status};
use crate::session;
use crate::session::timeline::{Group, LENGTH, Tick, Timeline};

/// Groups of undated ones that are drawn; the list beside the article has them all.
const UNDATED: usize = 60;

/// What the strip shows.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// Of the interface.
    pub language: Language,
    /// The dates.
    pub line: &'a Timeline,
    /// The article.
    pub document: &'a Document,
    /// The current annotation.
    pub current: Option<&'a Annotation>,
    /// Whether more than its name is shown.
    pub open: bool,
    /// Where messages go.
    pub send: &'a Callback<Msg>,
}

impl Shown<'_> {
    /// The strip; nothing for an article without dates.
    pub fn view(&self) -> Html {
        if self.line.is_empty() {
            return Html::default();
        }
        let t = messages(self.language);
        html! {
            <section class="timeline" aria-label={t.timeline} data-testid="timeline">
                { self.head(t) }
                if self.open {
                    <div onkeydown={walk}>
                        { self.axis() }
                        { self.undated(t) }
                    </div>
                }
            </section>
        }
    }

    fn head(&self, t: &'static Messages) -> Html {
        let onclick = self.send.reform(|_: MouseEvent| Msg::Do(Action::Do(Act::Timeline)));
        let date = self.current.and_then(|it| it.timex.as_ref());
        html! {
            <button type="button" class="fold" aria-expanded={self.open.to_string()} data-testid="timeline-fold" {onclick}>
                { if self.open { Icon::More } else { Icon::Up }.view() }
                <span>{ t.timeline }</span>
                <span class="count">{ self.line.len() }</span>
                { for date.map(|it| html! { <span class="now">{ reading(self.language, it) }</span> }) }
            </button>
        }
    }

    fn axis(&self) -> Html {
        if self.line.groups.is_empty() {
            return Html::default();
        }
        html! {
            <div class={format!("axis lanes-{}", self.lanes())}>
                <div aria-hidden="true">
                    <span class="rule" data-x="0" data-w={LENGTH.to_string()}></span>
                    { for self.line.shortened.iter().map(|(from, to)| html! {
                        <span class="break" data-x={from.to_string()} data-w={(to - from).to_string()}></span>
                    }) }
                    { for self.line.ticks.iter().map(|it| self.tick(it)) }
                </div>
                <ol>{ for self.line.groups.iter().enumerate().map(|(idx, it)| self.placed(idx, it)) }</ol>
            </div>
        }
    }

    fn lanes(&self) -> usize {
        self.line.groups.iter().filter_map(|it| it.lane).max().map_or(0, |it| it + 1)
    }

    fn tick(&self, it: &Tick) -> Html {
        let side = match it.place {
            ..400 => "tick first",
            9600.. => "tick last",
            _ => "tick",
        };
        html! { <span class={side} data-x={it.place.to_string()}>{ tick(self.language, it) }</span> }
    }

    fn placed(&self, idx: usize, it: &Group) -> Html {
        let (x, width) = match it.lane {
            Some(_) => (it.from, it.to - it.from),
            None => (u32::midpoint(it.from, it.to), 0),
        };
        let class = match it.lane {
            Some(lane) => format!("date stretch lane-{lane}"),
            None => "date".to_owned(),
        };
        html! {
            <li data-x={x.to_string()} data-w={(width > 0).then(|| width.to_string())} class={class}>
                { self.button(it, idx == self.first(), None) }
            </li>
        }
    }

    /// Which of the groups the Tab key comes to: that of the current date, else the first.
    fn first(&self) -> usize {
        let is_current = |it: &Group| self.current.is_some_and(|current| it.has(&current.id));
        self.line.groups.iter().chain(&self.line.undated).position(is_current).unwrap_or(0)
    }

    /// A click goes to the mention, and another click to the next one of the same date; the keys stay where they are.
    fn button(&self, it: &Group, first: bool, words: Option<String>) -> Html {
        let id: Option<AnnotationId> = it.after(self.current.map(|it| &it.id)).cloned();
        let send = self.send.clone();
        let onclick = move |_: MouseEvent| {
            if let Some(id) = &id {
                send.emit(Msg::Session(session::Msg::Pick(id.clone())));
            }
        };
        let current = self.current.is_some_and(|current| it.has(&current.id));
        let name = self.name(it);
        let accepted = it.mentions.iter().all(|it| it.status == Status::Accepted);
        let many = (it.mentions.len() > 1).then_some(it.mentions.len());
        html! {
            <button
                type="button"
                class={accepted.then_some("accepted")}
                aria-label={name.clone()}
                title={name}
                aria-current={current.then_some("true")}
                tabindex={if first { "0" } else { "-1" }}
                data-dates={it.mentions.iter().map(|it| it.id.as_str()).collect::<Vec<_>>().join(" ")}
                onmousedown={|event: MouseEvent| event.prevent_default()}
                {onclick}
            >
                { words }
                { for many.map(|it| html! { <span class="many">{ it }</span> }) }
            </button>
        }
    }

    /// `thứ Ba, ngày 13 tháng 7 năm 2021: “13/7”, 2 chỗ`.
    fn name(&self, it: &Group) -> String {
        let first = it.mentions.first();
        let surface = first.map(|it| self.document.surface(it)).unwrap_or_default();
        let value = first.and_then(|it| it.timex.as_ref()).map(|it| reading(self.language, it));
        let mut res = value.map_or_else(String::new, |it| format!("{it}: "));
        res.push_str(&format!("“{surface}”"));
        if it.mentions.len() > 1 {
            res.push_str(&(messages(self.language).mentions)(it.mentions.len()));
        }
        res
    }

    fn undated(&self, t: &'static Messages) -> Html {
        if self.line.undated.is_empty() {
            return Html::default();
        }
        let chip = |(idx, it): (usize, &Group)| {
            let surface = it.mentions.first().map(|it| self.document.surface(it).to_owned());
            let first = idx + self.line.groups.len() == self.first();
            html! { <li>{ self.button(it, first, surface) }</li> }
        };
        let more = self.line.undated.len().checked_sub(UNDATED).filter(|it| *it > 0);
        html! {
            <div class="undated">
                <span id="undated">{ t.undated }</span>
                <ol aria-labelledby="undated">
                    { for self.line.undated.iter().take(UNDATED).enumerate().map(chip) }
                    { for more.map(|it| html! { <li>{ format!("+{it}") }</li> }) }
                </ol>
            </div>
        }
    }
}

/// Arrow keys go from date to date.
fn walk(event: KeyboardEvent) {
    let at = document().active_element();
    let Ok(all) = document().query_selector_all(".timeline [data-dates]") else { return };
    let same = |idx: &u32| all.item(*idx).as_ref() == at.as_ref().map(AsRef::as_ref);
    let (Some(idx), Some(last)) = ((0..all.length()).find(same), all.length().checked_sub(1))
    else {
        return;
    };
    let to = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => (idx + 1).min(last),
        "ArrowLeft" | "ArrowUp" => idx.saturating_sub(1),
        "Home" => 0,
        "End" => last,
        _ => return,
    };
    event.prevent_default();
    event.stop_propagation();
    if let Some(it) = all.item(to).and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // What cannot have the focus leaves it where it is.
        let _ = it.focus();
    }
}

/// Puts what was drawn where `data-x` and `data-w` say: the page's policy allows no inline styles in markup.
pub fn place() {
    let Ok(all) = document().query_selector_all(".timeline [data-x]") else { return };
    for it in (0..all.length()).filter_map(|idx| all.item(idx)?.dyn_into::<HtmlElement>().ok()) {
        let share = |name: &str| it.get_attribute(name)?.parse::<u32>().ok();
        for (name, property) in [("data-x", "left"), ("data-w", "width")] {
            let value =
                share(name).map_or_else(String::new, |it| format!("{}.{:02}%", it / 100, it % 100));
            // A percentage is always valid.
            let _ = it.style().set_property(property, &value);
        }
    }
}

/// How many ticks there is room for.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the width of a window"
)]
pub fn room() -> u32 {
    const TICK: f64 = 84.0;
    let desk: Option<Element> = document().query_selector(".timeline").ok().flatten();
    let window = || gloo::utils::window().inner_width().ok().and_then(|it| it.as_f64());
    let width = desk.map(|it| f64::from(it.client_width())).filter(|it| *it > 0.0).or_else(window);
    (width.unwrap_or(800.0) / TICK) as u32
}
