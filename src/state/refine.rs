//! Changing what is asked for: every choice stands in the address.

use leptos::prelude::*;
use qsec2_domain::query::Query;

use crate::browser::history::Entry;
use crate::state::navigation::Navigation;
use crate::state::site::{AddressMemo, use_address};

/// Changes the query in the address one is at.
#[derive(Clone, Copy)]
pub struct Refine {
    navigation: Navigation,
    address: AddressMemo,
}

/// Changes the query in the address one is at.
pub fn use_refine() -> Refine {
    Refine { navigation: expect_context(), address: use_address() }
}

impl Refine {
    /// Writes the changed query into the address.
    pub fn with(self, entry: Entry, change: impl FnOnce(&mut Query)) {
        let mut address = self.address.get_untracked().address;
        change(&mut address.query);
        self.navigation.refine(&address, entry);
    }

    /// Looks at the query, tracked.
    pub fn look<T>(self, look: impl FnOnce(&Query) -> T) -> T {
        look(&self.address.read().address.query)
    }
}
