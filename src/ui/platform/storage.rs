//! The open document, kept on the device between visits.
//!
//! IndexedDB, since a long article with its annotations does not fit into what
//! `localStorage` may hold.

use std::cell::RefCell;
use std::rc::Rc;

use idb::builder::{DatabaseBuilder, ObjectStoreBuilder};
use idb::{Database, Error, KeyRange, Query, Transaction, TransactionMode, TransactionResult};
use wasm_bindgen::JsValue;

const DATABASE: &str = "dau";
const STORE: &str = "documents";
/// The keys of what is open begin so.
const OPEN: &str = "open";
/// The keys of what could not be read; never written over by what is open.
const ASIDE: &str = "aside";

/// UTF-8 bytes of a piece, at most. Chromium makes a blob of a value of 64 kB, and still asks the page for
/// what is in it when the page is gone; no piece is that long, with two bytes for each UTF-16 code unit.
const PIECE: usize = 30_000;

/// Where the document is kept. The connection stays open from the first use on: when the page goes
/// there is no time to wait for another.
#[derive(Clone, Debug, Default)]
pub struct Storage {
    database: Rc<RefCell<Option<Database>>>,
}

impl Storage {
    /// What was open at the last visit, as native JSON.
    ///
    /// # Errors
    ///
    /// What the browser says if it does not let the page read.
    pub async fn load(&self) -> Result<Option<String>, String> {
        said(self.read(OPEN).await)
    }

    /// Keeps what is open. It is handed to the browser before this first waits, so that it is kept
    /// even if the page is gone in the next moment.
    ///
    /// # Errors
    ///
    /// What the browser says if it does not let the page write, most often that there
    /// is no room.
    pub async fn save(&self, json: String) -> Result<(), String> {
        said(self.write(OPEN, &json).await)
    }

    /// Nothing is open any more.
    ///
    /// # Errors
    ///
    /// As [`Self::save`].
    pub async fn forget(&self) -> Result<(), String> {
        said(self.write(OPEN, "").await)
    }

    /// Keeps what could not be read.
    ///
    /// # Errors
    ///
    /// As [`Self::save`].
    pub async fn set_aside(&self, json: String) -> Result<(), String> {
        said(self.write(ASIDE, &json).await)
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
