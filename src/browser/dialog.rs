//! What opens and closes: dialogs, which stand before everything else, and what unfolds in place.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDetailsElement, HtmlDialogElement};

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

/// Whether what was unfolded or folded is now open.
pub fn is_open(event: &web_sys::Event) -> bool {
    let details = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
    details.is_some_and(|details| details.open())
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    super::html_element(id)?.dyn_into().ok()
}
