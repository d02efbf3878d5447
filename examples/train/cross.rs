//! Scores on the articles of writers that nothing was learnt from.

use dau::detect::name::training::Model;
use dau::detect::{Article, Language, detect_by};
use dau::document::LabelId;
use dau::formats::notation::Block;

use crate::copies::{plain_sentences, sentences};
use crate::lessons::{FOLDS, Lesson};
use crate::random::Random;
use crate::settings::Settings;
use crate::tally::{Report, options};
use crate::twice;

/// What a fold is scored on.
const ASKED: [&str; 4] =
    ["Vietnamese", "its sentences alone", "its sentences with people named plainly", "English"];

/// Trains and scores each fold, two at a time, and prints their sums.
#[expect(clippy::print_stdout, reason = "a report is what this program is for")]
pub(crate) fn run(lessons: &[Lesson], settings: Settings) {
    let mut sums: [Report; ASKED.len()] = Default::default();
    for pair in (0..settings.folds.min(FOLDS)).collect::<Vec<_>>().chunks(2) {
        let reports = std::thread::scope(|scope| {
            let folds: Vec<_> =
                pair.iter().map(|it| scope.spawn(move || fold(lessons, *it, settings))).collect();
            folds.into_iter().filter_map(|it| it.join().ok()).collect::<Vec<_>>()
        });
        for (reports, of) in reports.iter().zip(pair) {
            println!("fold {of}: {}", reports[0].brief());
            sums.iter_mut().zip(reports).for_each(|(sum, it)| sum.add_all(it));
        }
    }
    for (name, report) in ASKED.iter().zip(&sums) {
        println!("{name}: {}", report.brief());
    }
    println!("{}", sums[0]);
}

fn fold(lessons: &[Lesson], fold: usize, settings: Settings) -> [Report; ASKED.len()] {
    let (asked, learnt): (Vec<&Lesson>, Vec<&Lesson>) =
        lessons.iter().partition(|it| it.fold == fold);
    let table = twice::learn(settings, &learnt);
    let model = Model::new(table);
    let mut random = Random::new(settings.seed + 1);
    let mut res: [Report; ASKED.len()] = Default::default();
    for it in asked {
        if it.block.header("language") == Some("en") {
            ask(&model, &it.block, &mut res[3]);
            continue;
        }
        ask(&model, &it.block, &mut res[0]);
        sentences(&it.block).iter().for_each(|it| ask(&model, it, &mut res[1]));
        plain_sentences(&it.block, &mut random).iter().for_each(|it| ask(&model, it, &mut res[2]));
    }
    res
}

fn ask(model: &Model, block: &Block, report: &mut Report) {
    let options = options(block);
    let language = options.language.unwrap_or(Language::Vi);
    let article = Article::new(&block.text);
    let found = detect_by(model, &article, language, options.reference_date, &[]);
    report.add(block, found.mentions, &LabelId::BUILTIN);
}
