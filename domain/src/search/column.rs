//! Many short texts, in order, in one piece of memory.

use std::ops::Range;

/// Texts one after the other, in ascending order.
#[derive(Debug, Default)]
pub(crate) struct Column {
    text: String,
    /// The byte after each.
    ends: Vec<u32>,
}

impl Column {
    /// Appends a text, which must not sort before the last. Texts beyond 4 GiB in all are left out.
    pub(crate) fn push(&mut self, text: &str) {
        if let Ok(end) = u32::try_from(self.text.len() + text.len()) {
            self.text.push_str(text);
            self.ends.push(end);
        }
    }

    /// The text at a place; empty where there is none.
    pub(crate) fn get(&self, place: usize) -> &str {
        let end = self.ends.get(place).map_or(self.text.len(), |end| *end as usize);
        let before = place.checked_sub(1).and_then(|before| self.ends.get(before));
        &self.text[before.map_or(0, |start| *start as usize)..end]
    }

    /// The places of the texts that start with this.
    pub(super) fn starting_with(&self, text: &str) -> Range<usize> {
        let first = self.first_from(0, |other| other < text);
        first..self.first_from(first, |other| other.starts_with(text))
    }

    /// The places of the texts that are this.
    pub(super) fn equal_to(&self, text: &str) -> Range<usize> {
        let first = self.first_from(0, |other| other < text);
        first..self.first_from(first, |other| other == text)
    }

    /// The first place from another on whose text is not `before`; all for which it holds must come first.
    fn first_from(&self, start: usize, before: impl Fn(&str) -> bool) -> usize {
        let mut range = start..self.ends.len();
        while !range.is_empty() {
            let middle = usize::midpoint(range.start, range.end);
            if before(self.get(middle)) {
                range.start = middle + 1;
            } else {
                range.end = middle;
            }
        }
        range.start
    }
}
