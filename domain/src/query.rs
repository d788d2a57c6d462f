//! The one query: what to show of the agenda, the same on the page and on each of its outputs.
//!
//! Printed here, read by `address`, evaluated by `agenda`. It holds no view state and no day of today, so that a link to an
//! output stays the same whatever was on screen.

mod key;
mod reading;
mod writing;

use std::fmt;

use chrono::NaiveDate;

pub use self::key::Key;
pub(crate) use self::reading::Reading;
pub use self::reading::Unreadable;
pub(crate) use self::writing::Pairs;
use crate::choices::{Access, Audience, Choices, EventKind, Level};
use crate::date::parse_day;
use crate::department::Department;
use crate::id::Id;

/// The longest text of [`Query::words`], in characters.
pub const LONGEST_WORDS: usize = 200;

/// What to show of the agenda. An empty set, `None`, `false` and an empty text ask for nothing in particular.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// In one of these départements; all eight still leave out what lies outside the region.
    pub departments: Choices<Department>,
    /// The first day, inclusive, Paris wall time.
    pub from: Option<NaiveDate>,
    /// The last day, inclusive, Paris wall time; not before `from`.
    pub until: Option<NaiveDate>,
    /// Of one of these kinds.
    pub kinds: Choices<EventKind>,
    /// For one of these audiences.
    pub audiences: Choices<Audience>,
    /// For one of these levels of classes.
    pub levels: Choices<Level>,
    /// Accessible to one of these.
    pub access: Choices<Access>,
    /// Only what is known to be free.
    pub only_free: bool,
    /// Of this season.
    pub season: Option<Id>,
    /// Around this exhibition.
    pub exhibition: Option<Id>,
    /// With all of these words, as typed; see [`typed_words`].
    pub words: String,
}

impl Query {
    /// Whether it asks for nothing in particular.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How many choices it makes besides words; a period is one.
    pub fn choices_made(&self) -> usize {
        let has_period = self.from.is_some() || self.until.is_some();
        let alone = [has_period, self.only_free, self.season.is_some(), self.exhibition.is_some()];
        self.departments.iter().count()
            + self.kinds.iter().count()
            + self.audiences.iter().count()
            + self.levels.iter().count()
            + self.access.iter().count()
            + alone.into_iter().filter(|chosen| *chosen).count()
    }

    /// Takes the query out of what an address says. An `until` before `from` is refused.
    pub(crate) fn read(reading: &mut Reading) -> Self {
        let mut query = Self {
            departments: reading.choices(Key::Departments),
            from: reading.one(Key::From, |text| parse_day(text).ok()),
            until: reading.one(Key::Until, |text| parse_day(text).ok()),
            kinds: reading.choices(Key::Kinds),
            audiences: reading.choices(Key::Audiences),
            levels: reading.choices(Key::Levels),
            access: reading.choices(Key::Access),
            only_free: reading.one(Key::Free, |text| (text == "1").then_some(())).is_some(),
            season: reading.one(Key::Season, |text| text.parse().ok()),
            exhibition: reading.one(Key::Exhibition, |text| text.parse().ok()),
            words: typed_words(reading.first(Key::Words)),
        };
        if let (Some(from), Some(until)) = (query.from, query.until)
            && until < from
        {
            reading.refuse(Key::Until, &until.to_string());
            query.until = None;
        }
        query
    }

    /// Writes its pairs, in the order of [`Key`].
    pub(crate) fn write(&self, pairs: &mut Pairs<'_, '_>) -> fmt::Result {
        pairs.choices(Key::Departments, self.departments)?;
        pairs.some(Key::From, self.from.as_ref())?;
        pairs.some(Key::Until, self.until.as_ref())?;
        pairs.choices(Key::Kinds, self.kinds)?;
        pairs.choices(Key::Audiences, self.audiences)?;
        pairs.choices(Key::Levels, self.levels)?;
        pairs.choices(Key::Access, self.access)?;
        pairs.some(Key::Free, self.only_free.then_some(&"1"))?;
        pairs.some(Key::Season, self.season.as_ref())?;
        pairs.some(Key::Exhibition, self.exhibition.as_ref())?;
        pairs.text(Key::Words, &self.words)
    }
}

impl fmt::Display for Query {
    /// Its part of an address, without `?`; empty when the query is.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(&mut Pairs::new(f))
    }
}

/// Words as a visitor is typing them: blanks stay, control characters go, what exceeds [`LONGEST_WORDS`] is cut.
/// Empty when they are all blank.
pub fn typed_words(text: &str) -> String {
    let visible = text.chars().filter(|letter| !letter.is_control());
    let words: String = visible.take(LONGEST_WORDS).collect();
    if words.trim().is_empty() { String::new() } else { words }
}
