//! What stands behind the page: a server of ours, or a host of files.

use leptos::prelude::*;

use crate::browser;

/// What stands behind the page. Put into context by whoever draws pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// A server of ours: each output of a page is an address that programs can subscribe to.
    Server,
    /// Files and nothing else, or the copy that a device has kept: outputs are made in the browser.
    Files,
}

impl Host {
    /// The attribute of the document's element that says [`Self::Server`].
    pub const ATTRIBUTE: &'static str = "data-served";

    /// As the document says.
    pub fn of_document() -> Self {
        if browser::document_has(Self::ATTRIBUTE) { Self::Server } else { Self::Files }
    }
}

/// What stands behind the page.
pub fn use_host() -> Host {
    expect_context()
}
