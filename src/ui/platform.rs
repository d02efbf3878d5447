//! What the browser offers, behind plain functions.

pub mod clock;
pub mod codec;
pub mod detector;
pub mod files;
pub mod patch;
pub mod place;
pub mod preferences;
pub mod storage;
pub mod timing;
