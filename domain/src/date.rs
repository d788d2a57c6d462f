//! Dates as records have them: to the year, the month, the day or the minute, or not known at all.
//!
//! Everything here is Paris wall time (`Europe/Paris`): no offset, no instant, no clock.
//! A [`PartialDate`] is not a day: ask [`PartialDate::first_day`] and [`PartialDate::last_day`] what it may mean.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use serde::{Serialize, Serializer};

/// The IANA name of the zone of every day and time in the feed.
pub const ZONE: &str = "Europe/Paris";

/// The years that the feed and the query may name; anything else is a slip of the pen.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// A date to the precision that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// Some day of this year.
    Year(i32),
    /// Some day of this month.
    Month(YearMonth),
    /// This day.
    Day(NaiveDate),
}

/// A month of a year. Ordered by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearMonth {
    first: NaiveDate,
}

impl YearMonth {
    /// The month of a year in [`YEARS`], counted from 1.
    pub fn new(year: i32, month: u32) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        YEARS.contains(&year).then_some(Self { first })
    }

    /// The month that a day lies in.
    pub fn of(day: NaiveDate) -> Self {
        Self { first: day.with_day(1).unwrap_or(day) }
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.first.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.first.month()
    }

    /// Its first day.
    pub const fn first_day(self) -> NaiveDate {
        self.first
    }

    /// Its last day.
    pub fn last_day(self) -> NaiveDate {
        let next = self.first.checked_add_months(Months::new(1));
        next.and_then(|day| day.pred_opt()).unwrap_or(self.first)
    }

    /// How many days it has.
    pub fn days(self) -> u32 {
        self.last_day().day()
    }

    /// The month after (or itself, at the end of time).
    #[must_use]
    pub fn next(self) -> Self {
        Self { first: self.first.checked_add_months(Months::new(1)).unwrap_or(self.first) }
    }

    /// The month before (or itself, at the beginning of time).
    #[must_use]
    pub fn previous(self) -> Self {
        Self { first: self.first.checked_sub_months(Months::new(1)).unwrap_or(self.first) }
    }
}

impl fmt::Display for YearMonth {
    /// `2017-11`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

impl FromStr for YearMonth {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let (year, month) = text.split_once('-').ok_or(NotADate)?;
        Self::new(digits(year, 4)?, digits(month, 2)?.unsigned_abs()).ok_or(NotADate)
    }
}

impl PartialDate {
    /// The first day that it may mean.
    pub fn first_day(self) -> NaiveDate {
        match self {
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default(),
            Self::Month(month) => month.first_day(),
            Self::Day(day) => day,
        }
    }

    /// The last day that it may mean.
    pub fn last_day(self) -> NaiveDate {
        match self {
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or_default(),
            Self::Month(month) => month.last_day(),
            Self::Day(day) => day,
        }
    }

    /// The day, if it is known to the day.
    pub const fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(day),
            Self::Year(_) | Self::Month(_) => None,
        }
    }
}

impl fmt::Display for PartialDate {
    /// `2017`, `2017-11` or `2017-11-25`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(month) => month.fmt(f),
            Self::Day(day) => day.fmt(f),
        }
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        match text.len() {
            4 => {
                let year = digits(text, 4)?;
                if YEARS.contains(&year) { Ok(Self::Year(year)) } else { Err(NotADate) }
            }
            7 => text.parse().map(Self::Month),
            _ => parse_day(text).map(Self::Day),
        }
    }
}

/// A [`PartialDate`], or a minute of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moment {
    /// No hour is known.
    Date(PartialDate),
    /// The hour is known too; Paris wall time.
    Minute(NaiveDateTime),
}

impl Moment {
    /// The date without the hour.
    pub fn date(self) -> PartialDate {
        match self {
            Self::Date(date) => date,
            Self::Minute(minute) => PartialDate::Day(minute.date()),
        }
    }

    /// The hour, if it is known.
    pub fn time(self) -> Option<NaiveTime> {
        match self {
            Self::Date(_) => None,
            Self::Minute(minute) => Some(minute.time()),
        }
    }

    /// The day, if it is known to the day.
    pub fn day(self) -> Option<NaiveDate> {
        self.date().day()
    }
}

impl fmt::Display for Moment {
    /// As [`PartialDate`], or `2017-11-25T14:30`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Minute(minute) => {
                write!(f, "{}T{:02}:{:02}", minute.date(), minute.hour(), minute.minute())
            }
        }
    }
}

impl FromStr for Moment {
    type Err = NotADate;

    /// Seconds are read and dropped; an offset (`Z`, `+01:00`) is refused, since wall time is meant.
    fn from_str(text: &str) -> Result<Self, NotADate> {
        let Some((day, time)) = text.split_once('T') else {
            return text.parse().map(Self::Date);
        };
        let mut parts = time.split(':');
        let (Some(hour), Some(minute)) = (parts.next(), parts.next()) else {
            return Err(NotADate);
        };
        if let Some(second) = parts.next() {
            digits(second, 2)?;
        }
        let time = NaiveTime::from_hms_opt(
            digits(hour, 2)?.unsigned_abs(),
            digits(minute, 2)?.unsigned_abs(),
            0,
        );
        match (parts.next(), time) {
            (None, Some(time)) => Ok(Self::Minute(parse_day(day)?.and_time(time))),
            _ => Err(NotADate),
        }
    }
}

/// From when to when, as far as it is known; both ends inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    /// The beginning; `None` is « not known », never « always ».
    pub start: Option<Moment>,
    /// The end; `None` is « not known ». One day when the start is known to the day and nothing else is said.
    pub end: Option<Moment>,
}

impl Span {
    /// The first day that it may touch, from whichever end is known.
    pub fn first_day(self) -> Option<NaiveDate> {
        self.start.or(self.end).map(|moment| moment.date().first_day())
    }

    /// The last day that it may touch, from whichever end is known.
    pub fn last_day(self) -> Option<NaiveDate> {
        let last = self.end.or(self.start)?.date().last_day();
        Some(self.first_day().map_or(last, |first| last.max(first)))
    }

    /// The one day it lies on, if it is known to the day and does not last longer.
    /// A night that ends by six the next morning is still one day.
    pub fn only_day(self) -> Option<NaiveDate> {
        let day = self.start?.day()?;
        match self.end {
            None => Some(day),
            Some(end) if end.day() == Some(day) => Some(day),
            Some(Moment::Minute(end)) if Some(end.date()) == day.succ_opt() && end.hour() < 6 => {
                Some(day)
            }
            Some(_) => None,
        }
    }

    /// Whether start and end are in order, as far as both are known.
    pub fn is_in_order(self) -> bool {
        match (self.start, self.end) {
            (Some(Moment::Minute(start)), Some(Moment::Minute(end))) => start <= end,
            (Some(start), Some(end)) => start.date().first_day() <= end.date().last_day(),
            _ => true,
        }
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The text is not a date in the form asked for, or no such day exists (`2018-02-30`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date")]
pub struct NotADate;

/// Reads `YYYY-MM-DD`, with exactly these digits, in [`YEARS`].
///
/// # Errors
/// [`NotADate`] for any other form, and for days that do not exist.
pub fn parse_day(text: &str) -> Result<NaiveDate, NotADate> {
    let mut parts = text.split('-');
    let (Some(year), Some(month), Some(day), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(NotADate);
    };
    let year = digits(year, 4)?;
    let found = NaiveDate::from_ymd_opt(
        year,
        digits(month, 2)?.unsigned_abs(),
        digits(day, 2)?.unsigned_abs(),
    );
    found.filter(|_| YEARS.contains(&year)).ok_or(NotADate)
}

/// The day this many days later (or itself, at the end of time).
pub fn days_after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// The day this many days earlier (or itself, at the beginning of time).
pub fn days_before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

fn digits(text: &str, count: usize) -> Result<i32, NotADate> {
    if text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit()) {
        text.parse().map_err(|_| NotADate)
    } else {
        Err(NotADate)
    }
}

#[cfg(test)]
mod tests;
