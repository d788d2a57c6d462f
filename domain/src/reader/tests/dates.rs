//! Dates that don't exist, ends before starts, sessions.

use serde_json::json;

use super::{event_with, only, reading_with};
use crate::date::{Moment, Span};
use crate::report::{Effect, Fault};

fn moment(text: &str) -> Option<Moment> {
    text.parse().ok()
}

#[test]
fn a_day_that_does_not_exist_is_not_known_and_the_event_stays() {
    for text in ["2018-02-30", "demain", "30/01/2018", "2018-01-09T14:30Z", "0018-01-01"] {
        let (event, problems) = event_with("startDate", json!(text));
        assert_eq!(event.span, Span::default());
        assert_eq!(only(&problems), ("/events/0/startDate", Effect::ValueLeftOut));
        assert_eq!(problems[0].fault, Fault::UnreadableDate { text: text.to_owned() });
    }
}

#[test]
fn an_end_before_the_start_is_not_known() {
    let (event, problems) = event_with("endDate", json!("2018-01-08"));
    assert_eq!(event.span, Span { start: moment("2018-01-09"), end: None });
    assert_eq!(only(&problems), ("/events/0/endDate", Effect::ValueLeftOut));
    assert_eq!(problems[0].fault, Fault::EndBeforeStart);
    let reading = reading_with(
        "/seasons/0",
        json!({ "id": "b", "name": "b", "startDate": "2018", "endDate": "2017-12" }),
    );
    assert_eq!(only(reading.report.problems()), ("/seasons/1/endDate", Effect::ValueLeftOut));
    assert_eq!(reading.feed.season("b").map(|season| season.end_date), Some(None));
}

#[test]
fn partial_dates_stay_partial() {
    let (event, problems) = event_with("startDate", json!("2015"));
    assert_eq!(event.span.start.map(|start| start.to_string()).as_deref(), Some("2015"));
    assert!(problems.is_empty());
}

#[test]
fn sessions_stand_in_order_of_time_and_a_bad_one_is_left_out() {
    let sessions = json!([
        { "startDate": "2018-03-02T10:00", "endDate": "2018-03-02T12:00" },
        { "startDate": "2018-02-30" },
        { "endDate": "2018-03-01" },
        "samedi",
        { "startDate": "2018-03-01", "eventStatus": "EventFull" },
    ]);
    let (event, problems) = event_with("subEvent", sessions);
    let starts: Vec<_> = event.sessions.iter().filter_map(|one| one.span.start).collect();
    assert_eq!(
        starts.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["2018-03-01", "2018-03-02T10:00"]
    );
    let pointers: Vec<_> = problems.iter().map(|problem| problem.pointer.as_str()).collect();
    assert_eq!(
        pointers,
        [
            "/events/0/subEvent/1/startDate",
            "/events/0/subEvent/2/startDate",
            "/events/0/subEvent/3"
        ]
    );
    assert!(problems.iter().all(|problem| problem.effect == Effect::ValueLeftOut));
}

#[test]
fn an_event_without_dates_lasts_from_its_first_session_to_its_last() {
    let event = json!({ "id": "b", "name": "b", "subEvent": [
        { "startDate": "2018-03-08T10:00", "endDate": "2018-03-08T12:00" },
        { "startDate": "2018-03-01T10:00", "endDate": "2018-03-01T12:00" },
    ] });
    let reading = reading_with("/events/1", event);
    let span = reading.feed.event("b").map(|event| event.span);
    assert_eq!(
        span,
        Some(Span { start: moment("2018-03-01T10:00"), end: moment("2018-03-08T12:00") })
    );
    let once = json!({ "id": "b", "name": "b", "subEvent": { "startDate": "2018-03-01" } });
    let span = reading_with("/events/1", once).feed.event("b").map(|event| event.span);
    assert_eq!(span, Some(Span { start: moment("2018-03-01"), end: None }));
}

#[test]
fn sessions_beyond_a_thousand_are_left_out_and_noted() {
    let sessions = json!(vec![json!({ "startDate": "2018-03-01" }); 1001]);
    let (event, problems) = event_with("subEvent", sessions);
    assert_eq!(event.sessions.len(), 1000);
    assert_eq!(problems[0].fault, Fault::TooMany { limit: 1000 });
    assert_eq!(problems.len(), 1);
}

#[test]
fn news_stand_newest_first_and_undated_ones_last() {
    let news = json!([
        { "id": "a", "name": "a", "description": "a" },
        { "id": "b", "name": "b", "description": "b", "datePublished": "2016" },
        { "id": "c", "name": "c", "description": "c", "datePublished": "2018-01-02T10:00" },
    ]);
    let reading = reading_with("/news", news);
    let ids: Vec<_> = reading.feed.news.iter().map(|news| news.id.as_str()).collect();
    assert_eq!(ids, ["c", "b", "a"]);
    assert!(reading.report.is_clean());
}
