//! The address of the widget, the agenda in a few lines for other people's pages: `/widget.html?dep=93`.
//!
//! The query is the agenda's. How many events are shown is a matter of the widget alone: no other address has that key.

use std::fmt;

use super::Settings;
use crate::query::{Key, Pairs, Query, Reading, Unreadable};

/// How many events a widget shows, 1 to 10; 5 unless the address says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(u8);

/// All that the query string of a widget says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WidgetAddress {
    /// What is shown of the agenda.
    pub query: Query,
    /// How many events.
    pub number: Number,
    /// What holds for the whole site.
    pub settings: Settings,
}

/// A widget's address that was read, and what in it could not be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ParsedWidget {
    /// What could be read.
    pub address: WidgetAddress,
    /// What could not, at most 20 values.
    pub unreadable: Vec<Unreadable>,
}

impl WidgetAddress {
    /// The path at which a server answers.
    pub const PATH: &'static str = "/widget.html";

    /// Reads a query string, with or without its `?`, as [`Address::parse`](super::Address::parse) does.
    pub fn parse(search: &str) -> ParsedWidget {
        let mut reading = Reading::new(search);
        let address = Self {
            query: Query::read(&mut reading),
            number: reading.one(Key::Number, Number::read).unwrap_or_default(),
            settings: Settings::read(&mut reading),
        };
        ParsedWidget { address, unreadable: reading.into_unreadable() }
    }

    /// Path and query.
    pub fn path_and_query(&self) -> String {
        let search = self.to_string();
        let mark = if search.is_empty() { "" } else { "?" };
        [Self::PATH, mark, &search].concat()
    }
}

impl fmt::Display for WidgetAddress {
    /// Without `?`, keys in the order of [`Key`], what is default left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut pairs = Pairs::new(f);
        self.query.write(&mut pairs)?;
        pairs.some(Key::Number, (self.number != Number::default()).then_some(&self.number))?;
        self.settings.write(&mut pairs)
    }
}

impl Number {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=10).map(Self)
    }

    /// As a count.
    pub const fn get(self) -> usize {
        self.0 as usize
    }

    fn read(text: &str) -> Option<Self> {
        let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|number| is_plain && (1..=10).contains(number)).map(Self)
    }
}

impl Default for Number {
    fn default() -> Self {
        Self(5)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_widget_has_the_query_of_the_agenda_and_a_number() {
        let read = WidgetAddress::parse("?vue=mois&dep=93,75&nombre=3&lang=en&le=2018-01-20");
        assert_eq!(read.unreadable, []);
        assert_eq!(read.address.number.get(), 3);
        let printed = read.address.path_and_query();
        assert_eq!(printed, "/widget.html?dep=75,93&nombre=3&le=2018-01-20&lang=en");
        assert_eq!(WidgetAddress::parse("nombre=5").address, WidgetAddress::default());
        assert_eq!(WidgetAddress::default().path_and_query(), "/widget.html");
    }

    #[test]
    fn a_number_that_is_none_is_named_and_five_are_shown() {
        for number in ["0", "11", "-1", "%2B3", "3.5", "256", "cinq"] {
            let read = WidgetAddress::parse(&format!("nombre={number}"));
            assert_eq!(read.address.number.get(), 5, "{number}");
            assert_eq!(read.unreadable.len(), 1, "{number}");
            assert_eq!(read.unreadable[0].key, "nombre");
        }
    }

    proptest! {
        #[test]
        fn every_address_is_read_as_it_was_printed(number in 1_u8..=10, search in "(dep=(75|93)&)?(q=[a-zé&+%]{0,9}&)?(gratuit=1&)?(lang=en)?|\\PC*") {
            let address = WidgetAddress { number: Number(number), ..WidgetAddress::parse(&search).address };
            prop_assert_eq!(WidgetAddress::parse(&address.to_string()).address, address);
        }
    }
}
