//! What was found, on a map.

use qsec2_tests::support::Outcome;
use qsec2_tests::support::axe::Rules;
use qsec2_tests::support::element::{Role, any, named, with};
use qsec2_tests::support::programme::{Programme, SEASON};
use qsec2_tests::support::screen::Scheme;
use qsec2_tests::support::visitor::{Visitor, visit};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::feeds;

const MAP: &str = "/agenda?vue=carte&le=2018-01-19";

#[tokio::test]
async fn a_departement_is_chosen_on_the_map_by_keyboard_and_the_list_follows() -> Outcome {
    visit(&around_drancy(), async |visitor| {
        visitor.open(MAP).await?;
        visitor.find(named(Role::Group, "Carte")).await?;
        visitor.find(named(Role::Link, "Ciné-débat")).await?;
        tab_to(visitor, "link Seine-Saint-Denis (93), 3 événements").await?;
        visitor.key(Key::Enter).await?;
        visitor.hears("3 événements").await?;
        visitor.is_at("/agenda?dep=93&vue=carte&le=2018-01-19").await?;
        visitor.gone(named(Role::Link, "Ciné-débat")).await?;
        let chosen = "link Seine-Saint-Denis (93), 3 événements, choisi";
        assert_eq!(visitor.focused().await?, chosen, "the focus stays where it was");
        visitor.key(Key::Enter).await?;
        visitor.is_at(MAP).await?;
        visitor.find(named(Role::Link, "Ciné-débat")).await?;
        visitor.back().await?;
        visitor.is_at("/agenda?dep=93&vue=carte&le=2018-01-19").await
    })
    .await
}

#[tokio::test]
async fn a_venue_is_chosen_and_the_list_shows_its_events_only_until_all_are_wanted_again() -> Outcome
{
    visit(&around_drancy(), async |visitor| {
        visitor.open(MAP).await?;
        tab_to(visitor, "button Médiathèque du Petit-Prisme, Drancy : 2 événements").await?;
        visitor.key(Key::Enter).await?;
        visitor.gone(named(Role::Link, "Fête des lampes")).await?;
        let list = visitor.find(named(Role::List, "Événements")).await?;
        assert_eq!(visitor.session.all(any(Role::Article), Some(&list)).await?.len(), 2);
        let heading = "heading Médiathèque du Petit-Prisme, Drancy : 2 événements";
        assert_eq!(visitor.focused().await?, heading, "the focus leads to what was chosen");
        visitor.is_at(MAP).await?;
        visitor.key(Key::Tab).await?;
        assert_eq!(visitor.focused().await?, "button Tous les lieux");
        visitor.key(Key::Enter).await?;
        visitor.find(named(Role::Link, "Fête des lampes")).await?;
        visitor.find(named(Role::Link, "Ciné-débat")).await?;
        assert_eq!(visitor.focused().await?, "list Lieux sur la carte", "and back to the map");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_has_no_point_is_told_in_words_and_not_drawn() -> Outcome {
    visit(&around_drancy(), async |visitor| {
        visitor.open(MAP).await?;
        visitor.sees("Essonne (91), 1 événement").await?;
        let venues = visitor.find(named(Role::List, "Lieux sur la carte")).await?;
        let markers = visitor.session.all(any(Role::Button), Some(&venues)).await?;
        assert_eq!(markers.len(), 3);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn one_venue_is_picked_where_several_stand_as_one() -> Outcome {
    visit(&SEASON, async |visitor| {
        visitor.open("/agenda?vue=carte&dep=77&le=2027-09-15").await?;
        visitor.find(with(Role::Button, " lieux, ")).await?.click().await?;
        let whole = visitor.find(with(Role::Heading, " lieux, ")).await?;
        let whole = visitor.text_of(&whole).await?;
        visitor.sees("Choisir un seul lieu").await?;
        let open = "document.querySelector('.map-chosen summary').click()";
        visitor.session.web.execute(open, Vec::new()).await?;
        let first = "return document.querySelector('.map-chosen details button')";
        visitor.session.web.execute(first, Vec::new()).await?.element()?.click().await?;
        visitor.no_longer_sees(&whole).await?;
        visitor.press("Tous les lieux").await?;
        visitor.gone(named(Role::Button, "Tous les lieux")).await
    })
    .await
}

#[tokio::test]
async fn the_map_is_sound_on_a_small_phone_in_light_and_dark_with_a_venue_chosen() -> Outcome {
    visit(&SEASON, async |visitor| {
        visitor.session.bring_axe().await?;
        visitor.session.resize(320, 700).await?;
        for scheme in [Scheme::Light, Scheme::Dark] {
            visitor.session.prefer(scheme).await?;
            visitor.open("/agenda?vue=carte&dep=93,77&le=2027-10-01").await?;
            let markers = visitor.find(named(Role::List, "Lieux sur la carte")).await?;
            let marker = visitor.session.all(any(Role::Button), Some(&markers)).await?;
            assert_targets(visitor).await?;
            marker.first().ok_or("no marker")?.click().await?;
            visitor.find(named(Role::Button, "Tous les lieux")).await?;
            visitor.session.at_rest().await?;
            let verdict = visitor.session.axe(Rules::All).await?;
            assert!(verdict.violations.is_empty(), "{:?}", verdict.violations);
        }
        Ok(())
    })
    .await
}

/// Markers and signs are large enough for a finger, markers do not cover each other, and nothing sticks out.
async fn assert_targets(visitor: &Visitor) -> Outcome {
    let faults = "
        const box = it => it.getBoundingClientRect();
        const all = [...document.querySelectorAll('.map-marker, .map-sign')];
        const small = all.filter(it => box(it).width < 24 || box(it).height < 24).map(it => `small: ${it.computedName}`);
        const middle = it => [(box(it).left + box(it).right) / 2, (box(it).top + box(it).bottom) / 2];
        const markers = all.filter(it => it.matches('.map-marker'));
        const near = markers.flatMap((one, at) => markers.slice(at + 1).filter(other => {
            const [x, y] = middle(one), [u, v] = middle(other);
            return Math.hypot(x - u, y - v) < box(one).width - 1;
        }).map(other => `near: ${one.computedName} / ${other.computedName}`));
        const out = all.filter(it => box(it).left < 0 || box(it).right > innerWidth).map(it => `out: ${it.computedName}`);
        return [...small, ...near, ...out];
    ";
    let faults: Vec<String> = visitor.session.web.execute(faults, Vec::new()).await?.convert()?;
    assert!(faults.is_empty(), "{faults:?}");
    Ok(())
}

async fn tab_to(visitor: &Visitor, what: &str) -> Outcome {
    for _ in 0..80 {
        if visitor.focused().await? == what {
            return Ok(());
        }
        visitor.key(Key::Tab).await?;
    }
    Err(format!("80 tabs did not reach « {what} »").into())
}

/// Two events in one venue of Drancy, one in Montreuil, one in Meaux, and one of which nobody knows where.
fn around_drancy() -> Programme {
    let at = |id: &str, name: &str, place: Value| json!({ "id": id, "name": name, "kind": "debat", "startDate": "2018-01-20T14:00", "location": place });
    let prisme = || {
        json!({ "name": "Médiathèque du Petit-Prisme", "department": "93",
            "address": { "addressLocality": "Drancy" }, "geo": { "latitude": 48.925, "longitude": 2.445 } })
    };
    feeds::with_events(&json!([
        at("conte", "Conte du soir", prisme()),
        at("prisme", "Atelier prisme", prisme()),
        at(
            "lampes",
            "Fête des lampes",
            json!({ "name": "Halle aux Lanternes", "department": "93",
            "address": { "addressLocality": "Montreuil" }, "geo": { "latitude": 48.8638, "longitude": 2.443 } })
        ),
        at(
            "cine",
            "Ciné-débat",
            json!({ "name": "Cinéma", "department": "77",
            "address": { "addressLocality": "Meaux" }, "geo": { "latitude": 48.9601, "longitude": 2.8788 } })
        ),
        at("vague", "Balade", json!({ "department": "91" })),
    ]))
}
