//! Names by a trained model: a linear-chain CRF over tokens.
//!
//! The rules are right or wrong alone; the model weighs what they found together with the words,
//! how they are written, the lists and what the article says elsewhere. It was trained by
//! `examples/train.rs` on the project's own corpus. What is inside of a name is looked for by the
//! same tables in a second pass.

mod again;
mod exp;
mod features;
mod hash;
mod inside;
mod lattice;
mod model;
mod scene;
mod sum;
mod tag;
pub mod training;
mod window;
mod word;

use std::ops::Range;

use super::found::{Found, Kind};
use again::Again;
use features::{Features, Scorer};
use inside::Inside;
use lattice::{Lattice, Marginals, Scores};
pub use model::Model;
use model::UNIT;
pub(super) use scene::Scene;
use sum::Sum;
use tag::Tag;

/// Names of a line, as an index of tasks.
const OUTSIDE: usize = 0;

/// Names inside of a name.
const INSIDE: usize = 1;

/// No name stands in more than so many others.
const MAX_DEPTH: usize = 3;

/// The names of an article, by start, then the longest first.
pub(super) fn find(scene: &Scene, model: &Model) -> Vec<Found> {
    let features = Features::new(scene);
    let finder = Finder { scene, model, scorer: Scorer::new(&features, model) };
    let mut res = Vec::new();
    for (line, names) in finder.lines() {
        for name in names {
            finder.keep(name, &line, 0, &mut res);
        }
    }
    res
}

/// What the outermost names are at a first reading.
fn first(features: &Features, model: &Model) -> Again {
    let finder = Finder { scene: features.scene, model, scorer: Scorer::new(features, model) };
    let names: Vec<Found> =
        finder.first().iter().flat_map(|it| finder.outer(&it.0, &it.1)).collect();
    Again::new(features.scene, &names)
}

/// A line and what is known of its tokens.
type Weighed = (Range<usize>, Vec<Sum>);

struct Finder<'r> {
    scene: &'r Scene<'r>,
    model: &'r Model,
    scorer: Scorer<'r>,
}

impl Finder<'_> {
    /// A name and those inside of it.
    fn keep(&self, name: Found, line: &Range<usize>, depth: usize, res: &mut Vec<Found>) {
        let inner = if depth < MAX_DEPTH { self.inner(&name, line) } else { Vec::new() };
        res.push(name);
        for it in inner {
            self.keep(it, line, depth + 1, res);
        }
    }

    fn first(&self) -> Vec<Weighed> {
        let weighed = |line: Range<usize>| {
            let sums = line.clone().map(|at| self.scorer.of(at, &line)).collect();
            (line, sums)
        };
        self.scene.lines().into_iter().map(weighed).collect()
    }

    /// The outermost names of each line, at the second reading.
    fn lines(&self) -> Vec<(Range<usize>, Vec<Found>)> {
        let mut lines = self.first();
        let mut names: Vec<Vec<Found>> = lines.iter().map(|it| self.outer(&it.0, &it.1)).collect();
        let all: Vec<Found> = names.iter().flatten().cloned().collect();
        let again = Again::new(self.scene, &all);
        for ((line, sums), names) in lines.iter_mut().zip(&mut names) {
            if self.scorer.again(&again, line, sums) {
                *names = self.outer(line, sums);
            }
        }
        lines.into_iter().map(|it| it.0).zip(names).collect()
    }

    fn outer(&self, line: &Range<usize>, sums: &[Sum]) -> Vec<Found> {
        let scores: Vec<Scores> = sums.iter().map(|it| it.scores(UNIT)).collect();
        let mut res = Vec::new();
        for part in unsure(&scores) {
            let tokens = line.start + part.start..line.start + part.end;
            res.extend(self.decode(&tokens, &scores[part], OUTSIDE));
        }
        res
    }

    /// The places and bodies inside of a body or an event.
    fn inner(&self, name: &Found, line: &Range<usize>) -> Vec<Found> {
        let tag = Tag::of(name.kind, true).filter(|_| name.tokens.len() > 1);
        let Some(outer) = tag.filter(|_| matches!(name.kind, Kind::Org | Kind::Event)) else {
            return Vec::new();
        };
        let inside = Inside { tokens: name.tokens.clone(), line: line.clone(), outer };
        let scores: Vec<Scores> =
            name.tokens.clone().map(|at| self.scorer.inside(at, &inside).scores(UNIT)).collect();
        let mut res = self.decode(&name.tokens, &scores, INSIDE);
        res.retain(|it| matches!(it.kind, Kind::Loc | Kind::Org) && it.tokens != name.tokens);
        res
    }

    /// The best names among tokens with these scores.
    fn decode(&self, tokens: &Range<usize>, scores: &[Scores], task: usize) -> Vec<Found> {
        let glued = &self.scene.glued[tokens.clone()];
        let lattice = Lattice { scores, glued, steps: self.model.steps(task) };
        let tags = lattice.best();
        let names = names(&tags);
        if names.is_empty() {
            return Vec::new();
        }
        let marginals = Marginals::of(lattice);
        let found = names.into_iter().filter_map(|name| {
            let kind = tags[name.start].kind()?;
            let confidence = f64::from(marginals.name(name.clone(), tags[name.start]));
            let tokens = name.start + tokens.start..name.end + tokens.start;
            Some(Found::new(tokens, kind, confidence, "model"))
        });
        found.collect()
    }
}

/// By how much a token must be better outside of all names than as anything else to part names; no
/// run of tags wins so much by its transitions.
const SURE: f32 = 10.0;

/// The runs of tokens that might be in names, with a token outside of names at both ends if there is
/// one. Most words are surely in none, and need no search.
fn unsure(scores: &[Scores]) -> Vec<Range<usize>> {
    let is_sure = |it: &Scores| it[1..].iter().all(|tag| it[0] - tag > SURE);
    let mut res: Vec<Range<usize>> = Vec::new();
    for at in (0..scores.len()).filter(|at| !is_sure(&scores[*at])) {
        let part = at.saturating_sub(1)..(at + 2).min(scores.len());
        match res.last_mut() {
            Some(last) if part.start < last.end => last.end = part.end,
            _ => res.push(part),
        }
    }
    res
}

/// Where the names are among tokens with these tags.
fn names(tags: &[Tag]) -> Vec<Range<usize>> {
    let mut res: Vec<Range<usize>> = Vec::new();
    for (at, tag) in tags.iter().enumerate() {
        match res.last_mut() {
            _ if tag.begins() => res.push(at..at + 1),
            Some(name) if tag.goes_on() => name.end = at + 1,
            _ => {}
        }
    }
    res
}

#[cfg(test)]
mod tests {
    use super::super::{Article, Language, Reading, draft};
    use super::features::Feature;
    use super::lattice::Scores;
    use super::*;

    const TEXT: &str = "HỘI NGHỊ TẠI HÀ NỘI\nÔng Nguyễn Văn Nam, Giám đốc Sở Y tế tỉnh Hà Nam (Covid-19), nói ngày 3/5.\nNam";

    /// Calls `then` with a scene of a text.
    fn on<T>(text: &str, then: impl FnOnce(&Scene) -> T) -> T {
        let article = Article::new(text);
        let mut reading = Reading::new(&article, Language::Vi);
        let draft = draft(&mut reading, None);
        then(&Scene::new(&reading, &draft))
    }

    #[test]
    fn sums_are_those_of_the_features() {
        on(TEXT, |scene| {
            let (features, model) = (Features::new(scene), Model::get());
            let scorer = Scorer::new(&features, model);
            let sum = |all: &[Feature]| -> Scores { model.scores(all) };
            for line in scene.lines() {
                let name = Inside { tokens: line.clone(), line: line.clone(), outer: Tag::OUTSIDE };
                for at in line.clone() {
                    assert_eq!(scorer.of(at, &line).scores(UNIT), sum(&features.of(at, &line)));
                    let inside = scorer.inside(at, &name).scores(UNIT);
                    assert_eq!(inside, sum(&features.inside(at, &name)));
                }
            }
        });
    }

    #[test]
    fn a_word_is_told_what_it_is_elsewhere() {
        on("Hãng Hòa An họp Mai\nTheo Hòa An, hòa nhé", |scene| {
            let name = |tokens| Found::new(tokens, Kind::Org, 1.0, "model");
            let told = |again: &Again, at| {
                let mut res: Vec<Feature> = Vec::new();
                (again.tell(scene, at, &mut res), res.len())
            };
            let again = Again::new(scene, &[name(0..3)]);
            let got: Vec<(bool, usize)> = (0..scene.r.len()).map(|at| told(&again, at)).collect();
            // The pair `Hòa An` stands in two places, `Hòa` is common, `Mai` stands in one.
            assert_eq!(got[1..3], [(true, 2), (true, 4)]);
            assert_eq!(got[6..8], got[1..3]);
            assert_eq!([got[0], got[3], got[4], got[9]], [(false, 0); 4]);
            assert_ne!(features(&again, scene, 7), features(&Again::new(scene, &[]), scene, 7));
        });
    }

    fn features(again: &Again, scene: &Scene, at: usize) -> Vec<Feature> {
        let mut res = Vec::new();
        again.tell(scene, at, &mut res);
        res
    }

    #[test]
    fn what_is_sure_parts_a_line() {
        let token = |outside: f32| {
            let mut res = Scores::default();
            res[0] = outside;
            res
        };
        let check = |outside: &[f32], want: &[(usize, usize)]| {
            let scores: Vec<Scores> = outside.iter().map(|it| token(*it)).collect();
            let parts: Vec<_> = unsure(&scores).iter().map(|it| (it.start, it.end)).collect();
            assert_eq!(parts, want, "{outside:?}");
        };
        check(&[], &[]);
        check(&[20.0, 20.0], &[]);
        check(&[0.0], &[(0, 1)]);
        check(&[20.0, 20.0, 0.0, 20.0, 20.0], &[(1, 4)]);
        check(&[0.0, 20.0, 0.0, 20.0, 20.0, 9.0], &[(0, 4), (4, 6)]);
        check(&[0.0, 20.0, 20.0, 0.0], &[(0, 2), (2, 4)]);
    }

    #[test]
    fn names_are_read_off_tags() {
        let (b, i) = (Tag::of(Kind::Org, true).unwrap(), Tag::of(Kind::Org, false).unwrap());
        let o = Tag::OUTSIDE;
        assert_eq!(names(&[o, b, i, b, o, b]), [1..3, 3..4, 5..6]);
        assert!(names(&[o, o]).is_empty());
    }
}
