//! What the real browser gets and makes of the headers.

use std::collections::BTreeMap;

use qsec2_tests::support::Outcome;
use qsec2_tests::support::programme::Programme;
use qsec2_tests::support::visitor::{Visitor, visit};
use serde_json::json;

#[tokio::test]
async fn every_kind_of_answer_carries_the_headers_that_keep_the_site_safe() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        visitor.open("/").await?;
        visitor.expect_complaint("status of 404");
        for path in ["/", "/agenda", "/nulle-part", "/feed.json", "/icon.svg", "/healthz"] {
            let headers = headers(visitor, path).await?;
            let header = |name: &str| headers.get(name).map(String::as_str).unwrap_or_default();
            let policy = header("content-security-policy");
            assert!(policy.contains("default-src 'none'"), "{path}: {policy}");
            assert!(policy.contains("'wasm-unsafe-eval'"), "{path}: {policy}");
            // Attributes of what is drawn may place it; no style element and no script may.
            let policy = policy.replace("style-src-attr 'unsafe-inline'", "");
            for lax in ["'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*"] {
                assert!(!policy.contains(lax), "{path} allows {lax}: {policy}");
            }
            assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
            assert_eq!(header("x-frame-options"), "DENY", "{path}");
            assert!(!header("referrer-policy").is_empty(), "{path}");
            assert!(!header("permissions-policy").is_empty(), "{path}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_feed_has_a_strong_etag_and_hashed_files_are_kept_for_good() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        visitor.open("/").await?;
        let feed = headers(visitor, "/feed.json").await?;
        assert!(feed.get("etag").is_some_and(|etag| etag.starts_with('"')), "{feed:?}");
        assert_eq!(feed.get("cache-control").map(String::as_str), Some("no-cache"));
        let wasm = "return performance.getEntriesByType('resource').map(it => new URL(it.name).pathname).find(it => it.endsWith('.wasm'))";
        let wasm: String = visitor.session.web.execute(wasm, Vec::new()).await?.convert()?;
        let wasm = headers(visitor, &wasm).await?;
        assert!(wasm.get("cache-control").is_some_and(|it| it.contains("immutable")), "{wasm:?}");
        assert_eq!(wasm.get("content-type").map(String::as_str), Some("application/wasm"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn no_page_asks_anything_of_another_origin() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        for page in ["/", "/agenda", "/itineraire", "/departements/75", "/a-propos"] {
            visitor.open(page).await?;
            let asked = "return performance.getEntriesByType('resource').map(it => it.name).filter(it => !it.startsWith(location.origin))";
            let asked: Vec<String> = visitor.session.web.execute(asked, Vec::new()).await?.convert()?;
            assert!(asked.is_empty(), "{page} asks {asked:?}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_feed_is_asked_for_once() -> Outcome {
    visit(&Programme::Archive, async |visitor| {
        visitor.open("/agenda").await?;
        let times = "return performance.getEntriesByType('resource').filter(it => it.name.endsWith('/feed.json')).length";
        let times: u32 = visitor.session.web.execute(times, Vec::new()).await?.convert()?;
        assert_eq!(times, 1, "the preloaded feed is the one that is used");
        Ok(())
    })
    .await
}

async fn headers(visitor: &Visitor, path: &str) -> Outcome<BTreeMap<String, String>> {
    let ask = "const [path, done] = arguments; fetch(path).then(answer => done(Object.fromEntries(answer.headers)));";
    Ok(visitor.session.web.execute_async(ask, vec![json!(path)]).await?.convert()?)
}
