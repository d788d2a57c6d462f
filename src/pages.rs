//! The pages, one file each; which one is shown, and what is shown while the feed is not there.

pub mod about;
pub mod agenda;
pub mod changes;
pub mod department;
pub mod departments;
pub mod desk;
pub mod event;
pub mod failed;
pub mod group;
pub mod groups;
pub mod home;
pub mod itinerary;
pub mod news;
pub mod not_found;
pub mod programme;
pub mod propose;
pub mod readiness;
pub mod resources;
pub mod statements;
pub mod stop;
pub mod take_part;
pub mod teachers;

use std::sync::Arc;

use leptos::prelude::*;
use qsec2_domain::pages::Page;

use crate::api::FeedProblem;
use crate::app::use_title;
use crate::components::parts::paragraph;
use crate::pages::readiness::use_readiness;
use crate::state::feed::{FeedResource, Loaded};
use crate::state::navigation::{HEADING, Navigation};
use crate::state::site::use_site;

/// The page at the address one is at, as far as the feed allows.
#[component]
pub fn PageView() -> impl IntoView {
    let navigation: Navigation = expect_context();
    let feed: FeedResource = expect_context();
    let path = Memo::new(move |_| navigation.path());
    let readiness = use_readiness(Signal::stored(use_site().today));
    Effect::new(move |_| {
        navigation.track();
        let is_drawn = readiness.read().is_ready || matches!(feed.get(), Some(Err(_)));
        if is_drawn || needs_no_feed(&navigation.path()) {
            request_animation_frame(move || navigation.drawn());
        }
    });
    move || {
        let page = Page::parse(&path.read());
        let is_ready = readiness.read().is_ready;
        match (page, feed.get()) {
            (Some(page), _) if says_the_same(&page) => existing(page),
            (_, None) => view! { <Waiting /> }.into_any(),
            (_, Some(Ok(loaded))) if !is_ready => match loaded.trouble() {
                Some(problem) => view! { <failed::Failed problem /> }.into_any(),
                None => view! { <Waiting /> }.into_any(),
            },
            (page, Some(loaded)) => fed_page(page, loaded),
        }
    }
}

/// Whether what stands at a path says the same whatever the feed.
pub fn needs_no_feed(path: &str) -> bool {
    Page::parse(path).is_some_and(|page| says_the_same(&page))
}

const fn says_the_same(page: &Page) -> bool {
    matches!(page, Page::Accessibility | Page::Privacy)
}

fn fed_page(page: Option<Page>, loaded: Result<Arc<Loaded>, FeedProblem>) -> AnyView {
    match (page, loaded) {
        (_, Err(problem)) => view! { <failed::Failed problem /> }.into_any(),
        (None, Ok(loaded)) => {
            provide_context(loaded);
            view! { <not_found::NotFound /> }.into_any()
        }
        (Some(page), Ok(loaded)) => {
            let exists = untrack(|| loaded.has(&page)).unwrap_or_default();
            provide_context(loaded);
            if exists { existing(page) } else { view! { <not_found::NotFound page /> }.into_any() }
        }
    }
}

fn existing(page: Page) -> AnyView {
    match page {
        Page::Home => view! { <home::Home /> }.into_any(),
        Page::Agenda => view! { <agenda::Agenda /> }.into_any(),
        Page::Event(id) => view! { <event::EventPage id /> }.into_any(),
        Page::Itinerary => view! { <itinerary::Itinerary /> }.into_any(),
        Page::Stop(id) => view! { <stop::StopPage id /> }.into_any(),
        Page::Departments => view! { <departments::Departments /> }.into_any(),
        Page::Department(department) => {
            view! { <department::DepartmentPage department /> }.into_any()
        }
        Page::Groups => view! { <groups::Groups /> }.into_any(),
        Page::Group(id) => view! { <group::GroupPage id /> }.into_any(),
        Page::News => view! { <news::News /> }.into_any(),
        Page::Resources => view! { <resources::Resources /> }.into_any(),
        Page::Teachers => view! { <teachers::Teachers /> }.into_any(),
        Page::TakePart => view! { <take_part::TakePart /> }.into_any(),
        Page::Propose => view! { <propose::Propose /> }.into_any(),
        Page::Programme => view! { <programme::Programme /> }.into_any(),
        Page::About => view! { <about::About /> }.into_any(),
        Page::Changes => view! { <changes::Changes /> }.into_any(),
        Page::Desk => view! { <desk::Desk /> }.into_any(),
        Page::Accessibility => view! { <statements::Accessibility /> }.into_any(),
        Page::Privacy => view! { <statements::Privacy /> }.into_any(),
    }
}

/// Said while the feed is on its way.
#[component]
fn Waiting() -> impl IntoView {
    let t = &use_site().t.states;
    view! { <h1 class="waiting">{t.loading}</h1> }.into_any()
}

/// A page: its heading, its first words, and what follows.
pub fn page(title: impl Into<String>, lead: &'static str, body: Vec<AnyView>) -> AnyView {
    [heading(title.into()), paragraph("lead", lead), body.into_any()]
        .into_iter()
        .collect_view()
        .into_any()
}

/// A page of plain text in one column.
fn text_page(title: &'static str, body: Vec<AnyView>) -> AnyView {
    let text = view! { <div class="page-text">{body}</div> }.into_any();
    [heading(title.to_owned()), text].into_iter().collect_view().into_any()
}

fn heading(title: String) -> AnyView {
    view! { <Heading title /> }.into_any()
}

/// The heading of a page, which also names the tab and gets the focus when the page is entered.
#[component]
pub fn Heading(
    /// What it says.
    #[prop(into)]
    title: String,
) -> impl IntoView {
    use_title(&title);
    view! { <h1 id=HEADING tabindex="-1">{title}</h1> }.into_any()
}

/// Paragraphs of plain text.
pub fn paragraphs(texts: &'static [&'static str]) -> Vec<AnyView> {
    texts.iter().map(|text| paragraph("", *text)).collect()
}
