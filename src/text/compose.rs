//! Letters with marks, put together and taken apart.
//!
//! Only what Latin scripts have in lower case: the whole of Unicode's tables is a fifth of
//! the page, for letters that Vietnamese and English news do not have.

/// Combining marks with the letters they make: before, after, before, after …
///
/// Source: UnicodeData.txt of Unicode 16, the canonical decompositions of lower-case letters
/// in Latin-1 Supplement, Latin Extended-A, -B and Additional.
#[rustfmt::skip]
const MARKS: [(char, &str); 25] = [
    ('\u{300}', "aàeèiìoòuùüǜnǹēḕōṑwẁâầăằêềôồơờưừyỳ"),
    ('\u{301}', "aáeéiíoóuúyýcćlĺnńrŕsśzźüǘgǵåǻæǽøǿçḉēḗïḯkḱmḿõṍōṓpṕũṹwẃâấăắêếôốơớưứ"),
    ('\u{302}', "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷzẑạậẹệọộ"),
    ('\u{303}', "aãnñoõiĩuũvṽâẫăẵeẽêễôỗơỡưữyỹ"),
    ('\u{304}', "aāeēiīoōuūüǖäǟȧǡæǣǫǭöȫõȭȯȱyȳgḡḷḹṛṝ"),
    ('\u{306}', "aăeĕgğiĭoŏuŭȩḝạặ"),
    ('\u{307}', "cċeėgġzżaȧoȯbḃdḋfḟhḣmṁnṅpṗrṙsṡśṥšṧṣṩtṫwẇxẋyẏſẛ"),
    ('\u{308}', "aäeëiïoöuüyÿhḧõṏūṻwẅxẍtẗ"),
    ('\u{309}', "aảâẩăẳeẻêểiỉoỏôổơởuủưửyỷ"),
    ('\u{30a}', "aåuůwẘyẙ"),
    ('\u{30b}', "oőuű"),
    ('\u{30c}', "cčdďeělľnňrřsštťzžaǎiǐoǒuǔüǚgǧkǩʒǯjǰhȟ"),
    ('\u{30f}', "aȁeȅiȉoȍrȑuȕ"),
    ('\u{311}', "aȃeȇiȋoȏrȓuȗ"),
    ('\u{31b}', "oơuư"),
    ('\u{323}', "bḅdḍhḥkḳlḷmṃnṇrṛsṣtṭvṿwẉzẓaạeẹiịoọơợuụưựyỵ"),
    ('\u{324}', "uṳ"),
    ('\u{325}', "aḁ"),
    ('\u{326}', "sștț"),
    ('\u{327}', "cçgģkķlļnņrŗsştţeȩdḑhḩ"),
    ('\u{328}', "aąeęiįuųoǫ"),
    ('\u{32d}', "dḓeḙlḽnṋtṱuṷ"),
    ('\u{32e}', "hḫ"),
    ('\u{330}', "eḛiḭuṵ"),
    ('\u{331}', "bḇdḏkḵlḻnṉrṟtṯzẕhẖ"),
];

/// Marks that are not typed in Unicode's order: the dot below after another mark.
const DISORDERED: (char, &str) = ('\u{323}', "âậăặêệôộ");

/// Whether `it` is written over, under or through the letter before it.
pub(crate) fn is_mark(it: char) -> bool {
    matches!(it, '\u{300}'..='\u{36f}')
}

/// `text` with each letter and the marks after it as one letter, where there is one.
/// For lower-case text.
pub(super) fn compose(text: &str) -> String {
    let mut res = String::with_capacity(text.len());
    for it in text.chars() {
        match res.chars().next_back().filter(|_| is_mark(it)).and_then(|base| with(base, it)) {
            Some(letter) => {
                res.pop();
                res.push(letter);
            }
            None => res.push(it),
        }
    }
    res
}

/// The letter that `base` and `mark` make together, both of lower case.
pub(super) fn with(base: char, mark: char) -> Option<char> {
    let rows = MARKS.iter().chain([&DISORDERED]).filter(|it| it.0 == mark);
    rows.flat_map(|it| pairs(it.1)).find(|it| it.0 == base).map(|it| it.1)
}

/// A lower-case letter without its marks.
pub(super) fn plain(letter: char) -> char {
    if letter.is_ascii() {
        return letter;
    }
    let found = MARKS.iter().flat_map(|it| pairs(it.1)).find(|it| it.1 == letter);
    found.map_or(letter, |it| plain(it.0))
}

fn pairs(row: &str) -> impl Iterator<Item = (char, char)> {
    let mut letters = row.chars();
    std::iter::from_fn(move || Some((letters.next()?, letters.next()?)))
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;

    use super::*;

    fn letters() -> impl Iterator<Item = char> {
        ('\u{c0}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}').filter(|it| it.is_lowercase())
    }

    #[test]
    fn what_unicode_takes_apart_is_put_together() {
        for letter in letters() {
            let (apart, whole) =
                (letter.nfd().collect::<String>(), letter.nfc().collect::<String>());
            assert_eq!(compose(&apart), whole, "{letter}");
            let bare: String = apart.chars().filter(|it| !is_combining_mark(*it)).collect();
            assert_eq!(plain(letter).to_string(), bare, "{letter}");
        }
    }

    #[test]
    fn marks_may_be_typed_in_any_order_and_need_a_letter() {
        let cases = [
            ("e\u{302}\u{323}", "ệ"),
            ("e\u{323}\u{302}", "ệ"),
            ("\u{301}a", "\u{301}a"),
            ("я\u{301}", "я\u{301}"),
        ];
        for (given, want) in cases {
            assert_eq!(compose(given), want, "{given:?}");
        }
    }
}
