//! The article with its highlights.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    ClipboardEvent, Element, IntersectionObserver, IntersectionObserverEntry,
    IntersectionObserverInit, ResizeObserver,
};
use yew::prelude::*;

use super::app::Msg;
use super::messages::messages;
use super::point::Click;
use super::same::Same;
use super::section::SectionView;
use super::selection;
use crate::detect::Language;
use crate::document::LabelSet;
use crate::session::Section;
use crate::text::Span;

/// What the article shows.
#[derive(Clone, Properties, PartialEq)]
pub struct ArticleProps {
    /// Of the interface.
    pub language: Language,
    /// Of the article, as it is written in files.
    pub article_language: AttrValue,
    /// The text.
    pub text: Same<str>,
    /// Its sections, drawn as the viewport asks for.
    pub sections: Same<Vec<Rc<Section>>>,
    /// The labels in use.
    pub labels: Rc<LabelSet>,
    /// Its element, for those who look at the selection.
    pub node: NodeRef,
    /// Where messages go.
    pub send: Callback<Msg>,
}

/// The article. Text under it in document order is the article's, line breaks aside.
#[component]
pub fn Article(props: &ArticleProps) -> Html {
    let t = messages(props.language);
    use_section_watch(props.text.clone(), props.node.clone(), props.send.clone());
    let article = props.node.clone();
    let onclick =
        props.send.reform(move |event: MouseEvent| Msg::Clicked(Click::of(&event, &article)));
    let text = props.text.clone();
    let node = props.node.clone();
    let oncopy = Callback::from(move |event: Event| copy(&event, &text, &node));
    let article = props.node.clone();
    let onmousedown = move |event: MouseEvent| mouse_down(&event, &article);
    html! {
        <article
            ref={props.node.clone()}
            class="article"
            data-testid="article"
            lang={props.article_language.clone()}
            tabindex="0"
            aria-label={t.article}
            aria-description={t.article_keys}
            {onclick}
            {onmousedown}
            {oncopy}
        >
            for (idx, section) in props.sections.iter().enumerate() {
                <SectionView
                    key={idx}
                    {idx}
                    section={Rc::clone(section)}
                    labels={Rc::clone(&props.labels)}
                    language={props.language}
                />
            }
        </article>
    }
}

/// Asks the browser which sections are near the viewport, for as long as the text is open.
#[hook]
fn use_section_watch(text: Same<str>, node: NodeRef, send: Callback<Msg>) {
    use_effect_with(text, move |_| {
        let article = node.cast::<Element>();
        let size = article.as_ref().and_then(|it| observe_size(it, send.clone()));
        let near = article.and_then(|it| observe(&it, send));
        move || {
            if let Some((observer, _on_change)) = near {
                observer.disconnect();
            }
            if let Some((observer, _on_change)) = size {
                observer.disconnect();
            }
        }
    });
}

type OnChange = Closure<dyn Fn(Array)>;

/// Tells when lines may have moved.
fn observe_size(article: &Element, send: Callback<Msg>) -> Option<(ResizeObserver, OnChange)> {
    let on_change: OnChange = Closure::new(move |_: Array| send.emit(Msg::Resized));
    let observer = ResizeObserver::new(on_change.as_ref().unchecked_ref()).ok()?;
    observer.observe(article);
    Some((observer, on_change))
}

/// Sections within a screen and a half of the viewport are near.
fn observe(article: &Element, send: Callback<Msg>) -> Option<(IntersectionObserver, OnChange)> {
    let on_change: OnChange = Closure::new(move |entries: Array| {
        let changes = entries.iter().filter_map(|it| change(&it.unchecked_into())).collect();
        send.emit(Msg::Near(changes));
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin("150% 0px");
    let function = on_change.as_ref().unchecked_ref();
    let observer = IntersectionObserver::new_with_options(function, &options).ok()?;
    let sections = article.children();
    (0..sections.length()).filter_map(|it| sections.item(it)).for_each(|it| observer.observe(&it));
    Some((observer, on_change))
}

fn change(entry: &IntersectionObserverEntry) -> Option<(usize, bool)> {
    let section = entry.target().get_attribute("data-section")?.parse().ok()?;
    Some((section, entry.is_intersecting()))
}

/// What a second and a third click choose is the page's to say, and so is what is chosen beside the
/// selection: Firefox would add to its own.
fn mouse_down(event: &MouseEvent, article: &NodeRef) {
    if event.detail() > 1 {
        event.prevent_default();
    }
    if let (true, Some(it)) = (event.ctrl_key() || event.meta_key(), article.cast::<Element>()) {
        selection::show(&it, None);
    }
}

/// What is copied is the article's own text, with its own line ends.
fn copy(event: &Event, text: &str, node: &NodeRef) {
    let span: Option<Span> = node.cast::<Element>().and_then(|it| selection::selected(&it));
    let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    let Some((span, data)) = span.zip(data) else { return };
    if data.set_data("text/plain", span.slice(text)).is_ok() {
        event.prevent_default();
    }
}
