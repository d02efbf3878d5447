//! Time and identity.

use gloo::utils::window;

use crate::session::Timestamp;

/// Milliseconds since 1970.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds, far below 2^53")]
pub fn now() -> Timestamp {
    js_sys::Date::now() as Timestamp
}

/// A random UUID; a page that is not served securely has only the clock to make one of.
#[must_use]
pub fn uuid() -> String {
    let crypto = window().crypto().ok().filter(|_| window().is_secure_context());
    crypto.map_or_else(|| format!("{:032x}", now()), |it| it.random_uuid())
}
