//! The walk over an article: what reads longest at each token.

use super::{Grammar, Rule};
use crate::detect::date::point::Draft;
use crate::detect::date::slot::{Found, Value};
use crate::detect::date::stream::{NO_LIT, Stream};

impl Grammar {
    /// The longest reading at each token that has one.
    pub(in crate::detect::date) fn scan(stream: &Stream<'_>) -> Vec<Draft> {
        let mut res = Vec::new();
        let mut slots = Vec::new();
        for at in 0..stream.len() {
            if stream.lex(at).starts && stream.starts_cleanly(at) {
                let mut walk = Walk { stream, start: at, slots: &mut slots, best: None };
                walk.go(0, at);
                res.extend(walk.best.map(|it| it.1));
            }
        }
        res
    }
}

/// One walk down the tree, from one token.
struct Walk<'w, 'a> {
    stream: &'w Stream<'a>,
    start: usize,
    slots: &'w mut Vec<Value>,
    best: Option<(usize, Draft)>,
}

impl Walk<'_, '_> {
    fn go(&mut self, node: usize, at: usize) {
        let grammar = self.stream.grammar;
        let Some(here) = grammar.nodes.get(node) else { return };
        if !here.rules.is_empty() {
            self.accept(&here.rules, at);
        }
        let first = at == self.start;
        if !first && !self.stream.follows(at) {
            return;
        }
        let lex = self.stream.lex(at);
        let touches = self.stream.touches(at);
        if first && node == 0 {
            for next in here.starts.get(&lex.lit).into_iter().flatten() {
                self.go(*next, at + 1);
            }
        } else if lex.lit != NO_LIT {
            for (lit, touch, next) in &here.words {
                if *lit == lex.lit && (touches || !touch) {
                    self.go(*next, at + 1);
                }
            }
        }
        for (class, touch, next) in &here.classes {
            if !first && *touch && !touches {
                continue;
            }
            if let Some((value, after)) = grammar.read(*class, self.stream, at) {
                let slot = grammar.classes[*class].slot;
                self.slots.push(Value { slot, value, tokens: at..after });
                self.go(*next, after);
                self.slots.pop();
            }
        }
    }

    fn accept(&mut self, rules: &[(usize, &'static Rule)], end: usize) {
        let first = rules.first().map_or(0, |it| it.0);
        let beaten =
            |it: &(usize, Draft)| it.1.tokens.end > end || (it.1.tokens.end == end && it.0 < first);
        if self.best.as_ref().is_some_and(beaten) || !self.stream.ends_cleanly(end) {
            return;
        }
        let tokens = self.start..end;
        let found = Found { stream: self.stream, slots: self.slots, tokens: tokens.clone() };
        let made = rules.iter().find_map(|rule| Some((*rule, (rule.1.make)(&found)?)));
        if let Some(((order, rule), meaning)) = made {
            let better = |it: &(usize, Draft)| it.1.tokens.end < end || it.0 > order;
            if self.best.as_ref().is_none_or(better) {
                let draft = Draft { tokens, rule: rule.name, sure: rule.sure, meaning };
                self.best = Some((order, draft));
            }
        }
    }
}
