//! A visitor in the agenda: by département, by words, by days, and back again.

use qsec2_tests::support::Outcome;
use qsec2_tests::support::element::{Role, any, named, with};
use qsec2_tests::support::programme::SEASON;
use qsec2_tests::support::visitor::{Visitor, visit};

use crate::feeds;

const DAY: &str = "le=2018-01-19";

#[tokio::test]
async fn the_agenda_has_the_parts_that_the_contract_promises() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open(&format!("/agenda?{DAY}")).await?;
        visitor.find(any(Role::Search)).await?;
        visitor.find(named(Role::SearchBox, "Rechercher")).await?;
        let departments = visitor.find(named(Role::Group, "Départements")).await?;
        let boxes = visitor.session.all(any(Role::Checkbox), Some(&departments)).await?;
        assert_eq!(boxes.len(), 8);
        visitor.find_within(named(Role::Checkbox, "Paris (75)"), Some(&departments)).await?;
        visitor.hears("3 événements").await?;
        let list = visitor.find(named(Role::List, "Événements")).await?;
        let articles = visitor.session.all(any(Role::Article), Some(&list)).await?;
        assert_eq!(articles.len(), 3);
        for article in &articles {
            let heading = visitor.find_within(any(Role::Heading), Some(article)).await?;
            visitor.find_within(any(Role::Link), Some(&heading)).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_departement_is_chosen_by_its_box_and_stands_in_the_address() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open(&format!("/agenda?{DAY}")).await?;
        visitor.hears("3 événements").await?;
        visitor.tick("Seine-Saint-Denis (93)").await?;
        visitor.hears("2 événements").await?;
        visitor.is_at(&format!("/agenda?dep=93&{DAY}")).await?;
        visitor.gone(named(Role::Link, "Marcher en ville")).await?;
        visitor.tick("Paris (75)").await?;
        visitor.hears("3 événements").await?;
        visitor.is_at(&format!("/agenda?dep=75,93&{DAY}")).await?;
        visitor.back().await?;
        visitor.hears("2 événements").await?;
        visitor.is_at(&format!("/agenda?dep=93&{DAY}")).await?;
        assert!(
            visitor
                .find(named(Role::Checkbox, "Seine-Saint-Denis (93)"))
                .await?
                .is_selected()
                .await?
        );
        assert!(!visitor.find(named(Role::Checkbox, "Paris (75)")).await?.is_selected().await?);
        visitor.forward().await?;
        visitor.hears("3 événements").await
    })
    .await
}

#[tokio::test]
async fn words_are_found_with_or_without_their_accents_while_they_are_typed() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open(&format!("/agenda?{DAY}")).await?;
        for words in ["école", "ecole", "ÉCOLES", "éco"] {
            visitor.search_for(words).await?;
            visitor.gone(named(Role::Link, "Marcher en ville")).await?;
            visitor.find(named(Role::Link, "Une école qui respire")).await?;
            visitor.hears("1 événement").await?;
        }
        visitor.search_for("xylophone").await?;
        visitor.sees("Aucun événement ne correspond").await?;
        visitor.find(with(Role::Link, "sans les mots « xylophone »")).await?.click().await?;
        visitor.hears("3 événements").await
    })
    .await
}

#[tokio::test]
async fn a_period_is_chosen_by_its_first_and_last_day() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open(&format!("/agenda?{DAY}")).await?;
        visitor.pick_day("Du", "2018-01-20").await?;
        visitor.hears("2 événements").await?;
        visitor.pick_day("Au", "2018-01-20").await?;
        visitor.is_at(&format!("/agenda?du=2018-01-20&au=2018-01-20&{DAY}")).await?;
        visitor.hears("2 événements").await?;
        visitor.pick_day("Au", "2018-01-10").await?;
        visitor.sees("La date de fin vient avant la date de début").await?;
        visitor.press("Tout effacer").await?;
        visitor.hears("3 événements").await?;
        visitor.is_at(&format!("/agenda?{DAY}")).await
    })
    .await
}

#[tokio::test]
async fn an_event_opens_and_says_when_and_where() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open(&format!("/agenda?{DAY}")).await?;
        visitor.follow("Une école qui respire").await?;
        visitor.find(named(Role::Heading, "Une école qui respire")).await?;
        visitor.sees("le samedi 20 janvier 2018, à 14 h").await?;
        visitor.sees("Une salle, (93)").await?;
        visitor.is_at(&format!("/agenda/ecole?{DAY}")).await
    })
    .await
}

#[tokio::test]
async fn back_leads_to_the_very_place_in_a_long_list_and_forward_to_the_event() -> Outcome {
    visit(&SEASON, async |visitor| {
        visitor.open("/agenda?le=2027-09-01").await?;
        visitor.hears("événements").await?;
        scroll_down(visitor, 9000).await?;
        visitor.until("all rows have come", async || all_here(visitor).await).await?;
        let before = in_view(visitor).await?;
        let y = scrolled(visitor).await?;
        assert!(y > 5000, "the list is long enough to be scrolled, but stopped at {y}");
        visitor.follow(&before).await?;
        visitor.find(named(Role::Heading, &before)).await?;
        let event = visitor.address().await?;
        visitor.back().await?;
        visitor.is_at("/agenda?le=2027-09-01").await?;
        let returned = async || Ok(((scrolled(visitor).await? - y).abs() <= 2).then_some(()));
        visitor.until(&format!("the list is scrolled to {y} again"), returned).await?;
        let same = async || Ok((in_view(visitor).await? == before).then_some(()));
        visitor.until(&format!("« {before} » is in view again"), same).await?;
        visitor.forward().await?;
        visitor.is_at(&event).await?;
        visitor.find(named(Role::Heading, &before)).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_long_list_is_whole_for_who_scrolls_to_its_end() -> Outcome {
    visit(&SEASON, async |visitor| {
        visitor.open("/agenda?le=2027-09-01").await?;
        visitor.hears("événements").await?;
        let last = "
            window.scrollTo(0, document.documentElement.scrollHeight);
            const rows = [...document.querySelectorAll('[aria-posinset]')];
            const row = rows[rows.length - 1];
            return row && row.getAttribute('aria-posinset') === row.getAttribute('aria-setsize');
        ";
        let at_end = async || {
            let end: bool = visitor.session.web.execute(last, Vec::new()).await?.convert()?;
            Ok(end.then_some(()))
        };
        visitor.until("the last row is drawn", at_end).await
    })
    .await
}

/// No row on the page is still to be loaded.
async fn all_here(visitor: &Visitor) -> Outcome<Option<()>> {
    let here = "return document.querySelector('article[aria-busy]') === null";
    let here: bool = visitor.session.web.execute(here, Vec::new()).await?.convert()?;
    Ok(here.then_some(()))
}

async fn scroll_down(visitor: &Visitor, to: i64) -> Outcome {
    let scroll = format!("window.scrollBy(0, 600); return Math.round(scrollY) >= {to};");
    let there = async || {
        let there: bool =
            visitor.session.web.execute(scroll.as_str(), Vec::new()).await?.convert()?;
        visitor.session.after_paint().await?;
        Ok(there.then_some(()))
    };
    visitor.until("the list is scrolled down", there).await
}

async fn scrolled(visitor: &Visitor) -> Outcome<i64> {
    Ok(visitor.session.web.execute("return Math.round(scrollY);", Vec::new()).await?.convert()?)
}

/// The name of the first event whose link is on the window.
async fn in_view(visitor: &Visitor) -> Outcome<String> {
    let first = "
        const links = [...document.querySelectorAll('article a')];
        // An event with several dates has several rows: one is taken that can be told from the others.
        const alone = link => links.filter(other => other.computedName === link.computedName).length === 1;
        const seen = links.find(link => link.getBoundingClientRect().top >= 120 && alone(link));
        return seen ? seen.computedName : '';
    ";
    Ok(visitor.session.web.execute(first, Vec::new()).await?.convert()?)
}
