//! Reads a feed for cutting: of each event what the agenda asks, its words, and where its text stands.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::Range;

use chrono::NaiveDate;

use super::{BuildError, KEPT_BAD};
use crate::agenda::traits::Traits;
use crate::agenda::window::{Timed, push_sessions};
use crate::agenda::words::texts;
use crate::event::Event;
use crate::feed::Feed;
use crate::id::Id;
use crate::reader::Limits;
use crate::reader::json::Properties;
use crate::reader::parallel::map_events;
use crate::report::Report;
use crate::search::{FIELD_BITS, ShortTextHasher, each_word, fold};

/// What is kept of an event.
pub(super) struct Kept {
    pub(super) id: Id,
    /// Its folded name.
    pub(super) name: Box<str>,
    pub(super) traits: Traits,
    /// The place of its stop.
    pub(super) stop: Option<u32>,
    /// The day of its last change.
    pub(super) modified: Option<NaiveDate>,
    /// Whose words its words are: a place in [`Gathered::words`].
    pub(super) reader: u8,
    /// Its words: places in [`Words::found`].
    pub(super) words: Range<u32>,
}

/// A feed, read.
#[derive(Default)]
pub(super) struct Gathered<'a> {
    /// Its properties as they stand in the text.
    pub(super) properties: Properties<'a>,
    pub(super) report: Report,
    pub(super) stops: Vec<Id>,
    /// Events, each with its record as it stands in the feed.
    pub(super) events: Vec<(Kept, &'a str)>,
    pub(super) sessions: Vec<Timed>,
    pub(super) belongings: Vec<Id>,
    pub(super) words: Vec<Words>,
    /// Some of the records that could not be read.
    pub(super) bad: Vec<&'a str>,
}

/// The words of the events that one thread has read.
#[derive(Default)]
pub(super) struct Words {
    /// All words, as they were met.
    pub(super) words: Vec<Box<str>>,
    /// Word and fields, packed, event by event, each word once for each event.
    pub(super) found: Vec<u32>,
}

/// Reads it all.
pub(super) fn gather(bytes: &[u8], limits: Limits) -> Result<Gathered<'_>, BuildError> {
    let [mut own, mut one, mut other] =
        [0, 1, 2].map(|number| Reader { number, ..Reader::default() });
    let mut gathered = Gathered::default();
    let (reading, properties) = map_events(
        bytes,
        limits,
        &mut [&mut |feed, event| one.take(feed, event), &mut |feed, event| other.take(feed, event)],
        &mut |feed, event| own.take(feed, event),
        &mut |mapped, json| gathered.keep(mapped, json),
    )?;
    if reading.outline.is_some() {
        return Err(BuildError::AlreadyCut);
    }
    gathered.properties = properties;
    gathered.belongings = belongings(&reading.feed);
    gathered.stops = reading.feed.stops.into_iter().map(|stop| stop.id).collect();
    gathered.report = reading.report;
    gathered.words = vec![own.words, one.words, other.words];
    Ok(gathered)
}

/// All that events may belong to.
fn belongings(feed: &Feed) -> Vec<Id> {
    // Seasons are put in another order when all has been read.
    let mut seasons: Vec<_> = feed.seasons.iter().map(|season| season.id.clone()).collect();
    seasons.sort_unstable();
    seasons.extend(feed.exhibitions.iter().map(|exhibition| exhibition.id.clone()));
    seasons
}

impl<'a> Gathered<'a> {
    fn keep(&mut self, mapped: Option<(Kept, Vec<Timed>)>, json: &'a str) {
        let Some((kept, sessions)) = mapped else {
            if self.bad.len() < KEPT_BAD {
                self.bad.push(json);
            }
            return;
        };
        let event = u32::try_from(self.events.len()).unwrap_or(u32::MAX);
        let sessions = sessions.into_iter();
        self.sessions.extend(sessions.map(|(hour, session)| (hour, session.of_event(event))));
        self.events.push((kept, json));
    }
}

/// Takes events in, in a thread of its own.
#[derive(Default)]
struct Reader {
    number: u8,
    words: Words,
    numbers: HashMap<Box<str>, u32, BuildHasherDefault<ShortTextHasher>>,
    /// By word: the place in [`Words::found`] where it was met last.
    met: Vec<usize>,
    stops: HashMap<Id, u32>,
    belongings: Vec<Id>,
}

impl Reader {
    fn take(&mut self, feed: &Feed, event: Event) -> (Kept, Vec<Timed>) {
        if self.stops.len() != feed.stops.len() || self.belongings.is_empty() {
            let stops = (0_u32..).zip(&feed.stops);
            self.stops = stops.map(|(at, stop)| (stop.id.clone(), at)).collect();
            self.belongings = belongings(feed);
        }
        let stop = event.stop.as_ref().and_then(|id| self.stops.get(id)).copied();
        let record = stop.and_then(|place| feed.stops.get(place as usize));
        let mut sessions = Vec::new();
        push_sessions(0, &event, &mut sessions);
        let traits = Traits::of(&event, record, feed, &mut self.belongings);
        let place = event.location.as_ref().or(record.map(|stop| &stop.location));
        let start = self.words.found.len();
        texts(&event, place, &mut |field, text| {
            each_word(text, &mut |_, word| self.meet(word, field as u32, start));
        });
        let at = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        let words = at(start)..at(self.words.found.len());
        let name = fold(&event.name).into();
        let modified = event.provenance.date_modified;
        let kept = Kept { id: event.id, name, traits, stop, modified, reader: self.number, words };
        (kept, sessions)
    }

    /// Counts a word of the event whose words begin at `start`.
    fn meet(&mut self, word: &str, field: u32, start: usize) {
        let Words { words, found } = &mut self.words;
        let number = self.numbers.get(word).copied().unwrap_or_else(|| {
            let number = u32::try_from(words.len()).unwrap_or(u32::MAX);
            self.numbers.insert(word.into(), number);
            words.push(word.into());
            self.met.push(usize::MAX);
            number
        });
        let met = &mut self.met[number as usize];
        if let Some(known) = found.get_mut(*met).filter(|_| *met >= start) {
            *known |= field;
        } else {
            *met = found.len();
            found.push(number << FIELD_BITS | field);
        }
    }
}
