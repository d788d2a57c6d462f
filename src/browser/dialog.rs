//! Dialogs that stand before everything else until they are closed.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

/// Opens the dialog with this id: the rest of the page waits, and gets the focus back when it is closed.
pub fn open(id: &str) {
    if let Some(dialog) = dialog(id) {
        // Refused only when it is open already.
        let _ = dialog.show_modal();
    }
}

/// Closes the dialog with this id.
pub fn close(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    super::html_element(id)?.dyn_into().ok()
}
