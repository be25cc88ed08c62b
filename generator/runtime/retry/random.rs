//! Chance, good enough for jitter and for keys that must not repeat. Not for secrets.

use std::hash::{BuildHasher, RandomState};

/// A random number: a constant, hashed with a new key. The standard library seeds its keys from the operating system.
fn number() -> u64 {
    RandomState::new().hash_one(0)
}

/// From 0 to 1.
pub(crate) fn fraction() -> f64 {
    // 32 bits are plenty, and fit a float exactly.
    let number = u32::try_from(number() >> 32).unwrap_or_default();
    f64::from(number) / f64::from(u32::MAX)
}

/// A key that is used once, in the form of a random UUID (RFC 9562 section 5.4).
pub(crate) fn key() -> String {
    let (high, low) = (number(), number());
    format!(
        "{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}",
        high >> 32,
        high >> 16 & 0xFFFF,
        high & 0x0FFF,
        low >> 48 & 0x3FFF | 0x8000,
        low & 0xFFFF_FFFF_FFFF,
    )
}
