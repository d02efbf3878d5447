//! What of a session is kept on the device, and had back at the next visit.

use std::rc::Rc;

use super::detecting::Purpose;
use super::{Effect, File, Notice, Session};
use crate::document::Document;
use crate::formats::native::{self, WriteOptions};

/// In a kept file: suggestions were asked for and have not all come.
const UNFINISHED: &str = "unfinished";

impl Session {
    /// The open document as it is kept: with what was rejected, which would come back else, and with a word on
    /// suggestions that are still to come.
    #[must_use]
    pub fn kept(&self) -> Option<String> {
        let options = WriteOptions { rejected: true, ..WriteOptions::default() };
        let mut document = self.as_file()?;
        if self.unfinished {
            let meta = Rc::make_mut(&mut document.meta);
            meta.file_extra.insert(UNFINISHED.to_owned(), true.into());
        }
        Some(native::write(&document, &options))
    }

    pub(super) fn restore(&mut self, file: String) -> Vec<Effect> {
        match native::read(&file) {
            Ok(import) => self.take_up(import.document),
            Err(why) => {
                let aside = File { name: "dau-unread.json".to_owned(), text: file.clone() };
                self.notice = Some(Notice::RestoreFailed(why, aside.into()));
                vec![Effect::SetAside(file)]
            }
        }
    }

    pub(super) fn take_aside(&self) -> Vec<Effect> {
        match &self.notice {
            Some(Notice::RestoreFailed(_, file) | Notice::PersonalFailed(_, file)) => {
                vec![Effect::Download(File::clone(file))]
            }
            _ => Vec::new(),
        }
    }

    /// Detection that was cut short begins again.
    fn take_up(&mut self, mut document: Document) -> Vec<Effect> {
        let meta = Rc::make_mut(&mut document.meta);
        let unfinished = meta.file_extra.shift_remove(UNFINISHED).is_some();
        self.document = Some(document);
        self.suggests = unfinished || self.has_suggestions();
        self.detect(if unfinished { Purpose::Suggest } else { Purpose::Know })
    }
}
