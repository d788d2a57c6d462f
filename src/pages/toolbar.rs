//! What one may do with what was found: subscribe or download, share, print. Three buttons; what they do comes in a chunk.

use leptos::prelude::*;

use crate::browser::{NATIVE, saves_data};
use crate::i18n::toolbar::toolbar;
use crate::pages::lazy::{Chunk, Chunks, Part, Piece};
use crate::pages::piece;
use crate::state::asking::{Act, Asking, OPENER};
use crate::state::site::use_site;

/// The buttons, and what they ask for once that is here.
#[component]
pub fn Toolbar() -> impl IntoView {
    if NATIVE {
        return native();
    }
    let chunks: Chunks = expect_context();
    let asking = Asking::new();
    provide_context(asking);
    let is_here = move |chunk| matches!(chunks.get(chunk), Part::Here(_));
    Effect::new(move |_| {
        // Whoever prints by the browser's own means leaves no time to fetch anything. After what more people need.
        if !saves_data() && is_here(Chunk::Own) {
            chunks.fetch(Chunk::Takeaway);
        }
    });
    let is_wanted = Memo::new(move |before| {
        before == Some(&true) || asking.is_any() || is_here(Chunk::Takeaway)
    });
    let button = move |act, id: Option<&'static str>, said: AnyView| {
        let asked = asking.of(act);
        let busy = move || asked.get().then_some("true");
        view! { <button id=id type="button" aria-busy=busy on:click=move |_| asked.set(true)>{said}</button> }
            .into_any()
    };
    let t = toolbar(use_site().lang());
    view! {
        <div class="toolbar">
            {button(Act::Take, Some(OPENER), whole(t.take))}
            {button(Act::Share, None, t.share.into_any())}
            {button(Act::Print, None, t.print.into_any())}
            {move || is_wanted.get().then(|| piece(Piece::Takeaway))}
        </div>
    }
    .into_any()
}

/// A label of which a narrow screen shows the first word.
fn whole([first, rest]: [&'static str; 2]) -> AnyView {
    view! { {first} <span class="toolbar-more">{rest}</span> }.into_any()
}

/// Without the app a server's calendar is a link, and there is nothing else to press: the other buttons only take their
/// room, so that nothing moves when the app comes.
#[cfg(not(target_arch = "wasm32"))]
fn native() -> AnyView {
    use qsec2_domain::address::{Format, OutputAddress};
    use qsec2_domain::pages::Page;

    use crate::state::host::{Host, use_host};
    use crate::state::navigation::Navigation;
    use crate::state::site::use_address;

    let t = toolbar(use_site().lang());
    let room = |said: AnyView| {
        view! { <span class="button toolbar-later" aria-hidden="true">{said}</span> }.into_any()
    };
    let navigation: Navigation = expect_context();
    let is_agenda = Page::parse(&navigation.path()) == Some(Page::Agenda);
    let take = if is_agenda && use_host() == Host::Server {
        let address = use_address().get_untracked().address;
        let output = OutputAddress {
            query: address.query,
            settings: address.settings,
            ..OutputAddress::default()
        };
        let href = output.path_and_query(&Page::Agenda, Format::Calendar);
        view! { <a class="button" href=href rel="external nofollow">{whole(t.take)}</a> }.into_any()
    } else {
        room(whole(t.take))
    };
    view! { <div class="toolbar">{take} {room(t.share.into_any())} {room(t.print.into_any())}</div> }.into_any()
}

#[cfg(target_arch = "wasm32")]
fn native() -> AnyView {
    ().into_any()
}
