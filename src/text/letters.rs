//! A text letter by letter, one spelling for what reads the same, with the offsets that
//! [`fold`](super::fold()) loses.

use super::Span;
use super::compose::{is_mark, plain, with};
use super::fold::{is_invisible, other_spelling};

/// How much two letters may differ and still be the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Marks {
    /// Case, NFC or NFD and the place of the tone mark do not count.
    #[default]
    Kept,
    /// No mark counts, nor the stroke of `đ`.
    Bare,
}

/// The letters of a text, in lower case and put together. A run of white space is one space, or one
/// `\n` if there is an empty line in it; what a reader does not see is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    letters: Vec<char>,
    // Where each begins, in bytes. Invariant: as many as there are letters.
    starts: Vec<u32>,
    // Of the text, in bytes.
    len: u32,
}

impl Letters {
    /// One walk over `text`.
    #[must_use]
    pub fn new(text: &str, marks: Marks) -> Self {
        let room = text.len() - text.len() / 8;
        let mut res = Self {
            letters: Vec::with_capacity(room),
            starts: Vec::with_capacity(room),
            len: Span::of(&(0..text.len())).end(),
        };
        let mut folding = Folding::new(marks);
        for (at, it) in text.char_indices() {
            match folding.fold(it) {
                Folded::Letter(it) => res.push(it, at),
                Folded::Space if folding.breaks == 2 => res.replace('\n'),
                Folded::Space if res.letters.last().is_some_and(|it| is_space(*it)) => {}
                Folded::Space => res.push(' ', at),
                Folded::Mark(mark) => res.put_on(mark, at),
                Folded::Nothing => {}
            }
        }
        res
    }

    fn push(&mut self, letter: char, at: usize) {
        self.letters.push(letter);
        self.starts.push(Span::of(&(0..at)).end());
    }

    fn replace(&mut self, letter: char) {
        if let Some(last) = self.letters.last_mut() {
            *last = letter;
        }
    }

    /// A mark that makes no letter with the one before it stands by itself.
    fn put_on(&mut self, mark: char, at: usize) {
        match self.letters.last().and_then(|it| with(*it, mark)) {
            Some(letter) => self.replace(letter),
            None => self.push(mark, at),
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.letters.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// Without white space at both ends.
    #[must_use]
    pub fn trimmed(mut self) -> Self {
        while self.letters.last().is_some_and(|it| is_space(*it)) {
            self.letters.pop();
            self.starts.pop();
        }
        if self.letters.first().is_some_and(|it| is_space(*it)) {
            self.letters.remove(0);
            self.starts.remove(0);
        }
        self
    }

    /// Where the letter `idx` begins, in bytes; the end of the text after the last one.
    #[must_use]
    pub fn start(&self, idx: usize) -> u32 {
        self.starts.get(idx).copied().unwrap_or(self.len)
    }

    /// Whether there is a letter or a digit at `idx`; at a place before the first there is none.
    #[must_use]
    pub fn is_word(&self, idx: Option<usize>) -> bool {
        idx.and_then(|it| self.letters.get(it)).is_some_and(|it| it.is_alphanumeric())
    }

    /// The places, as numbers of letters, where `wanted` stands. They may overlap.
    pub fn places<'a>(&'a self, wanted: &'a Self) -> impl Iterator<Item = usize> + 'a {
        let first = wanted.letters.first().copied();
        // The same syllable may begin with another letter: `oà` and `òa`.
        let other = wanted.pair(0).and_then(other_spelling).map(|it| it[0]);
        let ends = (self.len() + 1).saturating_sub(wanted.len().max(1));
        let begins = self.letters[..ends].iter().enumerate();
        let begins = begins.filter(move |(_, it)| Some(**it) == first || Some(**it) == other);
        begins.map(|it| it.0).filter(|at| self.stands_at(*at, wanted))
    }

    fn stands_at(&self, at: usize, wanted: &Self) -> bool {
        let mut idx = 0;
        while idx < wanted.len() {
            if self.letters[at + idx] == wanted.letters[idx] {
                idx += 1;
            } else if self.is_spelt_otherwise(at + idx, wanted.pair(idx)) {
                idx += 2;
            } else {
                return false;
            }
        }
        true
    }

    fn pair(&self, idx: usize) -> Option<[char; 2]> {
        Some([*self.letters.get(idx)?, *self.letters.get(idx + 1)?])
    }

    /// Only an open syllable has two spellings, and `qu` is a consonant.
    fn is_spelt_otherwise(&self, at: usize, wanted: Option<[char; 2]>) -> bool {
        let open = self.letters.get(at + 2).is_none_or(|it| !it.is_alphabetic());
        let after_q = at > 0 && self.letters[at - 1] == 'q';
        let other = wanted.and_then(other_spelling);
        open && !after_q && other.is_some() && self.pair(at) == other
    }
}

fn is_space(it: char) -> bool {
    it == ' ' || it == '\n'
}

/// What a character is to [`Letters`].
#[derive(Clone, Copy)]
enum Folded {
    Letter(char),
    Space,
    Mark(char),
    Nothing,
}

/// Reads one character after the other.
struct Folding {
    marks: Marks,
    // Line ends in the white space that was read last.
    breaks: u32,
    after_return: bool,
    // Few different characters make most of a text.
    known: [(char, Folded); 256],
}

impl Folding {
    fn new(marks: Marks) -> Self {
        let known = [('\0', Folded::Letter('\0')); 256];
        Self { marks, breaks: 0, after_return: false, known }
    }

    fn fold(&mut self, it: char) -> Folded {
        let res = if it.is_ascii() { ascii(it) } else { self.look_up(it) };
        match res {
            Folded::Space => self.breaks += u32::from(self.is_break(it)),
            Folded::Letter(_) => self.breaks = 0,
            Folded::Mark(_) | Folded::Nothing => {}
        }
        self.after_return = it == '\r';
        res
    }

    /// `\r\n` is one line end.
    fn is_break(&self, it: char) -> bool {
        it == '\r' || (it == '\n' && !self.after_return)
    }

    fn look_up(&mut self, it: char) -> Folded {
        let slot = (it as usize ^ (it as usize >> 8)) & 255;
        if self.known[slot].0 != it {
            self.known[slot] = (it, other(it, self.marks));
        }
        self.known[slot].1
    }
}

fn ascii(it: char) -> Folded {
    match it {
        ' ' | '\t'..='\r' => Folded::Space,
        _ => Folded::Letter(it.to_ascii_lowercase()),
    }
}

fn other(it: char, marks: Marks) -> Folded {
    if is_invisible(it) {
        Folded::Nothing
    } else if is_mark(it) {
        if marks == Marks::Bare { Folded::Nothing } else { Folded::Mark(it) }
    } else if it.is_whitespace() {
        Folded::Space
    } else {
        let lower = it.to_lowercase().next().unwrap_or(it);
        Folded::Letter(match (marks, lower) {
            (Marks::Kept, _) => lower,
            (Marks::Bare, 'đ') => 'd',
            (Marks::Bare, _) => plain(lower),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str, marks: Marks) -> String {
        Letters::new(text, marks).letters.iter().collect()
    }

    #[test]
    fn what_reads_the_same_has_the_same_letters() {
        let cases = [
            ("", "", ""),
            ("Đường ĐIỆN", "đường điện", "duong dien"),
            ("Nguye\u{302}\u{303}n", "nguyễn", "nguyen"),
            ("VIE\u{323}\u{302}T", "việt", "viet"),
            ("Hà\u{200b} \u{a0}\t Nội", "hà nội", "ha noi"),
            ("a\nb\r\nc", "a b c", "a b c"),
            ("a\n\nb\r\n\r\nc \n \n\nd", "a\nb\nc\nd", "a\nb\nc\nd"),
            ("x\u{302}😀", "x\u{302}😀", "x😀"),
            ("\u{301}a", "\u{301}a", "a"),
            ("İ", "i", "i"),
        ];
        for (text, kept, bare) in cases {
            assert_eq!(letters(text, Marks::Kept), kept, "{text:?}");
            assert_eq!(letters(text, Marks::Bare), bare, "{text:?}");
        }
    }

    #[test]
    fn letters_know_where_they_begin() {
        let letters = Letters::new("Nguye\u{302}\u{303}n\u{200b}  b", Marks::Kept);
        assert_eq!(letters.starts, [0, 1, 2, 3, 4, 9, 13, 15]);
        assert_eq!(letters.start(8), 16);
    }

    #[test]
    fn the_tone_mark_may_stand_on_either_vowel_of_an_open_syllable() {
        // (text, what is looked for, at which letters)
        let cases: [(&str, &str, &[usize]); 11] = [
            ("Hoà Bình, Hòa Bình", "hoà", &[0, 10]),
            ("Hoà Bình, Hòa Bình", "Hòa B", &[0, 10]),
            ("oà òa", "oà", &[0, 3]),
            ("oà òa", "òa", &[0, 3]),
            ("hoàng", "hoà", &[0]),
            ("hoàng", "hòa", &[]),
            ("hoàng", "àng", &[2]),
            ("quý, qúy", "quý", &[0]),
            ("thuỷ", "thủy", &[0]),
            ("hoá", "hòa", &[]),
            ("aaa", "aa", &[0, 1]),
        ];
        for (text, wanted, want) in cases {
            let (text, wanted) =
                (Letters::new(text, Marks::Kept), Letters::new(wanted, Marks::Kept));
            assert_eq!(text.places(&wanted).collect::<Vec<_>>(), want, "{wanted:?}");
        }
    }

    #[test]
    fn nothing_stands_nowhere() {
        let text = Letters::new("abc", Marks::Kept);
        for wanted in ["", "abcd", "x"] {
            assert_eq!(text.places(&Letters::new(wanted, Marks::Kept)).count(), 0, "{wanted:?}");
        }
        assert_eq!(Letters::default().places(&text).count(), 0);
    }
}
