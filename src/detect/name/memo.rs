//! Sums that are asked for again and again, kept.
//!
//! A token has some fifty features. Some twenty of them tell how it and its neighbours are written and
//! what the rules say of it, which is the same for many tokens of a text.

use std::cell::RefCell;

use super::sum::Sum;

/// Bits of the number of a place: four times as many places would no longer fit the fastest memory.
const SLOT_BITS: u32 = 10;

/// Sums by the number of what they are the sum of. A new one takes the place of an old one.
pub(super) struct Memo {
    slots: RefCell<Vec<(u64, Sum)>>,
}

/// No number of anything.
const NOTHING: u64 = u64::MAX;

impl Default for Memo {
    fn default() -> Self {
        Self { slots: RefCell::new(vec![(NOTHING, Sum::default()); 1 << SLOT_BITS]) }
    }
}

impl Memo {
    /// The sum with this number, which `sum` works out if it is not known.
    #[inline]
    pub(super) fn get(&self, number: u64, sum: impl FnOnce() -> Sum) -> Sum {
        let slot = number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - SLOT_BITS);
        let kept = &mut self.slots.borrow_mut()[slot as usize];
        if kept.0 != number {
            *kept = (number, sum());
        }
        kept.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_what_was_asked_for() {
        let memo = Memo::default();
        let sum = |number: u64| {
            let mut res = Sum::default();
            res.add(&[(number % 100) as i8; super::super::tag::TAGS]);
            res
        };
        // More than there is room for, so that they take each other's places; then once more.
        for number in (0..5_000).chain(0..5_000) {
            let got = memo.get(number, || sum(number));
            assert_eq!(got.scores(1.0), sum(number).scores(1.0), "{number}");
        }
        memo.get(7, || sum(7));
        memo.get(7, || panic!("it is known"));
    }
}
