//! Pairs of an address, written one after the other; what is default is not written.

use std::fmt::{Display, Formatter, Result};

use super::Key;
use crate::choices::{Choice, Choices};

/// Writes `key=value` pairs, joined by `&`.
pub(crate) struct Pairs<'f, 'b> {
    out: &'f mut Formatter<'b>,
    begun: bool,
}

impl<'f, 'b> Pairs<'f, 'b> {
    /// Nothing written yet.
    pub(crate) fn new(out: &'f mut Formatter<'b>) -> Self {
        Self { out, begun: false }
    }

    /// A value that needs no encoding, if there is one.
    pub(crate) fn some<T: Display>(&mut self, key: Key, value: Option<&T>) -> Result {
        let Some(value) = value else { return Ok(()) };
        self.key(key)?;
        value.fmt(self.out)
    }

    /// A set of choices, if any is chosen.
    pub(crate) fn choices<T: Choice>(&mut self, key: Key, choices: Choices<T>) -> Result {
        self.some(key, (!choices.is_empty()).then_some(&choices))
    }

    /// The code of a choice, unless it is the default.
    pub(crate) fn code<T: Choice + Default>(&mut self, key: Key, choice: T) -> Result {
        self.some(key, (choice != T::default()).then(|| choice.code()).as_ref())
    }

    /// Any text, encoded, unless it is empty: a blank as `+`; commas and slashes stay readable.
    pub(crate) fn text(&mut self, key: Key, text: &str) -> Result {
        if text.is_empty() {
            return Ok(());
        }
        self.key(key)?;
        for piece in form_urlencoded::byte_serialize(text.as_bytes()) {
            self.out.write_str(match piece {
                "%2C" => ",",
                "%2F" => "/",
                piece => piece,
            })?;
        }
        Ok(())
    }

    fn key(&mut self, key: Key) -> Result {
        if self.begun {
            self.out.write_str("&")?;
        }
        self.begun = true;
        write!(self.out, "{}=", key.code())
    }
}
