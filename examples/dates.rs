//! Shows what is found in a text from standard input, with the rule of each.
#![allow(clippy::print_stdout)]

use std::io::Read as _;

use dau::detect::{Article, Language, dates};
use dau::document::parse_date;

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let language = arguments.next().and_then(|it| Language::parse(&it)).unwrap_or(Language::Vi);
    let reference = arguments.next().and_then(|it| parse_date(&it));
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let article = Article::new(&text);
    for it in dates(&article, language, reference) {
        let value = it.timex.as_ref().map_or("", |it| it.value());
        let evidence = it.evidence.map_or("", |it| it.slice(&text));
        let other = it.runner_up.as_ref().map_or("", |it| it.value());
        let surface = it.span.slice(&text);
        println!("{surface}\t{value}\t{}\t{:.2}\t{evidence}\t{other}", it.rule, it.confidence);
    }
    Ok(())
}
