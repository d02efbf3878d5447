//! Finding, by keys and by mouse.

use anyhow::{Result, ensure};
use browser::page::Page;
use browser::{Options, browse, browse_with};
use serde_json::json;

/// Coined places and people that no list knows, so that what is annotated is what the test annotates.
const TEXT: &str = "chuyện kể ở bến Xoà: ngày xưa có lão Vèo và mụ Xịp.\n\nMụ Xịp hỏi lão Vèo về bến Xòa, cái gàu, cái gàu, cái gàu.";

const OPEN: &str = "document.querySelector('[data-testid=find]')";

/// What the browser has coloured as hits, in reading order; the current one in brackets.
async fn coloured(page: &Page) -> Result<String> {
    let script = "const all = name => [...(CSS.highlights.get(name) ?? [])];
        const found = [...all('find').map(it => [it, it.toString()]),
            ...all('find-current').map(it => [it, `[${it}]`])];
        found.sort((a, b) => a[0].compareBoundaryPoints(Range.START_TO_START, b[0]));
        return found.map(it => it[1]).join(' ')";
    page.wait_for_paint().await?;
    Ok(page.js(script).await?.as_str().unwrap_or_default().to_owned())
}

async fn count(page: &Page, want: &str) -> Result<()> {
    let shown = format!(
        "document.querySelector('[data-testid=find-count]').textContent === {}",
        json!(want)
    );
    page.wait_until(&shown).await
}

async fn open(page: &Page, words: &str) -> Result<()> {
    page.press("Ctrl+f").await?;
    page.wait_until("document.activeElement.dataset.testid === 'find-text'").await?;
    page.type_text(words).await
}

#[test]
fn words_are_found_however_they_are_written() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        let runs = "return document.querySelectorAll('[data-testid=article] *').length";
        let before = page.js(runs).await?;
        open(page, "bến xoà").await?;
        count(page, "1/2").await?;
        ensure!(coloured(page).await? == "[bến Xoà] bến Xòa");
        ensure!(page.js(runs).await? == before, "the article's elements stay as they are");
        page.press("Ctrl+a").await?;
        page.type_text("xip").await?;
        count(page, "Not found").await?;
        page.click_on("find-marks").await?;
        count(page, "1/2").await?;
        ensure!(coloured(page).await? == "[Xịp] Xịp");
        page.picture("find").await?;
        page.press("Escape").await?;
        page.wait_until(&format!("!{OPEN}")).await?;
        ensure!(coloured(page).await?.is_empty(), "nothing stays coloured");
        Ok(())
    });
}

#[test]
fn steps_go_around_and_the_place_stays_when_the_bar_goes() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        open(page, "gàu").await?;
        count(page, "1/3").await?;
        page.press("Enter").await?;
        count(page, "2/3").await?;
        page.press("F3").await?;
        count(page, "3/3").await?;
        page.press("Enter").await?;
        count(page, "1/3").await?;
        page.press("Shift+Enter").await?;
        count(page, "3/3").await?;
        page.press("Shift+F3").await?;
        count(page, "2/3").await?;
        page.press("Escape").await?;
        page.wait_until(&format!("!{OPEN}")).await?;
        ensure!(page.selected_text().await? == "gàu");
        // F3 goes on without the bar, from one hit to the other.
        let at = "return getSelection().getRangeAt(0).startOffset";
        let second = page.js(at).await?;
        page.press("F3").await?;
        page.wait_for_paint().await?;
        ensure!(page.selected_text().await? == "gàu");
        ensure!(page.js(at).await? != second, "still at {second}");
        page.press("Shift+F3").await?;
        page.wait_for_paint().await?;
        ensure!(page.js(at).await? == second);
        // The next key labels the hit.
        page.press("1").await?;
        page.wait_for_paint().await?;
        ensure!(page.labels_of("gàu").await? == ["PER"]);
        page.press("F3").await?;
        page.wait_for_paint().await?;
        ensure!(page.selected_text().await? == "gàu");
        page.press("2").await?;
        page.wait_for_paint().await?;
        ensure!(page.labels_of("gàu").await? == ["PER", "ORG"]);
        Ok(())
    });
}

#[test]
fn all_hits_are_labelled_as_one_step() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        let before = page.highlights().await?;
        open(page, "lão Vèo").await?;
        count(page, "1/2").await?;
        page.click_on("label-all").await?;
        page.find("[data-label-all=PER]").await?.click().await?;
        page.wait_for_paint().await?;
        ensure!(page.labels_of("lão Vèo").await? == ["PER", "PER"]);
        page.press("Escape").await?;
        page.press("Ctrl+z").await?;
        page.wait_for_paint().await?;
        ensure!(page.highlights().await? == before);
        Ok(())
    });
}

#[test]
fn hits_can_be_asked_of_annotations_alone() {
    let vi = Options { language: "vi", ..Options::default() };
    browse_with(vi, async |page: &Page| {
        page.open_article(TEXT).await?;
        page.drag_over("cái gàu").await?;
        page.press("7").await?;
        page.press("Escape").await?;
        open(page, "gàu").await?;
        count(page, "1/3").await?;
        let choose = "const it = document.querySelector(`[data-testid=find-${arguments[0]}]`);
            it.value = arguments[1];
            it.dispatchEvent(new Event('change', { bubbles: true }))";
        for (place, want) in
            [("EVENT", "1/1"), ("LOC", "Không thấy"), ("*", "1/1"), ("", "1/3"), ("EVENT", "1/1")]
        {
            page.js_with(choose, &[json!("where"), json!(place)]).await?;
            count(page, want).await?;
        }
        for (status, want) in [("suggested", "Không thấy"), ("accepted", "1/1"), ("", "1/1")] {
            page.js_with(choose, &[json!("status"), json!(status)]).await?;
            count(page, want).await?;
        }
        Ok(())
    });
}

#[test]
fn a_hit_far_away_is_brought_into_view_and_coloured() {
    browse(async |page: &Page| {
        let text = format!(
            "{}\n\nlão Vèo ngủ.\n\n{}",
            "một hai ba bốn năm.\n\n".repeat(3000),
            "sáu bảy.\n\n".repeat(500)
        );
        page.open_article(&text).await?;
        open(page, "lão Vèo").await?;
        count(page, "1/1").await?;
        let seen = "(() => { const [it] = CSS.highlights.get('find-current') ?? [];
            const box = it?.getBoundingClientRect();
            return box && box.height > 0 && box.top > 100 && box.bottom < innerHeight; })()";
        page.wait_until(seen).await?;
        ensure!(coloured(page).await? == "[lão Vèo]");
        Ok(())
    });
}

#[test]
fn the_key_pressed_twice_is_the_browsers() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        let listen = "window.testTaken = [];
            window.addEventListener('keydown', it => {
                if (it.key === 'f') setTimeout(() => window.testTaken.push(it.defaultPrevented));
            }, true)";
        page.js(listen).await?;
        page.press("Ctrl+f").await?;
        page.wait_until("document.activeElement.dataset.testid === 'find-text'").await?;
        page.press("Ctrl+f").await?;
        page.wait_until("window.testTaken.length === 2").await?;
        ensure!(page.js("return window.testTaken").await? == json!([true, false]));
        Ok(())
    });
}

#[test]
fn a_long_line_is_coloured_without_delay() {
    browse(async |page: &Page| {
        page.open_article(&"ngày xưa có lão Vèo ".repeat(2_500)).await?;
        open(page, "lão Vèo").await?;
        count(page, "1/2500").await?;
        // Each hit read from the beginning of the line would take most of a minute.
        let all =
            "CSS.highlights.get('find').size + CSS.highlights.get('find-current').size === 2500";
        page.wait_until(all).await?;
        let texts =
            "return [...CSS.highlights.get('find')].every(it => it.toString() === 'lão Vèo')";
        ensure!(page.js(texts).await? == true);
        Ok(())
    });
}
