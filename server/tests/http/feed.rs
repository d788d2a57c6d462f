//! The feed over HTTP: always the last good one, sent only when it changed.

use std::fs;

use crate::support::{FEED, Outcome, SHELL, Site};
use axum::http::StatusCode;
use qsec2_server::state::OpenError;
use qsec2_server::{AppState, Options};

#[tokio::test]
async fn the_feed_is_sent_once_and_then_only_when_it_changed() -> Outcome {
    let site = Site::with_feed(FEED)?;
    let first = site.get("/feed.json").await?;
    assert_eq!((first.status, first.text().as_str()), (StatusCode::OK, FEED));
    assert_eq!(first.header("content-type"), "application/json");
    assert_eq!(first.header("cache-control"), "no-cache");
    let tag = first.header("etag").to_owned();
    assert!(tag.starts_with('"'), "a strong tag: {tag}");
    let known = [("if-none-match", tag.as_str())];
    assert_eq!(site.get_with("/feed.json", &known).await?.status, StatusCode::NOT_MODIFIED);
    fs::write(site.feed_file(), FEED.replace("Un débat", "Un grand débat"))?;
    let changed = site.get_with("/feed.json", &known).await?;
    assert_eq!(changed.status, StatusCode::OK);
    assert!(changed.text().contains("Un grand débat"));
    Ok(())
}

#[tokio::test]
async fn a_long_feed_is_sent_encoded() -> Outcome {
    let long = FEED.replace("Un débat", &"Un débat sur l’air. ".repeat(200));
    let site = Site::with_feed(&long)?;
    let brotli = site.get_with("/feed.json", &[("accept-encoding", "gzip, br")]).await?;
    assert_eq!(
        (brotli.header("content-encoding"), brotli.header("vary")),
        ("br", "accept-encoding")
    );
    let mut decoded = Vec::new();
    brotli::BrotliDecompress(&mut &brotli.body[..], &mut decoded)?;
    assert_eq!(String::from_utf8(decoded)?, long);
    let gzip = site.get_with("/feed.json", &[("accept-encoding", "gzip")]).await?;
    assert_eq!(gzip.header("content-encoding"), "gzip");
    assert_ne!(gzip.header("etag"), brotli.header("etag"));
    Ok(())
}

#[tokio::test]
async fn a_feed_that_is_refused_or_gone_leaves_the_last_good_one() -> Outcome {
    let site = Site::with_feed(FEED)?;
    for bad in [
        "{\"version\": \"1.0\", \"name\": \"Ess",
        "not JSON",
        "",
        r#"{"version": "2.0", "name": "x"}"#,
    ] {
        fs::write(site.feed_file(), bad)?;
        let answer = site.get("/feed.json").await?;
        assert_eq!((answer.status, answer.text().as_str()), (StatusCode::OK, FEED), "{bad}");
        assert_eq!(site.get("/agenda/debat").await?.status, StatusCode::OK, "{bad}");
    }
    fs::remove_file(site.feed_file())?;
    assert_eq!(site.get("/feed.json").await?.text(), FEED);
    fs::write(site.feed_file(), FEED.replace("Essai", "De retour"))?;
    assert!(site.get("/feed.json").await?.text().contains("De retour"));
    Ok(())
}

#[tokio::test]
async fn a_page_comes_and_goes_with_its_record() -> Outcome {
    let site = Site::with_feed(FEED)?;
    assert_eq!(site.get("/agenda/atelier").await?.status, StatusCode::NOT_FOUND);
    fs::write(site.feed_file(), FEED.replace("\"debat\", \"name\"", "\"atelier\", \"name\""))?;
    assert_eq!(site.get("/agenda/atelier").await?.status, StatusCode::OK);
    assert_eq!(site.get("/agenda/debat").await?.status, StatusCode::NOT_FOUND);
    Ok(())
}

#[test]
fn without_a_site_or_a_good_feed_the_server_says_what_is_missing() -> Outcome {
    let folder = tempfile::tempdir()?;
    let open = || {
        let site = folder.path().to_owned();
        AppState::open(Options { site, feed: None, public_url: None })
    };
    let missing = open().err().ok_or("opened without a site")?;
    assert!(matches!(missing, OpenError::Site(_)), "{missing}");
    assert!(missing.to_string().contains("no built site"));
    fs::write(folder.path().join("shell.html"), SHELL)?;
    let no_feed = open().err().ok_or("opened without a feed")?;
    assert!(no_feed.to_string().contains("feed.json can't be read"), "{no_feed}");
    fs::write(folder.path().join("feed.json"), "[]")?;
    let refused = open().err().ok_or("opened with a list for a feed")?;
    assert!(refused.to_string().contains("is refused"), "{refused}");
    fs::write(folder.path().join("feed.json"), FEED)?;
    fs::write(folder.path().join("shell.html"), "<html lang=\"fr\">")?;
    let no_place = open().err().ok_or("opened with a page that has no place for others")?;
    assert!(no_place.to_string().contains("the page of the site has no"), "{no_place}");
    Ok(())
}
