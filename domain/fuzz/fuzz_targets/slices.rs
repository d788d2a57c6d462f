//! No bytes panic the readers of a feed in slices, nor what is asked of what they return.

#![no_main]

use libfuzzer_sys::fuzz_target;
use qsec2_domain::agenda::Agenda;
use qsec2_domain::date::parse_day;
use qsec2_domain::feed::Feed;
use qsec2_domain::query::Query;
use qsec2_domain::reader::{read, read_slice};
use qsec2_domain::slices::{Directory, Month, Vocabulary, Words, find_id};

fuzz_target!(|bytes: &[u8]| {
    let today = parse_day("2018-01-20").expect("a day");
    let (plain, worded) =
        (Query::default(), Query { words: "lumi".to_owned(), ..Query::default() });
    let words = Words::read(bytes);
    if let Some(words) = &words {
        Agenda::new(&Feed::default()).find_with(&[words], &worded, today);
    }
    if let Some(vocabulary) = Vocabulary::read(bytes) {
        vocabulary.corrections(&[], "lumeire atelire");
    }
    if let Some(agenda) = Agenda::from_catalogue(bytes) {
        agenda.find(&plain, today);
        agenda.find_with(words.as_slice().iter().collect::<Vec<_>>().as_slice(), &worded, today);
    }
    if let Some(directory) = Directory::read(bytes) {
        for event in 0..9 {
            directory.place_of(event);
        }
        directory.words_for("lumière de");
        directory.ids_for("x");
        directory.slices_of_stop("x");
    }
    find_id(bytes, "demo-000001");
    let _ = read_slice(bytes, &Feed::default());
    let month = Month::read(bytes);
    if let Some(outline) = read(bytes).ok().and_then(|reading| reading.outline) {
        let month = month.or_else(|| Month::read(br#"{"days":[],"openings":[]}"#));
        outline.day(&plain, today).and_then(|day| outline.month(day));
        if let Some(month) = &month {
            outline.found(month, &Agenda::new(&Feed::default()), &plain, today);
        }
    }
});
