//! How a line of the list is drawn.

use yew::prelude::*;

use super::line::Line;
use super::rows::RowsProps;
use crate::document::{Annotation, AnnotationId, Status};
use crate::session::{self, Group};
use crate::text::Span;
use crate::ui::app::Msg;
use crate::ui::icon::Icon;
use crate::ui::messages::{label_name, messages};
use crate::ui::run::swatch;

/// A row: `stop` if the Tab key comes to it.
pub(super) fn row(line: Line, props: &RowsProps, stop: bool) -> Html {
    let group = &props.shown.groups[line.group()];
    match line {
        Line::Group { folded, .. } => head(line, group, folded, props, stop),
        Line::Mention { item, .. } => mention(line, group, &group.items[item], props, stop),
        Line::Single { .. } => mention(line, group, &group.items[0], props, stop),
    }
}

fn head(line: Line, group: &Group, folded: bool, props: &RowsProps, stop: bool) -> Html {
    let t = messages(props.language);
    let count = group.items.len();
    let folds = props.folds.with(group, !folded);
    let on_fold = props.on_folds.reform(move |_: MouseEvent| folds.clone());
    let label = label_name(props.language, &props.of.0.labels, &group.label);
    let accepted = group.items.iter().all(|it| it.status == Status::Accepted);
    html! {
        <li
            key={format!("group {}", group.key())}
            class="group"
            data-group={line.group().to_string()}
            draggable="true"
        >
            <button
                type="button"
                class="icon-button fold-one"
                tabindex="-1"
                aria-expanded={(!folded).to_string()}
                aria-label={(t.mentions_of)(&group.name)}
                onclick={on_fold}
            >
                { if folded { Icon::More } else { Icon::Up }.view() }
            </button>
            { button(line, group, props, stop, html! {
                <>
                    { swatch(&props.of.0.labels, &group.label, accepted) }
                    <span class="what">{ group.name.clone() }</span>
                    <span class="unseen">{ format!(", {label}") }</span>
                    <span class="count">{ count }</span>
                </>
            }) }
        </li>
    }
}

fn mention(line: Line, group: &Group, it: &Annotation, props: &RowsProps, stop: bool) -> Html {
    let document = &props.of.0;
    let alone = matches!(line, Line::Single { .. });
    let label = label_name(props.language, &document.labels, &it.label);
    let status = (messages(props.language).status)(it.status);
    let value = it.timex.as_ref().map(|it| it.value().to_owned());
    html! {
        <li
            key={it.id.to_string()}
            class={classes!((!alone).then_some("mention"))}
            data-annotation={it.id.to_string()}
            data-label={it.label.to_string()}
            data-status={it.status.as_str()}
            data-group={line.group().to_string()}
            draggable="true"
        >
            { button(line, group, props, stop, html! {
                <>
                    { swatch(&document.labels, &it.label, it.status == Status::Accepted) }
                    { words(document.surface(it), it.span, &document.text, alone) }
                    { for value.map(|it| html! { <span class="value">{ it }</span> }) }
                    <span class="unseen">{ format!(", {label}, {status}") }</span>
                    if it.status == Status::Accepted { { Icon::Check.view() } }
                    if it.status == Status::Rejected { { Icon::Close.view() } }
                </>
            }) }
        </li>
    }
}

/// A click goes to the mention; on a group's own row to its next one after the current.
fn button(line: Line, group: &Group, props: &RowsProps, stop: bool, inside: Html) -> Html {
    let id = match line.item() {
        Some(item) => group.items[item].id.clone(),
        None => next(group, props.current.as_ref()).clone(),
    };
    let current = props.current.as_ref().is_some_and(|it| line.is_current(&props.shown.groups, it));
    let status = line.item().map(|item| group.items[item].status.as_str());
    let onclick =
        props.send.reform(move |_: MouseEvent| Msg::Session(session::Msg::Pick(id.clone())));
    html! {
        <button
            type="button"
            class={classes!("row", status)}
            tabindex={if stop { "0" } else { "-1" }}
            aria-current={current.then_some("true")}
            {onclick}
        >
            { inside }
        </button>
    }
}

fn next<'a>(group: &'a Group, current: Option<&AnnotationId>) -> &'a AnnotationId {
    let at = group.items.iter().position(|it| Some(&it.id) == current);
    &group.items[at.map_or(0, |it| (it + 1) % group.items.len())].id
}

/// What a mention says; where it is one of several, with the words around it, which tell them apart.
fn words(surface: &str, span: Span, text: &str, alone: bool) -> Html {
    if alone {
        return html! { <span class="what">{ surface.to_owned() }</span> };
    }
    let (before, after) = around(text, span);
    html! {
        <span class="what">
            <span class="around">{ before }</span>
            <b>{ surface.to_owned() }</b>
            <span class="around">{ after }</span>
        </span>
    }
}

/// Words before and after a mention on its line, about as many as a row has room for.
fn around(text: &str, span: Span) -> (String, String) {
    const BEFORE: usize = 14;
    const AFTER: usize = 40;
    let (head, tail) = (&text[..span.start() as usize], &text[span.end() as usize..]);
    let line = head.rsplit(['\n', '\r']).next().unwrap_or_default();
    let cut = line.char_indices().rev().nth(BEFORE).map(|it| it.0);
    let before = cut.map_or(line.to_owned(), |at| {
        // Not in the middle of a word.
        let rest = line[at..].split_once(' ').map_or("", |it| it.1);
        format!("…{rest}")
    });
    let after = tail.chars().take(AFTER).take_while(|it| !matches!(it, '\n' | '\r')).collect();
    (before, after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_around_a_mention_are_of_its_line() {
        let cases = [
            ("một\nHuế mưa\nhai", ("", " mưa")),
            ("Huế", ("", "")),
            ("Chiều nay ở Huế.", ("Chiều nay ở ", ".")),
            ("Sáng sớm hôm sau, trời quang mây tạnh, Huế nắng", ("…mây tạnh, ", " nắng")),
        ];
        for (text, (before, after)) in cases {
            let at = text.find("Huế").unwrap();
            let got = around(text, Span::of(&(at..at + "Huế".len())));
            assert_eq!(got, (before.to_owned(), after.to_owned()), "{text:?}");
        }
    }
}
