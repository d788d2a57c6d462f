//! `robots.txt` and the sitemap over HTTP: under the site's own origin, whatever a request says.

use crate::support::{FEED, Outcome, Site};
use axum::http::StatusCode;

#[tokio::test]
async fn robots_are_shown_to_the_sitemap_and_the_sitemap_to_the_pages() -> Outcome {
    let site = Site::open(FEED, Some("https://agenda.example"))?;
    let robots = site.get("/robots.txt").await?;
    assert_eq!(
        (robots.status, robots.header("content-type")),
        (StatusCode::OK, "text/plain; charset=utf-8")
    );
    assert!(
        robots.text().contains("Sitemap: https://agenda.example/sitemap.xml"),
        "{}",
        robots.text()
    );
    let sitemap = site.get("/sitemap.xml").await?;
    assert_eq!((sitemap.status, sitemap.header("content-type")), (StatusCode::OK, "text/xml"));
    for path in
        ["/", "/agenda/debat", "/itineraire/paris?lang=en", "/groupes/lapins", "/departements/95"]
    {
        let place = format!("<loc>https://agenda.example{path}</loc>");
        assert!(sitemap.text().contains(&place), "{place} is not in {}", sitemap.text());
    }
    Ok(())
}

#[tokio::test]
async fn the_host_that_a_request_names_is_not_believed() -> Outcome {
    let hosts = [("host", "evil.example"), ("x-forwarded-host", "evil.example")];
    for public_url in [None, Some("https://agenda.example")] {
        let site = Site::open(FEED, public_url)?;
        for path in ["/robots.txt", "/sitemap.xml"] {
            let answer = site.get_with(path, &hosts).await?;
            let expected = public_url.unwrap_or("http://localhost");
            assert!(answer.text().contains(expected) && !answer.text().contains("evil"), "{path}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_sitemap_follows_the_feed() -> Outcome {
    let site = Site::with_feed(FEED)?;
    assert!(site.get("/sitemap.xml").await?.text().contains("/agenda/debat<"));
    std::fs::write(site.feed_file(), FEED.replace("\"debat\", \"name\"", "\"atelier\", \"name\""))?;
    let sitemap = site.get("/sitemap.xml").await?.text();
    assert!(
        sitemap.contains("/agenda/atelier<") && !sitemap.contains("/agenda/debat<"),
        "{sitemap}"
    );
    Ok(())
}

#[tokio::test]
async fn a_sitemap_of_one_file_has_no_parts() -> Outcome {
    let site = Site::with_feed(FEED)?;
    for path in ["/sitemap-1.xml", "/sitemap-x.xml", "/sitemap-"] {
        assert_eq!(site.get(path).await?.status, StatusCode::NOT_FOUND, "{path}");
    }
    Ok(())
}
