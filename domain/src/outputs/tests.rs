//! For any feed and any query, all outputs hold what the page shows: the same occurrences, in the same order.
//!
//! Each output is read back by a reader that is not ours, but for JSON, which is the site's own format.

use proptest::prelude::*;
use proptest::sample::select;
use quick_xml::events::Event as Xml;

use super::details::plain;
use super::*;
use crate::agenda::Agenda;
use crate::agenda::tests::feeds::{feeds, queries, todays};
use crate::choices::Choice as _;
use crate::date::Moment;
use crate::event::{Event, EventStatus};
use crate::programme::{Arranged, Visit};
use crate::reader::read;

/// Any feed as the reader would hand it out: with all that its records refer to, and any statuses.
fn read_feeds() -> impl Strategy<Value = Feed> {
    let statuses = prop::collection::vec(select(EventStatus::ALL), 48);
    (feeds(), statuses, any::<bool>()).prop_map(|(mut feed, statuses, is_demonstration)| {
        feed.is_demonstration = is_demonstration;
        let mut statuses = statuses.into_iter().cycle();
        let mut status = || statuses.next().unwrap_or_default();
        for event in &mut feed.events {
            event.name.insert(0, 'É');
            event.event_status = status();
            event.sessions.iter_mut().for_each(|session| session.event_status = status());
        }
        let mut written = serde_json::to_value(&feed).unwrap_or_default();
        written["version"] = "1.0".into();
        written["name"] = "QSEC²".into();
        written["seasons"] =
            serde_json::json!([{ "id": "air", "name": "Air" }, { "id": "mobilites", "name": "M" }]);
        let named = serde_json::json!({ "id": "trajectoires", "name": "Trajectoires" });
        written["exhibitions"].as_array_mut().map(|all| all.push(named)).unwrap_or_default();
        read(written.to_string().as_bytes()).unwrap_or_else(|refusal| panic!("{refusal}")).feed
    })
}

fn origin() -> Origin {
    "https://agenda.example".parse().unwrap_or_else(|_| unreachable!())
}

fn address(query: &crate::query::Query, cancellations: Cancellations, lang: Lang) -> OutputAddress {
    let mut address =
        OutputAddress { query: query.clone(), cancellations, ..OutputAddress::default() };
    address.settings.lang = lang;
    address
}

/// What a calendar can hold, said once more, in other words.
fn is_known_to_the_day(row: &Occurrence<'_>) -> bool {
    let exact = |moment: Moment| moment.to_string().len() >= 10;
    let span = row.span();
    span.start.is_some_and(exact) && span.end.is_none_or(exact)
}

fn uid(row: &Occurrence<'_>) -> String {
    match row.session {
        0 => format!("{}@qsec2.fr", row.event.id),
        session => format!("{}.{}@qsec2.fr", row.event.id, session + 1),
    }
}

/// The values of a property of the events of a calendar, as another reader sees them.
fn of_calendar(text: &str, property: &str) -> Vec<String> {
    let calendar = calcard::icalendar::ICalendar::parse(text);
    let calendar = calendar.unwrap_or_else(|entry| panic!("{entry:?}\n{text}"));
    let components = &calendar.components;
    let events = components.iter().filter(|it| it.component_type.as_str() == "VEVENT");
    let value = |event: &calcard::icalendar::ICalendarComponent| {
        let entry = event.entries.iter().find(|entry| entry.name.as_str() == property);
        entry
            .and_then(|entry| entry.values.first()?.as_text().map(str::to_owned))
            .unwrap_or_default()
    };
    events.map(value).collect()
}

/// The texts of an element of the entries of an Atom feed.
fn of_atom(text: &str, element: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(text);
    let (mut found, mut path) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}\n{text}")) {
            Xml::Start(it) => {
                path.push(it.name().as_ref().to_owned());
                if path == ["feed", "entry", element] {
                    found.push(String::new());
                }
            }
            Xml::End(_) => drop(path.pop()),
            Xml::Text(it) if path == ["feed", "entry", element] => {
                let last = found.last_mut().unwrap_or_else(|| unreachable!());
                last.push_str(&it);
            }
            Xml::GeneralRef(it) if path == ["feed", "entry", element] => {
                let last = found.last_mut().unwrap_or_else(|| unreachable!());
                last.push_str(match &*it {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "apos" => "'",
                    "quot" => "\"",
                    other => panic!("{other}"),
                });
            }
            Xml::Eof => return found,
            _ => {}
        }
    }
}

/// The cells of columns of a table, joined by blanks.
fn of_table(text: &str, columns: &[&str]) -> Vec<String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or_else(|| panic!("no mark: {text}"));
    let mut table = ::csv::Reader::from_reader(text.as_bytes());
    let names = table.headers().cloned().unwrap_or_default();
    let at = |column: &&str| {
        names.iter().position(|name| name == *column).unwrap_or_else(|| panic!("{column}"))
    };
    let at: Vec<_> = columns.iter().map(at).collect();
    let row = |record: ::csv::StringRecord| {
        let cells: Vec<_> = at.iter().map(|&at| record[at].to_owned()).collect();
        cells.join(" ")
    };
    table.records().map(|record| row(record.unwrap_or_else(|error| panic!("{error}")))).collect()
}

fn distinct<'e>(rows: &[Occurrence<'e>]) -> Vec<&'e Event> {
    let mut events: Vec<&Event> = Vec::new();
    for row in rows {
        if !events.iter().any(|event| event.id == row.event.id) {
            events.push(row.event);
        }
    }
    events
}

/// Whether all outputs of some rows hold them, in their order, and nothing else.
fn all_hold(
    feed: &Feed,
    selection: &Selection<'_>,
    rows: &[crate::agenda::Row],
) -> Result<(), TestCaseError> {
    let count = rows.len();
    let rows = Occurrence::of_rows(feed, rows);
    prop_assert_eq!(rows.len(), count);

    let calendar = write(Format::Calendar, selection, &rows);
    let dated: Vec<_> = rows.iter().filter(|row| is_known_to_the_day(row)).collect();
    prop_assert_eq!(
        of_calendar(&calendar.text, "UID"),
        dated.iter().map(|row| uid(row)).collect::<Vec<_>>()
    );
    prop_assert_eq!((calendar.written, calendar.left_out), (dated.len(), rows.len() - dated.len()));

    let atom = write(Format::Atom, selection, &rows);
    let names: Vec<_> = rows
        .iter()
        .map(|row| format!("tag:qsec2.fr,2018:/agenda/{}", uid(row).trim_end_matches("@qsec2.fr")))
        .collect();
    prop_assert_eq!(of_atom(&atom.text, "id"), names);

    let table = write(Format::Table, selection, &rows);
    let cells: Vec<_> = rows
        .iter()
        .map(|row| format!("{} {} {}", row.event.id, row.session + 1, row.status().code()))
        .collect();
    prop_assert_eq!(of_table(&table.text, &["id", "session", "eventStatus"]), cells);

    let records = write(Format::Records, selection, &rows);
    let reading = read(records.text.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal}"));
    prop_assert!(reading.report.is_clean(), "{:#?}", reading.report.problems());
    prop_assert_eq!(reading.feed.events.iter().collect::<Vec<_>>(), distinct(&rows));
    for event in &reading.feed.events {
        prop_assert_eq!(reading.feed.place_of(event), feed.place_of(event));
    }
    let asked: serde_json::Value = serde_json::from_str(&records.text).unwrap_or_default();
    prop_assert_eq!(asked["query"]["events"].as_u64(), Some(distinct(&rows).len() as u64));
    prop_assert_eq!(asked["query"]["rows"].as_u64(), Some(rows.len() as u64));

    for output in [&atom, &table, &records] {
        prop_assert_eq!((output.written, output.left_out), (rows.len(), 0));
    }
    for (format, output) in Format::ALL.iter().zip([&calendar, &atom, &table, &records]) {
        prop_assert_eq!(&write(*format, selection, &rows), output, "the same rows, other bytes");
        let is_marked = ["émonstration", "emonstration content"]
            .iter()
            .any(|it| output.text.contains(it))
            || (*format == Format::Table && (rows.is_empty() || output.text.contains(",true\r\n")))
            || (*format == Format::Records && asked["isDemonstration"] == true);
        prop_assert!(
            !feed.is_demonstration || is_marked,
            "{:?} does not say that it is invented",
            format
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn all_outputs_hold_the_rows_of_the_page_in_its_order(
        feed in read_feeds(),
        query in queries(),
        today in todays(),
        cancellations in select(Cancellations::ALL),
        lang in select(Lang::ALL),
    ) {
        let found = Agenda::new(&feed).find(&query, today);
        let origin = origin();
        let selection = Selection::agenda(&feed, &origin, &address(&query, cancellations, lang));
        prop_assert_eq!(distinct(&Occurrence::of_rows(&feed, &found.rows)).len(), found.events);
        all_hold(&feed, &selection, &found.rows)?;
    }

    #[test]
    fn all_outputs_of_a_programme_hold_the_rows_of_its_page_in_its_order(
        feed in read_feeds(),
        kept in prop::collection::vec(0..14_usize, 0..8),
        today in todays(),
        cancellations in select(Cancellations::ALL),
        lang in select(Lang::ALL),
    ) {
        let named = kept.iter().filter_map(|place| format!("e{place}").parse().ok());
        let mut address = address(&crate::query::Query::default(), cancellations, lang);
        address.events = named.collect();
        let agenda = Agenda::new(&feed);
        let event = |row: &crate::agenda::Row| &feed.events[row.event as usize];
        let rows = agenda.in_order().filter(|row| address.events.as_slice().contains(&event(row).id));
        let arranged = Arranged::of(rows.map(|row| Visit::new(row, event(&row))), today);
        let page = arranged.coming.iter().chain(&arranged.past).map(|it| (it.id.clone(), it.row.session));
        let rows = arranged.rows();
        let told = Occurrence::of_rows(&feed, &rows);
        prop_assert!(told.iter().map(|it| (it.event.id.clone(), it.session)).eq(page));
        let origin = origin();
        let selection = Selection::programme(&feed, &origin, &address);
        all_hold(&feed, &selection, &rows)?;
        let calendar = write(Format::Calendar, &selection, &told).text.replace("\r\n ", "");
        let own = format!("https://agenda.example/mon-programme.ics?{address}");
        prop_assert!(address.events.is_empty() || calendar.contains(&own), "{} is not in {}", own, calendar);
    }

    #[test]
    fn no_text_of_the_feed_breaks_out_of_any_output(
        mut feed in read_feeds(),
        texts in prop::collection::vec("(\\PC|[\\x00-\\x1f\u{85}\u{2028}\u{feff}\\\\\";:,=<>&'\n]|\r\n|BEGIN:VEVENT|END:VCALENDAR|]]>|-->|é|🚲){0,40}", 12),
    ) {
        feed.is_demonstration = false;
        let mut texts = texts.into_iter().cycle();
        for event in &mut feed.events {
            event.name = format!("x{}", texts.next().unwrap_or_default());
            event.event_status = EventStatus::Scheduled;
            event.sessions.clear();
            event.span = crate::date::Span { start: "2018-01-20T20:00".parse().ok(), end: None };
            event.description = texts.next();
            event.audience_note = texts.next();
            for party in &mut event.organizer {
                party.name = texts.next().unwrap_or_default();
            }
        }
        let rows: Vec<_> = feed.events.iter().map(|event| Occurrence { event, session: 0 }).collect();
        let origin = origin();
        let selection = Selection::agenda(&feed, &origin, &OutputAddress::default());
        let names: Vec<_> = feed.events.iter().map(|event| plain(&event.name).replace('\n', " ")).collect();

        let calendar = write(Format::Calendar, &selection, &rows).text;
        prop_assert_eq!(of_calendar(&calendar, "SUMMARY"), names.clone());
        prop_assert_eq!(calendar.split("\r\n").filter(|line| *line == "BEGIN:VEVENT").count(), rows.len());
        prop_assert!(calendar.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));

        let atom = write(Format::Atom, &selection, &rows).text;
        prop_assert_eq!(of_atom(&atom, "title"), names);

        let table = write(Format::Table, &selection, &rows).text;
        let cells: Vec<_> = feed.events.iter().map(|event| plain(&event.name)).collect();
        prop_assert_eq!(of_table(&table, &["name"]), cells);

        let records = write(Format::Records, &selection, &rows).text;
        let read = read(records.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal}")).feed;
        prop_assert_eq!(read.events.len(), rows.len());
    }

    #[test]
    fn any_text_is_an_origin_only_if_a_path_can_follow_it(text in "https?://[a-z.:0-9@/?#é]{0,12}|\\PC*") {
        if let Ok(origin) = text.parse::<Origin>() {
            let host = origin.to_string();
            prop_assert!(host.starts_with("http") && !host.ends_with('/'));
            prop_assert_eq!(host.matches('/').count(), 2);
        }
    }
}

#[test]
fn a_cancelled_event_is_cancelled_for_calendars_or_says_so_in_its_name() {
    let mut feed = Feed::default();
    let mut event = crate::agenda::tests::records::event("bal");
    event.span.start = "2018-01-20T20:00".parse().ok();
    event.event_status = EventStatus::Cancelled;
    feed.events.push(event);
    let rows = [Occurrence { event: &feed.events[0], session: 0 }];
    let origin = origin();
    let said = |cancellations, property| {
        let address = OutputAddress { cancellations, ..OutputAddress::default() };
        let text =
            write(Format::Calendar, &Selection::agenda(&feed, &origin, &address), &rows).text;
        let line = text.split("\r\n").find(|line| line.starts_with(property)).unwrap_or_default();
        line.to_owned()
    };
    assert_eq!(said(Cancellations::AsStatus, "STATUS"), "STATUS:CANCELLED");
    assert_eq!(said(Cancellations::AsStatus, "SUMMARY"), "SUMMARY:bal");
    assert_eq!(said(Cancellations::Visible, "STATUS"), "STATUS:CONFIRMED");
    assert_eq!(said(Cancellations::Visible, "SUMMARY"), "SUMMARY:ANNULÉ : bal");
    assert_eq!(said(Cancellations::Visible, "UID"), said(Cancellations::AsStatus, "UID"));
}

#[test]
fn a_change_log_without_changes_is_as_new_as_what_the_feed_says_was_written_last() {
    let updated = |feed: &Feed| {
        let log = atom::log(&origin(), Lang::Fr, feed, &[]);
        log.split("<updated>").nth(1).and_then(|rest| rest.get(..10)).map(str::to_owned)
    };
    let mut feed = Feed::default();
    let mut event = crate::agenda::tests::records::event("bal");
    event.span.start = "2018-01-20T20:00".parse().ok();
    feed.events.push(event);
    assert_eq!(updated(&feed).as_deref(), Some("2018-01-20"));
    feed.events[0].provenance.date_modified = "2018-01-02".parse().ok();
    assert_eq!(updated(&feed).as_deref(), Some("2018-01-02"));
    feed.date_modified = "2018-01-05".parse().ok();
    assert_eq!(updated(&feed).as_deref(), Some("2018-01-05"));
}

#[test]
fn an_output_has_an_end_and_says_what_is_beyond_it() {
    let mut feed = Feed::default();
    for number in 0..MOST + 2 {
        let mut event = crate::agenda::tests::records::event(&format!("e-{number}"));
        event.span.start = "2018-01-20".parse().ok();
        feed.events.push(event);
    }
    let rows: Vec<_> = feed.events.iter().map(|event| Occurrence { event, session: 0 }).collect();
    let (origin, address) = (origin(), OutputAddress::default());
    let selection = Selection::agenda(&feed, &origin, &address);
    for (format, said) in [
        (Format::Calendar, "X-WR-CALDESC:Ce fichier s’arrête aux 10000 premières dates"),
        (Format::Atom, "<subtitle>Ce fichier s’arrête aux 10000 premières dates"),
        (Format::Table, "\r\n,,\"Ce fichier s’arrête aux 10000 premières dates"),
        (Format::Records, "\"rows\":10000,\"rowsBeyond\":2}"),
    ] {
        let output = write(format, &selection, &rows);
        assert_eq!((output.written, output.left_out, output.beyond), (MOST, 0, 2), "{format:?}");
        let unfolded = output.text.replace("\r\n ", "");
        assert!(unfolded.contains(said), "{format:?} does not say: {said}");
        assert!(output.text.contains("e-9999") && !output.text.contains("e-10000"), "{format:?}");
        let whole = write(format, &selection, &rows[..MOST]);
        assert_eq!((whole.written, whole.beyond), (MOST, 0), "{format:?}");
        assert!(
            !whole.text.contains("s’arrête") && !whole.text.contains("rowsBeyond"),
            "{format:?}"
        );
    }
}
