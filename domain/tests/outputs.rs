//! The outputs, byte by byte as they are in `outputs/`, and each calendar as two readers of others understand it.
//!
//! When an output is meant to change, write the files anew and look at the difference:
//! `QSEC2_WRITE_OUTPUTS=1 cargo test -p qsec2-domain --test outputs`. The readers are installed by
//! `cargo xtask test native`; without them the tests here fail.

#[path = "outputs/meant.rs"]
mod meant;

use std::path::PathBuf;
use std::process::Command;

use qsec2_domain::address::{Format, OutputAddress};
use qsec2_domain::agenda::Agenda;
use qsec2_domain::changes;
use qsec2_domain::date::parse_day;
use qsec2_domain::event::EventStatus;
use qsec2_domain::feed::Feed;
use qsec2_domain::lang::Lang;
use qsec2_domain::outputs::{Occurrence, Origin, Output, Selection, atom, write};
use qsec2_domain::reader::read;
use serde_json::Value;

use meant::{MEANT, PARIS};

/// A feed with everything that is hard to write.
const FEED: &str = include_str!("outputs/feed.json");

/// How a programme says that files are to be written anew.
const WRITE: &str = "QSEC2_WRITE_OUTPUTS";

/// Every file: its name, the query, and whether the feed is invented.
const FILES: [(&str, Format, &str, bool); 9] = [
    ("agenda.ics", Format::Calendar, "", false),
    ("annulations.ics", Format::Calendar, "annulations=visibles", false),
    ("paris.ics", Format::Calendar, "dep=75&lang=en", false),
    ("demo.ics", Format::Calendar, "dep=93", true),
    ("agenda.atom", Format::Atom, "", false),
    ("demo.atom", Format::Atom, "dep=93&type=debat&lang=en", true),
    ("agenda.csv", Format::Table, "", false),
    ("agenda.json", Format::Records, "", false),
    ("demo.json", Format::Records, "dep=93", true),
];

fn feed() -> Feed {
    read(FEED.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal}")).feed
}

fn origin() -> Origin {
    "https://agenda.example".parse().unwrap_or_else(|_| unreachable!())
}

/// What is written of a feed that is over, for a query.
fn output(feed: &Feed, format: Format, search: &str) -> Output {
    let parsed = OutputAddress::parse(search);
    assert_eq!(parsed.unreadable, []);
    let address = parsed.address;
    let today = parse_day("2019-01-01").unwrap_or_default();
    let found = Agenda::new(feed).find(&address.query, today);
    let rows = Occurrence::of_rows(feed, &found.rows);
    write(format, &Selection::agenda(feed, &origin(), &address), &rows)
}

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/outputs").join(name)
}

/// Compares a text with its file, or writes it.
#[track_caller]
fn assert_is_file(name: &str, text: &str) {
    let path = path(name);
    if std::env::var_os(WRITE).is_some() {
        std::fs::write(&path, text).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    let written = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
    let lines = || text.split('\n').zip(written.split('\n')).find(|(new, old)| new != old);
    assert!(text == written, "{name} is other than it was; {WRITE}=1 writes it. {:#?}", lines());
}

#[test]
fn every_output_is_byte_by_byte_the_one_that_was_looked_at() {
    for (name, format, search, is_demonstration) in FILES {
        let feed = Feed { is_demonstration, ..feed() };
        assert_is_file(name, &output(&feed, format, search).text);
    }
}

#[test]
fn the_change_log_is_byte_by_byte_the_one_that_was_looked_at() {
    let after = feed();
    let mut before = feed();
    before.events.retain(|event| event.id.as_str() != "bal");
    for event in &mut before.events {
        match event.id.as_str() {
            "annule" => event.event_status = EventStatus::Scheduled,
            "ete" => event.span.start = event.span.start.and(event.span.end),
            "accents" => event.location = None,
            "complet" => event.name.push_str(" & <à> moitié"),
            _ => {}
        }
    }
    let mut gone = before.events[0].clone();
    gone.id = "retire".parse().unwrap_or_else(|_| unreachable!());
    before.events.push(gone);
    let log = changes::entries(&before, &after, parse_day("2018-01-16").unwrap_or_default());
    assert_eq!(log.len(), 6);
    assert_is_file("changements.atom", &atom::log(&origin(), Lang::Fr, &after, &log));
}

#[test]
fn what_a_calendar_leaves_out_is_counted() {
    let output = output(&feed(), Format::Calendar, "");
    assert_eq!((output.written, output.left_out), (MEANT.len(), 7));
}

/// What a reader understands of calendars, in their order.
fn understood(mut reader: Command, names: &[&str]) -> Vec<Value> {
    let output = reader.args(names.iter().map(|name| path(name))).output();
    let output = output.unwrap_or_else(|error| {
        panic!("{reader:?}: {error}. `cargo xtask test native` installs what this test needs")
    });
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{errors}\n`cargo xtask test native` installs what this test needs"
    );
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}\n{errors}"))
}

/// Python's `icalendar`, which goes by the IANA tables, where `cargo xtask` installs it.
fn python() -> Command {
    let installed = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/tools/python/bin/python3");
    let mut python = Command::new(installed);
    python.arg("-I").arg(path("read_ics.py"));
    python
}

/// npm's `ical.js`, which goes by the `VTIMEZONE` of the file.
fn node() -> Command {
    let mut node = Command::new("node");
    node.arg(path("read_ics.mjs"));
    node
}

/// The events that were meant, as both readers should understand them.
fn meant(list: &[meant::Meant], feed: &Feed, shows_cancelled: bool) -> Vec<Value> {
    let one = |(uid, status, start, end, mark): &meant::Meant| {
        let id = uid.split('.').next().unwrap_or(uid);
        let event = feed.event(id).unwrap_or_else(|| panic!("{id}"));
        let is_cancelled = *status == "CANCELLED";
        let mark = if is_cancelled && shows_cancelled { "ANNULÉ : " } else { *mark };
        let status = if is_cancelled && shows_cancelled { "CONFIRMED" } else { *status };
        serde_json::json!({ "uid": format!("{uid}@qsec2.fr"), "status": status, "start": start,
            "end": (!end.is_empty()).then_some(end), "summary": format!("{mark}{}", event.name) })
    };
    list.iter().map(one).collect()
}

/// Only what is meant in so many words.
fn without_prose(calendar: &Value) -> Vec<Value> {
    let mut events = calendar.as_array().cloned().unwrap_or_default();
    for event in &mut events {
        let event = event.as_object_mut().unwrap_or_else(|| panic!("{calendar}"));
        event.retain(|name, _| name != "description" && name != "location");
    }
    events
}

#[test]
fn two_readers_understand_every_calendar_as_it_was_meant() {
    let names = ["agenda.ics", "annulations.ics", "paris.ics", "demo.ics"];
    let feed = feed();
    let (one, other) = (understood(python(), &names), understood(node(), &names));
    for (one, other) in one.iter().zip(&other) {
        let events = [one, other].map(|it| it.as_array().cloned().unwrap_or_default());
        let differ = events[0].iter().zip(&events[1]).find(|(one, other)| one != other);
        assert_eq!(differ, None, "the readers differ");
    }
    for calendars in [one, other] {
        assert_eq!(without_prose(&calendars[0]), meant(&MEANT, &feed, false));
        assert_eq!(without_prose(&calendars[1]), meant(&MEANT, &feed, true));
        assert_eq!(without_prose(&calendars[2]), meant(&PARIS, &feed, false));
        let hostile = calendars[0].as_array().into_iter().flatten();
        let hostile =
            hostile.filter(|event| event["uid"] == "hostile@qsec2.fr").collect::<Vec<_>>();
        let event = feed.event("hostile").unwrap_or_else(|| panic!());
        let told = hostile[0]["description"].as_str().unwrap_or_default();
        assert!(told.starts_with(event.description.as_deref().unwrap_or("none")), "{told}");
        for event in calendars[3].as_array().into_iter().flatten() {
            assert!(event["summary"].as_str().is_some_and(|name| name.starts_with("[démo] ")));
        }
    }
}
