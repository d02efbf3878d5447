//! Laws in English: what ends with `Act` or begins with `Law on`, and documents with a number.
//!
//! ```text
//! law    = [ year ] name tail [ "of" ] [ year ] | [ name ] head preposition name [ year ] | numbered
//! numbered = kind [ "No" [ "." ] ] code
//! ```

use super::article::Case;
use super::found::{Found, Kind};
use super::gazetteer::Lists;
use super::law;
use super::reading::Reading;
use super::run;
use crate::text::Gap;

/// Longer names are headlines.
const MAX_WORDS: usize = 14;

/// The law whose name begins at a token.
#[inline(never)]
pub(super) fn read(r: &Reading, at: usize) -> Option<Found> {
    if !begins(r, at) {
        return None;
    }
    numbered(r, at).or_else(|| named(r, at))
}

/// Whether a capitalised word or a year stands here, and no capitalised word of the same name before it.
fn begins(r: &Reading, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|_| r.continues(at));
    let free = before.is_none_or(|it| !r.is_capital(it) || is_small(r, it) || is_year(r, at));
    let first = r.is_capital(at) && !is_small(r, at) || is_year(r, at) && r.is_capital(at + 1);
    first && free
}

/// Words that are capitalised for their place only.
fn is_small(r: &Reading, at: usize) -> bool {
    const SMALL: &[&str] = &[
        "a", "all", "an", "and", "as", "at", "both", "but", "by", "each", "every", "for", "from",
        "if", "in", "its", "no", "on", "our", "since", "that", "the", "their", "these", "this",
        "to", "under", "what", "when", "while", "with",
    ];
    r.is_any(at, SMALL) && r.case(at) == Case::Title
}

fn is_year(r: &Reading, at: usize) -> bool {
    r.continues(at) && r.is_number(at) && r.folded(at).len() == 4
}

/// `Decree No. 70/2025/ND-CP`, `Resolution 1701`.
fn numbered(r: &Reading, at: usize) -> Option<Found> {
    const KINDS: &[&str] = &[
        "circular",
        "decision",
        "decree",
        "directive",
        "law",
        "order",
        "ordinance",
        "regulation",
        "resolution",
    ];
    // Of these a bare number is enough.
    const BARE: &[&str] = &["circular", "decree", "resolution"];
    let executive = usize::from(r.folded(at) == "executive" && r.folded(at + 1) == "order");
    let head = at + executive;
    if !r.is_any(head, KINDS) || !r.is_capital(head) {
        return None;
    }
    let said = r.continues(head + 1) && r.is_any(head + 1, &["no", "number", "nos"]);
    let mut number = head + 1 + usize::from(said);
    number += usize::from(said && r.touches(number, "."));
    let end = law::code(r, number)?;
    let bare = r.is_any(head, BARE) || executive > 0;
    (said || bare || end > number + 2).then(|| Found::new(at..end, Kind::Law, 0.95, "law-number"))
}

/// `Clean Air Act`, `Law on Teachers`, `2013 Constitution`.
fn named(r: &Reading, at: usize) -> Option<Found> {
    let name = at + usize::from(is_year(r, at));
    let words = words(r, name);
    let last = *words.iter().rev().find(|it| is_tail(r, name, **it))?;
    let mut end = topic(r, last).unwrap_or(last + 1);
    let dated = name > at;
    end = if dated { end } else { year(r, end).unwrap_or(end) };
    let whole = last > name || dated || end > last + 1;
    whole.then(|| Found::new(at..end, Kind::Law, 0.9, "law-name"))
}

/// The capitalised words from a token on, over `and` and `of` between them.
fn words(r: &Reading, at: usize) -> Vec<usize> {
    let mut res = Vec::new();
    let mut from = at;
    while res.len() < MAX_WORDS && r.is_capital(from) && !r.is_taken(from) {
        res.push(from);
        let next = run::unit(r, from).unwrap_or(from + 1);
        let joined = r.continues(next)
            && r.gap(next) == Gap::Space
            && r.is_any(next, &["and", "of", "for"])
            && r.is_capital(next + 1);
        from = next + usize::from(joined);
        if !r.continues(from) {
            break;
        }
    }
    res
}

/// Whether a law's name that begins at `name` can end with a word, or be known by it.
fn is_tail(r: &Reading, name: usize, at: usize) -> bool {
    const SURE: &[&str] = &["act", "accord", "accords", "treaty"];
    const CODES: &[&str] = &["civil", "criminal", "labor", "labour", "penal", "procedure", "tax"];
    let before = at.checked_sub(1).filter(|it| *it >= name);
    let follows = |words: &[&str]| before.is_some_and(|it| r.is_any(it, words));
    let place = || before.is_some_and(|it| r.follows(it + 1, Lists::PLACES));
    let dated = || year(r, at + 1).is_some() || before.is_none() && at > 0 && is_year(r, at - 1);
    match r.folded(at) {
        _ if before.is_none() && topic(r, at).is_some() => true,
        it if SURE.contains(&it) => before.is_some(),
        "agreement" => place() || follows(&["trade", "peace", "friday"]),
        "convention" => place() || topic(r, at).is_some(),
        "protocol" => place(),
        "code" => follows(CODES) || dated(),
        "constitution" => dated(),
        "law" => before.is_some() && is_law_named(r, name, at) || dated(),
        "bill" => follows(&["reform", "rights", "spending", "budget", "tax", "security"]),
        _ => false,
    }
}

/// `the Land Law`: not a family name, nor a subject that one studies.
fn is_law_named(r: &Reading, name: usize, at: usize) -> bool {
    const BEFORE: &[&str] = &["the", "amended", "draft", "new", "revised", "s", "’", "'"];
    let said = name > 0 && r.continues(name) && r.is_any(name - 1, BEFORE);
    let common = r.lists(at - 1).meets(Lists::COMMON_EN) || r.case(at - 1) == Case::Title;
    let school = r.continues(at + 1) && r.is_any(at + 1, &["school", "firm", "center", "centre"]);
    said && common && !school && !r.lists(name).meets(Lists::GIVEN_EN) && !r.is_capital(at + 1)
}

/// `on Teachers`, `on the Rights of the Child` after its head: where it ends.
fn topic(r: &Reading, head: usize) -> Option<usize> {
    const HEADS: &[(&str, &[&str])] = &[
        ("agreement", &["on"]),
        ("convention", &["on", "against", "for"]),
        ("law", &["on"]),
        ("ordinance", &["on"]),
        ("treaty", &["on", "of"]),
    ];
    let (_, after) = HEADS.iter().find(|it| r.folded(head) == it.0)?;
    let said = r.is_capital(head) && r.continues(head + 1) && r.is_any(head + 1, after);
    let start = head + 2 + usize::from(r.folded(head + 2) == "the");
    if !said || !r.is_capital(start) || is_calendar(r, start) {
        return None;
    }
    let mut end = start;
    while let Some(last) = words(r, end).last() {
        end = run::unit(r, *last)?;
        let of = r.is_any(end, &["of", "on", "to", "and", "in"]);
        let the = usize::from(of && r.folded(end + 1) == "the");
        if !of || !r.continues(end) || !r.is_capital(end + 1 + the) || end > head + MAX_WORDS {
            break;
        }
        end += 1 + the;
    }
    Some(end)
}

/// `Law on Monday` is no name.
fn is_calendar(r: &Reading, at: usize) -> bool {
    const CALENDAR: &[&str] = &[
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    r.is_any(at, CALENDAR)
}

/// `1965`, `of 1965` after a name: where it ends.
fn year(r: &Reading, at: usize) -> Option<usize> {
    let at = at + usize::from(r.continues(at) && r.folded(at) == "of");
    is_year(r, at).then_some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::super::testing::check_in;

    #[test]
    fn laws_in_english() {
        let cases: [(&str, &[&str]); 27] = [
            ("The Clean Air Act was amended.", &["Clean Air Act"]),
            ("passed the Voting Rights Act of 1965.", &["Voting Rights Act of 1965"]),
            ("under the Badgers Act 1992 but", &["Badgers Act 1992"]),
            ("obey the Digital Markets Act today", &["Digital Markets Act"]),
            ("the Parks and Trees Act says", &["Parks and Trees Act"]),
            ("The Law on Teachers takes effect", &["Law on Teachers"]),
            ("Law on Food Safety and Hygiene.", &["Law on Food Safety and Hygiene"]),
            (
                "the Convention on the Rights of the Child",
                &["Convention on the Rights of the Child"],
            ),
            ("the 2013 Constitution allows", &["2013 Constitution"]),
            ("Article 251 of the 2015 Penal Code", &["2015 Penal Code"]),
            ("the Penal Code 1871, he", &["Penal Code 1871"]),
            ("left the Paris Agreement again", &["Paris Agreement"]),
            ("the revised Land Law, which", &["Land Law"]),
            ("the Treaty of Versailles", &["Treaty of Versailles"]),
            ("Decree No. 70/2025/ND-CP says", &["Decree No. 70/2025/ND-CP"]),
            ("Circular No. 29/2024/TT-BGDDT on", &["Circular No. 29/2024/TT-BGDDT"]),
            ("under Resolution 1701 and", &["Resolution 1701"]),
            ("Executive Order 14067", &["Executive Order 14067"]),
            // Other things that are capitalised.
            ("Act Two is from memory", &[]),
            ("studied at Harvard Law School", &[]),
            ("actor Jude Law said", &[]),
            ("the Democratic National Convention", &[]),
            ("the Constitution allows", &[]),
            ("It became Law on Monday.", &[]),
            ("his Bill on the table", &[]),
            ("Decision 3 was hard", &[]),
            ("the Meridian Protocol, a film", &[]),
        ];
        check_in(Language::En, "LAW", &cases);
    }
}
