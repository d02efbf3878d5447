//! The page: the only floor that knows the web.
//!
//! [`app::App`] runs the session and draws it; everything below it is a component
//! without a will of its own, or a pure function that a host test can reach.

pub mod api;
pub mod app;
pub mod article;
pub mod bar;
pub mod chips;
pub mod commands;
pub mod dialog;
pub mod empty;
pub mod export;
pub mod file_button;
pub mod filter;
pub mod find_bar;
pub mod focus;
pub mod header;
pub mod help;
pub mod highlights;
pub mod icon;
pub mod inspector;
pub mod keys;
pub mod labels;
pub mod lines;
pub mod list;
pub mod messages;
pub mod minimap;
pub mod notices;
pub mod offer;
pub mod over;
pub mod palette;
pub mod personal;
pub mod platform;
pub mod point;
pub mod reading;
pub mod retype;
pub mod reveal;
pub mod review;
pub mod run;
pub mod same;
pub mod samples;
pub mod section;
pub mod selecting;
pub mod selection;
pub mod sheet;
pub mod shortcut;
pub mod side;
pub mod stylesheet;
pub mod timeline;
pub mod typing;
pub mod watch;

use wasm_bindgen_futures::spawn_local;

use self::platform::place::Place;

/// Starts the page, once it is known where its article is kept.
pub fn start() {
    spawn_local(async {
        let place = Place::own().await;
        yew::Renderer::<app::App>::with_props(app::AppProps { place }).render();
    });
}
