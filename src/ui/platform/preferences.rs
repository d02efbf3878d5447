//! What a person likes, kept on the device.

use gloo::events::EventListener;
use gloo::storage::{LocalStorage, Storage};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{StorageEvent, UrlSearchParams};
use yew::Callback;

use crate::detect::Language;
use crate::document::LabelSet;
use crate::formats::labels;
use crate::ui::keys::Keymap;

const LANGUAGE: &str = "dau.language";
const KEYS: &str = "dau.keys";
const LABELS: &str = "dau.labels";
const LABEL_SETS: &str = "dau.label-sets";
const PERSONAL: &str = "dau.personal";
const LEARNING: &str = "dau.learning";
const EDITING: &str = "dau.editing";
const DRAFT: &str = "dau.draft";
const TIMELINE: &str = "dau.timeline";

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

/// The labels of new articles, if the person has chosen others than the built-in ones.
#[must_use]
pub fn labels() -> Option<LabelSet> {
    labels::read(&LocalStorage::get::<String>(LABELS).ok()?).ok()
}

/// Remembers them.
pub fn keep_labels(set: &LabelSet) {
    let _ = LocalStorage::set(LABELS, labels::write(set));
}

/// The sets of labels that the person has kept, by name.
#[must_use]
pub fn label_sets() -> Vec<(String, LabelSet)> {
    let kept: Vec<(String, String)> = LocalStorage::get(LABEL_SETS).unwrap_or_default();
    let read = |(name, file): (String, String)| Some((name, labels::read(&file).ok()?));
    kept.into_iter().filter_map(read).collect()
}

/// Keeps a set under a name, in the place of one that has it already.
pub fn keep_label_set(name: &str, set: &LabelSet) {
    let mut kept = label_sets();
    kept.retain(|it| it.0 != name);
    kept.push((name.to_owned(), set.clone()));
    let files: Vec<_> = kept.iter().map(|it| (&it.0, labels::write(&it.1))).collect();
    let _ = LocalStorage::set(LABEL_SETS, files);
}

/// What was learnt from the person, as a file.
#[must_use]
pub fn personal() -> Option<String> {
    LocalStorage::get(PERSONAL).ok()
}

/// Remembers it.
///
/// # Errors
///
/// What the browser says if there is no room for it.
pub fn keep_personal(file: &str) -> Result<(), String> {
    LocalStorage::set(PERSONAL, file).map_err(|it| it.to_string())
}

/// Tells what was learnt in another page, for as long as it lives.
pub fn follow_personal(tell: Callback<String>) -> EventListener {
    EventListener::new(&window(), "storage", move |event| {
        let is_it =
            event.dyn_ref::<StorageEvent>().is_some_and(|it| it.key().as_deref() == Some(PERSONAL));
        if let (true, Some(file)) = (is_it, personal()) {
            tell.emit(file);
        }
    })
}

/// Whether corrections are learnt from, as long as nothing else was chosen.
#[must_use]
pub fn is_learning() -> bool {
    LocalStorage::get(LEARNING).unwrap_or(true)
}

/// Remembers the choice.
pub fn choose_learning(learning: bool) {
    let _ = LocalStorage::set(LEARNING, learning);
}

/// Whether the text of articles can be edited; not as long as nothing else was chosen.
#[must_use]
pub fn is_editing() -> bool {
    LocalStorage::get(EDITING).unwrap_or(false)
}

/// Remembers the choice.
pub fn choose_editing(editing: bool) {
    let _ = LocalStorage::set(EDITING, editing);
}

/// What was typed on the empty sheet and not opened yet.
#[must_use]
pub fn draft() -> String {
    LocalStorage::get(DRAFT).unwrap_or_default()
}

/// Keeps it; nothing if it is empty.
pub fn keep_draft(text: &str) {
    match text {
        "" => LocalStorage::delete(DRAFT),
        _ => drop(LocalStorage::set(DRAFT, text)),
    }
}

/// Whether the time line is unfolded; where nothing was chosen, on a window with room for it.
#[must_use]
pub fn timeline() -> bool {
    const ROOM: f64 = 900.0;
    let wide = || window().inner_width().ok()?.as_f64().map(|it| it >= ROOM);
    LocalStorage::get(TIMELINE).ok().or_else(wide).unwrap_or(true)
}

/// Remembers it, like the language.
pub fn keep_timeline(open: bool) {
    let _ = LocalStorage::set(TIMELINE, open);
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
