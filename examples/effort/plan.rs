//! Ways to right one thing, with the page's own commands.

use std::rc::Rc;

use dau::document::{Annotation, AnnotationId, Document, Status, Timex};
use dau::formats::notation::Marked;
use dau::session::{Command, Direction, Edge, Msg, Pace, alternatives, move_edge};
use dau::text::{Span, snap};

use crate::desk::Desk;
use crate::difference::{Difference, value};

/// A row of actions.
#[derive(Clone)]
pub(crate) struct Plan {
    /// What it is for, as the report counts it.
    pub(crate) purpose: String,
    deeds: Vec<Deed>,
}

/// One thing that a person does; most are one action.
#[derive(Clone)]
enum Deed {
    /// A key, a click or a drag.
    Act(Msg),
    /// Corrects the value of what is current: by a click on one of the values that are offered
    /// beside it, else in its field, letter by letter.
    Value(Timex),
}

impl Plan {
    fn new(purpose: impl Into<String>, msgs: impl IntoIterator<Item = Msg>) -> Self {
        Self { purpose: purpose.into(), deeds: msgs.into_iter().map(Deed::Act).collect() }
    }

    fn then(mut self, what: &str, msgs: impl IntoIterator<Item = Msg>) -> Self {
        self.purpose.push_str(what);
        self.deeds.extend(msgs.into_iter().map(Deed::Act));
        self
    }

    fn with_value(mut self, value: Option<&Timex>) -> Self {
        self.deeds.extend(value.cloned().map(Deed::Value));
        self
    }

    /// Does it; whether all of it was taken.
    pub(crate) fn carry_out(&self, desk: &mut Desk) -> bool {
        self.deeds.iter().all(|it| match it {
            Deed::Act(msg) => desk.act(msg.clone()),
            Deed::Value(value) => set_value(desk, value),
        })
    }
}

/// Nothing if it is right already.
fn set_value(desk: &mut Desk, value: &Timex) -> bool {
    let Some(current) = desk.session.current().cloned() else { return false };
    let key = |it: &Timex| (it.kind(), it.value().to_owned());
    if current.timex.as_ref().map(key) == Some(key(value)) {
        return true;
    }
    let offered = desk
        .document()
        .map(|document| alternatives(document, &current, desk.session.found(&current)));
    if !offered.unwrap_or_default().iter().any(|it| key(it) == key(value)) {
        // To the field; letters; a choice of the type where it does not follow; Enter is the deed.
        let old = current.timex.as_ref().map_or("", Timex::value);
        let derived = Timex::from_value(value.value()).map(|it| it.kind()).ok();
        desk.actions += 1 + typed(old, value.value());
        desk.actions += 2 * u32::from(derived != Some(value.kind()));
    }
    desk.act(Msg::Do(Command::SetTimex { id: current.id.clone(), timex: Some(value.clone()) }))
}

/// Keys that turn `old` into `new` in a field whose text is selected when it is entered: typed over,
/// or corrected from its end or from its beginning, or what differs dragged over and typed over.
fn typed(old: &str, new: &str) -> u32 {
    let same = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| {
        a.zip(b).take_while(|(a, b)| a == b).count()
    };
    let head = same(&mut old.chars(), &mut new.chars());
    let tail = same(&mut old.chars().rev(), &mut new.chars().rev());
    let (old, new) = (old.chars().count(), new.chars().count());
    let corrected = |kept: usize| 1 + (old - kept) + (new - kept);
    let middle = new - head - tail.min(new.min(old) - head);
    let dragged = 1 + middle.max(1);
    let least = new.min(corrected(head)).min(corrected(tail)).min(dragged);
    u32::try_from(least).unwrap_or(u32::MAX)
}

/// All ways that are worth a thought.
pub(crate) fn plans(what: &Difference, desk: &Desk, gold: &[Marked]) -> Vec<Plan> {
    let Some(document) = desk.document() else { return Vec::new() };
    let first = match what {
        Difference::Missing(want) => missing(want, desk, document, gold),
        Difference::Wrong(it) => {
            let mut res = wrong(it, desk);
            let near = gold.iter().filter(|want| !want.optional && want.span.intersects(it.span));
            let near = near.filter(|want| !has(document, want));
            res.extend(near.flat_map(|want| corrected(it, want, desk, document)));
            res
        }
        Difference::Value(it, want) => {
            let pick = to(desk, &it.id).into_iter();
            pick.map(|it| Plan::new("correct a value", it).with_value(want.as_ref())).collect()
        }
    };
    let also = |it: &Plan| {
        [
            it.clone().then(", and the same elsewhere", [Msg::TakeOffer]),
            it.clone().then(", everywhere", [Msg::Propagate]),
        ]
    };
    let more: Vec<Plan> = first.iter().flat_map(also).collect();
    first.into_iter().chain(more).collect()
}

fn has(document: &Document, want: &Marked) -> bool {
    let mut there = document.annotations.intersecting(want.span);
    there.any(|it| it.span == want.span && it.label == want.label && it.status != Status::Rejected)
}

/// Ways to make an annotation current, the shortest that there are: it is, or is next, or a click.
fn to(desk: &Desk, id: &AnnotationId) -> Vec<Vec<Msg>> {
    if desk.session.current().is_some_and(|it| it.id == *id) && desk.session.selection().is_none() {
        return vec![Vec::new()];
    }
    vec![vec![Msg::Pick(id.clone())]]
}

fn missing(want: &Marked, desk: &Desk, document: &Document, gold: &[Marked]) -> Vec<Plan> {
    let label = || Msg::Label(want.label.clone());
    let ways = [
        vec![draw(document, want.span)],
        vec![draw(document, want.span), label()],
        vec![select(document, want.span), label()],
    ];
    let mut res: Vec<Plan> =
        ways.into_iter().map(|it| Plan::new("add", it).with_value(value(want))).collect();
    let there = document.annotations.intersecting(want.span);
    let is_right =
        |it: &Annotation| gold.iter().any(|want| want.span == it.span && want.label == it.label);
    for it in there.filter(|it| it.status != Status::Rejected && !is_right(it)) {
        res.extend(corrected(it, want, desk, document));
    }
    res
}

/// A drag; with Alt where the ends are not those of words.
fn select(document: &Document, span: Span) -> Msg {
    Msg::Select { span: Some(span), exact: snap(&document.text, span) != span }
}

/// The same, labelled at once.
fn draw(document: &Document, span: Span) -> Msg {
    Msg::Draw { span, exact: snap(&document.text, span) != span }
}

fn wrong(it: &Rc<Annotation>, desk: &Desk) -> Vec<Plan> {
    let remove = |mut msgs: Vec<Msg>| {
        msgs.push(Msg::Remove);
        Plan::new("remove", msgs)
    };
    let by_click = Plan::new("remove", [Msg::Reject(it.id.clone())]);
    to(desk, &it.id).into_iter().map(remove).chain([by_click]).collect()
}

/// Ways from a wrong annotation to one that is wanted.
fn corrected(it: &Rc<Annotation>, want: &Marked, desk: &Desk, document: &Document) -> Vec<Plan> {
    let purpose = match (it.span == want.span, it.label == want.label) {
        (true, _) => "relabel",
        (_, true) => "resize",
        _ => "relabel and resize",
    };
    let label = (it.label != want.label).then(|| Msg::Label(want.label.clone()));
    let redrawn = draw(document, want.span);
    let mut res = vec![
        Plan::new(purpose, [redrawn.clone()]).with_value(value(want)),
        Plan::new(purpose, [redrawn, Msg::Label(want.label.clone())]).with_value(value(want)),
    ];
    for pick in to(desk, &it.id) {
        for mut ends in ends(it.span, want.span, document, &it.id) {
            ends.splice(0..0, pick.iter().cloned());
            ends.extend(label.clone());
            res.push(Plan::new(purpose, ends).with_value(value(want)));
        }
    }
    res
}

/// The ends moved by keys, or by drags of their handles.
fn ends(from: Span, to: Span, document: &Document, id: &AnnotationId) -> Vec<Vec<Msg>> {
    let mut dragged = Vec::new();
    let start = Span::new(to.start(), from.end());
    for (span, moved) in [(start, to.start() != from.start()), (to, to.end() != from.end())] {
        if moved {
            dragged.push(Msg::Do(Command::Resize { id: id.clone(), span }));
        }
    }
    let apart = to.start() >= from.end();
    let mut res: Vec<Vec<Msg>> = if apart { Vec::new() } else { vec![dragged] };
    res.extend(by_keys(from, to, document));
    res
}

/// Keys until both ends are where they should be; `None` if that takes too many.
fn by_keys(from: Span, to: Span, document: &Document) -> Option<Vec<Msg>> {
    const MOST: usize = 6;
    let mut span = from;
    let mut res = Vec::new();
    while span != to && res.len() < MOST {
        let (edge, here, there) =
            if span.end() == to.end() || span.start() != to.start() && to.start() < span.start() {
                (Edge::Start, span.start(), to.start())
            } else {
                (Edge::End, span.end(), to.end())
            };
        let way = if there < here { Direction::Back } else { Direction::Forward };
        let moved = move_edge(&document.text, span, edge, way, Pace::Syllable)?;
        let past = moved.start() > to.start() && edge == Edge::Start && way == Direction::Forward;
        if past {
            return None;
        }
        res.push(Msg::MoveEdge(edge, way, Pace::Syllable));
        span = moved;
    }
    (span == to).then_some(res)
}
