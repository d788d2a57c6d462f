//! The six ways in.

use leptos::prelude::*;
use qsec2_domain::pages::Page;

use crate::components::contact::Operators;
use crate::pages::Heading;
use crate::state::site::{use_feed, use_site};

/// Where each of the six ways leads, in the order of the texts.
const TARGETS: [Page; 6] =
    [Page::Agenda, Page::Groups, Page::Teachers, Page::Propose, Page::Departments, Page::TakePart];

/// The ways to take part.
#[component]
pub fn TakePart() -> impl IntoView {
    let t = &use_site().t.take_part;
    view! {
        <Heading title=t.title />
        <p class="lead">{t.lead}</p>
        <Ways />
        <Questions />
        <section>
            <h2 id="contacts" tabindex="-1">{t.contacts}</h2>
            <p>{t.contacts_lead}</p>
            <Operators />
        </section>
    }
    .into_any()
}

/// The six publics, each with where to go.
#[component]
pub fn Ways() -> impl IntoView {
    let site = use_site();
    let ways = site.t.take_part.ways.iter().zip(&TARGETS).map(|(way, page)| {
        // Who asks for a contact is led to the contacts.
        let fragment = if *page == Page::TakePart { "#contacts" } else { "" };
        let href = format!("{}{fragment}", site.href(page));
        view! {
            <li class="way">
                <h3>{way.who}</h3>
                <p>{way.what}</p>
                <p><a class="more" href=href>{way.link}</a></p>
            </li>
        }
    });
    view! { <ul class="ways-in">{ways.collect_view()}</ul> }.into_any()
}

/// The questions of the newest season that asks any.
#[component]
fn Questions() -> impl IntoView {
    let loaded = use_feed();
    let t = &use_site().t.take_part;
    let season = loaded.feed.seasons.iter().find(|season| !season.questions.is_empty())?;
    let questions = season.questions.iter().cloned().map(|question| view! { <li>{question}</li> });
    Some(
        view! {
            <section>
                <h2>{t.questions}</h2>
                <p>{t.questions_lead}</p>
                <ul class="questions">{questions.collect_view()}</ul>
            </section>
        }
        .into_any(),
    )
}
