//! What a device keeps of the feed that its visitor saw last: about fifty bytes an event, as one text.
//!
//! ```text
//! 2 2018-01-20
//! bal-des-velos 0 0 2f-when 8k-place 1z-rest 2018-01-27
//! ```
//!
//! The first line has the version of the form and the day of the visit. Each further line has an event: its id, the place of
//! its status, how many sessions are cancelled, three hashes to the base of 36, and the day on which it is over, if that is
//! known. Only events that are not over need be kept: pass only those to [`Memory::of`].

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

use super::aspects::{self, Aspects, BITS};
use super::{ChangeKind, Difference};
use crate::choices::{Choice as _, Choices};
use crate::date::parse_day;
use crate::event::{Event, EventStatus};
use crate::feed::Feed;
use crate::id::Id;
use crate::order::places_in_order;

/// The version of the form.
const VERSION: &str = "2";

/// A feed as it was seen on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Memory {
    /// The day of the visit.
    pub day: NaiveDate,
    /// By id. No map: a browser would get the machine code of a sort for each.
    events: Vec<(Id, Aspects)>,
}

impl Memory {
    /// Keeps events as they are; `feed` knows their places.
    pub fn of<'e>(
        day: NaiveDate,
        events: impl IntoIterator<Item = &'e Event>,
        feed: &Feed,
    ) -> Self {
        let one = |event: &Event| (event.id.clone(), aspects::of(event, feed.place_of(event)));
        Self::new(day, &events.into_iter().map(one).collect::<Vec<_>>())
    }

    /// Puts them in order; of an id that stands there twice the last counts.
    fn new(day: NaiveDate, events: &[(Id, Aspects)]) -> Self {
        let by_id = |one: usize, other: usize| events[one].0.cmp(&events[other].0);
        let mut ordered: Vec<(Id, Aspects)> = Vec::with_capacity(events.len());
        for place in places_in_order(events.len(), &by_id) {
            ordered.pop_if(|before| before.0 == events[place].0);
            ordered.push(events[place].clone());
        }
        Self { day, events: ordered }
    }

    fn place_of(&self, id: &Id) -> Option<usize> {
        self.events.binary_search_by(|(known, _)| known.cmp(id)).ok()
    }

    /// How many events it knows.
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// Whether it knows this one.
    pub fn knows(&self, id: &Id) -> bool {
        self.place_of(id).is_some()
    }

    /// The day on which an event that it knows was to be over; `Some(None)` when that was not known.
    pub fn last_day(&self, id: &Id) -> Option<Option<NaiveDate>> {
        self.place_of(id).map(|place| self.events[place].1.last)
    }

    /// What became of events since: those that are given, in their order, then those that are gone, by id.
    pub fn changes<'e>(
        &self,
        events: impl IntoIterator<Item = &'e Event>,
        feed: &Feed,
    ) -> Vec<Difference> {
        let mut is_there = vec![false; self.events.len()];
        let mut differences = Vec::new();
        for event in events {
            let kinds = match self.place_of(&event.id) {
                None => Choices::only(ChangeKind::Added),
                Some(place) => {
                    is_there[place] = true;
                    let after = aspects::of(event, feed.place_of(event));
                    aspects::compare(&self.events[place].1, &after)
                }
            };
            if !kinds.is_empty() {
                differences.push(Difference { id: event.id.clone(), kinds });
            }
        }
        let removed = Choices::only(ChangeKind::Removed);
        let gone = self.events.iter().zip(is_there).filter(|(_, is_there)| !is_there);
        differences.extend(gone.map(|((id, _), _)| Difference { id: id.clone(), kinds: removed }));
        differences
    }
}

impl fmt::Display for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{VERSION} {}", self.day)?;
        for (id, it) in &self.events {
            let [when, place, rest] = [it.when, it.place, it.rest].map(Base36);
            write!(f, "\n{id} {} {} {when} {place} {rest}", it.status.index(), it.cancelled)?;
            if let Some(last) = it.last {
                write!(f, " {last}")?;
            }
        }
        Ok(())
    }
}

/// The text is not a memory, or of another version: then nothing is remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a memory of this version")]
pub struct NotAMemory;

impl FromStr for Memory {
    type Err = NotAMemory;

    fn from_str(text: &str) -> Result<Self, NotAMemory> {
        let mut lines = text.split('\n');
        let (version, day) = lines.next().and_then(|it| it.split_once(' ')).ok_or(NotAMemory)?;
        if version != VERSION {
            return Err(NotAMemory);
        }
        let day = parse_day(day).map_err(|_| NotAMemory)?;
        let mut events = Vec::new();
        for line in lines {
            events.push(event(line).ok_or(NotAMemory)?);
        }
        Ok(Self::new(day, &events))
    }
}

fn event(line: &str) -> Option<(Id, Aspects)> {
    let mut parts = line.split(' ');
    let mut next = || parts.next();
    let id = next()?.parse().ok()?;
    let status = *EventStatus::ALL.get(next()?.parse::<usize>().ok()?)?;
    let cancelled = next()?.parse().ok()?;
    let mut hash = || u64::from_str_radix(next()?, 36).ok().filter(|hash| hash >> BITS == 0);
    let (when, place, rest) = (hash()?, hash()?, hash()?);
    let last = parts.next().map(parse_day).transpose().ok()?;
    let aspects = Aspects { status, cancelled, when, place, rest, last };
    parts.next().is_none().then_some((id, aspects))
}

/// A number to the base of 36.
struct Base36(u64);

impl fmt::Display for Base36 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut rest, mut digits) = (self.0, Vec::new());
        loop {
            digits.extend(char::from_digit((rest % 36) as u32, 36));
            rest /= 36;
            if rest == 0 {
                break;
            }
        }
        digits.iter().rev().try_for_each(|digit| fmt::Write::write_char(f, *digit))
    }
}
