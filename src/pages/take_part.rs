//! The six ways in.

use leptos::prelude::*;
use qsec2_domain::pages::Page;

use crate::components::contact::contacts;
use crate::components::parts::{item_heading, items, more, paragraph, section};
use crate::i18n::widget::builder;
use crate::pages::page;
use crate::state::site::{use_feed, use_site};

/// Where each of the six ways leads, in the order of the texts.
const TARGETS: [Page; 6] =
    [Page::Agenda, Page::Groups, Page::Teachers, Page::Propose, Page::Departments, Page::TakePart];

/// The ways to take part.
#[component]
pub fn TakePart() -> impl IntoView {
    let t = use_site().t.take_part();
    let questions = questions();
    page(t.title, t.lead, vec![ways(2), questions, widget(), contacts()])
}

/// The six publics, each with where to go; their headings are of this level, 2 or 3.
pub fn ways(level: u8) -> AnyView {
    let site = use_site();
    let ways = site.t.take_part().ways.iter().zip(&TARGETS).map(|(way, target)| {
        // Who asks for a contact is led to the contacts.
        let fragment = if *target == Page::TakePart { "#contacts" } else { "" };
        let href = format!("{}{fragment}", site.href(target));
        let who = item_heading(level, way.who);
        let parts = vec![who, paragraph("", way.what), more(href, way.link)];
        view! { <div class="way">{parts}</div> }.into_any()
    });
    items("ways-in", ways.collect())
}

/// Leads to the line that shows the agenda on somebody's own site.
fn widget() -> AnyView {
    let site = use_site();
    let t = builder(site.lang());
    let lead = paragraph("", t.lead);
    section(t.title, vec![lead, more(site.href(&Page::Widget), t.way_in)])
}

/// The questions of the newest season that asks any.
fn questions() -> AnyView {
    let loaded = use_feed();
    let t = use_site().t.take_part();
    let asking = loaded.feed.seasons.iter().find(|season| !season.questions.is_empty());
    let section = asking.map(|season| {
        let questions = season.questions.iter().map(|question| paragraph("", question.clone()));
        let questions = items("questions", questions.collect());
        section(t.questions, vec![paragraph("", t.questions_lead), questions])
    });
    section.into_any()
}
