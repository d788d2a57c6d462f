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
            <path d=outline(department) />
            <text x="16" y="21.4" text-anchor="middle">{department.code()}</text>
        </svg>
    }
    .into_any()
}

/// The class that carries the colour and the stroke of a département.
pub fn line_class(department: Department) -> String {
    format!("dep-{}", department.code())
}

/// The outline of its sign in a box of 32 by 32: circle, square, diamond, hexagon, lozenge, octagon, shield, house.
const fn outline(department: Department) -> &'static str {
    match department {
        Department::Paris => "M16 1a15 15 0 1 1 0 30a15 15 0 1 1 0-30z",
        Department::SeineEtMarne => {
            "M5 2h22a3 3 0 0 1 3 3v22a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3z"
        }
        Department::Yvelines => "M16 0l16 16l-16 16L0 16z",
        Department::Essonne => "M8 2h16l8 14l-8 14H8L0 16z",
        Department::HautsDeSeine => "M9 5h14a9 11 0 0 1 0 22H9A9 11 0 0 1 9 5z",
        Department::SeineSaintDenis => "M10 1h12l9 9v12l-9 9H10l-9-9V10z",
        Department::ValDeMarne => "M2 2h28v17c0 6-8 10-14 12C10 29 2 25 2 19z",
        Department::ValDOise => "M16 0l15 11v20H1V11z",
    }
}
