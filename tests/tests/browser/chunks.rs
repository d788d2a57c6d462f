//! Parts of the program that come when a page needs them: asked for at once, never before, and when they can't be had the
//! site says so and goes on.

use qsec2_tests::support::Outcome;
use qsec2_tests::support::element::{Role, any, named};
use qsec2_tests::support::server::Failure;
use qsec2_tests::support::visitor::{Visitor, visit};
use serde_json::json;

use crate::feeds;

const FAILED: &str = "La page n’a pas pu être chargée";

#[tokio::test]
async fn a_page_of_a_chunk_is_entered_from_the_agenda_and_left_again() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open("/agenda?le=2018-01-19").await?;
        visitor.hears("3 événements").await?;
        let loaded = chunks_loaded(visitor).await?;
        let is_of_a_page = |file: &&String| file.contains("-tour-") || file.contains("-texts-");
        assert_eq!(loaded.iter().find(is_of_a_page), None, "a first visit needs none");
        visitor.follow("Itinéraire").await?;
        visitor.find(named(Role::Heading, "Itinéraire")).await?;
        visitor.sees("Une salle").await?;
        assert_eq!(visitor.focused().await?, "heading Itinéraire");
        visitor.follow("Accessibilité").await?;
        visitor.find(named(Role::Heading, "Accessibilité")).await?;
        visitor.back().await?;
        visitor.find(named(Role::Heading, "Itinéraire")).await?;
        visitor.back().await?;
        visitor.hears("3 événements").await
    })
    .await
}

#[tokio::test]
async fn a_page_that_needs_a_chunk_names_it_so_that_nothing_is_asked_for_in_a_chain() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        for (path, heading, chunk) in [
            ("/itineraire", "Itinéraire", "tour"),
            ("/confidentialite", "Confidentialité", "texts"),
        ] {
            visitor.open(path).await?;
            visitor.find(named(Role::Heading, heading)).await?;
            let loaded = chunks_loaded(visitor).await?;
            assert!(loaded.iter().any(|file| file.contains(&format!("-{chunk}-"))), "{loaded:?}");
            // The chunk of the pages that people enter by is fetched later, when there is time.
            let named = named_by(visitor, path).await?;
            let asked = loaded.iter().filter(|it| named.iter().any(|file| it.contains(file)));
            assert!(asked.clone().count() == named.len() && !named.is_empty(), "{loaded:?}");
            assert!(asked.into_iter().all(|file| file.ends_with(" link")), "{loaded:?}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_chunk_that_can_t_be_had_is_asked_for_again_when_the_visitor_says_so() -> Outcome {
    for failure in [Failure::Status(503), Failure::Status(404), Failure::CutLine] {
        // Each time another device: what came once is kept for good.
        visit(&feeds::three(), async |visitor| {
            expect_failures(visitor);
            visitor.server.break_chunks(failure);
            visitor.open("/agenda?le=2018-01-19").await?;
            visitor.follow("Itinéraire").await?;
            visitor.find(named(Role::Heading, FAILED)).await?;
            visitor.find(any(Role::Banner)).await?;
            visitor.server.mend_chunks();
            visitor.press("Réessayer").await?;
            visitor.find(named(Role::Heading, "Itinéraire")).await?;
            visitor.sees("Une salle").await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_page_that_came_with_its_content_stays_until_its_chunk_can_be_had() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        expect_failures(visitor);
        visitor.server.break_chunks(Failure::Status(503));
        visitor.session.web.goto(visitor.server.address("/itineraire?lang=en")).await?;
        visitor.sees("The page is shown as the server sent it.").await?;
        visitor.sees("Une salle").await?;
        visitor.find(named(Role::Heading, "Tour")).await?;
        visitor.server.mend_chunks();
        visitor.press("Try again").await?;
        visitor.no_longer_sees("as the server sent it").await?;
        visitor.drawn().await?;
        visitor.sees("Une salle").await
    })
    .await
}

#[tokio::test]
async fn a_page_of_a_chunk_opens_without_a_network_after_one_visit_to_the_agenda() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open("/agenda?le=2018-01-19").await?;
        visitor.has_kept(1).await?;
        visitor.lose_the_line().await?;
        visitor.follow("Itinéraire").await?;
        visitor.find(named(Role::Heading, "Itinéraire")).await?;
        visitor.open("/participer").await?;
        visitor.find(named(Role::Heading, "Participer")).await.map(drop)
    })
    .await
}

/// The files of chunks that the page loaded, each with what asked for it.
async fn chunks_loaded(visitor: &Visitor) -> Outcome<Vec<String>> {
    let loaded = "
        return performance.getEntriesByType('resource')
            .filter(entry => /[.]wasm$/.test(entry.name) && !/_bg[.]wasm$/.test(entry.name))
            .map(entry => `${entry.name} ${entry.initiatorType}`);
    ";
    Ok(visitor.session.web.execute(loaded, Vec::new()).await?.convert()?)
}

/// The chunk's files that the page at a path names in its head.
async fn named_by(visitor: &Visitor, path: &str) -> Outcome<Vec<String>> {
    let named = "
        const [path, done] = arguments;
        fetch(path).then(answer => answer.text()).then(html => {
            const links = html.matchAll(/<link[^>]*rel=\"?preload\"?[^>]*>/g);
            const files = [...links].map(([link]) => /href=\"?([^\" >]+[.]wasm)/.exec(link)?.[1]);
            done(files.filter(file => file && !file.endsWith('_bg.wasm')));
        });
    ";
    Ok(visitor.session.web.execute_async(named, vec![json!(path)]).await?.convert()?)
}

/// What Chromium says of files that do not come.
fn expect_failures(visitor: &Visitor) {
    for part in
        ["status of 503", "status of 404", "ERR_INCOMPLETE_CHUNKED_ENCODING", "ERR_EMPTY_RESPONSE"]
    {
        visitor.expect_complaint(part);
    }
}
