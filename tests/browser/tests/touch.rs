//! The page under a finger.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser::desk::check_file;
use browser::page::Page;
use browser::text::Point;
use browser::{Browser, Options, browse_with};
use serde_json::json;

/// No names, so that what is annotated does not hang on what the detector knows.
const TEXT: &str = "chuyện kể ở bến sông: ngày xưa có lão gù và mụ còm.\n\nmụ còm hỏi lão gù.";

const TAP: Duration = Duration::from_millis(60);

/// A telephone, as far as the browser can be one.
async fn on_telephone(page: &Page) -> Result<()> {
    if page.browser() == Browser::Chromium {
        let [width, height]: [u32; 2] =
            serde_json::from_value(page.js("return [innerWidth, innerHeight]").await?)?;
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true });
        page.cdp("Emulation.setDeviceMetricsOverride", size).await?;
        let touch = json!({ "enabled": true, "maxTouchPoints": 5 });
        page.cdp("Emulation.setTouchEmulationEnabled", touch).await?;
    }
    page.wait_for_paint().await
}

fn phone() -> Options {
    Options { size: (390, 780), ..Options::default() }
}

async fn middle(page: &Page, selector: &str) -> Result<Point> {
    page.find(selector).await?;
    // As a person scrolls to what they are about to touch.
    let near =
        format!("document.querySelector('{selector}').scrollIntoView({{ block: 'nearest' }})");
    page.js(&near).await?;
    page.wait_for_paint().await?;
    let middle = format!(
        "const {{ left, top, width, height }} = document.querySelector('{selector}').getBoundingClientRect();
        return [left + width / 2, top + height / 2]"
    );
    let [x, y]: [f64; 2] = serde_json::from_value(page.js(&middle).await?)?;
    Ok(Point { x, y })
}

async fn tap(page: &Page, selector: &str) -> Result<()> {
    page.touch(middle(page, selector).await?, TAP).await?;
    page.wait_for_paint().await
}

async fn tap_text(page: &Page, text: &str) -> Result<()> {
    page.touch(page.place_of(text).await?.middle(), TAP).await?;
    page.wait_for_paint().await
}

/// A long press selects a word where the browser does that; the system's handles then move the
/// selection, of which a page hears only that it has changed.
async fn select(page: &Page, text: &str) -> Result<()> {
    let at = page.place_of(text).await?.start;
    page.touch(at, Duration::from_millis(900)).await?;
    let select = "const [text] = arguments;
        const article = document.querySelector('[data-testid=article]');
        const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(text);
            if (at < 0) continue;
            getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + text.length);
            return;
        }";
    page.js_with(select, &[json!(text)]).await?;
    page.pause(Duration::from_millis(300)).await
}

#[test]
fn an_article_is_annotated_and_exported_by_touch_alone() {
    browse_with(phone(), async |page: &Page| {
        on_telephone(page).await?;
        page.open_article(TEXT).await?;
        select(page, "bến sông").await?;
        page.wait_until("document.querySelector('.bar.of-selection')").await?;
        page.picture("touch-selection").await?;
        tap(page, ".bar [data-chip=LOC]").await?;
        page.wait_until("document.querySelector('.inspector')").await?;
        ensure!(page.labels_of("bến sông").await? == ["LOC"], "{:?}", page.highlights().await?);
        page.picture("touch-current").await?;

        select(page, "gù").await?;
        tap(page, ".bar [data-chip=PER]").await?;
        tap(page, ".inspector .actions .wide").await?;
        ensure!(page.labels_of("gù").await? == ["PER", "PER"], "{:?}", page.highlights().await?);

        // A tap on a highlight shows it, one beside it leaves it.
        tap_text(page, "bến sông").await?;
        page.wait_until("document.querySelector('.inspector [data-chip=LOC][aria-pressed=true]')")
            .await?;
        tap_text(page, "hỏi").await?;
        page.wait_until("!document.querySelector('.inspector')").await?;

        tap(page, "[data-testid=export]").await?;
        let file = page.download().await?.json()?;
        check_file(&file, TEXT)
    });
}

#[test]
fn a_sample_is_opened_corrected_and_exported_by_touch_alone() {
    browse_with(phone(), async |page: &Page| {
        on_telephone(page).await?;
        tap(page, "[data-testid=sample-vi]").await?;
        page.wait_until("document.querySelector('[data-testid=article] [data-ids]')").await?;
        page.wait_ready().await?;
        // What is put together, in the sheet with the list.
        tap(page, ".handle").await?;
        page.picture("touch-list").await?;
        tap(page, "[data-testid=annotation-list] .group .row").await?;
        tap(page, ".handle").await?;
        tap(page, ".inspector .entity summary").await?;
        tap(page, "[data-testid=same-as]").await?;
        page.find("dialog [role=option]").await?;
        page.picture("touch-same-as").await?;
        let count = "Number(document.querySelector('.inspector .entity .count').textContent)";
        let before = page.js(&format!("return {count}")).await?;
        tap(page, "dialog [role=option]").await?;
        page.wait_until(&format!("{count} > {before}")).await?;
        tap(page, ".handle").await?;
        tap(page, "[data-testid=accept-shown]").await?;
        page.wait_until("!document.querySelector('[data-testid=article] [data-status=suggested]')")
            .await?;
        tap(page, "[data-testid=export]").await?;
        let file = page.download().await?.json()?;
        let text = file["document"]["text"].as_str().unwrap_or_default().to_owned();
        check_file(&file, &text)
    });
}

#[test]
fn what_has_no_key_is_reached_by_touch() {
    browse_with(Options { size: (360, 640), ..phone() }, async |page: &Page| {
        on_telephone(page).await?;
        page.open_article(TEXT).await?;
        tap(page, "[data-testid=commands]").await?;
        page.wait_until("document.querySelector('dialog.commands[open]')").await?;
        page.picture("touch-commands").await?;
        let low = "return matchMedia('(pointer: coarse)').matches
            ? [...document.querySelectorAll('dialog li, dialog button')]
                .filter(it => it.offsetHeight < 44 || it.offsetWidth < 44).length
            : 0";
        ensure!(page.js(low).await? == 0, "a command is too small for a finger");
        let wide =
            "const it = document.querySelector('dialog'); return it.scrollWidth - it.clientWidth";
        ensure!(page.js(wide).await? == 0, "the palette scrolls sideways");
        let at = "return [...document.querySelectorAll('#command-list .what')]
            .findIndex(it => it.textContent === 'What Dấu has learnt')";
        let at = page.js(at).await?.as_i64().context("no number")?;
        tap(page, &format!("#command-{at}")).await?;
        page.wait_until("document.querySelector('dialog.personal[open]')").await?;
        page.picture("touch-personal").await?;
        tap(page, "dialog.personal header button").await?;
        page.wait_until("!document.querySelector('dialog[open]')").await
    });
}

#[test]
fn an_end_is_dragged_by_a_finger() {
    browse_with(phone(), async |page: &Page| {
        on_telephone(page).await?;
        page.open_article(TEXT).await?;
        select(page, "bến").await?;
        tap(page, ".bar [data-chip=LOC]").await?;
        // The grip hangs below the line.
        let end = middle(page, ".grip.end").await?;
        let from = Point { y: end.y + 22.0, ..end };
        let to = page.place_of("sông").await?.end;
        page.swipe(from, Point { y: to.y + 22.0, ..to }, TAP).await?;
        page.wait_for_paint().await?;
        ensure!(page.labels_of("bến sông").await? == ["LOC"], "{:?}", page.highlights().await?);
        Ok(())
    });
}

#[test]
fn what_a_finger_is_for_is_big_enough_and_at_the_windows_end() {
    browse_with(phone(), async |page: &Page| {
        on_telephone(page).await?;
        if page.js("return matchMedia('(pointer: coarse)').matches").await? == false {
            ensure!(page.browser() == Browser::Firefox, "Chromium can be a telephone");
            eprintln!("skipped: this browser cannot be told that it has a touch screen");
            return Ok(());
        }
        page.open_article(TEXT).await?;
        select(page, "hỏi lão").await?;
        page.find(".bar").await?;
        let low = "const it = document.querySelector('.bar').getBoundingClientRect();
            return Math.abs(it.bottom - innerHeight) <= 1 && it.left <= 0 && it.right >= innerWidth";
        ensure!(page.js(low).await? == true, "the bar is not docked");
        let covered = "const of = getSelection().getRangeAt(0).getBoundingClientRect();
            return of.bottom <= document.querySelector('.bar').getBoundingClientRect().top";
        ensure!(page.js(covered).await? == true, "the bar covers what is selected");
        tap(page, ".bar [data-chip=PER]").await?;
        let small =
            "return [...document.querySelectorAll('.bar button, .side button, .side summary, .side select, .side input')]
            .filter(it => it.checkVisibility()).map(it => [it.textContent, it.getBoundingClientRect()])
            .filter(([, it]) => it.width > 0 && (it.width < 44 || it.height < 44))
            .map(([name, it]) => `${name} ${it.width}×${it.height}`)";
        for place in ["the inspector", "the list"] {
            let small: Vec<String> = serde_json::from_value(page.js(small).await?)?;
            ensure!(small.is_empty(), "too small for a finger in {place}: {small:?}");
            tap(page, ".handle").await?;
        }
        Ok(())
    });
}
