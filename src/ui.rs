//! The page: the only floor that knows the web.
//!
//! [`app::App`] runs the session and draws it; everything below it is a component
//! without a will of its own, or a pure function that a host test can reach.

pub mod api;
pub mod app;
mod article;
mod bar;
mod chips;
mod empty;
mod export;
mod file_button;
mod filter;
mod focus;
mod header;
mod help;
mod icon;
mod inspector;
pub mod keys;
mod list;
pub mod messages;
mod notices;
pub mod palette;
pub mod platform;
pub mod reading;
mod reveal;
mod run;
mod same;
mod samples;
mod selecting;
pub mod selection;
mod sheet;
mod side;
mod stylesheet;
mod watch;

/// Starts the page.
pub fn start() {
    yew::Renderer::<app::App>::new().render();
}
