//! Whether detection is right as often as it says.

use std::fmt;

use dau::document::LabelId;
use dau::formats::notation::{Block, Marked};

use crate::tally::is_same;

const BINS: usize = 10;

/// Mentions by how sure detection is of them.
#[derive(Clone, Copy, Default)]
struct Bin {
    found: u32,
    right: u32,
    sure: f64,
}

/// For tenths of certainty, how often names were right.
#[derive(Clone, Copy, Default)]
pub(crate) struct Reliability([Bin; BINS]);

impl Reliability {
    /// Counts the names of a text; `sure` is for each of `found`.
    pub(crate) fn add(&mut self, block: &Block, found: &[Marked], sure: &[f64]) {
        for (it, sure) in found.iter().zip(sure).filter(|it| is_name(&it.0.label)) {
            let right = block.mentions.iter().find(|want| is_same(want, it));
            let open =
                block.mentions.iter().any(|want| want.optional && want.span.intersects(it.span));
            if right.is_none() && open {
                continue;
            }
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1")]
            let bin = &mut self.0[((sure * BINS as f64) as usize).min(BINS - 1)];
            bin.found += 1;
            bin.right += u32::from(right.is_some());
            bin.sure += sure;
        }
    }

    /// Adds the counts of another one.
    pub(crate) fn add_all(&mut self, other: &Self) {
        for (bin, it) in self.0.iter_mut().zip(other.0) {
            bin.found += it.found;
            bin.right += it.right;
            bin.sure += it.sure;
        }
    }

    /// How far certainty is from the truth, on average over all names.
    pub(crate) fn error(&self) -> f64 {
        let all: u32 = self.0.iter().map(|it| it.found).sum();
        let off: f64 = self.0.iter().map(|it| (it.sure - f64::from(it.right)).abs()).sum();
        off / f64::from(all.max(1))
    }
}

/// Dates, laws and quantities are found by rules, which do not weigh.
fn is_name(label: &LabelId) -> bool {
    ![LabelId::DATE, LabelId::LAW, LabelId::QTY].contains(label)
}

impl fmt::Display for Reliability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "  names by how sure (said, right, number); off by {:.3}", self.error())?;
        for it in self.0.iter().filter(|it| it.found > 0) {
            let of = f64::from(it.found);
            writeln!(
                f,
                "    {:.2}  {:.2}  {:5}",
                it.sure / of,
                f64::from(it.right) / of,
                it.found
            )?;
        }
        Ok(())
    }
}
