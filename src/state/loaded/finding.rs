//! What is asked of the events of a feed as a whole: what a query shows, when, and what else there is.

use chrono::NaiveDate;
use qsec2_domain::agenda::{Agenda, Found, MonthFound, Nearness, Row, WayOut};
use qsec2_domain::date::YearMonth;
use qsec2_domain::event::Event;
use qsec2_domain::id::Id;
use qsec2_domain::query::Query;
use qsec2_domain::slices::{Lacking, Shelf};

use super::{Events, Loaded};

impl Loaded {
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

    /// The first day that any event may touch.
    pub fn first_day(&self) -> Option<NaiveDate> {
        match &self.events {
            Events::Whole(_) => self.feed.first_event_day(),
            Events::InSlices(slices) => slices.shelf().outline().first_day(),
        }
    }

    /// What a query shows in a month.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn month(&self, query: &Query, month: YearMonth) -> Result<MonthFound, Lacking> {
        self.look(
            |agenda| agenda.month(query, &agenda.ranks(query), month),
            |shelf| Ok(shelf.catalogue()?.month(query, &shelf.ranks(query)?, month)),
        )
    }

    /// What leads out of a result that is empty.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn ways_out(&self, query: &Query, today: NaiveDate) -> Result<Vec<WayOut>, Lacking> {
        self.look(
            |agenda| agenda.ways_out(query, &agenda.ranks(query), today),
            |shelf| Ok(shelf.catalogue()?.ways_out(query, &shelf.ranks(query)?, today)),
        )
    }

    /// The events shown before and after one by a query on a day.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn around(
        &self,
        event: &Id,
        query: &Query,
        today: NaiveDate,
    ) -> Result<(Option<Row>, Option<Row>), Lacking> {
        let Some(number) = self.number_of(event)? else { return Ok((None, None)) };
        let find_all = |shelf: &Shelf| shelf.find_all(query, today);
        Ok(self.look(|agenda| agenda.find(query, today), find_all)?.around(number))
    }

    /// Other events near one in days and place. Of a large feed, those that have not been loaded are taken for out of town.
    ///
    /// # Errors
    /// [`Lacking`].
    pub fn near(
        &self,
        event: &Id,
        today: NaiveDate,
        nearness: Nearness,
    ) -> Result<Vec<Row>, Lacking> {
        let Some(number) = self.number_of(event)? else { return Ok(Vec::new()) };
        let town = |event: &Event| self.feed.place_of(event)?.address_locality.clone();
        let here = self.event(event)?.as_ref().and_then(town);
        let near = |agenda: &Agenda, is_in_town: &dyn Fn(u32) -> bool| {
            let day = agenda.day_of(number, today);
            day.map(|day| agenda.near(number, day, nearness, is_in_town)).unwrap_or_default()
        };
        let is_here = |event: Option<&Event>| here.is_some() && event.and_then(town) == here;
        self.look(
            |agenda| near(agenda, &|other| is_here(self.feed.events.get(other as usize))),
            |shelf| {
                let is_in_town = |other| is_here(shelf.event(other).ok().flatten());
                Ok(near(shelf.catalogue()?, &is_in_town))
            },
        )
    }

    /// The number of an event in rows.
    fn number_of(&self, event: &Id) -> Result<Option<u32>, Lacking> {
        let place = |_: &Agenda| {
            let place = self.feed.events.iter().position(|it| it.id == *event);
            place.and_then(|place| u32::try_from(place).ok())
        };
        let number = |shelf: &Shelf| Ok(shelf.event_with_id(event.as_str())?.map(|found| found.0));
        self.look(place, number)
    }
}
