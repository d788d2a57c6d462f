//! Keeps a département on the device, for when there is no network; or says that the whole programme is kept anyway.

use leptos::prelude::*;
use qsec2_domain::department::Department;

use crate::browser::{NATIVE, worker};
use crate::state::kept::{Kept, Stage};
use crate::state::site::{use_feed, use_site};

/// A box that is ticked while the département is kept, and how far that has come. Nothing where nothing can be kept.
#[component]
pub fn KeepDepartment(
    /// Which one.
    department: Department,
) -> impl IntoView {
    let t = use_site().t.departments();
    // Without the app nothing is kept, and the page must not promise it.
    if NATIVE || !worker::is_in_charge() {
        return None;
    }
    if !use_feed().is_in_slices() {
        return Some(view! { <p class="keep-department">{t.kept_whole}</p> }.into_any());
    }
    let kept: Kept = expect_context();
    let is_kept = move || kept.contains(department);
    let stage = move || {
        is_kept().then(|| match kept.stage() {
            Stage::Working => t.keep_working,
            Stage::Done => t.keep_done,
            Stage::Failed => t.keep_failed,
        })
    };
    Some(
        view! {
            <div class="keep-department">
                <label class="choice">
                    <input type="checkbox" prop:checked=is_kept on:change=move |_| kept.toggle(department) />
                    <span>{t.keep}</span>
                </label>
                <p role="status">{stage}</p>
            </div>
        }
        .into_any(),
    )
}
