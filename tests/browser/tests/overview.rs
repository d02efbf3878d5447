//! The time line at the article's foot and the strip beside the scroll bar.

use anyhow::{Context, Result, ensure};
use browser::page::Page;
use browser::text::Point;
use browser::{Options, browse, browse_with};

const TEXT: &str = "Ngày 12/3/2025, bà Đinh Thị Hạ Vy đến Đà Lạt. Từ năm 2019 đến năm 2022 bà ở đó. \
    Ngày 14/3/2025 bà về, sau hai năm vắng nhà. Bà sinh năm 1948. Ngày 12/3/2025 trời mưa.";

/// The dates on the line, in the order of time: how many, and the words that the screen reader says.
async fn dates(page: &Page) -> Result<Vec<String>> {
    let script =
        "return [...document.querySelectorAll('.axis [data-dates]')].map(it => it.ariaLabel)";
    Ok(serde_json::from_value(page.js(script).await?)?)
}

/// The middle of an element.
async fn middle(page: &Page, selector: &str) -> Result<Point> {
    let script = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
        return [box.left + box.width / 2, box.top + box.height / 2]";
    let at = page.js_with(script, &[selector.into()]).await?;
    Ok(Point { x: at[0].as_f64().context("no x")?, y: at[1].as_f64().context("no y")? })
}

async fn current(page: &Page) -> Result<String> {
    page.wait_for_paint().await?;
    let text = page.js("return document.querySelector('.inspector .surface')?.textContent").await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

#[test]
fn dates_stand_in_the_order_of_time_and_lead_to_their_mentions() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.find("[data-testid=timeline]").await?;
        let dates = dates(page).await?;
        ensure!(dates.len() == 4, "{dates:?}");
        let years = ["1948", "2019", "2022", "12 March 2025"];
        for (it, want) in dates.iter().zip(years) {
            ensure!(it.contains(want), "{it} in {dates:?}");
        }
        ensure!(dates[3].contains("3 mentions"), "{dates:?}");
        // Each to the right of the one before.
        let lefts = "const all = [...document.querySelectorAll('.axis li')].map(it => it.getBoundingClientRect().left);
            return all.every((it, idx) => idx === 0 || it > all[idx - 1])";
        ensure!(page.js(lefts).await? == true);
        let two = ".axis li:nth-child(4) button";
        page.click_at(middle(page, two).await?).await?;
        let first = current(page).await?;
        ensure!(first.contains("12/3/2025"), "{first}");
        let id = "return document.querySelector('[data-testid=article] .current').dataset.ids";
        let one = page.js(id).await?;
        page.click_at(middle(page, two).await?).await?;
        page.wait_for_paint().await?;
        ensure!(page.js(id).await? != one, "another click goes to the next mention");
        // The keys are still for the article.
        page.press("Delete").await?;
        page.wait_for_paint().await?;
        ensure!(self::dates(page).await?[3].contains("2 mentions"));
        Ok(())
    });
}

#[test]
fn the_current_date_is_marked_on_the_line() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.click_text("năm 1948").await?;
        page.wait_until("document.querySelector('.axis li:first-child [aria-current=true]')")
            .await?;
        page.picture("timeline").await?;
        page.click_text("hai năm").await?;
        page.wait_until("document.querySelector('.undated [aria-current=true]')").await
    });
}

#[test]
fn keys_walk_along_the_line() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.js("document.querySelector('.timeline [tabindex=\"0\"]').focus()").await?;
        page.press("End").await?;
        page.press("Home").await?;
        page.press("ArrowRight").await?;
        page.press("Enter").await?;
        ensure!(current(page).await? == "năm 2019");
        page.press("ArrowLeft").await?;
        page.press("Space").await?;
        ensure!(current(page).await? == "năm 1948");
        let stops = "return document.querySelectorAll('.timeline [tabindex=\"0\"]').length";
        ensure!(page.js(stops).await? == 1, "the Tab key stops once");
        Ok(())
    });
}

#[test]
fn the_line_is_folded_by_its_key_and_stays_so() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.find(".axis").await?;
        page.press("t").await?;
        page.wait_until("!document.querySelector('.axis')").await?;
        page.find("[data-testid=state].saved").await?;
        page.reload().await?;
        page.find("[data-testid=timeline-fold][aria-expanded=false]").await?;
        ensure!(page.js("return document.querySelector('.axis')").await?.is_null());
        page.click_on("timeline-fold").await?;
        page.find(".axis li button").await?;
        Ok(())
    });
}

#[test]
fn the_strip_shows_what_there_is_and_leads_there() {
    browse(async |page: &Page| {
        let text = format!(
            "{}lão Vèo ngủ.\n\n{}",
            "một hai ba bốn.\n\n".repeat(400),
            "sáu bảy.\n\n".repeat(400)
        );
        page.open_article(&text).await?;
        let found = "document.querySelector('.minimap .found').getAttribute('d')";
        ensure!(page.js(&format!("return {found}")).await? == "");
        page.press("Ctrl+f").await?;
        page.type_text("Vèo").await?;
        page.wait_until(&format!("/^M7 \\d+h4v1h-4z$/.test({found})")).await?;
        page.press("Escape").await?;
        page.js("scrollTo(0, 0)").await?;
        page.click_at(middle(page, "[data-testid=minimap]").await?).await?;
        page.wait_until("scrollY > 2000").await
    });
}

#[test]
fn a_small_screen_has_the_line_and_no_strip() {
    let small = Options { size: (520, 800), ..Options::default() };
    browse_with(small, async |page: &Page| {
        page.open_article(&format!("{TEXT}\n\n").repeat(12)).await?;
        let shown =
            "return [...document.querySelectorAll('[data-testid=timeline], [data-testid=minimap]')]
            .map(it => it.getClientRects().length > 0)";
        ensure!(page.js(shown).await? == serde_json::json!([true, false]));
        let wide = "return document.documentElement.scrollWidth <= innerWidth";
        ensure!(page.js(wide).await? == true);
        Ok(())
    });
}
