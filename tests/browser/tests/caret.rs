//! The caret in the article, by keys alone.

use anyhow::{Result, ensure};
use browser::desk::check_file;
use browser::page::Page;
use browser::{Options, browse, browse_with};

/// No names, so that what is annotated does not hang on what the detector knows.
const TEXT: &str = "chuyện kể ở bến sông: ngày xưa có lão gù và mụ còm.\n\nmụ còm hỏi lão gù.";

/// Many lines, without anything that is detected.
fn long() -> String {
    let line = "cỏ non xanh rợn chân trời, cành lê trắng điểm một vài bông hoa và gió thổi. ";
    [line.repeat(6).trim(), line.repeat(4).trim(), "hết."].join("\n\n")
}

async fn press_all(page: &Page, keys: &[&str]) -> Result<()> {
    for it in keys {
        page.press(it).await?;
    }
    page.wait_for_paint().await
}

/// Left, top and bottom of the caret, if it is drawn.
async fn caret(page: &Page) -> Result<Option<[f64; 3]>> {
    page.wait_for_paint().await?;
    let place = "const it = document.querySelector('.caret');
        if (!it || getComputedStyle(it).display === 'none') return null;
        const { left, top, bottom } = it.getBoundingClientRect();
        return bottom > top ? [left, top, bottom] : null;";
    Ok(serde_json::from_value(page.js(place).await?)?)
}

async fn caret_at(page: &Page) -> Result<[f64; 3]> {
    caret(page).await?.ok_or_else(|| anyhow::anyhow!("no caret is drawn"))
}

#[test]
fn an_article_is_annotated_from_paste_to_export_by_keys_alone() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        press_all(page, &["Ctrl+Home", "ArrowRight", "ArrowRight", "ArrowRight"]).await?;
        press_all(page, &["Shift+ArrowRight", "Shift+ArrowRight"]).await?;
        ensure!(page.selected_text().await? == "bến sông", "{}", page.selected_text().await?);
        press_all(page, &["3", "Escape"]).await?;
        press_all(page, &["ArrowRight"; 5]).await?;
        press_all(page, &["Shift+ArrowRight", "1", "a"]).await?;
        press_all(page, &["Ctrl+ArrowDown", "ArrowRight", "Shift+ArrowRight", "1", "a"]).await?;
        // What is left was found by the detector: each is seen and accepted.
        press_all(page, &["Escape", "Ctrl+Home", "Enter"]).await?;
        while page
            .js("return Boolean(document.querySelector('.inspector .status.suggested'))")
            .await?
            == true
        {
            press_all(page, &["Enter"]).await?;
        }
        let file = page.export_by_key().await?;
        check_file(&file, TEXT)?;
        let all = file["annotations"].as_array().into_iter().flatten();
        let all: Vec<String> = all
            .map(|it| format!("{} {} {}", it["text"], it["label"], it["status"]).replace('"', ""))
            .collect();
        for want in ["bến sông LOC", "gù PER", "còm PER"] {
            let want = format!("{want} accepted");
            ensure!(all.contains(&want), "{want} in {all:?}");
        }
        ensure!(all.iter().filter(|it| it.starts_with("gù PER")).count() == 2, "{all:?}");
        ensure!(!all.iter().any(|it| it.ends_with("suggested")), "{all:?}");
        Ok(())
    });
}

#[test]
fn the_caret_goes_from_line_to_line_in_its_column() {
    for size in [(1280, 800), (360, 640)] {
        browse_with(Options { size, ..Options::default() }, async |page: &Page| {
            page.open_article(&long()).await?;
            press_all(page, &["Ctrl+Home", "ArrowRight", "ArrowRight", "ArrowRight"]).await?;
            let first = caret_at(page).await?;
            let mut last = first;
            for _ in 0..3 {
                page.press("ArrowDown").await?;
                let it = caret_at(page).await?;
                ensure!(it[1] >= last[2] - 1.0, "{it:?} is not below {last:?}");
                ensure!(it[1] - last[1] < 60.0, "{it:?} is more than a line below {last:?}");
                ensure!((it[0] - first[0]).abs() < 12.0, "{it:?} is not below {first:?}");
                last = it;
            }
            for _ in 0..3 {
                page.press("ArrowUp").await?;
            }
            ensure!(caret_at(page).await? == first);
            page.press("End").await?;
            let end = caret_at(page).await?;
            ensure!(end[1] == first[1] && end[0] > first[0] + 100.0, "{end:?}");
            page.press("Home").await?;
            let home = caret_at(page).await?;
            ensure!(home[1] == first[1] && home[0] < first[0], "{home:?}");
            // A line below the selection, whole words.
            page.press("Shift+ArrowDown").await?;
            let selected = page.selected_text().await?;
            ensure!(selected.starts_with("cỏ non") && selected.len() > 30, "{selected}");
            Ok(())
        });
    }
}

#[test]
fn the_caret_stays_in_view_and_where_it_was_put() {
    browse_with(Options { size: (700, 400), ..Options::default() }, async |page: &Page| {
        page.open_article(&long()).await?;
        let height = page.js("return innerHeight").await?.as_f64().unwrap_or(0.0);
        for key in ["Ctrl+End", "Ctrl+ArrowUp", "Ctrl+ArrowUp", "Ctrl+ArrowUp", "Ctrl+Home"] {
            page.press(key).await?;
            page.pause(std::time::Duration::from_millis(300)).await?;
            let it = caret_at(page).await?;
            ensure!(it[1] > 40.0 && it[2] < height, "{key}: {it:?} of {height}");
        }
        // A click puts it between the letters; there it is also when the text around was redrawn.
        page.drag_over("cỏ non").await?;
        press_all(page, &["3", "Escape"]).await?;
        let place = page.place_of("trắng điểm").await?;
        page.click_at(place.start).await?;
        let before = caret_at(page).await?;
        ensure!((before[0] - place.start.x).abs() < 20.0, "{before:?} {place:?}");
        page.press("Ctrl+z").await?;
        page.resize(500, 700).await?;
        let place = page.place_of("trắng điểm").await?;
        let after = caret_at(page).await?;
        ensure!((after[0] - place.start.x).abs() < 20.0, "{after:?} {place:?}");
        ensure!(after[1] < place.start.y && place.start.y < after[2], "{after:?} {place:?}");
        Ok(())
    });
}

#[test]
fn the_caret_is_for_the_keys_and_seen_only_then() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        caret_at(page).await?;
        page.drag_over("bến sông").await?;
        page.press("3").await?;
        ensure!(caret(page).await?.is_none(), "the keys are for the annotation");
        // In the annotation, Enter picks it again.
        press_all(page, &["Escape", "ArrowLeft"]).await?;
        caret_at(page).await?;
        page.press("Enter").await?;
        page.wait_until("document.querySelector('.inspector [data-chip=LOC][aria-pressed=true]')")
            .await?;
        press_all(page, &["Escape", "Escape"]).await?;
        ensure!(caret(page).await?.is_none(), "the article was left");
        Ok(())
    });
}

#[test]
fn overlapping_annotations_are_each_reached_by_a_key() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        for (text, key) in [("lão gù và mụ", "7"), ("gù", "1"), ("mụ còm", "1")] {
            page.drag_over(text).await?;
            press_all(page, &[key, "Escape", "Escape"]).await?;
        }
        page.click_text("gù").await?;
        for want in ["mụ còm", "lão gù và mụ", "gù", "mụ còm"] {
            page.press("n").await?;
            let surface = format!("document.querySelector('.surface')?.textContent === '{want}'");
            page.wait_until(&surface).await?;
        }
        Ok(())
    });
}

#[test]
fn composing_moves_no_caret() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        let before = caret_at(page).await?;
        let compose = "for (const key of ['ArrowRight', 'ArrowDown', 'n', 'Enter', 'Home'])
            document.activeElement.dispatchEvent(
                new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true }))";
        page.js(compose).await?;
        ensure!(caret_at(page).await? == before);
        page.press("ArrowRight").await?;
        ensure!(caret_at(page).await? != before);
        Ok(())
    });
}
