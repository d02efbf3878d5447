//! Someone who knows what is right and takes the shortest way there.

use std::collections::BTreeMap;
use std::fmt;

use dau::document::Status;
use dau::session::{Command, Msg};

use crate::desk::Desk;
use crate::difference::{Difference, differences};
use crate::plan::{Plan, plans};
use crate::sources::Article;

/// Actions and annotations, and what the actions were for.
#[derive(Default)]
pub(crate) struct Tally {
    actions: u32,
    annotations: usize,
    purposes: BTreeMap<String, (u32, u32)>,
}

impl Tally {
    pub(crate) fn count(&mut self, actions: u32, annotations: usize) {
        self.actions += actions;
        self.annotations += annotations;
    }

    pub(crate) fn add(&mut self, other: &Self) {
        self.count(other.actions, other.annotations);
    }

    fn note(&mut self, purpose: &str, actions: u32) {
        let sum = self.purposes.entry(purpose.to_owned()).or_default();
        sum.0 += 1;
        sum.1 += actions;
        self.actions += actions;
    }

    /// Actions per annotation.
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
    pub(crate) fn each(&self) -> f64 {
        f64::from(self.actions) / self.annotations.max(1) as f64
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "  {} actions for {} annotations, {:.3} each",
            self.actions,
            self.annotations,
            self.each()
        )?;
        for (purpose, (times, actions)) in &self.purposes {
            writeln!(f, "  {actions:5} actions for {times:4} × {purpose}")?;
        }
        Ok(())
    }
}

/// The annotator at work, one article after the other.
pub(crate) struct Annotator {
    pub(crate) tally: Tally,
    desk: Desk,
    trace: bool,
}

impl Annotator {
    pub(crate) fn new(trace: bool) -> Self {
        Self { tally: Tally::default(), desk: Desk::new(), trace }
    }

    /// From the paste to the last click.
    pub(crate) fn annotate(&mut self, article: &Article) -> Result<(), String> {
        self.desk.open(article);
        let enough = self.desk.actions + 100 + 20 * u32::try_from(article.gold.len()).unwrap_or(0);
        while let Some(first) = self.differences(article).into_iter().next() {
            if self.desk.actions > enough {
                return Err(format!("no end to righting {first:?}"));
            }
            let plan = self.best(&first, article);
            let plan = plan.ok_or_else(|| format!("no way to right {first:?}"))?;
            self.carry_out(&plan, &first, article);
        }
        self.finish();
        let rest = self.differences(article);
        let open = self.suggestions().len();
        if !rest.is_empty() || open > 0 {
            return Err(format!("{} differences and {open} suggestions left", rest.len()));
        }
        self.tally.annotations += article.gold.iter().filter(|it| !it.optional).count();
        Ok(())
    }

    fn differences(&self, article: &Article) -> Vec<Difference> {
        self.desk.document().map(|it| differences(it, &article.gold)).unwrap_or_default()
    }

    /// The plan after which what was done and what is left to do is least.
    fn best(&self, first: &Difference, article: &Article) -> Option<Plan> {
        let left = |desk: &Desk| -> Vec<Difference> {
            desk.document().map(|it| differences(it, &article.gold)).unwrap_or_default()
        };
        let cost = |rest: &[Difference]| rest.iter().map(Difference::cost).sum::<u32>();
        let outcome = |plan: Plan| {
            let mut desk = self.desk.clone();
            plan.carry_out(&mut desk).then_some(())?;
            let rest = left(&desk);
            // What it leads to elsewhere may have to be righted in its turn.
            let helps = !rest.iter().any(|it| it.is_same(first));
            let after = cost(&rest);
            helps.then(|| ((desk.actions - self.desk.actions) + after, desk.actions, plan))
        };
        let outcomes = plans(first, &self.desk, &article.gold).into_iter().filter_map(outcome);
        outcomes.min_by_key(|it| (it.0, it.1)).map(|it| it.2)
    }

    #[expect(clippy::print_stdout, reason = "asked for")]
    fn carry_out(&mut self, plan: &Plan, first: &Difference, article: &Article) {
        let before = self.desk.actions;
        plan.carry_out(&mut self.desk);
        let actions = self.desk.actions - before;
        if self.trace {
            let surface = first.span().slice(&article.text);
            println!("{} {actions} {} {surface:?} {first:?}", article.name, plan.purpose);
        }
        self.tally.note(&plan.purpose, actions);
    }

    /// All of it has been read: what is still a suggestion is right.
    fn finish(&mut self) {
        let open = self.suggestions();
        if !open.is_empty() {
            let before = self.desk.actions;
            self.desk.act(Msg::Do(Command::Accept(open)));
            self.tally.note("accept all that was seen", self.desk.actions - before);
        }
    }

    fn suggestions(&self) -> Vec<dau::document::AnnotationId> {
        let all = self.desk.document().into_iter().flat_map(|it| it.annotations.iter());
        all.filter(|it| it.status == Status::Suggested).map(|it| it.id.clone()).collect()
    }
}
