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

use leptos::prelude::*;
use leptos::task::spawn_local;

use self::address_field::AddressField;
use self::download::Downloads;
use self::paper::Paper;
use self::subscribe::Subscribe;
pub use self::taken::Taken;
use crate::browser::sharing::Sharing;
use crate::browser::{self, dialog, sharing, viewport};
use crate::i18n::takeaway::takeaway;
use crate::state::asking::{Act, Asking, OPENER};
use crate::state::site::use_site;

/// The id of the dialog.
const DIALOG: &str = "emporter-fenetre";
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
    let asking: Asking = expect_context();
    let taken = Taken::of_page();
    provide_context(taken.clone());
    let of = taken.clone();
    let taken_address = Callback::new(move |()| untrack(|| of.page_address()));
    let said = Said(RwSignal::new(String::new()));
    provide_context(said);
    let shown = Shown { is_open: asking.of(Act::Take), by_hand: RwSignal::new(false) };
    let printing = use_paper(taken, asking.of(Act::Print));
    let to_share = asking.of(Act::Share);
    Effect::new(move |_| {
        if to_share.get() {
            to_share.set(false);
            let address = taken_address.run(());
            spawn_local(async move { share(&address, said, shown, t.copied).await });
        }
    });
    view! {
        <p class="toolbar-said" role="status">{move || said.unless(shown.is_open.get())}</p>
        <TakeDialog shown />
        {move || printing.get().then(|| view! { <Paper /> })}
    }
    .into_any()
}

/// Whether the dialog is open.
#[derive(Clone, Copy)]
struct Shown {
    is_open: RwSignal<bool>,
    /// Because the page's address can only be copied by hand.
    by_hand: RwSignal<bool>,
}

impl Said {
    fn unless(self, elsewhere: bool) -> String {
        if elsewhere { String::new() } else { self.0.get() }
    }
}

/// Passes the page's address on: by the system's own means, else by the clipboard, else the visitor finds it in a field.
async fn share(address: &str, said: Said, shown: Shown, copied: &'static str) {
    match sharing::share(&browser::title(), address).await {
        Sharing::Done | Sharing::Dismissed => {}
        Sharing::Impossible if sharing::copy(address).await => {
            said.0.try_set(copied.to_owned());
        }
        Sharing::Impossible => {
            shown.by_hand.try_set(true);
            shown.is_open.try_set(true);
        }
    }
}

/// Whether the page is on its way to paper. The button waits for the rows, and lets them be drawn before it prints: while
/// the browser prints nothing is drawn any more.
fn use_paper(taken: Taken, asked: RwSignal<bool>) -> RwSignal<bool> {
    let printing = RwSignal::new(false);
    viewport::on_print(move |begins| printing.set(begins));
    Effect::new(move |_| {
        // What can't be had is not waited for: the rest is printed.
        if asked.get() && (taken.rows().is_some() || taken.is_in_trouble()) {
            asked.set(false);
            spawn_local(viewport::print());
        }
    });
    printing
}

/// The dialog. What is in it is drawn while it is open.
#[component]
fn TakeDialog(
    /// Whether it is open.
    shown: Shown,
) -> impl IntoView {
    let t = takeaway(use_site().lang());
    let said: Said = expect_context();
    Effect::new(move |_| {
        if !shown.is_open.get() {
            return;
        }
        said.0.set(String::new());
        // Whoever pressed before the chunk was here waits until the dialog stands in the page.
        request_animation_frame(|| dialog::open(DIALOG));
        if shown.by_hand.get_untracked() {
            said.0.set(t.not_copied.to_owned());
            // Once what is in it is drawn.
            request_animation_frame(|| browser::select(PAGE_ADDRESS));
        }
    });
    let closed = move |_| {
        shown.is_open.set(false);
        shown.by_hand.set(false);
        said.0.set(String::new());
        browser::focus(OPENER);
    };
    view! {
        <dialog class="take" id=DIALOG aria-labelledby=TITLE closedby="any" on:close=closed>
            <div class="take-head">
                <h2 id=TITLE>{t.title}</h2>
                <button type="button" on:click=|_| dialog::close(DIALOG)>{t.close}</button>
            </div>
            <div class="take-body">{move || shown.is_open.get().then(|| view! { <Content /> })}</div>
            <p class="take-said" role="status">{move || said.unless(!shown.is_open.get())}</p>
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
    let of = taken.clone();
    let address = Signal::derive(move || of.page_address());
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
