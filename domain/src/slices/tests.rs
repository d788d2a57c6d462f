//! A feed in slices reads as the feed in one file, whatever is asked; and no bytes break the reading.

mod broken;
mod first;
mod shelf;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::build::{BuildError, Built, Sizes, build_in};
use super::*;
use crate::agenda::tests::feeds::{feeds, queries, todays};
use crate::agenda::{Agenda, Found, Heading};
use crate::choices::{Choice as _, Choices};
use crate::date::days_after;
use crate::demo::season;
use crate::department::Department;
use crate::feed::Feed;
use crate::id::Id;
use crate::query::Query;
use crate::reader::{Limits, Reading, read, read_slice};

/// Pieces so small that few events fill several.
const SMALL: Sizes = Sizes {
    rows: 3,
    opening: 5,
    slice: 3,
    slice_bytes: 4000,
    ids: 4,
    words: 40,
    stop: 2,
    changed: 3,
};

/// A feed in slices, all of whose files are at hand.
struct Cut {
    reading: Reading,
    outline: Outline,
    directory: Directory,
    catalogue: Agenda,
    files: BTreeMap<String, Vec<u8>>,
    built: Built,
}

impl Cut {
    fn new(bytes: &[u8], sizes: Sizes) -> Self {
        let mut files = BTreeMap::new();
        let built = build_in(bytes, Limits::NATIVE, 0, sizes, &mut |name, bytes| {
            assert!(files.insert(name.to_owned(), bytes).is_none(), "{name} twice");
            Ok(())
        });
        let built = built.unwrap_or_else(|error| panic!("{error}"));
        let reading = read(&files["feed.json"]).unwrap_or_else(|error| panic!("{error}"));
        let Some(outline) = reading.outline.clone() else { panic!("no outline") };
        let bytes = |name: &str| &files[&[FOLDER, name].concat()];
        let Some(directory) = Directory::read(bytes(outline.directory())) else {
            panic!("no directory")
        };
        let Some(catalogue) = Agenda::from_catalogue(bytes(directory.catalogue())) else {
            panic!("no catalogue")
        };
        Self { reading, outline, directory, catalogue, files, built }
    }

    fn bytes(&self, name: &str) -> &[u8] {
        &self.files[&[FOLDER, name].concat()]
    }

    /// The feed with the events of a slice.
    fn with(&self, name: &str) -> Feed {
        let slice = read_slice(self.bytes(name), &self.reading.feed);
        let slice = slice.unwrap_or_else(|error| panic!("{name}: {error}"));
        Feed { events: slice.events, ..self.reading.feed.clone() }
    }

    /// The feed with all events, in the order of the catalogue.
    fn whole(&self) -> Feed {
        let events = self.directory.slices().flat_map(|name| self.with(name).events).collect();
        Feed { events, ..self.reading.feed.clone() }
    }

    fn words(&self, files: Vec<&str>) -> Vec<Words> {
        files.into_iter().filter_map(|name| Words::read(self.bytes(name))).collect()
    }

    fn find(&self, query: &Query, today: NaiveDate) -> Found {
        let mut words = self.words(self.directory.words_for(&query.words));
        let parts: Vec<_> = words.iter().collect();
        let mut corrections = Vec::new();
        if Vocabulary::is_needed(&parts, &query.words) {
            let vocabulary =
                self.directory.vocabulary().and_then(|name| Vocabulary::read(self.bytes(name)));
            let Some(vocabulary) = vocabulary else { panic!("no vocabulary") };
            corrections = vocabulary.corrections(&parts, &query.words);
        }
        words.extend(self.words(self.directory.words_for_corrections(&corrections)));
        let parts: Vec<_> = words.iter().collect();
        let ranks = self.catalogue.ranks_with(&parts, corrections, query);
        self.catalogue.find_ranked(query, &ranks, today)
    }

    /// What is shown first, and the feed that the rows are of.
    fn first(&self, query: &Query, today: NaiveDate) -> Option<(Feed, Found)> {
        let day = self.outline.day(query, today)?;
        let month = Month::read(self.bytes(self.outline.month(day)?))?;
        let feed = self.with(month.opening(day)?);
        let found = self.outline.found(&month, &Agenda::new(&feed), query, today)?;
        Some((feed, found))
    }
}

/// The rows by what they show, whatever number their events have.
fn shown<'f>(feed: &'f Feed, found: &Found) -> Vec<(&'f Id, u16, Heading)> {
    let rows = found.rows.iter();
    rows.map(|row| (&feed.events[row.event as usize].id, row.session, row.heading)).collect()
}

/// The bytes of a feed with all that its events refer to.
fn text_of(feed: &Feed) -> String {
    let mut value = serde_json::to_value(feed).unwrap_or_default();
    value["name"] = json!("Essai");
    value["version"] = json!("1.0");
    value["seasons"] = json!([{ "id": "mobilites", "name": "M" }, { "id": "air", "name": "A" }]);
    value["exhibitions"] = json!([
        { "id": "trajectoires", "name": "T" },
        { "id": "souffle", "name": "S", "season": "air" },
    ]);
    serde_json::to_string_pretty(&value).unwrap_or_default()
}

fn demo(from: &str, events: usize) -> Feed {
    season(from.parse().unwrap_or_else(|_| panic!("{from}")), events)
}

/// Small feeds on few days, of which some events can't be read; and invented seasons.
fn texts() -> impl Strategy<Value = String> {
    let demo = (0..120_usize).prop_map(|events| demo("2017-09", events));
    prop_oneof![
        3 => feeds().prop_map(|feed| text_of(&feed)),
        1 => demo.prop_map(|feed| serde_json::to_string(&feed).unwrap_or_default()),
    ]
}

fn sizes() -> impl Strategy<Value = Sizes> {
    let rows = (1..6_usize, 0..4_usize);
    prop_oneof![
        1 => Just(Sizes::default()),
        3 => rows.prop_map(|(rows, more)| Sizes { rows, opening: rows + more, ..SMALL }),
    ]
}

/// Any day of the small feeds and of the seasons.
fn days() -> impl Strategy<Value = NaiveDate> {
    let day = |days| days_after(crate::agenda::tests::records::day("2017-08-25"), days);
    prop_oneof![1 => todays(), 1 => (0..800_u64).prop_map(day)]
}

/// Queries that an outline can count.
fn plain_queries() -> impl Strategy<Value = Query> {
    (proptest::option::weighted(0.3, days()), any::<bool>()).prop_map(|(from, all)| Query {
        from,
        departments: if all { Department::ALL.iter().copied().collect() } else { Choices::NONE },
        ..Query::default()
    })
}

fn whole(text: &str) -> Reading {
    read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn both_forms_read_the_same(text in texts(), sizes in sizes()) {
        let (cut, whole) = (Cut::new(text.as_bytes(), sizes), whole(&text));
        let mut feed = cut.whole();
        feed.events.sort_by(|one, other| one.id.cmp(&other.id));
        let mut expected = whole.feed;
        expected.events.sort_by(|one, other| one.id.cmp(&other.id));
        prop_assert_eq!(feed, expected);
        prop_assert_eq!(&cut.built.report, &whole.report);
        prop_assert_eq!(cut.reading.report.omitted(), whole.report.omitted());
        prop_assert_eq!(cut.built.files + 1, cut.files.len());
    }

    #[test]
    fn the_catalogue_finds_what_the_whole_feed_does(text in texts(), sizes in sizes(), query in queries(), today in days()) {
        let (cut, whole) = (Cut::new(text.as_bytes(), sizes), whole(&text));
        let expected = Agenda::new(&whole.feed).find(&query, today);
        let found = cut.find(&query, today);
        let all = cut.whole();
        prop_assert_eq!(shown(&all, &found), shown(&whole.feed, &expected));
        prop_assert_eq!(Found { rows: Vec::new(), ..found }, Found { rows: Vec::new(), ..expected });
    }

    #[test]
    fn the_outline_counts_what_the_whole_feed_does_and_shows_the_first_of_it(
        text in texts(), sizes in sizes(), query in plain_queries(), today in days(),
    ) {
        let (cut, whole) = (Cut::new(text.as_bytes(), sizes), whole(&text));
        let expected = Agenda::new(&whole.feed).find(&query, today);
        let Some((feed, found)) = cut.first(&query, today) else {
            // Only a choice of départements may be too much, and only where something lies elsewhere.
            prop_assert!(!query.departments.is_empty());
            let all = Agenda::new(&whole.feed).find(&Query::default(), today);
            let lie_within = |it: &Found| it.events + it.past;
            let within = Agenda::new(&whole.feed).find(&Query { from: None, ..query }, today);
            prop_assert!(lie_within(&within) < lie_within(&all));
            return Ok(());
        };
        let (rows, all) = (shown(&feed, &found), shown(&whole.feed, &expected));
        prop_assert!(rows.len() >= all.len().min(sizes.rows), "{} of {}", rows.len(), all.len());
        prop_assert_eq!(&rows[..], &all[..rows.len().min(all.len())]);
        prop_assert_eq!(found.has_more, rows.len() < all.len());
        prop_assert_eq!(
            (found.scope, found.events, found.past, found.facets),
            (expected.scope, expected.events, expected.past, expected.facets)
        );
    }

    #[test]
    fn the_last_rows_of_the_archive_are_at_hand(text in texts(), sizes in sizes()) {
        let (cut, whole) = (Cut::new(text.as_bytes(), sizes), whole(&text));
        let today = crate::agenda::tests::records::day("2199-12-31");
        let find = |feed: &Feed| Agenda::new(feed).find(&Query::default(), today).last(sizes.rows);
        let last = cut.with(cut.outline.last());
        let ids = |feed: &Feed| -> Vec<_> {
            let rows = find(feed).into_iter();
            rows.map(|row| (feed.events[row.event as usize].id.clone(), row.session)).collect()
        };
        prop_assert_eq!(ids(&last), ids(&whole.feed));
    }

    #[test]
    fn every_event_is_found_by_its_id(text in texts(), sizes in sizes()) {
        let (cut, whole) = (Cut::new(text.as_bytes(), sizes), whole(&text));
        for event in &whole.feed.events {
            let id = event.id.as_str();
            let found = cut.directory.ids_for(id).and_then(|name| find_id(cut.bytes(name), id));
            let places = found.unwrap_or_default().into_iter();
            let mut places = places.filter_map(|event| cut.directory.place_of(event));
            let is_there = places.any(|(slice, place)| {
                let name = cut.directory.slice(slice);
                name.is_some_and(|name| cut.with(name).events.get(place) == Some(event))
            });
            prop_assert!(is_there);
        }
        let none = cut.directory.ids_for("nobody").and_then(|name| find_id(cut.bytes(name), "nobody"));
        prop_assert_eq!(none, Some(Vec::new()));
    }

    #[test]
    fn the_slices_of_a_stop_hold_all_of_its_events(text in texts(), sizes in sizes()) {
        let (cut, whole) = (Cut::new(text.as_bytes(), sizes), whole(&text));
        for stop in &whole.feed.stops {
            let Some(slices) = cut.directory.slices_of_stop(stop.id.as_str()) else { continue };
            let slices: Vec<_> = slices.filter_map(|slice| cut.directory.slice(slice)).collect();
            prop_assert!(slices.len() <= sizes.stop);
            let here = |feed: &Feed| feed.events.iter().filter(|it| it.stop.as_ref() == Some(&stop.id)).count();
            let found: usize = slices.iter().map(|name| here(&cut.with(name))).sum();
            prop_assert_eq!(found, here(&whole.feed));
        }
    }

    #[test]
    fn the_same_bytes_give_the_same_files_and_all_are_needed(text in texts(), sizes in sizes()) {
        let cut = Cut::new(text.as_bytes(), sizes);
        prop_assert_eq!(&cut.files, &Cut::new(text.as_bytes(), sizes).files);
        let named = files_of(&cut.files["feed.json"], &mut |name| Ok(cut.files[name].clone()));
        let written = cut.files.keys().filter(|name| *name != "feed.json").cloned().collect();
        prop_assert_eq!(named, Some(written));
    }

    #[test]
    fn what_departments_hold_is_known(text in texts()) {
        let (cut, whole) = (Cut::new(text.as_bytes(), SMALL), whole(&text));
        let archive = crate::agenda::tests::records::day("2199-12-31");
        let facets = Agenda::new(&whole.feed).find(&Query::default(), archive).facets;
        for &department in Department::ALL {
            let known = u32::try_from(cut.outline.events_in(department));
            prop_assert_eq!(known, Ok(facets.departments.get(department)));
        }
        prop_assert_eq!(cut.outline.first_day(), whole.feed.first_event_day());
        prop_assert_eq!(cut.outline.events(), whole.feed.events.len());
    }

    #[test]
    fn bad_records_and_taken_ids_are_reported_as_in_one_file(
        feed in feeds(), copies in prop::collection::vec((any::<Index>(), any::<Index>(), 0..5_u8), 0..6),
    ) {
        let mut value: Value = serde_json::from_str(&text_of(&feed)).unwrap_or_default();
        if let Some(events) = value["events"].as_array_mut() {
            for (from, to, how) in copies {
                let mut copy = if events.is_empty() { json!({ "id": "e" }) } else { events[from.index(events.len())].clone() };
                match how {
                    0 => copy = json!(3),
                    1 if copy.is_object() => copy["name"] = Value::Null,
                    2 if copy.is_object() => copy["startDate"] = json!("2018-02-30"),
                    _ => {}
                }
                events.insert(to.index(events.len() + 1), copy);
            }
        }
        let text = value.to_string();
        let (cut, whole) = (Cut::new(text.as_bytes(), SMALL), whole(&text));
        prop_assert_eq!(&cut.built.report, &whole.report);
        prop_assert_eq!(cut.whole().events.len(), whole.feed.events.len());
        prop_assert!(cut.reading.feed.events.is_empty());
        prop_assert_eq!(cut.reading.report.omitted(), whole.report.omitted());
    }
}

#[test]
fn a_small_feed_stays_one_file() {
    let bytes = serde_json::to_vec(&demo("2026-09", 3)).unwrap_or_default();
    let mut files = Vec::new();
    let built = build(&bytes, Limits::NATIVE, bytes.len(), &mut |name, written| {
        files.push((name.to_owned(), written == bytes));
        Ok(())
    });
    assert_eq!(built.map(|built| (built.events, built.files)).ok(), Some((3, 0)));
    assert_eq!(files, [("feed.json".to_owned(), true)]);
}

#[test]
fn a_feed_in_slices_is_not_cut_again() {
    let cut = Cut::new(&serde_json::to_vec(&demo("2026-09", 3)).unwrap_or_default(), SMALL);
    let again = build(&cut.files["feed.json"], Limits::NATIVE, THRESHOLD, &mut |_, _| Ok(()));
    assert!(matches!(again, Err(BuildError::AlreadyCut)));
}

#[test]
fn the_index_comes_last_and_nothing_is_written_after_a_failure() {
    let bytes = serde_json::to_vec(&demo("2026-09", 50)).unwrap_or_default();
    let mut names = Vec::new();
    let built = build_in(&bytes, Limits::NATIVE, 0, SMALL, &mut |name, _| {
        names.push(name.to_owned());
        Ok(())
    });
    assert!(built.is_ok());
    assert_eq!(names.iter().position(|name| name == "feed.json"), Some(names.len() - 1));
    for most in [0, 1, names.len() / 2, names.len() - 1] {
        let mut written = 0;
        let built = build_in(&bytes, Limits::NATIVE, 0, SMALL, &mut |_, _| {
            written += 1;
            if written > most { Err(std::io::Error::other("full")) } else { Ok(()) }
        });
        assert!(matches!(built, Err(BuildError::Io(_))));
        assert_eq!(written, most + 1);
    }
}

#[test]
fn what_is_shown_first_does_not_grow_with_the_archive() {
    let first = |events: usize| {
        let bytes = serde_json::to_vec(&demo("2017-09", events)).unwrap_or_default();
        let cut = Cut::new(&bytes, Sizes::default());
        let today = crate::agenda::tests::records::day("2018-01-20");
        let Some(month) = cut.outline.month(today) else { panic!("no month") };
        let Some(opening) =
            Month::read(cut.bytes(month)).and_then(|it| it.opening(today).map(str::to_owned))
        else {
            panic!("no opening")
        };
        cut.files["feed.json"].len() + cut.bytes(month).len() + cut.bytes(&opening).len()
    };
    let (few, many) = (first(500), first(10_000));
    assert!(many < few + few / 10, "{few} {many}");
}

#[test]
fn a_name_tells_whether_the_file_is_whole() {
    let cut = Cut::new(&serde_json::to_vec(&demo("2026-09", 30)).unwrap_or_default(), SMALL);
    for (name, bytes) in cut.files.iter().filter(|(name, _)| *name != "feed.json") {
        assert!(is_whole(name, bytes), "{name}");
        assert!(!is_whole(name, &bytes[1..]), "{name}");
    }
    assert!(!is_whole("feed.json", &cut.files["feed.json"]) && !is_whole("", b""));
}

#[test]
fn names_of_files_lead_nowhere_else() {
    for name in ["../x", "", ".x", "a/b", "//x", "http:x", "a b"] {
        let text = json!(name).to_string();
        let Ok(node) = Node::check(&text) else { panic!("{text}") };
        assert_eq!(file(node), None, "{name}");
    }
}
