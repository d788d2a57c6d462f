//! The agenda as a month, by keyboard, by screen reader, on a phone.

use qsec2_tests::support::Outcome;
use qsec2_tests::support::axe::Rules;
use qsec2_tests::support::element::{Role, any, named, with};
use qsec2_tests::support::programme::SEASON;
use qsec2_tests::support::screen::Scheme;
use qsec2_tests::support::visitor::visit;
use thirtyfour::Key;

use crate::feeds;

const DAY: &str = "le=2018-01-19";

#[tokio::test]
async fn the_month_is_one_tab_stop_and_its_keys_are_those_of_the_pattern() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open(&format!("/agenda?vue=mois&{DAY}")).await?;
        visitor.find(named(Role::Grid, "Janvier 2018")).await?;
        let stops = "return document.querySelectorAll('[role=grid] [tabindex=\"0\"]').length;";
        let stops: i64 = visitor.session.web.execute(stops, Vec::new()).await?.convert()?;
        assert_eq!(stops, 1);
        let today = visitor.find(with(Role::GridCell, "vendredi 19 janvier 2018")).await?;
        today.focus().await?;
        for (key, day) in [
            (Key::Right, "samedi 20 janvier 2018"),
            (Key::Down, "samedi 27 janvier 2018"),
            (Key::Home, "lundi 22 janvier 2018"),
            (Key::End, "dimanche 28 janvier 2018"),
            (Key::Up, "dimanche 21 janvier 2018"),
            (Key::PageDown, "mercredi 21 février 2018"),
            (Key::PageUp, "dimanche 21 janvier 2018"),
            (Key::Left, "samedi 20 janvier 2018"),
        ] {
            visitor.key(key).await?;
            let there = async || Ok(visitor.focused().await?.contains(day).then_some(()));
            visitor.until(&format!("the focus is on {day}"), there).await?;
        }
        visitor.is_at(&format!("/agenda?vue=mois&mois=2018-01&{DAY}")).await?;
        assert!(visitor.focused().await?.contains("2 événements"), "{}", visitor.focused().await?);
        visitor.key(Key::Enter).await?;
        let opened = async || {
            Ok((visitor.focused().await? == "heading samedi 20 janvier 2018").then_some(()))
        };
        visitor.until("the day is open, and has the focus", opened).await?;
        visitor.find(named(Role::Heading, "Une école qui respire")).await?;
        visitor.find(named(Role::Heading, "Marcher en ville")).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn an_event_in_the_grid_opens_within_the_site_and_carries_the_search_on() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open(&format!("/agenda?dep=93&vue=mois&{DAY}")).await?;
        visitor.find(named(Role::Grid, "Janvier 2018")).await?;
        visitor.session.web.execute("window.mark = 1", Vec::new()).await?;
        visitor.find(with(Role::Link, "Une école qui respire")).await?.click().await?;
        visitor.find(named(Role::Heading, "Une école qui respire")).await?;
        visitor.is_at(&format!("/agenda/ecole?dep=93&vue=mois&{DAY}")).await?;
        let mark: i64 =
            visitor.session.web.execute("return window.mark", Vec::new()).await?.convert()?;
        assert_eq!(mark, 1, "the site was loaded anew");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn another_month_is_a_link_that_keeps_the_choices() -> Outcome {
    visit(&SEASON, async |visitor| {
        visitor.open("/agenda?dep=77&vue=mois&le=2028-02-01").await?;
        visitor.find(named(Role::Grid, "Février 2028")).await?;
        visitor.follow("Mois suivant : mars 2028").await?;
        visitor.is_at("/agenda?dep=77&vue=mois&mois=2028-03&le=2028-02-01").await?;
        visitor.find(named(Role::Grid, "Mars 2028")).await?;
        visitor.follow("Revenir à ce mois-ci").await?;
        visitor.find(named(Role::Grid, "Février 2028")).await?;
        visitor.back().await?;
        visitor.find(named(Role::Grid, "Mars 2028")).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn on_a_phone_a_day_shows_dots_and_opens_at_a_touch() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.session.resize(360, 740).await?;
        visitor.open(&format!("/agenda?vue=mois&{DAY}")).await?;
        let day = visitor.find(with(Role::GridCell, "samedi 20 janvier 2018")).await?;
        assert!(visitor.text_of(&day).await?.contains("●●"), "{}", visitor.text_of(&day).await?);
        visitor.gone(named(Role::Link, "Marcher en ville")).await?;
        day.click().await?;
        visitor.find(named(Role::Link, "Marcher en ville")).await?;
        visitor.follow("Ce jour seul, en liste").await?;
        visitor.is_at(&format!("/agenda?du=2018-01-20&au=2018-01-20&{DAY}")).await
    })
    .await
}

#[tokio::test]
async fn the_month_is_sound_narrow_and_wide_light_and_dark() -> Outcome {
    visit(&SEASON, async |visitor| {
        visitor.session.bring_axe().await?;
        visitor.open("/agenda?vue=mois&le=2028-02-01").await?;
        visitor.find(any(Role::Grid)).await?;
        for (width, scheme) in
            [(320, Scheme::Light), (320, Scheme::Dark), (1280, Scheme::Dark), (1280, Scheme::Light)]
        {
            visitor.session.resize(width, 900).await?;
            visitor.session.prefer(scheme).await?;
            visitor.session.at_rest().await?;
            let faults = visitor.session.axe(Rules::All).await?.violations;
            assert!(faults.is_empty(), "{width} {scheme:?}: {faults:?}");
        }
        Ok(())
    })
    .await
}
