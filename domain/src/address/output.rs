//! The addresses of the outputs: `/agenda.ics?dep=93`. The query is the page's; how the page shows it is no part of them.
//!
//! As with [`Address`](super::Address), one parser and one printer that undo each other, and nothing that makes the
//! parser fail.

use std::fmt;

use super::{EventIds, Settings};
use crate::choices::{Choice as _, choice};
use crate::pages::Page;
use crate::query::{Key, Pairs, Query, Reading, Unreadable};

choice! {
    /// A form in which programs read what a page shows. Its code is the ending of the address.
    Format {
        /// iCalendar, RFC 5545.
        Calendar = "ics",
        /// Atom, RFC 4287.
        Atom = "atom",
        /// A table, RFC 4180.
        Table = "csv",
        /// The records, as a feed of the site.
        Records = "json",
    }
}

choice! {
    /// What calendars are told of cancelled events.
    #[derive(Default)]
    Cancellations {
        /// That they are cancelled, as the standard has it. Google's calendar then takes them away without a word.
        #[default]
        AsStatus = "statut",
        /// That they take place, with « ANNULÉ » before their name, so that every calendar goes on showing them.
        Visible = "visibles",
    }
}

/// All that the query string of an output says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OutputAddress {
    /// What is shown of the agenda.
    pub query: Query,
    /// The events of a programme.
    pub events: EventIds,
    /// What is told of cancelled events.
    pub cancellations: Cancellations,
    /// What holds for the whole site.
    pub settings: Settings,
}

/// An output's address that was read, and what in it could not be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ParsedOutput {
    /// What could be read.
    pub address: OutputAddress,
    /// What could not, at most 20 values.
    pub unreadable: Vec<Unreadable>,
}

impl OutputAddress {
    /// Reads a query string, with or without its `?`, as [`Address::parse`](super::Address::parse) does.
    pub fn parse(search: &str) -> ParsedOutput {
        let mut reading = Reading::new(search);
        let address = Self {
            query: Query::read(&mut reading),
            events: EventIds::read(&mut reading),
            cancellations: reading
                .one(Key::Cancellations, Cancellations::from_code)
                .unwrap_or_default(),
            settings: Settings::read(&mut reading),
        };
        ParsedOutput { address, unreadable: reading.into_unreadable() }
    }

    /// Path and query of a page in a form: `/agenda.ics?dep=93`.
    pub fn path_and_query(&self, page: &Page, format: Format) -> String {
        let search = self.to_string();
        let mark = if search.is_empty() { "" } else { "?" };
        [&format.path(page), mark, &search].concat()
    }

    /// What of it the outputs of a page look at: the agenda's at the query, a programme's at its events; the change log is
    /// the same whatever the day.
    #[must_use]
    pub fn of_page(mut self, page: &Page) -> Self {
        if *page != Page::Agenda {
            self.query = Query::default();
        }
        if *page != Page::Programme {
            self.events = EventIds::default();
        }
        if *page == Page::Changes {
            self.cancellations = Cancellations::default();
            self.settings.day = None;
        }
        self
    }
}

impl fmt::Display for OutputAddress {
    /// Without `?`, keys in the order of [`Key`], what is default left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut pairs = Pairs::new(f);
        self.query.write(&mut pairs)?;
        pairs.some(Key::Events, (!self.events.is_empty()).then_some(&self.events))?;
        pairs.code(Key::Cancellations, self.cancellations)?;
        self.settings.write(&mut pairs)
    }
}

impl Format {
    /// What a server calls it in `Content-Type`.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Calendar => "text/calendar; charset=utf-8",
            Self::Atom => "application/atom+xml; charset=utf-8",
            Self::Table => "text/csv; charset=utf-8; header=present",
            Self::Records => "application/json; charset=utf-8",
        }
    }

    /// Whether a page can be had in this form: lists of events in all, the change log as Atom.
    pub fn suits(self, page: &Page) -> bool {
        match page {
            Page::Agenda | Page::Programme => true,
            Page::Changes => self == Self::Atom,
            _ => false,
        }
    }

    /// The path of a page in this form: `/agenda.ics`.
    pub fn path(self, page: &Page) -> String {
        [&page.path(), ".", self.code()].concat()
    }

    /// A name for a page's file: the agenda's says what is chosen, the others which page they are of.
    pub fn file_name_of(self, page: &Page, query: &Query) -> String {
        match page {
            Page::Agenda => self.file_name(query),
            _ => ["qsec2", &page.path().replace('/', "-"), ".", self.code()].concat(),
        }
    }

    /// A name for the agenda's file on somebody's disk, in plain ASCII: `qsec2-agenda-75-93-du-2018-01-01.ics`. It says
    /// what can be said in codes, and never a word that somebody typed.
    pub fn file_name(self, query: &Query) -> String {
        let mut parts = vec!["qsec2-agenda".to_owned()];
        parts.extend(query.departments.iter().map(|it| it.code().to_owned()));
        parts.extend(query.kinds.iter().map(|it| it.code().to_owned()));
        parts.extend(query.from.map(|day| ["du-", &day.to_string()].concat()));
        parts.extend(query.until.map(|day| ["au-", &day.to_string()].concat()));
        [&parts.join("-"), ".", self.code()].concat()
    }

    /// The page and the form at a path; `None` when no output has this address.
    pub fn parse_path(path: &str) -> Option<(Page, Self)> {
        let (stem, ending) = path.rsplit_once('.')?;
        let (page, format) = (Page::parse(stem)?, Self::from_code(ending)?);
        (format.suits(&page) && !stem.ends_with('/')).then_some((page, format))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_of_an_output_leads_back_to_its_page_and_form() {
        for page in Page::fixed() {
            for &format in Format::ALL {
                let found = Format::parse_path(&format.path(&page));
                assert_eq!(found, format.suits(&page).then_some((page.clone(), format)));
            }
        }
        assert_eq!(Format::path(Format::Calendar, &Page::Agenda), "/agenda.ics");
        for path in
            ["/agenda", "/agenda.xml", "/agenda/.ics", "agenda.ics", "/.ics", "/agenda/e.ics"]
        {
            assert_eq!(Format::parse_path(path), None, "{path}");
        }
    }

    #[test]
    fn the_name_of_a_file_says_what_codes_can_say() {
        let named = |search| Format::Table.file_name(&OutputAddress::parse(search).address.query);
        assert_eq!(named("q=vélo/../x"), "qsec2-agenda.csv");
        assert_eq!(
            named("dep=93,75&type=debat&du=2018-01-01&au=2018-02-01&gratuit=1"),
            "qsec2-agenda-75-93-debat-du-2018-01-01-au-2018-02-01.csv"
        );
    }

    #[test]
    fn how_a_page_is_shown_is_no_part_of_an_output() {
        let read =
            OutputAddress::parse("?vue=mois&mois=2018-02&dep=93&annulations=visibles&lang=en");
        assert_eq!(read.unreadable, []);
        assert_eq!(read.address.to_string(), "dep=93&annulations=visibles&lang=en");
        assert_eq!(OutputAddress::parse("annulations=statut").address, OutputAddress::default());
        let bad = OutputAddress::parse("annulations=jamais").unreadable;
        assert_eq!(bad[0].key, "annulations");
    }
}
