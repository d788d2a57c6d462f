//! After one visit the site opens without a network, whole and of one release; a new release never leaves a mixed page.

use std::collections::BTreeSet;

use qsec2_tests::support::Outcome;
use qsec2_tests::support::element::{Role, any, named};
use qsec2_tests::support::programme::{Programme, SEASON};
use qsec2_tests::support::release::Release;
use qsec2_tests::support::server::Failure;
use qsec2_tests::support::visitor::visit;
use qsec2_tests::support::worker::Parts;
use serde_json::{Value, json};

use crate::feeds;
use crate::sweep::routes;

const FAILED: &str = "Le programme n’a pas pu être chargé";

#[tokio::test]
async fn after_one_visit_every_page_opens_by_its_address_without_a_network() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        let mut paths = routes::all(visitor, "fr").await?;
        paths.push("/departements/93".to_owned());
        visitor.has_kept(1).await?;
        visitor.lose_the_line().await?;
        let mut titles = BTreeSet::new();
        for path in &paths {
            visitor.open(path).await?;
            visitor.sees("Programme enregistré").await?;
            titles.insert(visitor.session.web.title().await?);
            // Read as text: to ask for roles takes seconds on the longest pages.
            let text = visitor.text().await?;
            let is_unknown = path.contains("nulle-part") || path.contains("pas-un-evenement");
            assert!(!text.contains(FAILED), "{path}: {text}");
            assert_eq!(text.contains("Page introuvable"), is_unknown, "{path}: {text}");
        }
        // Each its own page: some share a name, such as two stops at the same place.
        assert!(titles.len() > 20, "of {} only {titles:?}", paths.len());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn links_choices_favourites_and_english_work_without_a_network() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open("/?le=2018-01-19").await?;
        visitor.has_kept(1).await?;
        visitor.lose_the_line().await?;
        visitor.reload().await?;
        let year = "return String(new Date().getFullYear())";
        let year: String = visitor.session.web.execute(year, Vec::new()).await?.convert()?;
        visitor.hears("Programme enregistré").await?;
        visitor.hears(&year).await?;
        visitor.follow("Agenda").await?;
        visitor.hears("3 événements").await?;
        visitor.tick("Seine-Saint-Denis (93)").await?;
        visitor.hears("2 événements").await?;
        visitor.search_for("respire").await?;
        visitor.hears("1 événement").await?;
        visitor.follow("Une école qui respire").await?;
        visitor.press("Garder dans mon programme").await?;
        visitor.open("/mon-programme?le=2018-01-19").await?;
        visitor.find(named(Role::Link, "Une école qui respire")).await?;
        visitor.open("/agenda?dep=93&le=2018-01-19&lang=en").await?;
        visitor.hears("2 events").await?;
        visitor.hears("Programme saved").await?;
        visitor.open("/itineraire/etape-paris").await?;
        visitor.find(any(Role::Main)).await?;
        visitor.sees("Une salle").await?;
        let files =
            ["/fonts/atkinson-hyperlegible-next.woff2", "/icon.svg", "/manifest.webmanifest"];
        for file in files {
            assert_eq!(visitor.fetches(file).await?, 200, "{file}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_new_release_is_on_screen_at_the_next_visit_and_kept_as_a_whole() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open("/agenda").await?;
        let first = visitor.parts().await?;
        visitor.has_kept(1).await?;
        let release = Release::named("deux")?;
        visitor.server.start_again(release.folder()).await?;
        visitor.open("/agenda").await?;
        let second = visitor.parts().await?;
        is_wholly("deux", &second);
        assert!(first.files.is_disjoint(&second.files), "{first:?} {second:?}");
        visitor.has_kept(2).await?;
        visitor.lose_the_line().await?;
        for path in ["/agenda", "/itineraire"] {
            visitor.open(path).await?;
            let kept = visitor.parts().await?;
            is_wholly("deux", &kept);
            assert!(first.files.is_disjoint(&kept.files), "{first:?} {kept:?}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_page_left_open_over_a_release_still_gets_the_files_it_was_made_with() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open("/agenda").await?;
        visitor.has_kept(1).await?;
        let release = Release::named("deux")?;
        visitor.server.start_again(release.folder()).await?;
        let update = "
            const [done] = arguments;
            navigator.serviceWorker.getRegistration().then(it => it.update()).then(() => done(), done);
        ";
        visitor.session.web.execute_async(update, Vec::new()).await?;
        visitor.has_kept(2).await?;
        let page = visitor.parts().await?;
        assert_eq!((page.page, page.script), (None, None), "it is still the page of before");
        visitor.forget_what_was_loaded().await?;
        for file in page.files {
            assert_eq!(visitor.fetches(&file).await?, 200, "{file}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_release_that_is_replaced_while_it_is_fetched_leaves_the_one_before_whole() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open("/agenda").await?;
        visitor.has_kept(1).await?;
        let release = Release::named("deux")?;
        // As of a third release: the worker's list does not know it.
        let mixed = "<!doctype html><html lang=\"fr\"><!--head--><title>QSEC²</title><!--/head--><!--body--><h1>Mêlé</h1><!--/body-->";
        release.put("shell.html", mixed)?;
        visitor.server.start_again(release.folder()).await?;
        visitor.expect_complaint("integrity");
        let refused = "
            const [done] = arguments;
            navigator.serviceWorker.getRegistration().then(async registration => {
                await registration.update();
                const worker = registration.installing;
                const look = () => worker.state === 'redundant' ? done('refused')
                    : worker.state === 'activated' ? done('taken') : null;
                worker.addEventListener('statechange', look);
                look();
            }).catch(error => done(String(error)));
        ";
        let refused: String =
            visitor.session.web.execute_async(refused, Vec::new()).await?.convert()?;
        assert_eq!(refused, "refused");
        visitor.lose_the_line().await?;
        visitor.open("/agenda?le=2018-01-19").await?;
        visitor.hears("3 événements").await?;
        let kept = visitor.parts().await?;
        assert_eq!((kept.page, kept.script), (None, None));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_server_that_is_ill_or_silent_does_not_keep_a_page_from_opening() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open("/").await?;
        visitor.has_kept(1).await?;
        for failure in [Failure::Status(503), Failure::Silence] {
            visitor.server.break_pages(failure);
            visitor.open("/agenda?le=2018-01-19").await?;
            visitor.hears("3 événements").await?;
        }
        visitor.server.break_pages(Failure::Status(404));
        visitor.expect_complaint("status of 404");
        visitor.session.web.goto(visitor.server.address("/agenda")).await?;
        // Nothing was sent: this is the browser's own page. What a well server says of a page counts.
        visitor.sees("ERROR 404").await
    })
    .await
}

#[tokio::test]
async fn slices_of_the_feed_are_kept_once_seen_and_nothing_else_is_answered_by_the_worker()
-> Outcome {
    visit(&SEASON, async |visitor| {
        let release = Release::named("deux")?;
        for file in ["agenda.ics", "api-like.json"] {
            release.put(file, "{}")?;
        }
        visitor.server.start_again(release.folder()).await?;
        visitor.open("/").await?;
        visitor.has_kept(1).await?;
        let slice = "
            const files = performance.getEntriesByType('resource').map(entry => new URL(entry.name).pathname);
            return files.find(path => path.startsWith('/feed/')) ?? null;
        ";
        let slice = async || Ok(visitor.session.web.execute(slice, Vec::new()).await?.convert()?);
        let slice: String = visitor.until("a slice was loaded", slice).await?;
        let paths = [slice.as_str(), "/agenda.ics", "/api-like.json", "/feed.json", "/healthz"];
        for path in paths {
            assert_eq!(visitor.fetches(path).await?, 200, "{path}");
        }
        let named = "
            const [path, done] = arguments;
            caches.open('qsec2-feed-slices').then(cache => cache.match(path)).then(it => done(it !== undefined));
        ";
        let kept = async || {
            let kept = visitor.session.web.execute_async(named, vec![json!(paths[0])]).await?;
            Ok(kept.convert::<bool>()?.then_some(()))
        };
        visitor.until("the slice is kept", kept).await?;
        visitor.lose_the_line().await?;
        let statuses = [200, 0, 0, 0, 0];
        for (path, status) in paths.into_iter().zip(statuses) {
            assert_eq!(visitor.fetches(path).await?, status, "{path}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_site_can_be_installed() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        visitor.open("/").await?;
        visitor.has_kept(1).await?;
        let manifest = visitor.session.devtools("Page.getAppManifest", json!({})).await?;
        assert_eq!(manifest["errors"], json!([]), "{manifest}");
        let said: Value = serde_json::from_str(manifest["data"].as_str().unwrap_or_default())?;
        let shortcuts = said["shortcuts"].as_array().ok_or("it has shortcuts")?;
        for shortcut in shortcuts {
            visitor.open(shortcut["url"].as_str().unwrap_or_default()).await?;
            visitor
                .find(named(Role::Heading, shortcut["name"].as_str().unwrap_or_default()))
                .await?;
        }
        assert_eq!(shortcuts.len(), 3);
        let errors = visitor.session.devtools("Page.getInstallabilityErrors", json!({})).await?;
        assert_eq!(errors["installabilityErrors"], json!([]));
        Ok(())
    })
    .await
}

/// Every part of the page is of the release of this name.
fn is_wholly(release: &str, parts: &Parts) {
    let said = (parts.page.as_deref(), parts.script.as_deref());
    assert_eq!(said, (Some(release), Some(release)), "{parts:?}");
    assert!(parts.files.iter().any(|file| file.contains("_bg.")), "{parts:?}");
}
