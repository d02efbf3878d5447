//! What was done to one mention is offered for the others, and remembered for other articles.

use anyhow::ensure;
use browser::browse;
use browser::page::Page;

const TEXT: &str =
    "Quán Gành Son mở cửa sớm. Khách quen của Gành Son đến từ sáng.\n\nÔng chủ Gành Son vui vẻ.";

#[test]
fn the_same_label_is_offered_elsewhere_and_one_key_takes_it() {
    browse(async |page: &Page| {
        // Else what was learnt from the first is suggested for the others already.
        page.js("return localStorage.setItem('dau.learning', 'false')").await?;
        page.reload().await?;
        page.open_article(TEXT).await?;
        let before = page.labels_of("Gành Son").await?;
        page.drag_over("Gành Son").await?;
        page.press("2").await?;
        page.wait_until("document.querySelector('[data-testid=offer]')").await?;
        page.picture("offer").await?;
        page.press("y").await?;
        page.wait_until("!document.querySelector('[data-testid=offer]')").await?;
        ensure!(page.labels_of("Gành Son").await? == ["ORG"; 3]);
        // One key takes all of it back.
        page.press("Control+z").await?;
        page.wait_for_paint().await?;
        ensure!(page.labels_of("Gành Son").await? != ["ORG"; 3]);
        page.press("Control+z").await?;
        page.wait_for_paint().await?;
        ensure!(page.labels_of("Gành Son").await? == before);
        Ok(())
    });
}

#[test]
fn a_correction_is_used_in_the_next_article_until_it_is_forgotten() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.drag_over("Gành Son").await?;
        page.press("9").await?;
        page.wait_for_paint().await?;
        page.wait_ready().await?;
        ensure!(page.labels_of("Gành Son").await? == ["MISC"; 3], "{:?}", page.highlights().await?);
        page.reload().await?;
        let other = "Chợ phiên ở Gành Son họp từ sớm.";
        page.js_with("return dau.open(arguments[0], {}).then(() => true)", &[other.into()]).await?;
        page.wait_ready().await?;
        ensure!(page.labels_of("Gành Son").await? == ["MISC"], "{:?}", page.highlights().await?);
        personal(page).await?;
        page.picture("personal").await?;
        let rows = "[...document.querySelectorAll('[data-testid=personal-list] .what')].map(it => it.textContent)";
        ensure!(page.js(&format!("return {rows}.includes('Gành Son')")).await? == true);
        page.click_on("export-personal").await?;
        let file = page.download().await?;
        ensure!(String::from_utf8_lossy(&file.bytes).contains("\"dau-personal\""));
        // It cannot be undone.
        page.click_on("clear-personal").await?;
        page.client().dismiss_alert().await?;
        ensure!(page.js(&format!("return {rows}.includes('Gành Son')")).await? == true);
        page.click_on("clear-personal").await?;
        page.client().accept_alert().await?;
        page.wait_until("!document.querySelector('[data-testid=personal-list]')").await?;
        page.press("Escape").await?;
        page.wait_ready().await?;
        ensure!(page.labels_of("Gành Son").await? != ["MISC"]);
        Ok(())
    });
}

#[test]
fn what_was_learnt_in_one_page_is_known_in_the_one_beside_it() {
    browse(async |page: &Page| {
        let client = page.client();
        page.open_article(TEXT).await?;
        let first = client.window().await?;
        client.switch_to_window(client.new_window(true).await?.handle).await?;
        page.open_again().await?;
        page.open_article("Chợ phiên ở Gành Son họp từ sớm.").await?;
        page.drag_over("Gành Son").await?;
        page.press("9").await?;
        page.wait_until("localStorage.getItem('dau.personal')?.includes('Gành Son')").await?;
        client.switch_to_window(first).await?;
        // Not in the name that begins before it.
        page.wait_until(
            "document.querySelectorAll('[data-testid=article] [data-label=MISC]').length === 2",
        )
        .await
    });
}

async fn personal(page: &Page) -> anyhow::Result<()> {
    page.press("Control+k").await?;
    page.wait_until("document.querySelector('[data-testid=command]')").await?;
    page.type_text("learnt").await?;
    page.press("Enter").await?;
    page.wait_until("document.querySelector('dialog.personal')").await
}

#[test]
fn the_pen_labels_what_it_is_drawn_over() {
    browse(async |page: &Page| {
        page.open_article("Bà con xóm Trầm Lộng kéo ra đình. Xóm Trầm Lộng vui như hội.").await?;
        page.click_on("pen").await?;
        page.drag_over("Trầm Lộng kéo").await?;
        page.wait_until("document.querySelector('.inspector')").await?;
        ensure!(page.labels_of("Trầm Lộng kéo").await?.len() == 1);
        page.press("Control+z").await?;
        page.click_on("pen").await?;
        page.drag_over("ra đình").await?;
        page.wait_until("document.querySelector('.bar')").await?;
        ensure!(page.labels_of("ra đình").await?.is_empty());
        Ok(())
    });
}

#[test]
fn the_review_goes_from_the_least_sure_on_and_says_what_is_left() {
    browse(async |page: &Page| {
        page.open_article(
            "Sáng 12/3/2025, bà Đinh Thị Hạ Vy, Giám đốc Sở Y tế tỉnh Lâm Đồng, họp.",
        )
        .await?;
        let total = page.highlights().await?.len();
        page.press("r").await?;
        page.wait_until("document.querySelector('[data-testid=review]')").await?;
        page.picture("review").await?;
        for done in 0..total {
            let said = format!(
                "document.querySelector('.review .count').textContent === '{done}/{total}'"
            );
            page.wait_until(&said).await?;
            page.press("Enter").await?;
        }
        page.wait_until("document.querySelector('.review progress').value === document.querySelector('.review progress').max").await?;
        let left = "return document.querySelectorAll('[data-testid=article] [data-status=suggested]').length";
        ensure!(page.js(left).await? == 0);
        page.press("r").await?;
        page.wait_until("!document.querySelector('[data-testid=review]')").await
    });
}

#[test]
fn neighbours_are_merged_and_cut_again_at_the_caret() {
    browse(async |page: &Page| {
        page.js("return localStorage.setItem('dau.learning', 'false')").await?;
        page.reload().await?;
        page.open_article("Bà con xóm Trầm Lộng kéo ra đình.").await?;
        for name in ["Trầm", "Lộng"] {
            page.drag_over(name).await?;
            page.press("3").await?;
            page.wait_for_paint().await?;
        }
        page.press("Alt+m").await?;
        page.wait_for_paint().await?;
        ensure!(page.labels_of("Trầm Lộng").await? == ["LOC"], "{:?}", page.highlights().await?);
        page.press("Control+z").await?;
        page.wait_for_paint().await?;
        ensure!(page.labels_of("Trầm Lộng").await?.is_empty());
        Ok(())
    });
}
