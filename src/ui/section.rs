//! A section of the article: with its highlights, or as plain text far from the viewport.

use std::fmt::Write;
use std::rc::Rc;

use yew::prelude::*;

use super::run::run;
use crate::detect::Language;
use crate::document::LabelSet;
use crate::session::{Paragraph, Section};

/// What the section shows.
#[derive(Clone, Properties, PartialEq)]
pub struct SectionProps {
    /// Which of the article's.
    pub idx: usize,
    /// Its paragraphs.
    pub section: Rc<Section>,
    /// The labels in use.
    pub labels: Rc<LabelSet>,
    /// Of the interface.
    pub language: Language,
}

/// Some paragraphs; drawn again only when they themselves have changed.
#[component]
pub fn SectionView(props: &SectionProps) -> Html {
    let section = &props.section;
    // A height to reserve while it is not drawn: style.css has one for each size.
    let size = section.span.len().div_ceil(800).clamp(1, 10);
    html! {
        <section
            class={format!("section size-{size}")}
            data-section={props.idx.to_string()}
            data-start={section.span.start().to_string()}
        >
            if let Some(markup) = plain_markup(section) {
                { Html::from_html_unchecked(markup.into()) }
            } else {
                { for section.paragraphs.iter().map(|it| paragraph(it, props)) }
            }
        </section>
    }
}

fn paragraph(it: &Paragraph, props: &SectionProps) -> Html {
    html! {
        <p class={class(it)} data-start={it.span.start().to_string()}>
            for piece in it.pieces.iter() {
                { run(piece, &props.labels, props.language) }
            }
        </p>
    }
}

const fn class(it: &Paragraph) -> &'static str {
    match (it.headline, it.preformatted) {
        (true, true) => "headline spaces",
        (true, false) => "headline",
        (false, true) => "spaces",
        (false, false) => "",
    }
}

/// The same paragraphs as markup, if nothing in them is highlighted: a browser reads it
/// ten times as fast as it takes element after element, which a megabyte of text needs.
///
/// None if the text has a character that markup cannot have.
fn plain_markup(section: &Section) -> Option<String> {
    let pieces = || section.paragraphs.iter().flat_map(|it| &it.pieces);
    if pieces().any(|it| !it.marks.is_empty() || it.text.bytes().any(|it| it == 0 || it == b'\r')) {
        return None;
    }
    let mut res = String::with_capacity(section.span.len() as usize * 5 / 4);
    for it in &section.paragraphs {
        // Writing to a string does not fail.
        let _ = write!(res, "<p class=\"{}\" data-start=\"{}\">", class(it), it.span.start());
        it.pieces.iter().for_each(|it| escape(&it.text, &mut res));
        res.push_str("</p>");
    }
    Some(res)
}

/// Text as markup that says the same and nothing else.
fn escape(text: &str, into: &mut String) {
    let mut rest = text;
    // By bytes, since it reads whole books: what is looked for is ASCII.
    while let Some(at) = rest.bytes().position(|it| matches!(it, b'&' | b'<' | b'>')) {
        into.push_str(&rest[..at]);
        into.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            _ => "&gt;",
        });
        rest = &rest[at + 1..];
    }
    into.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{plain, sections};

    fn markup(text: &str) -> Option<String> {
        plain_markup(&plain(text, &sections(text)[0]))
    }

    #[test]
    fn text_is_never_markup() {
        let text = "a<b>&amp;\n\n<script>\"ữ\"</script> ";
        let want = concat!(
            r#"<p class="" data-start="0">a&lt;b&gt;&amp;amp;</p>"#,
            r#"<p class="" data-start="10"></p>"#,
            r#"<p class="spaces" data-start="11">&lt;script&gt;"ữ"&lt;/script&gt; </p>"#,
        );
        assert_eq!(markup(text).as_deref(), Some(want));
    }

    #[test]
    fn what_markup_cannot_have_is_drawn_otherwise() {
        assert_eq!(markup("a\0b"), None);
    }
}
