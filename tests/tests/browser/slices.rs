//! A large programme comes in slices: the first screen loads a few of them, the rest comes as it is asked for.

use qsec2_tests::support::Outcome;
use qsec2_tests::support::element::{Role, any, named};
use qsec2_tests::support::programme::{Programme, SEASON};
use qsec2_tests::support::server::Failure;
use qsec2_tests::support::visitor::{Visitor, visit};

/// More events than a device loads unasked.
const LARGE: Programme = Programme::Demonstration { from: "2027-09", events: 6500 };

/// The files of the programme that were loaded, by what they are: `events-2027-09`, `catalogue`.
const LOADED: &str = "
    const files = performance.getEntriesByType('resource').map(entry => new URL(entry.name).pathname);
    return files.filter(path => path.startsWith('/feed/')).map(path => path.slice(6).split('.')[0]);
";

async fn loaded(visitor: &Visitor) -> Outcome<Vec<String>> {
    Ok(visitor.session.web.execute(LOADED, Vec::new()).await?.convert()?)
}

fn slices(loaded: &[String]) -> usize {
    loaded.iter().filter(|name| name.starts_with("events-")).count()
}

#[tokio::test]
async fn a_large_programme_is_searched_and_scrolled_without_being_loaded_as_a_whole() -> Outcome {
    visit(&LARGE, async |visitor| {
        visitor.open("/agenda?le=2027-10-15").await?;
        visitor.find(any(Role::Article)).await?;
        let first = loaded(visitor).await?;
        assert_eq!(slices(&first), 0, "{first:?}");
        assert!(first.iter().any(|name| name == "2027-10-15" || name == "2027-10"), "{first:?}");
        let number = "return Number([...document.querySelectorAll('[role=status]')].map(it => it.innerText)
            .find(it => /événements/.test(it)).replace(/[^0-9]*(([0-9]+.)?[0-9]+) événements.*/, '$1').replace(/[^0-9]/g, ''))";
        let before: usize = visitor.session.web.execute(number, Vec::new()).await?.convert()?;
        visitor.tick("Essonne (91)").await?;
        let fewer = async || {
            let now: usize = visitor.session.web.execute(number, Vec::new()).await?.convert()?;
            Ok((now > 0 && now < before).then_some(()))
        };
        visitor.until("fewer are found", fewer).await?;
        visitor.open("/agenda?le=2027-10-15").await?;
        let beyond = "
            window.scrollTo(0, document.documentElement.scrollHeight);
            const last = [...document.querySelectorAll('[aria-posinset]')].pop();
            return Number(last.getAttribute('aria-posinset')) > 200 && last.querySelector('h3') !== null;
        ";
        let scrolled = async || {
            let there: bool = visitor.session.web.execute(beyond, Vec::new()).await?.convert()?;
            Ok(there.then_some(()))
        };
        visitor.until("what lies far beyond the first screen is drawn", scrolled).await?;
        let all = loaded(visitor).await?;
        assert!(slices(&all) < 30, "{all:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_kind_of_page_finds_its_events_in_the_slices() -> Outcome {
    visit(&LARGE, async |visitor| {
        for (page, heading) in [
            ("/?le=2027-10-15", "Prochains rendez-vous"),
            ("/departements/91?le=2027-10-15", "Événements"),
            ("/changements?le=2027-10-15", "Changements"),
        ] {
            visitor.open(page).await?;
            visitor.sees(heading).await?;
        }
        visitor.open("/agenda/demo-003210?le=2027-10-15").await?;
        visitor.find(named(Role::Button, "Garder dans mon programme")).await?;
        visitor.press("Garder dans mon programme").await?;
        visitor.open("/mon-programme?le=2027-10-15").await?;
        visitor.find(any(Role::Article)).await?;
        visitor.expect_complaint("404");
        visitor.open("/agenda/demo-999999?le=2027-10-15").await?;
        visitor.find(named(Role::Heading, "Page introuvable")).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_slice_that_fails_is_told_and_comes_when_one_tries_again() -> Outcome {
    visit(&SEASON, async |visitor| {
        visitor.expect_complaint("500");
        visitor.server.break_slices(Some(Failure::Status(500)));
        let page = visitor.server.address("/agenda?le=2027-09-20");
        visitor.session.web.goto(page).await?;
        // What came in the page is there all the same.
        visitor.find(any(Role::Article)).await?;
        visitor.sees("erreur (500)").await?;
        visitor.server.break_slices(None);
        visitor.press("Réessayer").await?;
        visitor.drawn().await?;
        visitor.no_longer_sees("erreur (500)").await?;
        visitor.tick("Essonne (91)").await?;
        visitor.find(any(Role::Article)).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn what_comes_in_a_kept_departement_opens_without_a_network() -> Outcome {
    visit(&LARGE, async |visitor| {
        visitor.open("/departements/91?le=2027-10-15").await?;
        visitor.has_kept(1).await?;
        visitor.reload().await?;
        visitor.tick("Garder ce département sur cet appareil, pour quand il n’y a pas de réseau").await?;
        // The server packs each of a hundred files when it is first asked for.
        visitor.hears_patiently("C’est gardé").await?;
        visitor.lose_the_line().await?;
        visitor.open("/agenda?dep=91&le=2027-10-15").await?;
        visitor.sees("Programme enregistré").await?;
        visitor.find(any(Role::Article)).await?;
        let far = "
            window.scrollTo(0, document.documentElement.scrollHeight);
            const rows = [...document.querySelectorAll('[aria-posinset]')];
            const last = rows.pop();
            return Number(last.getAttribute('aria-posinset')) === Number(last.getAttribute('aria-setsize'))
                && last.querySelector('h3') !== null;
        ";
        let end = async || {
            let there: bool = visitor.session.web.execute(far, Vec::new()).await?.convert()?;
            Ok(there.then_some(()))
        };
        visitor.until("the last event there is drawn", end).await?;
        visitor.open("/departements/91?le=2027-10-16").await?;
        visitor.find(any(Role::Article)).await.map(drop)
    })
    .await
}
