//! What one takes away from a page of events: a dialog with subscriptions and files, the address to pass on, the head of
//! the page on paper. Comes in a chunk.
//!
//! Rows in, files out: what a file says is the domain's, so that one made here and one that the server sends are the same.

pub mod address_field;
pub mod code;
pub mod download;
pub mod paper;
pub mod subscribe;
pub mod taken;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use self::address_field::AddressField;
use self::download::Downloads;
use self::paper::Paper;
use self::subscribe::Subscribe;
pub use self::taken::Taken;
use crate::browser::sharing::Sharing;
use crate::browser::{self, dialog, history, sharing, viewport};
use crate::components::toolbar::{Act, Asking, OPENER};
use crate::i18n::takeaway::takeaway;
use crate::state::site::use_site;

/// The id of the dialog's heading.
const TITLE: &str = "emporter-titre";
/// The id of the field with the page's own address.
const PAGE_ADDRESS: &str = "adresse-page";

/// What is said aloud of what was done. In context for all parts of the dialog.
#[derive(Clone, Copy)]
struct Said(RwSignal<String>);

/// Does what the toolbar asks for.
#[component]
pub fn Takeaway() -> impl IntoView {
    let t = takeaway(use_site().lang());
    let Asking(asking) = expect_context();
    let taken = Taken::of_page();
    provide_context(taken.clone());
    let said = Said(RwSignal::new(String::new()));
    provide_context(said);
    let shown = RwSignal::new(None);
    let printing = use_paper(taken);
    Effect::new(move |_| match asking.get() {
        Some(Act::Take) => {
            asking.set(None);
            shown.set(Some(Act::Take));
        }
        Some(Act::Share) => {
            asking.set(None);
            spawn_local(async move { share(said, shown, t.copied).await });
        }
        // It is asked until it is printed: rows may have to come first.
        Some(Act::Print) | None => {}
    });
    view! {
        <p class="toolbar-said" role="status">{move || if shown.get().is_none() { said.0.get() } else { String::new() }}</p>
        <TakeDialog shown />
        {move || printing.get().then(|| view! { <Paper /> })}
    }
    .into_any()
}

/// Passes the page's address on: by the system's own means, else by the clipboard, else the visitor finds it in a field.
async fn share(said: Said, shown: RwSignal<Option<Act>>, copied: &'static str) {
    let address = history::full_address();
    match sharing::share(&browser::title(), &address).await {
        Sharing::Done | Sharing::Dismissed => {}
        Sharing::Impossible if sharing::copy(&address).await => {
            said.0.try_set(copied.to_owned());
        }
        Sharing::Impossible => {
            shown.try_set(Some(Act::Share));
        }
    }
}

/// Whether the page is on its way to paper. The button waits for the rows, and lets them be drawn before it prints: while
/// the browser prints nothing is drawn any more.
fn use_paper(taken: Taken) -> RwSignal<bool> {
    let Asking(asking) = expect_context();
    let printing = RwSignal::new(false);
    viewport::on_print(move |begins| printing.set(begins));
    Effect::new(move |_| {
        if asking.get() == Some(Act::Print) && taken.rows().is_some() {
            asking.set(None);
            spawn_local(viewport::print());
        }
    });
    printing
}

/// The dialog. What is in it is drawn while it is open.
#[component]
fn TakeDialog(
    /// What it was opened for; nothing while it is closed.
    shown: RwSignal<Option<Act>>,
) -> impl IntoView {
    let t = takeaway(use_site().lang());
    let said: Said = expect_context();
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let (Some(dialog), Some(act)) = (node.get(), shown.get()) else { return };
        said.0.set(String::new());
        dialog::show(&dialog);
        if act == Act::Share {
            said.0.set(t.not_copied.to_owned());
            // Once what is in it is drawn.
            request_animation_frame(|| browser::select(PAGE_ADDRESS));
        }
    });
    let close = move |_| node.get_untracked().iter().for_each(dialog::close);
    let closed = move |_| {
        shown.set(None);
        said.0.set(String::new());
        browser::focus(OPENER);
    };
    view! {
        <dialog class="take" node_ref=node aria-labelledby=TITLE closedby="any" on:close=closed>
            <div class="take-head">
                <h2 id=TITLE>{t.title}</h2>
                <button type="button" on:click=close>{t.close}</button>
            </div>
            <div class="take-body">{move || shown.get().map(|_| view! { <Content /> })}</div>
            <p class="take-said" role="status">{move || if shown.get().is_some() { said.0.get() } else { String::new() }}</p>
        </dialog>
    }
    .into_any()
}

/// What the dialog shows: what is taken, and the ways to take it.
#[component]
fn Content() -> impl IntoView {
    let t = takeaway(use_site().lang());
    let taken: Taken = expect_context();
    let (held, missing) = (taken.clone(), taken.clone());
    let subscribe = taken.is_served().then(|| view! { <Subscribe /> }.into_any());
    let address = Signal::derive(history::full_address);
    view! {
        <p>{move || (t.holds)(&held.events(), &held.asked())}</p>
        <p>{move || missing.left_out()}</p>
        {subscribe}
        <Downloads />
        <section>
            <h3>{t.share}</h3>
            <AddressField id=PAGE_ADDRESS label=t.page_address code=t.page_code address />
        </section>
    }
    .into_any()
}
