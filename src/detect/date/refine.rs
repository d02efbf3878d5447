//! Changes of the list of drafts, in order, each with its reason.

use super::merge;
use super::point::{Draft, Grain, Meaning};
use super::share;
use super::stream::Stream;

/// The name of the rules for a part of the day by itself. The words are also names
/// and other words, so it only counts beside a date, or after a word that asks for a time.
pub(super) const WEAK_PART: &str = "part of the day alone";

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
        reason: "a list was read as a whole so that its rule could see all of it",
        run: share::take_apart,
    },
    Refiner {
        reason: "blockers are no neighbours; they have done their work once nothing overlaps them",
        run: drop_blockers,
    },
    Refiner {
        reason: "a holiday beside its date is an event and not a second date",
        run: drop_dated_holidays,
    },
    Refiner {
        reason: "a weekday, a date and a time of day side by side name one time",
        run: merge::join_neighbours,
    },
    Refiner {
        reason: "the ends of a range are whole only after joining; what they share may be joined to the last",
        run: share::share_backwards,
    },
    Refiner {
        reason: "what stands before a stretch of time and says which piece of it belongs to it",
        run: take_in_early,
    },
    Refiner {
        reason: "a part of the day that found no date is more often a name or another word",
        run: drop_weak,
    },
    Refiner {
        reason: "words with a capital inside of a sentence are a name: `Nhà hát Tháng Tám`",
        run: drop_names,
    },
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
            let calendar =
                matches!(it.meaning, Meaning::Point(_) | Meaning::Range(..) | Meaning::Several(_));
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

/// `Quốc khánh 2-9`, `Giỗ Tổ Hùng Vương (10/3 âm lịch)`.
fn drop_dated_holidays(stream: &Stream<'_>, drafts: &mut Vec<Draft>) {
    let dated: Vec<bool> = drafts
        .iter()
        .zip(drafts.iter().skip(1))
        .map(|(one, other)| {
            let named = one.point().is_some_and(|it| it.holiday.is_some() && it.year.is_open());
            let between = one.tokens.end..other.tokens.start;
            let near =
                between.is_empty() || (between.len() == 1 && stream.word(between.start) == "(");
            named && near && other.point().is_some_and(|it| it.names_day() && it.holiday.is_none())
        })
        .collect();
    let mut dated = dated.into_iter();
    drafts.retain(|_| !dated.next().unwrap_or(false));
}

/// `đầu`, `giữa`, `cuối` and `nửa` before a stretch of time; not the one of `lần đầu`.
fn take_in_early(stream: &Stream<'_>, drafts: &mut Vec<Draft>) {
    for idx in 0..drafts.len() {
        let floor = idx.checked_sub(1).and_then(|it| drafts.get(it)).map_or(0, |it| it.tokens.end);
        let Some(draft) = drafts.get_mut(idx) else { continue };
        let Some(point) = draft.point() else { continue };
        let long = point.grain() <= Some(Grain::Week) && !point.set;
        let start = draft.tokens.start;
        let early = |at: usize| matches!(stream.word(at), "đầu" | "giữa" | "cuối");
        if early(start) && stream.back(start, 1) == "lần" {
            draft.tokens.start += 1;
            continue;
        }
        if long
            && !early(start)
            && start > floor
            && stream.follows(start)
            && early(start - 1)
            && stream.back(start, 2) != "lần"
        {
            draft.tokens.start -= 1;
        }
        let start = draft.tokens.start;
        if early(start) && start > floor && stream.back(start, 1) == "nửa" {
            draft.tokens.start -= 1;
        }
    }
}

/// Keeps a part of the day by itself only after a word that asks for a time.
fn drop_weak(stream: &Stream<'_>, drafts: &mut Vec<Draft>) {
    drafts.retain(|it| {
        let alone = it.point().is_some_and(|it| {
            it.grain() == Some(Grain::Part) && it.widest() == Some(Grain::Part) && !it.set
        });
        if !(alone && it.rule == WEAK_PART) {
            return true;
        }
        let leads = ["từ", "đến", "tới", "giữa", "lúc", "suốt", "về"];
        let tails = [
            "om", "tăm", "sủa", "tạo", "dạ", "sầm", "tân", "lòng", "cao", "dài", "rộng", "kiến",
            "chế",
        ];
        leads.contains(&stream.back(it.tokens.start, 1))
            && !tails.contains(&stream.next(it.tokens.end))
    });
}

/// Drops words that are a part of a name: all letters, the first one a capital, in the
/// middle of a sentence that is not all capitals. Weekdays and holidays may be written so.
fn drop_names(stream: &Stream<'_>, drafts: &mut Vec<Draft>) {
    drafts.retain(|it| {
        let start = it.tokens.start;
        let first = stream.lex(start);
        if !first.capital || first.upper || stream.spec_is_english() {
            return true;
        }
        let weekday = it
            .point()
            .is_some_and(|it| it.weekday.is_some() || it.holiday.is_some() || !it.year.is_open());
        let letters = it.tokens.clone().all(|at| stream.is_letters(at));
        let inside = start > 0 && stream.follows(start) && stream.is_letters(start - 1);
        weekday || !letters || !inside
    });
}
