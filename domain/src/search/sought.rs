//! The words that somebody looks for.

use super::correct::Correction;
use super::fold::each_word;
use super::stem::stem;

/// Words that say nothing when others are there, folded. Elided ones (`l’`, `d’`, `qu’`) are among them.
const SMALL: [&str; 20] = [
    "a", "au", "aux", "c", "d", "de", "des", "du", "en", "et", "j", "l", "la", "le", "les", "n",
    "qu", "s", "un", "une",
];

/// What is looked for: every one of these words.
pub(crate) struct Sought {
    /// The words, small ones left out if others are there. Empty when the text has no word.
    pub(crate) words: Vec<SoughtWord>,
}

/// One of the words.
pub(crate) struct SoughtWord {
    /// Folded.
    pub(crate) text: String,
    /// Its stem.
    pub(crate) stem: String,
    /// Whether it is still being typed, so that its beginning is enough.
    pub(crate) is_open: bool,
    /// The stems of what is looked for in its place; none when it is right as it is.
    pub(super) meant: Vec<String>,
}

/// How close a word of a text is to one that is looked for; a better one is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Closeness {
    /// Another word.
    None = 0,
    /// What it was probably meant to be, or another form of that.
    Corrected = 1,
    /// It begins like it.
    Beginning = 2,
    /// Another form of it.
    Stem = 3,
    /// The same.
    Exact = 4,
}

impl Sought {
    /// The words of a text as it is being typed: the last one is open when nothing follows it.
    pub(crate) fn parse(text: &str) -> Self {
        let mut words = Vec::new();
        each_word(text, &mut |place, word| {
            let is_open = place.end == text.len();
            let (text, stem) = (word.to_owned(), stem(word));
            words.push(SoughtWord { text, stem, is_open, meant: Vec::new() });
        });
        if words.iter().any(|word| !word.is_small()) {
            words.retain(|word| !word.is_small());
        }
        Self { words }
    }

    /// As [`Self::parse`], with corrections in the place of some of the words.
    pub(super) fn corrected(text: &str, corrections: &[Correction]) -> Self {
        let mut sought = Self::parse(text);
        for word in &mut sought.words {
            if let Some(correction) = corrections.iter().find(|it| it.typed == word.text) {
                word.meant = correction.meant.iter().map(|meant| stem(meant)).collect();
            }
        }
        sought
    }
}

impl SoughtWord {
    /// How close a word of a text is, by its folded form and its stem.
    pub(super) fn closeness(&self, word: &str, stem: &str) -> Closeness {
        if !self.meant.is_empty() {
            let is_meant = self.meant.iter().any(|meant| meant == stem);
            if is_meant { Closeness::Corrected } else { Closeness::None }
        } else if word == self.text {
            Closeness::Exact
        } else if stem == self.stem {
            Closeness::Stem
        } else if self.is_open && word.starts_with(&self.text) {
            Closeness::Beginning
        } else {
            Closeness::None
        }
    }

    fn is_small(&self) -> bool {
        SMALL.contains(&self.text.as_str())
    }
}
