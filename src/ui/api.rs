//! `window.dau`, for people who embed or automate the page.
//!
//! Each call becomes a [`Call`] that the page carries out as it does a click; the
//! promise is answered when the page has done it.

use js_sys::{Array, Function, JSON, Object, Promise, Reflect};
use serde::Deserialize;
use wasm_bindgen::prelude::{Closure, JsValue};
use yew::Callback;

use super::platform::detector::Detector;
use super::platform::{clock, preferences};
use crate::detect::Language;
use crate::document::parse_date;
use crate::formats::native::WriteOptions;
use crate::session::{Effect, Msg, NewArticle, Notice, Session};
use crate::text::OffsetUnit;
use crate::worker::Part;

/// What a script asks of the page, with where the answer goes.
#[derive(Debug)]
pub enum Call {
    /// Open an article; answered when detection has ended.
    Open(NewArticle, Reply),
    /// Detect without opening anything.
    Detect(NewArticle, Reply),
    /// Import a native JSON.
    Load(String, Reply),
    /// What the export button would download.
    Export(WriteOptions, Reply),
}

/// Answers one promise.
#[derive(Debug)]
pub struct Reply {
    resolve: Function,
    reject: Function,
}

impl Reply {
    /// Keeps or breaks the promise.
    pub fn send(self, answer: Result<JsValue, String>) {
        // Calling a promise's own functions does not fail.
        let _ = match answer {
            Ok(value) => self.resolve.call1(&JsValue::UNDEFINED, &value),
            Err(why) => self.reject.call1(&JsValue::UNDEFINED, &js_sys::Error::new(&why)),
        };
    }
}

/// Promises that wait for the page.
#[derive(Debug, Default)]
pub struct Waiting {
    opened: Vec<Reply>,
}

impl Waiting {
    /// Carries out a call and says what the page is to do for it.
    ///
    /// `say` is how the page words a notice.
    pub fn carry_out(
        &mut self,
        call: Call,
        session: &mut Session,
        detector: &Detector,
        say: impl Fn(&Notice) -> String,
    ) -> Vec<Effect> {
        match call {
            Call::Open(article, reply) => {
                let effects = session.update(Msg::Open(article), clock::now());
                self.opened.push(reply);
                effects
            }
            Call::Load(file, reply) => {
                let effects = session.update(Msg::Import(file), clock::now());
                let refused = session.notice().filter(|it| matches!(it, Notice::ImportFailed(_)));
                reply.send(refused.map_or(Ok(JsValue::UNDEFINED), |it| Err(say(it))));
                effects
            }
            Call::Export(options, reply) => {
                let file = session.file(&options).map(|it| JsValue::from(&it));
                reply
                    .send(file.ok_or_else(|| "no article is open: call dau.open first".to_owned()));
                Vec::new()
            }
            Call::Detect(article, reply) => {
                detect(detector, article, reply);
                Vec::new()
            }
        }
    }

    /// Answers those who wait for detection, if it has ended.
    pub fn settle(&mut self, session: &Session) {
        if !session.is_detecting() {
            self.opened.drain(..).for_each(|it| it.send(Ok(JsValue::UNDEFINED)));
        }
    }
}

/// Opens the article in a session of its own, which nobody sees, so that a script gets what the page would show
/// to someone from whom it has learnt nothing.
fn detect(detector: &Detector, article: NewArticle, reply: Reply) {
    let mut unseen = Session::default();
    let effects = unseen.update(Msg::Open(article), clock::now());
    let request = effects.into_iter().find_map(|it| match it {
        Effect::Detect(request) if request.part == Part::Whole => Some(request),
        _ => None,
    });
    let Some(request) = request else { return reply.send(Ok(Array::new().into())) };
    detector.ask(request, move |response| {
        let Some(response) = response else { return reply.send(Err(DETECTOR_DIED.to_owned())) };
        // What it asks for concerns only what is open.
        drop(unseen.update(Msg::Detected(response), clock::now()));
        let file = unseen.file(&WriteOptions::default()).unwrap_or_default();
        let file = JSON::parse(&file).unwrap_or_default();
        reply.send(Reflect::get(&file, &"annotations".into()).map_err(|_| file_error()));
    });
}

const DETECTOR_DIED: &str = "the detector does not answer: load the page again";

/// Only if this crate wrote a file that is not JSON.
fn file_error() -> String {
    "the annotations could not be written as JSON".to_owned()
}

/// Resolves `dau.ready`.
#[derive(Debug)]
pub struct Ready(Function);

impl Ready {
    /// The page can be used; to say so again changes nothing.
    pub fn announce(&self) {
        let _ = self.0.call0(&JsValue::UNDEFINED);
    }
}

/// Puts `dau` on the window. Calls arrive at `on_call`.
///
/// # Errors
///
/// If the window lets nothing be put on it.
pub fn install(on_call: &Callback<Call>) -> Result<Ready, JsValue> {
    let api = Object::new();
    let (ready, reply) = promise();
    let set = |name: &str, value: &JsValue| Reflect::set(&api, &name.into(), value);
    set("ready", &ready)?;
    set("version", &env!("CARGO_PKG_VERSION").into())?;
    set("open", &method(on_call, |text, options| asked(open_of(text, options)?, Call::Open)))?;
    set("detect", &method(on_call, |text, options| asked(open_of(text, options)?, Call::Detect)))?;
    set("load", &method(on_call, |json, _| asked(file_of(json)?, Call::Load)))?;
    set("export", &method(on_call, |options, _| asked(export_of(options)?, Call::Export)))?;
    Reflect::set(&gloo::utils::window(), &"dau".into(), &api)?;
    Ok(Ready(reply.resolve))
}

/// A call that only lacks where its answer goes, or why the arguments ask for none.
type Asked = Result<Box<dyn FnOnce(Reply) -> Call>, String>;

fn asked<T: 'static>(what: T, call: fn(T, Reply) -> Call) -> Asked {
    Ok(Box::new(move |reply| call(what, reply)))
}

/// A function of two arguments that gives a promise.
fn method(on_call: &Callback<Call>, read: fn(&JsValue, &JsValue) -> Asked) -> JsValue {
    let on_call = on_call.clone();
    let call = move |first: JsValue, second: JsValue| {
        let (promise, reply) = promise();
        match read(&first, &second) {
            Ok(call) => on_call.emit(call(reply)),
            Err(why) => reply.send(Err(why)),
        }
        promise
    };
    Closure::<dyn Fn(JsValue, JsValue) -> Promise>::new(call).into_js_value()
}

fn promise() -> (Promise, Reply) {
    let mut reply = None;
    let promise = Promise::new(&mut |resolve, reject| reply = Some(Reply { resolve, reject }));
    // The function given to `new Promise` is called at once; if a page has changed that,
    // the answer goes nowhere.
    let nowhere = || Reply { resolve: Function::default(), reject: Function::default() };
    (promise, reply.unwrap_or_else(nowhere))
}

/// What `open` and `detect` take beside the text.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct OpenOptions {
    title: String,
    source: String,
    language: Option<String>,
    reference_date: Option<String>,
}

fn open_of(text: &JsValue, options: &JsValue) -> Result<NewArticle, String> {
    let text =
        text.as_string().ok_or("the first argument is to be the article's text, a string")?;
    let options: OpenOptions = options_of(options)?;
    let language = options.language.filter(|it| !it.is_empty() && it != "auto");
    let language = language.map(|it| {
        Language::parse(&it).ok_or_else(|| format!("language: found `{it}`, expected `vi` or `en`"))
    });
    let date = options.reference_date.filter(|it| !it.is_empty()).map(|it| {
        parse_date(&it).ok_or_else(|| {
            format!("reference_date: found `{it}`, expected a day such as `2022-05-20`")
        })
    });
    Ok(NewArticle {
        id: clock::uuid(),
        text,
        title: options.title,
        source: options.source,
        language: language.transpose()?,
        reference_date: date.transpose()?,
        labels: preferences::labels(),
    })
}

/// A file's text, or what a script has parsed of it already.
fn file_of(json: &JsValue) -> Result<String, String> {
    let text = json.as_string().or_else(|| JSON::stringify(json).ok()?.as_string());
    text.ok_or_else(|| "the argument is to be a native JSON, a string or an object".to_owned())
}

/// What `export` takes.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ExportOptions {
    format: Option<String>,
    offset_unit: Option<OffsetUnit>,
    rejected: bool,
}

fn export_of(options: &JsValue) -> Result<WriteOptions, String> {
    let options: ExportOptions = options_of(options)?;
    if let Some(other) = options.format.filter(|it| it != "dau") {
        return Err(format!("format: found `{other}`, expected `dau`"));
    }
    let offset_unit = options.offset_unit.unwrap_or_default();
    Ok(WriteOptions { offset_unit, rejected: options.rejected })
}

fn options_of<T: Default + for<'de> Deserialize<'de>>(options: &JsValue) -> Result<T, String> {
    if options.is_undefined() || options.is_null() {
        return Ok(T::default());
    }
    serde_wasm_bindgen::from_value(options.clone()).map_err(|it| it.to_string())
}
