//! Dates that are not wholly known are said as they are known.

use qsec2_tests::support::Outcome;
use qsec2_tests::support::element::{Role, named, with};
use qsec2_tests::support::programme::Programme;
use qsec2_tests::support::visitor::visit;
use serde_json::json;

use crate::feeds;

#[tokio::test]
async fn a_stop_without_a_known_end_begins_on_its_day_and_says_that_the_end_is_unknown() -> Outcome
{
    visit(&Programme::Archive, async |visitor| {
        visitor.open("/itineraire?le=2017-12-01").await?;
        let list = visitor.find(named(Role::List, "Étapes")).await?;
        let said = visitor.text_of(&list).await?.to_lowercase();
        assert!(said.contains("à partir du 25 novembre 2017"), "{said}");
        visitor.find_within(with(Role::Link, "Drancy"), Some(&list)).await?.click().await?;
        visitor.sees("à partir du 25 novembre 2017, fin inconnue").await
    })
    .await
}

#[tokio::test]
async fn an_event_known_by_its_year_or_not_at_all_is_never_given_a_day() -> Outcome {
    let events = json!([
        { "id": "annee", "name": "Un programme citoyen", "startDate": "2015" },
        { "id": "mois", "name": "Un mois de films", "startDate": "2017-11" },
        { "id": "rien", "name": "Une rencontre", "kind": "rencontre" },
    ]);
    visit(&feeds::with_events(&events), async |visitor| {
        for (id, said) in
            [("annee", "en 2015"), ("mois", "en novembre 2017"), ("rien", "date inconnue")]
        {
            visitor.open(&format!("/agenda/{id}")).await?;
            visitor.sees(said).await?;
        }
        visitor.open("/agenda").await?;
        visitor.hears("3 événements").await?;
        visitor.sees("En 2015, jour inconnu").await?;
        visitor.sees("Date inconnue").await?;
        let text = visitor.text().await?;
        assert!(
            !text.contains("1er janvier 2015") && !text.contains("1er novembre 2017"),
            "{text}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_stop_known_by_its_year_or_not_at_all_is_never_given_a_day() -> Outcome {
    let stop = |id: &str, department: &str, start: Option<&str>| {
        json!({ "id": id, "exhibition": "trajectoires", "startDate": start,
            "location": { "name": format!("Salle {id}"), "department": department } })
    };
    let stops = json!({ "stops": [stop("annee", "94", Some("2015")), stop("rien", "91", None)] });
    let programme = Programme::Written(feeds::feed(&stops).to_string());
    visit(&programme, async |visitor| {
        visitor.open("/itineraire").await?;
        let list = visitor.find(named(Role::List, "Étapes")).await?;
        let said = visitor.text_of(&list).await?.to_lowercase();
        assert!(said.contains("en 2015"), "{said}");
        assert!(said.contains("date inconnue"), "{said}");
        visitor.follow("Salle rien, (91)").await?;
        visitor.sees("date inconnue").await
    })
    .await
}
