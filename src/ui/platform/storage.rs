//! The open document, kept on the device between visits.
//!
//! IndexedDB, since a long article with its annotations does not fit into what
//! `localStorage` may hold. But what is still being written there is lost when the page goes, and a long
//! document takes a while. So what it differs in from the one that is safe is put into `localStorage` in the
//! last moment, which does not take longer than the page stays.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::storage::{LocalStorage, Storage as _};
use idb::builder::{DatabaseBuilder, ObjectStoreBuilder};
use idb::{Database, Error, KeyRange, Query, Transaction, TransactionMode, TransactionResult};
use wasm_bindgen::JsValue;

use super::clock::uuid;
use super::patch::Patch;
use super::place::Place;

const DATABASE: &str = "dau";
const STORE: &str = "documents";
/// The keys of what is open begin so.
const OPEN: &str = "open";
/// The keys of what could not be read; never written over by what is open.
const ASIDE: &str = "aside";
/// In `localStorage`: how to make what was open last of what is stored, by the stamp of that.
const LATE: &str = "dau.late";

/// UTF-8 bytes of a piece, at most. Chromium makes a blob of a value of 64 kB, and still asks the page for
/// what is in it when the page is gone; no piece is that long, with two bytes for each UTF-16 code unit.
const PIECE: usize = 30_000;

/// Where the document is kept. The connection stays open from the first use on: when the page goes
/// there is no time to wait for another.
#[derive(Clone, Debug)]
pub struct Storage {
    place: Place,
    database: Rc<RefCell<Option<Database>>>,
    /// What is safe, if anything is, and then what is being written, in order.
    states: Rc<RefCell<Vec<Stamped>>>,
}

/// A document as it is stored: behind a stamp that tells this state of it from any other.
#[derive(Clone, Debug, Default)]
struct Stamped {
    stamp: Rc<str>,
    json: Rc<str>,
}

impl Stamped {
    fn new(json: String) -> Self {
        Self { stamp: uuid().into(), json: json.into() }
    }

    fn read(stored: &str) -> Self {
        let stamped = stored.split_once('\n').filter(|it| !it.0.starts_with('{'));
        let (stamp, json) = stamped.unwrap_or(("", stored));
        Self { stamp: stamp.into(), json: json.into() }
    }

    fn written(&self) -> String {
        format!("{}\n{}", self.stamp, self.json)
    }
}

impl Storage {
    /// Nothing is read yet.
    #[must_use]
    pub fn new(place: Place) -> Self {
        Self { place, database: Rc::default(), states: Rc::default() }
    }

    /// What was open at the last visit, as native JSON.
    ///
    /// # Errors
    ///
    /// What the browser says if it does not let the page read.
    pub async fn load(&self) -> Result<Option<String>, String> {
        let found = said(self.read(&self.place.name(OPEN)).await)?;
        let safe = found.as_deref().map_or_else(Stamped::default, Stamped::read);
        let late = self.late_of(&safe);
        let open = late.clone().or_else(|| found.map(|_| safe.json.to_string()));
        // What came late goes with the page once more if nothing is saved before.
        let found = std::iter::once(safe).chain(late.map(Stamped::new));
        self.states.borrow_mut().splice(0..0, found);
        Ok(open)
    }

    /// Keeps what is open; from now on it is known to [`Self::leave`].
    ///
    /// # Errors
    ///
    /// What the browser says if it does not let the page write, most often that there
    /// is no room.
    pub fn save(&self, json: String) -> impl Future<Output = Result<(), String>> + use<> {
        let (storage, new) = (self.clone(), Stamped::new(json));
        self.states.borrow_mut().push(new.clone());
        self.place.fill(true);
        async move {
            let res = said(storage.write(&storage.place.name(OPEN), &new.written()).await);
            let mut states = storage.states.borrow_mut();
            let at = states.iter().position(|it| it.stamp == new.stamp);
            match (at, &res) {
                (Some(at), Ok(())) => drop(states.drain(..at)),
                (Some(at), Err(_)) => drop(states.remove(at)),
                (None, _) => {}
            }
            res
        }
    }

    /// The page may be gone in the next moment. Of what is being written nobody will know how far it came:
    /// the newest state is put down as what it differs in from each that may be the stored one. If there is
    /// no room for that, it is as safe as the browser has made it.
    pub fn leave(&self) {
        if let [before @ .., newest] = &**self.states.borrow()
            && !before.is_empty()
        {
            let late = |it: &Stamped| {
                (it.stamp.to_string(), Patch::new(&it.json, &newest.json).to_string())
            };
            let _ = LocalStorage::set(
                self.place.name(LATE),
                before.iter().map(late).collect::<Vec<_>>(),
            );
        }
    }

    /// Nothing is open any more.
    ///
    /// # Errors
    ///
    /// As [`Self::save`].
    pub async fn forget(&self) -> Result<(), String> {
        self.states.replace(vec![Stamped::default()]);
        self.place.fill(false);
        LocalStorage::delete(self.place.name(LATE));
        said(self.write(&self.place.name(OPEN), "").await)
    }

    /// Keeps what could not be read.
    ///
    /// # Errors
    ///
    /// As [`Self::save`].
    pub async fn set_aside(&self, json: String) -> Result<(), String> {
        said(self.write(&self.place.name(ASIDE), &json).await)
    }

    /// What was open when the page went, if this was stored then.
    fn late_of(&self, stored: &Stamped) -> Option<String> {
        let late: Vec<(String, String)> = LocalStorage::get(self.place.name(LATE)).ok()?;
        let (_, patch) = late.iter().find(|it| *it.0 == *stored.stamp)?;
        patch.parse::<Patch>().ok()?.apply(&stored.json)
    }

    async fn read(&self, key: &str) -> Result<Option<String>, Error> {
        let transaction = self.begin(TransactionMode::ReadOnly).await?;
        let query = Query::KeyRange(all_of(key)?);
        let found = transaction.object_store(STORE)?.get_all(Some(query), None)?.await?;
        let res: String = found.iter().filter_map(JsValue::as_string).collect();
        Ok(Some(res).filter(|it| !it.is_empty()))
    }

    /// Done when the browser has it on its disk, not when it was asked. Committed before anything is
    /// waited for: what is not by the time that the page goes is lost.
    async fn write(&self, key: &str, value: &str) -> Result<(), Error> {
        let transaction = self.begin(TransactionMode::ReadWrite).await?;
        let store = transaction.object_store(STORE)?;
        store.delete(all_of(key)?)?;
        for (at, piece) in pieces(value).enumerate() {
            store.put(&JsValue::from(piece), Some(&format!("{key}{at:06}").into()))?;
        }
        let handle = JsValue::from(transaction.commit()?);
        match Transaction::try_from(handle.clone())?.await? {
            TransactionResult::Committed => Ok(()),
            TransactionResult::Aborted => Err(Transaction::try_from(handle)?
                .error()
                .map_or(Error::DomExceptionNotFound, Error::DomException)),
        }
    }

    /// At once, if there is a connection that the browser has not closed.
    async fn begin(&self, mode: TransactionMode) -> Result<Transaction, Error> {
        let kept = self.database.borrow().as_ref().map(|it| it.transaction(&[STORE], mode));
        if let Some(Ok(it)) = kept {
            return Ok(it);
        }
        let store = ObjectStoreBuilder::new(STORE);
        let database = DatabaseBuilder::new(DATABASE).version(1).add_object_store(store);
        let database = database.build().await?;
        let res = database.transaction(&[STORE], mode);
        self.database.replace(Some(database));
        res
    }
}

/// The keys that begin with this one.
fn all_of(key: &str) -> Result<KeyRange, Error> {
    KeyRange::bound(&key.into(), &format!("{key}~").into(), None, None)
}

fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (piece, more) = rest.split_at(rest.floor_char_boundary(PIECE));
        rest = more;
        Some(piece).filter(|it| !it.is_empty())
    })
}

fn said<T>(res: Result<T, Error>) -> Result<T, String> {
    res.map_err(|it| it.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_short_and_make_the_text() {
        let long = "ngày xưa có lão gù 😀 ".repeat(5_000);
        for text in ["", "gù", &"a".repeat(PIECE), &"a".repeat(PIECE + 1), &long] {
            let parts: Vec<&str> = pieces(text).collect();
            assert_eq!(parts.concat(), text);
            assert!(parts.iter().all(|it| !it.is_empty() && 2 * it.len() < 64 * 1024));
            assert_eq!(parts.len(), text.len().div_ceil(PIECE));
        }
    }
}
