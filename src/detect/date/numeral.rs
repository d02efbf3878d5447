//! Numbers in digits, and what words do inside of written-out numbers.

use super::stream::Stream;

/// What a word does in a written-out number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumWord {
    /// 0–19 by itself: `ba`, `twelve`.
    Unit(u32),
    /// A unit that only stands after tens: `mốt`, `tư`, `lăm`.
    After(u32),
    /// Ten, with units after it: `mười`.
    Ten,
    /// Makes tens of the unit before it: `mươi`.
    Tens,
    /// 20–90 by itself: `twenty`.
    Whole(u32),
    /// Hundreds.
    Hundred,
    /// Thousands and more.
    Big(u32),
    /// Stands between hundreds and units: `linh`, `lẻ`, `and`.
    Link,
    /// A unit as an ordinal: `third`.
    Ordinal(u32),
    /// Tens as an ordinal: `twentieth`.
    OrdinalTens(u32),
}

/// An amount in thousandths, so that it can be counted with and written exactly.
pub(super) type Milli = i64;

/// How an amount is said that nobody can know: `vài`, `several`.
pub(super) const UNKNOWN: Milli = i64::MIN;

/// As TIMEX3 writes an amount: `10`, `1.5`, `X`.
pub(super) fn written(amount: Milli) -> String {
    if amount == UNKNOWN {
        return "X".to_owned();
    }
    let (whole, rest) = (amount / 1000, amount % 1000);
    if rest == 0 {
        return whole.to_string();
    }
    format!("{whole}.{rest:03}").trim_end_matches('0').to_owned()
}

/// An amount in digits with the separators of a language whose decimals follow
/// `decimal`; the other one of `.` and `,` stands between thousands.
pub(super) fn digits(stream: &Stream<'_>, at: usize, decimal: &str) -> Option<(Milli, usize)> {
    let first = stream.lex(at);
    if first.digits == 0 || first.number > 9_999_999 {
        return None;
    }
    let (mut whole, mut next) = (i64::from(first.number), at + 1);
    while first.digits <= 3 && is_group(stream, next) && stream.word(next) != decimal {
        whole = whole.checked_mul(1000)? + i64::from(stream.lex(next + 1).number);
        next += 2;
    }
    let joined = stream.touches(next) && stream.touches(next + 1) && stream.is_digits(next + 1);
    if joined && matches!(stream.word(next), "." | ",") {
        let part = stream.lex(next + 1);
        let scale = 10_i64.checked_pow(3_u32.checked_sub(u32::from(part.digits))?)?;
        return Some((whole * 1000 + i64::from(part.number) * scale, next + 2));
    }
    if joined && stream.word(next) == "/" {
        return None;
    }
    Some((whole * 1000, next))
}

/// A separator and three digits.
fn is_group(stream: &Stream<'_>, at: usize) -> bool {
    matches!(stream.word(at), "." | ",")
        && stream.touches(at)
        && stream.touches(at + 1)
        && stream.lex(at + 1).digits == 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_exactly() {
        for (amount, want) in
            [(10_000, "10"), (1_500, "1.5"), (250, "0.25"), (1_005, "1.005"), (UNKNOWN, "X")]
        {
            assert_eq!(written(amount), want);
        }
    }
}
