//! Real articles, as a person pastes them.

use anyhow::ensure;
use browser::browse;
use browser::desk::{check_file, shared_articles};
use browser::page::Page;

fn without_breaks(text: &str) -> String {
    text.replace(['\r', '\n'], "")
}

#[test]
fn a_pasted_article_is_shown_annotated_and_exported_to_the_character() {
    for (name, text) in shared_articles() {
        browse(async |page: &Page| {
            page.open_article(&text).await?;
            assert_eq!(
                without_breaks(&page.article_text().await?),
                without_breaks(&text),
                "{name}"
            );
            let file = page.export_by_key().await?;
            check_file(&file, &text)?;
            let annotations = file["annotations"].as_array().expect("checked by the schema");
            ensure!(annotations.len() > 30, "{name}: {} annotations", annotations.len());
            page.picture(&format!("article-{name}")).await?;

            // What is drawn near the top is what is in the file.
            let highlights = page.highlights().await?;
            ensure!(highlights.len() > 10, "{name}: {highlights:?}");
            for it in &highlights {
                let there = annotations.iter().find(|other| other["id"] == it.id.as_str());
                let there = there.unwrap_or_else(|| panic!("{name}: {it:?} is not in the file"));
                let text = there["text"].as_str().unwrap_or_default();
                assert_eq!(it.text, without_breaks(text), "{name}");
                ensure!(
                    it.label.is_empty() || there["label"] == it.label.as_str(),
                    "{name}: {it:?}"
                );
            }
            Ok(())
        });
    }
}

#[test]
fn the_list_has_what_the_file_has() {
    for (name, text) in shared_articles() {
        browse(async |page: &Page| {
            page.open_article(&text).await?;
            let file = page.export_by_key().await?;
            let rows = "return [...document.querySelectorAll('[data-testid=annotation-list] [data-annotation]')]
                .map(it => it.dataset.annotation)";
            let id = |it: &serde_json::Value| it.as_str().unwrap_or_default().to_owned();
            let all = file["annotations"].as_array().into_iter().flatten();
            let mut ids: Vec<_> = all.map(|it| id(&it["id"])).collect();
            let rows = page.js(rows).await?;
            let mut rows: Vec<_> = rows.as_array().into_iter().flatten().map(id).collect();
            // By what they point to, not in reading order.
            ids.sort();
            rows.sort();
            assert_eq!(rows, ids, "{name}");
            Ok(())
        });
    }
}

#[test]
fn dates_have_values_and_follow_the_text() {
    let text = "Thứ Hai, 04/3/2024\n\nSáng nay (4/3), huyện Mù Cang Chải khai mạc Lễ hội hoa Tớ dày năm 2024.";
    browse(async |page: &Page| {
        page.open_article(text).await?;
        let file = page.export_by_key().await?;
        check_file(&file, text)?;
        let value = |text: &str| {
            let mut all = file["annotations"].as_array().into_iter().flatten();
            all.find(|it| it["text"] == text).map(|it| it["timex"]["value"].clone())
        };
        assert_eq!(value("Sáng nay"), Some("2024-03-04TMO".into()));
        assert_eq!(value("4/3"), Some("2024-03-04".into()));
        assert_eq!(value("Thứ Hai, 04/3/2024"), Some("2024-03-04".into()));
        Ok(())
    });
}
