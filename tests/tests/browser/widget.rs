//! A partner who puts the agenda on a site of theirs.

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use qsec2_tests::support::Outcome;
use qsec2_tests::support::axe::Rules;
use qsec2_tests::support::element::{Role, named};
use qsec2_tests::support::programme::SEASON;
use qsec2_tests::support::screen::Scheme;
use qsec2_tests::support::visitor::{Visitor, visit};
use serde_json::json;

use crate::feeds;

const DAY: &str = "le=2018-01-19";

#[tokio::test]
async fn what_is_chosen_stands_in_the_address_and_in_the_line_to_paste() -> Outcome {
    visit(&feeds::three(), async |visitor| {
        visitor.open(&format!("/participer?{DAY}")).await?;
        visitor.follow("Mettre l’agenda sur votre site").await?;
        visitor.find(named(Role::Heading, "L’agenda sur votre site")).await?;
        visitor.tick("Seine-Saint-Denis (93)").await?;
        visitor.is_at(&format!("/participer/widget?dep=93&{DAY}")).await?;
        let number = visitor.field("Nombre de rendez-vous").await?;
        number.send_keys("3").await?;
        visitor.is_at(&format!("/participer/widget?dep=93&nombre=3&{DAY}")).await?;
        let source = visitor.server.address("/widget.html?dep=93&amp;nombre=3");
        has_in(visitor, "La ligne à coller", &format!("<iframe src=\"{source}\" ")).await?;
        let link = visitor.server.address("/agenda?dep=93");
        has_in(visitor, "Un simple lien", &format!("<a href=\"{link}\">")).await?;
        shows(visitor, "Une école qui respire").await?;
        visitor.tick("Seine-Saint-Denis (93)").await?;
        shows(visitor, "Marcher en ville").await?;
        // What was shown in the frame is no entry of its own.
        visitor.back().await?;
        visitor.is_at(&format!("/participer/widget?dep=93&nombre=3&{DAY}")).await?;
        visitor.back().await?;
        visitor.is_at(&format!("/participer/widget?dep=93&{DAY}")).await?;
        visitor.reload().await?;
        let ticked = visitor.find(named(Role::Checkbox, "Seine-Saint-Denis (93)")).await?;
        assert!(ticked.is_selected().await?);
        has_in(visitor, "La ligne à coller", "/widget.html?dep=93\"").await
    })
    .await
}

#[tokio::test]
async fn the_widget_is_seen_in_a_frame_of_another_site_and_no_other_page_is() -> Outcome {
    visit(&SEASON, async |visitor| {
        let widget = visitor.server.address("/widget.html?le=2027-10-15&dep=93");
        let page = format!("<!doctype html><title>Une mairie</title><link rel='icon' href='data:,'><iframe src=\"{widget}\" title=\"Agenda\"></iframe>");
        visitor.session.web.goto(somewhere_else(page).await?).await?;
        let events = in_frame(visitor, "return document.querySelectorAll('li a[target=_blank]').length").await?;
        assert_eq!(events, json!(5));
        let agenda = visitor.server.address("/agenda");
        let page = format!("<!doctype html><title>Une mairie</title><link rel='icon' href='data:,'><iframe src=\"{agenda}\" title=\"Agenda\"></iframe>");
        visitor.expect_complaint("frame");
        visitor.session.web.goto(somewhere_else(page).await?).await?;
        let ours = in_frame(visitor, "return document.querySelectorAll('#app').length").await?;
        assert_eq!(ours, json!(0), "the agenda was framed");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_widget_is_sound_however_narrow_and_dark() -> Outcome {
    visit(&SEASON, async |visitor| {
        visitor.session.bring_axe().await?;
        for search in ["le=2027-10-15", "le=2028-02-01&dep=93&lang=en&nombre=10", "q=xylophone"] {
            visitor.open(&format!("/widget.html?{search}")).await?;
            for (width, scheme) in [(200, Scheme::Light), (400, Scheme::Dark)] {
                visitor.session.resize(width, 700).await?;
                visitor.session.prefer(scheme).await?;
                let verdict = visitor.session.axe(Rules::All).await?;
                assert_eq!(verdict.violations, [], "{search}, {width}");
                let fits = "return document.documentElement.scrollWidth <= innerWidth";
                let fits: bool = visitor.session.web.execute(fits, Vec::new()).await?.convert()?;
                assert!(fits, "{search} is wider than {width}");
            }
        }
        Ok(())
    })
    .await
}

/// A page of another origin; answers until the test ends.
async fn somewhere_else(page: String) -> Outcome<String> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let router = Router::new().route("/", get(async move || Html(page)));
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(format!("http://{address}/"))
}

/// Asks the only frame of the page.
async fn in_frame(visitor: &Visitor, script: &str) -> Outcome<serde_json::Value> {
    visitor.session.web.enter_frame(0).await?;
    let said = visitor.session.web.execute(script, Vec::new()).await?.json().clone();
    visitor.session.web.enter_default_frame().await?;
    Ok(said)
}

/// Waits until the preview has this event.
async fn shows(visitor: &Visitor, event: &str) -> Outcome {
    let there = "
        const frame = document.querySelector('iframe');
        const page = frame && frame.contentDocument;
        return Boolean(page) && [...page.querySelectorAll('li a')].some(link => link.textContent === arguments[0]);
    ";
    let there = async || {
        let there: bool =
            visitor.session.web.execute(there, vec![json!(event)]).await?.convert()?;
        Ok(there.then_some(()))
    };
    visitor.until(&format!("the preview shows « {event} »"), there).await
}

/// Waits until a field has this in it.
async fn has_in(visitor: &Visitor, label: &str, part: &str) -> Outcome {
    let field = visitor.field(label).await?;
    let has = async || {
        let value = field.prop("value").await?.unwrap_or_default();
        Ok(value.contains(part).then_some(()))
    };
    visitor.until(&format!("« {part} » is in « {label} »"), has).await
}
