//! Sums of rows of weights, eight tags at a time in plain integers.
//!
//! Most of the time that names take goes into adding rows up. A row is sixteen bytes, each of them
//! a weight with 128 added to it, so that no lane ever borrows from its neighbour.

use super::lattice::Scores;
use super::tag::TAGS;

/// The weights of a feature for each tag, and some to spare.
pub(super) type Row = [u64; 2];

/// What is added to each weight.
const BIAS: i32 = 128;

/// Every other byte.
const EVEN: u64 = 0x00FF_00FF_00FF_00FF;

/// A row of these weights.
pub(super) fn row(weights: &[i8; TAGS]) -> Row {
    let mut bytes = [0x80_u8; 16];
    bytes.iter_mut().zip(weights).for_each(|(byte, it)| *byte = it.cast_unsigned() ^ 0x80);
    let (low, high) = bytes.split_at(8);
    [low, high].map(|it| it.iter().rev().fold(0, |sum, it| sum << 8 | u64::from(*it)))
}

/// Rows added up: no more than 255 of them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    even: [u64; 2],
    odd: [u64; 2],
    rows: u32,
}

impl Sum {
    /// Adds a row.
    pub(super) fn add(&mut self, row: &Row) {
        self.even.iter_mut().zip(row).for_each(|(sum, it)| *sum += it & EVEN);
        self.odd.iter_mut().zip(row).for_each(|(sum, it)| *sum += it >> 8 & EVEN);
        self.rows += 1;
    }

    /// Adds all rows of another sum.
    pub(super) fn add_all(&mut self, other: &Self) {
        for half in 0..2 {
            self.even[half] += other.even[half];
            self.odd[half] += other.odd[half];
        }
        self.rows += other.rows;
    }

    /// The sum for each tag, in steps of `unit`.
    pub(super) fn scores(&self, unit: f32) -> Scores {
        let mut res = [0.0; TAGS];
        let bias = BIAS * self.rows.cast_signed();
        for (tag, score) in res.iter_mut().enumerate() {
            let lanes = if tag % 2 == 0 { self.even } else { self.odd };
            let lane = (lanes[tag / 8] >> (tag % 8 / 2 * 16)) as u16;
            *score = (i32::from(lane) - bias) as f32 * unit;
        }
        res
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_the_weights() {
        let mut weights = [[0_i8; TAGS]; 3];
        for (at, it) in weights.iter_mut().flatten().enumerate() {
            *it = [-128, 127, 0, -1, 5][at % 5];
        }
        let mut sum = Sum::default();
        let mut twice = Sum::default();
        weights.iter().for_each(|it| sum.add(&row(it)));
        sum.add(&row(&[0; TAGS]));
        (0..60).for_each(|_| twice.add_all(&sum));
        for tag in 0..TAGS {
            let want: i32 = weights.iter().map(|it| i32::from(it[tag])).sum();
            assert_eq!(sum.scores(0.5)[tag], want as f32 * 0.5);
            assert_eq!(twice.scores(1.0)[tag], (60 * want) as f32);
        }
    }
}
