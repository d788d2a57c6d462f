//! A resident: what the group of their département does, and whom to call to join.

use qsec2_tests::support::Outcome;
use qsec2_tests::support::element::{Role, named, with};
use qsec2_tests::support::programme::Programme;
use qsec2_tests::support::visitor::visit;

#[tokio::test]
async fn from_the_departement_to_its_group_to_the_phone_of_its_association() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        visitor.open("/").await?;
        visitor.follow("Départements").await?;
        visitor.find(named(Role::Heading, "Les huit départements")).await?;
        visitor.follow("Paris").await?;
        visitor.find(named(Role::Heading, "Paris (75)")).await?;
        visitor.follow("Groupe de Paris").await?;
        visitor.find(named(Role::Heading, "Groupe de Paris")).await?;
        visitor.sees("Bagnolet").await?;
        visitor.find(named(Role::Heading, "Rejoindre un groupe")).await?;
        let phone = visitor.find(named(Role::Link, "01 43 48 36 96")).await?;
        assert_eq!(phone.attr("href").await?.as_deref(), Some("tel:+33143483696"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_departement_says_who_runs_it_and_what_is_known_and_what_is_not() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        visitor.open("/departements").await?;
        for name in [
            "Paris",
            "Seine-et-Marne",
            "Yvelines",
            "Essonne",
            "Hauts-de-Seine",
            "Seine-Saint-Denis",
            "Val-de-Marne",
            "Val-d’Oise",
        ] {
            visitor.find(named(Role::Link, name)).await?;
        }
        visitor.follow("Essonne").await?;
        visitor.find(with(Role::Heading, "Essonne (91)")).await?;
        visitor.sees("Aucune étape connue dans ce département.").await
    })
    .await
}
