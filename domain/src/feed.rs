//! The feed: everything the site shows, as one value.
//!
//! [`Feed`] is what `reader` makes of bytes. Whoever holds one may rely on it: ids are unique within their list,
//! references lead somewhere, spans are in order, links are safe to click, texts are plain and of bounded length.

use chrono::NaiveDate;
use serde::Serialize;

use crate::choices::Choice;
use crate::date::Span;
use crate::department::{Department, Territory};
use crate::event::Event;
use crate::group::{Figure, Group, News, Resource};
use crate::id::Id;
use crate::organization::{Organization, Role};
use crate::place::Place;
use crate::provenance::Provenance;
use crate::season::{Exhibition, Season};
use crate::stop::Stop;

/// The major version of the feed that this code reads; a later one is refused.
pub const MAJOR_VERSION: u32 = 1;

/// The version that is written.
pub const VERSION: &str = "1.0";

/// Everything the site shows.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Feed {
    /// The version of the format, `major.minor`.
    pub version: String,
    /// What it is a feed of.
    pub name: String,
    /// In a few sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether its content is invented, for demonstration; said on every page and in every export.
    pub is_demonstration: bool,
    /// The day of its last change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_modified: Option<NaiveDate>,
    /// Seasons, newest first.
    pub seasons: Vec<Season>,
    /// What is known about the départements.
    pub departments: Vec<DepartmentRecord>,
    /// Operators and partners.
    pub organizations: Vec<Organization>,
    /// The travelling exhibitions.
    pub exhibitions: Vec<Exhibition>,
    /// The stations of their tours.
    pub stops: Vec<Stop>,
    /// The programme.
    pub events: Vec<Event>,
    /// Citizen groups.
    pub groups: Vec<Group>,
    /// News, newest first.
    pub news: Vec<News>,
    /// Things to read, watch or use.
    pub resources: Vec<Resource>,
    /// Key figures.
    pub figures: Vec<Figure>,
}

/// What the feed says about a département.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DepartmentRecord {
    /// Which one.
    pub code: Department,
    /// Who runs the project there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operator: Option<Id>,
    /// In a few sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Where it comes from.
    #[serde(flatten)]
    pub provenance: Provenance,
}

impl Serialize for Department {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(Choice::code(*self))
    }
}

impl Feed {
    /// The event with this id.
    pub fn event(&self, id: &str) -> Option<&Event> {
        self.events.iter().find(|event| event.id.as_str() == id)
    }

    /// The stop with this id.
    pub fn stop(&self, id: &str) -> Option<&Stop> {
        self.stops.iter().find(|stop| stop.id.as_str() == id)
    }

    /// The exhibition with this id.
    pub fn exhibition(&self, id: &str) -> Option<&Exhibition> {
        self.exhibitions.iter().find(|exhibition| exhibition.id.as_str() == id)
    }

    /// The season with this id.
    pub fn season(&self, id: &str) -> Option<&Season> {
        self.seasons.iter().find(|season| season.id.as_str() == id)
    }

    /// The group with this id.
    pub fn group(&self, id: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.id.as_str() == id)
    }

    /// The organization with this id.
    pub fn organization(&self, id: &str) -> Option<&Organization> {
        self.organizations.iter().find(|organization| organization.id.as_str() == id)
    }

    /// Where an event is: its own place, else its stop's.
    pub fn place_of<'feed>(&'feed self, event: &'feed Event) -> Option<&'feed Place> {
        let stop = || self.stop(event.stop.as_ref()?.as_str());
        event.location.as_ref().or_else(|| stop().map(|stop| &stop.location))
    }

    /// How many events lie in a département, over all time.
    pub fn events_in(&self, department: Department) -> usize {
        let here = |event: &&Event| {
            let place = self.place_of(event).and_then(|place| place.department.as_ref());
            place.and_then(Territory::department) == Some(department)
        };
        self.events.iter().filter(here).count()
    }

    /// The last day that it says anything was written on: its own, or that of a record, or of a piece of news; of a feed
    /// without any of them, the last day that an event touches.
    pub fn last_written(&self) -> Option<NaiveDate> {
        let events = self.events.iter().filter_map(|it| it.provenance.date_modified);
        let stops = self.stops.iter().filter_map(|it| it.provenance.date_modified);
        let news = self.news.iter().filter_map(|it| Some(it.date_published?.first_day()));
        let written = self.date_modified.into_iter().chain(events).chain(stops).chain(news).max();
        written.or_else(|| self.events.iter().filter_map(Event::last_day).max())
    }

    /// The first day that any event may touch.
    pub fn first_event_day(&self) -> Option<NaiveDate> {
        self.events.iter().flat_map(Event::times).filter_map(Span::first_day).min()
    }

    /// The news that is out on a day, newest first: what has no date, and what is not surely of a later day.
    pub fn news_until(&self, today: NaiveDate) -> impl Iterator<Item = &News> {
        let out = move |news: &&News| {
            news.date_published.is_none_or(|published| published.first_day() <= today)
        };
        self.news.iter().filter(out)
    }

    /// Who runs the project in a département.
    pub fn operator(&self, department: Department) -> Option<&Organization> {
        let named = self.departments.iter().find(|record| record.code == department);
        named
            .and_then(|record| record.operator.as_ref())
            .and_then(|id| self.organization(id.as_str()))
            .or_else(|| {
                self.organizations.iter().find(|organization| {
                    organization.roles.contains(Role::Operator)
                        && organization.departments.contains(department)
                })
            })
    }
}
