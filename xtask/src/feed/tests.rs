//! The archive that is committed is clean, canonical, and what the schema describes; the tools on feeds do what they say.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use qsec2_domain::choices::Choice;
use qsec2_domain::date::YearMonth;
use qsec2_domain::demo::season;
use qsec2_domain::department::{Department, Territory};
use qsec2_domain::feed::Feed;
use qsec2_domain::lang::Lang;
use qsec2_domain::reader::{Limits, read};
use qsec2_domain::schema::schema;
use qsec2_domain::slices::build;
use qsec2_domain::stop::Phase;

use super::check::describe;
use super::{canonical, jsonld};
use crate::root;

fn archive_bytes() -> Result<Vec<u8>> {
    Ok(fs::read(root().join("public/feed.json"))?)
}

fn archive() -> Result<Feed> {
    Ok(read(&archive_bytes()?)?.feed)
}

fn assert_fits_the_schema(feed: &[u8]) -> Result<()> {
    let validator = jsonschema::validator_for(&schema())?;
    let value = serde_json::from_slice(feed)?;
    let faults: Vec<_> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
    ensure!(faults.is_empty(), "{faults:?}");
    Ok(())
}

#[test]
fn the_archive_is_clean() -> Result<()> {
    let report = read(&archive_bytes()?)?.report;
    ensure!(report.is_clean(), "{:?}", report.problems().first());
    Ok(())
}

#[test]
fn the_archive_stands_as_import_writes_it() -> Result<()> {
    let is_canonical = canonical(&archive()?)? == archive_bytes()?;
    ensure!(is_canonical, "run `cargo xtask feed import public/feed.json --out public/feed.json`");
    Ok(())
}

#[test]
fn the_archive_fits_its_schema() -> Result<()> {
    assert_fits_the_schema(&archive_bytes()?)
}

#[test]
fn an_invented_season_fits_the_schema() -> Result<()> {
    let from = YearMonth::new(2026, 9).context("a month")?;
    assert_fits_the_schema(&canonical(&season(from, 300))?)
}

#[test]
fn the_index_of_a_feed_in_slices_fits_the_schema() -> Result<()> {
    let from = YearMonth::new(2026, 9).context("a month")?;
    let mut index = Vec::new();
    build(&canonical(&season(from, 300))?, Limits::NATIVE, 0, &mut |name, bytes| {
        if name == "feed.json" {
            index = bytes;
        }
        Ok(())
    })?;
    let outline = &serde_json::from_slice::<serde_json::Value>(&index)?["eventSlices"];
    ensure!(outline["events"] == 300);
    assert_fits_the_schema(&index)
}

#[test]
fn what_the_site_gives_out_as_json_fits_the_schema() -> Result<()> {
    for name in ["agenda.json", "demo.json"] {
        let path = root().join("domain/tests/outputs").join(name);
        assert_fits_the_schema(&fs::read(path)?).context(name)?;
    }
    Ok(())
}

#[test]
fn the_schema_refuses_what_is_no_feed() {
    assert!(
        assert_fits_the_schema(br#"{"version":"1.0","name":"x","events":[{"name":3}]}"#).is_err()
    );
}

#[test]
fn each_department_has_the_operator_and_the_telephone_of_the_brochure() -> Result<()> {
    let feed = archive()?;
    let expected = [
        ("75", "espgg", "01 40 79 58 15"),
        ("77", "terre-avenir", "01 64 00 13 58"),
        ("78", "asts", "01 44 89 82 85"),
        ("91", "planete-sciences-idf", "01 64 97 82 34"),
        ("92", "paris-montagne", "01 58 07 66 66"),
        ("93", "science-ouverte", "01 41 50 68 44"),
        ("94", "exploradome", "01 43 91 16 24"),
        ("95", "petits-debrouillards-idf", "01 30 25 75 81"),
    ];
    for (code, id, telephone) in expected {
        let department = Department::from_code(code).context(code)?;
        let operator = feed.operator(department).context(code)?;
        let contact = operator.contact_point.first().context(code)?;
        assert_eq!((operator.id.as_str(), contact.telephone.as_deref()), (id, Some(telephone)));
        assert!(contact.known_from.as_deref().unwrap_or_default().contains("brochure"));
    }
    Ok(())
}

#[test]
fn every_record_of_the_archive_says_where_it_comes_from() -> Result<()> {
    let value: serde_json::Value = serde_json::from_slice(&archive_bytes()?)?;
    let lists = value.as_object().context("an object")?.values().filter_map(|list| list.as_array());
    for record in lists.flatten() {
        let is_from_the_brochure =
            record["precision"].as_str().unwrap_or_default().contains("brochure");
        ensure!(record["source"].is_array() || is_from_the_brochure, "{record}");
    }
    Ok(())
}

#[test]
fn what_came_after_the_project_is_marked_so() -> Result<()> {
    let feed = archive()?;
    let after = feed.stops.iter().filter(|stop| stop.phase == Phase::Afterwards);
    let after: Vec<_> = after.map(|stop| stop.id.as_str()).collect();
    assert_eq!(after, ["apres-traj-33-bordeaux", "apres-air-94-exploradome"]);
    for stop in &feed.stops {
        let is_within = stop.location.department.as_ref().and_then(Territory::department).is_some();
        assert!(is_within || stop.phase == Phase::Afterwards, "{}", stop.id);
    }
    Ok(())
}

#[test]
fn a_bad_feed_is_told_record_line_pointer_fault_and_cure() -> Result<()> {
    let bad = b"{\"version\":\"1.0\",\"name\":\"x\",\n\"events\":[\n {\"id\":\"bal\",\"name\":\"Bal\",\n  \"startDate\":\"2018-02-30\"}]}";
    let report = read(bad)?.report;
    let text = describe(Path::new("f.json"), bad, &report, Lang::Fr);
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines[0], "f.json:4  event bal  /events/0/startDate");
    assert!(
        lines[1].contains("2018-02-30") && lines[1].contains("valeur laissée de côté"),
        "{text}"
    );
    assert!(lines[2].trim_start().starts_with("→ Écrivez 2018"), "{text}");
    let english = describe(Path::new("f.json"), bad, &report, Lang::En);
    assert!(english.contains("→ Write 2018"), "{english}");
    Ok(())
}

/// Two events as agendas publish them.
const JSON_LD: &[u8] = br#"{"@context":"https://schema.org","@graph":[
 {"@type":"WebSite","name":"Agenda"},
 {"@type":["Event","ScreeningEvent"],"url":"https://a.example/agenda/Cin%C3%A9-Nuit/","name":{"@value":"Nuit","@language":"fr"},
  "startDate":"2018-01-09T22:30:00Z","endDate":"2018-07-10T00:30+02:00","eventStatus":"https://schema.org/EventCancelled",
  "isAccessibleForFree":"True","location":[{"@type":"VirtualLocation","url":"https://a.example"},
  {"@type":"Place","name":"Salle","address":{"@type":"PostalAddress","postalCode":"93700","addressLocality":"Drancy"}}],
  "organizer":{"@type":"Organization","name":"Association"}},
 {"@type":"schema:Event","name":"Nuit \u00e9toil\u00e9e","startDate":"2018-02-03"},
 {"@type":"Event","name":"Nuit \u00e9toil\u00e9e","startDate":"2018-02-04"}]}"#;

#[test]
fn schema_org_events_become_a_feed_in_paris_time() -> Result<()> {
    let bytes = jsonld::to_feed(JSON_LD).context("events")?;
    let reading = read(&bytes)?;
    assert!(reading.report.is_clean(), "{:?}", reading.report.problems());
    let [film, first, second] = reading.feed.events.as_slice() else { panic!("three events") };
    assert_eq!(film.span.start.map(|it| it.to_string()).as_deref(), Some("2018-01-09T23:30"));
    assert_eq!(film.span.end.map(|it| it.to_string()).as_deref(), Some("2018-07-10T00:30"));
    assert_eq!((film.name.as_str(), film.kind.code()), ("Nuit", "projection"));
    assert_eq!(
        (film.event_status.code(), film.is_accessible_for_free),
        ("EventCancelled", Some(true))
    );
    let place = film.location.as_ref().context("a place")?;
    assert_eq!(place.department.as_ref().map(Territory::code), Some("93"));
    assert_eq!(film.organizer[0].name, "Association");
    assert_eq!((first.id.as_str(), second.id.as_str()), ("nuit-etoilee", "nuit-etoilee-2"));
    Ok(())
}

#[test]
fn a_feed_is_no_json_ld() -> Result<()> {
    assert_eq!(jsonld::to_feed(&archive_bytes()?), None);
    assert_eq!(jsonld::to_feed(b"[]"), None);
    assert_eq!(jsonld::to_feed(b"{"), None);
    Ok(())
}
