//! Which files of a feed in slices a page asks for first, so that whoever sends the page can name them in it, and whoever
//! draws it asks in the same order. Knows names, loads nothing.

use chrono::NaiveDate;

use super::{Directory, Month, Outline};
use crate::agenda::Scope;
use crate::pages::Page;
use crate::query::Query;

/// Up to how many events the catalogue comes with the agenda's first screen: 15 kB on the line.
const LIGHT: usize = 10_000;

/// The file that a page asks for first, after the index. It may name the one that is asked for next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FirstFile<'o> {
    name: &'o str,
    then: Then,
}

/// What is asked for next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Then {
    /// What a month shows first on a day.
    Opening(NaiveDate),
    /// The catalogue that a directory names.
    Catalogue,
    /// Nothing.
    Nothing,
}

impl FirstFile<'_> {
    /// Its name.
    pub const fn name(&self) -> &str {
        self.name
    }

    /// The name of the file that is asked for next, given the bytes of this one; `None` when there is none, or when they
    /// can't be read.
    pub fn next(&self, bytes: &[u8]) -> Option<Box<str>> {
        match self.then {
            Then::Opening(day) => Some(Month::read(bytes)?.opening(day)?.into()),
            Then::Catalogue => Some(Directory::read(bytes)?.catalogue().into()),
            Then::Nothing => None,
        }
    }
}

impl Outline {
    /// The file that a page asks for first, after the index, to show its first rows on a day; `None` when the page shows
    /// no rows. What one day shows stands in its month and in an opening; what a query chooses, in the catalogue, which
    /// the directory names.
    pub fn first_file(
        &self,
        page: &Page,
        query: &Query,
        today: NaiveDate,
    ) -> Option<FirstFile<'_>> {
        match page {
            // Home tells the archive from its end.
            Page::Home if self.scope(&Query::default(), today) == Scope::Archive => {
                Some(FirstFile { name: self.last(), then: Then::Nothing })
            }
            Page::Home => self.month_of(&Query::default(), today),
            Page::Agenda => {
                let directory = FirstFile { name: self.directory(), then: Then::Catalogue };
                Some(self.month_of(query, today).unwrap_or(directory))
            }
            _ => None,
        }
    }

    fn month_of(&self, query: &Query, today: NaiveDate) -> Option<FirstFile<'_>> {
        let day = self.day(query, today)?;
        Some(FirstFile { name: self.month(day)?, then: Then::Opening(day) })
    }

    /// The names of the files that a page asks for first, in that order; `read` gives what is in some of them. Of a small
    /// archive the agenda asks for what its choices need at the same time: it is a few kilobytes.
    pub fn first_files(
        &self,
        page: &Page,
        query: &Query,
        today: NaiveDate,
        read: impl Fn(&str) -> Option<Vec<u8>>,
    ) -> Vec<Box<str>> {
        let Some(first) = self.first_file(page, query, today) else { return Vec::new() };
        let with_next = |first: FirstFile<'_>| {
            let next = read(first.name()).and_then(|bytes| first.next(&bytes));
            std::iter::once(first.name().into()).chain(next).collect::<Vec<_>>()
        };
        let choices = FirstFile { name: self.directory(), then: Then::Catalogue };
        let mut files = with_next(first);
        if *page == Page::Agenda && first != choices && self.events() <= LIGHT {
            files.extend(with_next(choices));
        }
        files
    }
}
