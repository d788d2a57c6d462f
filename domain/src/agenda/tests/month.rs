//! A month shows on each of its days what the list of that day does, but for long runs.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::feeds::{feeds, queries};
use super::records::{day, event, query, span};
use crate::agenda::{Agenda, FIRST_ROWS, Heading, MonthFound, Row};
use crate::date::YearMonth;
use crate::event::Event;
use crate::feed::Feed;
use crate::query::Query;

fn month(events: Vec<Event>, search: &str, month: &str) -> MonthFound {
    let agenda = Agenda::new(&Feed { events, ..Feed::default() });
    let query = query(search);
    let month = month.parse().unwrap_or_else(|_| panic!("{month}"));
    agenda.month(&query, &agenda.ranks(&query), month)
}

fn on(id: &str, start: &str, end: &str) -> Event {
    Event { span: span(start, end), ..event(id) }
}

/// Events, and long runs, on a day.
fn counts(found: &MonthFound, text: &str) -> (u32, u32) {
    let here = found.grid.place_of(day(text)).map(|place| &found.days[place]);
    here.map_or((0, 0), |found| (found.events, found.runs))
}

#[test]
fn a_long_run_stands_apart_and_does_not_bury_the_days() {
    let events = vec![
        on("exhibition", "2017-11-25", "2018-01-20"),
        on("festival", "2018-01-19", "2018-01-21"),
        on("talk", "2018-01-20T20:00", ""),
        on("month", "2018-01", ""),
        on("year", "2018", ""),
        event("undated"),
    ];
    let found = month(events, "", "2018-01");
    assert_eq!(counts(&found, "2018-01-18"), (0, 1));
    assert_eq!(counts(&found, "2018-01-20"), (2, 1));
    assert_eq!(counts(&found, "2018-01-21"), (1, 0));
    let events = |rows: &[Row]| rows.iter().map(|row| row.event).collect::<Vec<_>>();
    assert_eq!((events(&found.runs), events(&found.vague)), (vec![0], vec![3, 4]));
    let Some(place) = found.grid.place_of(day("2018-01-20")) else { panic!("in the grid") };
    let first = &found.days[place].first;
    assert_eq!((events(first), first[0].heading), (vec![1, 2], Heading::Running));
}

#[test]
fn a_week_is_long_when_it_lasts_more_than_seven_days() {
    let run = |end| month(vec![on("run", "2018-01-08", end)], "", "2018-01").runs.len();
    assert_eq!((run("2018-01-14"), run("2018-01-15")), (0, 1));
}

#[test]
fn a_month_shows_what_is_over_but_keeps_to_the_days_that_are_asked_for() {
    let events = || vec![on("a", "2018-01-02", ""), on("b", "2018-01-20", "")];
    let all = month(events(), "", "2018-01");
    assert_eq!((counts(&all, "2018-01-02"), counts(&all, "2018-01-20")), ((1, 0), (1, 0)));
    let some = month(events(), "du=2018-01-03", "2018-01");
    assert_eq!((counts(&some, "2018-01-02"), counts(&some, "2018-01-20")), ((0, 0), (1, 0)));
}

proptest! {
    #[test]
    fn each_day_counts_what_its_list_shows(feed in feeds(), query in queries(), which in 0..3_usize) {
        let month = ["2017-12-01", "2018-01-01", "2018-02-01"][which];
        let agenda = Agenda::new(&feed);
        let found = agenda.month(&query, &agenda.ranks(&query), YearMonth::of(day(month)));
        let entry = |row: &Row| {
            let mut entries = agenda.entries.iter();
            let entry = entries.find(|it| (it.event, it.session) == (row.event, row.session));
            entry.map_or((false, false), |entry| (entry.is_long(), entry.vagueness() > 0))
        };
        let count = |rows: &[Row]| rows.iter().map(|row| row.event).collect::<BTreeSet<_>>().len();
        for here in &found.days {
            let is_asked = query.from.is_none_or(|from| from <= here.day) && query.until.is_none_or(|until| here.day <= until);
            let asked = Query { from: Some(here.day), until: Some(here.day), ..query.clone() };
            // In order of time, whatever the words.
            let mut rows = agenda.find(&asked, here.day).rows;
            rows.retain(|row| is_asked && !entry(row).1);
            let order = |row: &Row| agenda.entries.iter().position(|it| (it.event, it.session) == (row.event, row.session));
            rows.sort_by_key(order);
            let (runs, events): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| entry(row).0);
            prop_assert_eq!((here.events as usize, here.runs as usize), (count(&events), count(&runs)), "{}", here.day);
            let places = |rows: &[Row]| rows.iter().map(|row| (row.event, row.session)).collect::<Vec<_>>();
            prop_assert_eq!(places(&here.first), places(&events[..events.len().min(FIRST_ROWS)]));
        }
        let (first, last) = (found.grid.month().first_day(), found.grid.month().last_day());
        let (first, last) = (query.from.map_or(first, |from| from.max(first)), query.until.map_or(last, |until| until.min(last)));
        let asked = Query { from: Some(first), until: Some(last), ..query.clone() };
        let rows = if first <= last { agenda.find(&asked, first).rows } else { Vec::new() };
        let apart = |which: fn((bool, bool)) -> bool| rows.iter().filter(|row| which(entry(row))).count();
        prop_assert_eq!((found.runs.len(), found.vague.len()), (apart(|it| it.0), apart(|it| it.1)));
    }
}
