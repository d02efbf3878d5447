//! Type and value of a date, what it reads as and why.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::About;
use crate::detect::Language;
use crate::document::{Timex, TimexError, TimexKind};
use crate::session::{self, Command};
use crate::ui::app::Msg;
use crate::ui::messages::{Messages, messages};
use crate::ui::reading::reading;
use crate::ui::watch::leaves_field;

/// What the fields are about.
#[derive(Clone, Properties, PartialEq)]
pub struct DateProps {
    /// Of the interface.
    pub language: Language,
    /// The date.
    pub about: About,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// Fields for type and value. What is typed is read back at once and taken when the
/// field is left or by Enter, if it is a value.
#[component]
pub fn DateFields(props: &DateProps) -> Html {
    let t = messages(props.language);
    let timex = props.about.annotation.timex.as_ref();
    let draft = use_state(|| timex.map(|it| it.value().to_owned()).unwrap_or_default());
    let typed = typed(&draft, timex);
    html! {
        <div class="date">
            <div class="fields">
                { kind_field(props, t, timex) }
                { value_field(props, t, &draft, &typed) }
            </div>
            <p class="reading" id="reading" aria-live="polite">
                {
                    match &typed {
                        Ok(Some(it)) => html! { reading(props.language, it) },
                        Ok(None) => html! { t.no_value },
                        Err(_) => html! { <span class="wrong">{ t.value_wrong }</span> },
                    }
                }
            </p>
            { evidence(props, t) }
            { alternatives(props, t) }
        </div>
    }
}

/// What the draft means; nothing if it is empty. A set stays one.
fn typed(draft: &str, old: Option<&Timex>) -> Result<Option<Timex>, TimexError> {
    let draft = draft.trim();
    if draft.is_empty() {
        return Ok(None);
    }
    let new = Timex::from_value(draft)?;
    let is_set = old.is_some_and(|it| it.kind() == TimexKind::Set);
    let may_be_set = new.kind() == TimexKind::Duration || draft.starts_with("XXXX");
    let new = if is_set && may_be_set { Timex::new(TimexKind::Set, draft)? } else { new };
    Ok(Some(match old {
        Some(old) if old.value() == draft => old.clone(),
        Some(old) => new.with_extra(old.extra().clone()),
        None => new,
    }))
}

fn set(props: &DateProps, timex: Option<Timex>) -> Msg {
    let id = props.about.annotation.id.clone();
    Msg::Session(session::Msg::Do(Command::SetTimex { id, timex }))
}

fn kind_field(props: &DateProps, t: &'static Messages, timex: Option<&Timex>) -> Html {
    let own = props.clone();
    let old = timex.cloned();
    let onchange = props.send.reform(move |event: Event| {
        let kind = TimexKind::parse(&event.target_unchecked_into::<HtmlSelectElement>().value());
        let new = old.as_ref().zip(kind).and_then(|(old, kind)| {
            Some(Timex::new(kind, old.value()).ok()?.with_extra(old.extra().clone()))
        });
        set(&own, new.or_else(|| old.clone()))
    });
    html! {
        <label>
            <span>{ t.kind }</span>
            <select data-testid="timex-type" disabled={timex.is_none()} {onchange}>
                if timex.is_none() {
                    <option selected=true />
                }
                for it in TimexKind::ALL {
                    <option value={it.as_str()} selected={timex.is_some_and(|own| own.kind() == it)}>
                        { (t.timex_kind)(it) }
                    </option>
                }
            </select>
        </label>
    }
}

fn value_field(
    props: &DateProps,
    t: &'static Messages,
    draft: &UseStateHandle<String>,
    typed: &Result<Option<Timex>, TimexError>,
) -> Html {
    let (own, now, edit) = (props.clone(), typed.clone(), draft.clone());
    let oninput = move |event: InputEvent| {
        edit.set(event.target_unchecked_into::<HtmlInputElement>().value())
    };
    let onchange = move |_: Event| {
        if let Ok(timex) = &now {
            own.send.emit(set(&own, timex.clone()));
        }
    };
    let (send, undo) = (props.send.clone(), draft.clone());
    let before = props.about.annotation.timex.as_ref().map(|it| it.value().to_owned());
    let onkeydown = move |event: KeyboardEvent| {
        if leaves_field(&event, &["Escape", "Enter"]) {
            if event.key() == "Escape" {
                // As if nothing had been typed: then the browser tells of no change.
                let before = before.clone().unwrap_or_default();
                event.target_unchecked_into::<HtmlInputElement>().set_value(&before);
                undo.set(before);
            }
            send.emit(Msg::ToArticle);
        }
    };
    html! {
        <label>
            <span>{ t.value }</span>
            <input
                type="text"
                data-testid="timex-value"
                data-edit="value"
                class="value"
                value={(**draft).clone()}
                placeholder="2021-07-13"
                spellcheck="false"
                autocomplete="off"
                autocapitalize="off"
                aria-invalid={typed.is_err().to_string()}
                aria-describedby="reading"
                {oninput}
                {onchange}
                {onkeydown}
            />
        </label>
    }
}

/// «2021, vì bài viết có “năm 2021”».
fn evidence(props: &DateProps, t: &'static Messages) -> Option<Html> {
    let words = props.about.evidence.as_ref()?;
    let found = props.about.found.as_ref()?.timex.as_ref()?;
    let timex = props.about.annotation.timex.as_ref().filter(|it| it.value() == found.value)?;
    if *words == props.about.surface {
        return None;
    }
    let year = timex.value().get(..4).filter(|it| it.bytes().all(|it| it.is_ascii_digit()));
    let what = year.unwrap_or(timex.value());
    Some(html! { <p class="evidence">{ (t.value_from)(what, words) }</p> })
}

/// Other readings, each one click away.
fn alternatives(props: &DateProps, t: &'static Messages) -> Html {
    if props.about.alternatives.is_empty() {
        return Html::default();
    }
    let button = |it: &Timex| {
        let (own, other) = (props.clone(), it.clone());
        let onclick = move |_: MouseEvent| own.send.emit(set(&own, Some(other.clone())));
        html! {
            <button type="button" class="chip" data-testid="alternative" title={reading(props.language, it)} {onclick}>
                { it.value().to_owned() }
            </button>
        }
    };
    html! {
        <div class="alternatives" role="group" aria-label={t.or_is_it}>
            <span>{ t.or_is_it }</span>
            { for props.about.alternatives.iter().map(button) }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_stays_a_set_when_its_length_changes() {
        let old = Timex::new(TimexKind::Set, "P1D").unwrap();
        let kind = |draft: &str| typed(draft, Some(&old)).map(|it| it.map(|it| it.kind()));
        assert_eq!(kind("P1W"), Ok(Some(TimexKind::Set)));
        assert_eq!(kind("XXXX-WXX-2"), Ok(Some(TimexKind::Set)));
        assert_eq!(kind("2021"), Ok(Some(TimexKind::Date)));
        assert_eq!(kind("  "), Ok(None));
        assert!(kind("13/7").is_err());
    }
}
