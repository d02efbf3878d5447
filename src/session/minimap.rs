//! Where in the article things are, as rows of a narrow strip.

use crate::document::{AnnotationSet, Status};
use crate::text::Span;

/// Rows of the strip, each as high as the others.
pub const ROWS: usize = 400;

/// Which rows have something of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows(Vec<bool>);

impl Rows {
    /// The rows of `spans` in a text of `len` bytes. A place in the text is as far down as it has bytes before it.
    #[must_use]
    pub fn of(spans: impl IntoIterator<Item = Span>, len: usize) -> Self {
        let mut res = vec![false; ROWS];
        // In 64 bits, since a page's own word has 32.
        let (rows, len) = (ROWS as u64, (len as u64).max(1));
        for it in spans {
            let first = u64::from(it.start()) * rows / len;
            let after = (u64::from(it.end()) * rows).div_ceil(len).max(first + 1);
            let clamp = |row: u64| usize::try_from(row).unwrap_or(ROWS).min(ROWS);
            res[clamp(first)..clamp(after)].fill(true);
        }
        Self(res)
    }

    /// The rows of annotations with this status.
    #[must_use]
    pub fn of_status(annotations: &AnnotationSet, status: Status, len: usize) -> Self {
        let wanted = annotations.iter().filter(|it| it.status == status);
        Self::of(wanted.map(|it| it.span), len)
    }

    /// Runs of rows that have something: the first row and how many.
    pub fn runs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let mut at = 0;
        self.0.chunk_by(|a, b| a == b).filter_map(move |it| {
            let from = at;
            at += it.len();
            it[0].then_some((from, it.len()))
        })
    }
}

/// The byte at which a text of `len` bytes is shown, `share` of the strip from its top.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a share of a length below 2^32"
)]
pub fn byte_at(share: f64, len: usize) -> u32 {
    (share.clamp(0.0, 1.0) * len as f64) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_where_the_text_is() {
        // Spans, bytes of the text, first rows and how many.
        type Case = (&'static [(u32, u32)], usize, &'static [(usize, usize)]);
        let cases: [Case; 6] = [
            (&[], 1000, &[]),
            (&[(0, 10)], 4000, &[(0, 1)]),
            (&[(0, 11), (3990, 4000)], 4000, &[(0, 2), (399, 1)]),
            (&[(10, 30), (30, 40)], 4000, &[(1, 3)]),
            (&[(0, 5)], 5, &[(0, 400)]),
            (&[(2, 2)], 4, &[(200, 1)]),
        ];
        for (spans, len, want) in cases {
            let rows = Rows::of(spans.iter().map(|(a, b)| Span::new(*a, *b)), len);
            assert_eq!(rows.runs().collect::<Vec<_>>(), want, "{spans:?} in {len}");
        }
    }

    #[test]
    fn a_place_on_the_strip_is_a_place_in_the_text() {
        for (share, want) in [(0.0, 0), (0.5, 500), (1.0, 1000), (-1.0, 0), (7.0, 1000)] {
            assert_eq!(byte_at(share, 1000), want);
        }
    }
}
