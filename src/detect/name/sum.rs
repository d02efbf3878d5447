//! Sums of rows of weights.
//!
//! Most of the time that names take goes into adding rows up. So a row is as wide as one or two of
//! the machine's own vectors, and the compiler adds all lanes at a time.

use super::lattice::Scores;
use super::model::Weights;
use super::tag::TAGS;

/// Rows added up: no more than 255 of them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum([i16; TAGS]);

impl Sum {
    /// Adds a row.
    #[inline]
    pub(super) fn add(&mut self, row: &Weights) {
        self.0.iter_mut().zip(row).for_each(|(sum, it)| *sum += i16::from(*it));
    }

    /// Adds all rows of another sum.
    #[inline]
    pub(super) fn add_all(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(sum, it)| *sum += it);
    }

    /// The sum for each tag, in steps of `unit`.
    #[inline]
    pub(super) fn scores(&self, unit: f32) -> Scores {
        self.0.map(|it| f32::from(it) * unit)
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
        weights.iter().for_each(|it| sum.add(it));
        sum.add(&[0; TAGS]);
        (0..60).for_each(|_| twice.add_all(&sum));
        for tag in 0..TAGS {
            let want: i32 = weights.iter().map(|it| i32::from(it[tag])).sum();
            assert_eq!(sum.scores(0.5)[tag], want as f32 * 0.5);
            assert_eq!(twice.scores(1.0)[tag], (60 * want) as f32);
        }
    }
}
