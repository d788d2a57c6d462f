//! When nothing can be trusted, and what does not go so far.

use serde_json::{Value, json};

use super::{only, reading, reading_with, small, with};
use crate::choices::Choice;
use crate::lang::Lang;
use crate::reader::{MAX_BYTES, read};
use crate::report::{Effect, Fault, Refusal};

fn refusal(text: &str) -> Option<Refusal> {
    read(text.as_bytes()).err()
}

#[test]
fn a_web_page_is_not_json_and_the_place_is_named() {
    assert_eq!(refusal("<!doctype html>"), Some(Refusal::NotJson { line: 1, column: 1 }));
    assert_eq!(refusal("{\"events\": [],\n nope}"), Some(Refusal::NotJson { line: 2, column: 2 }));
    assert_eq!(refusal("{\"events\": [NaN]}"), Some(Refusal::NotJson { line: 1, column: 13 }));
}

#[test]
fn text_behind_the_feed_is_not_json() {
    let twice = [small().to_string(), small().to_string()].concat();
    assert!(matches!(refusal(&twice), Some(Refusal::NotJson { .. })));
}

#[test]
fn a_feed_cut_at_any_byte_is_refused_as_truncated() {
    let whole = with("/events/0/description", json!("déjà \n 🚲")).to_string();
    for end in 0..whole.len() {
        assert_eq!(read(&whole.as_bytes()[..end]).err(), Some(Refusal::Truncated), "at {end}");
    }
    assert!(read(whole.as_bytes()).is_ok());
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    assert_eq!(read(b"{\"events\": [\"\xff\"]}").err(), Some(Refusal::NotUtf8 { byte: 13 }));
}

#[test]
fn a_mark_of_byte_order_before_the_feed_is_passed_over() {
    let text = ["\u{feff}", &small().to_string()].concat();
    assert_eq!(read(text.as_bytes()).map(|reading| reading.report.is_clean()), Ok(true));
}

#[test]
fn json_that_is_no_feed_is_refused() {
    for text in ["null", "[]", "12", "\"\"", "{}", r#"{"version": "1.0", "items": []}"#] {
        assert_eq!(refusal(text), Some(Refusal::NotAFeed), "{text}");
    }
    assert_eq!(refusal(r#"{"version": "1.0", "name": "Vide", "news": []}"#), None);
}

#[test]
fn more_than_64_mebibytes_are_refused_unread() {
    let blank = vec![b' '; MAX_BYTES + 1];
    assert_eq!(read(&blank).err(), Some(Refusal::TooLarge { bytes: MAX_BYTES + 1 }));
}

#[test]
fn a_later_major_version_is_refused_and_a_later_minor_one_is_not() {
    for version in [json!("2.0"), json!("2"), json!(2), json!("99999999999999999.0")] {
        let refusal = read(with("/version", version.clone()).to_string().as_bytes()).err();
        assert!(matches!(refusal, Some(Refusal::LaterVersion { .. })), "{version}");
    }
    let reading = reading_with("/version", json!("1.7"));
    assert_eq!(reading.feed.version, "1.7");
    assert!(reading.report.is_clean());
}

#[test]
fn a_later_version_is_seen_even_where_it_is_written_last_and_has_no_known_list() {
    let text = r#"{"programme": [], "version": "2.0"}"#;
    assert_eq!(refusal(text), Some(Refusal::LaterVersion { version: "2.0".to_owned() }));
}

#[test]
fn a_version_that_is_missing_or_unreadable_is_noted_and_read_as_the_first() {
    for version in [Value::Null, json!("un"), json!("1.x"), json!(true), json!("")] {
        let reading = reading_with("/version", version.clone());
        assert_eq!(reading.feed.version, "1.0", "{version}");
        let all_noted = reading.report.problems().iter().all(|one| one.effect == Effect::Noted);
        assert!(!reading.report.is_clean() && all_noted, "{version}");
    }
}

#[test]
fn a_list_of_another_shape_is_left_out_and_the_others_stand() {
    let reading = reading_with("/news", json!({ "id": "a" }));
    assert_eq!(only(reading.report.problems()), ("/news", Effect::ValueLeftOut));
    assert_eq!(reading.feed.events.len(), 1);
}

#[test]
fn every_record_may_be_bad_and_the_rest_of_the_feed_stands() {
    let feed =
        json!({ "version": "1.0", "name": "Mauvais", "events": [1, null, "a", [], {}, true] });
    let reading = reading(&feed);
    assert_eq!(reading.report.omitted(), 6);
    assert_eq!(reading.report.problems()[1].pointer, "/events/1");
    assert_eq!(reading.report.problems()[1].record, "event n° 2");
    assert_eq!(reading.feed.name, "Mauvais");
}

#[test]
fn nesting_without_end_spoils_only_the_value_that_it_is_in() {
    let deep = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
    let text = r#"{"version":"1.0","name":"n","events":[{"id":"a","name":"a","location":LOCATION,"x":DEEP},DEEP],"y":DEEP}"#;
    let text = text.replace("LOCATION", &deep(100_000)).replace("DEEP", &deep(100_000));
    let Ok(reading) = read(text.as_bytes()) else { panic!("refused") };
    assert_eq!(reading.feed.events.len(), 1);
    assert_eq!(reading.report.total(), 2);
    assert_eq!(refusal(&"[".repeat(1_000_000)), Some(Refusal::Truncated));
    assert_eq!(refusal(&"{\"a\":".repeat(100_000)), Some(Refusal::Truncated));
}

#[test]
fn a_report_keeps_a_thousand_problems_and_counts_them_all() {
    let feed = json!({ "version": "1.0", "name": "n", "events": vec![0; 2500] });
    let report = reading(&feed).report;
    assert_eq!((report.problems().len(), report.total(), report.omitted()), (1000, 2500, 2500));
}

#[test]
fn a_property_written_twice_counts_with_its_last_value_and_is_noted() {
    let text = r#"{"version":"1.0","name":"n","events":[{"id":"a","name":"un","name":"deux"}]}"#;
    let Ok(reading) = read(text.as_bytes()) else { panic!("refused") };
    assert_eq!(reading.feed.events[0].name, "deux");
    assert_eq!(only(reading.report.problems()), ("/events/0/name", Effect::Noted));
    assert_eq!(reading.report.problems()[0].fault, Fault::DuplicateProperty);
}

#[test]
fn every_refusal_is_a_sentence_with_a_cure_in_both_languages() {
    let all = [
        Refusal::TooLarge { bytes: 80 << 20 },
        Refusal::NotUtf8 { byte: 3 },
        Refusal::NotJson { line: 4, column: 7 },
        Refusal::Truncated,
        Refusal::NotAFeed,
        Refusal::LaterVersion { version: "2.0".to_owned() },
    ];
    for refusal in all {
        for &lang in Lang::ALL {
            let message = refusal.message(lang);
            assert!(
                message.matches(". ").count()
                    + message.matches(" ; ").count()
                    + message.matches(": a part").count()
                    >= 1,
                "{message}"
            );
            assert!(message.ends_with('.'), "{message}");
        }
    }
    assert!(Refusal::TooLarge { bytes: 80 << 20 }.message(Lang::Fr).contains("80 Mo"));
    let message = Refusal::NotJson { line: 4, column: 7 }.message(Lang::En);
    assert!(message.contains("line 4, column 7"));
}
