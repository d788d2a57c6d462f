//! The outline of a feed in slices: enough to count what any day shows, and to name what shows it first.
//!
//! An event is shown on a day unless it has ended before: so two small tables of what ends, by month and by day, count
//! exactly, without any event being loaded.

use chrono::NaiveDate;

use super::month::Month;
use super::{day, file, list, tally, value};
use crate::agenda::facets::Tally;
use crate::agenda::{Agenda, Found, Scope};
use crate::choices::{Choice, Choices};
use crate::date::YearMonth;
use crate::department::Department;
use crate::query::Query;
use crate::reader::json::Node;

/// Where the events of a feed in slices are, and how many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    all: Tally,
    undated: Tally,
    first_day: Option<NaiveDate>,
    last_day: Option<NaiveDate>,
    months: Vec<Ends>,
    last: Box<str>,
    directory: Box<str>,
}

/// A month, with the events that end in it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Ends {
    month: YearMonth,
    tally: Tally,
    file: Box<str>,
}

impl Outline {
    /// Reads the property `eventSlices` of a feed.
    pub(crate) fn read(node: Node<'_>) -> Option<Self> {
        let top = node.properties().ok()?;
        let months = list(value(&top, "months")?, &mut |node| {
            let one = node.properties().ok()?;
            let month = value(&one, "month")?.text().ok()?.parse().ok()?;
            Some(Ends { month, tally: tally(&one)?, file: file(value(&one, "file")?)? })
        })?;
        Some(Self {
            all: tally(&top)?,
            undated: tally(&value(&top, "undated")?.properties().ok()?)?,
            first_day: value(&top, "firstDay").and_then(day),
            last_day: value(&top, "lastDay").and_then(day),
            months,
            last: file(value(&top, "last")?)?,
            directory: file(value(&top, "directory")?)?,
        })
    }

    /// How many events there are.
    pub const fn events(&self) -> usize {
        self.all.events
    }

    /// How many events lie in a département, over all time.
    pub fn events_in(&self, department: Department) -> usize {
        self.all.facets().departments.get(department) as usize
    }

    /// The first day that any event may touch.
    pub const fn first_day(&self) -> Option<NaiveDate> {
        self.first_day
    }

    /// The last day that any event may touch, of those that are known.
    pub const fn last_day(&self) -> Option<NaiveDate> {
        self.last_day
    }

    /// The months in which events end, each with how many, in order.
    pub fn months(&self) -> impl ExactSizeIterator<Item = (YearMonth, usize)> {
        self.months.iter().map(|ends| (ends.month, ends.tally.events))
    }

    /// The file of the [`Directory`](super::Directory).
    pub fn directory(&self) -> &str {
        &self.directory
    }

    /// The file of events, for [`read_slice`](crate::reader::read_slice), that holds the last rows of the whole archive:
    /// those that [`Found::last`] shows.
    pub fn last(&self) -> &str {
        &self.last
    }

    /// The files of all months.
    #[cfg(feature = "slicing")]
    pub(super) fn month_files(&self) -> impl Iterator<Item = &str> {
        self.months.iter().map(|ends| ends.file.as_ref())
    }

    /// Every file that it names.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        let months = self.months.iter().map(|ends| &ends.file);
        months.chain([&self.last, &self.directory]).map(AsRef::as_ref)
    }

    /// The day from which a query shows everything; `None` when it asks for more than that, so that only the catalogue can
    /// tell.
    pub fn day(&self, query: &Query, today: NaiveDate) -> Option<NaiveDate> {
        let rest = Query { from: None, departments: Choices::NONE, ..query.clone() };
        if !rest.is_empty() || !self.without_all(query.departments).is_empty() {
            return None;
        }
        let start = self.first_day.unwrap_or(today);
        Some(match self.scope(query, today) {
            Scope::Window => query.from.unwrap_or(start),
            Scope::Coming => today,
            Scope::Archive => start,
        })
    }

    /// All eight départements are as good as none when no event lies elsewhere.
    fn without_all(&self, departments: Choices<Department>) -> Choices<Department> {
        let counts = self.all.facets().departments;
        let within: u32 = Department::ALL.iter().map(|department| counts.get(*department)).sum();
        let is_all = departments.len() as usize == Department::ALL.len();
        if is_all && within as usize == self.all.events { Choices::NONE } else { departments }
    }

    pub(super) fn scope(&self, query: &Query, today: NaiveDate) -> Scope {
        if query.from.is_some() || query.until.is_some() {
            Scope::Window
        } else if self.last_day.is_some_and(|last| last >= today) {
            Scope::Coming
        } else {
            Scope::Archive
        }
    }

    /// The file of the [`Month`] that knows a day of [`Self::day`].
    pub fn month(&self, day: NaiveDate) -> Option<&str> {
        Some(&self.months.get(self.place_of(day))?.file)
    }

    /// The place of the last month that is not after a day; of the first, when all are.
    fn place_of(&self, day: NaiveDate) -> usize {
        let month = YearMonth::of(day);
        self.months.partition_point(|ends| ends.month <= month).saturating_sub(1)
    }

    /// What a query shows: its first rows, with the counts of the whole feed. `opening` is an agenda of the events in
    /// [`Month::opening`], `month` the month of the day. Rows end where the opening does, and [`Found::has_more`] says so.
    ///
    /// `None` when the query asks for more than a day, see [`Self::day`].
    pub fn found(
        &self,
        month: &Month,
        opening: &Agenda,
        query: &Query,
        today: NaiveDate,
    ) -> Option<Found> {
        let day = self.day(query, today)?;
        let mut found = opening.find(&Query { departments: Choices::NONE, ..query.clone() }, today);
        found.scope = self.scope(query, today);
        let mut ended = Tally::default();
        if found.scope != Scope::Archive {
            let months = self.months.iter().take(self.place_of(day));
            months.for_each(|ends| ended.add_all(&ends.tally));
            month.ended(day, &mut ended);
        }
        let mut shown = self.all.clone();
        shown.take_all(&ended);
        if found.scope == Scope::Window {
            shown.take_all(&self.undated);
        }
        let sure = month.opens(day)?.rows;
        found.has_more = found.rows.len() > sure || found.events < shown.events;
        found.rows.truncate(sure);
        found.events = shown.events;
        found.past = if found.scope == Scope::Coming { ended.events } else { 0 };
        found.facets = shown.facets();
        // Tables by month and day of what belongs where would make the index larger for two rare choices.
        found.belongings = None;
        Some(found)
    }
}
