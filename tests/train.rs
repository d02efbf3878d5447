//! What holds for the training of the model: `make train-check` compares all of it with `data/names.bin`.
#![allow(clippy::unwrap_used, dead_code, reason = "a test fails by it; the example uses the rest")]

#[path = "../examples/train/copies.rs"]
mod copies;
#[path = "../examples/score/corpus.rs"]
mod corpus;
#[path = "../examples/train/learner.rs"]
mod learner;
#[path = "../examples/train/lessons.rs"]
mod lessons;
#[path = "../examples/train/random.rs"]
mod random;
#[path = "../examples/score/reliability.rs"]
mod reliability;
#[path = "../examples/train/settings.rs"]
mod settings;
#[path = "../examples/score/tally.rs"]
mod tally;
#[path = "../examples/train/twice.rs"]
mod twice;
#[path = "../examples/score/variants.rs"]
mod variants;

use dau::detect::name::training::{Lattice, Line, Model, Scores, Table, Tag};
use dau::formats::notation::{Block, read};
use lessons::Lesson;
use settings::Settings;

/// The folder of the project.
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn blocks(count: usize) -> Vec<Block> {
    let file = std::fs::read_to_string(format!("{ROOT}/corpus/vi/part-01.txt")).unwrap();
    read(&file).unwrap().into_iter().take(count).collect()
}

/// How many of the tokens in names get the right tag, and how many there are.
fn known(table: &Table, lines: &[&Line]) -> (usize, usize) {
    let model = Model::new(table.clone());
    let mut res = (0, 0);
    for line in lines {
        let scores: Vec<Scores> = line.features.iter().map(|it| model.scores(it)).collect();
        let steps = model.steps(line.task);
        let best = Lattice { scores: &scores, glued: &line.glued, steps }.best();
        let named = best.iter().zip(&line.tags).filter(|it| *it.1 != Tag::OUTSIDE);
        res.0 += named.clone().filter(|it| it.0 == it.1).count();
        res.1 += named.count();
    }
    res
}

#[test]
fn training_is_the_same_each_time_and_learns() {
    let lessons: Vec<Lesson> =
        blocks(4).into_iter().enumerate().map(|(at, it)| Lesson::new(at, it)).collect();
    let lines: Vec<&Line> = lessons.iter().flat_map(Lesson::lines).collect();
    let settings = Settings { epochs: 4, sparse: 0.1, ..Settings::default() };
    let all: Vec<&Lesson> = lessons.iter().collect();
    let learn = |settings| twice::learn(settings, &all);
    let table = learn(settings);
    assert!(table.write() == learn(settings).write(), "two trainings differ");
    let other = learn(Settings { seed: 2, ..settings });
    assert!(table.write() != other.write(), "the seed says nothing");
    let (right, all) = known(&table, &lines);
    assert!(right * 10 >= all * 9, "{right} of {all} tags of what was learnt from");
    let (right, _) = known(&Table::empty(), &lines);
    assert_eq!(right, 0, "without weights");
}

#[test]
fn sentences_are_cut_between_names() {
    let cases: [(&str, &[&str]); 4] = [
        ("Một hôm. Hai hôm!\nBa hôm", &["Một hôm.", "Hai hôm!", "Ba hôm"]),
        ("Ở [TP. Huế](LOC) mưa. Mai nắng", &["Ở TP. Huế mưa.", "Mai nắng"]),
        ("Ông A. Nam nói", &["Ông A. Nam nói"]),
        ("Năm 3.5 tỷ. hai", &["Năm 3.5 tỷ. hai"]),
    ];
    for (text, want) in cases {
        let parts = copies::sentences(&read(text).unwrap()[0]);
        let got: Vec<&str> = parts.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(got, want);
    }
}

#[test]
fn copies_keep_their_mentions() {
    let mut random = random::Random::new(1);
    for block in blocks(4) {
        for copy in copies::plain_sentences(&block, &mut random) {
            for it in copy.mentions.iter().filter(|it| it.label.as_str() == "PER") {
                let surface = it.span.slice(&copy.text);
                assert!(block.text.contains(surface) && surface.trim() == surface, "{surface}");
            }
        }
        for (name, spell) in variants::VARIANTS {
            let copy = variants::respelled(&block, spell);
            assert_eq!(copy.mentions.len(), block.mentions.len(), "{name}");
            for (one, other) in copy.mentions.iter().zip(&block.mentions) {
                let want = variants::respelled(&part(&block, other.span), spell).text;
                assert_eq!(one.span.slice(&copy.text), want, "{name}");
            }
        }
    }
}

/// The words of a span as a text of their own.
fn part(block: &Block, span: dau::text::Span) -> Block {
    Block { text: span.slice(&block.text).to_owned(), ..Block::default() }
}
