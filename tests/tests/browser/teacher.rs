//! A teacher with a class: which stops, what is known of class visits, whom to call.

use qsec2_tests::support::Outcome;
use qsec2_tests::support::element::{Role, named, with};
use qsec2_tests::support::programme::Programme;
use qsec2_tests::support::visitor::visit;

#[tokio::test]
async fn a_teacher_finds_the_stops_the_class_visits_and_a_phone_to_call() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        visitor.open("/?le=2018-01-20").await?;
        visitor.follow("Enseignants").await?;
        visitor.find(named(Role::Heading, "Venir avec une classe")).await?;
        visitor.sees("groupes scolaires sur réservation").await?;
        let phone = visitor.find(named(Role::Link, "01 43 48 36 96")).await?;
        assert_eq!(phone.attr("href").await?.as_deref(), Some("tel:+33143483696"));
        visitor.find(with(Role::Link, "Paris (75)")).await?.click().await?;
        visitor.find(with(Role::Heading, "Paris (75)")).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_teacher_filters_the_agenda_for_school_classes() -> Outcome {
    visit(&qsec2_tests::support::programme::SEASON, async |visitor| {
        visitor.open("/agenda?le=2027-09-01").await?;
        visitor.hears("320 événements").await?;
        let publics = visitor.find(named(Role::Group, "Publics")).await?;
        visitor.find_within(with(Role::Checkbox, "Classes"), Some(&publics)).await?.click().await?;
        visitor.is_at("/agenda?public=scolaires&le=2027-09-01").await?;
        visitor.no_longer_sees("320 événements").await?;
        visitor.hears("événements").await
    })
    .await
}
