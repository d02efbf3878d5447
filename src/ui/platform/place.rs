//! Which of the places on this device is the page's own.
//!
//! Pages that are open side by side have a place each, so that none writes over the work of another. A place is
//! held by one of the browser's locks, which goes when the page goes.

use gloo::storage::{LocalStorage, SessionStorage, Storage};
use gloo::timers::future::TimeoutFuture;
use gloo::utils::window;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;

/// In `sessionStorage`: the place that the page had before it was loaded again.
const OWN: &str = "dau.place";
/// More pages than this are not open at once; one more writes into the last one's place.
const PLACES: u32 = 64;
/// How often the own place is asked for, and after how many milliseconds again: the lock of a page that is loaded
/// again may go a moment later than the page comes.
const ATTEMPTS: u32 = 10;
const AGAIN: u32 = 40;

/// A place that an article is kept in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place(u32);

impl Place {
    /// The page's own from now on: the one that it had before, else the first free one with an article in it,
    /// else the first free one. Where the browser has no locks, as on a page that is not served securely,
    /// all pages have the same.
    pub async fn own() -> Self {
        let Some(locks) = locks() else { return Self::default() };
        let place = choose(&locks).await;
        // Without it a page that is loaded again has another place.
        let _ = SessionStorage::raw().set_item(OWN, &place.0.to_string());
        place
    }

    /// A name that no other place has for the same thing.
    #[must_use]
    pub fn name(self, thing: &str) -> String {
        match self.0 {
            0 => thing.to_owned(),
            place => format!("{place}-{thing}"),
        }
    }

    /// Remembers whether there is an article in it.
    pub fn fill(self, filled: bool) {
        let (store, name) = (LocalStorage::raw(), self.filled());
        // If there is no room for a mark, there is none for an article.
        let _ = if filled { store.set_item(&name, "1") } else { store.remove_item(&name) };
    }

    fn is_filled(self) -> bool {
        LocalStorage::raw().get_item(&self.filled()).is_ok_and(|it| it.is_some())
    }

    fn filled(self) -> String {
        self.name("dau.filled")
    }
}

async fn choose(locks: &JsValue) -> Place {
    if let Some(own) = before() {
        for _ in 0..ATTEMPTS {
            if hold(locks, own).await {
                return own;
            }
            TimeoutFuture::new(AGAIN).await;
        }
    }
    for filled in [true, false] {
        for place in (0..PLACES).map(Place).filter(|it| it.is_filled() == filled) {
            if hold(locks, place).await {
                return place;
            }
        }
    }
    Place(PLACES)
}

/// The one that the page had before it was loaded again.
fn before() -> Option<Place> {
    SessionStorage::raw().get_item(OWN).ok()??.parse().ok().map(Place)
}

/// `navigator.locks`, which web-sys counts among what may still change.
fn locks() -> Option<JsValue> {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
    Some(locks).filter(JsValue::is_object)
}

/// Whether no other page has the place; then this one has it for as long as it lives.
async fn hold(locks: &JsValue, place: Place) -> bool {
    let asked = Promise::new(&mut |answer, _| {
        let refused = answer.clone();
        if request(locks, place, answer).is_none() {
            // A function of the browser's that does not throw.
            let _ = refused.call1(&JsValue::NULL, &false.into());
        }
    });
    JsFuture::from(asked).await.is_ok_and(|it| it.is_truthy())
}

/// Calls `answer` with the lock, or with nothing if another page has it.
fn request(locks: &JsValue, place: Place, answer: Function) -> Option<()> {
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &true.into()).ok()?;
    // The lock is held until the promise is kept: never.
    let held = Closure::once_into_js(move |lock: JsValue| {
        let _ = answer.call1(&JsValue::NULL, &lock);
        Promise::new(&mut |_, _| {})
    });
    let request: Function = Reflect::get(locks, &"request".into()).ok()?.into();
    request.call3(locks, &place.name("dau.place").into(), &options, &held).ok().map(drop)
}
