//! A long text as what differs from an older one.

use std::fmt::{self, Display, Formatter};
use std::hash::BuildHasher;
use std::str::FromStr;

use rustc_hash::{FxBuildHasher, FxHashMap};

/// How a new text is made of an old one. As text: each part as its three numbers, a line end and what is new.
#[derive(Debug, PartialEq)]
pub struct Patch(Vec<Part>);

/// Bytes of the old text, from and to, and what is new after them.
#[derive(Debug, PartialEq)]
struct Part(usize, usize, String);

impl Display for Patch {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|Part(from, to, text)| write!(f, "{from} {to} {}\n{text}", text.len()))
    }
}

impl FromStr for Patch {
    type Err = ();

    /// There is nothing to do about one that cannot be read.
    fn from_str(mut rest: &str) -> Result<Self, ()> {
        let mut parts = Vec::new();
        while let Some((numbers, more)) = rest.split_once('\n') {
            let mut numbers = numbers.split(' ').map(|it| it.parse::<usize>());
            let mut number = || numbers.next().and_then(Result::ok).ok_or(());
            let (from, to, len) = (number()?, number()?, number()?);
            let (text, more) = more.split_at_checked(len).ok_or(())?;
            parts.push(Part(from, to, text.to_owned()));
            rest = more;
        }
        Ok(Self(parts))
    }
}

/// Bytes of a piece, at least, that it takes no more lines into. A line that is so long by itself, as an
/// article's text is, is a piece of its own.
const LONG: usize = 16 * 1024;

impl Patch {
    /// From `old` to `new`. Pieces that stand in both, wherever, are taken from `old`.
    #[must_use]
    pub fn new(old: &str, new: &str) -> Self {
        let mut known = FxHashMap::default();
        let mut at = 0;
        for it in pieces(old) {
            known.insert(it, at);
            at += it.len();
        }
        let mut parts: Vec<Part> = Vec::new();
        for it in pieces(new) {
            let from = known.get(it).copied();
            match (from, parts.last_mut()) {
                (Some(from), Some(last)) if last.2.is_empty() && last.1 == from => {
                    last.1 += it.len();
                }
                (Some(from), _) => parts.push(Part(from, from + it.len(), String::new())),
                (None, Some(last)) => last.2.push_str(it),
                (None, None) => parts.push(Part(0, 0, it.to_owned())),
            }
        }
        Self(parts)
    }

    /// The new text; `None` if the old one is not the one that this was made for.
    #[must_use]
    pub fn apply(&self, old: &str) -> Option<String> {
        let part = |Part(from, to, text): &Part| Some([old.get(*from..*to)?, text].concat());
        self.0.iter().map(part).collect()
    }
}

/// Some lines each, with their ends. Where one ends depends on its last line alone, so that the same lines
/// make the same pieces whatever stands before them.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut len = 0;
        for line in rest.split_inclusive('\n') {
            if len > 0 && line.len() >= LONG {
                break;
            }
            len += line.len();
            if len >= LONG || FxBuildHasher.hash_one(line) % 32 == 0 {
                break;
            }
        }
        let (piece, more) = rest.split_at(len);
        rest = more;
        Some(piece).filter(|it| !it.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(changed: Option<usize>) -> String {
        let line = |at| {
            let label = if Some(at) == changed { "ORG" } else { "PER" };
            format!("  \"id\": \"a{at}\",\n  \"label\": \"{label}\"\n")
        };
        (0..20_000).map(line).collect()
    }

    #[test]
    fn it_makes_the_new_text_of_the_old_one() {
        let long = file(None);
        let cases = [
            ("", ""),
            ("", "gù"),
            ("gù", ""),
            ("lão gù\nmụ còm\n", "mụ còm\nlão gù"),
            (&long, &file(Some(7))),
            (&long, &format!("mới\n{long}")),
            (&file(Some(3)), &format!("mới\n{}cũ", file(Some(19_999)))),
        ];
        for (old, new) in cases {
            let patch = Patch::new(old, new);
            assert_eq!(patch.to_string().parse().as_ref(), Ok(&patch));
            assert_eq!(patch.apply(old).as_deref(), Some(new));
        }
    }

    #[test]
    fn it_is_short() {
        let text = "ngày xưa có lão gù ".repeat(50_000);
        let old = format!("cũ\n{text}\n{}", file(None));
        let new = format!("mới\n{text}\n{}", file(Some(10_000)));
        let patch = Patch::new(&old, &new).to_string();
        assert!(patch.len() < old.len() / 100, "{} of {}", patch.len(), old.len());
    }

    #[test]
    fn what_does_not_fit_is_no_patch() {
        let patch = Patch::new(&file(None), &file(Some(9)));
        assert_eq!(patch.apply("ngắn"), None);
        assert_eq!("0 1 2\nx".parse::<Patch>(), Err(()));
        assert_eq!("0 x 0\n".parse::<Patch>(), Err(()));
        assert_eq!("0 1\n".parse::<Patch>(), Err(()));
    }
}
