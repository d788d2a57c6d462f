//! The vocabulary: every word that may be a correction, so that what was typed wrongly leads to the parts of the right
//! words. Loaded only when nothing has a word.
//!
//! ```text
//! "QSV1", words of four letters and more, a to z: how many bytes it shares with the word before, its other bytes, how
//! many events have it
//! ```

use super::bytes::Bytes;
use super::shards::Words;
use crate::search::{Column, Correction, corrections, has_unknown};

/// What a vocabulary begins with.
const MAGIC: &[u8] = b"QSV1";

/// The fewest letters of a word that may be a correction.
#[cfg(feature = "slicing")]
const LEAST_LETTERS: usize = 4;

/// The words of all events of a feed in slices.
#[derive(Debug)]
pub struct Vocabulary {
    words: Column,
    /// How many events have each.
    counts: Vec<u32>,
}

impl Vocabulary {
    /// Reads a vocabulary. `None` when the bytes are none.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes.strip_prefix(MAGIC)?);
        let count = bytes.count()?;
        let mut read = Self { words: Column::default(), counts: Vec::with_capacity(count) };
        let mut word = String::new();
        for _ in 0..count {
            let shared = usize::try_from(bytes.number()?).ok()?;
            let next = [word.get(..shared)?, bytes.text()?].concat();
            if next <= word {
                return None;
            }
            word = next;
            read.words.push(&word);
            read.counts.push(bytes.small()?);
        }
        Some(read)
    }

    /// Whether some word of a search is to be looked up here: it is long enough, and none of the parts that
    /// [`Directory::words_for`](super::Directory::words_for) names has it.
    pub fn is_needed(parts: &[&Words], words: &str) -> bool {
        let parts: Vec<_> = parts.iter().map(|part| &part.0).collect();
        has_unknown(&parts, words)
    }

    /// What words that none of the parts has may have been meant to be; for their own parts, see
    /// [`Directory::words_for_corrections`](super::Directory::words_for_corrections).
    pub fn corrections(&self, parts: &[&Words], words: &str) -> Vec<Correction> {
        let parts: Vec<_> = parts.iter().map(|part| &part.0).collect();
        let all = |visit: &mut dyn FnMut(&str, u32)| {
            for (place, count) in self.counts.iter().enumerate() {
                visit(self.words.get(place), *count);
            }
        };
        corrections(&parts, &all, words)
    }
}

/// Writes the vocabulary of words in order, each with how many events have it.
#[cfg(feature = "slicing")]
pub(super) fn write(words: &[(Box<str>, u64, Vec<u8>)]) -> Vec<u8> {
    use super::bytes::{put, put_text};
    use crate::search::is_of_letters;
    let kept = words.iter().filter(|(word, ..)| word.len() >= LEAST_LETTERS && is_of_letters(word));
    let mut bytes = MAGIC.to_vec();
    put(&mut bytes, kept.clone().count() as u64);
    let mut before: &str = "";
    for (word, count, _) in kept {
        let shared = word.bytes().zip(before.bytes()).take_while(|(one, other)| one == other);
        let shared = shared.count();
        put(&mut bytes, shared as u64);
        put_text(&mut bytes, &word[shared..]);
        put(&mut bytes, *count);
        before = word;
    }
    bytes
}
