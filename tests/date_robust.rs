//! Detection of dates on any text: it ends, and what it finds can be annotated.

use std::time::{Duration, Instant};

use dau::detect::{Article, Language, dates};
use dau::document::NaiveDate;
use dau::text::Span;
use proptest::prelude::*;

/// Pieces that rules are made of, and what breaks offsets and numbers.
fn piece() -> impl Strategy<Value = String> {
    let words = vec![
        "ngày",
        "tháng",
        "năm",
        "Năm",
        "thứ",
        "tư",
        "sáng",
        "Sáng nay",
        "tối qua",
        "rằm",
        "Tết",
        "mùng",
        "Chạp",
        "nhuận",
        "âm lịch",
        "hai",
        "ba",
        "mươi",
        "mười",
        "vài",
        "trước",
        "sau",
        "nữa",
        "quý",
        "III",
        "thế kỷ",
        "từ",
        "đến",
        "và",
        "hằng",
        "mỗi",
        "giờ",
        "phút",
        "h",
        "g",
        "rưỡi",
        "kém",
        "Giáp",
        "Thìn",
        "cuối",
        "đầu",
        "tuần",
        "này",
        "qua",
        "May",
        "Friday",
        "last",
        "next",
        "the",
        "of",
        "week",
        "quarter",
        "a.m.",
        "p.m.",
        "GMT",
        "Dec.",
        "noon",
        "half",
        "past",
        "every",
        "two",
        "twenty",
        "ago",
        "later",
        "Easter",
        "season",
        "1st",
        "third",
        "Q3",
        "decade",
        "1990s",
        "31",
        "30",
        "29",
        "2",
        "02",
        "0",
        "99999999999",
        "2022",
        "0000",
        "9999",
        "13",
        "24",
        "60",
        "1000",
        "2100",
        "T",
        "/",
        "-",
        ".",
        ",",
        ":",
        "(",
        ")",
        "–",
        "—",
        "'",
        "’",
        "%",
        "+",
        "\n",
        "\r\n",
        "\u{a0}",
        " ",
        " ",
        " ",
        " ",
        "e\u{301}",
        "nga\u{300}y",
        "tha\u{301}ng",
        "👨🏻\u{200d}🚒",
        "\u{202e}",
        "\u{200b}",
        "שלום",
        "٣",
        "３",
    ];
    prop_oneof![
        8 => prop::sample::select(words).prop_map(str::to_owned),
        1 => any::<u32>().prop_map(|it| it.to_string()),
        1 => any::<char>().prop_map(String::from),
    ]
}

fn text() -> impl Strategy<Value = String> {
    let joined = |(piece, space): (String, bool)| if space { piece + " " } else { piece };
    prop::collection::vec((piece(), any::<bool>()).prop_map(joined), 0..80)
        .prop_map(|it| it.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn any_text_gives_dates_that_can_be_annotated(
        text in text(),
        english: bool,
        days in prop::option::of(-900_000..2_000_000_i32),
    ) {
        let language = if english { Language::En } else { Language::Vi };
        let reference = days.and_then(NaiveDate::from_num_days_from_ce_opt);
        let found = dates(&Article::new(&text), language, reference);
        let mut end = 0;
        for it in found {
            prop_assert!(it.span.start() >= end, "{:?} overlaps", it.span);
            end = it.span.end();
            prop_assert!(it.timex.is_some());
            prop_assert!((0.0..=1.0).contains(&it.confidence));
            prop_assert!(Span::checked(&text, it.span.start(), it.span.end()).is_ok()
                || it.span.slice(&text).chars().count() > 0);
        }
    }
}

/// The shortest of three runs over so many lines, and then so many others.
#[expect(clippy::disallowed_methods, reason = "runs on the host, where there is a clock")]
fn time(of: (&str, &str), lines: usize) -> Duration {
    let text = of.0.repeat(lines) + &of.1.repeat(lines);
    let run = || {
        let began = Instant::now();
        let found = dates(&Article::new(&text), Language::Vi, None);
        assert!(found.len() >= lines / 4, "{of:?}");
        began.elapsed()
    };
    (0..3).map(|_| run()).min().unwrap_or_default()
}

#[test]
fn what_touches_each_other_takes_no_longer_than_as_much_of_anything() {
    // Ten times as much takes a hundred times as long if each is compared with each.
    for of in [("năm 2021 ", ""), ("ngày 2 tháng ", ""), ("Năm 2021.\n", "Ngày 13/7.\n")] {
        let (short, long) = (time(of, 1_000), time(of, 10_000));
        assert!(long < short * 25, "{of:?}: {short:?} and {long:?}");
    }
}
