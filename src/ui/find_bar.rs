//! The bar above the article in which one says what to find.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::app::Msg;
use super::icon::Icon;
use super::keys::{Act, Keymap};
use super::messages::{Messages, label_name, messages};
use super::run::swatch;
use super::watch::key_of;
use crate::detect::Language;
use crate::document::{Label, LabelId, LabelSet, Status};
use crate::session::{Direction, Finder, Inside, Query};
use crate::text::Marks;

/// What a person asks of the bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// To find this.
    For(Query),
    /// To go to the next or the previous hit.
    Step(Direction),
    /// A label on every hit.
    LabelAll(LabelId),
    /// To be gone; the place stays.
    Close,
}

/// What the bar shows.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// Of the interface.
    pub language: Language,
    /// What is looked for, and where it stands.
    pub finder: &'a Finder,
    /// The labels in use.
    pub labels: &'a LabelSet,
    /// What the person has changed about the keys.
    pub keymap: &'a Keymap,
    /// The field.
    pub field: &'a NodeRef,
    /// Where messages go.
    pub send: &'a Callback<Msg>,
}

impl Shown<'_> {
    fn on<E: 'static>(&self, ask: impl Fn(E, &Query) -> Ask + 'static) -> Callback<E> {
        let query = self.finder.query().clone();
        self.send.reform(move |event| Msg::Find(ask(event, &query)))
    }

    /// The bar.
    pub fn view(&self) -> Html {
        let t = messages(self.language);
        let close = self.send.reform(|_: MouseEvent| Msg::Find(Ask::Close));
        html! {
            <div class="find" role="search" aria-label={t.find} data-testid="find" onkeydown={self.keys()}>
                <div class="ask">
                    { Icon::Find.view() }
                    { self.field(t) }
                    { self.count(t) }
                    { self.step(Icon::Up, Act::FindPrevious, Direction::Back, t) }
                    { self.step(Icon::More, Act::FindNext, Direction::Forward, t) }
                    <button type="button" class="icon-button" aria-label={t.close} title={t.close} onclick={close}>
                        { Icon::Close.view() }
                    </button>
                </div>
                <div class="how">
                    { self.toggle("marks", t.any_marks, self.finder.query().marks == Marks::Bare, |it| {
                        it.marks = if it.marks == Marks::Bare { Marks::Kept } else { Marks::Bare };
                    }) }
                    { self.toggle("case", t.same_case, self.finder.query().case, |it| it.case = !it.case) }
                    { self.toggle("whole", t.whole_words, self.finder.query().whole, |it| it.whole = !it.whole) }
                    { self.places(t) }
                </div>
                { self.label_all(t) }
            </div>
        }
    }

    /// Keys of the bar alone; what opened it goes to the browser when pressed once more.
    fn keys(&self) -> Callback<KeyboardEvent> {
        let opens = self.keymap.keys(Act::Find).into_iter().map(str::to_owned).collect::<Vec<_>>();
        let send = self.send.clone();
        Callback::from(move |event: KeyboardEvent| {
            let name = event.key();
            let key = key_of(&event, &name);
            let chord = key.chord();
            if key.composing {
                return;
            }
            if opens.contains(&chord) {
                event.stop_propagation();
            } else if chord == "Escape" {
                event.prevent_default();
                event.stop_propagation();
                send.emit(Msg::Find(Ask::Close));
            }
        })
    }

    fn field(&self, t: &'static Messages) -> Html {
        let oninput = self.on(|event: InputEvent, query| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            Ask::For(Query { text, ..query.clone() })
        });
        let send = self.send.clone();
        let onkeydown = move |event: KeyboardEvent| {
            let name = event.key();
            let key = key_of(&event, &name);
            let direction = if key.shift { Direction::Back } else { Direction::Forward };
            if name == "Enter" && !key.composing {
                event.prevent_default();
                send.emit(Msg::Find(Ask::Step(direction)));
            }
        };
        html! {
            <input
                ref={self.field.clone()}
                type="text"
                value={self.finder.query().text.clone()}
                placeholder={t.find}
                aria-label={t.find}
                aria-describedby="find-count"
                autocomplete="off"
                spellcheck="false"
                data-testid="find-text"
                {oninput}
                {onkeydown}
            />
        }
    }

    fn count(&self, t: &'static Messages) -> Html {
        let asked = !self.finder.query().text.trim().is_empty()
            || self.finder.query().inside != Inside::Article;
        let said = match (asked, self.finder.hits().len()) {
            (false, _) => String::new(),
            (true, 0) => t.no_hit.to_owned(),
            (true, all) => format!("{}/{all}", self.finder.at() + 1),
        };
        html! { <span id="find-count" class="count" role="status" data-testid="find-count">{ said }</span> }
    }

    fn step(&self, icon: Icon, act: Act, direction: Direction, t: &'static Messages) -> Html {
        let onclick = self.send.reform(move |_: MouseEvent| Msg::Find(Ask::Step(direction)));
        let name = (t.act)(act);
        let disabled = self.finder.hits().is_empty();
        html! {
            <button type="button" class="icon-button" aria-label={name} title={name} {disabled} {onclick}>
                { icon.view() }
            </button>
        }
    }

    fn toggle(
        &self,
        testid: &'static str,
        name: &'static str,
        on: bool,
        change: fn(&mut Query),
    ) -> Html {
        let onclick = self.on(move |_: MouseEvent, query| {
            let mut query = query.clone();
            change(&mut query);
            Ask::For(query)
        });
        html! {
            <button type="button" class="chip" aria-pressed={on.to_string()} data-testid={format!("find-{testid}")} {onclick}>
                { name }
            </button>
        }
    }

    /// In which annotations: their label, and their status.
    fn places(&self, t: &'static Messages) -> Html {
        let (annotated, label, status) = match &self.finder.query().inside {
            Inside::Article => (false, None, None),
            Inside::Annotations { labels, status } => (true, labels.first().cloned(), *status),
        };
        let chosen = |event: &Event| event.target_unchecked_into::<HtmlSelectElement>().value();
        let on_label = self.on(move |event: Event, query| {
            let labels = match chosen(&event).as_str() {
                "" => return Ask::For(Query { inside: Inside::Article, ..query.clone() }),
                "*" => Vec::new(),
                id => vec![LabelId::from(id)],
            };
            Ask::For(Query { inside: Inside::Annotations { labels, status }, ..query.clone() })
        });
        let of_label = label.clone();
        let on_status = self.on(move |event: Event, query| {
            let name = chosen(&event);
            let status = Status::ALL.into_iter().find(|it| it.as_str() == name);
            let inside = Inside::Annotations { labels: of_label.iter().cloned().collect(), status };
            Ask::For(Query { inside, ..query.clone() })
        });
        let named = |it: &Label| {
            let selected = label.as_ref() == Some(&it.id);
            option(it.id.as_str(), label_name(self.language, self.labels, &it.id), selected)
        };
        let stands =
            |it: Status| option(it.as_str(), (t.status)(it).to_owned(), status == Some(it));
        html! {
            <>
                <select aria-label={t.find_where} data-testid="find-where" onchange={on_label}>
                    { option("", t.anywhere.to_owned(), !annotated) }
                    { option("*", t.in_annotations.to_owned(), annotated && label.is_none()) }
                    { for self.labels.iter().map(named) }
                </select>
                if annotated {
                    <select aria-label={t.filter_by_status} data-testid="find-status" onchange={on_status}>
                        { option("", t.any_status.to_owned(), status.is_none()) }
                        { for Status::ALL.into_iter().map(stands) }
                    </select>
                }
            </>
        }
    }

    /// Folded away, since it changes much.
    fn label_all(&self, t: &'static Messages) -> Html {
        let all = self.finder.hits().len();
        if all == 0 {
            return Html::default();
        }
        let chip = |it: &Label| {
            let id = it.id.clone();
            let onclick =
                self.send.reform(move |_: MouseEvent| Msg::Find(Ask::LabelAll(id.clone())));
            html! {
                <button type="button" class="chip" data-label-all={it.id.to_string()} {onclick}>
                    { swatch(self.labels, &it.id, true) }
                    { label_name(self.language, self.labels, &it.id) }
                </button>
            }
        };
        html! {
            <details>
                <summary data-testid="label-all">{ (t.label_all)(all) }</summary>
                <div class="chips">{ for self.labels.iter().map(chip) }</div>
            </details>
        }
    }
}

fn option(value: &str, name: String, selected: bool) -> Html {
    html! { <option value={value.to_owned()} {selected}>{ name }</option> }
}
