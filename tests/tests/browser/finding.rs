//! A visitor who looks for something: with a slip, with too many choices, on a phone.

use qsec2_tests::support::Outcome;
use qsec2_tests::support::axe::Rules;
use qsec2_tests::support::element::{Role, any, named, with};
use qsec2_tests::support::programme::{Programme, SEASON};
use qsec2_tests::support::visitor::{Visitor, visit};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::feeds;

const DAY: &str = "le=2018-01-19";

#[tokio::test]
async fn a_slip_is_forgiven_said_and_what_was_found_is_marked() -> Outcome {
    let talk = json!({
        "id": "air", "name": "Respirer en ville", "kind": "conference", "startDate": "2018-01-20T14:00",
        "description": "Une conférence d’une heure sur les particules fines, suivie d’un échange avec la salle et avec deux chercheuses.",
        "location": { "name": "Une salle", "department": "93" },
    });
    let debate = feeds::event("train", "Le train du soir", "2018-01-20T20:00", "75");
    visit(&feeds::with_events(&json!([talk, debate])), async |visitor| {
        visitor.open(&format!("/agenda?q=partikules&{DAY}")).await?;
        visitor.hears("Rien pour « partikules » : voici « particules »").await?;
        visitor.hears("1 événement").await?;
        visitor.gone(named(Role::Link, "Le train du soir")).await?;
        assert_eq!(marks(visitor).await?, ["particules"]);
        visitor.sees("conférence d’une heure sur les particules fines").await?;
        visitor.search_for("ville").await?;
        visitor.no_longer_sees("voici").await?;
        let marked = async || Ok((marks(visitor).await? == ["ville"]).then_some(()));
        visitor.until("the new word is marked, and only that", marked).await?;
        visitor.press("Tout effacer").await?;
        visitor.hears("2 événements").await?;
        let unmarked = async || Ok(marks(visitor).await?.is_empty().then_some(()));
        visitor.until("nothing is marked without words", unmarked).await
    })
    .await
}

#[tokio::test]
async fn an_empty_result_names_what_emptied_it_and_each_way_out_keeps_its_word() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        let stuck = format!("/agenda?dep=94&du=2018-01-20&au=2018-01-20&{DAY}");
        visitor.open(&stuck).await?;
        visitor.sees("Aucun événement ne correspond").await?;
        visitor.sees("Aucun événement avec tous ces choix à la fois").await?;
        visitor.find(named(Role::Link, "Seine-Saint-Denis (93)")).await?;
        visitor.follow("dans tous les départements").await?;
        visitor.hears("2 événements").await?;
        visitor.is_at(&format!("/agenda?du=2018-01-20&au=2018-01-20&{DAY}")).await?;
        visitor.open(&format!("/agenda?dep=93&du=2018-01-22&{DAY}")).await?;
        visitor.sees("Les jours les plus proches").await?;
        visitor.follow("samedi 20 janvier 2018 (avant)").await?;
        visitor.hears("1 événement").await?;
        visitor.find(named(Role::Link, "Une école qui respire")).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_choice_that_would_show_nothing_says_so_and_can_still_be_made() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open(&format!("/agenda?dep=93&{DAY}")).await?;
        visitor.hears("2 événements").await?;
        let debate = visitor.find(named(Role::Checkbox, "Débat")).await?;
        let talk = visitor.find(named(Role::Checkbox, "Conférence")).await?;
        assert_eq!(description(visitor, &debate).await?, "2");
        assert_eq!(description(visitor, &talk).await?, "0 événement avec vos autres choix");
        visitor.sees("En gris : aucun événement avec vos autres choix").await?;
        talk.click().await?;
        visitor.is_at(&format!("/agenda?dep=93&type=conference&{DAY}")).await?;
        visitor.sees("Aucun événement ne correspond").await
    })
    .await
}

#[tokio::test]
async fn every_facet_of_the_contract_is_chosen_by_its_box() -> Outcome {
    let mut air = feeds::event("air", "L’air du soir", "2018-01-20T14:00", "93");
    if let Some(event) = air.as_object_mut() {
        event.insert("season".into(), json!("air"));
        event.insert("access".into(), json!(["moteur"]));
    }
    let train = feeds::event("train", "Le train du soir", "2018-01-20T20:00", "75");
    let feed = feeds::feed(&json!({
        "events": [air, train],
        "seasons": [{ "id": "air", "name": "L’Air" }, { "id": "mobilites", "name": "Les Mobilités" }],
    }));
    visit(&Programme::Written(feed.to_string()), async |visitor| {
        visitor.open(&format!("/agenda?{DAY}")).await?;
        visitor.hears("2 événements").await?;
        unfold(visitor, "Saison").await?;
        visitor.tick("L’Air").await?;
        visitor.is_at(&format!("/agenda?saison=air&{DAY}")).await?;
        visitor.hears("1 événement").await?;
        visitor.tick("L’Air").await?;
        visitor.hears("2 événements").await?;
        unfold(visitor, "Niveaux scolaires").await?;
        visitor.tick("collège").await?;
        visitor.is_at(&format!("/agenda?niveau=college&{DAY}")).await?;
        unfold(visitor, "Accessible").await?;
        visitor.tick("en fauteuil roulant").await?;
        visitor.is_at(&format!("/agenda?niveau=college&acces=moteur&{DAY}")).await?;
        visitor.press("Tout effacer").await?;
        visitor.is_at(&format!("/agenda?{DAY}")).await
    })
    .await
}

#[tokio::test]
async fn a_period_in_a_word_is_a_link_that_keeps_all_other_choices() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open(&format!("/agenda?dep=93&{DAY}")).await?;
        visitor.hears("2 événements").await?;
        visitor.follow("Ce week-end").await?;
        visitor.is_at(&format!("/agenda?dep=93&du=2018-01-20&au=2018-01-21&{DAY}")).await?;
        visitor.hears("1 événement").await?;
        let current = "return document.querySelector('.periods [aria-current]').innerText.trim();";
        let current: String = visitor.session.web.execute(current, Vec::new()).await?.convert()?;
        assert_eq!(current, "Ce week-end");
        visitor.back().await?;
        visitor.hears("2 événements").await
    })
    .await
}

#[tokio::test]
async fn on_a_phone_choices_are_a_sheet_whose_button_says_what_they_show() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.session.resize(360, 740).await?;
        visitor.session.bring_axe().await?;
        visitor.open(&format!("/agenda?{DAY}")).await?;
        visitor.hears("3 événements").await?;
        visitor.find(named(Role::Button, "Filtrer")).await?.focus().await?;
        visitor.key(Key::Enter).await?;
        visitor.find(named(Role::Button, "Voir 3 événements")).await?;
        visitor.tick("Paris (75)").await?;
        let show = visitor.find(named(Role::Button, "Voir 1 événement")).await?;
        let faults = visitor.session.axe(Rules::All).await?.violations;
        assert!(faults.is_empty(), "{faults:?}");
        show.click().await?;
        visitor.gone(named(Role::Checkbox, "Paris (75)")).await?;
        visitor.find(named(Role::Button, "Filtrer 1")).await?;
        assert_eq!(visitor.focused().await?, "button Filtrer 1");
        visitor.is_at(&format!("/agenda?dep=75&{DAY}")).await?;
        visitor.key(Key::Enter).await?;
        visitor.find(named(Role::Checkbox, "Paris (75)")).await?;
        visitor.key(Key::Escape).await?;
        visitor.gone(named(Role::Checkbox, "Paris (75)")).await
    })
    .await
}

#[tokio::test]
async fn what_has_been_running_for_long_does_not_bury_the_day() -> Outcome {
    let run = |place: usize| {
        json!({
            "id": format!("expo-{place}"), "name": format!("Longue exposition {place}"), "kind": "autre",
            "startDate": format!("2017-1{}-0{}", place % 3, place % 9 + 1), "endDate": "2018-06-30",
            "location": { "name": "Une salle", "department": "93" },
        })
    };
    let mut events: Vec<Value> = (0..8).map(run).collect();
    events.push(feeds::event("soir", "Le débat du soir", "2018-01-20T20:00", "93"));
    visit(&feeds::with_events(&json!(events)), async |visitor| {
        visitor.open(&format!("/agenda?{DAY}")).await?;
        visitor.hears("9 événements").await?;
        let list = visitor.find(named(Role::List, "Événements")).await?;
        let rows = visitor.session.all(any(Role::Article), Some(&list)).await?;
        assert_eq!(rows.len(), 4, "three that run and the one of the day");
        visitor.sees("Montrer aussi 5 événements commencés depuis plus longtemps").await?;
        unfold(visitor, "Montrer aussi 5 événements commencés depuis plus longtemps").await?;
        let all = async || Ok((visitor.all(any(Role::Article)).await?.len() == 9).then_some(()));
        visitor.until("all nine are shown", all).await
    })
    .await
}

#[tokio::test]
async fn the_way_a_list_is_seen_is_a_link_and_comes_back_with_back() -> Outcome {
    visit(&SEASON, async |visitor| {
        visitor.open("/agenda?dep=77&le=2028-02-01").await?;
        visitor.hears_patiently("événements").await?;
        visitor.follow("Mois").await?;
        visitor.is_at("/agenda?dep=77&vue=mois&le=2028-02-01").await?;
        visitor.find(any(Role::Grid)).await?;
        visitor.back().await?;
        visitor.find(named(Role::List, "Événements")).await?;
        visitor.gone(any(Role::Grid)).await?;
        visitor.is_at("/agenda?dep=77&le=2028-02-01").await?;
        visitor.find(with(Role::Link, "Liste")).await.map(drop)
    })
    .await
}

async fn marks(visitor: &Visitor) -> Outcome<Vec<String>> {
    let marks = "return [...document.querySelectorAll('mark')].map(mark => mark.innerText);";
    Ok(visitor.session.web.execute(marks, Vec::new()).await?.convert()?)
}

/// What is read aloud of a thing after its name.
async fn description(visitor: &Visitor, element: &thirtyfour::WebElement) -> Outcome<String> {
    let described = "
        const ids = arguments[0].getAttribute('aria-describedby').split(' ');
        const text = ids.map(id => document.getElementById(id).textContent).join(' ');
        return text.replace(/[\\s\\u00a0]+/g, ' ').trim();
    ";
    let arguments = vec![element.to_json()?];
    Ok(visitor.session.web.execute(described, arguments).await?.convert()?)
}

/// Unfolds what a summary folds.
async fn unfold(visitor: &Visitor, summary: &str) -> Outcome {
    let find = "
        const plain = text => text.replace(/[\\s\\u00a0]+/g, ' ').trim();
        return [...document.querySelectorAll('summary')].find(it => plain(it.innerText) === arguments[0]);
    ";
    let folded = async || {
        let found = visitor.session.web.execute(find, vec![json!(summary)]).await?;
        Ok(if found.json().is_null() { None } else { Some(found.element()?) })
    };
    let summary = visitor.until(&format!("« {summary} » can be unfolded"), folded).await?;
    Ok(summary.click().await?)
}
