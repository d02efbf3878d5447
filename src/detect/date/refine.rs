//! Changes of the list of drafts, in order, each with its reason.

use super::en::names;
use super::merge;
use super::point::{Draft, Grain, Meaning};
use super::share;
use super::stream::Stream;
use super::vi::day::SHARED_DAY;

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
        reason: "the stop after an abbreviation ends the text as well, and is taken for that",
        run: leave_last_stop,
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
        let first = cluster.iter().map(|it| it.tokens.start).min().unwrap_or(0);
        let end = cluster.iter().map(|it| it.tokens.end).max().unwrap_or(0);
        // A line may be one cluster from end to end: not each draft is compared with each.
        let mut taken = vec![false; end.saturating_sub(first)];
        cluster.sort_by_key(|it| (rank(it), it.tokens.start));
        let mut kept: Vec<Draft> = Vec::new();
        for it in cluster.drain(..) {
            let own = &mut taken[it.tokens.start - first..it.tokens.end - first];
            if !own.contains(&true) {
                own.fill(true);
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

/// `early`, `late`, `the end of` before a stretch of time: `late last night`.
fn take_in_early_english(stream: &Stream<'_>, drafts: &mut [Draft]) {
    for idx in 0..drafts.len() {
        let floor = idx.checked_sub(1).and_then(|it| drafts.get(it)).map_or(0, |it| it.tokens.end);
        let Some(draft) = drafts.get_mut(idx) else { continue };
        let Some(point) = draft.point() else { continue };
        if point.clock.is_some() || point.set || point.weekend {
            continue;
        }
        let start = draft.tokens.start;
        let counted =
            matches!(stream.word(start), "this" | "last" | "next" | "today" | "that" | "yesterday");
        let taken = match stream.back(start, 1) {
            "early" | "late" | "mid" => 1,
            "earlier" | "later" if counted => 1,
            "-" if stream.touches(start)
                && matches!(stream.back(start, 2), "early" | "late" | "mid") =>
            {
                2
            }
            "of" if matches!(
                stream.back(start, 2),
                "end" | "beginning" | "start" | "middle" | "close" | "turn" | "month"
            ) && stream.back(start, 3) == "the"
                && point.grain() <= Some(Grain::Month) =>
            {
                3
            }
            _ => 0,
        };
        if start >= floor + taken {
            draft.tokens.start -= taken;
        }
    }
}

/// `đầu`, `giữa`, `cuối` and `nửa` before a stretch of time; not the one of `lần đầu`.
#[expect(clippy::ptr_arg, reason = "all refiners have one type")]
fn take_in_early(stream: &Stream<'_>, drafts: &mut Vec<Draft>) {
    if stream.spec_is_english() {
        return take_in_early_english(stream, drafts);
    }
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

/// `Mon 8 Aug.` at the end of a line; `a.m.` keeps its stop.
fn leave_last_stop(stream: &Stream<'_>, drafts: &mut Vec<Draft>) {
    for it in drafts {
        let end = it.tokens.end;
        let month = it.point().is_some_and(|it| it.month.known().is_some());
        let stop =
            month && it.tokens.len() > 1 && stream.word(end - 1) == "." && !stream.follows(end);
        if stop && stream.word(end - 2).len() > 1 {
            it.tokens.end -= 1;
        }
    }
}

/// Keeps a part of the day by itself only after a word that asks for a time.
fn drop_weak(stream: &Stream<'_>, drafts: &mut Vec<Draft>) {
    let english = stream.spec_is_english();
    drafts.retain(|it| {
        let alone = it.point().is_some_and(|it| {
            it.grain() == Some(Grain::Part) && it.widest() == Some(Grain::Part) && !it.set
        });
        if it.rule == SHARED_DAY {
            let named = it.point().is_some_and(|it| !it.month.is_open());
            return named || stream.next(it.tokens.end) == ",";
        }
        if !(alone && it.rule == WEAK_PART) {
            return true;
        }
        if english {
            return is_time_of_day(stream, it);
        }
        // `Chiều, ghè thứ ba cạn.`
        if begins_alone(stream, it) || comes_and_goes(stream, it) || it.tokens == (0..stream.len())
        {
            return true;
        }
        let leads = ["từ", "đến", "tới", "giữa", "lúc", "về", "gần"];
        let tails = [
            "om", "tăm", "sủa", "tạo", "dạ", "sầm", "tân", "lòng", "cao", "dài", "rộng", "kiến",
            "chế",
        ];
        leads.contains(&stream.back(it.tokens.start, 1))
            && !tails.contains(&stream.next(it.tokens.end))
    });
}

/// Whether a part of the day with a capital stands before a comma or colon at the beginning of
/// a sentence: when something was.
fn begins_alone(stream: &Stream<'_>, it: &Draft) -> bool {
    let first = stream.lex(it.tokens.start);
    let begins = matches!(stream.back(it.tokens.start, 1), "" | "." | "!" | "?" | "”" | "“");
    first.capital && !first.upper && begins && matches!(stream.next(it.tokens.end), "," | ":" | ".")
}

/// `Sáng ra`, `chiều xuống`, `tối về`: but not what someone goes out or comes down to.
fn comes_and_goes(stream: &Stream<'_>, it: &Draft) -> bool {
    let verbs: &[&str] = match stream.word(it.tokens.start) {
        "sáng" => &["ra"],
        "chiều" | "tối" | "đêm" => &["về", "xuống"],
        _ => &[],
    };
    let noun = ["từ", "buổi", "mưa", "ca", "gió"];
    it.tokens.len() == 1
        && verbs.contains(&stream.next(it.tokens.end))
        && !noun.contains(&stream.back(it.tokens.start, 1))
}

/// Drops words that are a part of a name: all letters, the first one a capital, in the
/// middle of a sentence that is not all capitals. Weekdays and holidays may be written so.
fn drop_names(stream: &Stream<'_>, drafts: &mut Vec<Draft>) {
    drafts.retain(|it| {
        let start = it.tokens.start;
        let first = stream.lex(start);
        if stream.spec_is_english() {
            return !names::is_english_name(stream, it);
        }
        if !first.capital || first.upper {
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

/// Words after `the morning` that are no noun which it would be a part of.
const AFTER_PART: &[&str] = &[
    "and", "or", "when", "to", "before", "after", "the", "but", "in", "at", "with", "as", "that",
    "on", "for", "was", "is", "he", "she", "they", "it", "we", "by", "a", "from",
];

/// An English part of the day that stands by itself: `in the morning`, not `morning coffee`.
fn is_time_of_day(stream: &Stream<'_>, it: &Draft) -> bool {
    let (start, end) = (it.tokens.start, it.tokens.end);
    let named = stream.lex(start).capital || stream.lex(end - 1).capital;
    let compound =
        stream.is_letters(end) && stream.follows(end) && !AFTER_PART.contains(&stream.word(end));
    let leads = ["in", "at", "by", "all", "during", "through", "since", "until", "into"];
    let led = stream.word(start) == "the" || leads.contains(&stream.back(start, 1));
    !named && !compound && led && stream.next(end) != "of"
}
