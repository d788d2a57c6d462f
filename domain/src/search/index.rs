//! The inverted index: from words to the documents that have them. Compact, built once, read at each keystroke.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::column::Column;
use super::correct::{Correction, corrections};
use super::fold::each_word;
use super::sought::{Closeness, Sought, SoughtWord};
use super::stem::stem;
use crate::order::places_in_order;

/// A part of a document, by how much a word in it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    /// What it is called.
    Name = 8,
    /// The venue and the town.
    Place = 4,
    /// Who makes it.
    Organizer = 2,
    /// What it is.
    Description = 1,
}

/// How much a word counts by the fields it stands in, whose bits are the place in this table: 8 for the name, 4 for the
/// place, 3 for the organizer, 1 for the description.
const WEIGHTS: [u16; 16] = [0, 1, 3, 4, 4, 5, 7, 8, 8, 9, 11, 12, 12, 13, 15, 16];

/// How many bits of a posting name its fields; the others name its document.
pub(crate) const FIELD_BITS: u32 = 4;

/// The words of many documents.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// All words, folded, in order.
    words: Column,
    /// The place after each word's last posting.
    ends: Vec<u32>,
    /// Document and fields, packed, by word and document.
    postings: Vec<u32>,
    /// The stems of all words, in order, one for each word.
    stems: Column,
    /// The word of each of these stems.
    stemmed: Vec<u32>,
}

/// How well each document fits, by its number; 0 is « not at all », and any missing word makes it so.
/// `None` when the text has no word, so that nothing is asked for.
///
/// The index may come in parts, each word in one of them.
pub(crate) fn rank(
    parts: &[&Index],
    documents: usize,
    words: &str,
    corrections: &[Correction],
) -> Option<Vec<u16>> {
    let sought = Sought::corrected(words, corrections).words;
    let (first, others) = sought.split_first()?;
    let best = |word| {
        let mut best = vec![0; documents];
        for part in parts {
            part.raise(&mut best, word);
        }
        best
    };
    let mut totals = best(first);
    for word in others {
        for (total, best) in totals.iter_mut().zip(best(word)) {
            let both = *total > 0 && best > 0;
            *total = if both { total.saturating_add(best) } else { 0 };
        }
    }
    Some(totals)
}

impl Index {
    /// Raises how well each document fits one word to how well its closest and weightiest word here does.
    fn raise(&self, best: &mut [u16], sought: &SoughtWord) {
        let mut take = |word: usize, closeness: Closeness| {
            for posting in self.postings_of(word) {
                let weight = WEIGHTS[(posting & 0b1111) as usize] * closeness as u16;
                if let Some(best) = best.get_mut((posting >> FIELD_BITS) as usize) {
                    *best = weight.max(*best);
                }
            }
        };
        let stems = if sought.meant.is_empty() {
            std::slice::from_ref(&sought.stem)
        } else {
            &sought.meant
        };
        for stem in stems {
            for place in self.stems.equal_to(stem) {
                let word = self.stemmed[place] as usize;
                take(word, sought.closeness(self.words.get(word), stem));
            }
        }
        if sought.is_open && sought.meant.is_empty() {
            self.words
                .starting_with(&sought.text)
                .for_each(|word| take(word, Closeness::Beginning));
        }
    }

    /// Whether any word here fits, as it was typed.
    pub(super) fn has(&self, sought: &SoughtWord) -> bool {
        !self.stems.equal_to(&sought.stem).is_empty()
            || sought.is_open && !self.words.starting_with(&sought.text).is_empty()
    }

    /// What words that are not here may have been meant to be; this must be the index of all words.
    pub(crate) fn corrections(&self, words: &str) -> Vec<Correction> {
        let all = |visit: &mut dyn FnMut(&str, u32)| {
            for word in 0..self.ends.len() {
                let count = u32::try_from(self.postings_of(word).len()).unwrap_or(u32::MAX);
                visit(self.words.get(word), count);
            }
        };
        corrections(&[self], &all, words)
    }

    /// Appends a word, which must sort after the last, with its postings.
    pub(crate) fn push(&mut self, word: &str, postings: impl Iterator<Item = u32>) {
        self.words.push(word);
        self.postings.extend(postings);
        self.ends.push(u32::try_from(self.postings.len()).unwrap_or(u32::MAX));
    }

    /// Finds the stems of all words, without which nothing is found.
    pub(crate) fn finish(&mut self) {
        let stems: Vec<_> = (0..self.ends.len()).map(|word| stem(self.words.get(word))).collect();
        for word in places_in_order(stems.len(), &|one, other| stems[one].cmp(&stems[other])) {
            self.stems.push(&stems[word]);
            self.stemmed.push(u32::try_from(word).unwrap_or(u32::MAX));
        }
    }

    fn postings_of(&self, word: usize) -> &[u32] {
        let start = word.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.postings[start..self.ends[word] as usize]
    }
}

/// Collects the words of documents.
#[derive(Default)]
pub(crate) struct IndexBuilder {
    documents: u32,
    words: HashMap<Box<str>, Vec<u32>, BuildHasherDefault<ShortTextHasher>>,
}

impl IndexBuilder {
    /// Begins the next document; the first has the number 0. Those beyond 2²⁸ find no place.
    pub(crate) fn document(&mut self) {
        self.documents += 1;
    }

    /// Adds a text to the document begun last.
    pub(crate) fn text(&mut self, field: Field, text: &str) {
        let Some(document) = self.documents.checked_sub(1).filter(|it| *it < 1 << 28) else {
            return;
        };
        let posting = document << FIELD_BITS | field as u32;
        each_word(text, &mut |_, word| {
            let Some(postings) = self.words.get_mut(word) else {
                self.words.insert(word.into(), vec![posting]);
                return;
            };
            match postings.last_mut() {
                Some(last) if *last >> FIELD_BITS == document => *last |= posting,
                _ => postings.push(posting),
            }
        });
    }

    /// Puts everything in order.
    pub(crate) fn build(self) -> Index {
        let words: Vec<_> = self.words.into_iter().collect();
        let places = places_in_order(words.len(), &|one, other| words[one].0.cmp(&words[other].0));
        let mut index = Index::default();
        for (word, postings) in places.iter().map(|place| &words[*place]) {
            index.push(word, postings.iter().copied());
        }
        index.finish();
        index
    }
}

/// FNV-1a, for words: far quicker on short texts than the default, whose safety against chosen keys a feed that was
/// already read in full does not need.
pub(crate) struct ShortTextHasher(u64);

impl Default for ShortTextHasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for ShortTextHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
