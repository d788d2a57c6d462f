//! The events that a visitor keeps: on the device, nowhere else.

use leptos::prelude::*;
use qsec2_domain::id::Id;

use crate::browser::saved;

const KEY: &str = "qsec2.programme";

/// The ids of the kept events, in the order of keeping. Put into context by the app.
#[derive(Clone, Copy)]
pub struct Favourites(RwSignal<Vec<Id>>);

impl Favourites {
    /// What the device has kept. Ids that can't be read are dropped.
    pub fn restore() -> Self {
        Self(RwSignal::new(on_device()))
    }

    /// All of them, tracked.
    pub fn ids(self) -> Vec<Id> {
        self.0.get()
    }

    /// Whether this one is kept, tracked.
    pub fn contains(self, id: &Id) -> bool {
        self.0.read().contains(id)
    }

    /// Keeps it, or no longer.
    pub fn toggle(self, id: &Id) {
        self.change(|ids| {
            let before = ids.len();
            ids.retain(|kept| kept != id);
            if ids.len() == before {
                ids.push(id.clone());
            }
        });
    }

    /// Keeps these, those that are not kept yet.
    pub fn keep(self, more: &[Id]) {
        self.change(|ids| {
            for id in more {
                if !ids.contains(id) {
                    ids.push(id.clone());
                }
            }
        });
    }

    /// Keeps it no longer.
    pub fn remove(self, id: &Id) {
        self.change(|ids| ids.retain(|kept| kept != id));
    }

    /// Begins from what the device has, which another tab may have changed.
    fn change(self, change: impl FnOnce(&mut Vec<Id>)) {
        let mut ids = on_device();
        change(&mut ids);
        let text: Vec<&str> = ids.iter().map(Id::as_str).collect();
        saved::keep(KEY, &text.join(" "));
        self.0.set(ids);
    }
}

fn on_device() -> Vec<Id> {
    let text = saved::kept(KEY).unwrap_or_default();
    text.split(' ').filter_map(|id| id.parse().ok()).collect()
}
