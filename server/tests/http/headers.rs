//! What every answer carries, whatever was asked; and the addresses that are not for people.

use crate::support::{FEED, Outcome, Site};
use axum::http::StatusCode;

#[tokio::test]
async fn every_answer_carries_the_security_headers() -> Outcome {
    let site = Site::with_feed(FEED)?;
    for path in
        ["/", "/feed.json", "/feed.schema.json", "/missing.js", "/api/x", "/healthz", "/nulle-part"]
    {
        let answer = site.get(path).await?;
        let policy = answer.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-"),
            "{policy}"
        );
        // Only attributes of what is drawn: where a bar lies in its lane.
        let rest = policy.replace("style-src-attr 'unsafe-inline'", "");
        assert!(!rest.contains("unsafe-inline") && !rest.contains("http"), "{policy}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "strict-origin-when-cross-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), value, "{name} on {path}");
        }
        assert!(answer.header("permissions-policy").contains("geolocation=(self)"), "{path}");
        assert_eq!(answer.header("strict-transport-security"), "", "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn over_https_browsers_are_told_to_stay_there() -> Outcome {
    let site = Site::open(FEED, Some("https://agenda.example"))?;
    let answer = site.get("/").await?;
    assert_eq!(answer.header("strict-transport-security"), "max-age=31536000");
    assert!(answer.header("content-security-policy").ends_with("; upgrade-insecure-requests"));
    Ok(())
}

#[tokio::test]
async fn an_unknown_address_of_the_api_is_a_problem_document() -> Outcome {
    let site = Site::with_feed(FEED)?;
    for (method, path) in [("GET", "/api"), ("GET", "/api/nothing"), ("POST", "/api/a/b.json")] {
        let answer = site.ask(method, path, &[]).await?;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(answer.header("content-type"), "application/problem+json");
        let problem: serde_json::Value = serde_json::from_slice(&answer.body)?;
        assert_eq!((&problem["status"], &problem["title"]), (&404.into(), &"Not Found".into()));
    }
    Ok(())
}

#[tokio::test]
async fn the_server_says_that_it_is_well() -> Outcome {
    let answer = Site::with_feed(FEED)?.get("/healthz").await?;
    assert_eq!((answer.status, answer.text().as_str()), (StatusCode::OK, "ok\n"));
    Ok(())
}
