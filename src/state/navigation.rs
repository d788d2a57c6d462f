//! Where one is: path and query as signals, links without reloading, Back and Forward with the scroll one had.

use leptos::prelude::*;

use crate::browser::history::{self, Entry, Location};
use crate::browser::{focus, saved, viewport};

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
            Some(y) => Arrival::Return(y),
            None if first.fragment.is_empty() => Arrival::Stay,
            None => Arrival::Enter,
        };
        let navigation =
            Self { location: RwSignal::new(first), arrival: StoredValue::new(arrival) };
        history::on_travel(move || {
            let y = remembered_scroll().unwrap_or_default();
            navigation.arrive(Arrival::Return(y));
        });
        history::on_link(move |href| {
            navigation.follow(href);
            true
        });
        history::on_leave(remember_scroll);
        viewport::on_move(remember_scroll);
        navigation
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

    /// Goes to an address of ours, as a link does.
    pub fn follow(self, href: &str) {
        remember_scroll();
        history::write(href, Entry::New);
        self.arrive(Arrival::Enter);
    }

    /// Writes a changed query into the address of the page one is on, and stays there.
    pub fn refine(self, search: &str, entry: Entry) {
        let path = self.location.read_untracked().path.clone();
        let href = if search.is_empty() { path } else { format!("{path}?{search}") };
        history::write(&href, entry);
        self.arrive(Arrival::Stay);
    }

    /// To be called when a page is drawn: scroll and focus as the way it was reached asks.
    pub fn drawn(self) {
        let arrival = self.arrival.get_value();
        self.arrival.set_value(Arrival::Stay);
        let fragment = self.location.read_untracked().fragment.clone();
        match arrival {
            Arrival::Stay => {}
            Arrival::Return(y) => viewport::scroll_to(y),
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

    fn arrive(self, arrival: Arrival) {
        self.arrival.set_value(arrival);
        self.location.set(history::location());
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
