//! A feed with what is derived from it once, and its events: all at hand, or in slices that are loaded as they are asked for.
//!
//! Questions answer at once or say what they lack; [`Loaded::ask`] has that loaded. Whoever asks in a memo or in a part of a
//! view that follows signals is asked again when it has come. Natively all events are at hand.

mod finding;
mod slices;

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos::task::spawn_local;
use qsec2_domain::agenda::{Agenda, Row};
use qsec2_domain::changes::{self, Change};
use qsec2_domain::choices::Choices;
use qsec2_domain::department::Department;
use qsec2_domain::event::Event;
use qsec2_domain::feed::Feed;
use qsec2_domain::id::Id;
use qsec2_domain::pages::Page;
use qsec2_domain::reader::Reading;
use qsec2_domain::report::Report;
use qsec2_domain::slices::{File, Lacking, Shelf};
use qsec2_domain::tour::Tour;

use self::slices::Slices;
use crate::api::FeedProblem;
use crate::state::feed::Age;

/// A feed with everything that is derived from it once.
#[derive(Debug)]
pub struct Loaded {
    /// The records; of a feed in slices, all but the events.
    pub feed: Feed,
    /// The stops in order.
    pub tour: Tour,
    /// What was wrong with it.
    pub report: Report,
    /// How fresh it is.
    pub age: Age,
    /// Another for each one.
    pub number: u32,
    events: Events,
}

/// Where the events are.
#[derive(Debug)]
enum Events {
    /// In the feed.
    Whole(Agenda),
    /// In files beside it.
    InSlices(Slices),
}

impl Loaded {
    /// A feed with what is derived from it. Of one in slices, `path` and `index` say where it came from and as what.
    pub fn new(reading: Reading, age: Age, path: &str, index: Option<Vec<u8>>) -> Self {
        let Reading { feed, report, outline } = reading;
        let tour = Tour::new(&feed);
        let events = match outline {
            None => Events::Whole(Agenda::new(&feed)),
            Some(outline) => Events::InSlices(Slices::new(outline, path, index)),
        };
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        Self { feed, tour, report, age, number, events }
    }

    /// A feed that is there as a whole, and fresh.
    pub fn whole(reading: Reading) -> Self {
        Self::new(Reading { outline: None, ..reading }, Age::Fresh, "", None)
    }

    /// Looks at the event of a row.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn with_event<T>(
        &self,
        row: Row,
        look: impl FnOnce(&Event) -> T,
    ) -> Result<Option<T>, Lacking> {
        match &self.events {
            Events::Whole(_) => Ok(self.feed.events.get(row.event as usize).map(look)),
            Events::InSlices(slices) => Ok(slices.shelf().event(row.event)?.map(look)),
        }
    }

    /// Whether the events of these rows are at hand.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn have(&self, rows: &[Row]) -> Result<(), Lacking> {
        self.look(|_| (), |shelf| shelf.have(rows))
    }

    /// The event with this id.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn event(&self, id: &Id) -> Result<Option<Event>, Lacking> {
        let found = |shelf: &Shelf| Ok(shelf.event_with_id(id.as_str())?.map(|it| it.1.clone()));
        self.look(|_| self.feed.event(id.as_str()).cloned(), found)
    }

    /// Looks at all events, when they are all at hand.
    ///
    /// # Errors
    /// [`Lacking`]. Of a large feed it is most of it: not to be asked for.
    pub fn with_all_events(&self, look: &mut dyn FnMut(&[&Event])) -> Result<(), Lacking> {
        match &self.events {
            Events::Whole(_) => look(&self.feed.events.iter().collect::<Vec<_>>()),
            Events::InSlices(slices) => look(&slices.shelf().all_events()?),
        }
        Ok(())
    }

    /// Whether all events are at hand in the end, without anybody asking for them.
    pub fn is_small(&self) -> bool {
        match &self.events {
            Events::Whole(_) => true,
            Events::InSlices(slices) => slices.shelf().is_small(),
        }
    }

    /// Every session of the events with these ids, in order of time; ids that no event has are passed over.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn rows_with_ids(&self, ids: &[Id]) -> Result<Vec<Row>, Lacking> {
        // Each event is looked at once, and not each of its sessions for each of the ids.
        let whole = |agenda: &Agenda| {
            let events = self.feed.events.iter();
            let wanted: Vec<bool> = events.map(|event| ids.contains(&event.id)).collect();
            let is_wanted = |row: &Row| wanted.get(row.event as usize) == Some(&true);
            agenda.in_order().filter(is_wanted).collect()
        };
        self.look(whole, |shelf| shelf.rows_with_ids(ids))
    }

    /// Every session of the events around a stop, in order of time. `None` when they are too many to load.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn rows_of_stop(&self, stop: &Id) -> Result<Option<Vec<Row>>, Lacking> {
        let is_around = |event: &Event| event.stop.as_ref() == Some(stop);
        self.look(|agenda| Some(self.rows(agenda, is_around)), |shelf| shelf.rows_of_stop(stop))
    }

    /// What changed last.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn newest(&self, most: usize) -> Result<Vec<Change>, Lacking> {
        let newest = |events: &[Event]| changes::newest(events, &self.feed.stops, most);
        self.look(|_| newest(&self.feed.events), |shelf| Ok(newest(shelf.changed()?)))
    }

    /// How many events lie in a département, over all time.
    pub fn events_in(&self, department: Department) -> usize {
        match &self.events {
            Events::Whole(_) => self.feed.events_in(department),
            Events::InSlices(slices) => slices.shelf().outline().events_in(department),
        }
    }

    /// Whether there is something to show at a page's address.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn has(&self, page: &Page) -> Result<bool, Lacking> {
        match (&self.events, page) {
            (Events::InSlices(_), Page::Event(id)) => Ok(self.event(id)?.is_some()),
            _ => Ok(page.exists_in(&self.feed)),
        }
    }

    /// What a small feed is to have at hand once there is time for it, so that nothing has to be waited for any more.
    ///
    /// # Errors
    /// [`Lacking`]: a few files at a time.
    pub fn ready_for_more(&self) -> Result<(), Lacking> {
        self.look(|_| (), |shelf| shelf.ready_for_more(AT_A_TIME))
    }

    /// The paths of all files that show what is coming in some départements when there is no network; none of a feed that is
    /// kept as a whole.
    ///
    /// # Errors
    /// [`Lacking`], while it can't be told yet.
    pub fn paths_for(
        &self,
        departments: Choices<Department>,
        today: NaiveDate,
    ) -> Result<Vec<String>, Lacking> {
        let Events::InSlices(slices) = &self.events else { return Ok(Vec::new()) };
        let files = slices.shelf().files_of(departments, today)?;
        Ok(files.iter().map(|file| slices.path_of(file)).collect())
    }

    /// Whether the events are in slices.
    pub const fn is_in_slices(&self) -> bool {
        matches!(self.events, Events::InSlices(_))
    }

    /// Why a file could not be had, followed.
    pub fn trouble(&self) -> Option<FeedProblem> {
        match &self.events {
            Events::Whole(_) => None,
            Events::InSlices(slices) => slices.trouble.get(),
        }
    }

    /// Takes an answer; when something is lacking, has it loaded, each file once.
    pub fn ask<T>(self: &Arc<Self>, answer: Result<T, Lacking>) -> Option<T> {
        match answer {
            Ok(answer) => return Some(answer),
            Err(Lacking(files)) => files.into_iter().for_each(|file| self.load(file)),
        }
        None
    }

    fn load(self: &Arc<Self>, file: File) {
        let Events::InSlices(slices) = &self.events else { return };
        let mut asked = slices.asked();
        if asked.names.contains(&file.name) {
            return;
        }
        asked.names.push(file.name.clone());
        drop(asked);
        let loaded = Arc::clone(self);
        spawn_local(async move {
            if let Events::InSlices(slices) = &loaded.events {
                slices.fetch(file, &loaded.feed).await;
            }
        });
    }

    /// All sessions of the events that are wanted, in order of time.
    fn rows(&self, agenda: &Agenda, is_wanted: impl Fn(&Event) -> bool) -> Vec<Row> {
        let event = |row: &Row| self.feed.events.get(row.event as usize);
        agenda.in_order().filter(|row| event(row).is_some_and(&is_wanted)).collect()
    }

    fn look<T>(
        &self,
        whole: impl FnOnce(&Agenda) -> T,
        in_slices: impl FnOnce(&Shelf) -> Result<T, Lacking>,
    ) -> Result<T, Lacking> {
        match &self.events {
            Events::Whole(agenda) => Ok(whole(agenda)),
            Events::InSlices(slices) => in_slices(&slices.shelf()),
        }
    }
}

/// How many there were.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// How many files are fetched at once of those that nobody waits for.
const AT_A_TIME: usize = 3;
