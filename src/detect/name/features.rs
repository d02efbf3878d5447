//! What the model knows of a token: numbers, each of which has weights of its own.

use std::ops::Range;

use super::again::Again;
use super::hash::{hash, mix, spread};
use super::inside::Inside;
use super::memo::Memo;
use super::model::Model;
use super::scene::Scene;
use super::sum::Sum;
use super::window::Window;
use super::word::{self, EDGE, REACH, WordFeature};

/// What a feature tells of. Features of one group are left out together at times while the model is
/// trained, so that it does not lean on them alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Shape and place.
    Plain,
    /// Which word it is.
    Word,
    /// What the lists know.
    Lists,
    /// What the rules found.
    Rules,
    /// What the article says elsewhere.
    Article,
    /// What the model made of the word elsewhere.
    Again,
}

/// A feature of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feature {
    /// Its number, all bits of which are as good as random.
    pub hash: u32,
    /// What it tells of.
    pub group: Group,
}

/// Takes the features of a token one by one.
pub(super) trait Tell {
    fn tell(&mut self, number: u32, group: Group);
}

impl Tell for Vec<Feature> {
    fn tell(&mut self, number: u32, group: Group) {
        self.push(Feature { hash: spread(number), group });
    }
}

/// Adds up the weights of what it is told.
struct Adding<'m> {
    model: &'m Model,
    sum: Sum,
}

impl Tell for Adding<'_> {
    #[inline]
    fn tell(&mut self, number: u32, _: Group) {
        self.model.add(spread(number), &mut self.sum);
    }
}

/// The features of an article's tokens.
pub(super) struct Features<'r> {
    pub(super) scene: &'r Scene<'r>,
    /// Of each different word.
    words: Vec<Vec<WordFeature>>,
    /// The same for all spellings of a word.
    hashes: Vec<u32>,
}

impl<'r> Features<'r> {
    pub(super) fn new(scene: &'r Scene<'r>) -> Self {
        let words = scene.r.article.words();
        Self {
            scene,
            words: words.iter().map(word::features).collect(),
            hashes: words.iter().map(|it| hash(&it.folded)).collect(),
        }
    }

    /// The number of a token's word.
    #[inline]
    pub(super) fn word(&self, at: usize) -> u32 {
        self.hashes[self.scene.r.article.word_id(at).index()]
    }

    /// Those of a token of a line.
    pub(super) fn of(&self, at: usize, line: &Range<usize>) -> Vec<Feature> {
        let mut res = Vec::with_capacity(64);
        for (offset, there) in neighbours(at, line) {
            match there {
                None => res.tell(word::at_offset(EDGE, offset), Group::Plain),
                Some(there) => self.tell_word(there, offset, &mut res),
            }
        }
        Window::new(self, at, line).tell(&mut res);
        res
    }

    /// Those of a token of a name, beside what it has of its line.
    pub(super) fn inside(&self, at: usize, name: &Inside) -> Vec<Feature> {
        let mut res = Vec::with_capacity(32);
        name.tell(self, at, &mut res);
        res
    }

    fn tell_word(&self, there: usize, offset: i32, to: &mut impl Tell) {
        for it in &self.words[self.scene.r.article.word_id(there).index()] {
            if it.reach >= offset.abs() {
                to.tell(word::at_offset(it.number, offset), it.group);
            }
        }
    }
}

/// The tokens that a token sees, and how far away they are; `None` beyond the ends of the line.
fn neighbours(at: usize, line: &Range<usize>) -> impl Iterator<Item = (i32, Option<usize>)> {
    (-REACH..=REACH).map(move |offset| {
        let there = at.checked_add_signed(offset as isize);
        (offset, there.filter(|it| line.contains(it)))
    })
}

/// Sums of the weights of features, where what many tokens share is added up once.
pub(super) struct Scorer<'r> {
    all: &'r Features<'r>,
    model: &'r Model,
    words: Vec<[Sum; WINDOW]>,
    edges: [Sum; WINDOW],
    writings: Memo,
    views: Memo,
}

/// How many tokens a token sees, itself included.
const WINDOW: usize = 2 * REACH as usize + 1;

impl<'r> Scorer<'r> {
    pub(super) fn new(all: &'r Features<'r>, model: &'r Model) -> Self {
        let each = |tell: &dyn Fn(i32, &mut Adding)| {
            let mut res = [Sum::default(); WINDOW];
            for (sum, offset) in res.iter_mut().zip(-REACH..) {
                let mut adding = Adding { model, sum: *sum };
                tell(offset, &mut adding);
                *sum = adding.sum;
            }
            res
        };
        let of_word = |word: &Vec<WordFeature>| {
            each(&|offset, to| {
                for it in word.iter().filter(|it| it.reach >= offset.abs()) {
                    to.tell(word::at_offset(it.number, offset), it.group);
                }
            })
        };
        let edges = each(&|offset, to| to.tell(word::at_offset(EDGE, offset), Group::Plain));
        let words = all.words.iter().map(of_word).collect();
        Self { all, model, words, edges, writings: Memo::default(), views: Memo::default() }
    }

    /// What [`Features::of`] adds up to.
    // A call for each token: a browser makes what is called often fast while it runs, but a loop
    // that has begun goes on as slowly as it began.
    #[inline(never)]
    pub(super) fn of(&self, at: usize, line: &Range<usize>) -> Sum {
        let mut adding = Adding { model: self.model, sum: Sum::default() };
        for (slot, (_, there)) in neighbours(at, line).enumerate() {
            adding.sum.add_all(match there {
                None => &self.edges[slot],
                Some(there) => &self.words[self.all.scene.r.article.word_id(there).index()][slot],
            });
        }
        let window = Window::new(self.all, at, line);
        let (writing, view) = (window.writing(), window.view());
        adding
            .sum
            .add_all(&self.writings.get(writing.packed(), || self.sum(|it| writing.tell(it))));
        adding.sum.add_all(&self.views.get(view.packed(), || self.sum(|it| view.tell(it))));
        window.tell_rest(&mut adding);
        adding.sum
    }

    fn sum(&self, tell: impl FnOnce(&mut Adding)) -> Sum {
        let mut adding = Adding { model: self.model, sum: Sum::default() };
        tell(&mut adding);
        adding.sum
    }

    /// Adds what a first reading tells of the tokens of a line; whether it tells anything.
    pub(super) fn again(&self, again: &Again, line: &Range<usize>, sums: &mut [Sum]) -> bool {
        let mut any = false;
        for (at, sum) in line.clone().zip(sums) {
            let mut adding = Adding { model: self.model, sum: *sum };
            any |= again.tell(self.all.scene, at, &mut adding);
            *sum = adding.sum;
        }
        any
    }

    /// What [`Features::inside`] adds up to.
    pub(super) fn inside(&self, at: usize, name: &Inside) -> Sum {
        let mut adding = Adding { model: self.model, sum: Sum::default() };
        name.tell(self.all, at, &mut adding);
        adding.sum
    }
}

/// The number of a template's feature with these values.
#[inline]
pub(super) fn key(template: u32, values: &[u32]) -> u32 {
    values.iter().fold(template, |sum, it| mix(sum, *it))
}
