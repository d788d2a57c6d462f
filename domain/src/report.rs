//! What reading a feed found wrong: record, place, fault and cure, in plain French and English.
//!
//! A [`Report`] never holds the feed's own text beyond a short, cleaned excerpt, and never grows beyond [`KEPT`] problems:
//! what comes after is counted, not kept.

mod words;

use crate::lang::Lang;

/// How many problems a report keeps; further ones are only counted.
pub const KEPT: usize = 1000;

/// Why nothing of a feed can be trusted. Each has a remedy of its own.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is larger than the reader takes.
    #[error("the feed has {bytes} bytes, more than the reader takes")]
    TooLarge {
        /// How large it is.
        bytes: usize,
    },
    /// It is not text in UTF-8.
    #[error("the feed is not UTF-8 from byte {byte} on")]
    NotUtf8 {
        /// How many bytes of it are.
        byte: usize,
    },
    /// It is not JSON.
    #[error("the feed is not JSON at line {line}, column {column}")]
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column in bytes, from 1.
        column: usize,
    },
    /// It ends before it is complete.
    #[error("the feed ends before it is complete")]
    Truncated,
    /// It is JSON, but no object with at least one of the known lists.
    #[error("the text is JSON, but not a feed")]
    NotAFeed,
    /// It is of a later major version than this code reads.
    #[error("the feed is of version {version}, which is later than this code")]
    LaterVersion {
        /// The version it says it has.
        version: String,
    },
}

impl Refusal {
    /// What is wrong and what to do about it, in whole sentences.
    pub fn message(&self, lang: Lang) -> String {
        words::refusal(self, lang)
    }
}

/// Everything that was wrong with a feed that could be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    problems: Vec<Problem>,
    total: usize,
    omitted: usize,
}

impl Report {
    /// The problems in the order in which they were met, at most [`KEPT`].
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// How many problems there are, kept or not.
    pub const fn total(&self) -> usize {
        self.total
    }

    /// How many records were left out.
    pub const fn omitted(&self) -> usize {
        self.omitted
    }

    /// Whether nothing at all was wrong.
    pub const fn is_clean(&self) -> bool {
        self.total == 0
    }

    /// Counts the problems of another report as well, as if they had been met here.
    #[cfg(feature = "slicing")]
    pub(crate) fn absorb(&mut self, other: Self) {
        self.total += other.total;
        self.omitted += other.omitted;
        let room = KEPT.saturating_sub(self.problems.len());
        self.problems.extend(other.problems.into_iter().take(room));
    }

    /// Counts a problem, and keeps it while there is room.
    pub(crate) fn note(&mut self, effect: Effect, problem: impl FnOnce() -> Problem) {
        self.total += 1;
        self.omitted += usize::from(effect == Effect::RecordLeftOut);
        if self.problems.len() < KEPT {
            self.problems.push(problem());
        }
    }
}

/// One thing that is wrong with a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The record by its id (`event ev-2018-x`), by its place from 1 when it has none (`event n° 13`), or `feed`.
    pub record: String,
    /// The place in the feed, a JSON Pointer (RFC 6901): `/events/12/startDate`.
    pub pointer: String,
    /// What was done about it.
    pub effect: Effect,
    /// What is wrong.
    pub fault: Fault,
}

impl Problem {
    /// What is wrong, in one plain sentence.
    pub fn message(&self, lang: Lang) -> String {
        words::message(self, lang)
    }

    /// What to do about it, in one plain sentence.
    pub fn cure(&self, lang: Lang) -> String {
        words::cure(&self.fault, lang)
    }

    /// The property that is wrong, without its place in a list; empty when it is the record as a whole.
    pub fn property(&self) -> &str {
        let is_place = |step: &str| step.bytes().all(|byte| byte.is_ascii_digit());
        let mut steps = self.pointer.split('/').skip(1);
        let (list, place) = (steps.next(), steps.next());
        let within = steps.filter(|step| !is_place(step)).last();
        match (within, place) {
            (Some(property), _) => property,
            (None, Some(place)) if is_place(place) => "",
            (None, place) => place.or(list).unwrap_or_default(),
        }
    }
}

/// What the reader did about a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Effect {
    /// The whole record is missing from the site.
    RecordLeftOut,
    /// Only the value is missing; the record is shown without it.
    ValueLeftOut,
    /// The value is shown, made safe or short enough.
    ValueCorrected,
    /// Nothing is missing.
    Noted,
}

impl Effect {
    /// What it means for the site, in a few words.
    pub const fn message(self, lang: Lang) -> &'static str {
        words::effect(self, lang)
    }
}

/// The shapes that a JSON value can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// `{…}`
    Object,
    /// `[…]`
    List,
    /// `"…"`
    Text,
    /// `12.5`
    Number,
    /// `true` or `false`
    Truth,
}

/// What can be wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A property that the record can't do without is missing or empty.
    MissingProperty,
    /// The value has another shape.
    WrongType {
        /// The shape it should have.
        expected: Shape,
    },
    /// The text holds half a character (a lone surrogate).
    UnreadableText,
    /// The text is no date, or no such day exists.
    UnreadableDate {
        /// What is written there.
        text: String,
    },
    /// The end is before the start.
    EndBeforeStart,
    /// An earlier record of the list has the same id.
    DuplicateId,
    /// The property stands twice; the last one counts.
    DuplicateProperty,
    /// The id is not of the form of ids.
    UnreadableId,
    /// The record that it refers to is not in the feed, or was left out.
    DanglingReference {
        /// The id of that record.
        to: String,
    },
    /// The address is not of a kind that may be made clickable.
    ForbiddenLink {
        /// What is written there.
        text: String,
    },
    /// The text is not an address for mail.
    UnreadableEmail {
        /// What is written there.
        text: String,
    },
    /// The text was cut.
    TooLong {
        /// The number of characters that are shown.
        limit: usize,
    },
    /// The rest of the list was left out.
    TooMany {
        /// The number that is read.
        limit: usize,
    },
    /// Control characters or marks that turn the direction of writing were taken out of the text.
    UnsafeCharacters,
    /// The code is not one of the list.
    UnknownKind {
        /// What is written there.
        text: String,
    },
    /// The number is not one that the property can have.
    OutOfRange,
    /// The version is not of the form `1.0`.
    UnreadableVersion {
        /// What is written there.
        text: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_names_its_property_or_the_record_as_a_whole() {
        for (pointer, property) in [
            ("", ""),
            ("/version", "version"),
            ("/events", "events"),
            ("/events/12", ""),
            ("/events/12/startDate", "startDate"),
            ("/events/12/source/1", "source"),
            ("/events/12/subEvent/3/startDate", "startDate"),
            ("/events/12/location/geo/latitude", "latitude"),
        ] {
            let fault = Fault::WrongType { expected: Shape::Object };
            let effect = Effect::RecordLeftOut;
            let record = String::from("event n° 13");
            let problem = Problem { record, pointer: pointer.to_owned(), effect, fault };
            assert_eq!(problem.property(), property, "{pointer}");
        }
    }

    #[test]
    fn a_record_of_another_shape_is_said_to_be_that_record() {
        let fault = Fault::WrongType { expected: Shape::Object };
        let effect = Effect::RecordLeftOut;
        let (record, pointer) = (String::from("event n° 13"), String::from("/events/12"));
        let problem = Problem { record, pointer, effect, fault };
        assert_eq!(problem.message(Lang::Fr), "L’enregistrement devrait être un objet {…}.");
        assert_eq!(problem.message(Lang::En), "The record should be an object {…}.");
    }
}
