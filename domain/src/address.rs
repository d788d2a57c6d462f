//! The whole query string of a page: the query, how it is shown, and what holds for the whole site.
//!
//! One parser, one printer: for every address whose days are in order and whose words are [`typed_words`],
//! `Address::parse(&address.to_string()).address == address`. Nothing makes the parser fail.
//!
//! [`typed_words`]: crate::query::typed_words

mod events;
mod output;
mod widget;

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

pub use self::events::{EventIds, MOST_EVENTS};
pub use self::output::{Cancellations, Format, OutputAddress, ParsedOutput};
pub use self::widget::{Number, ParsedWidget, WidgetAddress};
use crate::choices::{Choice, choice};
use crate::date::{YearMonth, parse_day};
use crate::lang::Lang;
use crate::pages::Page;
pub use crate::query::Unreadable;
use crate::query::{Key, Pairs, Query, Reading};

choice! {
    /// How the agenda is shown.
    #[derive(Default)]
    View {
        /// Day by day.
        #[default]
        List = "liste",
        /// One month as a sheet.
        Month = "mois",
        /// On a map.
        Map = "carte",
    }
}

/// What holds for every page and is carried by every link.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The day taken as today, if it is not the clock's.
    pub day: Option<NaiveDate>,
    /// The language.
    pub lang: Lang,
    /// Another feed of the same origin.
    pub feed: Option<FeedPath>,
}

/// The path of a feed on the site's own origin: one `/` first, no way to another host or upwards, `.json` last,
/// at most 200 bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedPath(Box<str>);

/// All that the query string of a page says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address {
    /// What is shown of the agenda.
    pub query: Query,
    /// The events of a programme; none on any other page.
    pub events: EventIds,
    /// How it is shown.
    pub view: View,
    /// The month that is shown; `None` is the one that the day of today lies in.
    pub month: Option<YearMonth>,
    /// What holds for the whole site.
    pub settings: Settings,
}

/// An address that was read, and what in it could not be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ParsedAddress {
    /// What could be read.
    pub address: Address,
    /// What could not, at most 20 values; to be said on the page.
    pub unreadable: Vec<Unreadable>,
}

impl Address {
    /// Reads a query string, with or without its `?`.
    ///
    /// Unknown keys are passed over. Of a repeated key, lists are merged, else the first readable value counts.
    /// What can't be read is left out and named, down to the single code of a list.
    pub fn parse(search: &str) -> ParsedAddress {
        let mut reading = Reading::new(search);
        let address = Self {
            query: Query::read(&mut reading),
            events: EventIds::read(&mut reading),
            view: reading.one(Key::View, View::from_code).unwrap_or_default(),
            month: reading.one(Key::Month, |text| text.parse().ok()),
            settings: Settings::read(&mut reading),
        };
        ParsedAddress { address, unreadable: reading.into_unreadable() }
    }
}

impl Address {
    /// What of it a page looks at: only a programme is of events that the address names, so no other page carries them on.
    #[must_use]
    pub fn of_page(mut self, page: Option<&Page>) -> Self {
        if page != Some(&Page::Programme) {
            self.events = EventIds::default();
        }
        self
    }
}

impl fmt::Display for Address {
    /// Without `?`, keys in the order of [`Key`], what is default left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut pairs = Pairs::new(f);
        self.query.write(&mut pairs)?;
        pairs.some(Key::Events, (!self.events.is_empty()).then_some(&self.events))?;
        pairs.code(Key::View, self.view)?;
        pairs.some(Key::Month, self.month.as_ref())?;
        self.settings.write(&mut pairs)
    }
}

impl Settings {
    fn read(reading: &mut Reading) -> Self {
        Self {
            day: reading.one(Key::Day, |text| parse_day(text).ok()),
            lang: reading.one(Key::Lang, Lang::from_code).unwrap_or_default(),
            feed: reading.one(Key::Feed, |text| text.parse().ok()),
        }
    }

    fn write(&self, pairs: &mut Pairs<'_, '_>) -> fmt::Result {
        pairs.some(Key::Day, self.day.as_ref())?;
        pairs.code(Key::Lang, self.lang)?;
        pairs.text(Key::Feed, self.feed.as_ref().map_or("", FeedPath::as_str))
    }
}

impl fmt::Display for Settings {
    /// Their part of an address alone, without `?`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(&mut Pairs::new(f))
    }
}

impl FeedPath {
    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FeedPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text is not the path of a feed on the same origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the path of a feed: use /….json of the same origin")]
pub struct NotAFeedPath;

impl FromStr for FeedPath {
    type Err = NotAFeedPath;

    fn from_str(text: &str) -> Result<Self, NotAFeedPath> {
        // Browsers read `\` as `/`, drop tabs and line ends, and take `%2e` for `.`: none of them may slip in.
        let clean = !text.chars().any(|letter| {
            letter.is_control()
                || letter.is_whitespace()
                || matches!(letter, '\\' | '%' | '?' | '#')
        });
        let stays = text.starts_with('/') && !text.contains("//") && !text.contains("..");
        // The site's own files are written in lower case.
        if clean && stays && text.strip_suffix(".json").is_some() && text.len() <= 200 {
            Ok(Self(text.into()))
        } else {
            Err(NotAFeedPath)
        }
    }
}
