//! Changes of the list of drafts, in order, each with its reason.

use super::merge;
use super::point::{Draft, Meaning};
use super::stream::Stream;

/// Something that is done to all drafts of an article.
pub(super) struct Refiner {
    /// Why it is done, and why at this place of the list: said for readers.
    #[expect(dead_code, reason = "said for readers")]
    reason: &'static str,
    run: fn(&Stream<'_>, &mut Vec<Draft>),
}

/// Every refiner, in the order in which they run.
pub(super) const REFINERS: &[Refiner] = &[
    Refiner {
        reason: "rules look at one place only: of readings that overlap one is right",
        run: keep_best,
    },
    Refiner {
        reason: "a weekday, a date and a time of day side by side name one time",
        run: merge::join_neighbours,
    },
    Refiner { reason: "a blocker has done its work once nothing overlaps it", run: drop_blockers },
];

/// Runs all refiners.
pub(super) fn refine(stream: &Stream<'_>, drafts: &mut Vec<Draft>) {
    for it in REFINERS {
        (it.run)(stream, drafts);
    }
}

/// Of drafts that overlap, keeps the longest; of equally long ones a place on the
/// calendar before a duration, then the first.
fn keep_best(_: &Stream<'_>, drafts: &mut Vec<Draft>) {
    let mut res: Vec<Draft> = Vec::with_capacity(drafts.len());
    let mut cluster: Vec<Draft> = Vec::new();
    let mut end = 0;
    for draft in drafts.drain(..) {
        if draft.tokens.start >= end {
            settle(&mut cluster, &mut res);
        }
        end = end.max(draft.tokens.end);
        cluster.push(draft);
    }
    settle(&mut cluster, &mut res);
    *drafts = res;
}

/// Decides among drafts of which each overlaps the next.
fn settle(cluster: &mut Vec<Draft>, res: &mut Vec<Draft>) {
    if cluster.len() > 1 {
        let rank = |it: &Draft| {
            let calendar = matches!(it.meaning, Meaning::Point(_) | Meaning::Range(..));
            std::cmp::Reverse(it.tokens.len() * 2 + usize::from(calendar))
        };
        cluster.sort_by_key(|it| (rank(it), it.tokens.start));
        let mut kept: Vec<Draft> = Vec::new();
        for it in cluster.drain(..) {
            let free = |other: &Draft| {
                it.tokens.end <= other.tokens.start || other.tokens.end <= it.tokens.start
            };
            if kept.iter().all(free) {
                kept.push(it);
            }
        }
        kept.sort_by_key(|it| it.tokens.start);
        *cluster = kept;
    }
    res.append(cluster);
}

fn drop_blockers(_: &Stream<'_>, drafts: &mut Vec<Draft>) {
    drafts.retain(|it| it.meaning != Meaning::Not);
}
