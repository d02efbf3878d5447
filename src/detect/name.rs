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
mod memo;
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
    for Line { tokens, sums, tags } in finder.second() {
        for name in finder.names(&tokens, &scores(&sums), &tags, OUTSIDE) {
            finder.keep(name, &tokens, 0, &mut res);
        }
    }
    res
}

/// What an article's words are at a first reading.
fn first(features: &Features, model: &Model) -> Again {
    let finder = Finder { scene: features.scene, model, scorer: Scorer::new(features, model) };
    Again::new(features.scene, tags(features.scene, &finder.first()))
}

/// Tokens of a line, what is known of each, and what each is by that.
struct Line {
    tokens: Range<usize>,
    sums: Vec<Sum>,
    tags: Vec<Tag>,
}

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

    /// The lines at a first reading.
    fn first(&self) -> Vec<Line> {
        let read = |tokens: Range<usize>| {
            let sums: Vec<Sum> = tokens.clone().map(|at| self.scorer.of(at, &tokens)).collect();
            let tags = self.lattice(&tokens, &scores(&sums), OUTSIDE).best();
            Line { tokens, sums, tags }
        };
        self.scene.lines().into_iter().map(read).collect()
    }

    /// The lines at the second reading.
    fn second(&self) -> Vec<Line> {
        let mut res = self.first();
        let again = Again::new(self.scene, tags(self.scene, &res));
        for Line { tokens, sums, tags } in &mut res {
            if self.scorer.again(&again, tokens, sums) {
                *tags = self.lattice(tokens, &scores(sums), OUTSIDE).best();
            }
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
        let sums: Vec<Sum> =
            name.tokens.clone().map(|at| self.scorer.inside(at, &inside)).collect();
        let scores = scores(&sums);
        let tags = self.lattice(&name.tokens, &scores, INSIDE).best();
        let mut res = self.names(&name.tokens, &scores, &tags, INSIDE);
        res.retain(|it| matches!(it.kind, Kind::Loc | Kind::Org) && it.tokens != name.tokens);
        res
    }

    fn lattice<'a>(
        &'a self,
        tokens: &Range<usize>,
        scores: &'a [Scores],
        task: usize,
    ) -> Lattice<'a> {
        let glued = &self.scene.glued[tokens.clone()];
        Lattice { scores, glued, steps: self.model.steps(task) }
    }

    /// The names among tokens with these tags, and how sure each is by their scores.
    fn names(
        &self,
        tokens: &Range<usize>,
        scores: &[Scores],
        tags: &[Tag],
        task: usize,
    ) -> Vec<Found> {
        let names = names(tags);
        let (Some(first), Some(last)) = (names.first(), names.last()) else { return Vec::new() };
        let asked = first.start..last.end;
        let marginals = Marginals::between(self.lattice(tokens, scores, task), asked);
        let found = names.into_iter().filter_map(|name| {
            let kind = tags[name.start].kind()?;
            let confidence = f64::from(marginals.name(name.clone(), tags[name.start]));
            let tokens = name.start + tokens.start..name.end + tokens.start;
            Some(Found::new(tokens, kind, confidence, "model"))
        });
        found.collect()
    }
}

/// How well each tag fits each token.
fn scores(sums: &[Sum]) -> Vec<Scores> {
    sums.iter().map(|it| it.scores(UNIT)).collect()
}

/// What each token of the article is.
fn tags(scene: &Scene, lines: &[Line]) -> Vec<Tag> {
    let mut res = vec![Tag::OUTSIDE; scene.r.len()];
    lines.iter().for_each(|it| res[it.tokens.clone()].copy_from_slice(&it.tags));
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
            let told = |again: &Again, at| {
                let mut res: Vec<Feature> = Vec::new();
                (again.tell(scene, at, &mut res), res.len())
            };
            let [outside, org, further] =
                [Some(Tag::OUTSIDE), Tag::of(Kind::Org, true), Tag::of(Kind::Org, false)]
                    .map(Option::unwrap);
            let mut tags = vec![outside; scene.r.len()];
            let none = Again::new(scene, tags.clone());
            tags[..3].copy_from_slice(&[org, further, further]);
            let again = Again::new(scene, tags);
            let got: Vec<(bool, usize)> = (0..scene.r.len()).map(|at| told(&again, at)).collect();
            // The pair `Hòa An` stands in two places, `Hòa` is common, `Mai` stands in one.
            assert_eq!(got[1..3], [(true, 2), (true, 4)]);
            assert_eq!(got[6..8], got[1..3]);
            assert_eq!([got[0], got[3], got[4], got[9]], [(false, 0); 4]);
            assert_ne!(features(&again, scene, 7), features(&none, scene, 7));
        });
    }

    fn features(again: &Again, scene: &Scene, at: usize) -> Vec<Feature> {
        let mut res = Vec::new();
        again.tell(scene, at, &mut res);
        res
    }

    #[test]
    fn names_are_read_off_tags() {
        let (b, i) = (Tag::of(Kind::Org, true).unwrap(), Tag::of(Kind::Org, false).unwrap());
        let o = Tag::OUTSIDE;
        assert_eq!(names(&[o, b, i, b, o, b]), [1..3, 3..4, 5..6]);
        assert!(names(&[o, o]).is_empty());
    }
}
