//! A session whose every action is counted, with the worker beside it.

use std::collections::VecDeque;

use dau::document::Document;
use dau::session::{Effect, Msg, NewArticle, Notice, Session};
use dau::worker::answer;

use crate::sources::Article;

/// The page as the annotator has it.
#[derive(Clone)]
pub(crate) struct Desk {
    pub(crate) session: Session,
    /// Keys, clicks and drags so far.
    pub(crate) actions: u32,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self { session: Session::default(), actions: 0 }
    }

    /// Pastes an article. Not an action of correcting: it is there when that begins.
    pub(crate) fn open(&mut self, article: &Article) {
        self.tell(Msg::Open(NewArticle {
            text: article.text.clone(),
            language: article.language,
            reference_date: article.reference_date,
            ..NewArticle::default()
        }));
    }

    /// One key, click or drag. Whether it was taken.
    pub(crate) fn act(&mut self, msg: Msg) -> bool {
        self.actions += 1;
        self.tell(msg);
        !matches!(self.session.notice(), Some(Notice::Refused(_) | Notice::Stale))
    }

    /// What happened, with the worker's answers at once.
    pub(crate) fn tell(&mut self, msg: Msg) {
        let mut effects = VecDeque::from(self.session.update(msg, 0));
        while let Some(effect) = effects.pop_front() {
            if let Effect::Detect(request) = effect {
                effects.extend(self.session.update(Msg::Detected(answer(&request)), 0));
            }
        }
    }

    pub(crate) fn document(&self) -> Option<&Document> {
        self.session.document()
    }
}
