//! Search by words: accents, case and word endings do not matter, the word being typed matches by its beginning, and a
//! word that nothing has is forgiven one slip.
//!
//! Every word must be found. Knows texts and numbers of documents, nothing of events; never fails, whatever is typed.

mod column;
mod correct;
mod fold;
mod index;
mod slip;
mod sought;
pub(crate) mod stem;

use std::ops::Range;

pub(crate) use self::column::Column;
pub use self::correct::Correction;
#[cfg(feature = "slicing")]
pub(crate) use self::correct::is_of_letters;
pub(crate) use self::correct::{corrections, has_unknown};
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
/// Of a word that matches by its beginning only, the beginning. `corrections` are those of what was found, see
/// [`Found::corrections`](crate::agenda::Found::corrections).
pub fn matches(text: &str, words: &str, corrections: &[Correction]) -> Vec<Range<usize>> {
    let sought = Sought::corrected(words, corrections);
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
            Closeness::Corrected | Closeness::Stem | Closeness::Exact => found.push(place),
        }
    });
    found
}

/// How much of a text is shown before and after what was found in it, in bytes.
const AROUND: usize = 60;

/// The part of a longer text around the first of [`matches`], from word to word: a byte range of it. `None` when nothing of
/// it was found.
pub fn excerpt(text: &str, words: &str, corrections: &[Correction]) -> Option<Range<usize>> {
    let found = matches(text, words, corrections).into_iter().next()?;
    let from = text.floor_char_boundary(found.start.saturating_sub(AROUND));
    let until = text.ceil_char_boundary(found.end.saturating_add(AROUND).min(text.len()));
    // Words that are cut are left out, unless the text has no blanks.
    let start = if from == 0 {
        0
    } else {
        text[from..found.start].find(' ').map_or(from, |blank| from + blank + 1)
    };
    let end = if until == text.len() {
        until
    } else {
        text[found.end..until].rfind(' ').map_or(until, |blank| found.end + blank)
    };
    Some(start..end)
}

/// The first word of a text that is this folded one, as it is written there: `Conférence` for `conference`.
pub fn as_written<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut written = None;
    each_word(text, &mut |place, other| {
        if other == word && written.is_none() {
            written = text.get(place);
        }
    });
    written
}

#[cfg(test)]
mod tests;
