//! Starts the detector's worker.

fn main() {}
