//! The open document, kept on the device between visits.
//!
//! IndexedDB, since a long article with its annotations does not fit into what
//! `localStorage` may hold.

use idb::builder::{DatabaseBuilder, ObjectStoreBuilder};
use idb::{Database, Error, TransactionMode};
use wasm_bindgen::JsValue;

const DATABASE: &str = "dau";
const STORE: &str = "documents";
/// The key of what is open.
const OPEN: &str = "open";
/// The key of what could not be read; never written over by what is open.
const ASIDE: &str = "aside";

/// What was open at the last visit, as native JSON.
///
/// # Errors
///
/// What the browser says if it does not let the page read.
pub async fn load() -> Result<Option<String>, String> {
    said(read(OPEN).await)
}

/// Keeps what is open.
///
/// # Errors
///
/// What the browser says if it does not let the page write, most often that there
/// is no room.
pub async fn save(json: String) -> Result<(), String> {
    said(write(OPEN, Some(&json)).await)
}

/// Nothing is open any more.
///
/// # Errors
///
/// As [`save`].
pub async fn forget() -> Result<(), String> {
    said(write(OPEN, None).await)
}

/// Keeps what could not be read.
///
/// # Errors
///
/// As [`save`].
pub async fn set_aside(json: String) -> Result<(), String> {
    said(write(ASIDE, Some(&json)).await)
}

fn said<T>(res: Result<T, Error>) -> Result<T, String> {
    res.map_err(|it| it.to_string())
}

async fn database() -> Result<Database, Error> {
    let store = ObjectStoreBuilder::new(STORE);
    DatabaseBuilder::new(DATABASE).version(1).add_object_store(store).build().await
}

async fn read(key: &str) -> Result<Option<String>, Error> {
    let transaction = database().await?.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let value = transaction.object_store(STORE)?.get(JsValue::from(key))?.await?;
    Ok(value.and_then(|it| it.as_string()))
}

/// Done when the browser has it on its disk, not when it was asked.
async fn write(key: &str, value: Option<&str>) -> Result<(), Error> {
    let transaction = database().await?.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let store = transaction.object_store(STORE)?;
    match value {
        Some(value) => drop(store.put(&JsValue::from(value), Some(&JsValue::from(key)))?.await?),
        None => store.delete(JsValue::from(key))?.await?,
    }
    transaction.await?;
    Ok(())
}
