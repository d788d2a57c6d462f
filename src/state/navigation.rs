//! Where one is: path and query as signals, links without reloading, Back and Forward with the scroll one had.

use leptos::prelude::*;

use qsec2_domain::address::Address;

use crate::browser::history::{self, Entry, Location, Place};
use crate::browser::{self, focus, saved, viewport};
use crate::routes;

/// The id of the element that holds the page; the skip link leads there.
pub const CONTENT: &str = "contenu";
/// The id of each page's heading; it gets the focus when a page is entered.
pub const HEADING: &str = "titre";

/// Where one is. Put into context by the app.
#[derive(Clone, Copy)]
pub struct Navigation {
    location: RwSignal<Location>,
    arrival: StoredValue<Arrival>,
}

/// What is left to do once the page that was asked for is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Arrival {
    /// Nothing: one stayed on the page.
    Stay,
    /// Begin at the top, or at the address's fragment, with the focus on the heading.
    Enter,
    /// Be where one was.
    Return(i32),
}

impl Navigation {
    /// Takes over links, Back and Forward. Once an app.
    pub fn start() -> Self {
        history::take_over();
        let first = history::location();
        let arrival = match remembered_scroll() {
            // The browser has put a rendered page back already, as far as it reached.
            Some(y) if y > viewport::scroll_y() => Arrival::Return(y),
            Some(_) => Arrival::Stay,
            None if first.fragment.is_empty() => Arrival::Stay,
            None => Arrival::Enter,
        };
        let navigation =
            Self { location: RwSignal::new(first), arrival: StoredValue::new(arrival) };
        history::on_travel(move || {
            let here = history::location();
            if history::is_known() {
                let y = remembered_scroll().unwrap_or_default();
                navigation.arrive(here, Arrival::Return(y));
            } else {
                history::take_over();
                navigation.arrive(here, Arrival::Enter);
            }
        });
        history::on_link(move |href, place| match place {
            Place::There => navigation.follow(href),
            Place::Here => navigation.stay(href),
        });
        history::on_leave(remember_scroll);
        history::on_revival(history::take_over);
        viewport::on_move(remember_scroll);
        navigation
    }

    /// At an address, with nothing to take over: for a page that is drawn natively.
    pub fn at(location: Location) -> Self {
        let arrival = StoredValue::new(Arrival::Stay);
        Self { location: RwSignal::new(location), arrival }
    }

    /// The path, tracked.
    pub fn path(self) -> String {
        self.location.read().path.clone()
    }

    /// Wakes the caller at every change of the address.
    pub fn track(self) {
        self.location.track();
    }

    /// The query without its `?`, tracked.
    pub fn search(self) -> String {
        self.location.read().search.clone()
    }

    /// Goes to an address of ours, as a link does; says whether the browser let us.
    pub fn follow(self, href: &str) -> bool {
        remember_scroll();
        let there = Location::of(href);
        // A link to where one is makes no second entry: Back would seem dead.
        let again = *self.location.read_untracked() == there;
        let written = history::write(href, if again { Entry::Present } else { Entry::New });
        if written {
            self.arrive(there, Arrival::Enter);
        }
        written
    }

    /// Goes to another state of the page one is on, as a link does that changes what it shows; one stays where one is on it.
    fn stay(self, href: &str) -> bool {
        remember_scroll();
        let written = history::write(href, Entry::New);
        if written {
            self.arrive(Location::of(href), Arrival::Stay);
        }
        written
    }

    /// Writes a changed address for the page one is on, and stays there. A browser that refuses the address for a while
    /// still gets the page.
    pub fn refine(self, address: &Address, entry: Entry) {
        let path = self.location.read_untracked().path.clone();
        let href = routes::join(path, address);
        history::write(&href, entry);
        remember_scroll();
        self.arrive(Location::of(&href), Arrival::Stay);
    }

    /// To be called when a page is drawn: scroll and focus as the way it was reached asks.
    pub fn drawn(self) {
        let arrival = self.arrival.get_value();
        self.arrival.set_value(Arrival::Stay);
        let fragment = self.location.read_untracked().fragment.clone();
        match arrival {
            Arrival::Stay => {}
            Arrival::Return(y) => {
                // The link that had the focus went with its page.
                if !browser::has_focus() {
                    focus(HEADING);
                }
                viewport::scroll_to(y);
            }
            Arrival::Enter => {
                if fragment.is_empty() || !viewport::scroll_to_element(&fragment) {
                    viewport::scroll_to(0);
                    focus(HEADING);
                } else {
                    focus(&fragment);
                }
            }
        }
    }

    fn arrive(self, there: Location, arrival: Arrival) {
        self.arrival.set_value(arrival);
        self.location.set(there);
    }
}

fn remember_scroll() {
    saved::keep_in_tab(&scroll_key(), &viewport::scroll_y().to_string());
}

fn remembered_scroll() -> Option<i32> {
    saved::kept_in_tab(&scroll_key())?.parse().ok()
}

fn scroll_key() -> String {
    format!("scroll.{}", history::key())
}
