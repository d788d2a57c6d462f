//! One event: everything that is known of it. What, when and where come first, then what one can do, then the rest.

mod around;
mod place;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
mod times;

use leptos::prelude::*;
use qsec2_domain::address::{EventIds, Format, OutputAddress, Settings};
use qsec2_domain::choices::{Choice, Choices, EventKind};
use qsec2_domain::event::{Event, Party};
use qsec2_domain::id::Id;
use qsec2_domain::lang::Lang;
use qsec2_domain::pages::Page;
use qsec2_domain::place::Place;

use crate::app::use_title;
use crate::components::bullet::Bullet;
use crate::components::contact::contact_ways;
use crate::components::facts::{fact, fact_of};
use crate::components::keep_button::KeepButton;
use crate::components::sources::{SourceLink, Sources};
use crate::i18n::facts::facts as names;
use crate::i18n::record::record;
use crate::i18n::{codes, colon};
use crate::state::feed::Loaded;
use crate::state::host::{Host, use_host};
use crate::state::navigation::HEADING;
use crate::state::site::{Site, use_feed, use_site};

/// An event's page.
#[component]
pub fn EventPage(
    /// Which event.
    id: Id,
) -> impl IntoView {
    let (site, loaded) = (use_site(), use_feed());
    let event = loaded.ask(loaded.event(&id))??;
    let here = around::use_surroundings(&event.id);
    let more = event.url.clone();
    let more = more.map(
        |link| view! { <p>{names(site.lang()).more} {colon(site.lang())} <SourceLink link /></p> },
    );
    let facts = facts(&site, &loaded, &event);
    Some(
        view! {
            <article class="record">
                {around::way_back(here)}
                {head(&site, &loaded, &event)}
                <div class="record-acts">
                    <KeepButton event=event.id.clone() />
                    {calendar(&site, &event.id)}
                </div>
                <p class="record-text" lang=site.records()>{event.description.clone()}</p>
                <dl class="facts">{facts}</dl>
                {more}
                <Sources provenance=event.provenance />
            </article>
            {around::neighbours(here)}
            {around::near(&event.id)}
        }
        .into_any(),
    )
}

/// The event alone as a calendar, to be kept or subscribed to: a programme of one. Only a server has it.
fn calendar(site: &Site, id: &Id) -> Option<AnyView> {
    if use_host() != Host::Server || site.settings.feed.is_some() {
        return None;
    }
    let events: EventIds = [id.clone()].into_iter().collect();
    let settings = Settings { lang: site.lang(), ..Settings::default() };
    let address = OutputAddress { events, settings, ..OutputAddress::default() };
    let href = address.path_and_query(&Page::Programme, Format::Calendar);
    let said = record(site.lang()).calendar;
    Some(view! { <a class="button" href=href rel="external nofollow">{said}</a> }.into_any())
}

/// What it is, what became of it, when and where.
fn head(site: &Site, loaded: &Loaded, event: &Event) -> AnyView {
    use_title(&event.name);
    let place = loaded.feed.place_of(event);
    let department = place.and_then(|place| place.department.as_ref()?.department());
    let bullet = department.map(|department| view! { <Bullet department /> });
    let line = place.map(Place::line).filter(|line| !line.is_empty());
    let line = line.map(|line| view! { <p class="record-where" lang=site.records()>{line}</p> });
    let kind = (event.kind != EventKind::Other).then(|| codes::kind(site.lang(), event.kind));
    view! {
        <p class="record-kind">{bullet} {kind}</p>
        <h1 id=HEADING tabindex="-1" lang=site.records()>{event.name.clone()}</h1>
        {times::status(site, event)}
        {times::when(site, event)}
        {line}
    }
    .into_any()
}

fn facts(site: &Site, loaded: &Loaded, event: &Event) -> Vec<AnyView> {
    let t = &site.t.agenda;
    let lang = site.lang();
    let named = names(lang);
    let said = |text: Option<&String>| text.map(|text| recorded(site, text));
    let stop = event.stop.as_ref().and_then(|id| loaded.feed.stop(id.as_str()));
    let stop = stop.map(|stop| {
        let href = site.href(&Page::Stop(stop.id.clone()));
        view! { <a href=href lang=site.records()>{stop.location.line()}</a> }.into_any()
    });
    let free = (event.is_accessible_for_free == Some(true)).then(|| t.is_free.into_any());
    let price = said(event.admission.as_ref()).or(free);
    let audience = words(lang, event.audience, codes::audience).map(IntoAny::into_any);
    let audience = said(event.audience_note.as_ref()).or(audience);
    let of = |term: &'static str, said: Option<AnyView>| said.map(|said| fact(term, said));
    [
        of(named.sessions, times::sessions(site, event)),
        of(named.when, said(event.time_note.as_ref())),
        of(named.place, loaded.feed.place_of(event).map(|place| place::details(site, place))),
        of(named.price, price),
        of(named.audience, audience),
        fact_of(t.levels, words(lang, event.educational_level, codes::level).as_ref()),
        fact_of(t.access, words(lang, event.access, codes::access).as_ref()),
        of(named.organizer, organizers(site, loaded, event)),
        of(named.stop, stop),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A text of the feed, in its own language.
fn recorded(site: &Site, text: &str) -> AnyView {
    view! { <span lang=site.records()>{text.to_owned()}</span> }.into_any()
}

/// Who makes it, each with the ways to reach them that the feed knows.
fn organizers(site: &Site, loaded: &Loaded, event: &Event) -> Option<AnyView> {
    let one = |party: &Party| {
        let record = party.organization.as_ref();
        let record = record.and_then(|id| loaded.feed.organization(id.as_str()));
        let ways = record.map(|record| contact_ways(record.clone()));
        view! { <li>{recorded(site, &party.name)} {ways}</li> }.into_any()
    };
    let all: Vec<_> = event.organizer.iter().map(one).collect();
    (!all.is_empty()).then(|| view! { <ul class="parties" role="list">{all}</ul> }.into_any())
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
