//! The exponential function, the same to the bit on every machine.

/// Has no room for halves: what is added to it and taken from it again is whole. Not
/// `round_ties_even`, which is a call for each number where the compiler's target has no instruction.
const ROUND: f32 = 12_582_912.0;

/// e to the power of `x`, to about six digits; powers below −60 are as good as nothing.
///
/// Of additions, multiplications and shifts only, which IEEE 754 fixes, unlike the function of the
/// platform: what is trained on one machine is trained alike on every other.
#[inline]
pub(super) fn exp(x: f32) -> f32 {
    let x = x.clamp(-60.0, 60.0);
    let whole = (x * std::f32::consts::LOG2_E + ROUND) - ROUND;
    let rest = x - whole * std::f32::consts::LN_2;
    let series = [1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5, 1.0, 1.0];
    let power = series.iter().fold(0.0, |sum, it| sum * rest + it);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from -87 to 87")]
    let two = f32::from_bits(((whole as i32 + 127) as u32) << 23);
    power * two
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_nearly_the_true_one() {
        for at in -500..500 {
            let x = at as f32 / 10.0;
            let off = exp(x) / x.exp() - 1.0;
            assert!(off.abs() < 1e-5, "{x}: {off}");
        }
        assert!(exp(f32::NEG_INFINITY) < 1e-25);
    }
}
