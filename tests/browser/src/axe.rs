//! The rules of axe-core, and what of a page can be seen whole.

use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::page::Page;

/// The rules of WCAG 2.2 up to AA, and what axe calls good practice.
const RUN: &str = "const found = await axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        resultTypes: ['violations'],
    });
    return found.violations.flatMap(rule => rule.nodes.map(it =>
        `${rule.id} (${rule.help}): ${it.target.join(' ')} ${it.html.slice(0, 160)} ${it.failureSummary ?? ''}`));";

/// What stands out of the window, or is cut off without `…` and without a way to scroll to it.
const CUT: &str = "const { scrollWidth: wide, clientWidth: room } = document.documentElement;
    const res = wide > room ? [`the page is ${wide} wide in ${room}`] : [];
    const scrolls = it => {
        for (let up = it; up && up !== document.body; up = up.parentElement)
            if (/auto|scroll/.test(getComputedStyle(up).overflowX) && up.scrollWidth > up.clientWidth) return true;
        return false;
    };
    for (const it of document.querySelectorAll('button, a, input, select, textarea, summary, h1, h2, p, label, dt, dd')) {
        if (!it.checkVisibility({ visibilityProperty: true }) || it.closest('.unseen')) continue;
        const box = it.getBoundingClientRect();
        if (!box.width || box.width <= 2 || scrolls(it)) continue;
        const name = `${it.tagName} ${it.className} «${(it.innerText || it.ariaLabel || '').slice(0, 40)}»`;
        if (box.left < -1 || box.right > innerWidth + 1)
            res.push(`${name} goes from ${box.left} to ${box.right} of ${innerWidth}`);
        const style = getComputedStyle(it);
        const hides = style.overflowX !== 'visible' && style.textOverflow !== 'ellipsis';
        if (hides && !/INPUT|TEXTAREA|SELECT/.test(it.tagName) && it.scrollWidth > it.clientWidth + 1)
            res.push(`${name} is ${it.scrollWidth} wide in ${it.clientWidth}`);
    }
    return res;";

impl Page {
    /// Checks the page as it is now; `state` says which state that is.
    pub async fn check_axe(&self, state: &str) -> Result<()> {
        self.wait_for_paint().await?;
        if self.js("return typeof axe").await? == "undefined" {
            let source = fs::read_to_string(axe_file()?)?;
            // As an expression of a script of WebDriver it is not subject to the page's policy.
            self.js(&format!("{source}; window.axe ??= axe;")).await?;
        }
        let found = self.js(&format!("return (async () => {{ {RUN} }})()")).await?;
        let found: Vec<String> = serde_json::from_value(found)?;
        ensure!(found.is_empty(), "{state}:\n{}", found.join("\n"));
        Ok(())
    }

    /// Checks that nothing stands out of the window or is cut.
    pub async fn check_nothing_cut(&self, state: &str) -> Result<()> {
        self.wait_for_paint().await?;
        let cut: Vec<String> = serde_json::from_value(self.js_with(CUT, &[json!(state)]).await?)?;
        ensure!(cut.is_empty(), "{state}:\n{}", cut.join("\n"));
        Ok(())
    }
}

/// Beside the other npm tools, whose folder for programs is on `PATH`.
fn axe_file() -> Result<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let places = env::split_paths(&path).filter(|it| it.ends_with("node_modules/.bin"));
    let mut files = places.map(|it| it.with_file_name("axe-core").join("axe.min.js"));
    files
        .find(|it| it.is_file())
        .context("no axe-core beside the tools on PATH (scripts/tools-path)")
}
