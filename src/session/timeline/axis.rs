//! A line that is true to time, but for what would squeeze everything else.
//!
//! The article's dates cut time into pieces in which nothing begins or ends. A piece that is much longer than the
//! usual distance between two dates (the years from 1945 to now in a report on last week) is drawn at a fixed
//! length instead, and shown as shortened. All other pieces are to one scale, so that distances in them can be
//! compared.

use super::LENGTH;
use super::extent::{DAY, Extent};

/// Usual distances that a piece may have.
const USUAL: i64 = 2;

/// How much longer than that it must be to be shortened: a little is not worth a break.
const MUCH: i64 = 2;

/// Where moments are on the line.
#[derive(Clone, Debug)]
pub(super) struct Axis {
    // In order, each later than the one before. Invariant: none, or at least two.
    knots: Vec<Knot>,
}

/// A moment at which something begins or ends.
#[derive(Clone, Copy, Debug)]
struct Knot {
    at: i64,
    /// As a share of the line.
    place: f64,
    /// Whether the piece from here to the next knot is shorter than its time.
    shortened: bool,
}

/// A part of the line that is to scale all through, or shortened all through.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    pub(super) from: i64,
    pub(super) to: i64,
    pub(super) shortened: bool,
}

impl Axis {
    /// The line from the first beginning to the last end.
    pub(super) fn new(extents: &[Extent]) -> Self {
        let mut moments: Vec<i64> = extents.iter().flat_map(|it| [it.from, it.to]).collect();
        moments.sort_unstable();
        moments.dedup();
        if let [only] = moments[..] {
            let day = only.div_euclid(DAY) * DAY;
            moments = vec![day, day + DAY];
        }
        let most = most(extents);
        let is_long = |len: i64| most.is_some_and(|most| len > most.saturating_mul(MUCH));
        let drawn = |len: i64| if is_long(len) { most.unwrap_or(len) } else { len };
        let total: i64 = moments.windows(2).map(|it| drawn(it[1] - it[0])).sum();
        let mut knots = Vec::with_capacity(moments.len());
        let mut before = 0;
        for (idx, at) in moments.iter().enumerate() {
            let len = moments.get(idx + 1).map_or(0, |next| next - at);
            knots.push(Knot { at: *at, place: share(before, total), shortened: is_long(len) });
            before += drawn(len);
        }
        Self { knots }
    }

    /// Where a moment is; one before or after the line at its end.
    pub(super) fn place(&self, at: i64) -> u32 {
        let after = self.knots.partition_point(|it| it.at <= at);
        match (after.checked_sub(1).map(|it| self.knots[it]), self.knots.get(after)) {
            (Some(from), Some(to)) => {
                let inside = share(at - from.at, to.at - from.at);
                on_line(from.place + (to.place - from.place) * inside)
            }
            (Some(_), None) => LENGTH,
            (None, _) => 0,
        }
    }

    /// How much of `LENGTH` a minute takes where nothing is shortened.
    pub(super) fn scale(&self) -> f64 {
        let true_ones = self.knots.windows(2).filter(|it| !it[0].shortened);
        let scale = |it: &[Knot]| (it[1].place - it[0].place) / share(it[1].at - it[0].at, 1);
        true_ones.map(scale).fold(0.0, f64::max) * f64::from(LENGTH)
    }

    /// The line from one end to the other.
    pub(super) fn stretches(&self) -> Vec<Stretch> {
        let mut res: Vec<Stretch> = Vec::new();
        for it in self.knots.windows(2) {
            let (from, to, shortened) = (it[0].at, it[1].at, it[0].shortened);
            match res.last_mut().filter(|last| !shortened && !last.shortened) {
                Some(last) => last.to = to,
                None => res.push(Stretch { from, to, shortened }),
            }
        }
        res
    }

    /// From where to where it is shortened.
    pub(super) fn shortened(&self) -> Vec<(u32, u32)> {
        let short = self.knots.windows(2).filter(|it| it[0].shortened);
        short.map(|it| (on_line(it[0].place), on_line(it[1].place))).collect()
    }
}

/// How long a piece may be: some times the shorter of the distances between beginnings. Where there is but one
/// distance, some times the longest date.
fn most(extents: &[Extent]) -> Option<i64> {
    let mut begins: Vec<i64> = extents.iter().map(|it| it.from).collect();
    begins.sort_unstable();
    begins.dedup();
    let mut distances: Vec<i64> = begins.windows(2).map(|it| it[1] - it[0]).collect();
    distances.sort_unstable();
    let usual = match &distances[..] {
        [] => return None,
        [_] => extents.iter().map(|it| it.to - it.from).max().filter(|it| *it > 0)?,
        all => all[all.len() / 4],
    };
    Some(usual.saturating_mul(USUAL))
}

#[expect(clippy::cast_precision_loss, reason = "minutes of the calendar are below 2^53")]
fn share(part: i64, whole: i64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of the length"
)]
fn on_line(share: f64) -> u32 {
    (share * f64::from(LENGTH)).round() as u32
}

#[cfg(test)]
mod tests {
    use super::super::extent::Grain;
    use super::*;

    fn axis(extents: &[(i64, i64)]) -> Axis {
        let extents: Vec<_> = extents
            .iter()
            .map(|(from, to)| Extent { from: *from, to: *to, grain: Grain::Day })
            .collect();
        Axis::new(&extents)
    }

    /// In hundredths.
    fn places(axis: &Axis, at: &[i64]) -> Vec<u32> {
        at.iter().map(|it| axis.place(*it) / 100).collect()
    }

    #[test]
    fn the_line_is_true_to_time() {
        let axis = axis(&[(0, 10), (40, 50), (90, 100)]);
        assert_eq!(places(&axis, &[-5, 0, 5, 25, 50, 100, 200]), [0, 0, 5, 25, 50, 100, 100]);
        assert_eq!(axis.shortened(), []);
        assert_eq!(axis.stretches(), [Stretch { from: 0, to: 100, shortened: false }]);
        assert!((axis.scale() - 100.0).abs() < 1e-6);
    }

    #[test]
    fn one_old_date_does_not_squeeze_the_rest() {
        let axis = axis(&[(0, 10), (100_000, 100_010), (100_020, 100_030), (100_040, 100_050)]);
        // The usual distance is 20: the long piece is drawn as 40 of 100.
        assert_eq!(places(&axis, &[10, 50_000, 100_000, 100_020]), [10, 30, 50, 70]);
        assert_eq!(
            axis.stretches().iter().map(|it| it.shortened).collect::<Vec<_>>(),
            [false, true, false]
        );
    }

    #[test]
    fn a_little_longer_is_not_shortened() {
        let pieces = [(0, 10), (20, 30), (40, 50), (120, 130)];
        assert_eq!(axis(&pieces).shortened(), []);
        let pieces = [(0, 10), (20, 30), (40, 50), (290, 300)];
        assert_eq!(axis(&pieces).shortened().len(), 1);
    }

    #[test]
    fn two_dates_far_apart_have_width() {
        let axis = axis(&[(0, 10), (1000, 1010)]);
        assert_eq!(places(&axis, &[10, 1000]), [25, 75]);
    }

    #[test]
    fn one_moment_is_shown_within_its_day() {
        let noon = 5 * DAY + DAY / 2;
        assert_eq!(places(&axis(&[(noon, noon)]), &[5 * DAY, noon, 6 * DAY]), [0, 50, 100]);
        assert_eq!(axis(&[]).stretches(), []);
        assert_eq!(axis(&[]).place(7), 0);
    }
}
