//! When an occurrence is, as a calendar can say it: from a minute on, or whole days; or not at all.

use chrono::{Datelike as _, NaiveDate, NaiveDateTime, NaiveTime, Timelike as _};

use super::lines::Lines;
use super::zone;
use crate::date::{Moment, Span, ZONE, days_after, days_before};

/// A time that a calendar can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// On one day, from a minute on.
    Timed {
        /// Paris wall time.
        start: NaiveDateTime,
        /// Later than the start; none when it is not known, or when it is the start.
        end: Option<NaiveDateTime>,
    },
    /// Whole days.
    Days {
        /// The first.
        first: NaiveDate,
        /// The day after the last.
        after: NaiveDate,
    },
}

impl When {
    /// None when start or end are known less than to the day, or when only the end is known.
    pub(super) fn of(span: Span) -> Option<Self> {
        let start = span.start?;
        let first = start.day()?;
        if let Some(end) = span.end {
            end.day()?;
        }
        if let (Moment::Minute(start), Some(_)) = (start, span.only_day()) {
            return Some(Self::Timed { start, end: end_of(start, span.end) });
        }
        let last = span.only_day().unwrap_or_else(|| last_day(first, span.end));
        Some(Self::Days { first, after: days_after(last.max(first), 1) })
    }

    /// Whether hours are known that whole days do not say.
    pub(super) fn hides_hours(self, span: Span) -> bool {
        let has_hour = |moment: Option<Moment>| moment.and_then(Moment::time).is_some();
        matches!(self, Self::Days { .. }) && (has_hour(span.start) || has_hour(span.end))
    }

    /// Writes `DTSTART` and `DTEND`.
    pub(super) fn write(self, lines: &mut Lines) {
        match self {
            Self::Timed { start, end } => {
                // Programs differ on what the hour is that is skipped or comes twice; on UTC they agree.
                let odd = zone::is_odd(start) || end.is_some_and(zone::is_odd);
                lines.line(&timed("DTSTART", start, odd));
                if let Some(end) = end {
                    lines.line(&timed("DTEND", end, odd));
                }
            }
            Self::Days { first, after } => {
                lines.line(&["DTSTART;VALUE=DATE:", &day(first)].concat());
                lines.line(&["DTEND;VALUE=DATE:", &day(after)].concat());
            }
        }
    }
}

/// An end that is not later than the start, as the clock of the world goes, is none: in the night in spring, 2:30 is 3:30.
fn end_of(start: NaiveDateTime, end: Option<Moment>) -> Option<NaiveDateTime> {
    let Some(Moment::Minute(end)) = end else { return None };
    let is_later = end > start && zone::instant(end) > zone::instant(start);
    is_later.then_some(end)
}

/// The last day of several; what ends at midnight ended the day before.
fn last_day(first: NaiveDate, end: Option<Moment>) -> NaiveDate {
    match end {
        Some(Moment::Minute(end)) if end.time() == NaiveTime::MIN => days_before(end.date(), 1),
        end => end.and_then(Moment::day).unwrap_or(first),
    }
}

/// `20180120`.
pub(super) fn day(day: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// A minute in Paris, or in UTC. Before the rules of the zone that is written, as a clock on the wall and nothing more.
fn timed(name: &str, minute: NaiveDateTime, in_utc: bool) -> String {
    let digits = |it: NaiveDateTime| {
        [day(it.date()), format!("T{:02}{:02}00", it.hour(), it.minute())].concat()
    };
    if !zone::covers(minute) {
        [name, ":", &digits(minute)].concat()
    } else if in_utc {
        [name, ":", &digits(zone::instant(minute)), "Z"].concat()
    } else {
        [name, ";TZID=", ZONE, ":", &digits(minute)].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(start: &str, end: &str) -> String {
        let span = Span { start: start.parse().ok(), end: end.parse().ok() };
        let mut lines = Lines::default();
        if let Some(when) = When::of(span) {
            when.write(&mut lines);
        }
        lines
            .into_text()
            .replace(";TZID=Europe/Paris", "")
            .replace(";VALUE=DATE", "")
            .replace("\r\n", " ")
    }

    #[test]
    fn one_day_with_hours_is_timed_and_everything_longer_is_whole_days() {
        for (start, end, calendar) in [
            (
                "2018-01-20T20:00",
                "2018-01-20T22:30",
                "DTSTART:20180120T200000 DTEND:20180120T223000 ",
            ),
            (
                "2018-01-20T20:00",
                "2018-01-21T00:00",
                "DTSTART:20180120T200000 DTEND:20180121T000000 ",
            ),
            (
                "2018-01-20T20:00",
                "2018-01-21T05:59",
                "DTSTART:20180120T200000 DTEND:20180121T055900 ",
            ),
            ("2018-01-20T20:00", "", "DTSTART:20180120T200000 "),
            ("2018-01-20T20:00", "2018-01-20", "DTSTART:20180120T200000 "),
            ("2018-01-20T20:00", "2018-01-20T20:00", "DTSTART:20180120T200000 "),
            ("2018-01-20", "", "DTSTART:20180120 DTEND:20180121 "),
            ("2018-01-20", "2018-01-20T18:00", "DTSTART:20180120 DTEND:20180121 "),
            ("2018-01-20", "2018-01-21T03:00", "DTSTART:20180120 DTEND:20180121 "),
            ("2018-01-09", "2018-03-10", "DTSTART:20180109 DTEND:20180311 "),
            ("2018-01-09T10:00", "2018-03-10T18:00", "DTSTART:20180109 DTEND:20180311 "),
            ("2018-01-09T10:00", "2018-01-12T00:00", "DTSTART:20180109 DTEND:20180112 "),
            ("2017-12-31", "2018-01-01", "DTSTART:20171231 DTEND:20180102 "),
        ] {
            assert_eq!(said(start, end), calendar, "{start} {end}");
        }
    }

    #[test]
    fn what_is_not_known_to_the_day_is_no_time_of_a_calendar() {
        for (start, end) in [
            ("", ""),
            ("2015", ""),
            ("2017-11", "2017-11-25"),
            ("2017-11-25", "2017-12"),
            ("", "2017-11-25"),
            ("2017-11-25T10:00", "2018"),
        ] {
            assert_eq!(said(start, end), "", "{start} {end}");
        }
    }

    #[test]
    fn an_end_that_the_change_of_clocks_puts_before_the_start_is_none() {
        assert_eq!(said("2018-03-25T02:30", "2018-03-25T03:15"), "DTSTART:20180325T013000Z ");
    }

    #[test]
    fn an_hour_that_is_skipped_or_comes_twice_is_said_in_utc() {
        assert_eq!(said("2018-03-25T02:00", ""), "DTSTART:20180325T010000Z ");
        assert_eq!(
            said("2018-03-25T01:59", "2018-03-25T03:00"),
            "DTSTART:20180325T015900 DTEND:20180325T030000 "
        );
        assert_eq!(
            said("2018-10-28T01:30", "2018-10-28T02:30"),
            "DTSTART:20181027T233000Z DTEND:20181028T003000Z "
        );
        assert_eq!(said("2018-10-28T03:00", ""), "DTSTART:20181028T030000 ");
    }
}
