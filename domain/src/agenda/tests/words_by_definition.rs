//! How well an event fits some words, read literally from the definition.

use crate::event::Event;
use crate::feed::Feed;
use crate::search::fold;
use crate::search::stem::stem;

/// The small words among those that the feeds of these tests are made of.
const SMALL: [&str; 4] = ["l", "de", "la", "en"];

/// The fields of an event, folded, each with its weight.
type Fields = [(u16, Vec<String>); 4];

/// 0 when a word is missing; `None` when no word is asked for.
pub(super) fn rank(feed: &Feed, event: &Event, words: &str) -> Option<u16> {
    let sought = split(words);
    let last = sought.len().checked_sub(1)?;
    let is_open = split(&format!("{words}x")).len() == sought.len();
    let only_small = sought.iter().all(|word| SMALL.contains(&word.as_str()));
    let fields = fields(feed, event);
    let asked = (0..=last).filter(|at| only_small || !SMALL.contains(&sought[*at].as_str()));
    let scores: Vec<_> =
        asked.map(|at| score(&fields, &sought[at], is_open && at == last)).collect();
    Some(if scores.contains(&0) { 0 } else { scores.into_iter().sum() })
}

fn score(fields: &Fields, word: &str, is_open: bool) -> u16 {
    let closeness = |other: &str| {
        if other == word {
            4
        } else if stem(other) == stem(word) {
            3
        } else if is_open && other.starts_with(word) {
            2
        } else {
            0
        }
    };
    let weight = |other: &String| -> u16 {
        fields.iter().filter(|(_, words)| words.contains(other)).map(|(weight, _)| weight).sum()
    };
    let words = fields.iter().flat_map(|(_, words)| words);
    words.map(|other| closeness(other) * weight(other)).max().unwrap_or(0)
}

fn fields(feed: &Feed, event: &Event) -> Fields {
    let stop = event.stop.as_ref().and_then(|id| feed.stop(id.as_str()));
    let place =
        event.location.clone().or(stop.map(|stop| stop.location.clone())).unwrap_or_default();
    let mut place_words = split(&place.name.unwrap_or_default());
    place_words.extend(split(&place.address_locality.unwrap_or_default()));
    let organizers = event.organizer.iter().flat_map(|party| split(&party.name)).collect();
    let description = split(event.description.as_deref().unwrap_or_default());
    [(8, split(&event.name)), (4, place_words), (3, organizers), (1, description)]
}

fn split(text: &str) -> Vec<String> {
    fold(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
