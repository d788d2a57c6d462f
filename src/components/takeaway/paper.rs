//! The head of the page on paper: what it is a programme of, as known when, and where to look again.

use leptos::prelude::*;
use qsec2_domain::pages::Page;

use super::Taken;
use super::code::Code;
use crate::i18n::dates;
use crate::i18n::takeaway::takeaway;
use crate::state::site::use_site;

/// Drawn only while the page is printed.
#[component]
pub fn Paper() -> impl IntoView {
    let site = use_site();
    let t = takeaway(site.lang());
    let taken: Taken = expect_context();
    let is_programme = taken.page == Page::Programme;
    let title = if is_programme { t.paper_programme } else { t.paper_title };
    let address = untrack(|| taken.page_address());
    let holds = untrack(|| (t.holds)(&taken.events(), &taken.asked()));
    view! {
        <div class="paper">
            <div>
                <p class="paper-title">{title}</p>
                <p class="paper-asked">{holds}</p>
                <p>{(t.paper_day)(&dates::day(site.lang(), site.today))}</p>
                <p class="paper-address"><a href=address.clone()>{address.clone()}</a></p>
            </div>
            <Code text=address label=t.page_code />
        </div>
    }
    .into_any()
}
