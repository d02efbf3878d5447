//! `window.dau`, as a script uses it.

use anyhow::ensure;
use browser::browse;
use browser::desk::check_file;
use browser::page::Page;
use serde_json::json;

const TEXT: &str = "Chiều 7/8/2023, ông Phùng Văn Đoài 👍🏽 thăm xã Nậm Pồ.";

#[test]
fn an_article_is_opened_and_exported_in_each_unit() {
    browse(async |page: &Page| {
        let body = "await dau.ready; await dau.open(arguments[0], { title: 'Thử', reference_date: '2023-08-08' });
            return JSON.parse(await dau.export())";
        let file = page.js_with(&async_body(body), &[json!(TEXT)]).await?;
        check_file(&file, TEXT)?;
        assert_eq!(file["document"]["title"], "Thử");
        assert_eq!(file["document"]["reference_date"], "2023-08-08");
        let units = "const all = {};
            for (const offset_unit of ['code_point', 'utf16', 'utf8'])
                all[offset_unit] = JSON.parse(await dau.export({ format: 'dau', offset_unit })).annotations;
            return all";
        let all = page.js(&async_body(units)).await?;
        for (unit, at) in [("code_point", 3), ("utf16", 3), ("utf8", 3)] {
            ensure!(all[unit].as_array().is_some_and(|it| it.len() >= at), "{unit}: {}", all[unit]);
        }
        let utf16: Vec<u16> = TEXT.encode_utf16().collect();
        for it in all["utf16"].as_array().into_iter().flatten() {
            let at = |name: &str| it[name].as_u64().unwrap_or_default() as usize;
            assert_eq!(
                String::from_utf16_lossy(&utf16[at("start")..at("end")]),
                it["text"].as_str().unwrap_or_default()
            );
        }
        for it in all["utf8"].as_array().into_iter().flatten() {
            let at = |name: &str| it[name].as_u64().unwrap_or_default() as usize;
            assert_eq!(&TEXT[at("start")..at("end")], it["text"].as_str().unwrap_or_default());
        }
        Ok(())
    });
}

#[test]
fn detection_alone_opens_nothing_and_finds_the_same() {
    browse(async |page: &Page| {
        let body = "await dau.ready; const found = await dau.detect(arguments[0], {});
            const opened = document.querySelector('[data-testid=article]') !== null;
            await dau.open(arguments[0], {});
            return [found, opened, JSON.parse(await dau.export()).annotations]";
        let res = page.js_with(&async_body(body), &[json!(TEXT)]).await?;
        assert_eq!(res[1], false);
        assert_eq!(res[0], res[2]);
        ensure!(res[0].as_array().is_some_and(|it| !it.is_empty()));
        Ok(())
    });
}

#[test]
fn what_cannot_be_done_is_rejected_with_a_reason() {
    browse(async |page: &Page| {
        let cases = [
            ("dau.load('{}')", "format"),
            ("dau.load('not json')", "JSON"),
            ("dau.open(17)", "text"),
            ("dau.open('x', { reference_date: '5/3/2024' })", "reference_date"),
            ("dau.open('x', { language: 'fr' })", "language"),
            ("dau.export({ format: 'brat' })", "format"),
            ("dau.export({ offset_unit: 'words' })", "words"),
        ];
        for (call, part) in cases {
            let body = format!(
                "await dau.ready; try {{ await {call}; return null }} catch (it) {{ return it.message }}"
            );
            let said = page.js(&async_body(&body)).await?;
            ensure!(said.as_str().is_some_and(|it| it.contains(part)), "{call} said {said}");
        }
        ensure!(page.js("return dau.version").await?.is_string());
        Ok(())
    });
}

#[test]
fn the_page_measures_itself() {
    browse(async |page: &Page| {
        page.open_article(TEXT).await?;
        page.press("Tab").await?;
        page.press("9").await?;
        page.wait_for_paint().await?;
        for name in ["dau:start", "dau:open", "dau:detect"] {
            ensure!(page.measured(name).await? > 0.0, "{name}");
        }
        Ok(())
    });
}

fn async_body(body: &str) -> String {
    format!(
        "const arguments_ = arguments; return (async function () {{ {body} }}).apply(null, arguments_)"
    )
}
