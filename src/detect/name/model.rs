//! The trained weights and the file that they come in.
//!
//! ```text
//! file  = step…  rows  gap…  low…  high…  weight…
//! step  = signed byte: how well a tag follows another one, for each task, tag before and tag
//! rows  = little-endian 32 bits: number of rows
//! gap   = how many slots after the one before a row stands, seven bits a byte, the lowest first
//! low, high = for which of the first eight tags a row has a weight, a bit each, and of the others
//! weight = signed byte, row by row
//! ```
//!
//! Weights are in units of [`UNIT`]. Most slots have no row and most rows few weights, so that the
//! file is a tenth of the table. The halves of the masks stand apart since they are packed smaller so.

use std::sync::LazyLock;

use super::features::Feature;
use super::lattice::{Scores, Steps};
use super::sum::Sum;
use super::tag::TAGS;

/// Bits of a feature's hash that say where its weights stand.
pub const SLOT_BITS: u32 = 16;

/// What one unit of a weight is worth.
pub const UNIT: f32 = 1.0 / 8.0;

/// Names of a line, and names inside of a name.
pub const TASKS: usize = 2;

/// Weights of a feature for each tag, in units of [`UNIT`].
pub type Weights = [i8; TAGS];

/// The weights of all features for each tag.
pub struct Model {
    table: Vec<Weights>,
    steps: [Steps; TASKS],
}

/// Weights as the file has them.
#[derive(Clone)]
pub struct Table {
    /// For each task and tag, how well each tag follows it.
    pub steps: [[Weights; TAGS]; TASKS],
    /// For each slot.
    pub rows: Vec<Weights>,
}

static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::of_file(include_bytes!("../../../data/names.bin")));

impl Model {
    /// The built-in one.
    #[must_use]
    pub fn get() -> &'static Self {
        &MODEL
    }

    /// Of weights just learnt.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self {
            table: table.rows,
            steps: table
                .steps
                .map(|it| Steps::new(&it.map(|it| it.map(|it| f32::from(it) * UNIT)))),
        }
    }

    /// A file that is no model gives one that finds nothing; a test keeps ours from being such.
    fn of_file(bytes: &[u8]) -> Self {
        Self::new(Table::read(bytes).unwrap_or_else(Table::empty))
    }

    /// How well tags follow each other.
    #[must_use]
    pub fn steps(&self, task: usize) -> &Steps {
        &self.steps[task]
    }

    /// How well each tag fits a token with these features, no more than 255 of them.
    #[must_use]
    pub fn scores(&self, features: &[Feature]) -> Scores {
        let mut sum = Sum::default();
        features.iter().for_each(|it| self.add(it.hash, &mut sum));
        sum.scores(UNIT)
    }

    /// Adds the weights of a feature.
    #[inline]
    pub(super) fn add(&self, hash: u32, sum: &mut Sum) {
        sum.add(&self.table[slot(hash)]);
    }
}

impl Table {
    /// No weights.
    #[must_use]
    pub fn empty() -> Self {
        Self { steps: [[[0; TAGS]; TAGS]; TASKS], rows: vec![[0; TAGS]; 1 << SLOT_BITS] }
    }

    /// What a file says; `None` if it ends early or names a slot that there is not.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut res = Self::empty();
        let mut rest = bytes;
        for step in res.steps.iter_mut().flatten().flatten() {
            *step = byte(&mut rest)?.cast_signed();
        }
        let count = u32::from_le_bytes([
            byte(&mut rest)?,
            byte(&mut rest)?,
            byte(&mut rest)?,
            byte(&mut rest)?,
        ]);
        let mut slots = Vec::new();
        let mut slot = 0;
        for _ in 0..count {
            slot += gap(&mut rest)?;
            slots.push(slot);
        }
        let (low, after) = rest.split_at_checked(slots.len())?;
        let (high, after) = after.split_at_checked(slots.len())?;
        rest = after;
        for (slot, (low, high)) in slots.into_iter().zip(low.iter().zip(high)) {
            let mask = u16::from_le_bytes([*low, *high]);
            let row = res.rows.get_mut(slot)?;
            for (_, it) in row.iter_mut().enumerate().filter(|it| mask >> it.0 & 1 == 1) {
                *it = byte(&mut rest)?.cast_signed();
            }
        }
        rest.is_empty().then_some(res)
    }

    /// The file.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let used = || self.rows.iter().enumerate().filter(|it| it.1.iter().any(|it| *it != 0));
        let mut res: Vec<u8> =
            self.steps.iter().flatten().flatten().map(|it| it.cast_unsigned()).collect();
        res.extend((used().count() as u32).to_le_bytes());
        let mut last = 0;
        for (slot, _) in used() {
            let mut gap = slot - last;
            while gap >= 128 {
                res.push(128 | gap as u8);
                gap >>= 7;
            }
            res.push(gap as u8);
            last = slot;
        }
        let mask = |row: &Weights, half: usize| -> u8 {
            row.iter().skip(8 * half).take(8).rev().fold(0, |sum, it| sum << 1 | u8::from(*it != 0))
        };
        for half in 0..2 {
            res.extend(used().map(|it| mask(it.1, half)));
        }
        res.extend(used().flat_map(|it| it.1).filter(|it| **it != 0).map(|it| it.cast_unsigned()));
        res
    }
}

fn byte(rest: &mut &[u8]) -> Option<u8> {
    let (first, after) = rest.split_first()?;
    *rest = after;
    Some(*first)
}

fn gap(rest: &mut &[u8]) -> Option<usize> {
    let mut res = 0;
    for shift in (0..28).step_by(7) {
        let it = byte(rest)?;
        res |= usize::from(it & 127) << shift;
        if it < 128 {
            return Some(res);
        }
    }
    None
}

/// Where the weights of a feature stand.
#[must_use]
pub const fn slot(hash: u32) -> usize {
    (hash >> (32 - SLOT_BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut res = Table::empty();
        res.steps[1][2][3] = -7;
        res.rows[0][0] = 1;
        res.rows[300][TAGS - 1] = -128;
        res.rows[(1 << SLOT_BITS) - 1] = [127; TAGS];
        res
    }

    #[test]
    fn what_is_written_is_read() {
        let (table, bytes) = (table(), table().write());
        let read = Table::read(&bytes).unwrap();
        assert!(read.steps == table.steps && read.rows == table.rows);
        assert_eq!(read.write(), bytes);
    }

    #[test]
    fn what_is_no_model_is_refused() {
        let bytes = table().write();
        for len in 0..bytes.len() {
            assert!(Table::read(&bytes[..len]).is_none(), "{len} bytes");
        }
        assert!(Table::read(&[&bytes[..], &[0]].concat()).is_none(), "a byte too many");
        let steps = TASKS * TAGS * TAGS;
        let mut far = bytes;
        far[steps + 4..steps + 7].fill(255);
        assert!(Table::read(&far).is_none(), "a slot that there is not");
    }

    #[test]
    fn the_built_in_one_is_a_model() {
        let table = Table::read(include_bytes!("../../../data/names.bin")).unwrap();
        assert!(table.rows.iter().flatten().filter(|it| **it != 0).count() > 1_000);
    }
}
