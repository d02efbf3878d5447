//! What holds for detection on any text, and how good it is on annotated ones.

#[path = "../examples/score/variants.rs"]
#[allow(dead_code, reason = "the example uses the rest")]
mod variants;

use dau::detect::{Detection, Language, Options, detect};
use dau::document::parse_date;
use dau::formats::notation::{Block, read};
use dau::text::Span;
use proptest::prelude::*;

/// Texts of pieces that names, dates and numbers are made of, in all the ways that pasted text is odd.
fn text() -> impl Strategy<Value = String> {
    let pieces = vec![
        "Nguyễn",
        "Nguye\u{302}\u{303}n",
        "Văn",
        "Nam",
        "ông",
        "Chủ tịch",
        "UBND",
        "tỉnh",
        "Hà Nội",
        "TP",
        ".",
        "HCM",
        "Bộ",
        "Y tế",
        "Nghị quyết",
        "số",
        "03",
        "-NQ/TU",
        "100/2019/NĐ-CP",
        "Covid",
        "–",
        "19",
        "35",
        "%",
        "tỷ đồng",
        "năm",
        "2021",
        "ngày",
        "13/7",
        "sáng nay",
        "đường",
        "30/4",
        "và",
        ",",
        ":",
        "(",
        ")",
        "\"",
        "“",
        "”",
        "'",
        "-",
        "/",
        "&",
        "J.",
        "K.",
        "Mr.",
        "Smith",
        "New York",
        "Inc.",
        "of",
        "the",
        "University",
        "trường",
        "THPT",
        "hội nghị",
        "Hòa",
        "Hoà",
        "CÔNG AN",
        " ",
        " ",
        " ",
        " ",
        "\n",
        "\r\n",
        "\u{a0}",
        "\u{200b}",
        "\u{200d}",
        "\u{feff}",
        "\u{301}",
        "😀",
        "👨🏻\u{200d}🚒",
        "🇻🇳",
        "العربية",
        "\u{202e}",
        "界",
        "ü",
        "İ",
        "ß",
        "ﬁ",
        "\u{0}",
        "\u{e33}",
        "क्षि",
        "각",
        "…",
        "°",
        "²",
        "１２",
        "٣",
    ];
    proptest::collection::vec(prop::sample::select(pieces), 0..60).prop_map(|it| it.concat())
}

fn check(text: &str, detection: &Detection) -> Result<(), TestCaseError> {
    let mut open: Vec<Span> = Vec::new();
    let mut last = (0, std::cmp::Reverse(u32::MAX));
    for it in &detection.mentions {
        let checked = Span::checked(text, it.span.start(), it.span.end());
        prop_assert_eq!(checked.as_ref().ok(), Some(&it.span), "{:?}", checked);
        let surface = it.span.slice(text);
        prop_assert_eq!(surface.trim(), surface);
        prop_assert!((0.0..=1.0).contains(&it.confidence) && !it.rule.is_empty());
        let key = (it.span.start(), std::cmp::Reverse(it.span.end()));
        prop_assert!(last <= key, "{:?} after {:?}", key, last);
        last = key;
        open.retain(|outer| outer.end() > it.span.start());
        prop_assert!(open.iter().all(|outer| outer.contains(it.span)), "{surface:?} crosses");
        open.push(it.span);
    }
    Ok(())
}

proptest! {
    #[test]
    fn mentions_are_spans_that_nest(text in text(), language in 0..3) {
        let language = [None, Some(Language::Vi), Some(Language::En)][language as usize];
        let options = Options { language, reference_date: parse_date("2022-05-20") };
        check(&text, &detect(&text, &options))?;
    }

    #[test]
    fn any_characters_are_read(text in "\\PC{0,80}", lines in "(\\w|\\s|\\p{M}|\\p{P}){0,80}") {
        check(&text, &detect(&text, &Options::default()))?;
        check(&lines, &detect(&lines, &Options::default()))?;
    }
}

/// What is read in vain at each word of a long text must not be read to its end.
#[test]
fn the_same_word_over_and_over_is_read_in_time() {
    let pieces = [
        "Bộ ",
        "Hội ",
        "hiệp hội ",
        "hội nghị ",
        "hai ",
        "1.",
        "1/",
        "A-",
        "\"",
        "- ",
        "(",
        "Phòng Công an ",
        "tỉnh ",
        "đường ",
        "Nguyễn ",
        "Hà Nội, ",
        "và ",
        "A ",
        "HÀ ",
        "Chủ tịch ",
        "Luật ",
        "of ",
        "University ",
        "John ",
        "năm ",
        "\u{301}",
        "😀",
    ];
    for piece in pieces {
        for language in [Language::Vi, Language::En] {
            let text = piece.repeat(4_000);
            let options = Options { language: Some(language), reference_date: None };
            check(&text, &detect(&text, &options)).unwrap();
        }
    }
}

/// NFD, no-break spaces and the other place of the tone mark change nothing but offsets.
#[test]
fn spellings_of_one_text_read_the_same() {
    use unicode_normalization::UnicodeNormalization;
    let text = "Sáng 9/8/2022, ông Nguyễn Thị Hòa, Phó Chủ tịch UBND tỉnh Khánh Hòa, và Bộ Giáo dục và Đào tạo họp \
                tại TP. Thủy Nguyên về Nghị quyết số 03-NQ/TU, tăng 35% so với năm 2021.";
    let labels = |text: &str| -> Vec<(String, String)> {
        let found = detect(text, &Options::default()).mentions;
        found
            .iter()
            .map(|it| {
                (
                    it.label.to_string(),
                    it.span.slice(text).nfc().collect::<String>().replace('\u{a0}', " "),
                )
            })
            .collect()
    };
    let want = labels(text);
    assert_eq!(want.len(), 10, "{want:?}");
    assert_eq!(labels(&text.nfd().collect::<String>()), want);
    assert_eq!(labels(&text.replace(' ', "\u{a0}")), want);
    let newer = text.replace("Hòa", "Hoà").replace("Thủy", "Thuỷ");
    let older = |it: (String, String)| (it.0, it.1.replace("Hoà", "Hòa").replace("Thuỷ", "Thủy"));
    assert_eq!(labels(&newer).into_iter().map(older).collect::<Vec<_>>(), want);
}

/// Right, found and wanted mentions, nested ones too, without those that count neither way.
fn tally(block: &Block) -> (usize, usize, usize) {
    let options = Options {
        language: block.header("language").and_then(Language::parse),
        reference_date: block.header("reference").and_then(parse_date),
    };
    let found = detect(&block.text, &options).mentions;
    let wanted = block.mentions.iter().filter(|it| !it.optional);
    let same = |span: Span, label: &str| {
        found.iter().any(|it| it.span == span && it.label.as_str() == label)
    };
    let right = wanted.clone().filter(|it| same(it.span, it.label.as_str())).count();
    let optional =
        |span: Span| block.mentions.iter().any(|it| it.optional && it.span.intersects(span));
    (right, found.iter().filter(|it| !optional(it.span)).count(), wanted.count())
}

/// The same for whole articles, whose names the model finds.
#[test]
fn articles_in_another_spelling_score_the_same() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/vi/part-02.txt");
    let blocks = read(&std::fs::read_to_string(file).unwrap()).unwrap();
    for block in blocks.iter().filter(|it| it.header("split") == Some("test")) {
        let want = tally(block);
        assert!(want.0 > 20, "{want:?}");
        for (name, spell) in &variants::VARIANTS[..2] {
            assert_eq!(tally(&variants::respelled(block, *spell)), want, "{name}");
        }
    }
}

/// The annotated articles lie beside the repository; where they do not, there is nothing to test.
#[test]
fn gold_articles_score_as_they_did() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/gold");
    let Ok(entries) = std::fs::read_dir(folder) else {
        println!("skipped: no {folder}");
        return;
    };
    let mut sum = (0, 0, 0);
    for entry in entries {
        for block in read(&std::fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap() {
            let (right, found, wanted) = tally(&block);
            sum = (sum.0 + right, sum.1 + found, sum.2 + wanted);
        }
    }
    assert!(f1(sum) >= 94.3, "F1 {:.1} of {sum:?}", f1(sum));
}

/// In percent.
fn f1((right, found, wanted): (usize, usize, usize)) -> f64 {
    let number = |it: usize| f64::from(u32::try_from(it).unwrap_or(u32::MAX));
    200.0 * number(right) / number(found + wanted)
}

/// The articles that nothing was learnt from; a point below what the model gives.
#[test]
fn articles_of_the_test_split_score_as_they_did() {
    for (language, floor) in [("vi", 87.0), ("en", 68.6)] {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/").to_owned() + language;
        let mut sum = (0, 0, 0);
        for entry in std::fs::read_dir(folder).unwrap() {
            let blocks = read(&std::fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap();
            for block in blocks.iter().filter(|it| it.header("split") == Some("test")) {
                let (right, found, wanted) = tally(block);
                sum = (sum.0 + right, sum.1 + found, sum.2 + wanted);
            }
        }
        assert!(f1(sum) >= floor, "{language}: F1 {:.1} of {sum:?}", f1(sum));
    }
}
