//! The page's one component with a state: it runs the session and carries out its effects.

mod acting;
mod effects;
mod elsewhere;
mod entities;
mod finding;
mod grip;
mod overview;
mod pointing;
mod view;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::Element;
use yew::prelude::*;

use self::elsewhere::Elsewhere;
use self::finding::Finding;
use self::grip::Drag;
pub use self::grip::Grip;
use self::overview::Overview;
use super::api::{self, Call, Ready, Waiting};
use super::find_bar::Ask;
use super::keys::{Action, Keymap};
use super::messages::notice;
use super::platform::detector::Detector;
use super::platform::place::Place;
use super::platform::storage::Storage;
use super::platform::{clock, preferences, timing};
use super::point::Click;
use super::selecting::{Selecting, Shown};
use super::sheet::Sheet;
use super::watch::{Known, Watch};
use super::{focus, palette, reveal, samples, stylesheet};
use crate::detect::Language;
use crate::document::{Document, LabelSet};
use crate::session::{self, Command, NewArticle, Session};
use crate::text::Span;
use crate::worker::Request;

/// What happened to the page.
#[derive(Debug)]
pub enum Msg {
    /// Something for the session.
    Session(session::Msg),
    /// The browser has selected something in the article.
    Selected(Shown),
    /// A place in the article was clicked.
    Clicked(Click),
    /// An end of the current annotation is in the hand of a person.
    Grip(Grip),
    /// The article has another height or width.
    Resized,
    /// Sections came near the viewport or went away from it.
    Near(Vec<(usize, bool)>),
    /// A text is to be opened.
    Open {
        /// Exactly as it came.
        text: String,
        /// Its file name, if it has one.
        source: String,
    },
    /// A file was chosen or dropped.
    File(web_sys::File),
    /// What is on the device was read.
    Restored(Result<Option<String>, String>),
    /// The document is to be kept on the device now.
    Save,
    /// It was.
    Saved(Result<(), String>),
    /// The worker died.
    DetectorDied,
    /// A script called.
    Call(Call),
    /// A key was pressed or a command chosen.
    Do(Action),
    /// The keys are others now.
    Keys(Keymap),
    /// Something about the list of what was learnt.
    Personal(session::PersonalMsg),
    /// Other labels, for this article and for new ones.
    Labels(Command),
    /// Something was asked of the find bar.
    Find(Ask),
    /// What stands at this share of the text is to be seen.
    ShowAt(f64),
    /// The dialog was closed.
    CloseDialog,
    /// The keys are for the article again.
    ToArticle,
    /// A file hovers over the page, or no longer does.
    Hover(bool),
}

/// What is shown over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// The map of keys.
    Help,
    /// Every command by name.
    Commands,
    /// What the current annotation is the same as.
    SameAs,
    /// The labels in use.
    Labels,
    /// What was learnt from the person.
    Personal,
    /// Some lines of the text, to be typed over: where, in bytes.
    Text(Span),
}

/// Whether the work is safe.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// All of it is on the device.
    #[default]
    Done,
    /// It will be in a moment.
    Pending,
    /// It could not be kept.
    Failed,
}

/// What is known before the page is drawn.
#[derive(Clone, Copy, Debug, Properties, PartialEq, Eq)]
pub struct AppProps {
    /// Where its article is kept.
    pub place: Place,
}

/// The page.
#[expect(missing_debug_implementations, reason = "nor have its parts any")]
pub struct App {
    session: Session,
    language: Language,
    sheet: Option<Sheet>,
    detector: Detector,
    waiting: Waiting,
    ready: Option<Ready>,
    usable: bool,
    storage: Storage,
    saving: Saving,
    save_soon: RefCell<Option<Timeout>>,
    dialog: Option<Dialog>,
    keymap: Rc<Keymap>,
    /// What is drawn over with the mouse is labelled at once.
    pen: bool,
    hover: bool,
    elsewhere: Elsewhere,
    finding: Finding,
    overview: Overview,
    reveal: Option<Span>,
    /// The page has moved what is selected, and the browser does not know yet.
    show_selection: bool,
    /// How far to the right the caret is meant to be while it goes from line to line, in pixels.
    column: Option<f64>,
    /// The current annotation was clicked, not come to by key: the bar is where the hand is.
    pointed: bool,
    drag: Option<Drag>,
    /// An article was opened: the keys are for it.
    arrived: bool,
    opening: bool,
    article: NodeRef,
    send: Callback<Msg>,
    known: Rc<RefCell<Known>>,
    selecting: Rc<Selecting>,
    _watch: Watch,
}

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link();
        stylesheet::adopt(&palette::sheet(&LabelSet::builtin()));
        let send = link.callback(|it| it);
        let known = Rc::<RefCell<Known>>::default();
        let article = NodeRef::default();
        let selecting = Rc::new(Selecting::new(article.clone(), send.reform(Msg::Selected)));
        let storage = Storage::new(ctx.props().place);
        let kept = storage.clone();
        link.send_future(async move { Msg::Restored(kept.load().await) });
        Self {
            session: Session::default(),
            language: preferences::language(),
            sheet: None,
            detector: spawn(&send),
            waiting: Waiting::default(),
            ready: api::install(&send.reform(Msg::Call)).ok(),
            usable: false,
            storage,
            saving: Saving::Done,
            save_soon: RefCell::default(),
            dialog: None,
            keymap: Rc::new(preferences::keymap()),
            pen: false,
            hover: false,
            elsewhere: Elsewhere::default(),
            finding: Finding::default(),
            overview: Overview::new(),
            reveal: None,
            show_selection: false,
            column: None,
            pointed: false,
            drag: None,
            arrived: false,
            opening: false,
            article,
            _watch: Watch::new(&known, &selecting, &send, Self::leaving(link)),
            send,
            known,
            selecting,
        }
    }

    fn update(&mut self, _ctx: &Context<Self>, msg: Msg) -> bool {
        let before = self.session.document().cloned();
        let was_selected = self.session.selection().is_some();
        let redraw = self.handle(msg);
        // Before anything of it can be seen: who waits for the page must not find the article
        // there and the page still ready.
        if self.session.is_detecting() {
            self.say_state();
        }
        if redraw {
            self.follow(before.as_ref(), was_selected);
        }
        redraw
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        self.page()
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        self.say_state();
        if std::mem::take(&mut self.arrived) {
            focus::arrive(&self.article);
        }
        let article = self.article.cast::<Element>();
        if let (Some(article), Some(span)) = (&article, self.reveal.take()) {
            reveal::reveal(article, span);
        }
        let near = self.sheet.as_ref().map(Sheet::near).unwrap_or_default();
        self.finding.rendered(article.as_ref(), near);
        self.overview.rendered(self.language);
        if let Some(article) = &article {
            self.show_selected(article);
        }
        self.place_over();
    }
}

impl App {
    fn handle(&mut self, msg: Msg) -> bool {
        match msg {
            Msg::Session(msg) => self.tell_session(msg),
            Msg::Selected(shown) => return self.selected(&shown),
            Msg::Clicked(click) => return self.clicked(click),
            Msg::Grip(it) => return self.grip(&it),
            Msg::Resized => {
                self.place_over();
                return false;
            }
            Msg::Near(changes) => return self.near(changes),
            Msg::Open { text, source } => self.open(text, source),
            Msg::File(file) => {
                self.read(file);
                return false;
            }
            Msg::Restored(found) => self.restored(found),
            Msg::Save => {
                self.save_now();
                return false;
            }
            Msg::Saved(result) => self.saved(result),
            Msg::DetectorDied => {
                self.detector = spawn(&self.send);
                self.tell_session(session::Msg::DetectorFailed);
            }
            Msg::Call(call) => self.call(call),
            Msg::Do(action) => return self.act(action),
            Msg::Keys(keymap) => {
                preferences::keep_keymap(&keymap);
                self.keymap = Rc::new(keymap);
            }
            Msg::Personal(msg) => self.personal(msg),
            Msg::Labels(command) => self.set_labels(command),
            Msg::Find(ask) => self.ask_find(ask),
            Msg::ShowAt(share) => self.show_at(share),
            Msg::CloseDialog => self.dialog = None,
            Msg::Hover(hover) => {
                let changed = self.hover != hover;
                self.hover = hover;
                return changed;
            }
            Msg::ToArticle => {
                focus::to_article(&self.article);
                return false;
            }
        }
        true
    }

    fn tell_session(&mut self, msg: session::Msg) {
        use session::Msg as It;
        if acting::changes_annotations(&msg) {
            timing::mark_start(timing::APPLY);
            timing::measure_at_paint(timing::APPLY);
        }
        if matches!(msg, It::Open(_)) {
            timing::mark_start(timing::OPEN);
            self.opening = true;
        }
        self.arrived |= matches!(msg, It::Open(_) | It::Import(_));
        let part = if let It::Detected(it) = &msg { Some(it.part) } else { None };
        let effects = self.session.update(msg, clock::now());
        self.carry_out(effects);
        if let Some(part) = part {
            self.measure_detection(part);
        }
    }

    fn open(&mut self, text: String, source: String) {
        if text.trim().is_empty() {
            return;
        }
        let labels = preferences::labels();
        let id = clock::uuid();
        let article = NewArticle { id, text, source, labels, ..NewArticle::default() };
        self.tell_session(session::Msg::Open(article));
    }

    fn call(&mut self, call: Call) {
        if matches!(call, Call::Open(..)) {
            timing::mark_start(timing::OPEN);
            self.opening = true;
        }
        let language = self.language;
        let say = |it: &session::Notice| notice(language, it).0;
        let effects = self.waiting.carry_out(call, &mut self.session, &self.detector, say);
        self.carry_out(effects);
    }

    /// Makes what is drawn follow from the session.
    fn follow(&mut self, before: Option<&Document>, was_selected: bool) {
        let document = self.session.document();
        if before.map(|it| &it.labels) != document.map(|it| &it.labels)
            && let Some(document) = document
        {
            stylesheet::adopt(&palette::sheet(&document.labels));
        }
        match document {
            None => self.sheet = None,
            Some(it) if !self.sheet.as_ref().is_some_and(|sheet| sheet.is_of(it)) => {
                self.sheet = Some(Sheet::new(&it.text));
            }
            Some(_) => {}
        }
        if let (Some(sheet), Some(document)) = (&mut self.sheet, document) {
            let current = self.session.current().map(|it| &it.id);
            sheet.draw(document, current, self.session.selection().is_some());
        }
        self.finding.follow(document);
        if let Some(document) = document {
            let current = self.session.current().map(|it| it.span);
            self.overview.follow(document, self.finding.hits(), current);
        }
        if was_selected && self.session.selection().is_none() {
            self.deselect();
        }
        self.count_elsewhere();
        self.known.replace(Known::of(&self.session, &self.keymap));
        self.waiting.settle(&self.session);
    }

    fn say_state(&mut self) {
        let state = match (self.usable, self.session.is_detecting()) {
            (false, _) => "loading",
            (true, true) => "detecting",
            (true, false) => "ready",
        };
        let language = self.language.as_str();
        stylesheet::say(&[("data-state", state), ("lang", language)]);
        if let Some(ready) = self.ready.take_if(|_| self.usable) {
            timing::measure(timing::START);
            ready.announce();
        }
    }
}

fn spawn(send: &Callback<Msg>) -> Detector {
    let on_answer = send.reform(|it| Msg::Session(session::Msg::Detected(it)));
    let rehearsal = Request::of(samples::article(Language::Vi), Language::Vi);
    Detector::spawn(on_answer, send.reform(|()| Msg::DetectorDied), rehearsal)
}
