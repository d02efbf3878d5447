//! What the model made of a word elsewhere in the article, at its first reading.
//!
//! A name that is plain in one place (`Công ty Hòa An`) is not in another (`Hòa An`). So an article is read
//! twice, and the second time each word has the tags as features that it has in other places.

use rustc_hash::FxHashMap;

use super::features::{Group, Tell, key};
use super::scene::{Look, Scene};
use super::tag::{TAGS, Tag};

/// How often something has each tag.
type Counts = [u16; TAGS];

/// The tags of an article's words.
pub(super) struct Again {
    tags: Vec<Tag>,
    /// By word.
    words: Vec<Counts>,
    /// Of both words of a pair.
    pairs: FxHashMap<(u32, u32), [Counts; 2]>,
}

impl Again {
    /// Of the tags of all tokens.
    pub(super) fn new(scene: &Scene, tags: Vec<Tag>) -> Self {
        let words = vec![[0; TAGS]; scene.r.article.words().len()];
        let mut res = Self { tags, words, pairs: FxHashMap::default() };
        (0..scene.r.len()).for_each(|at| res.count(scene, at));
        res
    }

    /// Headlines in capitals are told of and tell nothing.
    #[inline(never)]
    fn count(&mut self, scene: &Scene, at: usize) {
        if scene.places[at].look == Look::Shouted {
            return;
        }
        if speaks(scene, at) {
            add(&mut self.words[scene.r.folded_id(at) as usize], self.tags[at]);
        }
        if let Some(pair) = pair(scene, at) {
            let tags = [self.tags[at], self.tags[at + 1]];
            let counts = self.pairs.entry(pair).or_insert([[0; TAGS]; 2]);
            counts.iter_mut().zip(tags).for_each(|(counts, tag)| add(counts, tag));
        }
    }

    /// Tells what is known of a token from other places; whether there is anything.
    #[inline(never)]
    pub(super) fn tell(&self, scene: &Scene, at: usize, to: &mut impl Tell) -> bool {
        let own = (scene.places[at].look != Look::Shouted).then_some(self.tags[at]);
        let word = (speaks(scene, at) && !scene.is_common(at))
            .then(|| most(&self.words[scene.r.folded_id(at) as usize], own))
            .flatten();
        let of_pair = |first: usize, which: usize| {
            let counts = self.pairs.get(&pair(scene, first)?)?;
            most(&counts[which], own)
        };
        let before = at.checked_sub(1).and_then(|it| of_pair(it, 1));
        let after = of_pair(at, 0);
        let look = scene.places[at].look as u32;
        let mut tell = |template, value: Option<u32>| {
            if let Some(value) = value {
                to.tell(key(template, &[value]), Group::Again);
                to.tell(key(template + 3, &[value, look]), Group::Again);
            }
        };
        tell(100, word);
        tell(101, before);
        tell(102, after);
        word.or(before).or(after).is_some()
    }
}

fn add(counts: &mut Counts, tag: Tag) {
    let it = &mut counts[tag.index()];
    *it = it.saturating_add(1);
}

/// Whether a word is written so that it may be a name by itself.
fn speaks(scene: &Scene, at: usize) -> bool {
    scene.places[at].look >= Look::Initial
}

/// A token and the next one, at least one of which may be a name.
fn pair(scene: &Scene, at: usize) -> Option<(u32, u32)> {
    let next = at + 1;
    let is = next < scene.r.len()
        && scene.r.continues(next)
        && (speaks(scene, at) || speaks(scene, next));
    is.then(|| (scene.r.folded_id(at), scene.r.folded_id(next)))
}

/// The most frequent tag without one's own, and whether there is no other.
fn most(counts: &Counts, own: Option<Tag>) -> Option<u32> {
    let (mut best, mut count, mut all) = (0, 0, 0);
    for (tag, it) in counts.iter().enumerate() {
        let it = it.saturating_sub(u16::from(own.is_some_and(|own| own.index() == tag)));
        all += u32::from(it);
        if it > count {
            (best, count) = (tag, it);
        }
    }
    (count > 0).then(|| 2 * Tag::from_index(best).number() + u32::from(u32::from(count) == all))
}
