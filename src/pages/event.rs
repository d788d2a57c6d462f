//! One event: everything that is known of it.

use leptos::prelude::*;
use qsec2_domain::choices::{Choice, Choices};
use qsec2_domain::event::{Event, Party};
use qsec2_domain::id::Id;
use qsec2_domain::lang::Lang;
use qsec2_domain::pages::Page;
use qsec2_domain::place::Place;

use crate::components::facts::{fact, fact_list, fact_of};
use crate::components::keep_button::KeepButton;
use crate::components::sources::{SourceLink, Sources};
use crate::i18n::{codes, dates};
use crate::pages::Heading;
use crate::state::feed::Loaded;
use crate::state::site::{Site, use_feed, use_site};

/// An event's page.
#[component]
pub fn EventPage(
    /// Which event.
    id: Id,
) -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let event = loaded.ask(loaded.event(&id))??;
    let t = &site.t.agenda;
    let status = codes::status(site.lang(), event.event_status);
    let more =
        event.url.clone().map(|link| view! { <p>{t.more} "\u{a0}: " <SourceLink link /></p> });
    let facts = facts(&site, &loaded, &event);
    Some(
        view! {
            <article class="record">
                <p class="record-back"><a href=site.href(&Page::Agenda)>{t.back}</a></p>
                <p class="record-kind">{codes::kind(site.lang(), event.kind)}</p>
                <Heading title=event.name.clone() />
                {status.map(|said| view! { <p class="status status-large">{said}</p> })}
                <p class="record-when">{dates::span(site.lang(), event.span)}</p>
                <p class="record-text">{event.description.clone()}</p>
                <dl class="facts">{facts}</dl>
                {more}
                <KeepButton event=event.id.clone() />
                <Sources provenance=event.provenance />
            </article>
        }
        .into_any(),
    )
}

fn facts(site: &Site, loaded: &Loaded, event: &Event) -> Vec<AnyView> {
    let t = &site.t.agenda;
    let lang = site.lang();
    let place = loaded.feed.place_of(event);
    let stop = event.stop.as_ref().and_then(|id| loaded.feed.stop(id.as_str()));
    let stop = stop.map(|stop| {
        let href = site.href(&Page::Stop(stop.id.clone()));
        fact(t.stop, view! { <a href=href>{stop.location.line()}</a> })
    });
    let before =
        event.previous_start_date.map(|it| fact(t.previously, dates::partial(lang, it.date())));
    let sessions: Vec<String> = event
        .sessions
        .iter()
        .map(|it| {
            let status = codes::status(lang, it.event_status).map(|said| format!(" — {said}"));
            format!("{}{}", dates::span(lang, it.span), status.unwrap_or_default())
        })
        .collect();
    let price = match event.is_accessible_for_free {
        Some(true) => Some(t.is_free.to_owned()),
        _ => None,
    };
    let price = event.admission.clone().or(price);
    [
        fact_list(t.sessions, &sessions),
        fact_of(t.when, event.time_note.as_ref()),
        before,
        place.map(|place| fact(t.place, address(place))),
        fact_of(t.audience, audience(site, event).as_ref()),
        fact_of(t.levels, words(lang, event.educational_level, codes::level).as_ref()),
        fact_of(t.price, price.as_ref()),
        fact_of(t.access, words(lang, event.access, codes::access).as_ref()),
        fact_of(t.organizer, parties(&event.organizer).as_ref()),
        stop,
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn audience(site: &Site, event: &Event) -> Option<String> {
    event.audience_note.clone().or_else(|| words(site.lang(), event.audience, codes::audience))
}

/// Choices in words, joined; nothing for none.
pub fn words<T: Choice>(
    lang: Lang,
    choices: Choices<T>,
    word: fn(Lang, T) -> &'static str,
) -> Option<String> {
    let words: Vec<_> = choices.iter().map(|choice| word(lang, choice)).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// Names, joined; nothing for none.
pub fn parties(parties: &[Party]) -> Option<String> {
    let names: Vec<_> = parties.iter().map(|party| party.name.as_str()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// A place with its street, on lines.
pub fn address(place: &Place) -> AnyView {
    let street = place.street_address.clone().map(|street| {
        let code = place.postal_code.clone().map(|code| format!(", {code}")).unwrap_or_default();
        view! { <br /> {street} {code} }
    });
    view! { {place.line()} {street} }.into_any()
}
