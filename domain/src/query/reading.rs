//! What a query string says, pair by pair, and what in it can't be read. Takes any text and never fails.

use super::Key;
use crate::choices::{Choice, Choices};

/// The most values that are named as unreadable; a visitor reads no more, and an address may hold thousands.
const MOST_NAMED: usize = 20;

/// The longest an unreadable value is shown, in characters.
const LONGEST_SHOWN: usize = 60;

/// A value of a known key that says nothing to the site, and was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The key, as it stands in addresses.
    pub key: String,
    /// The value, cut to 60 characters, without control characters and marks of direction.
    pub value: String,
}

/// The known pairs of a query string, in its order. Unknown keys and empty values are left out in silence: a form sends
/// its empty fields too.
pub(crate) struct Reading {
    pairs: Vec<(Key, String)>,
    unreadable: Vec<Unreadable>,
}

impl Reading {
    /// Takes a query string apart, with or without its `?`.
    pub(crate) fn new(search: &str) -> Self {
        let search = search.strip_prefix('?').unwrap_or(search);
        let pairs = form_urlencoded::parse(search.as_bytes())
            .filter_map(|(key, value)| Some((Key::from_code(&key)?, value.into_owned())))
            .filter(|(_, value)| !value.is_empty())
            .collect();
        Self { pairs, unreadable: Vec::new() }
    }

    /// The first value of a key, as it is; empty when there is none.
    pub(crate) fn first(&self, key: Key) -> &str {
        self.pairs.iter().find(|(found, _)| *found == key).map_or("", |(_, value)| value)
    }

    /// The first readable value of a key; those that can't be read are refused.
    pub(crate) fn one<T>(&mut self, key: Key, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let mut found = None;
        for value in self.values(key) {
            match read(value.trim_ascii()) {
                Some(readable) => found = found.or(Some(readable)),
                None => self.refuse(key, &value),
            }
        }
        found
    }

    /// All choices that the comma separated lists of a key name; codes that can't be read are refused.
    pub(crate) fn choices<T: Choice>(&mut self, key: Key) -> Choices<T> {
        let mut chosen = Choices::NONE;
        self.each(key, &mut |code| {
            let choice = T::from_code(code);
            chosen = choice.map_or(chosen, |choice| chosen.with(choice));
            choice.is_some()
        });
        chosen
    }

    /// Each entry of the comma separated lists of a key; those that are not taken are refused. Once in the browser's program,
    /// whatever the list is of.
    pub(crate) fn each(&mut self, key: Key, take: &mut dyn FnMut(&str) -> bool) {
        for value in self.values(key) {
            for entry in value.split(',').map(str::trim_ascii).filter(|entry| !entry.is_empty()) {
                if !take(entry) {
                    self.refuse(key, entry);
                }
            }
        }
    }

    /// Names a value as unreadable, once.
    pub(crate) fn refuse(&mut self, key: Key, value: &str) {
        let shown = value.chars().filter(|letter| !misleads(*letter)).take(LONGEST_SHOWN);
        let unreadable = Unreadable { key: key.code().to_owned(), value: shown.collect() };
        if self.unreadable.len() < MOST_NAMED && !self.unreadable.contains(&unreadable) {
            self.unreadable.push(unreadable);
        }
    }

    /// What was refused so far, in the order of reading.
    pub(crate) fn into_unreadable(self) -> Vec<Unreadable> {
        self.unreadable
    }

    /// The values of a key, taken out.
    fn values(&mut self, key: Key) -> Vec<String> {
        self.pairs.extract_if(.., |(found, _)| *found == key).map(|(_, value)| value).collect()
    }
}

/// Whether a character could hide or turn around what stands beside it.
fn misleads(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
