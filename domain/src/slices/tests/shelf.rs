//! Asking and loading what is lacking, until nothing is: the answers are those of the whole feed.

use super::*;
use crate::agenda::Row;
use crate::agenda::tests::records::day;
use crate::event::Event;
use crate::slices::{File, Lacking, Part, Shelf};

/// A feed in slices, of which nothing but the index is loaded, and what was loaded since.
struct Reader<'c> {
    cut: &'c Cut,
    shelf: Shelf,
    loaded: Vec<File>,
}

impl<'c> Reader<'c> {
    fn new(cut: &'c Cut) -> Self {
        Self { cut, shelf: Shelf::new(cut.outline.clone()), loaded: Vec::new() }
    }

    /// Asks, and loads what is lacking, until it is answered; with how many rounds of loading it took.
    fn ask<T>(&mut self, question: impl Fn(&Shelf) -> Result<T, Lacking>) -> (T, usize) {
        for round in 0..6 {
            match question(&self.shelf) {
                Ok(answer) => return (answer, round),
                Err(Lacking(files)) => files.into_iter().for_each(|file| self.load(file)),
            }
        }
        panic!("asks for more and more: {:?}", self.loaded)
    }

    fn load(&mut self, file: File) {
        assert!(!self.loaded.contains(&file), "{file:?} twice");
        self.loaded.push(file.clone());
        let bytes = self.cut.bytes(&file.name).to_vec();
        self.shelf
            .put(file, bytes, &self.cut.reading.feed)
            .unwrap_or_else(|error| panic!("{error}"));
    }

    /// The rows by what they show.
    fn shown(&mut self, rows: &[Row]) -> Vec<(Id, u16, Heading)> {
        self.ask(|shelf| shelf.have(rows));
        let id = |row: &Row| match self.shelf.event(row.event) {
            Ok(Some(event)) => event.id.clone(),
            other => panic!("{other:?}"),
        };
        rows.iter().map(|row| (id(row), row.session, row.heading)).collect()
    }
}

fn owned(shown: Vec<(&Id, u16, Heading)>) -> Vec<(Id, u16, Heading)> {
    shown.into_iter().map(|(id, session, heading)| (id.clone(), session, heading)).collect()
}

/// All sessions of the events that are wanted.
fn rows_of(feed: &Feed, wanted: impl Fn(&Event) -> bool) -> Vec<(Id, u16)> {
    let rows = Agenda::new(feed)
        .in_order()
        .map(|row| (&feed.events[row.event as usize], row.session))
        .collect::<Vec<_>>();
    rows.into_iter()
        .filter(|(event, _)| wanted(event))
        .map(|(event, session)| (event.id.clone(), session))
        .collect()
}

fn by_id(shown: Vec<(Id, u16, Heading)>) -> Vec<(Id, u16)> {
    shown.into_iter().map(|(id, session, _)| (id, session)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_query_is_answered_as_by_the_whole_feed(
        text in texts(), sizes in sizes(), query in queries(), plain in plain_queries(), today in days(),
    ) {
        let (cut, whole) = (Cut::new(text.as_bytes(), sizes), whole(&text));
        let mut reader = Reader::new(&cut);
        let agenda = Agenda::new(&whole.feed);
        for query in [&plain, &query, &plain] {
            let expected = agenda.find(query, today);
            let (first, rounds) = reader.ask(|shelf| shelf.find(query, today));
            prop_assert!(rounds <= 4);
            let all = owned(shown(&whole.feed, &expected));
            let rows = reader.shown(&first.rows);
            prop_assert_eq!(first.has_more, rows.len() < all.len());
            prop_assert_eq!(&rows[..], &all[..rows.len().min(all.len())]);
            prop_assert_eq!((first.events, first.past, first.facets), (expected.events, expected.past, expected.facets));
            let (found, _) = reader.ask(|shelf| shelf.find_all(query, today));
            prop_assert_eq!(reader.shown(&found.rows), all);
            prop_assert!(!found.has_more);
        }
    }

    #[test]
    fn events_are_found_by_their_ids_and_their_stops(text in texts(), sizes in sizes(), every in 1..4_usize) {
        let (cut, whole) = (Cut::new(text.as_bytes(), sizes), whole(&text));
        let mut reader = Reader::new(&cut);
        let Ok(none) = "nobody".parse::<Id>() else { panic!("an id") };
        let mut ids: Vec<Id> = whole.feed.events.iter().step_by(every).map(|event| event.id.clone()).collect();
        ids.push(none.clone());
        let (rows, _) = reader.ask(|shelf| shelf.rows_with_ids(&ids));
        let rows = by_id(reader.shown(&rows));
        prop_assert_eq!(rows, rows_of(&whole.feed, |event| ids.contains(&event.id)));
        let (found, _) = reader.ask(|shelf| shelf.event_with_id(none.as_str()).map(|it| it.is_some()));
        prop_assert!(!found);
        for stop in &whole.feed.stops {
            let (rows, _) = reader.ask(|shelf| shelf.rows_of_stop(&stop.id));
            let Some(rows) = rows else { continue };
            let rows = by_id(reader.shown(&rows));
            prop_assert_eq!(rows, rows_of(&whole.feed, |event| event.stop.as_ref() == Some(&stop.id)));
        }
    }

    #[test]
    fn the_last_rows_need_one_file(text in texts(), sizes in sizes()) {
        let (cut, whole) = (Cut::new(text.as_bytes(), sizes), whole(&text));
        let mut reader = Reader::new(&cut);
        let (rows, rounds) = reader.ask(|shelf| shelf.last(sizes.rows));
        let found = Agenda::new(&whole.feed).find(&Query::default(), day("2199-12-31"));
        let expected = Found { rows: found.last(sizes.rows), ..found };
        prop_assert_eq!(reader.shown(&rows), owned(shown(&whole.feed, &expected)));
        prop_assert_eq!((rounds, reader.loaded.len()), (1, 1));
        for today in [day("2015-01-01"), day("2018-01-20"), day("2199-12-31")] {
            prop_assert_eq!(reader.shelf.is_over(today), Agenda::new(&whole.feed).is_over(today));
        }
    }

    #[test]
    fn without_the_files_of_the_short_way_the_catalogue_answers(
        text in texts(), sizes in sizes(), plain in plain_queries(), today in days(),
    ) {
        let (cut, whole) = (Cut::new(text.as_bytes(), sizes), whole(&text));
        let mut reader = Reader::new(&cut);
        reader.shelf.take_the_long_way();
        let expected = Agenda::new(&whole.feed).find(&plain, today);
        let (found, _) = reader.ask(|shelf| shelf.find(&plain, today));
        prop_assert_eq!(reader.shown(&found.rows), owned(shown(&whole.feed, &expected)));
        let all = Agenda::new(&whole.feed).find(&Query::default(), day("2199-12-31"));
        let (rows, _) = reader.ask(|shelf| shelf.last(sizes.rows));
        let expected = Found { rows: all.last(sizes.rows), ..all };
        prop_assert_eq!(reader.shown(&rows), owned(shown(&whole.feed, &expected)));
        prop_assert!(reader.loaded.iter().all(|file| !matches!(file.part, Part::Month | Part::Selection)));
    }

    #[test]
    fn what_changed_last_is_at_hand(text in texts(), sizes in sizes()) {
        let (cut, whole) = (Cut::new(text.as_bytes(), sizes), whole(&text));
        let mut reader = Reader::new(&cut);
        let (changed, _) = reader.ask(|shelf| shelf.changed().map(<[Event]>::to_vec));
        let dated = |events: &[Event]| {
            let mut days: Vec<_> = events.iter().filter_map(|it| it.provenance.date_modified).collect();
            days.sort_unstable_by_key(|day| std::cmp::Reverse(*day));
            days.truncate(sizes.changed);
            days
        };
        prop_assert_eq!(dated(&changed), dated(&whole.feed.events));
        prop_assert_eq!(dated(&changed).len(), changed.len());
    }

    #[test]
    fn with_the_files_of_a_departement_everything_coming_in_it_is_shown(
        text in texts(), sizes in sizes(), today in days(), words in "[a-z]{0,3}",
    ) {
        let (cut, whole) = (Cut::new(text.as_bytes(), sizes), whole(&text));
        let agenda = Agenda::new(&whole.feed);
        let mut reader = Reader::new(&cut);
        let department = Department::Paris;
        let (files, _) = reader.ask(|shelf| shelf.files_of(Choices::only(department), today));
        for file in files {
            // Those that led to the names of the others are there.
            if !reader.loaded.contains(&file) {
                reader.load(file);
            }
        }
        let known = reader.loaded.len();
        let query = Query { departments: Choices::only(department), words, ..Query::default() };
        let (found, _) = reader.ask(|shelf| shelf.find_all(&query, today));
        let rows = reader.shown(&found.rows);
        prop_assert_eq!(rows, owned(shown(&whole.feed, &agenda.find(&query, today))));
        prop_assert_eq!(reader.loaded.len(), known, "nothing else was asked for");
    }
}

#[test]
fn a_file_that_is_not_what_its_name_promised_is_refused_and_stays_lacking() {
    let bytes = serde_json::to_vec(&demo("2026-09", 60)).unwrap_or_default();
    let cut = Cut::new(&bytes, SMALL);
    let mut reader = Reader::new(&cut);
    let query = Query { only_free: true, ..Query::default() };
    let today = day("2026-10-01");
    reader.ask(|shelf| shelf.find_all(&query, today).map(|_| ()));
    let Err(Lacking(slices)) = reader.shelf.event(59) else { panic!("it is at hand already") };
    for part in [
        Part::Month,
        Part::Selection,
        Part::Directory,
        Part::Catalogue,
        Part::Words,
        slices[0].part,
    ] {
        let file = File { part, ..slices[0].clone() };
        let other = cut.bytes(cut.directory.slice(0).unwrap_or_default()).to_vec();
        let bytes = if part == slices[0].part {
            b"{\"version\":\"1.0\",\"events\":[]}".to_vec()
        } else {
            other
        };
        assert!(reader.shelf.put(file, bytes, &cut.reading.feed).is_err(), "{part:?}");
    }
    assert_eq!(reader.shelf.event(59).err(), Some(Lacking(slices)));
}
