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

/// What is told beyond the ends of a line of the stages before the rules of names, and of these rules.
const NO_FIXED: u32 = 9;
const NO_GUESS: u32 = 99;

/// A token and what stands about it on its line.
pub(super) struct Window<'a, 'r> {
    all: &'a Features<'r>,
    at: usize,
    line: &'a Range<usize>,
    /// The words from two before it to two after it, and how they are written.
    words: [u32; 5],
    looks: [u32; 5],
}

impl<'a, 'r> Window<'a, 'r> {
    pub(super) fn new(all: &'a Features<'r>, at: usize, line: &'a Range<usize>) -> Self {
        let mut res = Self { all, at, line, words: [EDGE; 5], looks: [0; 5] };
        let from = at.saturating_sub(2).max(line.start);
        for there in from..line.end.min(at + 3) {
            let slot = there + 2 - at;
            res.words[slot] = all.word(there);
            res.looks[slot] = all.scene.places[there].look as u32;
        }
        res
    }

    /// Tells all features but those that its words have by themselves, in the order of their numbers:
    /// a model that is trained on them in another order is another one in the last digits.
    pub(super) fn tell(&self, to: &mut impl Tell) {
        let view = self.view();
        self.writing().tell(to);
        self.of_words(to);
        self.of_run(to);
        self.of_lists(to);
        self.of_heads(to);
        view.of_rules(to);
        self.of_guess(to);
        view.of_article(to);
    }

    /// The same but for its writing and its view.
    pub(super) fn tell_rest(&self, to: &mut impl Tell) {
        self.of_words(to);
        self.of_run(to);
        self.of_lists(to);
        self.of_heads(to);
        self.of_guess(to);
    }

    /// How the words about it are written.
    pub(super) fn writing(&self) -> Writing {
        let fixed =
            |offset| self.there(offset).map_or(NO_FIXED, |at| self.all.scene.places[at].fixed);
        Writing {
            looks: self.looks,
            gap: self.all.scene.r.gap(self.at) as u32,
            enclosed: self.all.scene.places[self.at].enclosed,
            language: self.all.scene.r.language as u32,
            fixed: [fixed(-1), fixed(0), fixed(1)],
        }
    }

    /// What the rules and the article say of it.
    pub(super) fn view(&self) -> View {
        let place = self.all.scene.places[self.at];
        let (written, kinds) = self.all.scene.elsewhere(self.at);
        let guesses = [self.guess(-1), self.guess(0), self.guess(1)];
        View { guesses, rule: place.rule, look: place.look as u32, written, kinds }
    }

    #[inline]
    fn there(&self, offset: isize) -> Option<usize> {
        self.at.checked_add_signed(offset).filter(|it| self.line.contains(it))
    }

    /// How it is written.
    #[inline]
    fn look(&self) -> u32 {
        self.looks[2]
    }

    #[inline]
    fn word(&self, offset: isize) -> u32 {
        self.there(offset).map_or(EDGE, |at| self.all.word(at))
    }

    #[inline]
    fn guess(&self, offset: isize) -> u32 {
        self.there(offset).map_or(NO_GUESS, |at| self.all.scene.places[at].guess)
    }

    /// Pairs of words.
    fn of_words(&self, to: &mut impl Tell) {
        let look = self.look();
        let [second, before, here, after, next] = self.words;
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
        let look = self.look();
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
                let look = self.look();
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

    /// What the rules took it for, and words.
    fn of_guess(&self, to: &mut impl Tell) {
        let guess = self.guess(0);
        let [_, before, here, after, _] = self.words;
        let mut tell = |template, other| to.tell(key(template, &[guess, other]), Group::Rules);
        tell(85, here);
        tell(86, before);
        tell(87, after);
    }
}

/// How a token and those about it are written, and what the stages before the rules of names took.
#[derive(Clone, Copy)]
pub(super) struct Writing {
    looks: [u32; 5],
    gap: u32,
    enclosed: u32,
    language: u32,
    fixed: [u32; 3],
}

impl Writing {
    pub(super) fn tell(&self, to: &mut impl Tell) {
        let [second, before, here, after, next] = self.looks;
        let mut tell = |template, values: &[u32]| to.tell(key(template, values), Group::Plain);
        tell(20, &[second]);
        tell(21, &[before]);
        tell(22, &[here]);
        tell(23, &[after]);
        tell(24, &[next]);
        tell(25, &[before, here, self.gap]);
        tell(26, &[here, after]);
        tell(27, &[before, here, after]);
        tell(28, &[second, before, here]);
        tell(29, &[here, after, next]);
        tell(30, &[self.enclosed, here]);
        tell(31, &[self.language, here]);
        (0..).zip(self.fixed).for_each(|(there, it)| tell(32, &[there, it]));
    }

    /// All of it in one number: four bits for each thing that it tells.
    pub(super) fn packed(&self) -> u64 {
        let few = [self.gap, self.enclosed, self.language];
        pack(self.looks.iter().chain(&few).chain(&self.fixed))
    }
}

/// What the rules take a token and its neighbours for, and what the article says of its word elsewhere.
#[derive(Clone, Copy)]
pub(super) struct View {
    guesses: [u32; 3],
    rule: u32,
    look: u32,
    written: u32,
    kinds: u32,
}

impl View {
    pub(super) fn tell(&self, to: &mut impl Tell) {
        self.of_rules(to);
        self.of_article(to);
    }

    /// What the rules took it for, and its neighbours.
    fn of_rules(&self, to: &mut impl Tell) {
        let [before, guess, after] = self.guesses;
        let mut tell = |template, other| to.tell(key(template, &[guess, other]), Group::Rules);
        tell(80, 0);
        tell(81, self.rule);
        tell(82, before);
        tell(83, after);
        tell(84, self.look);
    }

    /// What the article says of its word elsewhere.
    fn of_article(&self, to: &mut impl Tell) {
        let mut tell = |template, values: &[u32]| to.tell(key(template, values), Group::Article);
        tell(90, &[self.written, self.look]);
        tell(91, &[self.kinds, self.look]);
        (0..32).filter(|it| self.kinds >> it & 1 == 1).for_each(|bit| tell(92, &[bit]));
    }

    /// All of it in one number: 32 bits for the rule, eight for the kinds, four for each other thing.
    pub(super) fn packed(&self) -> u64 {
        // No tag has the number 15.
        let guesses = self.guesses.map(|it| it.min(15));
        let few = pack(guesses.iter().chain(&[self.look, self.written]));
        (few << 8 | u64::from(self.kinds)) << 32 | u64::from(self.rule)
    }
}

/// Numbers below 16 side by side.
// A call of its own, as is all that is done for each token.
#[inline(never)]
fn pack<'a>(all: impl Iterator<Item = &'a u32>) -> u64 {
    all.fold(0, |sum, it| {
        debug_assert!(*it < 16, "{it} in four bits");
        sum << 4 | u64::from(*it)
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn what_differs_is_packed_differently() {
        let writing = Writing { looks: [1; 5], gap: 1, enclosed: 1, language: 1, fixed: [1; 3] };
        let mut all = vec![writing; 11];
        (0..5).for_each(|it| all[it].looks[it] = 12);
        (0..3).for_each(|it| all[5 + it].fixed[it] = NO_FIXED);
        all[8].gap = 3;
        all[9].enclosed = 2;
        all[10].language = 0;
        let packed: HashSet<u64> = all.iter().chain([&writing]).map(Writing::packed).collect();
        assert_eq!(packed.len(), 12);

        let view = View { guesses: [1; 3], rule: 1, look: 1, written: 1, kinds: 1 };
        let mut all = vec![view; 8];
        (0..3).for_each(|it| all[it].guesses[it] = 14);
        all[3].guesses[0] = NO_GUESS;
        all[4].rule = u32::MAX;
        all[5].look = 12;
        all[6].written = 3;
        all[7].kinds = 127;
        let packed: HashSet<u64> = all.iter().chain([&view]).map(View::packed).collect();
        assert_eq!(packed.len(), 9);
    }
}
