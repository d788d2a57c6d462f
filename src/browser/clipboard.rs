//! The clipboard. A browser may have none, or refuse; then a text can be selected, for the visitor to copy.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Puts a text on the clipboard; says whether the browser let us.
pub async fn put(text: &str) -> bool {
    let navigator = super::window().map(|window| window.navigator().into()).unwrap_or_default();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).unwrap_or_default();
    let promise = call(&clipboard, "writeText", Some(&text.into()));
    match promise.and_then(JsCast::dyn_into::<Promise>) {
        Ok(promise) => JsFuture::from(promise).await.is_ok(),
        Err(_) => false,
    }
}

/// Gives the field with this id the focus, and selects all that is in it.
pub fn select(id: &str) {
    super::focus_in_view(id);
    if let Some(field) = super::html_element(id) {
        let _ = call(&field, "select", None);
    }
}

/// Calls a method that not every object has.
fn call(object: &JsValue, method: &str, argument: Option<&JsValue>) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    match argument {
        Some(argument) => function.call1(object, argument),
        None => function.call0(object),
    }
}
