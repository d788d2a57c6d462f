//! An address that leads nowhere: says so, offers the agenda's search.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use qsec2_domain::choices::Choice;
use qsec2_domain::pages::Page;
use qsec2_domain::query::{Key, Query};

use crate::pages::Heading;
use crate::state::navigation::Navigation;
use crate::state::site::use_site;

/// Says that there is nothing here.
#[component]
pub fn NotFound(
    /// The page, when its form is right but the feed has no such record.
    page: Option<Page>,
) -> impl IntoView {
    let site = use_site();
    let t = &site.t.states;
    let said = match page {
        Some(Page::Event(id) | Page::Stop(id) | Page::Group(id)) => {
            (t.not_found_record)(id.as_str())
        }
        _ => t.not_found_page.to_owned(),
    };
    view! {
        <div class="page-text">
            <Heading title=t.not_found />
            <p>{said}</p>
            <SearchElsewhere />
            <p><a href=site.href(&Page::Home)>{site.t.frame.home}</a></p>
        </div>
    }
    .into_any()
}

/// A search box that leads to the agenda.
#[component]
fn SearchElsewhere() -> impl IntoView {
    let site = use_site();
    let navigation: Navigation = expect_context();
    let words = RwSignal::new(String::new());
    let t = &site.t.agenda;
    let action = Page::Agenda.path();
    let search = move |event: SubmitEvent| {
        event.prevent_default();
        let words = words.get_untracked();
        navigation.follow(&site.agenda(Query { words, ..Query::default() }));
    };
    view! {
        <form class="search" role="search" aria-label=t.search_form action=action on:submit=search>
            <label for="recherche">{t.search}</label>
            <input id="recherche" type="search" name=Key::Words.code() maxlength="200" placeholder=t.search_help
                on:input=move |event| words.set(event_target_value(&event)) />
            <button type="submit">{t.search}</button>
        </form>
    }
    .into_any()
}
