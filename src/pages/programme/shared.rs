//! Somebody's programme, opened from a link: shown, and kept on this device if one wants.

use leptos::prelude::*;
use qsec2_domain::address::EventIds;
use qsec2_domain::pages::Page;

use super::board::{Acts, Board};
use super::outputs;
use crate::browser::focus;
use crate::components::parts::more;
use crate::pages::Heading;
use crate::state::favourites::Favourites;
use crate::state::site::Site;

/// The id of what says that all is kept; it gets the focus that its button had.
const KEPT: &str = "garde";

pub(super) fn shared(site: &Site, events: EventIds) -> AnyView {
    let t = site.t.own();
    let board = Board::new(Acts::none());
    let (of, named) = (site.clone(), events.clone());
    // Drawn anew when more of a feed in slices has come.
    let list = move || board.draw(&of, named.as_slice(), t.shared_gone);
    let mine = more(site.href(&Page::Programme), t.mine);
    let outputs = outputs(site, events.as_slice());
    view! {
        <Heading title=t.shared />
        <p class="lead">{t.shared_lead}</p>
        <div class="shared">{keep(site, events)} {mine}</div>
        {list}
        {outputs}
    }
    .into_any()
}

/// Keeps those that are not kept yet; says so once all are.
fn keep(site: &Site, events: EventIds) -> AnyView {
    let t = site.t.own();
    let favourites: Favourites = expect_context();
    let of = events.clone();
    let is_kept = Memo::new(move |_| of.as_slice().iter().all(|id| favourites.contains(id)));
    let keep = move |_| {
        favourites.keep(events.as_slice());
        request_animation_frame(|| focus(KEPT));
    };
    let said = move || is_kept.get().then_some(t.kept_all);
    view! {
        <button type="button" on:click=keep hidden=move || is_kept.get()>{t.keep_all}</button>
        <p role="status" id=KEPT tabindex="-1">{said}</p>
    }
    .into_any()
}
