//! Names inside of names: the place in `UBND tỉnh Lạng Sơn`, the body in `Phòng CSGT Công an tỉnh`.

use std::ops::Range;

use super::features::{Features, Group, Tell, key};
use super::tag::Tag;

/// A name that is looked into.
#[derive(Clone, Debug)]
pub(super) struct Inside {
    /// Where it is.
    pub(super) tokens: Range<usize>,
    /// The line that it stands on.
    pub(super) line: Range<usize>,
    /// The tag that its first token has outside.
    pub(super) outer: Tag,
}

impl Inside {
    /// Tells the features of one of its tokens.
    pub(super) fn tell(&self, all: &Features, at: usize, to: &mut impl Tell) {
        self.of_place(all, at, to);
        self.of_words(all, at, to);
        self.of_lists(all, at, to);
    }

    /// Where in the name the token stands, how it is written, what the rules found there.
    fn of_place(&self, all: &Features, at: usize, to: &mut impl Tell) {
        let looks = [-1, 0, 1].map(|it| {
            let there = at.checked_add_signed(it).filter(|it| self.line.contains(it));
            there.map_or(0, |it| all.scene.places[it].look as u32)
        });
        let [before, here, after] = looks;
        let from = (at - self.tokens.start).min(3) as u32;
        let left = (self.tokens.end - 1 - at).min(4) as u32;
        let outer = self.outer.index() as u32;
        let mut tell = |template, values: &[u32]| to.tell(key(template, values), Group::Plain);
        tell(120, &[before, here, after]);
        tell(121, &[here, from, outer]);
        tell(122, &[here, left]);
        let guess = |at: usize| all.scene.places.get(at).map_or(0, |it| it.inner);
        let mut tell = |template, values: &[u32]| to.tell(key(template, values), Group::Rules);
        tell(123, &[guess(at)]);
        tell(124, &[guess(at), guess(at + 1)]);
        tell(125, &[guess(at), here, left]);
    }

    fn of_words(&self, all: &Features, at: usize, to: &mut impl Tell) {
        let word = |offset: isize| {
            let there = at.checked_add_signed(offset).filter(|it| self.line.contains(it));
            there.map_or(0, |it| all.word(it))
        };
        let head = all.word(self.tokens.start);
        let mut tell = |template, values: &[u32]| to.tell(key(template, values), Group::Word);
        tell(130, &[word(0)]);
        tell(131, &[word(-1)]);
        tell(132, &[word(1)]);
        tell(133, &[word(-1), word(0)]);
        tell(134, &[word(0), word(1)]);
        tell(135, &[head, all.scene.places[at].look as u32]);
    }

    fn of_lists(&self, all: &Features, at: usize, to: &mut impl Tell) {
        let (r, place) = (all.scene.r, all.scene.places[at]);
        let mut tell = |template, lists: super::super::gazetteer::Lists| {
            for bit in lists.bits() {
                to.tell(key(template, &[bit, place.look as u32]), Group::Lists);
            }
        };
        tell(140, r.begun(at));
        tell(141, place.inside);
        tell(142, r.ended(at + 1));
        if at > self.tokens.start {
            tell(143, r.ended(at));
        }
    }
}
