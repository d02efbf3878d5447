//! The best tags of a line, and how sure they are: Viterbi and forward–backward over a linear chain.

use std::ops::Range;

use super::exp::exp;
use super::tag::{FURTHER, TAGS, Tag};

/// A number for each tag.
pub type Scores = [f32; TAGS];

/// A number for each pair of tags, by the one before.
pub type Transitions = [Scores; TAGS];

/// How well each of the tags that may follow any tag follows a tag.
type Open = [f32; FURTHER];

/// What one token has to do with the next: a number for each pair of tags that may follow each other.
///
/// Every loop over it is eight or sixteen lanes wide, so that the compiler makes vectors of it.
#[derive(Clone, Debug)]
struct Chain {
    /// By tag, the number with each tag outside or of a first token.
    open: [Open; TAGS],
    /// By tag outside or of a first token, the number with each tag before it.
    into: [Scores; FURTHER],
    /// By tag, the number with the further tag of its kind.
    further: Scores,
}

impl Chain {
    /// Of the numbers of all pairs, with `none` for those that cannot be.
    fn new(pairs: &Transitions, none: f32) -> Self {
        let mut res = Self {
            open: [[none; FURTHER]; TAGS],
            into: [[none; TAGS]; FURTHER],
            further: [none; TAGS],
        };
        for before in Tag::all().map(Tag::index) {
            res.open[before].copy_from_slice(&pairs[before][..FURTHER]);
            res.into.iter_mut().zip(&pairs[before]).for_each(|(into, it)| into[before] = *it);
            if before > 0 {
                res.further[before] = pairs[before][before % FURTHER + FURTHER];
            }
        }
        res
    }

    /// The numbers of a tag with all tags; 0 for those that cannot follow it.
    fn row(&self, before: usize, glued: bool) -> Scores {
        let mut res = [0.0; TAGS];
        if !glued {
            res[..FURTHER].copy_from_slice(&self.open[before]);
        } else if before == 0 {
            res[0] = self.open[0][0];
        }
        res[before % FURTHER + FURTHER] = self.further[before];
        res
    }
}

/// How well tags follow each other.
#[derive(Clone, Debug)]
pub struct Steps {
    scores: Chain,
    /// The powers of the scores.
    weights: Chain,
}

impl Steps {
    /// Of the scores of pairs, whether they may follow each other or not.
    #[must_use]
    pub fn new(transitions: &Transitions) -> Self {
        Self {
            scores: Chain::new(transitions, f32::NEG_INFINITY),
            weights: Chain::new(&transitions.map(|it| it.map(exp)), 0.0),
        }
    }
}

/// Tokens that are tagged together.
#[derive(Clone, Copy)]
pub struct Lattice<'a> {
    /// For each token, how well each tag fits.
    pub scores: &'a [Scores],
    /// For each token, whether it is in the same name as the one before or in none.
    pub glued: &'a [bool],
    /// How well tags follow each other.
    pub steps: &'a Steps,
}

impl Lattice<'_> {
    /// The tags with the highest sum of scores.
    #[must_use]
    pub fn best(&self) -> Vec<Tag> {
        let (reached, last) = self.reached();
        let mut tag = highest(&last);
        let mut res: Vec<Tag> = Vec::with_capacity(reached.len());
        for at in (0..reached.len()).rev() {
            res.push(Tag::from_index(tag));
            if at > 0 {
                tag = self.came_from(at, tag, &reached);
            }
        }
        res.reverse();
        res
    }

    /// The best sums with which the tags of each token are reached, and those of the last with its scores.
    fn reached(&self) -> (Vec<Scores>, Scores) {
        let mut res: Vec<Scores> = Vec::with_capacity(self.scores.len());
        let mut sums = first(0.0, f32::NEG_INFINITY);
        for (at, scores) in self.scores.iter().enumerate() {
            if at > 0 {
                sums = self.step(&sums, self.glued[at]);
            }
            res.push(sums);
            sums.iter_mut().zip(scores).for_each(|(sum, it)| *sum += it);
        }
        (res, sums)
    }

    /// The best sum with which each tag is reached.
    fn step(&self, sums: &Scores, glued: bool) -> Scores {
        let Chain { open, further, .. } = &self.steps.scores;
        let mut res = [f32::NEG_INFINITY; TAGS];
        let (outside, inside) = res.split_at_mut(FURTHER);
        for (tag, it) in inside.iter_mut().enumerate() {
            let more = tag + FURTHER;
            *it = higher(sums[tag] + further[tag], sums[more] + further[more]);
        }
        if glued {
            outside[0] = sums[0] + open[0][0];
            return res;
        }
        for (sum, row) in sums.iter().zip(open) {
            outside.iter_mut().zip(row).for_each(|(best, step)| *best = higher(*best, sum + step));
        }
        res
    }

    /// The tag before from which a tag of a token was reached.
    fn came_from(&self, at: usize, tag: usize, reached: &[Scores]) -> usize {
        let Chain { into, further, .. } = &self.steps.scores;
        let sum = |before: usize| reached[at - 1][before] + self.scores[at - 1][before];
        if tag >= FURTHER {
            let first = tag - FURTHER;
            let is_first = sum(first) + further[first] == reached[at][tag];
            return if is_first { first } else { tag };
        }
        if self.glued[at] {
            return 0;
        }
        (0..TAGS).find(|it| sum(*it) + into[tag][*it] == reached[at][tag]).unwrap_or(0)
    }
}

/// Not `f32::max`, which asks for numbers that are none.
#[inline]
fn higher(one: f32, other: f32) -> f32 {
    if other > one { other } else { one }
}

/// The tag with the highest of these numbers, the first of equals.
fn highest(scores: &Scores) -> usize {
    (0..TAGS).fold(0, |best, it| if scores[it] > scores[best] { it } else { best })
}

/// What tags have before their first token: one number if they begin or are outside, else the other.
fn first(begin: f32, inside: f32) -> Scores {
    let mut res = [inside; TAGS];
    res[..FURTHER].fill(begin);
    res
}

/// Probabilities of all ways to tag the tokens of a lattice.
pub struct Marginals<'a> {
    lattice: Lattice<'a>,
    /// For each token and tag, the power of its score.
    powers: Vec<Scores>,
    /// What all ways up to a token weigh, and all from it on.
    ahead: Vec<Scores>,
    behind: Vec<Scores>,
}

impl<'a> Marginals<'a> {
    /// Sums over all ways.
    #[must_use]
    pub fn of(lattice: Lattice<'a>) -> Self {
        Self::between(lattice, 0..lattice.scores.len())
    }

    /// The same, if only some tokens will be asked for: those before them are walked through in one
    /// direction, those behind them in the other.
    #[must_use]
    pub fn between(lattice: Lattice<'a>, asked: Range<usize>) -> Self {
        let powers = lattice.scores.iter().map(powers).collect();
        let ahead = Vec::with_capacity(asked.end);
        let behind = vec![[1.0; TAGS]; lattice.scores.len()];
        let mut res = Self { lattice, powers, ahead, behind };
        res.walk_ahead(asked.end);
        res.walk_behind(asked.start);
        res
    }

    fn walk_ahead(&mut self, end: usize) {
        for at in 0..end {
            let mut here = match self.ahead.last() {
                None => first(1.0, 0.0),
                Some(before) => self.ahead_of(before, self.lattice.glued[at]),
            };
            here.iter_mut().zip(&self.powers[at]).for_each(|(it, power)| *it *= power);
            normalise(&mut here);
            self.ahead.push(here);
        }
    }

    fn ahead_of(&self, before: &Scores, glued: bool) -> Scores {
        let Chain { open, further, .. } = &self.lattice.steps.weights;
        let mut res = [0.0; TAGS];
        let (outside, inside) = res.split_at_mut(FURTHER);
        for (tag, it) in inside.iter_mut().enumerate() {
            let more = tag + FURTHER;
            *it = before[tag] * further[tag] + before[more] * further[more];
        }
        if glued {
            outside[0] = before[0] * open[0][0];
            return res;
        }
        for (mass, row) in before.iter().zip(open) {
            outside.iter_mut().zip(row).for_each(|(sum, step)| *sum += mass * step);
        }
        res
    }

    fn walk_behind(&mut self, start: usize) {
        for at in (start + 1..self.powers.len()).rev() {
            let mut here = self.behind_of(&self.onward(at), self.lattice.glued[at]);
            normalise(&mut here);
            self.behind[at - 1] = here;
        }
    }

    fn behind_of(&self, after: &Scores, glued: bool) -> Scores {
        let Chain { into, further, .. } = &self.lattice.steps.weights;
        let mut res = *further;
        let (outside, inside) = res.split_at_mut(FURTHER);
        for half in [outside, inside] {
            half.iter_mut().zip(&after[FURTHER..]).for_each(|(it, after)| *it *= after);
        }
        if glued {
            res[0] = into[0][0] * after[0];
            return res;
        }
        for (after, row) in after.iter().zip(into) {
            res.iter_mut().zip(row).for_each(|(sum, step)| *sum += step * after);
        }
        res
    }

    /// What all ways weigh that begin with each tag at a token.
    fn onward(&self, at: usize) -> Scores {
        let mut res = self.behind[at];
        res.iter_mut().zip(&self.powers[at]).for_each(|(it, power)| *it *= power);
        res
    }

    /// How likely each tag is at a token.
    #[must_use]
    pub fn tags(&self, at: usize) -> Scores {
        let mut res = self.ahead[at];
        res.iter_mut().zip(&self.behind[at]).for_each(|(it, after)| *it *= after);
        normalise(&mut res);
        res
    }

    /// How likely each pair of tags is at a token, which is not the first, and the one before it.
    #[must_use]
    pub fn pairs(&self, at: usize) -> Transitions {
        let onward = self.onward(at);
        let mut res = [[0.0; TAGS]; TAGS];
        Tag::all().for_each(|it| res[it.index()] = self.weights(at, it.index()));
        let mut sum = 0.0;
        for (before, row) in self.ahead[at - 1].iter().zip(&mut res) {
            for (it, after) in row.iter_mut().zip(&onward) {
                *it *= before * after;
                sum += *it;
            }
        }
        res.iter_mut().flatten().for_each(|it| *it /= sum);
        res
    }

    /// How likely a name with this first tag stands exactly at these tokens.
    #[must_use]
    pub fn name(&self, tokens: Range<usize>, first: Tag) -> f32 {
        let inside = first.index() + FURTHER;
        let mut mass = self.tags(tokens.start)[first.index()];
        let mut tag = first.index();
        for at in tokens.start + 1..tokens.end {
            mass *= self.after(at, tag)[inside];
            tag = inside;
        }
        if tokens.end < self.powers.len() {
            mass *= 1.0 - self.after(tokens.end, tag)[inside];
        }
        mass.clamp(0.0, 1.0)
    }

    /// How likely each tag is at a token if the one before has tag `before`.
    fn after(&self, at: usize, before: usize) -> Scores {
        let mut res = self.weights(at, before);
        res.iter_mut().zip(self.onward(at)).for_each(|(it, onward)| *it *= onward);
        normalise(&mut res);
        res
    }

    /// How a tag of the token before goes with each tag of a token.
    fn weights(&self, at: usize, before: usize) -> Scores {
        self.lattice.steps.weights.row(before, self.lattice.glued[at])
    }
}

/// Powers of scores, the highest as 1.
fn powers(scores: &Scores) -> Scores {
    let most = scores.iter().fold(f32::NEG_INFINITY, |most, it| higher(most, *it));
    scores.map(|it| exp(it - most))
}

/// Makes the sum 1; what cannot be is left as nothing.
#[inline]
fn normalise(it: &mut Scores) {
    let sum: f32 = it.iter().sum();
    if sum > 0.0 {
        it.iter_mut().for_each(|it| *it /= sum);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Scores of a few tokens, whether they are glued, and transitions.
    fn lattice() -> impl Strategy<Value = (Vec<Scores>, Vec<bool>, Transitions)> {
        let score = || proptest::array::uniform16(-3.0_f32..3.0);
        let tokens = proptest::collection::vec((score(), prop::bool::weighted(0.2)), 1..5);
        let transitions = proptest::collection::vec(score(), TAGS);
        (tokens, transitions).prop_map(|(tokens, transitions)| {
            let (scores, glued) = tokens.into_iter().unzip();
            let mut res = [[0.0; TAGS]; TAGS];
            res.iter_mut().zip(transitions).for_each(|(row, it)| *row = it);
            (scores, glued, res)
        })
    }

    /// All ways to tag the tokens, and what each scores.
    fn ways(scores: &[Scores], glued: &[bool], transitions: &Transitions) -> Vec<(Vec<Tag>, f32)> {
        let mut res: Vec<(Vec<Tag>, f32)> = vec![(Vec::new(), 0.0)];
        for (at, here) in scores.iter().enumerate() {
            let longer = res.iter().flat_map(|(tags, sum)| {
                let may = move |it: &Tag| match tags.last() {
                    None => !it.goes_on(),
                    Some(before) => before.allows(*it, glued[at]),
                };
                Tag::all().filter(may).map(move |tag| {
                    let step = tags.last().map_or(0.0, |it| transitions[it.index()][tag.index()]);
                    ([&tags[..], &[tag]].concat(), sum + step + here[tag.index()])
                })
            });
            res = longer.collect();
        }
        res
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn both_walks_agree_with_trying_all_ways((scores, glued, transitions) in lattice()) {
            let steps = Steps::new(&transitions);
            let lattice = Lattice { scores: &scores, glued: &glued, steps: &steps };
            let ways = ways(&scores, &glued, &transitions);
            let score_of = |tags: &[Tag]| ways.iter().find(|it| it.0 == tags).map(|it| it.1);
            let most = ways.iter().fold(f32::NEG_INFINITY, |most, it| most.max(it.1));
            prop_assert!(score_of(&lattice.best()).is_some_and(|it| most - it < 1e-3));

            let all: f64 = ways.iter().map(|it| f64::from(it.1).exp()).sum();
            let share = |test: &dyn Fn(&[Tag]) -> bool| -> f64 {
                ways.iter().filter(|it| test(&it.0)).map(|it| f64::from(it.1).exp()).sum::<f64>() / all
            };
            let marginals = Marginals::of(lattice);
            for (at, tag) in (0..scores.len()).flat_map(|at| Tag::all().map(move |tag| (at, tag))) {
                let want = share(&|tags| tags[at] == tag);
                prop_assert!((f64::from(marginals.tags(at)[tag.index()]) - want).abs() < 1e-3);
                let ends = |tags: &[Tag]| tags.get(at + 1).is_none_or(|it| !it.goes_on());
                if tag.begins() {
                    let want = share(&|tags| tags[at] == tag && ends(tags));
                    let got = f64::from(marginals.name(at..at + 1, tag));
                    prop_assert!((got - want).abs() < 1e-3, "{got} for {want}");
                    let alone = Marginals::between(lattice, at..at + 1).name(at..at + 1, tag);
                    prop_assert_eq!(f64::from(alone), got);
                }
            }
        }
    }
}
