//! The directory: which file holds what, for all that a first screen does not ask. Knows names, loads nothing.

use super::shards::needed;
use super::{file, ids, list, number, value};
use crate::reader::json::Node;
use crate::search::Correction;

/// Where everything is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directory {
    catalogue: Box<str>,
    changed: Box<str>,
    slices: Vec<Box<str>>,
    /// By slice: the number of events in it and before it.
    ends: Vec<u32>,
    /// First words and files.
    words: (Vec<Box<str>>, Vec<Box<str>>),
    /// Missing where an older version has cut the feed.
    vocabulary: Option<Box<str>>,
    ids: Vec<Box<str>>,
    /// Stops that have few slices, each with their places.
    stops: Vec<(Box<str>, Vec<u32>)>,
}

impl Directory {
    /// Reads a directory. `None` when the bytes are none.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let top = Node::check(std::str::from_utf8(bytes).ok()?).ok()?.properties().ok()?;
        let slices = list(value(&top, "slices")?, &mut file)?;
        let mut end = 0_u32;
        let ends = list(value(&top, "events")?, &mut |node| {
            end = end.checked_add(number(node)?)?;
            Some(end)
        })?;
        let mut words = (Vec::new(), Vec::new());
        list(value(&top, "words")?, &mut |node| {
            let part = node.properties().ok()?;
            words.0.push(value(&part, "from")?.text().ok()?.as_ref().into());
            words.1.push(file(value(&part, "file")?)?);
            Some(())
        })?;
        let stops = list(value(&top, "stops")?, &mut |node| {
            let stop = node.properties().ok()?;
            let id = value(&stop, "id")?.text().ok()?.as_ref().into();
            Some((id, list(value(&stop, "slices")?, &mut number)?))
        })?;
        (slices.len() == ends.len()).then_some(())?;
        Some(Self {
            catalogue: file(value(&top, "catalogue")?)?,
            changed: file(value(&top, "changed")?)?,
            slices,
            ends,
            words,
            vocabulary: value(&top, "vocabulary").and_then(file),
            ids: list(value(&top, "ids")?, &mut file)?,
            stops,
        })
    }

    /// The file of the catalogue.
    pub fn catalogue(&self) -> &str {
        &self.catalogue
    }

    /// The file with the events that changed last.
    pub fn changed(&self) -> &str {
        &self.changed
    }

    /// All slices; together they hold every event once, in the order of the catalogue.
    pub fn slices(&self) -> impl ExactSizeIterator<Item = &str> {
        self.slices.iter().map(AsRef::as_ref)
    }

    /// The file of the slice at a place.
    pub fn slice(&self, place: usize) -> Option<&str> {
        self.slices.get(place).map(AsRef::as_ref)
    }

    /// The place in the catalogue of a slice's first event.
    pub fn first_of(&self, slice: usize) -> u32 {
        let before = slice.checked_sub(1).and_then(|before| self.ends.get(before));
        before.copied().unwrap_or_default()
    }

    /// How many events a slice has.
    pub fn events_of(&self, slice: usize) -> Option<usize> {
        Some((self.ends.get(slice)? - self.first_of(slice)) as usize)
    }

    /// The place of an event's slice and the event's place in it, by its place in the catalogue
    /// ([`Row::event`](crate::agenda::Row::event)).
    pub fn place_of(&self, event: u32) -> Option<(usize, usize)> {
        let slice = self.ends.partition_point(|end| *end <= event);
        let place = event.checked_sub(self.first_of(slice))? as usize;
        (slice < self.ends.len()).then_some((slice, place))
    }

    /// The files of words that a search needs: none when the text has no word.
    pub fn words_for(&self, words: &str) -> Vec<&str> {
        let files = needed(words, &self.words.0).into_iter();
        files.filter_map(|place| self.words.1.get(place)).map(AsRef::as_ref).collect()
    }

    /// The file of the [`Vocabulary`](super::Vocabulary), which knows what words without any event were meant to be.
    /// `None` where words are not corrected.
    pub fn vocabulary(&self) -> Option<&str> {
        self.vocabulary.as_deref()
    }

    /// The files of words that corrections need, beside [`Self::words_for`].
    pub fn words_for_corrections(&self, corrections: &[Correction]) -> Vec<&str> {
        let mut words = String::new();
        for meant in corrections.iter().flat_map(|correction| &correction.meant) {
            words.push_str(meant);
            words.push(' ');
        }
        self.words_for(&words)
    }

    /// The file to be asked for an id by [`find_id`](super::find_id).
    pub fn ids_for(&self, id: &str) -> Option<&str> {
        self.ids.get(ids::part_of(id, self.ids.len())?).map(AsRef::as_ref)
    }

    /// The files of all words.
    pub(super) fn word_files(&self) -> impl Iterator<Item = &str> {
        self.words.1.iter().map(AsRef::as_ref)
    }

    /// The files of all ids.
    pub(super) fn id_files(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(AsRef::as_ref)
    }

    /// The places of the slices that hold the events of a stop, and others beside them. `None` when they are too many to load: such a
    /// stop shows what the agenda finds.
    pub fn slices_of_stop(&self, stop: &str) -> Option<impl Iterator<Item = usize>> {
        let (_, slices) = self.stops.iter().find(|(id, _)| id.as_ref() == stop)?;
        Some(slices.iter().map(|place| *place as usize))
    }

    /// Every file that it names.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        let lists = [&self.slices, &self.words.1, &self.ids].into_iter().flatten();
        let single = [&self.catalogue, &self.changed].into_iter().chain(&self.vocabulary);
        single.chain(lists).map(AsRef::as_ref)
    }
}
