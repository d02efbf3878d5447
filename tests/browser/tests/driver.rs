//! What the other tests lean on: that the helper does what it says, in each browser.

use std::time::Duration;

use anyhow::ensure;
use browser::page::Page;
use browser::{Options, browse, browse_with};
use serde_json::json;

/// Text that a careless clipboard changes: CR LF, NFD, a no-break space, an emoji with a modifier, a zero-width joiner.
const AWKWARD: &str = "Nguyễn Văn A\r\nNguye\u{302}\u{303}n\u{a0}B 👍🏽 \u{200d}\u{feff}عربي\n";

/// Puts a text of our own into the page, which the helper's functions then work on.
async fn show(page: &Page, text: &str) -> anyhow::Result<()> {
    let body =
        "document.body.innerHTML = '<textarea id=input></textarea><p data-testid=article></p>';
        const [before, inside, after] = arguments[0].split('|');
        // The page opens what is pasted anywhere; here the browser shall have it.
        addEventListener('paste', it => it.stopImmediatePropagation(), true);
        const mark = document.createElement('mark');
        mark.textContent = inside;
        document.querySelector('p').append(before, mark, after);";
    page.js_with(body, &[json!(text)]).await?;
    Ok(())
}

#[test]
fn the_clipboard_keeps_any_text() {
    browse(async |page: &Page| {
        page.put_on_clipboard(AWKWARD).await?;
        assert_eq!(page.clipboard().await?, AWKWARD);
        Ok(())
    });
}

#[test]
fn a_paste_reaches_what_has_the_focus() {
    browse(async |page: &Page| {
        show(page, "a|b|c").await?;
        page.find("#input").await?.click().await?;
        page.paste("Hà Nội 👍🏽").await?;
        page.type_text("!").await?;
        assert_eq!(page.js("return document.querySelector('#input').value").await?, "Hà Nội 👍🏽!");
        Ok(())
    });
}

#[test]
fn keys_come_with_what_is_held() {
    browse(async |page: &Page| {
        let listener = "window.testKeys = [];
            addEventListener('keydown', it => testKeys.push(`${it.ctrlKey} ${it.shiftKey} ${it.altKey} ${it.key}`))";
        page.js(listener).await?;
        page.press("Ctrl+Shift+z").await?;
        page.press("Alt+ArrowLeft").await?;
        page.press("1").await?;
        let keys = page.js("return testKeys.filter(it => !/Control|Shift|Alt$/.test(it))").await?;
        assert_eq!(
            keys,
            json!(["true true false Z", "false false true ArrowLeft", "false false false 1"])
        );
        Ok(())
    });
}

#[test]
fn a_drag_selects_exactly_the_text() {
    browse(async |page: &Page| {
        show(page, "Ông Nguyễn |Xuân| Thắng 👍🏽 đến Hà Nội; Hà Nội.").await?;
        for text in ["Nguyễn Xuân Thắng", "uâ", "Ông", "👍🏽 đến"] {
            // A drag that begins in what is selected would move it.
            page.js("getSelection().empty()").await?;
            page.drag_over(text).await?;
            assert_eq!(page.selected_text().await?, text);
            page.js("getSelection().empty()").await?;
            page.drag_back_over(text).await?;
            assert_eq!(page.selected_text().await?, text);
        }
        let second = page.nth_place_of("Hà Nội", 1).await?;
        page.drag(second.start, second.end).await?;
        assert_eq!(page.js("return getSelection().anchorOffset > 20").await?, true);
        ensure!(page.place_of("Huế").await.is_err());
        Ok(())
    });
}

#[test]
fn a_download_and_an_upload_keep_every_byte() {
    browse(async |page: &Page| {
        let body = "const link = document.createElement('a');
            link.href = URL.createObjectURL(new Blob([arguments[0]], { type: 'application/json' }));
            link.download = 'bài.json';
            document.body.append(link);
            link.click();";
        page.js_with(body, &[json!(AWKWARD)]).await?;
        let file = page.download().await?;
        assert_eq!((file.name.as_str(), file.bytes.as_slice()), ("bài.json", AWKWARD.as_bytes()));

        page.js("document.body.innerHTML = '<input type=file>'").await?;
        page.upload("input[type=file]", "in.txt", AWKWARD.as_bytes()).await?;
        let text = page.js("return document.querySelector('input').files[0].text()").await?;
        assert_eq!(text, AWKWARD);
        Ok(())
    });
}

#[test]
fn language_and_size_are_as_asked() {
    let options =
        Options { language: "vi-VN", size: (600, 640), query: "?lang=en", ..Options::default() };
    browse_with(options, async |page: &Page| {
        assert_eq!(page.js("return navigator.language").await?, "vi-VN");
        assert_eq!(page.js("return location.search").await?, "?lang=en");
        assert_eq!(page.js("return innerWidth").await?, 600);
        Ok(())
    });
}

#[test]
fn a_fresh_page_has_nothing_stored_and_a_reload_has_all() {
    browse(async |page: &Page| {
        page.js("localStorage.setItem('test', 'here')").await?;
        page.reload().await?;
        assert_eq!(page.js("return localStorage.getItem('test')").await?, "here");
        page.open_fresh().await?;
        assert_eq!(page.js("return localStorage.getItem('test')").await?, json!(null));
        Ok(())
    });
}

#[test]
fn trouble_is_heard() {
    browse(async |page: &Page| {
        page.expect_trouble("said on purpose");
        page.expect_trouble("thrown on purpose");
        page.expect_trouble("elsewhere.test");
        page.expect_trouble("connect-src");
        let body = "console.error('said on purpose');
            setTimeout(() => { throw new Error('thrown on purpose') });
            fetch('http://elsewhere.test/').catch(() => {});";
        page.js(body).await?;
        page.pause(Duration::from_millis(200)).await?;
        let trouble = page.trouble().await?.join("\n");
        for part in ["said on purpose", "thrown on purpose", "connect-src"] {
            ensure!(trouble.contains(part), "«{part}» is not in:\n{trouble}");
        }
        Ok(())
    });
}
