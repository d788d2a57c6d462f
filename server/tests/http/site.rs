//! The built site over HTTP: which address is answered with what, and how it may be kept.

use crate::support::{FEED, Outcome, SCRIPT, Site};
use axum::http::StatusCode;
use proptest::prelude::*;
use qsec2_domain::pages::Page;

const SCRIPT_PATH: &str = "/qsec2-3f2a91c07be4d511.js";

#[tokio::test]
async fn every_address_of_the_site_is_answered_with_its_page_drawn() -> Outcome {
    let site = Site::with_feed(FEED)?;
    let records = ["/agenda/debat", "/itineraire/paris", "/groupes/lapins", "/agenda/"];
    let fixed = Page::fixed().map(|page| page.path());
    for path in fixed.chain(records.map(str::to_owned)) {
        let answer = site.get(&path).await?;
        let text = answer.text();
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(
            text.contains("data-rendered") && text.contains("<h1 id=\"titre\""),
            "{path}: {text}"
        );
        assert!(text.contains("start()") && text.matches("<title>").count() == 1, "{path}: {text}");
        assert_eq!(answer.header("cache-control"), "no-cache", "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn an_unknown_address_or_id_is_answered_with_the_page_and_404() -> Outcome {
    let site = Site::with_feed(FEED)?;
    for path in [
        "/nulle-part",
        "/agenda/inconnu",
        "/itineraire/inconnu",
        "/groupes/x",
        "/departements/33",
        "//",
    ] {
        let answer = site.get(path).await?;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.text().contains("introuvable"), "{path}: {}", answer.text());
        let tag = site.get("/").await?.header("etag").to_owned();
        let again = site.get_with(path, &[("if-none-match", &tag)]).await?;
        assert_eq!(again.status, StatusCode::NOT_FOUND, "{path} must not be « not modified »");
    }
    Ok(())
}

#[tokio::test]
async fn a_page_says_what_the_feed_says_on_the_day_and_in_the_language_that_are_asked_for()
-> Outcome {
    let site = Site::with_feed(FEED)?;
    let before = site.get("/agenda?le=2018-01-10").await?.text();
    assert!(
        before.contains("data-event=\"debat\"") && before.contains("class=\"found\">1"),
        "{before}"
    );
    let elsewhere = site.get("/agenda?le=2018-01-10&dep=93").await?.text();
    assert!(!elsewhere.contains("data-event=\"debat\""), "{elsewhere}");
    let english = site.get("/agenda?le=2018-01-10&lang=en").await?.text();
    assert!(
        english.contains("<html lang=\"en\">") && english.contains(">1 event")
            || english.contains(">1\u{a0}event"),
        "{english}"
    );
    Ok(())
}

#[tokio::test]
async fn a_page_changes_with_the_feed_and_is_the_same_bytes_until_then() -> Outcome {
    let site = Site::with_feed(FEED)?;
    let first = site.get("/agenda/debat").await?;
    assert_eq!(site.get("/agenda/debat").await?.header("etag"), first.header("etag"));
    std::fs::write(site.feed_file(), FEED.replace("Un débat", "Un autre débat"))?;
    let then = site.get("/agenda/debat").await?;
    assert!(then.text().contains("Un autre débat") && then.header("etag") != first.header("etag"));
    Ok(())
}

#[tokio::test]
async fn another_feed_is_left_to_the_app() -> Outcome {
    let page = Site::with_feed(FEED)?.get("/agenda?flux=/autre.json").await?;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.text().contains("data-rendered") && !page.text().contains("debat"));
    Ok(())
}

#[tokio::test]
async fn a_missing_file_is_not_answered_with_the_page() -> Outcome {
    let site = Site::with_feed(FEED)?;
    for path in ["/assets/missing.js", "/agenda.pdf", "/agenda/debat.ics", "/secret.txt"] {
        let answer = site.get(path).await?;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(!answer.text().contains("<html"), "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn a_hashed_file_may_be_kept_for_good_and_others_are_asked_for_each_time() -> Outcome {
    let site = Site::with_feed(FEED)?;
    let hashed = site.get(SCRIPT_PATH).await?;
    assert_eq!(hashed.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(hashed.header("content-type"), "text/javascript; charset=utf-8");
    let plain = site.get("/manifest.webmanifest").await?;
    assert_eq!(plain.header("cache-control"), "no-cache");
    assert_eq!(plain.header("content-type"), "application/manifest+json");
    Ok(())
}

#[tokio::test]
async fn the_encoding_made_at_build_time_is_the_one_that_is_sent() -> Outcome {
    let site = Site::with_feed(FEED)?;
    for (accepted, encoding, body) in [
        ("gzip, br", "br", "the script in brotli"),
        ("gzip, br;q=0.5", "gzip", "the script in gzip"),
        ("br;q=0", "", SCRIPT),
    ] {
        let answer = site.get_with(SCRIPT_PATH, &[("accept-encoding", accepted)]).await?;
        assert_eq!((answer.header("content-encoding"), answer.text().as_str()), (encoding, body));
        assert_eq!(answer.header("vary"), "accept-encoding");
    }
    assert_eq!(site.get("/qsec2-3f2a91c07be4d511.js.br").await?.status, StatusCode::NOT_FOUND);
    Ok(())
}

#[tokio::test]
async fn what_the_browser_has_is_not_sent_again_and_each_encoding_counts_for_itself() -> Outcome {
    let site = Site::with_feed(FEED)?;
    let brotli = [("accept-encoding", "br")];
    let first = site.get_with(SCRIPT_PATH, &brotli).await?;
    let tag = first.header("etag").to_owned();
    assert!(tag.starts_with('"'), "a strong tag: {tag}");
    let again = site.get_with(SCRIPT_PATH, &[brotli[0], ("if-none-match", &tag)]).await?;
    assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));
    assert_eq!((again.header("etag"), again.header("vary")), (tag.as_str(), "accept-encoding"));
    let other = site.get_with(SCRIPT_PATH, &[("if-none-match", &tag)]).await?;
    assert_eq!((other.status, other.text().as_str()), (StatusCode::OK, SCRIPT));
    Ok(())
}

#[tokio::test]
async fn head_says_what_get_says_without_the_content() -> Outcome {
    let site = Site::with_feed(FEED)?;
    for path in ["/", "/feed.json", SCRIPT_PATH, "/nulle-part", "/missing.js", "/healthz"] {
        let (get, head) = (site.get(path).await?, site.ask("HEAD", path, &[]).await?);
        assert_eq!((head.status, head.body.len()), (get.status, 0), "{path}");
        assert_eq!(head.header("content-length"), get.body.len().to_string(), "{path}");
        assert_eq!(head.header("etag"), get.header("etag"), "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn a_page_takes_no_other_method() -> Outcome {
    let site = Site::with_feed(FEED)?;
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let answer = site.ask(method, "/agenda", &[]).await?;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method}");
        assert_eq!(answer.header("allow"), "GET, HEAD");
    }
    Ok(())
}

#[tokio::test]
async fn no_spelling_of_a_path_leads_out_of_the_site() -> Outcome {
    let site = Site::with_feed(FEED)?;
    for path in [
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/fonts/../../secret.txt",
        "/fonts/..%5c..%5csecret.txt",
        "/..%5csecret.txt",
        "/secret.txt%00.js",
        "/%00",
        "/%ff%fe",
        "/etc/passwd",
        "//etc/passwd",
    ] {
        let answer = site.get(path).await?;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(!answer.text().contains("not yours"), "{path}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn no_path_panics_or_escapes(path in "(/|\\.\\.|%2e|%2f|%5c|%00|%[0-9a-f]{2}|secret\\.txt|agenda|fonts|[a-zA-Z0-9._~!$&'()*+,;=:@-]){0,12}") {
        let runtime = tokio::runtime::Builder::new_current_thread().build()?;
        let answer = runtime.block_on(async {
            let site = Site::with_feed(FEED)?;
            site.get(&format!("/{path}")).await
        });
        let answer = answer.map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert!(!answer.status.is_server_error());
        prop_assert!(!answer.text().contains("not yours"));
        prop_assert!(answer.headers.contains_key("content-security-policy"));
    }
}
