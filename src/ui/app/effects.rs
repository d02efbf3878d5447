//! What the session asks of the page.

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;
use yew::html::Scope;

use super::{App, Msg, Saving};
use crate::session::{self, Effect, Notice, PersonalMsg};
use crate::ui::platform::{files, preferences, timing};
use crate::worker::Part;

/// Milliseconds without a change after which the document is kept on the device, and
/// one more for each kilobyte: a long one takes longer to write.
const SAVE_AFTER: u32 = 400;

impl App {
    pub(super) fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Detect(request) => {
                    if request.part == Part::Whole {
                        timing::mark_start(timing::DETECT);
                    }
                    self.detector.send(request);
                }
                Effect::Save => self.save_later(),
                Effect::SavePersonal => self.save_personal(),
                Effect::Forget => self.forget(),
                Effect::SetAside(file) => {
                    let storage = self.storage.clone();
                    spawn_local(async move {
                        // There is nowhere else to keep it.
                        let _ = storage.set_aside(file).await;
                    });
                }
                Effect::Download(file) => self.download(&file),
                Effect::Reveal(span) => self.reveal = Some(span),
            }
        }
    }

    /// An answer has come: what was asked for is on the screen at the next paint.
    pub(super) fn measure_detection(&mut self, part: Part) {
        if part == Part::Whole {
            timing::measure(timing::DETECT);
        }
        if std::mem::take(&mut self.opening) {
            timing::measure_at_paint(timing::OPEN);
        }
    }

    fn download(&mut self, file: &session::File) {
        if let Err(why) = files::download(&file.name, "application/json", file.text.as_bytes()) {
            let why = Notice::FileFailed(format!("{why:?}"));
            self.tell_session(session::Msg::Tell(why));
        }
    }

    fn save_later(&mut self) {
        let send = self.send.clone();
        self.saving = Saving::Pending;
        let kilobytes = self.session.document().map_or(0, |it| it.text.len() / 1024);
        let after = SAVE_AFTER + u32::try_from(kilobytes).unwrap_or(0);
        self.save_soon = Some(Timeout::new(after, move || send.emit(Msg::Save))).into();
    }

    pub(super) fn save_now(&self) {
        if self.save_soon.take().is_none() {
            return;
        }
        let Some(file) = self.session.kept() else { return };
        let (saving, send) = (self.storage.save(file), self.send.clone());
        spawn_local(async move { send.emit(Msg::Saved(saving.await)) });
    }

    /// What is to be done when the page may be gone in the next moment. Not by a message: yew lets messages
    /// wait while the browser is to draw, and then they come too late.
    pub(super) fn leaving(link: &Scope<Self>) -> Callback<()> {
        let link = link.clone();
        Callback::from(move |()| {
            if let Some(app) = link.get_component() {
                app.save_now();
                app.storage.leave();
            }
        })
    }

    pub(super) fn saved(&mut self, result: Result<(), String>) {
        self.saving = match (&result, &*self.save_soon.borrow()) {
            (Err(_), _) => Saving::Failed,
            (Ok(()), None) => Saving::Done,
            (Ok(()), Some(_)) => Saving::Pending,
        };
        if let Err(why) = result {
            self.tell_session(session::Msg::Tell(Notice::SaveFailed(why)));
        }
    }

    fn save_personal(&mut self) {
        if let Err(why) = preferences::keep_personal(&self.session.personal_file()) {
            self.tell_session(session::Msg::Tell(Notice::SaveFailed(why)));
        }
    }

    /// What was learnt and chosen before is used from the first article on.
    pub(super) fn remember(&mut self) {
        if let Some(file) = preferences::personal() {
            self.tell_session(session::Msg::Personal(PersonalMsg::Restore(file)));
        }
        let learning = preferences::is_learning();
        self.tell_session(session::Msg::Personal(PersonalMsg::Learn(learning)));
        self.tell_session(session::Msg::Editing(preferences::is_editing()));
    }

    fn forget(&mut self) {
        self.save_soon.take();
        self.saving = Saving::Done;
        let storage = self.storage.clone();
        spawn_local(async move {
            // What stays is overwritten by the next article.
            let _ = storage.forget().await;
        });
    }

    pub(super) fn restored(&mut self, found: Result<Option<String>, String>) {
        self.usable = true;
        self.remember();
        match found {
            Ok(Some(_)) if self.session.document().is_some() => {}
            Ok(Some(file)) => self.tell_session(session::Msg::Restore(file)),
            Ok(None) => {}
            Err(why) => self.tell_session(session::Msg::Tell(Notice::SaveFailed(why))),
        }
    }

    /// A JSON is imported, anything else is an article.
    pub(super) fn read(&mut self, file: web_sys::File) {
        let send = self.send.clone();
        let name = file.name();
        spawn_local(async move {
            send.emit(match files::read(file).await {
                Ok(text) if name.to_lowercase().ends_with(".json") => {
                    Msg::Session(session::Msg::Import(text))
                }
                Ok(text) => Msg::Open { text, source: name },
                Err(why) => Msg::Session(session::Msg::Tell(Notice::FileFailed(why))),
            });
        });
    }
}
