//! The places of what was found, as venues: each with its events, its département and its point, as far as they are known.

use super::projection::{Point, project};
use crate::choices::Choice as _;
use crate::department::{Department, Territory};
use crate::place::Place;

/// What tells a venue from another: its name and town. A venue without a name is told by its point.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VenueKey {
    /// The name; empty when unknown.
    pub name: String,
    /// The town; empty when unknown.
    pub town: String,
    /// The postcode; empty when unknown. Paris is one town, its districts are not.
    postal_code: String,
    /// Where a place without a name lies.
    point: Option<Point>,
}

impl VenueKey {
    fn of(place: &Place) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let point = if place.name.is_none() { place.geo.and_then(project) } else { None };
        Self {
            name: text(&place.name),
            town: text(&place.address_locality),
            postal_code: text(&place.postal_code),
            point,
        }
    }
}

/// A place where something is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Venue {
    /// What tells it from others.
    pub key: VenueKey,
    /// Its département, if it is one of the eight.
    pub department: Option<Department>,
    /// Where it lies on the map; `None` when nobody knows, or when it lies outside.
    pub point: Option<Point>,
    /// The places of its rows among all that were gathered, in order.
    pub rows: Vec<usize>,
    /// Its events, each once.
    events: Vec<u32>,
}

impl Venue {
    /// How many events it has, each counted once however often it takes place.
    pub const fn events(&self) -> usize {
        self.events.len()
    }
}

/// The venues of some rows. Gathered row by row, since events come in parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Venues {
    /// In order of their first row.
    pub list: Vec<Venue>,
}

/// What of a département can't be put on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unplaced {
    /// Which; `None` for what lies outside the eight, or nobody knows where.
    pub department: Option<Department>,
    /// How many events.
    pub events: usize,
}

impl Venues {
    /// Adds the row at a place of the list: its event, and where that is.
    pub fn add(&mut self, row: usize, event: u32, place: Option<&Place>) {
        let key = place.map(VenueKey::of).unwrap_or_default();
        let point = place.and_then(|place| project(place.geo?));
        let department = place.and_then(|place| place.department.as_ref());
        let department = department.and_then(Territory::department);
        let venue = if let Some(at) = self.list.iter().position(|venue| venue.key == key) {
            &mut self.list[at]
        } else {
            let (rows, events) = (Vec::new(), Vec::new());
            self.list.push(Venue { key, department, point, rows, events });
            let last = self.list.len() - 1;
            &mut self.list[last]
        };
        venue.department = venue.department.or(department);
        venue.point = venue.point.or(point);
        venue.rows.push(row);
        if !venue.events.contains(&event) {
            venue.events.push(event);
        }
    }

    /// How many events have no point on the map: by département, by code, then the others; only where there are some.
    pub fn unplaced(&self) -> Vec<Unplaced> {
        let departments = Department::ALL.iter().copied().map(Some).chain([None]);
        let counted = departments.map(|department| {
            let here = |venue: &&Venue| venue.point.is_none() && venue.department == department;
            let events = self.list.iter().filter(here).map(Venue::events).sum();
            Unplaced { department, events }
        });
        counted.filter(|counted| counted.events > 0).collect()
    }
}
