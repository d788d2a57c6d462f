//! Where the exhibitions are on a day: which stop runs, which comes next, which was last.
//!
//! Real tours have gaps. A stop whose end nobody wrote down can't have lasted beyond the next stop of the same exhibition,
//! nor beyond its tour: that bound decides what *may* be running, and is never shown as a date.

use chrono::NaiveDate;

use crate::date::{Span, days_after, days_before};
use crate::feed::Feed;
use crate::order::places_in_order;
use crate::stop::{Phase, Stop};

/// What a stop is to a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// It runs on that day.
    Now,
    /// It may run on that day; its dates are too vague to say.
    Perhaps,
    /// It is yet to come.
    Coming,
    /// It is over.
    Past,
    /// None of its dates is known.
    Undated,
}

/// How long a stop of which only one end is known, and nothing else bounds it, may have lasted, in days.
const LONGEST_STAY: u64 = 365;

/// The stops of all tours in order of time, each with the days it can at most cover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tour {
    stations: Vec<Station>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Station {
    /// Index in [`Feed::stops`].
    stop: usize,
    span: Span,
    /// The last day that it can have run, shown to nobody.
    bound: Option<NaiveDate>,
}

impl Tour {
    /// Puts the stops of a feed in order: dated ones by time, undated ones last, each tie in the feed's order.
    pub fn new(feed: &Feed) -> Self {
        let key = |stop: usize| {
            let span = feed.stops[stop].span;
            (span.first_day().is_none(), span.first_day(), span.last_day())
        };
        let places = places_in_order(feed.stops.len(), &|one, other| key(one).cmp(&key(other)));
        let station =
            |stop: usize| Station { stop, span: feed.stops[stop].span, bound: bound(feed, stop) };
        Self { stations: places.into_iter().map(station).collect() }
    }

    /// The indices of all stops, in order of time.
    pub fn stops(&self) -> impl Iterator<Item = usize> + '_ {
        self.stations.iter().map(|station| station.stop)
    }

    /// What a stop is to a day. A stop that the tour does not have is undated.
    pub fn standing(&self, stop: usize, today: NaiveDate) -> Standing {
        let station = self.stations.iter().find(|station| station.stop == stop);
        station.map_or(Standing::Undated, |station| station.standing(today))
    }

    /// The stops that run on a day; those that only may run when none surely does.
    pub fn now(&self, today: NaiveDate) -> Vec<usize> {
        let sure = self.with(Standing::Now, today);
        if sure.is_empty() { self.with(Standing::Perhaps, today) } else { sure }
    }

    /// The next stop to come.
    pub fn next(&self, today: NaiveDate) -> Option<usize> {
        self.with(Standing::Coming, today).first().copied()
    }

    /// The stop that ended last, among those whose end is known.
    pub fn last(&self, today: NaiveDate) -> Option<usize> {
        let over = self.stations.iter().filter(|station| {
            station.standing(today) == Standing::Past && station.span.end.is_some()
        });
        over.max_by_key(|station| station.span.last_day()).map(|station| station.stop)
    }

    fn with(&self, standing: Standing, today: NaiveDate) -> Vec<usize> {
        let fitting = self.stations.iter().filter(|station| station.standing(today) == standing);
        fitting.map(|station| station.stop).collect()
    }
}

impl Station {
    fn standing(self, today: NaiveDate) -> Standing {
        let Span { start, end } = self.span;
        let begins = start.map(|moment| moment.date().first_day());
        let Some(first) =
            begins.or_else(|| Some(days_before(end?.date().last_day(), LONGEST_STAY)))
        else {
            return Standing::Undated;
        };
        if self.bound.is_some_and(|bound| bound < today) {
            return Standing::Past;
        }
        let surely_begun = start.is_some_and(|start| start.date().last_day() <= today);
        let surely_on = end.is_some_and(|end| end.date().first_day() >= today);
        if surely_begun && surely_on {
            Standing::Now
        } else if first > today {
            Standing::Coming
        } else {
            Standing::Perhaps
        }
    }
}

/// The last day that a stop can have run: its own end, else the eve of the exhibition's next stop, else the end of the
/// exhibition's tour or of its season, else [`LONGEST_STAY`] after its start.
fn bound(feed: &Feed, index: usize) -> Option<NaiveDate> {
    let stop = &feed.stops[index];
    if stop.span.end.is_some() {
        return stop.span.last_day();
    }
    let start = stop.span.start?;
    let begun = start.date().last_day();
    let following = feed.stops.iter().filter(|other| follows(other, stop, begun));
    let eve = following.filter_map(|other| other.span.first_day()?.pred_opt()).min();
    let ends = [eve, tour_end(feed, stop), Some(days_after(begun, LONGEST_STAY))];
    ends.into_iter().flatten().min().map(|bound| bound.max(begun))
}

fn follows(other: &Stop, stop: &Stop, begun: NaiveDate) -> bool {
    other.exhibition == stop.exhibition
        && other.span.start.is_some_and(|start| start.date().first_day() > begun)
}

fn tour_end(feed: &Feed, stop: &Stop) -> Option<NaiveDate> {
    if stop.phase == Phase::Afterwards {
        return None;
    }
    let exhibition = feed.exhibition(stop.exhibition.as_str());
    let season = stop.season.as_ref().and_then(|id| feed.season(id.as_str()));
    let end = exhibition.and_then(|it| it.end_date).or(season.and_then(|it| it.end_date))?;
    Some(end.last_day())
}

/// From today to a day: how many days, negative when it is over.
pub fn days_until(day: NaiveDate, today: NaiveDate) -> i64 {
    (day - today).num_days()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::{Moment, parse_day};
    use crate::place::Place;
    use crate::provenance::Provenance;

    fn stop(exhibition: &str, start: Option<&str>, end: Option<&str>) -> Stop {
        let moment = |text: &str| text.parse::<Moment>().ok();
        let Ok(exhibition) = exhibition.parse() else { panic!("{exhibition}") };
        let Ok(id) = "s".parse() else { panic!() };
        Stop {
            id,
            exhibition,
            season: None,
            phase: Phase::Tour,
            location: Place::default(),
            span: Span { start: start.and_then(moment), end: end.and_then(moment) },
            event_status: crate::event::EventStatus::Scheduled,
            opening_hours: None,
            school_visits: None,
            inauguration: None,
            admission: None,
            is_accessible_for_free: None,
            access: crate::choices::Choices::NONE,
            organizer: Vec::new(),
            url: None,
            description: None,
            provenance: Provenance::default(),
        }
    }

    fn day(text: &str) -> NaiveDate {
        parse_day(text).unwrap_or_default()
    }

    fn tour(stops: Vec<Stop>) -> Tour {
        Tour::new(&Feed { stops, ..Feed::default() })
    }

    #[test]
    fn a_stop_runs_from_its_first_to_its_last_day_inclusive() {
        let tour = tour(vec![stop("t", Some("2018-01-09"), Some("2018-03-10"))]);
        assert_eq!(tour.standing(0, day("2018-01-08")), Standing::Coming);
        assert_eq!(tour.standing(0, day("2018-01-09")), Standing::Now);
        assert_eq!(tour.standing(0, day("2018-03-10")), Standing::Now);
        assert_eq!(tour.standing(0, day("2018-03-11")), Standing::Past);
    }

    #[test]
    fn a_stop_with_no_known_end_is_over_when_the_next_one_begins() {
        let tour = tour(vec![
            stop("t", Some("2018-01-09"), Some("2018-03-10")),
            stop("t", Some("2017-11-25"), None),
        ]);
        assert_eq!(tour.standing(1, day("2017-12-24")), Standing::Perhaps);
        assert_eq!(tour.now(day("2017-12-24")), [1]);
        assert_eq!(tour.standing(1, day("2018-01-09")), Standing::Past);
        assert_eq!(tour.now(day("2018-01-20")), [0]);
    }

    #[test]
    fn another_exhibition_does_not_end_a_stop() {
        let tour = tour(vec![
            stop("t", Some("2017-11-25"), None),
            stop("air", Some("2017-12-01"), Some("2017-12-02")),
        ]);
        assert_eq!(tour.standing(0, day("2017-12-24")), Standing::Perhaps);
    }

    #[test]
    fn a_stop_known_by_its_years_may_run_in_them_and_nothing_more_is_claimed() {
        let tour = tour(vec![stop("air", Some("2015"), Some("2016"))]);
        assert_eq!(tour.standing(0, day("2014-12-31")), Standing::Coming);
        assert_eq!(tour.standing(0, day("2015-06-01")), Standing::Perhaps);
        assert_eq!(tour.standing(0, day("2017-01-01")), Standing::Past);
    }

    #[test]
    fn a_stop_without_dates_is_never_now_nor_next_nor_last() {
        let tour = tour(vec![stop("t", None, None)]);
        let today = day("2018-01-20");
        assert_eq!(tour.standing(0, today), Standing::Undated);
        assert_eq!((tour.now(today), tour.next(today), tour.last(today)), (vec![], None, None));
    }

    #[test]
    fn a_stop_of_which_only_the_end_is_known_may_run_until_then() {
        let tour = tour(vec![stop("air", None, Some("2024-01-24"))]);
        assert_eq!(tour.standing(0, day("2018-07-01")), Standing::Coming);
        assert_eq!(tour.standing(0, day("2024-01-20")), Standing::Perhaps);
        assert_eq!(tour.standing(0, day("2024-01-25")), Standing::Past);
    }

    #[test]
    fn next_is_the_first_to_begin_and_last_the_last_to_end() {
        let tour = tour(vec![
            stop("t", Some("2019-05-27"), Some("2019-07-26")),
            stop("t", Some("2018-03-16"), Some("2018-05-12")),
            stop("t", Some("2018-09-12"), Some("2018-11-03")),
        ]);
        assert_eq!(tour.next(day("2018-06-01")), Some(2));
        assert_eq!(tour.last(day("2018-06-01")), Some(1));
        assert_eq!(tour.last(day("2026-11-23")), Some(0));
    }
}
