//! The reader against everything: any bytes, any JSON, a good feed broken at random, a corpus, a very large feed.
//!
//! What must hold of whatever the reader returns is in `sound`.

#[path = "reader/breakage.rs"]
mod breakage;
#[path = "reader/sound.rs"]
mod sound;

use proptest::prelude::*;
use qsec2_domain::reader::{MAX_BYTES, MAX_RECORDS, Reading, read};
use qsec2_domain::report::Refusal;
use serde_json::{Value, json};

use breakage::{Break, Rng, break_at, nodes};
use sound::assert_sound;

/// A feed with every property of every record.
const SAMPLE: &str = include_str!("reader/sample.json");

fn sample() -> Value {
    serde_json::from_str(SAMPLE).unwrap_or_else(|error| panic!("{error}"))
}

fn reading(text: &str) -> Reading {
    read(text.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal}"))
}

fn written(reading: &Reading) -> String {
    serde_json::to_string(&reading.feed).unwrap_or_else(|error| panic!("{error}"))
}

/// What was read is written such that it is read back as the same, with nothing to report.
#[track_caller]
fn assert_comes_back(first: &Reading) {
    let text = written(first);
    let second = reading(&text);
    assert!(second.report.is_clean(), "{:#?}\n{text}", second.report.problems());
    assert_eq!(second.feed, first.feed);
}

#[test]
fn a_feed_with_everything_is_read_without_a_problem_and_written_as_it_was() {
    let reading = reading(SAMPLE);
    assert!(reading.report.is_clean(), "{:#?}", reading.report.problems());
    let again = serde_json::to_value(&reading.feed).unwrap_or_default();
    let mut lost = Vec::new();
    missing(&sample(), &again, String::new(), &mut lost);
    assert_eq!(lost, [""; 0], "properties that the reader or the writer dropped");
    assert_sound(&reading.feed);
    assert_comes_back(&reading);
}

#[test]
fn the_real_archive_is_read_without_a_problem_and_comes_back() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../public/feed.json");
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{error}"));
    let reading = reading(&text);
    assert!(reading.report.is_clean(), "{:#?}", reading.report.problems());
    assert!(!reading.feed.events.is_empty() && !reading.feed.stops.is_empty());
    assert_sound(&reading.feed);
    assert_comes_back(&reading);
}

/// The pointers of all values of `before` that `after` lacks or has otherwise.
fn missing(before: &Value, after: &Value, at: String, gone: &mut Vec<String>) {
    match before {
        Value::Object(properties) => {
            for (name, value) in properties {
                missing(value, &after[name], format!("{at}/{name}"), gone);
            }
        }
        Value::Array(list) => {
            for (place, value) in list.iter().enumerate() {
                missing(value, &after[place], format!("{at}/{place}"), gone);
            }
        }
        Value::Number(number) if number.as_f64() == after.as_f64() => {}
        _ if before == after => {}
        _ => gone.push(at),
    }
}

#[test]
fn the_sample_has_every_property_that_the_schema_has() {
    let schema = qsec2_domain::schema::schema();
    let text = written(&reading(SAMPLE));
    // A feed in slices is written by a tool, and has tests of its own.
    let of_slices = ["EventSlices", "CountedEvents", "EndsInMonth"];
    let roots = schema["$defs"].as_object().into_iter().flatten();
    let roots = roots.filter(|(name, _)| !of_slices.contains(&name.as_str())).map(|(_, one)| one);
    for record in roots.chain([&schema]) {
        let properties = record["properties"].as_object().into_iter().flatten();
        for (name, _) in properties.filter(|(name, _)| *name != "eventSlices") {
            assert!(text.contains(&format!("\"{name}\":")), "{name} is nowhere in the sample");
        }
    }
}

#[test]
fn two_hundred_broken_feeds_are_survived() {
    let mut survived = 0;
    for seed in 0..200 {
        let mut rng = Rng(seed);
        let mut feed = sample();
        for _ in 0..=rng.below(8) {
            let count = nodes(&feed);
            break_at(&mut feed, 1 + rng.below(count), Break::any(&mut rng));
        }
        let mut bytes = feed.to_string().into_bytes();
        if seed % 4 == 0 {
            let at = rng.below(bytes.len());
            bytes[at] = u8::try_from(rng.below(256)).unwrap_or_default();
        }
        if let Ok(reading) = read(&bytes) {
            survived += 1;
            assert_sound(&reading.feed);
            assert_comes_back(&reading);
        }
    }
    assert!(survived > 130, "only {survived} of 200 were read at all");
}

#[test]
fn fifty_megabytes_are_read_and_the_bad_records_among_them_are_counted() {
    let text = large_feed(50_000_000);
    assert!(text.len() >= 50_000_000 && text.len() < MAX_BYTES);
    let reading = reading(&text);
    let records = text.matches("\"kind\"").count();
    assert_eq!(reading.feed.events.len() + reading.report.omitted(), records);
    assert_eq!(reading.report.omitted(), records.div_ceil(100));
    assert_eq!(reading.report.problems().len(), reading.report.total().min(1000));
}

/// Events of a thousand bytes, every hundredth without a name.
fn large_feed(bytes: usize) -> String {
    let description = "Un débat sur l’air que nous respirons. ".repeat(22);
    let mut text = String::from(r#"{"version":"1.0","name":"Grand","events":["#);
    for place in 0.. {
        let name = if place % 100 == 0 { String::new() } else { format!("Débat {place}") };
        let event = json!({ "id": format!("ev-{place}"), "name": name, "kind": "debat", "description": description,
            "startDate": "2018-01-09T14:30", "location": { "name": "Salle", "department": "75" } });
        text.push_str(&event.to_string());
        if text.len() >= bytes {
            break;
        }
        text.push(',');
    }
    text.push_str("]}");
    text
}

#[test]
fn more_records_than_a_list_may_have_are_left_out_and_noted() {
    let event = |place: usize| json!({ "id": format!("e{place}"), "name": "n" });
    let events: Vec<_> = (0..=MAX_RECORDS).map(event).collect();
    let reading =
        reading(&json!({ "version": "1.0", "name": "Long", "events": events }).to_string());
    assert_eq!(reading.feed.events.len(), MAX_RECORDS);
    assert_eq!(reading.report.total(), 1);
    assert_eq!(reading.report.problems()[0].pointer, "/events");
}

#[test]
fn large_feeds_of_the_worst_shapes_are_survived() {
    for (open, unit, close) in [
        (r#"{"events":["#, "0,", "0]}"),
        (r#"{"events":[{"#, r#""":0,"#, r#""":0}]}"#),
        ("{", r#""":0,"#, r#""events":[]}"#),
        (r#"{"events":[{"id":"a","name":"a","source":["#, "0,", "0]}]}"),
        (r#"{"events":[{"id":"a","name":""#, "\\u0000", r#""}]}"#),
    ] {
        let room = (8 << 20) - open.len() - close.len();
        let text = [open, &unit.repeat(room / unit.len()), close].concat();
        match read(text.as_bytes()) {
            Ok(reading) => assert_sound(&reading.feed),
            Err(refusal) => assert_eq!(refusal, Refusal::NotAFeed),
        }
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let names =
        "(id|name|code|events|stops|seasons|startDate|location|address|subEvent|value|version|x)";
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        "(75|93|ev|2018-02-30|2018-01|debat|https://a.fr/|javascript:1)".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 64, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::hash_map(names, inner, 0..8)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

fn assert_survives(bytes: &[u8]) {
    if let Ok(reading) = read(bytes) {
        assert_sound(&reading.feed);
        assert_comes_back(&reading);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        assert_survives(&bytes);
    }

    #[test]
    fn no_text_in_the_place_of_a_list_panics(text in r#"[\[\]{}",:0-9a-z\\ .eE+-]{0,60}"#) {
        assert_survives([r#"{"version":"1.0","events":"#, &text, "}"].concat().as_bytes());
    }

    #[test]
    fn no_json_panics(value in any_json()) {
        assert_survives(value.to_string().as_bytes());
    }

    #[test]
    fn no_json_as_a_record_panics(value in any_json(), list in 0..10usize) {
        let lists = ["seasons", "departments", "organizations", "exhibitions", "stops", "events", "groups", "news", "resources", "figures"];
        assert_survives(json!({ "version": "1.0", lists[list]: [value] }).to_string().as_bytes());
    }

    #[test]
    fn a_good_feed_broken_at_random_leads_nowhere_wrong(seed in any::<u64>(), breaks in 1..12usize) {
        let mut rng = Rng(seed);
        let mut feed = sample();
        for _ in 0..breaks {
            let count = nodes(&feed);
            break_at(&mut feed, 1 + rng.below(count), Break::any(&mut rng));
        }
        assert_survives(feed.to_string().as_bytes());
    }
}
