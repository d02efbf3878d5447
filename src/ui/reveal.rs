//! Bringing a piece of the text into view.

use gloo::utils::window;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::selection;
use crate::text::Span;

/// Scrolls so that `span` can be read with what is around it; not at all if it can already.
pub fn reveal(article: &Element, span: Span) {
    if is_comfortable(article, span) {
        return;
    }
    let Some(paragraph) = selection::paragraph(article, span.start()) else { return };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    paragraph.scroll_into_view_with_scroll_into_view_options(&options);
    // A paragraph may be higher than the window.
    if let Some(rect) = selection::range(article, span).map(|it| it.get_bounding_client_rect()) {
        let height = height();
        if rect.top() < height * 0.15 || rect.bottom() > height * 0.75 {
            window().scroll_by_with_x_and_y(0.0, rect.top() - height * 0.4);
        }
    }
}

fn is_comfortable(article: &Element, span: Span) -> bool {
    let range = selection::range(article, span);
    range.map(|it| it.get_bounding_client_rect()).is_some_and(|it| {
        let height = height();
        it.height() > 0.0 && it.top() > height * 0.12 && it.bottom() < height * 0.8
    })
}

fn height() -> f64 {
    window().inner_height().ok().and_then(|it| it.as_f64()).unwrap_or(800.0)
}
