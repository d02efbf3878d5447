//! Editing the text of an article, which has to be turned on first.

use anyhow::{Context, Result, ensure};
use browser::browse;
use browser::desk::check_file;
use browser::page::Page;
use browser::text::Point;

/// Coined places and people that no list knows, so that what is annotated is what the test annotates.
const TEXT: &str =
    "chuyện kể ở bến sông: ngày xưa có lão Vèo và mụ Xịp.\r\n\r\nmụ Xịp hỏi thăm chú Tễu.";

/// Chooses a command by its name.
async fn command(page: &Page, name: &str) -> Result<()> {
    page.press("Control+k").await?;
    page.wait_until("document.querySelector('[data-testid=command]')").await?;
    page.type_text(name).await?;
    page.press("Enter").await?;
    page.wait_until("!document.querySelector('[data-testid=command]')").await
}

/// Puts the selection of the field over `old`, the first there is, and types something else.
async fn replace(page: &Page, old: &str, new: &str) -> Result<()> {
    let select = "const it = document.querySelector('[data-testid=retype]'), at = it.value.indexOf(arguments[0]); \
        it.focus(); it.setSelectionRange(at, at + arguments[0].length); return at";
    let at = page.js_with(select, &[old.into()]).await?;
    ensure!(at.as_i64() >= Some(0), "no {old:?} in the field");
    page.type_text(new).await
}

async fn open_field(page: &Page) -> Result<()> {
    page.press("e").await?;
    page.wait_until("document.activeElement?.dataset.testid === 'retype'").await
}

async fn apply(page: &Page) -> Result<()> {
    page.click_on("apply-text").await?;
    page.wait_until("!document.querySelector('dialog.retype')").await?;
    page.wait_for_paint().await?;
    page.wait_ready().await
}

/// The article with two places and a person in its first line.
async fn annotated(page: &Page) -> Result<()> {
    page.open_article(TEXT).await?;
    for (name, key) in [("bến sông", "3"), ("lão Vèo", "1"), ("mụ Xịp hỏi", "9")] {
        page.drag_over(name).await?;
        page.press(key).await?;
        page.wait_for_paint().await?;
    }
    Ok(())
}

async fn labels(page: &Page, text: &str) -> Result<String> {
    Ok(page.labels_of(text).await?.join(" "))
}

#[test]
fn what_is_annotated_follows_what_is_typed_over_and_one_undo_takes_it_back() {
    browse(async |page: &Page| {
        annotated(page).await?;
        command(page, "turn editing").await?;
        page.click_text("bến sông").await?;
        open_field(page).await?;
        // Before an annotation and inside of one, in one go.
        replace(page, "chuyện", "Một chuyện").await?;
        replace(page, "sông", "suối").await?;
        page.picture("retype").await?;
        apply(page).await?;
        let after = TEXT.replace("chuyện", "Một chuyện").replace("sông", "suối");
        ensure!(page.article_text().await? == after.replace(['\r', '\n'], ""));
        ensure!(labels(page, "bến suối").await? == "LOC", "{:?}", page.highlights().await?);
        ensure!(
            labels(page, "lão Vèo").await? == "PER" && labels(page, "mụ Xịp hỏi").await? == "MISC"
        );
        let file = page.export_by_key().await?;
        check_file(&file, &after)?;
        ensure!(file["document"]["original_text"] == TEXT);
        page.press("Control+z").await?;
        page.wait_for_paint().await?;
        ensure!(page.article_text().await? == TEXT.replace(['\r', '\n'], ""));
        for (name, label) in [("bến sông", "LOC"), ("lão Vèo", "PER"), ("mụ Xịp hỏi", "MISC")]
        {
            ensure!(labels(page, name).await? == label, "{name}: {:?}", page.highlights().await?);
        }
        let file = page.export_by_key().await?;
        check_file(&file, TEXT)?;
        ensure!(file["document"]["original_text"].is_null(), "there is nothing else to keep");
        Ok(())
    });
}

#[test]
fn several_lines_keep_their_ends_and_what_was_pasted_can_be_seen() {
    browse(async |page: &Page| {
        annotated(page).await?;
        command(page, "turn editing").await?;
        page.press("Control+Home").await?;
        page.press("Control+Shift+End").await?;
        open_field(page).await?;
        replace(page, "hỏi", "đến").await?;
        // The key of the field takes it over, too.
        page.press("Control+Enter").await?;
        page.wait_until("!document.querySelector('dialog.retype')").await?;
        page.wait_ready().await?;
        let file = page.export_by_key().await?;
        check_file(&file, &TEXT.replace("hỏi", "đến"))?;
        ensure!(labels(page, "mụ Xịp đến").await? == "MISC", "{:?}", page.highlights().await?);
        open_field(page).await?;
        let original =
            page.js("return document.querySelector('[data-testid=original]').textContent").await?;
        ensure!(original == TEXT, "{original}");
        // What is not taken over changes nothing.
        replace(page, "mụ", "bà").await?;
        page.press("Escape").await?;
        page.wait_until("!document.querySelector('dialog.retype')").await?;
        let shown = page.article_text().await?;
        ensure!(shown.contains("mụ Xịp đến") && !shown.contains("bà"), "{shown}");
        Ok(())
    });
}

#[test]
fn the_text_is_edited_only_while_that_is_turned_on() {
    browse(async |page: &Page| {
        annotated(page).await?;
        let tool = "[...document.querySelectorAll('.tools button')].some(it => it.title.startsWith('Edit the text'))";
        let is_offered = async || -> Result<bool> {
            page.press("e").await?;
            page.wait_for_paint().await?;
            let dialog = page.js("return Boolean(document.querySelector('dialog.retype'))").await?;
            if dialog == true {
                page.press("Escape").await?;
                page.wait_until("!document.querySelector('dialog.retype')").await?;
            }
            let tool = page.js(&format!("return {tool}")).await?;
            ensure!(tool == dialog, "the key and the button go together");
            dialog.as_bool().context("no answer")
        };
        ensure!(!is_offered().await?, "off to begin with");
        command(page, "turn editing").await?;
        ensure!(is_offered().await?);
        // The choice is kept, and the map of keys has it as well.
        page.reload().await?;
        page.click_text("bến sông").await?;
        ensure!(is_offered().await?);
        page.press("?").await?;
        page.click_on("editing").await?;
        page.press("Escape").await?;
        page.wait_until("!document.querySelector('dialog')").await?;
        ensure!(!is_offered().await?);
        ensure!(page.article_text().await? == TEXT.replace(['\r', '\n'], ""));
        Ok(())
    });
}

#[test]
fn a_selection_drawn_beyond_the_dialog_does_not_close_it() {
    browse(async |page: &Page| {
        annotated(page).await?;
        page.js("return localStorage.setItem('dau.editing', 'true')").await?;
        page.reload().await?;
        page.drag_over("lão Vèo").await?;
        open_field(page).await?;
        replace(page, "lão Vèo", "lão Gù").await?;
        let at = page.js("const it = document.querySelector('[data-testid=retype]').getBoundingClientRect(); return [it.x + 60, it.y + 20]").await?;
        let at = |idx: usize| at[idx].as_f64().unwrap_or_default();
        let (inside, beside) = (Point { x: at(0), y: at(1) }, Point { x: 5.0, y: at(1) });
        page.drag(inside, beside).await?;
        page.click_at(beside).await?;
        page.wait_for_paint().await?;
        let typed =
            page.js("return document.querySelector('[data-testid=retype]')?.value ?? ''").await?;
        ensure!(typed.as_str().is_some_and(|it| it.contains("lão Gù")), "{typed}");
        apply(page).await?;
        ensure!(page.article_text().await?.contains("lão Gù"));
        Ok(())
    });
}
