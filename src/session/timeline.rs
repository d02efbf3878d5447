//! The article's dates on a line, by their TIMEX3 values.
//!
//! What has a place in the calendar is a mark on an [axis]; what has none (durations, sets, `PRESENT_REF`,
//! days of an unknown year) stands apart. Marks too near to be told apart are one group.

mod axis;
mod extent;
mod ticks;

use std::rc::Rc;

use axis::Axis;
use extent::extent;
pub use ticks::{Grain, Tick};

use crate::document::{
    Annotation, AnnotationId, AnnotationSet, LabelId, Status, TimexKind, TimexValue,
};

/// All of the line: places on it are counted in ten-thousandths, finer than a screen shows.
pub const LENGTH: u32 = 10_000;

/// Where the dates of an article stand. Places are `0..=LENGTH`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// Groups of dates in the order of time.
    pub groups: Vec<Group>,
    /// Dates without a place in time, the same ones together, in reading order.
    pub undated: Vec<Group>,
    /// What is written below the line, in order.
    pub ticks: Vec<Tick>,
    /// From where to where the line is shorter than its time.
    pub shortened: Vec<(u32, u32)>,
}

/// Dates that stand in one place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// In reading order; never none.
    pub mentions: Vec<Rc<Annotation>>,
    /// Where it begins.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
    /// Which line above the axis it has, 0 the nearest; `None` for a point on the axis.
    pub lane: Option<usize>,
}

impl Group {
    /// Whether this is one of its mentions.
    #[must_use]
    pub fn has(&self, id: &AnnotationId) -> bool {
        self.mentions.iter().any(|it| it.id == *id)
    }

    /// The mention to go to from `current`: the next one of the group, else its first.
    #[must_use]
    pub fn after(&self, current: Option<&AnnotationId>) -> Option<&AnnotationId> {
        let at = current.and_then(|id| self.mentions.iter().position(|it| it.id == *id));
        let next = at.map_or(0, |it| (it + 1) % self.mentions.len());
        self.mentions.get(next).map(|it| &it.id)
    }
}

/// Lines above the axis; what finds none free shares the first.
const LANES: usize = 3;

/// Marks that fit side by side for each tick that does.
const MARKS_PER_TICK: u32 = 6;

impl Timeline {
    /// The dates among `annotations` that are not rejected, on a line with room for `room` ticks.
    #[must_use]
    pub fn new(annotations: &AnnotationSet, room: u32) -> Self {
        let dates = annotations.iter().filter(|it| it.status != Status::Rejected);
        let dates = dates.filter(|it| it.timex.is_some() || it.label == LabelId::DATE);
        let (mut extents, mut placed, mut undated) = (Vec::new(), Vec::new(), Vec::new());
        for it in dates {
            match place_in_time(it) {
                Some(extent) => {
                    extents.push(extent);
                    placed.push(Rc::clone(it));
                }
                None => undated.push(it),
            }
        }
        let axis = Axis::new(&extents);
        let apart = LENGTH / room.max(2);
        let near = apart / MARKS_PER_TICK;
        let spans: Vec<(u32, u32)> =
            extents.iter().map(|it| (axis.place(it.from), axis.place(it.to))).collect();
        Self {
            groups: in_lanes(grouped(&spans, &placed, near), near),
            undated: alike(&undated),
            ticks: ticks::ticks(&axis, &extents, apart),
            shortened: axis.shortened(),
        }
    }

    /// Whether there are no dates at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty() && self.undated.is_empty()
    }

    /// How many dates there are.
    #[must_use]
    pub fn len(&self) -> usize {
        let groups = self.groups.iter().chain(&self.undated);
        groups.map(|it| it.mentions.len()).sum()
    }
}

/// A set has values of durations, and of days too (`XXXX-WXX-1`), but no place.
fn place_in_time(it: &Annotation) -> Option<extent::Extent> {
    let timex = it.timex.as_ref().filter(|it| it.kind() != TimexKind::Set)?;
    match timex.parsed()? {
        TimexValue::Calendar(it) => extent(&it),
        TimexValue::Range(from, to) => match (extent(&from), extent(&to)) {
            (Some(from), Some(to)) => Some(from.cover(to)),
            (one, other) => one.or(other),
        },
        _ => None,
    }
}

/// Points that are nearer than `near`, and stretches with ends that are; in the order of time.
fn grouped(spans: &[(u32, u32)], dates: &[Rc<Annotation>], near: u32) -> Vec<Group> {
    let mut res: Vec<Group> = Vec::new();
    let mut group_of = vec![0; spans.len()];
    for idx in in_time(spans) {
        let (from, to) = spans[idx];
        let is_point = to - from < near;
        let joins = |it: &Group| {
            let is_points = it.to - it.from < near;
            is_point == is_points && (is_point || to.abs_diff(it.to) < near)
        };
        let first = res.partition_point(|it| it.from + near <= from);
        let found = (first..res.len()).rev().find(|at| joins(&res[*at]));
        group_of[idx] = found.unwrap_or(res.len());
        if found.is_none() {
            res.push(Group { mentions: Vec::new(), from, to, lane: None });
        }
    }
    for (group, it) in group_of.into_iter().zip(dates) {
        res[group].mentions.push(Rc::clone(it));
    }
    res
}

/// The numbers of spans by their beginnings, then by their ends. One number each is sorted, as the axis
/// does: every kind of thing that is sorted costs the page another sort.
fn in_time(spans: &[(u32, u32)]) -> impl Iterator<Item = usize> {
    let key = |(idx, (from, to)): (i64, &(u32, u32))| {
        (i64::from(*from) << 46) | (i64::from(*to) << 32) | idx
    };
    let mut keys: Vec<i64> = (0..).zip(spans).map(key).collect();
    keys.sort_unstable();
    keys.into_iter().filter_map(|it| usize::try_from(it & 0xffff_ffff).ok())
}

/// Stretches above each other where they would overlap.
fn in_lanes(mut groups: Vec<Group>, near: u32) -> Vec<Group> {
    let mut ends = [0; LANES];
    for it in groups.iter_mut().filter(|it| it.to - it.from >= near) {
        let lane = ends.iter().position(|end| *end <= it.from).unwrap_or(0);
        ends[lane] = ends[lane].max(it.to);
        it.lane = Some(lane);
    }
    groups
}

/// Values among which the same one is looked for: more are a list of durations, not an article.
const VALUES: usize = 256;

/// By value, else one by one.
fn alike(dates: &[&Rc<Annotation>]) -> Vec<Group> {
    let mut res: Vec<Group> = Vec::new();
    for date in dates {
        let value = date.timex.as_ref();
        let same = |it: &&mut Group| value.is_some() && it.mentions[0].timex.as_ref() == value;
        match res.iter_mut().take(VALUES).find(same) {
            Some(it) => it.mentions.push(Rc::clone(date)),
            None => {
                res.push(Group { mentions: vec![Rc::clone(date)], ..Group::default() });
            }
        }
    }
    res
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Origin, Timex};
    use crate::text::Span;

    fn timeline(values: &[&str]) -> Timeline {
        let item = |(idx, value): (usize, &&str)| {
            let at = u32::try_from(idx).unwrap();
            let (id, span) = (AnnotationId::numbered(idx as u64), Span::new(at, at + 1));
            let it = Annotation::new(id, LabelId::DATE, span, Status::Suggested, Origin::Detected);
            let timex = match value.strip_prefix("SET ") {
                Some(value) => Timex::new(TimexKind::Set, value).ok(),
                None => Timex::from_value(value).ok(),
            };
            Annotation { timex, ..it }
        };
        let set = AnnotationSet::from_unsorted(values.iter().enumerate().map(item));
        Timeline::new(&set, 10)
    }

    /// Ids of each group.
    fn ids(groups: &[Group]) -> Vec<String> {
        let ids = |it: &Group| {
            it.mentions.iter().map(|it| it.id.to_string()).collect::<Vec<_>>().join(" ")
        };
        groups.iter().map(ids).collect()
    }

    #[test]
    fn dates_stand_in_the_order_of_time_and_the_rest_apart() {
        let values = [
            "2021",
            "PXY",
            "2019-05-01",
            "PRESENT_REF",
            "XXXX-07-13",
            "PXY",
            "",
            "SET XXXX-WXX-1",
            "2019-05-01",
            "",
        ];
        let line = timeline(&values);
        assert_eq!(ids(&line.groups), ["a2 a8", "a0"]);
        assert_eq!(ids(&line.undated), ["a1 a5", "a3", "a4", "a6", "a7", "a9"]);
        assert_eq!((line.len(), line.is_empty()), (10, false));
    }

    #[test]
    fn what_is_rejected_or_no_date_is_not_on_the_line() {
        let item = |id: &str, label, status, value: Option<&str>| Annotation {
            timex: value.and_then(|it| Timex::from_value(it).ok()),
            ..Annotation::new(id.into(), label, Span::new(0, 1), status, Origin::Manual)
        };
        let own: LabelId = "KHI".into();
        let set = AnnotationSet::from_unsorted([
            item("a", LabelId::DATE, Status::Rejected, Some("2020")),
            item("b", LabelId::PER, Status::Accepted, None),
            item("c", own, Status::Accepted, Some("2020")),
        ]);
        assert_eq!(ids(&Timeline::new(&set, 5).groups), ["c"]);
        assert!(Timeline::new(&AnnotationSet::default(), 5).is_empty());
    }

    #[test]
    fn what_is_too_near_is_one_group() {
        let days = ["01-01", "12-01", "01-02", "06-15", "09-01", "03-15", "06-15"];
        let days = days.map(|it| format!("2021-{it}"));
        let line = timeline(&days.each_ref().map(String::as_str));
        assert_eq!(ids(&line.groups), ["a0 a2", "a5", "a3 a6", "a4", "a1"]);
        // A stretch is none of the points in it, and equal ones are one.
        let line = timeline(&["2021", "2021-01-01", "2021", "2022-05-01"]);
        assert_eq!(ids(&line.groups), ["a1", "a0 a2", "a3"]);
    }

    #[test]
    fn stretches_that_overlap_lie_above_each_other() {
        let line = timeline(&["2016/2020", "2018", "2021", "2018-H2", "2017-H2", "2018-Q4"]);
        let lanes: Vec<_> =
            line.groups.iter().map(|it| (it.mentions[0].id.as_str(), it.lane)).collect();
        let want = [
            ("a0", Some(0)),
            ("a4", Some(1)),
            ("a1", Some(1)),
            ("a3", Some(2)),
            ("a5", Some(0)),
            ("a2", Some(0)),
        ];
        assert_eq!(lanes, want);
    }

    #[test]
    fn a_group_leads_from_one_mention_to_the_next() {
        let line = timeline(&["2021-05-01", "2021-05-01", "2020"]);
        let group = &line.groups[1];
        let after = |it: Option<&str>| {
            group.after(it.map(AnnotationId::from).as_ref()).unwrap().to_string()
        };
        assert_eq!(
            [after(None), after(Some("a0")), after(Some("a1")), after(Some("a2"))],
            ["a0", "a1", "a0", "a0"]
        );
    }
}
