//! `robots.txt` and the sitemap, made of the newest good feed.
//!
//! The addresses in them are absolute, under [`AppState::origin`], and never under what a request says its host is: that
//! is whatever the asker likes.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use qsec2_site::head::sitemap;

use super::files::no_such_file;
use super::representation::{Offer, answer, answer_with};
use crate::live_feed::sitemap::Part;
use crate::negotiation::Encoding;
use crate::site::asset::{Asset, Caching, content_type};
use crate::state::AppState;

/// `GET /robots.txt`.
pub(super) async fn robots(State(state): State<AppState>, headers: HeaderMap) -> Response {
    let text = sitemap::robots(Some(&state.origin()));
    answer(&Asset::new("/robots.txt", text), StatusCode::OK, &headers)
}

/// `GET /sitemap.xml`: all of it, or the index of its parts.
pub(super) async fn first(State(state): State<AppState>, headers: HeaderMap) -> Response {
    file(&state, sitemap::FIRST, &headers).await
}

/// Whether a path has the form of a part's. The router has no patterns within a name, so the fallback asks.
pub(super) fn is_part(path: &str) -> bool {
    path.starts_with("/sitemap-")
}

/// A part of the sitemap by its path; 404 when there is none such.
pub(super) async fn part(state: &AppState, path: &str, headers: &HeaderMap) -> Response {
    file(state, path.trim_start_matches('/'), headers).await
}

async fn file(state: &AppState, name: &str, headers: &HeaderMap) -> Response {
    let (feed, origin) = (state.feed.current().await, state.origin());
    let (name, headers) = (name.to_owned(), headers.clone());
    // 50,000 addresses take a while: not on a thread that others wait for.
    let answering = tokio::task::spawn_blocking(move || {
        let part = feed.sitemap.file(&feed.loaded.feed, &origin, &name);
        part.map_or_else(no_such_file, |part| answer_part(part, &headers))
    });
    answering.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// Crawlers take gzip.
fn answer_part(part: &Part, headers: &HeaderMap) -> Response {
    let offer = Offer {
        content_type: content_type(sitemap::FIRST),
        caching: Caching::Revalidated,
        digest: &part.digest,
        encodings: part.content.encodings(),
    };
    answer_with(&offer, StatusCode::OK, headers, |encoding| match encoding {
        Encoding::Gzip => part.content.gzip(),
        Encoding::Brotli | Encoding::Identity => part.content.content(),
    })
}
