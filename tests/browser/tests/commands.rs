//! Commands by name, and keys that the person has changed.

use anyhow::{Context, ensure};
use browser::page::Page;
use browser::{Options, browse, browse_with};

const TEXT: &str =
    "Sáng 12/3/2025, bà Đinh Thị Hạ Vy đến tỉnh Lâm Đồng. Bà Vy ở lại Lâm Đồng hai ngày.";

const SHOWN: &str = "document.querySelector('dialog[open]')";

/// The names of the commands that the palette shows.
async fn offered(page: &Page) -> anyhow::Result<Vec<String>> {
    let names = page.js("return [...document.querySelectorAll('#command-list .what')].map(it => it.textContent)").await?;
    Ok(serde_json::from_value(names)?)
}

#[test]
fn a_command_is_found_by_its_name_with_or_without_marks() {
    let vi = Options { language: "vi", ..Options::default() };
    browse_with(vi, async |page: &Page| {
        page.open_article(TEXT).await?;
        page.click_text("Hạ Vy").await?;
        page.press("Control+k").await?;
        page.wait_until(SHOWN).await?;
        let all = offered(page).await?;
        ensure!(all.iter().any(|it| it == "Gắn nhãn Sự kiện"), "{all:?}");
        page.picture("commands").await?;
        page.type_text("nhan to chuc").await?;
        page.wait_until("document.querySelectorAll('#command-list li').length === 1").await?;
        ensure!(offered(page).await? == ["Gắn nhãn Tổ chức"]);
        page.press("Enter").await?;
        page.wait_until(&format!("!{SHOWN}")).await?;
        ensure!(page.labels_of("Đinh Thị Hạ Vy").await? == ["ORG"]);
        // The keys are for the article again.
        page.press("1").await?;
        page.wait_until("document.querySelector('.inspector [data-chip=PER][aria-pressed=true]')")
            .await
    });
}

#[test]
fn arrows_choose_and_esc_leaves_everything_as_it_was() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        let before = page.highlights().await?;
        page.press("Control+k").await?;
        page.wait_until(SHOWN).await?;
        let selected = "return document.querySelector('#command-list [aria-selected=true]').id";
        ensure!(page.js(selected).await? == "command-0");
        page.press("ArrowUp").await?;
        let last = offered(page).await?.len() - 1;
        ensure!(page.js(selected).await? == format!("command-{last}"));
        page.press("ArrowDown").await?;
        page.press("ArrowDown").await?;
        ensure!(page.js(selected).await? == "command-1");
        page.type_text("no such command").await?;
        page.wait_until("document.querySelectorAll('#command-list li').length === 0").await?;
        page.press("Enter").await?;
        page.press("Escape").await?;
        page.wait_until(&format!("!{SHOWN}")).await?;
        ensure!(page.highlights().await? == before);
        Ok(())
    });
}

#[test]
fn what_has_no_key_is_reached_by_the_mouse() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        let before = page.highlights().await?;
        let button = page.by_id("commands").await?;
        ensure!(button.attr("title").await?.as_deref() == Some("Commands (Ctrl+K)"));
        button.click().await?;
        page.wait_until(SHOWN).await?;
        let all = offered(page).await?;
        let at = all.iter().position(|it| it == "Edit the labels").context("no such command")?;
        page.find(&format!("#command-{at}")).await?.click().await?;
        page.wait_until("document.querySelector('dialog.labels[open]')").await?;
        page.find("dialog.labels header button").await?.click().await?;
        page.wait_until(&format!("!{SHOWN}")).await?;
        // What was opened by mistake is closed where it was opened.
        page.click_on("commands").await?;
        page.find("dialog.commands header button").await?.click().await?;
        page.wait_until(&format!("!{SHOWN}")).await?;
        ensure!(page.highlights().await? == before);
        Ok(())
    });
}

#[test]
fn nothing_is_offered_that_cannot_be_done() {
    browse(async |page: &Page| {
        page.press("Control+k").await?;
        page.wait_until(SHOWN).await?;
        let all = offered(page).await?;
        ensure!(all.iter().any(|it| it == "Import a file"), "{all:?}");
        for it in ["Download the JSON", "New article", "Next annotation", "Label as Person"] {
            ensure!(!all.iter().any(|name| name == it), "{it} in {all:?}");
        }
        Ok(())
    });
}

#[test]
fn a_key_can_be_changed_and_stays_so() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.press("?").await?;
        page.wait_until(SHOWN).await?;
        page.find("[data-act=least-sure]").await?.click().await?;
        // What another act has is refused, with its name.
        page.press("a").await?;
        page.wait_until("document.querySelector('.help [role=alert]')").await?;
        page.picture("keys-taken").await?;
        page.press("g").await?;
        page.wait_until("document.querySelector('[data-act=least-sure]').textContent === 'G'")
            .await?;
        page.press("Escape").await?;
        page.wait_until(&format!("!{SHOWN}")).await?;
        page.reload().await?;
        page.wait_until("document.querySelector('[data-testid=article] [data-ids]')").await?;
        let current = "document.querySelector('.inspector')";
        page.press("u").await?;
        page.wait_for_paint().await?;
        ensure!(page.js(&format!("return {current}")).await?.is_null());
        page.press("g").await?;
        page.wait_until(current).await
    });
}

#[test]
fn characters_can_be_made_to_do_nothing_without_alt() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.press("?").await?;
        page.wait_until(SHOWN).await?;
        page.find("[data-testid=characters-need-alt]").await?.click().await?;
        page.press("Escape").await?;
        page.wait_until(&format!("!{SHOWN}")).await?;
        page.click_text("Hạ Vy").await?;
        page.press("2").await?;
        page.wait_for_paint().await?;
        ensure!(page.labels_of("Đinh Thị Hạ Vy").await? == ["PER"]);
        page.press("Alt+2").await?;
        page.wait_for_paint().await?;
        ensure!(page.labels_of("Đinh Thị Hạ Vy").await? == ["ORG"]);
        Ok(())
    });
}

#[test]
fn what_is_typed_goes_to_the_palette_also_while_words_are_selected() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.drag_over("hai ngày").await?;
        page.press("Control+k").await?;
        page.wait_until(SHOWN).await?;
        page.type_text("label as other").await?;
        page.wait_until("document.querySelectorAll('#command-list li').length === 1").await?;
        page.press("Enter").await?;
        page.wait_until(&format!("!{SHOWN}")).await?;
        ensure!(page.labels_of("hai ngày").await? == ["MISC"]);
        Ok(())
    });
}

#[test]
fn enter_in_the_palette_does_what_was_chosen_and_nothing_more() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.press("Tab").await?;
        page.press("Control+k").await?;
        page.wait_until(SHOWN).await?;
        page.type_text("accept").await?;
        page.press("Enter").await?;
        page.wait_until(&format!("!{SHOWN}")).await?;
        page.wait_for_paint().await?;
        let accepted = page.export_by_key().await?["annotations"]
            .as_array()
            .context("no annotations")?
            .iter()
            .filter(|it| it["status"] == "accepted")
            .count();
        ensure!(accepted == 1, "{accepted} were accepted");
        Ok(())
    });
}
