//! The geometry of the lanes: eight départements by time. Numbers only; the views place them.
//!
//! Horizontal positions are fractions of the whole axis, 0 at the first day's beginning, 1 at the last day's end.

use chrono::NaiveDate;

use crate::choices::Choice;
use crate::date::{Moment, PartialDate, Span, YearMonth, days_after};
use crate::department::{Department, Territory};
use crate::feed::Feed;
use crate::order::places_in_order;
use crate::stop::Stop;

/// How well an end of a bar is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// To the day.
    Known,
    /// To the month or the year: the bar covers all it may mean.
    Vague,
    /// Not at all: the bar stops short and open.
    Open,
}

/// One stop on a lane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// Index in [`Feed::stops`].
    pub stop: usize,
    /// Where it begins, 0 to 1.
    pub x: f64,
    /// How long it is, 0 to 1.
    pub width: f64,
    /// Which track of the lane it lies on, from 0; bars on one track never touch.
    pub track: usize,
    /// The month columns it covers, both inclusive, from 0.
    pub columns: (usize, usize),
    /// How well its beginning is known.
    pub start: Edge,
    /// How well its end is known.
    pub end: Edge,
}

/// The row of one département.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// Whose row it is.
    pub department: Department,
    /// Its dated stops, by time.
    pub bars: Vec<Bar>,
    /// Its stops without any date, by index.
    pub undated: Vec<usize>,
    /// How many tracks its bars need, at least 1.
    pub tracks: usize,
}

/// Eight lanes over the months that their stops touch.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    /// The months, without a gap. At least one, at most [`MOST_MONTHS`].
    pub months: Vec<YearMonth>,
    /// The eight, by code.
    pub lanes: Vec<Lane>,
}

/// A move over the lanes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the stop before in time, on whatever lane.
    Earlier,
    /// To the stop after in time.
    Later,
    /// To the nearest stop on the next lane above that has one.
    Up,
    /// To the nearest stop on the next lane below that has one.
    Down,
    /// To the first stop in time.
    First,
    /// To the last stop in time.
    Last,
}

/// The longest axis, in months; what lies beyond is left to the list.
pub const MOST_MONTHS: usize = 120;

/// How long a bar with an open end is drawn, in days: one can grasp it, and it claims nothing.
const OPEN_DAYS: u64 = 30;

/// How much room a bar keeps for its name on its track, in days.
const NAME_DAYS: u64 = 130;

impl Timeline {
    /// Lays out some stops of a feed. `None` when none of them has a date in one of the eight.
    pub fn new(feed: &Feed, stops: &[usize]) -> Option<Self> {
        let drawn = |&stop: &usize| {
            let stop = feed.stops.get(stop)?;
            stop.location.department.as_ref()?.department()?;
            extent(feed, stop)
        };
        let first = stops.iter().filter_map(drawn).map(|(first, _)| first).min()?;
        let last = stops.iter().filter_map(drawn).map(|(_, last)| last).max()?;
        let until = YearMonth::of(last);
        let months: Vec<_> = std::iter::successors(Some(YearMonth::of(first)), |m| Some(m.next()))
            .take_while(|month| *month <= until)
            .take(MOST_MONTHS)
            .collect();
        let mut timeline = Self { months, lanes: Vec::new() };
        timeline.lanes =
            Department::ALL.iter().map(|&here| timeline.lane(feed, stops, here)).collect();
        Some(timeline)
    }

    /// Where a day begins on the axis, if it is on it.
    pub fn position(&self, day: NaiveDate) -> Option<f64> {
        let (first, last) = self.ends()?;
        (first <= day && day <= last).then(|| self.fraction(day))
    }

    /// Where each month begins, 0 to 1, and how long it is.
    pub fn columns(&self) -> impl Iterator<Item = (YearMonth, f64, f64)> + '_ {
        let total = self.days();
        self.months.iter().map(move |month| {
            (*month, self.fraction(month.first_day()), f64::from(month.days()) / total)
        })
    }

    /// The bar that a move leads to from a stop's bar; `None` when there is none that way.
    pub fn neighbour(&self, stop: usize, towards: Direction) -> Option<usize> {
        let bars = self.lanes.iter().enumerate();
        let laid: Vec<_> =
            bars.flat_map(|(lane, it)| it.bars.iter().map(move |bar| (lane, bar))).collect();
        let order =
            places_in_order(laid.len(), &|one, other| laid[one].1.x.total_cmp(&laid[other].1.x));
        let placed: Vec<_> = order.into_iter().map(|place| laid[place]).collect();
        let here = placed.iter().position(|(_, bar)| bar.stop == stop)?;
        let (lane, bar) = placed[here];
        let nearest = |other: usize| {
            let middle = |bar: &Bar| bar.x + bar.width / 2.0;
            let away = |other: &Bar| (middle(other) - middle(bar)).abs();
            let bars = self.lanes[other].bars.iter();
            bars.min_by(|one, two| away(one).total_cmp(&away(two))).map(|bar| bar.stop)
        };
        match towards {
            Direction::Earlier => placed.get(here.checked_sub(1)?).map(|(_, bar)| bar.stop),
            Direction::Later => placed.get(here + 1).map(|(_, bar)| bar.stop),
            Direction::Up => (0..lane).rev().find_map(nearest),
            Direction::Down => (lane + 1..self.lanes.len()).find_map(nearest),
            Direction::First => placed.first().map(|(_, bar)| bar.stop),
            Direction::Last => placed.last().map(|(_, bar)| bar.stop),
        }
    }

    fn lane(&self, feed: &Feed, stops: &[usize], department: Department) -> Lane {
        let mut lane = Lane { department, bars: Vec::new(), undated: Vec::new(), tracks: 1 };
        let mut free_from: Vec<NaiveDate> = Vec::new();
        for &index in stops {
            let Some(stop) = feed.stops.get(index) else { continue };
            let territory = stop.location.department.as_ref();
            if territory.and_then(Territory::department) != Some(department) {
                continue;
            }
            let Some((first, last)) = extent(feed, stop) else {
                lane.undated.push(index);
                continue;
            };
            if let Some(bar) = self.bar(index, stop.span, first, last) {
                let track = free_from.iter().position(|free| *free < first);
                let track = track.unwrap_or(free_from.len());
                let named = last.max(days_after(first, NAME_DAYS));
                if track == free_from.len() {
                    free_from.push(named);
                } else {
                    free_from[track] = named;
                }
                lane.bars.push(Bar { track, ..bar });
            }
        }
        lane.tracks = free_from.len().max(1);
        lane
    }

    fn bar(&self, stop: usize, span: Span, first: NaiveDate, last: NaiveDate) -> Option<Bar> {
        let (axis_first, axis_last) = self.ends()?;
        if first > axis_last || last < axis_first {
            return None;
        }
        let x = self.fraction(first.max(axis_first));
        let end = last.min(axis_last).succ_opt().unwrap_or(last);
        let column = |day: NaiveDate| {
            let month = YearMonth::of(day);
            self.months.iter().position(|it| *it == month)
        };
        Some(Bar {
            stop,
            x,
            width: self.fraction(end) - x,
            track: 0,
            columns: (column(first)?, column(last).unwrap_or(self.months.len() - 1)),
            start: edge(span.start),
            end: edge(span.end),
        })
    }

    fn ends(&self) -> Option<(NaiveDate, NaiveDate)> {
        Some((self.months.first()?.first_day(), self.months.last()?.last_day()))
    }

    fn days(&self) -> f64 {
        self.months.iter().map(|month| f64::from(month.days())).sum()
    }

    fn fraction(&self, day: NaiveDate) -> f64 {
        let Some((first, _)) = self.ends() else { return 0.0 };
        let days = i32::try_from((day - first).num_days()).unwrap_or(i32::MAX);
        f64::from(days) / self.days()
    }
}

/// The days that a bar covers: from the first to the last that the span may mean, within its exhibition's tour as far
/// as that is known; an open end is cut short.
fn extent(feed: &Feed, stop: &Stop) -> Option<(NaiveDate, NaiveDate)> {
    let (first, last) = meant(stop.span)?;
    let exhibition = feed.exhibition(stop.exhibition.as_str());
    let begins = exhibition.and_then(|it| it.start_date).map(PartialDate::first_day);
    let ends = exhibition.and_then(|it| it.end_date).map(PartialDate::last_day);
    let vague = |moment: Option<Moment>| moment.is_some_and(|moment| moment.day().is_none());
    let cut_first = begins.filter(|begins| vague(stop.span.start) && *begins <= last);
    let cut_last = ends.filter(|ends| vague(stop.span.end.or(stop.span.start)) && *ends >= first);
    Some((
        cut_first.map_or(first, |cut| first.max(cut)),
        cut_last.map_or(last, |cut| last.min(cut)),
    ))
}

/// From the first to the last day that a span may mean.
fn meant(span: Span) -> Option<(NaiveDate, NaiveDate)> {
    match (span.start.map(Moment::date), span.end.map(Moment::date)) {
        (Some(start), Some(end)) => Some((start.first_day(), end.last_day())),
        (Some(start @ PartialDate::Day(day)), None) => {
            Some((start.first_day(), days_after(day, OPEN_DAYS)))
        }
        (Some(start), None) => Some((start.first_day(), start.last_day())),
        (None, Some(end)) => {
            let first = end.last_day().checked_sub_days(chrono::Days::new(OPEN_DAYS));
            Some((first.unwrap_or(end.first_day()), end.last_day()))
        }
        (None, None) => None,
    }
}

fn edge(moment: Option<Moment>) -> Edge {
    match moment {
        None => Edge::Open,
        Some(moment) if moment.day().is_some() => Edge::Known,
        Some(_) => Edge::Vague,
    }
}

#[cfg(test)]
mod tests;
