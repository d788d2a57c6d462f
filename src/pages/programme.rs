//! « Mon programme »: the events that one keeps on this device, or those that somebody's link names.
//!
//! What comes is shown by day, what is over apart, in the order that the outputs have ([`Arranged`]).

mod board;
mod shared;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

use leptos::prelude::*;
use qsec2_domain::address::{EventIds, MOST_EVENTS, OutputAddress};
use qsec2_domain::agenda::Row;
use qsec2_domain::id::Id;
use qsec2_domain::pages::Page;
use qsec2_domain::programme::{Arranged, Visit};
use qsec2_domain::slices::Lacking;

use self::board::{Acts, Board};
use self::shared::shared;
use crate::components::parts::{link, paragraph, section};
use crate::components::since_line::since_line;
use crate::components::takeaway::Taken;
use crate::pages::Heading;
use crate::pages::toolbar::Toolbar;
use crate::state::favourites::Favourites;
use crate::state::feed::Loaded;
use crate::state::since::use_since;
use crate::state::site::{Site, use_address, use_feed, use_site};

/// « Mon programme », or the one that the address names.
#[component]
pub fn Programme() -> impl IntoView {
    let site = use_site();
    let address = use_address();
    let named = Memo::new(move |_| address.read().address.events.clone());
    move || {
        let named = named.get();
        if named.is_empty() { own(&site) } else { shared(&site, named) }
    }
}

/// Events as they are shown on a day, in the order in which they are.
///
/// # Errors
/// [`Lacking`].
pub fn arranged(
    loaded: &Loaded,
    ids: &[Id],
    today: chrono::NaiveDate,
) -> Result<Arranged, Lacking> {
    let rows = loaded.rows_with_ids(ids)?;
    loaded.have(&rows)?;
    let visit = |row: Row| loaded.with_event(row, |event| Visit::new(row, event)).transpose();
    let visits = rows.into_iter().filter_map(visit).collect::<Result<Vec<_>, _>>()?;
    Ok(Arranged::of(visits, today))
}

/// What the device keeps.
fn own(site: &Site) -> AnyView {
    let t = site.t.programme();
    let favourites: Favourites = expect_context();
    let acts = Acts::new(favourites);
    let board = Board::new(acts);
    let (here, of) = (site.clone(), site.clone());
    let agenda = site.href(&Page::Agenda);
    let list = move || {
        let kept = favourites.ids();
        let shown = acts.shown(&kept);
        let empty = shown.is_empty().then(|| {
            view! { <p>{t.empty}</p> <p><a class="more" href=agenda.clone()>{of.t.frame.agenda}</a></p> }
        });
        let board = board.draw(&of, &shown, t.gone);
        view! { {empty} {board} {outputs(&of, &kept)} }.into_any()
    };
    view! { <Heading title=t.title /> <p class="lead">{t.lead}</p> {news(&here)} {list} }.into_any()
}

/// What changed since the last visit: of what is kept by name, of all the rest by number.
fn news(site: &Site) -> AnyView {
    let loaded = use_feed();
    let since = use_since(site, &loaded);
    let site = site.clone();
    let said = move || {
        let since = since.get()?;
        let warnings: Vec<_> = since.warnings().cloned().collect();
        let warnings = crate::pages::changes::told(&site, &warnings);
        Some(view! { <p class="since">{since_line(&site, &since)}</p> {warnings} }.into_any())
    };
    view! { <div class="since-kept">{said}</div> }.into_any()
}

/// What a programme can be taken away as; in the order of the page.
fn outputs(site: &Site, ids: &[Id]) -> AnyView {
    if ids.is_empty() {
        return ().into_any();
    }
    let ids = ids.to_vec();
    view! { <Outputs address=output_address(site, &ids) ids /> }.into_any()
}

#[component]
fn Outputs(
    /// What the outputs are asked for by.
    address: OutputAddress,
    /// The events; more, perhaps, than an address can name.
    ids: Vec<Id>,
) -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let t = site.t.own();
    let part = (ids.len() > MOST_EVENTS).then(|| (t.share_part)(MOST_EVENTS));
    let href = [&Page::Programme.path(), "?", &address.to_string()].concat();
    let named = address.events.clone();
    let rows = Callback::new(move |()| {
        let arranged = loaded.ask(arranged(&loaded, named.as_slice(), site.today))?;
        let visits = arranged.coming.iter().chain(&arranged.past);
        Some(visits.map(|visit| visit.row).collect::<Vec<_>>())
    });
    // Those that the feed still has, once that is known.
    let count = address.events.as_slice().len();
    let events = Signal::derive(move || {
        let Some(rows) = rows.run(()) else { return count };
        let mut events: Vec<u32> = rows.iter().map(|row| row.event).collect();
        events.sort_unstable();
        events.dedup();
        events.len()
    });
    provide_context(Taken::new(Page::Programme, Signal::stored(address), events, rows));
    let body = vec![
        paragraph("", t.share_text),
        paragraph("", part.unwrap_or_default()),
        view! { <p>{link(href, t.share_link)}</p> }.into_any(),
        view! { <Toolbar /> }.into_any(),
    ];
    view! { <div class="share">{section(t.share, body)}</div> }.into_any()
}

/// The address of the outputs of these events.
fn output_address(site: &Site, ids: &[Id]) -> OutputAddress {
    let events: EventIds = ids.iter().cloned().collect();
    OutputAddress { events, settings: site.settings.clone(), ..OutputAddress::default() }
}
