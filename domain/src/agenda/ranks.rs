//! How well events fit the words of a query: looked up once, and used for all that is asked of them.

use super::Agenda;
use crate::query::Query;
use crate::search::{Correction, Index, rank};
use crate::slices::Words;

/// The words of a query, looked up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ranks {
    /// By event, 0 for « not at all »; `None` when no word is asked for.
    pub(super) by_event: Option<Vec<u16>>,
    /// Words that are looked for in the place of those that nothing has.
    pub corrections: Vec<Correction>,
}

impl Ranks {
    /// How well an event fits.
    pub(super) fn of(&self, event: usize) -> u16 {
        self.by_event.as_ref().map_or(1, |ranks| ranks.get(event).copied().unwrap_or_default())
    }
}

impl Agenda {
    /// Looks up the words of a query, and forgives one slip in those that nothing has.
    pub fn ranks(&self, query: &Query) -> Ranks {
        self.ranked(&[&self.words], self.words.corrections(&query.words), query)
    }

    /// As [`Self::ranks`], but with words that were loaded by themselves: those that the query, or what the
    /// [`Vocabulary`](crate::slices::Vocabulary) corrects it to, asks for must be among them.
    pub fn ranks_with(
        &self,
        words: &[&Words],
        corrections: Vec<Correction>,
        query: &Query,
    ) -> Ranks {
        let words: Vec<_> = words.iter().map(|words| &words.0).collect();
        self.ranked(&words, corrections, query)
    }

    fn ranked(&self, words: &[&Index], corrections: Vec<Correction>, query: &Query) -> Ranks {
        let by_event = rank(words, self.traits.len(), &query.words, &corrections);
        Ranks { by_event, corrections }
    }
}
