//! Whole sets of labels: those that come with the page, those that are kept, and files.

use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::draft::Draft;
use crate::detect::Language;
use crate::document::{LabelSet, Preset};
use crate::formats::labels;
use crate::session::Notice;
use crate::ui::messages::{messages, notice};
use crate::ui::platform::{files, preferences};

/// A choice of sets, and what is done with the one at hand.
pub(super) fn view(draft: &UseStateHandle<Draft>, language: Language) -> Html {
    let t = messages(language);
    let kept = preferences::label_sets();
    let names: Vec<String> = kept.iter().map(|it| it.0.clone()).collect();
    let choose = {
        let draft = draft.clone();
        move |event: Event| {
            let field = event.target_unchecked_into::<HtmlSelectElement>();
            let value = field.value();
            let preset = Preset::ALL.iter().find(|it| it.id() == value).map(|it| it.labels());
            let own =
                || kept.iter().find(|it| format!("={}", it.0) == value).map(|it| it.1.clone());
            if let Some(labels) = preset.or_else(own) {
                replace(&draft, labels);
            }
            field.set_value("");
        }
    };
    let keep = {
        let draft = draft.clone();
        move |event: Event| {
            let field = event.target_unchecked_into::<HtmlInputElement>();
            let name = field.value().trim().to_owned();
            if !name.is_empty() {
                preferences::keep_label_set(&name, draft.all());
                field.set_value("");
                draft.set(Draft::clone(&draft));
            }
        }
    };
    let export = {
        let draft = draft.clone();
        move |_: MouseEvent| {
            let file = labels::write(draft.all());
            // A browser that cannot make a file has told so by itself.
            let _ = files::download("labels.json", "application/json", file.as_bytes());
        }
    };
    html! {
        <div class="label-sets">
            <select data-testid="label-set" aria-label={t.label_sets} onchange={choose}>
                <option value="" selected=true>{ t.label_sets }</option>
                { for Preset::ALL.iter().map(|it| html! { <option value={it.id()}>{ (t.preset)(*it) }</option> }) }
                { for names.into_iter().map(|it| html! { <option value={format!("={it}")}>{ it }</option> }) }
            </select>
            <input type="text" data-testid="keep-label-set" placeholder={t.keep_set_as} aria-label={t.keep_set_as} onchange={keep} />
            <label class="button">
                { t.import_labels }
                <input type="file" class="unseen" data-testid="import-labels" accept=".json,application/json" onchange={import(draft, language)} />
            </label>
            <button type="button" data-testid="export-labels" onclick={export}>{ t.export_labels }</button>
        </div>
    }
}

/// A file as the set; one that cannot be read changes nothing.
fn import(draft: &UseStateHandle<Draft>, language: Language) -> Callback<Event> {
    let draft = draft.clone();
    Callback::from(move |event: Event| {
        let field = event.target_unchecked_into::<HtmlInputElement>();
        let Some(file) = field.files().and_then(|it| it.item(0)) else { return };
        let draft = draft.clone();
        spawn_local(async move {
            let read = files::read(file).await.map_err(Notice::FileFailed);
            let read = read.and_then(|it| labels::read(&it).map_err(Notice::ImportFailed));
            let mut new = Draft::clone(&draft);
            match read {
                Ok(labels) => new.replace(labels),
                Err(why) => new.refuse(notice(language, &why).0),
            }
            draft.set(new);
        });
        // So that the same file can be chosen again.
        field.set_value("");
    })
}

fn replace(draft: &UseStateHandle<Draft>, labels: LabelSet) {
    let mut new = Draft::clone(draft);
    new.replace(labels);
    draft.set(new);
}
