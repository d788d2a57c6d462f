//! Bytes that are cut off, changed or of no meaning at all never break the reading.

use std::hint::black_box;

use proptest::prelude::*;
use proptest::sample::Index;

use super::{Cut, SMALL, demo};
use crate::agenda::Agenda;
use crate::agenda::tests::records::day;
use crate::query::Query;
use crate::reader::{read, read_slice};
use crate::slices::{Directory, Month, Vocabulary, Words, find_id};

/// Reads the bytes as each kind of file, and uses what comes of it.
fn read_as_anything(bytes: &[u8], cut: &Cut) {
    let (query, today) = (Query::default(), day("2018-01-20"));
    let words = Query { words: "lumi".to_owned(), ..Query::default() };
    if let Some(words_found) = Words::read(bytes) {
        black_box(cut.catalogue.find_with(&[&words_found], &words, today));
    }
    if let Some(vocabulary) = Vocabulary::read(bytes) {
        black_box(vocabulary.corrections(&[], "lumeire atelire"));
    }
    if let Some(agenda) = Agenda::from_catalogue(bytes) {
        black_box((agenda.find(&query, today), agenda.find(&words, today)));
    }
    if let Some(directory) = Directory::read(bytes) {
        let found = (0..9).filter_map(|event| directory.place_of(event)).count();
        black_box((
            found,
            directory.words_for("lumi"),
            directory.ids_for("x"),
            directory.vocabulary(),
        ));
        black_box(directory.slices_of_stop("x"));
    }
    black_box(find_id(bytes, "demo-000001"));
    black_box(read_slice(bytes, &cut.reading.feed).is_ok());
    let month = Month::read(bytes);
    let outline = read(bytes).ok().and_then(|reading| reading.outline);
    let outline = outline.as_ref().unwrap_or(&cut.outline);
    for today in [today, day("1900-01-01"), day("2199-12-31")] {
        black_box(outline.day(&query, today).and_then(|day| outline.month(day)));
        if let Some(month) = &month {
            black_box(month.opening(today));
            black_box(outline.found(month, &cut.catalogue, &query, today));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_bytes_are_read_or_refused(rest in prop::collection::vec(any::<u8>(), 0..60), magic in prop::sample::select(&["QSC1", "QSW1", "QSV1", "QSI1", ""][..])) {
        let cut = Cut::new(&serde_json::to_vec(&demo("2017-09", 3)).unwrap_or_default(), SMALL);
        read_as_anything(&[magic.as_bytes(), &rest].concat(), &cut);
    }

    #[test]
    fn cut_off_or_changed_files_are_read_or_refused(events in 0..12_usize, changes in prop::collection::vec((any::<Index>(), any::<u8>()), 0..3), end in any::<Index>()) {
        let cut = Cut::new(&serde_json::to_vec(&demo("2017-09", events)).unwrap_or_default(), SMALL);
        for bytes in cut.files.values() {
            let mut changed = bytes.clone();
            for (place, byte) in &changes {
                changed[place.index(bytes.len())] = *byte;
            }
            read_as_anything(&changed, &cut);
            changed.truncate(end.index(bytes.len()));
            read_as_anything(&changed, &cut);
        }
    }
}
