//! What changed is told the same whether both feeds are there or only the memory of one.

use std::str::FromStr as _;

use proptest::prelude::*;

use super::*;

mod since;
use crate::agenda::tests::feeds::feeds;
use crate::agenda::tests::records::{day, event, place, span};
use crate::choices::Choice as _;
use crate::event::{EventStatus, Session};

/// Two feeds that share some of their events.
fn pairs() -> impl Strategy<Value = (Feed, Feed)> {
    let statuses = prop::collection::vec(prop::sample::select(EventStatus::ALL), 12);
    (feeds(), feeds(), statuses, prop::collection::vec(0..3u8, 12)).prop_map(
        |(before, mut after, statuses, fates)| {
            let kept: Vec<_> =
                before.events.iter().zip(&fates).filter(|(_, fate)| **fate == 0).collect();
            for (earlier, _) in kept {
                match after.events.iter_mut().find(|event| event.id == earlier.id) {
                    Some(event) => *event = earlier.clone(),
                    None => after.events.push(earlier.clone()),
                }
            }
            for (event, (status, fate)) in after.events.iter_mut().zip(statuses.iter().zip(fates)) {
                if fate == 1 {
                    event.event_status = *status;
                }
            }
            (before, after)
        },
    )
}

fn sorted(mut differences: Vec<Difference>) -> Vec<Difference> {
    differences.sort_by(|one, other| one.id.cmp(&other.id));
    differences
}

proptest! {
    #[test]
    fn a_memory_tells_the_same_as_the_feed_it_is_of((before, after) in pairs()) {
        let memory = Memory::of(day("2018-01-20"), &before.events, &before);
        let told = memory.changes(&after.events, &after);
        prop_assert_eq!(sorted(told), sorted(between(&before, &after)));
    }

    #[test]
    fn a_memory_that_was_kept_is_the_same_memory(feed in feeds()) {
        let memory = Memory::of(day("2018-01-20"), &feed.events, &feed);
        let text = memory.to_string();
        prop_assert_eq!(Memory::from_str(&text), Ok(memory));
        prop_assert!(text.len() <= 12 + feed.events.len() * 56);
    }

    #[test]
    fn no_text_panics_as_a_memory(text in "2 2018-01-20(\n[a-z0-9-]{0,5}( [0-9a-z]{0,12}){0,6}( 2018-01-2[0-9])?){0,3}|\\PC*") {
        if let Ok(memory) = Memory::from_str(&text) {
            prop_assert_eq!(Memory::from_str(&memory.to_string()), Ok(memory));
        }
    }

    #[test]
    fn a_feed_does_not_differ_from_itself_and_nothing_is_counted(feed in feeds()) {
        prop_assert_eq!(between(&feed, &feed), vec![]);
        let mut same = feed.clone();
        count(&feed, &mut same, day("2018-01-20"));
        prop_assert_eq!(same, feed);
    }

    #[test]
    fn what_is_counted_never_goes_back_and_goes_on_with_each_change((before, mut after) in pairs()) {
        let changed = between(&before, &after);
        count(&before, &mut after, day("2018-01-20"));
        for event in &after.events {
            let Some(earlier) = before.event(event.id.as_str()) else { continue };
            let step = u32::from(changed.iter().any(|it| it.id == event.id));
            prop_assert_eq!(event.provenance.sequence, earlier.provenance.sequence + step);
        }
        prop_assert_eq!(between(&before, &after), changed, "counting is no change");
    }
}

/// What is told of one event that was changed in one way.
fn told(change: impl FnOnce(&mut Event)) -> Vec<ChangeKind> {
    let mut before = Feed::default();
    let mut bal = event("bal");
    bal.location = Some(place("93"));
    bal.sessions = ["2018-01-20T20:00", "2018-01-21T20:00"]
        .map(|start| Session { span: span(start, ""), event_status: EventStatus::Scheduled })
        .to_vec();
    before.events.push(bal);
    let mut after = before.clone();
    change(&mut after.events[0]);
    between(&before, &after).iter().flat_map(|it| it.kinds.iter()).collect()
}

#[test]
fn a_change_is_named_by_what_matters_most_about_it() {
    use ChangeKind::{Cancelled, Edited, Moved, Relocated};
    assert_eq!(told(|_| {}), []);
    assert_eq!(told(|it| it.event_status = EventStatus::Cancelled), [Cancelled]);
    assert_eq!(told(|it| it.sessions[1].event_status = EventStatus::Cancelled), [Cancelled]);
    assert_eq!(told(|it| it.sessions[0].span = span("2018-01-20T20:30", "")), [Moved]);
    assert_eq!(told(|it| it.event_status = EventStatus::Postponed), [Moved]);
    assert_eq!(told(|it| it.location = Some(place("94"))), [Relocated]);
    assert_eq!(told(|it| it.event_status = EventStatus::MovedOnline), [Relocated]);
    assert_eq!(told(|it| it.event_status = EventStatus::Full), [Edited]);
    assert_eq!(told(|it| it.name = "Le bal".to_owned()), [Edited]);
    let both = told(|it| {
        it.location = None;
        it.sessions.clear();
        it.name.clear();
    });
    assert_eq!(both, [Moved, Relocated]);
}

#[test]
fn a_log_names_what_is_gone_by_the_name_that_it_had() {
    let (mut before, mut after) = (Feed::default(), Feed::default());
    before.events = vec![event("bal"), event("atelier")];
    after.events = vec![event("debat"), event("atelier")];
    let log = entries(&before, &after, day("2018-01-20"));
    let log: Vec<_> =
        log.iter().map(|it| (it.name.as_str(), it.page.path(), it.kinds.to_string())).collect();
    assert_eq!(
        log,
        [
            ("debat", "/agenda/debat".to_owned(), "ajout".to_owned()),
            ("bal", "/agenda/bal".to_owned(), "retrait".to_owned())
        ]
    );
}

#[test]
fn a_memory_of_another_version_is_forgotten() {
    assert!(Memory::from_str("2 2018-01-20\nbal 0 0 a b c\nbal2 0 0 a b c 2018-01-27").is_ok());
    for text in [
        "",
        "1 2018-01-20",
        "2 hier",
        "2 2018-01-20\n",
        "2 2018-01-20\nbal 9 0 a b c",
        "2 2018-01-20\nbal 0 0 a b c d",
        "2 2018-01-20\nbal 0 0 a b c 2018-01-27 d",
    ] {
        assert_eq!(Memory::from_str(text), Err(NotAMemory), "{text:?}");
    }
}
