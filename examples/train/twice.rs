//! Learns to read an article a second time, knowing what a first reading made of it.

use dau::detect::name::training::{Line, Model, Table};

use crate::learner::Learner;
use crate::lessons::Lesson;
use crate::settings::Settings;

/// The weights learnt from lessons.
///
/// They are the mean of two trainings in different orders: what one of them has from chance, the other has not.
///
/// A model is surer of what it has learnt from than of anything new, so each half of the lessons is read
/// the first time by a model that has learnt from the other half only.
pub(crate) fn learn(settings: Settings, lessons: &[&Lesson]) -> Table {
    let (one, other): (Vec<&Lesson>, Vec<&Lesson>) =
        lessons.iter().partition(|it| it.number % 2 == 0);
    let whole: Vec<Line> = [(&one, &other), (&other, &one)]
        .into_iter()
        .flat_map(|(learnt, read)| {
            let lines: Vec<&Line> = learnt.iter().flat_map(|it| it.lines()).collect();
            let model = Model::new(Learner::learn(settings, &lines).table());
            read.iter().flat_map(|it| it.again(&model)).collect::<Vec<_>>()
        })
        .collect();
    let copies = lessons.iter().flat_map(|it| it.copies());
    let lines: Vec<&Line> = whole.iter().chain(copies).collect();
    let learnt = |seed| Learner::learn(Settings { seed, ..settings }, &lines);
    let (one, other) = std::thread::scope(|scope| {
        let one = scope.spawn(|| learnt(settings.seed));
        let other = learnt(settings.seed + 1);
        (one.join(), other)
    });
    one.map_or_else(|panic| std::panic::resume_unwind(panic), |it| it.mean(&other)).table()
}
