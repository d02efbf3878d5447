//! What a person likes, kept on the device.

use gloo::storage::{LocalStorage, Storage};
use gloo::utils::window;
use web_sys::UrlSearchParams;

use crate::detect::Language;
use crate::ui::keys::Keymap;

const LANGUAGE: &str = "dau.language";
const KEYS: &str = "dau.keys";

/// The language of the page: what the address asks for (`?lang=vi`), else what was
/// chosen before, else the browser's own, else English.
#[must_use]
pub fn language() -> Language {
    asked().or_else(chosen).unwrap_or_else(preferred)
}

/// Remembers a choice. A browser that keeps nothing has it for this visit only.
pub fn choose_language(language: Language) {
    let _ = LocalStorage::set(LANGUAGE, language.as_str());
}

/// What the person has changed about the keys; nothing where what is stored cannot be read.
#[must_use]
pub fn keymap() -> Keymap {
    LocalStorage::get(KEYS).unwrap_or_default()
}

/// Remembers it, like the language.
pub fn keep_keymap(keymap: &Keymap) {
    let _ = LocalStorage::set(KEYS, keymap);
}

fn asked() -> Option<Language> {
    let query = window().location().search().ok()?;
    Language::parse(&UrlSearchParams::new_with_str(&query).ok()?.get("lang")?)
}

fn chosen() -> Option<Language> {
    Language::parse(&LocalStorage::get::<String>(LANGUAGE).ok()?)
}

fn preferred() -> Language {
    let browser = window().navigator().language().unwrap_or_default();
    if browser.starts_with("vi") { Language::Vi } else { Language::En }
}
