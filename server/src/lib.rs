//! The QSEC² server: the built site, the feed, and the headers that keep both safe.
//!
//! [`app`] is the seam: a router over an [`AppState`], that tests call without a socket. Nothing here decides what a page
//! shows, and no request path ever touches the file system: the site is read once, at start, and looked up by name.

pub mod encoded;
pub mod live_feed;
pub mod negotiation;
pub mod outputs;
pub mod pages;
pub mod routes;
pub mod security;
pub mod site;
pub mod state;

pub use routes::app;
pub use state::{AppState, OpenError, Options};
