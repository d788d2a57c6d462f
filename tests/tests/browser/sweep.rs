//! Every page in both languages, light and dark, narrow and wide: what must hold everywhere, looked at everywhere.
//!
//! Nothing is muted. A language is one test, so that two browsers share the work.

pub(crate) mod defects;
pub(crate) mod look;
pub(crate) mod routes;

use std::time::Instant;

use qsec2_tests::support::Outcome;
use qsec2_tests::support::axe::Rules;
use qsec2_tests::support::programme::{Programme, SEASON};
use qsec2_tests::support::screen::Scheme;
use qsec2_tests::support::server::Failure;
use qsec2_tests::support::visitor::{Visitor, visit};

use defects::Defects;

const WIDTHS: [u32; 2] = [320, 1280];

#[tokio::test]
async fn every_page_in_french_is_sound() -> Outcome {
    sweep("fr").await
}

#[tokio::test]
async fn every_page_in_english_is_sound() -> Outcome {
    sweep("en").await
}

#[tokio::test]
async fn the_demonstration_season_is_sound_where_it_is_fuller_than_the_archive() -> Outcome {
    visit(&SEASON, async |visitor| {
        visitor.session.bring_axe().await?;
        let mut defects = Defects::default();
        for page in [
            "/",
            "/agenda",
            "/agenda?q=lumiere",
            "/agenda?vue=carte",
            "/itineraire",
            "/departements/93",
            "/actualites",
            "/changements",
        ] {
            let address = routes::on("2028-02-01", page);
            look_in_all_variants(visitor, &address, &mut defects).await?;
        }
        defects.verdict()
    })
    .await
}

#[tokio::test]
async fn a_programme_that_failed_is_told_on_a_sound_page() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        visitor.expect_complaint("status of 500");
        visitor.session.bring_axe().await?;
        visitor.server.break_feed(Failure::Status(500));
        let mut defects = Defects::default();
        // A feed asked for by name is left to the app to draw; without one the page as it was sent would stay.
        for address in ["/agenda?flux=/feed.json", "/?lang=en&flux=/feed.json"] {
            look_in_all_variants(visitor, address, &mut defects).await?;
        }
        defects.verdict()
    })
    .await
}

#[tokio::test]
async fn in_forced_colours_and_without_motion_every_page_is_sound() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        visitor.expect_complaint("status of 404");
        visitor.session.bring_axe().await?;
        visitor
            .session
            .media(&[("forced-colors", "active"), ("prefers-reduced-motion", "reduce")])
            .await?;
        visitor.session.resize(390, 780).await?;
        let mut defects = Defects::default();
        for address in routes::all(visitor, "fr").await? {
            visitor.open(&address).await?;
            look::at(visitor, &address, "forced colours, 390", &mut defects).await?;
        }
        defects.verdict()
    })
    .await
}

#[tokio::test]
async fn text_of_twice_the_size_fits_into_a_phone_and_a_half_window() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        visitor.expect_complaint("status of 404");
        let enlarge = serde_json::json!({ "source":
            "addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '200%'; });" });
        visitor.session.devtools("Page.addScriptToEvaluateOnNewDocument", enlarge).await?;
        let mut defects = Defects::default();
        for address in routes::all(visitor, "fr").await? {
            for width in [320, 640] {
                visitor.session.resize(width, 800).await?;
                visitor.open(&address).await?;
                look::for_width(visitor, &address, &format!("200 %, {width}"), &mut defects).await?;
            }
        }
        defects.verdict()
    })
    .await
}

#[tokio::test]
async fn texts_whose_contrast_no_rule_can_decide_stand_out_in_the_picture() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        visitor.session.bring_axe().await?;
        let mut defects = Defects::default();
        for address in [
            "/?le=2018-01-20",
            "/agenda",
            "/itineraire?le=2018-01-20",
            "/departements",
            "/departements/93",
        ] {
            for scheme in [Scheme::Light, Scheme::Dark] {
                visitor.session.prefer(scheme).await?;
                visitor.session.resize(1900, 900).await?;
                visitor.open(address).await?;
                visitor.session.whole_page(1900).await?;
                let undecided = visitor.session.axe(Rules::Colours).await?.undecided.into_iter();
                let undecided =
                    undecided.filter(|it| it.rule == "color-contrast").map(|it| it.element);
                for faint in visitor.session.too_faint(&undecided.collect::<Vec<_>>()).await? {
                    defects.add(address, scheme.as_str(), faint);
                }
            }
        }
        defects.verdict()
    })
    .await
}

async fn sweep(lang: &str) -> Outcome {
    let begin = Instant::now();
    visit(&Programme::Archive, async |visitor| {
        visitor.expect_complaint("status of 404");
        visitor.session.bring_axe().await?;
        let mut defects = Defects::default();
        let addresses = routes::all(visitor, lang).await?;
        for address in &addresses {
            look_in_all_variants(visitor, address, &mut defects).await?;
        }
        eprintln!(
            "{} pages in {lang}, four variants each, in {:.0?}",
            addresses.len(),
            begin.elapsed()
        );
        defects.verdict()
    })
    .await
}

/// Loads a page at each width, looks at it in the light, and at its colours in the dark.
async fn look_in_all_variants(visitor: &Visitor, address: &str, defects: &mut Defects) -> Outcome {
    for width in WIDTHS {
        visitor.session.resize(width, 900).await?;
        visitor.open(address).await?;
        visitor.session.prefer(Scheme::Light).await?;
        look::at(visitor, address, &format!("light, {width}"), defects).await?;
        visitor.session.prefer(Scheme::Dark).await?;
        look::for_colours(visitor, address, &format!("dark, {width}"), defects).await?;
        defects.add_complaints(address, &visitor.complaints().await?);
    }
    Ok(())
}
