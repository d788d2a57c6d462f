//! The geometry of the lanes.

use super::*;
use crate::choices::Choices;
use crate::date::parse_day;
use crate::event::EventStatus;
use crate::place::Place;
use crate::provenance::Provenance;
use crate::stop::Phase;
use proptest::prelude::*;

fn stop(code: &str, start: Option<&str>, end: Option<&str>) -> Stop {
    let (Ok(id), Ok(exhibition)) = ("s".parse(), "t".parse()) else { panic!() };
    let moment = |text: &str| text.parse::<Moment>().ok();
    Stop {
        id,
        exhibition,
        season: None,
        phase: Phase::Tour,
        location: Place { department: code.parse().ok(), ..Place::default() },
        span: Span { start: start.and_then(moment), end: end.and_then(moment) },
        event_status: EventStatus::Scheduled,
        opening_hours: None,
        school_visits: None,
        inauguration: None,
        admission: None,
        is_accessible_for_free: None,
        access: Choices::NONE,
        organizer: Vec::new(),
        url: None,
        description: None,
        provenance: Provenance::default(),
    }
}

fn layout(stops: Vec<Stop>) -> Option<Timeline> {
    let all: Vec<_> = (0..stops.len()).collect();
    Timeline::new(&Feed { stops, ..Feed::default() }, &all)
}

#[test]
fn a_bar_covers_its_days_on_an_axis_of_whole_months() {
    let Some(timeline) = layout(vec![stop("75", Some("2018-01-11"), Some("2018-02-28"))]) else {
        panic!("nothing drawn")
    };
    assert_eq!(timeline.months.len(), 2);
    let bar = timeline.lanes[0].bars[0];
    assert!((bar.x - 10.0 / 59.0).abs() < 1e-9);
    assert!((bar.x + bar.width - 1.0).abs() < 1e-9);
    assert_eq!((bar.start, bar.end, bar.columns), (Edge::Known, Edge::Known, (0, 1)));
}

#[test]
fn what_is_not_known_is_drawn_as_such() {
    let Some(timeline) = layout(vec![
        stop("93", Some("2017-11-25"), None),
        stop("94", Some("2015"), Some("2016")),
        stop("94", None, None),
    ]) else {
        panic!("nothing drawn")
    };
    assert_eq!(timeline.lanes[5].bars[0].end, Edge::Open);
    assert_eq!(timeline.lanes[6].bars[0].start, Edge::Vague);
    assert_eq!(timeline.lanes[6].undated, [2]);
}

#[test]
fn a_stop_outside_the_eight_has_no_lane() {
    assert_eq!(layout(vec![stop("33", Some("2023-09-01"), Some("2023-11-28"))]), None);
}

#[test]
fn moves_follow_time_sideways_and_lanes_up_and_down() {
    let Some(timeline) = layout(vec![
        stop("75", Some("2018-01-09"), Some("2018-03-10")),
        stop("77", Some("2018-03-13"), Some("2018-03-14")),
        stop("92", Some("2017-09-12"), Some("2017-11-03")),
    ]) else {
        panic!("nothing drawn")
    };
    assert_eq!(timeline.neighbour(2, Direction::Later), Some(0));
    assert_eq!(timeline.neighbour(0, Direction::Earlier), Some(2));
    assert_eq!(timeline.neighbour(0, Direction::Down), Some(1));
    assert_eq!(timeline.neighbour(1, Direction::Down), Some(2));
    assert_eq!(timeline.neighbour(0, Direction::Up), None);
    assert_eq!(timeline.neighbour(1, Direction::First), Some(2));
    assert_eq!(timeline.neighbour(1, Direction::Later), None);
}

#[test]
fn today_has_a_place_only_on_the_axis() {
    let Some(timeline) = layout(vec![stop("75", Some("2018-01-09"), Some("2018-03-10"))]) else {
        panic!("nothing drawn")
    };
    let place = |text| timeline.position(parse_day(text).unwrap_or_default());
    assert_eq!(place("2018-01-01"), Some(0.0));
    assert_eq!(place("2018-04-01"), None);
}

proptest! {
    #[test]
    fn bars_stay_on_the_axis_and_never_overlap_on_a_track(days in prop::collection::vec((0..900u64, 0..120u64), 1..20)) {
        let origin = parse_day("2017-11-01").unwrap_or_default();
        let mut days = days;
        days.sort_unstable();
        let stops = days.iter().map(|(start, length)| {
            let first = crate::date::days_after(origin, *start);
            let last = crate::date::days_after(first, *length);
            stop("92", Some(&first.to_string()), Some(&last.to_string()))
        });
        let Some(timeline) = layout(stops.collect()) else { panic!("nothing drawn") };
        let bars = &timeline.lanes[4].bars;
        for (place, bar) in bars.iter().enumerate() {
            prop_assert!(bar.x >= 0.0 && bar.width > 0.0 && bar.x + bar.width <= 1.0 + 1e-9);
            prop_assert!(bar.track < timeline.lanes[4].tracks);
            for other in &bars[..place] {
                let apart = other.x + other.width <= bar.x + 1e-9 || bar.x + bar.width <= other.x + 1e-9;
                prop_assert!(other.track != bar.track || apart);
            }
        }
    }
}
