//! An address to copy, by a button, by hand, or by scanning a code.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Said;
use super::code::Code;
use crate::browser::{self, sharing};
use crate::i18n::takeaway::takeaway;
use crate::state::site::use_site;

/// A field that holds an address, with a button that copies it, and its code to scan.
#[component]
pub fn AddressField(
    /// The id of the field.
    id: &'static str,
    /// What the field is called.
    label: &'static str,
    /// What the code is called.
    code: &'static str,
    /// The address.
    #[prop(into)]
    address: Signal<String>,
) -> impl IntoView {
    let t = takeaway(use_site().lang());
    let said: Said = expect_context();
    let copy = move |_| {
        spawn_local(async move {
            let is_copied = sharing::copy(&address.get_untracked()).await;
            if !is_copied {
                browser::select(id);
            }
            let outcome = if is_copied { t.copied } else { t.not_copied };
            said.0.try_set(outcome.to_owned());
        });
    };
    view! {
        <div class="take-address">
            <label for=id>{label}</label>
            <input id=id type="text" readonly=true prop:value=address on:focus=move |_| browser::select(id) />
            <button type="button" on:click=copy>{t.copy}</button>
            {move || view! { <Code text=address.get() label=code /> }}
        </div>
    }
    .into_any()
}
