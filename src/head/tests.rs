//! What a page says of itself, over every page of the archive and of an invented season, in both languages.

use chrono::NaiveDate;
use qsec2_domain::address::Address;
use qsec2_domain::choices::Choice;
use qsec2_domain::date::{Moment, PartialDate, YearMonth, parse_day};
use qsec2_domain::demo;
use qsec2_domain::feed::Feed;
use qsec2_domain::lang::Lang;
use qsec2_domain::pages::Page;
use qsec2_domain::reader;
use quick_xml::Reader;
use quick_xml::events::Event as Xml;
use serde_json::{Value, json};

use super::sitemap::{self, EACH, FRENCH, robots, sitemap};
use super::*;

const ORIGIN: &str = "https://agenda.example";

fn read(bytes: &[u8]) -> Loaded {
    match reader::read(bytes) {
        Ok(reading) => Loaded::whole(reading),
        Err(refusal) => panic!("{refusal}"),
    }
}

fn archive() -> Loaded {
    read(include_bytes!("../../public/feed.json"))
}

/// A season that begins in a month, as if it were not invented.
fn season(month: &str) -> Loaded {
    let month: YearMonth = month.parse().unwrap_or_else(|error| panic!("{error}"));
    let season = Feed { is_demonstration: false, ..demo::season(month, 300) };
    read(&serde_json::to_vec(&season).unwrap_or_default())
}

fn day(text: &str) -> NaiveDate {
    parse_day(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn all_pages(feed: &Feed) -> Vec<Page> {
    let events = feed.events.iter().map(|it| Page::Event(it.id.clone()));
    let stops = feed.stops.iter().map(|it| Page::Stop(it.id.clone()));
    let groups = feed.groups.iter().map(|it| Page::Group(it.id.clone()));
    Page::fixed().chain(events).chain(stops).chain(groups).collect()
}

fn at(loaded: &Loaded, path: &str, search: &str, today: &str) -> Head {
    let page = Page::parse(path);
    head(page.as_ref(), &Address::parse(search).address, loaded, day(today))
}

/// Every page in each language, of the archive and of a season, before, in and after it.
fn every_head(check: &mut dyn FnMut(&Loaded, Option<&Page>, &Head)) {
    let feeds =
        [(archive(), "2026-11-23"), (archive(), "2018-01-20"), (season("2026-10"), "2026-11-23")];
    for (loaded, today) in &feeds {
        for search in ["", "lang=en"] {
            let address = Address::parse(search).address;
            for page in all_pages(&loaded.feed) {
                check(loaded, Some(&page), &head(Some(&page), &address, loaded, day(today)));
            }
            check(loaded, None, &head(None, &address, loaded, day(today)));
        }
    }
}

/// What stands in the scripts of a head, parsed.
fn described(html: &str) -> Vec<Value> {
    let scripts = html.split(r#"<script type="application/ld+json">"#).skip(1);
    let texts = scripts.map(|rest| rest.split("</script>").next().unwrap_or_default());
    texts
        .map(|text| serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in {text}")))
        .collect()
}

fn of_type<'a>(values: &'a [Value], kind: &str) -> &'a Value {
    let found = values.iter().find(|value| value["@type"] == kind);
    found.unwrap_or_else(|| panic!("no {kind} in {values:?}"))
}

#[test]
fn every_page_has_a_title_and_a_description_that_fits_where_it_is_shown() {
    every_head(&mut |_, page, head| {
        let (title, said) = (&head.title, &head.description);
        assert!(title.ends_with(" — QSEC²") && title.chars().count() > 9, "{page:?}: {title}");
        let length = said.chars().count();
        assert!((50..=160).contains(&length), "{page:?}: {length} letters in « {said} »");
        assert!(!said.contains(['\n', '\t']) && !said.contains("  "), "{page:?}: {said}");
    });
}

#[test]
fn a_description_says_when_and_where() {
    let archive = archive();
    let said =
        |path: &str, search: &str, today: &str| at(&archive, path, search, today).description;
    let past = said("/departements/75", "", "2026-11-23");
    let open = said("/departements/75", "", "2018-01-20");
    assert!(past.contains("Dernière étape connue\u{a0}: ") && past.contains("archives"), "{past}");
    assert!(open.contains("En ce moment\u{a0}: ") && open.contains("au 10 mars 2018"), "{open}");
    let agenda = said("/agenda", "", "2026-11-23");
    assert!(
        agenda.starts_with(
            "Aucun événement annoncé pour l’instant. 13\u{a0}événements dans les archives."
        ),
        "{agenda}"
    );
    let coming = said("/agenda", "lang=en", "2018-01-20");
    assert!(
        coming.starts_with("Next date: ") && coming.contains("events running or to come."),
        "{coming}"
    );
    for stop in &archive.feed.stops {
        let path = Page::Stop(stop.id.clone()).path();
        let french = said(&path, "", "2026-11-23");
        assert!(french.starts_with("Exposition «\u{a0}"), "{french}");
        let when = crate::i18n::dates::stay(Lang::Fr, stop.span);
        assert!(french.contains(&when), "{french}");
        let town = stop.location.address_locality.clone().unwrap_or_default();
        assert!(french.contains(&format!("{town} (")), "{french}");
    }
}

#[test]
fn an_invented_season_says_so_and_is_not_to_be_found() {
    let month: YearMonth = "2026-10".parse().unwrap_or_else(|error| panic!("{error}"));
    let loaded = read(&serde_json::to_vec(&demo::season(month, 20)).unwrap_or_default());
    for page in all_pages(&loaded.feed) {
        let head = at(&loaded, &page.path(), "", "2026-11-23");
        assert_eq!(head.robots, Some("noindex, follow"), "{page}");
        assert!(head.description.starts_with("Contenu inventé"), "{}", head.description);
        for described in head.jsonld.iter().filter(|it| it.get("eventStatus").is_some()) {
            assert!(described["disambiguatingDescription"].is_string(), "{described}");
        }
    }
}

#[test]
fn a_description_is_cut_at_a_word() {
    assert_eq!(description::cut("un deux trois", 13), "un deux trois");
    assert_eq!(description::cut("un deux trois", 12), "un deux…");
    assert_eq!(description::cut("un deux, trois", 9), "un deux…");
    assert_eq!(description::cut("anticonstitutionnellement", 5), "anti…");
}

#[test]
fn each_page_is_known_under_one_address_in_each_language() {
    let archive = archive();
    let named = |text: &str| text.replace("{event}", archive.feed.events[0].id.as_str());
    for (path, search, canonical, robots) in [
        ("/", "", Some("/"), None),
        ("/agenda/", "lang=en", Some("/agenda?lang=en"), None),
        ("/agenda", "dep=75,93&gratuit=1&type=debat&saison=air", Some("/agenda"), None),
        ("/agenda", "vue=mois", Some("/agenda"), None),
        ("/itineraire", "expo=trajectoires&lang=en", Some("/itineraire?lang=en"), None),
        ("/agenda", "le=2018-01-20", Some("/agenda"), Some("noindex, follow")),
        ("/agenda", "du=2018-01-20&lang=en", Some("/agenda?lang=en"), Some("noindex, follow")),
        ("/agenda", "au=2018-01-20", Some("/agenda"), Some("noindex, follow")),
        ("/agenda", "q=air", Some("/agenda"), Some("noindex, follow")),
        ("/agenda", "mois=2018-02", Some("/agenda"), Some("noindex, follow")),
        ("/agenda/{event}", "lang=en", Some("/agenda/{event}?lang=en"), None),
        ("/agenda/{event}", "dep=93", Some("/agenda/{event}"), Some("noindex, follow")),
        (
            "/agenda/{event}",
            "vue=mois&lang=en",
            Some("/agenda/{event}?lang=en"),
            Some("noindex, follow"),
        ),
        ("/departements/75", "flux=/autre.json", Some("/departements/75"), Some("noindex, follow")),
        ("/mon-programme", "", None, Some("noindex, follow")),
        ("/espace", "", None, Some("noindex, follow")),
        ("/agenda/inconnu", "", None, Some("noindex, follow")),
        ("/nulle-part", "", None, Some("noindex, follow")),
    ] {
        let head = at(&archive, &named(path), search, "2018-01-20");
        assert_eq!(
            (head.canonical, head.robots),
            (canonical.map(named), robots),
            "{path}?{search}"
        );
        assert_eq!(head.alternates.is_empty(), robots.is_some(), "{path}?{search}");
    }
    let html = at(&archive, "/departements/75", "lang=en", "2018-01-20").to_html(Some(ORIGIN));
    for tag in [
        r#"<link rel="canonical" href="https://agenda.example/departements/75?lang=en">"#,
        r#"<link rel="alternate" hreflang="fr" href="https://agenda.example/departements/75">"#,
        r#"<link rel="alternate" hreflang="en" href="https://agenda.example/departements/75?lang=en">"#,
        r#"<link rel="alternate" hreflang="x-default" href="https://agenda.example/departements/75">"#,
        r#"<meta property="og:url" content="https://agenda.example/departements/75?lang=en">"#,
        r#"<meta property="og:image" content="https://agenda.example/og/75.png">"#,
    ] {
        assert!(html.contains(tag), "{tag} is not in {html}");
    }
}

#[test]
fn a_page_leads_programs_to_what_it_shows() {
    let archive = archive();
    let html = |path: &str, search: &str| at(&archive, path, search, "2018-01-20").to_html(None);
    let agenda =
        html("/agenda", "q=%22air%22&dep=75,93&vue=mois&mois=2018-02&lang=en&le=2018-01-20");
    let query = "?dep=75,93&amp;q=%22air%22&amp;le=2018-01-20&amp;lang=en";
    for (kind, name, ending) in
        [("text/calendar", "iCalendar", "ics"), ("application/atom+xml", "Atom", "atom")]
    {
        let tag = format!(
            r#"<link rel="alternate" type="{kind}" title="Events — QSEC² ({name})" href="/agenda.{ending}{query}">"#
        );
        assert!(agenda.contains(&tag), "{tag} is not in {agenda}");
    }
    let changes = html("/changements", "dep=75&le=2018-01-20");
    assert!(
        changes.contains(r#"title="Changements — QSEC² (Atom)" href="/changements.atom">"#),
        "{changes}"
    );
    assert_eq!(changes.matches("<link").count(), 1, "{changes}");
    for path in ["/", "/mon-programme", "/agenda/inconnu", "/departements/75"] {
        assert!(!html(path, "dep=75").contains("<link"), "{path}");
    }
    let on_files = at(&archive, "/agenda", "", "2018-01-20").without_outputs().to_html(None);
    assert!(!on_files.contains("<link"), "{on_files}");
}

#[test]
fn without_an_origin_nothing_needs_one() {
    let html = at(&archive(), "/", "", "2026-11-23").to_html(None);
    assert!(
        !html.contains("og:image") && !html.contains("og:url") && !html.contains("<link"),
        "{html}"
    );
    assert_eq!(of_type(&described(&html), "WebSite")["url"], "/");
}

#[test]
fn what_a_record_says_stays_text() {
    let name = r#"</title></script><script>alert("1")</script><!-- & '"#;
    let feed = json!({
        "version": "1.0", "name": name, "isDemonstration": false,
        "exhibitions": [{ "id": "x", "name": name }],
        "stops": [{ "id": "s", "exhibition": "x", "location": { "name": name, "department": "75" }, "description": name }],
        "events": [{ "id": "e", "name": name, "kind": "debat", "stop": "s", "description": name,
                     "organizer": [{ "name": name }] }],
        "groups": [{ "id": "g", "name": name, "department": "93", "theme": name }],
    });
    let loaded = read(feed.to_string().as_bytes());
    for path in ["/agenda/e", "/itineraire/s", "/groupes/g", "/departements/75", "/agenda", "/"] {
        let head = at(&loaded, path, "", "2018-01-20");
        let html = head.to_html(Some(ORIGIN));
        assert_eq!(html.matches("<script").count(), head.jsonld.len(), "{path}: {html}");
        assert_eq!(html.matches("</script").count(), head.jsonld.len(), "{path}: {html}");
        assert_eq!(html.matches("</title").count(), 1, "{path}: {html}");
        assert!(!html.contains("<!--"), "{path}: {html}");
        assert_eq!(described(&html).len(), head.jsonld.len(), "{path}");
    }
    let html = at(&loaded, "/agenda/e", "", "2018-01-20").to_html(Some(ORIGIN));
    assert_eq!(of_type(&described(&html), "Event")["name"], name);
}

#[test]
fn what_is_on_a_page_is_described_as_search_engines_ask() {
    every_head(&mut |loaded, page, head| {
        let described = described(&head.to_html(Some(ORIGIN)));
        for value in &described {
            assert_eq!(value["@context"], "https://schema.org", "{page:?}");
            absolute(value);
        }
        match page {
            Some(Page::Event(id)) => {
                let Some(event) = loaded.feed.event(id.as_str()) else { panic!("{id}") };
                let value = of_type(&described, "Event");
                assert_eq!(value["name"], event.name.as_str());
                assert_eq!(value["@id"], format!("{ORIGIN}/agenda/{id}"));
                assert_eq!(
                    value["url"],
                    format!("{ORIGIN}{}", head.canonical.as_deref().unwrap_or_default())
                );
                assert_eq!(value.get("superEvent").is_some(), event.stop.is_some(), "{value}");
                assert_eq!(
                    value.get("location").is_some(),
                    loaded.feed.place_of(event).is_some(),
                    "{value}"
                );
                assert_eq!(
                    value.get("subEvent").map_or(0, |it| it.as_array().map_or(0, Vec::len)),
                    event.sessions.len()
                );
                as_exact(&value["startDate"], event.span.start);
                as_exact(&value["endDate"], event.span.end);
                trail(&described, head);
            }
            Some(Page::Stop(id)) => {
                let Some(stop) = loaded.feed.stop(id.as_str()) else { panic!("{id}") };
                let value = of_type(&described, "ExhibitionEvent");
                assert!(value["location"]["address"]["addressLocality"].is_string(), "{value}");
                as_exact(&value["startDate"], stop.span.start);
                as_exact(&value["endDate"], stop.span.end);
                trail(&described, head);
            }
            Some(Page::Group(_) | Page::Department(_)) => trail(&described, head),
            Some(Page::Agenda) => {
                let list = of_type(&described, "ItemList");
                let items = list["itemListElement"].as_array().cloned().unwrap_or_default();
                assert!((1..=20).contains(&items.len()), "{list}");
                for (place, item) in items.iter().enumerate() {
                    assert_eq!(item["position"], place + 1);
                    let id = item["url"].as_str().and_then(|url| url.strip_prefix(ORIGIN));
                    let path = id.and_then(|path| path.split('?').next()).unwrap_or_default();
                    assert!(
                        Page::parse(path).is_some_and(|page| page.exists_in(&loaded.feed)),
                        "{item}"
                    );
                }
            }
            Some(Page::Home) => {
                assert!(of_type(&described, "Organization")["logo"].is_string());
                let template =
                    &of_type(&described, "WebSite")["potentialAction"]["target"]["urlTemplate"];
                let expected = match head.lang {
                    Lang::Fr => "https://agenda.example/agenda?q={search_term_string}",
                    Lang::En => "https://agenda.example/agenda?lang=en&q={search_term_string}",
                };
                assert_eq!(template, expected);
            }
            _ => assert!(described.is_empty(), "{page:?}"),
        }
    });
}

/// Every type is named, and no address is a path.
fn absolute(value: &Value) {
    match value {
        Value::Array(list) => list.iter().for_each(absolute),
        Value::Object(object) => {
            assert!(object.contains_key("@type") || object.contains_key("@id"), "{value}");
            for (key, value) in object {
                assert!(!value.is_null(), "{key}");
                if ["@id", "url", "item", "image", "logo", "sameAs", "urlTemplate"]
                    .contains(&key.as_str())
                {
                    assert!(
                        value.as_str().is_some_and(|it| it.starts_with("http")),
                        "{key}: {value}"
                    );
                }
                absolute(value);
            }
        }
        _ => {}
    }
}

/// A date in JSON-LD says exactly what is known: the same, with the distance from UTC behind an hour.
fn as_exact(said: &Value, moment: Option<Moment>) {
    match moment {
        None => assert!(said.is_null(), "{said}"),
        Some(Moment::Date(date)) => {
            let form = match date {
                PartialDate::Year(_) => 4,
                PartialDate::Month(_) => 7,
                PartialDate::Day(_) => 10,
            };
            let said = said.as_str().unwrap_or_default();
            assert_eq!((said, said.len()), (date.to_string().as_str(), form));
        }
        Some(minute) => {
            let offset = said.as_str().and_then(|said| said.strip_prefix(&minute.to_string()));
            assert!(matches!(offset, Some("+01:00" | "+02:00")), "{said}");
        }
    }
}

fn trail(described: &[Value], head: &Head) {
    let steps = of_type(described, "BreadcrumbList")["itemListElement"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    assert_eq!(steps.len(), 3);
    assert_eq!(
        steps[2]["item"],
        format!("{ORIGIN}{}", head.canonical.as_deref().unwrap_or_default())
    );
    assert_eq!(format!("{} — QSEC²", steps[2]["name"].as_str().unwrap_or_default()), head.title);
}

#[test]
fn an_hour_bears_the_offset_of_paris_unless_the_clocks_leave_it_open() {
    let described = |start: &str| {
        let event = json!({ "id": "e", "name": "Un débat", "kind": "debat", "startDate": start });
        let loaded = read(
            json!({ "version": "1.0", "name": "Essai", "events": [event] }).to_string().as_bytes(),
        );
        at(&loaded, "/agenda/e", "", "2018-01-20").jsonld[0]["startDate"].clone()
    };
    for (start, expected) in [
        ("2018-01-20T14:00", "2018-01-20T14:00+01:00"),
        ("2018-07-14T23:00", "2018-07-14T23:00+02:00"),
        ("2018-03-25T02:30", "2018-03-25T02:30"),
        ("2018-10-28T02:30", "2018-10-28T02:30"),
        ("2018-10-28", "2018-10-28"),
        ("2017-11", "2017-11"),
        ("2015", "2015"),
    ] {
        assert_eq!(described(start), expected);
    }
}

#[test]
fn what_became_of_an_event_is_said_in_words_that_schema_org_has() {
    let described = |status: &str| {
        let event = json!({ "id": "e", "name": "Un débat", "kind": "debat", "startDate": "2018-01-20",
            "eventStatus": status, "location": { "name": "Mairie", "department": "75" }, "isAccessibleForFree": true });
        let loaded = read(
            json!({ "version": "1.0", "name": "Essai", "events": [event] }).to_string().as_bytes(),
        );
        at(&loaded, "/agenda/e", "", "2018-01-20").jsonld[0].clone()
    };
    let online = described("EventMovedOnline");
    assert_eq!(online["eventStatus"], "https://schema.org/EventMovedOnline");
    assert_eq!(online["eventAttendanceMode"], "https://schema.org/OnlineEventAttendanceMode");
    assert_eq!(online["location"]["@type"], "VirtualLocation");
    let full = described("EventFull");
    assert_eq!(full["eventStatus"], "https://schema.org/EventScheduled");
    assert_eq!(
        (&full["remainingAttendeeCapacity"], &full["isAccessibleForFree"]),
        (&json!(0), &json!(true))
    );
    assert_eq!(full["location"]["address"]["addressCountry"], "FR");
    assert_eq!(described("EventCancelled")["eventStatus"], "https://schema.org/EventCancelled");
}

/// The addresses of a sitemap's file: those that it lists, and those that it links to.
fn addresses(xml: &str) -> (Vec<String>, Vec<String>) {
    let mut reader = Reader::from_str(xml);
    let (mut listed, mut linked, mut in_address) = (Vec::new(), Vec::new(), false);
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}")) {
            Xml::Eof => return (listed, linked),
            Xml::Start(start) => in_address = start.name().as_ref() == "loc",
            Xml::End(_) => in_address = false,
            Xml::Text(text) if in_address => {
                listed.push(text.to_string());
            }
            Xml::Empty(link) => {
                let href = link.try_get_attribute("href").unwrap_or_else(|error| panic!("{error}"));
                linked.extend(href.map(|href| href.value.into_owned()));
            }
            _ => {}
        }
    }
}

#[test]
fn the_sitemap_lists_each_page_that_is_to_be_found_and_no_other() {
    for loaded in [archive(), season("2026-10")] {
        let files = sitemap(&loaded.feed, ORIGIN, EACH);
        assert_eq!(files.len(), 1);
        let (mut listed, linked) = addresses(&files[0].1);
        assert_eq!(linked.len(), listed.len() * 3);
        for address in listed.iter().chain(&linked) {
            let path = address.strip_prefix(ORIGIN).unwrap_or_else(|| panic!("{address}"));
            let (path, search) = path.split_once('?').unwrap_or((path, ""));
            let head = at(&loaded, path, search, "2026-11-23");
            assert_eq!(head.canonical.as_deref(), address.strip_prefix(ORIGIN), "{address}");
            assert_eq!(head.robots, None, "{address}");
        }
        let mut expected = Vec::new();
        for page in all_pages(&loaded.feed) {
            for search in ["", "lang=en"] {
                let head = at(&loaded, &page.path(), search, "2026-11-23");
                expected.extend(head.canonical.map(|canonical| format!("{ORIGIN}{canonical}")));
            }
        }
        listed.sort();
        expected.sort();
        assert_eq!(listed, expected);
    }
    assert!(sitemap(&archive().feed, ORIGIN, EACH)[0].1.contains("<lastmod>2026-11-23</lastmod>"));
}

#[test]
fn where_pages_are_files_no_other_language_is_announced() {
    let loaded = archive();
    let (listed, linked) = addresses(&sitemap(&loaded.feed, ORIGIN, FRENCH)[0].1);
    assert!(linked.is_empty() && !listed.iter().any(|address| address.contains("lang=")));
    let (each, _) = addresses(&sitemap(&loaded.feed, ORIGIN, EACH)[0].1);
    assert_eq!(listed.len() * 2, each.len());
    for page in Page::fixed() {
        let head = at(&loaded, &page.path(), "", "2026-11-23").in_one_language();
        let html = head.to_html(Some(ORIGIN));
        assert!(!html.contains("hreflang") && !html.contains("locale:alternate"), "{html}");
        assert_eq!(head.canonical.is_some(), html.contains("rel=\"canonical\""), "{page}");
    }
}

#[test]
fn a_sitemap_of_more_than_fifty_thousand_addresses_is_an_index_of_parts() {
    let small = archive().feed;
    let group = small.groups[0].clone();
    let groups = (0..30_000).map(|number| {
        let id = format!("g-{number}").parse().unwrap_or_else(|error| panic!("{error}"));
        qsec2_domain::group::Group { id, ..group.clone() }
    });
    let feed = Feed { groups: groups.collect(), ..small };
    let files = sitemap(&feed, ORIGIN, EACH);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
    let parts = ["sitemap-1.xml", "sitemap-2.xml"].map(|name| format!("{ORIGIN}/{name}"));
    assert_eq!(addresses(&files[0].1).0, parts);
    let counts = [addresses(&files[1].1).0.len(), addresses(&files[2].1).0.len()];
    assert_eq!(counts[0], sitemap::MOST);
    let public = Page::fixed().count() - 2;
    assert_eq!(counts[0] + counts[1], 2 * (public + feed.events.len() + feed.stops.len() + 30_000));
    for other in ["sitemap-3.xml", "sitemap-0.xml", "sitemap-01.xml", "sitemap-.xml", "index.html"]
    {
        assert_eq!(sitemap::file(&feed, ORIGIN, EACH, other), None, "{other}");
    }
}

/// Whether a rule of `robots.txt` covers an address: it begins so, `*` stands for anything, and `$` for the end.
fn covers(rule: &str, address: &str) -> bool {
    match rule.split_once('*') {
        None if rule.ends_with('$') => rule.strip_suffix('$') == Some(address),
        None => address.starts_with(rule),
        Some((start, rest)) => address.strip_prefix(start).is_some_and(|after| {
            after.char_indices().any(|(at, _)| covers(rest, &after[at..])) || covers(rest, "")
        }),
    }
}

#[test]
fn robots_may_go_wherever_there_is_an_end() {
    let text = robots(Some(ORIGIN));
    assert!(text.ends_with("\nSitemap: https://agenda.example/sitemap.xml\n"));
    assert_eq!(robots(None), include_str!("../../public/robots.txt"));
    let rules: Vec<&str> =
        text.lines().filter_map(|line| line.strip_prefix("Disallow: ")).collect();
    let open: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("Allow: ")).collect();
    // Of all rules that cover an address, the longest holds.
    let longest = |rules: &[&str], address: &str| {
        rules.iter().filter(|rule| covers(rule, address)).map(|rule| rule.len()).max()
    };
    let is_closed = |address: &str| longest(&rules, address) > longest(&open, address);
    for address in [
        "/?le=2018-01-20",
        "/agenda?lang=en&le=2018-01-20",
        "/agenda?du=2018-01-01&au=2018-02-01",
        "/agenda?au=2018-02-01",
        "/agenda?dep=75&au=2018-02-01",
        "/agenda?q=air",
        "/agenda?vue=mois&mois=2018-02",
        "/groupes?flux=/autre.json",
        "/api/signups",
        "/agenda/debat?dep=93",
        "/agenda/debat?vue=mois&lang=en",
        "/agenda/debat?gratuit=1&lang=en",
    ] {
        assert!(is_closed(address), "{address}");
        let (path, search) = address.split_once('?').unwrap_or((address, ""));
        let is_endless = |page| addresses::is_endless(&page, &Address::parse(search).address);
        assert!(Page::parse(path).is_none_or(is_endless), "{address}");
    }
    for query in
        ["", "?q=air&dep=75", "?du=2018-01-01&au=2018-02-01", "?lang=en&le=2018-01-20&mois=x"]
    {
        for (path, closed) in [("ics", false), ("atom", false), ("csv", true), ("json", true)] {
            assert_eq!(is_closed(&format!("/agenda.{path}{query}")), closed, "{path}{query}");
        }
    }
    let archive = archive();
    let listed = addresses(&sitemap(&archive.feed, "", EACH)[0].1).0;
    let facets = [
        "/agenda?dep=75&niveau=college&public=tous&vue=mois",
        "/itineraire?expo=trajectoires",
        "/og/75.png",
    ];
    for address in listed.iter().map(String::as_str).chain(facets) {
        assert!(!is_closed(address), "{address}");
    }
}

#[test]
fn each_department_has_a_picture_of_its_own_and_the_rest_share_one() {
    let archive = archive();
    for department in Department::ALL {
        let head = at(&archive, &Page::Department(*department).path(), "", "2026-11-23");
        assert_eq!(head.image, format!("/og/{}.png", department.code()));
        assert!(head.image_alt.contains(department.name()), "{}", head.image_alt);
    }
    assert_eq!(at(&archive, "/agenda", "", "2026-11-23").image, "/og/site.png");
}
