//! Everybody can use the page: checked by axe-core in each state, by the tree that screen readers read, with large
//! text, on a narrow screen, and with nothing that moves.

use anyhow::{Context, Result, ensure};
use browser::page::Page;
use browser::{Browser, Options, browse_with};
use serde_json::{Value, json};

const TEXT: &str = "Huyện Mù Cang Chải có chợ phiên mới\n\nNgày 12/3/2025, bà Đinh Thị Hạ Vy và ông Lò Văn Pênh đến \
    thành phố Đà Lạt. Bà Đinh Thị Hạ Vy ở đó từ năm 2019. Chuyện kể ở bến sông: ngày xưa có lão gù và mụ còm. Hôm qua \
    mụ còm hỏi lão gù về Đà Lạt.";

const THEMES: [bool; 2] = [false, true];
const LANGUAGES: [&str; 2] = ["en-US", "vi-VN"];

/// What a person may have before them; each leads back to the open article.
const STATES: [&str; 14] = [
    "article",
    "selection",
    "current",
    "date",
    "entity",
    "review",
    "find",
    "commands",
    "same as",
    "help",
    "labels",
    "personal",
    "export",
    "error",
];

/// Brings the open article into a state.
async fn enter(page: &Page, state: &str) -> Result<()> {
    match state {
        "selection" => page.drag_over("bến sông").await?,
        "current" => page.click_text("Lò Văn Pênh").await?,
        "date" => page.click_text("Hôm qua").await?,
        "entity" | "same as" => {
            page.click_text("Lò Văn Pênh").await?;
            page.find("[data-testid=entity] summary").await?;
            // The bar may lie over it.
            page.js("document.querySelector('[data-testid=entity]').open = true").await?;
            if state == "same as" {
                page.press("s").await?;
                page.find("dialog [role=option]").await?;
            }
        }
        "review" => page.press("r").await?,
        "find" => {
            page.press("Ctrl+f").await?;
            page.type_text("lão").await?;
            page.wait_until("document.querySelector('[data-testid=find] summary')").await?;
            page.js("document.querySelector('[data-testid=find] details').open = true").await?;
        }
        "commands" => page.press("Ctrl+k").await?,
        "help" => page.press("?").await?,
        "labels" | "personal" => {
            let name = if state == "labels" { "nhan" } else { "hoc" };
            let english = if state == "labels" { "Edit the label" } else { "learn" };
            let vietnamese = page.js("return document.documentElement.lang").await? == "vi";
            page.press("Ctrl+k").await?;
            page.type_text(if vietnamese { name } else { english }).await?;
            if state == "labels" && vietnamese {
                page.type_text(" sua bo").await?;
            }
            page.press("Enter").await?;
            page.find(&format!("dialog.{state}")).await?;
        }
        "export" => {
            page.find(".export .more").await?.click().await?;
        }
        "error" => {
            page.import("no.json", b"{}").await?;
            page.find("[role=alert] .notice").await?;
        }
        _ => {}
    }
    page.wait_for_paint().await
}

/// Back to the article with nothing chosen.
async fn leave(page: &Page, state: &str) -> Result<()> {
    match state {
        "review" => page.press("r").await?,
        "error" => page.find("[role=alert] button").await?.click().await?,
        _ => {}
    }
    page.press("Escape").await?;
    page.wait_for_paint().await?;
    page.js("document.querySelector('[data-testid=article]').focus({ preventScroll: true })")
        .await?;
    page.press("Escape").await?;
    page.wait_until(
        "!document.querySelector('dialog[open], .bar, .inspector, .menu, [data-testid=find]')",
    )
    .await?;
    page.js("document.querySelector('[data-testid=article]').focus({ preventScroll: true })")
        .await?;
    Ok(())
}

/// Opens the article and hands over each state once.
async fn in_each_state(page: &Page, check: impl AsyncFn(&str) -> Result<()>) -> Result<()> {
    check("empty").await?;
    page.open_article(TEXT).await?;
    for state in STATES {
        enter(page, state).await.with_context(|| format!("entering {state}"))?;
        check(state).await?;
        leave(page, state).await.with_context(|| format!("leaving {state}"))?;
    }
    Ok(())
}

fn check_rules(dark: bool) {
    for language in LANGUAGES {
        browse_with(Options { language, dark, ..Options::default() }, async |page: &Page| {
            let asked =
                page.js("return matchMedia('(prefers-color-scheme: dark)').matches").await?;
            ensure!(asked == dark, "the browser does not do as it is asked");
            in_each_state(page, async |state| {
                page.check_axe(&format!("{state}, dark: {dark}, {language}")).await
            })
            .await
        });
    }
}

#[test]
fn no_rule_is_broken_in_any_state_in_light() {
    check_rules(THEMES[0]);
}

#[test]
fn no_rule_is_broken_in_any_state_in_dark() {
    check_rules(THEMES[1]);
}

/// The checks above could not fail otherwise.
#[test]
fn what_is_wrong_is_found() {
    browse_with(Options::default(), async |page: &Page| {
        page.check_axe("as it is").await?;
        page.check_nothing_cut("as it is").await?;
        page.js("document.querySelector('h1').append(document.createElement('button'))").await?;
        let found = page.check_axe("a button without a name").await.unwrap_err().to_string();
        ensure!(found.contains("button-name"), "{found}");
        page.js("document.querySelector('h1 button').style.setProperty('width', '4000px')").await?;
        let found = page.check_nothing_cut("a button too wide").await.unwrap_err().to_string();
        ensure!(found.contains("BUTTON") && found.contains("of 1280"), "{found}");
        Ok(())
    });
}

/// 360 pixels are a small telephone, and what 1280 are at 350 %; 640 are 1280 at 200 %.
#[test]
fn nothing_is_cut_on_a_narrow_screen_or_with_large_text() {
    for (size, language) in [((360, 640), "vi-VN"), ((640, 450), "en-US"), ((1280, 900), "vi-VN")] {
        browse_with(Options { size, language, ..Options::default() }, async |page: &Page| {
            in_each_state(page, async |state| {
                page.check_nothing_cut(&format!("{state}, {size:?}, {language}")).await
            })
            .await?;
            if let Ok(handle) = page.find(".side .handle").await
                && handle.is_displayed().await?
            {
                handle.click().await?;
                page.check_nothing_cut("the list").await?;
                page.picture(&format!("narrow-{}", size.0)).await?;
            }
            Ok(())
        });
    }
}

/// The roles and names of what is below the article, as a screen reader gets them.
async fn tree(page: &Page) -> Result<Vec<(String, String)>> {
    page.cdp("Accessibility.enable", json!({})).await?;
    let tree = page.cdp("Accessibility.getFullAXTree", json!({})).await?;
    let nodes = tree["nodes"].as_array().context("no tree")?;
    let word = |it: &Value, of: &str| it[of]["value"].as_str().unwrap_or_default().to_owned();
    let told = |it: &Value| {
        let name = format!("{} {}", word(it, "name"), word(it, "description"));
        (word(it, "role"), name.trim().to_owned())
    };
    Ok(nodes.iter().filter(|it| it["ignored"] != true).map(told).collect())
}

#[test]
fn a_screen_reader_hears_the_annotations() {
    browse_with(Options::default(), async |page: &Page| {
        if page.browser() == Browser::Firefox {
            eprintln!("skipped: this driver tells nothing of the tree");
            return Ok(());
        }
        page.open_article(TEXT).await?;
        let tree = tree(page).await?;
        let marks: Vec<&str> =
            tree.iter().filter(|it| it.0 == "mark").map(|it| it.1.as_str()).collect();
        for want in ["Person", "Location", "Date"] {
            ensure!(marks.iter().any(|it| it.contains(want)), "{want} in {marks:?}");
        }
        ensure!(marks.iter().all(|it| it.contains("Suggested")), "{marks:?}");
        ensure!(tree.iter().any(|it| it.0 == "article" && !it.1.is_empty()), "{tree:?}");
        page.click_text("Lò Văn Pênh").await?;
        let said = "return document.querySelector('[aria-live=polite]').textContent";
        page.wait_for_paint().await?;
        ensure!(
            page.js(said).await? == "Lò Văn Pênh: Person, Suggested",
            "{}",
            page.js(said).await?
        );
        Ok(())
    });
}

#[test]
fn nothing_moves_for_those_who_like_it_still() {
    browse_with(Options { still: true, ..Options::default() }, async |page: &Page| {
        in_each_state(page, async |state| {
            let moving = "return document.getAnimations()
                .filter(it => it.effect.getComputedTiming().duration > 0)
                .map(it => `${it.animationName ?? it.transitionProperty} of ${it.effect.target.className}`)";
            let moving: Vec<String> = serde_json::from_value(page.js(moving).await?)?;
            ensure!(moving.is_empty(), "{state}: {moving:?}");
            Ok(())
        })
        .await
    });
    // The test can fail: the caret blinks for everybody else.
    browse_with(Options::default(), async |page: &Page| {
        page.open_article(TEXT).await?;
        page.press("ArrowRight").await?;
        page.wait_until("document.getAnimations().some(it => it.animationName === 'blink')").await
    });
}

#[test]
fn the_focus_is_seen_wherever_the_tab_key_comes_to() {
    browse_with(Options::default(), async |page: &Page| {
        page.open_article(TEXT).await?;
        page.click_text("Lò Văn Pênh").await?;
        page.press("Escape").await?;
        page.press("Escape").await?;
        // The button in a date's field is the browser's own, and so is its ring. After the last stop the keys are for
        // the browser's own buttons, and nothing in the page has the focus.
        let seen = "const it = document.activeElement;
            const style = getComputedStyle(it), around = getComputedStyle(it.parentElement);
            const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
                || around.outlineStyle !== 'none' && parseFloat(around.outlineWidth) > 0;
            return [it.tagName, it.className, it.dataset.testid ?? '', ring || it.matches('[type=date], [data-testid=article]')
                || it === document.body || !it.matches(':focus')]";
        let mut stops = Vec::new();
        for _ in 0..60 {
            page.press("Tab").await?;
            let [tag, class, testid, ring]: [Value; 4] =
                serde_json::from_value(page.js(seen).await?)?;
            ensure!(ring == true, "{tag} {class} {testid} has the focus and does not show it");
            if tag == "ARTICLE" || tag == "BODY" {
                page.press("Escape").await?;
                page.press("Escape").await?;
            }
            stops.push(format!("{testid}{class}"));
        }
        ensure!(stops.iter().any(|it| it.contains("\"row")), "the list is reached: {stops:?}");
        Ok(())
    });
}
