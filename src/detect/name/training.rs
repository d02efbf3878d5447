//! What a program needs that trains the model: the features and the right tags of annotated texts.

use std::ops::Range;

use super::super::{Article, Options, Reading, language};
use super::again::Again;
use super::features::Features;
use super::inside::Inside;
use super::{INSIDE, OUTSIDE, Scene};
use crate::document::LabelId;
use crate::text::Span;

pub use super::features::{Feature, Group};
pub use super::lattice::{Lattice, Marginals, Scores, Steps, Transitions};
pub use super::model::{Model, SLOT_BITS, TASKS, Table, UNIT, Weights, slot};
pub use super::tag::{TAGS, Tag};

/// Tokens that are tagged together: those of a line, or of a name that is looked into.
#[derive(Clone, Debug)]
pub struct Line {
    /// Which of the [`TASKS`] it is for.
    pub task: usize,
    /// For each token.
    pub features: Vec<Vec<Feature>>,
    /// For each token, whether it is in the same name as the one before or in none.
    pub glued: Vec<bool>,
    /// What each token is.
    pub tags: Vec<Tag>,
}

/// The lines of a text whose right names are known, and the names of it that are looked into.
///
/// `names` are by start, then the longest first, and nest. `model` is what reads the text for the first
/// time, one that has not learnt from it.
#[must_use]
pub fn lines(
    text: &str,
    options: &Options,
    names: &[(Span, LabelId)],
    model: Option<&Model>,
) -> Vec<Line> {
    let article = Article::new(text);
    let language = options.language.unwrap_or_else(|| language::find(&article));
    let mut reading = Reading::new(&article, language);
    let draft = super::super::draft(&mut reading, options.reference_date);
    let scene = Scene::new(&reading, &draft);
    let features = Features::new(&scene);
    let again = model.map(|it| super::first(&features, it));
    let gold = Gold { features, again, names: tokens_of(&scene, names) };
    let mut res = Vec::new();
    for line in scene.lines() {
        res.push(gold.line(&line));
        gold.insides(&line, &mut res);
    }
    res
}

/// A right name: its tokens and the tags of its first and of its other tokens.
type Name = (Range<usize>, (Tag, Tag));

/// Names that begin or end inside of a token are left out.
fn tokens_of(scene: &Scene, names: &[(Span, LabelId)]) -> Vec<Name> {
    let name = |(span, label): &(Span, LabelId)| {
        let tokens = scene.r.tokens_of(*span);
        let whole = !tokens.is_empty() && scene.r.article.span(tokens.clone()) == *span;
        Some((tokens, Tag::pair(label).filter(|_| whole)?))
    };
    names.iter().filter_map(name).collect()
}

struct Gold<'r> {
    features: Features<'r>,
    again: Option<Again>,
    names: Vec<Name>,
}

impl Gold<'_> {
    /// The outermost of the names within some tokens that are not all of them.
    fn within(&self, tokens: &Range<usize>, whole: bool) -> Vec<&Name> {
        let mut res: Vec<&Name> = Vec::new();
        for it in &self.names {
            let inside = tokens.start <= it.0.start && it.0.end <= tokens.end;
            let apart = res.last().is_none_or(|last| last.0.end <= it.0.start);
            if inside && apart && (whole || it.0 != *tokens) {
                res.push(it);
            }
        }
        res
    }

    fn tags(&self, tokens: &Range<usize>, names: &[&Name]) -> Vec<Tag> {
        let mut res = vec![Tag::OUTSIDE; tokens.len()];
        for (name, (first, further)) in names {
            let start = name.start - tokens.start;
            res[start..name.end - tokens.start].fill(*further);
            res[start] = *first;
        }
        res
    }

    fn line(&self, line: &Range<usize>) -> Line {
        let of_token = |at: usize| {
            let mut res = self.features.of(at, line);
            if let Some(again) = &self.again {
                again.tell(self.features.scene, at, &mut res);
            }
            res
        };
        let features = line.clone().map(of_token).collect();
        self.tagged(OUTSIDE, line, features, &self.within(line, true))
    }

    /// The names of a line that others may stand in.
    fn insides(&self, line: &Range<usize>, res: &mut Vec<Line>) {
        let holds = [LabelId::ORG, LabelId::EVENT].map(|it| Tag::pair(&it));
        for (tokens, tags) in self.names.iter().filter(|it| line.contains(&it.0.start)) {
            if tokens.len() > 1 && holds.contains(&Some(*tags)) {
                let inside = Inside { tokens: tokens.clone(), line: line.clone(), outer: tags.0 };
                let features = tokens.clone().map(|at| self.features.inside(at, &inside)).collect();
                res.push(self.tagged(INSIDE, tokens, features, &self.within(tokens, false)));
            }
        }
    }

    fn tagged(
        &self,
        task: usize,
        tokens: &Range<usize>,
        features: Vec<Vec<Feature>>,
        names: &[&Name],
    ) -> Line {
        let glued = self.features.scene.glued[tokens.clone()].to_vec();
        Line { task, features, glued, tags: self.tags(tokens, names) }
    }
}
