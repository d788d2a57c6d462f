//! The invented season is one that could be: its feed is clean, its tour can be carried, its programme keeps its stops.

use std::collections::BTreeSet;

use chrono::{Datelike as _, Timelike as _, Weekday};
use proptest::prelude::*;

use super::*;
use crate::choices::{Access, Audience, Choice, EventKind, Level};
use crate::date::PartialDate;
use crate::event::{Event, EventStatus};
use crate::reader::read;

fn months() -> impl Strategy<Value = YearMonth> {
    let months = (1990..=LAST_YEAR, 1..=12u32);
    months.prop_filter_map("a month", |(year, month)| YearMonth::new(year, month))
}

fn season_of_300() -> Feed {
    let Some(from) = YearMonth::new(2026, 9) else { panic!("a month") };
    season(from, 300)
}

/// The codes that a choice has among the events.
fn codes<T: Choice>(feed: &Feed, of: impl Fn(&Event) -> Vec<T>) -> BTreeSet<&'static str> {
    feed.events.iter().flat_map(of).map(Choice::code).collect()
}

fn all<T: Choice>() -> BTreeSet<&'static str> {
    T::ALL.iter().map(|choice| choice.code()).collect()
}

#[test]
fn every_kind_status_audience_level_and_access_is_there() {
    let feed = season_of_300();
    assert_eq!(codes(&feed, |event| vec![event.kind]), all::<EventKind>());
    assert_eq!(codes(&feed, |event| vec![event.event_status]), all::<EventStatus>());
    assert_eq!(codes(&feed, |event| event.audience.iter().collect()), all::<Audience>());
    assert_eq!(codes(&feed, |event| event.educational_level.iter().collect()), all::<Level>());
    assert_eq!(codes(&feed, |event| event.access.iter().collect()), all::<Access>());
    let free: BTreeSet<_> = feed.events.iter().map(|event| event.is_accessible_for_free).collect();
    assert_eq!(free.len(), 3);
}

#[test]
fn the_season_is_as_full_as_a_real_one() {
    let feed = season_of_300();
    assert_eq!((feed.stops.len(), feed.events.len()), (8, 300));
    assert_eq!((feed.groups.len(), feed.news.len(), feed.resources.len()), (8, 24, 16));
    assert!(feed.groups.iter().all(|group| group.is_open));
    let several = feed.events.iter().filter(|event| event.sessions.len() > 1).count();
    let runs = feed
        .events
        .iter()
        .filter(|event| event.span.only_day().is_none() && event.sessions.is_empty())
        .count();
    let past_midnight = |event: &&Event| {
        event
            .span
            .end
            .and_then(crate::date::Moment::time)
            .is_some_and(|time| (time.hour(), time.minute()) == (0, 30))
    };
    let nights = feed.events.iter().filter(past_midnight).count();
    let early = feed
        .events
        .iter()
        .filter(|event| {
            let stop = event.stop.as_ref().and_then(|id| feed.stop(id.as_str()));
            stop.is_some_and(|stop| event.span.first_day() < stop.span.first_day())
        })
        .count();
    assert!(
        several > 60 && runs > 8 && nights > 8 && early > 8,
        "{several} {runs} {nights} {early}"
    );
}

#[test]
fn what_is_invented_says_so_and_names_nobody_real() {
    let feed = season_of_300();
    assert!(feed.is_demonstration && feed.name.contains("contenu inventé"));
    let Ok(serde_json::Value::Object(lists)) = serde_json::to_value(&feed) else { panic!("JSON") };
    for records in lists.values().filter_map(serde_json::Value::as_array) {
        for record in records {
            let precision = record["precision"].as_str().unwrap_or_default();
            assert!(precision.contains("nventé"), "{record}");
        }
    }
    let text = serde_json::to_string(&feed).unwrap_or_default();
    for name in [
        "ESPGG",
        "TRACES",
        "Terre Avenir",
        "ASTS",
        "Planète Sciences",
        "Paris Montagne",
        "Science Ouverte",
        "Exploradôme",
        "Débrouillards",
    ] {
        assert!(!text.contains(name), "{name}");
    }
}

#[test]
fn classes_come_on_school_days_and_in_the_daytime() {
    let feed = season_of_300();
    let classes = feed.events.iter().filter(|event| event.audience.contains(Audience::Schools));
    for start in classes.flat_map(Event::times).filter_map(|span| span.start) {
        let (Some(day), Some(time)) = (start.day(), start.time()) else { panic!("no hour") };
        assert!((9..16).contains(&time.hour()), "{start}");
        assert!(
            matches!(day.weekday(), Weekday::Mon | Weekday::Tue | Weekday::Thu | Weekday::Fri),
            "{start}"
        );
    }
}

#[test]
fn a_season_takes_any_number_of_events() {
    let Some(from) = YearMonth::new(2026, 9) else { panic!("a month") };
    assert!(season(from, 0).events.is_empty());
    let many = season(from, 20_000);
    let ids: BTreeSet<_> = many.events.iter().map(|event| &event.id).collect();
    assert_eq!(ids.len(), 20_000);
    assert_eq!(many.events[..300], season(from, 300).events[..]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_reader_has_nothing_to_say_and_changes_nothing(from in months(), events in 0..400usize) {
        let feed = season(from, events);
        let bytes = serde_json::to_vec(&feed).unwrap_or_default();
        let reading = read(&bytes).map_err(|refusal| TestCaseError::fail(refusal.to_string()))?;
        prop_assert!(reading.report.is_clean(), "{:?}", reading.report.problems().first());
        prop_assert_eq!(reading.feed, feed);
    }

    #[test]
    fn the_same_arguments_give_the_same_bytes(from in months(), events in 0..60usize) {
        let bytes = |feed: &Feed| serde_json::to_vec(feed).unwrap_or_default();
        prop_assert_eq!(bytes(&season(from, events)), bytes(&season(from, events)));
    }

    #[test]
    fn stops_leave_four_to_ten_days_to_carry_the_exhibition_on(from in months()) {
        let feed = season(from, 0);
        let days: Vec<_> = feed.stops.iter().map(|stop| (stop.span.first_day(), stop.span.last_day())).collect();
        for stay in &days {
            let (Some(first), Some(last)) = *stay else { panic!("a stop without days") };
            prop_assert!((60..=92).contains(&(last - first).num_days()));
        }
        for pair in days.windows(2) {
            let (Some(end), Some(start)) = (pair[0].1, pair[1].0) else { panic!("a stop without days") };
            prop_assert!((4..=10).contains(&((start - end).num_days() - 1)), "{end} {start}");
        }
        let (Some(Some(first)), Some(Some(last))) = (days.first().map(|stay| stay.0), days.last().map(|stay| stay.1)) else { panic!("no stops") };
        prop_assert!((640..=800).contains(&(last - first).num_days()));
    }

    #[test]
    fn every_event_keeps_to_its_stop_and_to_its_season(from in months(), events in 0..400usize) {
        let feed = season(from, events);
        let season_ends = feed.seasons[0].end_date.map(PartialDate::last_day);
        for event in &feed.events {
            let Some(stop) = event.stop.as_ref().and_then(|id| feed.stop(id.as_str())) else { panic!("{}", event.id) };
            let (Some(opens), Some(closes)) = (stop.span.first_day(), stop.span.last_day()) else { panic!("no days") };
            for span in event.times().chain([event.span]) {
                let (Some(first), Some(last)) = (span.first_day(), span.last_day()) else { panic!("{}", event.id) };
                prop_assert!((opens - first).num_days() <= 30, "{}", event.id);
                prop_assert!(first >= from.first_day() && last <= closes && Some(last) <= season_ends, "{}", event.id);
            }
            if let Some(before) = event.previous_start_date.and_then(crate::date::Moment::day) {
                prop_assert!(before >= from.first_day() && Some(before) <= season_ends, "{}", event.id);
            }
        }
    }
}
