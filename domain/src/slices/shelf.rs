//! What of a feed in slices has been loaded, and, for each question, what is to be loaded before it can be answered.
//!
//! Pure: it loads nothing itself. Whoever does asks, loads what is [`Lacking`], puts it on the shelf, and asks again; a
//! question needs four rounds at most: the directory, words, the vocabulary, the words that it corrects to. Answers are
//! those of the whole feed (tests hold it), but for one: without any choice the first rows come before the rest, see
//! [`Found::has_more`].

mod lacking;
mod selection;

use chrono::NaiveDate;

pub use self::lacking::{File, Lacking, Part};
use self::lacking::{Gathering, Named, on};
use self::selection::{Selection, in_order};
use super::{Directory, Month, Outline, Vocabulary, Words, find_id};
use crate::agenda::{Agenda, Found, Ranks, Row, Scope};
use crate::choices::Choices;
use crate::department::Department;
use crate::event::Event;
use crate::feed::Feed;
use crate::id::Id;
use crate::query::Query;
use crate::reader::read_slice;
use crate::report::Refusal;

/// Up to how many events a feed is loaded as a whole in the end: a fifth of a megabyte on the line.
const FEW: usize = 2000;

/// Up to how many events the catalogue is loaded before anybody asks for it: a tenth of a megabyte.
const MANY: usize = 60_000;

/// What has been loaded.
#[derive(Debug)]
pub struct Shelf {
    outline: Outline,
    months: Named<Month>,
    selections: Named<Selection>,
    directory: Option<Directory>,
    catalogue: Option<Agenda>,
    words: Named<Words>,
    vocabulary: Option<Vocabulary>,
    ids: Named<Vec<u8>>,
    /// By place in the directory.
    slices: Vec<Option<Vec<Event>>>,
    is_short_way_closed: bool,
}

impl Shelf {
    /// An empty one.
    pub const fn new(outline: Outline) -> Self {
        Self {
            outline,
            months: Vec::new(),
            selections: Vec::new(),
            directory: None,
            catalogue: None,
            words: Vec::new(),
            vocabulary: None,
            ids: Vec::new(),
            slices: Vec::new(),
            is_short_way_closed: false,
        }
    }

    /// What is known without loading anything.
    pub const fn outline(&self) -> &Outline {
        &self.outline
    }

    /// Puts a file on the shelf, given the feed that was read from the index.
    ///
    /// # Errors
    /// When it is not what its name promised.
    pub fn put(&mut self, file: File, bytes: Vec<u8>, feed: &Feed) -> Result<(), Refusal> {
        let File { part, name } = file;
        match part {
            Part::Month => self.months.push((name, Month::read(&bytes).ok_or(Refusal::NotAFeed)?)),
            Part::Selection => self.selections.push((name, Selection::read(&bytes, feed)?)),
            Part::Directory => {
                let directory = Directory::read(&bytes).ok_or(Refusal::NotAFeed)?;
                self.slices.resize_with(directory.slices().len(), || None);
                self.directory = Some(directory);
            }
            Part::Catalogue => {
                self.catalogue = Some(Agenda::from_catalogue(&bytes).ok_or(Refusal::NotAFeed)?);
            }
            Part::Words => self.words.push((name, Words::read(&bytes).ok_or(Refusal::NotAFeed)?)),
            Part::Vocabulary => {
                self.vocabulary = Some(Vocabulary::read(&bytes).ok_or(Refusal::NotAFeed)?);
            }
            Part::Ids => self.ids.push((name, bytes)),
            Part::Slice(place) => {
                let events = read_slice(&bytes, feed)?.events;
                let known = self.directory.as_ref().and_then(|it| it.events_of(place));
                if known != Some(events.len()) {
                    return Err(Refusal::NotAFeed);
                }
                if let Some(slot) = self.slices.get_mut(place) {
                    *slot = Some(events);
                }
            }
        }
        Ok(())
    }

    /// What a query shows on a day; of a query that only names a first day, the first rows as soon as they are there.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn find(&self, query: &Query, today: NaiveDate) -> Result<Found, Lacking> {
        let is_short = self.catalogue.is_none() && !self.is_short_way_closed;
        let day = self.outline.day(query, today).filter(|_| is_short);
        let month = day.and_then(|day| Some((day, self.outline.month(day)?)));
        let Some((day, month)) = month else { return self.find_all(query, today) };
        let month = on(&self.months, Part::Month, month)?;
        let Some(opening) = month.opening(day) else { return self.find_all(query, today) };
        let opening = on(&self.selections, Part::Selection, opening)?;
        match self.outline.found(month, &opening.agenda, query, today) {
            Some(found) => Ok(Found { rows: opening.numbered(found.rows), ..found }),
            None => self.find_all(query, today),
        }
    }

    /// Whether nothing in the whole feed runs or comes on a day.
    pub fn is_over(&self, today: NaiveDate) -> bool {
        self.outline.scope(&Query::default(), today) == Scope::Archive
    }

    /// Gives up the short way to the first rows: its files can't be had, so the catalogue is to answer.
    pub const fn take_the_long_way(&mut self) {
        self.is_short_way_closed = true;
    }

    /// What a query shows on a day, to the last row.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn find_all(&self, query: &Query, today: NaiveDate) -> Result<Found, Lacking> {
        let ranks = self.ranks(query)?;
        Ok(self.catalogue()?.find_ranked(query, &ranks, today))
    }

    /// The words of a query, looked up. The catalogue is asked for at the same time.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn ranks(&self, query: &Query) -> Result<Ranks, Lacking> {
        let directory = self.directory()?;
        let mut lacking = Gathering::default();
        lacking.take(self.catalogue());
        let mut words = self.words(directory.words_for(&query.words), &mut lacking);
        lacking.complete()?;
        let mut corrections = Vec::new();
        if let Some(name) = directory.vocabulary()
            && Vocabulary::is_needed(&words, &query.words)
        {
            let vocabulary = self.vocabulary.as_ref();
            let vocabulary = vocabulary.ok_or_else(|| Lacking::one(Part::Vocabulary, name))?;
            corrections = vocabulary.corrections(&words, &query.words);
            let mut lacking = Gathering::default();
            words.extend(self.words(directory.words_for_corrections(&corrections), &mut lacking));
            lacking.complete()?;
        }
        Ok(self.catalogue()?.ranks_with(&words, corrections, query))
    }

    fn words(&self, names: Vec<&str>, lacking: &mut Gathering) -> Vec<&Words> {
        let parts = names.into_iter().map(|name| on(&self.words, Part::Words, name));
        parts.filter_map(|part| lacking.take(part)).collect()
    }

    /// The last rows of the whole archive, the last first, each to be shown with its whole date.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn last(&self, count: usize) -> Result<Vec<Row>, Lacking> {
        if self.is_short_way_closed {
            let all = self.catalogue()?.find(&Query::default(), NaiveDate::MAX);
            return Ok(all.last(count));
        }
        let last = on(&self.selections, Part::Selection, self.outline.last())?;
        let found = last.agenda.find(&Query::default(), NaiveDate::MAX);
        Ok(last.numbered(found.last(count)))
    }

    /// The event of a row.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn event(&self, number: u32) -> Result<Option<&Event>, Lacking> {
        for (_, selection) in &self.selections {
            if let Ok(place) = selection.numbers.binary_search(&number) {
                return Ok(selection.events.get(place));
            }
        }
        let directory = self.directory()?;
        let Some((slice, place)) = directory.place_of(number) else { return Ok(None) };
        Ok(self.slice(directory, slice)?.get(place))
    }

    /// Whether the events of these rows are all there.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn have(&self, rows: &[Row]) -> Result<(), Lacking> {
        let mut lacking = Gathering::default();
        for row in rows {
            lacking.take(self.event(row.event));
        }
        lacking.complete()
    }

    /// The event with this id, with its number; `None` when there is none.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn event_with_id(&self, id: &str) -> Result<Option<(u32, &Event)>, Lacking> {
        let selected = self.selections.iter().flat_map(|(_, it)| it.numbers.iter().zip(&it.events));
        let mut selected = selected.map(|(number, event)| (*number, event));
        if let Some(found) = selected.find(|(_, event)| event.id.as_str() == id) {
            return Ok(Some(found));
        }
        let directory = self.directory()?;
        let Some(part) = directory.ids_for(id) else { return Ok(None) };
        let numbers = find_id(on(&self.ids, Part::Ids, part)?, id).unwrap_or_default();
        for number in numbers {
            if let Some(event) = self.event(number)?.filter(|event| event.id.as_str() == id) {
                return Ok(Some((number, event)));
            }
        }
        Ok(None)
    }

    /// Every session of the events with these ids, in order of time; ids that no event has are passed over.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn rows_with_ids(&self, ids: &[Id]) -> Result<Vec<Row>, Lacking> {
        let mut lacking = Gathering::default();
        let found = ids.iter().filter_map(|id| lacking.take(self.event_with_id(id.as_str())));
        let found = found.flatten().collect();
        lacking.complete()?;
        Ok(in_order(found))
    }

    /// Every session of the events around a stop, in order of time. `None` when they are too many to load.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn rows_of_stop(&self, stop: &Id) -> Result<Option<Vec<Row>>, Lacking> {
        let directory = self.directory()?;
        let Some(slices) = directory.slices_of_stop(stop.as_str()) else { return Ok(None) };
        let mut lacking = Gathering::default();
        let mut found = Vec::new();
        for place in slices {
            let events = lacking.take(self.slice(directory, place)).unwrap_or_default();
            let numbered = (directory.first_of(place)..).zip(events);
            found.extend(numbered.filter(|(_, event)| event.stop.as_ref() == Some(stop)));
        }
        lacking.complete()?;
        Ok(Some(in_order(found)))
    }

    /// The events that changed last, of those that say when.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn changed(&self) -> Result<&[Event], Lacking> {
        let changed = self.directory()?.changed();
        Ok(&on(&self.selections, Part::Selection, changed)?.events)
    }

    /// What the agenda knows of all events.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn catalogue(&self) -> Result<&Agenda, Lacking> {
        let name = self.directory()?.catalogue();
        self.catalogue.as_ref().ok_or_else(|| Lacking::one(Part::Catalogue, name))
    }

    /// Whether, of a feed of few events, everything is there, and of a larger one the catalogue.
    ///
    /// # Errors
    /// [`Lacking`]: so many files at the most, in the order in which a visitor may need them.
    pub fn ready_for_more(&self, at_a_time: usize) -> Result<(), Lacking> {
        let mut lacking = Gathering::default();
        if self.is_small() {
            let directory = self.directory()?;
            lacking.take(self.catalogue());
            for name in directory.word_files() {
                lacking.take(on(&self.words, Part::Words, name));
            }
            if let Some(name) = directory.vocabulary().filter(|_| self.vocabulary.is_none()) {
                lacking.take::<()>(Err(Lacking::one(Part::Vocabulary, name)));
            }
            for place in 0..directory.slices().len() {
                lacking.take(self.slice(directory, place));
            }
        } else if self.outline.events() <= MANY {
            lacking.take(self.catalogue());
        }
        lacking.0.truncate(at_a_time);
        lacking.complete()
    }

    /// Whether the feed has so few events that all of them are to be there in the end.
    pub fn is_small(&self) -> bool {
        self.outline.events() <= FEW
    }

    /// All events, when every slice is there.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn all_events(&self) -> Result<Vec<&Event>, Lacking> {
        let directory = self.directory()?;
        let mut events = Vec::new();
        for place in 0..directory.slices().len() {
            events.extend(self.slice(directory, place)?);
        }
        Ok(events)
    }

    /// Every file that is needed to show all that is coming in some départements, whatever is asked of it.
    ///
    /// # Errors
    /// [`Lacking`], while it can't be told yet.
    pub fn files_of(
        &self,
        departments: Choices<Department>,
        today: NaiveDate,
    ) -> Result<Vec<File>, Lacking> {
        let directory = self.directory()?;
        let catalogue = self.catalogue()?;
        let here = Query { departments, ..Query::default() };
        // By place of a slice: whether it has one of the events.
        let mut has = vec![false; directory.slices().len()];
        for row in catalogue.find(&here, today).rows {
            if let Some((slice, _)) = directory.place_of(row.event) {
                has[slice] = true;
            }
        }
        let file = |part, name: &str| File { part, name: name.into() };
        let slices = directory.slices().enumerate().filter(|(place, _)| has[*place]);
        let slices = slices.map(|(place, name)| file(Part::Slice(place), name));
        let mut files: Vec<_> = slices.collect();
        files.extend(directory.word_files().map(|name| file(Part::Words, name)));
        files.extend(directory.id_files().map(|name| file(Part::Ids, name)));
        files.extend(directory.vocabulary().map(|name| file(Part::Vocabulary, name)));
        files.push(file(Part::Directory, self.outline.directory()));
        files.push(file(Part::Catalogue, directory.catalogue()));
        Ok(files)
    }

    fn directory(&self) -> Result<&Directory, Lacking> {
        let lacking = || Lacking::one(Part::Directory, self.outline.directory());
        self.directory.as_ref().ok_or_else(lacking)
    }

    /// The events of a slice; none of one that the directory does not name.
    fn slice(&self, directory: &Directory, place: usize) -> Result<&[Event], Lacking> {
        match (self.slices.get(place), directory.slice(place)) {
            (Some(Some(events)), _) => Ok(events),
            (_, Some(name)) => Err(Lacking::one(Part::Slice(place), name)),
            (_, None) => Ok(&[]),
        }
    }
}
