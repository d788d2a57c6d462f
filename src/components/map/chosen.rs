//! Which venues the list is narrowed to.

use leptos::prelude::*;
use qsec2_domain::map::VenueKey;

use super::plan::Places;
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
}

impl Chosen {
    /// None chosen.
    pub fn new(places: Memo<Places>) -> Self {
        Self { keys: RwSignal::new(Vec::new()), places }
    }

    /// Their places among the venues of what was found, tracked; none is all.
    pub fn venues(self) -> Vec<usize> {
        let keys = self.keys.read();
        if keys.is_empty() {
            Vec::new()
        } else {
            self.places.read().find(|it| keys.contains(&it.key))
        }
    }

    /// Whether this one is chosen, tracked.
    pub fn contains(self, venue: usize) -> bool {
        self.venues().contains(&venue)
    }

    /// Narrows the list to these, and leads there.
    pub fn choose(self, venues: &[usize]) {
        let keys = {
            let places = self.places.read_untracked();
            let venues = venues.iter().filter_map(|at| places.venues.list.get(*at));
            venues.map(|venue| venue.key.clone()).collect()
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
