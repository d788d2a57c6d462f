//! What the agenda shows: what was found for the query, or what was found before while the query's own is on its way.

use std::ops::Deref;
use std::sync::Arc;

use leptos::prelude::*;
use qsec2_domain::agenda::Found;

/// What is shown. Reads as what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    found: Arc<Found>,
    /// Whether something else is asked for, and on its way.
    pub is_waiting: bool,
}

/// What the agenda shows, for the parts of the page. Put into context by it.
pub fn use_found() -> Memo<Shown> {
    expect_context()
}

impl Shown {
    /// What was found; while it is on its way, what was shown before.
    pub fn new(found: Option<Found>, before: Option<&Self>) -> Self {
        match (found, before) {
            (Some(found), _) => Self { found: Arc::new(found), is_waiting: false },
            (None, Some(before)) => Self { found: Arc::clone(&before.found), is_waiting: true },
            (None, None) => Self { found: Arc::new(Found::none()), is_waiting: true },
        }
    }
}

impl Deref for Shown {
    type Target = Found;

    fn deref(&self) -> &Found {
        &self.found
    }
}
