//! Everything by keyboard.

use qsec2_tests::support::Outcome;
use qsec2_tests::support::element::{Role, any, named};
use qsec2_tests::support::programme::{Programme, SEASON};
use qsec2_tests::support::visitor::{Visitor, visit};
use thirtyfour::Key;

use crate::feeds;

#[tokio::test]
async fn the_first_tab_reaches_the_skip_link_and_it_leads_to_the_content() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        visitor.open("/agenda").await?;
        visitor.key(Key::Tab).await?;
        assert_eq!(visitor.focused().await?, "link Aller au contenu");
        visitor.key(Key::Enter).await?;
        let in_content = async || {
            let inside = "return document.activeElement.computedRole === 'main'";
            let inside: bool = visitor.session.web.execute(inside, Vec::new()).await?.convert()?;
            Ok(inside.then_some(()))
        };
        visitor.until("the focus is on the content", in_content).await?;
        visitor.key(Key::Tab).await?;
        assert_eq!(visitor.focused().await?, "searchbox Rechercher");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_has_the_focus_can_be_seen_to_have_it() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        visitor.open("/").await?;
        for _ in 0..12 {
            visitor.key(Key::Tab).await?;
            let ring = "
                const style = getComputedStyle(document.activeElement);
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
            ";
            let ring: bool = visitor.session.web.execute(ring, Vec::new()).await?.convert()?;
            assert!(ring, "no focus ring on {}", visitor.focused().await?);
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn tab_goes_down_a_long_list_on_a_phone_and_the_focus_is_never_lost() -> Outcome {
    visit(&SEASON, async |visitor| {
        visitor.session.resize(360, 780).await?;
        visitor.open("/agenda?le=2027-10-01").await?;
        let here = "return [document.activeElement.tagName, Math.round(scrollY)]";
        let mut furthest = 0;
        for step in 0..140 {
            visitor.key(Key::Tab).await?;
            let (tag, y): (String, i64) =
                visitor.session.web.execute(here, Vec::new()).await?.convert()?;
            assert_ne!(tag, "BODY", "the focus was lost at step {step}, at {y}");
            assert!(y + 400 > furthest, "thrown back from {furthest} to {y} at step {step}");
            furthest = furthest.max(y);
        }
        assert!(furthest > 1500, "140 steps led only to {furthest}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_lanes_are_one_tab_stop_with_arrows_inside_and_enter_opens_a_stop() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        visitor.open("/itineraire?le=2018-01-20").await?;
        let grid = visitor.find(any(Role::Grid)).await?;
        let rows = visitor.session.all(any(Role::RowHeader), Some(&grid)).await?;
        assert_eq!(rows.len(), 8, "a row for each département");
        let reached = "return arguments[0].querySelectorAll('a[href]:not([tabindex=\"-1\"]), [tabindex=\"0\"]').length";
        let reached: u32 =
            visitor.session.web.execute(reached, vec![grid.to_json()?]).await?.convert()?;
        assert_eq!(reached, 1, "Tab reaches one place in the grid");
        tab_into(visitor).await?;
        let first = visitor.focused().await?;
        visitor.key(Key::Right).await?;
        let second = visitor.focused().await?;
        assert_ne!(first, second, "an arrow leads on");
        visitor.key(Key::Left).await?;
        assert_eq!(visitor.focused().await?, first, "and back");
        visitor.key(Key::End).await?;
        let last = visitor.focused().await?;
        assert_ne!(last, first);
        visitor.key(Key::Home).await?;
        assert_eq!(visitor.focused().await?, first);
        visitor.key(Key::Right).await?;
        visitor.key(Key::Enter).await?;
        let opened = async || Ok(visitor.address().await?.starts_with("/itineraire/").then_some(()));
        visitor.until("a stop is open", opened).await?;
        visitor.back().await?;
        visitor.find(any(Role::Grid)).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_box_is_ticked_by_space_and_keeps_the_focus() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open("/agenda?le=2018-01-19").await?;
        visitor.hears("3 événements").await?;
        for _ in 0..40 {
            if visitor.focused().await? == "checkbox Seine-Saint-Denis (93)" {
                break;
            }
            visitor.key(Key::Tab).await?;
        }
        assert_eq!(visitor.focused().await?, "checkbox Seine-Saint-Denis (93)");
        visitor.key(Key::Space).await?;
        visitor.hears("2 événements").await?;
        assert_eq!(visitor.focused().await?, "checkbox Seine-Saint-Denis (93)");
        visitor.key(Key::Space).await?;
        visitor.hears("3 événements").await
    })
    .await
}

#[tokio::test]
async fn a_page_that_is_entered_by_a_link_begins_at_its_heading() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open("/agenda?le=2018-01-19").await?;
        visitor.find(named(Role::Link, "Marcher en ville")).await?.click().await?;
        let on_heading =
            async || Ok((visitor.focused().await? == "heading Marcher en ville").then_some(()));
        visitor.until("the heading has the focus", on_heading).await?;
        let top: i64 =
            visitor.session.web.execute("return scrollY", Vec::new()).await?.convert()?;
        assert_eq!(top, 0);
        Ok(())
    })
    .await
}

/// Presses Tab until the focus is in the lanes.
async fn tab_into(visitor: &Visitor) -> Outcome {
    for _ in 0..40 {
        let inside = "return document.activeElement.closest('[role=gridcell]') !== null";
        if visitor.session.web.execute(inside, Vec::new()).await?.convert()? {
            return Ok(());
        }
        visitor.key(Key::Tab).await?;
    }
    Err("Tab never reached the lanes".into())
}
