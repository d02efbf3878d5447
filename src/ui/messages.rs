//! Every word of the interface, in each of its languages.
//!
//! A language is one [`Messages`]: what it leaves out, the compiler misses.

mod en;
mod failure;
mod vi;

pub use failure::notice;

use super::keys::Act;
use crate::detect::Language;
use crate::document::{Label, LabelId, LabelSet, Origin, Preset, Status, TimexKind};
use crate::session::GroupSort;
use crate::text::OffsetUnit;

/// The interface in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "a message says itself what it is")]
pub struct Messages {
    pub language: &'static str,
    pub other_language: &'static str,
    pub skip_to_article: &'static str,

    pub paste_here: &'static str,
    pub article_text: &'static str,
    pub open: &'static str,
    pub choose_file: &'static str,
    pub or_look_at: &'static str,
    pub sample_vi: &'static str,
    pub sample_en: &'static str,
    pub stays_here: &'static str,
    pub drop_here: &'static str,
    pub finds: &'static str,
    pub and_then: &'static str,

    pub title: &'static str,
    pub untitled: &'static str,
    pub reference_date: &'static str,
    pub reference_date_hint: &'static str,
    pub clear_date: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub import: &'static str,
    pub export: &'static str,
    pub export_options: &'static str,
    pub download: &'static str,
    pub offsets_count: &'static str,
    pub unit: fn(OffsetUnit) -> &'static str,
    pub with_rejected: &'static str,
    pub new_article: &'static str,
    pub help: &'static str,
    pub saved: &'static str,
    pub saving: &'static str,
    pub not_saved: &'static str,
    pub detecting: &'static str,

    pub article: &'static str,
    pub article_keys: &'static str,
    pub label_selection: &'static str,
    pub pieces: fn(usize) -> String,
    pub annotations: &'static str,
    pub annotation: &'static str,
    pub all: &'static str,
    pub filter_by_label: &'static str,
    pub filter_by_status: &'static str,
    pub nothing_shown: &'static str,
    pub drop_apart: &'static str,
    pub nothing_yet: &'static str,
    pub accept_shown: fn(usize) -> String,
    pub reject_shown: fn(usize) -> String,
    pub filter_by_words: &'static str,
    pub sorted_by: &'static str,
    pub sort: fn(GroupSort) -> &'static str,
    pub fold_all: &'static str,
    pub unfold_all: &'static str,
    pub mentions_of: fn(&str) -> String,
    pub count: fn(usize) -> String,
    pub left: fn(usize) -> String,
    pub all_reviewed: &'static str,

    pub find: &'static str,
    pub no_hit: &'static str,
    pub any_marks: &'static str,
    pub same_case: &'static str,
    pub whole_words: &'static str,
    pub find_where: &'static str,
    pub anywhere: &'static str,
    pub in_annotations: &'static str,
    pub any_status: &'static str,
    pub label_all: fn(usize) -> String,
    pub timeline: &'static str,
    pub undated: &'static str,
    pub mentions: fn(usize) -> String,
    pub minimap: &'static str,

    pub label: fn(&LabelId) -> Option<&'static str>,
    pub status: fn(Status) -> &'static str,
    pub origin: fn(Origin) -> &'static str,
    pub timex_kind: fn(TimexKind) -> &'static str,
    pub accept: &'static str,
    pub reject: &'static str,
    pub remove: &'static str,
    pub restore: &'static str,
    pub close: &'static str,
    pub elsewhere: fn(usize) -> String,
    pub elsewhere_uncounted: &'static str,
    pub note: &'static str,
    pub note_hint: &'static str,
    pub entity: &'static str,
    pub entity_name: &'static str,
    pub entity_link: &'static str,
    pub entity_link_hint: &'static str,
    pub same_as: &'static str,
    pub same_as_hint: &'static str,
    pub no_entity: &'static str,
    pub take_out: &'static str,
    pub value: &'static str,
    pub kind: &'static str,
    pub no_value: &'static str,
    pub value_wrong: &'static str,
    pub value_from: fn(&str, &str) -> String,
    pub or_is_it: &'static str,
    pub rule: &'static str,
    pub confidence: &'static str,
    pub current: fn(&str, &str, &str) -> String,

    pub labels: &'static str,
    pub labels_hint: &'static str,
    pub new_label: &'static str,
    pub add_label: &'static str,
    pub apply: &'static str,
    pub cancel: &'static str,
    pub color_of: fn(&str) -> String,
    pub key_of: fn(&str) -> String,
    pub label_name: &'static str,
    pub move_up: &'static str,
    pub move_down: &'static str,
    pub show_label: &'static str,
    pub hide_label: &'static str,
    pub remove_label: &'static str,
    pub gone_label: fn(&str, usize) -> String,
    pub becomes: fn(&str) -> String,
    pub remove_all: &'static str,
    pub label_without_name: &'static str,
    pub name_twice: fn(&str) -> String,
    pub key_twice: fn(&str) -> String,
    pub label_sets: &'static str,
    pub keep_set_as: &'static str,
    pub import_labels: &'static str,
    pub export_labels: &'static str,
    pub preset: fn(Preset) -> &'static str,

    pub retype_hint: &'static str,
    pub article_lines: &'static str,
    pub original: &'static str,

    pub personal: &'static str,
    pub personal_hint: &'static str,
    pub personal_empty: &'static str,
    pub personal_search: &'static str,
    pub learn: &'static str,
    pub what_it_is: fn(&str) -> String,
    pub no_name: &'static str,
    pub forget: &'static str,
    pub forget_all: &'static str,
    pub forget_all_sure: &'static str,

    pub review: &'static str,
    pub review_on: &'static str,
    pub review_back: &'static str,

    pub offer_label: fn(&str, &str, usize) -> String,
    pub offer_resize: fn(&str, &str, usize) -> String,
    pub offer_reject: fn(&str, &str, usize) -> String,
    pub offer_value: fn(&str, usize) -> String,

    pub keyboard: &'static str,
    pub keyboard_hint: &'static str,
    pub key_label: &'static str,
    pub act: fn(Act) -> &'static str,
    pub change_key: &'static str,
    pub press_key: &'static str,
    pub no_key: &'static str,
    pub reset_key: &'static str,
    pub key_taken: fn(&str) -> String,
    pub key_reserved: &'static str,
    pub characters_need_alt: &'static str,
    pub allow_editing: &'static str,
    pub space: &'static str,
    pub commands: &'static str,
    pub commands_hint: &'static str,
    pub no_command: &'static str,
    pub label_as: fn(&str) -> String,
    pub mouse: &'static str,
    pub mouse_select: &'static str,
    pub mouse_exact: &'static str,
    pub mouse_click: &'static str,
    pub mouse_list: &'static str,
}

/// The interface in `language`.
#[must_use]
pub const fn messages(language: Language) -> &'static Messages {
    match language {
        Language::Vi => &vi::MESSAGES,
        Language::En => &en::MESSAGES,
    }
}

/// The other language of the interface.
#[must_use]
pub const fn other(language: Language) -> Language {
    match language {
        Language::Vi => Language::En,
        Language::En => Language::Vi,
    }
}

/// What people call a label: a built-in one is translated until somebody renames it.
#[must_use]
pub fn label_name(language: Language, labels: &LabelSet, id: &LabelId) -> String {
    let named = labels.get(id).map_or(id.as_str(), |it: &Label| &it.name);
    let original = (en::MESSAGES.label)(id);
    let translated = (messages(language).label)(id).filter(|_| original == Some(named));
    translated.unwrap_or(named).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_in_labels_have_a_name_in_each_language() {
        let labels = LabelSet::builtin();
        for label in &labels {
            assert_eq!(label_name(Language::En, &labels, &label.id), label.name);
            assert_ne!(label_name(Language::Vi, &labels, &label.id), label.name);
        }
    }

    #[test]
    fn a_renamed_label_keeps_its_name_in_each_language() {
        let mut own: Vec<Label> = LabelSet::builtin().iter().cloned().collect();
        "Nhân vật".clone_into(&mut own[0].name);
        let labels = LabelSet::from_labels(own).unwrap();
        for language in [Language::Vi, Language::En] {
            assert_eq!(label_name(language, &labels, &LabelId::PER), "Nhân vật");
        }
    }
}
