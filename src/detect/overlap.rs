//! One set of mentions that nest but never cross.
//!
//! Candidates are taken in a total order; one that crosses a taken one, or is inside of one that
//! holds nothing of its kind, is dropped.

use std::cmp::{Ordering, Reverse};

use super::Mention;
use crate::document::LabelId;

/// The mentions that stand together, by start, then the longest first.
pub(super) fn resolve(mut found: Vec<Mention>) -> Vec<Mention> {
    found.sort_by(|one, other| reading_order(one, other).then_with(|| rank(one, other)));
    let mut res: Vec<Mention> = Vec::with_capacity(found.len());
    // The taken mentions that hold the place at hand, the outermost first.
    let mut open: Vec<usize> = Vec::new();
    for it in found {
        while open.last().is_some_and(|outer| res[*outer].span.end() <= it.span.start()) {
            open.pop();
        }
        match open.last().map(|outer| (*outer, fits(&res[*outer], &it))) {
            None | Some((_, Fit::Inside)) => {
                open.push(res.len());
                res.push(it);
            }
            Some((outer, Fit::Conflict)) if beats(&it, &res[outer]) && open.len() == 1 => {
                // All that was taken inside of the loser goes with it.
                res.truncate(outer);
                open.clear();
                open.push(res.len());
                res.push(it);
            }
            Some(_) => {}
        }
    }
    res
}

enum Fit {
    Inside,
    Conflict,
}

fn fits(outer: &Mention, it: &Mention) -> Fit {
    let inside = outer.span.contains(it.span) && outer.span != it.span;
    if inside && outer.label.may_hold(&it.label) { Fit::Inside } else { Fit::Conflict }
}

fn beats(one: &Mention, other: &Mention) -> bool {
    rank(one, other) == Ordering::Less
}

fn reading_order(one: &Mention, other: &Mention) -> Ordering {
    let key = |it: &Mention| (it.span.start(), Reverse(it.span.end()));
    key(one).cmp(&key(other))
}

/// The better of two comes first: the longer, then the surer, then by label, rule and place, so
/// that no two different ones are equal.
pub(super) fn rank(one: &Mention, other: &Mention) -> Ordering {
    let order = |it: &LabelId| LabelId::BUILTIN.iter().position(|label| label == it);
    (other.span.len().cmp(&one.span.len()))
        .then_with(|| other.confidence.total_cmp(&one.confidence))
        .then_with(|| order(&one.label).cmp(&order(&other.label)))
        .then_with(|| one.label.cmp(&other.label))
        .then_with(|| one.rule.cmp(other.rule))
        .then_with(|| one.span.start().cmp(&other.span.start()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::Span;

    fn mention() -> impl Strategy<Value = Mention> {
        let label = prop::sample::select(LabelId::BUILTIN.to_vec());
        (0_u32..30, 1_u32..12, label, 0_u32..4).prop_map(|(start, len, label, confidence)| {
            Mention::new(Span::new(start, start + len), label, f64::from(confidence) / 4.0, "rule")
        })
    }

    proptest! {
        #[test]
        fn the_order_is_total(a in mention(), b in mention(), c in mention()) {
            prop_assert_eq!(rank(&a, &b), rank(&b, &a).reverse());
            prop_assert_eq!(rank(&a, &b) == Ordering::Equal, a == b);
            if rank(&a, &b) != Ordering::Greater && rank(&b, &c) != Ordering::Greater {
                prop_assert_ne!(rank(&a, &c), Ordering::Greater);
            }
        }

        #[test]
        fn spans_nest_and_never_cross(found in proptest::collection::vec(mention(), 0..25)) {
            let res = resolve(found.clone());
            prop_assert!(found.is_empty() || !res.is_empty());
            for (idx, one) in res.iter().enumerate() {
                for other in &res[idx + 1..] {
                    prop_assert_ne!(reading_order(one, other), Ordering::Greater);
                    prop_assert!(one.span != other.span);
                    let apart = !one.span.intersects(other.span);
                    prop_assert!(apart || one.span.contains(other.span));
                }
            }
        }
    }
}
