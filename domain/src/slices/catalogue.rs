//! The catalogue: what the agenda knows of all events but their words, in columns of small numbers.
//!
//! Events are numbered in the order in which they first stand in the agenda, which is also the order of their records in
//! the slices: so neither the order nor the place of a record costs a byte.
//!
//! ```text
//! "QSC1", events, belongings (texts), kinds of event (traits, season + 1, exhibition + 1), the kind of each event,
//! sessions, their events (0: the next new one; else how many back), their places in the event where they do not simply
//! count up (how far on, place), their days (the days since the last one × 4 + vagueness), how many days each lasts
//! ```

use chrono::{Days, NaiveDate};

use super::bytes::Bytes;
use crate::agenda::traits::Traits;
use crate::agenda::window::{Entry, last_day};
use crate::agenda::{Agenda, Heading};
use crate::date::{PartialDate, YearMonth};
use crate::search::Index;

/// What a catalogue begins with.
const MAGIC: &[u8] = b"QSC1";

impl Agenda {
    /// The agenda of all events of a feed in slices; without words, see [`Agenda::find_with`]. `None` when the bytes are
    /// no catalogue.
    pub fn from_catalogue(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes.strip_prefix(MAGIC)?);
        let events = bytes.count()?;
        let belongings = (0..bytes.count()?).map(|_| bytes.text()?.parse().ok());
        let belongings: Vec<_> = belongings.collect::<Option<_>>()?;
        let kinds = (0..bytes.count()?).map(|_| kind(&mut bytes, belongings.len()));
        let kinds: Vec<Traits> = kinds.collect::<Option<_>>()?;
        let traits = (0..events).map(|_| kinds.get(bytes.small()? as usize).copied());
        let traits: Vec<_> = traits.collect::<Option<_>>()?;
        let mut entries = sessions(&mut bytes, events)?;
        places(&mut bytes, &mut entries)?;
        days(&mut bytes, &mut entries)?;
        let last_day = last_day(&entries);
        Some(Self { traits, belongings, entries, last_day, words: Index::default() })
    }
}

/// A combination of traits.
fn kind(bytes: &mut Bytes<'_>, belongings: usize) -> Option<Traits> {
    let bits = bytes.number()?;
    let mut belonging = || match bytes.small()?.checked_sub(1) {
        Some(place) if place as usize >= belongings => None,
        place => Some(place),
    };
    Some(Traits { bits, season: belonging()?, exhibition: belonging()? })
}

/// The event of each session, and the place that the session has in it if they count up.
fn sessions(bytes: &mut Bytes<'_>, events: usize) -> Option<Vec<Entry>> {
    let count = bytes.count()?;
    let mut entries = Vec::with_capacity(count);
    let mut seen: Vec<u16> = Vec::with_capacity(events);
    for _ in 0..count {
        let back = bytes.small()? as usize;
        if back == 0 {
            seen.push(0);
        }
        let event = seen.len().checked_sub(back.max(1))?;
        let session = seen.get_mut(event)?;
        entries.push(Entry::undated(u32::try_from(event).ok()?, *session));
        *session = session.wrapping_add(1);
    }
    (seen.len() == events).then_some(entries)
}

/// The place of the sessions that do not count up.
fn places(bytes: &mut Bytes<'_>, entries: &mut [Entry]) -> Option<()> {
    let mut rest = entries;
    for _ in 0..bytes.count()? {
        let skipped = bytes.small()? as usize;
        let (entry, behind) = rest.get_mut(skipped..)?.split_first_mut()?;
        entry.session = bytes.small()?.try_into().ok()?;
        rest = behind;
    }
    Some(())
}

/// The days of all sessions.
fn days(bytes: &mut Bytes<'_>, entries: &mut [Entry]) -> Option<()> {
    let mut begun: i32 = 0;
    for entry in &mut *entries {
        let step = bytes.small()?;
        begun = begun.checked_add_unsigned(step >> 2)?;
        if step & 3 == Entry::UNDATED {
            continue;
        }
        entry.begun = NaiveDate::from_num_days_from_ce_opt(begun)?;
        let date = match step & 3 {
            0 => PartialDate::Day(entry.begun),
            1 => PartialDate::Month(YearMonth::of(entry.begun)),
            _ => PartialDate::Year(chrono::Datelike::year(&entry.begun)),
        };
        entry.first = date.first_day();
        entry.heading = Heading::of(date);
    }
    for entry in entries {
        let lasts = u64::from(bytes.small()?);
        if !entry.is_undated() {
            entry.last = entry.first.checked_add_days(Days::new(lasts))?;
        }
    }
    Some(())
}

/// Writes the catalogue of events that are numbered in the order of their first session.
#[cfg(feature = "slicing")]
pub(super) fn write(agenda: &Agenda) -> Vec<u8> {
    use super::bytes::{put, put_text};
    use chrono::Datelike as _;
    use std::collections::HashMap;

    let mut bytes = MAGIC.to_vec();
    put(&mut bytes, agenda.traits.len() as u64);
    put(&mut bytes, agenda.belongings.len() as u64);
    for belonging in &agenda.belongings {
        put_text(&mut bytes, belonging.as_str());
    }
    let mut counts: HashMap<Traits, usize> = HashMap::new();
    for traits in &agenda.traits {
        *counts.entry(*traits).or_default() += 1;
    }
    let mut kinds: Vec<_> = counts.into_iter().collect();
    // The most frequent get the smallest numbers; the rest of the key only makes the order one of its own.
    kinds.sort_unstable_by_key(|(traits, count)| {
        (usize::MAX - count, traits.bits, traits.season, traits.exhibition)
    });
    put(&mut bytes, kinds.len() as u64);
    let belonging = |place: Option<u32>| place.map_or(0, |place| u64::from(place) + 1);
    for (traits, _) in &kinds {
        put(&mut bytes, traits.bits);
        put(&mut bytes, belonging(traits.season));
        put(&mut bytes, belonging(traits.exhibition));
    }
    let places: HashMap<_, u64> = kinds.iter().map(|(traits, _)| *traits).zip(0..).collect();
    for traits in &agenda.traits {
        put(&mut bytes, places.get(traits).copied().unwrap_or_default());
    }
    put(&mut bytes, agenda.entries.len() as u64);
    let mut seen = vec![0_u16; agenda.traits.len()];
    let (mut next, mut before, mut exceptions, mut odd) = (0_u32, 0, 0_u64, Vec::new());
    for (place, entry) in (0_u64..).zip(&agenda.entries) {
        let is_new = entry.event == next;
        put(&mut bytes, if is_new { 0 } else { u64::from(next - entry.event) });
        next += u32::from(is_new);
        let seen = &mut seen[entry.event as usize];
        if entry.session != *seen {
            put(&mut odd, place - before);
            put(&mut odd, u64::from(entry.session));
            (before, exceptions) = (place + 1, exceptions + 1);
        }
        *seen = seen.wrapping_add(1);
    }
    put(&mut bytes, exceptions);
    bytes.append(&mut odd);
    let mut begun = 0;
    for entry in &agenda.entries {
        let day = if entry.is_undated() { begun } else { entry.begun.num_days_from_ce() };
        let step = u64::try_from(day - begun).unwrap_or_default();
        put(&mut bytes, step << 2 | u64::from(entry.vagueness()));
        begun = day;
    }
    for entry in &agenda.entries {
        let lasts = if entry.is_undated() { 0 } else { (entry.last - entry.first).num_days() };
        put(&mut bytes, lasts.unsigned_abs());
    }
    bytes
}
