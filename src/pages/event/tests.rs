//! An event's page, as it is sent: what the search, the sessions, the status and the place make of it.

use std::sync::Arc;

use chrono::NaiveDate;
use qsec2_domain::reader;
use serde_json::{Value, json};

use crate::render::render;
use crate::state::feed::Loaded;
use crate::state::host::Host;

fn event(id: &str, start: &str, more: &Value) -> Value {
    let mut event = json!({
        "id": id, "name": format!("Nom de {id}"), "kind": "debat", "startDate": start,
        "location": { "name": "Mairie", "department": "93",
            "address": { "streetAddress": "1 rue A", "postalCode": "93700", "addressLocality": "Drancy" } },
    });
    if let (Some(event), Some(more)) = (event.as_object_mut(), more.as_object()) {
        event.extend(more.iter().map(|(key, value)| (key.clone(), value.clone())));
    }
    event
}

fn four() -> Vec<Value> {
    let paris = json!({ "location": { "name": "Salle", "department": "75" } });
    vec![
        event("un", "2018-01-21T14:00", &json!({})),
        event("deux", "2018-01-22", &paris),
        event("trois", "2018-01-23", &json!({})),
        event("quatre", "2018-01-24", &json!({})),
    ]
}

/// The page at an address on 20 January 2018.
fn page(events: &[Value], path: &str, search: &str) -> String {
    let feed = json!({ "version": "1.0", "isDemonstration": false, "events": events,
        "organizations": [{ "id": "asso", "name": "L’asso", "contactPoint": [{ "telephone": "01 40 79 58 15" }] }] });
    let Ok(reading) = reader::read(feed.to_string().as_bytes()) else { panic!("the feed reads") };
    let today: NaiveDate = "2018-01-20".parse().unwrap_or_default();
    let drawn = render(path, search, &Arc::new(Loaded::whole(reading)), today, Host::Server);
    // Leptos marks where texts meet.
    drawn.map(|page| page.body.replace("<!>", "")).unwrap_or_default()
}

#[track_caller]
fn has(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "{part} is not in {page}");
    }
}

#[track_caller]
fn has_not(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(!page.contains(part), "{part} is in {page}");
    }
}

#[test]
fn the_rows_of_the_agenda_carry_the_search_and_other_lists_carry_none() {
    let agenda = page(&four(), "/agenda", "dep=93&q=nom&le=2018-01-20");
    has(&agenda, &["href=\"/agenda/un?dep=93&amp;q=nom&amp;le=2018-01-20\""]);
    let department = page(&four(), "/departements/93", "dep=75");
    has(&department, &["href=\"/agenda/un\""]);
    has_not(&department, &["href=\"/agenda/un?"]);
}

#[test]
fn the_page_leads_back_to_the_search_and_through_it() {
    let drawn = page(&four(), "/agenda/trois", "dep=93&vue=mois");
    has(
        &drawn,
        &[
            "href=\"/agenda?dep=93&amp;vue=mois\">Retour à la recherche<",
            "2 sur 3",
            "rel=\"prev\" href=\"/agenda/un?dep=93&amp;vue=mois\"",
            "rel=\"next\" href=\"/agenda/quatre?dep=93&amp;vue=mois\"",
            "21 janv. 2018, 14\u{a0}h",
        ],
    );
}

#[test]
fn without_a_search_it_leads_through_the_whole_agenda() {
    let drawn = page(&four(), "/agenda/trois", "");
    has(&drawn, &["href=\"/agenda\">Retour à l’agenda<", "rel=\"prev\" href=\"/agenda/deux\""]);
    has_not(&drawn, &[" sur 4"]);
    let over = event("passe", "2017-01-01", &json!({}));
    let drawn = page(&[four(), vec![over]].concat(), "/agenda/passe", "");
    has_not(&drawn, &["rel=\"prev\"", "rel=\"next\""]);
}

#[test]
fn what_is_near_is_listed_and_nothing_is_said_when_nothing_is() {
    let drawn = page(&four(), "/agenda/trois", "dep=75");
    has(&drawn, &["Aussi près d’ici", "href=\"/agenda/un\"", "href=\"/agenda/quatre\""]);
    has_not(&drawn, &["href=\"/agenda/deux\""]);
    has_not(&page(&four(), "/agenda/deux", ""), &["Aussi près d’ici"]);
}

#[test]
fn a_status_is_said_in_words_with_what_it_means() {
    for (status, word, means) in [
        ("EventCancelled", "Annulé.", "Il n’a pas lieu."),
        (
            "EventPostponed",
            "Reporté\u{a0}: nouvelle date à venir.",
            "Il n’a pas lieu à la date prévue.",
        ),
        ("EventFull", "Complet.", "Il n’y a plus de place."),
        ("EventMovedOnline", "En ligne.", "pas sur place."),
        ("EventRescheduled", "Déplacé\u{a0}:", "la date a changé."),
    ] {
        let events = [event("e", "2018-01-21", &json!({ "eventStatus": status }))];
        let drawn = page(&events, "/agenda/e", "");
        has(&drawn, &[&format!("<strong>{word}</strong>"), means]);
        let is_off = matches!(status, "EventCancelled" | "EventPostponed");
        assert_eq!(drawn.contains("<s><time"), is_off, "{status}");
    }
    let moved = json!({ "eventStatus": "EventRescheduled", "previousStartDate": "2018-01-12" });
    let drawn = page(&[event("e", "2018-01-21", &moved)], "/agenda/e", "");
    has(&drawn, &["au lieu du <s>12 janvier 2018</s>"]);
    has_not(&page(&four(), "/agenda/un", ""), &["record-status", "<s>"]);
}

#[test]
fn sessions_say_which_are_over_and_which_comes_next_and_many_are_folded() {
    let session = |day: &str, status: &str| json!({ "startDate": day, "eventStatus": status });
    let some = json!({ "subEvent": [
        session("2018-01-10", "EventScheduled"),
        session("2018-01-25", "EventCancelled"),
        session("2018-01-26", "EventFull"),
    ] });
    let drawn = page(&[event("e", "2018-01-10", &some)], "/agenda/e", "");
    has(
        &drawn,
        &[
            "Prochaine séance\u{a0}: le vendredi 26 janvier 2018",
            ">passée<",
            "<s><time datetime=\"2018-01-25\"",
            ">Annulé<",
            ">Complet<",
        ],
    );
    assert_eq!(drawn.matches(">passée<").count(), 1);
    has_not(&drawn, &["<summary>Voir les"]);
    let many: Vec<_> =
        (10..31).map(|day| session(&format!("2018-01-{day}"), "EventScheduled")).collect();
    let many = json!({ "subEvent": many });
    has(
        &page(&[event("e", "2018-01-10", &many)], "/agenda/e", ""),
        &["<summary>Voir les 21 séances</summary>"],
    );
}

#[test]
fn the_place_has_its_address_its_map_and_its_departement() {
    let organizer = json!({ "organizer": [{ "name": "L’asso", "organization": "asso" }] });
    let drawn = page(&[event("e", "2018-01-21", &organizer)], "/agenda/e", "le=2018-01-20");
    has(
        &drawn,
        &[
            "<address",
            "93700 Drancy",
            "href=\"https://www.openstreetmap.org/search?query=1+rue+A%2C+93700+Drancy\"",
            "Voir sur la carte (OpenStreetMap)",
            "href=\"/departements/93?le=2018-01-20\"",
            "Seine-Saint-Denis (93)",
            "href=\"tel:+33140795815\"",
        ],
    );
    has_not(&drawn, &["geo:"]);
}

#[test]
fn on_an_english_page_what_the_feed_says_is_marked_as_french() {
    let more = json!({ "description": "Un texte.", "admission": "Entrée libre" });
    let drawn = page(&[event("e", "2018-01-21", &more)], "/agenda/e", "lang=en");
    has(
        &drawn,
        &[
            "<h1 id=\"titre\" tabindex=\"-1\" lang=\"fr\">",
            "lang=\"fr\" class=\"record-text\">Un texte.<",
            "lang=\"fr\">Entrée libre<",
            "lang=\"fr\" class=\"record-where\">Mairie, Drancy (93)<",
        ],
    );
    let french = page(&[event("e", "2018-01-21", &more)], "/agenda/e", "");
    has_not(&french, &["lang=\"fr\""]);
    has(&page(&four(), "/agenda", "lang=en"), &["<h3 lang=\"fr\">"]);
}
