//! A piece of a text replaced by another, and where spans are after that.

use std::rc::Rc;

use super::Span;

/// A piece of a text that is taken out, and what is put in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextChange {
    /// Where, in bytes.
    pub at: u32,
    /// What stands there.
    pub removed: Rc<str>,
    /// What shall.
    pub inserted: Rc<str>,
}

impl TextChange {
    /// The text after the change; `None` if something else stands there, or the text would be 4 GiB
    /// or longer.
    #[must_use]
    pub fn apply(&self, text: &str) -> Option<String> {
        let (before, rest) = text.split_at_checked(self.at as usize)?;
        let after = rest.strip_prefix(&*self.removed)?;
        let res = [before, &self.inserted, after].concat();
        u32::try_from(res.len()).is_ok().then_some(res)
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn invert(self) -> Self {
        Self { at: self.at, removed: self.inserted, inserted: self.removed }
    }

    /// The piece that is taken out, in bytes of the text before.
    #[must_use]
    pub fn removed_span(&self) -> Span {
        Span::of(&(self.at as usize..self.at as usize + self.removed.len()))
    }

    /// The piece that is put in, in bytes of the text after.
    #[must_use]
    pub fn inserted_span(&self) -> Span {
        Span::of(&(self.at as usize..self.at as usize + self.inserted.len()))
    }

    /// Where a span of the text before is in the text after; `None` if nothing of it is left.
    ///
    /// What is put in at an end of a span is outside of it; what takes the place of a piece of a
    /// span is inside.
    #[must_use]
    pub fn map(&self, span: Span) -> Option<Span> {
        let (gone, new) = (self.removed_span(), self.inserted_span());
        let replaces = !gone.is_empty() && !new.is_empty();
        let inside = span.contains(gone)
            && (replaces || span.start() < gone.start() && gone.end() < span.end());
        if inside {
            return Some(Span::new(span.start(), self.after(span.end())));
        }
        let start = if span.start() < gone.start() || span.end() <= gone.start() {
            span.start()
        } else {
            self.after(span.start().max(gone.end()))
        };
        let end = if span.end() > gone.end() {
            self.after(span.end())
        } else {
            span.end().min(gone.start())
        };
        (start < end).then(|| Span::new(start, end))
    }

    /// A place after what is taken out, or at its end.
    fn after(&self, at: u32) -> u32 {
        at - self.removed_span().len() + self.inserted_span().len()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `[` and `]` around a span, `{` and `}` around what is replaced, in the text before.
    fn read(marked: &str) -> (String, Span, Span) {
        let at = |mark: char| {
            let before = &marked[..marked.find(mark).unwrap()];
            before.chars().filter(|it| !"[]{}".contains(*it)).map(char::len_utf8).sum::<usize>()
        };
        let text = marked.replace(['[', ']', '{', '}'], "");
        (text, Span::of(&(at('[')..at(']'))), Span::of(&(at('{')..at('}'))))
    }

    #[test]
    fn spans_follow_a_change() {
        // Before, what is put in, and the span after.
        let cases = [
            ("{}Ở [Huế] mưa", "Nay, ", Some("Huế")),
            ("Ở [Huế] {}mưa", "to ", Some("Huế")),
            ("Ở {}[Huế] mưa", "xứ ", Some("Huế")),
            ("Ở [Huế]{} mưa", " ta", Some("Huế")),
            ("Ở [H{}uế] mưa", "x", Some("Hxuế")),
            ("Ở [{H}uế] mưa", "K", Some("Kuế")),
            ("Ở [Hu{ế}] mưa", "ệ", Some("Huệ")),
            ("Ở [{Huế}] mưa", "Vinh", Some("Vinh")),
            ("Ở [{Huế}] mưa", "", None),
            ("Ở [{H}uế] mưa", "", Some("uế")),
            ("Ở [Hu{ế] m}ưa", "", Some("Hu")),
            ("Ở [Hu{ế] m}ưa", "xyz", Some("Hu")),
            ("{Ở [H}uế] mưa", "xyz", Some("uế")),
            ("{Ở [Huế] m}ưa", "xyz", None),
            ("{Ở [Huế]} mưa", "xyz", None),
        ];
        for (before, inserted, want) in cases {
            let (text, span, gone) = read(before);
            let removed = gone.slice(&text).into();
            let change = TextChange { at: gone.start(), removed, inserted: inserted.into() };
            let after = change.apply(&text).unwrap();
            let got = change.map(span).map(|it| it.slice(&after));
            assert_eq!(got, want, "{before} with {inserted:?}");
            assert_eq!(change.invert().apply(&after), Some(text), "{before}");
        }
    }

    #[test]
    fn what_does_not_stand_there_is_not_replaced() {
        let change =
            |at, removed: &str| TextChange { at, removed: removed.into(), inserted: "x".into() };
        assert_eq!(change(1, "uế").apply("Huế"), Some("Hx".to_owned()));
        for (at, removed) in [(0, "uế"), (2, "ế "), (3, ""), (99, "")] {
            assert_eq!(change(at, removed).apply("Huế"), None, "{at} {removed:?}");
        }
    }

    proptest! {
        #[test]
        fn a_span_away_from_the_change_says_the_same(
            text in "[a-dữ ]{1,20}", inserted in "[x-zế]{0,5}", places in prop::array::uniform4(0_usize..=20),
        ) {
            let boundaries: Vec<usize> = text.char_indices().map(|it| it.0).chain([text.len()]).collect();
            let place = |at: usize| boundaries[at % boundaries.len()];
            let span = |a, b| { let (a, b) = (place(a), place(b)); Span::of(&(a.min(b)..a.max(b))) };
            let (gone, it) = (span(places[0], places[1]), span(places[2], places[3]));
            let removed = gone.slice(&text).into();
            let change = TextChange { at: gone.start(), removed, inserted: (&*inserted).into() };
            let after = change.apply(&text).unwrap();
            let mapped = change.map(it);
            if let Some(mapped) = mapped {
                prop_assert!(after.get(mapped.range()).is_some(), "{:?}", mapped);
            }
            if !it.is_empty() && (it.end() <= gone.start() || gone.end() <= it.start()) {
                prop_assert_eq!(mapped.map(|new| new.slice(&after)), Some(it.slice(&text)));
                prop_assert_eq!(mapped.and_then(|new| change.invert().map(new)), Some(it));
            }
        }
    }
}
