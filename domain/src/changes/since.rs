//! What changed since a visitor's last visit, as far as their device remembers.
//!
//! A visit is a day. A device keeps two memories: of the feed as it was first seen on the day of the visit, and of the visit
//! before, which the feed is compared with all day long. So reloading loses nothing, and nothing changes unseen: what was
//! seen in the evening only is told again.
//!
//! What is told is what matters from today on: an event that comes, or that was to come.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

use super::{ChangeKind, Memory, NotAMemory};
use crate::choices::Choices;
use crate::event::Event;
use crate::feed::Feed;
use crate::id::Id;
use crate::order::places_in_order;

/// Of a feed with more events to come than these, a device remembers those that its visitor keeps: 5,000 take a quarter of
/// a megabyte, and browsers give five.
pub const MOST_REMEMBERED: usize = 5_000;

/// Which events are remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// All that were to come.
    All,
    /// Those that the visitor kept.
    Kept,
}

/// The events that are at hand, and which of them the visitor keeps.
#[derive(Debug, Clone, Copy)]
pub struct AtHand<'a> {
    /// All of the feed, or those that are kept.
    pub reach: Reach,
    /// The events.
    pub events: &'a [&'a Event],
    /// Knows their places.
    pub feed: &'a Feed,
    /// The ids of those that are kept.
    pub kept: &'a [Id],
    /// The day.
    pub today: NaiveDate,
}

/// A feed as it was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    reach: Reach,
    memory: Memory,
}

/// What a device remembers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Visits {
    /// The last visit, which may go on.
    pub last: Option<Seen>,
    /// The visit before.
    pub before: Option<Seen>,
}

/// An event that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its id.
    pub id: Id,
    /// Its name; empty when it is gone: a device does not keep names.
    pub name: String,
    /// What became of it.
    pub kinds: Choices<ChangeKind>,
    /// What of that matters most.
    pub kind: ChangeKind,
    /// Whether the visitor keeps it.
    pub is_kept: bool,
}

/// What changed since a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// The day of that visit.
    pub day: NaiveDate,
    /// What was compared.
    pub reach: Reach,
    /// What changed: by kind, what matters most first; of a kind what is kept first, then in the order of the feed.
    pub told: Vec<Told>,
}

impl AtHand<'_> {
    /// Those that are to be remembered, and which they are.
    fn memorable(&self) -> (Reach, Vec<&Event>) {
        let coming =
            || self.events.iter().copied().filter(|event| comes(event.last_day(), self.today));
        if self.reach == Reach::All && coming().count() <= MOST_REMEMBERED {
            return (Reach::All, coming().collect());
        }
        (Reach::Kept, coming().filter(|event| self.kept.contains(&event.id)).collect())
    }
}

impl Seen {
    /// What is to be remembered.
    pub fn of(at_hand: &AtHand<'_>) -> Self {
        let (reach, events) = at_hand.memorable();
        Self { reach, memory: Memory::of(at_hand.today, events, at_hand.feed) }
    }
}

impl Visits {
    /// Whether a day's memory is there already and says what is to be remembered of it. What is kept may grow all day long.
    pub fn have(&self, today: NaiveDate, kept: &[Id]) -> bool {
        let Some(last) = &self.last else { return false };
        let knows = |id: &Id| last.memory.knows(id);
        last.memory.day == today && (last.reach == Reach::All || kept.iter().all(knows))
    }

    /// Whether no visit before today is remembered.
    pub fn is_first(&self, today: NaiveDate) -> bool {
        [&self.last, &self.before].into_iter().flatten().all(|seen| seen.memory.day >= today)
    }

    /// What is to be remembered once this was seen.
    #[must_use]
    pub fn with(self, now: Seen) -> Self {
        let is_new = self.last.as_ref().is_none_or(|last| last.memory.day != now.memory.day);
        let before = if is_new { self.last } else { self.before };
        Self { last: Some(now), before }
    }

    /// What changed since the last visit before today; `None` when there was none.
    pub fn since(&self, at_hand: &AtHand<'_>) -> Option<Since> {
        let visits = [&self.last, &self.before];
        let seen = visits.into_iter().flatten().find(|seen| seen.memory.day < at_hand.today)?;
        Some(seen.compare(at_hand))
    }
}

impl Seen {
    fn compare(&self, at_hand: &AtHand<'_>) -> Since {
        let AtHand { events, feed, kept, today, .. } = *at_hand;
        let reach = match (self.reach, at_hand.memorable().0) {
            (Reach::All, Reach::All) => Reach::All,
            _ => Reach::Kept,
        };
        let was_to_come = |id: &Id| self.memory.last_day(id).is_some_and(|last| comes(last, today));
        // Of what was not remembered, nothing is known: it may be new, or newly kept.
        let counts = |id: &Id| reach == Reach::All || (kept.contains(id) && self.memory.knows(id));
        let relevant = events.iter().copied().filter(|event| {
            counts(&event.id) && (comes(event.last_day(), today) || was_to_come(&event.id))
        });
        let differences = self.memory.changes(relevant, feed).into_iter().filter(|it| {
            let is_gone = it.kinds == Choices::only(ChangeKind::Removed);
            !is_gone || (counts(&it.id) && was_to_come(&it.id))
        });
        let all: Vec<_> = differences.collect();
        let by_id = |one: usize, other: usize| events[one].id.cmp(&events[other].id);
        let by_id = places_in_order(events.len(), &by_id);
        let name = |id: &Id| {
            let found = by_id.binary_search_by(|place| events[*place].id.cmp(id));
            found.map_or_else(|_| String::new(), |at| events[by_id[at]].name.clone())
        };
        let mut told = Vec::new();
        for &kind in crate::choices::Choice::ALL {
            for is_kept in [true, false] {
                let of_kind = all.iter().filter(|it| {
                    it.kinds.iter().next() == Some(kind) && kept.contains(&it.id) == is_kept
                });
                told.extend(of_kind.map(|it| {
                    let name = name(&it.id);
                    Told { id: it.id.clone(), name, kinds: it.kinds, kind, is_kept }
                }));
            }
        }
        Since { day: self.memory.day, reach, told }
    }
}

impl Since {
    /// How many events there are of each kind, what matters most first; what is only worded otherwise is not counted.
    pub fn counts(&self) -> Vec<(ChangeKind, usize)> {
        let mut counts: Vec<(ChangeKind, usize)> = Vec::new();
        for told in self.told.iter().filter(|told| told.kind != ChangeKind::Edited) {
            match counts.last_mut() {
                Some((kind, count)) if *kind == told.kind => *count += 1,
                _ => counts.push((told.kind, 1)),
            }
        }
        counts
    }

    /// What one must know of what one keeps: that it is off, on again, elsewhere or at another time.
    pub fn warnings(&self) -> impl Iterator<Item = &Told> {
        let matters = |told: &&Told| told.is_kept && told.kind < ChangeKind::Added;
        self.told.iter().filter(matters)
    }
}

/// Whether what ends on a day, or nobody knows when, is not over.
fn comes(last: Option<NaiveDate>, today: NaiveDate) -> bool {
    last.is_none_or(|last| last >= today)
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.reach == Reach::All { "tout " } else { "choix " })?;
        self.memory.fmt(f)
    }
}

impl FromStr for Seen {
    type Err = NotAMemory;

    fn from_str(text: &str) -> Result<Self, NotAMemory> {
        let (reach, memory) = text.split_once(' ').ok_or(NotAMemory)?;
        let reach = match reach {
            "tout" => Reach::All,
            "choix" => Reach::Kept,
            _ => return Err(NotAMemory),
        };
        Ok(Self { reach, memory: memory.parse()? })
    }
}
