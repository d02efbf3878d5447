//! Bringing a piece of the text into view.

use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::selection;
use crate::text::Span;

/// How often it is looked again whether the text is where it should be: what was far
/// away gets its true height only when it is drawn.
const TRIES: u32 = 4;

/// Milliseconds between the tries.
const PAUSE: u32 = 50;

/// Scrolls so that `span` can be read with what is around it; not at all if it can already.
pub fn reveal(article: &Element, span: Span) {
    try_to(article.clone(), span, TRIES);
}

fn try_to(article: Element, span: Span, tries: u32) {
    let free = Free::now();
    if place(&article, span).is_some_and(|(top, bottom)| free.has(top, bottom)) {
        return;
    }
    let Some(paragraph) = selection::paragraph(&article, span.start()) else { return };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Start);
    paragraph.scroll_into_view_with_scroll_into_view_options(&options);
    if let Some((top, _)) = place(&article, span) {
        scroll_by(top - free.top - (free.bottom - free.top) / 3.0);
    }
    if tries > 0 {
        Timeout::new(PAUSE, move || try_to(article, span, tries - 1)).forget();
    }
}

/// Scrolls the window down by so many pixels.
pub fn scroll_by(pixels: f64) {
    window().scroll_by_with_x_and_y(0.0, pixels);
}

fn place(article: &Element, span: Span) -> Option<(f64, f64)> {
    let rect = selection::range(article, span)?.get_bounding_client_rect();
    (rect.height() > 0.0).then(|| (rect.top(), rect.bottom()))
}

/// Where the header ends, in pixels from the top of the window.
#[must_use]
pub fn header_bottom() -> f64 {
    let header = document().query_selector("body > .top").ok().flatten();
    header.map_or(0.0, |it| it.get_bounding_client_rect().bottom())
}

/// The byte at which what is seen of the article begins, or shortly before it.
#[must_use]
pub fn first_seen(article: &Element) -> Option<u32> {
    const INSIDE: f32 = 40.0;
    #[expect(clippy::cast_possible_truncation, reason = "pixels of a window")]
    let (x, y) = (article.get_bounding_client_rect().left() as f32, Free::now().top as f32);
    let there = document().element_from_point(x + INSIDE, y + INSIDE)?;
    article
        .contains(Some(&there))
        .then(|| selection::attribute(&there, "data-start"))??
        .parse()
        .ok()
}

/// The part of the window that nothing lies over, from top to bottom in pixels.
struct Free {
    top: f64,
    bottom: f64,
}

impl Free {
    fn now() -> Self {
        let rect = |selector: &str| {
            let element = document().query_selector(selector).ok().flatten();
            element.map(|it| it.get_bounding_client_rect())
        };
        let height = window().inner_height().ok().and_then(|it| it.as_f64()).unwrap_or(800.0);
        let top = rect("body > .top").map_or(0.0, |it| it.bottom());
        // Beside the article it begins where the free part does, below it not.
        let foot = rect(".timeline").map(|it| it.top());
        let top = rect(".find").map_or(top, |it| top.max(it.bottom()));
        let side = rect(".side").map(|it| it.top()).filter(|it| *it > top + 1.0);
        Self { top, bottom: [side, foot].into_iter().flatten().fold(height, f64::min) }
    }

    /// With a line of text above and two below.
    fn has(&self, top: f64, bottom: f64) -> bool {
        top > self.top + 32.0 && bottom < self.bottom - 64.0
    }
}
