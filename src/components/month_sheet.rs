//! What was found, as a month.

use leptos::prelude::*;

/// The month.
#[component]
pub fn MonthSheet() -> impl IntoView {}
