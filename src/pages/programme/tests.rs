//! A programme that a link names, drawn natively: rows in the order of the outputs, what is at the same time in words.

use std::sync::Arc;

use qsec2_domain::programme::clashes;
use qsec2_domain::reader;

use crate::render::{Rendered, render};
use crate::state::feed::Loaded;
use crate::state::host::Host;

fn loaded() -> Arc<Loaded> {
    let event = |id: &str, start: &str, end: &str| {
        format!(
            r#"{{"id": "{id}", "name": "Le {id}", "startDate": "{start}", "endDate": "{end}"}}"#
        )
    };
    let events = [
        event("bal", "2018-01-20T14:00", "2018-01-20T16:00"),
        event("debat", "2018-01-20T15:00", "2018-01-20T17:00"),
        event("hier", "2018-01-19T15:00", "2018-01-19T17:00"),
        event("autre", "2018-01-20T15:00", "2018-01-20T17:00"),
    ];
    let feed = format!(r#"{{"version": "1.0", "events": [{}]}}"#, events.join(","));
    let Ok(reading) = reader::read(feed.as_bytes()) else { panic!("the feed reads") };
    Arc::new(Loaded::whole(reading))
}

fn drawn(search: &str) -> Rendered {
    let today = "2018-01-20".parse().unwrap_or_default();
    let drawn = render("/mon-programme", search, &loaded(), today, Host::Server);
    drawn.unwrap_or_else(|| panic!("it is drawn"))
}

fn ids(body: &str) -> Vec<&str> {
    body.split("data-event=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn a_link_is_drawn_without_the_app_in_the_order_of_its_outputs() {
    let page = drawn("evenements=hier,debat,bal,parti");
    assert_eq!(page.head.title, "Programme partagé — QSEC²");
    assert_eq!(page.head.robots, Some("noindex, follow"));
    assert_eq!(ids(&page.body), ["bal", "debat", "hier"]);
    for part in [
        "En même temps que\u{a0}: Le debat, 15\u{a0}h – 17\u{a0}h",
        "En même temps que\u{a0}: Le bal, 14\u{a0}h – 16\u{a0}h",
        "1\u{a0}rendez-vous passé",
        "1\u{a0}événement de ce lien n’est plus dans le programme.",
        "Garder ces événements sur cet appareil",
        "href=\"/mon-programme?evenements=hier,debat,bal,parti\"",
    ] {
        assert!(page.body.contains(part), "{part} is not in {}", page.body);
    }
    assert!(!page.body.contains("Le autre") && !page.body.contains("Retirer"));
    let ids: Vec<_> = ["hier", "debat", "bal"].iter().filter_map(|id| id.parse().ok()).collect();
    let today = "2018-01-20".parse().unwrap_or_default();
    let arranged = super::arranged(&loaded(), &ids, today).unwrap_or_default();
    assert_eq!(clashes(&arranged.coming), [[1], [0]]);
}

#[test]
fn without_a_link_the_page_is_of_the_device_and_names_no_output() {
    let page = drawn("lang=en");
    assert_eq!(page.head.title, "My programme — QSEC²");
    assert_eq!(page.head.outputs, []);
    assert_eq!(ids(&page.body), [""; 0]);
    let subscribed = drawn("evenements=bal&lang=en").head.outputs;
    let paths: Vec<_> = subscribed.iter().map(|it| it.path.as_str()).collect();
    assert_eq!(
        paths,
        ["/mon-programme.ics?evenements=bal&lang=en", "/mon-programme.atom?evenements=bal&lang=en"]
    );
}

#[test]
fn a_hostile_list_of_events_stays_text() {
    let body = drawn("evenements=%3Cscript%3E,bal%22onload=%22,..%2f").body;
    // A quote in text is text; no tag may come of it.
    assert!(body.contains("&lt;script") && !body.contains("<script"), "{body}");
}
