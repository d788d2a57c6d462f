//! A visitor on an event's page, with the search that led there.

use qsec2_tests::support::Outcome;
use qsec2_tests::support::element::{Role, any, named, with};
use qsec2_tests::support::programme::{Programme, SEASON};
use qsec2_tests::support::visitor::{Visitor, visit};
use serde_json::json;

use crate::feeds;

const DAY: &str = "le=2018-01-19";

#[tokio::test]
async fn links_carry_the_search_as_it_is_after_each_keystroke() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open(&format!("/agenda?dep=93&{DAY}")).await?;
        for words in ["é", "éc", "école"] {
            visitor.search_for(words).await?;
            visitor.gone(named(Role::Link, "La veille au musée")).await?;
            let link = visitor.find(named(Role::Link, "Une école qui respire")).await?;
            let encoded = words.replace('é', "%C3%A9");
            let wanted = format!("/agenda/ecole?dep=93&q={encoded}&{DAY}");
            let carries =
                async || Ok((link.attr("href").await?.as_ref() == Some(&wanted)).then_some(()));
            visitor.until(&format!("the link leads to {wanted}"), carries).await?;
        }
        visitor.follow("Une école qui respire").await?;
        visitor.follow("Retour à la recherche").await?;
        visitor.is_at(&format!("/agenda?dep=93&q=%C3%A9cole&{DAY}")).await?;
        visitor.hears("1 événement").await
    })
    .await
}

#[tokio::test]
async fn previous_and_next_stay_in_the_search() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open(&format!("/agenda?dep=93&{DAY}")).await?;
        visitor.follow("La veille au musée").await?;
        visitor.sees("1 sur 2").await?;
        let around =
            visitor.find(named(Role::Navigation, "Avant et après dans votre recherche")).await?;
        assert_eq!(visitor.session.all(any(Role::Link), Some(&around)).await?.len(), 1);
        visitor.follow("Suivant Une école qui respire 20 janv. 2018, 14 h").await?;
        visitor.find(named(Role::Heading, "Une école qui respire")).await?;
        visitor.is_at(&format!("/agenda/ecole?dep=93&{DAY}")).await?;
        visitor.sees("2 sur 2").await?;
        visitor.gone(with(Role::Link, "Suivant")).await?;
        visitor.find(with(Role::Link, "Précédent La veille au musée")).await?;
        // Without a search, the agenda as a whole.
        visitor.open(&format!("/agenda/ecole?{DAY}")).await?;
        visitor.find(with(Role::Link, "Suivant Marcher en ville")).await?;
        visitor.no_longer_sees("sur 3").await?;
        visitor.follow("Retour à l’agenda").await?;
        visitor.is_at(&format!("/agenda?{DAY}")).await
    })
    .await
}

#[tokio::test]
async fn the_way_back_leads_to_the_very_place_in_the_list_also_after_next_and_next() -> Outcome {
    visit(&SEASON, async |visitor| {
        let search = "/agenda?gratuit=1&le=2027-09-01";
        visitor.open(search).await?;
        visitor.hears("événements").await?;
        let down = async || {
            let script = "window.scrollBy(0, 500); return scrollY >= 4000 && document.querySelector('article[aria-busy]') === null;";
            let there: bool = visitor.session.web.execute(script, Vec::new()).await?.convert()?;
            visitor.session.after_paint().await?;
            Ok(there.then_some(()))
        };
        visitor.until("the list is scrolled down", down).await?;
        let y = scrolled(visitor).await?;
        let open = "[...document.querySelectorAll('article h3 a')].find(link => link.getBoundingClientRect().top > 100).click();";
        visitor.session.web.execute(open, Vec::new()).await?;
        for _ in 0..2 {
            let before = visitor.address().await?;
            visitor.find(with(Role::Link, "Suivant")).await?.click().await?;
            let gone_on = async || Ok((visitor.address().await? != before).then_some(()));
            visitor.until("the next event is there", gone_on).await?;
            visitor.find(with(Role::Link, "Précédent")).await?;
        }
        visitor.follow("Retour à la recherche").await?;
        visitor.is_at(search).await?;
        let returned = async || Ok(((scrolled(visitor).await? - y).abs() <= 2).then_some(()));
        visitor.until(&format!("the list is scrolled to {y} again"), returned).await?;
        // It went back, and not on: forward leads to the event.
        visitor.forward().await?;
        visitor.find(named(Role::Button, "Garder dans mon programme")).await?;
        // Who came by another way gets a page like any other.
        visitor.open("/agenda/demo-000056?dep=93&le=2027-10-15").await?;
        visitor.follow("Retour à la recherche").await?;
        visitor.is_at("/agenda?dep=93&le=2027-10-15").await?;
        visitor.back().await?;
        visitor.is_at("/agenda/demo-000056?dep=93&le=2027-10-15").await
    })
    .await
}

#[tokio::test]
async fn sessions_and_what_is_near_are_said() -> Outcome {
    let session = |day: &str, status: &str| json!({ "startDate": day, "eventStatus": status });
    let mut atelier = feeds::event("atelier", "Un atelier", "2018-01-10T14:00", "93");
    atelier["subEvent"] = json!([
        session("2018-01-10T14:00", "EventScheduled"),
        session("2018-01-24T14:00", "EventCancelled"),
        session("2018-01-31T14:00", "EventScheduled"),
    ]);
    let events = json!([
        atelier,
        feeds::event("ecole", "Une école qui respire", "2018-01-20T14:00", "93"),
        feeds::event("marche", "Marcher en ville", "2018-01-20T20:30", "75"),
    ]);
    visit(&feeds::with_events(&events), async |visitor| {
        visitor.open(&format!("/agenda/atelier?{DAY}")).await?;
        visitor.sees("le mercredi 10 janvier 2018, à 14 h passée").await?;
        visitor.sees("le mercredi 24 janvier 2018, à 14 h Annulé").await?;
        visitor.sees("Prochaine séance : le mercredi 31 janvier 2018, à 14 h").await?;
        visitor.find(named(Role::Heading, "Aussi près d’ici")).await?;
        visitor.find(named(Role::Link, "Une école qui respire")).await?;
        assert!(visitor.all(named(Role::Link, "Marcher en ville")).await?.is_empty());
        visitor.find(named(Role::Link, "Seine-Saint-Denis (93)")).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn of_a_large_programme_the_page_is_drawn_before_what_stands_around_it() -> Outcome {
    let large = Programme::Demonstration { from: "2027-09", events: 6500 };
    visit(&large, async |visitor| {
        visitor.open("/agenda/demo-003210?dep=91&le=2027-10-15").await?;
        visitor.find(named(Role::Button, "Garder dans mon programme")).await?;
        visitor.find(named(Role::Heading, "Aussi près d’ici")).await?;
        visitor.find(any(Role::Article)).await?;
        let slices = "return performance.getEntriesByType('resource').filter(it => it.name.includes('/feed/events-')).length";
        let slices: usize = visitor.session.web.execute(slices, Vec::new()).await?.convert()?;
        assert!(slices < 20, "{slices} slices of events were loaded");
        Ok(())
    })
    .await
}

async fn scrolled(visitor: &Visitor) -> Outcome<i64> {
    Ok(visitor.session.web.execute("return Math.round(scrollY);", Vec::new()).await?.convert()?)
}
