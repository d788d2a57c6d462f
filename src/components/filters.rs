//! The agenda's choices. All of them live in the address.
//!
//! Beside the board where there is room. On a phone a button opens them as a sheet, whose own button says how many events
//! there are. As they are sent, before the app or without it, they unfold in place.

mod facets;
mod period;

use leptos::prelude::*;
use qsec2_domain::choices::Choice;
use qsec2_domain::query::{Key, Query};

use self::period::period;
use crate::browser::history::Entry;
use crate::browser::takeover::OPENER;
use crate::browser::{NATIVE, dialog};
use crate::components::search_box::FORM;
use crate::state::refine::use_refine;
use crate::state::shown::use_found;
use crate::state::site::{use_feed, use_site};

/// The id of the sheet.
const SHEET: &str = "choix-feuille";

/// On a phone the choices begin closed, as [`is_wide`](crate::browser::viewport::is_wide) has it. Runs before anything is painted, and leaves no
/// trace; without scripts they stay open, and usable.
pub const CLOSE_ON_PHONES: &str = "let s=document.currentScript;if(!matchMedia('(min-width:900px)').matches)s.parentElement.open=false;s.remove()";

/// All choices as they are sent, before the app or without it: they unfold in place.
#[component]
pub fn Unfolding() -> impl IntoView {
    let opener = opener();
    view! {
        <details class="filters" open>
            <summary id=OPENER>{opener}</summary>
            <script>{CLOSE_ON_PHONES}</script>
            <Choices />
            <noscript><button type="submit" form=FORM>{use_site().t.agenda.apply}</button></noscript>
        </details>
    }
    .into_any()
}

/// What opens the sheet, on a phone.
#[component]
pub fn Opener() -> impl IntoView {
    let wanted: SheetWanted = expect_context();
    let open = move |_| {
        wanted.0.set(true);
        dialog::open(SHEET);
    };
    view! {
        <button id=OPENER class="opener" type="button" aria-haspopup="dialog" on:click=open>{opener()}</button>
    }
    .into_any()
}

/// Whether somebody has asked for the sheet, be it before it was there. Put into context by the agenda.
#[derive(Debug, Clone, Copy, Default)]
pub struct SheetWanted(RwSignal<bool>);

/// The sheet: the choices, and a button back to what they show that says how many events that are.
#[component]
pub fn Sheet() -> impl IntoView {
    let t = &use_site().t.agenda;
    let found = use_found();
    let wanted: SheetWanted = expect_context();
    if wanted.0.get_untracked() {
        request_animation_frame(|| dialog::open(SHEET));
    }
    let show = move || (t.show)(found.read().events);
    view! {
        <dialog id=SHEET class="sheet" aria-label=t.filters closedby="any" on:close=move |_| wanted.0.set(false)>
            <div class="sheet-head">
                <h2>{t.filters}</h2>
                <button class="as-link" type="button" on:click=|_| dialog::close(SHEET)>{t.close}</button>
            </div>
            <div class="sheet-choices">{choices()}</div>
            <p class="sheet-foot">
                {clear()}
                <button class="sheet-show" type="button" on:click=|_| dialog::close(SHEET)>
                    <span aria-live="polite">{show}</span>
                </button>
            </p>
        </dialog>
    }
    .into_any()
}

/// What opens them: it says how many choices are made.
fn opener() -> AnyView {
    let refine = use_refine();
    let t = &use_site().t.agenda;
    // Not an empty element while there is none: as it is sent, it would hold a blank, and take room.
    let made = move || {
        let made = refine.look(Query::choices_made);
        (made > 0).then(|| view! { <span class="filters-made">{made}</span> }.into_any())
    };
    view! { {t.filters} " " {made} }.into_any()
}

/// All choices of the agenda, with the counts of what each would show.
#[component]
pub fn Choices() -> impl IntoView {
    [choices(), clear()].into_iter().collect_view().into_any()
}

fn choices() -> AnyView {
    let (site, loaded) = (use_site(), use_feed());
    let (t, lang) = (&site.t.agenda, site.lang());
    let further = facets::further(t, lang, &loaded.feed).into_iter().map(facets::folded);
    [
        facets::group(facets::departments(t)),
        period(),
        free(),
        facets::common(t, lang).map(facets::group).into_any(),
        further.collect_view().into_any(),
        view! { <p class="choices-note">{t.greyed}</p> }.into_any(),
    ]
    .into_iter()
    .collect_view()
    .into_any()
}

fn free() -> AnyView {
    let t = &use_site().t.agenda;
    let refine = use_refine();
    let free = move || refine.look(|query| query.only_free);
    let change = move |event| {
        refine.with(Entry::New, |query| query.only_free = event_target_checked(&event));
    };
    view! {
        <label class="choice choice-alone">
            <input type="checkbox" name=Key::Free.code() value="1" form=FORM checked=NATIVE && untrack(free)
                prop:checked=free on:change=change />
            <span>{t.free}</span>
            {facets::number(Box::new(|found| Some(found.facets.free)))}
        </label>
    }
    .into_any()
}

fn clear() -> AnyView {
    let refine = use_refine();
    let clear = move |_| refine.with(Entry::New, |query| *query = Query::default());
    let untouched = move || refine.look(Query::is_empty);
    let t = &use_site().t.agenda;
    view! { <button class="clear" type="button" on:click=clear hidden=untouched>{t.clear}</button> }
        .into_any()
}
