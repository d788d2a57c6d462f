//! What a page asks for first is what it needs to show its first rows, and no more.

use proptest::prelude::*;

use super::{Cut, days, plain_queries, sizes, texts};
use crate::agenda::Scope;
use crate::agenda::tests::feeds::queries;
use crate::choices::Choice as _;
use crate::department::Department;
use crate::pages::Page;
use crate::query::Query;
use crate::slices::Month;
use chrono::NaiveDate;

fn first_files(cut: &Cut, page: &Page, query: &Query, today: NaiveDate) -> Vec<Box<str>> {
    cut.outline.first_files(page, query, today, |name| Some(cut.bytes(name).to_vec()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn the_agenda_asks_for_a_day_or_else_for_the_catalogue(
        text in texts(), sizes in sizes(), query in prop_oneof![queries(), plain_queries()], today in days(),
    ) {
        let cut = Cut::new(text.as_bytes(), sizes);
        let files = first_files(&cut, &Page::Agenda, &query, today);
        let day = cut.outline.day(&query, today).filter(|day| cut.outline.month(*day).is_some());
        if let Some(day) = day {
            let month = Month::read(cut.bytes(&files[0]));
            prop_assert_eq!(month.as_ref().and_then(|it| it.opening(day)), Some(files[1].as_ref()));
            let shown = cut.first(&query, today).map(|(_, found)| found.rows.len());
            prop_assert!(shown.is_some());
        }
        // The archive is small: what its choices need comes along.
        let last: Vec<_> = files.iter().rev().take(2).map(AsRef::as_ref).collect();
        prop_assert_eq!(last, [cut.directory.catalogue(), cut.outline.directory()]);
        prop_assert_eq!(files.len(), if day.is_some() { 4 } else { 2 });
    }

    #[test]
    fn home_asks_for_what_comes_next_or_for_the_end_of_the_archive(
        text in texts(), sizes in sizes(), query in queries(), today in days(),
    ) {
        let cut = Cut::new(text.as_bytes(), sizes);
        let files = first_files(&cut, &Page::Home, &query, today);
        if cut.catalogue.find(&Query::default(), today).scope == Scope::Archive {
            prop_assert!(files.iter().map(AsRef::as_ref).eq([cut.outline.last()]));
        } else {
            // What one chose in the agenda is nothing to home.
            let agenda = first_files(&cut, &Page::Agenda, &Query::default(), today);
            prop_assert_eq!(&files[..], &agenda[..files.len()]);
        }
    }

    #[test]
    fn a_page_without_rows_asks_for_nothing(text in texts(), query in queries(), today in days()) {
        let cut = Cut::new(text.as_bytes(), super::SMALL);
        for page in Page::fixed().filter(|page| !matches!(page, Page::Home | Page::Agenda)) {
            prop_assert_eq!(cut.outline.first_file(&page, &query, today), None);
        }
    }
}

#[test]
fn a_first_file_that_can_not_be_read_leads_no_further() {
    let text = serde_json::to_vec(&super::demo("2026-09", 60)).unwrap_or_default();
    let cut = Cut::new(&text, super::SMALL);
    let today = crate::agenda::tests::records::day("2026-11-23");
    let query =
        Query { departments: [Department::ALL[0]].into_iter().collect(), ..Query::default() };
    for (query, known) in [(Query::default(), 2), (query, 1)] {
        for bytes in [None, Some(b"{".to_vec())] {
            let read = |_: &str| bytes.clone();
            let files = cut.outline.first_files(&Page::Agenda, &query, today, read);
            assert_eq!(files.len(), known);
        }
    }
}
