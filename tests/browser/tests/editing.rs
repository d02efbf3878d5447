//! Correcting with the mouse and the keyboard.

use anyhow::ensure;
use browser::browse;
use browser::desk::check_file;
use browser::page::Page;

/// Coined places and people that no list knows, so that what is annotated is what the test annotates.
const TEXT: &str = "chuyện kể ở bến sông: ngày xưa có lão Vèo và mụ Xịp.\n\nmụ Xịp hỏi lão Vèo.";

async fn labels(page: &Page, text: &str) -> anyhow::Result<String> {
    Ok(page.labels_of(text).await?.join(" "))
}

#[test]
fn a_dragged_name_is_labelled_by_key_relabelled_deleted_and_had_back() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.drag_over("bến sông").await?;
        page.press("3").await?;
        assert_eq!(labels(page, "bến sông").await?, "LOC");
        // The keys are for the new annotation now.
        page.press("9").await?;
        assert_eq!(labels(page, "bến sông").await?, "MISC");
        page.press("Delete").await?;
        assert_eq!(labels(page, "bến sông").await?, "");
        for want in ["MISC", "LOC", ""] {
            page.press("Ctrl+z").await?;
            assert_eq!(labels(page, "bến sông").await?, want);
        }
        for want in ["LOC", "MISC", ""] {
            page.press("Ctrl+Shift+z").await?;
            assert_eq!(labels(page, "bến sông").await?, want);
        }
        Ok(())
    });
}

#[test]
fn a_drag_takes_whole_words_and_with_alt_just_what_it_took() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.drag_over("ến sôn").await?;
        page.press("3").await?;
        assert_eq!(labels(page, "bến sông").await?, "LOC");
        page.press("Escape").await?;
        let place = page.place_of("gày xư").await?;
        page.drag_holding("Alt", place.start, place.end).await?;
        page.press("9").await?;
        assert_eq!(labels(page, "gày xư").await?, "MISC");
        Ok(())
    });
}

#[test]
fn a_selection_may_be_made_in_any_direction_across_paragraphs_and_from_outside() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.drag_back_over("bến sông").await?;
        page.press("3").await?;
        assert_eq!(labels(page, "bến sông").await?, "LOC");
        page.press("Escape").await?;

        let (from, to) =
            (page.place_of("có lão").await?.start, page.place_of("mụ Xịp hỏi").await?.end);
        page.drag(to, from).await?;
        page.press("7").await?;
        assert_eq!(labels(page, "có lão Vèo và mụ Xịp.mụ Xịp hỏi").await?, "EVENT");
        let file = page.export_by_key().await?;
        check_file(&file, TEXT)?;

        // From above the article into its first words.
        page.press("Escape").await?;
        page.press("Escape").await?;
        let select = "const article = document.querySelector('[data-testid=article]');
            const first = document.createTreeWalker(article, NodeFilter.SHOW_TEXT).nextNode();
            getSelection().setBaseAndExtent(document.body, 0, first, 6)";
        page.js(select).await?;
        page.wait_for_paint().await?;
        page.press("9").await?;
        ensure!(labels(page, "chuyện").await? == "MISC", "{:?}", page.highlights().await?);
        Ok(())
    });
}

#[test]
fn nested_annotations_are_each_reached_by_clicks() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.drag_over("bến sông: ngày xưa").await?;
        page.press("7").await?;
        page.press("Escape").await?;
        page.drag_over("ngày xưa").await?;
        page.press("4").await?;
        page.press("Escape").await?;
        page.press("Escape").await?;
        page.click_text("xưa").await?;
        page.press("9").await?;
        assert_eq!(labels(page, "ngày xưa").await?, "MISC", "the innermost comes first");
        page.click_text("xưa").await?;
        page.press("2").await?;
        assert_eq!(labels(page, "bến sông: ngày xưa").await?, "ORG", "the next click goes outward");
        Ok(())
    });
}

#[test]
fn the_same_mention_is_labelled_everywhere_as_one_step() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.drag_over("Vèo").await?;
        page.press("1").await?;
        let one = page.labels_of("Vèo").await?.len();
        page.press("a").await?;
        let all = page.labels_of("Vèo").await?;
        ensure!(all.len() == 2 && all.iter().all(|it| it == "PER"), "{all:?} after {one}");
        page.press("Ctrl+z").await?;
        assert_eq!(page.labels_of("Vèo").await?.len(), one);
        Ok(())
    });
}

#[test]
fn annotations_are_stepped_through_accepted_and_resized_by_keys() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.drag_over("bến").await?;
        page.press("3").await?;
        page.press("Shift+ArrowRight").await?;
        assert_eq!(labels(page, "bến sông").await?, "LOC");
        page.press("Ctrl+Shift+ArrowLeft").await?;
        assert_eq!(labels(page, "ở bến sông").await?, "LOC");
        page.press("Alt+Shift+ArrowLeft").await?;
        assert_eq!(labels(page, "ở bến sôn").await?, "LOC");
        Ok(())
    });
}

#[test]
fn keys_do_nothing_while_a_word_is_composed() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.drag_over("bến sông").await?;
        let compose = "document.activeElement.dispatchEvent(
            new KeyboardEvent('keydown', { key: '3', isComposing: true, bubbles: true, cancelable: true }))";
        page.js(compose).await?;
        page.wait_for_paint().await?;
        assert_eq!(labels(page, "bến sông").await?, "");
        page.press("3").await?;
        assert_eq!(labels(page, "bến sông").await?, "LOC");
        Ok(())
    });
}

/// In each field the keys that would leave it, choose or go on; `still` is what must be there afterwards.
#[test]
fn a_word_is_composed_in_every_field_and_nothing_else_happens() {
    let cases = [
        (
            "Ctrl+f",
            "[data-testid=find-text]",
            "document.activeElement.dataset.testid === 'find-text'",
        ),
        ("Ctrl+k", "[data-testid=command]", "document.querySelector('dialog[open]')"),
        ("F2", "textarea[data-edit=note]", "document.activeElement.dataset.edit === 'note'"),
    ];
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.drag_over("bến sông").await?;
        page.press("3").await?;
        for (opens, field, still) in cases {
            page.press(opens).await?;
            page.find(field).await?.click().await?;
            let compose = format!(
                "for (const keyCode of [229, 13]) for (const key of ['Enter', 'Escape', 'Tab', '1'])
                    document.querySelector('{field}').dispatchEvent(new KeyboardEvent('keydown',
                        {{ key, keyCode, isComposing: keyCode !== 229, bubbles: true, cancelable: true }}))"
            );
            page.js(&compose).await?;
            page.wait_for_paint().await?;
            ensure!(
                page.js(&format!("return Boolean({still})")).await? == true,
                "{opens}: {still}"
            );
            assert_eq!(labels(page, "bến sông").await?, "LOC");
            page.press("Escape").await?;
            page.wait_for_paint().await?;
            ensure!(
                page.js(&format!("return Boolean({still})")).await? == false,
                "{opens}: without an input method the key leaves the field"
            );
        }
        // The note was left, and what it is of is still current.
        page.wait_until("document.querySelector('.inspector .surface').textContent === 'bến sông'")
            .await
    });
}
