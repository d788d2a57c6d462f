//! What is on a page in the words of schema.org.
//!
//! Only what the feed knows, and only as exactly: a month stays a month, an event whose beginning nobody wrote down gets no
//! `startDate` (search engines then don't list it as an event, and should not). Addresses of the site are paths; the keys
//! they stand under are [`ADDRESSES`].

use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeZone as _};
use chrono_tz::Europe::Paris;
use qsec2_domain::address::Address;
use qsec2_domain::agenda::{Found, Row, Scope};
use qsec2_domain::choices::{Choice, Choices};
use qsec2_domain::date::Moment;
use qsec2_domain::department::Department;
use qsec2_domain::event::{Event, EventStatus, Party};
use qsec2_domain::feed::Feed;
use qsec2_domain::lang::Lang;
use qsec2_domain::link::Link;
use qsec2_domain::pages::Page;
use qsec2_domain::place::Place;
use qsec2_domain::query::Query;
use qsec2_domain::stop::Stop;
use serde_json::{Value, json};

use super::addresses::bare;
use super::{SITE, department_at};
use crate::i18n::{codes, texts};
use crate::pages::event::words;
use crate::state::feed::Loaded;

/// The keys whose values are addresses.
const ADDRESSES: [&str; 6] = ["@id", "url", "item", "image", "logo", "urlTemplate"];

/// How many events a list names.
const LISTED: usize = 20;

/// How many sessions of an event are told.
const SESSIONS: usize = 50;

/// The language that the feed's records are written in.
const RECORDS: Lang = Lang::Fr;

/// The descriptions of what is on a page.
pub(super) fn of(
    page: &Page,
    heading: &str,
    address: &Address,
    loaded: &Loaded,
    today: NaiveDate,
) -> Vec<Value> {
    let lang = address.settings.lang;
    let feed = &loaded.feed;
    let described = match page {
        Page::Home => vec![organization(lang), web_site(lang)],
        Page::Agenda => vec![list(loaded, &address.query, lang, today)],
        Page::Department(department) => {
            let query = Query { departments: Choices::only(*department), ..Query::default() };
            vec![list(loaded, &query, lang, today), trail(page, heading, lang)]
        }
        Page::Event(id) => {
            let event = feed.event(id.as_str()).map(|it| event(feed, it, lang));
            vec![event.unwrap_or_default(), trail(page, heading, lang)]
        }
        Page::Stop(id) => {
            let stop = feed.stop(id.as_str()).map(|it| stop(feed, it, lang));
            vec![stop.unwrap_or_default(), trail(page, heading, lang)]
        }
        Page::Group(_) => vec![trail(page, heading, lang)],
        _ => Vec::new(),
    };
    described.into_iter().filter_map(known).map(in_context).collect()
}

/// Puts `origin` before the addresses that are paths.
pub(super) fn make_absolute(value: &mut Value, origin: &str) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|value| make_absolute(value, origin)),
        Value::Object(object) => {
            for (key, value) in object {
                match value {
                    Value::String(path)
                        if ADDRESSES.contains(&key.as_str()) && path.starts_with('/') =>
                    {
                        path.insert_str(0, origin);
                    }
                    value => make_absolute(value, origin),
                }
            }
        }
        _ => {}
    }
}

fn in_context(mut value: Value) -> Value {
    if let Value::Object(object) = &mut value {
        object.insert("@context".to_owned(), json!("https://schema.org"));
    }
    value
}

/// Without what is not known: nulls, empty lists, and things of which nothing but their type is left.
fn known(value: Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::Array(list) => {
            let list: Vec<Value> = list.into_iter().filter_map(known).collect();
            (!list.is_empty()).then_some(Value::Array(list))
        }
        Value::Object(object) => {
            let entries = object.into_iter().filter_map(|(key, value)| Some((key, known(value)?)));
            let object: serde_json::Map<String, Value> = entries.collect();
            let says_something = object.keys().any(|key| key != "@type");
            says_something.then_some(Value::Object(object))
        }
        value => Some(value),
    }
}

fn event(feed: &Feed, event: &Event, lang: Lang) -> Value {
    let page = Page::Event(event.id.clone());
    let own = bare(&page, lang);
    let place = feed.place_of(event);
    let stop = event.stop.as_ref().and_then(|id| feed.stop(id.as_str()));
    let location = match event.event_status {
        EventStatus::MovedOnline => {
            let there = web(event.url.as_ref()).map_or_else(|| own.clone(), str::to_owned);
            json!({ "@type": "VirtualLocation", "url": there })
        }
        _ => place.map(location).unwrap_or_default(),
    };
    let sessions = event.sessions.iter().take(SESSIONS).map(|session| {
        json!({
            "@type": "Event",
            "name": event.name,
            "startDate": session.span.start.map(moment),
            "endDate": session.span.end.map(moment),
            "eventStatus": status(session.event_status),
            "location": location,
        })
    });
    let audience =
        event.audience_note.clone().or_else(|| words(lang, event.audience, codes::audience));
    json!({
        "@type": "Event",
        "@id": page.path(),
        "url": own,
        "name": event.name,
        "description": event.description,
        "disambiguatingDescription": invented(feed, lang),
        "image": image(place.and_then(department_at)),
        "startDate": event.span.start.map(moment),
        "endDate": event.span.end.map(moment),
        "previousStartDate": event.previous_start_date.map(moment),
        "eventStatus": status(event.event_status),
        "eventAttendanceMode": attendance(event.event_status),
        "remainingAttendeeCapacity": (event.event_status == EventStatus::Full).then_some(0),
        "location": location,
        "organizer": organizers(feed, &event.organizer),
        "audience": { "@type": "Audience", "audienceType": audience },
        "isAccessibleForFree": event.is_accessible_for_free,
        "inLanguage": RECORDS.code(),
        "sameAs": web(event.url.as_ref()),
        "subEvent": sessions.collect::<Vec<_>>(),
        "superEvent": stop.map(|stop| {
            let page = Page::Stop(stop.id.clone());
            json!({
                "@type": "ExhibitionEvent",
                "@id": page.path(),
                "url": bare(&page, lang),
                "name": stop_name(feed, stop),
                "startDate": stop.span.start.map(moment),
                "endDate": stop.span.end.map(moment),
                "location": self::location(&stop.location),
            })
        }),
    })
}

fn stop(feed: &Feed, stop: &Stop, lang: Lang) -> Value {
    let page = Page::Stop(stop.id.clone());
    let exhibition = feed.exhibition(stop.exhibition.as_str());
    json!({
        "@type": "ExhibitionEvent",
        "@id": page.path(),
        "url": bare(&page, lang),
        "name": stop_name(feed, stop),
        "description": stop.description.as_ref().or(exhibition.and_then(|it| it.description.as_ref())),
        "disambiguatingDescription": invented(feed, lang),
        "image": image(department_at(&stop.location)),
        "startDate": stop.span.start.map(moment),
        "endDate": stop.span.end.map(moment),
        "eventStatus": status(stop.event_status),
        "eventAttendanceMode": attendance(stop.event_status),
        "remainingAttendeeCapacity": (stop.event_status == EventStatus::Full).then_some(0),
        "location": location(&stop.location),
        "organizer": organizers(feed, &stop.organizer),
        "isAccessibleForFree": stop.is_accessible_for_free,
        "inLanguage": RECORDS.code(),
        "sameAs": web(stop.url.as_ref()),
        "workFeatured": { "@type": "CreativeWork", "name": exhibition.map(|it| &it.name) },
    })
}

/// « Trajectoires — Mairie, Paris (75) », since an exhibition has many stops.
fn stop_name(feed: &Feed, stop: &Stop) -> String {
    let place = stop.location.line();
    match feed.exhibition(stop.exhibition.as_str()) {
        Some(exhibition) if place.is_empty() => exhibition.name.clone(),
        Some(exhibition) => format!("{} — {place}", exhibition.name),
        None => place,
    }
}

/// A date as exactly as it is known; an hour with its distance from UTC, without seconds, which nobody knows.
fn moment(moment: Moment) -> String {
    let Moment::Minute(minute) = moment else { return moment.to_string() };
    // An hour that the clocks skip, or show twice, names no instant.
    match Paris.from_local_datetime(&minute).single() {
        Some(instant) => instant.format("%Y-%m-%dT%H:%M%:z").to_string(),
        None => moment.to_string(),
    }
}

/// schema.org knows of no « full »: it takes place, and nobody more gets in.
fn status(status: EventStatus) -> String {
    let status = if status == EventStatus::Full { EventStatus::Scheduled } else { status };
    format!("https://schema.org/{}", status.code())
}

fn attendance(status: EventStatus) -> Option<&'static str> {
    (status == EventStatus::MovedOnline).then_some("https://schema.org/OnlineEventAttendanceMode")
}

fn location(place: &Place) -> Value {
    let department = department_at(place);
    let name = place.name.clone().or_else(|| place.address_locality.clone());
    json!({
        "@type": "Place",
        "name": name.or_else(|| department.map(|it| it.name().to_owned())),
        "address": {
            "@type": "PostalAddress",
            "streetAddress": place.street_address,
            "postalCode": place.postal_code,
            "addressLocality": place.address_locality,
            "addressRegion": department.map(|_| "Île-de-France"),
            "addressCountry": department.map(|_| "FR"),
        },
        "geo": place.geo.map(|geo| json!({
            "@type": "GeoCoordinates", "latitude": geo.latitude, "longitude": geo.longitude,
        })),
    })
}

fn organizers(feed: &Feed, parties: &[Party]) -> Vec<Value> {
    let one = |party: &Party| {
        let record = party.organization.as_ref().and_then(|id| feed.organization(id.as_str()));
        let url = record.and_then(|it| web(it.url.as_ref()));
        json!({ "@type": "Organization", "name": party.name, "url": url })
    };
    parties.iter().map(one).collect()
}

/// An address that a browser opens; no mail, no telephone.
fn web(link: Option<&Link>) -> Option<&str> {
    link.filter(|link| link.host().is_some()).map(Link::as_str)
}

fn image(department: Option<Department>) -> String {
    format!("/og/{}.png", department.map_or("site", Department::code))
}

fn invented(feed: &Feed, lang: Lang) -> Option<&'static str> {
    feed.is_demonstration.then_some(texts(lang).frame.demonstration)
}

fn organization(lang: Lang) -> Value {
    json!({
        "@type": "Organization",
        "@id": "/#organization",
        "name": SITE,
        "alternateName": "Questions de Sciences, Enjeux Citoyens ²",
        "description": texts(lang).home().what_text,
        "url": bare(&Page::Home, lang),
        "logo": "/icon-512.png",
        "areaServed": "Île-de-France",
    })
}

fn web_site(lang: Lang) -> Value {
    let agenda = bare(&Page::Agenda, lang);
    let join = if agenda.contains('?') { '&' } else { '?' };
    json!({
        "@type": "WebSite",
        "@id": "/#website",
        "name": SITE,
        "url": bare(&Page::Home, lang),
        "inLanguage": [Lang::Fr.code(), Lang::En.code()],
        "publisher": { "@id": "/#organization" },
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": format!("{agenda}{join}q={{search_term_string}}"),
            },
            "query-input": "required name=search_term_string",
        },
    })
}

/// The way from the home page to this one.
fn trail(page: &Page, heading: &str, lang: Lang) -> Value {
    let t = &texts(lang).frame;
    let (list, name) = match page {
        Page::Stop(_) => (Page::Itinerary, t.itinerary),
        Page::Group(_) => (Page::Groups, t.groups),
        Page::Department(_) => (Page::Departments, t.departments),
        _ => (Page::Agenda, t.agenda),
    };
    let steps = [(Page::Home, t.home), (list, name), (page.clone(), heading)];
    let steps = (1..).zip(steps).map(|(position, (page, name))| {
        json!({ "@type": "ListItem", "position": position, "name": name, "item": bare(&page, lang) })
    });
    json!({ "@type": "BreadcrumbList", "itemListElement": steps.collect::<Vec<_>>() })
}

/// The first events that a query shows, each once; of the archive of one département the last, as its page does.
fn list(loaded: &Loaded, query: &Query, lang: Lang, today: NaiveDate) -> Value {
    let found = loaded.find(query, today).unwrap_or_else(|_| Found::none());
    let rows: Box<dyn Iterator<Item = &Row>> = match found.scope {
        Scope::Archive if !query.departments.is_empty() => Box::new(found.rows.iter().rev()),
        _ => Box::new(found.rows.iter()),
    };
    let mut seen = BTreeSet::new();
    let events =
        rows.map(|row| row.event as usize).filter(|event| seen.insert(*event)).take(LISTED);
    let events = events.filter_map(|event| loaded.feed.events.get(event));
    let items = (1..).zip(events).map(|(position, event)| {
        let url = bare(&Page::Event(event.id.clone()), lang);
        json!({ "@type": "ListItem", "position": position, "name": event.name, "url": url })
    });
    let items: Vec<Value> = items.collect();
    if items.is_empty() {
        return Value::Null;
    }
    json!({
        "@type": "ItemList",
        "name": texts(lang).agenda.list,
        "disambiguatingDescription": invented(&loaded.feed, lang),
        "numberOfItems": items.len(),
        "itemListElement": items,
    })
}
