//! The page as a test sees it: messages in, effects and documents out.

use dau::document::{AnnotationId, Document, Status, Timex};
use dau::session::{Effect, Msg, NewArticle, Session, Timestamp};
use dau::text::Span;
use dau::worker::{Found, FoundTimex, Part, Request, Response, answer};

pub(crate) const NOW: Timestamp = 1_700_000_000_000;

pub(crate) fn found(text: &str, surface: &str, label: &str, value: Option<&str>) -> Found {
    let at = text.find(surface).unwrap();
    let timex = value.map(|it| Timex::from_value(it).unwrap());
    Found {
        start: u32::try_from(at).unwrap(),
        end: u32::try_from(at + surface.len()).unwrap(),
        label: label.to_owned(),
        confidence: 0.9,
        rule: "test".to_owned(),
        timex: timex.map(|it| FoundTimex {
            kind: it.kind().as_str().to_owned(),
            value: it.value().to_owned(),
        }),
        evidence: None,
        runner_up: None,
        entity: None,
    }
}

/// A session with its text and how to talk to it.
pub(crate) struct Desk {
    pub(crate) session: Session,
    pub(crate) asked: Vec<Request>,
    pub(crate) effects: Vec<Effect>,
}

impl Desk {
    pub(crate) fn open(text: &str) -> Self {
        let mut res = Self { session: Session::default(), asked: Vec::new(), effects: Vec::new() };
        res.tell(Msg::Open(NewArticle { text: text.to_owned(), ..NewArticle::default() }));
        res
    }

    pub(crate) fn tell(&mut self, msg: Msg) -> &mut Self {
        self.effects = self.session.update(msg, NOW);
        let asked = self.effects.iter().filter_map(|it| match it {
            Effect::Detect(request) => Some(request.clone()),
            _ => None,
        });
        self.asked.extend(asked);
        self
    }

    pub(crate) fn tell_all(&mut self, msgs: impl IntoIterator<Item = Msg>) -> &mut Self {
        for msg in msgs {
            self.tell(msg);
        }
        self
    }

    /// The worker answers the last request with these mentions.
    pub(crate) fn answer(&mut self, mentions: Vec<Found>) -> &mut Self {
        let revision = self.asked.last().unwrap().revision;
        self.tell(Msg::Detected(response(revision, mentions)))
    }

    /// The real detector answers, until it is asked no more.
    pub(crate) fn detect(&mut self) -> &mut Self {
        while let Some(request) = self.asked.pop() {
            self.asked.clear();
            self.tell(Msg::Detected(answer(&request)));
        }
        self
    }

    /// Drags over `surface`, which is labelled at once.
    pub(crate) fn draw(&mut self, surface: &str) -> &mut Self {
        let at = self.document().text.find(surface).unwrap();
        self.tell(Msg::Draw { span: Span::of(&(at..at + surface.len())), exact: true })
    }

    pub(crate) fn document(&self) -> &Document {
        self.session.document().unwrap()
    }

    pub(crate) fn select(&mut self, surface: &str) -> &mut Self {
        let at = self.document().text.find(surface).unwrap();
        let span = Some(Span::of(&(at..at + surface.len())));
        self.tell(Msg::Select { span, exact: true })
    }

    pub(crate) fn id(&self, surface: &str) -> AnnotationId {
        let document = self.document();
        let mut there = document.annotations.iter().filter(|it| document.surface(it) == surface);
        there.next().unwrap_or_else(|| panic!("{surface:?} is not annotated")).id.clone()
    }

    /// `surface(LABEL value)` of what is not rejected; suggestions have a `?`.
    pub(crate) fn shown(&self) -> String {
        let document = self.document();
        let drawn = document.annotations.iter().filter(|it| it.status != Status::Rejected);
        let shown = drawn.map(|it| {
            let value = it.timex.as_ref().map_or_else(String::new, |it| format!(" {it}"));
            let open = if it.status == Status::Suggested { "?" } else { "" };
            format!("{}({}{open}{value})", document.surface(it), it.label)
        });
        shown.collect::<Vec<_>>().join(" ")
    }
}

pub(crate) fn response(revision: u64, mentions: Vec<Found>) -> Response {
    Response {
        revision,
        part: Part::Whole,
        language: "vi".to_owned(),
        mentions,
        pieces: Vec::new(),
    }
}
