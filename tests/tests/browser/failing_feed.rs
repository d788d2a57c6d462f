//! The feed as a whole can't be had or can't be used: the site stays up, says why, and shows the last good one.

use std::fmt::Write as _;

use axum::body::Bytes;
use qsec2_tests::support::Outcome;
use qsec2_tests::support::element::{Role, any, named};
use qsec2_tests::support::server::Failure;
use qsec2_tests::support::visitor::{Visitor, visit};

use crate::feeds;

const FAILED: &str = "Le programme n’a pas pu être chargé";

/// Every way in which a feed fails as a whole, with a part of the sentence that says so.
fn failures() -> Vec<(Failure, &'static str)> {
    let bytes = |text: &'static str| Failure::Bytes(Bytes::from_static(text.as_bytes()));
    vec![
        (Failure::Status(404), "erreur (404)"),
        (Failure::Status(500), "erreur (500)"),
        (Failure::CutLine, "Le réseau ne répond pas"),
        (bytes(""), "s’arrête avant la fin"),
        (bytes(r#"{"version": "1.0", "events": [{"id": "a", "na"#), "s’arrête avant la fin"),
        (bytes("<!doctype html><title>Maintenance</title>"), "n’est pas du JSON"),
        (bytes(r#"{"version": "2.0", "events": []}"#), "version 2.0, plus récente que ce site"),
        (bytes(r#"["events"]"#), "n’est pas un flux QSEC²"),
        (bytes("{}"), "n’est pas un flux QSEC²"),
        (Failure::Bytes(Bytes::from_static(b"{\"events\": \"\xff\xfe\"}")), "UTF-8"),
    ]
}

#[tokio::test]
async fn on_a_first_visit_every_page_says_why_there_is_no_programme_and_a_way_on() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        expect_failures(visitor);
        for (failure, said) in failures() {
            visitor.server.break_feed(failure);
            visitor.open(&undrawn("/agenda")).await?;
            visitor.find(named(Role::Heading, FAILED)).await?;
            visitor.sees(said).await?;
            visitor.find(any(Role::Banner)).await?;
            visitor.find(any(Role::ContentInfo)).await?;
        }
        for page in ["/", "/itineraire", "/departements/93", "/groupes", "/enseignants"] {
            visitor.open(&undrawn(page)).await?;
            visitor.find(named(Role::Heading, FAILED)).await?;
        }
        visitor.open("/accessibilite").await?;
        visitor.find(named(Role::Heading, "Accessibilité")).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_page_that_came_with_its_content_keeps_it_says_why_it_is_no_more_and_goes_on() -> Outcome
{
    visit(&feeds::three(), async |visitor| {
        expect_failures(visitor);
        visitor.server.break_feed(Failure::Status(500));
        let page = visitor.server.address("/agenda?le=2018-01-19");
        visitor.session.web.goto(page).await?;
        visitor.sees("telle que le serveur l’a envoyée").await?;
        visitor.sees("erreur (500)").await?;
        assert_eq!(visitor.all(any(Role::Article)).await?.len(), 3);
        visitor.server.mend_feed();
        visitor.press("Réessayer").await?;
        visitor.no_longer_sees("telle que le serveur l’a envoyée").await?;
        visitor.drawn().await?;
        assert_eq!(visitor.all(any(Role::Article)).await?.len(), 3);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn trying_again_works_once_the_feed_is_back() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        expect_failures(visitor);
        visitor.server.break_feed(Failure::Status(500));
        visitor.open(&format!("{}&le=2018-01-19", undrawn("/agenda"))).await?;
        visitor.find(named(Role::Heading, FAILED)).await?;
        visitor.server.mend_feed();
        visitor.press("Réessayer").await?;
        visitor.hears("3 événements").await?;
        visitor.gone(named(Role::Heading, FAILED)).await
    })
    .await
}

#[tokio::test]
async fn the_last_good_programme_stays_with_its_age_whatever_comes_in_its_place() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        expect_failures(visitor);
        visitor.open("/agenda?le=2018-01-19").await?;
        visitor.hears("3 événements").await?;
        kept_on_the_device(visitor).await?;
        for (failure, said) in failures() {
            visitor.server.break_feed(failure);
            visitor.reload().await?;
            visitor.hears("Programme enregistré").await?;
            visitor.sees(said).await?;
            visitor.hears("3 événements").await?;
        }
        visitor.server.mend_feed();
        visitor.press("Réessayer").await?;
        visitor.no_longer_sees("Programme enregistré").await?;
        visitor.hears("3 événements").await
    })
    .await
}

#[tokio::test]
async fn a_feed_of_fifty_megabytes_is_read_and_only_what_is_near_the_screen_is_drawn() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        let (bytes, events) = fifty_megabytes();
        visitor.server.break_feed(Failure::Bytes(bytes));
        visitor
            .session
            .web
            .goto(visitor.server.address(&format!("{}&le=2018-01-01", undrawn("/agenda"))))
            .await?;
        // Reading it takes a browser some seconds; what is asserted is that it ends, and well.
        visitor.drawn_patiently().await?;
        visitor.hears(&spaced(events)).await?;
        let drawn = visitor.all(any(Role::Article)).await?.len();
        assert!((5..200).contains(&drawn), "{drawn} articles are drawn");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_feed_beyond_the_limit_is_refused_in_a_sentence() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.server.break_feed(Failure::Bytes(Bytes::from(vec![b' '; 70 << 20])));
        visitor.session.web.goto(visitor.server.address(&undrawn("/agenda"))).await?;
        visitor.drawn_patiently().await?;
        visitor.sees("Le fichier pèse 70 Mo").await
    })
    .await
}

/// An address that the server leaves to the app to draw: it asks for a feed by name, which is the site's own.
fn undrawn(path: &str) -> String {
    format!("{path}?flux=/feed.json")
}

/// What Chromium itself says of an answer that is an error, or that ends too soon.
fn expect_failures(visitor: &Visitor) {
    for part in
        ["status of 404", "status of 500", "ERR_INCOMPLETE_CHUNKED_ENCODING", "ERR_EMPTY_RESPONSE"]
    {
        visitor.expect_complaint(part);
    }
}

/// Waits until the site has put a feed aside.
async fn kept_on_the_device(visitor: &Visitor) -> Outcome {
    let kept = "
        const done = arguments[arguments.length - 1];
        caches.match('/feed.json').then(found => done(found !== undefined), () => done(false));
    ";
    let kept = async || {
        let kept: bool = visitor.session.web.execute_async(kept, Vec::new()).await?.convert()?;
        Ok(kept.then_some(()))
    };
    visitor.until("the feed is kept on the device", kept).await
}

/// Events with long descriptions, 50 MB of them, and how many they are.
fn fifty_megabytes() -> (Bytes, usize) {
    let prose = "Un récit qui n’en finit pas. ".repeat(60);
    let mut text = String::with_capacity(51 << 20);
    text.push_str(r#"{"version": "1.0", "name": "Essai", "events": ["#);
    let mut count = 0;
    while text.len() < 50_000_000 {
        let comma = if count == 0 { "" } else { "," };
        let (month, day) = (count / 28 % 12 + 1, count % 28 + 1);
        // Writing into a string can't fail.
        let _ = write!(
            text,
            r#"{comma}{{"id":"ev-{count}","name":"Rendez-vous {count}","startDate":"2018-{month:02}-{day:02}T14:00","description":"{prose}"}}"#
        );
        count += 1;
    }
    text.push_str("]}");
    (Bytes::from(text), count)
}

/// A number as the site writes it, thousands set apart.
fn spaced(number: usize) -> String {
    let (thousands, rest) = (number / 1000, number % 1000);
    if thousands > 0 {
        format!("{thousands} {rest:03} événements")
    } else {
        format!("{rest} événements")
    }
}
