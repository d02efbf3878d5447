//! What a person has done is there again after the page was gone.

use anyhow::{Result, ensure};
use browser::browse;
use browser::page::Page;
use fantoccini::wd::WindowHandle;

const TEXT: &str = "Chuyện kể ở bến sông: ngày xưa có lão gù và mụ còm.";

/// Labels what is at the beginning again and again and leaves at once, before the page would have saved
/// by itself.
async fn change_and_leave(page: &Page, rounds: usize) -> Result<()> {
    page.drag_over("lão gù").await?;
    page.press("1").await?;
    let mut lost = Vec::new();
    for round in 0..rounds {
        page.wait_until("document.querySelector('.state.saved')").await?;
        let (key, label) = if round % 2 == 0 { ("2", "ORG") } else { ("3", "LOC") };
        page.click_text("lão gù").await?;
        page.press(key).await?;
        page.reload().await?;
        page.wait_until("document.querySelector('[data-testid=article] [data-ids]')").await?;
        if page.labels_of("lão gù").await? != [label] {
            lost.push(round);
        }
    }
    ensure!(lost.is_empty(), "lost in rounds {lost:?} of {rounds}");
    Ok(())
}

#[test]
fn what_was_done_just_before_the_page_went_is_kept() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        change_and_leave(page, 10).await
    });
}

/// A megabyte of an article, and more of annotations: that takes a while to write.
async fn open_long_article(page: &Page) -> Result<()> {
    let line =
        "Ngày 12/3/2025, bà Đinh Thị Hạ Vy đến Đà Lạt rồi về Hà Nội gặp ông Lò Văn Pênh.\n\n";
    let text = format!("{TEXT}\n\n{}", line.repeat(10_000));
    page.js_with("return dau.open(arguments[0], {}).then(() => true)", &[text.into()]).await?;
    page.wait_ready().await
}

#[test]
fn it_is_kept_of_a_megabyte_too() {
    browse(async |page: &Page| {
        open_long_article(page).await?;
        change_and_leave(page, 4).await
    });
}

#[test]
fn it_is_kept_if_the_page_goes_while_it_is_being_written() {
    // What is not committed when the page goes is lost.
    let leave_in_the_midst = "
        window.before = true;
        IDBTransaction.prototype.commit = () => location.reload();";
    browse(async |page: &Page| {
        open_long_article(page).await?;
        page.drag_over("lão gù").await?;
        for (key, label) in [("2", "ORG"), ("3", "LOC"), ("1", "PER")] {
            page.wait_until("document.querySelector('.state.saved')").await?;
            page.js(leave_in_the_midst).await?;
            page.press(key).await?;
            page.wait_until("!window.before && document.querySelector('[data-ids]')").await?;
            ensure!(page.labels_of("lão gù").await? == [label], "lost: {label}");
            page.click_text("lão gù").await?;
        }
        Ok(())
    });
}

#[test]
fn an_article_that_was_closed_just_before_stays_closed() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.wait_until("document.querySelector('.state.saved')").await?;
        page.find(".tools [aria-label='New article']").await?.click().await?;
        page.reload().await?;
        page.by_id("article-input").await?;
        Ok(())
    });
}

#[test]
fn a_title_can_be_typed_while_the_page_saves() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.wait_until("document.querySelector('.state.saved')").await?;
        page.drag_over("lão gù").await?;
        page.press("1").await?;
        page.click_on("title").await?;
        page.type_text("Bến").await?;
        page.wait_until("document.querySelector('.state.saved')").await?;
        page.type_text(" sông").await?;
        let title = page.js("return document.querySelector('[data-testid=title]').value").await?;
        ensure!(title == "Bến sông", "{title}");
        page.press("Enter").await?;
        page.wait_until("document.querySelector('.state.saved')").await?;
        ensure!(page.export_by_key().await?["document"]["title"] == "Bến sông");
        Ok(())
    });
}

#[test]
fn what_is_still_being_typed_is_kept() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.drag_over("lão gù").await?;
        page.press("1").await?;
        page.press("F2").await?;
        page.wait_until("document.activeElement?.dataset.edit === 'note'").await?;
        page.type_text("người gác đò").await?;
        let exported = page.export_by_key().await?;
        ensure!(exported["annotations"][1]["note"] == "người gác đò", "{exported}");
        page.type_text(" và kể chuyện").await?;
        // Nothing else is going on when the page goes.
        page.wait_until("document.querySelector('.state.saved')").await?;
        page.reload().await?;
        page.wait_until("document.querySelector('[data-testid=title]')").await?;
        page.click_on("title").await?;
        page.type_text("Bến sông").await?;
        page.reload().await?;
        page.wait_until("document.querySelector('[data-testid=title]')").await?;
        let exported = page.export_by_key().await?;
        ensure!(exported["annotations"][1]["note"] == "người gác đò và kể chuyện", "{exported}");
        ensure!(exported["document"]["title"] == "Bến sông", "{exported}");
        Ok(())
    });
}

#[test]
fn what_was_typed_on_the_empty_sheet_is_there_until_it_is_opened() {
    let typed = "return document.querySelector('[data-testid=article-input]').value";
    browse(async |page: &Page| {
        page.by_id("article-input").await?.click().await?;
        page.type_text("ngày xưa có lão gù").await?;
        page.reload().await?;
        page.by_id("article-input").await?;
        ensure!(page.js(typed).await? == "ngày xưa có lão gù");
        page.click_on("open").await?;
        page.wait_ready().await?;
        ensure!(page.article_text().await? == "ngày xưa có lão gù");
        page.find(".tools [aria-label='New article']").await?.click().await?;
        page.by_id("article-input").await?;
        ensure!(page.js(typed).await? == "");
        Ok(())
    });
}

#[test]
fn the_browser_asks_before_it_drops_what_was_typed_in_a_dialog() {
    let asks = "return !window.dispatchEvent(new Event('beforeunload', {cancelable: true}))";
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.press("Control+k").await?;
        page.wait_until("document.querySelector('[data-testid=command]')").await?;
        page.type_text("Labels").await?;
        ensure!(page.js(asks).await? == false, "a search is not worth asking");
        page.press("Enter").await?;
        page.wait_until("document.querySelector('.label-name')").await?;
        ensure!(page.js(asks).await? == false, "nothing was typed");
        page.find(".label-name").await?.click().await?;
        page.type_text("x").await?;
        ensure!(page.js(asks).await? == true);
        page.click_on("apply-labels").await?;
        page.wait_until("!document.querySelector('dialog')").await?;
        ensure!(page.js(asks).await? == false, "it is applied");
        Ok(())
    });
}

const OTHER: &str = "Chuyện kể ở trên đồi: ngày xưa có mụ còm.";

/// The page once more, in a tab of its own.
async fn open_tab(page: &Page) -> Result<WindowHandle> {
    let client = page.client();
    let tab = client.new_window(true).await?.handle;
    client.switch_to_window(tab.clone()).await?;
    page.open_again().await?;
    Ok(tab)
}

async fn save(page: &Page, text: &str) -> Result<()> {
    page.open_article(text).await?;
    page.wait_until("document.querySelector('.state.saved')").await
}

#[test]
fn pages_side_by_side_keep_an_article_each() {
    browse(async |page: &Page| {
        let client = page.client();
        let first = client.window().await?;
        save(page, TEXT).await?;
        let second = open_tab(page).await?;
        save(page, OTHER).await?;
        for (tab, text, name) in [(&first, TEXT, "mụ còm"), (&second, OTHER, "mụ còm")] {
            client.switch_to_window(tab.clone()).await?;
            page.drag_over(name).await?;
            page.press("2").await?;
            page.reload().await?;
            page.wait_until("document.querySelector('[data-testid=article] [data-ids]')").await?;
            ensure!(page.article_text().await? == text, "another article than {text}");
            ensure!(page.labels_of(name).await? == ["ORG"], "lost in {text}");
        }
        Ok(())
    });
}

#[test]
fn what_a_page_that_is_closed_has_kept_comes_up_in_the_next_one() {
    browse(async |page: &Page| {
        let client = page.client();
        let first = client.window().await?;
        save(page, TEXT).await?;
        open_tab(page).await?;
        save(page, OTHER).await?;
        client.close_window().await?;
        client.switch_to_window(first.clone()).await?;
        open_tab(page).await?;
        ensure!(page.article_text().await? == OTHER, "not beside an open article");
        client.close_window().await?;
        client.switch_to_window(first).await?;
        page.find(".tools [aria-label='New article']").await?.click().await?;
        page.by_id("article-input").await?;
        client.goto("about:blank").await?;
        open_tab(page).await?;
        ensure!(page.article_text().await? == OTHER, "not where nothing else is open");
        Ok(())
    });
}

#[test]
fn what_was_closed_comes_back_by_the_same_key_as_anything() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.find(".tools [aria-label='New article']").await?.click().await?;
        page.wait_until("document.activeElement?.dataset.testid === 'article-input'").await?;
        page.press("Control+z").await?;
        page.wait_until("document.querySelector('[data-testid=article]')").await?;
        page.press("Control+z").await?;
        page.wait_until("document.activeElement?.dataset.testid === 'article-input'").await?;
        // What is being typed is the field's own to undo.
        page.type_text("xa").await?;
        page.press("Control+z").await?;
        page.by_id("article-input").await?;
        page.js("document.querySelector('[data-testid=article-input]').value = ''").await?;
        page.find(".tools [aria-label^=Redo]").await?.click().await?;
        page.wait_until("document.querySelector('[data-testid=article]')").await
    });
}
