//! A visitor with a phone: where is the exhibition, and where next?

use qsec2_tests::support::Outcome;
use qsec2_tests::support::element::{Role, named, with};
use qsec2_tests::support::programme::{Programme, SEASON};
use qsec2_tests::support::visitor::visit;

#[tokio::test]
async fn on_a_day_of_the_tour_home_says_where_it_is_until_when_and_how_long_still() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        visitor.session.resize(390, 780).await?;
        visitor.open("/?le=2018-01-20").await?;
        visitor.sees("En ce moment").await?;
        visitor.sees("du 9 janvier au 10 mars 2018").await?;
        visitor.sees("Encore 49 jours").await?;
        visitor.find(with(Role::Link, "Espace des Sciences")).await?.click().await?;
        visitor.find(with(Role::Heading, "Paris (75)")).await?;
        visitor.sees("en cours").await?;
        let address = visitor.address().await?;
        assert!(address.starts_with("/itineraire/"), "{address}");
        assert!(address.ends_with("?le=2018-01-20"), "the day is carried on: {address}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn between_two_stops_home_says_what_was_last_and_what_comes_next() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        visitor.open("/?le=2018-07-01").await?;
        visitor.sees("nulle part ce jour-là").await?;
        visitor.sees("Étape précédente").await?;
        visitor.find(with(Role::Link, "Médiathèque du Château des Dames")).await?;
        visitor.sees("Prochaine étape").await?;
        visitor.find(named(Role::Link, "Agora")).await?;
        visitor.sees("Dans 73 jours").await
    })
    .await
}

#[tokio::test]
async fn today_the_archive_is_shown_as_what_it_is_and_never_as_an_empty_page() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        visitor.open("/").await?;
        visitor.sees("Dernière étape connue").await?;
        visitor.sees("les archives").await?;
        visitor.follow("Tout l’agenda").await?;
        visitor.hears("événements").await?;
        visitor.sees("voici les archives").await?;
        assert!(!visitor.all(with(Role::Heading, "")).await?.is_empty());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_demonstration_says_on_every_page_that_it_is_invented() -> Outcome {
    visit(&SEASON, async |visitor| {
        for page in ["/", "/agenda", "/itineraire", "/mon-programme", "/a-propos", "/accessibilite"]
        {
            visitor.open(page).await?;
            visitor.sees("Saison de démonstration : tout ce contenu est inventé.").await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_page_as_on_another_day_leads_back_to_today_in_one_click() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        visitor.open("/agenda?dep=75&le=2018-01-20").await?;
        visitor.sees("Le site est montré comme le samedi 20 janvier 2018.").await?;
        visitor.find(named(Role::Link, "Revenir à aujourd’hui")).await?.click().await?;
        visitor.is_at("/agenda?dep=75").await?;
        visitor.no_longer_sees("Le site est montré comme").await
    })
    .await
}
