//! Documents that come and go, and what is taken back.

use std::rc::Rc;

use super::caret::Caret;
use super::detecting::{Pending, Purpose};
use super::history::{Change, Entry, Way};
use super::reconcile::is_suggestion;
use super::{Effect, File, NewArticle, Notice, Session, Timestamp};
use crate::detect::Language;
use crate::document::{Document, Meta, Origin, Step};
use crate::formats::native::{self, WriteOptions};
use crate::text::bare;

impl Session {
    pub(super) fn open(&mut self, article: NewArticle, now: Timestamp) -> Vec<Effect> {
        let language = article.language.unwrap_or_else(|| Language::of(beginning(&article.text)));
        let meta = Meta {
            id: article.id,
            title: article.title,
            source: article.source,
            language: language.as_str().to_owned(),
            reference_date: article.reference_date,
            created: rfc3339(now),
            ..Meta::default()
        };
        let mut document = Document::new(article.text, meta);
        if let Some(labels) = article.labels {
            document.labels = Rc::new(labels);
        }
        self.swap(Some(document), Purpose::Suggest, now)
    }

    /// What was open stays open if the file cannot be read, and can be had back by
    /// an undo if it can.
    pub(super) fn import(&mut self, file: &str, now: Timestamp) -> Vec<Effect> {
        match native::read(file) {
            Ok(import) => {
                let annotations = import.document.annotations.len();
                let res = self.swap(Some(import.document), Purpose::Know, now);
                self.modified = None;
                self.notice = Some(Notice::Imported { annotations, warnings: import.warnings });
                res
            }
            Err(why) => self.tell(Notice::ImportFailed(why)),
        }
    }

    pub(super) fn swap(
        &mut self,
        new: Option<Document>,
        purpose: Purpose,
        now: Timestamp,
    ) -> Vec<Effect> {
        let old = std::mem::replace(&mut self.document, new.clone());
        self.history.push(Entry::Swap { old, new }, self.pending.take());
        let mut res = self.settle(now);
        self.suggests = purpose == Purpose::Suggest || self.has_suggestions();
        res.extend(self.detect(purpose));
        res
    }

    /// Nothing that was known of the document before holds of this one.
    fn settle(&mut self, now: Timestamp) -> Vec<Effect> {
        self.leave();
        self.caret = Caret::default();
        self.notice = None;
        self.pending = None;
        self.offer = None;
        self.baseline = super::Baseline::default();
        self.reviewing = false;
        self.answered = false;
        self.unfinished = false;
        self.changed(now)
    }

    pub(super) fn has_suggestions(&self) -> bool {
        let all = self.document.iter().flat_map(|it| it.annotations.iter());
        all.into_iter().any(|it| is_suggestion(it))
    }

    pub(super) fn undo(&mut self, now: Timestamp) -> Vec<Effect> {
        let way = self.history.undo(self.document.as_ref(), self.pending.clone());
        self.take(way, true, now)
    }

    pub(super) fn redo(&mut self, now: Timestamp) -> Vec<Effect> {
        let way = self.history.redo(self.document.as_ref(), self.pending.clone());
        self.take(way, false, now)
    }

    fn take(&mut self, way: Option<Way>, undone: bool, now: Timestamp) -> Vec<Effect> {
        let Some(Way { entry, waiting }) = way else { return Vec::new() };
        match entry {
            Entry::Swap { new, .. } => {
                self.document = new;
                let mut res = self.settle(now);
                // What has come back has most likely been detected here.
                let all = self.document.iter().flat_map(|it| it.annotations.iter());
                self.suggests = waiting.as_ref().is_some_and(|it| it.purpose == Purpose::Suggest)
                    || all.into_iter().any(|it| it.origin == Origin::Detected);
                res.extend(self.ask_again(waiting, true));
                res
            }
            Entry::Change(change) => self.reapply(&change, waiting, undone, now),
        }
    }

    fn reapply(
        &mut self,
        change: &Change,
        waiting: Option<Pending>,
        undone: bool,
        now: Timestamp,
    ) -> Vec<Effect> {
        let Some(document) = &self.document else { return Vec::new() };
        let Ok(after) = change.apply(document) else { return self.tell(Notice::Stale) };
        self.document = Some(after);
        self.notice = None;
        self.offer = None;
        let mut res = self.changed(now);
        res.extend(self.reveal_change(change));
        res.extend(self.learn_again(change, undone, now));
        let retyped = change.steps().any(|it| matches!(it, Step::Text(_)));
        if retyped {
            self.forget_text();
        }
        res.extend(self.ask_again(waiting, retyped));
        res
    }

    pub(super) fn export(&mut self, options: &WriteOptions) -> Vec<Effect> {
        let name = self.document.as_ref().map(file_name);
        let file = name.and_then(|name| Some(File { name, text: self.file(options)? }));
        file.into_iter().map(Effect::Download).collect()
    }

    pub(super) fn tell(&mut self, notice: Notice) -> Vec<Effect> {
        self.notice = Some(notice);
        Vec::new()
    }
}

/// Bytes that are enough to tell the language by: a whole book would keep the page waiting.
const TELLING_BYTES: usize = 16 * 1024;

fn beginning(text: &str) -> &str {
    &text[..text.floor_char_boundary(TELLING_BYTES)]
}

/// From the title, else the first words: plain letters that any system takes.
fn file_name(document: &Document) -> String {
    let named = |it: &str| !it.trim().is_empty();
    let title = Some(&*document.meta.title).filter(|it| named(it));
    let first = title.or_else(|| document.text.lines().find(|it| named(it))).unwrap_or("");
    let plain = bare(first);
    let words = plain.split(|it: char| !it.is_ascii_alphanumeric()).filter(|it| !it.is_empty());
    let slug: Vec<&str> = words.take(8).collect();
    if slug.is_empty() { "dau.json".to_owned() } else { format!("{}.dau.json", slug.join("-")) }
}

/// A moment as files have it, to the second. Without chrono's own formats: they would all come into the page.
pub(super) fn rfc3339(at: Timestamp) -> String {
    let at = chrono::DateTime::from_timestamp_millis(at);
    at.map_or_else(String::new, |it| {
        let (date, seconds) = (it.date_naive(), it.timestamp().rem_euclid(86_400));
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
        format!("{date}T{hours:02}:{minutes:02}:{:02}Z", seconds % 60)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_after_the_article() {
        let cases = [
            ("", "", "dau.json"),
            (
                "",
                "\n  \nĐường sắt Bắc – Nam: 10 điều cần biết hôm nay và mai",
                "duong-sat-bac-nam-10-dieu-can-biet.dau.json",
            ),
            ("Bản tin", "Khác", "ban-tin.dau.json"),
            ("../etc", "", "etc.dau.json"),
            ("😀", "", "dau.json"),
        ];
        for (title, text, want) in cases {
            let meta = Meta { title: title.to_owned(), ..Meta::default() };
            assert_eq!(file_name(&Document::new(text, meta)), want);
        }
    }

    #[test]
    fn moments_are_written_to_the_second() {
        let cases = [
            (0, "1970-01-01T00:00:00Z"),
            (1_763_859_661_999, "2025-11-23T01:01:01Z"),
            (951_868_799_000, "2000-02-29T23:59:59Z"),
            (-1000, "1969-12-31T23:59:59Z"),
            (i64::MAX, ""),
        ];
        for (at, want) in cases {
            assert_eq!(rfc3339(at), want, "{at}");
        }
    }
}
