//! When the invented programme takes place: classes on school days, families when they are free, the sky at midnight.
//!
//! Paris wall time. School holidays are not looked up: classes only keep clear of summer and of the turn of the year.

use chrono::{Datelike as _, Duration, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use super::chance::Chance;
use crate::date::{Moment, PartialDate, Span, days_after};

/// A kind of hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// When classes come.
    SchoolDay,
    /// When children have no school.
    Wednesday,
    /// When families are free.
    Family,
    /// Saturdays and Sundays.
    Weekend,
    /// After work.
    Evening,
    /// From 23:00 on.
    Night,
    /// Several days, without hours.
    Run,
}

impl Slot {
    /// Whether something of this kind may take place on this day.
    pub(super) fn fits(self, day: NaiveDate) -> bool {
        use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
        let weekday = day.weekday();
        let fits = match self {
            Self::SchoolDay => matches!(weekday, Mon | Tue | Thu | Fri) && !is_long_holiday(day),
            Self::Wednesday => weekday == Wed,
            Self::Family => matches!(weekday, Wed | Sat | Sun),
            Self::Weekend => matches!(weekday, Sat | Sun),
            Self::Evening => !matches!(weekday, Sun | Mon),
            Self::Night => matches!(weekday, Fri | Sat),
            Self::Run => weekday == Mon,
        };
        fits && !is_day_of_rest(day)
    }

    /// The hours at which it may begin.
    const fn hours(self) -> &'static [(u32, u32)] {
        match self {
            Self::SchoolDay => &[(9, 0), (9, 30), (10, 0), (10, 30), (14, 0), (14, 30)],
            Self::Wednesday => &[(10, 0), (14, 0), (14, 30), (15, 0)],
            Self::Family => &[(10, 30), (14, 0), (14, 30), (15, 0), (16, 0)],
            Self::Weekend => &[(10, 30), (11, 0), (14, 0), (15, 0), (16, 30)],
            Self::Evening => &[(18, 30), (19, 0), (19, 30), (20, 0), (20, 30)],
            Self::Night => &[(23, 0)],
            Self::Run => &[(0, 0)],
        }
    }

    /// An hour at which it begins.
    pub(super) fn hour(self, chance: &mut Chance) -> NaiveTime {
        let (hour, minute) = *chance.pick(self.hours());
        NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default()
    }

    /// How many days before the last one it begins at the latest, so that it has ended by then.
    pub(super) fn reach(self, length: u32) -> u64 {
        match self {
            Self::Run => u64::from(length) - 1,
            Self::Night => 1,
            _ => 0,
        }
    }

    /// From when to when it lasts, if it begins then; `length` is in minutes, for a run in days.
    pub(super) fn span(self, begin: NaiveDateTime, length: u32) -> Span {
        if self == Self::Run {
            let day = |day| Some(Moment::Date(PartialDate::Day(day)));
            let end = days_after(begin.date(), u64::from(length) - 1);
            return Span { start: day(begin.date()), end: day(end) };
        }
        let end = begin.checked_add_signed(Duration::minutes(i64::from(length)));
        Span { start: Some(Moment::Minute(begin)), end: end.map(Moment::Minute) }
    }

    /// A day that fits, from the first to the last one. The first one when none fits.
    pub(super) fn day(self, chance: &mut Chance, first: NaiveDate, last: NaiveDate) -> NaiveDate {
        let days = (last - first).num_days().unsigned_abs() + 1;
        let from = chance.days_below(days);
        let mut around = (from..days).chain(0..from).map(|place| days_after(first, place));
        around.find(|day| self.fits(*day)).unwrap_or(first)
    }
}

/// Summer, and the turn of the year.
fn is_long_holiday(day: NaiveDate) -> bool {
    match (day.month(), day.day()) {
        (7 | 8, _) => true,
        (12, day) => day >= 20,
        (1, day) => day <= 4,
        _ => false,
    }
}

/// Days on which nothing opens.
fn is_day_of_rest(day: NaiveDate) -> bool {
    matches!((day.month(), day.day()), (1 | 5, 1) | (12, 25))
}
