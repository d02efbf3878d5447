//! Where in a file a value stands.

use std::fmt;

/// The way from the file to a value. Costs nothing until it is shown.
#[derive(Clone, Copy)]
pub(in crate::formats) enum Path<'p> {
    /// The file itself.
    Root,
    /// A member of an object.
    Member(&'p Path<'p>, &'p str),
    /// An item of an array, counted from 0.
    Item(&'p Path<'p>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Item(parent, idx) => write!(f, "{parent}[{idx}]"),
            Self::Member(parent, name) if !is_plain(name) => write!(f, "{parent}[{name:?}]"),
            Self::Member(Path::Root, name) => f.write_str(name),
            Self::Member(parent, name) => write!(f, "{parent}.{name}"),
        }
    }
}

/// Whether a member's name cannot be mistaken for a longer path.
fn is_plain(name: &str) -> bool {
    let is_word = |it: char| it.is_alphanumeric() || it == '_' || it == '$' || it == '-';
    !name.is_empty() && name.chars().all(is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_reads_as_in_a_program() {
        let annotations = Path::Member(&Path::Root, "annotations");
        let third = Path::Item(&annotations, 3);
        let cases = [
            (Path::Root, ""),
            (annotations, "annotations"),
            (Path::Member(&third, "end"), "annotations[3].end"),
            (Path::Member(&third, "a.b"), r#"annotations[3]["a.b"]"#),
            (Path::Member(&Path::Root, ""), r#"[""]"#),
        ];
        for (path, want) in cases {
            assert_eq!(path.to_string(), want);
        }
    }
}
