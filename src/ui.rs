//! The page: the only floor that knows the web.

pub mod api;
pub mod platform;
