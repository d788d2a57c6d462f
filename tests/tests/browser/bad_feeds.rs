//! Feeds with bad records: the rest shows, and what was left out is counted and named.

use qsec2_tests::support::Outcome;
use qsec2_tests::support::element::{Role, named, with};
use qsec2_tests::support::programme::Programme;
use qsec2_tests::support::visitor::{Visitor, visit};
use serde_json::{Value, json};

use crate::feeds::{event, feed, with_events};

const DAY: &str = "/agenda?le=2018-01-19";

/// A good event with bad ones around it.
fn around(bad: &[Value]) -> Programme {
    let mut events = vec![event("bon", "Marcher en ville", "2018-01-20T20:30", "75")];
    events.extend_from_slice(bad);
    with_events(&Value::Array(events))
}

#[tokio::test]
async fn records_of_wrong_types_are_left_out_counted_and_named() -> Outcome {
    let bad = [
        json!(12),
        json!({ "id": "sans-nom" }),
        json!({ "id": ["x"], "name": "Liste" }),
        json!(null),
    ];
    visit(&around(&bad), async |visitor| {
        visitor.open(DAY).await?;
        visitor.hears("1 événement").await?;
        visitor.find(named(Role::Link, "Marcher en ville")).await?;
        visitor.sees("4 fiches du programme sont illisibles et ne sont pas montrées.").await?;
        open_report(visitor).await?;
        visitor.sees("sans-nom").await?;
        visitor.sees("« name » manque ou est vide").await
    })
    .await
}

#[tokio::test]
async fn of_two_records_with_one_id_the_first_is_shown() -> Outcome {
    let bad = [event("bon", "Un double", "2018-01-21T10:00", "93")];
    visit(&around(&bad), async |visitor| {
        visitor.open(DAY).await?;
        visitor.hears("1 événement").await?;
        visitor.sees("1 fiche du programme est illisible et n’est pas montrée.").await?;
        open_report(visitor).await?;
        visitor.sees("est déjà celui d’un enregistrement plus haut").await?;
        visitor.open("/agenda/bon").await?;
        visitor.find(named(Role::Heading, "Marcher en ville")).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_reference_to_nothing_spoils_nothing_but_itself() -> Outcome {
    let lost = json!({ "id": "lie", "name": "Autour d’une étape", "startDate": "2018-01-20", "stop": "nulle-part", "season": "aucune" });
    visit(&around(&[lost]), async |visitor| {
        visitor.open(DAY).await?;
        visitor.hears("2 événements").await?;
        visitor.follow("Autour d’une étape").await?;
        visitor.find(named(Role::Heading, "Autour d’une étape")).await?;
        visitor.open("/itineraire").await?;
        visitor.find(with(Role::Link, "Paris (75)")).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_day_that_does_not_exist_becomes_no_other_day() -> Outcome {
    let bad = [
        json!({ "id": "trente", "name": "Le 30 février", "startDate": "2018-02-30" }),
        json!({ "id": "envers", "name": "À l’envers", "startDate": "2018-02-10", "endDate": "2018-02-01" }),
    ];
    visit(&around(&bad), async |visitor| {
        visitor.open("/agenda/trente").await?;
        visitor.sees("date inconnue").await?;
        let text = visitor.text().await?;
        assert!(!text.contains("mars 2018") && !text.contains("28 février"), "{text}");
        visitor.open("/agenda/envers").await?;
        visitor.sees("10 février 2018").await?;
        visitor.no_longer_sees("1er février 2018").await
    })
    .await
}

#[tokio::test]
async fn a_feed_of_which_no_record_is_good_leaves_the_site_up() -> Outcome {
    let programme = Programme::Written(
        json!({ "version": "1.0", "events": [1, 2, 3], "stops": "aucune" }).to_string(),
    );
    visit(&programme, async |visitor| {
        for page in [
            "/",
            "/agenda",
            "/itineraire",
            "/departements/75",
            "/groupes",
            "/actualites",
            "/a-propos",
        ] {
            visitor.open(page).await?;
            visitor.sees("fiches du programme sont illisibles").await?;
        }
        visitor.open("/agenda").await?;
        visitor.hears("0 événement").await
    })
    .await
}

#[tokio::test]
async fn a_good_feed_that_takes_the_place_of_another_is_shown_after_a_reload() -> Outcome {
    visit(&around(&[]), async |visitor| {
        visitor.open(DAY).await?;
        visitor.hears("1 événement").await?;
        let next = feed(&json!({ "events": [
            event("neuf", "Un tout nouveau rendez-vous", "2018-01-22T10:00", "94"),
            event("autre", "Encore un autre", "2018-01-23T10:00", "95"),
        ] }));
        visitor.server.replace_feed(&next.to_string())?;
        visitor.reload().await?;
        visitor.hears("2 événements").await?;
        visitor.find(named(Role::Link, "Un tout nouveau rendez-vous")).await.map(drop)
    })
    .await
}

/// Unfolds the list of what was left out.
async fn open_report(visitor: &Visitor) -> Outcome {
    let unfold = "
        const notice = [...document.querySelectorAll('summary')].find(it => it.innerText.includes('Voir lesquelles'));
        notice.click();
    ";
    Ok(visitor.session.web.execute(unfold, Vec::new()).await.map(drop)?)
}
