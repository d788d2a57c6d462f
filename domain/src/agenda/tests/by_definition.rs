//! The agenda against a second one that reads the definitions literally, on any feed and any query.

use std::cmp::Reverse;

use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;

use super::feeds::{feeds, queries, todays};
use super::words_by_definition::rank;
use crate::agenda::{Agenda, Heading, Row, Scope};
use crate::choices::{Audience, Choice, Choices};
use crate::date::{Moment, PartialDate, Span};
use crate::department::Territory;
use crate::event::Event;
use crate::feed::Feed;
use crate::query::Query;
use crate::search::fold;

fn fits(feed: &Feed, event: &Event, query: &Query) -> bool {
    let stop = event.stop.as_ref().and_then(|id| feed.stop(id.as_str()));
    let own = event.location.as_ref().and_then(|place| place.department.clone());
    let territory = own.or(stop.and_then(|stop| stop.location.department.clone()));
    let department = territory.as_ref().and_then(Territory::department);
    let exhibition = stop.map(|stop| stop.exhibition.clone());
    let shown_there = exhibition.as_ref().and_then(|id| feed.exhibition(id.as_str()));
    let season = event.season.clone().or(stop.and_then(|stop| stop.season.clone()));
    let season = season.or(shown_there.and_then(|exhibition| exhibition.season.clone()));
    let everyone = event.audience.contains(Audience::Everyone);
    let is_for =
        |audience| event.audience.contains(audience) || (everyone && audience != Audience::Schools);
    (query.departments.is_empty() || department.is_some_and(|it| query.departments.contains(it)))
        && (query.kinds.is_empty() || query.kinds.contains(event.kind))
        && (query.audiences.is_empty() || query.audiences.iter().any(is_for))
        && (query.levels.is_empty() || query.levels.meets(event.educational_level))
        && (query.access.is_empty() || query.access.meets(event.access))
        && (!query.only_free || event.is_accessible_for_free == Some(true))
        && (query.season.is_none() || query.season == season)
        && (query.exhibition.is_none() || query.exhibition == exhibition)
        && rank(feed, event, &query.words).is_none_or(|rank| rank > 0)
}

/// The days that a session may touch; `None` when nothing is known.
fn days(span: Span) -> Option<(NaiveDate, NaiveDate)> {
    let whole = || Some((span.first_day()?, span.last_day()?));
    span.only_day().map(|day| (day, day)).or_else(whole)
}

fn scope(feed: &Feed, query: &Query, today: NaiveDate) -> Scope {
    let comes = |span| days(span).is_some_and(|(_, last)| last >= today);
    if query.from.is_some() || query.until.is_some() {
        Scope::Window
    } else if feed.events.iter().any(|event| event.times().any(comes)) {
        Scope::Coming
    } else {
        Scope::Archive
    }
}

fn first_day(scope: Scope, query: &Query, today: NaiveDate) -> Option<NaiveDate> {
    if scope == Scope::Coming { Some(today) } else { query.from }
}

fn is_shown(span: Span, scope: Scope, query: &Query, today: NaiveDate) -> bool {
    let Some((first, last)) = days(span) else { return scope != Scope::Window };
    let from = first_day(scope, query, today);
    from.is_none_or(|from| last >= from) && query.until.is_none_or(|until| first <= until)
}

fn heading(span: Span, from: Option<NaiveDate>) -> Heading {
    let Some(date) = span.start.or(span.end).map(Moment::date) else { return Heading::Unknown };
    if from.is_some_and(|from| date.last_day() < from) {
        return Heading::Running;
    }
    match date {
        PartialDate::Day(day) => Heading::Day(day),
        PartialDate::Month(month) => Heading::Month(month),
        PartialDate::Year(year) => Heading::Year(year),
    }
}

/// The place in time: unknown last; by day, a month after its days, a year after its months; all day before hours.
fn place_in_time(span: Span) -> (bool, Option<NaiveDate>, u8, Option<NaiveTime>) {
    let moment = span.start.or(span.end);
    let date = moment.map(Moment::date);
    let vagueness = match date {
        Some(PartialDate::Year(_)) => 2,
        Some(PartialDate::Month(_)) => 1,
        _ => 0,
    };
    (date.is_none(), date.map(PartialDate::last_day), vagueness, moment.and_then(Moment::time))
}

fn rows(feed: &Feed, query: &Query, today: NaiveDate) -> Vec<Row> {
    let scope = scope(feed, query, today);
    let from = first_day(scope, query, today);
    let mut rows = Vec::new();
    for (event, record) in (0..).zip(&feed.events).filter(|(_, event)| fits(feed, event, query)) {
        let rank = rank(feed, record, &query.words);
        for (session, span) in (0..).zip(record.times()) {
            if is_shown(span, scope, query, today) {
                let heading = if rank.is_some() { Heading::Best } else { heading(span, from) };
                let name = (fold(&record.name), record.id.clone(), session);
                let is_later = heading != Heading::Running;
                let order = (Reverse(rank), is_later, place_in_time(span), name);
                rows.push((order, Row { event, session, heading }));
            }
        }
    }
    rows.sort_by(|(order, _), (other, _)| order.cmp(other));
    rows.into_iter().map(|(_, row)| row).collect()
}

fn events(feed: &Feed, query: &Query, today: NaiveDate) -> usize {
    let mut events: Vec<_> = rows(feed, query, today).iter().map(|row| row.event).collect();
    events.sort_unstable();
    events.dedup();
    events.len()
}

fn past(feed: &Feed, query: &Query, today: NaiveDate) -> usize {
    if scope(feed, query, today) != Scope::Coming {
        return 0;
    }
    let over =
        |event: &&Event| event.times().all(|span| days(span).is_some_and(|(_, last)| last < today));
    feed.events.iter().filter(|event| fits(feed, event, query)).filter(over).count()
}

/// Each choice of a facet counts what the query shows with that choice alone in it.
fn counts<T: Choice + std::fmt::Debug>(
    feed: &Feed,
    today: NaiveDate,
    count: impl Fn(T) -> u32,
    with: impl Fn(Choices<T>) -> Query,
) -> Result<(), TestCaseError> {
    for choice in T::ALL {
        let shown = events(feed, &with(Choices::only(*choice)), today);
        prop_assert_eq!(count(*choice) as usize, shown, "{:?}", choice);
    }
    Ok(())
}

proptest! {
    #[test]
    fn it_shows_what_the_definitions_say(feed in feeds(), query in queries(), today in todays()) {
        let found = Agenda::new(&feed).find(&query, today);
        prop_assert_eq!(found.scope, scope(&feed, &query, today));
        prop_assert_eq!(&found.rows, &rows(&feed, &query, today));
        prop_assert_eq!(found.events, events(&feed, &query, today));
        prop_assert_eq!(found.past, past(&feed, &query, today));
        let covered: Vec<_> = found.sections().flat_map(|(_, rows)| rows).collect();
        prop_assert_eq!(covered, (0..found.rows.len()).collect::<Vec<_>>());
    }

    #[test]
    fn each_choice_counts_what_it_would_show(feed in feeds(), query in queries(), today in todays()) {
        let found = Agenda::new(&feed).find(&query, today);
        let facets = found.facets;
        let base = || query.clone();
        counts(&feed, today, |it| facets.departments.get(it), |departments| Query { departments, ..base() })?;
        counts(&feed, today, |it| facets.kinds.get(it), |kinds| Query { kinds, ..base() })?;
        counts(&feed, today, |it| facets.audiences.get(it), |audiences| Query { audiences, ..base() })?;
        counts(&feed, today, |it| facets.levels.get(it), |levels| Query { levels, ..base() })?;
        counts(&feed, today, |it| facets.access.get(it), |access| Query { access, ..base() })?;
        let free = Query { only_free: true, ..base() };
        prop_assert_eq!(facets.free as usize, events(&feed, &free, today));
        let Some(belongings) = found.belongings else { panic!("counted from all events") };
        for name in ["mobilites", "air", "trajectoires", "souffle", "none"] {
            let season = Query { season: name.parse().ok(), ..base() };
            prop_assert_eq!(belongings.season(name) as usize, events(&feed, &season, today), "{}", name);
            let exhibition = Query { exhibition: name.parse().ok(), ..base() };
            prop_assert_eq!(belongings.exhibition(name) as usize, events(&feed, &exhibition, today), "{}", name);
        }
    }
}
