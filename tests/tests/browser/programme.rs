//! A visitor keeps events on the device, sees what is at the same time, lets go, undoes, and passes the whole on as a link.

use qsec2_tests::support::Outcome;
use qsec2_tests::support::axe::Rules;
use qsec2_tests::support::element::{Role, any, named};
use qsec2_tests::support::programme::Programme;
use qsec2_tests::support::visitor::{Visitor, visit};
use serde_json::{Value, json};

use crate::feeds;

const NOTHING: &str = "Vous n’avez encore rien gardé.";
const KEEP_ALL: &str = "Garder ces événements sur cet appareil";

#[tokio::test]
async fn a_kept_event_is_in_the_programme_also_after_a_reload_and_can_be_let_go() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open("/mon-programme?le=2018-01-19").await?;
        visitor.sees(NOTHING).await?;
        keep(visitor, "ecole").await?;
        let button = visitor.find(named(Role::Button, "Garder dans mon programme")).await?;
        assert_eq!(button.attr("aria-pressed").await?.as_deref(), Some("true"));
        visitor.follow("Mon programme").await?;
        visitor.find(named(Role::Link, "Une école qui respire")).await?;
        visitor.reload().await?;
        visitor.follow("Une école qui respire").await?;
        visitor.press("Garder dans mon programme").await?;
        visitor.open("/mon-programme").await?;
        visitor.sees(NOTHING).await
    })
    .await
}

#[tokio::test]
async fn two_events_at_the_same_time_say_so_each_of_the_other() -> Outcome {
    visit(&overlapping(), async |visitor| {
        keep(visitor, "bal").await?;
        keep(visitor, "debat").await?;
        keep(visitor, "soir").await?;
        visitor.open("/mon-programme?le=2018-01-19").await?;
        let items = items(visitor).await?;
        assert_eq!(items.len(), 3, "{items:?}");
        let says = |item: &str, said: &str| {
            assert!(item.contains(said), "« {said} » is not in « {item} »");
        };
        says(&items[0], "Le bal des vélos");
        says(&items[0], "En même temps que : Un débat, 15 h – 17 h 30");
        says(&items[1], "En même temps que : Le bal des vélos, 14 h – 16 h");
        assert!(!items[2].contains("En même temps"), "{}", items[2]);
        // Of what is let go nothing is said any more.
        visitor.press("Retirer : Un débat").await?;
        visitor.no_longer_sees("En même temps").await?;
        visitor.session.bring_axe().await?;
        keep(visitor, "debat").await?;
        visitor.open("/mon-programme?le=2018-01-19").await?;
        visitor.sees("En même temps").await?;
        is_sound(visitor).await
    })
    .await
}

#[tokio::test]
async fn what_was_removed_comes_back_by_one_press_and_the_focus_stays_in_its_place() -> Outcome {
    visit(&overlapping(), async |visitor| {
        keep(visitor, "bal").await?;
        keep(visitor, "debat").await?;
        visitor.open("/mon-programme?le=2018-01-19").await?;
        visitor.press("Retirer : Le bal des vélos").await?;
        visitor.hears("Retiré : Le bal des vélos.").await?;
        visitor.gone(named(Role::Link, "Le bal des vélos")).await?;
        focus_is_on(visitor, "button Annuler, garder : Le bal des vélos").await?;
        visitor.press("Annuler, garder : Le bal des vélos").await?;
        visitor.find(named(Role::Link, "Le bal des vélos")).await?;
        focus_is_on(visitor, "button Retirer : Le bal des vélos").await?;
        visitor.reload().await?;
        visitor.find(named(Role::Link, "Le bal des vélos")).await?;
        visitor.press("Retirer : Le bal des vélos").await?;
        visitor.hears("Retiré").await?;
        visitor.reload().await?;
        visitor.gone(named(Role::Link, "Le bal des vélos")).await?;
        visitor.find(named(Role::Link, "Un débat")).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn what_is_over_is_folded_and_stands_after_what_comes() -> Outcome {
    visit(&overlapping(), async |visitor| {
        for event in ["bal", "debat", "soir", "apres"] {
            keep(visitor, event).await?;
        }
        visitor.open("/mon-programme?le=2018-01-21").await?;
        assert_eq!(visitor.all(any(Role::Article)).await?.len(), 1, "what is over is folded");
        visitor.session.bring_axe().await?;
        visitor.sees("3 rendez-vous passés").await?;
        let unfold = "document.querySelector('main summary').click();";
        visitor.session.web.execute(unfold, Vec::new()).await?;
        let drawn = async || Ok((visitor.all(any(Role::Article)).await?.len() == 4).then_some(()));
        visitor.until("what is over is there", drawn).await?;
        // It stays unfolded when one of it is removed.
        visitor.press("Retirer : Un débat").await?;
        visitor.hears("Retiré : Un débat.").await?;
        visitor.find(named(Role::Link, "Le bal des vélos")).await?;
        visitor.open("/mon-programme?le=2018-01-21").await?;
        is_sound(visitor).await
    })
    .await
}

#[tokio::test]
async fn a_link_shows_the_same_programme_to_somebody_else_who_may_keep_it() -> Outcome {
    let shared = async |visitor: &Visitor| -> Outcome<String> {
        keep(visitor, "debat").await?;
        keep(visitor, "bal").await?;
        visitor.follow("Mon programme").await?;
        let link = visitor.find(named(Role::Link, "Lien vers ce programme")).await?;
        Ok(link.attr("href").await?.unwrap_or_default())
    };
    let link = std::sync::Mutex::new(String::new());
    visit(&overlapping(), async |visitor| {
        let href = shared(visitor).await?;
        assert_eq!(href, "/mon-programme?evenements=debat,bal&le=2018-01-19");
        *link.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = href;
        Ok(())
    })
    .await?;
    let link = link.into_inner().unwrap_or_default();
    visit(&overlapping(), async |visitor| {
        keep(visitor, "soir").await?;
        visitor.open(&link).await?;
        visitor.find(named(Role::Heading, "Programme partagé")).await?;
        assert_eq!(items(visitor).await?.len(), 2);
        visitor.sees("En même temps que : Un débat").await?;
        assert!(visitor.all(named(Role::Button, "Retirer : Un débat")).await?.is_empty());
        visitor.session.bring_axe().await?;
        visitor.open(&link).await?;
        is_sound(visitor).await?;
        visitor.press(KEEP_ALL).await?;
        visitor.hears("sont tous gardés sur cet appareil").await?;
        visitor.gone(named(Role::Button, KEEP_ALL)).await?;
        visitor.reload().await?;
        visitor.hears("sont tous gardés sur cet appareil").await?;
        visitor.follow("Voir mon programme").await?;
        visitor.is_at("/mon-programme?le=2018-01-19").await?;
        visitor.find(named(Role::Heading, "Mon programme")).await?;
        visitor.find(named(Role::Button, "Retirer : Un débat")).await?;
        assert_eq!(items(visitor).await?.len(), 3);
        visitor.back().await?;
        visitor.find(named(Role::Heading, "Programme partagé")).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_link_to_events_that_are_gone_or_never_were_says_so() -> Outcome {
    visit(&overlapping(), async |visitor| {
        visitor.open("/mon-programme?evenements=bal,parti,Pas+un+id&le=2018-01-19").await?;
        visitor.sees("1 événement de ce lien n’est plus dans le programme.").await?;
        visitor.sees("evenements=Pas un id").await?;
        assert_eq!(items(visitor).await?.len(), 1);
        // No link on the page carries the events on.
        let carried = "
            return [...document.querySelectorAll('a[href*=evenements]')]
                .map(link => link.getAttribute('href')).filter(href => !href.startsWith('/mon-programme'));
        ";
        let carried: Vec<String> =
            visitor.session.web.execute(carried, Vec::new()).await?.convert()?;
        assert!(carried.is_empty(), "{carried:?}");
        Ok(())
    })
    .await
}

/// Two that overlap, one on the evening of the same day, one on the next day.
fn overlapping() -> Programme {
    let lasting = |id: &str, name: &str, start: &str, end: &str| -> Value {
        let mut event = feeds::event(id, name, start, "93");
        event["endDate"] = end.into();
        event
    };
    feeds::with_events(&json!([
        lasting("bal", "Le bal des vélos", "2018-01-20T14:00", "2018-01-20T16:00"),
        lasting("debat", "Un débat", "2018-01-20T15:00", "2018-01-20T17:30"),
        lasting("soir", "Le soir au musée", "2018-01-20T20:00", "2018-01-20T22:00"),
        lasting("apres", "Le lendemain", "2018-01-21T14:00", "2018-01-21T16:00"),
    ]))
}

/// Keeps an event, on the page of which one is then.
async fn keep(visitor: &Visitor, event: &str) -> Outcome {
    visitor.open(&format!("/agenda/{event}?le=2018-01-19")).await?;
    visitor.press("Garder dans mon programme").await
}

/// What the items of the programme say.
async fn items(visitor: &Visitor) -> Outcome<Vec<String>> {
    let list = visitor.find(named(Role::List, "Événements")).await?;
    let mut said = Vec::new();
    for item in visitor.session.all(any(Role::ListItem), Some(&list)).await? {
        said.push(visitor.text_of(&item).await?);
    }
    Ok(said)
}

async fn focus_is_on(visitor: &Visitor, what: &str) -> Outcome {
    let is_on = async || Ok((visitor.focused().await? == what).then_some(()));
    visitor.until(&format!("the focus is on {what}"), is_on).await
}

/// No rule is broken. The number on a bullet lies on its shape, where axe-core can't tell colours; the sweep measures those.
pub(crate) async fn is_sound(visitor: &Visitor) -> Outcome {
    let verdict = visitor.session.axe(Rules::All).await?;
    let mut undecided = verdict.undecided;
    undecided.retain(|it| !it.element.ends_with("text"));
    assert_eq!((verdict.violations, undecided), (vec![], vec![]));
    Ok(())
}
