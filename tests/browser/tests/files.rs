//! Files out and in, and what is kept between visits.

use anyhow::{Context, ensure};
use browser::browse;
use browser::desk::check_file;
use browser::page::Page;
use serde_json::{Value, json};

const ARTICLE: &str = "Ngày 12/3/2025\n\nBà Đinh Thị Hạ Vy, Giám đốc Sở Y tế tỉnh Lâm Đồng, cho biết \
    hôm nay khánh thành Trạm Y tế xã Đạ K’Nàng.";

/// CR LF, NFD, an emoji with a modifier and one of several people, a no-break space, zero width, right to left.
const AWKWARD: &str = "\u{feff}Bà Lê Thị Hoa\u{300} 👍🏽 đến Hà\u{a0}Nội.\r\n\r\nÔng Nguye\u{302}\u{303}n Văn Ba 👩‍👩‍👧 \
    ở Đà\u{200b} Nẵng; مرحبا ngày 5/6/2024.\r\n";

#[test]
fn an_export_imported_into_a_fresh_page_is_the_same() {
    browse(async |page: &Page| {
        page.open_article(ARTICLE).await?;
        page.drag_over("khánh thành").await?;
        page.press("7").await?;
        let file = page.export_by_key().await?;
        check_file(&file, ARTICLE)?;
        let shown = page.highlights().await?;
        page.open_fresh().await?;
        page.import("bài.json", file.to_string().as_bytes()).await?;
        page.wait_until("document.querySelector('[data-testid=article]')").await?;
        page.wait_ready().await?;
        assert_eq!(page.highlights().await?, shown);
        let again = page.export_by_key().await?;
        assert_eq!(again["annotations"], file["annotations"]);
        assert_eq!(again["document"], file["document"]);
        Ok(())
    });
}

#[test]
fn any_text_survives_paste_export_and_import() {
    browse(async |page: &Page| {
        page.open_article(AWKWARD).await?;
        let file = page.export_by_key().await?;
        check_file(&file, AWKWARD)?;
        page.open_fresh().await?;
        page.import("a.json", file.to_string().as_bytes()).await?;
        page.wait_until("document.querySelector('[data-testid=article]')").await?;
        let again = page.export_by_key().await?;
        check_file(&again, AWKWARD)?;
        assert_eq!(again["annotations"], file["annotations"]);
        Ok(())
    });
}

#[test]
fn the_button_downloads_what_the_key_does() {
    browse(async |page: &Page| {
        page.open_article(ARTICLE).await?;
        let by_key = page.export_by_key().await?;
        page.click_on("export").await?;
        assert_eq!(page.download().await?.json()?, by_key);
        Ok(())
    });
}

#[test]
fn a_text_file_is_opened_as_it_is() {
    browse(async |page: &Page| {
        page.import("bài.txt", AWKWARD.as_bytes()).await?;
        page.wait_until("document.querySelector('[data-testid=article]')").await?;
        page.wait_ready().await?;
        check_file(&page.export_by_key().await?, AWKWARD)
    });
}

/// A good file made bad in one way, with what the message must name.
fn broken(good: &Value) -> Vec<(&'static str, String)> {
    let with = |pointer: &str, value: Value| {
        let mut file = good.clone();
        *file.pointer_mut(pointer).expect("the member is there") = value;
        file.to_string()
    };
    vec![
        ("JSON", "{\"format\": \"dau\",".to_owned()),
        ("format", with("/format", json!("brat"))),
        ("version", with("/version", json!(2))),
        ("offset_unit", with("/offset_unit", json!("words"))),
        ("document.text", with("/document/text", json!(17))),
        ("annotations[0].end", with("/annotations/0/end", json!(99_999))),
        ("annotations[0].text", with("/annotations/0/text", json!("khác"))),
        ("annotations[0].label", with("/annotations/0/label", json!("NHÃN"))),
        ("annotations[0].status", with("/annotations/0/status", json!("maybe"))),
        ("annotations[0].timex.value", with("/annotations/0/timex/value", json!("hôm qua"))),
        ("annotations[1].id", with("/annotations/1/id", good["annotations"][0]["id"].clone())),
    ]
}

#[test]
fn a_broken_file_changes_nothing_and_is_told_why() {
    browse(async |page: &Page| {
        page.open_article(ARTICLE).await?;
        let good = page.export_by_key().await?;
        ensure!(good["annotations"][0]["label"] == "DATE", "{good}");
        for (part, file) in broken(&good) {
            page.import("hỏng.json", file.as_bytes()).await?;
            page.wait_until("document.querySelector('[role=alert]')?.textContent").await?;
            let said = page.js("return document.querySelector('[role=alert]').textContent").await?;
            let said = said.as_str().context("a text")?;
            ensure!(said.contains(part), "«{part}» is not in: {said}");
            // Not by a download: Chromium lets a page begin ten a second.
            let open = page.js("return dau.export()").await?;
            let open: Value = serde_json::from_str(open.as_str().context("a file")?)?;
            assert_eq!(open, good, "after {part}");
            page.js("document.querySelector('[role=alert] button')?.click()").await?;
            page.wait_until("!document.querySelector('[role=alert]')?.textContent").await?;
        }
        Ok(())
    });
}

#[test]
fn a_reload_finds_everything() {
    browse(async |page: &Page| {
        page.open_article(ARTICLE).await?;
        page.drag_over("khánh thành").await?;
        page.press("7").await?;
        let (file, shown) = (page.export_by_key().await?, page.highlights().await?);
        page.wait_until("document.querySelector('[data-testid=state].saved')").await?;
        page.reload().await?;
        page.wait_until("document.querySelector('[data-testid=article]')").await?;
        page.wait_ready().await?;
        assert_eq!(page.highlights().await?, shown);
        assert_eq!(page.export_by_key().await?, file);
        Ok(())
    });
}
