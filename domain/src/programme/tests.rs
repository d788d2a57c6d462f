//! A programme loses nothing, keeps the order of time in each part, and names what is at the same time, both ways.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::agenda::Agenda;
use crate::agenda::tests::feeds::{feeds, todays};
use crate::agenda::tests::records::{day, event, span};
use crate::choices::Choice as _;
use crate::date::Moment;
use crate::event::Session;
use crate::feed::Feed;

/// Every session of a feed, in order of time.
fn visits(feed: &Feed) -> Vec<Visit> {
    let visit = |row: Row| Visit::new(row, &feed.events[row.event as usize]);
    Agenda::new(feed).in_order().map(visit).collect()
}

/// A feed whose sessions often meet: all on two days, with hours.
fn crowded() -> impl Strategy<Value = Feed> {
    let hours = (0..30u32, 0..90u32, select(EventStatus::ALL), 0..6u8);
    (feeds(), prop::collection::vec(hours, 40)).prop_map(|(mut feed, hours)| {
        let mut hours = hours.into_iter().cycle();
        for event in &mut feed.events {
            for own in event.sessions.iter_mut().map(|it| &mut it.span).chain([&mut event.span]) {
                let Some((start, length, status, kind)) = hours.next() else { continue };
                let at = |minutes: u32| {
                    let (day, hour) = (20 + minutes / 1440, minutes % 1440);
                    format!("2018-01-{day}T{:02}:{:02}", hour / 60, hour % 60)
                };
                let start = 18 * 60 + start * 20;
                *own = match kind {
                    0 => span(&at(start), ""),
                    1 => span("2018-01-20", "2018-01-21"),
                    2 => span(&at(start), "2018-01-25T18:00"),
                    _ => span(&at(start), &at(start + length)),
                };
                event.event_status = status;
            }
        }
        feed
    })
}

/// The minutes that somebody surely spends there, said once more, one by one.
fn minutes(visit: &Visit) -> BTreeSet<i64> {
    let minute = |moment: Option<Moment>| match moment {
        Some(Moment::Minute(at)) => Some(at.and_utc().timestamp() / 60),
        _ => None,
    };
    let off = [EventStatus::Cancelled, EventStatus::Postponed];
    match (minute(visit.span.start), minute(visit.span.end), visit.span.only_day()) {
        (Some(start), end, Some(_)) if !off.contains(&visit.status) => {
            (start..end.unwrap_or(start).max(start + 1)).collect()
        }
        _ => BTreeSet::new(),
    }
}

proptest! {
    #[test]
    fn rows_clash_when_they_share_a_minute_and_are_not_of_one_event(feed in crowded()) {
        let visits = visits(&feed);
        let spent: Vec<_> = visits.iter().map(minutes).collect();
        let found = clashes(&visits);
        prop_assert_eq!(found.len(), visits.len());
        for (place, others) in found.iter().enumerate() {
            let shares = |other: &usize| {
                visits[*other].id != visits[place].id && !spent[*other].is_disjoint(&spent[place])
            };
            let expected: BTreeSet<_> = (0..visits.len()).filter(shares).collect();
            prop_assert_eq!(others.len(), expected.len(), "each is named once");
            prop_assert_eq!(others.iter().copied().collect::<BTreeSet<_>>(), expected);
        }
    }

    #[test]
    fn a_programme_has_each_row_once_what_comes_as_the_agenda_has_it_and_the_rest_after(
        feed in feeds(), today in todays(),
    ) {
        let (agenda, all) = (Agenda::new(&feed), visits(&feed));
        let arranged = Arranged::of(all.clone(), today);
        let found = agenda.find(&Query::default(), today);
        let coming: Vec<_> = arranged.coming.iter().map(|it| it.row).collect();
        match found.scope {
            Scope::Coming => prop_assert_eq!(&coming, &found.rows),
            _ => prop_assert!(arranged.coming.iter().all(|it| it.row.heading == crate::agenda::Heading::Unknown)),
        }
        let key = |row: &Row| (row.event, row.session);
        let is_past = |row: &Row| !coming.iter().any(|it| key(it) == key(row));
        let past: Vec<_> = all.iter().map(|it| it.row).filter(is_past).map(|row| key(&row)).collect();
        prop_assert_eq!(arranged.past.iter().map(|it| key(&it.row)).collect::<Vec<_>>(), past);
        prop_assert_eq!(arranged.rows().len(), all.len());
    }
}

/// The places that clash with the first of these times.
fn with_first(times: &[(&str, &str)]) -> Vec<usize> {
    let mut feed = Feed::default();
    for (place, (start, end)) in times.iter().enumerate() {
        let mut event = event(&format!("e{place}"));
        event.span = span(start, end);
        feed.events.push(event);
    }
    let row = |event| Row { event, session: 0, heading: crate::agenda::Heading::Best };
    let visits: Vec<_> = (0..).zip(&feed.events).map(|(at, it)| Visit::new(row(at), it)).collect();
    clashes(&visits).remove(0)
}

#[test]
fn what_follows_or_is_not_known_does_not_clash() {
    let first = ("2018-01-20T14:00", "2018-01-20T16:00");
    let clashing = [
        ("2018-01-20T15:00", "2018-01-20T17:00"),
        ("2018-01-20T13:00", "2018-01-20T14:01"),
        ("2018-01-20T14:00", ""),
        ("2018-01-20T15:59", ""),
    ];
    for other in clashing {
        assert_eq!(with_first(&[first, other]), [1], "{other:?}");
    }
    for other in [
        ("2018-01-20T16:00", "2018-01-20T17:00"),
        ("2018-01-20T12:00", "2018-01-20T14:00"),
        ("2018-01-20T13:59", ""),
        ("2018-01-20", ""),
        ("2018-01-09", "2018-03-10"),
        ("2018-01-09T10:00", "2018-03-10T18:00"),
        ("2018-01-21T14:00", "2018-01-21T16:00"),
        ("2018", ""),
        ("", ""),
    ] {
        assert_eq!(with_first(&[first, other]), [0; 0], "{other:?}");
    }
}

#[test]
fn a_night_clashes_with_what_begins_after_midnight() {
    let night = ("2018-01-20T22:00", "2018-01-21T02:00");
    assert_eq!(with_first(&[night, ("2018-01-21T01:00", "2018-01-21T03:00")]), [1]);
}

#[test]
fn what_is_over_stands_apart_and_a_night_is_over_the_next_day() {
    let mut feed = Feed::default();
    let mut bal = event("bal");
    bal.sessions = ["2018-01-19T20:00", "2018-01-20T20:00", "2018-01-21T20:00"]
        .map(|start| Session { span: span(start, ""), event_status: EventStatus::Scheduled })
        .to_vec();
    bal.sessions[0].span = span("2018-01-19T20:00", "2018-01-20T02:00");
    feed.events.push(bal);
    let arranged = Arranged::of(visits(&feed), day("2018-01-20"));
    let sessions = |part: &[Visit]| part.iter().map(|it| it.row.session).collect::<Vec<_>>();
    assert_eq!((sessions(&arranged.coming), sessions(&arranged.past)), (vec![1, 2], vec![0]));
}
