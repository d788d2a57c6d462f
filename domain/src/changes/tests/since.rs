//! What is told of a device's visits: nothing twice by reloading, nothing lost, and only what is still to come.

use std::str::FromStr as _;

use proptest::prelude::*;

use super::super::*;
use super::pairs;
use crate::agenda::tests::feeds::{feeds, todays};
use crate::agenda::tests::records::{day, event, id, span};
use crate::choices::Choice as _;
use crate::date::days_after;
use crate::event::EventStatus;

/// Looks at a feed with some of its events kept.
fn at_hand<T>(
    feed: &Feed,
    kept: &[Id],
    today: NaiveDate,
    look: impl FnOnce(&AtHand<'_>) -> T,
) -> T {
    let events: Vec<_> = feed.events.iter().collect();
    look(&AtHand { reach: Reach::All, events: &events, feed, kept, today })
}

/// As [`at_hand`], when only what is kept is.
fn kept_at_hand<T>(
    feed: &Feed,
    kept: &[Id],
    today: NaiveDate,
    look: impl FnOnce(&AtHand<'_>) -> T,
) -> T {
    let events: Vec<_> = feed.events.iter().filter(|event| kept.contains(&event.id)).collect();
    look(&AtHand { reach: Reach::Kept, events: &events, feed, kept, today })
}

fn seen(visits: Visits, feed: &Feed, today: NaiveDate) -> Visits {
    visits.with(at_hand(feed, &[], today, Seen::of))
}

fn comes(event: &Event, today: NaiveDate) -> bool {
    event.last_day().is_none_or(|last| last >= today)
}

proptest! {
    #[test]
    fn what_is_told_is_what_differs_of_what_comes_or_was_to_come(
        (before, after) in pairs(), today in todays(), later in 1..40_u64,
    ) {
        let visits = seen(Visits::default(), &before, today);
        let then = days_after(today, later);
        let since = at_hand(&after, &[], then, |at_hand| visits.since(at_hand));
        let mut known = before.clone();
        known.events.retain(|event| comes(event, today));
        let expected: Vec<_> = between(&known, &after).into_iter().filter(|it| {
            let on = |feed: &Feed| feed.event(it.id.as_str()).is_some_and(|event| comes(event, then));
            on(&after) || on(&known)
        }).map(|it| (it.id, it.kinds.iter().next())).collect();
        let told: Vec<_> = since.iter().flat_map(|it| &it.told).map(|it| (it.id.clone(), Some(it.kind))).collect();
        let by_id = |mut list: Vec<(Id, Option<ChangeKind>)>| { list.sort_by(|one, other| one.0.cmp(&other.0)); list };
        prop_assert_eq!(by_id(told), by_id(expected));
        prop_assert_eq!(since.map(|it| it.day), Some(today));
    }

    #[test]
    fn all_day_long_the_same_is_told_however_often_one_looks(
        (before, after) in pairs(), today in todays(), looks in 1..4_usize,
    ) {
        let visits = seen(Visits::default(), &before, today);
        let then = days_after(today, 3);
        let first = at_hand(&after, &[], then, |at_hand| visits.since(at_hand));
        let mut later = visits;
        for _ in 0..looks {
            later = seen(later, &after, then);
            let again = at_hand(&after, &[], then, |at_hand| later.since(at_hand));
            prop_assert_eq!(&again, &first);
            prop_assert!(later.have(then, &[]));
        }
        // The next visit begins where this one was, so nothing is told that was seen.
        let next = days_after(then, 1);
        let next = at_hand(&after, &[], next, |at_hand| later.since(at_hand));
        prop_assert_eq!(next.map(|it| (it.day, it.told)), Some((then, vec![])));
    }

    #[test]
    fn of_a_feed_that_is_not_at_hand_only_what_is_kept_is_told(
        (before, after) in pairs(), today in todays(), kept in prop::collection::vec(0..14_usize, 0..5),
    ) {
        let kept: Vec<_> = kept.into_iter().map(|place| id(&format!("e{place}"))).collect();
        let then = days_after(today, 1);
        let first = kept_at_hand(&before, &kept, today, Seen::of);
        let visits = Visits::default().with(first);
        let few = kept_at_hand(&after, &kept, then, |at_hand| visits.since(at_hand));
        let all = seen(Visits::default(), &before, today);
        let all = at_hand(&after, &kept, then, |at_hand| all.since(at_hand));
        let (Some(few), Some(all)) = (few, all) else { return Err(TestCaseError::fail("nothing")) };
        let expected: Vec<_> = all.told.into_iter().filter(|it| it.is_kept && it.kind != ChangeKind::Added).collect();
        prop_assert_eq!((few.reach, few.told), (Reach::Kept, expected));
    }

    #[test]
    fn what_was_seen_is_kept_as_text(feed in feeds(), today in todays()) {
        let one = at_hand(&feed, &[], today, Seen::of);
        prop_assert_eq!(Seen::from_str(&one.to_string()), Ok(one));
        let other = kept_at_hand(&feed, &[id("e1")], today, Seen::of);
        prop_assert_eq!(Seen::from_str(&other.to_string()), Ok(other));
        prop_assert_eq!(Seen::from_str(&format!("rien {today}")), Err(NotAMemory));
    }
}

/// A feed of events on days of January 2018.
fn feed(days: &[(&str, &str)]) -> Feed {
    let one = |(name, start): &(&str, &str)| Event { span: span(start, ""), ..event(name) };
    Feed { events: days.iter().map(one).collect(), ..Feed::default() }
}

#[test]
fn counts_are_by_kind_and_what_is_kept_comes_first_and_warns() {
    use ChangeKind::{Added, Cancelled, Moved, Removed};
    let names = ["a", "b", "c", "d", "e", "over", "past"];
    let dates = [
        "2018-01-20",
        "2018-01-20",
        "2018-01-20",
        "2018-01-20",
        "2018-01-20",
        "2018-01-11",
        "2018-01-05",
    ];
    let before = feed(&names.into_iter().zip(dates).collect::<Vec<_>>());
    let mut after = before.clone();
    after.events[0].event_status = EventStatus::Cancelled;
    after.events[1].event_status = EventStatus::Cancelled;
    after.events[2].span = span("2018-01-21", "");
    after.events[3].name = "D".to_owned();
    after.events.retain(|it| !["e", "over", "past"].contains(&it.id.as_str()));
    after.events.push(Event { span: span("2018-02-01", ""), ..event("new") });
    after.events.push(Event { span: span("2018-01-02", ""), ..event("old") });
    let visits = seen(Visits::default(), &before, day("2018-01-10"));
    let kept = [id("b"), id("d")];
    let since = at_hand(&after, &kept, day("2018-01-12"), |at_hand| visits.since(at_hand));
    let Some(since) = since else { panic!("there was a visit") };
    let told: Vec<_> =
        since.told.iter().map(|it| (it.id.as_str(), it.kind.code(), it.is_kept)).collect();
    assert_eq!(
        told,
        [
            ("b", "annule", true),
            ("a", "annule", false),
            ("c", "date", false),
            ("new", "ajout", false),
            ("e", "retrait", false),
            ("d", "autre", true)
        ]
    );
    assert_eq!(since.counts(), [(Cancelled, 2), (Moved, 1), (Added, 1), (Removed, 1)]);
    assert_eq!(since.warnings().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["b"]);
}

#[test]
fn a_first_visit_has_nothing_to_compare_with() {
    let feed = feed(&[("bal", "2018-01-20")]);
    let today = day("2018-01-10");
    let since = |visits: &Visits| at_hand(&feed, &[], today, |at_hand| visits.since(at_hand));
    assert_eq!(since(&Visits::default()), None);
    assert!(Visits::default().is_first(today));
    let visits = seen(Visits::default(), &feed, today);
    assert_eq!(since(&visits), None);
    assert!(visits.is_first(today) && !visits.is_first(day("2018-01-11")));
    // The clock of the device went back.
    let ahead = seen(Visits::default(), &feed, day("2030-01-01"));
    assert_eq!(since(&ahead), None);
    assert!(!ahead.have(today, &[]) && seen(ahead, &feed, today).have(today, &[]));
}

#[test]
fn of_a_huge_feed_what_is_kept_is_remembered_and_what_is_kept_later_too() {
    let many: Vec<_> = (0..=MOST_REMEMBERED).map(|place| format!("e{place}")).collect();
    let feed = feed(&many.iter().map(|name| (name.as_str(), "2018-01-20")).collect::<Vec<_>>());
    let today = day("2018-01-10");
    let of = |kept: &[Id]| at_hand(&feed, kept, today, Seen::of);
    let visits = Visits::default().with(of(&[id("e7")]));
    assert!(visits.have(today, &[id("e7")]) && visits.have(today, &[]));
    assert!(!visits.have(today, &[id("e7"), id("e8")]));
    assert!(visits.with(of(&[id("e7"), id("e8")])).have(today, &[id("e8")]));
    let text = of(&[]).to_string();
    assert_eq!(text, "choix 2 2018-01-10");
    let fewer = Feed { events: feed.events[1..].to_vec(), ..Feed::default() };
    assert!(at_hand(&fewer, &[], today, Seen::of).to_string().len() < 60 * MOST_REMEMBERED);
}
