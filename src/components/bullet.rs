//! The bullet of a département: its number in a shape and a colour of its own.

use leptos::prelude::*;
use qsec2_domain::department::Department;

/// The sign of a département. Says nothing to a screen reader: its name always stands beside it.
#[component]
pub fn Bullet(
    /// Which one.
    department: Department,
) -> impl IntoView {
    view! {
        <svg class=format!("bullet dep-{}", department.code()) viewBox="0 0 32 32" aria-hidden="true">
            <path d=department.outline() />
            <text x="16" y="21.4" text-anchor="middle">{department.code()}</text>
        </svg>
    }
    .into_any()
}

/// The class that carries the colour and the stroke of a département.
pub fn line_class(department: Department) -> String {
    format!("dep-{}", department.code())
}
