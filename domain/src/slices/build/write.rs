//! Writes the files of a feed in slices: slices, openings, months, catalogue, words, ids, directory, and the index.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::io;
use std::thread;

use chrono::NaiveDate;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::gather::{Gathered, Kept, Words};
use super::openings::openings;
use super::{Sizes, WriteFile};
use crate::agenda::Agenda;
use crate::agenda::facets::Tally;
use crate::agenda::traits::{Misses, Traits};
use crate::agenda::window::{last_day, sorted};
use crate::date::YearMonth;
use crate::feed::VERSION;
use crate::id::Id;
use crate::reader::json::Properties;
use crate::search::{FIELD_BITS, Index};
use crate::slices::bytes::put;
use crate::slices::form::{self, CountedEvents, EventSlices};
use crate::slices::shards::Lines;
use crate::slices::{FOLDER, catalogue, ids, vocabulary};

/// Events as they are numbered, in order of time.
struct Ordered<'a> {
    agenda: Agenda,
    events: Vec<(Kept, &'a str)>,
}

/// Writes files under names that say what is in them.
struct Files<'w, 'f> {
    write: &'w mut WriteFile<'f>,
    count: usize,
}

/// Writes it all, and says how many files there are beside the index.
pub(super) fn write(
    mut gathered: Gathered<'_>,
    sizes: Sizes,
    write: &mut WriteFile<'_>,
) -> io::Result<usize> {
    let (stops, bad) = (std::mem::take(&mut gathered.stops), std::mem::take(&mut gathered.bad));
    let (top, words) =
        (std::mem::take(&mut gathered.properties), std::mem::take(&mut gathered.words));
    let ordered = in_order(gathered);
    let mut files = Files { write, count: 0 };
    let ((words, vocabulary), rest) = thread::scope(|scope| {
        let words = scope.spawn(|| {
            let lines = lines(&words, &ordered.events);
            (lines.parts(sizes.words), vocabulary::write(&lines.words))
        });
        let rest = write_records(&ordered, sizes, &mut files);
        (words.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), rest)
    });
    let Records { slices, months, last, changed } = rest?;
    let mut parts = Vec::with_capacity(words.len());
    for (from, bytes) in words {
        parts.push(form::Words { from, file: files.add("words", "bin", bytes)? });
    }
    let mut ids_in = Vec::new();
    for bytes in ids::write(ordered.events.iter().map(|(event, _)| event.id.as_str()), sizes.ids) {
        ids_in.push(files.add("ids", "bin", bytes)?);
    }
    let directory = form::Directory {
        version: VERSION,
        catalogue: files.add("catalogue", "bin", catalogue::write(&ordered.agenda))?,
        changed,
        stops: slices_of_stops(stops, &ordered.events, &slices, sizes),
        slices: slices.iter().map(|slice| slice.0.clone()).collect(),
        events: slices.iter().map(|slice| slice.1).collect(),
        words: parts,
        vocabulary: files.add("vocabulary", "bin", vocabulary)?,
        ids: ids_in,
    };
    let directory = files.add("directory", "json", json(&directory)?)?;
    let outline = outline(&ordered.agenda, months, last, directory);
    let index = index(&top, &bad, &outline)?;
    (files.write)("feed.json", index)?;
    Ok(files.count)
}

impl Files<'_, '_> {
    /// Writes a file, and returns its name: what it is, and a hash of what is in it.
    fn add(&mut self, what: &str, kind: &str, bytes: Vec<u8>) -> io::Result<String> {
        let name = [what, ".", &hash(&bytes), ".", kind].concat();
        (self.write)(&[FOLDER, &name].concat(), bytes)?;
        self.count += 1;
        Ok(name)
    }
}

/// What stands in the name of a file for what is in it.
pub(super) fn hash(bytes: &[u8]) -> String {
    let mut hash = String::with_capacity(16);
    for byte in Sha256::digest(bytes).iter().take(8) {
        // Writing to a `String` can't fail.
        let _ = write!(hash, "{byte:02x}");
    }
    hash
}

/// Numbers the events in the order of their first session.
fn in_order(gathered: Gathered<'_>) -> Ordered<'_> {
    let Gathered { events, sessions, belongings, .. } = gathered;
    let mut entries = sorted(&sessions, &by_name(&events));
    drop(sessions);
    let mut numbers = vec![u32::MAX; events.len()];
    let mut order = Vec::with_capacity(events.len());
    for entry in &mut entries {
        let number = &mut numbers[entry.event as usize];
        if *number == u32::MAX {
            *number = u32::try_from(order.len()).unwrap_or(u32::MAX);
            order.push(entry.event);
        }
        entry.event = *number;
    }
    let mut slots: Vec<_> = events.into_iter().map(Some).collect();
    let taken = order.iter().filter_map(|place| slots.get_mut(*place as usize)?.take());
    let events: Vec<_> = taken.collect();
    let traits = events.iter().map(|(event, _)| event.traits).collect();
    let last_day = last_day(&entries);
    let words = Index::default();
    Ordered { agenda: Agenda { traits, belongings, entries, last_day, words }, events }
}

/// The events in the order of names, then of ids. Many have the same name, so each name is compared once.
fn by_name(events: &[(Kept, &str)]) -> Vec<usize> {
    let mut ranks: HashMap<&str, usize> = HashMap::new();
    for (event, _) in events {
        ranks.insert(&event.name, 0);
    }
    let mut names: Vec<_> = ranks.keys().copied().collect();
    names.sort_unstable();
    ranks.extend(names.into_iter().zip(0..));
    let key = |(place, (event, _)): (usize, &(Kept, &str))| {
        let rank = ranks.get(event.name.as_ref()).copied().unwrap_or_default();
        // Most ids differ within so many bytes; these are at hand without a look elsewhere in memory.
        let mut beginning = [0; 16];
        beginning.iter_mut().zip(event.id.as_str().bytes()).for_each(|(to, from)| *to = from);
        (rank, u128::from_be_bytes(beginning), place)
    };
    let mut keys: Vec<(usize, u128, usize)> = events.iter().enumerate().map(key).collect();
    keys.sort_unstable_by(|one, other| {
        let ids = || events[one.2].0.id.cmp(&events[other.2].0.id);
        (one.0, one.1).cmp(&(other.0, other.1)).then_with(ids)
    });
    keys.into_iter().map(|(_, _, place)| place).collect()
}

/// The files of records.
struct Records {
    /// With how many events each has.
    slices: Vec<(String, usize)>,
    months: Vec<(YearMonth, Tally, String)>,
    /// Of the last events.
    last: String,
    /// Of the events that changed last.
    changed: String,
}

fn write_records(
    ordered: &Ordered<'_>,
    sizes: Sizes,
    files: &mut Files<'_, '_>,
) -> io::Result<Records> {
    let Ordered { agenda, events } = ordered;
    let slices = write_slices(agenda, events, sizes, files)?;
    let mut opened = Vec::new();
    for opening in openings(&agenda.entries, events.len(), sizes) {
        let bytes = selection(&opening.events, events);
        let from = opening.from.to_string();
        let file = files.add(&from, "json", bytes)?;
        opened.push((opening.from, form::Opening { from, rows: opening.rows, file }));
    }
    let months = write_months(agenda, &opened, files)?;
    let dated = agenda.entries.iter().rev().filter(|entry| !entry.is_undated());
    let mut last: Vec<_> = dated.take(sizes.rows).map(|entry| entry.event).collect();
    last.sort_unstable();
    last.dedup();
    let last = files.add("last", "json", selection(&last, events))?;
    let changed =
        files.add("changed", "json", selection(&newest(events, sizes.changed), events))?;
    Ok(Records { slices, months, last, changed })
}

/// The events that changed last, of those that say when, in the order of their numbers.
fn newest(events: &[(Kept, &str)], most: usize) -> Vec<u32> {
    let dated = (0_u32..).zip(events);
    let dated = dated.filter_map(|(number, (event, _))| Some((event.modified?, number)));
    let mut dated: Vec<_> = dated.collect();
    dated.sort_unstable_by_key(|(day, number)| (std::cmp::Reverse(*day), *number));
    dated.truncate(most);
    let mut numbers: Vec<_> = dated.into_iter().map(|(_, number)| number).collect();
    numbers.sort_unstable();
    numbers
}

/// Writes the records of all events, month by month, each once.
fn write_slices(
    agenda: &Agenda,
    events: &[(Kept, &str)],
    sizes: Sizes,
    files: &mut Files<'_, '_>,
) -> io::Result<Vec<(String, usize)>> {
    // By event: the month in which it is first to be found.
    let mut months = Vec::with_capacity(events.len());
    for entry in &agenda.entries {
        if entry.event as usize == months.len() {
            months.push((!entry.is_undated()).then(|| YearMonth::of(entry.begun)));
        }
    }
    let mut slices = Vec::new();
    let mut start = 0;
    while start < events.len() {
        let mut bytes = 0;
        let fits = |(place, (_, json)): (usize, &(Kept, &str))| {
            bytes += json.len();
            months[place] == months[start]
                && (place == start || bytes <= sizes.slice_bytes)
                && place - start < sizes.slice
        };
        let count =
            events.iter().enumerate().skip(start).map(fits).take_while(|fits| *fits).count();
        let what = months[start].map_or("undated".to_owned(), |month| month.to_string());
        let records = events[start..start + count].iter().map(|(_, json)| *json);
        slices.push((files.add(&["events-", &what].concat(), "json", slice(records))?, count));
        start += count;
    }
    Ok(slices)
}

/// Writes the months in which anything ends or opens.
fn write_months(
    agenda: &Agenda,
    openings: &[(NaiveDate, form::Opening)],
    files: &mut Files<'_, '_>,
) -> io::Result<Vec<(YearMonth, Tally, String)>> {
    let mut days: BTreeMap<NaiveDate, Tally> = BTreeMap::new();
    for (event, last) in lasts(agenda) {
        days.entry(last).or_default().add(&agenda.traits[event], Misses::NONE);
    }
    let mut months: BTreeMap<YearMonth, Tally> = BTreeMap::new();
    for (from, _) in openings {
        months.entry(YearMonth::of(*from)).or_default();
    }
    for (day, tally) in &days {
        months.entry(YearMonth::of(*day)).or_default().add_all(tally);
    }
    let mut written = Vec::new();
    for (month, tally) in months {
        let ends = days.range(month.first_day()..=month.last_day());
        let day = |(day, tally): (&NaiveDate, &Tally)| form::EndsOnDay {
            day: day.to_string(),
            events: tally.events,
            facets: facets(tally),
        };
        // The one that is open when the month begins, and those that begin in it.
        let until = openings.partition_point(|(from, _)| *from <= month.last_day());
        let before = openings.partition_point(|(from, _)| *from <= month.first_day());
        let days = form::MonthFile {
            version: VERSION,
            days: ends.map(day).collect(),
            openings: openings[before.saturating_sub(1)..until].iter().map(|(_, it)| it).collect(),
        };
        let file = files.add(&month.to_string(), "json", json(&days)?)?;
        written.push((month, tally, file));
    }
    Ok(written)
}

/// The last day of each event that has one, with its place.
fn lasts(agenda: &Agenda) -> impl Iterator<Item = (usize, NaiveDate)> {
    let mut lasts = vec![NaiveDate::MIN; agenda.traits.len()];
    for entry in &agenda.entries {
        let last = &mut lasts[entry.event as usize];
        *last = entry.last.max(*last);
    }
    lasts.into_iter().enumerate().filter(|(_, last)| *last < NaiveDate::MAX)
}

/// The slices of each stop, where they are few.
fn slices_of_stops(
    stops: Vec<Id>,
    events: &[(Kept, &str)],
    slices: &[(String, usize)],
    sizes: Sizes,
) -> Vec<form::Stop> {
    let mut found: Vec<Vec<usize>> = vec![Vec::new(); stops.len()];
    let mut rest = events;
    for (place, (_, count)) in slices.iter().enumerate() {
        let (here, others) = rest.split_at(*count);
        for stop in here.iter().filter_map(|(event, _)| event.stop) {
            let found = &mut found[stop as usize];
            if found.last() != Some(&place) {
                found.push(place);
            }
        }
        rest = others;
    }
    let stops = stops.into_iter().zip(found).filter(|(_, slices)| slices.len() <= sizes.stop);
    stops.map(|(id, slices)| form::Stop { id: id.to_string(), slices }).collect()
}

/// The words of all events, in order of words, their events in order of numbers.
fn lines(words: &[Words], events: &[(Kept, &str)]) -> Lines {
    let all = words.iter().flat_map(|reader| reader.words.iter());
    let mut all: Vec<_> = all.map(AsRef::as_ref).collect();
    all.sort_unstable();
    all.dedup();
    // By reader and word of it: its place among all.
    let place = |word: &str| all.binary_search(&word).unwrap_or_default();
    let places = words.iter().map(|reader| reader.words.iter().map(|word| place(word)).collect());
    let places: Vec<Vec<usize>> = places.collect();
    let mut lines: Vec<_> = all.iter().map(|word| ((*word).into(), 0_u64, Vec::new())).collect();
    let mut before = vec![0_u64; lines.len()];
    for (number, (event, _)) in (0_u64..).zip(events) {
        let reader = usize::from(event.reader);
        let (start, end) = (event.words.start as usize, event.words.end as usize);
        for found in &words[reader].found[start..end] {
            let word = places[reader][(found >> FIELD_BITS) as usize];
            let (_, count, bytes): &mut (Box<str>, u64, Vec<u8>) = &mut lines[word];
            let fields = u64::from(found & ((1 << FIELD_BITS) - 1));
            put(bytes, (number - before[word]) << FIELD_BITS | fields);
            (*count, before[word]) = (*count + 1, number);
        }
    }
    Lines { words: lines }
}

/// The records of some events, which need not follow each other, with their numbers.
fn selection(numbers: &[u32], events: &[(Kept, &str)]) -> Vec<u8> {
    let list: Vec<_> = numbers.iter().map(u32::to_string).collect();
    let numbered = [r#""numbers":["#, &list.join(","), "],"].concat();
    records(&numbered, numbers.iter().map(|number| events[*number as usize].1))
}

/// A slice of these records.
fn slice<'a>(of: impl Iterator<Item = &'a str>) -> Vec<u8> {
    records("", of)
}

fn records<'a>(before: &str, records: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let head = [r#"{"version":""#, VERSION, r#"","#, before, r#""events":["#];
    let mut bytes = head.concat().into_bytes();
    let mut separator: &[u8] = b"\n";
    for record in records {
        bytes.extend_from_slice(separator);
        push_without_blanks(record, &mut bytes);
        separator = b",\n";
    }
    bytes.extend_from_slice(b"]}\n");
    bytes
}

/// Appends JSON as it stands, but for the blanks between its values.
fn push_without_blanks(json: &str, bytes: &mut Vec<u8>) {
    let json = json.as_bytes();
    let is_blank = |at: usize| json.get(at).is_some_and(u8::is_ascii_whitespace);
    // From `start` on nothing has been appended yet.
    let (mut start, mut at) = (0, 0);
    while let Some(byte) = json.get(at) {
        if *byte == b'"' {
            at = end_of_text(json, at);
        } else if is_blank(at) {
            bytes.extend_from_slice(&json[start..at]);
            while is_blank(at) {
                at += 1;
            }
            start = at;
        } else {
            at += 1;
        }
    }
    bytes.extend_from_slice(&json[start..]);
}

/// The place after a text that begins here, with its quotes.
fn end_of_text(json: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    loop {
        match json.get(at) {
            Some(b'"') => return at + 1,
            Some(b'\\') => at += 2,
            Some(_) => at += 1,
            None => return json.len(),
        }
    }
}

/// The counts by choice, without the zeros at their end.
fn facets(tally: &Tally) -> Vec<u32> {
    let end = tally.counts.iter().rposition(|count| *count > 0).map_or(0, |last| last + 1);
    tally.counts[..end].to_vec()
}

fn count<'t>(traits: impl Iterator<Item = &'t Traits>) -> Tally {
    let mut tally = Tally::default();
    traits.for_each(|traits| tally.add(traits, Misses::NONE));
    tally
}

fn outline(
    agenda: &Agenda,
    months: Vec<(YearMonth, Tally, String)>,
    last: String,
    directory: String,
) -> EventSlices {
    let all = count(agenda.traits.iter());
    let undated = agenda.entries.iter().filter(|entry| entry.is_undated());
    let undated = count(undated.map(|entry| &agenda.traits[entry.event as usize]));
    let dated = agenda.entries.iter().filter(|entry| !entry.is_undated());
    let month = |(month, tally, file): (YearMonth, Tally, String)| form::EndsInMonth {
        month: month.to_string(),
        events: tally.events,
        facets: facets(&tally),
        file,
    };
    EventSlices {
        events: all.events,
        facets: facets(&all),
        undated: CountedEvents { events: undated.events, facets: facets(&undated) },
        first_day: dated.map(|entry| entry.first).min().map(|day| day.to_string()),
        last_day: agenda.last_day.map(|day| day.to_string()),
        months: months.into_iter().map(month).collect(),
        last,
        directory,
    }
}

/// The feed as it stands, with the outline in place of its events, but for records that could not be read.
fn index(top: &Properties<'_>, bad: &[&str], outline: &EventSlices) -> io::Result<Vec<u8>> {
    let mut bytes = b"{".to_vec();
    for (name, value) in top.iter().filter(|(name, _)| name != "events" && name != "eventSlices") {
        bytes.extend(serde_json::to_vec(name)?);
        bytes.push(b':');
        push_without_blanks(value.json(), &mut bytes);
        bytes.extend_from_slice(b",\n");
    }
    bytes.extend_from_slice(b"\"events\":[");
    for (place, record) in bad.iter().enumerate() {
        bytes.extend_from_slice(if place == 0 { b"" } else { b",\n" });
        push_without_blanks(record, &mut bytes);
    }
    bytes.extend_from_slice(b"],\n\"eventSlices\":");
    bytes.extend(json(outline)?);
    bytes.extend_from_slice(b"}\n");
    Ok(bytes)
}

fn json<T: Serialize>(value: &T) -> io::Result<Vec<u8>> {
    Ok(serde_json::to_vec(value)?)
}

#[cfg(test)]
mod tests {
    use super::push_without_blanks;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    proptest! {
        #[test]
        fn only_blanks_between_values_are_left_out(text in any::<String>(), quoted in "[ \\\\\"a]{0,12}") {
            let value = json!({ "a b": [text, quoted, 1.5, { "c": null }] });
            let mut bytes = Vec::new();
            push_without_blanks(&format!("{value:#}"), &mut bytes);
            prop_assert_eq!(bytes, Value::to_string(&value).into_bytes());
        }
    }
}
