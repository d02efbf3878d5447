//! Clicks, grips and the bar, by the mouse alone.

use anyhow::{Context, Result, ensure};
use browser::desk::check_file;
use browser::page::Page;
use browser::text::Point;
use browser::{Options, browse, browse_with};

/// No names, so that what is annotated does not hang on what the detector knows.
const TEXT: &str = "chuyện kể ở bến sông: ngày xưa có lão gù và mụ còm.\n\nmụ còm hỏi lão gù.";

async fn chip(page: &Page, label: &str) -> Result<()> {
    Ok(page.find(&format!(".bar [data-chip={label}]")).await?.click().await?)
}

/// Left, top, right and bottom.
async fn rect(page: &Page, selector: &str) -> Result<[f64; 4]> {
    page.wait_for_paint().await?;
    let seen = format!(
        "(it => it && getComputedStyle(it).visibility === 'visible')(document.querySelector('{selector}'))"
    );
    page.wait_until(&seen).await?;
    let it = format!(
        "const {{ left, top, right, bottom }} =
            document.querySelector('{selector}').getBoundingClientRect();
        return [left, top, right, bottom];"
    );
    Ok(serde_json::from_value(page.js(&it).await?)?)
}

async fn grip(page: &Page, end: &str) -> Result<Point> {
    let it = rect(page, &format!(".grip.{end}")).await?;
    Ok(Point { x: f64::midpoint(it[0], it[2]), y: it[3] + 3.0 })
}

#[test]
fn an_article_is_annotated_and_exported_by_the_mouse_alone() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        let place = page.place_of("còm").await?;
        page.click_times(place.middle(), 2).await?;
        chip(page, "PER").await?;
        // The bar is for the new annotation now.
        page.wait_until("document.querySelector('.bar.of-current .doings')").await?;
        page.picture("bar-current").await?;
        let also = "const all = [...document.querySelectorAll('.doings button')];
            return all.findIndex(it => it.textContent.includes('1 more')) + 1";
        let also = page.js(also).await?;
        page.find(&format!(".doings button:nth-child({also})")).await?.click().await?;
        page.wait_for_paint().await?;
        ensure!(page.labels_of("còm").await? == ["PER", "PER"], "{:?}", page.highlights().await?);

        page.drag_over("bến").await?;
        chip(page, "LOC").await?;
        let (from, to) = (grip(page, "end").await?, page.place_of("sông").await?.end);
        page.drag(from, Point { x: to.x, y: to.y + 16.0 }).await?;
        page.wait_for_paint().await?;
        ensure!(page.labels_of("bến sông").await? == ["LOC"], "{:?}", page.highlights().await?);

        page.click_on("export").await?;
        let file = page.download().await?.json()?;
        check_file(&file, TEXT)
    });
}

#[test]
fn a_sample_is_opened_corrected_and_exported_by_the_mouse_alone() {
    browse(async |page: &Page| {
        page.click_on("sample-vi").await?;
        page.wait_until("document.querySelector('[data-testid=article] [data-ids]')").await?;
        page.wait_ready().await?;
        let first = "[data-testid=annotation-list] [data-annotation] .row";
        page.find(first).await?.click().await?;
        page.find(".inspector .actions .primary").await?.click().await?;
        page.find("[data-testid=accept-shown]").await?.click().await?;
        page.wait_until("!document.querySelector('[data-testid=article] [data-status=suggested]')")
            .await?;
        page.click_on("export").await?;
        let file = page.download().await?.json()?;
        let text = file["document"]["text"].as_str().context("no text")?.to_owned();
        check_file(&file, &text)?;
        let all = file["annotations"].as_array().context("no annotations")?;
        ensure!(all.len() > 10 && all.iter().all(|it| it["status"] == "accepted"), "{all:?}");
        Ok(())
    });
}

#[test]
fn a_second_click_takes_the_name_and_a_third_the_sentence() {
    let text = "Gió thổi. Cụ Vèo Thị Xịp ngủ. Trời tối.";
    browse(async |page: &Page| {
        page.open_article(text).await?;
        for (word, times, want) in [
            ("thổi", 2, "thổi"),
            ("ngủ", 3, "Cụ Vèo Thị Xịp ngủ."),
            ("tối", 2, "tối"),
            ("Gió", 3, "Gió thổi."),
        ] {
            page.click_at(page.place_of("Trời").await?.start).await?;
            page.pause(std::time::Duration::from_millis(600)).await?;
            let at = page.place_of(word).await?.middle();
            page.click_times(at, times).await?;
            page.wait_until(&format!("getSelection().toString() === '{want}'")).await?;
        }
        Ok(())
    });
}

#[test]
fn an_end_is_dragged_to_a_word_and_with_alt_to_a_letter_each_as_one_step() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.drag_over("bến sông").await?;
        page.press("3").await?;
        let inside = page.place_of("kể").await?.middle();
        page.drag(grip(page, "start").await?, Point { x: inside.x, y: inside.y + 16.0 }).await?;
        page.wait_for_paint().await?;
        ensure!(
            page.labels_of("kể ở bến sông").await? == ["LOC"],
            "{:?}",
            page.highlights().await?
        );
        page.press("Ctrl+z").await?;
        ensure!(page.labels_of("bến sông").await? == ["LOC"]);
        let inside = page.place_of("sôn").await?.end;
        let to = Point { x: inside.x, y: inside.y + 16.0 };
        page.drag_holding("Alt", grip(page, "end").await?, to).await?;
        page.wait_for_paint().await?;
        ensure!(page.labels_of("bến sôn").await? == ["LOC"], "{:?}", page.highlights().await?);
        Ok(())
    });
}

#[test]
fn one_label_goes_on_several_pieces_that_were_chosen() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        let before = page.highlights().await?;
        page.drag_over("bến sông").await?;
        let second = page.place_of("gù").await?;
        page.drag_holding("Ctrl", second.start, second.end).await?;
        let third = page.place_of("còm").await?.middle();
        page.drag_holding("Ctrl", third, third).await?;
        page.wait_until("document.querySelector('.bar .pieces')?.textContent.startsWith('3')")
            .await?;
        page.picture("several").await?;
        chip(page, "MISC").await?;
        page.wait_for_paint().await?;
        for text in ["bến sông", "gù", "còm"] {
            let labels = page.labels_of(text).await?;
            ensure!(labels[0] == "MISC" && !labels[1..].contains(&labels[0]), "{text}: {labels:?}");
        }
        page.press("Ctrl+z").await?;
        page.wait_for_paint().await?;
        ensure!(page.highlights().await? == before, "{:?}", page.highlights().await?);
        Ok(())
    });
}

#[test]
fn the_bar_covers_nothing_and_stays_in_the_window() {
    let line = "cỏ non xanh rợn chân trời, cành lê trắng điểm một vài bông hoa và gió thổi.\n\n";
    let text = format!("đầu bài {}cuối bài", line.repeat(30));
    for size in [(1280, 800), (900, 500), (360, 640)] {
        browse_with(Options { size, ..Options::default() }, async |page: &Page| {
            page.open_article(&text).await?;
            for what in ["đầu bài", "cành lê trắng", "cuối bài"] {
                let place = page.place_of(what).await?;
                page.drag(place.start, place.end).await?;
                let bar = rect(page, ".bar").await?;
                let selected = page.js("const { left, top, right, bottom } =
                    getSelection().getRangeAt(0).getBoundingClientRect(); return [left, top, right, bottom]");
                let of: [f64; 4] = serde_json::from_value(selected.await?)?;
                ensure!(
                    bar[1] >= of[3] || bar[3] <= of[1],
                    "{size:?} {what}: {bar:?} covers {of:?}"
                );
                // Firefox is never narrower than it likes to be.
                let window = page.js("return [innerWidth, innerHeight]").await?;
                let [width, height]: [f64; 2] = serde_json::from_value(window)?;
                let inside = bar[0] >= 0.0 && bar[1] >= 0.0 && bar[2] <= width && bar[3] <= height;
                ensure!(inside, "{size:?} {what}: {bar:?}");
                page.press("Escape").await?;
                page.wait_until("!document.querySelector('.bar')").await?;
            }
            Ok(())
        });
    }
}

#[test]
fn the_bar_is_where_the_mouse_was_and_not_where_keys_go() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.drag_over("bến sông").await?;
        page.press("3").await?;
        page.press("Escape").await?;
        page.click_text("bến sông").await?;
        page.wait_until("document.querySelector('.bar.of-current')").await?;
        page.press("Escape").await?;
        page.wait_until("!document.querySelector('.bar')").await?;
        page.press("Shift+Tab").await?;
        page.wait_until("document.querySelector('.inspector')").await?;
        ensure!(page.js("return document.querySelector('.bar')").await?.is_null());
        Ok(())
    });
}
