//! Which rows of a programme are at the same time.

use chrono::{NaiveDateTime, TimeDelta};

use super::Visit;
use crate::date::Moment;
use crate::order::places_in_order;

/// For each row, the places of those that take place while it does, in the order of their beginnings.
///
/// Only what is known clashes: both hours of beginning. Of an unknown end it is known that something lasts a minute at
/// least, so it clashes with what it begins in, and with what begins with it; nothing longer is made up. What lasts more
/// than a day, or a day without an hour, is visited at any time of it, and never clashes. Nor does what is off, nor an
/// event with itself: one of its sessions is enough.
pub fn clashes(visits: &[Visit]) -> Vec<Vec<usize>> {
    let timed: Vec<_> = visits.iter().enumerate().filter_map(timed).collect();
    let by_start = places_in_order(timed.len(), &|one, other| timed[one].1.cmp(&timed[other].1));
    let timed: Vec<_> = by_start.into_iter().map(|place| timed[place]).collect();
    let mut found = vec![Vec::new(); visits.len()];
    for (rank, (place, _, end)) in timed.iter().enumerate() {
        for (other, _, _) in timed[rank + 1..].iter().take_while(|(_, start, _)| start < end) {
            if visits[*place].id != visits[*other].id {
                found[*place].push(*other);
                found[*other].push(*place);
            }
        }
    }
    found
}

/// Where a row stands, and from when to when somebody is surely there.
fn timed((place, visit): (usize, &Visit)) -> Option<(usize, NaiveDateTime, NaiveDateTime)> {
    let Some(Moment::Minute(start)) = visit.span.start.filter(|_| !visit.status.is_off()) else {
        return None;
    };
    visit.span.only_day()?;
    let least = start.checked_add_signed(TimeDelta::minutes(1))?;
    let end = match visit.span.end {
        Some(Moment::Minute(end)) => end.max(least),
        _ => least,
    };
    Some((place, start, end))
}
