//! Corrections: what a word may have been meant to be that no event has as it was typed.
//!
//! Only words of five letters and more are corrected, by one slip, and only those that would find nothing at all in the
//! whole feed: what somebody typed rightly is never taken for something else.

use super::slip::{begins_with_slip, is_slip};
use super::sought::{Sought, SoughtWord};
use super::{Index, stem};
use crate::order::places_in_order;

/// The fewest letters of a word that is corrected.
const LEAST_LETTERS: usize = 5;

/// The most words that one may have been meant to be.
const MOST_MEANT: usize = 4;

/// A word that nothing has as it was typed, and what is looked for in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The word that was typed, folded.
    pub typed: String,
    /// The words that it may have been meant to be, folded, each with its forms; the one that most events have comes
    /// first. Never empty. [`as_written`](super::as_written) gives them their accents back.
    pub meant: Vec<String>,
}

/// Visits all words that there are, each with how many events have it.
pub(crate) type Vocabulary<'v> = dyn Fn(&mut dyn FnMut(&str, u32)) + 'v;

/// What the words that none of these indexes has may have been meant to be.
pub(crate) fn corrections(
    parts: &[&Index],
    vocabulary: &Vocabulary<'_>,
    words: &str,
) -> Vec<Correction> {
    let mut corrections: Vec<Correction> = Vec::new();
    for sought in unknown(parts, &Sought::parse(words)) {
        let meant = meant(sought, vocabulary);
        if !meant.is_empty() && corrections.iter().all(|known| known.typed != sought.text) {
            corrections.push(Correction { typed: sought.text.clone(), meant });
        }
    }
    corrections
}

/// Whether some word is to be corrected, if the vocabulary has anything like it.
pub(crate) fn has_unknown(parts: &[&Index], words: &str) -> bool {
    unknown(parts, &Sought::parse(words)).next().is_some()
}

fn unknown<'s>(parts: &[&Index], sought: &'s Sought) -> impl Iterator<Item = &'s SoughtWord> {
    sought.words.iter().filter(|word| {
        word.text.len() >= LEAST_LETTERS
            && is_of_letters(&word.text)
            && parts.iter().all(|part| !part.has(word))
    })
}

/// Whether a folded word may be corrected, or be a correction: numbers and other scripts stay as they are.
pub(crate) fn is_of_letters(word: &str) -> bool {
    word.bytes().all(|letter| letter.is_ascii_lowercase())
}

/// The most common words that are like a word; if it is still being typed, and only then, those that begin like it.
fn meant(sought: &SoughtWord, vocabulary: &Vocabulary<'_>) -> Vec<String> {
    let mut alike = Vec::new();
    vocabulary(&mut |word, count| {
        if let Some(is_whole) = sought.is_like(word) {
            alike.push((is_whole, count, word.to_owned()));
        }
    });
    let has_whole = alike.iter().any(|(is_whole, ..)| *is_whole);
    let key = |place: usize| (u32::MAX - alike[place].1, alike[place].2.as_str());
    let places = places_in_order(alike.len(), &|one, other| key(one).cmp(&key(other)));
    let mut stems = Vec::new();
    let mut meant = Vec::new();
    for (is_whole, _, word) in places.into_iter().map(|place| &alike[place]) {
        let stem = stem::stem(word);
        if *is_whole == has_whole && meant.len() < MOST_MEANT && !stems.contains(&stem) {
            stems.push(stem);
            meant.push(word.clone());
        }
    }
    meant
}

impl SoughtWord {
    /// Whether a word is like this one but for one slip, as a whole or (`false`) at its beginning. `None` when it is not.
    fn is_like(&self, word: &str) -> Option<bool> {
        let (own, other) = (singular(&self.text), singular(word));
        let is_slip = |one: &str, other: &str| {
            one.len().abs_diff(other.len()) <= 1 && is_slip(one.as_bytes(), other.as_bytes())
        };
        if word.len() + 1 < LEAST_LETTERS || !is_of_letters(word) {
            None
        } else if is_slip(&self.text, word) || own.len() >= LEAST_LETTERS && is_slip(own, other) {
            Some(true)
        } else if self.is_open && begins_with_slip(self.text.as_bytes(), word.as_bytes()) {
            Some(false)
        } else {
            None
        }
    }
}

/// A word without the letter of most plurals, so that this is no slip beside another. Endings are not cut further here:
/// with a slip in them, words would be alike that have little in common.
fn singular(word: &str) -> &str {
    word.strip_suffix(['s', 'x']).unwrap_or(word)
}
