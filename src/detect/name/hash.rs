//! Features as numbers.
//!
//! Our own hash and not that of a crate: the model's file is addressed by it, on machines of any
//! word size.

/// The number of something that has parts.
#[inline]
pub(super) const fn mix(one: u32, other: u32) -> u32 {
    let sum = (one ^ other.wrapping_mul(0x9E37_79B1)).rotate_left(13).wrapping_mul(0x85EB_CA77);
    sum ^ (sum >> 15)
}

/// The number of a text: FNV-1a.
pub(super) fn hash(text: &str) -> u32 {
    let step = |sum: u32, byte: u8| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    text.bytes().fold(0x811C_9DC5, step)
}

/// Spreads a number so that its high bits depend on all of it.
#[inline]
pub(super) const fn spread(it: u32) -> u32 {
    let it = (it ^ (it >> 16)).wrapping_mul(0x7FEB_352D);
    let it = (it ^ (it >> 15)).wrapping_mul(0x846C_A68B);
    it ^ (it >> 16)
}
