//! The widget over HTTP: small, safe in anybody's frame, and the only answer that may stand in one.

use axum::http::StatusCode;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use qsec2_site::widget::STYLE;
use sha2::{Digest as _, Sha256};

use crate::support::{FEED, Outcome, Site};

const ANY_DAY: &str = "/widget.html?le=2018-01-15";

#[tokio::test]
async fn the_widget_shows_what_comes_and_weighs_little() -> Outcome {
    let site = Site::with_feed(FEED)?;
    let answer = site.get(ANY_DAY).await?;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
    let text = answer.text();
    assert!(text.contains("href=\"/agenda/debat?le=2018-01-15\""), "{text}");
    assert!(answer.body.len() <= 5120, "{} bytes", answer.body.len());
    for absent in ["<script", "<form", "http:", "https:", " style=", " on"] {
        let body = text.split("</style>").nth(1).unwrap_or_default();
        assert!(!body.contains(absent), "{absent} in {body}");
    }
    assert_eq!(answer.header("set-cookie"), "");
    Ok(())
}

#[tokio::test]
async fn only_the_widget_may_stand_in_a_frame_and_its_style_is_the_one_that_is_allowed() -> Outcome
{
    let site = Site::with_feed(FEED)?;
    let widget = site.get(ANY_DAY).await?;
    let policy = widget.header("content-security-policy");
    let hash = STANDARD.encode(Sha256::digest(STYLE));
    assert!(widget.text().contains(&format!("<style>{STYLE}</style>")));
    assert_eq!(
        policy,
        format!(
            "default-src 'none'; style-src 'sha256-{hash}'; form-action 'none'; frame-ancestors *; base-uri 'none'"
        )
    );
    assert_eq!(widget.header("x-frame-options"), "");
    assert_eq!(widget.header("cross-origin-resource-policy"), "cross-origin");
    assert_eq!(widget.header("x-content-type-options"), "nosniff");
    assert_eq!(widget.header("x-robots-tag"), "noindex, nofollow");
    for path in [
        "/",
        "/agenda",
        "/participer/widget",
        "/agenda.ics",
        "/feed.json",
        "/widget.html?flux=/a.json",
        "/widget.htm",
    ] {
        let other = site.get(path).await?;
        assert_eq!(other.header("x-frame-options"), "DENY", "{path}");
        let policy = other.header("content-security-policy");
        assert!(policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        assert!(policy.contains("frame-src 'self'"), "{path}: {policy}");
    }
    Ok(())
}

#[tokio::test]
async fn who_has_it_already_is_told_so_in_the_same_headers() -> Outcome {
    let site = Site::with_feed(FEED)?;
    let first = site.get(ANY_DAY).await?;
    let etag = first.header("etag");
    assert!(etag.starts_with('"'), "{etag}");
    assert_eq!(first.header("cache-control"), "public, max-age=300");
    let again = site.get_with(ANY_DAY, &[("if-none-match", etag)]).await?;
    assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));
    assert!(again.header("content-security-policy").contains("frame-ancestors *"));
    let packed = site.get_with(ANY_DAY, &[("accept-encoding", "br")]).await?;
    assert_eq!(packed.header("content-encoding"), "br");
    assert!(packed.body.len() < first.body.len());
    let two_spellings = ["/widget.html?dep=93&nombre=5", "/widget.html?nombre=5&dep=93&inconnu=1"];
    let one = site.get(two_spellings[0]).await?;
    assert_eq!(one.body, site.get(two_spellings[1]).await?.body);
    Ok(())
}

#[tokio::test]
async fn what_cannot_be_read_is_named_and_another_feed_is_not_found() -> Outcome {
    let site = Site::with_feed(FEED)?;
    let answer = site.get("/widget.html?nombre=99&dep=99&le=2018-01-15").await?;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("qsec2-unreadable"), "dep=99&nombre=99");
    let other = site.get("/widget.html?flux=/autre.json").await?;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
    assert_eq!(site.ask("POST", "/widget.html", &[]).await?.status, StatusCode::METHOD_NOT_ALLOWED);
    Ok(())
}

#[tokio::test]
async fn a_changed_feed_changes_the_widget() -> Outcome {
    let site = Site::with_feed(FEED)?;
    let before = site.get(ANY_DAY).await?;
    site.write_feed(FEED.replace("Un débat", "Un autre débat").as_bytes()).await?;
    let after = site.get(ANY_DAY).await?;
    assert!(after.text().contains("Un autre débat"), "{}", after.text());
    assert_ne!(before.header("etag"), after.header("etag"));
    Ok(())
}
