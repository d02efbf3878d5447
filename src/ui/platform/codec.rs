//! How a message is written on its way between the page and its worker.

use gloo_worker::Codec;
use js_sys::Uint8Array;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsValue, UnwrapThrowExt};

/// [postcard](https://postcard.jamesmunns.com): gloo's own codec brings the printing of floating-point
/// numbers along, for error messages that nobody sees.
#[derive(Debug)]
pub struct Postcard;

impl Codec for Postcard {
    fn encode<I: Serialize>(input: I) -> JsValue {
        let bytes = postcard::to_allocvec(&input).unwrap_throw();
        Uint8Array::from(bytes.as_slice()).into()
    }

    fn decode<O: for<'de> Deserialize<'de>>(input: JsValue) -> O {
        postcard::from_bytes(&Uint8Array::from(input).to_vec()).unwrap_throw()
    }
}
