//! Places in the text, as the mouse finds them.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::page::Page;

/// A place in the window, in CSS pixels from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// Where a piece of text is on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// In its first character, near the left edge: a drag from here takes it in.
    pub start: Point,
    /// In its last character, near the right edge.
    pub end: Point,
}

impl Place {
    /// In the middle; of use where the text is in one line.
    pub fn middle(self) -> Point {
        Point {
            x: f64::midpoint(self.start.x, self.end.x),
            y: f64::midpoint(self.start.y, self.end.y),
        }
    }
}

impl Page {
    /// Where the article has `text` for the first time. Scrolls there.
    pub async fn place_of(&self, text: &str) -> Result<Place> {
        self.nth_place_of(text, 0).await
    }

    /// Where the article has `text` for the n-th time, from 0. Scrolls there.
    pub async fn nth_place_of(&self, text: &str, n: usize) -> Result<Place> {
        self.place_in("[data-testid=article]", text, n).await
    }

    /// Where the element of a CSS selector has `text` for the n-th time, from 0. Scrolls there.
    pub async fn place_in(&self, selector: &str, text: &str, n: usize) -> Result<Place> {
        let arguments = [json!(selector), json!(text), json!(n)];
        let place = self.js_with(include_str!("place.js"), &arguments).await?;
        read_place(&place).with_context(|| format!("no «{text}» number {n} in {selector}"))
    }

    /// Selects `text` in the article with the mouse, from its first character to its last.
    ///
    /// Where the button goes down inside of what is selected already, a browser drags that away, as it does for anyone.
    pub async fn drag_over(&self, text: &str) -> Result<()> {
        let place = self.place_of(text).await?;
        self.drag(place.start, place.end).await
    }

    /// Selects `text` from its last character to its first.
    pub async fn drag_back_over(&self, text: &str) -> Result<()> {
        let place = self.place_of(text).await?;
        self.drag(place.end, place.start).await
    }

    /// Clicks into the middle of `text` in the article.
    pub async fn click_text(&self, text: &str) -> Result<()> {
        let place = self.place_of(text).await?;
        self.click_at(place.middle()).await
    }

    /// What the browser has selected.
    pub async fn selected_text(&self) -> Result<String> {
        let text = self.js("return getSelection().toString()").await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }
}

fn read_place(place: &Value) -> Option<Place> {
    let point = |at: usize| Some(Point { x: place[at][0].as_f64()?, y: place[at][1].as_f64()? });
    Some(Place { start: point(0)?, end: point(1)? })
}
