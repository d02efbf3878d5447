//! The worker that detects, and the page's end of it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use gloo::utils::document;
use gloo_worker::{HandlerId, Spawnable, Worker, WorkerBridge, WorkerScope};
use yew::Callback;

use super::codec::Postcard;
use crate::worker::{Part, Request, Response, answer, prepare};

/// What runs in the worker. Only its binary calls [`answer`] and [`prepare`], so that the page's
/// wasm carries nothing that detection knows.
pub struct DetectorWorker;

impl Worker for DetectorWorker {
    type Message = ();
    type Input = Request;
    type Output = Response;

    fn create(_scope: &WorkerScope<Self>) -> Self {
        prepare();
        Self
    }

    fn update(&mut self, _scope: &WorkerScope<Self>, _msg: Self::Message) {}

    fn received(&mut self, scope: &WorkerScope<Self>, request: Request, id: HandlerId) {
        scope.respond(id, answer(&request));
    }
}

/// Where the page says the script is that starts the worker. The build writes it there,
/// with what tells one build's script from another's.
const LOADER: &str = "meta[name=dau-worker]";

fn loader() -> String {
    let meta = document().query_selector(LOADER).ok().flatten();
    meta.and_then(|it| it.get_attribute("content")).unwrap_or_default()
}

/// Milliseconds after which a worker that has not answered is taken for dead, beside
/// [`MILLISECONDS_PER_KILOBYTE`].
const PATIENCE: usize = 20_000;

/// A hundred times what detection takes.
const MILLISECONDS_PER_KILOBYTE: usize = 20;

/// How often an article is read that nobody asked for. More does not make the first one that
/// somebody asks for any faster.
const REHEARSALS: u32 = 12;

/// Milliseconds until then: at first the page needs the machine for itself.
const REHEARSE_AFTER: u32 = 400;

/// The page's end of the worker.
pub struct Detector {
    bridge: Rc<WorkerBridge<DetectorWorker>>,
    watch: Watch,
    on_failure: Callback<()>,
    _rehearsal: Timeout,
}

/// The revision of the last request that the session has sent, and its time-out; none when it was answered.
type Watch = Rc<RefCell<Option<(u64, Timeout)>>>;

impl Detector {
    /// Starts the worker. `on_answer` gets each answer; `on_failure` is called when one
    /// does not come: then start another. In a while `rehearsal` is carried out a few times, since
    /// a browser makes fast what has been done before.
    #[must_use]
    pub fn spawn(
        on_answer: Callback<Response>,
        on_failure: Callback<()>,
        rehearsal: Request,
    ) -> Self {
        let watch = Watch::default();
        let answered = Rc::clone(&watch);
        let bridge = DetectorWorker::spawner()
            .callback(move |it: Response| {
                // What was asked for before does not tell that the worker still lives.
                if it.part == Part::Whole {
                    drop(answered.borrow_mut().take_if(|last| last.0 == it.revision));
                }
                on_answer.emit(it);
            })
            .encoding::<Postcard>()
            .with_loader(true)
            .as_module(true)
            .spawn(&loader());
        let bridge = Rc::new(bridge);
        let _rehearsal = rehearse(Rc::clone(&bridge), rehearsal, REHEARSALS, REHEARSE_AFTER);
        Self { bridge, watch, on_failure, _rehearsal }
    }

    /// Sends a request.
    pub fn send(&self, request: Request) {
        let on_failure = self.on_failure.clone();
        let watch = Timeout::new(patience(&request), move || on_failure.emit(()));
        self.watch.replace(Some((request.revision, watch)));
        self.bridge.send(request);
    }

    /// Sends a request whose answer goes to `then` alone; nothing if none comes.
    pub fn ask(&self, request: Request, then: impl FnOnce(Option<Response>) + 'static) {
        let then = Rc::new(Cell::new(Some(then)));
        let late = Rc::clone(&then);
        let watch = Timeout::new(patience(&request), move || {
            if let Some(then) = late.take() {
                then(None);
            }
        });
        ask(&self.bridge, request, move |it| {
            drop(watch);
            if let Some(then) = then.take() {
                then(Some(it));
            }
        });
    }
}

/// Milliseconds after which a request is not answered any more.
fn patience(request: &Request) -> u32 {
    let patience = PATIENCE + request.text.len() / 1024 * MILLISECONDS_PER_KILOBYTE;
    u32::try_from(patience).unwrap_or(u32::MAX)
}

fn ask(
    bridge: &WorkerBridge<DetectorWorker>,
    request: Request,
    then: impl FnOnce(Response) + 'static,
) {
    let then = RefCell::new(Some(then));
    // Kept alive by its own callback until the answer has come.
    let fork: Rc<RefCell<Option<WorkerBridge<DetectorWorker>>>> = Rc::default();
    let own = Rc::clone(&fork);
    let bridge = bridge.fork(Some(move |response| {
        let own = Rc::clone(&own);
        Timeout::new(0, move || drop(own.take())).forget();
        if let Some(then) = then.take() {
            then(response);
        }
    }));
    bridge.send(request);
    fork.replace(Some(bridge));
}

/// Has a request carried out after some milliseconds, and then again and again: one after the other,
/// so that what somebody asks for waits for one at most.
fn rehearse(
    bridge: Rc<WorkerBridge<DetectorWorker>>,
    request: Request,
    times: u32,
    after: u32,
) -> Timeout {
    Timeout::new(after, move || {
        let again = Rc::clone(&bridge);
        ask(&bridge, request.clone(), move |_| {
            if times > 1 {
                rehearse(again, request, times - 1, 0).forget();
            }
        });
    })
}
