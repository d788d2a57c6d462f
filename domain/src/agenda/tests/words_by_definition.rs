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
    let own = fields(feed, event);
    let all: Vec<_> = feed.events.iter().map(|event| fields(feed, event)).collect();
    let asked = (0..=last).filter(|at| only_small || !SMALL.contains(&sought[*at].as_str()));
    let scores: Vec<_> =
        asked.map(|at| score(&own, &all, &sought[at], is_open && at == last)).collect();
    Some(if scores.contains(&0) { 0 } else { scores.into_iter().sum() })
}

fn score(own: &Fields, all: &[Fields], word: &str, is_open: bool) -> u16 {
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
    let is_known = all.iter().flat_map(words).any(|other| closeness(other) > 0);
    let meant = if is_known { Vec::new() } else { meant(all, word, is_open) };
    let closeness = |other: &str| if meant.contains(&stem(other)) { 1 } else { closeness(other) };
    let weight = |other: &String| -> u16 {
        own.iter().filter(|(_, words)| words.contains(other)).map(|(weight, _)| weight).sum()
    };
    words(own).map(|other| closeness(other) * weight(other)).max().unwrap_or(0)
}

fn words(fields: &Fields) -> impl Iterator<Item = &String> {
    fields.iter().flat_map(|(_, words)| words)
}

/// The stems of the four most common words that one slip leads to; of those that only begin so, when there are no others.
fn meant(all: &[Fields], word: &str, is_open: bool) -> Vec<String> {
    if word.chars().count() < 5 || !word.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return Vec::new();
    }
    let mut known: Vec<_> = all.iter().flat_map(words).collect();
    known.sort();
    known.dedup();
    let count = |word: &String| all.iter().filter(|it| words(it).any(|it| it == word)).count();
    known.sort_by_key(|word| std::cmp::Reverse(count(word)));
    known.retain(|word| word.bytes().all(|letter| letter.is_ascii_lowercase()));
    let singular = |word: &str| word.strip_suffix(['s', 'x']).unwrap_or(word).to_owned();
    let is_whole = |other: &&&String| {
        let (one, two) = (singular(word), singular(other));
        slips(word).contains(**other) || one.len() >= 5 && slips(&one).contains(&two)
    };
    let begins = |other: &&&String| is_open && slips(word).iter().any(|it| other.starts_with(it));
    let mut meant: Vec<_> = known.iter().filter(is_whole).map(|word| stem(word)).collect();
    if meant.is_empty() {
        meant = known.iter().filter(begins).map(|word| stem(word)).collect();
    }
    let mut stems = Vec::new();
    for stem in meant {
        if !stems.contains(&stem) {
            stems.push(stem);
        }
    }
    stems.truncate(4);
    stems
}

/// A word with one slip, in every way.
fn slips(word: &str) -> Vec<String> {
    let mut slips = Vec::new();
    for at in 0..=word.len() {
        let (before, after) = word.split_at(at);
        for letter in 'a'..='z' {
            slips.push(format!("{before}{letter}{after}"));
            slips.extend(after.get(1..).map(|after| format!("{before}{letter}{after}")));
        }
        slips.extend(after.get(1..).map(|after| format!("{before}{after}")));
        if after.len() > 1 {
            slips.push(format!("{before}{}{}{}", &after[1..2], &after[..1], &after[2..]));
        }
    }
    slips
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
