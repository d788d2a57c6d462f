//! What stands around an event: in the search that led to it, and in days and place; and what a list may fold.

use proptest::prelude::*;

use super::feeds::{feeds, queries, todays};
use super::records::{day, event, place, query, span};
use crate::agenda::{Agenda, Around, Found, Heading, Nearness, Row};
use crate::event::{Event, EventStatus, Session};
use crate::feed::Feed;
use crate::query::Query;

fn at(id: &str, start: &str, end: &str, department: &str) -> Event {
    Event { span: span(start, end), location: Some(place(department)), ..event(id) }
}

fn agenda(events: Vec<Event>) -> Agenda {
    Agenda::new(&Feed { events, ..Feed::default() })
}

fn numbers(rows: &[Row]) -> Vec<u32> {
    rows.iter().map(|row| row.event).collect()
}

#[test]
fn previous_and_next_follow_the_search_and_take_each_event_once() {
    let session = |start| Session { span: span(start, ""), event_status: EventStatus::Scheduled };
    let sessions = ["2018-02-01", "2018-02-03"].map(session).into();
    let events = vec![
        Event { sessions, ..at("twice", "2018-02-01", "2018-02-03", "93") },
        at("between", "2018-02-02", "", "93"),
        at("elsewhere", "2018-02-02", "", "75"),
        at("last", "2018-02-04", "", "93"),
    ];
    let found = agenda(events).find(&query("dep=93"), day("2018-01-20"));
    let around = |event| {
        let Around { before, after, place, events } = found.around(event)?;
        Some((before.map(|row| row.event), after.map(|row| row.event), place, events))
    };
    assert_eq!(around(0), Some((None, Some(1), 1, 3)));
    assert_eq!(around(1), Some((Some(0), Some(3), 2, 3)));
    assert_eq!(around(3), Some((Some(1), None, 3, 3)));
    assert_eq!(around(2), None);
}

#[test]
fn what_is_near_is_in_the_same_town_then_the_same_days_and_runs_come_last() {
    let agenda = agenda(vec![
        at("self", "2018-02-10", "", "93"),
        at("run", "2018-01-01", "2018-03-01", "93"),
        at("same-day", "2018-02-10", "", "93"),
        at("in-town", "2018-02-13", "", "93"),
        at("far-in-time", "2018-02-18", "", "93"),
        at("far-in-place", "2018-02-10", "", "75"),
        at("some-day", "2018-02", "", "93"),
        at("day-after", "2018-02-11", "", "93"),
        at("day-before", "2018-02-09", "", "93"),
    ]);
    let on = |today, days, rows| {
        numbers(&agenda.near(0, day(today), Nearness { days, rows }, &|event| event == 3))
    };
    let near = |days, rows| on("2018-01-20", days, rows);
    assert_eq!(near(7, 9), [3, 2, 8, 7, 1]);
    assert_eq!(near(7, 2), [3, 2]);
    assert_eq!(near(0, 9), [2, 1]);
    // On its day, what was on the day before is over; once it is over itself, both are.
    assert_eq!(on("2018-02-10", 7, 9), [3, 2, 7, 1]);
    assert_eq!(on("2018-02-20", 7, 9), [3, 2, 8, 7, 1]);
}

#[test]
fn the_day_to_look_around_is_the_next_one_of_the_event() {
    let agenda = agenda(vec![
        at("run", "2018-01-01", "2018-03-01", "93"),
        at("some-day", "2018-02", "", "93"),
        at("elsewhere", "2018-02-10", "", "33"),
    ]);
    let of = |event, today| agenda.day_of(event, day(today));
    assert_eq!(of(0, "2017-12-01"), Some(day("2018-01-01")));
    assert_eq!(of(0, "2018-02-01"), Some(day("2018-02-01")));
    assert_eq!(of(0, "2018-04-01"), Some(day("2018-03-01")));
    assert_eq!(of(1, "2018-02-01"), None);
    let near = Nearness { days: 30, rows: 9 };
    assert_eq!(agenda.near(2, day("2018-02-10"), near, &|_| true), []);
    assert_eq!(agenda.near(99, day("2018-02-10"), near, &|_| true), []);
}

#[test]
fn what_has_been_running_for_longest_can_be_folded() {
    let agenda = agenda(vec![
        at("long", "2017-11-01", "2018-03-01", "93"),
        at("longer", "2017-10-01", "2018-02-01", "93"),
        at("festival", "2018-01-19", "2018-01-21", "93"),
        at("talk", "2018-01-20", "", "93"),
    ]);
    let found = agenda.find(&Query::default(), day("2018-01-20"));
    assert_eq!(numbers(&found.rows), [1, 0, 2, 3]);
    assert_eq!((found.foldable(1), found.foldable(0), found.foldable(9)), (2, 3, 0));
    assert_eq!(agenda.find(&query("au=2018-03-01"), day("2018-01-20")).foldable(0), 0);
}

#[test]
fn who_has_little_room_sees_each_event_once_and_what_runs_for_long_last() {
    let session = |start| Session { span: span(start, ""), event_status: EventStatus::Scheduled };
    let sessions = ["2018-02-01", "2018-02-03"].map(session).into();
    let agenda = agenda(vec![
        at("longest", "2017-10-01", "2018-03-01", "93"),
        at("long", "2017-11-01", "2018-03-01", "93"),
        at("newest", "2018-01-19", "2018-01-21", "93"),
        Event { sessions, ..at("twice", "2018-02-01", "2018-02-03", "93") },
        at("later", "2018-02-02", "", "93"),
    ]);
    let found = agenda.find(&Query::default(), day("2018-01-20"));
    assert_eq!(numbers(&found.few(9)), [2, 3, 4, 1, 0]);
    assert_eq!(numbers(&found.few(2)), [2, 3]);
    assert!(found.few(9).iter().all(|row| row.heading == Heading::Best));
    assert_eq!(Found::none().few(3), []);
}

proptest! {
    #[test]
    fn next_and_previous_lead_through_all_events_and_back(feed in feeds(), query in queries(), today in todays()) {
        let found = Agenda::new(&feed).find(&query, today);
        let mut events = Vec::new();
        let mut at = found.rows.first().map(|row| row.event);
        while let Some(event) = at {
            prop_assert!(!events.contains(&event));
            let Some(around) = found.around(event) else { return Err(TestCaseError::fail("it is shown")) };
            prop_assert_eq!(around.before.map(|row| row.event), events.last().copied());
            events.push(event);
            prop_assert_eq!((around.place, around.events), (events.len(), found.events));
            at = around.after.map(|row| row.event);
        }
        prop_assert_eq!(events.len(), found.events);
    }

    #[test]
    fn what_can_be_folded_comes_first_and_is_all_that_runs(feed in feeds(), query in queries(), today in todays(), kept in 0..4_usize) {
        let found = Agenda::new(&feed).find(&query, today);
        let running = found.rows.iter().filter(|row| row.heading == Heading::Running).count();
        let folded = found.foldable(kept);
        prop_assert_eq!(folded, running.saturating_sub(kept));
        prop_assert!(found.rows[..folded].iter().all(|row| row.heading == Heading::Running));
    }
}
