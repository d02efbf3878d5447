//! Names in English: runs of capitalised words, told apart by their first and last words.

use std::ops::Range;

use super::article::Case;
use super::event;
use super::found::{Found, Kind};
use super::gazetteer::Lists;
use super::misc;
use super::reading::Reading;
use super::run;
use crate::text::Gap;

/// All names of an English article.
pub(super) fn find(r: &mut Reading) -> Vec<Found> {
    let mut res: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < r.len() {
        let run = if r.is_taken(at) { None } else { Run::new(r, at) };
        let Some(run) = run else {
            at += 1;
            continue;
        };
        let end = run.tokens().end;
        let found = run.classify(r);
        at = found.last().map_or(end, |it| it.end().max(at + 1));
        if let Some(outer) = found.first() {
            r.take(outer.tokens.clone());
        }
        res.extend(found);
    }
    res
}

/// Capitalised words with the small words that names have inside.
struct Run {
    units: Vec<Range<usize>>,
    at_start: bool,
}

impl Run {
    fn new(r: &Reading, at: usize) -> Option<Self> {
        let mut from = at;
        run::unit(r, at)?;
        let at_start = r.is_start(at);
        if is_title(r, at) {
            return None;
        }
        // `The`, `However`: capitalised for their place only.
        let plain = |it: usize| r.lists(it).meets(Lists::COMMON_EN) && r.case(it) == Case::Title;
        let known = r
            .longest(at, Lists::PLACES.or(Lists::ORG).or(Lists::EVENT).or(Lists::MISC))
            .is_some_and(|end| end > at + 1 && r.is_capital(end - 1));
        if plain(at)
            && !known
            && (at_start || r.is_any(at, &["i"]))
            && r.longest(at, Lists::ORG_HEAD_EN.or(Lists::EVENT_HEAD)).is_none()
        {
            from = run::unit(r, at)?;
            if !r.is_capital(from) || !r.continues(from) || r.is_taken(from) {
                return None;
            }
        }
        let units = units(r, from);
        (!units.is_empty()).then_some(Self { units, at_start: at_start && from == at })
    }

    fn tokens(&self) -> Range<usize> {
        self.units[0].start..self.units[self.units.len() - 1].end
    }

    fn classify(&self, r: &Reading) -> Vec<Found> {
        let Range { start, end } = self.tokens();
        if let Some(it) = event::read(r, start).filter(|it| it.end() >= end) {
            return vec![it];
        }
        if let Some(found) = self.organisation(r) {
            return found;
        }
        if let Some(place) = self.place(r) {
            return vec![place];
        }
        if let Some(it) = misc::read(r, start) {
            return vec![it];
        }
        self.person(r).or_else(|| self.rest(r)).into_iter().collect()
    }

    /// `University of Hanoi`, `Acme Inc.`, `WHO`.
    fn organisation(&self, r: &Reading) -> Option<Vec<Found>> {
        let Range { start, end } = self.tokens();
        let known = r.longest(start, Lists::ORG).filter(|it| *it >= end && !self.is_plain(r));
        let head =
            r.longest(start, Lists::ORG_HEAD_EN).is_some_and(|it| it < end && r.is_capital(it));
        let tail = (1..self.units.len()).rev().find(|it| self.is_tail(r, *it));
        let (end, confidence) = match (known, head, tail) {
            (Some(end), ..) => (end, 0.85),
            (_, true, _) => (end, 0.85),
            (.., Some(unit)) => (self.of_place(r, self.tail_end(r, unit)), 0.85),
            _ => return None,
        };
        let mut res = vec![Found::new(start..end, Kind::Org, confidence, "org-english")];
        let place = (start..end).find_map(|at| {
            r.longest(at, Lists::SURE_PLACES)
                .filter(|it| *it <= end && r.is_capital(at))
                .map(|it| at..it)
        });
        res.extend(
            place
                .filter(|it| it.len() < end - start)
                .map(|it| Found::new(it, Kind::Loc, 0.8, "place-inside")),
        );
        Some(res)
    }

    /// Whether the run's name of a body ends with this unit.
    fn is_tail(&self, r: &Reading, unit: usize) -> bool {
        let start = self.units[unit].start;
        r.longest(start, Lists::ORG_TAIL_EN).is_some_and(|end| end >= self.units[unit].end)
    }

    /// The dot of `Inc.` belongs to it.
    fn tail_end(&self, r: &Reading, unit: usize) -> usize {
        let start = self.units[unit].start;
        r.longest(start, Lists::ORG_TAIL_EN)
            .unwrap_or(self.units[unit].end)
            .max(self.units[unit].end)
    }

    /// `of Canada` after `Public Health Agency`, where the run goes on.
    fn of_place(&self, r: &Reading, tail: usize) -> usize {
        let joined = r.folded(tail) == "of" && tail < self.tokens().end;
        let place = joined.then(|| r.longest(tail + 1, Lists::SURE_PLACES)).flatten();
        place.filter(|_| r.is_capital(tail + 1)).unwrap_or(tail)
    }

    fn place(&self, r: &Reading) -> Option<Found> {
        let Range { start, end } = self.tokens();
        let titled = r.follows(start, Lists::HONORIFIC.or(Lists::ROLE_EN));
        let known = r
            .longest(start, Lists::PLACES.or(Lists::WARD))
            .filter(|it| r.is_capital(*it - 1) && !self.is_plain(r));
        if let Some(known) =
            known.filter(|it| *it >= end || r.lists_of(start..*it).meets(Lists::SURE_PLACES))
        {
            let person = titled && known < end || r.follows(start, Lists::HONORIFIC);
            let given = known < end && r.lists(start).meets(Lists::GIVEN_EN);
            return (!person && !given).then(|| {
                Found::new(
                    start..known.max(if self.ends_place(r) { end } else { 0 }),
                    Kind::Loc,
                    0.85,
                    "place-english",
                )
            });
        }
        let head = r.is_any(
            start,
            &[
                "lake", "mount", "mt", "fort", "port", "san", "santa", "los", "las", "saint", "st",
                "el", "cape", "gulf", "camp",
            ],
        );
        let named = self.units.len() >= 2 && (self.ends_place(r) || head && !titled);
        if named {
            return Some(Found::new(start..end, Kind::Loc, 0.75, "place-english"));
        }
        let after =
            r.follows(start, Lists::PLACE_BEFORE) && r.is_any(start - 1, &["in", "near", "at"]);
        let person = r.lists(start).meets(Lists::GIVEN_EN.or(Lists::SURNAME_EN));
        let short = self.units.len() <= 2 && r.case(start) == Case::Title;
        (after && short && !person && !self.is_plain(r))
            .then(|| Found::new(start..end, Kind::Loc, 0.5, "place-context"))
    }

    fn ends_place(&self, r: &Reading) -> bool {
        const TAILS: &[&str] = &[
            "street",
            "river",
            "county",
            "lake",
            "mountain",
            "mountains",
            "island",
            "islands",
            "avenue",
            "park",
            "road",
            "valley",
            "beach",
            "bay",
            "city",
            "province",
            "district",
            "ave",
            "st",
            "blvd",
            "boulevard",
            "square",
            "bridge",
            "airport",
            "sea",
            "ocean",
            "desert",
            "peninsula",
            "strip",
            "gulf",
            "coast",
            "canyon",
            "creek",
            "falls",
            "hills",
            "township",
            "village",
            "plaza",
            "highway",
            "drive",
            "lane",
        ];
        self.units.len() >= 2 && r.is_any(self.units[self.units.len() - 1].start, TAILS)
    }

    fn person(&self, r: &Reading) -> Option<Found> {
        let Range { start, end } = self.tokens();
        let titled = r.follows(start, Lists::HONORIFIC.or(Lists::ROLE_EN));
        let given = r.lists(start).meets(Lists::GIVEN_EN);
        let surname = r.lists(end - 1).meets(Lists::SURNAME_EN);
        let vietnamese = run::full_name(r, start);
        let acts = r.is_any(
            end,
            &[
                "said", "says", "told", "added", "asked", "who", "wrote", "was", "is", "has",
                "had", "'", "’",
            ],
        );
        let (end, confidence) = match (self.units.len(), titled) {
            (1..=4, true) => (end, 0.9),
            _ if vietnamese.is_some() => (vietnamese?, 0.85),
            (2..=4, _) if given && surname => (end, 0.95),
            (2..=4, _) if given => (end, 0.85),
            (2..=3, _) if surname && !self.at_start => (end, 0.7),
            (2, _) if !self.at_start && self.is_strange(r) => (end, 0.45),
            (1, _) if self.is_plain(r) || r.case(start) == Case::Upper => return None,
            (1, _) if given => (end, 0.65),
            (1, _) if surname && (acts || !self.at_start) => (end, 0.55),
            (1, _) if acts && !self.at_start => (end, 0.35),
            _ => return None,
        };
        Some(Found::new(start..end, Kind::Per, confidence, "person-english"))
    }

    /// Two or three words that are no common ones and not abbreviated.
    fn is_strange(&self, r: &Reading) -> bool {
        let word = |at: usize| {
            r.case(at) == Case::Title
                && !r.lists(at).meets(Lists::COMMON_EN.or(Lists::PLACES).or(Lists::ROLE_EN))
        };
        self.units.iter().all(|it| it.len() == 1 && word(it.start))
    }

    /// Names of which nothing is known.
    fn rest(&self, r: &Reading) -> Option<Found> {
        let tokens = self.tokens();
        let len = r.folded(tokens.start).chars().count();
        let upper =
            self.units.len() == 1 && r.case(tokens.start) == Case::Upper && (2..=5).contains(&len);
        let plain = r.lists(tokens.start).meets(
            Lists::COMMON_EN.or(Lists::UNIT).or(Lists::PLAIN_ABBREVIATION).or(Lists::ROLE_EN),
        );
        (upper && !plain).then(|| Found::new(tokens, Kind::Org, 0.4, "org-abbreviation"))
    }

    /// One common word.
    fn is_plain(&self, r: &Reading) -> bool {
        let start = self.units[0].start;
        self.units.len() == 1
            && r.case(start) != Case::Upper
            && r.lists(start).meets(Lists::COMMON_EN)
            && (self.at_start || !r.lists(start).meets(Lists::PLACES))
    }
}

/// Whether a title or form of address begins here, and no longer name.
fn is_title(r: &Reading, at: usize) -> bool {
    let names =
        Lists::PLACES.or(Lists::ORG).or(Lists::ORG_HEAD_EN).or(Lists::EVENT).or(Lists::MISC);
    let title = r.longest(at, Lists::ROLE_EN.or(Lists::HONORIFIC));
    title.is_some_and(|end| r.longest(at, names).is_none_or(|it| it <= end))
        && !r.lists(at).meets(Lists::GIVEN_EN.or(Lists::SURNAME_EN))
}

/// Capitalised words and `of`, `the`, `de` between them.
fn units(r: &Reading, at: usize) -> Vec<Range<usize>> {
    const INSIDE: &[&str] =
        &["of", "de", "del", "la", "von", "van", "der", "bin", "al", "da", "di", "du"];
    let mut res = Vec::new();
    let mut from = at;
    while let Some(end) = run::unit(r, from) {
        if !res.is_empty()
            && r.lists(from).meets(Lists::HONORIFIC)
            && r.case(from) == Case::Title
            && !r.lists(from).meets(Lists::GIVEN_EN)
        {
            break;
        }
        // `New York Governor Kathy Hochul`: a title between two names parts them.
        let title =
            r.longest(from, Lists::ROLE_EN).filter(|_| !res.is_empty() && is_title(r, from));
        if title.is_some_and(|it| r.continues(it) && r.is_capital(it)) {
            break;
        }
        res.push(from..end);
        from = end + run::particles(r, end).max(possessive(r, at, end));
        if from > end {
            continue;
        }
        let joined = r.continues(end) && r.gap(end) == Gap::Space && r.is_any(end, INSIDE);
        let the = usize::from(joined && r.folded(end + 1) == "the");
        let room = res.len() < run::MAX_UNITS;
        if room
            && joined
            && r.continues(end + 1 + the)
            && r.is_capital(end + 1 + the)
            && goes_on(r, at, end)
        {
            from = end + 1 + the;
        } else if !r.continues(end) || res.len() >= run::MAX_UNITS {
            break;
        }
    }
    res
}

/// `'s` in `St Mary's Primary School`.
fn possessive(r: &Reading, at: usize, end: usize) -> usize {
    let saint = r.is_any(at, &["st", "saint"]) && (r.touches(end, "'") || r.touches(end, "’"));
    let joined = saint && r.folded(end + 1) == "s" && r.gap(end + 1) == Gap::None;
    let tail = |it: usize| r.lists(it).meets(Lists::ORG_TAIL_EN);
    let named = joined && r.is_capital(end + 2) && (end + 2..end + 5).any(tail);
    if named { 2 } else { 0 }
}

/// `of` joins what a body's or a place's name begins with, particles join people's names.
fn goes_on(r: &Reading, at: usize, of: usize) -> bool {
    let tail = r.lists(of - 1).meets(Lists::ORG_TAIL_EN) && of > at + 1;
    let body = r.longest(at, Lists::ORG_HEAD_EN).is_some_and(|it| it > of);
    // `Public Health Agency of Canada`.
    let body = body || tail && r.longest(of + 1, Lists::SURE_PLACES).is_some();
    let place = r.is_any(
        of - 1,
        &[
            "bay", "gulf", "state", "republic", "isle", "sea", "city", "kingdom", "port",
            "district", "states",
        ],
    );
    r.folded(of) != "of" || body || place
}

/// The titles before people's names.
pub(super) fn roles(r: &Reading, names: &[Found]) -> Vec<Found> {
    let people = names.iter().filter(|it| it.kind == Kind::Per);
    let role = |it: &Found| {
        let from = it.start().saturating_sub(5);
        let start =
            (from..it.start()).find(|at| r.lists_of(*at..it.start()).meets(Lists::ROLE_EN))?;
        let free = r.continues(it.start()) && !(start..it.start()).any(|at| r.is_taken(at));
        free.then(|| Found::new(start..it.start(), Kind::Role, 0.85, "role-person"))
    };
    people.filter_map(role).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::super::testing::check_in;

    #[test]
    fn english_names() {
        check_in(
            Language::En,
            "PER",
            &[
                ("President Joe Biden met Mr. Smith in Paris.", &["Joe Biden", "Smith"]),
                ("The mayor, Nguyễn Văn Nam, spoke.", &["Nguyễn Văn Nam"]),
                ("Yesterday John said so.", &["John"]),
                ("Ukrainian President Volodymyr Zelenskyy spoke.", &["Volodymyr Zelenskyy"]),
                (
                    "In May, Texas Senator Ted Cruz met Ursula von der Leyen.",
                    &["Ted Cruz", "Ursula von der Leyen"],
                ),
                ("The New Road is open.", &[]),
                ("I think that Monday is fine.", &[]),
            ],
        );
        check_in(
            Language::En,
            "ORG",
            &[
                (
                    "at the University of Oxford and Acme Inc. today",
                    &["University of Oxford", "Acme Inc."],
                ),
                ("the Ministry of Health said", &["Ministry of Health"]),
                ("the WHO said", &["WHO"]),
                ("However, the bank said no.", &[]),
                ("The Public Health Agency of Canada warned", &["Public Health Agency of Canada"]),
                ("Pupils at St Mary's Primary School sang", &["St Mary's Primary School"]),
                ("St Mary's roof is new", &[]),
            ],
        );
        check_in(
            Language::En,
            "LOC",
            &[
                ("from Hanoi, Vietnam to New York City", &["Hanoi", "Vietnam", "New York City"]),
                ("across the Mekong River", &["Mekong River"]),
                ("but New York Governor Kathy Hochul", &["New York"]),
                ("Los Angeles Mayor Karen Bass said", &["Los Angeles"]),
                ("He was nice in May.", &[]),
            ],
        );
        check_in(
            Language::En,
            "ROLE",
            &[
                ("Prime Minister Pham Minh Chinh", &["Prime Minister"]),
                ("Ukrainian President Volodymyr Zelenskyy", &["President"]),
                ("Former governor Andrew Cuomo", &["governor"]),
                ("a minister", &[]),
                ("at the head of a delegation", &[]),
            ],
        );
        check_in(
            Language::En,
            "EVENT",
            &[
                ("Hurricane Imelda moved north.", &["Hurricane Imelda"]),
                ("after Typhoon Ragasa and Storm Benjamin", &["Typhoon Ragasa", "Storm Benjamin"]),
                ("a storm in May", &[]),
            ],
        );
    }
}
