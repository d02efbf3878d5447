//! Patterns over tokens: how a rule writes what it looks for.
//!
//! ```text
//! pattern = item …         items parted by a space may touch or have white space of one line
//!                          between them; items written together must touch
//! item    = word           in lower case; a symbol
//!         | "<" class ">"  a word list or a kind of number, by its name
//!         | "[" pattern { "|" pattern } "]"      may be missing
//!         | "(" pattern { "|" pattern } ")"      one of them
//! ```
//!
//! A pattern is spelt out into all its sequences, which share their beginnings in
//! the tree of [`super::grammar`].

/// One step of a sequence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) what: What,
    /// Whether it must stand directly after the one before.
    pub(super) touch: bool,
}

/// What a step asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// This word, as [`crate::text::fold`] spells it.
    Word(String),
    /// A class with this name.
    Class(String),
}

/// All sequences of steps that a pattern stands for.
///
/// # Errors
///
/// What is wrong with the pattern; a test compiles them all.
pub(super) fn sequences(pattern: &str) -> Result<Vec<Vec<Step>>, String> {
    let mut reader = Reader { rest: pattern };
    let res = reader.alternatives()?;
    if reader.rest.is_empty() { Ok(res) } else { Err(format!("`{}` is left over", reader.rest)) }
}

struct Reader<'p> {
    rest: &'p str,
}

impl Reader<'_> {
    fn alternatives(&mut self) -> Result<Vec<Vec<Step>>, String> {
        let mut res = self.sequence()?;
        while self.eat("|") {
            res.extend(self.sequence()?);
        }
        Ok(res)
    }

    fn sequence(&mut self) -> Result<Vec<Vec<Step>>, String> {
        let mut res = vec![Vec::new()];
        // The first step of a sequence has the spacing of what it is put after.
        let mut touch = true;
        loop {
            if self.eat(" ") {
                touch = false;
                continue;
            }
            match self.rest.chars().next() {
                None | Some('|' | ']' | ')') => return Ok(res),
                _ => {}
            }
            let item = self.item()?;
            res = append(&res, &item, touch);
            touch = true;
        }
    }

    fn item(&mut self) -> Result<Vec<Vec<Step>>, String> {
        if self.eat("[") {
            let mut res = self.alternatives()?;
            res.push(Vec::new());
            return self.close("]", res);
        }
        if self.eat("(") {
            let res = self.alternatives()?;
            return self.close(")", res);
        }
        if self.eat("<") {
            let name = self.until(&['>']);
            let step = Step { what: What::Class(name), touch: true };
            return self.close(">", vec![vec![step]]);
        }
        let text = self.until(&[' ', '[', ']', '(', ')', '<', '|']);
        Ok(vec![words(&text)])
    }

    fn close(&mut self, with: &str, res: Vec<Vec<Step>>) -> Result<Vec<Vec<Step>>, String> {
        if self.eat(with) { Ok(res) } else { Err(format!("`{with}` expected at `{}`", self.rest)) }
    }

    fn eat(&mut self, what: &str) -> bool {
        self.rest.strip_prefix(what).inspect(|it| self.rest = it).is_some()
    }

    fn until(&mut self, stops: &[char]) -> String {
        let end = self.rest.find(stops).unwrap_or(self.rest.len());
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        text.to_owned()
    }
}

/// The words of a text as steps; for the entries of word lists too.
pub(super) fn words(text: &str) -> Vec<Step> {
    use crate::text::{Gap, fold, tokens};
    let step = |it: crate::text::Token| Step {
        what: What::Word(fold(it.span.slice(text))),
        touch: it.gap != Gap::Space,
    };
    tokens(text).map(step).collect()
}

/// Every sequence of the one followed by every sequence of the other.
fn append(heads: &[Vec<Step>], tails: &[Vec<Step>], touch: bool) -> Vec<Vec<Step>> {
    let mut res = Vec::with_capacity(heads.len() * tails.len());
    for head in heads {
        for tail in tails {
            let mut all = head.clone();
            let mut tail = tail.iter().cloned();
            if let Some(first) = tail.next() {
                // A space on either side of the bracket is one.
                all.push(Step { touch: touch && first.touch, ..first });
            }
            all.extend(tail);
            res.push(all);
        }
    }
    res
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words as they are, classes in angle brackets, `_` where a space may stand.
    fn spelt_out(pattern: &str) -> Vec<String> {
        let show = |it: &Step| {
            let gap = if it.touch { "" } else { "_" };
            match &it.what {
                What::Word(word) => format!("{gap}{word}"),
                What::Class(name) => format!("{gap}<{name}>"),
            }
        };
        sequences(pattern).unwrap().iter().map(|it| it.iter().map(show).collect()).collect()
    }

    #[test]
    fn patterns_are_spelt_out() {
        assert_eq!(spelt_out("ngày <d>/<m>"), ["ngày_<d>/<m>"]);
        assert_eq!(spelt_out("[ngày|hôm] <d>"), ["ngày_<d>", "hôm_<d>", "_<d>"]);
        assert_eq!(spelt_out("(a|b c)<d>"), ["a<d>", "b_c<d>"]);
        assert_eq!(spelt_out("<h> p.m."), ["<h>_p.m."]);
        assert_eq!(spelt_out("a[ b|c]"), ["a_b", "ac", "a"]);
        assert!(sequences("[ngày").is_err());
        assert!(sequences("ngày]").is_err());
    }
}
