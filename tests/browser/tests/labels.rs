//! The labels, edited.

use anyhow::{Result, ensure};
use browser::browse;
use browser::page::Page;

const TEXT: &str =
    "Sáng 12/3/2025, bà Đinh Thị Hạ Vy, Giám đốc Sở Y tế tỉnh Lâm Đồng, mắc sốt rét.";

async fn edit(page: &Page) -> Result<()> {
    page.press("Control+k").await?;
    page.wait_until("document.querySelector('[data-testid=command]')").await?;
    page.type_text("edit the labels").await?;
    page.press("Enter").await?;
    page.wait_until("document.querySelector('dialog.labels')").await
}

async fn apply(page: &Page) -> Result<()> {
    page.click_on("apply-labels").await?;
    page.wait_until("!document.querySelector('dialog.labels')").await?;
    page.wait_ready().await
}

/// Types into a field as a person does, in the place of what is there.
async fn fill(page: &Page, selector: &str, text: &str) -> Result<()> {
    page.find(selector).await?.click().await?;
    page.press("Control+a").await?;
    page.type_text(text).await
}

#[test]
fn a_label_of_ones_own_has_a_name_and_a_key_and_goes_into_the_file() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        edit(page).await?;
        page.click_on("add-label").await?;
        fill(page, ".label-rows li:last-child .label-name", "Bệnh").await?;
        page.picture("labels").await?;
        apply(page).await?;
        page.drag_over("sốt rét").await?;
        page.press("0").await?;
        page.wait_for_paint().await?;
        ensure!(page.labels_of("sốt rét").await? == ["NEWLABEL"]);
        let file = page.export_by_key().await?;
        let label = file["labels"].as_array().and_then(|it| it.last()).cloned().unwrap_or_default();
        ensure!(label["name"] == "Bệnh" && label["key"] == "0", "{label}");
        Ok(())
    });
}

#[test]
fn a_set_comes_with_the_question_what_becomes_of_the_rest() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.click_text("Giám đốc").await?;
        page.press("Enter").await?;
        edit(page).await?;
        page.js("const it = document.querySelector('[data-testid=label-set]'); it.value = 'vlsp'; it.dispatchEvent(new Event('change', { bubbles: true })); return 0").await?;
        page.wait_until("document.querySelector('[data-heir=ROLE]')").await?;
        page.js("const it = document.querySelector('[data-heir=ROLE]'); it.value = 'MISC'; it.dispatchEvent(new Event('change', { bubbles: true })); return 0").await?;
        page.picture("labels-heir").await?;
        apply(page).await?;
        ensure!(page.labels_of("Giám đốc").await? == ["MISC"]);
        ensure!(page.labels_of("Sáng 12/3/2025").await?.is_empty());
        page.press("Control+z").await?;
        page.wait_for_paint().await?;
        ensure!(page.labels_of("Giám đốc").await? == ["ROLE"]);
        ensure!(page.labels_of("Sáng 12/3/2025").await? == ["DATE"]);
        Ok(())
    });
}

#[test]
fn what_two_labels_cannot_share_is_told_before_it_is_applied() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        edit(page).await?;
        fill(page, "[data-row=ORG] .label-key", "1").await?;
        page.wait_until("document.querySelector('.labels [role=alert]')").await?;
        ensure!(
            page.js("return document.querySelector('[data-testid=apply-labels]').disabled").await?
                == true
        );
        fill(page, "[data-row=ORG] .label-key", "o").await?;
        page.wait_until("!document.querySelector('.labels [role=alert]')").await?;
        apply(page).await?;
        page.click_text("Hạ Vy").await?;
        page.press("o").await?;
        page.wait_for_paint().await?;
        ensure!(page.labels_of("Đinh Thị Hạ Vy").await? == ["ORG"]);
        Ok(())
    });
}

#[test]
fn new_articles_have_the_labels_that_were_chosen_last() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        edit(page).await?;
        page.find("[data-row=PER] [aria-label='Remove this label']").await?.click().await?;
        apply(page).await?;
        ensure!(page.labels_of("Đinh Thị Hạ Vy").await?.is_empty());
        page.js_with("return dau.open(arguments[0], {}).then(() => true)", &[TEXT.into()]).await?;
        page.wait_ready().await?;
        ensure!(page.labels_of("Đinh Thị Hạ Vy").await?.is_empty());
        ensure!(page.labels_of("Giám đốc").await? == ["ROLE"]);
        Ok(())
    });
}
