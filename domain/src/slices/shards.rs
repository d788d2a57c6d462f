//! The words of all events, in parts that follow each other in the order of words, so that a search loads one or two.
//!
//! ```text
//! "QSW1", words: how many bytes it shares with the word before, its other bytes, how many events have it;
//! events of each word: (how many on from the last, the first counted from 0) × 16 + fields
//! ```

use super::bytes::Bytes;
use crate::search::{Index, Sought};

/// What a part begins with.
const MAGIC: &[u8] = b"QSW1";

/// The letters that a word and its stem have in common at least, as far as both have so many.
const COMMON: usize = 3;

/// Some of the words of all events; events are named by their place in the catalogue.
#[derive(Debug)]
pub struct Words(pub(crate) Index);

impl Words {
    /// Reads a part. `None` when the bytes are none.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes.strip_prefix(MAGIC)?);
        let count = bytes.count()?;
        let mut words: Vec<(String, usize)> = Vec::new();
        for _ in 0..count {
            let shared = usize::try_from(bytes.number()?).ok()?;
            let before = words.last().map_or("", |(word, _)| word.as_str());
            let word = [before.get(..shared)?, bytes.text()?].concat();
            if word.as_str() <= before {
                return None;
            }
            words.push((word, usize::try_from(bytes.number()?).ok()?));
        }
        let mut index = Index::default();
        let mut postings = Vec::new();
        for (word, count) in &words {
            if *count > bytes.0.len() {
                return None;
            }
            let mut event = 0_u32;
            for _ in 0..*count {
                let step = bytes.number()?;
                event = event.checked_add(u32::try_from(step >> 4).ok()?)?;
                let fields = u32::try_from(step & 0xf).ok()?;
                postings.push(event.checked_mul(16)? | fields);
            }
            index.push(word, postings.drain(..));
        }
        index.finish();
        Some(Self(index))
    }
}

/// Which parts are needed for some words, given the first word of each part, in order.
pub(super) fn needed(words: &str, first_words: &[Box<str>]) -> Vec<usize> {
    let mut needed: Vec<usize> = Vec::new();
    for sought in &Sought::parse(words).words {
        let stem: String = sought.stem.chars().take(COMMON).collect();
        let open = if sought.is_open { sought.text.as_str() } else { &stem };
        for beginning in [&stem, open] {
            // From the part before the first that begins after it, to the last that begins with it or before it.
            let start = first_words.partition_point(|first| first.as_ref() <= beginning);
            let end = first_words.partition_point(|first| {
                first.as_ref() <= beginning || first.starts_with(beginning)
            });
            for place in start.saturating_sub(1)..end {
                // Few: not worth the code of a sort.
                if !needed.contains(&place) {
                    needed.push(place);
                }
            }
        }
    }
    needed
}

/// The words of all events, before they are cut into parts.
#[cfg(feature = "slicing")]
pub(super) struct Lines {
    /// Each word with its events, written as in a part; in order of words.
    pub(super) words: Vec<(Box<str>, u64, Vec<u8>)>,
}

#[cfg(feature = "slicing")]
impl Lines {
    /// Writes the parts, of at least so many bytes each but for the last: its first word, and its bytes.
    pub(super) fn parts(&self, least: usize) -> Vec<(Box<str>, Vec<u8>)> {
        let mut parts = Vec::new();
        let mut start = 0;
        while start < self.words.len() {
            let mut size = 0;
            let end = self.words[start..].iter().position(|(word, _, postings)| {
                size += word.len() + postings.len();
                size >= least
            });
            let end = end.map_or(self.words.len(), |end| start + end + 1);
            parts.push((self.words[start].0.clone(), part(&self.words[start..end])));
            start = end;
        }
        parts
    }
}

#[cfg(feature = "slicing")]
fn part(words: &[(Box<str>, u64, Vec<u8>)]) -> Vec<u8> {
    use super::bytes::{put, put_text};
    let mut bytes = MAGIC.to_vec();
    put(&mut bytes, words.len() as u64);
    let mut before = "";
    for (word, count, _) in words {
        let mut letters = word.char_indices().zip(before.chars());
        let other = letters.find(|((_, letter), before)| letter != before);
        let shared = other.map_or(before.len().min(word.len()), |((place, _), _)| place);
        put(&mut bytes, shared as u64);
        put_text(&mut bytes, &word[shared..]);
        put(&mut bytes, *count);
        before = word;
    }
    for (_, _, postings) in words {
        bytes.extend_from_slice(postings);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::stem::stem;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_word_and_its_stem_begin_alike(word in "[a-z]{1,6}(eaux|eux|ux|aux|ss|s|trice|euse|eur|ere|issaient|ent|son|on|ee|er|qu|ll|f|ail|e){0,3}") {
            let stem = stem(&word);
            let common: String = stem.chars().take(COMMON).collect();
            prop_assert!(word.starts_with(&common), "{} {}", word, stem);
        }
    }
}
