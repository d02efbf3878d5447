//! Files in and out; knows nothing of the session.

pub mod notation;
