//! A feed with what is derived from it once, and its events: all at hand, or in slices that are loaded as they are asked for.
//!
//! Questions answer at once or say what they lack; [`Loaded::ask`] has that loaded. Whoever asks in a memo or in a part of a
//! view that follows signals is asked again when it has come. Natively all events are at hand.

use std::ops::Deref;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos::task::spawn_local;
use qsec2_domain::agenda::{Agenda, Found, Row};
use qsec2_domain::changes::{self, Change};
use qsec2_domain::choices::Choices;
use qsec2_domain::department::Department;
use qsec2_domain::event::Event;
use qsec2_domain::feed::Feed;
use qsec2_domain::id::Id;
use qsec2_domain::pages::Page;
use qsec2_domain::query::Query;
use qsec2_domain::reader::Reading;
use qsec2_domain::report::Report;
use qsec2_domain::slices::{FOLDER, File, Lacking, Outline, Part, Shelf};
use qsec2_domain::tour::Tour;

use crate::api::{FeedProblem, fetch_feed};
use crate::browser::saved;
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

/// The slices of a feed, as far as they have come.
#[derive(Debug)]
struct Slices {
    shelf: ArcRwSignal<Shelf>,
    /// Why a file could not be had; the last one.
    trouble: ArcRwSignal<Option<FeedProblem>>,
    /// The path of the feed.
    path: Box<str>,
    asked: Mutex<Asked>,
}

/// What was asked for.
#[derive(Debug, Default)]
struct Asked {
    /// The names of files, whatever became of them.
    names: Vec<Box<str>>,
    /// The index, to be kept on the device once the first of its files has come: an index alone shows nothing.
    index: Option<Vec<u8>>,
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

    /// What a query shows on a day; of a feed in slices perhaps only the first rows, see [`Found::has_more`].
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn find(&self, query: &Query, today: NaiveDate) -> Result<Found, Lacking> {
        self.look(|agenda| agenda.find(query, today), |shelf| shelf.find(query, today))
    }

    /// Whether nothing in the whole feed runs or comes on a day.
    pub fn is_over(&self, today: NaiveDate) -> bool {
        match &self.events {
            Events::Whole(agenda) => agenda.is_over(today),
            Events::InSlices(slices) => slices.shelf().is_over(today),
        }
    }

    /// Whether every row can be found, whatever is asked.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn all(&self) -> Result<(), Lacking> {
        self.look(|_| (), |shelf| shelf.catalogue().map(drop))
    }

    /// The last rows of the whole archive, the last first.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn last(&self, count: usize) -> Result<Vec<Row>, Lacking> {
        let last = |agenda: &Agenda| agenda.find(&Query::default(), NaiveDate::MAX).last(count);
        self.look(last, |shelf| shelf.last(count))
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

    /// Every session of the events with these ids, in order of time; ids that no event has are passed over.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn rows_with_ids(&self, ids: &[Id]) -> Result<Vec<Row>, Lacking> {
        let is_wanted = |event: &Event| ids.contains(&event.id);
        self.look(|agenda| self.rows(agenda, is_wanted), |shelf| shelf.rows_with_ids(ids))
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

    /// The first day that any event may touch.
    pub fn first_day(&self) -> Option<NaiveDate> {
        match &self.events {
            Events::Whole(_) => self.feed.first_event_day(),
            Events::InSlices(slices) => slices.shelf().outline().first_day(),
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

impl Slices {
    fn new(outline: Outline, path: &str, index: Option<Vec<u8>>) -> Self {
        Self {
            shelf: ArcRwSignal::new(Shelf::new(outline)),
            trouble: ArcRwSignal::new(None),
            path: path.into(),
            asked: Mutex::new(Asked { names: Vec::new(), index }),
        }
    }

    /// What is on the shelf, followed. Never inlined: the browser would get all of it once for each question.
    #[inline(never)]
    fn shelf(&self) -> impl Deref<Target = Shelf> + use<> {
        self.shelf.read()
    }

    async fn fetch(&self, file: File, feed: &Feed) {
        let part = file.part;
        let path = self.path_of(&file);
        let bytes = match fetch_feed(&path).await {
            // The page asked for it before the app did; what failed then is answered once, and is no answer of today.
            Err(FeedProblem::Status(_)) => fetch_feed(&path).await,
            answer => answer,
        };
        let put = match bytes {
            Ok(bytes) => self.shelf.write().put(file, bytes, feed).map_err(FeedProblem::from),
            Err(problem) => Err(problem),
        };
        match put {
            Ok(()) => self.keep_index().await,
            // A device may have kept the rest, and not these of this very day.
            Err(_) if matches!(part, Part::Month | Part::Selection) => {
                self.shelf.write().take_the_long_way();
            }
            Err(problem) => self.trouble.set(Some(problem)),
        }
    }

    fn path_of(&self, file: &File) -> String {
        let folder = self.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        [folder, "/", FOLDER, &file.name].concat()
    }

    async fn keep_index(&self) {
        let index = self.asked().index.take();
        if let Some(index) = index {
            saved::keep_feed(&self.path, &index).await;
        }
    }

    fn asked(&self) -> MutexGuard<'_, Asked> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
