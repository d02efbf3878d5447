//! What the browser has selected ⇄ spans of the text.
//!
//! The browser says a node and a UTF-16 offset; each run of the article says with
//! `data-start` at which byte it begins. So does each paragraph, for what stands in no
//! run of its own.

use gloo::utils::{document, window};
use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node, Range, Selection};

use crate::text::Span;

/// The byte offset of the place `utf16` code units into `text`, which begins at byte
/// `start`. A place inside a character is before it, one after the text at its end.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "texts are shorter than 4 GiB")]
pub fn byte_at(start: u32, text: &str, utf16: usize) -> u32 {
    let mut left = utf16;
    for (at, it) in text.char_indices() {
        if left < it.len_utf16() {
            return start + at as u32;
        }
        left -= it.len_utf16();
    }
    start + text.len() as u32
}

/// The place of the byte offset `byte` in `text`, which begins at byte `start`, in
/// UTF-16 code units. A place inside a character is before it.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "texts are shorter than 4 GiB")]
pub fn utf16_at(start: u32, text: &str, byte: u32) -> u32 {
    let inside = byte.saturating_sub(start) as usize;
    let before = text.char_indices().take_while(|(at, it)| at + it.len_utf8() <= inside);
    before.map(|(_, it)| it.len_utf16() as u32).sum()
}

/// What of the article is selected, in bytes; ends outside of it count as its own.
#[must_use]
pub fn selected(article: &Element) -> Option<Span> {
    let selection = selection()?;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let inside = range.intersects_node(article).ok()?;
    let start = place(article, &range.start_container().ok()?, range.start_offset().ok()?);
    let end = place(article, &range.end_container().ok()?, range.end_offset().ok()?);
    let span = Span::new(start?, end?);
    (inside && !span.is_empty()).then_some(span)
}

/// Shows `span` as selected; nothing if it is `None`.
pub fn show(article: &Element, span: Option<Span>) {
    let Some(selection) = selection() else { return };
    let Some(range) = span.and_then(|it| range(article, it)) else {
        let _ = selection.remove_all_ranges();
        return;
    };
    let _ = selection.remove_all_ranges();
    let _ = selection.add_range(&range);
}

/// The piece of the page that shows `span`.
#[must_use]
pub fn range(article: &Element, span: Span) -> Option<Range> {
    Places::default().range(article, span)
}

/// The pieces of the page that show `spans`, best in reading order.
pub fn ranges(article: &Element, spans: impl Iterator<Item = Span>) -> impl Iterator<Item = Range> {
    let mut places = Places::default();
    spans.filter_map(move |it| places.range(article, it))
}

/// The paragraph that holds the byte offset `byte`.
#[must_use]
pub fn paragraph(article: &Element, byte: u32) -> Option<Element> {
    let section = last_before(article, byte)?;
    last_before(&section, byte)
}

/// The browser's selection.
#[must_use]
pub fn selection() -> Option<Selection> {
    window().get_selection().ok()?
}

/// A place that the browser names, in bytes; one outside of the article is at its end
/// or its beginning.
#[must_use]
pub fn place(article: &Element, node: &Node, offset: u32) -> Option<u32> {
    let all = document().create_range().ok()?;
    all.select_node_contents(article).ok()?;
    match all.compare_point(node, offset).ok()? {
        ..0 => Some(0),
        0 => inside(node, offset),
        1.. => end_of(article),
    }
}

fn inside(node: &Node, offset: u32) -> Option<u32> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    let Some(run) = element.closest("p,p [data-start]").ok()? else {
        // Between paragraphs or sections.
        let next = element.children().item(offset);
        return next.map_or_else(|| end_of(&element), |it| start_of(&it));
    };
    let before = document().create_range().ok()?;
    before.set_start(&run, 0).ok()?;
    before.set_end(node, offset).ok()?;
    let before: JsString = before.to_string();
    let text = run.text_content().unwrap_or_default();
    Some(byte_at(start_of(&run)?, &text, before.length() as usize))
}

/// The byte offset of the end of the article or of one of its sections.
fn end_of(element: &Element) -> Option<u32> {
    let Some(last) = element.last_element_child().filter(|_| element.tag_name() != "P") else {
        let text = element.text_content().unwrap_or_default();
        return Some(byte_at(start_of(element)?, &text, usize::MAX));
    };
    end_of(&last)
}

fn start_of(element: &Element) -> Option<u32> {
    element.get_attribute("data-start")?.parse().ok()
}

/// The last child that begins at or before `byte`.
fn last_before(parent: &Element, byte: u32) -> Option<Element> {
    let children = parent.children();
    let (mut from, mut to) = (0, children.length());
    while from < to {
        let middle = from.midpoint(to);
        let begins = children.item(middle).and_then(|it| start_of(&it))?;
        if begins <= byte { from = middle + 1 } else { to = middle }
    }
    children.item(from.checked_sub(1)?)
}

/// Looks places up. The paragraph of the last one is kept, and how far it was read: of a long one with thousands of
/// places each begins where the one before it was found.
#[derive(Default)]
struct Places(Option<Paragraph>);

struct Paragraph {
    element: Element,
    /// Where it begins and ends, in bytes.
    span: Span,
    texts: Vec<Text>,
}

/// A text node.
struct Text {
    node: Node,
    text: String,
    /// Where it begins, in bytes.
    start: u32,
    /// The place that was asked for last: bytes and UTF-16 code units from the beginning.
    known: (u32, u32),
}

impl Places {
    fn range(&mut self, article: &Element, span: Span) -> Option<Range> {
        let range = document().create_range().ok()?;
        let (start, offset) = self.node_at(article, span.start(), false)?;
        range.set_start(&start, offset).ok()?;
        let (end, offset) = self.node_at(article, span.end(), true)?;
        range.set_end(&end, offset).ok()?;
        Some(range)
    }

    /// The text node and the offset in it where `byte` is; where two nodes meet, at the
    /// end of the one if `end`, else at the beginning of the other.
    fn node_at(&mut self, article: &Element, byte: u32, end: bool) -> Option<(Node, u32)> {
        let is_there =
            |it: &Paragraph| it.span.start() <= byte && byte < it.span.end() + u32::from(end);
        if !self.0.as_ref().is_some_and(is_there) {
            self.0 = Some(Paragraph::new(paragraph(article, byte)?)?);
        }
        self.0.as_mut()?.node_at(byte, end)
    }
}

impl Paragraph {
    fn new(element: Element) -> Option<Self> {
        let from = start_of(&element)?;
        let mut start = from;
        let text = |node: Node| {
            let text = node.text_content().unwrap_or_default();
            let res = Text { node, start, text, known: (0, 0) };
            start = res.end();
            res
        };
        let texts = text_nodes(&element).into_iter().map(text).collect();
        Some(Self { element, span: Span::new(from, start), texts })
    }

    fn node_at(&mut self, byte: u32, end: bool) -> Option<(Node, u32)> {
        let before = |it: &Text| it.end() < byte + u32::from(!end);
        let at = self.texts.partition_point(before).min(self.texts.len().saturating_sub(1));
        let Some(text) = self.texts.get_mut(at) else {
            return Some((self.element.clone().into(), 0));
        };
        Some((text.node.clone(), text.offset(byte)))
    }
}

impl Text {
    #[expect(clippy::cast_possible_truncation, reason = "texts are shorter than 4 GiB")]
    fn end(&self) -> u32 {
        self.start + self.text.len() as u32
    }

    /// In UTF-16 code units.
    fn offset(&mut self, byte: u32) -> u32 {
        let inside = byte.saturating_sub(self.start);
        if inside < self.known.0 {
            self.known = (0, 0);
        }
        let (from, units) = self.known;
        let rest = self.text.get(from as usize..).unwrap_or_default();
        let more = utf16_at(from, rest, inside);
        let at = byte_at(from, rest, more as usize);
        self.known = (at, units + more);
        self.known.1
    }
}

/// The text in `parent`, which is not nested deeper than runs in a paragraph.
fn text_nodes(parent: &Node) -> Vec<Node> {
    let children = parent.child_nodes();
    let children = (0..children.length()).filter_map(|it| children.item(it));
    children
        .flat_map(|it| if it.node_type() == Node::TEXT_NODE { vec![it] } else { text_nodes(&it) })
        .collect()
}

/// An attribute of the nearest element around `target` that has it.
#[must_use]
pub fn attribute(target: &JsValue, name: &str) -> Option<String> {
    let node = target.dyn_ref::<Node>()?;
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    element.closest(&format!("[{name}]")).ok()??.get_attribute(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf16_offsets_become_bytes_and_go_back() {
        // (text, UTF-16 offset, byte offset)
        let cases = [
            ("", 0, 0),
            ("", 3, 0),
            ("Huế", 2, 2),
            ("Huế", 3, 5),
            ("Huế", 9, 5),
            ("Hue\u{302}\u{301}", 3, 3),
            ("Hue\u{302}\u{301}", 5, 7),
            ("😀x", 2, 4),
            ("😀x", 3, 5),
            ("a\u{200b}\u{a0}b", 3, 6),
            ("👨🏻\u{200d}🚒!", 7, 15),
        ];
        for (text, utf16, byte) in cases {
            assert_eq!(byte_at(10, text, utf16), 10 + byte, "{text:?} {utf16}");
            let back = utf16_at(10, text, 10 + byte) as usize;
            assert_eq!(back, utf16.min(text.encode_utf16().count()), "{text:?} {byte}");
        }
    }

    #[test]
    fn half_a_character_is_before_it() {
        assert_eq!(byte_at(0, "😀x", 1), 0);
        assert_eq!(utf16_at(0, "😀x", 2), 0);
        assert_eq!(utf16_at(5, "ế", 0), 0);
        assert_eq!(utf16_at(5, "ế", 99), 1);
    }
}
