//! Learns the weights: the likelihood of a CRF, climbed by FTRL-Proximal, line by line.
//!
//! FTRL keeps for each weight the sum of its gradients and of their squares, and works the weight out
//! of both, so that small ones are exactly nothing (McMahan et al. 2013, "Ad click prediction").

use dau::detect::name::training::{
    Feature, Group, Lattice, Line, Marginals, SLOT_BITS, Scores, Steps, TAGS, TASKS, Table,
    Transitions, UNIT, Weights, slot,
};

use crate::random::Random;
use crate::settings::Settings;

/// What is remembered of the gradients of a feature's weights.
#[derive(Clone, Copy, Default)]
struct Past {
    sums: Scores,
    squares: Scores,
}

impl Past {
    fn learn(&mut self, weights: &mut Scores, slope: &Scores, settings: &Settings) {
        for tag in 0..TAGS {
            let square = self.squares[tag] + slope[tag] * slope[tag];
            let (root, before) = (square.sqrt(), self.squares[tag].sqrt());
            self.sums[tag] += slope[tag] - (root - before) / settings.rate * weights[tag];
            self.squares[tag] = square;
            let over = (self.sums[tag].abs() - settings.sparse).max(0.0);
            let stiffness = (1.0 + root) / settings.rate + settings.small;
            weights[tag] = -self.sums[tag].signum() * over / stiffness;
        }
    }
}

/// Weights by slot; apart from their past, so that more of them are at hand.
struct Rows {
    weights: Vec<Scores>,
    pasts: Vec<Past>,
    /// The sums of the weights after some epochs.
    sums: Vec<Scores>,
}

impl Rows {
    fn new(count: usize) -> Self {
        let none = vec![[0.0; TAGS]; count];
        Self { weights: none.clone(), pasts: vec![Past::default(); count], sums: none }
    }

    /// Counts the weights of now for their mean.
    fn count(&mut self) {
        for (sums, weights) in self.sums.iter_mut().zip(&self.weights) {
            sums.iter_mut().zip(weights).for_each(|(sum, it)| *sum += it);
        }
    }

    /// Takes the mean of what was counted so many times.
    fn settle(&mut self, times: f32) {
        for (weights, sums) in self.weights.iter_mut().zip(&self.sums) {
            *weights = sums.map(|it| it / times);
        }
    }

    /// Takes the mean with other weights.
    fn join(&mut self, other: &Self) {
        for (weights, others) in self.weights.iter_mut().zip(&other.weights) {
            weights.iter_mut().zip(others).for_each(|(it, other)| *it = (*it + other) / 2.0);
        }
    }

    fn learn(&mut self, slot: usize, slope: &Scores, settings: &Settings) {
        self.pasts[slot].learn(&mut self.weights[slot], slope, settings);
    }
}

/// A model in the making.
pub(crate) struct Learner {
    rows: Rows,
    /// For each task, a row for each tag.
    steps: [Rows; TASKS],
    settings: Settings,
    random: Random,
}

/// Tokens whose tags are as sure as that teach nothing more.
const LEARNT: f32 = 0.005;

/// A line of which no tag is less sure is left out a while.
const KNOWN: f32 = 0.02;

/// How many epochs it is left out.
const REST: usize = 2;

impl Learner {
    /// Learns from lines.
    pub(crate) fn learn(settings: Settings, lines: &[&Line]) -> Self {
        let mut res = Self {
            rows: Rows::new(1 << SLOT_BITS),
            steps: [Rows::new(TAGS), Rows::new(TAGS)],
            settings,
            random: Random::new(settings.seed),
        };
        let mut order: Vec<usize> = (0..lines.len()).collect();
        let mut from = vec![0; lines.len()];
        for epoch in 0..settings.epochs {
            res.random.shuffle(&mut order);
            for at in &order {
                if from[*at] <= epoch && res.learn_line(lines[*at]) < KNOWN {
                    from[*at] = epoch + 1 + REST;
                }
            }
            if epoch + settings.averaged >= settings.epochs {
                res.all_rows(Rows::count);
            }
        }
        res.all_rows(|it| it.settle(settings.averaged as f32));
        res
    }

    /// The mean of what two have learnt.
    pub(crate) fn mean(mut self, other: &Self) -> Self {
        self.rows.join(&other.rows);
        for (rows, others) in self.steps.iter_mut().zip(&other.steps) {
            rows.join(others);
        }
        self
    }

    fn all_rows(&mut self, each: impl Fn(&mut Rows)) {
        each(&mut self.rows);
        self.steps.iter_mut().for_each(each);
    }

    /// Learns from a line; how far off the worst of its tags was.
    fn learn_line(&mut self, line: &Line) -> f32 {
        let slots = self.kept(line);
        let scores: Vec<Scores> = slots.iter().map(|it| self.scores(it)).collect();
        let steps = Steps::new(&self.transitions(line.task));
        let marginals =
            Marginals::of(Lattice { scores: &scores, glued: &line.glued, steps: &steps });
        let mut worst = 0.0_f32;
        for (at, slots) in slots.iter().enumerate() {
            let mut slope = marginals.tags(at);
            slope[line.tags[at].index()] -= 1.0;
            let off = slope[line.tags[at].index()].abs();
            worst = worst.max(off);
            if off < LEARNT {
                continue;
            }
            slots.iter().for_each(|it| self.rows.learn(*it, &slope, &self.settings));
            if at > 0 {
                let mut pairs = marginals.pairs(at);
                pairs[line.tags[at - 1].index()][line.tags[at].index()] -= 1.0;
                for (before, slope) in pairs.iter().enumerate() {
                    self.steps[line.task].learn(before, slope, &self.settings);
                }
            }
        }
        worst
    }

    fn transitions(&self, task: usize) -> Transitions {
        let mut res = [[0.0; TAGS]; TAGS];
        res.copy_from_slice(&self.steps[task].weights);
        res
    }

    /// The slots of the features that are not left out this time.
    fn kept(&mut self, line: &Line) -> Vec<Vec<usize>> {
        let settings = self.settings;
        let mut out = |share: f32| self.random.below_one() < share;
        let (rules, lists) = (out(settings.drop_rules), out(settings.drop_lists));
        let article = out(settings.drop_article);
        let again = out(settings.drop_again);
        let mut of_token = |features: &Vec<Feature>| {
            let word = out(settings.drop_word);
            let keep = |it: &&Feature| match it.group {
                Group::Plain => true,
                Group::Word => !word,
                Group::Lists => !lists,
                Group::Rules => !rules,
                Group::Article => !article,
                Group::Again => !again,
            };
            features.iter().filter(keep).map(|it| slot(it.hash)).collect()
        };
        line.features.iter().map(&mut of_token).collect()
    }

    fn scores(&self, slots: &[usize]) -> Scores {
        let mut res = [0.0; TAGS];
        for slot in slots {
            res.iter_mut().zip(&self.rows.weights[*slot]).for_each(|(sum, it)| *sum += it);
        }
        res
    }

    /// The weights in whole units.
    pub(crate) fn table(&self) -> Table {
        Table {
            steps: [0, 1].map(|task| self.transitions(task).map(|it| whole(&it, 0.0))),
            rows: self.rows.weights.iter().map(|it| whole(it, self.settings.prune)).collect(),
        }
    }
}

fn whole(weights: &Scores, prune: f32) -> Weights {
    weights.map(|it| {
        let kept = if it.abs() < prune { 0.0 } else { it };
        (kept / UNIT).round().clamp(-127.0, 127.0) as i8
    })
}
