//! Events that an address names one by one: `evenements=bal,debat`.

use std::fmt;

use crate::id::Id;
use crate::query::{Key, Reading};

/// The most events of an address; with ids of usual length, what servers and messengers let pass.
pub const MOST_EVENTS: usize = 200;

/// Events by their ids: in the order in which they were named, each once, at most [`MOST_EVENTS`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EventIds(Vec<Id>);

impl EventIds {
    /// The ids.
    pub fn as_slice(&self) -> &[Id] {
        &self.0
    }

    /// Whether none is named.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads the comma separated lists of ids. What is no id is refused, and so is what is too much.
    pub(super) fn read(reading: &mut Reading) -> Self {
        let mut ids = Self::default();
        reading.each(Key::Events, &mut |text| text.parse().is_ok_and(|id| ids.add(id)));
        ids
    }

    /// Adds one at the end, unless it is there. Says whether it is there now.
    fn add(&mut self, id: Id) -> bool {
        let is_there = self.0.contains(&id);
        if !is_there && self.0.len() < MOST_EVENTS {
            self.0.push(id);
            return true;
        }
        is_there
    }
}

impl FromIterator<Id> for EventIds {
    /// Those after the first [`MOST_EVENTS`] are left out.
    fn from_iter<I: IntoIterator<Item = Id>>(ids: I) -> Self {
        let mut named = Self::default();
        for id in ids {
            named.add(id);
        }
        named
    }
}

impl fmt::Display for EventIds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut comma = "";
        for id in &self.0 {
            f.write_str(comma)?;
            f.write_str(id.as_str())?;
            comma = ",";
        }
        Ok(())
    }
}
