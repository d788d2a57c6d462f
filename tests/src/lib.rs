//! The built site in a real browser: what its tests, and the tool that takes pictures of it, stand on.
//!
//! Speaks of roles, labels and addresses, as people and the contract do; never of the CSS or the ids of the site.

pub mod support;
