//! The article's date, and what follows from it.

use browser::browse;
use browser::page::Page;
use serde_json::{Value, json};

const TEXT: &str = "Hôm nay trời mưa, hôm qua trời nắng, còn hôm kia thì không ai nhớ.";

async fn values(page: &Page) -> anyhow::Result<Vec<Value>> {
    let file = page.export_by_key().await?;
    let all = file["annotations"].as_array().cloned().unwrap_or_default();
    Ok(all.iter().map(|it| it["timex"]["value"].clone()).collect())
}

async fn set(page: &Page, date: &str) -> anyhow::Result<()> {
    let body = "const input = document.querySelector('[data-testid=reference-date]');
        input.value = arguments[0];
        input.dispatchEvent(new Event('input', { bubbles: true }));
        input.dispatchEvent(new Event('change', { bubbles: true }));";
    page.js_with(body, &[json!(date)]).await?;
    page.wait_ready().await
}

#[test]
fn relative_dates_follow_it_and_it_can_be_taken_back() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        let unknown = values(page).await?;
        assert_eq!(unknown[..2], [json!("XXXX-XX-XX"), json!("XXXX-XX-XX")]);
        set(page, "2024-03-05").await?;
        let known = [json!("2024-03-05"), json!("2024-03-04"), json!("2024-03-03")];
        assert_eq!(values(page).await?, known);
        page.press("Escape").await?;
        page.js("document.activeElement.blur()").await?;
        page.press("Ctrl+z").await?;
        assert_eq!(values(page).await?, unknown);
        Ok(())
    });
}
