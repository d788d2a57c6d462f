//! The outputs over HTTP: the rows of the query's page, in its order, as files that may be asked for again and again.

use std::collections::BTreeSet;

use crate::support::{Answer, FEED, Outcome, Site};
use axum::http::StatusCode;
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use qsec2_domain::address::{Format, OutputAddress};
use qsec2_domain::agenda::Agenda;
use qsec2_domain::choices::Choice as _;
use qsec2_domain::date::YearMonth;
use qsec2_domain::demo;
use qsec2_domain::feed::Feed;
use qsec2_domain::reader;

/// A feed with an event that is cancelled and one in another département.
fn two_events() -> String {
    FEED.replace(
        r#""startDate": "2018-01-20"}"#,
        r#""startDate": "2018-01-20", "eventStatus": "EventCancelled",
            "dateModified": "2018-01-02", "location": {"name": "Mairie", "department": "75"}},
           {"id": "balade", "name": "Une balade", "kind": "visite", "startDate": "2018-01-21T14:00",
            "location": {"name": "Gare", "department": "93"}}"#,
    )
}

/// An invented season and the site that has it.
fn season(events: usize) -> Outcome<(Feed, Site)> {
    let written =
        serde_json::to_vec(&demo::season(YearMonth::new(2026, 9).ok_or("no month")?, events))?;
    Ok((reader::read(&written)?.feed, Site::with_feed_of(&written)?))
}

/// Ids of events, in the order of the file.
fn ids(format: Format, answer: &Answer) -> Outcome<Vec<String>> {
    let text = answer.text();
    let between = |start: &str, end: &str| {
        let pieces = text.split(start).skip(1).map(|piece| piece.split(end).next());
        pieces.map(|piece| piece.unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    Ok(match format {
        Format::Calendar => between("\r\nUID:", "@"),
        Format::Atom => between("<id>tag:qsec2.fr,2018:/agenda/", "</id>"),
        // No cell of the invented season has an end of line in it.
        Format::Table => between("\r\n", ",").into_iter().filter(|id| !id.is_empty()).collect(),
        Format::Records => {
            let records: serde_json::Value = serde_json::from_str(&text)?;
            let events = records["events"].as_array().ok_or("no events")?;
            events.iter().map(|event| event["id"].as_str().unwrap_or_default().to_owned()).collect()
        }
    })
}

/// The ids that the page's query finds, as a form names them: in a calendar only what is known to the day, sessions by
/// number where each has a name, each event once among records.
fn expected(
    format: Format,
    feed: &Feed,
    agenda: &Agenda,
    search: &str,
    today: NaiveDate,
) -> Vec<String> {
    let address = OutputAddress::parse(search).address;
    let found = agenda.find(&address.query, address.settings.day.unwrap_or(today));
    let mut met = BTreeSet::new();
    let id = |row: &qsec2_domain::agenda::Row| {
        let event = &feed.events[row.event as usize];
        let session = event.sessions.get(usize::from(row.session));
        let span = session.map_or(event.span, |session| session.span);
        let is_known =
            |it: Option<qsec2_domain::date::Moment>| it.is_none_or(|it| it.to_string().len() >= 10);
        let id = event.id.to_string();
        let numbered =
            if row.session == 0 { id.clone() } else { format!("{id}.{}", row.session + 1) };
        match format {
            Format::Calendar => {
                (span.start.is_some() && is_known(span.start) && is_known(span.end))
                    .then_some(numbered)
            }
            Format::Atom => Some(numbered),
            Format::Table => Some(id),
            Format::Records => met.insert(id.clone()).then_some(id),
        }
    };
    found.rows.iter().filter_map(id).collect()
}

/// Query strings of outputs, with a day, so that the clock plays no part.
fn searches() -> impl Strategy<Value = String> {
    let departments = subsequence(vec!["75", "93", "95", "77"], 0..3);
    let kinds = subsequence(vec!["debat", "atelier", "visite", "animation"], 0..3);
    let rest = select(vec![
        "",
        "&gratuit=1",
        "&q=lumiere",
        "&public=familles&vue=mois",
        "&lang=en",
        "&annulations=visibles",
    ]);
    let days = select(vec!["", "&du=2026-09-10&au=2026-10-02", "&au=2026-09-20"]);
    let today = select(vec!["2026-08-01", "2026-10-05", "2030-01-01"]);
    (departments, kinds, rest, days, today).prop_map(|(departments, kinds, rest, days, today)| {
        let (departments, kinds) = (departments.join(","), kinds.join(","));
        format!("dep={departments}&type={kinds}{rest}{days}&le={today}")
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]
    #[test]
    fn every_file_holds_what_the_page_shows_in_its_order(searches in prop::collection::vec(searches(), 6)) {
        let runtime = tokio::runtime::Builder::new_current_thread().build()?;
        let checked: Outcome = runtime.block_on(async {
            let (feed, site) = season(120)?;
            let agenda = Agenda::new(&feed);
            for (search, &format) in searches.iter().flat_map(|it| Format::ALL.iter().map(move |format| (it, format))) {
                let answer = site.get(&format!("/agenda.{}?{search}", format.code())).await?;
                assert_eq!(answer.status, StatusCode::OK);
                assert_eq!(ids(format, &answer)?, expected(format, &feed, &agenda, search, NaiveDate::MIN), "{format:?} {search}");
                assert_eq!(answer.header("qsec2-unreadable"), "");
            }
            Ok(())
        });
        checked.map_err(|error| TestCaseError::fail(error.to_string()))?;
    }
}

#[tokio::test]
async fn each_form_has_its_type_and_may_be_kept_for_a_few_minutes() -> Outcome {
    let site = Site::with_feed(FEED)?;
    for (path, kind, disposition) in [
        (
            "/agenda.ics?dep=93&du=2018-01-01",
            "text/calendar; charset=utf-8",
            "inline; filename=\"qsec2-agenda-93-du-2018-01-01.ics\"",
        ),
        (
            "/agenda.csv?q=%22x%0d%0a",
            "text/csv; charset=utf-8; header=present",
            "inline; filename=\"qsec2-agenda.csv\"",
        ),
        ("/agenda.atom", "application/atom+xml; charset=utf-8", ""),
        ("/agenda.json", "application/json; charset=utf-8", ""),
        ("/changements.atom", "application/atom+xml; charset=utf-8", ""),
    ] {
        let answer = site.get(path).await?;
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (StatusCode::OK, kind),
            "{path}"
        );
        assert_eq!(answer.header("content-disposition"), disposition, "{path}");
        assert_eq!(answer.header("cache-control"), "public, max-age=300", "{path}");
        assert_eq!(answer.header("x-robots-tag"), "noindex, nofollow", "{path}");
        assert!(!answer.header("content-security-policy").is_empty(), "{path}");
    }
    for path in ["/changements.ics", "/mon-programme.ics", "/agenda/debat.ics", "/agenda.xml"] {
        assert_eq!(site.get(path).await?.status, StatusCode::NOT_FOUND, "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn a_filter_of_the_page_is_one_of_the_file() -> Outcome {
    let site = Site::with_feed(&two_events())?;
    for format in Format::ALL {
        let path = format!("/agenda.{}?dep=93&le=2018-01-10", format.code());
        let text = site.get(&path).await?.text();
        assert!(text.contains("Une balade") && !text.contains("Un débat"), "{path}: {text}");
    }
    // Over on the day of the clock: the whole archive, as on the page.
    assert_eq!(ids(Format::Table, &site.get("/agenda.csv").await?)?, ["debat", "balade"]);
    assert_eq!(ids(Format::Table, &site.get("/agenda.csv?le=2018-01-21").await?)?, ["balade"]);
    Ok(())
}

#[tokio::test]
async fn a_cancelled_event_is_cancelled_or_says_so_as_the_address_has_it() -> Outcome {
    let site = Site::with_feed(&two_events())?;
    let said = site.get("/agenda.ics?dep=75&le=2018-01-10").await?.text();
    assert!(said.contains("STATUS:CANCELLED") && said.contains("SUMMARY:Un débat"), "{said}");
    let said =
        site.get("/agenda.ics?dep=75&le=2018-01-10&annulations=visibles&lang=en").await?.text();
    assert!(
        said.contains("STATUS:CONFIRMED") && said.contains("SUMMARY:CANCELLED: Un débat"),
        "{said}"
    );
    Ok(())
}

#[tokio::test]
async fn what_is_invented_says_so_in_every_form() -> Outcome {
    let (_, site) = season(20)?;
    for (path, mark) in [
        ("/agenda.ics", "SUMMARY:[démo] "),
        ("/agenda.atom", "<title>[démo] "),
        ("/agenda.csv", ",true\r\n"),
        ("/agenda.json", "\"isDemonstration\":true"),
        ("/changements.atom", "inventé"),
    ] {
        assert!(site.get(path).await?.text().contains(mark), "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn a_subscriber_is_sent_a_file_again_only_when_a_record_changed() -> Outcome {
    let site = Site::with_feed(&two_events())?;
    for path in ["/agenda.ics", "/agenda.atom", "/agenda.csv", "/agenda.json", "/changements.atom"]
    {
        site.write_feed(two_events().as_bytes()).await?;
        let first = site.get(path).await?;
        let tag = first.header("etag").to_owned();
        assert!(tag.starts_with('"'), "{path}: a strong tag: {tag}");
        let known = [("if-none-match", tag.as_str())];
        let again = site.get_with(path, &known).await?;
        assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0), "{path}");
        // Another file of the same records: no other bytes.
        site.write_feed(format!("{}\n", two_events()).as_bytes()).await?;
        assert_eq!(site.get_with(path, &known).await?.status, StatusCode::NOT_MODIFIED, "{path}");
        site.write_feed(two_events().replace("Un débat", "Un grand débat").as_bytes()).await?;
        let changed = site.get_with(path, &known).await?;
        assert_eq!(changed.status, StatusCode::OK, "{path}");
        assert!(changed.text().contains("Un grand débat"), "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn two_spellings_of_a_query_are_one_file() -> Outcome {
    let site = Site::with_feed(&two_events())?;
    let one = site.get("/agenda.ics?type=visite&dep=93,75").await?;
    let other =
        site.get("/agenda.ics?dep=75&utm=x&dep=93&type=visite&vue=mois&mois=2018-02").await?;
    assert_eq!(one.body, other.body);
    Ok(())
}

#[tokio::test]
async fn a_long_file_is_sent_encoded() -> Outcome {
    let (_, site) = season(60)?;
    let path = "/agenda.ics?du=2026-09-01";
    let plain = site.get(path).await?;
    let brotli = site.get_with(path, &[("accept-encoding", "gzip, br")]).await?;
    assert_eq!(
        (brotli.header("content-encoding"), brotli.header("vary")),
        ("br", "accept-encoding")
    );
    let mut decoded = Vec::new();
    brotli::BrotliDecompress(&mut &brotli.body[..], &mut decoded)?;
    assert!(decoded == plain.body && brotli.body.len() * 4 < plain.body.len());
    let gzip = site.get_with(path, &[("accept-encoding", "gzip")]).await?;
    assert_eq!(gzip.header("content-encoding"), "gzip");
    assert!(
        gzip.header("etag") != plain.header("etag") && gzip.header("etag") != brotli.header("etag")
    );
    Ok(())
}

#[tokio::test]
async fn head_says_what_get_says_and_no_other_method_is_taken() -> Outcome {
    let site = Site::with_feed(FEED)?;
    for path in ["/agenda.ics?dep=75&le=hier", "/changements.atom"] {
        let (get, head) = (site.get(path).await?, site.ask("HEAD", path, &[]).await?);
        assert_eq!((head.status, head.body.len()), (StatusCode::OK, 0), "{path}");
        for name in
            ["content-length", "etag", "content-type", "content-disposition", "qsec2-unreadable"]
        {
            assert_eq!(head.header(name), get.header(name), "{path}: {name}");
        }
        for method in ["POST", "PUT", "DELETE"] {
            let answer = site.ask(method, path, &[]).await?;
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
            assert_eq!(answer.header("allow"), "GET,HEAD");
        }
    }
    Ok(())
}

#[tokio::test]
async fn what_cannot_be_read_is_dropped_and_named() -> Outcome {
    let site = Site::with_feed(&two_events())?;
    let answer =
        site.get("/agenda.csv?dep=93,99&du=hier&annulations=%C3%A9%0d%0aX-Y:z&inconnu=1").await?;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("qsec2-unreadable"), "dep=99&du=hier&annulations=%C3%A9X-Y%3Az");
    assert_eq!(ids(Format::Table, &answer)?, ["balade"]);
    let tag = answer.header("etag").to_owned();
    assert_eq!(site.get("/agenda.csv?dep=93").await?.header("etag"), tag, "the rest is the query");
    Ok(())
}

#[tokio::test]
async fn another_feed_is_not_answered_with_our_own() -> Outcome {
    let site = Site::with_feed(FEED)?;
    for path in ["/agenda.ics?flux=/autre.json", "/changements.atom?flux=/autre.json"] {
        let answer = site.get(path).await?;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.text().contains("flux"), "{path}: {}", answer.text());
    }
    Ok(())
}

#[tokio::test]
async fn addresses_in_a_file_are_those_of_the_site_and_not_of_the_request() -> Outcome {
    let site = Site::open(&two_events(), Some("https://agenda.example"))?;
    for path in ["/agenda.ics", "/agenda.atom", "/agenda.csv", "/agenda.json", "/changements.atom"]
    {
        let text = site.get_with(path, &[("host", "evil.example")]).await?.text();
        assert!(
            text.contains("https://agenda.example/agenda") && !text.contains("evil"),
            "{path}: {text}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn the_change_log_says_what_changed_last_in_the_language_that_is_asked_for() -> Outcome {
    let site = Site::with_feed(&two_events())?;
    let log = site.get("/changements.atom?lang=en&dep=93&le=2018-01-10").await?.text();
    assert!(log.contains("<title>Un débat</title>") && !log.contains("Une balade"), "{log}");
    assert!(log.contains("<updated>2018-01-02T00:00:00Z</updated>"), "{log}");
    assert!(log.contains("/changements.atom?lang=en\"") && !log.contains("dep=93"), "{log}");
    Ok(())
}

#[tokio::test]
async fn the_page_names_its_outputs_with_its_query() -> Outcome {
    let site = Site::with_feed(FEED)?;
    let page = site.get("/agenda?dep=93&vue=mois").await?.text();
    for path in ["/agenda.ics?dep=93", "/agenda.atom?dep=93"] {
        assert!(page.contains(&format!("href=\"{path}\">")), "{path} is not in {page}");
        assert_eq!(site.get(path).await?.status, StatusCode::OK);
    }
    Ok(())
}

/// Ids of the rows of a page, in its order: each event once.
fn on_page(text: &str) -> Vec<String> {
    let rows = text.split("data-event=\"").skip(1);
    let mut ids: Vec<String> = Vec::new();
    for id in rows.filter_map(|rest| rest.split('"').next()) {
        if !ids.iter().any(|known| known == id) {
            ids.push(id.to_owned());
        }
    }
    ids
}

#[tokio::test]
async fn the_outputs_of_a_programme_hold_what_its_page_shows_in_its_order() -> Outcome {
    let (feed, site) = season(60)?;
    let known: Vec<_> = feed.events.iter().map(|event| event.id.to_string()).collect();
    let some: Vec<_> = known.iter().step_by(7).rev().cloned().collect();
    let named = [some.join(","), "nulle-part".to_owned()].join(",");
    for today in ["2026-08-01", "2026-10-20", "2030-01-01"] {
        let search = format!("evenements={named}&le={today}");
        let page = site.get(&format!("/mon-programme?{search}")).await?;
        assert_eq!(page.status, StatusCode::OK);
        let shown = on_page(&page.text());
        assert_eq!(shown.iter().collect::<BTreeSet<_>>(), some.iter().collect(), "{today}");
        assert!(page.text().contains("noindex"), "what somebody keeps is not to be found");
        for &format in Format::ALL {
            let path = format!("/mon-programme.{}?{search}", format.code());
            let answer = site.get(&path).await?;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            let mut held: Vec<String> = Vec::new();
            for id in ids(format, &answer)? {
                let id = id.split('.').next().unwrap_or_default().to_owned();
                if !held.contains(&id) {
                    held.push(id);
                }
            }
            assert_eq!(held, shown, "{format:?} on {today}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_address_of_a_programme_names_its_events_and_nothing_else_counts() -> Outcome {
    let site = Site::with_feed(&two_events())?;
    let answer = site.get("/mon-programme.csv?evenements=balade,Non,balade&dep=75&q=x").await?;
    assert_eq!(ids(Format::Table, &answer)?, ["balade"]);
    assert_eq!(answer.header("qsec2-unreadable"), "evenements=Non");
    assert_eq!(
        answer.header("content-disposition"),
        "inline; filename=\"qsec2-mon-programme.csv\""
    );
    assert_eq!(answer.header("cache-control"), "public, max-age=300");
    assert_eq!(answer.header("x-robots-tag"), "noindex, nofollow");
    let tag = answer.header("etag").to_owned();
    let known = [("if-none-match", tag.as_str())];
    let again = site.get_with("/mon-programme.csv?evenements=balade", &known).await?;
    assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));
    let calendar = site.get("/mon-programme.ics?evenements=debat&annulations=visibles").await?;
    assert!(calendar.text().contains("SUMMARY:ANNULÉ : Un débat"), "{}", calendar.text());
    // Events are no part of the agenda.
    let one = site.get("/agenda.csv?evenements=balade&le=2018-01-10").await?;
    assert_eq!(one.body, site.get("/agenda.csv?le=2018-01-10").await?.body);
    Ok(())
}

#[tokio::test]
async fn a_programme_without_events_has_no_outputs() -> Outcome {
    let site = Site::with_feed(FEED)?;
    for path in [
        "/mon-programme.ics",
        "/mon-programme.atom?evenements=",
        "/mon-programme.csv?evenements=%20,Non",
    ] {
        let answer = site.get(path).await?;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.text().contains("evenements"), "{path}: {}", answer.text());
    }
    let page = site.get("/mon-programme").await?.text();
    assert!(!page.contains("mon-programme.ics"), "{page}");
    let page = site.get("/mon-programme?evenements=debat&lang=en").await?.text();
    assert!(page.contains("href=\"/mon-programme.ics?evenements=debat&amp;lang=en\">"), "{page}");
    // Nothing leads from somebody's programme to a page that carries its events on.
    assert!(!page.contains("/agenda?evenements") && !page.contains("/itineraire?evenements"));
    Ok(())
}

#[tokio::test]
async fn a_change_log_without_changes_is_as_new_as_the_feed() -> Outcome {
    let dated = FEED.replacen('{', r#"{"dateModified": "2018-01-05", "#, 1);
    let log = Site::with_feed(&dated)?.get("/changements.atom").await?.text();
    assert!(log.contains("<updated>2018-01-05T00:00:00Z</updated>"), "{log}");
    let log = Site::with_feed(FEED)?.get("/changements.atom").await?.text();
    assert!(!log.contains("<updated>1970"), "{log}");
    Ok(())
}
