//! What the agenda shows, rule by rule.

mod by_definition;
pub(crate) mod feeds;
mod month;
mod near;
pub(crate) mod records;
mod ways_out;
mod words_by_definition;

use self::records::{day, event, query, span, stop};
use super::*;
use crate::choices::{Audience, Choices, EventKind};
use crate::date::YearMonth;
use crate::department::Department;
use crate::event::{Event, Session};

fn agenda(events: Vec<Event>) -> (Feed, Agenda) {
    let feed = Feed { events, ..Feed::default() };
    let agenda = Agenda::new(&feed);
    (feed, agenda)
}

/// The ids that a query shows, in order, with their headings.
fn shown(events: Vec<Event>, search: &str, today: &str) -> Vec<(String, Heading)> {
    let (feed, agenda) = agenda(events);
    let found = agenda.find(&query(search), day(today));
    let rows = found.rows.into_iter();
    rows.map(|row| (feed.events[row.event as usize].id.to_string(), row.heading)).collect()
}

fn ids(events: Vec<Event>, search: &str, today: &str) -> Vec<String> {
    shown(events, search, today).into_iter().map(|(id, _)| id).collect()
}

fn on(id: &str, start: &str, end: &str) -> Event {
    Event { span: span(start, end), ..event(id) }
}

#[test]
fn without_days_what_runs_or_comes_is_shown_and_the_past_is_counted() {
    let events = vec![
        on("over", "2018-01-19", ""),
        on("today", "2018-01-20", ""),
        on("runs", "2018-01-01", "2018-02-01"),
        on("comes", "2018-03-01", ""),
    ];
    let (_, agenda) = agenda(events.clone());
    let found = agenda.find(&Query::default(), day("2018-01-20"));
    assert_eq!((found.scope, found.events, found.past), (Scope::Coming, 3, 1));
    assert_eq!(ids(events, "", "2018-01-20"), ["runs", "today", "comes"]);
}

#[test]
fn when_the_whole_feed_is_over_everything_is_shown() {
    let events = vec![on("b", "2018-03", ""), on("a", "2017", ""), event("undated")];
    let (_, agenda) = agenda(events.clone());
    let found = agenda.find(&Query::default(), day("2026-11-23"));
    assert_eq!((found.scope, found.events, found.past), (Scope::Archive, 3, 0));
    assert_eq!(ids(events, "", "2026-11-23"), ["a", "b", "undated"]);
}

#[test]
fn a_choice_never_turns_what_comes_into_the_archive() {
    let talk = Event { kind: EventKind::Talk, ..on("over", "2018-01-01", "") };
    let (_, agenda) = agenda(vec![talk, on("comes", "2018-03-01", "")]);
    let found = agenda.find(&query("type=conference"), day("2018-02-01"));
    assert_eq!((found.scope, found.events, found.past), (Scope::Coming, 0, 1));
}

#[test]
fn what_is_known_to_the_year_may_come_until_its_last_day() {
    let year = || vec![on("year", "2018", ""), on("later", "2020-01-01", "")];
    assert_eq!(ids(year(), "", "2018-12-31"), ["year", "later"]);
    assert_eq!(ids(year(), "", "2019-01-01"), ["later"]);
}

#[test]
fn a_window_shows_what_may_touch_it_and_nothing_undated() {
    let events = || {
        vec![
            on("before", "2018-02-28", ""),
            on("runs", "2018-01-01", "2018-03-01"),
            on("first", "2018-03-01", ""),
            on("last", "2018-03-31T23:00", ""),
            on("month", "2018-03", ""),
            on("year", "2018", ""),
            on("after", "2018-04-01", ""),
            event("undated"),
        ]
    };
    let window = "du=2018-03-01&au=2018-03-31";
    assert_eq!(ids(events(), window, "2026-01-01"), ["runs", "first", "last", "month", "year"]);
    assert_eq!(ids(events(), "au=2018-02-28", "2026-01-01"), ["runs", "before", "year"]);
    assert_eq!(ids(events(), "du=2018-12-01", "2026-01-01"), ["year"]);
}

#[test]
fn a_night_that_ends_after_midnight_is_over_the_next_day() {
    let night =
        vec![on("night", "2018-01-20T20:00", "2018-01-21T00:30"), on("z", "2018-02-01", "")];
    assert_eq!(ids(night, "", "2018-01-21"), ["z"]);
}

#[test]
fn rows_stand_in_order_of_time_then_of_names_under_their_headings() {
    let named = |id, name: &str, start| Event { name: name.to_owned(), ..on(id, start, "") };
    let events = vec![
        event("undated"),
        named("b", "Été", "2018-01-21T10:00"),
        named("a", "Ecole", "2018-01-21T10:00"),
        on("early", "2018-01-21T09:00", ""),
        on("all-day", "2018-01-21", ""),
        on("month", "2018-01", ""),
        on("year", "2018", ""),
        on("new-year-s-eve", "2018-12-31", ""),
        on("runs", "2018-01-19", "2018-01-22"),
        on("run-begins", "2018-01-20", "2018-01-22"),
        on("end-known", "", "2018-02-02"),
    ];
    let month = YearMonth::of(day("2018-01-01"));
    let expected = [
        ("runs", Heading::Running),
        ("run-begins", Heading::Day(day("2018-01-20"))),
        ("all-day", Heading::Day(day("2018-01-21"))),
        ("early", Heading::Day(day("2018-01-21"))),
        ("a", Heading::Day(day("2018-01-21"))),
        ("b", Heading::Day(day("2018-01-21"))),
        ("month", Heading::Month(month)),
        ("end-known", Heading::Day(day("2018-02-02"))),
        ("new-year-s-eve", Heading::Day(day("2018-12-31"))),
        ("year", Heading::Year(2018)),
        ("undated", Heading::Unknown),
    ];
    let expected: Vec<_> = expected.map(|(id, heading)| (id.to_owned(), heading)).into();
    assert_eq!(shown(events, "", "2018-01-20"), expected);
}

#[test]
fn without_a_first_day_nothing_is_said_to_run() {
    let run = || vec![on("run", "2018-01-01", "2018-02-01")];
    let stands = [("run".to_owned(), Heading::Day(day("2018-01-01")))];
    assert_eq!(shown(run(), "au=2018-01-20", "2018-01-20"), stands);
    assert_eq!(shown(run(), "", "2026-01-01"), stands);
    assert_eq!(shown(run(), "du=2018-01-02", "2026-01-01")[0].1, Heading::Running);
}

#[test]
fn of_several_sessions_only_those_that_fit_are_rows_and_the_event_counts_once() {
    let session = |start| Session {
        span: span(start, ""),
        event_status: crate::event::EventStatus::Scheduled,
    };
    let sessions = ["2018-01-01", "2018-02-01", "2018-03-01"].map(session).into();
    let (_, agenda) = agenda(vec![Event { sessions, ..on("e", "2018-01-01", "2018-03-01") }]);
    let found = agenda.find(&Query::default(), day("2018-01-20"));
    assert_eq!(found.rows.iter().map(|row| row.session).collect::<Vec<_>>(), [1, 2]);
    assert_eq!((found.events, found.past), (1, 0));
    assert_eq!(found.facets.kinds.get(EventKind::Other), 1);
}

#[test]
fn a_choice_counts_what_it_would_show_given_the_other_facets() {
    let event = |id, kind, department: &str| Event {
        kind,
        location: Some(records::place(department)),
        ..on(id, "2018-02-01", "")
    };
    let (_, agenda) = agenda(vec![
        event("a", EventKind::Debate, "75"),
        event("b", EventKind::Debate, "93"),
        event("c", EventKind::Show, "93"),
        event("d", EventKind::Show, "33"),
    ]);
    let found = agenda.find(&query("dep=75&type=debat"), day("2018-01-01"));
    assert_eq!(found.events, 1);
    let departments = |code| found.facets.departments.get(code);
    assert_eq!((departments(Department::Paris), departments(Department::SeineSaintDenis)), (1, 1));
    let kinds = |kind| found.facets.kinds.get(kind);
    assert_eq!((kinds(EventKind::Debate), kinds(EventKind::Show)), (1, 0));
    let all = "dep=75,77,78,91,92,93,94,95";
    assert_eq!(agenda.find(&query(all), day("2018-01-01")).events, 3);
}

#[test]
fn what_is_for_everyone_is_for_all_but_classes() {
    let events =
        || vec![Event { audience: Choices::only(Audience::Everyone), ..on("e", "2018", "") }];
    for audience in ["tous", "familles", "enfants", "adolescents", "adultes"] {
        assert_eq!(ids(events(), &format!("public={audience}"), "2018-01-01"), ["e"], "{audience}");
    }
    assert_eq!(ids(events(), "public=scolaires", "2018-01-01"), [""; 0]);
}

#[test]
fn what_an_event_does_not_say_its_stop_says() {
    let event = Event { stop: "s".parse().ok(), ..on("e", "2018", "") };
    let feed = Feed {
        events: vec![event],
        stops: vec![stop("s", "trajectoires", "93")],
        ..Feed::default()
    };
    let agenda = Agenda::new(&feed);
    let events = |search| agenda.find(&query(search), day("2018-01-01")).events;
    assert_eq!((events("dep=93"), events("dep=75")), (1, 0));
    assert_eq!((events("expo=trajectoires"), events("expo=autre")), (1, 0));
    assert_eq!((events("saison=mobilites"), events("saison=trajectoires")), (1, 0));
    assert_eq!((events("q=pantin"), events("q=paris")), (1, 0));
}

#[test]
fn free_means_known_to_be_free() {
    let priced = |id, free| Event { is_accessible_for_free: free, ..on(id, "2018", "") };
    let events =
        vec![priced("free", Some(true)), priced("paid", Some(false)), priced("unknown", None)];
    assert_eq!(ids(events, "gratuit=1", "2018-01-01"), ["free"]);
}

#[test]
fn with_words_the_best_comes_first_and_equals_by_time() {
    let named = |id, name: &str, start| Event { name: name.to_owned(), ..on(id, start, "") };
    let events = vec![
        named("later", "Le vélo", "2018-03-01"),
        named("sooner", "À vélo", "2018-02-01"),
        Event { description: Some("Le vélo".to_owned()), ..on("said", "2018-01-21", "") },
    ];
    let expected = ["sooner", "later", "said"].map(|id| (id.to_owned(), Heading::Best));
    assert_eq!(shown(events, "q=velos", "2018-01-20"), expected);
}

#[test]
fn sections_cover_the_rows() {
    let events = vec![on("a", "2018-02-01", ""), on("b", "2018-02-01", ""), on("c", "2018-02", "")];
    let (_, agenda) = agenda(events);
    let found = agenda.find(&Query::default(), day("2018-01-01"));
    let sections: Vec<_> = found.sections().map(|(_, rows)| rows).collect();
    assert_eq!(sections, [0..2, 2..3]);
}

#[test]
fn an_empty_feed_is_an_empty_archive() {
    let (_, agenda) = agenda(Vec::new());
    let found = agenda.find(&query("q=air"), day("2018-01-01"));
    assert_eq!(
        (found.scope, found.rows.len(), found.events, found.past),
        (Scope::Archive, 0, 0, 0)
    );
}
