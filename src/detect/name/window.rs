//! Features of a token in its place on a line.

use std::ops::Range;

use super::super::gazetteer::Lists;
use super::features::{Features, Group, Tell, key};
use super::word::EDGE;
use crate::text::TokenKind;

/// How far back a head is looked for.
const MAX_AWAY: usize = 9;

/// Longer runs of capitals are headlines.
const MAX_RUN: usize = 8;

/// A token and what stands about it on its line.
pub(super) struct Window<'a, 'r> {
    pub(super) all: &'a Features<'r>,
    pub(super) at: usize,
    pub(super) line: &'a Range<usize>,
}

impl Window<'_, '_> {
    /// Tells all features but those that its words have by themselves.
    pub(super) fn tell(&self, to: &mut impl Tell) {
        self.of_place(to);
        self.of_words(to);
        self.of_run(to);
        self.of_lists(to);
        self.of_heads(to);
        self.of_rules(to);
        self.of_article(to);
    }

    #[inline]
    fn there(&self, offset: isize) -> Option<usize> {
        self.at.checked_add_signed(offset).filter(|it| self.line.contains(it))
    }

    #[inline]
    fn look(&self, offset: isize) -> u32 {
        self.there(offset).map_or(0, |at| self.all.scene.places[at].look as u32)
    }

    #[inline]
    fn word(&self, offset: isize) -> u32 {
        self.there(offset).map_or(EDGE, |at| self.all.word(at))
    }

    #[inline]
    fn guess(&self, offset: isize) -> u32 {
        self.there(offset).map_or(99, |at| self.all.scene.places[at].guess)
    }

    /// How the words about it are written, marks, and what the stages before took.
    fn of_place(&self, to: &mut impl Tell) {
        let place = self.all.scene.places[self.at];
        let [second, before, here, after, next] = [-2, -1, 0, 1, 2].map(|it| self.look(it));
        let gap = self.all.scene.r.gap(self.at) as u32;
        let mut tell = |template, values: &[u32]| to.tell(key(template, values), Group::Plain);
        tell(20, &[second]);
        tell(21, &[before]);
        tell(22, &[here]);
        tell(23, &[after]);
        tell(24, &[next]);
        tell(25, &[before, here, gap]);
        tell(26, &[here, after]);
        tell(27, &[before, here, after]);
        tell(28, &[second, before, here]);
        tell(29, &[here, after, next]);
        tell(30, &[place.enclosed, here]);
        tell(31, &[self.all.scene.r.language as u32, here]);
        for offset in -1..=1 {
            let fixed = self.there(offset).map_or(9, |at| self.all.scene.places[at].fixed);
            tell(32, &[(offset + 1) as u32, fixed]);
        }
    }

    /// Pairs of words.
    fn of_words(&self, to: &mut impl Tell) {
        let look = self.look(0);
        let [second, before, here, after, next] = [-2, -1, 0, 1, 2].map(|it| self.word(it));
        let mut tell = |template, one, other| to.tell(key(template, &[one, other]), Group::Word);
        tell(40, here, look);
        tell(41, before, look);
        tell(42, after, look);
        tell(43, before, here);
        tell(44, here, after);
        tell(45, second, before);
        tell(46, after, next);
    }

    /// The run of capitalised words that it is in: how long it is, what stands before and after.
    fn of_run(&self, to: &mut impl Tell) {
        let is_capital = |at: &usize| self.all.scene.places[*at].look.is_capital();
        if !is_capital(&self.at) {
            return;
        }
        let ahead = (self.line.start..self.at).rev().take(MAX_RUN).take_while(is_capital).count();
        let behind = (self.at + 1..self.line.end).take(MAX_RUN).take_while(is_capital).count();
        let left = self.word(-1 - ahead.cast_signed());
        let right = self.word(1 + behind.cast_signed());
        let (ahead, behind) = (ahead.min(4) as u32, behind.min(4) as u32);
        let mut tell = |template, values: &[u32]| to.tell(key(template, values), Group::Plain);
        tell(50, &[ahead, behind]);
        tell(51, &[left]);
        tell(52, &[right]);
        tell(53, &[left, right]);
        tell(54, &[left, ahead + behind]);
        tell(55, &[right, ahead + behind]);
    }

    /// Lists with an entry that begins, goes on or ends here, or next to it.
    fn of_lists(&self, to: &mut impl Tell) {
        let r = self.all.scene.r;
        let look = self.look(0);
        let mut tell = |template, lists: Lists| {
            lists.bits().for_each(|bit| to.tell(key(template, &[bit, look]), Group::Lists));
        };
        tell(60, r.begun(self.at));
        tell(61, self.all.scene.places[self.at].inside);
        if self.there(1).is_some() {
            tell(62, r.begun(self.at + 1));
        }
        if self.there(-1).is_some() {
            tell(63, r.ended(self.at));
        }
        tell(64, r.ended(self.at + 1));
    }

    /// The nearest head, title or form of address before it, how far away, and what is between.
    fn of_heads(&self, to: &mut impl Tell) {
        const LEADS: Lists = Lists::HEADS.or(Lists::ADMIN).or(Lists::HONORIFIC).or(Lists::ROLE);
        let r = self.all.scene.r;
        let (mut parted, mut capitals, mut lower) = (false, 0, false);
        for (away, at) in (self.line.start..self.at).rev().take(MAX_AWAY).enumerate() {
            let leads = r.ended(at + 1).and(LEADS);
            if !leads.is_empty() {
                let leads = leads.bits().fold(0, |sum, it| key(sum, &[it]));
                let look = self.look(0);
                let between = u32::from(parted) + 2 * u32::from(lower);
                to.tell(key(70, &[leads, away.min(5) as u32, look]), Group::Lists);
                to.tell(key(71, &[leads, between, capitals, look]), Group::Lists);
                let plain = u32::from(parted) + 2 * u32::from(lower || capitals > 0);
                to.tell(key(72, &[self.all.word(at), plain]), Group::Word);
                return;
            }
            parted |= r.kind(at) == TokenKind::Symbol;
            if r.is_capital(at) { capitals = (capitals + 1).min(3) } else { lower = true }
        }
    }

    /// What the rules took it for, and its neighbours.
    fn of_rules(&self, to: &mut impl Tell) {
        let place = self.all.scene.places[self.at];
        let [before, guess, after] = [-1, 0, 1].map(|it| self.guess(it));
        let mut tell = |template, other| to.tell(key(template, &[guess, other]), Group::Rules);
        tell(80, 0);
        tell(81, place.rule);
        tell(82, before);
        tell(83, after);
        tell(84, place.look as u32);
        tell(85, self.word(0));
        tell(86, self.word(-1));
        tell(87, self.word(1));
    }

    /// What the article says of its word elsewhere.
    fn of_article(&self, to: &mut impl Tell) {
        let place = self.all.scene.places[self.at];
        let (written, kinds) = self.all.scene.elsewhere(self.at);
        let mut tell = |template, values: &[u32]| to.tell(key(template, values), Group::Article);
        tell(90, &[written, place.look as u32]);
        tell(91, &[kinds, place.look as u32]);
        (0..32).filter(|it| kinds >> it & 1 == 1).for_each(|bit| tell(92, &[bit]));
    }
}
