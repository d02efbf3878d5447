//! The best tags of a line, and how sure they are: Viterbi and forward–backward over a linear chain.

use std::ops::Range;

use super::exp::exp;
use super::tag::{TAGS, Tag};

/// A number for each tag.
pub type Scores = [f32; TAGS];

/// A number for each pair of tags, by the one before.
pub type Transitions = [Scores; TAGS];

/// How well tags follow each other.
#[derive(Clone, Debug)]
pub struct Steps {
    /// For tokens that are free and for glued ones; what cannot be is minus infinity.
    scores: [Transitions; 2],
    /// Their powers.
    weights: [Transitions; 2],
}

impl Steps {
    /// Of the scores of pairs, whether they may follow each other or not.
    #[must_use]
    pub fn new(transitions: &Transitions) -> Self {
        let mut scores = [[[f32::NEG_INFINITY; TAGS]; TAGS]; 2];
        let mut weights = [[[0.0; TAGS]; TAGS]; 2];
        for (glued, before) in
            [false, true].into_iter().flat_map(|it| Tag::all().map(move |tag| (it, tag)))
        {
            for tag in Tag::all().filter(|it| before.allows(*it, glued)) {
                let score = transitions[before.index()][tag.index()];
                scores[usize::from(glued)][before.index()][tag.index()] = score;
                weights[usize::from(glued)][before.index()][tag.index()] = exp(score);
            }
        }
        Self { scores, weights }
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

impl<'a> Lattice<'a> {
    /// The tags with the highest sum of scores.
    #[must_use]
    pub fn best(&self) -> Vec<Tag> {
        let mut back: Vec<[u8; TAGS]> = Vec::with_capacity(self.scores.len());
        let mut sums = [f32::NEG_INFINITY; TAGS];
        for (at, scores) in self.scores.iter().enumerate() {
            let (next, from) = if at == 0 {
                (first(0.0, f32::NEG_INFINITY), [0; TAGS])
            } else {
                self.step(&sums, at)
            };
            sums = next;
            sums.iter_mut().zip(scores).for_each(|(sum, it)| *sum += it);
            back.push(from);
        }
        let mut tag = (0..TAGS).fold(0, |best, it| if sums[it] > sums[best] { it } else { best });
        let mut res: Vec<Tag> = Vec::with_capacity(back.len());
        for from in back.iter().rev() {
            res.push(Tag::from_index(tag));
            tag = from[tag] as usize;
        }
        res.reverse();
        res
    }

    /// The best sum with which each tag is reached, and the tag that it comes from.
    fn step(&self, sums: &Scores, at: usize) -> (Scores, [u8; TAGS]) {
        let mut res = ([f32::NEG_INFINITY; TAGS], [0; TAGS]);
        for (before, row) in self.steps.scores[usize::from(self.glued[at])].iter().enumerate() {
            for (tag, step) in row.iter().enumerate() {
                let sum = sums[before] + step;
                if sum > res.0[tag] {
                    res.0[tag] = sum;
                    res.1[tag] = before as u8;
                }
            }
        }
        res
    }

    fn weights(&self, at: usize) -> &'a Transitions {
        &self.steps.weights[usize::from(self.glued[at])]
    }
}

/// What tags have before their first token: one number if they begin or are outside, else the other.
fn first(begin: f32, inside: f32) -> Scores {
    let mut res = [begin; TAGS];
    Tag::all().filter(|it| it.goes_on()).for_each(|it| res[it.index()] = inside);
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
        let len = lattice.scores.len();
        let powers = lattice.scores.iter().map(powers).collect();
        let ahead = Vec::with_capacity(len);
        let mut res = Self { lattice, powers, ahead, behind: vec![[1.0; TAGS]; len] };
        res.walk_ahead();
        res.walk_behind();
        res
    }

    fn walk_ahead(&mut self) {
        for at in 0..self.powers.len() {
            let mut here = [0.0; TAGS];
            if at == 0 {
                here = first(1.0, 0.0);
            } else {
                for (mass, row) in self.ahead[at - 1].iter().zip(self.lattice.weights(at)) {
                    here.iter_mut().zip(row).for_each(|(sum, it)| *sum += mass * it);
                }
            }
            here.iter_mut().zip(&self.powers[at]).for_each(|(it, power)| *it *= power);
            normalise(&mut here);
            self.ahead.push(here);
        }
    }

    fn walk_behind(&mut self) {
        for at in (1..self.powers.len()).rev() {
            let after = self.onward(at);
            let mut here = [0.0; TAGS];
            for (it, row) in here.iter_mut().zip(self.lattice.weights(at)) {
                *it = row.iter().zip(after).map(|(step, after)| step * after).sum();
            }
            normalise(&mut here);
            self.behind[at - 1] = here;
        }
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
        let mut res = *self.lattice.weights(at);
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
        let inside = first.index() + 1;
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
        let mut res = self.lattice.weights(at)[before];
        res.iter_mut().zip(self.onward(at)).for_each(|(it, onward)| *it *= onward);
        normalise(&mut res);
        res
    }
}

/// Powers of scores, the highest as 1.
fn powers(scores: &Scores) -> Scores {
    let most = scores.iter().fold(f32::NEG_INFINITY, |most, it| most.max(*it));
    scores.map(|it| exp(it - most))
}

/// Makes the sum 1; what cannot be is left as nothing.
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
        let score = || proptest::array::uniform15(-3.0_f32..3.0);
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
                }
            }
        }
    }
}
