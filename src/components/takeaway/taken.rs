//! What is taken away: a page of events, its query, its rows.

use std::sync::Arc;

use leptos::prelude::*;
use qsec2_domain::address::{Format, OutputAddress};
use qsec2_domain::agenda::{Heading, Row};
use qsec2_domain::event::Event;
use qsec2_domain::outputs::{MOST, Occurrence, Origin, Output, Selection, Subscription, write};
use qsec2_domain::pages::Page;

use crate::browser::history;
use crate::i18n::asked::asked;
use crate::i18n::takeaway::takeaway;
use crate::state::feed::Loaded;
use crate::state::host::{Host, use_host};
use crate::state::shown::use_found;
use crate::state::site::{Site, use_address, use_feed, use_site};

/// Up to how many rows are looked at to say how many have no day: more would have to be loaded for a sentence.
const COUNTED: usize = 500;

/// What is taken away from a page of events. A page that is not the agenda puts its own into context.
#[derive(Clone)]
pub struct Taken {
    /// Which page.
    pub page: Page,
    /// What its outputs are asked for by.
    pub address: Signal<OutputAddress>,
    /// How many events it shows; each counted once.
    pub events: Signal<usize>,
    /// All its rows, in order; nothing while they are on their way.
    pub rows: Callback<(), Option<Vec<Row>>>,
    site: Site,
    loaded: Arc<Loaded>,
    host: Host,
}

impl Taken {
    /// What a page shows.
    pub fn new(
        page: Page,
        address: Signal<OutputAddress>,
        events: Signal<usize>,
        rows: Callback<(), Option<Vec<Row>>>,
    ) -> Self {
        Self { page, address, events, rows, site: use_site(), loaded: use_feed(), host: use_host() }
    }

    /// What the page has put into context, else what the agenda shows.
    pub(super) fn of_page() -> Self {
        use_context().unwrap_or_else(Self::agenda)
    }

    fn agenda() -> Self {
        let (parsed, found, loaded) = (use_address(), use_found(), use_feed());
        let today = use_site().today;
        let address = Signal::derive(move || {
            let address = parsed.get().address;
            OutputAddress {
                query: address.query,
                settings: address.settings,
                ..OutputAddress::default()
            }
        });
        let rows = Callback::new(move |()| {
            let shown = found.get();
            if !shown.has_more {
                return (!shown.is_waiting).then(|| shown.rows.clone());
            }
            loaded.ask(loaded.all())?;
            let query = address.read().query.clone();
            loaded.ask(loaded.find(&query, today)).map(|found| found.rows)
        });
        Self::new(Page::Agenda, address, Signal::derive(move || found.read().events), rows)
    }

    /// The address of the page, as one passes it on. A programme's names its events, also where the page one is on is one's own.
    pub(super) fn page_address(&self) -> String {
        // Followed, so that it is asked anew when the address has changed.
        self.address.track();
        if self.page != Page::Programme {
            return history::full_address();
        }
        [&history::origin(), &self.page.path(), "?", &self.address.read().to_string()].concat()
    }

    /// Whether the outputs are addresses: a server of ours has them, but not those of another feed.
    pub(super) fn is_served(&self) -> bool {
        self.host == Host::Server && self.site.settings.feed.is_none()
    }

    /// All rows that fit into a file, once their events are here too; followed.
    pub(super) fn rows(&self) -> Option<Vec<Row>> {
        let rows = self.rows.run(())?;
        self.loaded.ask(self.loaded.have(&rows[..rows.len().min(MOST)]))?;
        Some(rows)
    }

    /// « 12 événements ».
    pub(super) fn events(&self) -> String {
        (self.site.t.agenda.found)(self.events.get())
    }

    /// What is asked, in words.
    pub(super) fn asked(&self) -> String {
        if self.page == Page::Programme {
            return self.site.t.programme().title.to_owned();
        }
        asked(self.site.lang(), &self.address.read().query, &self.loaded.feed)
    }

    /// What of the rows is not in the calendar, or in no file.
    pub(super) fn left_out(&self) -> Option<String> {
        let t = takeaway(self.site.lang());
        let rows = self.rows.run(())?;
        if rows.len() > MOST {
            return Some((t.beyond)(rows.len() - MOST));
        }
        if rows.len() > COUNTED {
            let is_vague = |row: &Row| !matches!(row.heading, Heading::Day(_) | Heading::Running);
            return rows.iter().any(is_vague).then(|| t.some_left_out.to_owned());
        }
        let left_out = self.output(Format::Calendar, &self.address.get())?.left_out;
        (left_out > 0).then(|| (t.left_out)(left_out))
    }

    /// The links that subscribe to the calendar, at an address.
    pub(super) fn subscription(&self, address: &OutputAddress) -> Option<Subscription> {
        let origin = history::origin().parse().ok()?;
        Some(self.selection(&origin, address).subscription())
    }

    /// An output, made here; nothing while something of it is on its way.
    pub(super) fn output(&self, format: Format, address: &OutputAddress) -> Option<Output> {
        let rows = self.rows()?;
        let events = self.records(&rows[..rows.len().min(MOST)])?;
        // Those beyond are only counted: any event stands for them.
        let last = events.last();
        let of_row = |(place, row): (usize, &Row)| {
            Some(Occurrence { event: events.get(place).or(last)?, session: row.session })
        };
        let occurrences: Vec<_> = rows.iter().enumerate().filter_map(of_row).collect();
        let origin = history::origin().parse().ok()?;
        Some(write(format, &self.selection(&origin, address), &occurrences))
    }

    fn selection<'a>(&'a self, origin: &'a Origin, address: &OutputAddress) -> Selection<'a> {
        let feed = &self.loaded.feed;
        match self.page {
            Page::Programme => Selection::programme(feed, origin, address),
            _ => Selection::agenda(feed, origin, address),
        }
    }

    /// The events of some rows, one for each; nothing while one is on its way.
    fn records(&self, rows: &[Row]) -> Option<Vec<Event>> {
        let record = |row: &Row| self.loaded.with_event(*row, Event::clone).ok().flatten();
        rows.iter().map(record).collect()
    }

    /// The name of a file.
    pub(super) fn file_name(&self, format: Format) -> String {
        format.file_name_of(&self.page, &self.address.read_untracked().query)
    }

    /// Whether something can't be had that a file needs, followed.
    pub(super) fn is_in_trouble(&self) -> bool {
        self.loaded.trouble().is_some()
    }
}
