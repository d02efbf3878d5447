//! Where characters stand on the page, and so where its lines begin and end.
//!
//! It is asked of ranges, not of points in the window: that works also for what is not in view and
//! for what something lies over.

use web_sys::{DomRect, Element};

use super::selection;
use crate::session::Direction;
use crate::text::{Span, is_grapheme_boundary};

/// Where the caret stands between two characters, in pixels of the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// From the left.
    pub x: f64,
    /// The upper end.
    pub top: f64,
    /// The lower end.
    pub bottom: f64,
}

impl Spot {
    fn middle(&self) -> f64 {
        f64::midpoint(self.top, self.bottom)
    }
}

/// The article as it is laid out.
#[derive(Debug)]
pub struct Lines<'a> {
    /// Its element.
    pub article: &'a Element,
    /// Its text.
    pub text: &'a str,
}

impl Lines<'_> {
    /// Where the caret stands that is at the byte `at`: before the character there. Where a line
    /// was broken that is on the lower line.
    #[must_use]
    pub fn before(&self, at: u32) -> Option<Spot> {
        let next = self.visible(Span::new(at, self.next(at)));
        next.map(|it| spot(&it, it.left())).or_else(|| self.after(at))
    }

    /// Where the caret stands that is at the byte `at`: after the character before it.
    #[must_use]
    pub fn after(&self, at: u32) -> Option<Spot> {
        let before = self.visible(Span::new(self.previous(at), at));
        before.map(|it| spot(&it, it.right())).or_else(|| {
            let rect = selection::paragraph(self.article, at)?.get_bounding_client_rect();
            Some(spot(&rect, rect.left()))
        })
    }

    /// The byte in the line above or below `at` that is nearest to `x`; the text's end or beginning
    /// where there is none.
    #[must_use]
    pub fn beside(&self, at: u32, x: f64, way: Direction) -> Option<u32> {
        match way {
            Direction::Forward => {
                let from = self.next_line(at)?;
                from.map_or_else(|| Some(self.len()), |it| self.nearest(it, x))
            }
            Direction::Back => match self.start(at)? {
                0 => Some(0),
                start => self.nearest(self.start(self.previous(start))?, x),
            },
        }
    }

    /// The end or the beginning of the line that `at` is in.
    #[must_use]
    pub fn edge(&self, at: u32, way: Direction) -> Option<u32> {
        match way {
            Direction::Back => self.start(at),
            Direction::Forward => {
                let next = self.next_line(at)?;
                Some(next.map_or_else(|| self.len(), |it| self.previous(it)))
            }
        }
    }

    fn start(&self, at: u32) -> Option<u32> {
        let here = self.before(at)?.middle();
        let is_above = |it: u32| self.before(it).is_some_and(|it| it.bottom < here);
        // The last place above, from ever further back.
        let mut step = STEP;
        loop {
            let from = self.boundary(at.saturating_sub(step));
            if is_above(from) {
                return Some(self.first(from, at, |it| !is_above(it)));
            }
            if from == 0 {
                return Some(0);
            }
            step *= 2;
        }
    }

    /// Where the next line begins; the inner `None` in the last one.
    fn next_line(&self, at: u32) -> Option<Option<u32>> {
        let here = self.before(at)?.middle();
        let is_below = |it: u32| self.before(it).is_some_and(|it| it.top > here);
        let mut step = STEP;
        loop {
            let to = self.boundary(at.saturating_add(step).min(self.len()));
            if is_below(to) {
                return Some(Some(self.first(at, to, is_below)));
            }
            if to == self.len() {
                return Some(None);
            }
            step *= 2;
        }
    }

    /// The place nearest to `x` in the line that begins at `start`.
    fn nearest(&self, start: u32, x: f64) -> Option<u32> {
        let end = self.edge(start, Direction::Forward)?;
        let left = |it: u32| self.before(it).map_or(f64::MAX, |it| it.x);
        if left(start) >= x || start == end {
            return Some(start);
        }
        if left(end) < x {
            return Some(end);
        }
        let right = self.first(start, end, |it| left(it) >= x);
        let before = self.previous(right);
        Some(if x - left(before) < left(right) - x { before } else { right })
    }

    /// The first place after `from` of which `is` is true, as it is of `to` and of all between.
    fn first(&self, from: u32, to: u32, is: impl Fn(u32) -> bool) -> u32 {
        let (mut from, mut to) = (from, to);
        loop {
            let middle = self.boundary(from.midpoint(to));
            let middle = if middle > from { middle } else { self.next(from) };
            if middle >= to {
                return to;
            }
            if is(middle) { to = middle } else { from = middle }
        }
    }

    fn visible(&self, span: Span) -> Option<DomRect> {
        if span.is_empty() || span.slice(self.text).starts_with(['\r', '\n']) {
            return None;
        }
        let rect = selection::range(self.article, span)?.get_bounding_client_rect();
        (rect.height() > 0.0).then_some(rect)
    }

    fn len(&self) -> u32 {
        Span::of(&(0..self.text.len())).end()
    }

    fn boundary(&self, at: u32) -> u32 {
        let boundary = |it: &u32| is_grapheme_boundary(self.text, *it);
        (0..=at).rev().find(boundary).unwrap_or(0)
    }

    fn previous(&self, at: u32) -> u32 {
        at.checked_sub(1).map_or(0, |it| self.boundary(it))
    }

    fn next(&self, at: u32) -> u32 {
        let len = self.len();
        (at + 1..len).find(|it| is_grapheme_boundary(self.text, *it)).unwrap_or(len)
    }
}

/// Bytes of about a line.
const STEP: u32 = 128;

fn spot(rect: &DomRect, x: f64) -> Spot {
    Spot { x, top: rect.top(), bottom: rect.bottom() }
}
