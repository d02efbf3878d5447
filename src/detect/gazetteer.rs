//! What the detectors know by heart: the lists of `data/` and of [`super::words`].
//!
//! All lists are one trie over folded words. An article asks it once for each
//! different word and then walks it token by token; a list costs nothing where no
//! entry begins with the word at hand.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::words::CLOSED;
use crate::text::{TokenKind, fold, tokens};

/// A set of lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lists(u64);

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident,)+) => {
        #[repr(u32)]
        #[allow(clippy::upper_case_acronyms, non_camel_case_types)]
        enum Bit { $($name,)+ }
        impl Lists {
            $($(#[$doc])* pub(super) const $name: Self = Self(1 << Bit::$name as u32);)+
        }
    };
}

lists! {
    /// Provinces and their abbreviations, before and since July 2025.
    PROVINCE,
    /// Districts, towns and cities of provinces.
    DISTRICT,
    /// Communes, wards and townships: many are also people's names.
    WARD,
    /// Streets, rivers, regions and other places of Vietnam.
    PLACE,
    /// Countries and regions of the world, in Vietnamese and English.
    COUNTRY,
    /// Cities of the world.
    CITY,
    SURNAME,
    GIVEN,
    GIVEN_EN,
    SURNAME_EN,
    ROLE,
    ROLE_EN,
    /// Forms of address and kinship words.
    HONORIFIC,
    /// What an organisation's name begins with (`sở`, `công ty cổ phần`).
    ORG_HEAD,
    ORG_HEAD_EN,
    /// What an English organisation's name ends with (`Inc`, `University`).
    ORG_TAIL_EN,
    /// Organisations by their full names or abbreviations.
    ORG,
    /// What a place's name begins with (`tỉnh`, `sông`).
    LOC_HEAD,
    EVENT_HEAD,
    EVENT,
    LAW_HEAD,
    UNIT,
    /// Other names: products, peoples, languages, awards.
    MISC,
    /// Words that are capitalised at the start of a sentence only.
    COMMON,
    COMMON_EN,
    /// Words of which names of bodies are made, also in lower case (`phát triển`).
    FIELD,
    /// Administrative heads (`tỉnh`, `thành phố`, `tp`).
    ADMIN,
    /// Bodies that stand before an administrative unit (`ubnd`, `công an`).
    LOCAL_BODY,
    /// Bodies that are not named after people, so a person's name after them is a person.
    OFFICE,
    /// Words after which a place follows (`ở`, `tại`).
    PLACE_BEFORE,
    /// Words after which a person follows (`theo`, `tên`).
    PERSON_BEFORE,
    /// What people do (`nói`, `cho biết`).
    PERSON_AFTER,
    /// What bodies do (`ban hành`, `công bố`).
    ORG_AFTER,
    /// What a work's name follows (`phim`, `cuốn sách`).
    WORK_BEFORE,
    /// Numbers in words.
    NUMERAL,
    /// What multiplies a number (`triệu`, `tỷ`).
    MULTIPLIER,
    /// Peoples of whom `người` and `dân tộc` may be said.
    PEOPLE,
    /// Words that make the noun after them a common one (`các`, `nhiều`).
    PLURAL,
    /// Bodies that smaller ones belong to.
    INSTITUTION,
    /// Heads that name a body without more (`Thành ủy`).
    SOLO,
    /// Heads that are common words in lower case (`tổ chức`).
    WEAK_HEAD,
    /// Bodies that are told apart by numbers.
    NUMBERED_BODY,
    /// Fields that are verbs as often (`tổ chức`, `hợp tác`).
    VERB_FIELD,
    /// Abbreviations that name nothing (`GDP`).
    PLAIN_ABBREVIATION,
    /// Words of two syllables whose second one is also a head (`gia đình`, `yêu cầu`).
    TAILED,
    /// Bodies that one goes to.
    VENUE,
    /// Chambers of a parliament, of which only the country's name is a part.
    CHAMBER,
}

impl Lists {
    /// No list.
    pub(super) const NONE: Self = Self(0);
    /// Lists of Vietnamese places that may stand without a head.
    pub(super) const PLACES: Self =
        Self(Self::PROVINCE.0 | Self::DISTRICT.0 | Self::PLACE.0 | Self::COUNTRY.0 | Self::CITY.0);
    /// Names that mean a place nearly always.
    pub(super) const SURE_PLACES: Self = Self(Self::PROVINCE.0 | Self::COUNTRY.0 | Self::PLACE.0);

    /// Lists of which an entry of more than one word is no name by its first capital.
    pub(super) const COMPOUNDS: Self = Self(
        Self::COMMON.0
            | Self::FIELD.0
            | Self::ROLE.0
            | Self::HONORIFIC.0
            | Self::ORG_HEAD.0
            | Self::LOC_HEAD.0
            | Self::EVENT_HEAD.0
            | Self::LAW_HEAD.0,
    );
    /// Lists of what a name begins with.
    pub(super) const HEADS: Self =
        Self(Self::ORG_HEAD.0 | Self::LOC_HEAD.0 | Self::EVENT_HEAD.0 | Self::LAW_HEAD.0);

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The numbers of the lists, the lowest first.
    pub(super) fn bits(self) -> impl Iterator<Item = u32> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let bit = (rest != 0).then(|| rest.trailing_zeros())?;
            rest &= rest - 1;
            Some(bit)
        })
    }

    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

macro_rules! data {
    ($name:literal) => {
        include_str!(concat!("../../data/", $name, ".txt"))
    };
}

/// The lists and their entries, one a line; `#` starts a comment.
const FILES: [(Lists, &str); 27] = [
    (Lists::PROVINCE, data!("province")),
    (Lists::DISTRICT, data!("district")),
    (Lists::WARD, data!("ward")),
    (Lists::PLACE, data!("place_vi")),
    (Lists::COUNTRY, data!("country_vi")),
    (Lists::COUNTRY, data!("country_en")),
    (Lists::CITY, data!("city")),
    (Lists::SURNAME, data!("surname")),
    (Lists::GIVEN, data!("given")),
    (Lists::GIVEN_EN, data!("given_en")),
    (Lists::SURNAME_EN, data!("surname_en")),
    (Lists::ROLE, data!("role")),
    (Lists::ROLE_EN, data!("role_en")),
    (Lists::HONORIFIC, data!("honorific")),
    (Lists::ORG_HEAD, data!("org_head")),
    (Lists::ORG_HEAD_EN, data!("org_head_en")),
    (Lists::ORG_TAIL_EN, data!("org_tail_en")),
    (Lists::ORG, data!("org")),
    (Lists::LOC_HEAD, data!("loc_head")),
    (Lists::EVENT_HEAD, data!("event_head")),
    (Lists::EVENT, data!("event")),
    (Lists::LAW_HEAD, data!("law_head")),
    (Lists::UNIT, data!("unit")),
    (Lists::MISC, data!("misc")),
    (Lists::COMMON, data!("common")),
    (Lists::COMMON_EN, data!("common_en")),
    (Lists::FIELD, data!("field")),
];

/// A word's number in the gazetteer, and what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Vocab(u32);

/// A place in the trie: words that begin at least one entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Node(u32);

/// All lists.
#[derive(Default)]
pub(super) struct Gazetteer {
    vocabulary: FxHashMap<Box<str>, Vocab>,
    children: FxHashMap<(Node, Vocab), Node>,
    lists: Vec<Lists>,
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::compile);

const ROOT: Node = Node(0);

impl Gazetteer {
    /// The lists, compiled on first use.
    pub(super) fn get() -> &'static Self {
        &GAZETTEER
    }

    /// The number of a folded word that stands in some entry.
    pub(super) fn word(&self, folded: &str) -> Option<Vocab> {
        let folded =
            if matches!(folded, "–" | "—" | "‐" | "‑" | "−") { "-" } else { folded };
        self.vocabulary.get(folded).copied()
    }

    /// Where entries that begin with a word go on.
    pub(super) fn first(&self, word: Vocab) -> Option<Node> {
        self.child(ROOT, word)
    }

    /// Where entries go on after one more word.
    pub(super) fn child(&self, node: Node, word: Vocab) -> Option<Node> {
        self.children.get(&(node, word)).copied()
    }

    /// The lists with an entry that ends here.
    pub(super) fn lists(&self, node: Node) -> Lists {
        self.lists[node.0 as usize]
    }

    fn compile() -> Self {
        let mut compiler = Compiler::default();
        compiler.res.children.reserve(1 << 16);
        compiler.res.vocabulary.reserve(1 << 14);
        compiler.known.reserve(1 << 14);
        compiler.res.lists.push(Lists::NONE);
        for (lists, entries) in FILES {
            let entries = entries.lines().map(str::trim);
            entries
                .filter(|it| !it.is_empty() && !it.starts_with('#'))
                .for_each(|it| compiler.add(it, lists));
        }
        for (lists, entries) in CLOSED {
            entries.split('|').for_each(|it| compiler.add(it, *lists));
        }
        compiler.res
    }
}

#[derive(Default)]
struct Compiler {
    res: Gazetteer,
    /// Lists share most of their words, and folding is what costs.
    known: FxHashMap<&'static str, Vocab>,
}

impl Compiler {
    #[expect(clippy::cast_possible_truncation, reason = "the lists have fewer than 2³² words")]
    fn add(&mut self, entry: &'static str, lists: Lists) {
        let mut node = ROOT;
        for token in tokens(entry) {
            let word = self.word(token.span.slice(entry), token.kind);
            let next = Node(self.res.lists.len() as u32);
            node = *self.res.children.entry((node, word)).or_insert(next);
            if node == next {
                self.res.lists.push(Lists::NONE);
            }
        }
        if node != ROOT {
            let all = &mut self.res.lists[node.0 as usize];
            *all = all.or(lists);
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "the lists have fewer than 2³² words")]
    fn word(&mut self, surface: &'static str, kind: TokenKind) -> Vocab {
        if let Some(known) = self.known.get(surface) {
            return *known;
        }
        let folded = match (kind, surface) {
            (TokenKind::Symbol, "–" | "—" | "‐" | "‑" | "−") => "-".to_owned(),
            _ => fold_entry(surface),
        };
        let next = Vocab(self.res.vocabulary.len() as u32);
        let vocab = *self.res.vocabulary.entry(folded.into()).or_insert(next);
        self.known.insert(surface, vocab);
        vocab
    }
}

/// [`fold`] for the words of lists. Doing all of it at every start would cost more than all the
/// rest; the lists are NFC and hold nothing invisible, which a test checks.
fn fold_entry(surface: &str) -> String {
    let lower = surface.to_lowercase();
    let mut ends = lower.chars().rev();
    let marked = ends.next().is_some_and(|it| "àáảãạèéẻẽẹỳýỷỹỵ".contains(it));
    if marked && matches!(ends.next(), Some('o' | 'u')) { fold(&lower) } else { lower }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lists that hold all of `text`.
    fn lists(text: &str) -> Lists {
        let all = Gazetteer::get();
        let words = tokens(text).map(|it| all.word(&fold(it.span.slice(text))));
        let node = words.into_iter().try_fold(ROOT, |node, word| all.child(node, word?));
        node.map_or(Lists::NONE, |it| all.lists(it))
    }

    #[test]
    fn entries_are_folded_as_texts_are() {
        let closed = CLOSED.iter().flat_map(|it| it.1.split('|'));
        for entry in FILES.iter().flat_map(|it| it.1.lines()).chain(closed) {
            for token in tokens(entry) {
                let word = token.span.slice(entry);
                assert_eq!(fold_entry(word), fold(word), "{entry}");
            }
        }
    }

    #[test]
    fn entries_are_found_in_any_spelling() {
        let cases = [
            ("Hà Nội", Lists::PROVINCE),
            ("Bà Rịa – Vũng Tàu", Lists::PROVINCE),
            ("BÀ RỊA - VŨNG TÀU", Lists::PROVINCE),
            ("Khánh Hoà", Lists::PROVINCE),
            ("Nguye\u{302}\u{303}n", Lists::SURNAME),
            ("giám đốc", Lists::ROLE),
            ("tại", Lists::PLACE_BEFORE),
        ];
        for (text, want) in cases {
            assert!(lists(text).meets(want), "{text}");
        }
        assert!(lists("Hà").meets(Lists::SURNAME) && !lists("Hà").meets(Lists::PROVINCE));
        assert!(lists("không có trong danh sách nào").is_empty());
    }
}
