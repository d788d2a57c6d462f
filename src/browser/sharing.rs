//! Passing an address on: the system's own sheet, the clipboard. A browser may have either, none, or refuse.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What became of an address that was to be shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sharing {
    /// The system has it.
    Done,
    /// The visitor thought better of it.
    Dismissed,
    /// There is nothing to share by.
    Impossible,
}

/// Hands a title and an address to the system.
pub async fn share(title: &str, address: &str) -> Sharing {
    let told = Object::new();
    // Setting a property of a fresh object can't fail.
    let _ = Reflect::set(&told, &"title".into(), &title.into());
    let _ = Reflect::set(&told, &"url".into(), &address.into());
    match call(&navigator(), "share", &told).await {
        Ok(_) => Sharing::Done,
        Err(error) if is_dismissal(&error) => Sharing::Dismissed,
        Err(_) => Sharing::Impossible,
    }
}

/// Puts a text on the clipboard; says whether the browser let us.
pub async fn copy(text: &str) -> bool {
    let clipboard = Reflect::get(&navigator(), &"clipboard".into()).unwrap_or_default();
    call(&clipboard, "writeText", &text.into()).await.is_ok()
}

/// Whether the browser believes that there is a line. It knows when there is none; that a server answers it can't know.
pub fn is_on_line() -> bool {
    super::window().is_some_and(|window| window.navigator().on_line())
}

fn navigator() -> JsValue {
    super::window().map(|window| window.navigator().into()).unwrap_or_default()
}

fn is_dismissal(error: &JsValue) -> bool {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    name.as_deref() == Some("AbortError")
}

/// Calls a method that not every browser has, and waits for what it promises.
async fn call(object: &JsValue, method: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    let promise: Promise = function.call1(object, argument)?.dyn_into()?;
    JsFuture::from(promise).await
}
