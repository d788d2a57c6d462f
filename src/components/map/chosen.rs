//! Which venues the list is narrowed to.

use leptos::prelude::*;
use qsec2_domain::map::{Venue, VenueKey};

use super::sheet::Places;
use crate::browser;

/// The id of what says which venues are chosen; it has the focus when they have just been.
pub const CHOSEN: &str = "lieu-choisi";
/// The id of the list of markers; it has the focus when all venues are shown again.
pub const MARKERS: &str = "lieux-carte";

/// The venues that the list is narrowed to; none is all. By what tells them from others, so that they stay chosen when the
/// query changes, as long as something is found there.
#[derive(Debug, Clone, Copy)]
pub struct Chosen {
    keys: RwSignal<Vec<VenueKey>>,
    places: Memo<Places>,
    /// Their places among the venues of what was found.
    venues: Memo<Vec<usize>>,
}

impl Chosen {
    /// None chosen.
    pub fn new(places: Memo<Places>) -> Self {
        let keys = RwSignal::new(Vec::new());
        let venues = Memo::new(move |_| {
            let keys = keys.read();
            places.read().find(|venue: &Venue| keys.contains(&venue.key))
        });
        Self { keys, places, venues }
    }

    /// Their places among the venues of what was found, tracked; none is all.
    pub fn venues(self) -> Vec<usize> {
        self.venues.get()
    }

    /// Whether this one is chosen, tracked.
    pub fn contains(self, venue: usize) -> bool {
        self.venues.read().contains(&venue)
    }

    /// Narrows the list to these, and leads there.
    pub fn choose(self, venues: &[usize]) {
        let keys = {
            let places = self.places.read_untracked();
            let all = places.venues().iter().enumerate();
            all.filter(|(at, _)| venues.contains(at)).map(|(_, venue)| venue.key.clone()).collect()
        };
        self.keys.set(keys);
        request_animation_frame(|| browser::focus_in_view(CHOSEN));
    }

    /// Shows all again, and leads back to the map.
    pub fn clear(self) {
        self.keys.set(Vec::new());
        request_animation_frame(|| browser::focus_in_view(MARKERS));
    }
}
