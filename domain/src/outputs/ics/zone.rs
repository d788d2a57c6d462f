//! The zone of Paris, as calendars need it: `VTIMEZONE` with the rules that hold since 1996, and the same rules reckoned.
//!
//! Summer time runs from the last Sunday of March to the last Sunday of October, both at 1:00 UTC. What lies earlier had
//! other rules; a calendar gets such times without a zone ([`covers`]), not with a wrong one.

use chrono::{Datelike as _, Duration, NaiveDate, NaiveDateTime};

use super::lines::Lines;
use crate::date::{ZONE, days_before};

/// The lines of the zone but for its name.
const RULES: [&str; 14] = [
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "END:STANDARD",
];

/// Writes the zone.
pub(super) fn write(lines: &mut Lines) {
    lines.line("BEGIN:VTIMEZONE");
    lines.line(&["TZID:", ZONE].concat());
    for rule in RULES {
        lines.line(rule);
    }
    lines.line("END:VTIMEZONE");
}

/// Whether the rules hold at this time: from the first change of clocks on that follows them.
pub(super) fn covers(minute: NaiveDateTime) -> bool {
    minute.year() > 1996 || (minute.year() == 1996 && minute.month() > 3)
}

/// The instant, in UTC, of a time on the clocks of Paris. In spring, an hour that is skipped is reckoned as before the
/// change; in autumn, of the hour that comes twice the first is meant: as RFC 5545 has it.
pub(super) fn instant(wall: NaiveDateTime) -> NaiveDateTime {
    let is_summer = wall >= change(wall.year(), 3) && wall < change(wall.year(), 10);
    wall - Duration::hours(if is_summer { 2 } else { 1 })
}

/// Whether this is a time that clocks skip, or show twice: the hour before three in the night of a change.
pub(super) fn is_odd(wall: NaiveDateTime) -> bool {
    let is_before = |month| {
        let left = change(wall.year(), month) - wall;
        left > Duration::zero() && left <= Duration::hours(1)
    };
    is_before(3) || is_before(10)
}

/// Three o'clock on the last Sunday of a month of 31 days: in March the clock has just jumped there, in October it is about
/// to show the hour before once more.
fn change(year: i32, month: u32) -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(year, month, 31).unwrap_or_default();
    let sunday = days_before(day, u64::from(day.weekday().num_days_from_sunday()));
    sunday.and_hms_opt(3, 0, 0).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Days, MappedLocalTime, TimeZone as _};
    use chrono_tz::Europe::Paris;

    #[test]
    fn the_rules_are_those_of_the_iana_tables_in_every_hour_for_a_century() {
        let first = NaiveDate::from_ymd_opt(1996, 4, 1).unwrap_or_default();
        for hours in 0..104 * 365 * 24 {
            let wall = first.and_hms_opt(0, 30, 0).unwrap_or_default() + Duration::hours(hours);
            assert!(covers(wall));
            let found = Paris.from_local_datetime(&wall);
            assert_eq!(is_odd(wall), !matches!(found, MappedLocalTime::Single(_)), "{wall}");
            let (MappedLocalTime::Single(it) | MappedLocalTime::Ambiguous(it, _)) = found else {
                let day_before = wall - Days::new(1);
                assert_eq!(instant(wall) - instant(day_before), Duration::hours(24));
                continue;
            };
            assert_eq!(instant(wall), it.naive_utc(), "{wall}");
        }
        assert!(!covers(first.and_hms_opt(0, 0, 0).unwrap_or_default() - Days::new(1)));
    }
}
