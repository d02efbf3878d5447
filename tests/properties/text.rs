//! Offsets.

use dau::text::{OffsetError, OffsetUnit, Span, TextIndex};
use proptest::prelude::*;

use crate::support::{boundaries, text};

fn length(text: &str, unit: OffsetUnit) -> usize {
    match unit {
        OffsetUnit::CodePoint => text.chars().count(),
        OffsetUnit::Utf16 => text.encode_utf16().count(),
        OffsetUnit::Utf8 => text.len(),
    }
}

/// A quarter of the cases: each of them looks at every character of a text.
fn config() -> ProptestConfig {
    let config = ProptestConfig::default();
    ProptestConfig { cases: config.cases / 4, ..config }
}

proptest! {
    #![proptest_config(config())]

    /// Each character's offset is the number of units before it, and leads back to it.
    #[test]
    fn offsets_are_counts_at_every_character(text in text()) {
        let index = TextIndex::new(&text);
        for unit in OffsetUnit::ALL {
            let mut count = 0;
            for (byte, it) in text.char_indices() {
                let byte = u32::try_from(byte).unwrap();
                prop_assert_eq!(index.from_byte(byte, unit), count);
                prop_assert_eq!(index.to_byte(count.into(), unit), Ok(byte));
                count += u32::try_from(length(it.encode_utf8(&mut [0; 4]), unit)).unwrap();
            }
            let len = u32::try_from(length(&text, unit)).unwrap();
            prop_assert_eq!(count, len);
            prop_assert_eq!(index.len(unit), len);
            prop_assert_eq!(index.from_byte(index.len(OffsetUnit::Utf8), unit), len);
            prop_assert_eq!(index.to_byte(len.into(), unit).ok(), u32::try_from(text.len()).ok());
            let offset = u64::from(len) + 1;
            let after = OffsetError::OutOfText { offset, len };
            prop_assert_eq!(index.to_byte(offset, unit), Err(after));
        }
    }

    /// An offset has a place if and only if some character stands there.
    #[test]
    fn offsets_inside_of_characters_have_no_place(text in text()) {
        let index = TextIndex::new(&text);
        for unit in [OffsetUnit::Utf16, OffsetUnit::Utf8] {
            let starts: Vec<u32> = (0..=length(&text, OffsetUnit::CodePoint))
                .map(|it| index.to_byte(it as u64, OffsetUnit::CodePoint).unwrap())
                .map(|it| index.from_byte(it, unit))
                .collect();
            for offset in 0..=index.len(unit) {
                let has_place = index.to_byte(offset.into(), unit).is_ok();
                prop_assert_eq!(has_place, starts.binary_search(&offset).is_ok());
            }
        }
    }

    /// A span may be annotated if and only if its ends stand between graphemes.
    #[test]
    fn spans_stand_between_graphemes(text in text(), from: prop::sample::Index) {
        let places = boundaries(&text);
        let start = places[from.index(places.len())];
        let len = u32::try_from(text.len()).unwrap();
        for end in start + 1..=len.min(start + 60) {
            let fits = places.binary_search(&end).is_ok();
            prop_assert_eq!(Span::checked(&text, start, end).is_ok(), fits, "{}..{}", start, end);
        }
    }
}
