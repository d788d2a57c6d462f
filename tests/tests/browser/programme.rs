//! A visitor keeps events on the device.

use qsec2_tests::support::Outcome;
use qsec2_tests::support::element::{Role, named};
use qsec2_tests::support::visitor::visit;

use crate::feeds;

#[tokio::test]
async fn a_kept_event_is_in_the_programme_also_after_a_reload_and_can_be_let_go() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open("/mon-programme?le=2018-01-19").await?;
        visitor.sees("Vous n’avez encore rien gardé.").await?;
        visitor.open("/agenda/ecole?le=2018-01-19").await?;
        visitor.press("Garder dans mon programme").await?;
        let button = visitor.find(named(Role::Button, "Garder dans mon programme")).await?;
        assert_eq!(button.attr("aria-pressed").await?.as_deref(), Some("true"));
        visitor.follow("Mon programme").await?;
        visitor.find(named(Role::Link, "Une école qui respire")).await?;
        visitor.reload().await?;
        visitor.follow("Une école qui respire").await?;
        visitor.press("Garder dans mon programme").await?;
        visitor.open("/mon-programme").await?;
        visitor.sees("Vous n’avez encore rien gardé.").await
    })
    .await
}
