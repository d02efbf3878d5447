//! Selecting, stepping and correcting.

use std::rc::Rc;

use super::caret::Caret;
use super::edge::move_edge;
use super::history::{Change, Entry};
use super::{Command, CommandError, Direction, Edge, Effect, Notice, Pace, Session, Timestamp};
use crate::document::{Annotation, AnnotationId, LabelId, Origin, Status, Step, Transaction};
use crate::text::{Span, snap};

impl Session {
    pub(super) fn select(&mut self, span: Option<Span>, exact: bool) -> Vec<Effect> {
        let text = self.document.as_ref().map(|it| Rc::clone(&it.text));
        // The page may speak of a text that has just changed.
        let fits = text.filter(|text| span.is_some_and(|it| text.get(it.range()).is_some()));
        let snapped = fits.zip(span).map(|(text, it)| if exact { it } else { snap(&text, it) });
        let selected = snapped.filter(|it| !it.is_empty());
        self.others.clear();
        self.selection = selected;
        self.caret.anchor = None;
        if let Some(it) = selected {
            self.current = None;
            self.caret = Caret { at: it.end(), anchor: Some(it.start()) };
        }
        Vec::new()
    }

    pub(super) fn pick(&mut self, id: Option<AnnotationId>) -> Vec<Effect> {
        self.leave();
        self.current = id;
        let current = self.current().map(|it| it.span);
        match current {
            Some(it) => self.caret.at = it.start(),
            None => self.current = None,
        }
        current.map(Effect::Reveal).into_iter().collect()
    }

    /// The innermost first; if one of them is current already, the one around it, and
    /// around the corner at the outermost.
    pub(super) fn pick_among(&mut self, ids: &[AnnotationId]) -> Vec<Effect> {
        let current = ids.iter().position(|it| Some(it) == self.current.as_ref());
        let around = current.and_then(|it| it.checked_sub(1)).map(|it| &ids[it]);
        let picked = around.or(ids.last()).cloned();
        self.pick(picked)
    }

    /// From the current annotation, else from the selection, else from the caret; around
    /// the corner at the last one.
    pub(super) fn step(&mut self, direction: Direction) -> Vec<Effect> {
        let next = self.neighbour(direction, |it| it.status != Status::Rejected);
        self.pick(next)
    }

    fn neighbour(
        &self,
        direction: Direction,
        wanted: impl Fn(&Annotation) -> bool,
    ) -> Option<AnnotationId> {
        let items = self.document.as_ref()?.annotations.as_slice();
        let here = self.here();
        let at = match direction {
            Direction::Forward => items.partition_point(|it| it.key() <= here.key()),
            Direction::Back => items.partition_point(|it| it.key() < here.key()),
        };
        let (before, after) = items.split_at(at);
        let labels = &self.document.as_ref()?.labels;
        let wanted = |it: &Annotation| wanted(it) && !labels.hides(&it.label);
        let found = match direction {
            Direction::Forward => after.iter().chain(before).find(|it| wanted(it)),
            Direction::Back => before.iter().rev().chain(after.iter().rev()).find(|it| wanted(it)),
        };
        found.map(|it| it.id.clone())
    }

    /// Where the person is, as an annotation to compare others with.
    fn here(&self) -> Annotation {
        let current = self.current().map(|it| (**it).clone());
        current.unwrap_or_else(|| {
            // Before anything that begins at the caret, however long.
            let span = self.selection.unwrap_or_else(|| Span::new(self.caret.at, u32::MAX));
            Annotation::new("".into(), LabelId::MISC, span, Status::Accepted, Origin::Manual)
        })
    }

    pub(super) fn pick_least_sure(&mut self) -> Vec<Effect> {
        let document = self.document.as_ref();
        let open = document.into_iter().flat_map(|it| it.annotations.iter());
        let open = open.filter(|it| it.status == Status::Suggested);
        let open = open.filter(|it| document.is_none_or(|all| !all.labels.hides(&it.label)));
        let doubt = |it: &Annotation| it.confidence.unwrap_or(0.0);
        let least = open.min_by(|a, b| doubt(a).total_cmp(&doubt(b))).map(|it| it.id.clone());
        if least.is_some() { self.pick(least) } else { Vec::new() }
    }

    pub(super) fn escape(&mut self) -> Vec<Effect> {
        let selected = self.selection.is_some();
        let current = self.current.take().filter(|_| selected);
        self.leave();
        self.current = current;
        Vec::new()
    }

    pub(super) fn label(&mut self, label: LabelId, now: Timestamp) -> Vec<Effect> {
        if let Some(spans) = self.several() {
            return self.label_several(&spans, &label, now);
        }
        match (self.selection, self.current.clone()) {
            (Some(span), _) => {
                let res = self.command(Command::Annotate { span, label }, now);
                self.leave();
                self.current = self.on_span(span);
                res
            }
            (None, Some(id)) => self.command(Command::Relabel { id, label }, now),
            (None, None) => Vec::new(),
        }
    }

    fn on_span(&self, span: Span) -> Option<AnnotationId> {
        let there = self.document.as_ref()?.annotations.intersecting(span);
        let mut there = there.filter(|it| it.span == span && it.status != Status::Rejected);
        there.next().map(|it| it.id.clone())
    }

    pub(super) fn accept(&mut self, now: Timestamp) -> Vec<Effect> {
        let at = self.place_in_review();
        let mut res = match self.current.clone() {
            Some(id) => self.command(Command::Accept(vec![id]), now),
            None => match self.at_hand() {
                ids if ids.is_empty() => Vec::new(),
                ids => return self.pick_among(&ids),
            },
        };
        if let Some(at) = at {
            res.extend(self.go_on_reviewing(at));
            return res;
        }
        let next = self.neighbour(Direction::Forward, |it| it.status == Status::Suggested);
        if next.is_some() {
            res.extend(self.pick(next));
        }
        res
    }

    /// The next annotation becomes current, so that a row of wrong ones is a row of keys.
    pub(super) fn remove(&mut self, now: Timestamp) -> Vec<Effect> {
        let Some(id) = self.current.clone() else { return Vec::new() };
        let at = self.place_in_review();
        let next = self.neighbour(Direction::Forward, |it| it.status != Status::Rejected);
        let mut res = self.command(Command::Remove(vec![id.clone()]), now);
        if let Some(at) = at {
            res.extend(self.go_on_reviewing(at));
            return res;
        }
        res.extend(self.pick(next.filter(|it| *it != id)));
        res
    }

    /// Rejects or removes an annotation without going to it.
    pub(super) fn reject(&mut self, id: AnnotationId, now: Timestamp) -> Vec<Effect> {
        let res = self.command(Command::Remove(vec![id]), now);
        if self.current().is_none_or(|it| it.status == Status::Rejected) {
            self.current = None;
        }
        res
    }

    pub(super) fn propagate(&mut self, now: Timestamp) -> Vec<Effect> {
        let Some(id) = self.current.clone() else { return Vec::new() };
        let before = self.accepted();
        let res = self.command(Command::Propagate(id), now);
        if !res.is_empty() {
            self.notice = Some(Notice::Propagated(self.accepted().saturating_sub(before)));
        }
        res
    }

    /// How many other mentions would get the label of the current annotation by
    /// [`Command::Propagate`].
    #[must_use]
    pub fn elsewhere(&self) -> usize {
        let current = self.document.as_ref().zip(self.current());
        let plan = current.map(|(document, it)| {
            (it, Command::Propagate(it.id.clone()).plan(document).unwrap_or_default())
        });
        // What gives way to a mention is no mention.
        let gets = |step: &&Step| match step {
            Step::Insert(new) | Step::Replace { new, .. } => new.status == Status::Accepted,
            _ => false,
        };
        let others = |(it, plan): (&Rc<Annotation>, Transaction)| {
            plan.steps.iter().filter(gets).filter(|step| !step.is_about(&it.id)).count()
        };
        plan.map_or(0, others)
    }

    fn accepted(&self) -> usize {
        let all = self.document.iter().flat_map(|it| it.annotations.iter());
        all.filter(|it| it.status == Status::Accepted).count()
    }

    pub(super) fn move_edge(
        &mut self,
        edge: Edge,
        direction: Direction,
        pace: Pace,
        now: Timestamp,
    ) -> Vec<Effect> {
        let (Some(document), Some(current)) = (&self.document, self.current()) else {
            return Vec::new();
        };
        let moved = move_edge(&document.text, current.span, edge, direction, pace);
        let id = current.id.clone();
        moved.map_or_else(Vec::new, |span| self.command(Command::Resize { id, span }, now))
    }

    pub(super) fn command(&mut self, command: Command, now: Timestamp) -> Vec<Effect> {
        let Some(document) = &self.document else { return Vec::new() };
        if matches!(command, Command::EditText { .. }) && !self.editing {
            return self.tell(Notice::Refused(CommandError::EditingOff));
        }
        match command.plan(document) {
            Ok(changes) => self.change(changes, now),
            Err(why) => self.tell(Notice::Refused(why)),
        }
    }

    /// Carries out what a person has decided: it can be undone, is learnt from, and is offered for
    /// what says the same.
    pub(super) fn change(&mut self, changes: Transaction, now: Timestamp) -> Vec<Effect> {
        let Some(document) = self.document.as_ref().filter(|_| !changes.is_empty()) else {
            return Vec::new();
        };
        let Ok(after) = changes.apply(document) else { return self.tell(Notice::Stale) };
        let waiting = self.pending.clone();
        self.document = Some(after);
        self.notice = None;
        self.make_offer(&changes.steps);
        let pieces = self.unread(&changes.steps);
        let (lessons, learnt) = self.learn_from(&changes.steps, now);
        let retyped = changes.steps.iter().any(|it| matches!(it, Step::Text(_)));
        let mut res = self.done(Entry::Change(Change::new(changes, lessons)), waiting, now);
        if retyped {
            res.extend(self.follow_text());
        }
        res.extend(learnt);
        res.extend(self.read_pieces(pieces));
        res
    }

    /// Shows a person what an undo changed.
    pub(super) fn reveal_change(&mut self, change: &Change) -> Option<Effect> {
        let span = change.steps().rev().find_map(Step::span)?;
        self.leave();
        self.current = self.on_span(span);
        Some(Effect::Reveal(span))
    }
}
