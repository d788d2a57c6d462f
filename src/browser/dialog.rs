//! Dialogs that keep everything else waiting.

/// A dialog of the page.
pub use web_sys::HtmlDialogElement as Dialog;

/// Opens a dialog over the page. One that is open stays so.
pub fn show(dialog: &Dialog) {
    if !dialog.open() {
        // Refused only when it is not on the page any more.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog.
pub fn close(dialog: &Dialog) {
    dialog.close();
}
