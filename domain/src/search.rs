//! Search by words: accents, case and word endings do not matter, and the word being typed matches by its beginning.
//!
//! Every word must be found. Knows texts and numbers of documents, nothing of events; never fails, whatever is typed.

mod column;
mod fold;
mod index;
mod sought;
pub(crate) mod stem;

use std::ops::Range;

pub(crate) use self::fold::each_word;
pub use self::fold::fold;
use self::fold::prefix_end;
#[cfg(feature = "slicing")]
pub(crate) use self::index::{FIELD_BITS, ShortTextHasher};
pub(crate) use self::index::{Field, Index, IndexBuilder, rank};
use self::sought::Closeness;
pub(crate) use self::sought::Sought;

/// Where in a text the words were found: byte ranges of it, in order, apart from each other.
///
/// Of a word that matches by its beginning only, the beginning.
pub fn matches(text: &str, words: &str) -> Vec<Range<usize>> {
    let sought = Sought::parse(words);
    let mut found = Vec::new();
    if sought.words.is_empty() {
        return found;
    }
    each_word(text, &mut |place, word| {
        let stem = stem::stem(word);
        let closest = sought.words.iter().max_by_key(|sought| sought.closeness(word, &stem));
        let Some(closest) = closest else { return };
        match closest.closeness(word, &stem) {
            Closeness::None => {}
            Closeness::Beginning => {
                let end = prefix_end(&text[place.clone()], closest.text.len());
                found.push(place.start..place.start + end);
            }
            Closeness::Stem | Closeness::Exact => found.push(place),
        }
    });
    found
}

#[cfg(test)]
mod tests;
