//! What a Vietnamese syllable looks like: an onset, one to three vowels, a coda, no more than one tone.

/// The longest there could be; `nghiêng` has seven letters.
const MAX_LETTERS: usize = 8;

/// Whether a word, folded, can be a Vietnamese syllable.
pub(super) fn is_syllable(word: &str) -> bool {
    let mut letters = [0; MAX_LETTERS];
    let (mut len, mut tones) = (0, 0);
    for it in word.chars() {
        let Some((letter, has_tone)) = plain(it).filter(|_| len < MAX_LETTERS) else {
            return false;
        };
        letters[len] = letter;
        len += 1;
        tones += u32::from(has_tone);
    }
    tones <= 1 && is_built(&letters[..len])
}

/// Whether plain letters are an onset, vowels and a coda.
fn is_built(letters: &[u8]) -> bool {
    let is_vowel = |it: &u8| b"aeiouy".contains(it);
    let Some(start) = letters.iter().position(is_vowel) else { return false };
    let (onset, rest) = letters.split_at(if letters.starts_with(b"qu") { 2 } else { start });
    let vowels = rest.iter().take_while(|it| is_vowel(it)).count();
    (1..=3).contains(&vowels)
        && matches!(&rest[vowels..], b"" | b"c" | b"ch" | b"m" | b"n" | b"ng" | b"nh" | b"p" | b"t")
        && match onset {
            [] => true,
            [it] => b"bcdDghklmnprstvx".contains(it),
            [_, _] => [b"ch", b"gh", b"gi", b"kh", b"ng", b"nh", b"ph", b"qu", b"th", b"tr"]
                .iter()
                .any(|it| *it == onset),
            _ => onset == b"ngh",
        }
}

/// A letter without its marks, and whether one of them is a tone; `đ` is a letter of its own, here `D`.
fn plain(it: char) -> Option<(u8, bool)> {
    Some(match it {
        'a'..='z' => (it as u8, false),
        'đ' => (b'D', false),
        'ă' | 'â' => (b'a', false),
        'ê' => (b'e', false),
        'ô' | 'ơ' => (b'o', false),
        'ư' => (b'u', false),
        'á' | 'à' | 'ả' | 'ã' | 'ạ' | 'ấ' | 'ầ' | 'ẩ' | 'ẫ' | 'ậ' | 'ắ' | 'ằ' | 'ẳ' | 'ẵ' | 'ặ' => {
            (b'a', true)
        }
        'é' | 'è' | 'ẻ' | 'ẽ' | 'ẹ' | 'ế' | 'ề' | 'ể' | 'ễ' | 'ệ' => (b'e', true),
        'í' | 'ì' | 'ỉ' | 'ĩ' | 'ị' => (b'i', true),
        'ó' | 'ò' | 'ỏ' | 'õ' | 'ọ' | 'ố' | 'ồ' | 'ổ' | 'ỗ' | 'ộ' | 'ớ' | 'ờ' | 'ở' | 'ỡ' | 'ợ' => {
            (b'o', true)
        }
        'ú' | 'ù' | 'ủ' | 'ũ' | 'ụ' | 'ứ' | 'ừ' | 'ử' | 'ữ' | 'ự' => (b'u', true),
        'ý' | 'ỳ' | 'ỷ' | 'ỹ' | 'ỵ' => (b'y', true),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables() {
        for (word, want) in [
            ("nguyễn", true),
            ("nghiêng", true),
            ("quý", true),
            ("yên", true),
            ("ý", true),
            ("đường", true),
            ("ninh", true),
            ("khuya", true),
            ("kim", true),
            ("obama", false),
            ("john", false),
            ("park", false),
            ("nghiêngg", false),
            ("áó", false),
            ("ubnd", false),
            ("tr", false),
            ("müa", false),
            ("2a", false),
            ("", false),
        ] {
            assert_eq!(is_syllable(word), want, "{word}");
        }
    }
}
