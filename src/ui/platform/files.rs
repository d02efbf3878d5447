//! Files that a person gives and gets.

use gloo::file::futures::read_as_bytes;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// A file's text, exactly: a byte order mark stays.
///
/// # Errors
///
/// What the browser says if it cannot read the file; the offset of the first byte that
/// is not UTF-8 if it is no text.
pub async fn read(file: web_sys::File) -> Result<String, String> {
    let bytes = read_as_bytes(&file.into()).await.map_err(|it| it.to_string())?;
    String::from_utf8(bytes).map_err(|it| it.utf8_error().to_string())
}

/// Milliseconds after which a browser has surely begun a download.
const DOWNLOAD_BEGINS: u32 = 10_000;

/// Saves a file where the person's browser saves files.
///
/// # Errors
///
/// What the browser says if it does not make the file.
pub fn download(name: &str, mime: &str, content: &[u8]) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(content).into());
    let url = Url::create_object_url_with_blob(&Blob::new_with_u8_array_sequence_and_options(
        &parts, &options,
    )?)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Timeout::new(DOWNLOAD_BEGINS, move || drop(Url::revoke_object_url(&url))).forget();
    Ok(())
}
