//! dau
